"""How far is the shortest walk round walls and through doors, and which way does it go?

A visibility graph, searched space by space from the goals outward: a walk bends only at jambs and at inward corners of walls.
Sight inside a space is tested only where a straight line would shorten what is known, so that a corridor with a thousand doors
costs little more than its doors. The way found is pulled taut through the doors it passes (the funnel of Lee and Preparata 1984).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPoint, Point, Polygon

from showroom.geometry.floor import Floor, middle
from showroom.geometry.funnel import taut
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening, Vector
from showroom.geometry.outlines import parts
from showroom.geometry.sight import inward_corners, shortest_in_sight
from showroom.geometry.waves import Waves

_SKIN = 5e-4
"""Spaces are seen this much larger, in metres, so that a line along a wall counts as inside."""
_GAIN = 1e-9


Sources = tuple[NDArray[np.float64], NDArray[np.float64], list[int], list[int]]


@dataclass(frozen=True)
class Spot:
    """A point of a space to walk from or to."""

    space: str
    at: Vector


@dataclass(frozen=True)
class Walk:
    """A walk: its length, its bends from start to goal, and which goal (by number) it reaches."""

    length: float
    points: tuple[Vector, ...]
    goal: int


@dataclass(frozen=True)
class _Neck:
    """What joins two spaces: per side the space and its two corners.

    Who walks from side 1 to side 0 has the first corner to the left, on either side.
    """

    spaces: tuple[str, str]
    corners: tuple[tuple[Vector, Vector], tuple[Vector, Vector]]


class Routes:
    """The walks of one storey: through openings with a space on both sides, and open sides, but not through a lift."""

    def __init__(self, floor: Floor, *, through_doors: bool = True, among: frozenset[str] | None = None) -> None:
        """`among` names the spaces walks begin and end in: other rooms with one way in are left out. `None`: all spaces.

        What is needed of the floor is taken at once: the walks hold it as it is now.
        """
        self.free, self.plain = floor.free, floor.plain
        ends = _ends(floor, through_doors)
        self._left_out = frozenset() if among is None else ends - among
        self._necks = _necks_without(floor, through_doors, self._left_out) if self._left_out else _necks(floor, through_doors)
        self._dead_ends = floor.barred | ends
        """The rooms with one way in, and those no walk leads through: nothing lies behind them."""
        self._fields: dict[tuple[Spot, ...], Field] = {}

    # ---------------------------------------------------------------- the graph

    @cached_property
    def _nodes(self) -> tuple[NDArray[np.float64], list[str], NDArray[np.int64], dict[str, NDArray[np.int64]]]:
        """Points, the space of each, the neck of each (-1 for a wall's corner), and the nodes of each space."""
        points: list[Vector] = []
        spaces: list[str] = []
        necks: list[int] = []
        for number, neck in enumerate(self._necks):
            for space, (left, right) in zip(neck.spaces, neck.corners, strict=True):
                points.extend((left, right, ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)))
                spaces.extend((space,) * 3)
                necks.extend((number,) * 3)
        for space, polygon in self.free.items():
            if not self.plain[space]:
                corners = inward_corners(polygon)
                points.extend(corners)
                spaces.extend((space,) * len(corners))
                necks.extend((-1,) * len(corners))
        members: dict[str, list[int]] = {}
        for index, space in enumerate(spaces):
            members.setdefault(space, []).append(index)
        return (
            np.array(points).reshape(-1, 2),
            spaces,
            np.array(necks, dtype=np.int64),
            {space: np.array(rows) for space, rows in members.items()},
        )

    @cached_property
    def _seen(self) -> dict[str, Polygon]:
        return {}

    def sees(self, space: str, start: Vector, ends: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell for each of `ends` (n, 2) whether the straight line from `start` stays in the space."""
        if self.plain[space] or not len(ends):
            return np.ones(len(ends), dtype=bool)
        lines = shapely.linestrings(np.stack([np.broadcast_to(np.array(start), ends.shape), ends], axis=1))
        return np.asarray(shapely.covers(self._ground(space), lines), dtype=bool)

    def _ground(self, space: str) -> Polygon:
        """What can be walked on of a space, a skin larger."""
        if space not in self._seen:
            grown = _grown(self.free[space])
            shapely.prepare(grown)
            self._seen[space] = grown
        return self._seen[space]

    # ---------------------------------------------------------------- the search

    @cached_property
    def _untouched(self) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
        """What a search finds that never leaves the goals' own plain rooms."""
        count = len(self._nodes[0])
        return np.full(count, np.inf), np.full(count, -1), np.full(count, -1), np.zeros(count, dtype=bool)

    def field(self, goals: Sequence[Spot]) -> "Field":
        """Return how far everything is from the nearest of `goals`; kept."""
        asked = tuple(goals)
        if asked not in self._fields:
            self._fields[asked] = self._searched(asked)
        return self._fields[asked]

    def _searched(self, goals: tuple[Spot, ...]) -> "Field":
        points, spaces, necks, members = self._nodes
        if not any(goal.space in members for goal in goals):
            return Field(self, goals, *self._untouched)
        far = np.full(len(points), np.inf)
        before = np.full(len(points), -1)
        goal_of = np.full(len(points), -1)
        entered = np.zeros(len(points), dtype=bool)
        waves = Waves(far)

        def spread(space: str, start: Vector, base: float, source: int, goal: int) -> None:
            rows = members.get(space)
            if rows is None:
                return
            reached = base + np.hypot(points[rows, 0] - start[0], points[rows, 1] - start[1])
            better = np.nonzero(reached < far[rows] - _GAIN)[0]
            better = better[self.sees(space, start, points[rows[better]])]
            nearer, distance = rows[better], reached[better]
            far[nearer], before[nearer], goal_of[nearer], entered[nearer] = distance, source, goal, False
            waves.spread(nearer, distance)

        for number, goal in enumerate(goals):
            spread(goal.space, goal.at, 0.0, -1, number)
        for distance, row in waves.settled():
            at = _pt(points[row])
            if necks[row] < 0 or (entered[row] and spaces[row] not in self._dead_ends):
                spread(spaces[row], at, distance, row, int(goal_of[row]))
            if necks[row] >= 0 and not entered[row]:
                other = row + 3 if (row - necks[row] * 6) < 3 else row - 3
                reached_other = distance + math.dist(at, points[other])
                if reached_other < far[other] - _GAIN:
                    far[other], before[other], goal_of[other] = reached_other, row, goal_of[row]
                    entered[other] = True
                    if spaces[other] not in self._dead_ends:
                        waves.put(other, reached_other)
        return Field(self, goals, far, before, goal_of, entered)

    def walk(self, start: Spot, goals: Sequence[Spot]) -> Walk | None:
        """Return the shortest walk from `start` to the nearest of `goals`, or `None` where no way leads there."""
        return self.field(goals).walk(start)


def routes_of(floor: Floor, *, through_doors: bool = True, among: Iterable[str] | None = None) -> Routes:
    """Return the walks of a storey (of its rooms, through openings without a door), `among` some spaces alone; kept."""
    return _routes(floor, through_doors, None if among is None else _ends(floor, through_doors) & frozenset(among))


@kept
def _routes(floor: Floor, through_doors: bool, among: frozenset[str] | None) -> Routes:
    return Routes(floor, through_doors=through_doors, among=among)


@kept
def _necks(floor: Floor, through_doors: bool) -> tuple[_Neck, ...]:
    """What is walked through on a storey, in reading order."""
    found = [_Neck((first, second), (_turned(floor, first, second, line),) * 2) for first, second, line in floor.open_sides]
    for placed in floor.passages if through_doors else floor.gaps:
        first, second = placed.joins
        if first is not None and second is not None:
            half = placed.opening.width / 2
            one, two = ((placed.face(side, -half), placed.face(side, half)) for side in (0, 1))
            found += [
                _Neck((first, second), (here, there)) for here in _clear(floor, first, one) for there in _clear(floor, second, two)
            ]
    return tuple(found)


@kept
def _necks_without(floor: Floor, through_doors: bool, left_out: frozenset[str]) -> tuple[_Neck, ...]:
    """What is walked through where nobody walks to some of the rooms with one way in."""
    return tuple(neck for neck in _necks(floor, through_doors) if left_out.isdisjoint(neck.spaces))


@kept
def _ends(floor: Floor, through_doors: bool) -> frozenset[str]:
    """The rooms with one way in."""
    ways = Counter(space for neck in _necks(floor, through_doors) for space in neck.spaces)
    return frozenset(space for space, count in ways.items() if count == 1)


def _clear(floor: Floor, space: str, corners: tuple[Vector, Vector]) -> list[tuple[Vector, Vector]]:
    """The corners of what a wall that stands in the space leaves open of a door: one part, or one on either side of it."""
    if floor.plain[space]:
        return [corners]
    clear = LineString(corners).intersection(_grown(floor.free[space]))
    open_parts = []
    for part in getattr(clear, "geoms", (clear,)):
        if isinstance(part, LineString) and part.length > _SKIN:
            one, two = sorted((_pt(part.coords[0]), _pt(part.coords[-1])), key=lambda end: math.dist(end, corners[0]))
            open_parts.append((one, two))
    return open_parts or [corners]


def _turned(floor: Floor, first: str, second: str, line: LineString) -> tuple[Vector, Vector]:
    """The ends of an open side, `first` to the left of the line from one to the other."""
    a, b = _pt(line.coords[0]), _pt(line.coords[-1])
    length = math.dist(a, b)
    aside = (-(b[1] - a[1]) / length * 0.05, (b[0] - a[0]) / length * 0.05)
    at = middle(line)
    for space, swapped in ((first, False), (second, True)):
        polygon = floor.free[space]
        left = polygon.covers(Point(at[0] + aside[0], at[1] + aside[1]))
        if left != polygon.covers(Point(at[0] - aside[0], at[1] - aside[1])):
            return (a, b) if left != swapped else (b, a)
    return a, b


def _grown(polygon: Polygon) -> Polygon:
    return polygon.buffer(_SKIN, join_style="mitre")


class Field:
    """How far everything on a storey is from the nearest of some goals."""

    def __init__(
        self,
        routes: Routes,
        goals: tuple[Spot, ...],
        far: NDArray[np.float64],
        before: NDArray[np.int64],
        goal_of: NDArray[np.int64],
        entered: NDArray[np.bool_],
    ) -> None:
        self._routes, self.goals, self._far, self._before, self._goal_of, self._entered = (
            routes,
            goals,
            far,
            before,
            goal_of,
            entered,
        )
        self._goals_in: dict[str, list[tuple[Vector, int]]] = {}
        self._sources: dict[str, Sources] = {}
        for number, goal in enumerate(goals):
            self._goals_in.setdefault(goal.space, []).append((goal.at, number))

    def sources(self, space: str) -> Sources:
        """Return from where `space` is reached: points (n, 2), their distance from the goal, node (-1: the goal itself), goal.

        Raises:
            ValueError: for a room that was left out of these walks.
        """
        if space not in self._sources:
            if space in self._routes._left_out:
                raise ValueError(f'space "{space}" was left out of these walks')
            self._sources[space] = self._found_sources(space)
        return self._sources[space]

    def _found_sources(self, space: str) -> Sources:
        points, _, necks, members = self._routes._nodes
        here = self._goals_in.get(space, [])
        rows = members.get(space)
        if rows is None:
            return (
                np.array([spot for spot, _ in here]).reshape(-1, 2),
                np.zeros(len(here)),
                [-1] * len(here),
                [number for _, number in here],
            )
        rows = rows[np.isfinite(self._far[rows]) & (self._entered[rows] | (necks[rows] < 0))]
        at = np.concatenate([np.array([spot for spot, _ in here]).reshape(-1, 2), points[rows]])
        base = np.concatenate([np.zeros(len(here)), self._far[rows]])
        return at, base, [-1] * len(here) + rows.tolist(), [number for _, number in here] + self._goal_of[rows].tolist()

    def entries(self, space: str) -> tuple[NDArray[np.float64], NDArray[np.float64], bool]:
        """Return from where `space` is reached, how far that is from the goal, and whether other spaces are among the ways in."""
        at, base, nodes, _ = self.sources(space)
        necks = self._routes._nodes[2]
        return at, base, any(node >= 0 and necks[node] >= 0 for node in nodes)

    def is_plain(self, space: str) -> bool:
        """Tell whether in a space every point is seen from every other."""
        return self._routes.plain[space]

    def sees(self, space: str, start: Vector, ends: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell for each of `ends` whether the straight line from `start` stays in the space."""
        return self._routes.sees(space, start, ends)

    def walk(self, start: Spot) -> Walk | None:
        """Return the shortest walk from `start`, or `None` where no way leads to any goal."""
        at, base, nodes, goals = self.sources(start.space)
        length = base + np.hypot(at[:, 0] - start.at[0], at[:, 1] - start.at[1])
        if not len(length):
            return None
        nearest = int(np.argmin(length))
        for index in self._by_length(length, nearest):
            if self._routes.sees(start.space, start.at, at[index : index + 1])[0]:
                return self._pulled(start, self._chain(nodes[index]), self.goals[goals[index]], goals[index])
        if nodes[nearest] >= 0 and start.space in self._routes._dead_ends:
            index = nearest
            way = self._in_sight(start, self._chain(nodes[index]), self.goals[goals[index]])
            return Walk(_length(way), tuple(way), goals[index]) if way else None
        return None

    @staticmethod
    def _by_length(length: NDArray[np.float64], nearest: int) -> Iterator[int]:
        """The rows by length; put in order only where the nearest is not in sight."""
        yield nearest
        yield from np.argsort(length, kind="stable")[1:].tolist()

    def _chain(self, node: int) -> list[int]:
        """The nodes from one of them to the goal."""
        chain = []
        while node >= 0:
            chain.append(node)
            node = int(self._before[node])
        return chain

    def _pulled(self, start: Spot, chain: list[int], goal: Spot, number: int) -> Walk:
        """Pull the way over the nodes of `chain` taut where only doors bend it."""
        points, _, necks, _ = self._routes._nodes
        plain = (start.at, *(_pt(points[node]) for node in chain), goal.at)
        gates: list[tuple[Vector, Vector]] = []
        for node in chain:
            if necks[node] < 0:
                gates.append((_pt(points[node]),) * 2)
            else:
                side = (int(node) - int(necks[node]) * 6) // 3
                corners = self._routes._necks[necks[node]].corners[side]
                left_first = (side == 1) == bool(self._entered[node])
                gates.append(corners if left_first else (corners[1], corners[0]))
        way: Sequence[Vector] = plain
        if all(self._routes.plain[space] for space in self._crossed(start, chain)):
            way = taut(start.at, gates, goal.at) if gates else plain
        elif any(necks[node] >= 0 for node in chain):
            way = self._in_sight(start, chain, goal)
        if not way or _length(way) > _length(plain) - _GAIN:
            way = plain
        kept = [way[0]] + [b for a, b in pairwise(way) if math.dist(a, b) > 1e-6]
        return Walk(_length(kept), tuple(kept), number)

    def _crossed(self, start: Spot, chain: list[int]) -> list[str]:
        """The spaces a way passes, each once."""
        spaces = self._routes._nodes[1]
        return list(dict.fromkeys((start.space, *(spaces[node] for node in chain))))

    def _in_sight(self, start: Spot, chain: list[int], goal: Spot) -> Sequence[Vector]:
        """The shortest way over the floor of the spaces passed, which are not all plain: by all corners in sight of each other."""
        crossed = self._crossed(start, chain)
        necks = [
            self._routes._necks[number]
            for number in dict.fromkeys(int(self._routes._nodes[2][node]) for node in chain)
            if number >= 0
        ]
        ground = [self._routes.free[space] for space in crossed]
        ground += [MultiPoint([corner for side in neck.corners for corner in side]).convex_hull.buffer(_SKIN) for neck in necks]
        whole = shapely.union_all(ground)
        corners = [corner for part in parts(whole) for corner in inward_corners(part)]
        return shortest_in_sight(whole.buffer(_SKIN, join_style="mitre"), start.at, goal.at, corners)


def door_spots(placed: PlacedOpening, spaces: Iterable[str]) -> list[Spot]:
    """Return the middle of a door where it meets each of `spaces`."""
    return [Spot(space, placed.face(placed.side_of(space))) for space in spaces if space in placed.joins]


def _length(points: Sequence[Vector]) -> float:
    return math.fsum(math.dist(a, b) for a, b in pairwise(points))


def _pt(point: Sequence[float] | NDArray[np.float64]) -> Vector:
    return float(point[0]), float(point[1])
