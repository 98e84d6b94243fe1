"""What shape does a thing of the plan have on the floor? Polygons of spaces, walls, fixtures and columns, in metres.

Outlines come from strangers' drawings: one that crosses itself is mended and its largest part kept, one without area is an empty
polygon. Nothing here raises for bad geometry.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Column, Fixture, Space, Stair, Wall

Geometries = NDArray[Any]
"""A numpy array of shapely geometries."""


def parts(geometry: BaseGeometry) -> list[Polygon]:
    """Return the polygons `geometry` consists of, empty ones left out."""
    if isinstance(geometry, Polygon):
        return [] if geometry.is_empty else [geometry]
    return [part for part in getattr(geometry, "geoms", ()) if isinstance(part, Polygon) and not part.is_empty] + [
        part for group in getattr(geometry, "geoms", ()) if isinstance(group, MultiPolygon) for part in group.geoms
    ]


def largest(geometry: BaseGeometry) -> Polygon:
    """Return the largest polygon of `geometry`, or an empty polygon."""
    return max(parts(geometry), key=lambda part: part.area, default=Polygon())


def _mended(polygon: Polygon) -> Polygon:
    return polygon if polygon.is_valid else largest(shapely.make_valid(polygon))


def space_polygons(spaces: Sequence[Space]) -> tuple[list[Polygon], list[bool]]:
    """Return the inner outline of each space, and whether it is sound as it was drawn: one that crosses itself is mended."""
    if not spaces:
        return [], []
    points = np.array([point for space in spaces for point in space.outline], dtype=float)
    rings = shapely.linearrings(points, indices=np.repeat(np.arange(len(spaces)), [len(space.outline) for space in spaces]))
    shapes = np.asarray(shapely.polygons(rings), dtype=object)
    for row, space in enumerate(spaces):
        if space.holes:
            shapes[row] = Polygon(space.outline, space.holes)
    sound = shapely.is_valid(shapes).tolist()
    return [shape if valid else _mended(shape) for shape, valid in zip(shapes, sound, strict=True)], sound


def outline_polygon(thing: Column | Stair) -> Polygon:
    """Return the outline of a column or stair."""
    return _mended(Polygon(thing.outline))


def wall_polygons(walls: Sequence[Wall]) -> Geometries:
    """Return one rectangle a wall: its axis, half the thickness to either side, not lengthened at the ends."""
    if not walls:
        return np.empty(0, dtype=object)
    axes = np.array([wall.axis for wall in walls], dtype=float)
    half = np.array([wall.thickness for wall in walls]) / 2
    along = axes[:, 1] - axes[:, 0]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * (half / np.hypot(along[:, 0], along[:, 1]))[:, None]
    rings = np.stack([axes[:, 0] - across, axes[:, 1] - across, axes[:, 1] + across, axes[:, 0] + across], axis=1)
    return np.asarray(shapely.polygons(rings), dtype=object)


def fixture_polygon(fixture: Fixture) -> Polygon:
    """Return the footprint of a fixture; empty where the drawing gives no size."""
    if fixture.size is None:
        return Polygon()
    turn = math.radians(fixture.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    (x, y), (w, d) = fixture.at, (fixture.size[0] / 2, fixture.size[1] / 2)
    return Polygon([(x + cos * u - sin * v, y + sin * u + cos * v) for u, v in ((-w, -d), (w, -d), (w, d), (-w, d))])


def fixture_polygons(fixtures: Sequence[Fixture]) -> list[Polygon]:
    """Return the footprint of each fixture, as `fixture_polygon` does, all at once."""
    sized = [fixture for fixture in fixtures if fixture.size is not None]
    turn = np.radians([fixture.angle for fixture in sized])
    half = np.array([fixture.size for fixture in sized], dtype=float).reshape(-1, 1, 2) / 2
    corner = half * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    cos, sin = np.cos(turn)[:, None], np.sin(turn)[:, None]
    turned = np.stack([cos * corner[:, :, 0] - sin * corner[:, :, 1], sin * corner[:, :, 0] + cos * corner[:, :, 1]], axis=2)
    rings = np.array([fixture.at for fixture in sized], dtype=float).reshape(-1, 1, 2) + turned
    shapes = iter(shapely.polygons(rings).tolist() if sized else ())
    return [Polygon() if fixture.size is None else next(shapes) for fixture in fixtures]


def are_convex(polygons: Sequence[Polygon]) -> list[bool]:
    """Tell of each polygon whether a walker sees every point of it from every other."""
    shapes = np.array([*polygons, None], dtype=object)[:-1]
    areas = shapely.area(shapes)
    full = shapely.area(shapely.convex_hull(shapes)) - areas <= 1e-7 * np.maximum(areas, 1.0)
    return list((full & (shapely.get_num_interior_rings(shapes) == 0) & ~shapely.is_empty(shapes)).tolist())


def is_convex(polygon: Polygon) -> bool:
    """Tell whether a walker sees every point of the polygon from every other."""
    if polygon.interiors or polygon.is_empty:
        return False
    return bool(polygon.convex_hull.area - polygon.area <= 1e-7 * max(polygon.area, 1.0))
