"""Which is the shortest way over a crooked floor, from corner to corner in sight of each other?

A plain visibility graph: exact, and quadratic in the corners, so for a few rooms at a time.
"""

import heapq
import math
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

Vector = tuple[float, float]


def inward_corners(polygon: Polygon) -> list[Vector]:
    """Return the vertices of a polygon round which a walk may bend (reflex ones of the outline, convex ones of its holes)."""
    found: list[Vector] = []
    oriented = orient(polygon)
    for ring in (oriented.exterior, *oriented.interiors):
        points = np.array(ring.coords)[:-1]
        into, out = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
        turn = into[:, 0] * out[:, 1] - into[:, 1] * out[:, 0]
        found.extend((float(x), float(y)) for x, y in points[turn < -1e-12])
    return found


def shortest_in_sight(ground: BaseGeometry, start: Vector, goal: Vector, corners: Sequence[Vector]) -> tuple[Vector, ...]:
    """Return the bends of the shortest way over `ground`, start and goal included; nothing where there is no way."""
    points = np.array([start, goal, *corners])
    shapely.prepare(ground)
    far = np.full(len(points), np.inf)
    before = np.full(len(points), -1)
    far[0] = 0.0
    queue = [(0.0, 0)]
    while queue:
        distance, here = heapq.heappop(queue)
        if here == 1:
            break
        if distance > far[here]:
            continue
        for there in _in_sight(ground, points, here, far):
            reached = distance + math.dist(points[here], points[there])
            if reached < far[there]:
                far[there], before[there] = reached, here
                heapq.heappush(queue, (reached, there))
    if not np.isfinite(far[1]):
        return ()
    way, at = [goal], int(before[1])
    while at > 0:
        way.append((float(points[at, 0]), float(points[at, 1])))
        at = int(before[at])
    return (start, *reversed(way))


def _in_sight(ground: BaseGeometry, points: NDArray[np.float64], here: int, far: NDArray[np.float64]) -> list[int]:
    """The points seen from one of them, those left out that are nearer already."""
    length = np.hypot(points[:, 0] - points[here, 0], points[:, 1] - points[here, 1])
    rows = np.nonzero(far[here] + length < far - 1e-9)[0]
    lines = shapely.linestrings(np.stack([np.broadcast_to(points[here], (len(rows), 2)), points[rows]], axis=1))
    return [int(row) for row in rows[shapely.covers(ground, lines)]]
