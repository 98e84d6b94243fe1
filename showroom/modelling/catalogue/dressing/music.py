"""Which instruments and what else stands in a music room? Stands, stools, guitars, drums, violins, zithers, loudspeakers."""

import math

from shapely.geometry import Point
from shapely.ops import unary_union

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body


def music_stand(sheet: SignSheet, *, high: float = 1.15) -> Body:
    """A music stand on three legs with two pages open on it."""
    body = Body()
    for k in range(3):
        a = math.radians(-90 + 120 * k)
        x, y = 0.24 * math.cos(a), 0.24 * math.sin(a)
        body.tube("black", [(0, 0, 0.34), (x, y, 0.012)], 0.011, sides=6)
        body.tube("black", [(0, 0, 0.14), (x * 0.6, y * 0.6, 0.145)], 0.007, sides=5)
    body.tube("black", [(0, 0, 0.1), (0, 0, high - 0.1)], 0.013, sides=8)
    desk = Body().slab("black", (-0.26, -0.006, 0), (0.26, 0.006, 0.32), bevel=0.003)
    desk.slab("black", (-0.26, -0.06, -0.012), (0.26, 0.006, 0.0))
    page = prints.score(sheet)
    for x in (-0.215, 0.005):
        desk.picture("signs", (x, -0.009, 0.004), (0.21, 0, 0), (0, 0, 0.29), page)
    return body.add(desk.placed(tilt=-24), (0, 0.0, high - 0.2))


def piano_stool() -> Body:
    """A cushioned piano bench."""
    body = Body().slab("black", (-0.28, -0.17, 0.4), (0.28, 0.17, 0.45), bevel=0.008)
    body.slab("leather", (-0.27, -0.16, 0.45), (0.27, 0.16, 0.5), bevel=0.02)
    for x in (-0.24, 0.24):
        for y in (-0.13, 0.13):
            body.box("black", (x, y, 0), (0.04, 0.04, 0.4), bevel=0.008)
    return body


def guitar(*, finish: str = "oak") -> Body:
    """A guitar on its stand, leaning back."""
    shape = unary_union([Point(0, 0.2).buffer(0.185, 12), Point(0, 0.44).buffer(0.135, 12), Point(0, 0.32).buffer(0.12, 12)])
    shape = shape.buffer(0.03).buffer(-0.03)
    flat = Body().prism("walnut", shape, 0.0, 0.085, without="t")
    flat.flat(finish, shape, 0.085)
    flat.flat("black", Point(0, 0.36).buffer(0.05, 8), 0.0865)
    flat.slab("walnut", (-0.07, 0.15, 0.085), (0.07, 0.175, 0.096), without="d")
    flat.slab("walnut", (-0.028, 0.42, 0.07), (0.028, 0.93, 0.1), bevel=0.006)
    flat.slab("black", (-0.026, 0.44, 0.1), (0.026, 0.93, 0.104), without="d")
    flat.slab("walnut", (-0.045, 0.92, 0.07), (0.045, 1.06, 0.095), bevel=0.006)
    for side in (-1, 1):
        for k in range(3):
            flat.box("chrome", (side * 0.058, 0.95 + 0.04 * k, 0.075), (0.03, 0.014, 0.012))
    for k in range(6):
        flat.box("chrome", (-0.02 + 0.008 * k, 0.55, 0.104), (0.0016, 0.78, 0.002), without="d")
    body = Body().add(flat.placed(tilt=76), (0, 0.02, 0.06))
    for side in (-1, 1):
        body.tube("black", [(side * 0.16, -0.16, 0.01), (side * 0.12, 0.02, 0.06), (side * 0.05, 0.2, 0.44)], 0.01, sides=6)
        body.tube("black", [(side * 0.12, 0.04, 0.05), (side * 0.12, -0.14, 0.05)], 0.01, sides=6)
    return body.tube("black", [(0, 0.2, 0.44), (0, 0.34, 0.01)], 0.01, sides=6)


def _drum(finish: str, radius: float, high: float, *, sides: int = 20) -> Body:
    body = Body().lathe(finish, (0, 0, 0), [(0, 0), (radius, 0), (radius, high)], sides=sides)
    body.lathe(
        "chrome",
        (0, 0, 0),
        [
            (radius, high - 0.02),
            (radius * 1.03, high - 0.02),
            (radius * 1.03, high),
            (radius * 0.97, high),
            (radius * 0.97, high - 0.004),
        ],
        sides=sides,
    )
    body.lathe("chrome", (0, 0, 0), [(radius, 0.0), (radius * 1.03, 0.0), (radius * 1.03, 0.02), (radius, 0.02)], sides=sides)
    return body.lathe("paper", (0, 0, 0), [(radius * 0.97, high - 0.004), (0, high - 0.004)], sides=sides)


def _cymbal(body: Body, x: float, y: float, z: float, radius: float, tilt: float) -> None:
    disc = Body().lathe(
        "brass",
        (0, 0, 0),
        [(radius * 0.2, 0.012), (radius, 0), (radius, 0.003), (radius * 0.2, 0.016), (radius * 0.1, 0.032), (0, 0.034)],
        sides=16,
    )
    body.add(disc.placed(tilt=tilt), (x, y, z))
    body.tube("chrome", [(x, y, 0.02), (x, y, z + 0.05)], 0.01, sides=6)
    for k in range(3):
        a = math.radians(30 + 120 * k)
        body.tube("chrome", [(x, y, 0.2), (x + 0.18 * math.cos(a), y + 0.18 * math.sin(a), 0.012)], 0.008, sides=5)


def drums(*, finish: str = "red") -> Body:
    """A drum kit: bass drum to the front, two toms, snare, floor tom, three cymbals, a stool. Audience side is -y."""
    body = Body()
    bass = _drum(finish, 0.28, 0.42, sides=22)
    body.add(bass.placed(tilt=90), (0, -0.08, 0.3))
    for side in (-1, 1):
        body.tube("chrome", [(side * 0.2, -0.4, 0.16), (side * 0.3, -0.44, 0.012)], 0.01, sides=6)
        tom = _drum(finish, 0.15, 0.2, sides=14).placed(tilt=14)
        body.add(tom, (side * 0.18, -0.2, 0.62))
        body.tube("chrome", [(side * 0.02, -0.28, 0.57), (side * 0.1, -0.22, 0.68)], 0.012, sides=6)
    for x, y, r, high, z in ((-0.44, 0.16, 0.18, 0.15, 0.5), (0.52, 0.14, 0.21, 0.38, 0.2)):
        body.add(_drum(finish, r, high, sides=16), (x, y, z))
        for k in range(3):
            a = math.radians(90 + 120 * k)
            tip = (x + r * 1.02 * math.cos(a), y + r * 1.02 * math.sin(a))
            body.tube("chrome", [(*tip, z + high * 0.5), (*tip, 0.012)], 0.009, sides=5)
    _cymbal(body, -0.62, -0.24, 1.05, 0.22, 12)
    _cymbal(body, 0.6, -0.28, 1.1, 0.24, 12)
    _cymbal(body, -0.74, 0.2, 0.8, 0.17, 0)
    body.cylinder("black", (0, 0.5, 0.46), 0.16, 0.08, sides=18)
    body.cylinder("chrome", (0, 0.5, 0.05), 0.02, 0.42, sides=8)
    for k in range(3):
        a = math.radians(90 + 120 * k)
        body.tube("chrome", [(0, 0.5, 0.25), (0.2 * math.cos(a), 0.5 + 0.2 * math.sin(a), 0.012)], 0.01, sides=6)
    return body


def violin() -> Body:
    """A violin and its bow hung on a wall hook."""
    shape = unary_union([Point(0, 0.1).buffer(0.1, 10), Point(0, 0.27).buffer(0.082, 10), Point(0, 0.19).buffer(0.062, 10)])
    shape = shape.buffer(0.012).buffer(-0.012)
    flat = Body().prism("walnut", shape, 0.0, 0.04, without="t")
    flat.flat("orange", shape, 0.04)
    flat.slab("black", (-0.017, 0.2, 0.045), (0.017, 0.46, 0.06), bevel=0.004)
    flat.slab("walnut", (-0.014, 0.33, 0.01), (0.014, 0.5, 0.046))
    flat.box("walnut", (0, 0.53, 0.02), (0.026, 0.08, 0.03), bevel=0.008)
    flat.slab("black", (-0.018, 0.03, 0.042), (0.018, 0.12, 0.058), bevel=0.004)
    flat.box("cream", (0, 0.165, 0.04), (0.05, 0.008, 0.03))
    for side in (-1, 1):
        flat.slab("black", (side * 0.045 - 0.004, 0.14, 0.04), (side * 0.045 + 0.004, 0.21, 0.041), without="d")
        for k in range(2):
            flat.box("black", (side * 0.028, 0.5 + 0.03 * k, 0.028), (0.03, 0.01, 0.01))
    body = Body().add(flat.placed(tilt=90), (0, -0.012, 0.02))
    body.tube("walnut", [(0.17, -0.025, 0.0), (0.172, -0.02, 0.35), (0.17, -0.025, 0.66)], 0.006, sides=6)
    body.slab("paper", (0.153, -0.027, 0.02), (0.157, -0.022, 0.64))
    for z in (0.0, 0.63):
        body.slab("black", (0.15, -0.033, z), (0.176, -0.018, z + 0.03))
    for x in (0, 0.165):
        body.tube("brass", [(x, 0, 0.6), (x, -0.05, 0.59), (x, -0.06, 0.62)], 0.006, sides=6)
    return body


def zither() -> Body:
    """A guzheng on two trestles: a long arched board, bridges and strings."""
    body = Body()
    rings = []
    for x, half, lift in ((-0.8, 0.15, 0.0), (-0.7, 0.17, 0.01), (0.7, 0.17, 0.01), (0.82, 0.14, -0.02)):
        z = 0.66 + lift
        rings.append(
            [
                (x, -half, z),
                (x, -half, z + 0.06),
                (x, -half * 0.5, z + 0.095),
                (x, half * 0.5, z + 0.095),
                (x, half, z + 0.06),
                (x, half, z),
            ][::-1]
        )
    body.loft("walnut", rings)
    for k in range(13):
        y = -0.1 + 0.2 * k / 12
        x = -0.4 + 0.055 * k
        body.box("cream", (x, y, 0.758), (0.012, 0.012, 0.03))
        body.box("chrome", (0, y, 0.786), (1.36, 0.0016, 0.0016), without="d")
    for x in (-0.55, 0.55):
        for side in (-1, 1):
            body.tube("walnut", [(x - 0.12, side * 0.14, 0.66), (x + 0.12, side * 0.16, 0.012)], 0.016, sides=4)
            body.tube("walnut", [(x + 0.12, side * 0.14, 0.66), (x - 0.12, side * 0.16, 0.012)], 0.016, sides=4)
        body.tube("walnut", [(x, -0.15, 0.34), (x, 0.15, 0.34)], 0.012, sides=4)
    return body


def loudspeaker() -> Body:
    """A loudspeaker on a tripod."""
    body = Body().slab("black", (-0.17, -0.15, 1.1), (0.17, 0.15, 1.62), bevel=0.02)
    cone = Body().lathe("dark-grey", (0, 0, 0), [(0.135, 0.012), (0.12, 0.0), (0.05, -0.03), (0, -0.02)], sides=20)
    body.add(cone.placed(tilt=90), (0, -0.152, 1.28))
    horn = Body().lathe("grey", (0, 0, 0), [(0.05, 0.004), (0, 0)], sides=14)
    body.add(horn.placed(tilt=90), (0, -0.151, 1.5))
    body.tube("black", [(0, 0, 0.2), (0, 0, 1.1)], 0.018, sides=8)
    for k in range(3):
        a = math.radians(-90 + 120 * k)
        body.tube("black", [(0, 0, 0.6), (0.4 * math.cos(a), 0.4 * math.sin(a), 0.014)], 0.012, sides=6)
    return body


def microphone() -> Body:
    """A microphone on a stand with a round foot."""
    body = Body().lathe("black", (0, 0, 0), [(0, 0), (0.14, 0), (0.14, 0.015), (0.03, 0.03), (0, 0.03)], sides=18)
    body.tube("black", [(0, 0, 0.02), (0, 0, 1.42)], 0.01, sides=8)
    head = (
        Body()
        .cylinder("black", (0, 0, 0), 0.014, 0.13, sides=10, top=0.02)
        .ball("grey", (0, 0, 0.15), (0.028, 0.028, 0.03), sides=10, rows=6)
    )
    return body.add(head.placed(tilt=50), (0, 0.03, 1.4))


PIECES: dict[str, Piece] = {
    "music_stand": Piece("谱架", music_stand),
    "piano_stool": Piece("琴凳", lambda _: piano_stool()),
    "guitar": Piece("吉他", lambda _: guitar()),
    "drums": Piece("架子鼓", lambda _: drums()),
    "violin": Piece("小提琴", lambda _: violin(), hangs=True),
    "zither": Piece("古筝", lambda _: zither()),
    "loudspeaker": Piece("音箱", lambda _: loudspeaker()),
    "microphone": Piece("话筒", lambda _: microphone()),
}
