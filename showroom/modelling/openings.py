"""What stands in an opening: door leaves and frames, window frames with glass, hatch counters?

Drawn in the opening's own frame: x along the wall's axis, y across it, the middle of the opening at the origin. A hinge is left
or right as seen from the space the door serves; inner leaves stand open where their swing is known, doors to the outside are shut.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from shapely import STRtree
from shapely.affinity import rotate, translate
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from showroom.domain.plan import Opening, Space, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling.footprint import Rooms
from showroom.modelling.joints import wall_line
from showroom.modelling.rooms import decor
from showroom.modelling.signs import BLUE, WHITE, SignSheet
from showroom.modelling.solids import Body
from showroom.modelling.storeys import clear_height
from showroom.modelling.walls import Span, span

_TRACK = 0.05
"""How far before its wall a sliding leaf hangs, metres."""
TURNS = (168.0, 86.0, 60.0)
"""How far an open leaf may have turned, degrees: flat against its wall, across, or just ajar; the first that has room."""


@dataclass(frozen=True)
class Look:
    """The finishes of a door: leaf, casing and reveal, and whether it is glazed."""

    leaf: str
    casing: str
    reveal: str
    glazed: bool = False


@dataclass(frozen=True, eq=False)
class Parts:
    """What an opening is built into: its solid body, its glass, and the sheet its signs are lettered on."""

    solid: Body
    glass: Body
    signs: SignSheet


@dataclass(frozen=True)
class Site:
    """Where an opening is: thickness, height span, the spaces on its -y and +y sides, and the side (±1) it serves."""

    opening: Opening
    thickness: float
    edges: Span
    sides: tuple[Space | None, Space | None]
    served: int
    top: float = 3.0
    """Height of the lower ceiling beside it, metres."""
    turn: float = TURNS[1]
    margins: tuple[float, float] = (1.0, 1.0)
    """How far the wall goes on beyond the jambs at -x and +x before another stands in front, metres."""
    slid: int = 0
    """Where a sliding leaf stands: before the wall towards -x or +x, or (0) shut."""

    @property
    def serving(self) -> Space | None:
        """Return the space the opening serves."""
        return self.sides[0 if self.served < 0 else 1]

    def beyond(self, wide: float) -> tuple[float, float]:
        """Return how far something that wants to go `wide` beyond the jambs at -x and +x may."""
        left, right = (max(0.0, min(wide, margin - 0.002)) for margin in self.margins)
        return left, right


class Obstacles:
    """Everything that stands in the way of a door leaf, in plan."""

    def __init__(self, areas: list[BaseGeometry]) -> None:
        self._areas = areas
        self._tree = STRtree(areas)

    def covers(self, shape: BaseGeometry) -> float:
        """Return how much of a shape is taken, square metres; what overlaps counts twice."""
        return float(sum(shape.intersection(self._areas[k]).area for k in self._tree.query(shape, "intersects")))


def site(storey: Storey, opening: Opening, storey_height: float, spaces: Rooms | None = None) -> Site:
    """Return where an opening is and what it joins; `spaces` are those of the storey, where they are at hand."""
    rooms = spaces or Rooms(storey.spaces)
    wall = storey.wall_of[opening.wall]
    origin, along = wall_line(wall)
    middle = origin + along * opening.at
    across = np.array([-along[1], along[0]])
    beside = [rooms.at(middle + sign * across * (wall.thickness / 2 + 0.12)) for sign in (-1, 1)]
    ids = [space.id if space else None for space in beside]
    served = 1 if (opening.serves is not None and ids[1] == opening.serves) or (opening.serves is None and ids[0] is None) else -1
    top = min(wall.height or storey_height, *(clear_height(space, storey_height) for space in beside))
    return Site(opening, wall.thickness, span(opening, top), (beside[0], beside[1]), served, top)


def look(place: Site, vocabulary: Vocabulary) -> Look:
    """Return what an opening is made of, by the rooms it joins."""
    zones = {vocabulary.zone_of(space.use) or "" for space in place.sides if space is not None}
    if place.opening.role == "customers":
        return Look("frame", "frame", "frame", glazed=True)
    if place.opening.leads == "outside" or place.opening.fire_rating or any(zone.startswith("food") for zone in zones):
        return Look("door-grey", "aluminium", "aluminium")
    if place.opening.kind == "passage":
        return Look("walnut", "walnut", "walnut")
    if "training" in zones or "public" in zones:
        return Look("oak", "walnut", "walnut")
    return Look("door-wood", "skirting", "skirting")


def built(place: Site, vocabulary: Vocabulary, signs: SignSheet) -> tuple[Body, Body]:
    """Return the solid parts and the glass of an opening, in its own frame."""
    makers = {"door": _door, "window": _window, "hatch": _hatch, "passage": _passage}
    solid, glass = Body(), Body()
    makers[place.opening.kind](place, look(place, vocabulary), Parts(solid, glass, signs))
    return solid, glass


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
        if obstacles.covers(_in_plan(storey, place, unary_union(leaves).buffer(0.02))) < 0.003:
            return turn
    return TURNS[-1]


def _free_slide(storey: Storey, place: Site, obstacles: Obstacles) -> int:
    """To which side a leaf slides: first away from its hinge's side, nowhere where something stands or another opening lies."""
    half, off = place.opening.width / 2, place.served * (place.thickness / 2 + _TRACK)
    first = 1 if (place.opening.hinge == "right") == (place.served > 0) else -1
    wall = storey.wall_of[place.opening.wall]
    length = math.dist(*wall.axis)
    for side in (first, -first):
        a, b = sorted((side * (half + 0.02), side * (3 * half + 0.02)))
        start, end = place.opening.at + a, place.opening.at + b
        others = (o for o in storey.openings if o.wall == wall.id and o is not place.opening)
        if start < 0 or end > length or any(start < o.at + o.width / 2 and end > o.at - o.width / 2 for o in others):
            continue
        if obstacles.covers(_in_plan(storey, place, box(a, off - 0.02, b, off + 0.02))) < 0.003:
            return side
    return 0


def _in_plan(storey: Storey, place: Site, shape: BaseGeometry) -> BaseGeometry:
    (x, y), angle = turned_to(storey, place.opening)
    return translate(rotate(shape, angle, origin=(0, 0)), x, y)


def _leaves(place: Site) -> list[tuple[float, float, float, float]]:
    """Every leaf of a door: x and y of its hinge, the direction it points (degrees), its width."""
    opening = place.opening
    swing_side = place.served if opening.swing in (None, "in", "both", "none") else -place.served
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


def reveal_finish(place: Site, vocabulary: Vocabulary) -> str:
    """Return the finish of jambs, head and sill."""
    if place.opening.kind == "window":
        wall = decor(place.serving, vocabulary).wall
        return wall if "tile" in wall else "plaster-white"
    if place.opening.kind == "hatch":
        return "steel"
    return look(place, vocabulary).reveal


def _casing(body: Body, finish: str, place: Site, *, wide: float = 0.06, deep: float = 0.016) -> None:
    half, low, high = place.opening.width / 2, place.edges.low, place.edges.high
    bottom = low if place.opening.kind in ("hatch", "window") else 0.0
    left, right = place.beyond(wide)
    for sign, space in zip((-1, 1), place.sides, strict=True):
        if space is None:
            continue
        y0 = sign * place.thickness / 2
        y1 = y0 + sign * deep
        a, b = min(y0, y1), max(y0, y1)
        back = "b" if sign < 0 else "f"
        if left > 0.005:
            body.slab(finish, (-half - left, a, bottom), (-half, b, high + wide), without=back)
        if right > 0.005:
            body.slab(finish, (half, a, bottom), (half + right, b, high + wide), without=back)
        body.slab(finish, (-half, a, high), (half, b, high + wide), without=back)


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
            _sign(body, rect, width * 0.3, width * 0.7, y + sign * 0.008, 1.16, 1.16 + width * 0.4 * 48 / 190, sign)
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


def _sign(
    body: Body, rect: tuple[float, float, float, float], x0: float, x1: float, y: float, z0: float, z1: float, sign: int
) -> None:
    if sign < 0:
        body.picture("signs", (x0, y, z0), (x1 - x0, 0, 0), (0, 0, z1 - z0), rect)
    else:
        body.picture("signs", (x1, y, z0), (x0 - x1, 0, 0), (0, 0, z1 - z0), rect)


def _door(place: Site, style: Look, parts: Parts) -> None:
    opening = place.opening
    _casing(parts.solid, style.casing, place)
    half, height = opening.width / 2, place.edges.high
    parts.solid.slab("stone", (-half, -place.thickness / 2, 0.0), (half, place.thickness / 2, 0.006), without="dfb")
    if opening.swing == "slide":
        _sliding(place, style, parts)
        return
    leaves = _leaves(place)
    leaf, pane = _leaf(leaves[0][3], height - 0.01, style, parts.signs, fire=opening.fire_rating)
    for hinge, pivot, way, _ in leaves:
        parts.solid.add(leaf, (hinge, pivot, 0.0), way)
        parts.glass.add(pane, (hinge, pivot, 0.0), way)
    _name_plate(place, parts)


def _sliding(place: Site, style: Look, parts: Parts) -> None:
    """One leaf that hangs from a track before the wall, on the side of the space the door serves."""
    half, high = place.opening.width / 2, place.edges.high
    off = place.served * (place.thickness / 2 + _TRACK)
    wide = place.opening.width + 0.04
    leaf, pane = _leaf(wide, high + 0.02, style, parts.signs, fire=place.opening.fire_rating)
    left = -half - 0.02 + place.slid * wide
    parts.solid.add(leaf, (left, off, 0.0))
    parts.glass.add(pane, (left, off, 0.0))
    track = sorted((-half - 0.02, half + 0.02, -half - 0.02 + place.slid * wide, half + 0.02 + place.slid * wide))
    near, far = sorted((place.served * (place.thickness / 2 + 0.017), off + place.served * 0.028))
    parts.solid.slab("aluminium", (track[0], near, high + 0.012), (track[-1], far, high + 0.062))
    _name_plate(place, parts)


def _name_plate(place: Site, parts: Parts) -> None:
    """The name of the space a door serves, above it on the other side, where there is room below the ceiling."""
    sign = -place.served
    if place.serving is None or not place.serving.name or place.opening.leads or place.sides[0 if sign < 0 else 1] is None:
        return
    if place.edges.high + 0.22 > place.top:
        return
    rect = parts.signs.label(place.serving.name, ground=BLUE, ink=WHITE, height=60)
    wide = 0.1 * (rect[2] - rect[0]) / max(rect[3] - rect[1], 1e-6)
    y = sign * (place.thickness / 2 + 0.02)
    z = place.edges.high + 0.09
    parts.solid.slab(
        "blue", (-wide / 2 - 0.008, min(y, y - sign * 0.02), z - 0.008), (wide / 2 + 0.008, max(y, y - sign * 0.02), z + 0.108)
    )
    _sign(parts.solid, rect, -wide / 2, wide / 2, y + sign * 0.003, z, z + 0.1, sign)


def _window(place: Site, style: Look, parts: Parts) -> None:
    opening, edges = place.opening, place.edges
    half, deep, bar = opening.width / 2, 0.035, 0.05
    y = -place.served * place.thickness * 0.2
    for x0, x1, z0, z1 in (
        (-half, -half + bar, edges.low, edges.high),
        (half - bar, half, edges.low, edges.high),
        (-half + bar, half - bar, edges.low, edges.low + bar),
        (-half + bar, half - bar, edges.high - bar, edges.high),
    ):
        parts.solid.slab("frame", (x0, y - deep, z0), (x1, y + deep, z1))
    panes = max(1, math.ceil((opening.width - 0.2) / 1.15))
    for k in range(1, panes):
        x = -half + opening.width * k / panes
        parts.solid.slab("frame", (x - bar / 2, y - deep, edges.low + bar), (x + bar / 2, y + deep, edges.high - bar))
    if edges.high - edges.low > 1.6:
        z = edges.high - 0.52
        parts.solid.slab("frame", (-half + bar, y - deep, z - bar / 2), (half - bar, y + deep, z + bar / 2))
    parts.glass.quad("glass", (-half, y, edges.low), (opening.width, 0, 0), (0, 0, edges.high - edges.low))
    outer = y - place.served * 0.06
    if opening.screen:
        wide, tall = opening.width - 2 * bar, edges.high - edges.low - 2 * bar
        parts.glass.quad("screen-mesh", (-half + bar, outer, edges.low + bar), (wide, 0, 0), (0, 0, tall))
    if opening.bars:
        for k in range(1, count := max(2, round(opening.width / 0.11))):
            x = -half + opening.width * k / count
            parts.solid.tube("frame", [(x, outer, edges.low), (x, outer, edges.high)], 0.008, sides=6)
    if edges.low > 0.05:
        inner = place.served * place.thickness / 2
        left, right = place.beyond(0.03)
        a, b = sorted((y + place.served * deep, inner + place.served * 0.05))
        parts.solid.slab(
            "stone" if style.leaf == "door-grey" else "walnut",
            (-half - left, a, edges.low - 0.004),
            (half + right, b, edges.low + 0.026),
        )


def _hatch(place: Site, _: Look, parts: Parts) -> None:
    half, edges = place.opening.width / 2, place.edges
    _casing(parts.solid, "steel", place, wide=0.05, deep=0.012)
    reach = place.thickness / 2 + 0.1
    left, right = place.beyond(0.05)
    parts.solid.slab("steel", (-half - left, -reach, edges.low - 0.035), (half + right, reach, edges.low + 0.004), bevel=0.008)
    parts.solid.slab("aluminium", (-half, -0.05, edges.high - 0.14), (half, 0.05, edges.high - 0.001))


def _passage(place: Site, style: Look, parts: Parts) -> None:
    _casing(parts.solid, style.casing, place, wide=0.08, deep=0.02)
    half = place.opening.width / 2
    parts.solid.slab("stone", (-half, -place.thickness / 2, 0.0), (half, place.thickness / 2, 0.006), without="dfb")


def turned_to(storey: Storey, opening: Opening) -> tuple[tuple[float, float], float]:
    """Return the middle of an opening in plan and the direction of its wall's axis in degrees."""
    origin, along = wall_line(storey.wall_of[opening.wall])
    middle = origin + along * opening.at
    return (float(middle[0]), float(middle[1])), math.degrees(math.atan2(along[1], along[0]))
