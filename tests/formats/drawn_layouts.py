"""Which premises are drawn at random? Rooms, walls, doors and windows that fit together, in metres, from one seed.

A rectangle is cut into cells, some cells are joined to L-shaped rooms, sometimes a corner is left out of the building. Walls are
what lies between the rooms. Doors join the rooms to a whole and lead outside; their widths and places are the truth that reading
the drawing has to give back.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Literal

import numpy as np
import shapely

from showroom.domain.vocabulary import Vocabulary

Point = tuple[float, float]
Way = Literal["block", "arc", "double", "double arcs", "sliding block", "sliding lines", "gap"]

LEAST = 1.9
"""No cell is narrower than this between the axes of its walls (metres)."""


@dataclass(frozen=True)
class TrueRoom:
    """A room: its inner outline, its use, and the text drawn in it."""

    floor: shapely.Polygon
    use: str
    name: str


@dataclass(frozen=True)
class TrueOpening:
    """An opening: its middle on the axis, the direction of its wall (radians), width, thickness of the wall, side of the leaf."""

    middle: Point
    turn: float
    width: float
    thickness: float
    way: Way | Literal["window"]
    side: int = 1
    hinge: int = 1
    outside: bool = False

    @property
    def along(self) -> Point:
        """The unit vector along the wall."""
        return math.cos(self.turn), math.sin(self.turn)

    def gap(self) -> shapely.Polygon:
        """The ground the opening takes out of its wall."""
        (x, y), (dx, dy) = self.middle, (self.along[0] * self.width / 2, self.along[1] * self.width / 2)
        line = shapely.LineString([(x - dx, y - dy), (x + dx, y + dy)])
        return line.buffer(self.thickness / 2 + 0.02, cap_style="flat")


@dataclass(frozen=True)
class Layout:
    """The truth of one drawing."""

    rooms: tuple[TrueRoom, ...]
    openings: tuple[TrueOpening, ...]
    walls: shapely.Geometry
    """Ground of the walls, openings not taken out."""
    axes: shapely.Geometry
    columns: tuple[shapely.Polygon, ...]

    @property
    def doors(self) -> list[TrueOpening]:
        """Everything one walks through."""
        return [opening for opening in self.openings if opening.way != "window"]


def layout(random: Random, vocabulary: Vocabulary, ways: Sequence[Way], *, language: str, inner: float, outer: float) -> Layout:
    """Return premises whose doors are drawn in one of `ways`; walls are `inner` and `outer` metres thick."""
    cells = _cells(random, shapely.box(0, 0, random.uniform(7, 16), random.uniform(6, 12)), random.randint(3, 10))
    groups = _joined(random, cells)
    building = shapely.union_all(groups)
    rim = building.buffer(-outer / 2, join_style="mitre")
    floors = [group.buffer(-inner / 2, join_style="mitre").intersection(rim) for group in groups]
    walls = building.buffer(outer / 2, join_style="mitre").difference(shapely.union_all(floors))
    uses = [use for use in vocabulary.uses if use not in ("other", "outdoor", "dwelling")]
    rooms = []
    for floor, use in zip(floors, random.sample(uses, len(floors)), strict=True):
        term = vocabulary.uses[use]
        words = [word for word in term.words if word.isascii() == (language == "en")]
        rooms.append(TrueRoom(floor, use, random.choice([term.label.in_(language), *words])))
    openings = _openings(random, groups, floors, ways, inner, outer)
    return Layout(
        tuple(rooms), tuple(openings), walls, shapely.union_all(shapely.boundary(groups)), _columns(random, rooms, openings)
    )


def _cells(random: Random, whole: shapely.Polygon, count: int) -> list[shapely.Polygon]:
    cells = [whole]
    for _ in range(4 * count):
        cells.sort(key=lambda cell: cell.area)
        left, low, right, high = cells[-1].bounds
        across = right - left > high - low
        span = right - left if across else high - low
        if len(cells) >= count or span < 2 * LEAST:
            break
        at = round(random.uniform(LEAST, span - LEAST), random.choice([1, 2, 3]))
        cells.pop()
        cells += (
            [shapely.box(left, low, left + at, high), shapely.box(left + at, low, right, high)]
            if across
            else [shapely.box(left, low, right, low + at), shapely.box(left, low + at, right, high)]
        )
    return cells


def _joined(random: Random, cells: Sequence[shapely.Polygon]) -> list[shapely.Polygon]:
    """Leave a corner out of some buildings, and make L-shaped rooms of some pairs of cells that share a long side."""
    groups = sorted(cells, key=lambda cell: cell.centroid.coords[0])
    if len(groups) > 4 and random.random() < 0.3:
        whole = shapely.union_all(groups)
        rest = shapely.union_all(groups[1:])
        if rest.geom_type == "Polygon" and not rest.interiors and _roomy(rest, whole.area):
            groups = groups[1:]
    for _ in range(random.randint(0, 2)):
        pairs = [
            (first, second)
            for index, first in enumerate(groups)
            for second in groups[index + 1 :]
            if first.intersection(second).length > 1.6 and _roomy(first.union(second), 0)
        ]
        if pairs and len(groups) > 3:
            first, second = random.choice(pairs)
            groups = [group for group in groups if group not in (first, second)] + [first.union(second)]
    return [group.normalize().simplify(0) for group in groups]


def _roomy(floor: shapely.Geometry, least: float) -> bool:
    """Tell whether a floor is one piece nowhere narrower than a metre and a half."""
    opened = floor.buffer(-0.75, join_style="mitre")
    return floor.geom_type == "Polygon" and opened.geom_type == "Polygon" and floor.area > 0.5 * least


def _openings(
    random: Random,
    groups: Sequence[shapely.Polygon],
    floors: Sequence[shapely.Polygon],
    ways: Sequence[Way],
    inner: float,
    outer: float,
) -> list[TrueOpening]:
    """Return doors that make the rooms one whole, one or two to the outside, and windows in what is left of the outer walls."""
    found: list[TrueOpening] = []
    ground = shapely.union_all(floors)
    reached, waiting = {0}, set(range(1, len(groups)))
    while waiting:
        edges = [(a, b) for a in sorted(reached) for b in sorted(waiting)]
        made = None
        for a, b in random.sample(edges, len(edges)):
            made = _door(random, groups[a].boundary.intersection(groups[b].boundary), ground, ways, inner, found)
            if made is not None:
                break
        if made is None:
            break
        found.append(made)
        reached.add(b)
        waiting.remove(b)
    rim = shapely.union_all(groups).boundary
    sides = [group.boundary.intersection(rim) for group in groups]
    for number in range(random.randint(1, 2) + 8):
        made = _door(random, random.choice(sides), ground, ways if number < 2 else ["window"], outer, found)
        if made is not None:
            found.append(made)
    return found


def _door(
    random: Random,
    shared: shapely.Geometry,
    floors: shapely.Geometry,
    ways: Sequence[str],
    thickness: float,
    others: Sequence[TrueOpening],
) -> TrueOpening | None:
    lines = [line for line in shapely.get_parts(shapely.line_merge(shared)) if line.geom_type == "LineString"]
    pieces = [np.array(pair) for line in lines for pair in itertools.pairwise(line.coords)]
    way = random.choice(list(ways))
    width = random.choice([1.2, 1.4, 1.5, 1.8]) if "double" in way else random.choice([0.7, 0.8, 0.85, 0.9, 0.95, 1.0, 1.1])
    at_the_corner = random.random() < 0.15
    nib = 0.0 if at_the_corner else 0.13
    free = [(piece, *_stretch(piece, floors, thickness)) for piece in pieces]
    long = [(piece, low, high) for piece, low, high in free if high - low > width + 2 * nib + 0.01]
    if not long:
        return None
    (start, end), low, high = random.choice(long)
    length = float(np.hypot(*(end - start)))
    along = (end - start) / length
    at = low + width / 2 if at_the_corner else round(random.uniform(low + nib + width / 2, high - nib - width / 2), 3)
    x, y = (float(value) for value in start + along * at)
    turn = math.atan2(along[1], along[0])
    one = TrueOpening((x, y), turn, width, thickness, way, random.choice([1, -1]), random.choice([1, -1]))  # type: ignore[arg-type]
    around = one.gap().buffer(0.3)
    return None if any(around.intersects(other.gap()) for other in others) else one


def _stretch(piece: Any, floors: shapely.Geometry, thickness: float) -> tuple[float, float]:
    """Return from where to where along a piece of axis the rooms on its sides reach."""
    start, end = piece
    along = (end - start) / np.hypot(*(end - start))
    ends = [(0.0, float(np.hypot(*(end - start))))]
    for side in (1, -1):
        across = np.array([-along[1], along[0]]) * side * (thickness / 2 + 0.01)
        met = shapely.LineString([start + across, end + across]).intersection(floors)
        if not met.is_empty:
            positions = (shapely.get_coordinates(met) - start) @ along
            ends.append((float(positions.min()), float(positions.max())))
    return max(low for low, _ in ends), min(high for _, high in ends)


def _columns(random: Random, rooms: Sequence[TrueRoom], openings: Sequence[TrueOpening]) -> tuple[shapely.Polygon, ...]:
    """Return columns that stand free in large rooms."""
    columns = []
    for room in rooms:
        if room.floor.area > 14 and random.random() < 0.4:
            x, y = room.floor.representative_point().coords[0]
            columns.append(shapely.box(x - 0.2, y - 0.2, x + 0.2, y + 0.2))
    free = shapely.union_all([room.floor.buffer(-0.2) for room in rooms])
    return tuple(column for column in columns if free.covers(column))
