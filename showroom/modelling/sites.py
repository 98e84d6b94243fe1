"""Where is an opening, what does it join, and what is it made of?

Every opening has a frame of its own: x along the wall's axis, y across it, the middle of the opening at the origin.
"""

import math
from dataclasses import dataclass

import numpy as np
from shapely import STRtree
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Opening, Space, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling.footprint import Rooms
from showroom.modelling.joints import wall_line
from showroom.modelling.storeys import clear_height
from showroom.modelling.walls import Span, span

TURNS = (168.0, 86.0, 60.0)
"""How far an open leaf may have turned, degrees: flat against its wall, across, or just ajar; the first that has room."""


@dataclass(frozen=True)
class Look:
    """The finishes of a door: leaf, casing and reveal, and whether it is glazed."""

    leaf: str
    casing: str
    reveal: str
    glazed: bool = False


@dataclass(frozen=True)
class Site:
    """Where an opening is: thickness, height span, the spaces on its -y and +y sides, and the side (±1) it serves."""

    opening: Opening
    thickness: float
    edges: Span
    sides: tuple[Space | None, Space | None]
    served: int
    top: float = 3.0
    """Height of the lower ceiling beside it, metres."""
    turn: float = TURNS[1]
    margins: tuple[float, float] = (1.0, 1.0)
    """How far the wall goes on beyond the jambs at -x and +x before another stands in front, metres."""
    slid: int = 0
    """Where a sliding leaf stands: before the wall towards -x or +x, or (0) shut."""

    @property
    def serving(self) -> Space | None:
        """Return the space the opening serves."""
        return self.sides[0 if self.served < 0 else 1]

    def beyond(self, wide: float) -> tuple[float, float]:
        """Return how far something that wants to go `wide` beyond the jambs at -x and +x may."""
        left, right = (max(0.0, min(wide, margin - 0.002)) for margin in self.margins)
        return left, right


class Obstacles:
    """Everything that stands in the way of a door leaf, in plan."""

    def __init__(self, areas: list[BaseGeometry]) -> None:
        self._areas = areas
        self._tree = STRtree(areas)

    def covers(self, shape: BaseGeometry) -> float:
        """Return how much of a shape is taken, square metres; what overlaps counts twice."""
        return float(sum(shape.intersection(self._areas[k]).area for k in self._tree.query(shape, "intersects")))


def site(storey: Storey, opening: Opening, storey_height: float, spaces: Rooms | None = None) -> Site:
    """Return where an opening is and what it joins; `spaces` are those of the storey, where they are at hand."""
    rooms = spaces or Rooms(storey.spaces)
    wall = storey.wall_of[opening.wall]
    origin, along = wall_line(wall)
    middle = origin + along * opening.at
    across = np.array([-along[1], along[0]])
    beside = [rooms.at(middle + sign * across * (wall.thickness / 2 + 0.12)) for sign in (-1, 1)]
    ids = [space.id if space else None for space in beside]
    served = 1 if (opening.serves is not None and ids[1] == opening.serves) or (opening.serves is None and ids[0] is None) else -1
    top = min(wall.height or storey_height, *(clear_height(space, storey_height) for space in beside))
    return Site(opening, wall.thickness, span(opening, top), (beside[0], beside[1]), served, top)


def look(place: Site, vocabulary: Vocabulary) -> Look:
    """Return what an opening is made of, by the rooms it joins."""
    zones = {vocabulary.zone_of(space.use) or "" for space in place.sides if space is not None}
    if place.opening.role == "customers":
        return Look("frame", "frame", "frame", glazed=True)
    if place.opening.leads == "outside" or place.opening.fire_rating or any(zone.startswith("food") for zone in zones):
        return Look("door-grey", "aluminium", "aluminium")
    if place.opening.kind == "passage":
        return Look("walnut", "walnut", "walnut")
    if "training" in zones or "public" in zones:
        return Look("oak", "walnut", "walnut")
    return Look("door-wood", "skirting", "skirting")


def in_plan(storey: Storey, place: Site, shape: BaseGeometry) -> BaseGeometry:
    """Return a shape of the opening's own frame where it is in plan."""
    (x, y), angle = turned_to(storey, place.opening)
    return translate(rotate(shape, angle, origin=(0, 0)), x, y)


def turned_to(storey: Storey, opening: Opening) -> tuple[tuple[float, float], float]:
    """Return the middle of an opening in plan and the direction of its wall's axis in degrees."""
    origin, along = wall_line(storey.wall_of[opening.wall])
    middle = origin + along * opening.at
    return (float(middle[0]), float(middle[1])), math.degrees(math.atan2(along[1], along[0]))
