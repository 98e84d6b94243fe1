"""Which upright model in metres does a stranger's 3D file hold, and what was found out on the way? Asked in a process of its own.

glTF is read by our own reader, which trusts nothing; OBJ, PLY and STL by trimesh after a look at what they claim.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note
from showroom.domain.text import Text
from showroom.formats import limits
from showroom.formats.glb import read_model_and_files
from showroom.formats.glb_writer import glb_bytes
from showroom.formats.gltf_data import picture_size
from showroom.formats.gltf_json import refuse
from showroom.formats.model_files_meshes import Foreign, read_meshes
from showroom.formats.model_files_pictures import EDGES, check_picture, materials_of, smaller, textures_of
from showroom.formats.model_files_told import Figures, Told, Wishes
from showroom.modelling.first_view import FirstView, first_view
from showroom.modelling.model import Model, Vector
from showroom.modelling.orientation import METRES, Scale, Upward, guess_unit, guess_up, in_file_axes, upright

_KNOWN_BETTER = Text.of("由您指定", "as you said")
_LOWEST_FAR = 500.0
"""Metres from the origin beyond which a model is moved to it."""


def read_model_file_here(path: Path, wishes: Wishes) -> tuple[Told, bytes]:
    """Return what was found out about a 3D file and the GLB made of it, in this very process.

    Raises:
        InputError: the suffix is not known, or the file cannot be used.
    """
    foreign = _reader(path)(path)
    up, scale = _up(path, foreign, wishes), _scale(path, foreign, wishes)
    for texture in textures_of(foreign.model):
        check_picture(texture.data, f'{path.name}: "{texture.name}"')
    size = METRES[scale.unit] * wishes.factor
    turned = upright(foreign.model, up.axis, size)
    _check_reach(turned, path.name)
    placed, view = _on_the_floor(turned)
    small, data = _fitted(placed, wishes.most_bytes)
    low, high = placed.bounds
    before = _figures(foreign.model, sum(map(len, foreign.files.values())))
    told = Told(
        up=up.axis, up_reason=up.reason, unit=scale.unit, unit_reason=scale.reason, is_sure=up.sure and scale.sure,
        low=_vector(low), sides=_vector(high - low), eye=view.eye, look=view.look, is_inside=view.inside,
        before=before, after=_figures(small, len(data)), files=tuple(foreign.files),
        notes=tuple(_notes(foreign)),
    )  # fmt: skip
    return told, data


def _reader(path: Path) -> Callable[[Path], Foreign]:
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        reason = (
            f'a file ending in "{suffix}" cannot be read as a 3D model'
            if suffix
            else "a file without a suffix cannot be read as a 3D model"
        )
        raise InputError(Problem(os.fspath(path), reason, f"known suffixes: {', '.join(_READERS)}"))
    return _READERS[suffix]


def _read_gltf(path: Path) -> Foreign:
    model, files = read_model_and_files(path)
    nodes = tuple(
        replace(
            node,
            meshes=tuple(
                replace(
                    mesh,
                    positions=in_file_axes(mesh.positions, "y"),
                    normals=None if mesh.normals is None else in_file_axes(mesh.normals, "y"),
                )
                for mesh in node.meshes
            ),
        )
        for node in model.nodes
    )
    return Foreign(replace(model, nodes=nodes), (0.0, 0.0, 0.0), "y", "m", files, ())


_READERS: dict[str, Callable[[Path], Foreign]] = {
    ".glb": _read_gltf,
    ".gltf": _read_gltf,
    ".obj": read_meshes,
    ".ply": read_meshes,
    ".stl": read_meshes,
}
SUFFIXES = tuple(_READERS)


def _up(path: Path, foreign: Foreign, wishes: Wishes) -> Upward:
    if wishes.up is not None:
        return Upward(wishes.up, _KNOWN_BETTER, sure=True)
    guess = guess_up(foreign.model, foreign.usual_up)
    if path.suffix.lower() not in (".glb", ".gltf"):
        return guess
    odd = guess.sure and guess.axis != "y"
    said = Text.of("glTF 规定 y 轴向上", "glTF says y is up")
    if odd:
        said = Text.of(
            "glTF 规定 y 轴向上；但" + guess.reason.in_("zh_CN") + "，请核对，必要时用 --up z",
            f"glTF says y is up; but {guess.reason.in_('en')}, so look at it, and say --up z if need be",
        )
    return Upward("y", said, sure=not odd)


def _scale(path: Path, foreign: Foreign, wishes: Wishes) -> Scale:
    if wishes.unit is not None:
        return Scale(wishes.unit, _KNOWN_BETTER, sure=True)
    low, high = foreign.model.bounds
    extent = _vector(high - low)
    if path.suffix.lower() not in (".glb", ".gltf"):
        return guess_unit(extent, foreign.unit)
    odd = max(extent) > _LOWEST_FAR
    said = Text.of("glTF 规定以米为单位", "glTF says metres")
    if odd:
        guess = guess_unit(extent)
        said = Text.of(
            f"glTF 规定以米为单位；但最长 {max(extent):.0f} m 不像经营场所，请核对，必要时用 --unit {guess.unit}",
            f"glTF says metres; but {max(extent):.0f} m is long for premises: look at it, and say --unit {guess.unit} if need be",
        )
    return Scale("m", said, sure=not odd)


def _check_reach(model: Model, name: str) -> None:
    low, high = model.bounds
    if not float(np.abs([low, high]).max()) <= limits.GLTF_COORDINATE_M:
        refuse(name, f"reaches {float(np.abs([low, high]).max()):.3g} m from the origin", "say its unit, such as --unit mm")
    if not float((high - low).max()) > 0.0:
        refuse(name, "has no size: all its points are one", "export the model again")


def _on_the_floor(model: Model) -> tuple[Model, FirstView]:
    """Return the model with the floor one stands on at height 0, and near the origin; and the view that was found."""
    view = first_view(model)
    low, high = model.bounds
    middle = (low + high) / 2
    far = float(np.abs(middle[:2]).max()) > _LOWEST_FAR
    shift = (-float(low[0]) if far else 0.0, -float(low[1]) if far else 0.0, -view.floor)
    x, y, z = shift
    eye, look = ((round(at[0] + x, 3), round(at[1] + y, 3), round(at[2] + z, 3)) for at in (view.eye, view.look))
    return upright(model, "z", 1.0, shift), replace(view, floor=0.0, eye=eye, look=look)


def _fitted(model: Model, most: int) -> tuple[Model, bytes]:
    """Return the model and its bytes, its pictures made smaller as far as that is needed and helps."""
    data = glb_bytes(model)
    longest = max((max(picture_size(texture.data) or (0, 0)) for texture in textures_of(model)), default=0)
    for edge in EDGES:
        if len(data) <= most and longest <= EDGES[0]:
            break
        if edge < longest:
            model = smaller(model, edge)
            data, longest = glb_bytes(model), edge
    return model, data


def _figures(model: Model, size: int) -> Figures:
    textures = list(textures_of(model))
    pixels = [picture_size(texture.data) or (0, 0) for texture in textures]
    return Figures(
        triangles=sum(len(mesh.triangles) for node in model.nodes for mesh in node.meshes),
        nodes=len(model.nodes),
        materials=len(materials_of(model)),
        textures=len(textures),
        pixels=sum(wide * high for wide, high in pixels),
        bytes=size,
    )


def _notes(foreign: Foreign) -> list[Note]:
    notes = [
        Note(
            code="missing-beside",
            text=Text.of(f"缺少文件“{name}”，没有它也读入了", f'the file "{name}" is missing; the model was read without it'),
            where=name,
        )
        for name in foreign.missing
    ]
    if any(foreign.origin):
        at = ", ".join(f"{value:g}" for value in foreign.origin)
        notes.append(
            Note(code="moved", text=Text.of(f"模型离原点很远，已从 ({at}) 移近", f"it lay far off and was moved here from ({at})"))
        )
    return notes


def _vector(values: "np.ndarray[tuple[int], np.dtype[np.float32]]") -> Vector:
    x, y, z = (round(float(value), 4) for value in values)
    return x, y, z
