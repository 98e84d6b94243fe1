"""What does a person look like who is set down in the premises to show their size: walking, or in a wheelchair?

Friendly, quiet figures of true proportions: 1.70 m tall; the chair 0.66 m wide and 1.02 m long with its footrests. They stand at
the origin on the floor and look along +x.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from showroom.modelling.atlas import rounded
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.modelling.solids import Body, Vector

FigureKind = Literal["person", "wheelchair"]
PERSON_HEIGHT = 1.70
_SKIN, _HAIR, _COAT, _TROUSERS, _SHOES, _METAL, _TYRE, _SEAT = (
    (1.0, 0.84, 0.72),
    (0.20, 0.17, 0.16),
    (0.27, 0.52, 0.82),
    (0.24, 0.29, 0.38),
    (0.16, 0.17, 0.20),
    (0.66, 0.69, 0.73),
    (0.14, 0.15, 0.17),
    (0.18, 0.26, 0.36),
)
_COLORS = {
    "skin": _SKIN,
    "hair": _HAIR,
    "coat": _COAT,
    "trousers": _TROUSERS,
    "shoes": _SHOES,
    "metal": _METAL,
    "tyre": _TYRE,
    "seat": _SEAT,
}


@dataclass(frozen=True)
class _Ring:
    """A round section: its middle, its half axes, and the axis (`x` or `z`) it lies across."""

    at: Vector
    deep: float
    wide: float
    across: Literal["x", "z"] = "z"

    def points(self, count: int = 14) -> list[Vector]:
        """The corners, counter-clockwise seen from further along the axis."""
        x, y, z = self.at
        turns = [2.0 * math.pi * k / count for k in range(count)]
        if self.across == "z":
            return [(x + self.deep * math.cos(t), y + self.wide * math.sin(t), z) for t in turns]
        return [(x, y + self.wide * math.cos(t), z + self.deep * math.sin(t)) for t in turns]


def _limb(body: Body, finish: str, rings: Sequence[_Ring]) -> None:
    """Add a skin over sections, rounded off at both ends."""
    first, last = rings[0], rings[-1]
    body.loft(finish, [ring.points() for ring in (_tip(first, rings[1]), *rings, _tip(last, rings[-2]))])


def _tip(end: _Ring, inner: _Ring) -> _Ring:
    """A narrow section a little beyond an end, so that nothing is cut off flat."""
    beyond = 0.35 * min(end.deep, end.wide)
    away = np.array(end.at) - np.array(inner.at)
    x, y, z = np.array(end.at) + away / max(float(np.linalg.norm(away)), 1e-9) * beyond
    return _Ring((float(x), float(y), float(z)), end.deep * 0.55, end.wide * 0.55, end.across)


def _head(body: Body, x: float, z: float) -> None:
    """A head whose crown is at `z`."""
    body.ball("skin", (x + 0.005, 0.0, z - 0.118), (0.094, 0.075, 0.116), sides=18, rows=14)
    body.ball("hair", (x - 0.012, 0.0, z - 0.074), (0.102, 0.083, 0.078), sides=18, rows=14)
    body.ball("hair", (x - 0.03, 0.0, z - 0.115), (0.072, 0.079, 0.095), sides=18, rows=14)
    for side in (-1, 1):
        body.ball("skin", (x - 0.002, side * 0.077, z - 0.125), (0.016, 0.01, 0.026), sides=8, rows=6)
    _limb(body, "skin", [_Ring((x - 0.012, 0, z - 0.3), 0.052, 0.054), _Ring((x - 0.006, 0, z - 0.19), 0.05, 0.052)])


def _trunk(body: Body, x: float, low: float, high: float) -> None:
    """A coat from hips to shoulders."""
    rise = high - low
    shape = (
        (0.0, 0.126, 0.188),
        (0.2, 0.114, 0.17),
        (0.45, 0.106, 0.152),
        (0.7, 0.12, 0.178),
        (0.88, 0.112, 0.196),
        (0.97, 0.08, 0.15),
    )
    _limb(body, "coat", [_Ring((x, 0, low + rise * share), deep, wide) for share, deep, wide in shape])


def person() -> Body:
    """Return somebody who stands, arms at their sides."""
    body = Body()
    _head(body, 0.0, PERSON_HEIGHT)
    _trunk(body, 0.0, 0.79, 1.44)
    for side in (-1, 1):
        y = side * 0.092
        legs = ((0.08, 0.046, 0.042), (0.28, 0.062, 0.056), (0.47, 0.06, 0.057), (0.62, 0.074, 0.07), (0.86, 0.092, 0.078))
        _limb(body, "trousers", [_Ring((-0.012 + 0.012 * (z > 0.4), y * (0.9 + 0.1 * z), z), deep, wide) for z, deep, wide in legs])
        body.ball("shoes", (0.052, y * 0.92, 0.04), (0.135, 0.05, 0.04), sides=14, rows=8)
        arms = (
            (0.84, 0.036, 0.032, 0.062, 0.262),
            (1.06, 0.043, 0.04, 0.004, 0.256),
            (1.22, 0.05, 0.046, -0.012, 0.232),
            (1.37, 0.058, 0.052, -0.005, 0.19),
        )
        _limb(body, "coat", [_Ring((x, side * out, z), deep, wide) for z, deep, wide, x, out in arms])
        body.ball("skin", (0.082, side * 0.264, 0.765), (0.04, 0.024, 0.075), sides=10, rows=8)
    return body


def wheelchair() -> Body:
    """Return somebody who sits in a wheelchair; the big wheels' axle is at the origin."""
    body = Body()
    for side in (-1, 1):
        _big_wheel(body, side * 0.3)
        body.tube("tyre", _circle((0.44, side * 0.24, 0.09), 0.085), 0.016, sides=8)
        body.ball("metal", (0.44, side * 0.24, 0.09), (0.03, 0.016, 0.03), sides=8, rows=6)
        for line in (
            [(-0.14, side * 0.24, 0.94), (-0.1, side * 0.24, 0.48), (0.0, side * 0.24, 0.3)],
            [(-0.1, side * 0.24, 0.48), (0.36, side * 0.24, 0.5), (0.46, side * 0.2, 0.34), (0.58, side * 0.14, 0.12)],
            [(0.0, side * 0.24, 0.3), (0.34, side * 0.24, 0.3), (0.44, side * 0.24, 0.18)],
            [(-0.12, side * 0.25, 0.71), (0.2, side * 0.25, 0.71), (0.25, side * 0.25, 0.5)],
            [(-0.14, side * 0.24, 0.94), (-0.26, side * 0.24, 0.95)],
        ):
            body.tube("metal", line, 0.013, sides=8)
        body.slab("shoes", (0.5, min(side * 0.04, side * 0.17), 0.09), (0.68, max(side * 0.04, side * 0.17), 0.105), bevel=0.004)
        _seated_limbs(body, side)
    body.slab("seat", (-0.1, -0.23, 0.46), (0.36, 0.23, 0.51), bevel=0.02)
    body.slab("seat", (-0.15, -0.22, 0.5), (-0.1, 0.22, 0.92), bevel=0.02)
    _trunk(body, 0.02, 0.54, 1.1)
    _head(body, 0.03, 1.36)
    return body


def _big_wheel(body: Body, y: float) -> None:
    body.tube("tyre", _circle((0.0, y, 0.3), 0.286), 0.016, sides=8)
    body.tube("metal", _circle((0.0, y * 1.07, 0.3), 0.25), 0.008, sides=6)
    body.ball("metal", (0.0, y, 0.3), (0.04, 0.02, 0.04), sides=10, rows=6)
    for turn in np.arange(8) * math.pi / 4.0:
        rim = (0.275 * math.cos(turn), y, 0.3 + 0.275 * math.sin(turn))
        body.tube("metal", [(0.0, y, 0.3), rim], 0.005, sides=5)


def _seated_limbs(body: Body, side: int) -> None:
    y = side * 0.1
    thigh = ((0.02, 0.09, 0.095), (0.2, 0.08, 0.085), (0.42, 0.068, 0.07), (0.48, 0.06, 0.062))
    _limb(body, "trousers", [_Ring((x, y, 0.59), deep, wide, "x") for x, deep, wide in thigh])
    shin = ((0.18, 0.045, 0.042, 0.555), (0.34, 0.056, 0.052, 0.53), (0.54, 0.062, 0.06, 0.485))
    _limb(body, "trousers", [_Ring((x, y, z), deep, wide) for z, deep, wide, x in shin])
    body.ball("shoes", (0.6, y, 0.145), (0.12, 0.048, 0.04), sides=14, rows=8)
    upper = ((0.78, 0.042, 0.04, 0.05, 0.25), (0.9, 0.048, 0.044, 0.02, 0.24), (1.04, 0.056, 0.05, 0.015, 0.19))
    _limb(body, "coat", [_Ring((x, side * out, z), deep, wide) for z, deep, wide, x, out in upper])
    fore = ((0.06, 0.04, 0.04), (0.16, 0.036, 0.036), (0.25, 0.03, 0.03))
    _limb(body, "coat", [_Ring((x, side * 0.25, 0.765), deep, wide, "x") for x, deep, wide in fore])
    body.ball("skin", (0.315, side * 0.248, 0.765), (0.065, 0.03, 0.026), sides=10, rows=8)


def _circle(middle: Vector, radius: float) -> list[Vector]:
    """An upright circle across y, closed."""
    x, y, z = middle
    turns = [2.0 * math.pi * k / 28 for k in range(29)]
    return [(x + radius * math.cos(t), y, z + radius * math.sin(t)) for t in turns]


@cache
def figure(kind: FigureKind) -> Model:
    """Return a figure as a model, softly shaded."""
    body = {"person": person, "wheelchair": wheelchair}[kind]()
    meshes = []
    for finish, color in _COLORS.items():
        parts = [part.positions[part.triangles] for part in body.parts if part.finish == finish]
        if not parts:
            continue
        corners = np.concatenate(parts)
        normals = rounded(corners, np.zeros(len(corners), np.int64)).reshape(-1, 3).astype(np.float32)
        triangles = np.arange(len(corners) * 3, dtype=np.uint32).reshape(-1, 3)
        points = corners.reshape(-1, 3).astype(np.float32)
        meshes.append(Mesh(Material(finish, (*color, 1.0), unlit=False), points, triangles, normals=normals))
    return Model((Node(kind, tuple(meshes), "other"),))
