"""What do tiles, planks, plaster, steel and leather look like? Periodic pictures, made from seeded noise.

Every function returns an sRGB picture (size, size, 3) of 0 to 255 that can be laid edge to edge in both directions.
The origin is the picture's top left, u runs right.
"""

import io
import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float64]
Colour = tuple[float, float, float]


def noise(size: int, seed: int, *, wave: float, stretch: float = 1.0) -> Array:
    """Return periodic noise (size, size) of mean 0 and deviation 1; `wave` is the blob size in pixels, `stretch` its length."""
    rng = np.random.default_rng(seed)
    spectrum = np.fft.rfft2(rng.standard_normal((size, size)))
    fy, fx = np.meshgrid(np.fft.fftfreq(size), np.fft.rfftfreq(size), indexing="ij")
    soft = np.exp(-2 * (math.pi * wave) ** 2 * ((fx * stretch) ** 2 + fy**2))
    field = np.fft.irfft2(spectrum * soft, s=(size, size))
    field -= field.mean()
    return np.asarray(field / max(float(field.std()), 1e-9))


def tiles(
    size: int,
    seed: int,
    *,
    across: int,
    down: int,
    colour: Colour,
    joint: Colour,
    gap: float,
    tone: float,
    cloud: float,
    grit: float = 0.0,
) -> Array:
    """Return tiles with joints of `gap` pixels; each tile has its own tone, a soft bevel and a faint cloud."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:size, 0:size].astype(float) + 0.5
    wide, high = size / across, size / down
    column, row = (x // wide).astype(int), (y // high).astype(int)
    edge = np.minimum(np.minimum(x % wide, wide - x % wide), np.minimum(y % high, high - y % high))
    tones = rng.normal(0, tone, (down, across))[row, column]
    tint = rng.normal(0, tone / 3, (down, across, 3))[row, column]
    shade = 1 + tones + cloud * noise(size, seed + 1, wave=size / 24) + grit * noise(size, seed + 2, wave=0.8)
    bevel = np.clip((edge - gap / 2) / (gap * 1.4), 0, 1)
    lit = np.where((x % wide < wide / 2) ^ (y % high > high / 2), 1.0, 0.985)
    shade *= 0.95 + 0.05 * bevel * lit + 0.0
    picture = np.asarray(colour) * (shade[..., None] + tint)
    cover = np.clip((edge - gap / 2) + 0.5, 0, 1)[..., None]
    grout = np.asarray(joint) * (1 + 0.04 * noise(size, seed + 3, wave=1.5))[..., None]
    return np.asarray(picture * cover + grout * (1 - cover))


def planks(size: int, seed: int, *, rows: int, colour: Colour, spread: float, pieces: int = 2, joint: float = 1.6) -> Array:
    """Return boards along u, `rows` of them, each of its own tone with grain, ends staggered."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:size, 0:size].astype(float) + 0.5
    high = size / rows
    row = (y // high).astype(int)
    shift = (np.arange(rows) * 0.381966 + rng.uniform(0, 0.12, rows)) % 1.0 * size
    along = (x + shift[row]) % size
    piece = (along // (size / pieces)).astype(int)
    key = rng.normal(0, spread, (rows, pieces))[row, piece]
    warm = rng.normal(0, spread / 3, (rows, pieces))[row, piece]
    fine = noise(size, seed + 1, wave=1.1, stretch=26)
    broad = noise(size, seed + 2, wave=5, stretch=14)
    offset = (rng.integers(0, size, (rows, pieces))[row, piece] + x.astype(int)) % size
    rings = np.sin(2.4 * broad[row * 7 % size, offset] + (y % high) / high * 9 + 1.5 * broad)
    shade = 1 + key + 0.045 * fine + 0.05 * rings
    gap_y = np.minimum(y % high, high - y % high)
    gap_x = np.minimum(along % (size / pieces), size / pieces - along % (size / pieces))
    seam = np.clip(np.minimum(gap_y, gap_x) / joint, 0.0, 1.0)
    picture = np.asarray(colour) * shade[..., None] * np.stack([1 + warm, np.ones_like(warm), 1 - warm], -1)
    return np.asarray(picture * (0.45 + 0.55 * seam)[..., None])


def grain(size: int, seed: int, *, colour: Colour, depth: float) -> Array:
    """Return one wide board of wood, grain along u."""
    broad = noise(size, seed, wave=9, stretch=9)
    fine = noise(size, seed + 1, wave=0.9, stretch=24)
    pores = np.clip(noise(size, seed + 2, wave=0.7, stretch=9) - 1.6, 0, 1)
    y = np.mgrid[0:size, 0:size][0] / size
    rings = np.sin(2 * math.pi * 5 * y + 2.2 * broad)
    shade = 1 + depth * (0.55 * rings + 0.35 * broad) + 0.4 * depth * fine - 1.2 * depth * pores
    return np.asarray(np.asarray(colour) * shade[..., None])


def flat(size: int, seed: int, *, colour: Colour, cloud: float, grit: float, wave: float = 30) -> Array:
    """Return plaster, leather or concrete: a colour with clouds and fine grit."""
    shade = 1 + cloud * noise(size, seed, wave=wave) + grit * noise(size, seed + 1, wave=1.0)
    return np.asarray(np.asarray(colour) * shade[..., None])


def brushed(size: int, seed: int, *, colour: Colour, depth: float) -> Array:
    """Return brushed metal: hair lines along u over a soft slow change across."""
    lines = noise(size, seed, wave=0.7, stretch=60)
    slow = noise(size, seed + 1, wave=40, stretch=2)
    return np.asarray(np.asarray(colour) * (1 + depth * lines + 0.7 * depth * slow)[..., None])


def boards(size: int, seed: int, *, count: int, colour: Colour) -> Array:
    """Return upright painted boards with a groove between them."""
    x = np.mgrid[0:size, 0:size][1] + 0.5
    wide = size / count
    edge = np.minimum(x % wide, wide - x % wide)
    groove = np.clip(edge / 5.0, 0, 1)
    light = np.where((x % wide) < 9, 1.06, 1.0) * np.where((x % wide) > wide - 9, 0.94, 1.0)
    shade = (
        (0.55 + 0.45 * groove)
        * light
        * (1 + 0.018 * noise(size, seed, wave=2, stretch=0.15) + 0.012 * noise(size, seed + 1, wave=40))
    )
    return np.asarray(np.asarray(colour) * shade[..., None])


def speckled(size: int, seed: int, *, colour: Colour, dark: Colour, light: Colour) -> Array:
    """Return terrazzo or granite: a ground with dark and light chips."""
    chips = noise(size, seed, wave=2.6)
    more = noise(size, seed + 1, wave=1.7)
    picture = np.asarray(colour) * (1 + 0.02 * noise(size, seed + 2, wave=20))[..., None]
    picture = np.where((chips > 1.35)[..., None], np.asarray(dark), picture)
    return np.asarray(np.where((more < -1.55)[..., None], np.asarray(light), picture))


def ceiling(size: int, seed: int, *, colour: Colour) -> Array:
    """Return one ceiling panel with its metal rail."""
    y, x = np.mgrid[0:size, 0:size] + 0.5
    edge = np.minimum(np.minimum(x, size - x), np.minimum(y, size - y))
    holes = np.clip(noise(size, seed, wave=1.4) - 1.7, 0, 1)
    shade = 1 - 0.10 * holes - 0.16 * np.exp(-(((edge - 11) / 3.0) ** 2))
    rail = (edge < 8)[..., None]
    return np.asarray(np.where(rail, np.asarray((228.0, 229.0, 228.0)), np.asarray(colour) * shade[..., None]))


PICTURES: dict[str, Callable[[], Array]] = {
    "wall-tile": lambda: tiles(
        1024, 11, across=4, down=6, colour=(236, 238, 237), joint=(186, 189, 188), gap=5, tone=0.010, cloud=0.006
    ),
    "wall-tile-sage": lambda: tiles(
        1024, 12, across=6, down=6, colour=(176, 199, 190), joint=(214, 219, 214), gap=5, tone=0.02, cloud=0.012
    ),
    "floor-tile": lambda: tiles(
        1024, 13, across=4, down=4, colour=(172, 160, 146), joint=(120, 113, 105), gap=7, tone=0.028, cloud=0.02, grit=0.035
    ),
    "floor-tile-grey": lambda: tiles(
        1024, 14, across=4, down=4, colour=(158, 166, 168), joint=(112, 118, 120), gap=7, tone=0.022, cloud=0.02, grit=0.03
    ),
    "planks": lambda: planks(1024, 21, rows=8, colour=(186, 136, 88), spread=0.05),
    "oak": lambda: grain(512, 22, colour=(216, 172, 120), depth=0.055),
    "walnut": lambda: grain(512, 23, colour=(118, 76, 48), depth=0.11),
    "plaster": lambda: flat(512, 31, colour=(241, 234, 220), cloud=0.006, grit=0.008),
    "plaster-white": lambda: flat(512, 32, colour=(240, 240, 236), cloud=0.004, grit=0.006),
    "leather": lambda: flat(512, 33, colour=(186, 84, 52), cloud=0.03, grit=0.035, wave=14),
    "concrete": lambda: flat(512, 34, colour=(176, 176, 172), cloud=0.03, grit=0.02),
    "steel": lambda: brushed(512, 41, colour=(186, 190, 194), depth=0.015),
    "wainscot": lambda: boards(512, 51, count=6, colour=(46, 92, 80)),
    "stone": lambda: speckled(512, 52, colour=(222, 218, 210), dark=(168, 162, 154), light=(242, 240, 235)),
    "ceiling-panel": lambda: ceiling(512, 53, colour=(240, 241, 240)),
    "epoxy": lambda: flat(512, 61, colour=(150, 178, 168), cloud=0.006, grit=0.012, wave=60),
    "vinyl": lambda: speckled(512, 62, colour=(186, 192, 192), dark=(164, 172, 174), light=(204, 208, 208)),
    "carpet": lambda: flat(512, 63, colour=(112, 118, 128), cloud=0.015, grit=0.075, wave=3),
    "sprung-boards": lambda: planks(1024, 64, rows=10, colour=(214, 178, 130), spread=0.028, pieces=1, joint=1.2),
    "hygienic-panel": lambda: tiles(
        1024, 65, across=1, down=1, colour=(222, 233, 229), joint=(176, 188, 186), gap=5, tone=0.0, cloud=0.003
    ),
    "acoustic": lambda: boards(512, 66, count=8, colour=(206, 186, 158)),
    "anti-slip": lambda: tiles(
        1024, 67, across=8, down=8, colour=(150, 142, 132), joint=(112, 106, 99), gap=6, tone=0.024, cloud=0.02, grit=0.05
    ),
    "paving": lambda: tiles(
        1024, 54, across=3, down=6, colour=(186, 182, 174), joint=(140, 137, 130), gap=7, tone=0.03, cloud=0.03, grit=0.03
    ),
}


@lru_cache(maxsize=64)
def pixels(name: str) -> NDArray[np.uint8]:
    """Return the picture of that name (size, size, 3); `KeyError` for an unknown one."""
    return np.clip(PICTURES[name]() + 0.5, 0, 255).astype(np.uint8)


def encoded(picture: NDArray[np.uint8], *, quality: int = 86, lossless: bool = False) -> bytes:
    """Return a picture as JPEG (or PNG) bytes, the same every time."""
    out = io.BytesIO()
    if lossless:
        Image.fromarray(picture).save(out, "PNG", optimize=True)
    else:
        Image.fromarray(picture).save(out, "JPEG", quality=quality, subsampling=0, optimize=True)
    return out.getvalue()


@lru_cache(maxsize=64)
def encoded_picture(name: str) -> bytes:
    """Return the named picture as JPEG bytes."""
    return encoded(pixels(name))
