"""Which way is up in a stranger's model, how long is one of its units, and how is it set upright in metres?

A guess always comes with its reason and says whether it is sure; a person may know better. A known length between two points
settles the scale for good.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from showroom.domain.errors import InputError, Problem
from showroom.domain.text import Text
from showroom.modelling.model import Floats, Mesh, Model, Vector

Up = Literal["y", "z"]
Unit = Literal["m", "cm", "mm", "in", "ft"]
METRES: dict[Unit, float] = {"m": 1.0, "cm": 0.01, "mm": 0.001, "in": 0.0254, "ft": 0.3048}
_SMALLEST, _WIDEST = 1.5, 150.0
"""Metres: the longer side of premises is between them."""
_FLAT = 0.95
_CLEARLY = 1.25
_LIKELY: tuple[Unit, ...] = ("m", "mm", "cm")
"""In which order units are tried; inches and feet look like centimetres and metres, so they are only believed when said."""


@dataclass(frozen=True)
class Upward:
    """The axis of the file that points up, why, and whether that is sure."""

    axis: Up
    reason: Text
    sure: bool


@dataclass(frozen=True)
class Scale:
    """The unit of the file, why, and whether that is sure."""

    unit: Unit
    reason: Text
    sure: bool


def guess_up(model: Model, usual: Up) -> Upward:
    """Return the axis, y or z, across which more of the surface lies flat, floors and ceilings; `usual` where it is a near thing.

    `model` is in the axes of its file.
    """
    flat_y, flat_z = _flat_areas(model)
    more, less = max(flat_y, flat_z), min(flat_y, flat_z)
    if more > _CLEARLY * less:
        axis: Up = "y" if flat_y > flat_z else "z"
        said = (f"{more / (flat_y + flat_z):.0%}", axis)
        return Upward(
            axis,
            Text.of(
                "水平面（地面、顶棚）中有 {} 与 {} 轴垂直".format(*said),
                "{} of what may be floor lies across the {} axis".format(*said),
            ),
            sure=True,
        )
    return Upward(
        usual,
        Text.of(f"从形状看不出，按该格式的习惯取 {usual} 轴", f"its shape does not tell; {usual} is usual in such files"),
        sure=False,
    )


def guess_unit(extent: Vector, said: str = "") -> Scale:
    """Return the unit in which premises have such an `extent` (the file's units); `said` is what the file itself says of it."""
    if unit := _UNIT_WORDS.get(said.lower()):
        return Scale(unit, Text.of(f"文件写明单位为 {said}", f"the file says {said}"), sure=True)
    widest = max(extent)
    for unit in _LIKELY:
        across = widest * METRES[unit]
        if _SMALLEST <= across <= _WIDEST:
            told = f"{across:.1f} m"
            return Scale(
                unit,
                Text.of(
                    f"文件没有写单位；按 {unit} 计最长 {told}，与经营场所相称",
                    f"the file names no unit; in {unit} it is {told} long, as premises are",
                ),
                sure=False,
            )
    return Scale(
        "m",
        Text.of(
            f"文件没有写单位；最长 {widest:.4g}，不像经营场所，暂按米",
            f"the file names no unit; {widest:.4g} long, like no premises, so metres",
        ),
        sure=False,
    )


def factor_of(first: Vector, second: Vector, length: float) -> float:
    """Return by what a model is multiplied so that the two points are `length` metres apart.

    Raises:
        InputError: the points are one, or the length is no length.
    """
    apart = math.dist(first, second)
    if not (math.isfinite(apart) and apart > 1e-9):
        raise InputError(Problem("", "the two points are the same", "choose two points that are far apart"))
    if not (math.isfinite(length) and length > 0):
        raise InputError(Problem("", "the length is not above zero", "type the length in metres, e.g. 0.9"))
    return length / apart


def in_file_axes(vectors: Floats, up: Up) -> Floats:
    """Return vectors (n, 3) that are z up as they stand in a file in which `up` points up."""
    return vectors if up == "z" else np.stack([vectors[:, 0], vectors[:, 2], -vectors[:, 1]], axis=1)


def upright(model: Model, up: Up, scale: float = 1.0, shift: Vector = (0.0, 0.0, 0.0)) -> Model:
    """Return a model that is in the axes of its file with z up, multiplied by `scale`, then moved by `shift` (metres)."""
    moved = np.array(shift, np.float64)

    def turned(vectors: Floats) -> Floats:
        return vectors if up == "z" else np.stack([vectors[:, 0], -vectors[:, 2], vectors[:, 1]], axis=1)

    def placed(mesh: Mesh) -> Mesh:
        positions = np.asarray(turned(mesh.positions).astype(np.float64) * scale + moved, np.float32)
        return replace(mesh, positions=positions, normals=None if mesh.normals is None else turned(mesh.normals))

    return replace(model, nodes=tuple(replace(node, meshes=tuple(map(placed, node.meshes))) for node in model.nodes))


def _flat_areas(model: Model) -> tuple[float, float]:
    """Return how much surface lies across the y axis and across the z axis, square units."""
    across = np.zeros(3)
    for normals in _normals(model):
        sizes = np.linalg.norm(normals, axis=1)
        across += np.where(np.abs(normals) > _FLAT * sizes[:, None], np.abs(normals), 0.0).sum(axis=0)
    return float(across[1]), float(across[2])


def _normals(model: Model) -> Iterator[NDArray[np.float64]]:
    for node in model.nodes:
        for mesh in node.meshes:
            corners = mesh.positions[mesh.triangles].astype(np.float64)
            yield np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])


_UNIT_WORDS: dict[str, Unit] = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("cm", "centimeter", "centimeters", "centimetre", "centimetres"), "cm"),
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetre", "millimetres"), "mm"),
    **dict.fromkeys(("in", "inch", "inches"), "in"),
    **dict.fromkeys(("ft", "foot", "feet"), "ft"),
}
