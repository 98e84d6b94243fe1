"""Which colour has every triangle, as drawn and as a reflector, and how are pictures brightened to leave room for highlights?"""

import io
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from showroom.modelling import textures
from showroom.modelling.atlas import Atlas
from showroom.modelling.finishes import FINISHES
from showroom.modelling.model import Material
from showroom.modelling.tone import to_linear

Array = NDArray[np.float64]
PRINTED = 0.92
"""What signs and pictures are taken for, so that their colours are drawn as printed."""


def glow(material: Material) -> tuple[float, float, float] | None:
    """Return the light a material gives, linear; `None` for most."""
    finish = FINISHES.get(material.name)
    return finish.glow if finish else None


def gloss(material: Material) -> float:
    """Return the share of light a material mirrors."""
    finish = FINISHES.get(material.name)
    return finish.gloss if finish else 0.0


@lru_cache(maxsize=64)
def _decoded(data: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@lru_cache(maxsize=64)
def _mean(data: bytes) -> Array:
    return np.asarray(_decoded(data).reshape(-1, 3).mean(axis=0) / 255)


def drawn_colour(atlas: Atlas, materials: list[Material]) -> Array:
    """Return the display colour of every triangle (t, 3): the mean of a tiled picture, the spot of an untiled one."""
    out = np.ones((len(atlas.corners), 3))
    for number, material in enumerate(materials):
        mine = atlas.mesh == number
        colour = np.asarray(material.color[:3])
        if material.texture is None:
            out[mine] = colour
            continue
        if material.texture.repeat:
            out[mine] = colour * _mean(material.texture.data)
        elif material.name == "palette":
            pixels = _decoded(material.texture.data)
            middle = atlas.base_uv[mine].mean(axis=1)
            high, wide = pixels.shape[:2]
            row = np.clip((middle[:, 1] * high).astype(int), 0, high - 1)
            column = np.clip((middle[:, 0] * wide).astype(int), 0, wide - 1)
            out[mine] = colour * pixels[row, column] / 255
        else:
            out[mine] = colour * PRINTED
    return out


def reflectance(atlas: Atlas, materials: list[Material]) -> Array:
    """Return the linear reflectance of every triangle (t, 3), never above 0.86."""
    return np.minimum(to_linear(drawn_colour(atlas, materials)), 0.86)


@lru_cache(maxsize=64)
def brightened(material: Material) -> Material:
    """Return a material whose picture leaves room for highlights: tiled ones up to white, plain colours each to their brightest."""
    if material.texture is None or material.name == "signs":
        return material
    pixels = _decoded(material.texture.data).astype(float)
    if material.name == "palette":
        gain = np.minimum(250 / np.maximum(pixels.max(axis=2, keepdims=True), 1), 4.0)
        return replace(
            material, texture=replace(material.texture, data=textures.encoded((pixels * gain).astype(np.uint8), lossless=True))
        )
    if not material.texture.repeat:
        return material
    gain = float(min(252 / max(np.percentile(pixels, 99.5), 1), 4.0))
    data = textures.encoded(np.clip(pixels * gain + 0.5, 0, 255).astype(np.uint8), quality=84)
    return replace(material, texture=replace(material.texture, data=data))
