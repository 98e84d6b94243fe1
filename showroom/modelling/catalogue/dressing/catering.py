"""What stands about kitchens and dining rooms beyond what the rules name: steamers, tills, menus, coffee machines, takeaways?"""

import math

from PIL import Image, ImageDraw

from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.catalogue.ware import bowl, carton, chopsticks, cup, jar, pan, plate, plates, pot, teapot, tray, wok
from showroom.modelling.signs import Rect, SignSheet, font
from showroom.modelling.solids import Body


def steamers(*, tiers: int = 4) -> Body:
    """Bamboo steamers on one another, buns in the open one on top."""
    body = Body()
    for k in range(tiers):
        z = 0.08 * k
        body.lathe("kraft", (0, 0, z), [(0, 0), (0.17, 0), (0.175, 0.004), (0.175, 0.08), (0.16, 0.08), (0.16, 0.05)], sides=22)
        body.lathe("oak", (0, 0, z), [(0.1755, 0.02), (0.179, 0.024), (0.179, 0.05), (0.1755, 0.054)], sides=22)
    z = 0.08 * (tiers - 1)
    body.lathe("linen", (0, 0, z), [(0.16, 0.052), (0, 0.052)], sides=22)
    for k in range(6):
        a = math.radians(72 * k)
        r = 0.0 if k == 5 else 0.1
        body.ball("porcelain", (r * math.cos(a), r * math.sin(a), z + 0.068), (0.045, 0.045, 0.034), sides=12, rows=6)
    return body


def rice_cooker() -> Body:
    """A large rice cooker with its lid shut."""
    body = Body().lathe("white", (0, 0, 0.01), [(0, 0), (0.18, 0), (0.2, 0.05), (0.2, 0.26)], sides=22)
    body.lathe("steel", (0, 0, 0.27), [(0.2, 0), (0.205, 0.005), (0.205, 0.02), (0.17, 0.06), (0.05, 0.075), (0, 0.076)], sides=22)
    body.cylinder("black", (0, 0, 0.345), 0.03, 0.03, sides=12)
    body.slab("dark-grey", (-0.055, -0.208, 0.06), (0.055, -0.18, 0.18), bevel=0.01)
    body.slab("red", (-0.012, -0.211, 0.09), (0.012, -0.207, 0.11))
    for side in (-1, 1):
        body.slab("black", (side * 0.215 - 0.025, -0.045, 0.2), (side * 0.215 + 0.025, 0.045, 0.225), bevel=0.008)
    return body


def microwave(sheet: SignSheet) -> Body:
    """A microwave oven."""
    body = Body().slab("steel", (-0.26, -0.19, 0.015), (0.26, 0.2, 0.31), bevel=0.01)
    for x in (-0.2, 0.2):
        for y in (-0.14, 0.15):
            body.cylinder("black", (x, y, 0), 0.016, 0.016, sides=8)
    body.slab("black", (-0.24, -0.2, 0.035), (0.13, -0.188, 0.29), bevel=0.004)
    body.quad("glass-dark", (-0.21, -0.2012, 0.07), (0.29, 0, 0), (0, 0, 0.185))
    body.slab("chrome", (0.095, -0.225, 0.06), (0.11, -0.2, 0.265), bevel=0.004)
    body.slab("dark-grey", (0.145, -0.196, 0.035), (0.25, -0.188, 0.29), bevel=0.003)
    reading = sheet.label("12:30", ground=(16, 22, 26), ink=(90, 220, 160), height=36, aspect=2.4)
    body.picture("signs", (0.155, -0.198, 0.23), (0.085, 0, 0), (0, 0, 0.036), reading)
    for k in range(9):
        body.box("light-grey", (0.17 + 0.028 * (k % 3), -0.197, 0.12 + 0.03 * (k // 3)), (0.02, 0.004, 0.018))
    return body


def coffee_machine() -> Body:
    """An espresso machine with two groups, cups on top."""
    body = Body().slab("steel", (-0.36, -0.1, 0.05), (0.36, 0.26, 0.46), bevel=0.02)
    body.slab("steel", (-0.36, -0.26, 0.36), (0.36, -0.1, 0.46), bevel=0.014)
    body.slab("black", (-0.34, -0.26, 0.03), (0.34, -0.1, 0.08), bevel=0.008)
    body.slab("red", (-0.36, -0.104, 0.3), (0.36, -0.098, 0.33))
    for x in (-0.31, 0.31):
        for y in (-0.2, 0.2):
            body.cylinder("chrome", (x, y, 0), 0.02, 0.05, sides=10)
    for x in (-0.15, 0.15):
        body.cylinder("chrome", (x, -0.18, 0.3), 0.034, 0.06, sides=14)
        body.tube("black", [(x, -0.2, 0.31), (x, -0.33, 0.295)], 0.014, sides=8)
        body.add(cup(), (x, -0.18, 0.08))
    for x in (-0.32, 0.32):
        body.tube("chrome", [(x, -0.22, 0.36), (x, -0.27, 0.28), (x, -0.26, 0.15)], 0.007, sides=6)
    for k in range(8):
        body.add(cup(), (-0.28 + 0.08 * k, 0.08 + 0.06 * (k % 2), 0.46))
    return body


def till(sheet: SignSheet) -> Body:
    """A till: a tilted screen, a drawer, a printer and a payment code."""
    body = Body().slab("black", (-0.2, -0.2, 0), (0.2, 0.2, 0.1), bevel=0.008)
    body.slab("dark-grey", (-0.19, -0.206, 0.015), (0.19, -0.198, 0.085), bevel=0.003)
    body.slab("black", (-0.04, 0.02, 0.1), (0.04, 0.08, 0.24), bevel=0.01)
    screen = Body().slab("black", (-0.18, -0.015, 0), (0.18, 0.015, 0.26), bevel=0.008)
    for row in range(3):
        for k in range(4):
            finish = ("orange", "green", "sky-blue", "flower")[(row + k) % 4]
            screen.quad(finish, (-0.16 + 0.08 * k, -0.0155, 0.03 + 0.07 * row), (0.07, 0, 0), (0, 0, 0.058))
    body.add(screen.placed(tilt=-22), (0, 0.02, 0.18))
    body.slab("white", (0.26, -0.1, 0), (0.4, 0.08, 0.13), bevel=0.012)
    body.quad("paper", (0.29, -0.02, 0.13), (0.08, 0, 0), (0, 0, 0.06))
    body.quad("paper", (0.37, -0.0195, 0.13), (-0.08, 0, 0), (0, 0, 0.06))
    card = Body().slab("white", (-0.06, -0.004, 0), (0.06, 0.004, 0.15))
    card.picture("signs", (-0.055, -0.005, 0.005), (0.11, 0, 0), (0, 0, 0.14), _code(sheet))
    return body.add(card.placed(tilt=-15), (-0.32, -0.05, 0.002))


def _code(sheet: SignSheet) -> Rect:
    """A card that says one may pay by code; the pattern leads nowhere."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, *picture.size), fill=(52, 160, 90))
        pen.text((55, 16), "扫码付款", fill=(255, 255, 255), font=font(17), anchor="mm")
        pen.rectangle((14, 32, 96, 130), fill=(255, 255, 255))
        for k in range(144):
            if (k * 7919 + (k // 12) * 104729) % 5 < 2:
                x, y = 20 + (k % 12) * 6, 46 + (k // 12) * 6
                pen.rectangle((x, y, x + 5, y + 5), fill=(20, 22, 24))
        for x, y in ((20, 46), (74, 46), (20, 100)):
            pen.rectangle((x, y, x + 17, y + 17), fill=(20, 22, 24))
            pen.rectangle((x + 3, y + 3, x + 14, y + 14), fill=(255, 255, 255))
            pen.rectangle((x + 6, y + 6, x + 11, y + 11), fill=(20, 22, 24))

    return sheet.place("pay code", 110, 140, draw)


def menu_stand(sheet: SignSheet, dishes: tuple[str, ...] = ("招牌水饺 32", "家常炖鱼 58", "清炒时蔬 18", "海鲜疙瘩汤 26")) -> Body:
    """A chalk board that folds like an A and stands before a door."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, *picture.size), fill=(40, 46, 44))
        pen.text((90, 32), "今日推荐", fill=(250, 214, 130), font=font(30), anchor="mm")
        pen.line((24, 56, 156, 56), fill=(180, 180, 170), width=2)
        for row, dish in enumerate(dishes):
            pen.text((90, 86 + 36 * row), dish, fill=(240, 236, 222), font=font(20), anchor="mm")
        pen.text((90, 246), "欢迎光临", fill=(150, 210, 160), font=font(20), anchor="mm")

    rect = sheet.place(("menu stand", dishes), 180, 270, draw)
    body = Body()
    for turn in (0, 180):
        leaf = Body().slab("oak", (-0.3, -0.02, 0), (0.3, 0.01, 1.0), bevel=0.008)
        leaf.picture("signs", (-0.26, -0.0215, 0.12), (0.52, 0, 0), (0, 0, 0.82), rect)
        body.add(leaf.placed((0, -0.24, 0.006), tilt=-13), (0, 0, 0), turn)
    return body


def chopstick_holder() -> Body:
    """A holder of chopsticks, a napkin box and two sauces for a table."""
    body = Body().lathe(
        "walnut", (-0.1, 0, 0), [(0, 0), (0.036, 0), (0.038, 0.12), (0.033, 0.12), (0.032, 0.1), (0, 0.1)], sides=14
    )
    for k in range(9):
        a = 2.4 * k
        x, y = -0.1 + 0.018 * math.cos(a), 0.018 * math.sin(a)
        body.tube("oak", [(x, y, 0.1), (x + 0.012 * math.cos(a), y + 0.012 * math.sin(a), 0.23)], 0.0035, sides=4)
    body.slab("walnut", (-0.04, -0.06, 0), (0.09, 0.06, 0.08), bevel=0.01)
    body.loft(
        "paper",
        [
            [(-0.01, -0.015, 0.079), (0.06, -0.015, 0.079), (0.06, 0.015, 0.079), (-0.01, 0.015, 0.079)],
            [(0.0, -0.004, 0.12), (0.05, 0.0, 0.125), (0.05, 0.004, 0.125), (0.0, 0.004, 0.12)],
        ],
    )
    for x, finish in ((0.13, "brown"), (0.18, "red")):
        body.lathe(finish, (x, 0, 0), [(0, 0), (0.021, 0), (0.021, 0.08), (0.01, 0.11)], sides=12)
        body.cylinder("white", (x, 0, 0.108), 0.012, 0.022, sides=10)
    return body


def knife_rack() -> Body:
    """Knives and a cleaver on a magnetic bar of the wall, colour-coded handles."""
    body = Body().slab("steel", (-0.35, -0.025, 0.28), (0.35, 0, 0.34), bevel=0.005)
    for k, finish in enumerate(("red", "blue", "green", "red", "blue")):
        x = -0.27 + 0.135 * k
        half = 0.05 if k == 4 else 0.02
        body.slab("chrome", (x - half, -0.031, 0.14), (x + half, -0.027, 0.36))
        body.slab(finish, (x - 0.014, -0.042, 0.02), (x + 0.014, -0.016, 0.14), bevel=0.008)
    return body


def vegetables() -> Body:
    """Two crates of vegetables: greens, tomatoes, carrots."""
    body = Body()
    for k, x in enumerate((-0.24, 0.24)):
        for y in (-0.16, 0.145):
            body.slab("sky-blue" if k else "green", (x - 0.22, y, 0), (x + 0.22, y + 0.015, 0.17), bevel=0.005)
        for dx in (-0.22, 0.205):
            body.slab("sky-blue" if k else "green", (x + dx, -0.145, 0), (x + dx + 0.015, 0.145, 0.17), bevel=0.005)
        body.quad("dark-grey", (x - 0.205, -0.145, 0.08), (0.41, 0, 0), (0, 0.29, 0))
    for k in range(8):
        x, y = -0.38 + 0.095 * (k % 4), -0.07 + 0.14 * (k // 4)
        body.ball("leaf" if k % 2 else "leaf-dark", (x, y, 0.15), (0.055, 0.07, 0.05), sides=8, rows=5)
    for k in range(9):
        body.ball("red", (0.1 + 0.08 * (k % 3), -0.085 + 0.085 * (k // 3), 0.14), (0.04, 0.04, 0.036), sides=10, rows=6)
    for k in range(4):
        carrot = Body().lathe("orange", (0, 0, 0), [(0, 0), (0.006, 0.004), (0.026, 0.2), (0.012, 0.215), (0, 0.215)], sides=9)
        carrot.lathe("leaf", (0, 0, 0.21), [(0, 0), (0.014, 0.0), (0.02, 0.05), (0, 0.055)], sides=6)
        body.add(carrot.placed(tilt=-90), (0.35 + 0.025 * k, -0.12, 0.13 + 0.03 * (k % 2)))
    return body


def takeaway(sheet: SignSheet) -> Body:
    """Sealed takeaway bags in a row, waiting to be fetched."""
    body = Body()
    for k in range(3):
        x = -0.24 + 0.24 * k
        body.loft(
            "kraft",
            [
                [(x - 0.1, -0.07, 0), (x + 0.1, -0.07, 0), (x + 0.1, 0.07, 0), (x - 0.1, 0.07, 0)],
                [(x - 0.1, -0.07, 0.2), (x + 0.1, -0.07, 0.2), (x + 0.1, 0.07, 0.2), (x - 0.1, 0.07, 0.2)],
                [(x - 0.1, -0.012, 0.27), (x + 0.1, -0.012, 0.27), (x + 0.1, 0.012, 0.27), (x - 0.1, 0.012, 0.27)],
            ],
        )
        seal = sheet.label("食安封签", ground=(196, 44, 38), ink=(250, 250, 248), height=40)
        body.picture("signs", (x - 0.075, -0.0715, 0.1), (0.15, 0, 0), (0, 0, 0.055), seal)
    return body


def crockery(sheet: SignSheet) -> Body:
    """Plates, bowls, a teapot, cups, chopsticks, a tray and pans together, as an example of the ware there is."""
    del sheet
    body = (
        Body().add(plates(0.1, 8), (-0.4, 0.1, 0)).add(bowl(0.075, filling="soup"), (-0.16, 0.12, 0)).add(teapot(), (0.06, 0.12, 0))
    )
    body.add(cup(), (0.2, 0.06, 0)).add(plate(0.11), (-0.34, -0.16, 0)).add(chopsticks(), (-0.14, -0.14, 0)).add(
        tray(0.3, 0.2, 0.05), (0.1, -0.16, 0)
    )
    body.add(pan(0.12), (0.4, -0.14, 0)).add(jar("terracotta", 0.05, 0.17), (0.34, 0.12, 0))
    return body


def pots(sheet: SignSheet) -> Body:
    """Stock pots, a wok and a carton together."""
    del sheet
    body = Body().add(pot(0.17, 0.3), (-0.35, 0, 0)).add(pot(0.12, 0.18, lid=False), (0.02, 0.08, 0))
    return body.add(wok(0.18), (0.08, -0.26, 0)).add(carton(0.3, 0.24, 0.22), (0.38, 0.06, 0))


PIECES: dict[str, Piece] = {
    "steamers": Piece("蒸笼", lambda _: steamers()),
    "rice_cooker": Piece("电饭煲", lambda _: rice_cooker()),
    "microwave": Piece("微波炉", microwave),
    "coffee_machine": Piece("咖啡机", lambda _: coffee_machine()),
    "till": Piece("收银机", till),
    "menu_stand": Piece("立式菜单", menu_stand),
    "chopstick_holder": Piece("筷筒调料", lambda _: chopstick_holder()),
    "knife_rack": Piece("刀架", lambda _: knife_rack(), hangs=True),
    "vegetables": Piece("蔬菜筐", lambda _: vegetables()),
    "takeaway": Piece("外卖封签", takeaway),
    "crockery": Piece("餐具", crockery),
    "pots": Piece("锅具", pots),
}
