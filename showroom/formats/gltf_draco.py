"""What is in a part of a glTF that Draco has compressed? Unpacked by DracoPy, only where a file is read in a process of its own.

What comes out stands for the accessors that name it, and has to have the size they say; without the library the file is refused.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from showroom.formats import limits
from showroom.formats.gltf_data import GltfData
from showroom.formats.gltf_json import Item, refuse

EXTENSION = "KHR_draco_mesh_compression"
_PLAIN = "export the model without it (plain glTF 2.0)"


def unpack(data: GltfData, primitive: Item) -> None:
    """Give `data` the accessors of a primitive that is compressed; nothing happens to one that is not. Raises `InputError`."""
    packed = primitive.extension(EXTENSION)
    attributes = primitive.child("attributes")
    if packed is None or attributes is None:
        return
    mesh = _decoded(data.view(packed.whole("bufferView"), packed.place), packed.place)
    by_id = {int(part["unique_id"]): np.asarray(part["data"]) for part in mesh.attributes}
    names = packed.child("attributes") or Item({}, packed.place)
    for name in names.value:
        if name in attributes.value:
            if names.whole(name) not in by_id:
                refuse(names.at(name), "is not in what Draco has packed", _PLAIN)
            _give(data, attributes.whole(name), by_id[names.whole(name)], attributes.at(name))
    number = primitive.whole_or_none("indices")
    if number is not None:
        _give(data, number, np.asarray(mesh.faces, np.uint32).reshape(-1, 1), primitive.at("indices"))


def _decoded(packed: bytes, place: str) -> Any:
    try:
        import DracoPy
    except ImportError:
        refuse(place, "is compressed with Draco, which is not read", _PLAIN)
    try:
        mesh = DracoPy.decode(packed)
    except (DracoPy.FileTypeException, ValueError, TypeError, RuntimeError) as error:
        refuse(place, f"what Draco has packed cannot be unpacked ({str(error)[:80]})", "export the model again")
    if not hasattr(mesh, "faces") or len(mesh.points) > limits.GLTF_VERTICES:
        refuse(place, "what Draco has packed has no triangles, or too many", "simplify the model")
    return mesh


def _give(data: GltfData, number: int, found: NDArray[Any], place: str) -> None:
    item = data.root.nth("accessors", number, place)
    values = found.reshape(len(found), -1)
    if item.whole("count") != len(values):
        refuse(
            item.place, f"says it has {item.whole('count')} elements, and Draco has packed {len(values)}", "export the model again"
        )
    data.given[number] = values
