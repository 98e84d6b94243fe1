"""Up to which area may a room have a single door, as far as the facts are known?

Limits are a list; the first that fits the room is taken. A fact that was not stated leaves several possible.
"""

from dataclasses import dataclass

from showroom.domain.document import Document
from showroom.domain.finding import Geometry
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept_apart
from showroom.rules.case import Case
from showroom.rules.egress import CIRCULATION, Room
from showroom.rules.measure import area
from showroom.rules.parameters import Area, Uses

CHILDREN = "people.children"


class RoomLimit(Document):
    """The greatest area of a room with one door: for rooms of these uses, for children; what is left out holds always."""

    uses: Uses | None = None
    children: bool | None = None
    area_at_most: Area


@dataclass(frozen=True)
class PossibleAreas:
    """The limits that may hold, the strictest first, and the question that would tell which."""

    square_metres: tuple[float, ...]
    question: str | None = None


def possible_areas(case: Case, floor: Floor, room: Room, limits: tuple[RoomLimit, ...]) -> PossibleAreas:
    """Return the limits that may hold for a room; none where no row fits it."""
    found: list[float] = []
    question: str | None = None
    for limit in limits:
        if limit.uses is not None and not any(floor.spaces[member].use in limit.uses for member in room.spaces):
            continue
        children = case.application.people.children
        if limit.children is not None and children is not None and children != limit.children:
            continue
        found.append(limit.area_at_most)
        if limit.children is None or children is not None:
            break
        question = CHILDREN
    return PossibleAreas(tuple(sorted(set(found))), question if len(set(found)) > 1 else None)


def room_area(floor: Floor, room: Room) -> float:
    """Return the inner area of a room in square metres, stretches one only walks through left out."""
    return sum(floor.polygons[member].area for member in _counted(floor, room))


def room_spread(floor: Floor, room: Room) -> float:
    """Return by how many square metres the area is off for each metre of length uncertainty."""
    return sum(floor.polygons[member].length for member in _counted(floor, room))


@kept_apart
def room_outline(floor: Floor, room: Room) -> Geometry | None:
    """Return the outline of the room's largest space as witness."""
    largest = max((floor.polygons[member] for member in room.spaces), key=lambda shape: shape.area)
    return None if largest.is_empty else area(list(largest.exterior.coords))


def _counted(floor: Floor, room: Room) -> list[str]:
    return [member for member in room.spaces if floor.spaces[member].use not in CIRCULATION]
