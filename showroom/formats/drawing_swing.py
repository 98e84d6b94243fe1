"""How does a door hang: which room does it serve, on which side are its hinges, and does it open in or out?

It serves the room people mean when they say "the door of": the only one, or else the one that is no passage, or else the smaller.
Left and right are seen from inside that room, facing the door. What the symbol does not show stays unknown.
"""

from dataclasses import dataclass
from typing import Literal

from showroom.formats.drawing_openings import Placed
from showroom.formats.drawing_spaces import Room
from showroom.formats.drawing_words import names_sliding

_PASSAGES = frozenset({"corridor", "lobby", "stair", "outdoor"})


@dataclass(frozen=True)
class Hang:
    """What is known of how a door hangs; `None` where the symbol does not tell."""

    serves: str | None = None
    hinge: Literal["left", "right", "both"] | None = None
    swing: Literal["in", "out", "slide"] | None = None


def hang(placed: Placed, sides: tuple[Room | None, Room | None]) -> Hang:
    """Return how an opening hangs; `sides` are the rooms to the left and right of its wall's axis."""
    if placed.kind != "door":
        return Hang()
    served = _served(*sides)
    if served is None:
        return Hang()
    inward = 1.0 if sides[0] is served else -1.0
    stance = placed.stance
    if stance.opens is None:
        return Hang(serves=served.id, swing="slide" if names_sliding(placed.symbol.name) else None)
    swing: Literal["in", "out"] = "in" if float(stance.opens @ placed.run.normal) * inward > 0 else "out"
    if len(stance.hinges) == 2:
        return Hang(served.id, "both", swing)
    at_start = float(stance.hinges[0] @ placed.run.along) < placed.position
    return Hang(served.id, "left" if at_start == (inward < 0) else "right", swing)


def _served(left: Room | None, right: Room | None) -> Room | None:
    rooms = [room for room in (left, right) if room is not None]
    if not rooms or left is right:
        return None
    return min(rooms, key=lambda room: (room.use in _PASSAGES, room.floor.area))
