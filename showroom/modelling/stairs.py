"""Which way does a stair of the plan climb, and what steps, landing and rails is it made of?

A plan gives a stair's outline, clear width and where it leads. An outline at least two flights wide becomes a stair that turns on a
half landing, any other a straight flight along its longer side. One steps on at the end nearest to a door. A stair that leads to a
storey nobody drew goes down from upper storeys and up from the ground floor, into a shaft of its own.
"""

import math
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPoint, Point, Polygon
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Plan, Stair, Storey
from showroom.modelling.footprint import outline
from showroom.modelling.joints import wall_line
from showroom.modelling.solids import Body, Vector, triangulated
from showroom.modelling.storeys import SLAB, floor_levels, storey_height

Array = NDArray[np.float64]
RISER = 0.165
"""The riser aimed at, metres; the true one divides the climb evenly."""
_TREAD = 0.28
_WAIST = 0.14
_RAIL = 0.95
_GUARD = 1.1
HEADROOM = 2.3
"""What is built above the last step of a stair that leads to a storey nobody drew, metres."""


@dataclass(frozen=True, eq=False)
class Climb:
    """A stair as it is built: its frame in plan (x along it from the end one steps on, y across), and where it starts and ends.

    `bottom` and `top` are heights above the lowest storey's floor; `from_storey` and `to_storey` the drawn storeys at either end.
    """

    stair: Stair
    home: str
    corner: tuple[float, float]
    angle: float
    length: float
    breadth: float
    bottom: float
    top: float
    below: str | None
    above: str | None

    @property
    def area(self) -> Polygon:
        """Return the rectangle the stair takes in plan."""
        flat = Polygon([(0, 0), (self.length, 0), (self.length, self.breadth), (0, self.breadth)])
        turned = translate(rotate(flat, self.angle, origin=(0, 0)), *self.corner)
        assert isinstance(turned, Polygon)
        return turned

    @property
    def turns(self) -> bool:
        """Return whether two flights lie side by side with a half landing between them."""
        return self.breadth >= 2 * self.stair.width - 0.05 and self.length >= 1.2 + self.stair.width

    @property
    def down(self) -> bool:
        """Return whether it leads down from the storey it is drawn on."""
        return self.home == self.above


def climbs(plan: Plan) -> tuple[Climb, ...]:
    """Return every stair of a plan once, also where both storeys draw it; stairs without room for a step are left out."""
    levels = floor_levels(plan)
    found: list[Climb] = []
    for storey in plan.storeys:
        for stair in storey.stairs:
            climb = _climb(stair, storey, levels)
            if climb is not None and not any(_same(climb, other) for other in found):
                found.append(climb)
    return tuple(found)


def _same(one: Climb, other: Climb) -> bool:
    ends_meet = abs(one.bottom - other.bottom) < 0.01 and abs(one.top - other.top) < 0.01
    return ends_meet and one.area.intersection(other.area).area > 0.4 * min(one.area.area, other.area.area)


def _climb(stair: Stair, storey: Storey, levels: dict[str, float]) -> Climb | None:
    own = levels[storey.id]
    if stair.to in levels and stair.to != storey.id:
        other, target = levels[stair.to], stair.to
    else:
        away = -1 if (storey.level or 1) > 1 else 1
        other, target = own + away * (storey_height(storey) + SLAB), None
    up = other > own
    shape = MultiPoint(stair.outline).minimum_rotated_rectangle
    if not isinstance(shape, Polygon):
        return None
    corners = np.asarray(shape.exterior.coords[:4], float)
    sides = (corners[1] - corners[0], corners[2] - corners[1])
    length, breadth = sorted((float(np.linalg.norm(side)) for side in sides), reverse=True)
    if breadth < 0.3:
        return None
    along = max(sides, key=lambda side: float(side @ side)) / length
    middle = corners.mean(axis=0)
    steps_on = min((along, -along), key=lambda inwards: _unfit(storey, middle - inwards * length / 2, inwards))
    climb = Climb(
        stair,
        storey.id,
        (0.0, 0.0),
        0.0,
        length,
        breadth,
        min(own, other),
        max(own, other),
        *((storey.id, target) if up else (target, storey.id)),
    )
    # a straight flight begins at its lower end: coming from above one steps on at the other
    ahead = steps_on if up or climb.turns else -steps_on
    corner = middle - ahead * length / 2 - np.array([-ahead[1], ahead[0]]) * breadth / 2
    return replace(climb, corner=(float(corner[0]), float(corner[1])), angle=math.degrees(math.atan2(ahead[1], ahead[0])))


def _unfit(storey: Storey, end: Array, inwards: Array) -> tuple[bool, float]:
    """How ill an end suits for stepping on: whether nothing lies before it, and how far the nearest door is."""
    before = Point(end - inwards * 0.5)
    doors = [opening for opening in storey.openings if opening.kind in ("door", "passage")]
    places = [line[0] + line[1] * door.at for door in doors for line in (wall_line(storey.wall_of[door.wall]),)]
    walled = not any(outline(space).contains(before) for space in storey.spaces)
    return walled, round(min((float(np.linalg.norm(place - end)) for place in places), default=0.0), 3)


def built(climb: Climb) -> Body:
    """Return flights, landing and rails in the plan's axes."""
    rise = climb.top - climb.bottom
    count = max(2, round(rise / RISER))
    body = Body()
    if climb.turns:
        _turning(body, climb, count, rise / count)
    else:
        width = min(climb.stair.width, climb.breadth)
        going = min(0.32, climb.length / max(1, count - 1))
        _flight(body, _Run(0.0, (climb.breadth - width) / 2, 0.0, width, count, going, rise / count))
        for y in ((climb.breadth - width) / 2 + 0.06, (climb.breadth + width) / 2 - 0.06):
            _rail(body, [(0.0, y, rise / count), (going * (count - 1), y, rise)])
    return body.placed((*climb.corner, climb.bottom), climb.angle)


@dataclass(frozen=True)
class _Run:
    """A straight flight: where its first riser stands, how wide, how many risers, going and riser in metres, 1 or -1 along x."""

    x: float
    y: float
    z: float
    width: float
    risers: int
    going: float
    riser: float
    way: int = 1


def middle_line(climb: Climb) -> tuple[Vector, ...]:
    """Return the line one climbs along, from the lower end to the upper: the plan's axes, metres above the lowest floor."""
    rise = climb.top - climb.bottom
    count = max(2, round(rise / RISER))
    if climb.turns:
        turn = _turn(climb, count)
        half, landing, back = turn.first * rise / count, turn.far + turn.width / 2, turn.far - turn.going * (count - turn.first - 1)
        y, other = turn.width / 2, climb.breadth - turn.width / 2
        bends = [(turn.start, y, 0.0), (turn.far, y, half), (landing, y, half), (landing, other, half), (turn.far, other, half)]
        bends.append((back, other, rise))
    else:
        going = min(0.32, climb.length / max(1, count - 1))
        bends = [(0.0, climb.breadth / 2, 0.0), (going * (count - 1), climb.breadth / 2, rise)]
    cosine, sine = math.cos(math.radians(climb.angle)), math.sin(math.radians(climb.angle))
    (left, low), base = climb.corner, climb.bottom
    return tuple((left + x * cosine - y * sine, low + x * sine + y * cosine, base + z) for x, y, z in bends)


@dataclass(frozen=True)
class _Turn:
    """How a stair with a half landing divides: flight width, risers of the first flight, going, where that begins and ends in x."""

    width: float
    first: int
    going: float
    start: float
    far: float


def _turn(climb: Climb, count: int) -> _Turn:
    width = min(climb.stair.width, (climb.breadth - 0.06) / 2)
    first = -(-count // 2)
    going = min(_TREAD, (climb.length - width) / max(1, first - 1))
    start = max(0.0, climb.length - width - going * (first - 1))
    return _Turn(width, first, going, start, start + going * (first - 1))


def _turning(body: Body, climb: Climb, count: int, riser: float) -> None:
    turn = _turn(climb, count)
    width, first, going, start, far = turn.width, turn.first, turn.going, turn.start, turn.far
    half = first * riser
    _flight(body, _Run(start, 0.0, 0.0, width, first, going, riser))
    body.slab("stone", (far, 0, half - _WAIST), (climb.length, climb.breadth, half))
    rest = count - first
    _flight(body, _Run(far, climb.breadth - width, half, width, rest, going, riser, -1))
    if rest > 1:
        end = far - going * (rest - 1)
        if end > 0.02:  # from the last riser to the storey's own floor
            body.slab("stone", (0, climb.breadth - width, count * riser - _WAIST), (end, climb.breadth, count * riser))
    inner, other = width - 0.05, climb.breadth - width + 0.05
    back = far - going * (rest - 1)
    _rail(body, [(start, inner, riser), (far, inner, half)])
    _rail(body, [(far, inner, half), (far + 0.06, inner, half), (far + 0.06, other, half), (far, other, half)], posts=False)
    _rail(body, [(far, other, half + riser), (back, other, count * riser)])


def _flight(body: Body, run: _Run) -> None:
    """Treads, risers, both sides and the soffit of a flight, with an anti-slip strip on every tread; its top riser has no tread."""
    if run.risers < 1:
        return

    def at(x: float, z: float, y: float) -> tuple[float, float, float]:
        return run.x + run.way * x, y, run.z + z

    # the other way round is a half turn, so faces keep looking outwards
    low, high = (run.y, run.y + run.width) if run.way > 0 else (run.y + run.width, run.y)
    profile: list[tuple[float, float]] = [(0.0, 0.0)]
    for k in range(run.risers):
        x, z, end = k * run.going, (k + 1) * run.riser, (k + 1) * run.going
        profile.append((x, z))
        body.faces("stone", [[at(x, z - run.riser, high), at(x, z - run.riser, low), at(x, z, low), at(x, z, high)]])
        if k < run.risers - 1:
            profile.append((end, z))
            body.faces("stone", [[at(x, z, low), at(end, z, low), at(end, z, high), at(x, z, high)]])
            a, b, strip = x + 0.03, x + 0.07, z + 0.002
            body.faces("dark-grey", [[at(a, strip, low), at(b, strip, low), at(b, strip, high), at(a, strip, high)]])
    last, slope = (run.risers - 1) * run.going, run.riser / run.going
    drop = _WAIST * math.hypot(1.0, slope)
    foot = min(max(0.0, (drop - run.riser) / slope), last)
    hang = max(run.risers * run.riser - drop, 0.0)
    for points, triangles in triangulated(Polygon([*profile, (last, hang), (foot, 0.0)]).buffer(0)):
        for y, order in ((low, triangles), (high, triangles[:, ::-1])):
            corners = [at(float(x), float(z), y) for x, z in points]
            body.faces("plaster-white", [[corners[k] for k in triangle] for triangle in order])
    body.faces("plaster-white", [[at(foot, 0, low), at(foot, 0, high), at(last, hang, high), at(last, hang, low)]])


def _rail(
    body: Body, line: list[tuple[float, float, float]], *, posts: bool = True, high: float = _RAIL, sunk: float = 0.06
) -> None:
    """A handrail above a line, with a baluster every 30 cm."""
    lifted = [(x, y, z + high) for x, y, z in line]
    if math.dist(lifted[0], lifted[-1]) < 0.05:
        return
    body.tube("walnut", lifted, 0.024)
    if not posts:
        return
    for a, b in pairwise(line):
        for k in range(1, count := max(1, round(math.dist(a, b) / 0.3))):
            x, y, z = (p + (q - p) * k / count for p, q in zip(a, b, strict=True))
            body.tube("frame", [(x, y, z - sunk), (x, y, z + high)], 0.009, sides=6)
    for x, y, z in (line[0], line[-1]):
        body.tube("frame", [(x, y, z - sunk), (x, y, z + high)], 0.018, sides=8)


def guard(climb: Climb, ground: BaseGeometry, level: float, *, goes_on: bool) -> Body:
    """Return the balustrade round a stair's well on the storey above, left out where one walks on and along walls.

    `ground` is the floor of that storey and `level` its height; `goes_on` says that another stair climbs on from here.
    """
    length, breadth = climb.length, climb.breadth
    sides = [((0.0, 0.0), (length, 0.0), (0.0, -1.0)), ((0.0, breadth), (length, breadth), (0.0, 1.0))]
    if climb.turns:
        sides.append(((length, 0.0), (length, breadth), (1.0, 0.0)))
    if not goes_on:
        sides.append(((0.0, 0.0), (0.0, breadth - climb.stair.width if climb.turns else breadth), (-1.0, 0.0)))
    body = Body()
    for a, b, out in sides:
        probe = translate(
            rotate(Point((a[0] + b[0]) / 2 + out[0] * 0.2, (a[1] + b[1]) / 2 + out[1] * 0.2), climb.angle, origin=(0, 0)),
            *climb.corner,
        )
        if math.dist(a, b) > 0.3 and ground.contains(probe):
            line = [(x + out[0] * 0.04, y + out[1] * 0.04, 0.0) for x, y in (a, b)]
            _rail(body, line, high=_GUARD, sunk=0.0)
    return body.placed((*climb.corner, level), climb.angle)


def shaft(climb: Climb, low: float, high: float, *, floor: bool = False, ceiling: bool = False) -> Body:
    """Return the walls of a stair's shaft between two heights, seen from within, with its floor and ceiling where wanted."""
    body = Body()
    for (ax, ay), (bx, by) in pairwise(climb.area.exterior.coords):
        body.faces("plaster-white", [[(bx, by, low), (ax, ay, low), (ax, ay, high), (bx, by, high)]])
    if floor:
        body.flat("stone", climb.area, low)
    if ceiling:
        body.flat("plaster-white", climb.area, high, up=False)
    return body
