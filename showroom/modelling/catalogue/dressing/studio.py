"""What lies about painting and dance rooms? Canvases, paint pots, brushes, still lifes, mats, balls, a ballet skirt?"""

import math

import numpy as np

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body


def canvas(sheet: SignSheet, seed: int, *, wide: float = 0.42, high: float = 0.54) -> Body:
    """A painted canvas that hangs on a wall (or, tilted, leans on it)."""
    body = Body().slab("linen", (-wide / 2, -0.022, 0), (wide / 2, 0, high), bevel=0.004)
    body.picture(
        "signs", (-wide / 2 + 0.003, -0.0235, 0.003), (wide - 0.006, 0, 0), (0, 0, high - 0.006), prints.painting(sheet, seed)
    )
    return body


def gallery(sheet: SignSheet) -> Body:
    """Six pupils' pictures pegged to two cords."""
    body = Body()
    for row in range(2):
        z = 0.52 * (1 - row) + 0.42
        body.tube("black", [(-0.75, -0.02, z), (0, -0.024, z - 0.012), (0.75, -0.02, z)], 0.003, sides=4)
        for k in range(3):
            x = -0.5 + 0.5 * k
            body.picture("signs", (x - 0.16, -0.026, z - 0.42), (0.32, 0, 0), (0, 0, 0.41), prints.painting(sheet, 3 * row + k + 2))
            for side in (-0.12, 0.12):
                body.box(("red", "yellow", "sky-blue")[k], (x + side, -0.03, z - 0.03), (0.012, 0.014, 0.05))
    return body


def leaning_canvases(sheet: SignSheet) -> Body:
    """Canvases that lean on the wall behind one another."""
    body = Body()
    for k in range(4):
        own = canvas(sheet, 10 + k, wide=0.46 + 0.08 * ((k * 2) % 3), high=0.6 + 0.06 * (k % 3))
        body.add(own.placed(tilt=-10), (-0.13 + 0.09 * k, -0.19 - 0.05 * (3 - k), 0.006))
    return body


def paint_pots() -> Body:
    """Pots of paint, tubes, a palette and a jar of brushes on a tray."""
    body = Body().slab("oak", (-0.3, -0.18, 0), (0.3, 0.18, 0.014), bevel=0.004)
    for k, finish in enumerate(("red", "orange", "yellow", "green", "blue", "purple")):
        x, y = -0.24 + 0.095 * (k % 3), 0.04 + 0.09 * (k // 3)
        body.lathe("white", (x, y, 0.014), [(0, 0), (0.034, 0), (0.036, 0.06), (0.031, 0.06), (0.03, 0.05)], sides=14)
        body.lathe(finish, (x, y, 0.014), [(0.0305, 0.05), (0, 0.05)], sides=14)
        tube = (
            Body()
            .slab(finish, (-0.016, -0.05, 0), (0.016, 0.03, 0.022), bevel=0.008)
            .slab("white", (-0.008, 0.03, 0.004), (0.008, 0.05, 0.018))
        )
        body.add(tube, (-0.25 + 0.06 * k, -0.11, 0.014), 10 - 6 * k)
    body.add(brushes(), (0.14, 0.06, 0.014))
    plate = Body().lathe("walnut", (0, 0, 0), [(0, 0), (0.11, 0), (0.11, 0.01), (0, 0.01)], sides=20)
    for k, finish in enumerate(("white", "red", "yellow", "blue", "green")):
        a = math.radians(20 + 50 * k)
        plate.ball(finish, (0.075 * math.cos(a), 0.075 * math.sin(a), 0.01), (0.018, 0.018, 0.008), sides=8, rows=4)
    return body.add(plate, (0.18, -0.08, 0.014))


def brushes() -> Body:
    """A jar of brushes."""
    body = Body().lathe(
        "steam-blue", (0, 0, 0), [(0, 0), (0.042, 0), (0.045, 0.12), (0.041, 0.12), (0.04, 0.09), (0, 0.09)], sides=14
    )
    for k in range(7):
        a = k * 2.4
        x, y = 0.022 * math.cos(a), 0.022 * math.sin(a)
        tip = (x * 3.2, y * 3.2, 0.24 + 0.02 * (k % 3))
        body.tube(("oak", "red", "black", "walnut")[k % 4], [(x, y, 0.09), tip], 0.004, sides=5)
        body.ball("brown", tip, (0.008, 0.008, 0.016), sides=6, rows=4)
    return body


def still_life() -> Body:
    """A plaster cone, ball and cube with a jug and fruit on a draped stand, to be drawn."""
    body = Body()
    for x in (-0.26, 0.26):
        for y in (-0.2, 0.2):
            body.box("oak", (x, y, 0), (0.045, 0.045, 0.72), without="td")
    body.slab("oak", (-0.32, -0.26, 0.72), (0.32, 0.26, 0.75), bevel=0.008)
    body.slab("linen", (-0.3, -0.245, 0.75), (0.3, 0.245, 0.756), without="d")
    body.slab("linen", (-0.2, -0.266, 0.5), (0.18, -0.26, 0.756))
    body.lathe("porcelain", (-0.16, 0.08, 0.756), [(0.1, 0), (0, 0.28)], sides=20)
    body.ball("porcelain", (0.0, -0.08, 0.826), (0.07, 0.07, 0.07), sides=18, rows=12)
    body.add(Body().box("porcelain", (0, 0, 0), (0.15, 0.15, 0.15), bevel=0.004), (0.15, 0.12, 0.756), 25)
    jug = [(0, 0), (0.05, 0), (0.075, 0.08), (0.05, 0.16), (0.032, 0.2), (0.045, 0.23), (0.036, 0.23), (0.026, 0.19)]
    body.lathe("terracotta", (0.02, 0.12, 0.756), jug, sides=18)
    for x, y, finish in ((0.13, -0.1, "red"), (0.2, -0.05, "yellow"), (-0.12, -0.14, "green")):
        body.ball(finish, (x, y, 0.79), (0.036, 0.036, 0.034), sides=12, rows=8)
    return body


def drying_rack(sheet: SignSheet) -> Body:
    """A rack of shelves on which wet pictures lie."""
    body = Body()
    for x in (-0.3, 0.3):
        for y in (-0.22, 0.22):
            body.box("frame", (x, y, 0), (0.025, 0.025, 1.1))
    for k in range(9):
        z = 0.12 + 0.11 * k
        body.slab("aluminium", (-0.31, -0.23, z), (0.31, 0.23, z + 0.008))
        if k % 2 == 0:
            body.picture("signs", (-0.2, -0.2, z + 0.0095), (0.4, 0, 0), (0, 0.4, 0), prints.painting(sheet, k))
    return body


def mats() -> Body:
    """Rolled mats standing in a crate, and one that lies."""
    body = Body().slab("oak", (-0.3, -0.2, 0), (0.3, 0.2, 0.03))
    for x in (-0.3, 0.285):
        body.slab("oak", (x, -0.2, 0.03), (x + 0.015, 0.2, 0.36), bevel=0.004)
    for y in (-0.2, 0.185):
        body.slab("oak", (-0.285, y, 0.03), (0.285, y + 0.015, 0.36), bevel=0.004)
    rng = np.random.default_rng(3)
    for k, finish in enumerate(("purple", "sky-blue", "green", "flower", "teal", "sky-blue")):
        x, y = -0.19 + 0.19 * (k % 3), -0.085 + 0.17 * (k // 3)
        high = 0.62 + float(rng.uniform(-0.03, 0.03))
        body.lathe(
            finish, (x, y, 0.03), [(0.07, 0), (0.07, high), (0.05, high), (0.05, high - 0.004), (0.03, high), (0, high)], sides=14
        )
    return body


def ballet_shoes() -> Body:
    """A pair of ballet shoes with ribbons hung on a hook."""
    body = Body().tube("brass", [(0, 0, 0.42), (0, -0.05, 0.41), (0, -0.06, 0.44)], 0.006, sides=6)
    for side in (-1, 1):
        body.tube("flower", [(0, -0.05, 0.42), (side * 0.05, -0.045, 0.3), (side * 0.045, -0.045, 0.2)], 0.006, sides=5)
        shoe = Body().ball("flower", (0, 0, 0), (0.034, 0.036, 0.12), sides=12, rows=8)
        body.add(shoe, (side * 0.05, -0.048, 0.12))
        body.ball("linen", (side * 0.05, -0.072, 0.15), (0.022, 0.016, 0.07), sides=10, rows=6)
    return body


def gym_ball(*, finish: str = "sky-blue") -> Body:
    """A large exercise ball."""
    return Body().ball(finish, (0, 0, 0.32), (0.32, 0.32, 0.32), sides=24, rows=14)


PIECES: dict[str, Piece] = {
    "canvas": Piece("油画", lambda sheet: canvas(sheet, 1), hangs=True),
    "gallery": Piece("学员画展", gallery, hangs=True),
    "leaning_canvases": Piece("靠墙画框", leaning_canvases),
    "paint_pots": Piece("颜料", lambda _: paint_pots()),
    "brushes": Piece("画笔", lambda _: brushes()),
    "still_life": Piece("静物台", lambda _: still_life()),
    "drying_rack": Piece("晾画架", drying_rack),
    "mats": Piece("瑜伽垫", lambda _: mats()),
    "ballet_shoes": Piece("舞鞋", lambda _: ballet_shoes(), hangs=True),
    "gym_ball": Piece("健身球", lambda _: gym_ball()),
}
