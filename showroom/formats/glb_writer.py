"""How is a model laid out as one binary glTF file? Same model, same bytes."""

import json
import os
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from showroom.domain.errors import InputError, Problem
from showroom.formats.gltf_data import picture_size
from showroom.formats.gltf_leaves import leaf_extras
from showroom.modelling.model import Floats, Indices, Material, Mesh, Model, Texture

_REPEAT, _CLAMP = 10497, 33071
_LINEAR, _LINEAR_MIPMAP = 9729, 9987


def write_model(model: Model, path: Path) -> None:
    """Write `model` to `path` as GLB: aside first, then in its place. Raises `InputError` for a model that cannot be one."""
    data = glb_bytes(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def glb_bytes(model: Model) -> bytes:
    """Return the bytes of `model` as GLB."""
    writer = _Writer()
    for node in model.nodes:
        told = {
            "group": node.group,
            "space": node.space,
            "plan": node.plan_id,
            "leaf": leaf_extras(node.leaf) if node.leaf else None,
        }
        writer.add_node(node.name, node.meshes, told)
    return writer.finished()


class _Writer:
    """Gathers accessors in one stretch of the buffer per kind, so that the JSON stays short."""

    def __init__(self) -> None:
        self._stretches: dict[str, list[bytes]] = {name: [] for name in ("positions", "normals", "uv", "light", "short", "long")}
        self._lengths = dict.fromkeys(self._stretches, 0)
        self._accessors: list[dict[str, Any]] = []
        self._nodes: list[dict[str, Any]] = []
        self._meshes: list[dict[str, Any]] = []
        self._materials: dict[Any, int] = {}
        self._material_items: list[dict[str, Any]] = []
        self._textures: dict[tuple[bytes, bool], int] = {}
        self._pictures: dict[bytes, int] = {}
        self._picture_names: list[str] = []

    def add_node(self, name: str, meshes: tuple[Mesh, ...], extras: dict[str, Any]) -> None:
        told = {key: value for key, value in extras.items() if value is not None}
        parts = [self._primitive(mesh, name) for mesh in meshes if len(mesh.triangles)]
        item: dict[str, Any] = {"name": name, "extras": told}
        if parts:
            item["mesh"] = len(self._meshes)
            self._meshes.append({"primitives": parts})
        self._nodes.append(item)

    def finished(self) -> bytes:
        offset = 0
        views: list[dict[str, int]] = []
        blocks: list[bytes] = []
        numbers: dict[str, int] = {}
        for name, blobs in [*self._stretches.items(), *((f"picture{i}", [data]) for i, data in enumerate(self._pictures))]:
            if not blobs:
                continue
            block = b"".join(blobs)
            numbers[name] = len(views)
            views.append({"buffer": 0, "byteOffset": offset, "byteLength": len(block), **_VIEW_EXTRA.get(name, {})})
            block += b"\0" * (-len(block) % 4)
            blocks.append(block)
            offset += len(block)
        for accessor in self._accessors:
            accessor["bufferView"] = numbers[accessor["bufferView"]]
        wraps = sorted({repeat for _, repeat in self._textures}, reverse=True)
        document: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": "approval-showroom"},
            "scene": 0,
            "scenes": [{"nodes": list(range(len(self._nodes)))}] if self._nodes else [{}],
            "nodes": self._nodes,
            "meshes": self._meshes,
            "accessors": self._accessors,
            "bufferViews": views,
            "buffers": [{"byteLength": offset}] if offset else [],
            "materials": self._material_items,
            "images": [
                {"name": name, "mimeType": _mime(data), "bufferView": numbers[f"picture{i}"]}
                for i, (data, name) in enumerate(zip(self._pictures, self._picture_names, strict=True))
            ],
            "textures": [{"source": self._pictures[data], "sampler": wraps.index(repeat)} for data, repeat in self._textures],
            "samplers": [
                {"magFilter": _LINEAR, "minFilter": _LINEAR_MIPMAP, "wrapS": wrap, "wrapT": wrap}
                for wrap in (_REPEAT if repeat else _CLAMP for repeat in wraps)
            ],
            "extensionsUsed": ["KHR_materials_unlit"] if any("extensions" in item for item in self._material_items) else [],
        }
        filled = {key: value for key, value in document.items() if value not in ([], None)}
        head = json.dumps(filled, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        head += b" " * (-len(head) % 4)
        parts = [struct.pack("<I4s", len(head), b"JSON"), head]
        if offset:
            parts += [struct.pack("<I4s", offset, b"BIN\0"), *blocks]
        return struct.pack("<4sII", b"glTF", 2, 12 + sum(map(len, parts))) + b"".join(parts)

    def _primitive(self, mesh: Mesh, name: str) -> dict[str, Any]:
        mesh = welded(mesh)
        count = len(mesh.positions)
        if int(mesh.triangles.max()) >= count or not np.isfinite(mesh.positions).all():
            raise InputError(Problem(name, "has triangles beyond its points, or points that are not finite", "mend the mesh"))
        attributes = {"POSITION": self._floats("positions", _y_up(mesh.positions), bounds=True)}
        if mesh.normals is not None:
            attributes["NORMAL"] = self._floats("normals", _y_up(mesh.normals))
        shown = mesh.uv is not None and mesh.material.texture is not None
        if shown or mesh.light_uv is not None:  # TEXCOORD_1 may not stand without TEXCOORD_0
            attributes["TEXCOORD_0"] = self._floats("uv", np.zeros((count, 2)) if mesh.uv is None else mesh.uv)
        if mesh.light_uv is not None:
            attributes["TEXCOORD_1"] = self._floats("light", mesh.light_uv)
        return {
            "attributes": attributes,
            "indices": self._indices(mesh.triangles, count),
            "material": self._material(mesh.material),
        }

    def _floats(self, stretch: str, values: NDArray[np.floating], *, bounds: bool = False) -> int:
        data: Floats = np.ascontiguousarray(values, "<f4")
        extra = {"min": _short(data.min(axis=0)), "max": _short(data.max(axis=0))} if bounds else {}
        return self._accessor(
            stretch, data.tobytes(), {"componentType": 5126, "type": f"VEC{data.shape[1]}", "count": len(data), **extra}
        )

    def _indices(self, triangles: Indices, count: int) -> int:
        short = count <= 0xFFFF
        data = np.ascontiguousarray(triangles, "<u2" if short else "<u4").tobytes()
        item = {"componentType": 5123 if short else 5125, "type": "SCALAR", "count": triangles.size}
        return self._accessor("short" if short else "long", data + b"\0" * (-len(data) % 4), item)

    def _accessor(self, stretch: str, data: bytes, item: dict[str, Any]) -> int:
        self._accessors.append({"bufferView": stretch, "byteOffset": self._lengths[stretch], **item})
        self._stretches[stretch].append(data)
        self._lengths[stretch] += len(data)
        return len(self._accessors) - 1

    def _material(self, material: Material) -> int:
        own = (material.name, material.color, material.unlit, material.double_sided, material.alpha)
        looks: dict[str, Any] = {"baseColorFactor": [*map(_linear, material.color[:3]), material.color[3]]}
        looks |= {"metallicFactor": 0.0, "roughnessFactor": 0.9}
        item: dict[str, Any] = {"name": material.name, "pbrMetallicRoughness": looks}
        if material.texture:
            looks["baseColorTexture"] = {"index": self._texture(material.texture)}
        if material.light:
            item |= {"occlusionTexture": {"index": self._texture(material.light), "texCoord": 1}, "extras": {"light": True}}
        if material.unlit:
            item["extensions"] = {"KHR_materials_unlit": {}}
        if material.double_sided:
            item["doubleSided"] = True
        if material.alpha == "blend":
            item["alphaMode"] = "BLEND"
        key = (own, looks.get("baseColorTexture", {}).get("index"), item.get("occlusionTexture", {}).get("index"))
        if key not in self._materials:
            self._materials[key] = len(self._material_items)
            self._material_items.append(item)
        return self._materials[key]

    def _texture(self, texture: Texture) -> int:
        if picture_size(texture.data) is None:
            raise InputError(Problem(texture.name, "is not a PNG, JPEG or WebP picture", "give the texture as PNG or JPEG"))
        if texture.data not in self._pictures:
            self._pictures[texture.data] = len(self._pictures)
            self._picture_names.append(texture.name)
        return self._textures.setdefault((texture.data, texture.repeat), len(self._textures))


def welded(mesh: Mesh) -> Mesh:
    """Return `mesh` with points that are alike in everything written once; what is drawn is the same, for fewer points."""
    parts = [part for part in (mesh.positions, mesh.normals, mesh.uv, mesh.light_uv) if part is not None]
    rows = np.ascontiguousarray(np.hstack(parts), np.float32)
    _, first, alike = np.unique(rows.view(f"V{rows.shape[1] * 4}").ravel(), return_index=True, return_inverse=True)
    if len(first) == len(rows):
        return mesh
    order = np.argsort(first)  # points stay in the order in which they came: neighbours in the file are neighbours in the room
    number = np.empty(len(order), np.uint32)
    number[order] = np.arange(len(order), dtype=np.uint32)
    kept = first[order]

    def each(part: Floats | None) -> Floats | None:
        return None if part is None else part[kept]

    triangles = number[alike.ravel()][mesh.triangles]
    return replace(
        mesh,
        positions=mesh.positions[kept],
        triangles=triangles,
        normals=each(mesh.normals),
        uv=each(mesh.uv),
        light_uv=each(mesh.light_uv),
    )


_VIEW_EXTRA: dict[str, dict[str, int]] = {
    **{name: {"target": 34962, "byteStride": size} for name, size in {"positions": 12, "normals": 12, "uv": 8, "light": 8}.items()},
    **{name: {"target": 34963} for name in ("short", "long")},
}


def _short(values: Floats) -> list[float]:
    """The shortest decimals that are these numbers again once they are rounded to 32 bits."""
    return [float(str(value)) for value in values]


def _mime(data: bytes) -> str:
    if data[:4] == b"\x89PNG":
        return "image/png"
    return "image/jpeg" if data[:2] == b"\xff\xd8" else "image/webp"


def _y_up(vectors: Floats) -> Floats:
    turned = np.empty(vectors.shape, np.float32)
    turned[:, 0], turned[:, 1], turned[:, 2] = vectors[:, 0], vectors[:, 2], -vectors[:, 1]
    return turned


def _linear(display: float) -> float:
    """SRGB to linear light (IEC 61966-2-1)."""
    return display / 12.92 if display <= 0.04045 else float(((display + 0.055) / 1.055) ** 2.4)
