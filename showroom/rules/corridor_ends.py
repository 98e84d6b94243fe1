"""Does a room lie at the end of a corridor, so that one can run in one direction only?

A door lies at the end when it is in the wall that closes the corridor: the corridor runs away from the door farther than it is wide
there, it is no wider there than along its way (the corner of an L or the bar of a T is no end), and no exit lies beside the door.
"""

import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening, Vector

CORRIDORS = frozenset(("corridor",))
"""Uses of spaces that can have such an end."""
_INSIDE = 0.05
_WIDER = 1.5
"""An end is no more than this many times as wide as the corridor half way along."""


def at_corridor_end(floor: Floor, placed: PlacedOpening, room: str) -> bool:
    """Tell whether the door `placed` of the space `room` opens on the end of a dead-end corridor."""
    corridor = placed.other(room)
    if corridor is None or floor.spaces[corridor].use not in CORRIDORS or placed.id in floor.exit_ids:
        return False
    ground = _whole(floor, corridor)
    side = placed.side_of(corridor)
    sign = 1.0 if side == 0 else -1.0
    ahead = (placed.normal[0] * sign, placed.normal[1] * sign)
    face = placed.face(side)
    length = _clear(ground, _moved(face, ahead, _INSIDE), ahead)
    width = _across(ground, _moved(face, ahead, _INSIDE), placed.along)
    if length <= width or width > _WIDER * _across(ground, _moved(face, ahead, length / 2), placed.along):
        return False
    return not any(
        other.id != placed.id and corridor in other.joins and Point(other.centre).distance(Point(face)) <= width + placed.thickness
        for other in floor.exits
    )


def _whole(floor: Floor, corridor: str) -> BaseGeometry:
    """The corridor with every stretch of corridor that is open to it."""
    members, waiting = {corridor}, [corridor]
    while waiting:
        here = waiting.pop()
        for first, second, _ in floor.open_sides:
            for one, other in ((first, second), (second, first)):
                if one == here and other not in members and floor.spaces[other].use in CORRIDORS:
                    members.add(other)
                    waiting.append(other)
    if len(members) == 1:
        return floor.free[corridor]
    return shapely.union_all([floor.free[member].buffer(0.011, join_style="mitre") for member in sorted(members)])


def _across(ground: BaseGeometry, at: Vector, along: Vector) -> float:
    return _clear(ground, at, along) + _clear(ground, at, (-along[0], -along[1]))


def _clear(ground: BaseGeometry, at: Vector, towards: Vector) -> float:
    """How far one sees from a point inside the ground in a direction."""
    low_x, low_y, high_x, high_y = ground.bounds
    reach = (high_x - low_x) + (high_y - low_y) + 1.0
    seen = ground.intersection(LineString([at, _moved(at, towards, reach)]))
    lines = [part for part in getattr(seen, "geoms", (seen,)) if part.geom_type == "LineString" and not part.is_empty]
    here = Point(at)
    return float(min((part for part in lines if part.distance(here) < 1e-6), key=lambda part: part.length, default=seen).length)


def _moved(at: Vector, towards: Vector, by: float) -> Vector:
    return at[0] + towards[0] * by, at[1] + towards[1] * by
