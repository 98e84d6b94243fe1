"""How is a model made ready to be drawn fast?

Things are merged by space and texture, because many small meshes cost draw calls and rooms out of sight are hidden whole. What
comes out is plain arrays and numbers only, so that it can later be kept on disk under the model's content hash and mapped back.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from showroom.domain.errors import InputError, Problem
from showroom.modelling.model import Group, Leaf, Material, Mesh, Model, Node, Texture

if TYPE_CHECKING:
    from showroom.view.draft import Draft
    from showroom.view.visibility import Rooms

TILED_PIXELS, ATLAS_PIXELS = 1024, 2048
"""Largest side a tiled texture, and any other one, is drawn with in software: more costs time and shimmers."""
_SHELL: dict[str, int] = {"floors": 2, "walls": 1, "ceiling": 3, "backdrop": 4}
"""What is drawn after the furniture, and in which order: what is near hides what is behind before its pixels are paid for."""
_LIFTED: dict[str, Literal["ceiling", "caps"]] = {"ceiling": "ceiling", "lamps": "ceiling", "caps": "caps", "backdrop": "ceiling"}
Layer = Literal["always", "ceiling", "caps"]


@dataclass(frozen=True, eq=False)
class Picture:
    """A decoded texture: pixels (height, width, 3 or 4), rows from the top, and whether it is tiled."""

    pixels: NDArray[np.uint8]
    repeat: bool


@dataclass(frozen=True, eq=False)
class Batch:
    """What is drawn in one call: positions (n, 3), triangles (m, 3), uv and light_uv (n, 2), colors (n, 4) or `None` for white.

    `tile` (n, 4) is for textures that share one picture: the corner and size of the part that is repeated, 0 to 1.
    """

    space: str | None
    layer: Layer
    glass: bool
    double_sided: bool
    order: int
    positions: NDArray[np.float32]
    triangles: NDArray[np.int64]
    texture: int | None
    light: int | None
    uv: NDArray[np.float32] | None
    light_uv: NDArray[np.float32] | None
    colors: NDArray[np.uint8] | None
    tile: NDArray[np.float32] | None = None


@dataclass(frozen=True, eq=False)
class Hanging:
    """A leaf that can move, and what it is drawn by where it is drawn."""

    leaf: Leaf
    batches: tuple[Batch, ...]


@dataclass(frozen=True)
class Thing:
    """What is left of a node: how it is called, and where it belongs."""

    name: str
    plan_id: str | None
    group: Group
    space: str | None
    leaf: int | None = None
    """Which of `Prepared.leaves` it belongs to."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """A model ready to be drawn: batches, their pictures, and all triangles once more in one piece for rays.

    `positions` (n, 3) and `triangles` (m, 3) hold everything; `thing_of` (m) says which of `things` a triangle belongs to,
    `single_sided` (m) whether it is seen from its front only, `glass` (m) whether one looks through it.
    """

    batches: tuple[Batch, ...]
    pictures: tuple[Picture, ...]
    things: tuple[Thing, ...]
    positions: NDArray[np.float32]
    triangles: NDArray[np.int64]
    thing_of: NDArray[np.int32]
    single_sided: NDArray[np.bool_]
    glass: NDArray[np.bool_]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]
    leaves: tuple[Hanging, ...] = ()
    """What can move, apart from `batches`; its triangles are among the others where they are drawn."""
    rooms: "Rooms | None" = None
    draft: "Draft | None" = None
    """What makes frames cheap, where somebody took the time to find it out: `lightened`."""

    @cached_property
    def leaf_of(self) -> NDArray[np.int32]:
        """Per triangle the number of its leaf, -1 for what never moves."""
        return np.array([-1 if thing.leaf is None else thing.leaf for thing in self.things] or [-1], np.int32)[self.thing_of]

    @property
    def every_batch(self) -> tuple[Batch, ...]:
        """All batches, those of the leaves where they are drawn."""
        return (*self.batches, *(batch for hanging in self.leaves for batch in hanging.batches))

    @cached_property
    def layer_of(self) -> NDArray[np.int8]:
        """Per triangle 0 for what is always shown, 1 for what is lifted off, 2 for caps."""
        codes = np.array([{"always": 0, "ceiling": 1, "caps": 2}[layer_of(thing.group)] for thing in self.things] or [0], np.int8)
        return codes[self.thing_of]

    @cached_property
    def floors(self) -> dict[str, NDArray[np.float32]]:
        """The floor triangles of each space, (k, 3, 3)."""
        found: dict[str, list[NDArray[np.float32]]] = {}
        for number, thing in enumerate(self.things):
            if thing.group == "floors" and thing.space is not None:
                found.setdefault(thing.space, []).append(self.positions[self.triangles[self.thing_of == number]])
        return {space: np.concatenate(parts) for space, parts in found.items()}

    def cells_of(self, names: frozenset[str]) -> NDArray[np.int64]:
        """Return the triangles of the things of these names or plan ids."""
        wanted = [number for number, thing in enumerate(self.things) if thing.name in names or thing.plan_id in names]
        return np.flatnonzero(np.isin(self.thing_of, wanted))


def layer_of(group: Group) -> Layer:
    """Return when a group is shown: `ceiling` only from inside, `caps` only from outside."""
    return _LIFTED.get(group, "always")


def prepare(model: Model, *, tiled_pixels: int = TILED_PIXELS, atlas_pixels: int = ATLAS_PIXELS) -> Prepared:
    """Return `model` ready to be drawn. Raises `InputError` for a texture that cannot be decoded."""
    pictures = _Pictures(tiled_pixels, atlas_pixels)
    hung: dict[Leaf | None, list[Node]] = {None: []}
    for node in model.nodes:
        hung.setdefault(moving_leaf(node), []).append(node)
    batches = _batches(hung.pop(None), pictures)
    leaves = tuple(Hanging(leaf, drawn) for leaf, nodes in hung.items() if leaf and (drawn := _batches(nodes, pictures)))
    return Prepared(batches, pictures.decoded(), *_whole(model, [hanging.leaf for hanging in leaves]), leaves)


def moving_leaf(node: Node) -> Leaf | None:
    """Return the leaf of a node if it ever moves: one that is drawn open and does not close by itself stays."""
    return node.leaf if node.leaf is not None and (node.leaf.closes or not node.leaf.is_open) else None


def _batches(nodes: list[Node], pictures: "_Pictures") -> tuple[Batch, ...]:
    parts: dict[tuple[object, ...], list[tuple[Mesh, Node]]] = {}
    for node in nodes:
        for mesh in node.meshes:
            if len(mesh.triangles):
                parts.setdefault(_key(node, mesh, pictures), []).append((mesh, node))
    return tuple(sorted((_merge(pairs, pictures) for pairs in parts.values()), key=lambda batch: batch.order))


def _key(node: Node, mesh: Mesh, pictures: "_Pictures") -> tuple[object, ...]:
    material = mesh.material
    texture = pictures.number(material.texture) if mesh.uv is not None else None
    light = pictures.number(material.light) if mesh.light_uv is not None else None
    return (
        node.space,
        layer_of(node.group),
        material.alpha == "blend",
        material.double_sided,
        _SHELL.get(node.group, 0),
        texture,
        light,
    )


def _merge(pairs: list[tuple[Mesh, Node]], pictures: "_Pictures") -> Batch:
    mesh, node = pairs[0]
    space, layer, glass, double_sided, order, texture, light = _key(node, mesh, pictures)
    pieces = [_piece(part) for part, _ in pairs]
    starts = np.cumsum([0, *(len(piece[0]) for piece in pieces[:-1])])
    colors = np.concatenate([piece[2] for piece in pieces])
    return Batch(
        space=space,  # type: ignore[arg-type]
        layer=layer,  # type: ignore[arg-type]
        glass=bool(glass),
        double_sided=bool(double_sided),
        order=order,  # type: ignore[arg-type]
        positions=np.concatenate([piece[0] for piece in pieces]),
        triangles=np.concatenate([piece[1] + start for piece, start in zip(pieces, starts, strict=True)]),
        texture=texture,  # type: ignore[arg-type]
        light=light,  # type: ignore[arg-type]
        uv=np.concatenate([piece[3] for piece in pieces]) if texture is not None else None,  # type: ignore[arg-type]
        light_uv=np.concatenate([piece[4] for piece in pieces]) if light is not None else None,  # type: ignore[arg-type]
        colors=None if (colors == 255).all() else colors,
    )


def _piece(
    mesh: Mesh,
) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.uint8], NDArray[np.float32] | None, NDArray[np.float32] | None]:
    """Points, triangles without degenerate ones, colours with the light of a lit material in them, and both texture coordinates."""
    positions, triangles = mesh.positions, mesh.triangles.astype(np.int64)
    corners = positions[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    solid = (faces != 0).any(axis=1)
    triangles, faces = triangles[solid], faces[solid]
    uv, light_uv, normals = mesh.uv, mesh.light_uv, mesh.normals
    if not mesh.material.unlit and normals is None:  # light falls on faces: every corner gets a point of its own
        order = triangles.ravel()
        positions, uv, light_uv = positions[order], None if uv is None else uv[order], None if light_uv is None else light_uv[order]
        normals = np.repeat(faces / np.linalg.norm(faces, axis=1, keepdims=True), 3, axis=0)
        triangles = np.arange(len(order), dtype=np.int64).reshape(-1, 3)
    color = np.tile(np.array(mesh.material.color, np.float32), (len(positions), 1))
    if not mesh.material.unlit and normals is not None:
        color[:, :3] *= daylight(normals)
    return positions, triangles, np.round(np.clip(color, 0.0, 1.0) * 255.0).astype(np.uint8), uv, light_uv


def daylight(normals: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the light (n, 3) a lit surface gets by its normal: sky above, warm floor below, a little from the sides."""
    up = (0.5 + 0.5 * normals[:, 2:3]).astype(np.float32)
    low, high = np.array([0.50, 0.48, 0.45], np.float32), np.array([1.0, 1.0, 1.0], np.float32)
    side = 0.86 + 0.10 * np.abs(normals[:, 0:1]) + 0.04 * normals[:, 1:2]
    return np.asarray((low + (high - low) * up) * side, np.float32)


class _Pictures:
    """Every texture once, in the order in which it was first asked for."""

    def __init__(self, tiled_pixels: int, atlas_pixels: int) -> None:
        self._limits = {True: tiled_pixels, False: atlas_pixels}
        self._numbers: dict[tuple[bytes, bool], int] = {}
        self._names: list[str] = []

    def number(self, texture: Texture | None) -> int | None:
        if texture is None:
            return None
        key = (texture.data, texture.repeat)
        if key not in self._numbers:
            self._numbers[key] = len(self._names)
            self._names.append(texture.name)
        return self._numbers[key]

    def decoded(self) -> tuple[Picture, ...]:
        with ThreadPoolExecutor(2) as pool:  # the decoders let go of the interpreter
            return tuple(pool.map(self._decode, self._names, self._numbers))

    def _decode(self, name: str, key: tuple[bytes, bool]) -> Picture:
        from PIL import Image

        data, repeat = key
        largest = self._limits[repeat]
        try:
            image: Image.Image = Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
            if image.width * image.height > 8192 * 8192:
                raise ValueError("too many pixels")
            image.draft("RGB", (largest, largest))
            mode = "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
            image = image.convert(mode)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise InputError(
                Problem(f"texture {name}", f"cannot be decoded ({error})", "save the picture again as PNG or JPEG")
            ) from error
        if max(image.size) > largest:
            scale = largest / max(image.size)
            image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.Resampling.BOX)
        pixels = np.asarray(image)
        if mode == "RGBA" and int(pixels[..., 3].min()) == 255:
            pixels = pixels[..., :3]
        return Picture(np.ascontiguousarray(pixels), repeat)


def _whole(
    model: Model, leaves: list[Leaf]
) -> tuple[
    tuple[Thing, ...],
    NDArray[np.float32],
    NDArray[np.int64],
    NDArray[np.int32],
    NDArray[np.bool_],
    NDArray[np.bool_],
    NDArray[np.float64],
    NDArray[np.float64],
]:
    """Everything in one piece for rays, and the box of all rooms; without rooms, of what is not backdrop."""
    number_of = {leaf: number for number, leaf in enumerate(leaves)}
    things = tuple(
        Thing(node.name, node.plan_id, node.group, node.space, number_of.get(node.leaf) if node.leaf else None)
        for node in model.nodes
    )
    pairs = [(number, mesh) for number, node in enumerate(model.nodes) for mesh in node.meshes if len(mesh.triangles)]
    if not pairs:
        none = np.zeros(0, bool)
        return (
            things,
            np.zeros((0, 3), np.float32),
            np.zeros((0, 3), np.int64),
            np.zeros(0, np.int32),
            none,
            none,
            np.zeros(3),
            np.zeros(3),
        )
    starts = np.cumsum([0, *(len(mesh.positions) for _, mesh in pairs[:-1])])
    counts = [len(mesh.triangles) for _, mesh in pairs]
    rooms = [mesh.positions for number, mesh in pairs if things[number].space is not None]
    near = (
        rooms
        or [mesh.positions for number, mesh in pairs if things[number].group != "backdrop"]
        or [mesh.positions for _, mesh in pairs]
    )

    def each(values: list[bool]) -> NDArray[np.bool_]:
        return np.repeat(np.array(values, bool), counts)

    return (
        things,
        np.concatenate([mesh.positions for _, mesh in pairs]),
        np.concatenate([mesh.triangles.astype(np.int64) + start for (_, mesh), start in zip(pairs, starts, strict=True)]),
        np.repeat(np.array([number for number, _ in pairs], np.int32), counts),
        each([not _seen_from_behind(mesh.material) for _, mesh in pairs]),
        each([mesh.material.alpha == "blend" for _, mesh in pairs]),
        np.min([points.min(axis=0) for points in near], axis=0).astype(float),
        np.max([points.max(axis=0) for points in near], axis=0).astype(float),
    )


def _seen_from_behind(material: Material) -> bool:
    return material.double_sided or material.alpha == "blend"
