"""How does a glTF node say that it is a door's leaf, and how it moves? By `extras.leaf`, in the file's axes (metres, y up)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from showroom.formats import limits
from showroom.formats.gltf_json import Item
from showroom.modelling.model import Leaf, Vector

_NOWHERE = (0.0, 0.0, 0.0)


def leaf_extras(leaf: Leaf) -> dict[str, Any]:
    """Return what a node's extras say of a leaf."""
    said: dict[str, Any] = {
        "opening": leaf.opening,
        "hinge": _y_up(leaf.hinge),
        "tip": _y_up(leaf.tip),
        "axis": [0, 1, 0],
        "turn": round(leaf.turn, 3),
        "shift": _y_up(leaf.shift),
        "drawn": "open" if leaf.is_open else "shut",
    }
    return said | ({"closes": True} if leaf.closes else {})


def read_leaf(extras: Item, matrix: NDArray[np.float64]) -> Leaf | None:
    """Return the leaf a node's extras speak of, the node standing at `matrix` (4, 4); `None` where they speak of none.

    Raises `InputError` where they do and a number is wrong. What is not ours, or lies beyond all bounds, is no leaf.
    """
    if not isinstance(extras.value.get("leaf"), dict) or not isinstance(extras.value["leaf"].get("opening"), str):
        return None
    said = Item(extras.value["leaf"], extras.at("leaf"))
    hinge, tip = (matrix[:3, :3] @ said.numbers(key, 3, _NOWHERE) + matrix[:3, 3] for key in ("hinge", "tip"))
    shift = matrix[:3, :3] @ said.numbers("shift", 3, _NOWHERE)
    if not max(float(np.abs(each).max()) for each in (hinge, tip, shift)) <= limits.GLTF_COORDINATE_M:
        return None
    turn = (said.number("turn", 0.0) + 360.0) % 720.0 - 360.0
    return Leaf(
        said.text("opening"), _z_up(hinge), _z_up(tip), turn, _z_up(shift), said.text("drawn") == "open", said.flag("closes")
    )


def _y_up(vector: Vector) -> list[float]:
    x, y, z = (round(value, 5) + 0.0 for value in vector)
    return [x, z, -y + 0.0]


def _z_up(vector: NDArray[np.float64]) -> Vector:
    x, y, z = (float(value) for value in vector)
    return x, -z + 0.0, y
