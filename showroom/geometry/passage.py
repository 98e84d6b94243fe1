"""How wide is the narrowest place on the way through a space?

The width is that of the widest disc that can be rolled between the space's doors. It is found by erosion, halving the interval,
and then measured exactly between the two edges that pinch it; a plain rectangle needs no search.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from showroom.geometry.openings import Vector
from showroom.geometry.outlines import parts

_SEARCH = 2e-5
_PROBE = 5e-4
_ARC = 48


@dataclass(frozen=True)
class Passage:
    """The narrowest place: its clear width in metres and the line across it."""

    width: float
    line: tuple[Vector, Vector]


def narrowest_passage(room: Polygon, obstacles: Iterable[Polygon] = (), ends: Sequence[LineString] = ()) -> Passage | None:
    """Return the narrowest place on the widest way between `ends` (the faces of the doors), or `None` for a room without area.

    With fewer than two ends the widest disc that fits the room decides. Width 0 means that the obstacles block the way.
    """
    standing = [shape for shape in obstacles if not shape.is_empty and shape.intersects(room)]
    free = room.difference(shapely.union_all(standing)) if standing else room
    if free.is_empty or free.area < 1e-6:
        return None if not standing else Passage(0.0, _across(room))
    if not standing and (plain := _rectangle(room)) is not None:
        return plain
    low, high = 0.0, math.sqrt(free.area)
    if not _passes(free, 0.0, ends):
        return Passage(0.0, _blocked(free, ends))
    while high - low > _SEARCH:
        half = (low + high) / 2
        if _passes(free, half, ends):
            low = half
        else:
            high = half
    return _measured(free, low)


def _rectangle(room: Polygon) -> Passage | None:
    ring = np.array(room.exterior.simplify(1e-6).coords)[:-1]
    if len(ring) != 4 or room.interiors:
        return None
    sides = np.roll(ring, -1, axis=0) - ring
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    if np.any(np.abs(np.sum(sides * np.roll(sides, -1, axis=0), axis=1)) > 1e-4 * lengths * np.roll(lengths, -1)):
        return None
    short = int(np.argmin(lengths[:2]))
    start = (ring[short - 1] + ring[short]) / 2
    end = (ring[short + 1] + ring[(short + 2) % 4]) / 2
    distance = Point(start).distance(LineString([ring[short + 1], ring[(short + 2) % 4]]))
    return Passage(float(distance), (_pt(start), _pt(end)))


def _eroded(free: BaseGeometry, half: float) -> list[Polygon]:
    return parts(free.buffer(-half, quad_segs=_ARC)) if half > 0 else parts(free)


def _passes(free: BaseGeometry, half: float, ends: Sequence[LineString]) -> bool:
    """Tell whether a disc of this radius can be rolled from every end to every other."""
    pieces = _eroded(free, half)
    if len(ends) < 2:
        return bool(pieces)
    near = half * math.sqrt(2) + 2e-3
    return any(all(piece.distance(end) <= near for end in ends) for piece in pieces)


def _measured(free: BaseGeometry, half: float) -> Passage:
    """Find the pinch at this half width and measure it between the two edges that form it."""
    inner = shapely.union_all(_eroded(free, max(half - _PROBE, 0.0)))
    outer = shapely.union_all(_eroded(free, half + _PROBE))
    pinches = parts(inner.difference(outer.buffer(4 * _PROBE, quad_segs=4))) or parts(inner)
    best: Passage | None = None
    for pinch in pinches:
        found = _pinch(free, pinch.representative_point())
        if best is None or abs(found.width - 2 * half) < abs(best.width - 2 * half):
            best = found
    assert best is not None
    return best if abs(best.width - 2 * half) < 4 * _PROBE else Passage(2 * half, best.line)


def _pinch(free: BaseGeometry, middle: Point) -> Passage:
    """The shortest line across the free space near a point of its middle line."""
    edges = free.boundary
    radius = edges.distance(middle)
    near = shapely.shortest_line(middle, edges)
    first = np.array(near.coords[-1])
    here = np.array([middle.x, middle.y])
    away = (here - first) / max(float(np.hypot(*(here - first))), 1e-12)
    opposite = shapely.shortest_line(Point(here + away * radius), edges)
    second = np.array(opposite.coords[-1])
    window = 0.6 * radius
    one, other = edges.intersection(Point(first).buffer(window)), edges.intersection(Point(second).buffer(window))
    line = shapely.shortest_line(one, other)
    return Passage(float(line.length), (_pt(line.coords[0]), _pt(line.coords[-1])))


def _blocked(free: BaseGeometry, ends: Sequence[LineString]) -> tuple[Vector, Vector]:
    """A line from one part of a blocked space to the next."""
    pieces = sorted(parts(free), key=lambda piece: -piece.area)
    if len(pieces) > 1:
        line = shapely.shortest_line(pieces[0], pieces[1])
        return _pt(line.coords[0]), _pt(line.coords[-1])
    return (_pt(ends[0].coords[0]), _pt(ends[0].coords[-1])) if ends else _across(free)


def _across(shape: BaseGeometry) -> tuple[Vector, Vector]:
    low_x, low_y, high_x, high_y = shape.bounds
    return (low_x, low_y), (high_x, high_y)


def _pt(point: Sequence[float] | np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Vector:
    return float(point[0]), float(point[1])
