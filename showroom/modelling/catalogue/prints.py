"""What is printed on things or shown on their screens: warning signs, paws, echoes, pulses, a dance room in a mirror?

Every function gives the picture its place on the sheet of signs and returns it. All are drawn here.
"""

import math
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from showroom.modelling.signs import INK, WHITE, Colour, Rect, SignSheet, font

YELLOW, NIGHT = (248, 206, 48), (14, 20, 26)


def warning(sheet: SignSheet, sign: str, text: str) -> Rect:
    """A yellow warning triangle with the sign of `biohazard` or `radiation`, its words below."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        wide, high = picture.size
        pen.rectangle((0, 0, wide, high), fill=YELLOW)
        pen.rectangle((2, 2, wide - 3, high - 3), outline=INK, width=2)
        pen.polygon([(wide / 2, 8), (14, 114), (wide - 14, 114)], fill=INK)
        pen.polygon([(wide / 2, 19), (24, 108), (wide - 24, 108)], fill=YELLOW)
        (_biohazard if sign == "biohazard" else _radiation)(pen, wide / 2, 80, 26)
        size = min(26, int((wide - 10) / max(1, len(text))))
        pen.text((wide / 2, (114 + high) / 2), text, fill=INK, font=font(size), anchor="mm")

    return sheet.place(("warning", sign, text), 140, 150, draw)


def _radiation(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> None:
    for k in range(3):
        turn = 60 + 120 * k
        pen.pieslice((x - r, y - r, x + r, y + r), turn, turn + 60, fill=INK)
    pen.ellipse((x - r * 0.32, y - r * 0.32, x + r * 0.32, y + r * 0.32), fill=YELLOW)
    pen.ellipse((x - r * 0.2, y - r * 0.2, x + r * 0.2, y + r * 0.2), fill=INK)


def _biohazard(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> None:
    for k in range(3):
        a = math.radians(-90 + 120 * k)
        cx, cy, s = x + math.cos(a) * r * 0.5, y + math.sin(a) * r * 0.5, r * 0.5
        pen.ellipse((cx - s, cy - s, cx + s, cy + s), outline=INK, width=max(2, round(r * 0.2)))
        ox, oy, q = x + math.cos(a) * r * 0.95, y + math.sin(a) * r * 0.95, r * 0.2
        pen.ellipse((ox - q, oy - q, ox + q, oy + q), fill=YELLOW)
    pen.ellipse((x - r * 0.6, y - r * 0.6, x + r * 0.6, y + r * 0.6), outline=INK, width=2)
    pen.ellipse((x - r * 0.17, y - r * 0.17, x + r * 0.17, y + r * 0.17), fill=YELLOW)


def paw(sheet: SignSheet, *, ground: Colour = (46, 132, 128), ink: Colour = WHITE) -> Rect:
    """A paw print in a round-cornered field."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        s = picture.size[0] / 100
        pen.rectangle((0, 0, *picture.size), fill=ground)
        pen.ellipse((30 * s, 46 * s, 70 * s, 82 * s), fill=ink)
        for x, y in ((22, 46), (38, 28), (62, 28), (78, 46)):
            pen.ellipse(((x - 9) * s, (y - 12) * s, (x + 9) * s, (y + 12) * s), fill=ink)

    return sheet.place(("paw", ground, ink), 100, 100, draw)


def cross(sheet: SignSheet) -> Rect:
    """The white cross on green of a pharmacy."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, *picture.size), fill=(30, 140, 84))
        pen.rectangle((40, 16, 60, 84), fill=WHITE)
        pen.rectangle((16, 40, 84, 60), fill=WHITE)

    return sheet.place("cross", 100, 100, draw)


def echo(sheet: SignSheet) -> Rect:
    """An ultrasound screen: a grey fan with a dark cyst, figures at the side."""

    def draw(picture: Image.Image) -> None:
        wide, high = picture.size
        rng = np.random.default_rng(3)
        y, x = np.mgrid[0:high, 0:wide].astype(float)
        dx, dy = x - wide * 0.46, y + 8
        radius, angle = np.hypot(dx, dy), np.arctan2(dx, dy)
        grain = np.asarray(
            Image.fromarray(rng.integers(0, 255, (high, wide), np.uint8)).filter(ImageFilter.GaussianBlur(1.2)), float
        )
        bands = 0.6 + 0.4 * np.sin(radius / 9 + 2 * np.sin(angle * 3))
        shade = (grain - 70) * 1.5 * bands * np.exp(-((radius - high * 0.5) ** 2) / (high * 0.55) ** 2)
        hole = ((dx + 10) / 26) ** 2 + ((y - high * 0.5) / 17) ** 2 < 1
        shade = np.where(hole, 12, shade)
        fan = (np.abs(angle) < 0.6) & (radius < high * 0.98) & (radius > 24)
        grey = np.where(fan, np.clip(shade + 26, 8, 235), 10)
        picture.paste(Image.fromarray(grey.astype(np.uint8)).convert("RGB"))
        pen = ImageDraw.Draw(picture)
        for row, text in enumerate(("B超", "7.5 MHz", "深度 9 cm")):
            pen.text((wide - 64, 14 + row * 18), text, fill=(150, 220, 190), font=font(13), anchor="lm")

    return sheet.place("echo", 220, 165, draw)


def radiograph(sheet: SignSheet) -> Rect:
    """The X-ray picture of a small dog seen from the side: spine, ribs, limbs."""

    def draw(picture: Image.Image) -> None:
        wide, high = picture.size
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, wide, high), fill=NIGHT)
        soft, bone = (44, 56, 66), (206, 220, 226)
        pen.ellipse((50, 40, 182, 108), fill=soft)
        pen.ellipse((172, 18, 224, 58), fill=soft)
        for x in (64, 82, 150, 166):
            pen.line([(x, 90), (x - 4, 122), (x + 2, 146)], fill=soft, width=15)
        spine = [(30, 40), (60, 52), (110, 50), (156, 52), (184, 38)]
        for (ax, ay), (bx, by) in pairwise(spine):
            for k in range(6):
                px, py = ax + (bx - ax) * k / 6, ay + (by - ay) * k / 6
                pen.ellipse((px - 3, py - 4, px + 3, py + 4), fill=bone)
        for k in range(8):
            pen.arc((80 + k * 7, 48, 106 + k * 7, 96), 300, 80, fill=bone, width=2)
        for x in (64, 82, 150, 166):
            pen.line([(x, 82), (x - 4, 118), (x + 2, 146)], fill=bone, width=4)
        pen.ellipse((180, 22, 208, 48), outline=bone, width=4)
        pen.line([(204, 40), (222, 46), (202, 52)], fill=bone, width=4)
        pen.text((10, 12), "DR  右侧位", fill=(140, 170, 180), font=font(12), anchor="lm")
        picture.paste(picture.filter(ImageFilter.GaussianBlur(0.8)))

    return sheet.place("radiograph", 236, 160, draw)


def vitals(sheet: SignSheet) -> Rect:
    """A monitor's curves: heart, oxygen, breath, with their figures."""

    def draw(picture: Image.Image) -> None:
        wide, high = picture.size
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, wide, high), fill=NIGHT)
        for row, (colour, figure) in enumerate((((90, 230, 110), "96"), ((90, 200, 240), "99"), ((240, 210, 90), "18"))):
            y = high * (row + 0.55) / 3
            line = []
            for x in range(6, wide - 56, 2):
                t = (x % 42) / 42
                beat = 16 * math.exp(-(((t - 0.4) / 0.03) ** 2)) - 6 * math.exp(-(((t - 0.48) / 0.03) ** 2))
                line.append((x, y - (beat if row == 0 else 9 * math.sin(t * 2 * math.pi) * (1 if row == 2 else max(0, 1 - t)))))
            pen.line(line, fill=colour, width=2)
            pen.text((wide - 28, y), figure, fill=colour, font=font(26), anchor="mm")

    return sheet.place("vitals", 200, 140, draw)


def reflection(sheet: SignSheet) -> Rect:
    """What a wall mirror shows of a dance room: floor, far wall, windows, ceiling, softened, with the sheen of glass."""

    def draw(picture: Image.Image) -> None:
        wide, high = picture.size
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, wide, high), fill=(222, 220, 214))
        pen.polygon([(0, 0), (wide, 0), (wide * 0.82, high * 0.16), (wide * 0.18, high * 0.16)], fill=(238, 240, 240))
        pen.polygon([(0, high), (wide, high), (wide * 0.82, high * 0.66), (wide * 0.18, high * 0.66)], fill=(196, 156, 112))
        pen.polygon([(0, 0), (wide * 0.18, high * 0.16), (wide * 0.18, high * 0.66), (0, high)], fill=(206, 206, 202))
        pen.polygon([(wide, 0), (wide * 0.82, high * 0.16), (wide * 0.82, high * 0.66), (wide, high)], fill=(210, 208, 202))
        for k in range(3):
            x = wide * (0.26 + 0.18 * k)
            pen.rectangle((x, high * 0.24, x + wide * 0.12, high * 0.5), fill=(226, 240, 250))
            pen.rectangle((x, high * 0.24, x + wide * 0.12, high * 0.5), outline=(150, 156, 160), width=2)
        pen.line((wide * 0.18, high * 0.56, wide * 0.82, high * 0.56), fill=(150, 110, 74), width=3)
        for k in range(2):
            x = wide * (0.34 + 0.22 * k)
            pen.rectangle((x, high * 0.05, x + wide * 0.1, high * 0.09), fill=(255, 255, 255))
        soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(3.0)), float)
        y, x = np.mgrid[0:high, 0:wide]
        sheen = np.exp(-((((x + 0.8 * y) % (wide * 0.55)) / (wide * 0.55) - 0.5) ** 2) / 0.012)
        glass = soft * np.array([0.90, 0.95, 0.97]) + 20 * sheen[..., None]
        picture.paste(Image.fromarray(np.clip(glass, 0, 255).astype(np.uint8)))

    return sheet.place("reflection", 300, 200, draw)


def painting(sheet: SignSheet, seed: int = 1) -> Rect:
    """A picture on a canvas: a vase of flowers, apples, or hills by a lake, in loose strokes."""

    def draw(picture: Image.Image) -> None:
        rng = np.random.default_rng(seed)
        wide, high = picture.size
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, wide, high), fill=[(236, 224, 196), (214, 226, 230), (240, 232, 214)][seed % 3])
        (_flowers, _hills, _apples)[seed % 3](pen, rng, wide, high)
        picture.paste(picture.filter(ImageFilter.GaussianBlur(0.7)))

    return sheet.place(("painting", seed), 140, 180, draw)


def _flowers(pen: ImageDraw.ImageDraw, rng: np.random.Generator, wide: int, high: int) -> None:
    pen.rectangle((0, high * 0.76, wide, high), fill=(170, 126, 86))
    for _ in range(16):
        x, y = wide / 2 + rng.normal(0, wide * 0.19), high * 0.34 + rng.normal(0, high * 0.12)
        pen.line((x, y, wide / 2, high * 0.66), fill=(84, 124, 70), width=2)
        colour = [(206, 74, 66), (232, 160, 60), (240, 232, 226), (132, 96, 160)][int(rng.integers(4))]
        r = rng.uniform(7, 13)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)
        pen.ellipse((x - 3, y - 3, x + 3, y + 3), fill=(250, 222, 110))
    pen.polygon(
        [(wide * 0.38, high * 0.58), (wide * 0.62, high * 0.58), (wide * 0.66, high * 0.8), (wide * 0.34, high * 0.8)],
        fill=(64, 104, 150),
    )


def _hills(pen: ImageDraw.ImageDraw, rng: np.random.Generator, wide: int, high: int) -> None:
    for layer, colour in enumerate(((150, 176, 190), (112, 150, 132), (84, 126, 88))):
        base = high * (0.4 + 0.12 * layer)
        top = [(x, base - 18 * math.sin(x / wide * 5 + layer * 1.7 + rng.uniform(0, 1))) for x in range(0, wide + 6, 6)]
        pen.polygon([(0, high), *top, (wide, high)], fill=colour)
    pen.rectangle((0, high * 0.72, wide, high), fill=(108, 152, 186))
    for _ in range(12):
        y, x = rng.uniform(high * 0.74, high * 0.98), rng.uniform(0, wide * 0.7)
        pen.line((x, y, x + 30, y), fill=(170, 200, 216), width=2)
    pen.ellipse((wide * 0.66, high * 0.08, wide * 0.84, high * 0.22), fill=(238, 180, 80))


def _apples(pen: ImageDraw.ImageDraw, rng: np.random.Generator, wide: int, high: int) -> None:
    pen.rectangle((0, high * 0.6, wide, high), fill=(130, 146, 160))
    for x, y, colour in ((0.3, 0.62, (196, 58, 48)), (0.56, 0.66, (206, 160, 50)), (0.74, 0.6, (122, 150, 64))):
        r = wide * 0.14
        cx, cy = wide * x, high * y
        pen.ellipse((cx - r, cy + r * 0.6, cx + r * 1.4, cy + r * 1.1), fill=(96, 108, 120))
        pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=colour)
        pen.ellipse((cx - r * 0.6, cy - r * 0.6, cx - r * 0.1, cy - r * 0.2), fill=tuple(min(255, c + 50) for c in colour))
        pen.line((cx, cy - r * 0.8, cx + rng.uniform(-4, 4), cy - r * 1.35), fill=(84, 60, 40), width=3)


def score(sheet: SignSheet) -> Rect:
    """A page of music: staves with notes."""

    def draw(picture: Image.Image) -> None:
        rng = np.random.default_rng(5)
        wide, high = picture.size
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, wide, high), fill=(250, 247, 236))
        pen.text((wide / 2, 12), "小 步 舞 曲", fill=INK, font=font(11), anchor="mm")
        for stave in range(5):
            top = 26 + stave * 27
            for line in range(5):
                pen.line((10, top + line * 3, wide - 10, top + line * 3), fill=(120, 118, 112))
            for k in range(9):
                x, y = 20 + k * (wide - 36) / 9, top + int(rng.integers(0, 5)) * 3
                pen.ellipse((x - 3, y - 2, x + 2, y + 2), fill=INK)
                pen.line((x + 2, y, x + 2, y - 11), fill=INK)
        pen.line((9, 26, 9, 146), fill=INK)

    return sheet.place("score", 120, 164, draw)


def surveillance(sheet: SignSheet, number: int) -> Rect:
    """What a camera under the ceiling sees: a grey room with a door and furniture, the hour, the camera's number."""

    def draw(picture: Image.Image) -> None:
        rng = np.random.default_rng(number + 1)
        wide, high = picture.size
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, wide, high), fill=(150, 158, 162))
        horizon = high * rng.uniform(0.34, 0.46)
        pen.polygon([(0, high), (wide, high), (wide * 0.84, horizon), (wide * 0.14, horizon)], fill=(112, 116, 118))
        pen.polygon([(0, 0), (wide * 0.14, 0), (wide * 0.14, horizon), (0, high)], fill=(132, 140, 144))
        x = wide * rng.uniform(0.3, 0.6)
        pen.rectangle((x, horizon - 26, x + 16, horizon), fill=(84, 92, 98))
        for _ in range(4):
            cx, cy = rng.uniform(wide * 0.2, wide * 0.8), rng.uniform(horizon + 10, high - 14)
            s = 8 + (cy - horizon) * 0.3
            pen.polygon([(cx - s, cy), (cx, cy - s * 0.4), (cx + s, cy), (cx, cy + s * 0.4)], fill=(176, 168, 150))
            pen.rectangle((cx - s * 0.1, cy, cx + s * 0.1, cy + s * 0.6), fill=(90, 88, 84))
        pen.text((6, 9), f"{number + 1:02d}  14:05", fill=(230, 240, 232), font=font(11), anchor="lm")

    return sheet.place(("surveillance", number), 120, 72, draw)
