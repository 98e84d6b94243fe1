"""Which model does a glTF file hold, and how is a model written as one?

Files are y up and in linear colour, models are z up and in display colour; both are turned here and nowhere else. A light atlas
travels in the core slot `occlusionTexture` with `texCoord` 1 and the material's extras `{"light": true}`: it stays plain glTF.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from showroom.formats import limits
from showroom.formats.glb_writer import write_model
from showroom.formats.gltf_data import GltfData
from showroom.formats.gltf_json import Item, refuse
from showroom.formats.gltf_leaves import read_leaf
from showroom.modelling.model import Floats, Group, Indices, Material, Mesh, Model, Node, Texture

__all__ = ["read_model", "write_model"]

_AGAIN = "export the model again"
_GROUPS = frozenset(get_args(Group))
_UNDERSTOOD = (
    "KHR_mesh_quantization",
    "KHR_texture_transform",
    "KHR_lights_punctual",
    "KHR_materials_",
    "EXT_texture_webp",
    "KHR_xmp",
)
_COMPRESSED = {
    "KHR_draco_mesh_compression": "is compressed with Draco",
    "EXT_meshopt_compression": "is compressed with meshopt",
    "KHR_meshopt_compression": "is compressed with meshopt",
    "KHR_texture_basisu": "has KTX2 (Basis) pictures",
    "EXT_mesh_gpu_instancing": "repeats its parts by instancing",
}
Matrix = NDArray[np.float64]


def read_model(path: Path) -> Model:
    """Return the model of a `.glb` or `.gltf`: its default scene, node transforms applied, metres, z up.

    Lit foreign materials come as colour and texture with `unlit` False; points and lines are left out.
    Raises `InputError` naming the file, the place in it, what is wrong and what to do.
    """
    return _Reader(GltfData(path)).model()


def read_model_and_files(path: Path) -> tuple[Model, dict[str, bytes]]:
    """Return the model and the bytes of every file it was read from, by name, the model's own first; raises as `read_model`.

    What is compressed with Draco is unpacked, by a library that is not asked where the program itself would fall with it.
    """
    from showroom.formats.gltf_draco import EXTENSION, unpack

    data = GltfData(path)
    return _Reader(data, {EXTENSION: unpack}).model(), data.files


class _Reader:
    def __init__(self, data: GltfData, unpacking: Mapping[str, Callable[[GltfData, Item], None]] | None = None) -> None:
        self._data, self._root = data, data.root
        self._unpacking = unpacking or {}
        self._vertices = 0
        self._names: set[str] = set()
        self._textures: dict[tuple[int, bool], Texture] = {}
        self._materials: dict[int | None, tuple[Material, tuple[Item | None, Item | None]]] = {}

    def model(self) -> Model:
        place = self._root.place
        asset = self._root.child("asset")
        if asset is None or not asset.text("version").startswith("2"):
            refuse(place, "is not glTF 2.0 (asset.version)", "export the model as glTF 2.0")
        for name in self._root.texts("extensionsRequired"):
            if not name.startswith(_UNDERSTOOD) and name not in self._unpacking:
                said = _COMPRESSED.get(name, f"needs the glTF extension {name}")
                refuse(place, f"{said}, which is not read", "export the model without it (plain glTF 2.0)")
        nodes = tuple(node for item, index, matrix in self._walk() if (node := self._node(item, index, matrix)))
        if not nodes:
            refuse(place, "has nothing to draw in its scene", "export the model with its surfaces (triangles)")
        return Model(nodes)

    def _walk(self) -> Iterator[tuple[Item, int, Matrix]]:
        """Every node of the scene once, in file order depth first, with its matrix in the world (y up)."""
        waiting = [(index, np.eye(4), 1, place) for index, place in reversed(self._roots())]
        seen: set[int] = set()
        while waiting:
            index, parent, depth, asked_at = waiting.pop()
            item = self._root.nth("nodes", index, asked_at)
            if index in seen:
                refuse(
                    item.place,
                    "is reached twice: the nodes go round in a circle or share a child",
                    "export the model as a tree of nodes",
                )
            if depth > limits.GLTF_DEPTH or len(seen) >= limits.GLTF_NODES:
                refuse(
                    item.place,
                    f"the nodes are nested deeper than {limits.GLTF_DEPTH} or more than {limits.GLTF_NODES:,}",
                    "join nodes of the model",
                )
            seen.add(index)
            matrix = parent @ _local(item)
            if not np.isfinite(matrix).all():
                refuse(item.place, "its place in the scene is not a finite number", _AGAIN)
            yield item, index, matrix
            waiting += [(child, matrix, depth + 1, item.at("children")) for child in reversed(list(item.wholes("children")))]

    def _roots(self) -> list[tuple[int, str]]:
        count = len(self._root.children("nodes"))
        if not self._root.children("scenes"):
            below = {child for item in self._root.children("nodes") for child in item.wholes("children")}
            return [(index, self._root.at("nodes")) for index in range(count) if index not in below]
        scene = self._root.nth("scenes", self._root.whole("scene", 0), self._root.at("scene"))
        return [(index, scene.at("nodes")) for index in scene.wholes("nodes")]

    def _node(self, item: Item, index: int, matrix: Matrix) -> Node | None:
        number = item.whole_or_none("mesh")
        if number is None:
            return None
        if item.extension("EXT_mesh_gpu_instancing"):
            refuse(item.place, "repeats its mesh by instancing, which is not read", "export the model without instancing")
        mesh = self._root.nth("meshes", number, item.at("mesh"))
        meshes = tuple(part for primitive in mesh.children("primitives") if (part := self._mesh(primitive, matrix)))
        if not meshes:
            return None
        extras = item.child("extras") if isinstance(item.value.get("extras"), dict) else None
        told = extras.value if extras else {}
        group, space, plan_id = told.get("group"), told.get("space"), told.get("plan")
        return Node(
            self._own_name(item.text("name") or mesh.text("name") or f"node{index}"),
            meshes,
            group if isinstance(group, str) and group in _GROUPS else "other",  # type: ignore[arg-type]
            space if isinstance(space, str) else None,
            plan_id if isinstance(plan_id, str) else None,
            read_leaf(extras, matrix) if extras else None,
        )

    def _own_name(self, name: str) -> str:
        own, count = name, 1
        while own in self._names:
            count += 1
            own = f"{name} {count}"
        self._names.add(own)
        return own

    def _mesh(self, item: Item, matrix: Matrix) -> Mesh | None:
        mode = item.whole("mode", 4)
        for unpack in self._unpacking.values():
            unpack(self._data, item)
        attributes = item.child("attributes")
        if mode not in (4, 5, 6) or attributes is None or "POSITION" not in attributes.value:
            return None
        positions = self._vectors(attributes, "POSITION", 3)
        if not len(positions):
            return None
        self._vertices += len(positions)
        if self._vertices > limits.GLTF_VERTICES:
            refuse(item.place, f"the model has more than {limits.GLTF_VERTICES:,} vertices", "simplify the model")
        triangles = self._triangles(item, mode, len(positions))
        if np.linalg.det(matrix[:3, :3]) < 0:
            triangles = np.ascontiguousarray(triangles[:, ::-1])
        material, (base, light) = self._material(item.whole_or_none("material"), item)
        normals = self._vectors(attributes, "NORMAL", 3) if "NORMAL" in attributes.value else None
        return Mesh(
            material,
            _placed(positions, matrix, attributes.at("POSITION")),
            triangles,
            _turned(normals, matrix) if normals is not None and len(normals) == len(positions) else None,
            self._uv(attributes, base, len(positions)),
            self._uv(attributes, light, len(positions)),
        )

    def _vectors(self, attributes: Item, name: str, width: int) -> Floats:
        found = self._data.array(attributes.whole(name), attributes.at(name))
        if found.shape[1] != width:
            refuse(attributes.at(name), f"has {found.shape[1]} numbers an element, {width} were expected", _AGAIN)
        vectors: Floats = np.ascontiguousarray(found, np.float32)
        if not np.isfinite(vectors).all():
            refuse(attributes.at(name), "holds numbers that are not finite", _AGAIN + " after removing broken points")
        return vectors

    def _triangles(self, item: Item, mode: int, count: int) -> Indices:
        number = item.whole_or_none("indices")
        if number is None:
            order: Indices = np.arange(count, dtype=np.uint32)
        else:
            found = self._data.array(number, item.at("indices"))
            if found.shape[1] != 1 or found.dtype.kind != "u":
                refuse(item.at("indices"), "are not whole numbers", _AGAIN)
            order = np.ascontiguousarray(found[:, 0], np.uint32)
            if len(order) and int(order.max()) >= count:
                refuse(item.at("indices"), f"point at vertex {int(order.max())}, but there are {count}", _AGAIN)
        if mode == 4:
            return order[: len(order) // 3 * 3].reshape(-1, 3)
        if len(order) < 3:
            return np.zeros((0, 3), np.uint32)
        if mode == 6:
            return np.stack([np.full(len(order) - 2, order[0]), order[1:-1], order[2:]], axis=1)
        strip = np.stack([order[:-2], order[1:-1], order[2:]], axis=1)
        strip[1::2] = strip[1::2, ::-1]
        return strip

    def _uv(self, attributes: Item, info: Item | None, count: int) -> Floats | None:
        if info is None:
            return None
        moved = info.extension("KHR_texture_transform")
        chosen = moved.whole_or_none("texCoord") if moved else None
        name = f"TEXCOORD_{info.whole('texCoord', 0) if chosen is None else chosen}"
        if name not in attributes.value:
            return None
        uv = self._vectors(attributes, name, 2)
        if len(uv) != count:
            refuse(attributes.at(name), f"has {len(uv)} elements for {count} vertices", _AGAIN)
        if moved is None:
            return uv
        (x, y), (wide, high) = moved.numbers("offset", 2, (0.0, 0.0)), moved.numbers("scale", 2, (1.0, 1.0))
        turn = moved.number("rotation", 0.0)
        cos, sin = np.cos(turn), np.sin(turn)
        matrix = np.array([[wide * cos, high * sin], [-wide * sin, high * cos]])
        return np.asarray(uv @ matrix.T + (x, y), np.float32)

    def _material(self, number: int | None, asked: Item) -> tuple[Material, tuple[Item | None, Item | None]]:
        if number not in self._materials:
            self._materials[number] = self._read_material(number, asked)
        return self._materials[number]

    def _read_material(self, number: int | None, asked: Item) -> tuple[Material, tuple[Item | None, Item | None]]:
        if number is None:
            return Material("plain", unlit=False), (None, None)
        item = self._root.nth("materials", number, asked.at("material"))
        old = item.extension("KHR_materials_pbrSpecularGlossiness")
        looks = old or item.child("pbrMetallicRoughness") or Item({}, item.place)
        color = looks.numbers("diffuseFactor" if old else "baseColorFactor", 4, (1.0, 1.0, 1.0, 1.0))
        base = looks.child("diffuseTexture" if old else "baseColorTexture")
        extras = item.value.get("extras")
        light = item.child("occlusionTexture") if isinstance(extras, dict) and extras.get("light") is True else None
        mode = item.text("alphaMode", "OPAQUE")
        see_through = item.extension("KHR_materials_transmission")
        alpha: Literal["opaque", "blend"] = "blend" if mode == "BLEND" or see_through else "opaque"
        opacity = float(np.clip(color[3], 0.0, 1.0)) if alpha == "blend" else 1.0
        if see_through:
            opacity = min(opacity, max(0.15, 1.0 - see_through.number("transmissionFactor", 0.0)))
        material = Material(
            item.text("name") or f"material{number}",
            (_display(color[0]), _display(color[1]), _display(color[2]), opacity),
            self._texture(base),
            self._texture(light),
            item.extension("KHR_materials_unlit") is not None,
            item.flag("doubleSided"),
            alpha,
        )
        return material, (base if material.texture else None, light if material.light else None)

    def _texture(self, info: Item | None) -> Texture | None:
        if info is None:
            return None
        item = self._root.nth("textures", info.whole("index"), info.at("index"))
        webp = item.extension("EXT_texture_webp")
        source = (webp or item).whole_or_none("source")
        if source is None:
            return None
        sampler = item.whole_or_none("sampler")
        wraps = self._root.nth("samplers", sampler, item.at("sampler")) if sampler is not None else None
        repeat = wraps is None or 33071 not in (wraps.whole("wrapS", 10497), wraps.whole("wrapT", 10497))
        if (source, repeat) not in self._textures:
            self._textures[source, repeat] = Texture(*self._data.picture(source, item.place), repeat)
        return self._textures[source, repeat]


def _local(item: Item) -> Matrix:
    if "matrix" in item.value:
        return np.array(item.numbers("matrix", 16, ()), np.float64).reshape(4, 4).T
    if not {"rotation", "scale", "translation"} & item.value.keys():
        return np.eye(4)
    x, y, z, w = item.numbers("rotation", 4, (0.0, 0.0, 0.0, 1.0))
    length = x * x + y * y + z * z + w * w
    double = 2.0 / length if length > 1e-12 else 0.0
    matrix = np.eye(4)
    matrix[:3, :3] -= double * np.array(
        [
            [y * y + z * z, w * z - x * y, -x * z - w * y],
            [-x * y - w * z, x * x + z * z, w * x - y * z],
            [w * y - x * z, -y * z - w * x, x * x + y * y],
        ]
    )
    matrix[:3, :3] *= item.numbers("scale", 3, (1.0, 1.0, 1.0))
    matrix[:3, 3] = item.numbers("translation", 3, (0.0, 0.0, 0.0))
    return matrix


def _placed(positions: Floats, matrix: Matrix, place: str) -> Floats:
    with np.errstate(over="ignore", invalid="ignore"):
        world = positions if np.array_equal(matrix, np.eye(4)) else positions @ matrix[:3, :3].T + matrix[:3, 3]
        reach = float(np.abs(world).max())
    if not reach <= limits.GLTF_COORDINATE_M:
        refuse(
            place,
            f"reaches {reach:.3g} m from the origin",
            f"keep the model within {limits.GLTF_COORDINATE_M:,.0f} m, and its unit metres",
        )
    return _z_up(world)


def _turned(normals: Floats, matrix: Matrix) -> Floats:
    if not np.array_equal(matrix[:3, :3], np.eye(3)) and abs(np.linalg.det(matrix[:3, :3])) > 1e-30:
        normals = np.asarray(normals @ np.linalg.inv(matrix[:3, :3]), np.float32)
        normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), np.float32(1e-12))
    return _z_up(normals)


def _z_up(vectors: NDArray[np.floating]) -> Floats:
    turned = np.empty(vectors.shape, np.float32)
    turned[:, 0], turned[:, 1], turned[:, 2] = vectors[:, 0], -vectors[:, 2], vectors[:, 1]
    return turned


def _display(linear: float) -> float:
    """Linear light to sRGB (IEC 61966-2-1)."""
    value = min(max(linear, 0.0), 1.0)
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
