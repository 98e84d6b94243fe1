"""What stands about an animal clinic beyond what the rules name: scales, anaesthesia, drips, trolleys, carriers, treats?"""

import math

import numpy as np

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.catalogue.ware import jar, tray
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body


def castors(body: Body, wide: float, deep: float, radius: float = 0.035) -> None:
    """Four castors under a cart of that size."""
    for x in (-wide / 2, wide / 2):
        for y in (-deep / 2, deep / 2):
            wheel = Body().cylinder("black", (0, 0, -0.012), radius, 0.024, sides=12).placed(tilt=90).placed(turn=90)
            body.add(wheel, (x, y, radius))
            body.box("chrome", (x, y, radius), (0.018, 0.03, radius + 0.012), without="td")


def scale(sheet: SignSheet) -> Body:
    """A low platform scale for dogs with a rubber mat, its figure on a post."""
    body = Body().slab("steel", (-0.5, -0.28, 0.03), (0.5, 0.28, 0.07), bevel=0.012)
    body.slab("rubber", (-0.45, -0.24, 0.07), (0.45, 0.24, 0.076), without="d")
    for x in (-0.43, 0.43):
        for y in (-0.22, 0.22):
            body.cylinder("black", (x, y, 0), 0.03, 0.03, sides=10)
    for k in range(9):
        body.slab("dark-grey", (-0.4 + k * 0.1 - 0.012, -0.2, 0.076), (-0.4 + k * 0.1 + 0.012, 0.2, 0.08), without="d")
    body.tube("chrome", [(0.36, 0.26, 0.05), (0.36, 0.26, 0.92)], 0.018, sides=10)
    head = Body().slab("white", (-0.13, -0.025, 0), (0.13, 0.025, 0.15), bevel=0.014)
    reading = sheet.label("12.60 kg", ground=(196, 214, 190), ink=(30, 40, 34), height=52, aspect=2.6)
    head.picture("signs", (-0.1, -0.026, 0.055), (0.2, 0, 0), (0, 0, 0.075), reading)
    for k, finish in enumerate(("green", "blue", "red")):
        head.box(finish, (-0.06 + 0.06 * k, -0.026, 0.02), (0.03, 0.006, 0.018))
    return body.add(head.placed(tilt=-18), (0.36, 0.25, 0.9))


def anaesthesia(sheet: SignSheet) -> Body:
    """An anaesthesia machine: a cart with a monitor, vaporiser, flow meters, absorber, bellows, breathing hoses and a cylinder."""
    body = Body()
    castors(body, 0.5, 0.48, 0.045)
    body.slab("light-grey", (-0.29, -0.28, 0.09), (0.29, 0.28, 0.14), bevel=0.02)
    for x in (-0.24, 0.24):
        body.slab("white", (x - 0.03, 0.1, 0.14), (x + 0.03, 0.24, 1.22), bevel=0.012)
    for k in range(2):
        z = 0.24 + 0.2 * k
        body.slab("white", (-0.21, -0.18, z), (0.21, 0.22, z + 0.18), bevel=0.012)
        body.slab("dark-grey", (-0.08, -0.195, z + 0.11), (0.08, -0.18, z + 0.13))
    body.slab("steel", (-0.29, -0.28, 0.8), (0.29, 0.24, 0.83), bevel=0.01)
    body.slab("white", (-0.21, 0.12, 0.83), (0.21, 0.24, 1.18), bevel=0.012)
    for k, finish in enumerate(("green", "sky-blue", "light-grey")):
        x = -0.15 + 0.06 * k
        body.slab("glass-dark", (x - 0.02, 0.105, 0.94), (x + 0.02, 0.12, 1.14))
        body.slab(finish, (x - 0.006, 0.1, 0.95), (x + 0.006, 0.105, 1.05 + 0.03 * k))
        body.add(Body().cylinder(finish, (0, 0, 0), 0.018, 0.025, sides=10).placed(tilt=90), (x, 0.12, 0.89))
    body.slab("purple", (0.06, 0.05, 0.9), (0.16, 0.13, 1.06), bevel=0.012)
    body.cylinder("purple", (0.11, 0.09, 1.06), 0.038, 0.05, sides=14)
    body.cylinder("steam-blue", (-0.19, -0.1, 0.83), 0.065, 0.17, sides=16)
    body.cylinder("light-grey", (-0.19, -0.1, 1.0), 0.07, 0.03, sides=16)
    for k in range(5):
        body.lathe("rubber", (0.2, -0.1, 0.84 + k * 0.028), [(0.045, 0), (0.06, 0.014), (0.045, 0.028)], sides=14)
    body.cylinder("white", (0.2, -0.1, 0.98), 0.06, 0.015, sides=14)
    for x in (-0.2, -0.14):
        hose = [(x, -0.13, 0.98), (x - 0.02, -0.24, 0.98), (x + 0.06, -0.27, 0.78), (x + 0.17, -0.27, 0.62), (-0.02, -0.275, 0.6)]
        body.tube("sky-blue", hose, 0.014, sides=7)
    body.lathe("black", (-0.02, -0.275, 0.54), [(0.035, 0), (0.04, 0.03), (0.012, 0.07)], sides=12)
    screen = Body().slab("dark-grey", (-0.2, -0.03, 0), (0.2, 0.03, 0.3), bevel=0.014)
    screen.picture("signs", (-0.175, -0.0315, 0.03), (0.35, 0, 0), (0, 0, 0.245), prints.vitals(sheet))
    body.add(screen.placed(tilt=-8), (0, 0.15, 1.2))
    body.add(cylinder("green", 0.62, 0.055), (-0.3, 0.2, 0.14))
    return body


def cylinder(finish: str = "sky-blue", high: float = 1.2, radius: float = 0.11) -> Body:
    """A gas cylinder with its valve."""
    body = Body().lathe(
        finish,
        (0, 0, 0),
        [(0, 0), (radius, 0), (radius, high * 0.82), (radius * 0.62, high * 0.91), (radius * 0.3, high * 0.94)],
        sides=16,
    )
    body.cylinder("brass", (0, 0, high * 0.93), radius * 0.24, high * 0.05, sides=10)
    return body.slab("black", (-radius * 0.4, -0.012, high * 0.98), (radius * 0.4, 0.012, high), bevel=0.004)


def drip_stand() -> Body:
    """A drip stand on five castors with two bags."""
    body = Body()
    for k in range(5):
        a = math.radians(90 + 72 * k)
        x, y = 0.26 * math.cos(a), 0.26 * math.sin(a)
        body.tube("aluminium", [(0, 0, 0.1), (x, y, 0.07)], 0.016, sides=6)
        body.ball("black", (x, y, 0.032), (0.022, 0.022, 0.032), sides=8, rows=6)
    body.tube("chrome", [(0, 0, 0.06), (0, 0, 1.86)], 0.012, sides=10)
    body.cylinder("aluminium", (0, 0, 0.08), 0.03, 0.06, sides=10)
    for side in (-1, 1):
        body.tube("chrome", [(0, 0, 1.84), (side * 0.12, 0, 1.86), (side * 0.13, 0, 1.9)], 0.006, sides=6)
        body.slab("steam-blue", (side * 0.12 - 0.05, -0.016, 1.58), (side * 0.12 + 0.05, 0.016, 1.83), bevel=0.014)
        body.quad("white", (side * 0.12 - 0.036, -0.0165, 1.65), (0.072, 0, 0), (0, 0, 0.1))
        body.tube("white", [(side * 0.12, 0, 1.58), (side * 0.1, -0.02, 1.3), (side * 0.04, -0.04, 1.05)], 0.004, sides=5)
    return body.slab("white", (-0.06, -0.06, 1.18), (0.06, 0.02, 1.34), bevel=0.012)


def trolley() -> Body:
    """An instrument trolley: two steel decks with rails, trays, scissors, bottles."""
    body = Body()
    castors(body, 0.6, 0.38, 0.05)
    for x in (-0.31, 0.31):
        for y in (-0.2, 0.2):
            body.tube("chrome", [(x, y, 0.09), (x, y, 0.9)], 0.012, sides=8)
    for z in (0.26, 0.78):
        body.slab("steel", (-0.32, -0.21, z), (0.32, 0.21, z + 0.02), bevel=0.006)
        for y in (-0.2, 0.2):
            body.tube("chrome", [(-0.31, y, z + 0.09), (0.31, y, z + 0.09)], 0.006, sides=6)
    body.add(tray(0.3, 0.2, 0.035), (-0.12, -0.03, 0.8))
    for k in range(4):
        x = -0.21 + k * 0.055
        body.slab("chrome", (x, -0.1, 0.812), (x + 0.012, 0.04, 0.818))
        body.lathe("chrome", (x + 0.006, -0.1, 0.812), [(0.014, 0), (0.014, 0.006), (0, 0.006)], sides=8)
    for k, finish in enumerate(("brown", "white", "sky-blue")):
        body.add(jar(finish, 0.032, 0.13), (0.13 + 0.075 * k, 0.08, 0.8))
    body.slab("teal", (-0.2, -0.13, 0.28), (0.12, 0.13, 0.33), bevel=0.012)
    return body.slab("white", (0.16, -0.12, 0.28), (0.28, 0.06, 0.37), bevel=0.01)


def instrument_cupboard() -> Body:
    """A glass-fronted steel cupboard with trays and instruments."""
    body = Body()
    w, d, h, wall = 0.9, 0.4, 1.75, 0.022
    body.slab("white", (-w / 2, -d / 2 + 0.012, 0.08), (w / 2, d / 2, 0.6), bevel=0.006)
    body.slab("grey", (-w / 2 + 0.03, -d / 2 + 0.05, 0), (w / 2 - 0.03, d / 2 - 0.02, 0.08), without="td")
    body.slab("white", (-w / 2, d / 2 - wall, 0.6), (w / 2, d / 2, h))
    for x in (-w / 2, w / 2 - wall):
        body.slab("white", (x, -d / 2 + 0.012, 0.6), (x + wall, d / 2 - wall, h))
    body.slab("white", (-w / 2 + wall, -d / 2 + 0.012, h - 0.05), (w / 2 - wall, d / 2 - wall, h))
    for x0, x1 in ((-w / 2 + 0.01, -0.004), (0.004, w / 2 - 0.01)):
        body.slab("white", (x0, -d / 2, 0.1), (x1, -d / 2 + 0.014, 0.585), bevel=0.004)
    for x in (-0.04, 0.04):
        body.slab("chrome", (x - 0.008, -d / 2 - 0.012, 0.36), (x + 0.008, -d / 2, 0.5))
    for k, z in enumerate((0.98, 1.32)):
        body.slab("steam-blue", (-w / 2 + wall, -d / 2 + 0.05, z), (w / 2 - wall, d / 2 - wall, z + 0.012))
        body.add(tray(0.3, 0.2, 0.04), (-0.22, 0.0, z + 0.012))
        body.add(tray(0.24, 0.2, 0.07), (0.14 + 0.04 * k, 0.0, z + 0.012))
    for k in range(5):
        body.add(jar(("white", "brown")[k % 2], 0.035, 0.14), (-0.32 + 0.1 * k, 0.02, 0.602))
    body.slab("teal", (0.2, -0.1, 0.602), (0.38, 0.12, 0.68), bevel=0.012)
    for x in (-w / 2 + 0.012, -0.022, 0.004, w / 2 - 0.03):
        body.slab("aluminium", (x, -d / 2, 0.61), (x + 0.018, -d / 2 + 0.012, h - 0.06))
    for z in (0.61, h - 0.078):
        body.slab("aluminium", (-w / 2 + 0.012, -d / 2 + 0.001, z), (w / 2 - 0.012, -d / 2 + 0.011, z + 0.018))
    return body


def film_viewer(sheet: SignSheet) -> Body:
    """A light box on the wall with a radiograph of a dog."""
    body = Body().slab("white", (-0.28, -0.06, 0), (0.28, 0, 0.44), bevel=0.012, without="b")
    body.picture("signs", (-0.255, -0.0615, 0.045), (0.51, 0, 0), (0, 0, 0.365), prints.radiograph(sheet))
    return body.box("green", (0.22, -0.062, 0.018), (0.02, 0.006, 0.012))


def lead_apron() -> Body:
    """Two lead aprons on hangers from a wall rail."""
    body = Body().slab("aluminium", (-0.42, -0.03, 1.06), (0.42, 0, 1.1), bevel=0.006)
    for x, finish in ((-0.2, "blue"), (0.22, "teal")):
        body.tube("chrome", [(x, -0.02, 1.08), (x, -0.09, 1.1), (x, -0.1, 1.04)], 0.007, sides=6)
        rings = []
        for z, half, deep in ((0.0, 0.19, 0.05), (0.5, 0.17, 0.05), (0.86, 0.15, 0.045), (1.0, 0.09, 0.03), (1.03, 0.03, 0.02)):
            rings.append(
                [(x - half, -0.1 - deep / 2, z), (x, -0.1 - deep, z), (x + half, -0.1 - deep / 2, z), (x, -0.1 + deep * 0.6, z)]
            )
        body.loft(finish, rings)
        body.slab("black", (x - 0.165, -0.165, 0.48), (x + 0.165, -0.125, 0.53), bevel=0.006)
    return body


def carrier() -> Body:
    """A pet carrier with a wire door and a handle."""
    body = Body().slab("sky-blue", (-0.17, -0.24, 0), (0.17, 0.24, 0.15), bevel=0.03)
    body.slab("light-grey", (-0.178, -0.245, 0.145), (0.178, 0.245, 0.165), bevel=0.006)
    body.slab("steam-blue", (-0.165, -0.235, 0.165), (0.165, 0.235, 0.31), bevel=0.05)
    body.slab("black", (-0.11, -0.2395, 0.04), (0.11, -0.236, 0.27), without="b")
    for k in range(7):
        x = -0.1 + 0.2 * k / 6
        body.box("chrome", (x, -0.243, 0.04), (0.005, 0.005, 0.23))
    for z in (0.05, 0.15, 0.26):
        body.box("chrome", (0, -0.247, z), (0.21, 0.005, 0.006))
    for k in range(4):
        for side in (-1, 1):
            body.slab("dark-grey", (side * 0.166 - 0.003, -0.1 + k * 0.06, 0.2), (side * 0.166 + 0.003, -0.07 + k * 0.06, 0.25))
    return body.tube("light-grey", [(0, -0.08, 0.3), (0, -0.07, 0.34), (0, 0.07, 0.34), (0, 0.08, 0.3)], 0.012)


def bowls() -> Body:
    """A bowl of food and one of water."""
    body = Body()
    for x, finish, fill in ((-0.11, "flower", "brown"), (0.11, "sky-blue", "steam-blue")):
        body.lathe(finish, (x, 0, 0), [(0, 0), (0.09, 0), (0.075, 0.05), (0.062, 0.05), (0.06, 0.035)], sides=18)
        body.lathe(
            fill,
            (x, 0, 0),
            [(0.06, 0.036), (0.03, 0.044 if fill == "brown" else 0.036), (0, 0.046 if fill == "brown" else 0.036)],
            sides=18,
        )
    return body


def pet_bed(*, finish: str = "linen", cushion: str = "flower") -> Body:
    """A round bed with a thick rim."""
    ring = [(0.0, 0.0), (0.28, 0), (0.32, 0.05), (0.31, 0.12), (0.26, 0.15), (0.22, 0.12), (0.21, 0.06)]
    body = Body().lathe(finish, (0, 0, 0), ring, sides=22)
    return body.lathe(cushion, (0, 0, 0), [(0.215, 0.06), (0.12, 0.085), (0, 0.09)], sides=22)


def treat_shelf(sheet: SignSheet) -> Body:
    """A wooden shop shelf with bags of food, tins, toys and a paw on its header."""
    body = Body()
    w, d, h = 1.2, 0.4, 1.7
    for x in (-w / 2, w / 2 - 0.03):
        body.slab("oak", (x, -d / 2, 0), (x + 0.03, d / 2, h), bevel=0.008)
    body.slab("white", (-w / 2 + 0.03, d / 2 - 0.015, 0.06), (w / 2 - 0.03, d / 2, h - 0.2))
    body.slab("oak", (-w / 2 + 0.03, -d / 2 + 0.02, h - 0.24), (w / 2 - 0.03, d / 2, h), bevel=0.008)
    body.picture("signs", (-0.42, -d / 2 + 0.018, h - 0.21), (0.18, 0, 0), (0, 0, 0.18), prints.paw(sheet))
    title = sheet.label("零食 · 用品", ground=(216, 172, 120), ink=(70, 48, 30), height=60)
    body.picture("signs", (-0.2, -d / 2 + 0.018, h - 0.19), (0.55, 0, 0), (0, 0, 0.14), title)
    rng = np.random.default_rng(4)
    for level, z in enumerate((0.08, 0.48, 0.86, 1.18)):
        body.slab("oak", (-w / 2 + 0.03, -d / 2 + 0.02, z), (w / 2 - 0.03, d / 2 - 0.015, z + 0.025))
        x = -w / 2 + 0.07
        while x < w / 2 - 0.14:
            finish = ("flower", "sky-blue", "green", "orange", "purple", "yellow")[int(rng.integers(6))]
            if level < 2:
                wide, high = 0.2, 0.3
                body.slab(finish, (x, -0.12, z + 0.025), (x + wide, 0.06, z + 0.025 + high), bevel=0.035)
                body.picture(
                    "signs",
                    (x + 0.05, -0.1215, z + 0.12),
                    (0.1, 0, 0),
                    (0, 0, 0.1),
                    prints.paw(sheet, ground=(248, 244, 232), ink=(90, 64, 44)),
                )
            elif level == 2:
                wide = 0.09
                for k in range(2):
                    body.cylinder(finish, (x + 0.045, -0.04, z + 0.025 + k * 0.085), 0.042, 0.08, sides=12)
            else:
                wide = 0.11
                body.slab(finish, (x, -0.1, z + 0.025), (x + wide, 0.02, z + 0.19), bevel=0.012)
                body.quad("white", (x + 0.02, -0.101, z + 0.07), (wide - 0.04, 0, 0), (0, 0, 0.06))
            x += wide + 0.03
    return body


def grooming_table() -> Body:
    """A grooming table with a rubber top and an arm with its loop."""
    body = Body().slab("rubber", (-0.45, -0.28, 0.74), (0.45, 0.28, 0.78), bevel=0.012)
    body.slab("chrome", (-0.46, -0.29, 0.73), (0.46, 0.29, 0.745))
    for x in (-0.38, 0.38):
        body.tube("chrome", [(x, -0.22, 0.73), (x * 0.6, -0.24, 0.006)], 0.016, sides=8)
        body.tube("chrome", [(x, 0.22, 0.73), (x * 0.6, 0.24, 0.006)], 0.016, sides=8)
    body.tube("chrome", [(0.4, 0.24, 0.74), (0.4, 0.24, 1.5), (0.1, 0.1, 1.52)], 0.013, sides=8)
    return body.tube(
        "blue", [(0.12, 0.1, 1.51), (0.07, 0.06, 1.3), (0.1, 0.02, 1.2), (0.16, 0.06, 1.28), (0.12, 0.1, 1.5)], 0.006, sides=5
    )


PIECES: dict[str, Piece] = {
    "scale": Piece("体重秤", scale),
    "anaesthesia": Piece("麻醉机", anaesthesia),
    "cylinder": Piece("氧气瓶", lambda _: cylinder()),
    "drip_stand": Piece("输液架", lambda _: drip_stand()),
    "trolley": Piece("器械车", lambda _: trolley()),
    "instrument_cupboard": Piece("器械柜", lambda _: instrument_cupboard()),
    "film_viewer": Piece("观片灯", film_viewer, hangs=True),
    "lead_apron": Piece("铅衣", lambda _: lead_apron(), hangs=True),
    "carrier": Piece("宠物航空箱", lambda _: carrier()),
    "bowls": Piece("食盆水盆", lambda _: bowls()),
    "pet_bed": Piece("宠物窝", lambda _: pet_bed()),
    "treat_shelf": Piece("用品架", treat_shelf),
    "grooming_table": Piece("美容台", lambda _: grooming_table()),
}
