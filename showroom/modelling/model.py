"""A model: what is drawn, as plain arrays. Plans become models here; GLB files are read into and written from them.

Positions are metres with z up (files are y up and are turned at their edge). Every node keeps the group it belongs to
and the id of the thing in the plan it stands for, so that a ceiling can be lifted off and a finding can light up its wall.
"""

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from showroom.domain.plan import Note

Floats = NDArray[np.float32]
Indices = NDArray[np.uint32]
Vector = tuple[float, float, float]

_HANDLE = 0.09
"""Metres from the middle of a leaf within which something is on it."""
Group = Literal[
    "floors", "walls", "ceiling", "lamps", "trim", "furniture", "kitchen", "caps", "glass", "signs", "backdrop", "other"
]
"""`ceiling` and `lamps` are lifted off and `caps` (dark tops of the walls) shown in the dollhouse and plan views."""


@dataclass(frozen=True, eq=False)
class Texture:
    """An encoded picture (PNG or JPEG) and whether it is tiled."""

    name: str
    data: bytes = field(repr=False)
    repeat: bool = True


@dataclass(frozen=True, eq=False)
class Material:
    """How a surface looks. `light` is the baked atlas, multiplied over the colour in display space along the second UV set."""

    name: str
    color: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    """Display-space (sRGB) red, green, blue and alpha, 0 to 1."""
    texture: Texture | None = None
    light: Texture | None = None
    unlit: bool = True
    double_sided: bool = False
    alpha: Literal["opaque", "blend"] = "opaque"


@dataclass(frozen=True, eq=False)
class Mesh:
    """Triangles of one material. Shapes: positions (n, 3), normals (n, 3), uv (n, 2) and light_uv (n, 2), triangles (m, 3).

    UV origin is the picture's top left, as in glTF; `uv` is in repeats of the texture.
    """

    material: Material
    positions: Floats
    triangles: Indices
    normals: Floats | None = None
    uv: Floats | None = None
    light_uv: Floats | None = None


@dataclass(frozen=True)
class Leaf:
    """How the leaf of a door moves from where it is drawn to its other end.

    It turns about the upright axis through `hinge` and shifts, both evenly. Points are metres, z up; `hinge` and `tip` are the
    leaf's two edges at the floor where it is drawn.
    """

    opening: str
    """The plan's id of the door."""
    hinge: Vector
    tip: Vector
    turn: float
    """Degrees, counter-clockwise seen from above."""
    shift: Vector
    is_open: bool
    """Whether it is drawn open, so that its other end is shut."""
    closes: bool = False
    """Whether it closes by itself."""

    def placed(self, at: Vector, angle: float = 0.0) -> "Leaf":
        """Return it turned by `angle` degrees about the origin and moved to `at`."""
        matrix = _turned(angle)
        hinge, tip, shift = (matrix @ np.array(each) for each in (self.hinge, self.tip, self.shift))
        return replace(self, hinge=_vector(hinge + at), tip=_vector(tip + at), shift=_vector(shift))

    def carries(self, point: Vector) -> bool:
        """Return whether a point is on the leaf where it is drawn: within a handle's reach of the line from hinge to tip."""
        hinge, along = np.array(self.hinge[:2]), np.array(self.tip[:2]) - np.array(self.hinge[:2])
        to = np.array(point[:2]) - hinge
        share = float(np.clip(to @ along / max(float(along @ along), 1e-9), 0.0, 1.0))
        return float(np.linalg.norm(to - share * along)) < _HANDLE

    def carried(self, point: Vector, share: float) -> Vector:
        """Return where a point of the leaf is when it has gone this share of its way."""
        matrix = self.matrix(share)
        return _vector(matrix[:3, :3] @ np.array(point) + matrix[:3, 3])

    def matrix(self, share: float) -> NDArray[np.float64]:
        """Return the matrix (4, 4) that brings it this share of its way, 0 where it is drawn and 1 at its other end."""
        matrix, hinge = np.eye(4), np.array(self.hinge)
        matrix[:3, :3] = _turned(self.turn * share)
        matrix[:3, 3] = hinge - matrix[:3, :3] @ hinge + share * np.array(self.shift)
        return matrix


def _turned(degrees: float) -> NDArray[np.float64]:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])


def _vector(values: NDArray[np.float64]) -> Vector:
    x, y, z = (round(float(value), 6) for value in values)
    return x, y, z


@dataclass(frozen=True, eq=False)
class Node:
    """One thing: its name, its meshes, its group, the space it is in, the plan's id it stands for, and how it moves if it does."""

    name: str
    meshes: tuple[Mesh, ...]
    group: Group = "other"
    space: str | None = None
    plan_id: str | None = None
    leaf: Leaf | None = None


@dataclass(frozen=True, eq=False)
class Model:
    """Everything that is drawn of a scene or a plan; `notes` say what of a plan was not built as drawn."""

    nodes: tuple[Node, ...]
    notes: "tuple[Note, ...]" = ()

    @property
    def bounds(self) -> tuple[Floats, Floats]:
        """Return the lowest and the highest corner, metres; zeros for an empty model."""
        corners = [mesh.positions for node in self.nodes for mesh in node.meshes if len(mesh.positions)]
        if not corners:
            return np.zeros(3, np.float32), np.zeros(3, np.float32)
        return np.min([c.min(axis=0) for c in corners], axis=0), np.max([c.max(axis=0) for c in corners], axis=0)
