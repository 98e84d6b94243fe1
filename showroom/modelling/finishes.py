"""Which finish looks how: picture, size of a repeat in metres, shine and glow. Plain colours share one palette picture.

A finish is named in the models; `material` turns the name into what is drawn. Reflectance for the light bake is linear and
taken from the picture itself, so that a red bench reddens the wall beside it.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from showroom.modelling import textures
from showroom.modelling.model import Material, Texture

Colour = tuple[int, int, int]

PALETTE: dict[str, Colour] = {
    "white": (243, 243, 240),
    "cream": (238, 228, 208),
    "porcelain": (246, 246, 244),
    "light-grey": (206, 209, 211),
    "grey": (142, 146, 150),
    "dark-grey": (74, 78, 82),
    "black": (34, 35, 37),
    "frame": (58, 62, 66),
    "rubber": (44, 45, 46),
    "cap": (48, 52, 58),
    "red": (196, 44, 38),
    "orange": (226, 120, 40),
    "yellow": (236, 190, 52),
    "green": (62, 140, 74),
    "leaf": (74, 124, 58),
    "leaf-dark": (48, 94, 46),
    "blue": (44, 104, 176),
    "sky-blue": (120, 176, 212),
    "brown": (112, 76, 50),
    "terracotta": (178, 100, 68),
    "soil": (70, 52, 40),
    "kraft": (190, 152, 106),
    "linen": (226, 216, 196),
    "brass": (186, 150, 86),
    "iron": (56, 56, 58),
    "cast-iron": (42, 42, 44),
    "chrome": (206, 210, 214),
    "glass-dark": (52, 62, 68),
    "screen": (34, 44, 54),
    "exit-green": (20, 138, 74),
    "safety-red": (204, 32, 28),
    "door-grey": (150, 158, 162),
    "door-wood": (166, 116, 74),
    "skirting": (92, 62, 42),
    "soup": (196, 140, 70),
    "steam-blue": (200, 216, 224),
    "flower": (214, 92, 96),
    "purple": (112, 84, 140),
    "teal": (46, 92, 80),
    "bin-green": (66, 122, 84),
    "bin-grey": (112, 118, 122),
    "paper": (244, 240, 228),
    "ink": (44, 42, 40),
    "plain": (196, 200, 204),
    "aluminium": (188, 192, 196),
}

_SWATCH = 16
_COLUMNS = 8


@dataclass(frozen=True)
class Finish:
    """A surface: picture, metres per repeat (u, v), share of mirrored light, light it gives (linear)."""

    picture: str | None = None
    repeat: tuple[float, float] = (1.0, 1.0)
    gloss: float = 0.0
    glow: tuple[float, float, float] | None = None
    colour: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    double_sided: bool = False


FINISHES: dict[str, Finish] = {
    "wall-tile": Finish("wall-tile", (1.2, 1.2)),
    "wall-tile-sage": Finish("wall-tile-sage", (1.2, 1.2)),
    "floor-tile": Finish("floor-tile", (1.2, 1.2)),
    "floor-tile-grey": Finish("floor-tile-grey", (1.2, 1.2)),
    "planks": Finish("planks", (2.0, 1.0)),
    "oak": Finish("oak", (1.1, 0.8)),
    "walnut": Finish("walnut", (1.1, 0.5)),
    "plaster": Finish("plaster", (1.6, 1.6)),
    "plaster-white": Finish("plaster-white", (1.6, 1.6)),
    "leather": Finish("leather", (0.6, 0.6)),
    "concrete": Finish("concrete", (2.0, 2.0)),
    "steel": Finish("steel", (0.8, 0.8), gloss=0.8),
    "wainscot": Finish("wainscot", (0.72, 0.72)),
    "stone": Finish("stone", (0.9, 0.9)),
    "ceiling-panel": Finish("ceiling-panel", (0.6, 0.6)),
    "paving": Finish("paving", (1.2, 1.2)),
    "anti-slip": Finish("anti-slip", (1.2, 1.2)),
    "epoxy": Finish("epoxy", (1.8, 1.8)),
    "vinyl": Finish("vinyl", (1.2, 1.2)),
    "carpet": Finish("carpet", (0.9, 0.9)),
    "sprung-boards": Finish("sprung-boards", (2.4, 0.9)),
    "hygienic-panel": Finish("hygienic-panel", (1.2, 2.8)),
    "acoustic": Finish("acoustic", (0.8, 0.8)),
    "glow-warm": Finish(glow=(25.0, 19.8, 13.8), colour=(1.0, 0.95, 0.86, 1.0)),
    "glow-panel": Finish(glow=(8.8, 7.9, 6.6), colour=(1.0, 0.97, 0.91, 1.0)),
    "glow-cool": Finish(glow=(8.6, 8.7, 8.7)),
    "screen-mesh": Finish(colour=(0.36, 0.39, 0.40, 0.35), double_sided=True),
    "glass": Finish(colour=(0.80, 0.90, 0.93, 0.10), double_sided=True),
}


def swatch_uv(name: str) -> tuple[float, float]:
    """Return where the palette shows a plain colour (u, v of the middle of its swatch)."""
    number = list(PALETTE).index(name)
    rows = _palette_rows()
    return (number % _COLUMNS + 0.5) / _COLUMNS, (number // _COLUMNS + 0.5) / rows


def _palette_rows() -> int:
    return 1 << (-(-len(PALETTE) // _COLUMNS) - 1).bit_length()


@cache
def palette_pixels() -> NDArray[np.uint8]:
    """Return the palette's picture: one square of 16 pixels a colour, sides powers of two as old viewers like them."""
    rows = _palette_rows()
    cells = np.zeros((rows * _COLUMNS, 3), np.uint8)
    cells[: len(PALETTE)] = list(PALETTE.values())
    return cells.reshape(rows, _COLUMNS, 3).repeat(_SWATCH, axis=0).repeat(_SWATCH, axis=1)


@cache
def material(finish: str) -> Material:
    """Return the unlit material of a finish or palette colour; `KeyError` for an unknown name."""
    if finish in PALETTE or finish == "palette":
        return Material("palette", texture=Texture("palette", textures.encoded(palette_pixels(), lossless=True), repeat=False))
    known = FINISHES[finish]
    picture = Texture(known.picture, textures.encoded_picture(known.picture)) if known.picture else None
    return Material(
        finish, known.colour, picture, double_sided=known.double_sided, alpha="blend" if known.colour[3] < 1 else "opaque"
    )
