"""The approval showroom: teach a permit's requirements, check a plan against them, hand the inspector the same list.

Importing this package imports nothing else; `showroom.review` needs neither Qt nor VTK.
"""

__version__ = "0.1.0"
