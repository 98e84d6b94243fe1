"""What stands in an opening: frames and casings, window frames with glass, hatch counters, and the leaves hung in it?

Drawn in the opening's own frame (see `sites`).
"""

import math
from dataclasses import dataclass, field

from showroom.domain.vocabulary import Vocabulary
from showroom.modelling.leaves import Hung, hung, lettered, track
from showroom.modelling.rooms import decor
from showroom.modelling.signs import BLUE, WHITE, SignSheet
from showroom.modelling.sites import Look, Site, look
from showroom.modelling.solids import Body


@dataclass(frozen=True, eq=False)
class Parts:
    """What an opening is built into: its solid body, its glass, its leaves, and the sheet its signs are lettered on."""

    signs: SignSheet
    solid: Body = field(default_factory=Body)
    glass: Body = field(default_factory=Body)
    leaves: list[Hung] = field(default_factory=list)


def built(place: Site, vocabulary: Vocabulary, signs: SignSheet) -> Parts:
    """Return the solid parts, the glass and the leaves of an opening, in its own frame."""
    makers = {"door": _door, "window": _window, "hatch": _hatch, "passage": _passage}
    parts = Parts(signs)
    makers[place.opening.kind](place, look(place, vocabulary), parts)
    return parts


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


def _door(place: Site, style: Look, parts: Parts) -> None:
    opening = place.opening
    _casing(parts.solid, style.casing, place)
    half = opening.width / 2
    parts.solid.slab("stone", (-half, -place.thickness / 2, 0.0), (half, place.thickness / 2, 0.006), without="dfb")
    if opening.swing == "slide":
        parts.solid.add(track(place))
    parts.leaves.extend(hung(place, style, parts.signs))
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
    lettered(parts.solid, rect, -wide / 2, wide / 2, y + sign * 0.003, z, z + 0.1, sign)


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
