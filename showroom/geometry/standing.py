"""From how few places can all of these be seen, and in which order does one walk past them?

Places are chosen on a grid of free floor, greedily: each next one sees most of what nobody has seen yet. One sees over furniture
but not through walls, and a thing must be neither under one's nose nor too far to be made out. The order is the nearest next, then
improved by turning stretches round as long as that shortens the walk.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry

from showroom.geometry.floor import Floor
from showroom.geometry.openings import Vector
from showroom.geometry.routes import Routes, Spot, routes_of

GRID, FROM_WALLS = 0.6, 0.35
"""Metres between places that are tried, and their least distance from walls and furniture."""
NEAR, WELL, FAR = 0.6, 2.4, 7.0
"""Metres from which a thing can be made out: the nearest, the best, the farthest."""
_SHORT_OF = 0.2
"""A thing in or on a wall is seen when the wall before it is: sight may end so many metres short of it."""


@dataclass(frozen=True)
class Target:
    """Something to be seen: its key, and where it is (metres)."""

    key: str
    at: Vector


@dataclass(frozen=True)
class Stand:
    """A place to stand on: its space, the point, and the keys of what is seen from it; `hidden` is only near, not in sight."""

    space: str
    at: Vector
    sees: tuple[str, ...]
    hidden: tuple[str, ...] = ()


def stands(floor: Floor, targets: Sequence[Target]) -> list[Stand]:
    """Return places from which every target is seen, few of them; a target that nothing sees gets the nearest free place."""
    if not targets:
        return []
    spots = _free_spots(floor)
    if not spots:
        return []
    at = np.array([spot.at for spot in spots])
    sights = _sights(floor.walkable, at, np.array([target.at for target in targets]))
    left = set(range(len(targets)))
    chosen: list[Stand] = []
    while left:
        rest = sorted(left)
        counts = sights[:, rest].sum(axis=1)
        best = int(counts.max(initial=0))
        if best == 0:
            break
        middle = np.array([targets[index].at for index in rest])
        candidates = np.nonzero(counts == best)[0]
        costs = [float(np.abs(np.hypot(*(middle[sights[row, rest]] - at[row]).T) - WELL).sum()) for row in candidates]
        row = int(candidates[int(np.argmin(costs))])
        seen = [index for index in rest if sights[row, index]]
        chosen.append(Stand(spots[row].space, spots[row].at, tuple(targets[index].key for index in seen)))
        left -= set(seen)
    for index in sorted(left):
        row = int(np.argmin(np.hypot(*(at - np.array(targets[index].at)).T)))
        chosen.append(Stand(spots[row].space, spots[row].at, (), (targets[index].key,)))
    return _joined(chosen)


def views_of(floor: Floor, at: Vector, spaces: Sequence[str] = ()) -> list[Spot]:
    """Return every place of the grid that sees a point, the best first: those in `spaces`, then those from a good distance."""
    spots = _free_spots(floor)
    if not spots:
        return []
    sights = _sights(floor.walkable, np.array([spot.at for spot in spots]), np.array([at]))[:, 0]
    seeing = [spot for spot, sees in zip(spots, sights, strict=True) if sees]
    return sorted(seeing, key=lambda spot: (bool(spaces) and spot.space not in spaces, abs(math.dist(spot.at, at) - WELL), spot.at))


def _joined(chosen: Sequence[Stand]) -> list[Stand]:
    """Return places with those at the same point made one."""
    by_place: dict[tuple[str, Vector], Stand] = {}
    for stand in chosen:
        first = by_place.get((stand.space, stand.at))
        sees, hidden = (*(first.sees if first else ()), *stand.sees), (*(first.hidden if first else ()), *stand.hidden)
        by_place[stand.space, stand.at] = Stand(stand.space, stand.at, sees, hidden)
    return list(by_place.values())


def _free_spots(floor: Floor) -> list[Spot]:
    spots: list[Spot] = []
    for space, shape in sorted(floor.free.items()):
        taken = shapely.union_all([floor.footprint(fixture) for fixture in floor.reaching_into(space)])
        room = _roomy(shape, taken)
        west, south, east, north = room.bounds if not room.is_empty else (0.0, 0.0, 0.0, 0.0)
        xs, ys = np.arange(west, east + 1e-9, GRID), np.arange(south, north + 1e-9, GRID)
        grid = np.array(np.meshgrid(xs, ys)).reshape(2, -1).T
        inside = [tuple(point) for point in grid[shapely.covers(room, shapely.points(grid))].tolist()] if not room.is_empty else []
        spots += [Spot(space, (float(x), float(y))) for x, y in inside or [_middle(room if not room.is_empty else shape)]]
    return spots


def _roomy(shape: Polygon, taken: BaseGeometry) -> BaseGeometry:
    """Return the floor on which one stands well; less well where there is no such, beside the furniture where it is full."""
    for margin in (FROM_WALLS, 0.1, 0.0):
        room = shape.buffer(-margin).difference(taken.buffer(margin))
        if not room.is_empty:
            return room
    return shape.buffer(-0.1)


def _middle(shape: BaseGeometry) -> Vector:
    point: Point = shape.representative_point()
    return float(point.x), float(point.y)


def _sights(ground: BaseGeometry, places: NDArray[np.float64], things: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which place (row) sees which thing (column)."""
    seen_over = ground.buffer(0.02)
    shapely.prepare(seen_over)
    away = things[None, :, :] - places[:, None, :]
    length = np.hypot(away[..., 0], away[..., 1])
    near = (length >= NEAR) & (length <= FAR)
    sights = np.zeros(near.shape, dtype=bool)
    rows, columns = np.nonzero(near)
    share = 1.0 - _SHORT_OF / length[rows, columns]
    ends = places[rows] + away[rows, columns] * share[:, None]
    lines = shapely.linestrings(np.stack([places[rows], ends], axis=1))
    sights[rows, columns] = shapely.covers(seen_over, lines)
    return sights


def in_walking_order(floor: Floor, chosen: Sequence[Stand], start: Spot | None) -> tuple[list[Stand], list[tuple[Vector, ...]]]:
    """Return the places in the order of one short walk, and the walk to each from the one before.

    The first begins at `start`, or has no walk where there is none. Where no way leads, the walk is the straight line.
    """
    if not chosen:
        return [], []
    routes = routes_of(floor)
    spots = [Spot(stand.space, stand.at) for stand in chosen]
    every = [*spots, *([start] if start is not None else [])]
    lengths = _lengths(routes, every)
    order = _improved(_nearest_next(lengths, len(spots), len(every) - 1 if start is not None else 0), lengths, start is not None)
    walks: list[tuple[Vector, ...]] = []
    before = start
    for index in order:
        walks.append(_way(routes, before, spots[index]) if before is not None else ())
        before = spots[index]
    return [chosen[index] for index in order], walks


def _lengths(routes: Routes, spots: Sequence[Spot]) -> NDArray[np.float64]:
    lengths = np.zeros((len(spots), len(spots)))
    for row, goal in enumerate(spots):
        field = routes.field([goal])
        for column in range(row):
            walk = field.walk(spots[column])
            straight = math.dist(goal.at, spots[column].at)
            lengths[row, column] = lengths[column, row] = walk.length if walk is not None else straight * 3 + 50
    return lengths


def _nearest_next(lengths: NDArray[np.float64], count: int, first: int) -> list[int]:
    left = set(range(count)) - {first}
    order = [first] if first < count else []
    here = first
    while left:
        here = min(left, key=lambda index: (lengths[here, index], index))
        order.append(here)
        left.remove(here)
    return order


def _improved(order: list[int], lengths: NDArray[np.float64], has_start: bool) -> list[int]:
    """Turn stretches of the walk round as long as that shortens it; its start stays, its end is free."""
    begin = [len(lengths) - 1] if has_start else []
    way = [*begin, *order]
    shortened = True
    while shortened:
        shortened = False
        for i in range(1, len(way) - 1):
            for j in range(i + 1, len(way)):
                after = lengths[way[j], way[j + 1]] if j + 1 < len(way) else 0.0
                turned = lengths[way[i], way[j + 1]] if j + 1 < len(way) else 0.0
                if lengths[way[i - 1], way[j]] + turned < lengths[way[i - 1], way[i]] + after - 1e-9:
                    way[i : j + 1] = reversed(way[i : j + 1])
                    shortened = True
    return way[len(begin) :]


def _way(routes: Routes, start: Spot, goal: Spot) -> tuple[Vector, ...]:
    walk = routes.walk(start, [goal])
    return walk.points if walk is not None else (start.at, goal.at)
