"""Which model is in an OBJ, PLY or STL? Read by trimesh from bytes that were looked at before, in the axes and units of the file.

Where pictures are turned upside down (they begin at the bottom in these formats) is here and nowhere else.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from showroom.domain.errors import InputError
from showroom.formats import limits
from showroom.formats.gltf_json import refuse
from showroom.formats.model_files_beside import Beside
from showroom.formats.model_files_checked import check_ply, check_stl, checked_obj, said_unit
from showroom.formats.model_files_pictures import as_texture
from showroom.formats.source_file import read_bytes
from showroom.modelling.model import Floats, Indices, Material, Mesh, Model, Node, Texture
from showroom.modelling.orientation import Up

_MEND = "open it in a 3D program, save it as GLB, and try that"
_COLOURS = 32
"""A model coloured point by point is given this many materials."""
_GREY = (0.8, 0.8, 0.8, 1.0)


@dataclass(frozen=True, eq=False)
class Foreign:
    """A model as its file has it, less `origin`; the axis that is usually up in such files, and the unit this one speaks of."""

    model: Model
    origin: tuple[float, float, float]
    usual_up: Up
    unit: str
    files: dict[str, bytes]
    missing: tuple[str, ...]


def _plain(check: Callable[[bytes, str], None]) -> Callable[[bytes, str], bytes]:
    def checked(data: bytes, name: str) -> bytes:
        check(data, name)
        return data

    return checked


_CHECKS: dict[str, tuple[Callable[[bytes, str], bytes], Up]] = {
    "obj": (checked_obj, "y"),
    "ply": (_plain(check_ply), "z"),
    "stl": (_plain(check_stl), "z"),
}


def read_meshes(path: Path) -> Foreign:
    """Return the model of an `.obj`, `.ply` or `.stl` with the textures beside it; raises `InputError` for one that is none."""
    kind = path.suffix.lower()[1:]
    check, usual = _CHECKS[kind]
    original = read_bytes(path, limit=limits.GLTF_BYTES, noun="model")
    data = check(original, path.name)
    beside = Beside(path)
    found = list(_geometries(data, kind, beside, path.name))
    beside.raise_again()
    if not found:
        refuse(path.name, "has nothing to draw in its scene", "export the model with its surfaces (triangles)")
    origin = _origin([geometry for _, geometry in found], path.name)
    materials: dict[int, Material] = {}
    nodes = tuple(Node(name, tuple(_meshes(geometry, origin, materials, beside, path.name))) for name, geometry in found)
    return Foreign(Model(nodes), origin, usual, said_unit(data), {path.name: original, **beside.files}, tuple(beside.missing))


def _geometries(data: bytes, kind: str, beside: Beside, name: str) -> Iterator[tuple[str, Any]]:
    """Yield name and trimesh of every part that has triangles."""
    import trimesh

    options: dict[str, Any] = {"resolver": beside, "process": False}
    if kind == "obj":
        by_object = b"\no " in b"\n" + data
        options |= {"split_objects": by_object, "split_groups": not by_object and b"\ng " in b"\n" + data}
    try:
        loaded = trimesh.load(io.BytesIO(data), file_type=kind, **options)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a reader of strangers' files stumbles over is the file's fault
        beside.raise_again()
        refuse(name, f"cannot be understood ({type(error).__name__}: {str(error)[:80]})", _MEND)
    parts = loaded.geometry if hasattr(loaded, "geometry") else {name.rsplit(".", 1)[0]: loaded}
    for part_name, geometry in parts.items():
        if len(getattr(geometry, "faces", ())):
            yield str(part_name), geometry


def _origin(geometries: list[Any], name: str) -> tuple[float, float, float]:
    """Return the whole-numbered corner of everything where it lies so far off that single numbers would be coarse, else zero."""
    for geometry in geometries:
        vertices = np.asarray(geometry.vertices, float)
        if vertices.ndim != 2 or vertices.shape[1] != 3 or not np.isfinite(vertices).all():
            refuse(name, "holds numbers that are not finite", "remove broken points and faces, and export the model again")
        if len(vertices) <= int(np.max(geometry.faces)) or int(np.min(geometry.faces)) < 0:
            refuse(name, "its faces point at points that are not there", "export the model again")
    low = np.min([np.min(geometry.vertices, axis=0) for geometry in geometries], axis=0)
    high = np.max([np.max(geometry.vertices, axis=0) for geometry in geometries], axis=0)
    if float(np.abs([low, high]).max()) > limits.COORDINATE:
        refuse(
            name,
            f"reaches {float(np.abs([low, high]).max()):.3g} from the origin",
            "remove what lies far away, and export the model again",
        )
    far = float(np.abs((low + high) / 2).max()) > 20.0 * max(float((high - low).max()), 1e-9)
    x, y, z = np.floor(low) if far else np.zeros(3)
    return float(x), float(y), float(z)


def _meshes(
    geometry: Any, origin: tuple[float, float, float], materials: dict[int, Material], beside: Beside, name: str
) -> Iterator[Mesh]:
    positions: Floats = np.ascontiguousarray(np.asarray(geometry.vertices, float) - origin, np.float32)
    triangles: Indices = np.ascontiguousarray(geometry.faces, np.uint32)
    visual = geometry.visual
    material: Any = getattr(visual, "material", None)
    uv: Any = getattr(visual, "uv", None)
    if material is None and (colours := _colours(visual, len(triangles))) is not None:
        yield from _coloured(positions, triangles, colours)
        return
    if id(material) not in materials:
        materials[id(material)] = _material(material, beside, name)
    made = materials[id(material)]
    fits = made.texture is not None and uv is not None and len(uv) == len(positions) and bool(np.isfinite(uv).all())
    flipped = np.column_stack([uv[:, 0], 1.0 - uv[:, 1]]).astype(np.float32) if fits else None
    yield Mesh(made, positions, triangles, uv=flipped)


def _material(found: Any, beside: Beside, name: str) -> Material:
    if found is None:
        return Material("plain", _GREY, unlit=False, double_sided=True)
    image = getattr(found, "image", None)
    texture = _texture(image, beside, name) if image is not None and max(image.size) > 2 else None  # 2 × 2 stands for none
    colour = np.clip(np.nan_to_num(np.asarray(found.diffuse, float).ravel() / 255.0, nan=0.8), 0.0, 1.0)
    red, green, blue = (float(value) for value in (*colour, 0.8, 0.8, 0.8)[:3])
    return Material(str(found.name or "material"), (red, green, blue, 1.0), texture, unlit=False, double_sided=True)


def _texture(image: Image.Image, beside: Beside, name: str) -> Texture:
    named = str(image.info.get("file_path", "")).strip()
    bare = named.replace("\\", "/").lstrip("./")
    data = next((data for path, data in beside.files.items() if path.endswith(bare)), None) if bare else None
    if data is None:
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG")
        data = out.getvalue()
    return as_texture(Path(named).name or "texture", data, f'{name}: "{named[:80]}"')


def _colours(visual: Any, count: int) -> Any | None:
    """Return the colour of every triangle (n, 3) in 0 to 255, `None` where the model has none."""
    if getattr(visual, "kind", None) not in ("vertex", "face"):
        return None
    colours = np.asarray(visual.face_colors)
    return colours[:, :3].astype(np.uint8) if colours.shape[:1] == (count,) else None


def _coloured(positions: Floats, triangles: Indices, colours: Any) -> Iterator[Mesh]:
    """Yield one mesh a colour; where there are very many, the nearest of a few."""
    if len(np.unique(colours, axis=0)) > _COLOURS:
        few = Image.fromarray(colours[None], "RGB").quantize(_COLOURS, Image.Quantize.MEDIANCUT).convert("RGB")
        colours = np.asarray(few)[0]
    kinds, which = np.unique(colours, axis=0, return_inverse=True)
    for number, (red, green, blue) in enumerate(kinds / 255.0):
        own = triangles[which.ravel() == number]
        used, renumbered = np.unique(own, return_inverse=True)
        material = Material(f"colour {number + 1}", (float(red), float(green), float(blue), 1.0), unlit=False, double_sided=True)
        yield Mesh(material, positions[used], renumbered.reshape(-1, 3).astype(np.uint32))
