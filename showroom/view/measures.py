"""How long, how high, how large is what somebody marked, and how large is the room they are in? Metres and square metres."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from shapely import Point, Polygon

from showroom.domain.plan import Plan
from showroom.modelling.storeys import floor_levels
from showroom.view.stage import Hit, Vector

_LOW, _HAIR = 0.05, 0.01
"""Metres: what lies lower is floor; how far from a surface a ray begins."""
_ROUND_ABOUT = ((0, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))
_OFF_THE_WALL = 0.12
"""Metres a room's ruler keeps from its wall."""


@dataclass(frozen=True)
class Ruler:
    """A line between two points with what it measures, metres."""

    start: Vector
    end: Vector
    metres: float


def length(marks: Sequence[Vector]) -> float:
    """Return the length of the line through the points."""
    return sum(math.dist(a, b) for a, b in pairwise(marks))


def area(corners: Sequence[Vector]) -> float:
    """Return the area of the flat outline through the corners, however it lies in space; 0 below three."""
    if len(corners) < 3:
        return 0.0
    points = np.array(corners, float)
    points -= points[0]
    return float(np.linalg.norm(np.cross(points, np.roll(points, -1, axis=0)).sum(axis=0)) / 2.0)


def upright(mark: Vector, cast: Callable[[Vector, Vector], Hit | None], floor: float) -> tuple[Vector, Vector]:
    """Return foot and head of the height meant by a mark: of a top over the floor, else from the floor to what is overhead.

    `cast` sends a ray (`Stage.cast`); where nothing is overhead, head is the mark itself.
    """
    x, y, z = mark
    for dx, dy in _ROUND_ABOUT if z > floor + _LOW else ():
        met = cast((x + dx * _HAIR, y + dy * _HAIR, z + _HAIR), (0.0, 0.0, -1.0))
        if met is not None and met.distance < 2 * _HAIR:
            return (x, y, floor), mark
    for dx, dy in _ROUND_ABOUT:  # a mark on a wall lies where its ceiling ends
        over = cast((x + dx * _HAIR, y + dy * _HAIR, floor + _LOW), (0.0, 0.0, 1.0))
        if over is not None:
            return (x, y, floor), (x, y, over.position[2])
    return (x, y, floor), mark


def storey_at(plan: Plan, height: float) -> str:
    """Return the id of the storey an eye at that height is in: the highest whose floor lies below it."""
    levels = floor_levels(plan)
    below = [storey.id for storey in plan.storeys if levels[storey.id] <= height]
    return below[-1] if below else plan.storeys[0].id


def room_rulers(plan: Plan, at: Vector, storey_id: str | None = None) -> tuple[Ruler, ...]:
    """Return width, depth and, where the plan tells it, height of the room a point is in; nothing outside all rooms.

    Width and depth are the sides of the smallest rectangle round the room, the longer first.
    """
    storey = next((storey for storey in plan.storeys if storey.id == storey_id), plan.storeys[0])
    outlines = [(space, Polygon(space.outline)) for space in storey.spaces]
    found = next((pair for pair in outlines if pair[1].is_valid and pair[1].contains(Point(at[0], at[1]))), None)
    if found is None:
        return ()
    space, outline = found
    box = outline.minimum_rotated_rectangle
    if not isinstance(box, Polygon):
        return ()
    corners = np.array(box.exterior.coords)[:-1]
    floor = floor_levels(plan)[storey.id]
    sides = [_side(corners, number, np.array(at[:2]), floor) for number in (0, 1)]
    sides.sort(key=lambda ruler: -ruler.metres)
    height = space.height or storey.height
    if height is None:
        return tuple(sides)
    x, y, _ = sides[0].end
    return (*sides, Ruler((x, y, floor), (x, y, floor + height), height))


def _side(corners: np.ndarray, number: int, eye: np.ndarray, floor: float) -> Ruler:
    """The farther from the eye of the two sides of a rectangle that run the same way, moved a little into the room."""
    pairs = [(corners[number], corners[number + 1]), (corners[(number + 3) % 4], corners[(number + 2) % 4])]
    a, b = max(pairs, key=lambda pair: float(np.linalg.norm((pair[0] + pair[1]) / 2 - eye)))
    inward = corners.mean(axis=0) - (a + b) / 2
    inward = inward / max(float(np.linalg.norm(inward)), 1e-9) * _OFF_THE_WALL
    return Ruler((*map(float, a + inward), floor), (*map(float, b + inward), floor), float(np.linalg.norm(b - a)))  # type: ignore[arg-type]
