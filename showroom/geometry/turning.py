"""How large a circle fits on the floor, anywhere or touching a door?

On a convex floor it is reckoned exactly; elsewhere it is found by erosion, halving the interval, for where a circle
fits, every smaller one fits too.
"""

from dataclasses import dataclass

import numpy as np
from shapely import LineString, Point, Polygon, union_all
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from showroom.geometry.openings import Vector
from showroom.geometry.outlines import is_convex, parts

_SEARCH = 1e-5
_ARC, _FEW = 96, 12
"""Corners a quarter circle is drawn with: where the search is nearly done, and before."""
_COARSE = 4e-3
_CUT = 3e-3
"""By how much of the radius an arc of few corners may be off."""
_TOUCH = 2e-3
"""A circle this near a door, in metres, touches it."""


@dataclass(frozen=True)
class Circle:
    """A circle on the floor: diameter in metres, and centre."""

    diameter: float
    centre: Vector


def largest_circle(ground: BaseGeometry, most: float, door: LineString | None = None) -> Circle | None:
    """Return the largest circle on `ground` up to the diameter `most`, touching `door` if given; `None` without ground."""
    if door is not None:
        ground = ground.intersection(door.buffer(most + 0.1, cap_style="square"))
    if not isinstance(ground, Polygon):
        ground = union_all(parts(ground))  # what rounding leaves of mere lines and points is no ground
    if ground.is_empty or ground.area < 1e-6:
        return None
    gap = ground.distance(door) if door is not None else 0.0
    if door is not None and isinstance(ground, Polygon) and is_convex(ground):
        exact = _in_convex(ground, door, most)
        if exact is not None:
            return exact
    low, high = 0.0, most / 2
    if _middles(ground, high, door, gap, _ARC) is not None:
        low = high
    for arc, near in ((_FEW, _COARSE), (_ARC, _SEARCH)):
        while high - low > near:
            half = (low + high) / 2
            if _middles(ground, half, door, gap, arc) is None:
                high = half
            else:
                low = half
        if arc == _FEW and low < most / 2:  # arcs of few corners cut corners off the obstacles: look a little below
            low *= 1 - _CUT
    middles = _middles(ground, low, door, gap, _ARC)
    if middles is None:
        return None
    centre = _point_of(middles, low, door, gap)
    return Circle(min(most, 2 * max(low, float(ground.boundary.distance(Point(centre))))), centre)  # slivers end the search early


def _in_convex(ground: Polygon, door: LineString, most: float) -> Circle | None:
    """The largest circle over a door of a convex floor: the radius over each foot point is bounded by one line a wall.

    `None` where the door does not lie along a wall of the floor.
    """
    (ax, ay), (bx, by) = door.coords
    half = door.length / 2
    if half == 0:
        return None
    along = np.array([(bx - ax) / (2 * half), (by - ay) / (2 * half)])
    ring = np.array(orient(ground).exterior.coords)
    steps = np.diff(ring, axis=0)
    steps, starts = steps[keep := np.hypot(steps[:, 0], steps[:, 1]) > 1e-9], ring[:-1][keep]
    inward = np.stack([-steps[:, 1], steps[:, 0]], axis=1) / np.hypot(steps[:, 0], steps[:, 1])[:, None]
    middle = np.array([(ax + bx) / 2, (ay + by) / 2])
    own = np.argmin(np.abs(np.sum(inward * (middle - starts), axis=1)) + 10 * np.abs(inward @ along))
    if abs(inward[own] @ along) > 1e-6:
        return None
    middle = middle - inward[own] * (inward[own] @ (middle - starts[own]))
    slope = 1 - inward @ inward[own]
    walls = slope > 1e-9
    rise = (inward[walls] @ along) / slope[walls]
    base = np.sum(inward[walls] * (middle - starts[walls]), axis=1) / slope[walls]
    with np.errstate(divide="ignore", invalid="ignore"):
        meet = ((base[None, :] - base[:, None]) / (rise[:, None] - rise[None, :])).ravel()
    feet = np.concatenate([[-half, 0.0, half], meet[np.isfinite(meet) & (np.abs(meet) < half)]])
    radii = np.min(base[None, :] + feet[:, None] * rise[None, :], axis=1)
    best = int(np.argmax(np.round(radii, 9)))
    radius = min(float(radii[best]), most / 2)
    if radius <= 0:
        return None
    centre = middle + along * feet[best] + inward[own] * radius
    return Circle(2 * radius, (float(centre[0]), float(centre[1])))


def _middles(ground: BaseGeometry, radius: float, door: LineString | None, gap: float, arc: int) -> BaseGeometry | None:
    """Where the middle of a circle of this radius can lie, or `None`."""
    middles = ground.buffer(-radius, quad_segs=arc)
    if middles.is_empty or (door is not None and middles.distance(door) > radius + gap + _TOUCH):
        return None
    return middles


def _point_of(middles: BaseGeometry, radius: float, door: LineString | None, gap: float) -> Vector:
    """One of the places the middle can have: one that touches the door, where there is a door."""
    near = middles.intersection(door.buffer(radius + gap + _TOUCH)) if door is not None else middles
    point = (middles if near.is_empty else near).representative_point()
    return float(point.x), float(point.y)
