"""How is a piece of dressing shown on the contact sheet and in tests: its Chinese name and an example of it?"""

from collections.abc import Callable
from dataclasses import dataclass

from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body


@dataclass(frozen=True)
class Piece:
    """A piece of dressing: its name in Chinese, an example, and whether it hangs on a wall."""

    name: str
    make: Callable[[SignSheet], Body]
    hangs: bool = False
