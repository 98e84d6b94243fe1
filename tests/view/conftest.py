"""A small shop for the tests of the view: two rooms with a doorway between, a table, a bench, a sign, a pane, and its plan."""

from collections.abc import Callable, Iterator
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from showroom.domain.plan import Plan
from showroom.modelling.model import Material, Mesh, Model, Node, Texture
from showroom.view.vtk_stage import VtkStage

Corner = tuple[float, float, float]
Quad = list[Corner]


def box(low: Corner, high: Corner) -> list[Quad]:
    """Return the six sides of a box, seen from outside; the first four are its walls (south, north, west, east)."""
    (a, b, c), (x, y, z) = low, high
    return [
        [(a, b, c), (x, b, c), (x, b, z), (a, b, z)],
        [(x, y, c), (a, y, c), (a, y, z), (x, y, z)],
        [(a, y, c), (a, b, c), (a, b, z), (a, y, z)],
        [(x, b, c), (x, y, c), (x, y, z), (x, b, z)],
        [(a, b, z), (x, b, z), (x, y, z), (a, y, z)],
        [(a, y, c), (x, y, c), (x, b, c), (a, b, c)],
    ]


def mesh_of(material: Material, quads: list[Quad]) -> Mesh:
    """Return quads as a mesh, textured by the metre where the material has a texture."""
    points = np.array([corner for quad in quads for corner in quad], np.float32)
    starts = np.arange(len(quads), dtype=np.uint32)[:, None] * 4
    triangles = np.concatenate([starts + np.array([0, 1, 2], np.uint32), starts + np.array([0, 2, 3], np.uint32)])
    return Mesh(material, points, triangles, None, points[:, :2].copy() if material.texture else None)


def texture() -> Texture:
    """Return a checked texture."""
    pixels = np.full((64, 64, 3), 220, np.uint8)
    pixels[:32, :32] = pixels[32:, 32:] = (120, 150, 170)
    out = BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return Texture("checks", out.getvalue())


def shop_model() -> Model:
    """Return the shop: room A from x 0 to 4, room B from 4.2 to 8, both 5 m deep and 3 m high; the doorway at y 2 to 3."""
    wall, tiled = Material("wall", (0.93, 0.9, 0.85, 1.0)), Material("tiles", texture=texture())
    steel, dark = Material("steel", (0.7, 0.72, 0.75, 1.0), unlit=False), Material("caps", (0.25, 0.27, 0.3, 1.0))
    green, glass = Material("sign", (0.1, 0.5, 0.3, 1.0)), Material("glass", (0.7, 0.85, 0.95, 0.3), alpha="blend")
    nodes = []
    for space, left, right in (("A", 0.0, 4.0), ("B", 4.2, 8.0)):
        inward = [quad[::-1] for quad in box((left, 0.0, 0.0), (right, 5.0, 3.0))]
        x = right if space == "A" else left
        pierced = [[(x, a, c), (x, b, c), (x, b, d), (x, a, d)] for a, b, c, d in ((0, 2, 0, 3), (3, 5, 0, 3), (2, 3, 2.1, 3))]
        pierced = [quad[::-1] for quad in pierced] if space == "A" else pierced
        whole = [side for index, side in enumerate(inward[:4]) if index != (3 if space == "A" else 2)]
        nodes.append(Node(f"floor {space}", (mesh_of(tiled, [inward[5]]),), "floors", space, space))
        nodes.append(Node(f"ceiling {space}", (mesh_of(wall, [inward[4]]),), "ceiling", space))
        nodes.append(Node(f"walls {space}", (mesh_of(wall, whole + pierced),), "walls", space))
    nodes.append(Node("table", (mesh_of(tiled, box((1.0, 1.0, 0.0), (2.2, 1.8, 0.75))),), "furniture", "A", "T1"))
    nodes.append(Node("bench", (mesh_of(steel, box((5.0, 4.2, 0.0), (7.0, 5.0, 0.9))),), "kitchen", "B", "X1"))
    nodes.append(Node("lamp", (mesh_of(green, box((1.9, 2.4, 2.6), (2.1, 2.6, 3.0))),), "lamps", "A"))
    nodes.append(
        Node(
            "sign",
            (mesh_of(green, [[(1.8, 4.99, 1.6), (2.6, 4.99, 1.6), (2.6, 4.99, 2.0), (1.8, 4.99, 2.0)]]),),
            "signs",
            "A",
            "G1",
        )
    )
    nodes.append(Node("caps", (mesh_of(dark, [[(4.0, 0.0, 3.0), (4.2, 0.0, 3.0), (4.2, 5.0, 3.0), (4.0, 5.0, 3.0)]]),), "caps"))
    nodes.append(
        Node("pane", (mesh_of(glass, [[(3.0, 3.2, 0.5), (3.0, 4.8, 0.5), (3.0, 4.8, 2.0), (3.0, 3.2, 2.0)]]),), "glass", "A", "W1")
    )
    return Model(tuple(nodes))


def shop_plan() -> Plan:
    """Return the plan of the shop: an entrance in the south of room A, a door between the rooms, and what stands in them."""
    return Plan.model_validate(
        {
            "storeys": [
                {
                    "id": "F1",
                    "height": 3.0,
                    "walls": [
                        {"id": "W1", "axis": [[0, -0.1], [8, -0.1]], "thickness": 0.2},
                        {"id": "W2", "axis": [[4.1, 0], [4.1, 5]], "thickness": 0.2},
                    ],
                    "openings": [
                        {"id": "D1", "kind": "door", "wall": "W2", "at": 2.5, "width": 1.0},
                        {
                            "id": "D0",
                            "kind": "door",
                            "wall": "W1",
                            "at": 3.0,
                            "width": 1.0,
                            "leads": "outside",
                            "role": "customers",
                        },
                    ],
                    "spaces": [
                        {"id": "A", "use": "dining", "outline": [[0, 0], [4, 0], [4, 5], [0, 5]]},
                        {"id": "B", "use": "cooking", "outline": [[4.2, 0], [8, 0], [8, 5], [4.2, 5]]},
                    ],
                    "fixtures": [
                        {"id": "T1", "kind": "table", "at": [1.6, 1.4], "size": [1.2, 0.8]},
                        {"id": "X1", "kind": "stove", "at": [6.0, 4.6], "size": [2.0, 0.8]},
                        {"id": "X2", "kind": "hood", "at": [6.0, 4.0], "size": [2.4, 1.2]},
                    ],
                    "columns": [{"id": "C1", "outline": [[7, 1], [7.3, 1], [7.3, 1.3], [7, 1.3]]}],
                }
            ]
        }
    )


@pytest.fixture
def shop() -> Model:
    """The shop's model."""
    return shop_model()


@pytest.fixture
def plan() -> Plan:
    """The shop's plan."""
    return shop_plan()


@pytest.fixture
def new_stage() -> Iterator[Callable[[], VtkStage]]:
    """Makes stages that really draw, 320 × 180, and closes them."""
    made = []

    def make() -> VtkStage:
        stage = VtkStage()
        stage.resize(320, 180)
        made.append(stage)
        return stage

    yield make
    for stage in made:
        stage.close()


@pytest.fixture
def stage(new_stage: Callable[[], VtkStage], shop: Model) -> VtkStage:
    """A stage that shows the shop."""
    made = new_stage()
    made.show(shop)
    return made
