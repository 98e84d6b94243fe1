"""Which point of a storey is farthest on foot from the nearest of some places?

Rooms are looked at in the order of the most they could yield, so that few of them need a close look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

import numpy as np
from shapely import Point
from shapely.ops import nearest_points

from showroom.geometry.farthest import farthest
from showroom.geometry.floor import Floor
from showroom.geometry.routes import Field, Spot, Walk


@dataclass(frozen=True)
class FarthestOnFloor:
    """The longest walk with the space it starts in (`None` where no space is reached), and the spaces not reached at all."""

    walk: Walk | None
    space: str | None
    unreached: tuple[str, ...]


def farthest_on_floor(floor: Floor, field: Field, spaces: Sequence[str]) -> FarthestOnFloor:
    """Return the longest of the shortest walks from any point of these spaces to the nearest goal of `field`."""
    most: list[tuple[float, str]] = []
    unreached: list[str] = []
    for space in spaces:
        polygon = floor.free[space]
        if space in floor.divided:
            unreached.append(space)
        at, base, _ = field.entries(space)
        if polygon.is_empty:
            continue
        if not len(at) or not np.isfinite(base).any():
            unreached.append(space)
            continue
        low_x, low_y, high_x, high_y = polygon.bounds
        size = hypot(high_x - low_x, high_y - low_y) if not polygon.interiors else polygon.length
        most.append((float(np.min(base)) + max(size, polygon.length / 2), space))
    best: Walk | None = None
    where: str | None = None
    for bound, space in sorted(most, reverse=True):
        if best is not None and bound <= best.length:
            break
        found = farthest(field, space, floor.free[space])
        if found is None:
            unreached.append(space)
        elif best is None or found.walk.length > best.length:
            best, where = found.walk, space
    return FarthestOnFloor(best, where, tuple(unreached))


def guessed_ground(floor: Floor) -> list[str]:
    """Return the ids of the spaces and doors of a storey that were guessed: walks across it hang on them all."""
    return [space.id for space in floor.spaces.values() if space.proposal] + [
        placed.id for placed in floor.passages if placed.opening.proposal
    ]


def spots_at(floor: Floor, things: Sequence[tuple[str, tuple[float, float]]]) -> list[Spot]:
    """Return spots to walk to, moved onto the floor of their space where they lie in a wall."""
    found: list[Spot] = []
    for space, at in things:
        ground = floor.free[space]
        if ground.is_empty:
            continue
        near = nearest_points(ground, Point(at))[0]
        found.append(Spot(space, (float(near.x), float(near.y))))
    return found
