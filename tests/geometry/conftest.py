"""Small plans for geometry: rooms in a row, a ring, a spiral, and the true shortest walk to compare with."""

import heapq
import math

import numpy as np
import shapely

from showroom.domain.plan import Opening, Plan, Space, Storey, Wall
from showroom.formats import read_vocabulary
from showroom.geometry.layout import Layout
from showroom.geometry.sight import inward_corners


def layout_of(walls, openings, spaces, **more) -> Layout:
    """A layout of one storey: walls (id, a, b), openings (id, wall, at, width), spaces (id, outline) or (id, outline, use)."""
    storey = Storey(
        id="F1",
        level=more.pop("level", 1),
        walls=tuple(Wall(id=name, axis=(a, b), thickness=0.2) for name, a, b in walls),
        openings=tuple(
            Opening(id=name, kind=rest[0] if rest else "door", wall=wall, at=at, width=width)
            for name, wall, at, width, *rest in openings
        ),
        spaces=tuple(Space(id=name, outline=outline, use=rest[0] if rest else "office") for name, outline, *rest in spaces),
        **more,
    )
    return Layout(Plan(storeys=(storey,)), read_vocabulary())


def rectangle(x0, y0, x1, y1):
    """The outline of an upright rectangle."""
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def true_walk(walkable, start, goal) -> float:
    """The length of the shortest walk over the whole floor, by a plain visibility graph of all its corners."""
    seen = walkable.buffer(5e-4, join_style="mitre")
    shapely.prepare(seen)
    corners = [corner for part in walkable.geoms for corner in inward_corners(part)]
    points = np.array([start, goal, *corners])
    first, second = np.triu_indices(len(points), 1)
    clear = shapely.covers(seen, shapely.linestrings(np.stack([points[first], points[second]], axis=1)))
    ways: dict[int, list[tuple[int, float]]] = {}
    for a, b in zip(first[clear].tolist(), second[clear].tolist(), strict=True):
        length = math.dist(points[a], points[b])
        ways.setdefault(a, []).append((b, length))
        ways.setdefault(b, []).append((a, length))
    best, queue = {0: 0.0}, [(0.0, 0)]
    while queue:
        distance, here = heapq.heappop(queue)
        if here == 1:
            return distance
        for there, length in ways.get(here, ()):
            if distance + length < best.get(there, math.inf):
                best[there] = distance + length
                heapq.heappush(queue, (best[there], there))
    return math.inf
