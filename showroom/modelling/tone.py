"""How does computed light become a picture: smoothed, tone-mapped, spread over the seams?"""

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.atlas import Texels

Array = NDArray[np.float64]
_LUMA = np.array([0.2126, 0.7152, 0.0722])


def to_linear(display: Array) -> Array:
    """Return linear light of sRGB values 0 to 1."""
    return np.asarray(np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4))


def to_display(linear: Array) -> Array:
    """Return sRGB values of linear light 0 to 1."""
    clipped = np.clip(linear, 0.0, 1.0)
    return np.asarray(np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055))


def film(linear: Array) -> Array:
    """Return light 0 to 1 with a soft shoulder and a little toe; strong colours fade towards white as they burn out."""
    light = np.maximum(linear, 0.0)
    bright = (light @ _LUMA)[..., None]
    mixed = light * 0.82 + bright * 0.18 * np.clip(bright / 2.0, 0, 1) + light * 0.18 * (1 - np.clip(bright / 2.0, 0, 1))
    white = 5.0
    curved = mixed * (1 + mixed / white**2) / (1 + mixed) * 1.22
    return np.asarray(np.clip(curved**1.2, 0.0, 1.0))


def smooth(values: Array, texels: Texels, size: int, *, rounds: int, fine: float) -> Array:
    """Return values (n, 3) smoothed between neighbours in the atlas that lie on the same plane and near each other.

    `fine` is how much two lights may differ (as a share) before an edge is kept. À-trous: each round reaches twice as far.
    """
    lookup = np.full((size, size), -1, np.int64)
    lookup.reshape(-1)[texels.index] = np.arange(len(texels.index))
    y, x = np.divmod(texels.index, size)
    kernel = np.array([1, 4, 6, 4, 1]) / 16.0
    out = values.copy()
    points, normals = texels.points.astype(np.float32), texels.normals.astype(np.float32)
    for number in range(rounds):
        step = 2**number
        level = np.log(out @ _LUMA + 0.02)
        total = np.zeros_like(out)
        weight = np.zeros(len(out))
        for dy in range(-2, 3):
            for dx in range(-2, 3):
                near = lookup[np.clip(y + dy * step, 0, size - 1), np.clip(x + dx * step, 0, size - 1)]
                there = near >= 0
                other = np.where(there, near, 0)
                flat = np.einsum("nd,nd->n", normals[other], normals) > 0.93
                gap = points[other] - points
                off = np.abs(np.einsum("nd,nd->n", gap, normals)) < 0.01
                close = np.einsum("nd,nd->n", gap, gap) < (0.11 * step) ** 2 + 0.02
                alike = np.exp(-np.abs(level[other] - level) / (fine * (1.0 + 0.5 * number)))
                share = kernel[dy + 2] * kernel[dx + 2] * (there & flat & off & close) * alike
                total += share[:, None] * out[other]
                weight += share
        out = total / np.maximum(weight, 1e-9)[:, None]
    return out


def filled(values: Array, index: NDArray[np.int64], size: int) -> Array:
    """Return a full picture (size, size, c): texels without a value take the mean of the nearest that have one (pull and push)."""
    count = values.shape[1]
    picture = np.zeros((size * size, count))
    cover = np.zeros(size * size)
    picture[index], cover[index] = values, 1.0
    return _pull_push(picture.reshape(size, size, count), cover.reshape(size, size))


def _pull_push(picture: Array, cover: Array) -> Array:
    size = picture.shape[0]
    if size <= 1:
        return picture / np.maximum(cover, 1e-9)[..., None]
    if size % 2:
        return picture
    weighted = (picture * cover[..., None]).reshape(size // 2, 2, size // 2, 2, -1).sum(axis=(1, 3))
    share = cover.reshape(size // 2, 2, size // 2, 2).sum(axis=(1, 3))
    half = _pull_push(weighted / np.maximum(share, 1e-9)[..., None], np.minimum(share, 1.0))
    wide = half.repeat(2, axis=0).repeat(2, axis=1)
    return np.asarray(picture * cover[..., None] + wide * (1 - cover[..., None]))


def sampled(picture: Array, x: Array, y: Array) -> Array:
    """Return a picture (h, w, c) at places in texels, between the four nearest."""
    high, wide = picture.shape[:2]
    px, py = np.clip(x - 0.5, 0, wide - 1.001), np.clip(y - 0.5, 0, high - 1.001)
    x0, y0 = px.astype(np.int64), py.astype(np.int64)
    fx, fy = (px - x0)[:, None], (py - y0)[:, None]
    top = picture[y0, x0] * (1 - fx) + picture[y0, x0 + 1] * fx
    bottom = picture[y0 + 1, x0] * (1 - fx) + picture[y0 + 1, x0 + 1] * fx
    return np.asarray(top * (1 - fy) + bottom * fy)
