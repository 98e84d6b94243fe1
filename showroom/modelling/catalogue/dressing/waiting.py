"""What do waiting rooms and offices hold? Sofas, low tables, water, shoes, toys, books, cupboards, screens for the office."""

import math

import numpy as np

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.catalogue.ware import computer
from showroom.modelling.signs import BLUE, SignSheet
from showroom.modelling.solids import Body


def sofa(*, wide: float = 1.5, finish: str = "leather") -> Body:
    """A sofa for two or three with cushions."""
    body = Body()
    d = 0.78
    for x in (-wide / 2 + 0.06, wide / 2 - 0.06):
        for y in (-d / 2 + 0.07, d / 2 - 0.07):
            body.cylinder("walnut", (x, y, 0), 0.022, 0.12, sides=8)
    body.slab(finish, (-wide / 2 + 0.02, -d / 2 + 0.02, 0.12), (wide / 2 - 0.02, d / 2, 0.28), bevel=0.02)
    body.slab(finish, (-wide / 2 + 0.14, d / 2 - 0.2, 0.28), (wide / 2 - 0.14, d / 2, 0.8), bevel=0.05)
    for x in (-wide / 2, wide / 2 - 0.15):
        body.slab(finish, (x, -d / 2, 0.12), (x + 0.15, d / 2, 0.6), bevel=0.045)
    count = max(2, round((wide - 0.3) / 0.6))
    cell = (wide - 0.3) / count
    for k in range(count):
        x = -wide / 2 + 0.15 + cell * k
        body.slab(finish, (x + 0.004, -d / 2 + 0.01, 0.28), (x + cell - 0.004, d / 2 - 0.2, 0.43), bevel=0.04)
    for x, colour, turn in ((-wide / 2 + 0.32, "sky-blue", 12), (wide / 2 - 0.34, "linen", -14)):
        cushion = Body().slab(colour, (-0.19, -0.07, 0), (0.19, 0.07, 0.36), bevel=0.06).placed(tilt=-18)
        body.add(cushion, (x, d / 2 - 0.33, 0.43), turn)
    return body


def low_table() -> Body:
    """A round low table with magazines and a cup."""
    body = Body().lathe("oak", (0, 0, 0.4), [(0, 0), (0.33, 0), (0.35, 0.012), (0.35, 0.022), (0.33, 0.034), (0, 0.034)], sides=26)
    for k in range(3):
        a = math.radians(30 + 120 * k)
        body.tube(
            "walnut", [(0.2 * math.cos(a), 0.2 * math.sin(a), 0.4), (0.28 * math.cos(a), 0.28 * math.sin(a), 0.01)], 0.018, sides=7
        )
    for k, finish in enumerate(("blue", "paper", "red")):
        leaf = Body().slab(finish, (-0.1, -0.14, 0), (0.1, 0.14, 0.008))
        body.add(leaf, (-0.08, 0.02, 0.434 + 0.008 * k), 20 - 16 * k)
    return body.lathe(
        "white", (0.17, -0.08, 0.434), [(0, 0), (0.03, 0), (0.038, 0.08), (0.034, 0.08), (0.03, 0.02), (0, 0.02)], sides=14
    )


def bench_seats(*, count: int = 4, finish: str = "sky-blue") -> Body:
    """A row of shell seats on one beam, as in waiting rooms."""
    cell = 0.54
    wide = cell * count
    body = Body().slab("aluminium", (-wide / 2 + 0.05, -0.03, 0.33), (wide / 2 - 0.05, 0.03, 0.39), bevel=0.008)
    for x in (-wide / 2 + 0.27, wide / 2 - 0.27):
        body.slab("aluminium", (x - 0.025, -0.025, 0.04), (x + 0.025, 0.025, 0.33))
        body.slab("aluminium", (x - 0.025, -0.27, 0), (x + 0.025, 0.27, 0.04), bevel=0.008)
    for k in range(count):
        x = -wide / 2 + cell * (k + 0.5)
        body.slab(finish, (x - 0.235, -0.26, 0.4), (x + 0.235, 0.18, 0.45), bevel=0.022)
        back = Body().slab(finish, (-0.235, -0.022, 0), (0.235, 0.022, 0.42), bevel=0.02)
        body.add(back.placed(tilt=-12), (x, 0.19, 0.43))
        body.slab("dark-grey", (x - 0.06, -0.04, 0.385), (x + 0.06, 0.14, 0.405))
    return body


def water_dispenser() -> Body:
    """A water dispenser with a bottle on top, two taps, a drip tray."""
    body = Body().slab("white", (-0.16, -0.14, 0.02), (0.16, 0.16, 0.96), bevel=0.025)
    body.slab("dark-grey", (-0.14, -0.12, 0), (0.14, 0.14, 0.02), without="t")
    body.slab("grey", (-0.125, -0.1425, 0.62), (0.125, -0.139, 0.88), bevel=0.001)
    for x, finish in ((-0.055, "red"), (0.055, "blue")):
        body.slab(finish, (x - 0.02, -0.19, 0.8), (x + 0.02, -0.14, 0.83), bevel=0.006)
        body.cylinder("light-grey", (x, -0.175, 0.77), 0.01, 0.03, sides=8)
    body.slab("dark-grey", (-0.11, -0.2, 0.6), (0.11, -0.14, 0.625), bevel=0.006)
    body.slab("light-grey", (-0.13, -0.1435, 0.08), (0.13, -0.139, 0.55), bevel=0.001)
    body.lathe(
        "sky-blue",
        (0, 0.01, 0.96),
        [(0.05, 0), (0.06, 0.03), (0.125, 0.08), (0.135, 0.1), (0.135, 0.3), (0.125, 0.33), (0.1, 0.35), (0, 0.355)],
        sides=20,
    )
    for z in (1.16, 1.22):
        body.lathe("steam-blue", (0, 0.01, z), [(0.136, 0), (0.139, 0.01), (0.136, 0.02)], sides=20)
    return body


def shoe_rack() -> Body:
    """An oak shoe rack of three boards with pairs of shoes."""
    body = Body()
    w, d = 1.0, 0.32
    for x in (-w / 2, w / 2 - 0.025):
        body.slab("oak", (x, -d / 2, 0), (x + 0.025, d / 2, 0.92), bevel=0.006)
    finishes = ("white", "flower", "black", "sky-blue", "red", "linen", "brown", "teal")
    for level in range(4):
        z = 0.08 + 0.28 * level
        body.slab("oak", (-w / 2 + 0.025, -d / 2 + 0.01, z), (w / 2 - 0.025, d / 2, z + 0.02))
        for k in range(4 if level < 3 else 0):
            for side in (-0.048, 0.048):
                shoe = Body().slab("white", (-0.04, -0.12, 0), (0.04, 0.12, 0.02), bevel=0.006)
                shoe.loft(
                    finishes[(k * 3 + level) % 8],
                    [
                        [(-0.038, -0.118, 0.02), (0.038, -0.118, 0.02), (0.038, 0.118, 0.02), (-0.038, 0.118, 0.02)],
                        [(-0.034, -0.1, 0.05), (0.034, -0.1, 0.05), (0.034, 0.112, 0.07), (-0.034, 0.112, 0.07)],
                        [(-0.028, -0.01, 0.075), (0.028, -0.01, 0.075), (0.03, 0.108, 0.1), (-0.03, 0.108, 0.1)],
                    ],
                )
                shoe.quad("dark-grey", (-0.022, 0.01, 0.0835), (0.044, 0, 0), (0, 0.085, 0.0185))
                body.add(shoe, (-w / 2 + 0.14 + 0.235 * k + side, -0.01, z + 0.02))
    return body


def toy_box() -> Body:
    """An open box of toys: bricks, a ball, a bear."""
    body = Body()
    for a, b in (
        ((-0.3, -0.2), (0.3, -0.18)),
        ((-0.3, 0.18), (0.3, 0.2)),
        ((-0.3, -0.18), (-0.28, 0.18)),
        ((0.28, -0.18), (0.3, 0.18)),
    ):
        body.slab("sky-blue", (*a, 0), (*b, 0.3), bevel=0.006)
    body.quad("sky-blue", (-0.28, -0.18, 0.12), (0.56, 0, 0), (0, 0.36, 0))
    body.ball("red", (-0.15, -0.04, 0.27), (0.1, 0.1, 0.1), sides=14, rows=8)
    body.add(bear(), (0.12, 0.04, 0.2), -12)
    for k, finish in enumerate(("yellow", "green", "orange", "blue")):
        body.add(
            Body().box(finish, (0, 0, 0), (0.08, 0.08, 0.08), bevel=0.01), (-0.02 + 0.06 * k, -0.12, 0.2 + 0.02 * (k % 2)), 20 * k
        )
    return body


def bear(*, finish: str = "kraft") -> Body:
    """A sitting toy bear."""
    body = Body().ball(finish, (0, 0, 0.086), (0.075, 0.065, 0.085), sides=12, rows=8)
    body.ball(finish, (0, -0.01, 0.2), (0.065, 0.06, 0.06), sides=12, rows=8)
    body.ball("cream", (0, -0.062, 0.19), (0.028, 0.022, 0.022), sides=8, rows=6)
    body.ball("black", (0, -0.084, 0.197), (0.009, 0.006, 0.007), sides=6, rows=4)
    for side in (-1, 1):
        body.ball(finish, (side * 0.05, 0, 0.25), (0.024, 0.014, 0.024), sides=8, rows=6)
        body.ball("black", (side * 0.024, -0.062, 0.215), (0.007, 0.005, 0.008), sides=6, rows=4)
        body.ball(finish, (side * 0.085, -0.02, 0.1), (0.026, 0.03, 0.05), sides=8, rows=6)
        body.ball(finish, (side * 0.05, -0.08, 0.03), (0.032, 0.055, 0.03), sides=8, rows=6)
    return body


def children_table() -> Body:
    """A low round table with two stools and bricks, for waiting children."""
    body = Body().lathe("white", (0, 0, 0.46), [(0, 0), (0.3, 0), (0.31, 0.01), (0.3, 0.028), (0, 0.028)], sides=24)
    body.lathe("yellow", (0, 0, 0), [(0, 0), (0.18, 0), (0.05, 0.05), (0.045, 0.46)], sides=18)
    for x, finish in ((-0.46, "sky-blue"), (0.46, "flower")):
        body.lathe(
            finish, (x, 0, 0), [(0, 0), (0.12, 0), (0.13, 0.02), (0.1, 0.14), (0.14, 0.26), (0.13, 0.28), (0, 0.28)], sides=18
        )
    rng = np.random.default_rng(8)
    for k in range(6):
        x, y = (float(t) for t in rng.uniform(-0.16, 0.16, 2))
        body.add(
            Body().box(("red", "green", "blue", "orange")[k % 4], (0, 0, 0), (0.05, 0.05, 0.05), bevel=0.008), (x, y, 0.488), 25 * k
        )
    return body


def bookcase(*, wide: float = 0.9, high: float = 1.8) -> Body:
    """A bookcase with books, boxes and a globe-like bowl."""
    body = Body()
    d = 0.3
    rng = np.random.default_rng(11)
    for x in (-wide / 2, wide / 2 - 0.025):
        body.slab("oak", (x, -d / 2, 0), (x + 0.025, d / 2, high), bevel=0.006)
    body.slab("oak", (-wide / 2 + 0.025, d / 2 - 0.012, 0.06), (wide / 2 - 0.025, d / 2, high))
    levels = [0.06 + (high - 0.085) * k / 5 for k in range(6)]
    for number, z in enumerate(levels):
        body.slab("oak", (-wide / 2 + 0.025, -d / 2 + 0.008, z), (wide / 2 - 0.025, d / 2 - 0.012, z + 0.022))
        if number == 5:
            break
        x = -wide / 2 + 0.04
        while x < wide / 2 - 0.1:
            if rng.random() < 0.06:
                body.slab("linen", (x, -0.12, z + 0.022), (x + 0.18, 0.1, z + 0.18), bevel=0.008)
                x += 0.2
                continue
            thick, tall = float(rng.uniform(0.022, 0.05)), float(rng.uniform(0.19, 0.27))
            finish = ("red", "blue", "teal", "linen", "terracotta", "sky-blue", "purple", "brass", "paper")[int(rng.integers(9))]
            body.slab(finish, (x, -0.11, z + 0.022), (x + thick, 0.08, z + 0.022 + tall), without="db")
            x += thick + (0.001 if rng.random() < 0.9 else 0.09)
    return body


def filing_cabinet() -> Body:
    """A steel filing cabinet of four drawers."""
    body = Body().slab("light-grey", (-0.23, -0.29, 0.03), (0.23, 0.31, 1.32), bevel=0.008)
    body.slab("dark-grey", (-0.21, -0.27, 0), (0.21, 0.29, 0.03), without="t")
    for k in range(4):
        z = 0.05 + 0.315 * k
        body.slab("steam-blue", (-0.22, -0.308, z), (0.22, -0.288, z + 0.3), bevel=0.006)
        body.slab("chrome", (-0.06, -0.325, z + 0.2), (0.06, -0.308, z + 0.222), bevel=0.005)
        body.quad("paper", (-0.05, -0.3095, z + 0.24), (0.1, 0, 0), (0, 0, 0.035))
    return body


def monitors(sheet: SignSheet) -> Body:
    """Eight pictures of surveillance cameras on two screens, for the wall of a control room."""
    body = Body()
    for side in (0, 1):
        x = 0.64 * side - 0.32
        body.slab("black", (x - 0.31, -0.05, 0), (x + 0.31, 0, 0.38), bevel=0.008)
        for k in range(4):
            low = (x - 0.295 + 0.297 * (k % 2), -0.0515, 0.015 + 0.176 * (k // 2))
            body.picture("signs", low, (0.293, 0, 0), (0, 0, 0.172), prints.surveillance(sheet, 4 * side + k))
    return body


def queue_screen(sheet: SignSheet) -> Body:
    """A small sign on a foot for a counter."""
    body = Body().slab("oak", (-0.1, -0.05, 0), (0.1, 0.05, 0.02), bevel=0.005)
    rect = sheet.label("请 先 登 记", ground=BLUE, ink=(250, 250, 248), height=60, aspect=1.8)
    body.slab("white", (-0.12, -0.006, 0.02), (0.12, 0.006, 0.16))
    return body.picture("signs", (-0.117, -0.0075, 0.024), (0.234, 0, 0), (0, 0, 0.13), rect)


PIECES: dict[str, Piece] = {
    "sofa": Piece("沙发", lambda _: sofa()),
    "low_table": Piece("茶几", lambda _: low_table()),
    "bench_seats": Piece("候诊排椅", lambda _: bench_seats()),
    "water_dispenser": Piece("饮水机", lambda _: water_dispenser()),
    "shoe_rack": Piece("鞋架", lambda _: shoe_rack()),
    "toy_box": Piece("玩具箱", lambda _: toy_box()),
    "bear": Piece("玩具熊", lambda _: bear()),
    "children_table": Piece("儿童桌", lambda _: children_table()),
    "bookcase": Piece("书柜", lambda _: bookcase()),
    "filing_cabinet": Piece("文件柜", lambda _: filing_cabinet()),
    "computer": Piece("电脑", lambda _: computer()),
    "monitors": Piece("监控屏", monitors, hangs=True),
    "queue_screen": Piece("台牌", queue_screen),
}
