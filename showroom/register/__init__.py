"""Is the register of requirements sound, do its examples hold, and what differs between two states of it?

These are questions of the people who write requirements. A check never asks them, so none of this slows a check down.
"""

from showroom.register.differences import Difference, PartChange, RowChange, diff, find_permit
from showroom.register.drafts import new_permit
from showroom.register.examples import ExampleRun, run_examples
from showroom.register.validation import located, validate

__all__ = [
    "Difference",
    "ExampleRun",
    "PartChange",
    "RowChange",
    "diff",
    "find_permit",
    "located",
    "new_permit",
    "run_examples",
    "validate",
]
