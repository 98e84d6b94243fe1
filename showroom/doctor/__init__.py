"""What does this machine have, and what does it lack, of the things the showroom can use?

`examine().text(language)` is the answer. Only the standard library is imported: `make install` asks before anything is there.
"""

from showroom.doctor.examination import examine, has_display, window_trouble
from showroom.doctor.report import Entry, Report, State, Words

__all__ = ["Entry", "Report", "State", "Words", "examine", "has_display", "window_trouble"]
