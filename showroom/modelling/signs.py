"""How are signs lettered: sink labels, room names, exit signs, menus? All of a model share one sheet.

A sign is asked for while the model grows and gets its place on the sheet at once; the sheet is drawn when the model is done.
The lettering is Noto Sans SC from `assets/fonts`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from showroom import home
from showroom.modelling import textures
from showroom.modelling.model import Material, Texture

Colour = tuple[int, int, int]
Rect = tuple[float, float, float, float]

WHITE, INK, GREEN, BLUE, RED = (250, 250, 248), (38, 40, 44), (0, 128, 66), (30, 92, 170), (196, 38, 32)


@lru_cache(maxsize=64)
def font(size: int, *, bold: bool = True) -> ImageFont.FreeTypeFont:
    """Return the showroom's own letters at a size in pixels."""
    name = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(home.assets() / "fonts" / name), size)


@dataclass(eq=False)
class SignSheet:
    """One square picture on which every sign of a model has its place."""

    size: int = 1024
    _image: Image.Image = field(init=False)
    _known: dict[object, Rect] = field(default_factory=dict)
    _x: int = 4
    _y: int = 4
    _row: int = 0

    def __post_init__(self) -> None:
        self._image = Image.new("RGB", (self.size, self.size), (200, 200, 198))

    def place(self, key: object, width: int, height: int, draw: Callable[[Image.Image], None]) -> Rect:
        """Return the part of the sheet (left, top, right, bottom; 0 to 1) with the sign `key`, drawn by `draw` the first time.

        A sheet that is full gives the place of its first sign rather than fail: a wrong label is better than no shop.
        """
        if key in self._known:
            return self._known[key]
        if self._x + width + 4 > self.size:
            self._x, self._y, self._row = 4, self._y + self._row + 4, 0
        if self._y + height + 4 > self.size:
            return next(iter(self._known.values()), (0.0, 0.0, 0.001, 0.001))
        picture = Image.new("RGB", (width, height), WHITE)
        draw(picture)
        # a rim of the sign's own edge, so that filtering does not pull in its neighbour
        self._image.paste(picture.resize((width + 4, height + 4)), (self._x - 2, self._y - 2))
        self._image.paste(picture, (self._x, self._y))
        rect = (self._x / self.size, self._y / self.size, (self._x + width) / self.size, (self._y + height) / self.size)
        self._x += width + 6
        self._row = max(self._row, height + 4)
        self._known[key] = rect
        return rect

    def label(self, text: str, *, ground: Colour = WHITE, ink: Colour = INK, height: int = 72, aspect: float | None = None) -> Rect:
        """Return a plain label with one line of text, in a thin frame; `aspect` is width by height."""
        width = round(height * aspect) if aspect else _text_width(text, round(height * 0.6)) + round(height * 0.7)

        def draw(picture: Image.Image) -> None:
            pen = ImageDraw.Draw(picture)
            pen.rectangle((0, 0, width, height), fill=ground)
            pen.rectangle((3, 3, width - 4, height - 4), outline=ink, width=2)
            size = min(
                round(height * 0.6), round(height * 0.6 * (width - height * 0.3) / max(1, _text_width(text, round(height * 0.6))))
            )
            pen.text((width / 2, height / 2), text, fill=ink, font=font(max(8, size)), anchor="mm")

        return self.place(("label", text, ground, ink, height, width), width, height, draw)

    def exit_sign(self, towards: str = "") -> Rect:
        """Return the green sign of the running man, 安全出口 EXIT; `towards` is `left` or `right` where an arrow points the way."""
        return self.place(("exit-sign", towards), 288, 112, lambda picture: _draw_exit(picture, towards))

    def evacuation_map(self) -> Rect:
        """Return the frame of an evacuation map with a schematic plan and two ways out in green."""
        return self.place("evacuation-map", 320, 240, _draw_map)

    def material(self) -> Material:
        """Return the material that shows the sheet as it stands."""
        return Material("signs", texture=Texture("signs", textures.encoded(self.pixels(), quality=90), repeat=False))

    def pixels(self) -> NDArray[np.uint8]:
        """Return the sheet (size, size, 3)."""
        return np.asarray(self._image)


def _text_width(text: str, size: int) -> int:
    return math.ceil(font(max(8, size)).getlength(text))


def running_man(pen: ImageDraw.ImageDraw, x: float, y: float, high: float, colour: Colour) -> None:
    """Draw the figure that hurries to the right, `high` pixels tall, its box beginning at (x, y)."""
    u = high / 100

    def limb(points: list[tuple[float, float]], thick: float) -> None:
        line = [(x + px * u, y + py * u) for px, py in points]
        pen.line(line, fill=colour, width=max(1, round(thick * u)), joint="curve")
        for px, py in line:
            r = thick * u / 2
            pen.ellipse((px - r, py - r, px + r, py + r), fill=colour)

    pen.ellipse((x + 56 * u, y, x + 74 * u, y + 18 * u), fill=colour)
    limb([(57, 26), (44, 54)], 15)
    limb([(56, 25), (36, 28), (25, 44)], 7)
    limb([(60, 27), (70, 42), (84, 40)], 7)
    limb([(45, 56), (62, 66), (60, 92), (70, 94)], 9)
    limb([(43, 56), (34, 74), (10, 78), (6, 72)], 9)


def _draw_exit(picture: Image.Image, towards: str) -> None:
    pen = ImageDraw.Draw(picture)
    wide, high = picture.size
    pen.rectangle((0, 0, wide, high), fill=GREEN)
    pen.rectangle((4, 4, wide - 5, high - 5), outline=WHITE, width=2)
    pen.rectangle((16, 18, 86, 98), fill=WHITE)
    running_man(pen, 20, 22, 72, GREEN)
    if towards == "left":  # he runs the way the arrow points
        half = picture.crop((16, 18, 87, 99)).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        picture.paste(half, (16, 18))
    pen.text((188, 40), "安全出口", fill=WHITE, font=font(42), anchor="mm")
    if towards in ("left", "right"):
        line: list[tuple[float, float]] = [(120, 85), (256, 85)] if towards == "right" else [(256, 85), (120, 85)]
        _arrow(pen, line, WHITE, 9, 15)
    else:
        pen.text((188, 85), "EXIT", fill=WHITE, font=font(26), anchor="mm")


def _arrow(pen: ImageDraw.ImageDraw, line: list[tuple[float, float]], colour: Colour, thick: int, head: float) -> None:
    """Draw a line of points that ends in an arrow head."""
    (ax, ay), (bx, by) = line[-2:]
    long = math.hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / long, (by - ay) / long
    foot = (bx - ux * head, by - uy * head)
    pen.line([*line[:-1], foot], fill=colour, width=thick, joint="curve")
    pen.polygon(
        [(bx, by), (foot[0] - uy * head * 0.8, foot[1] + ux * head * 0.8), (foot[0] + uy * head * 0.8, foot[1] - ux * head * 0.8)],
        fill=colour,
    )


def _draw_map(picture: Image.Image) -> None:
    pen = ImageDraw.Draw(picture)
    wide, high = picture.size
    way = (0, 150, 80)
    pen.rectangle((0, 0, wide, high), fill=(247, 248, 246))
    pen.rectangle((0, 0, wide, 40), fill=GREEN)
    pen.text((wide / 2, 20), "疏散示意图", fill=WHITE, font=font(27), anchor="mm")
    left, top, right, bottom = 44, 56, wide - 44, high - 42
    pen.rectangle((left, top + 56, right, top + 88), fill=(226, 242, 230))
    pen.rectangle((left, top, right, bottom), outline=INK, width=4)
    for y in (top + 56, top + 88):
        pen.line((left, y, right, y), fill=INK, width=3)
    for wall in (left + 72, left + 150):
        pen.line((wall, top, wall, top + 56), fill=INK, width=3)
        pen.line((wall + 24, top + 88, wall + 24, bottom), fill=INK, width=3)
    for x, y in (
        (left + 28, top + 56),
        (left + 104, top + 56),
        (left + 190, top + 56),
        (left + 40, top + 88),
        (left + 124, top + 88),
        (left + 200, top + 88),
    ):
        pen.line((x, y, x + 18, y), fill=(247, 248, 246), width=5)
    middle = top + 72
    for x in (left, right):
        pen.line((x, middle - 12, x, middle + 12), fill=(247, 248, 246), width=6)
    _arrow(pen, [(left + 132, bottom - 14), (left + 132, middle), (right + 14, middle)], way, 4, 10)
    _arrow(pen, [(left + 124, middle), (left - 14, middle)], way, 4, 10)
    for x, text in ((22, "出口"), (wide - 22, "出口")):
        pen.rectangle((x - 18, middle - 38, x + 18, middle - 20), fill=GREEN)
        pen.text((x, middle - 29), text, fill=WHITE, font=font(13), anchor="mm")
    pen.ellipse((left + 125, bottom - 24, left + 139, bottom - 10), fill=RED)
    pen.rectangle((left + 66, middle + 6, left + 72, middle + 14), fill=RED)
    pen.rectangle((right - 60, middle - 14, right - 54, middle - 6), fill=RED)
    x, y = 36, high - 19
    pen.ellipse((x - 6, y - 6, x + 6, y + 6), fill=RED)
    pen.text((x + 12, y), "您的位置", fill=INK, font=font(15), anchor="lm")
    _arrow(pen, [(x + 88, y), (x + 116, y)], way, 4, 9)
    pen.text((x + 122, y), "疏散方向", fill=INK, font=font(15), anchor="lm")
    pen.rectangle((x + 200, y - 6, x + 207, y + 6), fill=RED)
    pen.text((x + 214, y), "灭火器", fill=INK, font=font(15), anchor="lm")
