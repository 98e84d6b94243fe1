"""Does a room lie at the end of a corridor, so that one can run in one direction only?

A door lies at the end when it is in the wall that closes the corridor: the corridor runs away from the door farther than it is wide
there, it is no wider there than along its way (the corner of an L or the bar of a T is no end), and no exit lies beside the door.
"""

import math

import numpy as np
import shapely
from numpy.typing import NDArray

from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening, Vector
from showroom.geometry.outlines import parts

CORRIDORS = frozenset(("corridor",))
"""Uses of spaces that can have such an end."""
_INSIDE = 0.05
_WIDER = 1.5
"""An end is no more than this many times as wide as the corridor half way along."""


def at_corridor_end(floor: Floor, placed: PlacedOpening, room: str) -> bool:
    """Tell whether the door `placed` of the space `room` opens on the end of a dead-end corridor."""
    return _at_end(floor, placed.id, room)


@kept
def _at_end(floor: Floor, door: str, room: str) -> bool:
    placed = floor.opening(door)
    corridor = placed.other(room)
    if corridor is None or floor.space(corridor).use not in CORRIDORS or placed.id in floor.exit_ids:
        return False
    walls = _walls(floor, corridor)
    side = placed.side_of(corridor)
    sign = 1.0 if side == 0 else -1.0
    ahead = (placed.normal[0] * sign, placed.normal[1] * sign)
    face = placed.face(side)
    length, _ = _clear(walls, _moved(face, ahead, _INSIDE), ahead)
    width = _across(walls, _moved(face, ahead, _INSIDE), placed.along)
    if length <= width or width > _WIDER * _across(walls, _moved(face, ahead, length / 2), placed.along):
        return False
    return not any(
        other.id != placed.id and corridor in other.joins and math.dist(other.centre, face) <= width + placed.thickness
        for other in floor.exits
    )


@kept
def _walls(floor: Floor, corridor: str) -> NDArray[np.float64]:
    """The stretches of outline of the corridor, with every stretch of corridor that is open to it: (n, 2, 2)."""
    members, waiting = {corridor}, [corridor]
    while waiting:
        here = waiting.pop()
        for first, second, _ in floor.open_sides:
            for one, other in ((first, second), (second, first)):
                if one == here and other not in members and floor.spaces[other].use in CORRIDORS:
                    members.add(other)
                    waiting.append(other)
    ground = shapely.union_all([floor.free[member].buffer(0.011, join_style="mitre") for member in sorted(members)])
    rings = [np.array(ring.coords) for part in parts(ground) for ring in (part.exterior, *part.interiors)]
    return np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in rings]) if rings else np.empty((0, 2, 2))


def _across(walls: NDArray[np.float64], at: Vector, along: Vector) -> float:
    return sum(_clear(walls, at, along))


def _clear(walls: NDArray[np.float64], at: Vector, towards: Vector) -> tuple[float, float]:
    """How far one sees from a point in a unit direction and in the opposite one; 0 where nothing is met."""
    to_start, step = walls[:, 0] - np.array(at), walls[:, 1] - walls[:, 0]
    turn = towards[0] * step[:, 1] - towards[1] * step[:, 0]
    crossed = np.abs(turn) > 1e-12
    to_start, step, turn = to_start[crossed], step[crossed], turn[crossed]
    share = (to_start[:, 0] * towards[1] - to_start[:, 1] * towards[0]) / turn
    far = ((to_start[:, 0] * step[:, 1] - to_start[:, 1] * step[:, 0]) / turn)[(share >= 0) & (share <= 1)]
    ahead, behind = far[far > 0], -far[far < 0]
    return float(ahead.min()) if len(ahead) else 0.0, float(behind.min()) if len(behind) else 0.0


def _moved(at: Vector, towards: Vector, by: float) -> Vector:
    return at[0] + towards[0] * by, at[1] + towards[1] * by
