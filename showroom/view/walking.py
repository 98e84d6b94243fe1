"""Where can a visitor stand, how does one walk from here to there, and what stops a step?

The walkable ground is drawn from the plan: spaces and the passages of their doors (which stand open), less what stands in the way,
less the width of a body. Chairs, then tables, are walked through where they would otherwise shut somebody in.
"""

import heapq
import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from showroom.domain.plan import Fixture, Opening, Plan, Storey
from showroom.modelling.model import Leaf
from showroom.modelling.stairs import climbs
from showroom.modelling.storeys import floor_levels
from showroom.view.stage import EYE_HEIGHT, Pose

BODY = 0.22
"""Half the width of a body, metres."""
_DEFAULT_SIZE = (0.5, 0.5)
_HIGH = frozenset({"hood", "fume-purifier", "fly-lamp", "uv-lamp", "air-conditioner", "shadowless-lamp", "camera", "exit-sign"})
_ON_THE_WALL = frozenset({"mirror", "barre", "extinguisher", "emergency-light", "evacuation-map"})
_LOW = frozenset({"grease-trap", "floor-drain", "rodent-board"})
NEVER_BLOCK = _HIGH | _ON_THE_WALL | _LOW
"""Nobody walks into these."""
_MOVABLE = (frozenset({"chair"}), frozenset({"table", "desk", "easel"}))
"""What is given up, in this order, when the ground would fall apart because of it."""
_LIGHT = 0.35
_LEAF = 0.03
"""Half of what a leaf that stands open takes, metres."""
_SKIN = 1e-6
_POCKET = 0.3
"""Square metres; where there is less room than this, nobody is put."""
Spot = tuple[float, float]
Place = Sequence[float]


class Walker:
    """The ground of one storey. Points are (x, y) or (x, y, z) in the plan's axes, metres; answers are (x, y)."""

    def __init__(self, plan: Plan, storey_id: str | None = None, *, leaves: Iterable[Leaf] = (), body: float = BODY) -> None:
        """`leaves` are the doors' as they are drawn: one that stands open is walked round, unless it would shut somebody in."""
        index = next((i for i, storey in enumerate(plan.storeys) if storey.id == storey_id), 0)
        self._storey = plan.storeys[index]
        self._body = body
        own = {opening.id for opening in self._storey.openings}
        self._leaves = [LineString([leaf.hinge[:2], leaf.tip[:2]]) for leaf in leaves if leaf.is_open and leaf.opening in own]
        self._stairs = [climb.area for climb in climbs(plan) if self._storey.id in (climb.below, climb.above)]
        self.floor = floor_levels(plan)[self._storey.id]
        """Height of the storey's floor above the lowest one's, metres."""

    @cached_property
    def ground(self) -> MultiPolygon:
        """Everywhere the middle of a body may be."""
        storey = self._storey
        spaces = [space for space in (sound(space.outline, space.holes) for space in storey.spaces) if not space.is_empty]
        columns = [*(sound(column.outline) for column in storey.columns), *self._stairs]
        if self._stairs:
            spaces = [rest for space in spaces if not (rest := space.difference(shapely.union_all(self._stairs))).is_empty]
        open_ground = shapely.union_all([*spaces, *passages(storey)]).buffer(0.002, join_style="mitre")
        fixtures = [fixture for fixture in storey.fixtures if fixture.kind not in NEVER_BLOCK]
        given_up: frozenset[str] = frozenset()
        best: BaseGeometry | None = None
        leaves = [leaf.buffer(_LEAF, cap_style="flat") for leaf in self._leaves]
        for more in (*([frozenset[str]()] if leaves else []), frozenset(), *_MOVABLE):
            given_up |= more
            blocking = [*(_footprint(fixture) for fixture in fixtures if fixture.kind not in given_up), *leaves]
            leaves = []
            free = open_ground.difference(shapely.union_all([*columns, *blocking])) if columns or blocking else open_ground
            best = free.buffer(-self._body, join_style="mitre", mitre_limit=2.0).simplify(0.005)
            if _reaches_all(best, spaces):
                break
        pieces = _many(best).geoms
        return MultiPolygon([piece for piece in pieces if piece.area >= _POCKET] or list(pieces))

    @cached_property
    def _loose(self) -> BaseGeometry:
        """The ground a hair larger, so that a walk along its edge counts as on it."""
        loose = self.ground.buffer(_SKIN, join_style="mitre")
        shapely.prepare(loose)
        return loose

    def stands(self, at: Place) -> bool:
        """Return whether a visitor can be at this point."""
        return bool(shapely.covers(self._loose, Point(at[0], at[1])))

    def inside(self, at: Place) -> bool:
        """Return whether a point lies on the ground or in a room."""
        return self.stands(at) or any(space.covers(Point(at[0], at[1])) for space, _ in self._rooms)

    def in_one_room(self, start: Place, end: Place) -> bool:
        """Return whether the straight line between two points stays within one room."""
        line = LineString([(start[0], start[1]), (end[0], end[1])])
        return any(space.covers(line) for space, _ in self._rooms)

    def nearest(self, at: Place) -> Spot:
        """Return the walkable point nearest to this one, in the room it lies in; the point itself where nothing is walkable."""
        if self.ground.is_empty or self.stands(at):
            return float(at[0]), float(at[1])
        return self._near(at, self.ground)

    def _near(self, at: Place, ground: BaseGeometry) -> Spot:
        """The point of `ground` nearest to this one: of its own room where one gets into that, never through a wall."""
        point = Point(at[0], at[1])
        own = next((room for space, room in self._rooms if space.covers(point)), None)
        beside = own.intersection(ground) if own is not None else None
        return _spot(nearest_points(ground if beside is None or beside.is_empty else beside, point)[0])

    @cached_property
    def _rooms(self) -> list[tuple[Polygon, BaseGeometry]]:
        """Every space with its walkable ground."""
        spaces = [sound(space.outline, space.holes) for space in self._storey.spaces]
        return [(space, self.ground.intersection(space)) for space in spaces if not space.is_empty]

    def path(self, start: Place, end: Place) -> tuple[Spot, ...]:
        """Return the bends of the shortest walk from `start` to the nearest reachable point to `end`, both ends included.

        A start outside the ground is first brought to it.
        """
        here = self.nearest(start)
        part = next((piece for piece in self.ground.geoms if piece.distance(Point(here)) < 1e-6), None)
        if part is None:
            return (here,)
        there = self._near(end, part)
        if here == there:
            return (here,)
        if self._clear(here, [there])[0]:
            return here, there
        return self._search(here, there)

    def slide(self, position: Place, step: Place) -> Spot:
        """Return where a step from `position` ends: at the obstacle, and along it as far as the rest of the step carries."""
        x, y = self.nearest(position)
        goal = (x + float(step[0]), y + float(step[1]))
        if self.ground.is_empty or self._clear((x, y), [goal])[0]:
            return goal if not self.ground.is_empty else (x, y)
        beside = _spot(nearest_points(self.ground, Point(goal))[0])
        if math.dist(beside, goal) <= math.hypot(step[0], step[1]) and self._clear((x, y), [beside])[0]:
            return beside
        way = self._loose.intersection(LineString([(x, y), goal]))
        stops = [
            line for line in getattr(way, "geoms", [way]) if isinstance(line, LineString) and line.distance(Point(x, y)) < 1e-5
        ]
        if not stops:
            return x, y
        far = max(stops[0].coords, key=lambda end: math.dist(end, (x, y)))
        return self.nearest(far)

    def spawn(self) -> Pose:
        """Return where a visit begins: a good step inside the customers' entrance, looking in."""
        doors = [opening for opening in self._storey.openings if opening.kind in ("door", "passage") and opening.leads == "outside"]
        doors.sort(key=lambda door: (door.role != "customers", door.role is not None, -door.width, door.id))
        for door in doors or [opening for opening in self._storey.openings if opening.kind == "door"]:
            pose = self._inside_of(door)
            if pose is not None:
                return pose
        if self.ground.is_empty:
            x, y = self._storey.spaces[0].outline[0] if self._storey.spaces else (0.0, 0.0)
            return Pose((x, y, self.floor + EYE_HEIGHT))
        largest = max(self.ground.geoms, key=lambda piece: piece.area)
        x, y = _spot(largest.representative_point())
        return Pose((x, y, self.floor + EYE_HEIGHT))

    def _inside_of(self, door: Opening) -> Pose | None:
        middle, _, normal, _ = _frame(self._storey, door)
        spaces = [sound(space.outline) for space in self._storey.spaces]
        for side in (1.0, -1.0):
            probe = middle + side * normal * 0.6
            room = next((space for space in spaces if space.contains(Point(probe))), None)
            if room is not None:
                x, y = self.nearest(middle + side * normal * 1.1)
                centre = room.centroid
                ahead = side * normal + 0.6 * _unit(np.array([centre.x - x, centre.y - y]))
                return Pose((x, y, self.floor + EYE_HEIGHT), math.degrees(math.atan2(ahead[1], ahead[0])), -4.0)
        return None

    @cached_property
    def _corners(self) -> NDArray[np.float64]:
        """The corners a shortest walk can bend at, (n, 2): those where the ground is pushed in."""
        found = []
        for piece in self.ground.geoms:
            for number, ring in enumerate((piece.exterior, *piece.interiors)):
                points = np.array(shapely.geometry.polygon.orient(Polygon(ring)).exterior.coords)[:-1]
                if number:
                    points = points[::-1]
                before, after = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
                found.append(points[before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0] < 0.0])
        return np.concatenate(found) if found else np.zeros((0, 2))

    @cached_property
    def _known(self) -> dict[int, list[tuple[int, float]]]:
        return {}

    def _from_corner(self, index: int) -> list[tuple[int, float]]:
        """The corners seen from corner `index`, with their distances."""
        if index not in self._known:
            here = self._corners[index]
            seen = self._clear((float(here[0]), float(here[1])), self._corners)
            lengths = np.linalg.norm(self._corners - here, axis=1)
            self._known[index] = [(int(i), float(lengths[i])) for i in np.flatnonzero(seen) if i != index]
        return self._known[index]

    def _search(self, here: Spot, there: Spot) -> tuple[Spot, ...]:
        """A* over the corners; the two ends are joined to what they see."""
        corners = self._corners
        to_end = np.linalg.norm(corners - there, axis=1)
        sees_end = self._clear(there, corners)
        first = self._clear(here, corners)
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        waiting: list[tuple[float, float, int, int]] = []
        for index in np.flatnonzero(first):
            length = math.dist(here, corners[index])
            heapq.heappush(waiting, (length + to_end[index], length, int(index), -1))
        while waiting:
            _, length, index, before = heapq.heappop(waiting)
            if index in best:
                continue
            best[index], came[index] = length, before
            if index == len(corners):
                return self._way(here, there, came)
            if sees_end[index]:
                total = length + float(to_end[index])
                heapq.heappush(waiting, (total, total, len(corners), index))
            for other, step in self._from_corner(index):
                if other not in best:
                    heapq.heappush(waiting, (length + step + to_end[other], length + step, other, index))
        return (here,)

    def _way(self, here: Spot, there: Spot, came: dict[int, int]) -> tuple[Spot, ...]:
        way, index = [there], came[len(self._corners)]
        while index >= 0:
            way.append((float(self._corners[index][0]), float(self._corners[index][1])))
            index = came[index]
        return (here, *reversed(way))

    def _clear(self, start: Spot, ends: Iterable[Sequence[float]] | NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which of `ends` can be walked to straight from `start`."""
        points = np.asarray(list(ends), float).reshape(-1, 2)
        lines = shapely.linestrings(np.stack([np.broadcast_to(np.array(start), points.shape), points], axis=1))
        return np.asarray(shapely.covers(self._loose, lines))


def length_of(way: Sequence[Spot]) -> float:
    """Return how long a walk is, metres."""
    return sum(math.dist(a, b) for a, b in pairwise(way))


def _frame(storey: Storey, opening: Opening) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], float]:
    """Middle, unit vectors along and across, and thickness of the wall of an opening."""
    wall = storey.wall_of[opening.wall]
    start, end = np.array(wall.axis[0]), np.array(wall.axis[1])
    along = _unit(end - start)
    return start + along * opening.at, along, np.array([-along[1], along[0]]), wall.thickness


def passages(storey: Storey) -> list[Polygon]:
    """Return the ground in the doorways between two spaces, reaching a little into both; nobody walks out of the premises."""
    found = []
    spaces = [sound(space.outline, space.holes) for space in storey.spaces]
    for opening in storey.openings:
        if opening.kind not in ("door", "passage"):
            continue
        middle, along, across, thickness = _frame(storey, opening)
        deep = thickness / 2.0 + 0.12
        sides = [any(space.distance(Point(middle + side * across * deep)) < 0.05 for space in spaces) for side in (1.0, -1.0)]
        if opening.leads == "outside" or not all(sides):
            continue
        a, b = along * opening.width / 2.0, across * deep
        found.append(Polygon([middle - a - b, middle + a - b, middle + a + b, middle - a + b]))
    return found


def _footprint(fixture: Fixture) -> Polygon:
    width, depth = fixture.size or _DEFAULT_SIZE
    if fixture.kind in _MOVABLE[0]:
        width, depth = min(width, _LIGHT), min(depth, _LIGHT)
    turn = math.radians(fixture.angle)
    along, across = (
        np.array([math.cos(turn), math.sin(turn)]) * width / 2.0,
        np.array([-math.sin(turn), math.cos(turn)]) * depth / 2.0,
    )
    at = np.array(fixture.at)
    return Polygon([at - along - across, at + along - across, at + along + across, at - along + across])


def _reaches_all(ground: BaseGeometry, spaces: list[Polygon]) -> bool:
    """Whether one piece of the ground has a part of every space that has room for a body at all."""
    pieces = _many(ground).geoms
    rooms = [space for space in spaces if not space.buffer(-BODY).is_empty]
    return any(all(piece.intersects(room.buffer(-BODY)) for room in rooms) for piece in pieces)


def sound(outline: Sequence[Place], holes: Sequence[Sequence[Place]] = ()) -> Polygon:
    """Return the largest sound part of an outline, for one may cross itself."""
    polygon = Polygon(outline, holes)
    if polygon.is_valid:
        return polygon
    return max(_many(polygon.buffer(0)).geoms, key=lambda piece: piece.area, default=Polygon())


def _many(shape: BaseGeometry | None) -> MultiPolygon:
    pieces = [piece for piece in getattr(shape, "geoms", [shape]) if isinstance(piece, Polygon) and not piece.is_empty]
    return MultiPolygon([piece for piece in pieces if piece.area > 1e-4])


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.linalg.norm(vector))
    return vector / length if length else np.array([1.0, 0.0])


def _spot(point: Point) -> Spot:
    return float(point.x), float(point.y)
