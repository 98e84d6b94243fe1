"""How does the leaf of a door hang, where is it drawn, and how does it move?

Drawn in the opening's own frame (see `sites`). A hinge is left or right as seen from the space the door serves; inner leaves stand
open where their swing is known, doors to the outside are shut. A leaf is a thing apart from its frame, so that it can move.
"""

import math
from dataclasses import dataclass, replace

from shapely.geometry import LineString, box
from shapely.ops import unary_union

from showroom.domain.plan import Storey
from showroom.modelling.model import Leaf
from showroom.modelling.signs import WHITE, Rect, SignSheet
from showroom.modelling.sites import TURNS, Look, Obstacles, Site, in_plan
from showroom.modelling.solids import Body

_TRACK = 0.05
"""How far before its wall a sliding leaf hangs, metres."""
_WIDE_OPEN = 80.0
"""Degrees a leaf that is drawn shut opens."""


@dataclass(frozen=True, eq=False)
class Hung:
    """A leaf where it is drawn, its panes, and how it moves."""

    solid: Body
    glass: Body
    leaf: Leaf


def hung(place: Site, style: Look, signs: SignSheet) -> tuple[Hung, ...]:
    """Return the leaves of a door, in its own frame."""
    opening = place.opening
    if opening.swing == "slide":
        return (_sliding(place, style, signs),)
    found = []
    made: tuple[Body, Body] | None = None
    for ahead, (hinge, pivot, way, width) in zip(_shut_ways(place), _leaves(place), strict=True):
        made = made or _leaf(width, place.edges.high - 0.01, style, signs, fire=opening.fire_rating)
        at, turn = (hinge, pivot, 0.0), math.radians(way)
        tip = (hinge + width * math.cos(turn), pivot + width * math.sin(turn), 0.0)
        is_open = way != ahead
        turns = _wrapped(ahead - way) if is_open else _wrapped(_swing_side(place) * (_WIDE_OPEN if ahead == 0.0 else -_WIDE_OPEN))
        moves = Leaf(opening.id, at, tip, turns, (0.0, -pivot, 0.0), is_open, bool(opening.self_closing))
        found.append(Hung(Body().add(made[0], at, way), Body().add(made[1], at, way), moves))
    return tuple(found)


def _shut_ways(place: Site) -> list[float]:
    """The direction every leaf points when it is shut, degrees."""
    return [0.0 if hinge < 0 else 180.0 for hinge, *_ in _leaves(place)]


def _wrapped(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def settled(storey: Storey, place: Site, obstacles: Obstacles) -> Site:
    """Return the opening with its leaf where there is room for it."""
    if place.opening.kind != "door":
        return place
    if place.opening.swing == "slide":
        return replace(place, slid=_free_slide(storey, place, obstacles))
    return replace(place, turn=free_turn(storey, place, obstacles))


def free_turn(storey: Storey, place: Site, obstacles: Obstacles) -> float:
    """Return the first of `TURNS` by which an open leaf stands free of obstacles; the last where none does."""
    for turn in TURNS:
        leaves = [
            LineString([(hinge, pivot), (hinge + width * math.cos(math.radians(way)), pivot + width * math.sin(math.radians(way)))])
            for hinge, pivot, way, width in _leaves(replace(place, turn=turn))
        ]
        if obstacles.covers(in_plan(storey, place, unary_union(leaves).buffer(0.02))) < 0.003:
            return turn
    return TURNS[-1]


def _free_slide(storey: Storey, place: Site, obstacles: Obstacles) -> int:
    """To which side a leaf slides: first away from its hinge's side, nowhere where something stands or another opening lies."""
    half, off = place.opening.width / 2, place.served * (place.thickness / 2 + _TRACK)
    first = _slides_first(place)
    wall = storey.wall_of[place.opening.wall]
    length = math.dist(*wall.axis)
    for side in (first, -first):
        a, b = sorted((side * (half + 0.02), side * (3 * half + 0.02)))
        start, end = place.opening.at + a, place.opening.at + b
        others = (o for o in storey.openings if o.wall == wall.id and o is not place.opening)
        if start < 0 or end > length or any(start < o.at + o.width / 2 and end > o.at - o.width / 2 for o in others):
            continue
        if obstacles.covers(in_plan(storey, place, box(a, off - 0.02, b, off + 0.02))) < 0.003:
            return side
    return 0


def _slides_first(place: Site) -> int:
    """Where a leaf slides to if it can: away from its hinge's side, towards -x or +x."""
    return 1 if (place.opening.hinge == "right") == (place.served > 0) else -1


def _leaves(place: Site) -> list[tuple[float, float, float, float]]:
    """Every leaf of a door: x and y of its hinge, the direction it points (degrees), its width."""
    opening = place.opening
    swing_side = _swing_side(place)
    open_by = 0.0 if opening.leads == "outside" or opening.swing in (None, "none", "slide") else place.turn
    # a leaf that lies flat on its wall hangs a little before it, clear of casing and handle
    reach = place.thickness / 2 + (0.055 if open_by > 120 else -0.025)
    pivot = swing_side * reach if open_by else 0.0
    left_is = -1 if place.served < 0 else 1  # left as seen from the served side
    both = opening.hinge == "both" or (opening.hinge is None and opening.width > 1.25)
    ends = (-1, 1) if both else (left_is if opening.hinge in (None, "left") else -left_is,)
    width = opening.width / len(ends) - 0.004
    half = opening.width / 2 * 0.998
    return [(end * half, pivot, swing_side * open_by if end < 0 else 180.0 - swing_side * open_by, width) for end in ends]


def _swing_side(place: Site) -> int:
    """The side (±1) a leaf opens to."""
    return place.served if place.opening.swing in (None, "in", "both", "none") else -place.served


def _sliding(place: Site, style: Look, signs: SignSheet) -> Hung:
    """One leaf that hangs from a track before the wall, on the side of the space the door serves."""
    opening, half = place.opening, place.opening.width / 2
    off, wide = _sliding_at(place)
    body, glass = _leaf(wide, place.edges.high + 0.02, style, signs, fire=opening.fire_rating)
    left = -half - 0.02 + place.slid * wide
    way = -place.slid if place.slid else _slides_first(place)
    moves = Leaf(
        opening.id,
        (left, off, 0.0),
        (left + wide, off, 0.0),
        0.0,
        (way * wide, 0.0, 0.0),
        bool(place.slid),
        bool(opening.self_closing),
    )
    return Hung(Body().add(body, (left, off, 0.0)), Body().add(glass, (left, off, 0.0)), moves)


def _sliding_at(place: Site) -> tuple[float, float]:
    """How far a sliding leaf hangs from the middle of its wall, and how wide it is."""
    return place.served * (place.thickness / 2 + _TRACK), place.opening.width + 0.04


def track(place: Site) -> Body:
    """Return the track a sliding leaf hangs from."""
    half, high = place.opening.width / 2, place.edges.high
    off, wide = _sliding_at(place)
    ends = sorted((-half - 0.02, half + 0.02, -half - 0.02 + place.slid * wide, half + 0.02 + place.slid * wide))
    near, far = sorted((place.served * (place.thickness / 2 + 0.017), off + place.served * 0.028))
    return Body().slab("aluminium", (ends[0], near, high + 0.012), (ends[-1], far, high + 0.062))


def _leaf(width: float, height: float, style: Look, signs: SignSheet, *, fire: str | None) -> tuple[Body, Body]:
    """A leaf hinged at the origin, reaching along +x, 4 cm thick about y = 0, and its glass."""
    body, glass = Body(), Body()
    thick = 0.04
    if style.glazed:
        stile = 0.09
        body.slab(style.leaf, (0, -thick / 2, 0.01), (stile, thick / 2, height))
        body.slab(style.leaf, (width - stile, -thick / 2, 0.01), (width, thick / 2, height))
        body.slab(style.leaf, (stile, -thick / 2, 0.01), (width - stile, thick / 2, 0.24))
        body.slab(style.leaf, (stile, -thick / 2, height - stile), (width - stile, thick / 2, height))
        glass.quad("glass", (stile, 0, 0.24), (width - 2 * stile, 0, 0), (0, 0, height - 0.24 - stile))
        for y in (-0.06, 0.06):
            body.tube("chrome", [(width - 0.05, y, 0.7), (width - 0.05, y, 1.5)], 0.014)
        return body, glass
    body.box(style.leaf, (width / 2, 0, 0.01), (width - 0.006, thick, height - 0.016))
    lever = width - 0.07
    for sign in (-1, 1):
        y = sign * (thick / 2)
        body.slab("chrome", (lever - 0.02, min(y, y + sign * 0.008), 0.94), (lever + 0.02, max(y, y + sign * 0.008), 1.12))
        body.tube(
            "chrome", [(lever, y, 1.04), (lever, y + sign * 0.045, 1.04), (lever - 0.12, y + sign * 0.045, 1.04)], 0.009, sides=6
        )
        if style.leaf == "door-grey":
            body.slab("steel", (0.03, min(y, y + sign * 0.003), 0.03), (width - 0.03, max(y, y + sign * 0.003), 0.28))
            rim = sign * 0.006
            body.slab("frame", (width * 0.36, min(y, y + rim), 1.32), (width * 0.64, max(y, y + rim), 1.82))
            _sheet(body, "glass-dark", width * 0.385, width * 0.615, y + rim * 1.2, 1.345, 1.795, sign)
        else:
            for z0, z1 in ((0.2, 0.92), (1.18, height - 0.2)):
                _panel_lines(body, width, y, sign, z0, z1)
        if fire:
            rect = signs.label(f"{fire}防火门", ground=(196, 38, 32), ink=WHITE, height=48)
            lettered(body, rect, width * 0.3, width * 0.7, y + sign * 0.008, 1.16, 1.16 + width * 0.4 * 48 / 190, sign)
    return body, glass


def _panel_lines(body: Body, width: float, y: float, sign: int, z0: float, z1: float) -> None:
    for x0, x1, a, b in ((0.14, width - 0.14, z0, z0 + 0.03), (0.14, width - 0.14, z1 - 0.03, z1)):
        body.slab("brown", (x0, min(y, y + sign * 0.006), a), (x1, max(y, y + sign * 0.006), b))
    for x0 in (0.14, width - 0.17):
        body.slab("brown", (x0, min(y, y + sign * 0.006), z0), (x0 + 0.03, max(y, y + sign * 0.006), z1))


def _sheet(body: Body, finish: str, x0: float, x1: float, y: float, z0: float, z1: float, sign: int) -> None:
    if sign < 0:
        body.quad(finish, (x0, y, z0), (x1 - x0, 0, 0), (0, 0, z1 - z0))
    else:
        body.quad(finish, (x1, y, z0), (x0 - x1, 0, 0), (0, 0, z1 - z0))


def lettered(body: Body, rect: Rect, x0: float, x1: float, y: float, z0: float, z1: float, sign: int) -> None:
    """Add the part `rect` of the sheet of signs, upright at `y`, looking to -y or +y by `sign`."""
    if sign < 0:
        body.picture("signs", (x0, y, z0), (x1 - x0, 0, 0), (0, 0, z1 - z0), rect)
    else:
        body.picture("signs", (x1, y, z0), (x0 - x1, 0, 0), (0, 0, z1 - z0), rect)
