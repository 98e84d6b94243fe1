"""Where do the walls of a storey show a face, and towards which space?

All walls are united in plan, ends drawn on to the middle of what they meet, so corners and T-joints are clean. Every edge of the
united outline is cut where the wall or the space beside it changes; each piece is a `Face`, seen from its right-hand side
walking from `start` to `end` (the wall lies to the left).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import unary_union
from shapely.validation import make_valid

from showroom.domain.plan import Opening, Space, Storey, Wall

Array = NDArray[np.float64]
_NEAR = 0.02


@dataclass(frozen=True, eq=False)
class Face:
    """One upright face of a wall: its two ends seen from above, the wall, the space it looks into, and its openings' spans."""

    wall: Wall | None
    space: Space | None
    start: Array
    end: Array
    shell: bool
    """True on the outermost outline of the building."""

    @property
    def length(self) -> float:
        """Return the length in metres."""
        return float(np.linalg.norm(self.end - self.start))

    @property
    def along(self) -> Array:
        """Return the unit vector from start to end."""
        return np.asarray((self.end - self.start) / self.length)

    @property
    def normal(self) -> Array:
        """Return the unit vector out of the wall, into the space."""
        x, y = self.along
        return np.array([y, -x])

    def spans(self, openings: tuple[Opening, ...]) -> list[tuple[Opening, float, float]]:
        """Return the wall's openings that lie in this face, each with its stretch along the face in metres."""
        if self.wall is None:
            return []
        origin, direction = wall_line(self.wall)
        found = []
        for opening in openings:
            if opening.wall != self.wall.id:
                continue
            jambs = [origin + direction * (opening.at + side * opening.width / 2) for side in (-1, 1)]
            a, b = sorted(float((jamb - self.start) @ self.along) for jamb in jambs)
            if b > 1e-3 and a < self.length - 1e-3:
                found.append((opening, max(a, 0.0), min(b, self.length)))
        return found


def wall_line(wall: Wall) -> tuple[Array, Array]:
    """Return the start of a wall's axis and its unit direction."""
    a, b = np.asarray(wall.axis[0], float), np.asarray(wall.axis[1], float)
    return a, (b - a) / np.linalg.norm(b - a)


def footprint(storey: Storey) -> MultiPolygon:
    """Return what walls and columns cover in plan."""
    bars = [_bar(wall, storey.walls) for wall in storey.walls]
    posts = [make_valid(Polygon(column.outline)) for column in storey.columns]
    united = unary_union([*bars, *posts]).buffer(0.002, join_style="mitre").buffer(-0.002, join_style="mitre").simplify(0.0005)
    parts = [part for part in getattr(united, "geoms", [united]) if isinstance(part, Polygon) and part.area > 1e-6]
    return MultiPolygon([orient(part) for part in parts])


def outline(space: Space) -> Polygon | MultiPolygon:
    """Return the area of a space, mended where its line crosses itself."""
    area = Polygon(space.outline, space.holes)
    mended = area if area.is_valid else make_valid(area)
    polygons = [part for part in getattr(mended, "geoms", [mended]) if isinstance(part, Polygon)]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def faces(storey: Storey, walls: MultiPolygon) -> list[Face]:
    """Return every face of the walls of a storey."""
    areas = [(space, outline(space).buffer(_NEAR)) for space in storey.spaces]
    found: list[Face] = []
    for part in walls.geoms:
        for number, ring in enumerate((part.exterior, *part.interiors)):
            points = np.asarray(ring.coords, float)
            for start, end in pairwise(points):
                found.extend(_pieces(start, end, storey, areas, shell=number == 0))
    return found


def _bar(wall: Wall, walls: tuple[Wall, ...]) -> Polygon:
    origin, direction = wall_line(wall)
    length = math.dist(*wall.axis)
    ahead = _reach(wall, np.asarray(wall.axis[1], float), direction, walls)
    behind = _reach(wall, np.asarray(wall.axis[0], float), direction, walls)
    line = LineString([origin - direction * behind, origin + direction * (length + ahead)])
    bar = line.buffer(wall.thickness / 2, cap_style="flat")
    assert isinstance(bar, Polygon)
    return bar


def _reach(wall: Wall, end: Array, direction: Array, walls: tuple[Wall, ...]) -> float:
    """How far a wall is drawn on beyond `end`, to the far face of the thickest wall it meets there."""
    reach = 0.0
    for other in walls:
        if other is wall:
            continue
        _, across = wall_line(other)
        sine = abs(float(direction[0] * across[1] - direction[1] * across[0]))
        if sine > 0.17 and LineString(other.axis).distance(Point(end)) < other.thickness / 2 + _NEAR:
            reach = max(reach, min(other.thickness / 2 / sine, other.thickness))
    return reach


def _pieces(start: Array, end: Array, storey: Storey, areas: list[tuple[Space, Polygon]], *, shell: bool) -> Iterator[Face]:
    length = float(np.linalg.norm(end - start))
    if length < 1e-3:
        return
    along = (end - start) / length
    out = np.array([along[1], -along[0]])
    cuts = {0.0, length}
    near = LineString([start + out * 0.05, end + out * 0.05])
    for _, area in areas:
        touched = near.intersection(area)
        for piece in getattr(touched, "geoms", [touched]):
            cuts.update(float((np.asarray(point)[:2] - start) @ along) for point in getattr(piece, "coords", []))
    carriers = [wall for wall in storey.walls if _carries(wall, start, end, along)]
    if len(carriers) > 1:
        for wall in carriers:
            cuts.update(float((np.asarray(point, float) - start) @ along) for point in wall.axis)
    stops = sorted(cut for cut in cuts if -1e-9 <= cut <= length + 1e-9)
    merged: list[tuple[float, float, Wall | None, Space | None]] = []
    for a, b in pairwise(stops):
        if b - a < 0.03:
            if merged:
                merged[-1] = (merged[-1][0], b, *merged[-1][2:])
            continue
        middle = start + along * (a + b) / 2
        carrier = _nearest(carriers, middle)
        space = next((space for space, area in areas if area.contains(Point(middle + out * 0.05))), None)
        if merged and merged[-1][2] is carrier and merged[-1][3] is space:
            merged[-1] = (merged[-1][0], b, carrier, space)
        else:
            merged.append((merged[-1][1] if merged else 0.0, b, carrier, space))
    for a, b, carrier, beside in merged:
        yield Face(carrier, beside, start + along * a, start + along * b, shell)


def _carries(wall: Wall, start: Array, end: Array, along: Array) -> bool:
    origin, direction = wall_line(wall)
    if abs(float(direction[0] * along[1] - direction[1] * along[0])) > 0.01:
        return False
    middle = (start + end) / 2
    offset = abs(float(direction[0] * (middle - origin)[1] - direction[1] * (middle - origin)[0]))
    return abs(offset - wall.thickness / 2) < 0.01


def _nearest(walls: list[Wall], point: Array) -> Wall | None:
    return min(walls, key=lambda wall: LineString(wall.axis).distance(Point(point)), default=None)
