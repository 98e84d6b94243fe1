"""What hangs on walls? Clocks, notice and white boards, hooks with bags, posters' frames, first-aid boxes, screens."""

from PIL import Image, ImageDraw

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.signs import BLUE, GREEN, INK, RED, Rect, SignSheet, font
from showroom.modelling.solids import Body


def clock(*, hour: float = 10.15, radius: float = 0.16) -> Body:
    """A round clock that shows ten past ten (or another hour)."""
    face = Body().lathe("black", (0, 0, 0), [(radius, 0), (radius, 0.035), (radius * 0.9, 0.035), (radius * 0.9, 0.03)], sides=28)
    face.lathe("white", (0, 0, 0), [(radius * 0.9, 0.03), (0, 0.03)], sides=28)
    for k in range(12):
        own = Body().slab("black", (-0.005, radius * 0.7, 0), (0.005, radius * 0.84, 0.002), without="d")
        face.add(own, (0, 0, 0.03), -30.0 * k)
    for turn, long, half in ((hour * 30, 0.5, 0.007), (hour * 360, 0.72, 0.005)):
        face.add(Body().slab("black", (-half, -0.02, 0), (half, radius * long, 0.003)), (0, 0, 0.033), -turn)
    face.cylinder("red", (0, 0, 0.033), 0.01, 0.006, sides=8)
    return Body().add(face.placed(tilt=90), (0, 0, radius))


def notice_board(sheet: SignSheet, title: str = "通知栏") -> Body:
    """A cork board in a frame with a title and pinned sheets."""
    body = Body().slab("aluminium", (-0.6, -0.025, 0), (0.6, 0, 0.8), bevel=0.006, without="b")
    body.quad("kraft", (-0.57, -0.0265, 0.03), (1.14, 0, 0), (0, 0, 0.74))
    head = sheet.label(title, ground=BLUE, ink=(250, 250, 248), height=64, aspect=4.4)
    body.picture("signs", (-0.3, -0.028, 0.63), (0.6, 0, 0), (0, 0, 0.13), head)
    sheets = (
        ("课程表", 0.26, 0.34, RED),
        ("安全须知", 0.24, 0.32, GREEN),
        ("收费公示", 0.26, 0.3, BLUE),
        ("值班表", 0.2, 0.26, (120, 90, 150)),
    )
    x = -0.52
    for k, (text, wide, high, colour) in enumerate(sheets):
        z = 0.14 + 0.05 * (k % 2)
        body.picture("signs", (x, -0.0285, z), (wide, 0, 0), (0, 0, high), _leaf(sheet, text, colour))
        body.ball(
            ("red", "yellow", "green", "blue")[k], (x + wide / 2, -0.032, z + high - 0.015), (0.01, 0.01, 0.01), sides=8, rows=4
        )
        x += wide + 0.025
    return body


def _leaf(sheet: SignSheet, title: str, colour: tuple[int, int, int]) -> Rect:
    """A sheet of paper with a heading and lines too small to read."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        wide, high = picture.size
        pen.rectangle((0, 0, wide, high), fill=(250, 249, 244))
        pen.text((wide / 2, 17), title, fill=colour, font=font(19), anchor="mm")
        for row in range(9):
            y = 38 + row * 10
            pen.line((10, y, wide - 10 - (row * 29) % 34, y), fill=(150, 152, 156), width=2)

    return sheet.place(("leaf", title), 96, 130, draw)


def white_board(sheet: SignSheet, lines: tuple[str, ...] = ("今日课程", "1. 热身与把杆", "2. 组合练习", "3. 放松")) -> Body:
    """A white board with writing, pens and a sponge on its ledge."""
    body = Body().slab("aluminium", (-0.9, -0.028, 0.04), (0.9, 0, 1.14), bevel=0.008, without="b")

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, *picture.size), fill=(250, 251, 251))
        pen.text((26, 34), lines[0], fill=(30, 80, 160), font=font(34), anchor="lm")
        pen.line((24, 58, 186, 58), fill=(200, 50, 40), width=3)
        for row, text in enumerate(lines[1:]):
            pen.text((30, 88 + row * 36), text, fill=INK, font=font(24, bold=False), anchor="lm")
        for k, colour in enumerate(((200, 50, 40), (30, 128, 70), (30, 80, 160))):
            pen.ellipse((264 + 26 * k, 96, 302 + 26 * k, 134), outline=colour, width=3)

    rect = sheet.place(("white board", lines), 360, 216, draw)
    body.picture("signs", (-0.87, -0.0295, 0.07), (1.74, 0, 0), (0, 0, 1.04), rect)
    body.slab("aluminium", (-0.5, -0.09, 0.02), (0.5, 0, 0.04), bevel=0.004)
    for k, finish in enumerate(("blue", "red", "black")):
        body.slab(finish, (-0.3 + 0.16 * k, -0.07, 0.04), (-0.18 + 0.16 * k, -0.05, 0.058), bevel=0.005)
    return body.slab("dark-grey", (0.28, -0.08, 0.04), (0.42, -0.03, 0.075), bevel=0.01)


def poster(rect: Rect, wide: float, high: float, *, frame: str = "black") -> Body:
    """A picture of the sheet of signs in a slim frame."""
    body = Body().slab(frame, (-wide / 2 - 0.02, -0.022, -0.02), (wide / 2 + 0.02, 0, high + 0.02), bevel=0.006, without="b")
    return body.picture("signs", (-wide / 2, -0.0235, 0), (wide, 0, 0), (0, 0, high), rect)


def _poster(sheet: SignSheet) -> Body:
    return poster(_leaf(sheet, "服务承诺", BLUE), 0.42, 0.56)


def bag(finish: str = "blue") -> Body:
    """A rucksack that hangs by its loop at z = 0.46, its back at y = 0."""
    body = Body().slab(finish, (-0.15, -0.17, 0), (0.15, -0.01, 0.38), bevel=0.045)
    body.slab(finish, (-0.11, -0.215, 0.03), (0.11, -0.16, 0.2), bevel=0.025)
    body.slab("dark-grey", (-0.1, -0.2165, 0.165), (0.1, -0.213, 0.175))
    body.slab("dark-grey", (-0.12, -0.176, 0.3), (0.12, -0.168, 0.31))
    return body.tube(
        "dark-grey", [(-0.04, -0.05, 0.36), (-0.03, -0.04, 0.44), (0.03, -0.04, 0.44), (0.04, -0.05, 0.36)], 0.01, sides=6
    )


def coat(finish: str = "teal") -> Body:
    """A coat that hangs by its collar at z = 0.95, its back at y = 0."""
    rings = []
    for z, half, deep in ((0.0, 0.21, 0.11), (0.45, 0.19, 0.12), (0.8, 0.19, 0.11), (0.9, 0.12, 0.08), (0.95, 0.05, 0.05)):
        rings.append([(-half, -0.01, z), (-half, -deep * 0.7, z), (0, -deep, z), (half, -deep * 0.7, z), (half, -0.01, z)])
    body = Body().loft(finish, rings)
    for side in (-1, 1):
        body.tube(finish, [(side * 0.17, -0.05, 0.84), (side * 0.22, -0.06, 0.55), (side * 0.215, -0.07, 0.3)], 0.05, sides=9)
    body.slab("dark-grey", (-0.004, -0.125, 0.05), (0.004, -0.108, 0.78))
    return body


def hooks(*, count: int = 5) -> Body:
    """A row of hooks on a board, with bags and coats."""
    wide = 0.34 * count
    body = Body().slab("oak", (-wide / 2, -0.022, 0.94), (wide / 2, 0, 1.06), bevel=0.006)
    finishes = ("blue", "flower", "teal", "yellow", "purple", "red")
    for k in range(count):
        x = -wide / 2 + 0.34 * (k + 0.5)
        body.tube("chrome", [(x, -0.02, 0.99), (x, -0.07, 0.98), (x, -0.08, 1.02)], 0.008, sides=6)
        if k % 2:
            body.add(coat(finishes[k % 6]), (x, -0.02, 0.04))
        elif k % 4 == 0:
            body.add(bag(finishes[k % 6]), (x, -0.02, 0.55))
    return body


def first_aid(sheet: SignSheet) -> Body:
    """A white first-aid box with a green cross."""
    body = Body().slab("white", (-0.19, -0.13, 0), (0.19, 0, 0.34), bevel=0.02)
    body.slab("green", (-0.022, -0.1325, 0.1), (0.022, -0.13, 0.28))
    body.slab("green", (-0.09, -0.132, 0.168), (0.09, -0.1295, 0.212))
    rect = sheet.label("急救箱", ground=(62, 140, 74), ink=(250, 250, 248), height=44)
    return body.picture("signs", (-0.07, -0.1315, 0.025), (0.14, 0, 0), (0, 0, 0.052), rect)


def hydrant(sheet: SignSheet) -> Body:
    """A red fire-hydrant cabinet on the wall."""
    body = Body().slab("safety-red", (-0.35, -0.2, 0), (0.35, 0, 0.8), bevel=0.012)
    body.slab("aluminium", (-0.32, -0.207, 0.03), (0.32, -0.198, 0.77), bevel=0.003)
    body.slab("safety-red", (-0.29, -0.212, 0.06), (0.29, -0.205, 0.74), bevel=0.003)
    rect = sheet.label("消火栓", ground=(204, 32, 28), ink=(250, 250, 248), height=64, aspect=2.6)
    body.picture("signs", (-0.24, -0.2135, 0.36), (0.48, 0, 0), (0, 0, 0.18), rect)
    return body.slab("chrome", (0.25, -0.225, 0.32), (0.275, -0.21, 0.46), bevel=0.004)


def television(sheet: SignSheet, rect: Rect | None = None) -> Body:
    """A large screen on the wall."""
    body = Body().slab("black", (-0.62, -0.06, 0), (0.62, 0, 0.72), bevel=0.01)
    shown = rect or sheet.label("欢 迎 光 临", ground=(30, 92, 170), ink=(250, 250, 248), height=100, aspect=1.72)
    return body.picture("signs", (-0.6, -0.0615, 0.02), (1.2, 0, 0), (0, 0, 0.68), shown)


def photographs(sheet: SignSheet) -> Body:
    """Five framed photographs hung in a loose group."""
    body = Body()
    for k, (x, z, s) in enumerate(((-0.5, 0.1, 1.0), (-0.1, 0.36, 0.8), (-0.12, 0.0, 0.75), (0.26, 0.12, 1.1), (0.66, 0.2, 0.8))):
        own = poster(prints.painting(sheet, 20 + k), 0.28 * s, 0.36 * s, frame=("oak", "black", "white")[k % 3])
        body.add(own, (x, 0, z))
    return body


PIECES: dict[str, Piece] = {
    "clock": Piece("挂钟", lambda _: clock(), hangs=True),
    "notice_board": Piece("通知栏", notice_board, hangs=True),
    "white_board": Piece("白板", white_board, hangs=True),
    "poster": Piece("海报框", _poster, hangs=True),
    "hooks": Piece("衣帽钩", lambda _: hooks(), hangs=True),
    "bag": Piece("背包", lambda _: bag(), hangs=True),
    "coat": Piece("外套", lambda _: coat(), hangs=True),
    "first_aid": Piece("急救箱", first_aid, hangs=True),
    "hydrant": Piece("消火栓箱", hydrant, hangs=True),
    "television": Piece("显示屏", television, hangs=True),
    "photographs": Piece("照片墙", photographs, hangs=True),
}
