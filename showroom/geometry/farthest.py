"""Which point of a space is farthest from the nearest of its doors, on foot and as the crow flies?

From a single door the farthest point is a corner of the room. Between several doors it may lie inside: where three doors are
equally far or two along a wall (a Voronoi diagram of few points, exact); in a crooked room a grid is made finer round the best.
"""

import itertools
import math
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from showroom.geometry.openings import Vector
from showroom.geometry.routes import Field, Spot, Walk

_FEW = 9
_GRID = 24
_FINE = 5e-3


@dataclass(frozen=True)
class Farthest:
    """The farthest point on foot with its walk, and the greatest straight distance with its point."""

    walk: Walk
    straight: float
    straight_from: Vector


def farthest(field: Field, space: str, polygon: Polygon) -> Farthest | None:
    """Return the point of `polygon` (a space's free area) farthest from the goals of `field`; `None` where no goal is reached."""
    at, base, several = field.entries(space)
    if not len(at) or polygon.is_empty:
        return None
    goals = np.array([goal.at for goal in field.goals])
    plain = field.is_plain(space) and not base.any()
    points = _corners(polygon)
    if several or len(goals) > 1 or polygon.interiors:
        exact = plain and len(goals) <= _FEW
        points = np.concatenate([points, _balanced(goals, polygon) if exact else _grid(polygon)])
    direct = np.hypot(points[:, None, 0] - goals[None, :, 0], points[:, None, 1] - goals[None, :, 1]).min(axis=1)
    on_foot = direct if plain else _on_foot(field, space, points, at, base)
    if not np.isfinite(on_foot).any():
        return None
    best = points[int(np.argmax(np.where(np.isfinite(on_foot), on_foot, -1.0)))]
    if not plain and len(points) > len(_corners(polygon)):
        best = _refined(field, space, polygon, best, at, base)
    walk = field.walk(Spot(space, _pt(best)))
    if walk is None:
        return None
    top = int(np.argmax(direct))
    return Farthest(walk, float(direct[top]), _pt(points[top]))


def _on_foot(
    field: Field, space: str, points: NDArray[np.float64], at: NDArray[np.float64], base: NDArray[np.float64]
) -> NDArray[np.float64]:
    best = np.full(len(points), np.inf)
    for source, start in zip(at, base, strict=True):
        length = start + np.hypot(points[:, 0] - source[0], points[:, 1] - source[1])
        shorter = np.nonzero(length < best)[0]
        seen = field.sees(space, _pt(source), points[shorter])
        best[shorter[seen]] = length[shorter[seen]]
    return best


def _refined(
    field: Field, space: str, polygon: Polygon, best: NDArray[np.float64], at: NDArray[np.float64], base: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Climb from the best point of the grid to the top beside it, to 5 mm."""
    step = math.sqrt(polygon.envelope.area) / _GRID
    around = np.array([(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)], dtype=float)
    while step > _FINE:
        points = best + around * step
        points = points[shapely.covers(polygon, shapely.points(points))]
        on_foot = _on_foot(field, space, points, at, base)
        top = points[int(np.argmax(np.where(np.isfinite(on_foot), on_foot, -1.0)))]
        if np.allclose(top, best):
            step /= 2
        best = top
    return best


def _corners(polygon: Polygon) -> NDArray[np.float64]:
    return np.concatenate([np.array(ring.coords)[:-1] for ring in (polygon.exterior, *polygon.interiors)])


def _balanced(goals: NDArray[np.float64], polygon: Polygon) -> NDArray[np.float64]:
    """The points of the polygon equally far from three goals, and those of its outline equally far from two."""
    found: list[NDArray[np.float64]] = [np.empty((0, 2))]
    ring = np.array(polygon.exterior.coords)
    start, step = ring[:-1], np.diff(ring, axis=0)
    for a, b in itertools.combinations(goals, 2):
        towards = 2 * (b - a)
        slope = step @ towards
        with np.errstate(divide="ignore", invalid="ignore"):
            share = (b @ b - a @ a - start @ towards) / slope
        fits = (share > 0) & (share < 1)
        found.append(start[fits] + step[fits] * share[fits][:, None])
    for a, b, c in itertools.combinations(goals, 3):
        sides = 2 * np.array([b - a, c - a])
        if abs(np.linalg.det(sides)) > 1e-9:
            centre = np.linalg.solve(sides, np.array([b @ b - a @ a, c @ c - a @ a]))
            if shapely.covers(polygon, shapely.points(centre)):
                found.append(centre[None, :])
    return np.concatenate(found)


def _grid(polygon: Polygon) -> NDArray[np.float64]:
    low_x, low_y, high_x, high_y = polygon.bounds
    xs, ys = np.meshgrid(np.linspace(low_x, high_x, _GRID), np.linspace(low_y, high_y, _GRID))
    points = np.stack([xs.ravel(), ys.ravel()], axis=1)
    return points[shapely.covers(polygon, shapely.points(points))]


def _pt(point: NDArray[np.float64]) -> Vector:
    return float(point[0]), float(point[1])
