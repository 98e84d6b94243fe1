"""What dresses the hot-food shop beyond its plan: lamps over the tables, menu, pictures, plants, plates, the street outside?"""

import drawn_pictures as drawn
from PIL import Image

from showroom.modelling.catalogue import ware
from showroom.modelling.model import Group
from showroom.modelling.premises import Piece
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body

Rect = tuple[float, float, float, float]
CEILING = 3.0


def pieces(sheet: SignSheet) -> list[Piece]:
    """Return everything that dresses the shop, by name, group and space."""
    table: list[tuple[str, Body, Group, str | None]] = [
        ("pendants", pendants(), "lamps", "S-dining"),
        ("downlights", downlights(), "lamps", "S-dining"),
        ("beams", beams(), "ceiling", "S-dining"),
        ("menu board", menu_board(sheet), "signs", "S-dining"),
        ("pictures", pictures(sheet), "furniture", "S-dining"),
        ("plants", plants(), "furniture", "S-dining"),
        ("door curtain", curtain(sheet), "furniture", "S-dining"),
        ("reception goods", reception_goods(), "furniture", "S-dining"),
        ("serving hatch goods", hatch_goods(), "kitchen", "S-cooking"),
        ("kitchen dressing", kitchen(sheet), "kitchen", "S-cooking"),
        ("cutting dressing", cutting(sheet), "kitchen", "S-cutting"),
        ("raw dressing", raw(sheet), "kitchen", "S-raw"),
        ("ware dressing", ware_wash(sheet), "kitchen", "S-ware"),
        ("changing dressing", changing(), "furniture", "S-changing"),
        ("toilet dressing", toilet(), "furniture", "S-toilet"),
        ("pavement", pavement(), "other", None),
    ]
    return [Piece(name, body, group, space) for name, body, group, space in table]


def pendant() -> Body:
    """A black cone on a cord, its mouth at z = 0, glowing inside."""
    body = Body().lathe("black", (0, 0, 0), [(0.21, 0), (0.205, 0.012), (0.06, 0.2), (0.045, 0.26), (0, 0.265)], sides=20)
    body.lathe("cream", (0, 0, 0), [(0.12, 0.075), (0.055, 0.185), (0.2, 0.002), (0.21, 0.0)][2:], sides=20)
    body.lathe("cream", (0, 0, 0), [(0.055, 0.17), (0.2, 0.002)], sides=20)
    body.lathe("glow-warm", (0, 0, 0.04), [(0.075, 0.0), (0, 0.0)][::-1], sides=14)
    body.lathe("cream", (0, 0, 0.04), [(0.075, 0.0), (0.06, 0.09)], sides=14)
    return body


def pendants() -> Body:
    """Return a pendant over every table."""
    body = Body()
    spots = [(x, y, 1.98) for x in (1.05, 3.2, 5.35) for y in (0.98, 3.4)] + [(10.5, y, 1.95) for y in (0.78, 1.76, 2.74, 3.72)]
    spots += [(6.85, 3.85, 2.15), (7.75, 3.85, 2.15)]
    for x, y, z in spots:
        body.add(pendant(), (x, y, z))
        body.tube("black", [(x, y, z + 0.26), (x, y, CEILING - 0.02)], 0.006, sides=6)
        body.cylinder("black", (x, y, CEILING - 0.025), 0.05, 0.025, sides=12)
    return body


def downlights() -> Body:
    """Return small round lamps flush in the dining ceiling."""
    body = Body()
    for x in (2.1, 4.3, 6.9, 8.9):
        for y in (0.4, 2.2, 4.5):
            body.lathe("white", (x, y, CEILING - 0.012), [(0.055, 0.0), (0.075, 0.0), (0.075, 0.012)], sides=16)
            body.lathe("glow-warm", (x, y, CEILING - 0.008), [(0, 0), (0.055, 0)], sides=14)
    return body


def beams() -> Body:
    """Return four walnut beams across the dining ceiling."""
    body = Body()
    for x in (2.12, 4.28, 6.45, 8.7):
        body.slab("walnut", (x - 0.08, 0.0, CEILING - 0.19), (x + 0.08, 4.9, CEILING), without="tfb")
    return body


def framed(
    body: Body, rect: Rect, x0: float, x1: float, y: float, z0: float, z1: float, *, frame: str = "walnut", rim: float = 0.035
) -> None:
    """Hang a framed picture that looks to -y on a wall whose face is at `y`."""
    for a, b, c, d in (
        (x0 - rim, x1 + rim, z1, z1 + rim),
        (x0 - rim, x1 + rim, z0 - rim, z0),
        (x0 - rim, x0, z0, z1),
        (x1, x1 + rim, z0, z1),
    ):
        body.slab(frame, (a, y - 0.03, c), (b, y, d), without="b")
    body.picture("signs", (x0, y - 0.014, z0), (x1 - x0, 0, 0), (0, 0, z1 - z0), rect)


def menu_board(sheet: SignSheet) -> Body:
    """Return the menu behind the reception."""
    body = Body()
    framed(body, drawn.menu(sheet), 6.42, 8.02, 4.9, 1.52, 2.32)
    return body


def pictures(sheet: SignSheet) -> Body:
    """Return landscapes on the side walls and the licence beside the reception."""
    body = Body()
    for number, y in enumerate((1.2, 3.4)):
        own = Body()
        framed(own, drawn.landscape(sheet, 3 + number), -0.48, 0.48, 0, 1.42, 2.06, frame="black")
        body.add(own, (11.4, y, 0), -90)
    own = Body()
    framed(own, drawn.landscape(sheet, 8), -0.6, 0.6, 0, 1.4, 2.2, frame="black")
    body.add(own, (0.0, 3.75, 0), 90)
    framed(body, drawn.licence(sheet), 10.72, 11.14, 4.9, 1.4, 1.71, frame="brass", rim=0.02)
    framed(
        body,
        drawn.poster(sheet, "文明用餐", ["请勿吸烟", "节约粮食", "公筷公勺", "光盘行动"], (60, 120, 96)),
        2.2,
        2.62,
        4.9,
        1.42,
        1.98,
        frame="walnut",
        rim=0.02,
    )
    return body


def plants() -> Body:
    """Return pot plants in the corners and at the door."""
    body = Body()
    for seed, (x, y, high) in enumerate(((6.5, 0.33, 1.15), (0.34, 4.5, 1.3), (11.02, 4.52, 1.25))):
        body.add(ware.plant(high, seed=seed + 2), (x, y, 0))
    body.add(ware.plant(0.42, seed=9), (6.62, 3.85, 1.05))
    return body


def curtain(sheet: SignSheet) -> Body:
    """Return four cloth panels that hang in the passage to the corridor."""
    body = Body()
    for k, letter in enumerate("渔港小厨"):
        x0 = 8.475 + k * 0.3
        rect = drawn.curtain(sheet, letter)
        body.picture("signs", (x0 + 0.006, 4.985, 1.84), (0.288, 0, 0), (0, 0, 0.42), rect)
        body.picture("signs", (x0 + 0.294, 5.0, 1.84), (-0.288, 0, 0), (0, 0, 0.42), rect)
    return body.tube("walnut", [(8.47, 4.993, 2.265), (9.67, 4.993, 2.265)], 0.014)


def reception_goods() -> Body:
    """Return what stands on the counter."""
    body = Body().add(ware.plates(0.09, 5), (7.62 + 0.34, 3.8, 1.05))
    body.add(ware.teapot(), (6.95, 3.74, 1.05), 200)
    for x in (6.9, 7.0, 7.06):
        body.add(ware.cup(), (x, 3.96 - (x - 6.9), 1.05))
    return body


def hatch_goods() -> Body:
    """Return plates and dishes waiting in the serving hatch."""
    body = Body()
    z = 0.955
    for x, count in ((3.62, 9), (3.86, 7)):
        body.add(ware.plates(0.1, count), (x, 5.03, z))
    for x, filling in ((4.5, "soup"), (4.78, "leaf"), (5.06, "red")):
        body.add(ware.plate(0.12), (x, 4.96, z))
        body.add(ware.bowl(0.085, filling=filling), (x, 4.96, z + 0.01))
    return body


def wall_shelf(length: float) -> Body:
    """A steel wall shelf along x, its back at y = 0, boards in racks and jars on it."""
    body = Body().slab("steel", (0, -0.26, 0), (length, 0, 0.025))
    for x in (0.12, length - 0.12):
        body.slab("steel", (x - 0.012, -0.22, -0.14), (x + 0.012, 0, 0))
    return body


def jars(body: Body, x0: float, y: float, z: float, finishes: str) -> None:
    """Set a row of seasoning jars."""
    for k, finish in enumerate(finishes.split()):
        body.add(ware.jar(finish, 0.055, 0.17 + 0.03 * (k % 3 == 0)), (x0 + 0.15 * k, y, z))


def notice(
    sheet: SignSheet,
    title: str,
    lines: list[str],
    colour: tuple[int, int, int],
    at: tuple[float, float, float],
    turn: float,
    wide: float = 0.36,
) -> Body:
    """Return a notice on a wall; `at` is its lower middle, on the wall's face."""
    rect = drawn.poster(sheet, title, lines, colour)
    own = Body()
    framed(own, rect, -wide / 2, wide / 2, 0, 0, wide * 4 / 3, frame="aluminium", rim=0.012)
    return own.placed(at, turn)


def kitchen(sheet: SignSheet) -> Body:
    """Return the rail of ladles, the pass lamp, the notices and pots of the cooking area."""
    body = Body()
    y = 8.1
    body.tube("chrome", [(3.0, y - 0.05, 1.5), (5.35, y - 0.05, 1.5)], 0.01)
    for k, x in enumerate((3.25, 3.45, 3.66, 4.55, 4.75, 4.95, 5.15)):
        body.tube("chrome", [(x, y - 0.055, 1.5), (x, y - 0.055, 1.24)], 0.006, sides=6)
        if k % 2:
            body.lathe("steel", (x, y - 0.06, 1.17), [(0, 0), (0.045, 0.03), (0.05, 0.07)], sides=12)
        else:
            body.slab("steel", (x - 0.04, y - 0.06, 1.14), (x + 0.04, y - 0.052, 1.25))
    body.add(
        notice(
            sheet, "生进熟出", ["原料→切配→烹饪", "成品经出菜口送出", "不回流、不交叉"], (196, 60, 40), (2.32, 7.42, 1.35), 90, 0.36
        )
    )
    body.add(
        notice(
            sheet,
            "洗手六步",
            ["掌心相对", "手背交叉", "掌心交错", "指背揉搓", "拇指旋转", "指尖掌心"],
            (30, 92, 170),
            (6.8, 5.5, 1.35),
            -90,
            0.3,
        )
    )
    return body


def cutting(sheet: SignSheet) -> Body:
    """Return the wall shelf with boards over the cutting bench."""
    body = Body().add(wall_shelf(1.3), (8.15, 8.22, 1.42), 180)
    for k, finish in enumerate(("green", "red", "blue", "white")):
        body.slab(finish, (7.0 + k * 0.06, 8.26, 1.445), (7.018 + k * 0.06, 8.46, 1.75))
    jars(body, 7.4, 8.34, 1.445, "linen soup terracotta brass")
    body.add(ware.board("green", 0.42, 0.3), (7.2, 8.55, 0.82), 176)
    body.lathe("leaf", (7.55, 8.57, 0.84), [(0, 0), (0.09, 0.03), (0.07, 0.1), (0, 0.13)], sides=10)
    body.add(
        notice(
            sheet,
            "生熟分开",
            ["红：生肉  蓝：熟食", "绿：蔬菜", "刀具砧板不混用", "用后清洗消毒"],
            (60, 130, 70),
            (8.3, 9.1, 1.35),
            -90,
            0.36,
        )
    )
    return body


def raw(sheet: SignSheet) -> Body:
    """Return the notice at the delivery door."""
    return Body().add(notice(sheet, "进货查验", ["索证索票", "查验保质期", "做好台账"], (30, 92, 170), (3.36, 10.4, 1.35), 0, 0.28))


def ware_wash(sheet: SignSheet) -> Body:
    """Return stacks of plates at the return hatch and the notice of the washing steps."""
    body = Body().add(ware.plates(0.1, 6), (0.8, 5.02, 0.955))
    body.add(ware.bowl(0.07), (1.1, 5.03, 0.955))
    body.add(
        notice(
            sheet,
            "餐具洗消",
            ["一洗 二消", "三冲 四保洁", "有效氯 250 mg/L", "浸泡 5 分钟以上"],
            (98, 74, 150),
            (2.2, 7.35, 1.35),
            -90,
            0.34,
        )
    )
    return body


def mirror(body: Body, x: float, y: float, z: float) -> None:
    """Hang a mirror that looks to -y."""
    body.slab("chrome", (x - 0.24, y - 0.02, z), (x + 0.24, y, z + 0.62))
    body.quad("steam-blue", (x - 0.225, y - 0.021, z + 0.015), (0.45, 0, 0), (0, 0, 0.59))


def changing() -> Body:
    """Return hooks with a white coat and a bench."""
    body = Body().slab("oak", (6.92, 5.62, 1.86), (6.945, 6.42, 1.94))
    for y in (5.74, 6.02, 6.3):
        body.tube("chrome", [(6.945, y, 1.9), (7.0, y, 1.88), (7.01, y, 1.92)], 0.008, sides=6)
    body.slab("oak", (8.02, 5.6, 0.4), (8.3, 6.1, 0.44), bevel=0.01)
    for y in (5.66, 6.04):
        body.slab("frame", (8.06, y - 0.02, 0), (8.26, y + 0.02, 0.4))
    return body


def toilet() -> Body:
    """Return grab rail and paper holder."""
    body = Body().tube("chrome", [(11.4, 5.35, 0.75), (11.32, 5.35, 0.75), (11.32, 6.0, 0.75), (11.4, 6.0, 0.75)], 0.016)
    return body.add(Body().cylinder("paper", (0, 0, -0.05), 0.055, 0.1, sides=14).placed(tilt=90), (10.12, 5.13, 0.75))


def pavement() -> Body:
    """Return the pavement before the shop and behind it."""
    body = Body()
    body.quad("paving", (-0.9, -3.4, -0.02), (13.2, 0, 0), (0, 3.4, 0))
    return body.quad("paving", (-0.9, 10.4, -0.02), (13.2, 0, 0), (0, 1.8, 0))


def backdrop() -> tuple[Body, Image.Image]:
    """Return the street beyond the windows, on four standing pictures, and the picture they share."""
    body = Body()
    rect = (0.0, 0.0, 1.0, 1.0)
    body.picture("street", (22, -11, -1.2), (-33, 0, 0), (0, 0, 10.3), rect)
    body.picture("street", (-10, 19, -1.2), (33, 0, 0), (0, 0, 10.3), rect)
    body.picture("street", (-9, -11, -1.2), (0, 30, 0), (0, 0, 9.4), rect)
    body.picture("street", (21, 19, -1.2), (0, -30, 0), (0, 0, 9.4), rect)
    return body, drawn.street(5)
