"""Which triangles make a box, a turned body, a tube or a prism?

A `Body` gathers parts; every part has one finish (a name of `finishes`) and its own vertices per face, so that edges stay
sharp and a texture keeps its scale. `uv` is in metres for tiled finishes; u runs along the grain, the longest side of a box.
Axes: x right, y back, z up; the front of a fixture looks along -y.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Self

import mapbox_earcut
import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

Vector = tuple[float, float, float]
Array = NDArray[np.float64]

_SIDES = {"l": (0, -1), "r": (0, 1), "f": (1, -1), "b": (1, 1), "d": (2, -1), "t": (2, 1)}


@dataclass(frozen=True, eq=False)
class Part:
    """Triangles of one finish: positions (n, 3), triangles (m, 3), uv (n, 2)."""

    finish: str
    positions: Array
    triangles: NDArray[np.int64]
    uv: Array


@dataclass(eq=False)
class Body:
    """A growing set of parts, in metres."""

    parts: list[Part] = field(default_factory=list)

    def faces(self, finish: str, polygons: Iterable[Sequence[Vector]], *, grain: int | None = None) -> Self:
        """Add flat convex polygons, counter-clockwise seen from outside; u runs along axis `grain` where it lies in the plane."""
        positions: list[Vector] = []
        triangles: list[tuple[int, int, int]] = []
        uvs: list[Array] = []
        for polygon in polygons:
            start = len(positions)
            positions.extend(polygon)
            triangles.extend((start, start + k, start + k + 1) for k in range(1, len(polygon) - 1))
            uvs.append(planar_uv(np.asarray(polygon, float), grain))
        if positions:
            self.parts.append(Part(finish, np.asarray(positions, float), np.asarray(triangles), np.concatenate(uvs)))
        return self

    def box(self, finish: str, at: Vector, size: Vector, *, bevel: float = 0.0, without: str = "") -> Self:
        """Add a box whose bottom is centred at `at`; `without` names faces nobody sees (left right front back top down)."""
        low, triangles, uv = _box_part(tuple(round(float(side), 6) for side in size), bevel, without)
        self.parts.append(Part(finish, low + np.asarray(at, float), triangles, uv + _at_uv(at)))
        return self

    def slab(self, finish: str, low: Vector, high: Vector, *, bevel: float = 0.0, without: str = "") -> Self:
        """Add a box by its lowest and highest corner."""
        middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2])
        return self.box(finish, middle, (high[0] - low[0], high[1] - low[1], high[2] - low[2]), bevel=bevel, without=without)

    def quad(self, finish: str, corner: Vector, right: Vector, up: Vector, *, grain: int | None = None) -> Self:
        """Add a rectangle with a corner and two sides; its front is where right × up points."""
        a, u, v = (np.asarray(t, float) for t in (corner, right, up))
        return self.faces(finish, [[_vector(a), _vector(a + u), _vector(a + u + v), _vector(a + v)]], grain=grain)

    def picture(self, finish: str, corner: Vector, right: Vector, up: Vector, rect: tuple[float, float, float, float]) -> Self:
        """Add a rectangle that shows the part `rect` (left, top, right, bottom; 0 to 1) of an untiled picture."""
        a, u, v = (np.asarray(t, float) for t in (corner, right, up))
        left, top, end, bottom = rect
        uv = np.array([[left, bottom], [end, bottom], [end, top], [left, top]])
        self.parts.append(Part(finish, np.array([a, a + u, a + u + v, a + v]), np.array([[0, 1, 2], [0, 2, 3]]), uv))
        return self

    def lathe(self, finish: str, at: Vector, profile: Sequence[tuple[float, float]], *, sides: int = 16) -> Self:
        """Add a body turned round the vertical through `at`; its profile (radius, height) has the outside to its right."""
        angles = np.linspace(0, 2 * math.pi, sides + 1)
        ring = np.stack([np.cos(angles), np.sin(angles)], 1)
        steep = [max(abs(z1 - z0), 1e-9) > 0.4 * abs(r1 - r0) for (r0, z0), (r1, z1) in pairwise(profile)]
        for (r0, z0), (r1, z1), wall in zip(profile, profile[1:], steep, strict=False):
            rows = [np.column_stack([ring * r, np.full(sides + 1, z)]) + at for r, z in ((r0, z0), (r1, z1))]
            positions = np.concatenate(rows)
            if wall:  # the picture is wrapped round, u along the girth
                radius = max(r0, r1)
                uv = np.concatenate([np.column_stack([angles * radius, np.full(sides + 1, -z)]) for z in (z0, z1)])
            else:
                uv = positions[:, :2] * (1.0, -1.0)
            a = np.arange(sides)
            b, c, d = a + 1, a + sides + 2, a + sides + 1
            triangles = [np.stack([a, b, c], 1)] * int(r0 > 1e-9) + [np.stack([a, c, d], 1)] * int(r1 > 1e-9)
            if triangles:
                self.parts.append(Part(finish, positions, np.concatenate(triangles), uv))
        return self

    def cylinder(self, finish: str, at: Vector, radius: float, height: float, *, sides: int = 16, top: float | None = None) -> Self:
        """Add an upright cylinder (or cone frustum with radius `top` above), closed at both ends."""
        upper = radius if top is None else top
        return self.lathe(finish, at, [(0, 0), (radius, 0), (upper, height), (0, height)], sides=sides)

    def tube(self, finish: str, points: Sequence[Vector], radius: float, *, sides: int = 8) -> Self:
        """Add a round bar along a line of points, closed at both ends."""
        line = np.asarray(points, float)
        steps = np.diff(line, axis=0)
        tangents = np.concatenate([steps[:1], (steps[:-1] + steps[1:]) / 2, steps[-1:]])
        tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
        first = np.cross(tangents[0], (0, 0, 1) if abs(tangents[0][2]) < 0.9 else (1, 0, 0))
        angles = np.arange(sides) * 2 * math.pi / sides
        rings: list[Array] = []
        across = first / np.linalg.norm(first)
        for point, tangent in zip(line, tangents, strict=True):
            across = across - tangent * float(across @ tangent)
            across /= np.linalg.norm(across)
            other = np.cross(tangent, across)
            rings.append(point + radius * (np.cos(angles)[:, None] * across + np.sin(angles)[:, None] * other))
        polygons: list[list[Vector]] = []
        for low, high in pairwise(rings):
            polygons.extend(
                [_vector(low[k]), _vector(low[k - 1]), _vector(high[k - 1]), _vector(high[k])][::-1] for k in range(sides)
            )
        polygons.append([_vector(p) for p in rings[0][::-1]])
        polygons.append([_vector(p) for p in rings[-1]])
        return self.faces(finish, polygons, grain=int(np.argmax(np.abs(line[-1] - line[0]))))

    def ball(self, finish: str, at: Vector, radii: Vector, *, sides: int = 12, rows: int = 8) -> Self:
        """Add an ellipsoid about `at` with half axes `radii`."""
        steps = np.linspace(-math.pi / 2, math.pi / 2, rows + 1)
        profile = [(max(0.0, math.cos(t)) if 0 < k < rows else 0.0, math.sin(t)) for k, t in enumerate(steps)]
        round_body = Body().lathe(finish, (0, 0, 0), profile, sides=sides)
        stretch = np.asarray(radii, float)
        self.parts.extend(
            Part(p.finish, p.positions * stretch + np.asarray(at, float), p.triangles, p.uv * float(stretch.mean()))
            for p in round_body.parts
        )
        return self

    def loft(self, finish: str, rings: Sequence[Sequence[Vector]], *, ends: bool = True) -> Self:
        """Add a skin over rings of equally many points, each counter-clockwise seen from the last ring's side; `ends` closes it."""
        polygons = [
            [low[k], low[(k + 1) % len(low)], high[(k + 1) % len(low)], high[k]]
            for low, high in pairwise(rings)
            for k in range(len(low))
        ]
        if ends:
            polygons += [list(rings[0])[::-1], list(rings[-1])]
        return self.faces(finish, polygons)

    def flat(self, finish: str, area: BaseGeometry, z: float, *, up: bool = True) -> Self:
        """Add a level polygon (holes allowed), seen from above or below."""
        for points, triangles in triangulated(area):
            positions = np.column_stack([points, np.full(len(points), z)])
            self.parts.append(Part(finish, positions, triangles if up else triangles[:, ::-1], points.copy()))
        return self

    def prism(self, finish: str, area: BaseGeometry, low: float, high: float, *, without: str = "") -> Self:
        """Add an upright prism over a polygon; `without` may hold t and d."""
        if "t" not in without:
            self.flat(finish, area, high)
        if "d" not in without:
            self.flat(finish, area, low, up=False)
        for polygon in getattr(area, "geoms", [area]):
            oriented = orient(polygon)
            for ring in (oriented.exterior, *oriented.interiors):
                points = list(ring.coords)
                sides = [[(ax, ay, low), (bx, by, low), (bx, by, high), (ax, ay, high)] for (ax, ay), (bx, by) in pairwise(points)]
                self.faces(finish, sides)
        return self

    def add(self, other: "Body", at: Vector = (0, 0, 0), turn: float = 0.0) -> Self:
        """Add another body, turned about the vertical by degrees counter-clockwise, then moved."""
        self.parts.extend(other.placed(at, turn).parts)
        return self

    def placed(self, at: Vector = (0, 0, 0), turn: float = 0.0, tilt: float = 0.0) -> "Body":
        """Return a copy tilted about x, turned about the vertical (degrees), then moved."""
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        ct, st = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
        matrix = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]) @ np.array([[1, 0, 0], [0, ct, -st], [0, st, ct]])
        return Body([Part(p.finish, p.positions @ matrix.T + np.asarray(at, float), p.triangles, p.uv) for p in self.parts])

    @property
    def bounds(self) -> tuple[Array, Array]:
        """Return the lowest and the highest corner."""
        points = np.concatenate([part.positions for part in self.parts])
        return points.min(axis=0), points.max(axis=0)


def planar_uv(points: Array, grain: int | None = None) -> Array:
    """Return metres along a flat polygon (n, 3): u along axis `grain` (or level), v upwards; upside down for pictures' sake."""
    after = np.roll(points, -1, axis=0)
    # Newell's sum: twice the area seen along x, y and z
    normal = ((points - after)[:, [1, 2, 0]] * (points + after)[:, [2, 0, 1]]).sum(axis=0)
    axis = int(np.argmax(np.abs(normal)))
    across = [a for a in range(3) if a != axis]
    if grain in across and grain != across[0]:
        across.reverse()
    uv = np.asarray(points[:, across], float)
    return uv * (1.0, -1.0)


def triangulated(area: BaseGeometry) -> list[tuple[Array, NDArray[np.int64]]]:
    """Return points (n, 2) and counter-clockwise triangles (m, 3) of each polygon of an area."""
    out: list[tuple[Array, NDArray[np.int64]]] = []
    for polygon in getattr(area, "geoms", [area]):
        if polygon.is_empty or polygon.area < 1e-7:
            continue
        oriented = orient(polygon)
        rings = [np.asarray(ring.coords[:-1], float)[:, :2] for ring in (oriented.exterior, *oriented.interiors)]
        points = np.concatenate(rings)
        ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
        triangles = np.asarray(mapbox_earcut.triangulate_float64(points, ends)).reshape(-1, 3).astype(np.int64)
        a, b, c = (points[triangles[:, k]] for k in range(3))
        area2 = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
        triangles[area2 < 0] = triangles[area2 < 0][:, ::-1]
        out.append((points, triangles[np.abs(area2) > 1e-12]))
    return out


@lru_cache(maxsize=8192)
def _box_part(size: tuple[float, ...], bevel: float, without: str) -> tuple[Array, NDArray[np.int64], Array]:
    """The triangles of a box whose bottom is centred at the origin."""
    half = np.asarray(size) / 2
    lift = np.array([0.0, 0.0, half[2]])
    cut = min(bevel, 0.45 * min(size))
    polygons = _box_faces(half, cut, without) if cut > 0 else _plain_faces(half, without)
    body = Body().faces("", [[_vector(p + lift) for p in polygon] for polygon in polygons], grain=int(np.argmax(size)))
    return body.parts[0].positions, body.parts[0].triangles, body.parts[0].uv


def _at_uv(at: Vector) -> Array:
    """A shift of the picture that depends on where a part stands."""
    return np.array([at[0] * 0.61 + at[1] * 0.37, at[2] * 0.83 + at[1] * 0.29])


def _vector(values: Array) -> Vector:
    return float(values[0]), float(values[1]), float(values[2])


def _plain_faces(half: Array, without: str) -> list[Array]:
    return [_side(axis, sign, half, half) for name, (axis, sign) in _SIDES.items() if name not in without]


def _side(axis: int, sign: int, half: Array, inset: Array) -> Array:
    a, b = (axis + 1) % 3, (axis + 2) % 3
    corners = np.zeros((4, 3))
    corners[:, axis] = sign * half[axis]
    corners[:, a] = np.array([-1, 1, 1, -1]) * inset[a]
    corners[:, b] = np.array([-1, -1, 1, 1]) * inset[b]
    return corners if sign > 0 else corners[::-1]


def _box_faces(half: Array, cut: float, without: str) -> list[Array]:
    """The six faces drawn in by `cut`, the twelve chamfers and the eight corners of a box."""
    inset = half - cut
    polygons = [_side(axis, sign, half, inset) for name, (axis, sign) in _SIDES.items() if name not in without]
    for axis in range(3):
        a, b = (axis + 1) % 3, (axis + 2) % 3
        for sa in (-1, 1):
            for sb in (-1, 1):
                quad = np.zeros((4, 3))
                quad[:, axis] = np.array([-1, 1, 1, -1]) * inset[axis]
                quad[:2, a], quad[:2, b] = sa * half[a], sb * inset[b]
                quad[2:, a], quad[2:, b] = sa * inset[a], sb * half[b]
                polygons.append(_outward(quad))
    for sx in (-1, 1):
        for sy in (-1, 1):
            for sz in (-1, 1):
                sign = np.array([sx, sy, sz])
                polygons.append(_outward(np.array([np.where(np.arange(3) == k, half, inset) * sign for k in range(3)])))
    return polygons


def _outward(polygon: Array) -> Array:
    a, b = polygon[1] - polygon[0], polygon[2] - polygon[0]
    normal = np.array([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])
    return polygon if normal @ polygon.mean(axis=0) > 0 else polygon[::-1]
