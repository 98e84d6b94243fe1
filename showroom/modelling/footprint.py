"""Where do the walls of a storey show a face, and towards which space?

All walls are united in plan (`joints` draws their ends together), so corners and T-joints are clean. Every edge of the united
outline is cut where the wall or the space beside it changes; each piece is a `Face`, seen from its right-hand side walking from
`start` to `end` (the wall lies to the left). Walls lower than the storey stand against the full ones and have faces of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Point, Polygon, STRtree
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import unary_union
from shapely.validation import make_valid

from showroom.domain.plan import Column, Opening, Space, Storey, Wall
from showroom.modelling.joints import NEAR, bars, wall_line

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Face:
    """One upright face of a wall or column: its two ends seen from above, what it belongs to, and the space it looks into."""

    wall: Wall | None
    column: Column | None
    space: Space | None
    start: Array
    end: Array
    low: bool = False
    """True for a wall that does not reach the ceiling."""

    @property
    def plan_id(self) -> str | None:
        """Return the id of the wall or column."""
        return self.wall.id if self.wall else self.column.id if self.column else None

    @cached_property
    def length(self) -> float:
        """Return the length in metres."""
        return float(np.linalg.norm(self.end - self.start))

    @cached_property
    def along(self) -> Array:
        """Return the unit vector from start to end."""
        return np.asarray((self.end - self.start) / self.length)

    @property
    def normal(self) -> Array:
        """Return the unit vector out of the wall, into the space."""
        x, y = self.along
        return np.array([y, -x])

    def spans(self, openings: Iterable[Opening]) -> list[tuple[Opening, float, float]]:
        """Return the wall's openings that lie in this face, each with its stretch along the face in metres."""
        if self.wall is None:
            return []
        origin, direction = wall_line(self.wall)
        same = float(direction @ self.along)
        if abs(same) < 0.99:
            return []
        begin, way = float((origin - self.start) @ self.along), 1.0 if same > 0 else -1.0
        found = []
        for opening in openings:
            if opening.wall != self.wall.id:
                continue
            middle = begin + way * opening.at
            a, b = middle - opening.width / 2, middle + opening.width / 2
            if b > 1e-3 and a < self.length - 1e-3:
                found.append((opening, max(a, 0.0), min(b, self.length)))
        return found


@dataclass(frozen=True, eq=False)
class Footprint:
    """What the walls and columns of a storey cover: all of them, those that reach the ceiling, and the lower ones by height."""

    whole: MultiPolygon
    full: MultiPolygon
    low: tuple[tuple[float, MultiPolygon], ...]
    bars: tuple[tuple[Wall | Column, BaseGeometry], ...]


def covered(storey: Storey, height: float) -> Footprint:
    """Return what the walls of a storey of this height cover in plan."""
    pieces: list[tuple[Wall | Column, BaseGeometry]] = list(bars(storey.walls))
    pieces += [(column, make_valid(Polygon(column.outline))) for column in storey.columns]
    by_height: dict[float, list[BaseGeometry]] = defaultdict(list)
    for thing, area in pieces:
        own = thing.height if isinstance(thing, Wall) else None
        by_height[min(own or height, height)].append(area)
    full = _clean(by_height.pop(height, []))
    above: BaseGeometry = full
    low = []
    for own in sorted(by_height, reverse=True):
        rest = _clean([unary_union(by_height[own]).difference(above)])
        above = above.union(rest)
        low.append((own, rest))
    return Footprint(_clean([full, *(area for _, area in low)]), full, tuple(low), tuple(pieces))


def footprint(storey: Storey) -> MultiPolygon:
    """Return what walls and columns cover in plan, whatever their height."""
    return covered(storey, float("inf")).whole


def _clean(areas: list[BaseGeometry]) -> MultiPolygon:
    """Unite areas and take away hairline gaps and points that turn no corner."""
    united = unary_union(areas).buffer(0.002, join_style="mitre").buffer(-0.002, join_style="mitre").simplify(0.0005)
    parts = [part for part in getattr(united, "geoms", [united]) if isinstance(part, Polygon) and part.area > 1e-6]
    return MultiPolygon([orient(part) for part in parts])


@lru_cache(maxsize=2048)
def outline(space: Space) -> Polygon | MultiPolygon:
    """Return the area of a space, mended where its line crosses itself."""
    area = Polygon(space.outline, space.holes)
    mended = area if area.is_valid else make_valid(area)
    polygons = [part for part in getattr(mended, "geoms", [mended]) if isinstance(part, Polygon)]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


class Rooms:
    """The spaces of a storey, found by a point."""

    def __init__(self, spaces: tuple[Space, ...]) -> None:
        self._spaces = spaces
        self._areas = [outline(space) for space in spaces]
        self._tree = STRtree(self._areas)

    def at(self, point: tuple[float, float] | Array, *, within: float = NEAR) -> Space | None:
        """Return the space a point lies in (the smallest), or the nearest one within so many metres."""
        spot = Point(point)
        near = self._tree.query(spot, "dwithin", within).tolist()
        ranked = sorted((self._areas[k].distance(spot), self._areas[k].area, k) for k in near)
        return self._spaces[ranked[0][2]] if ranked else None


def faces(storey: Storey, walls: Footprint) -> list[Face]:
    """Return every face of the walls of a storey that can be seen."""
    beside = _Beside(storey, walls)
    found: list[Face] = []
    for area, low in ((walls.full, False), *((area, True) for _, area in walls.low)):
        for part in area.geoms:
            for ring in (part.exterior, *part.interiors):
                for start, end in pairwise(np.asarray(ring.coords, float)):
                    if not (low and walls.full.distance(Point((start + end) / 2)) < 0.005):
                        found.extend(beside.pieces(start, end, low=low))
    return found


class _Beside:
    """What lies beside the edges of a storey's walls: the spaces before them, the walls behind them."""

    def __init__(self, storey: Storey, walls: Footprint) -> None:
        self.spaces = storey.spaces
        self.areas = [outline(space).buffer(NEAR) for space in storey.spaces]
        self.rooms = STRtree(self.areas)
        shapely.prepare(self.areas)
        self.things = [thing for thing, _ in walls.bars]
        self.bars = [area for _, area in walls.bars]
        self.behind = STRtree(self.bars)

    def pieces(self, start: Array, end: Array, *, low: bool) -> Iterator[Face]:
        length = float(np.linalg.norm(end - start))
        if length < 1e-3:
            return
        along = (end - start) / length
        out = np.array([along[1], -along[0]])
        cuts = {0.0, length}
        before = LineString([start + out * 0.05, end + out * 0.05])
        rooms = sorted(self.rooms.query(before, "intersects").tolist())
        for room in rooms:
            touched = before.intersection(self.areas[room])
            for piece in getattr(touched, "geoms", [touched]):
                cuts.update(float((np.asarray(point)[:2] - start) @ along) for point in getattr(piece, "coords", []))
        carriers = self._carriers(start, end, along)
        if len(carriers) > 1:
            for wall in carriers:
                cuts.update(float((np.asarray(point, float) - start) @ along) for point in wall.axis)
        stops = sorted(cut for cut in cuts if -1e-9 <= cut <= length + 1e-9)
        merged: list[tuple[float, float, Wall | Column | None, Space | None]] = []
        for a, b in pairwise(stops):
            if b - a < 2e-3:
                continue
            middle = start + along * (a + b) / 2
            thing = _nearest(carriers, middle) or self._nearest_bar(middle)
            probe = Point(middle + out * 0.05)
            space = next((self.spaces[room] for room in sorted(self.rooms.query(probe, "within").tolist())), None)
            if merged and merged[-1][2] is thing and merged[-1][3] is space:
                merged[-1] = (merged[-1][0], b, thing, space)
            else:
                merged.append((merged[-1][1] if merged else 0.0, b, thing, space))
        for number, (a, b, thing, space) in enumerate(merged):
            stop = length if number == len(merged) - 1 else b
            carrier = thing if isinstance(thing, Wall) else None
            column = thing if isinstance(thing, Column) else None
            yield Face(carrier, column, space, start + along * a, start + along * stop, low)

    def _carriers(self, start: Array, end: Array, along: Array) -> list[Wall]:
        close = self.behind.query(LineString([start, end]), "dwithin", 0.01)
        return [
            thing for thing in (self.things[k] for k in sorted(close)) if isinstance(thing, Wall) and _carries(thing, start, along)
        ]

    def _nearest_bar(self, point: Array) -> Wall | Column | None:
        close = self.behind.query(Point(point), "dwithin", 0.05)
        spot = Point(point)
        return min((self.things[k] for k in sorted(close)), key=lambda t: (isinstance(t, Wall), _off(t, spot)), default=None)


def _off(thing: Wall | Column, spot: Point) -> float:
    return float(LineString(thing.axis).distance(spot)) if isinstance(thing, Wall) else 0.0


def _carries(wall: Wall, start: Array, along: Array) -> bool:
    origin, direction = wall_line(wall)
    if abs(float(direction[0] * along[1] - direction[1] * along[0])) > 0.01:
        return False
    offset = abs(float(direction[0] * (start - origin)[1] - direction[1] * (start - origin)[0]))
    return abs(offset - wall.thickness / 2) < 0.01


def _nearest(walls: list[Wall], point: Array) -> Wall | None:
    return min(walls, key=lambda wall: LineString(wall.axis).distance(Point(point)), default=None)
