"""A model: what is drawn, as plain arrays. Plans become models here; GLB files are read into and written from them.

Positions are metres with z up (files are y up and are turned at their edge). Every node keeps the group it belongs to
and the id of the thing in the plan it stands for, so that a ceiling can be lifted off and a finding can light up its wall.
"""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from showroom.domain.plan import Note

Floats = NDArray[np.float32]
Indices = NDArray[np.uint32]

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


@dataclass(frozen=True, eq=False)
class Node:
    """One thing: its name, its meshes, its group, the space it is in and the plan's id it stands for."""

    name: str
    meshes: tuple[Mesh, ...]
    group: Group = "other"
    space: str | None = None
    plan_id: str | None = None


@dataclass(frozen=True, eq=False)
class Model:
    """Everything that is drawn of a scene or a plan; `notes` say what of a plan was not built as drawn."""

    nodes: tuple[Node, ...]
    notes: tuple[Note, ...] = ()

    @property
    def bounds(self) -> tuple[Floats, Floats]:
        """Return the lowest and the highest corner, metres; zeros for an empty model."""
        corners = [mesh.positions for node in self.nodes for mesh in node.meshes if len(mesh.positions)]
        if not corners:
            return np.zeros(3, np.float32), np.zeros(3, np.float32)
        return np.min([c.min(axis=0) for c in corners], axis=0), np.max([c.max(axis=0) for c in corners], axis=0)
