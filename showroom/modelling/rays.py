"""Which surface does a ray meet, and in which directions are rays sent?

A thin layer over Embree: many rays at once, single precision inside. Directions come from the R2 low-discrepancy sequence, turned
for every texel by a hash of its number, so that the same model gives the same light every time.
"""

import math
from dataclasses import dataclass

import numpy as np
from embreex import rtcore_scene
from embreex.mesh_construction import TriangleMesh
from numpy.typing import NDArray

Array = NDArray[np.float64]
Ints = NDArray[np.int64]

OFFSET = 0.0015
"""How far in front of a surface a ray begins, metres."""
_BATCH = 1_000_000


@dataclass(frozen=True, eq=False)
class Met:
    """What rays met: triangle (-1 for none), the weights of its second and third corner, the distance."""

    triangle: Ints
    u: Array
    v: Array
    distance: Array


class Tracer:
    """The triangles of a model (t, 3, 3), metres, ready to be met by rays."""

    def __init__(self, corners: Array) -> None:
        self._scene = rtcore_scene.EmbreeScene()
        self._mesh = TriangleMesh(self._scene, np.ascontiguousarray(corners, np.float32))

    def meet(self, origins: Array, directions: Array) -> Met:
        """Return what each ray meets first."""
        found = self._scene.run(_single(origins), _single(directions), query="INTERSECT", output=1)
        return Met(
            np.asarray(found["primID"], np.int64),
            np.asarray(found["u"], float),
            np.asarray(found["v"], float),
            np.asarray(found["tfar"], float),
        )

    def blocked(self, origins: Array, directions: Array, distances: Array) -> NDArray[np.bool_]:
        """Tell which rays meet something nearer than their distance."""
        hit = self._scene.run(_single(origins), _single(directions), query="OCCLUDED", dists=_single(distances))
        return np.asarray(hit) >= 0


def spread(count: int, numbers: Ints) -> Array:
    """Return `count` points of the unit square for each texel number: (n, count, 2), evenly spread, turned by a hash."""
    k = np.arange(count)[:, None]
    sequence = (0.5 + k * np.array([0.7548776662466927, 0.5698402909980532])) % 1.0
    return np.asarray((sequence[None] + hashed(numbers)[:, None]) % 1.0)


def hashed(numbers: Ints) -> Array:
    """Return two even pseudo-random values in 0..1 for every number: (n, 2)."""
    x = numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x1234567)
    x ^= x >> np.uint64(31)
    x *= np.uint64(0xBF58476D1CE4E5B9)
    x ^= x >> np.uint64(29)
    return np.stack(
        [(x & np.uint64(0xFFFFFF)).astype(float), ((x >> np.uint64(32)) & np.uint64(0xFFFFFF)).astype(float)], 1
    ) / float(1 << 24)


def cosine(normals: Array, square: Array) -> Array:
    """Return directions about normals (n, 3), likelier the steeper, for points of the unit square (n, count, 2): (n, count, 3)."""
    radius, angle = np.sqrt(square[..., 0]), 2 * math.pi * square[..., 1]
    x, y = radius * np.cos(angle), radius * np.sin(angle)
    z = np.sqrt(np.maximum(0.0, 1 - square[..., 0]))
    right, up = frame(normals)
    return np.asarray(x[..., None] * right[:, None] + y[..., None] * up[:, None] + z[..., None] * normals[:, None])


def frame(normals: Array) -> tuple[Array, Array]:
    """Return two unit vectors across each normal."""
    helper = np.where(np.abs(normals[:, 2:]) < 0.9, np.array([[0.0, 0.0, 1.0]]), np.array([[1.0, 0.0, 0.0]]))
    right = np.cross(helper, normals)
    right /= np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-12)
    return right, np.cross(normals, right)


def batches(total: int, each: int) -> list[slice]:
    """Return slices of texels so that about a million rays go at once, `each` being the rays of a texel."""
    step = max(1, _BATCH // max(1, each))
    return [slice(start, min(start + step, total)) for start in range(0, total, step)]


def _single(values: Array) -> NDArray[np.float32]:
    return np.ascontiguousarray(values, np.float32)
