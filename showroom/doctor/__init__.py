"""What does this machine have, and what does it lack, of the things the showroom can use?"""
