"""What follows from one storey's drawing: shapes, sides of openings, neighbours, exits, what can be walked on.

Everything is derived on first use and kept. Exits are found, never guessed: a door whose far side was not drawn is an exit only
if nothing of the storey lies beyond it.
"""

import math
import re
from collections import defaultdict
from itertools import pairwise
from typing import cast

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Point, Polygon, STRtree

from showroom.domain.plan import Fixture, Opening, Space, Storey
from showroom.domain.vocabulary import find_word
from showroom.geometry.memory import Memory, Subject, derived, kept_apart
from showroom.geometry.openings import PlacedOpening, Vector, distinct, place_openings, same_place
from showroom.geometry.outlines import (
    Geometries,
    are_convex,
    fixture_polygon,
    fixture_polygons,
    outline_polygon,
    parts,
    space_polygons,
    wall_polygons,
)
from showroom.geometry.reach import OUTSIDE, Reach

EXIT_WORDS = ("安全出口", "出口", "exit")
_DENIED = re.compile(r"非(?!常)|不(?:是|得|作|能|可|准|许)|禁|\bno (?:\w+ )?exit|\bnot\b")
NOT_WALKED_THROUGH = frozenset(("lift",))
"""Uses of spaces no walk leads through: it may begin or end there, but nobody comes out at another door of them."""
OPEN_SIDE_GAP = 0.02
"""Spaces drawn no farther apart than this, with no wall between, are open to each other."""
OPEN_SIDE_WIDTH = 0.5
"""The least width in metres by which two spaces must touch to be walked between."""
_INTRUSION = 1e-3
_REACHING = 0.01
"""A fixture that overlaps a space by more than this, in square metres, reaches into it."""
_CUT_OFF = 1.0
"""Parts of a space as large as this, in square metres, that a wall cuts off are not passed over in silence."""


_ASSUMED = "assumed level"


class _Seen:
    """A storey that notes which of its parts are read."""

    __slots__ = ("_memory", "id")

    def __init__(self, memory: Memory, storey_id: str) -> None:
        self._memory, self.id = memory, storey_id

    def __getattr__(self, part: str) -> object:
        return self._memory.given(self.id, part)


class Floor(Subject):
    """The derived geometry of one storey. Spaces, openings and fixtures are asked for by id."""

    def __init__(self, storey: Storey, level: int | None = None, memory: Memory | None = None) -> None:
        """`level` serves a storey whose drawing does not say which; `memory` is that of the whole plan."""
        self.memory = memory or Memory(lasting=False)
        self.name = self.id = storey.id
        self.memory.subjects[self.name] = self
        self.memory.givers[self.name] = lambda part: level if part == _ASSUMED else getattr(storey, part)
        self.storey = cast("Storey", _Seen(self.memory, storey.id)) if self.memory.lasting else storey

    @derived
    def level(self) -> int | None:
        """The level of the storey, drawn or assumed; `None` where neither is known."""
        assumed: int | None = self.memory.given(self.name, _ASSUMED)
        return assumed if self.storey.level is None else self.storey.level

    @derived
    def spaces(self) -> dict[str, Space]:
        """The spaces by id, in reading order."""
        return {space.id: space for space in self.storey.spaces}

    @kept_apart
    def ground(self, space_id: str) -> Polygon:
        """Return the walkable part of a space."""
        return self.free[space_id]

    @kept_apart
    def opening(self, opening_id: str) -> PlacedOpening:
        """Return an opening placed."""
        return self.openings[opening_id]

    @kept_apart
    def space(self, space_id: str) -> Space:
        """Return a space."""
        return self.spaces[space_id]

    @derived
    def polygons(self) -> dict[str, Polygon]:
        """The inner outline of every space, by id."""
        return dict(zip(self.spaces, self._drawn[0], strict=True))

    @property
    def mended(self) -> list[str]:
        """The spaces whose outline crosses itself, of which the largest part counts."""
        return [space_id for space_id, sound in zip(self.spaces, self._drawn[1], strict=True) if not sound]

    @derived
    def _drawn(self) -> tuple[list[Polygon], list[bool]]:
        return space_polygons(self.storey.spaces)

    @derived
    def walls(self) -> dict[str, Polygon]:
        """Every wall as a rectangle, by id."""
        return {wall.id: shape for wall, shape in zip(self.storey.walls, self._wall_shapes, strict=True)}

    @derived
    def _wall_shapes(self) -> Geometries:
        return wall_polygons(self.storey.walls)

    @derived
    def _space_shapes(self) -> Geometries:
        return np.array([*self.polygons.values(), None], dtype=object)[:-1]

    @derived
    def _space_tree(self) -> STRtree:
        return STRtree(self._space_shapes)

    @derived
    def openings(self) -> dict[str, PlacedOpening]:
        """Every opening, placed, by id."""
        return place_openings(self.storey, list(self.polygons), self._space_shapes)

    @derived
    def openings_of(self) -> dict[str, tuple[PlacedOpening, ...]]:
        """The openings of each space that has any, by the space's id."""
        found: dict[str, list[PlacedOpening]] = defaultdict(list)
        for placed in self.openings.values():
            for side in sorted({side for side in placed.joins if side is not None}):
                found[side].append(placed)
        return {space_id: tuple(placed) for space_id, placed in found.items()}

    @derived
    def barred(self) -> frozenset[str]:
        """The spaces no walk leads through."""
        return frozenset(space.id for space in self.storey.spaces if space.use in NOT_WALKED_THROUGH)

    def near(self, space_id: str) -> list[str]:
        """Return the spaces whose bounding boxes meet that of a space, itself left out, in reading order."""
        ids = list(self.polygons)
        return [ids[row] for row in sorted(self._space_tree.query(self.polygons[space_id]).tolist()) if ids[row] != space_id]

    # ---------------------------------------------------------------- what lies beyond

    @derived
    def outer(self) -> frozenset[str]:
        """The openings with a space on one side and the open on the other; a mark does not lead out of one room into another."""
        led = [placed.id for placed in self.openings.values() if placed.opening.leads == "outside" and self._may_lead_out(placed)]
        one_sided = [placed for placed in self.openings.values() if (placed.joins[0] is None) != (placed.joins[1] is None)]
        doubtful = [placed for placed in one_sided if placed.opening.leads != "outside"]
        return frozenset((*led, *self._facing_the_open(doubtful)))

    def _may_lead_out(self, placed: PlacedOpening) -> bool:
        first, second = placed.joins
        return (first is None) != (second is None) or self._joins_one(placed, "outdoor")

    def _facing_the_open(self, one_sided: list[PlacedOpening]) -> list[str]:
        """Those openings with nothing of the storey straight before them, or which lie on its outermost walls."""
        if not one_sided:
            return []
        out = np.array([1 if placed.joins[0] is None else -1 for placed in one_sided])
        start = np.array(
            [placed.at(0.0, sign * (placed.thickness / 2 + 0.05)) for placed, sign in zip(one_sided, out.tolist(), strict=True)]
        )
        away = np.array([placed.normal for placed in one_sided]) * out[:, None] * self._extent
        rays = shapely.linestrings(np.stack([start, start + away], axis=1))
        met = np.concatenate([tree.query(rays, predicate="intersects")[0] for tree in (self._space_tree, self._wall_tree)])
        free: NDArray[np.bool_] = np.ones(len(one_sided), dtype=np.bool_)
        free[met] = False
        if not free.all():
            free[~free] = ~shapely.covers(self._envelope, shapely.points(start[~free]))
        return [placed.id for placed, outside in zip(one_sided, free.tolist(), strict=True) if outside]

    @derived
    def _wall_tree(self) -> STRtree:
        return STRtree(self._wall_shapes)

    @derived
    def _extent(self) -> float:
        low_x, low_y, high_x, high_y = shapely.total_bounds(np.concatenate([self._space_shapes, self._wall_shapes]))
        return math.hypot(high_x - low_x, high_y - low_y) + 1.0

    @derived
    def _envelope(self) -> MultiPolygon:
        """Everything inside the outermost walls, holes (undrawn rooms, courtyards) filled."""
        grown = shapely.buffer(self._wall_shapes, 0.03, join_style="mitre", cap_style="square")
        merged = shapely.union_all(np.concatenate([self._space_shapes, grown]))
        return MultiPolygon([Polygon(part.exterior) for part in parts(merged)])

    @derived
    def exits(self) -> tuple[PlacedOpening, ...]:
        """The exits of the storey: doors to the outside, to a stair, or labelled as one, in reading order; each once."""
        candidates = [
            placed
            for placed in self.openings.values()
            if placed.opening.kind in ("door", "passage") and self.barred.isdisjoint(placed.joins)
        ]
        to_stairs = {placed.id for placed in candidates if self._leads_to_stair(placed)}
        stairs_entered = {
            side for placed in candidates if placed.id in to_stairs for side in placed.joins if side and self.is_stair(side)
        }
        found = [
            placed
            for placed in candidates
            if placed.id in to_stairs
            or (self.leads_out(placed) and not any(side in stairs_entered for side in placed.joins))
            or (is_labelled_exit(placed.opening) and any(placed.joins))
        ]
        return tuple(distinct(found))

    @derived
    def exit_ids(self) -> frozenset[str]:
        """The ids of the exits."""
        return frozenset(placed.id for placed in self.exits)

    @derived
    def final_exits(self) -> tuple[PlacedOpening, ...]:
        """The doors through which one steps into the open."""
        return tuple(p for p in self.openings.values() if p.opening.kind in ("door", "passage") and self.leads_out(p))

    def leads_out(self, placed: PlacedOpening) -> bool:
        """Tell whether the open air lies beyond: undrawn, or drawn as an outdoor space of a storey that is not above ground."""
        if placed.id in self.outer:
            return True
        if is_labelled_exit(placed.opening) and None in placed.joins:
            return True
        if self.level is None or self.level > 1 or not self._joins_one(placed, "outdoor"):
            return False
        return not any(side in self._closed_yards for side in placed.joins)

    @derived
    def doubtful_exits(self) -> tuple[PlacedOpening, ...]:
        """The doors said to lead outside with a room, or no room at all, on both sides; terrace doors of an unknown storey."""
        return tuple(
            placed
            for placed in self.openings.values()
            if placed.opening.kind in ("door", "passage")
            and self.barred.isdisjoint(placed.joins)
            and (placed.opening.leads == "outside" or (self.level is None and self._joins_one(placed, "outdoor")))
            and not any(same_place(placed, known) for known in self.exits)
        )

    @derived
    def _closed_yards(self) -> frozenset[str]:
        """The outdoor spaces with rooms or walls all round and no way on into the open."""
        yards = [space_id for space_id, space in self.spaces.items() if space.use == "outdoor"]
        if not yards:
            return frozenset()
        rooms = [shape for space_id, shape in self.polygons.items() if space_id not in yards]
        grown = shapely.buffer(self._wall_shapes, 0.03, join_style="mitre", cap_style="square")
        built = MultiPolygon([Polygon(part.exterior) for part in parts(shapely.union_all([*rooms, *grown]))])
        return frozenset(
            yard
            for yard in yards
            if built.covers(self.polygons[yard].buffer(-0.05))
            and not any(
                placed.id in self.outer for placed in self.openings_of.get(yard, ()) if placed.opening.kind in ("door", "passage")
            )
        )

    def is_stair(self, space_id: str) -> bool:
        """Tell whether a space is a stair."""
        return self.spaces[space_id].use == "stair"

    def _leads_to_stair(self, placed: PlacedOpening) -> bool:
        if self._joins_one(placed, "stair"):
            return True
        if not self.storey.stairs or (placed.joins[0] is None) == (placed.joins[1] is None):
            return False
        beyond = Point(placed.at(0.0, (1 if placed.joins[0] is None else -1) * (placed.thickness / 2 + 0.3)))
        return any(shape.covers(beyond) for shape in self._stair_shapes)

    def _joins_one(self, placed: PlacedOpening, use: str) -> bool:
        """Tell whether exactly one side is a space of that use and the other another space."""
        first, second = placed.joins
        return first is not None and second is not None and (self.spaces[first].use == use) != (self.spaces[second].use == use)

    @derived
    def _stair_shapes(self) -> list[Polygon]:
        return [outline_polygon(stair) for stair in self.storey.stairs]

    # ---------------------------------------------------------------- neighbours

    @derived
    def open_sides(self) -> tuple[tuple[str, str, LineString], ...]:
        """The stretches by which two spaces touch with no wall between: first space, second space, the stretch."""
        shapes, ids = self._space_shapes, list(self.polygons)
        if len(shapes) < 2:
            return ()
        first, second = self._space_tree.query(shapes, predicate="dwithin", distance=OPEN_SIDE_GAP)
        keep = first < second
        found: list[tuple[str, str, LineString]] = []
        for i, j in zip(first[keep].tolist(), second[keep].tolist(), strict=True):
            small, big = (i, j) if shapes[i].area <= shapes[j].area else (j, i)
            shared = shapes[small].exterior.intersection(shapes[big].buffer(OPEN_SIDE_GAP * 1.01, join_style="mitre"))
            between = self._wall_shapes[self._wall_tree.query(shared, predicate="dwithin", distance=OPEN_SIDE_GAP)]
            if len(between):
                shared = shared.difference(shapely.union_all(shapely.buffer(between, OPEN_SIDE_GAP * 1.5, join_style="mitre")))
            merged = shapely.line_merge(shared) if shared.geom_type == "MultiLineString" else shared
            for line in getattr(merged, "geoms", (merged,)):
                beside = (_beside(LineString([a, b]), shapes[big]) for a, b in pairwise(line.coords) if a != b)
                found.extend((ids[i], ids[j], stretch) for stretch in beside if stretch.length >= OPEN_SIDE_WIDTH)
        return tuple(found)

    @derived
    def passages(self) -> tuple[PlacedOpening, ...]:
        """The openings one can walk through: doors and passages with a space on at least one side."""
        return tuple(
            placed
            for placed in self.openings.values()
            if placed.opening.kind in ("door", "passage") and placed.joins[0] != placed.joins[1]
        )

    @derived
    def gaps(self) -> tuple[PlacedOpening, ...]:
        """The openings one can walk through that have no door."""
        return tuple(placed for placed in self.passages if placed.opening.kind == "passage")

    @derived
    def reach(self) -> Reach:
        """Which spaces can be left by which neighbours, towards an exit; a lift leads nowhere."""
        edges = [(first, second) for first, second, _ in self.open_sides if self.barred.isdisjoint((first, second))]
        out = {placed.id for placed in (*self.exits, *self.final_exits)}
        for placed in self.passages:
            if not self.barred.isdisjoint(placed.joins):
                continue
            sides = [side for side in placed.joins if side is not None]
            if placed.id in out:
                edges.extend((side, OUTSIDE) for side in sides if len(sides) == 1 or not self.is_stair(side))
            if len(sides) == 2:
                edges.append((sides[0], sides[1]))
        return Reach(edges)

    # ---------------------------------------------------------------- what can be walked on

    @property
    def free(self) -> dict[str, Polygon]:
        """The walkable part of each space: its outline without the walls and columns that stand in it."""
        return self._walked_on[0]

    @property
    def divided(self) -> frozenset[str]:
        """The spaces that a wall cuts in two; only the larger part is in `free`, and what was measured there is not the whole."""
        return self._walked_on[1]

    @derived
    def _walked_on(self) -> tuple[dict[str, Polygon], frozenset[str]]:
        """The walkable part of each space, and the spaces of which that is not all."""
        shapes = self._space_shapes
        standing = np.concatenate(
            [self._wall_shapes, np.array([*map(outline_polygon, self.storey.columns), None], dtype=object)[:-1]]
        )
        result = dict(self.polygons)
        divided: set[str] = set()
        if not len(standing) or not len(shapes):
            return result, frozenset()
        which, space = self._space_tree.query(standing, predicate="intersects")
        overlap = shapely.area(shapely.intersection(standing[which], shapes[space]))
        ids = list(self.polygons)
        cutters: dict[int, list[int]] = defaultdict(list)
        for piece, row, area in zip(which.tolist(), space.tolist(), overlap.tolist(), strict=True):
            if area > _INTRUSION:
                cutters[row].append(piece)
        for row, pieces in cutters.items():
            left = parts(shapes[row].difference(shapely.union_all(standing[pieces])))
            result[ids[row]] = max(left, key=lambda part: part.area, default=Polygon())
            if sum(part.area >= _CUT_OFF for part in left) > 1:
                divided.add(ids[row])
        return result, frozenset(divided)

    @derived
    def plain(self) -> dict[str, bool]:
        """Whether in the walkable part of a space every point is seen from every other, by id."""
        return dict(zip(self.free, are_convex(list(self.free.values())), strict=True))

    @derived
    def walkable(self) -> MultiPolygon:
        """The union of all spaces without what stands in them, joined by the passages."""
        necks = [self._neck(placed) for placed in self.passages]
        return MultiPolygon(parts(shapely.union_all([*self.free.values(), *necks])))

    @staticmethod
    def _neck(placed: PlacedOpening) -> Polygon:
        half, up, down = placed.opening.width / 2, placed.depths[0] + 1e-3, -placed.depths[1] - 1e-3
        return Polygon([placed.at(-half, up), placed.at(half, up), placed.at(half, down), placed.at(-half, down)])

    # ---------------------------------------------------------------- what stands where

    @derived
    def space_of(self) -> dict[str, str | None]:
        """The space each fixture stands in (the smallest that contains its middle, else one within 0.3 m), by fixture id."""
        ids = list(self.polygons)
        found: dict[str, str | None] = {fixture.id: None for fixture in self.storey.fixtures}
        if not ids or not found:
            return found
        points = shapely.points([fixture.at for fixture in self.storey.fixtures])
        areas = shapely.area(self._space_shapes)
        asked, hit = self._space_tree.query(points, predicate="dwithin", distance=0.3)
        distance = shapely.distance(points[asked], self._space_shapes[hit])
        names = list(found)
        for row in np.lexsort((areas[hit], np.round(distance, 3)))[::-1].tolist():
            if distance[row] > 0 and self._behind_a_wall(points[asked[row]], self._space_shapes[hit[row]]):
                continue
            found[names[asked[row]]] = ids[hit[row]]
        return found

    def _behind_a_wall(self, point: Point, shape: Polygon) -> bool:
        """Tell whether a wall lies between a point outside a space and the space; a point in the wall itself belongs to it."""
        between = self._wall_shapes[self._wall_tree.query(shapely.shortest_line(point, shape), predicate="intersects")]
        return len(between) > 0 and not bool((shapely.distance(between, point) < 0.02).any())

    @kept_apart
    def fixtures_in(self, space_id: str) -> tuple[Fixture, ...]:
        """Return the fixtures that stand in a space."""
        return self._standing_in.get(space_id, ())

    @kept_apart
    def reaching_into(self, space_id: str) -> tuple[Fixture, ...]:
        """Return the fixtures whose middle lies elsewhere (in a wall, in the next room) and which reach into a space."""
        return self._reaching.get(space_id, ())

    @derived
    def _reaching(self) -> dict[str, tuple[Fixture, ...]]:
        fixtures = [fixture for fixture in self.storey.fixtures if fixture.size is not None]
        if not fixtures or not len(self._space_shapes):
            return {}
        footprints = self._footprints
        shapes = np.array([*(footprints[fixture.id] for fixture in fixtures), None], dtype=object)[:-1]
        which, space = self._space_tree.query(shapes, predicate="intersects")
        ids, hosts = list(self.polygons), self.space_of
        own = [hosts[fixtures[piece].id] == ids[row] for piece, row in zip(which.tolist(), space.tolist(), strict=True)]
        which, space = which[~np.array(own, dtype=bool)], space[~np.array(own, dtype=bool)]
        overlap = shapely.area(shapely.intersection(shapes[which], self._space_shapes[space]))
        found: dict[str, list[Fixture]] = defaultdict(list)
        for piece, row, area in zip(which.tolist(), space.tolist(), overlap.tolist(), strict=True):
            if area > _REACHING:
                found[ids[row]].append(fixtures[piece])
        return {space_id: tuple(several) for space_id, several in found.items()}

    @derived
    def _standing_in(self) -> dict[str, tuple[Fixture, ...]]:
        found: dict[str, list[Fixture]] = defaultdict(list)
        for fixture in self.storey.fixtures:
            if (space_id := self.space_of[fixture.id]) is not None:
                found[space_id].append(fixture)
        return {space_id: tuple(fixtures) for space_id, fixtures in found.items()}

    def footprint(self, fixture: Fixture) -> Polygon:
        """Return the footprint of a fixture; empty where no size is known."""
        return fixture_polygon(fixture)

    @derived
    def _footprints(self) -> dict[str, Polygon]:
        return dict(zip((fixture.id for fixture in self.storey.fixtures), fixture_polygons(self.storey.fixtures), strict=True))


def is_labelled_exit(opening: Opening) -> bool:
    """Tell whether the drawing names this opening an exit."""
    return any(find_word(word, label) >= 0 for label in opening.labels if not _DENIED.search(label.lower()) for word in EXIT_WORDS)


def middle(line: LineString) -> Vector:
    """Return the middle of a line."""
    point = line.interpolate(0.5, normalized=True)
    return float(point.x), float(point.y)


def _beside(stretch: LineString, shape: Polygon) -> LineString:
    """The part of a straight stretch that `shape` lies beside: what reaches past its corners is cut off."""
    near = shapely.get_coordinates(stretch.buffer(OPEN_SIDE_GAP * 1.01, cap_style="flat").intersection(shape))
    if not len(near):
        return stretch
    (ax, ay), (bx, by) = stretch.coords
    ux, uy = (bx - ax) / stretch.length, (by - ay) / stretch.length
    along = (near[:, 0] - ax) * ux + (near[:, 1] - ay) * uy
    low, high = max(0.0, float(along.min())), min(stretch.length, float(along.max()))
    return LineString([(ax + ux * low, ay + uy * low), (ax + ux * high, ay + uy * high)])
