"""What is printed, painted and seen through the windows: menu board, landscapes, posters, the licence frame, the street?

Everything is drawn here, in our own words, with the showroom's own letters.
"""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from showroom.modelling.signs import SignSheet, font

CHALK, BOARD, PAPER, INK = (240, 236, 222), (38, 44, 42), (246, 240, 226), (44, 42, 40)

Rect = tuple[float, float, float, float]


def menu(sheet: SignSheet, title: str, columns: list[tuple[str, list[tuple[str, int]]]], foot: str) -> Rect:
    """Place a menu board, two wide by one high, on the sheet: up to three columns of up to five dishes with their prices."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        wide, high = picture.size
        pen.rectangle((0, 0, wide, high), fill=BOARD)
        pen.rectangle((10, 10, wide - 11, high - 11), outline=(120, 124, 116), width=2)
        pen.text((wide / 2, 50), title, fill=(250, 214, 130), font=font(52), anchor="mm")
        pen.line((60, 92, wide - 60, 92), fill=(150, 150, 140), width=2)
        each = (wide - 40) / max(1, len(columns))
        for column, (head, dishes) in enumerate(columns):
            x = 36 + column * each
            pen.text((x, 126), head, fill=(250, 190, 110), font=font(36), anchor="lm")
            for row, (dish, price) in enumerate(dishes):
                y = 184 + row * 52
                pen.text((x, y), dish, fill=CHALK, font=font(32), anchor="lm")
                pen.text((x + each - 34, y), f"¥{price}", fill=(250, 214, 130), font=font(30), anchor="rm")
        pen.text((wide / 2, high - 40), foot, fill=(176, 200, 176), font=font(28), anchor="mm")

    return sheet.place(("menu", title), 900, 450, draw)


def landscape(sheet: SignSheet, seed: int) -> Rect:
    """Place an ink landscape of sea, hills and a sun on the sheet."""

    def draw(picture: Image.Image) -> None:
        rng = np.random.default_rng(seed)
        wide, high = picture.size
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, wide, high), fill=(240, 233, 214))
        sun = (wide * rng.uniform(0.2, 0.8), high * 0.24)
        pen.ellipse((sun[0] - 20, sun[1] - 20, sun[0] + 20, sun[1] + 20), fill=(206, 84, 56))
        for layer in range(4):
            base = high * (0.42 + 0.12 * layer)
            tone = np.array((150, 172, 168)) * (1 - 0.2 * layer)
            phase, wave = rng.uniform(0, 6), rng.uniform(1.2, 2.6)
            top = [
                (x, base - high * 0.15 * abs(math.sin(x / wide * wave * math.pi + phase)) - 8 * math.sin(x / 23 + phase * layer))
                for x in range(0, wide + 1, 4)
            ]
            pen.polygon([(0, high), *top, (wide, high)], fill=tuple(int(c) for c in tone))
        soft = picture.filter(ImageFilter.GaussianBlur(1.4))
        picture.paste(soft)
        pen = ImageDraw.Draw(picture)
        for k in range(7):
            y = high * (0.86 + 0.018 * k)
            pen.line((wide * 0.1 + 9 * k, y, wide * 0.9 - 13 * k, y), fill=(214, 218, 206), width=1)
        boat = (wide * rng.uniform(0.3, 0.7), high * 0.9)
        pen.polygon(
            [(boat[0] - 22, boat[1]), (boat[0] + 24, boat[1]), (boat[0] + 14, boat[1] + 8), (boat[0] - 14, boat[1] + 8)],
            fill=(70, 62, 54),
        )
        pen.polygon([(boat[0], boat[1] - 30), (boat[0], boat[1] - 3), (boat[0] + 18, boat[1] - 3)], fill=(226, 214, 190))

    return sheet.place(("landscape", seed), 330, 220, draw)


def poster(sheet: SignSheet, title: str, lines: list[str], colour: tuple[int, int, int]) -> Rect:
    """Place a notice with a coloured head on the sheet."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        wide, high = picture.size
        pen.rectangle((0, 0, wide, high), fill=(248, 249, 247))
        pen.rectangle((0, 0, wide, 62), fill=colour)
        large = min(36, int(36 * (wide - 24) / font(36).getlength(title)))
        pen.text((wide / 2, 31), title, fill=(255, 255, 255), font=font(large), anchor="mm")
        for row, line in enumerate(lines):
            y = 62 + (high - 62) * (row + 0.5) / len(lines)
            pen.ellipse((18, y - 5, 28, y + 5), fill=colour)
            pen.text((40, y), line, fill=INK, font=font(min(25, int(25 * (wide - 50) / font(25).getlength(line)))), anchor="lm")

    return sheet.place(("poster", title, tuple(lines), colour), 240, 320, draw)


def licence(sheet: SignSheet, title: str, lines: list[str]) -> Rect:
    """Place a licence to be framed, marked as a sample, on the sheet."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        wide, high = picture.size
        pen.rectangle((0, 0, wide, high), fill=(250, 246, 232))
        pen.rectangle((10, 10, wide - 11, high - 11), outline=(190, 150, 80), width=5)
        pen.text((wide / 2, 46), title, fill=(150, 40, 30), font=font(32), anchor="mm")
        pen.text((wide / 2, 84), "（样板）", fill=INK, font=font(20), anchor="mm")
        for row, line in enumerate(lines):
            pen.text((40, 122 + row * 30), line, fill=INK, font=font(20), anchor="lm")
        pen.ellipse((wide - 92, high - 84, wide - 32, high - 24), outline=(200, 50, 40), width=4)

    return sheet.place(("licence", title), 300, 220, draw)


def curtain(sheet: SignSheet, letter: str) -> Rect:
    """Place one panel of the door curtain on the sheet."""

    def draw(picture: Image.Image) -> None:
        wide, high = picture.size
        x = np.linspace(0, 1, wide)
        shade = 1 + 0.10 * np.sin(x * 17) + 0.05 * np.sin(x * 41 + 1)
        ground = np.asarray((42, 66, 104)) * shade[None, :, None] * np.ones((high, 1, 1))
        picture.paste(Image.fromarray(np.clip(ground, 0, 255).astype(np.uint8)))
        ImageDraw.Draw(picture).text((wide / 2, high * 0.5), letter, fill=(238, 232, 216), font=font(int(wide * 0.62)), anchor="mm")

    return sheet.place(("curtain", letter), 90, 130, draw)


def street(seed: int, *, wide: int = 1024, high: int = 320) -> Image.Image:
    """Return the other side of a street, bright and out of focus: sky, houses with shops, trees, a low wall."""
    rng = np.random.default_rng(seed)
    y = np.linspace(0, 1, high)[:, None, None]
    sky = np.array((176, 208, 234)) * (1 - y) + np.array((236, 242, 244)) * y
    picture = Image.fromarray(np.broadcast_to(sky, (high, wide, 3)).astype(np.uint8))
    pen = ImageDraw.Draw(picture)
    x = -20
    ground = int(high * 0.86)
    walls = [(226, 214, 194), (206, 176, 148), (214, 218, 216), (190, 160, 140), (232, 226, 210), (198, 206, 208)]
    signs = [(188, 60, 44), (44, 108, 160), (210, 150, 50), (60, 130, 90), (120, 80, 130)]
    while x < wide:
        broad, tall = int(rng.integers(110, 190)), int(rng.integers(int(high * 0.42), int(high * 0.7)))
        wall = walls[int(rng.integers(len(walls)))]
        pen.rectangle((x, ground - tall, x + broad, ground), fill=wall)
        pen.rectangle((x - 2, ground - tall - 5, x + broad + 2, ground - tall), fill=tuple(int(c * 0.8) for c in wall))
        for wy in range(ground - tall + 16, ground - 84, 34):
            for wx in range(x + 14, x + broad - 22, 32):
                pen.rectangle((wx, wy, wx + 17, wy + 21), fill=(134, 160, 178))
                pen.rectangle((wx, wy, wx + 17, wy + 7), fill=(168, 190, 202))
        shop = signs[int(rng.integers(len(signs)))]
        pen.rectangle((x + 8, ground - 66, x + broad - 8, ground - 50), fill=shop)
        pen.rectangle((x + 12, ground - 46, x + broad - 12, ground), fill=(92, 104, 110))
        pen.rectangle((x + 16, ground - 42, x + broad // 2 - 4, ground), fill=(186, 178, 150))
        x += broad + int(rng.integers(0, 10))
    for _ in range(9):
        tx, size = int(rng.integers(0, wide)), int(rng.integers(34, 62))
        pen.rectangle((tx - 3, ground - 60, tx + 3, ground), fill=(96, 80, 64))
        for _ in range(26):
            ox, oy = rng.normal(0, size * 0.45), rng.normal(0, size * 0.35)
            green = tuple(int(c) for c in np.array((92, 138, 74)) * rng.uniform(0.75, 1.3))
            pen.ellipse((tx + ox - 14, ground - 88 + oy - 13, tx + ox + 14, ground - 88 + oy + 13), fill=green)
    pen.rectangle((0, ground, wide, high), fill=(176, 174, 168))
    pen.rectangle((0, ground, wide, ground + 6), fill=(206, 204, 196))
    soft = picture.filter(ImageFilter.GaussianBlur(2.6))
    bright = np.asarray(soft).astype(float) * 0.86 + 46
    return Image.fromarray(np.clip(bright, 0, 255).astype(np.uint8))
