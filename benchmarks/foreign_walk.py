"""How long is a frame of somebody else's lit model of 300 things, 220,000 triangles and 4 textures, against F3D?"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.peers import python_with, workers
from benchmarks.row import Row, alternate
from benchmarks.subject import kept, round_about
from showroom.formats.glb import write_model
from showroom.modelling.model import Material, Mesh, Model, Node, Texture


def rows() -> list[Row]:
    """Return the row, milliseconds a frame."""
    model = foreign_model()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "foreign.glb"
        write_model(model, path)
        told = (str(path), kept(round_about(np.array([0.0, 0.0, 0.0]), np.array([12.0, 9.0, 3.0]))[::3]), "1280", "720")
        with workers((sys.executable, "draw_ours.py", *told), (python_with("f3d"), "draw_f3d.py", *told)) as (ours, peer):
            a, b = alternate(ours.ask, peer.ask)
    return [
        Row(
            "frame of a foreign lit model",
            a * 1000,
            b * 1000,
            "ms",
            0.2,
            0.09,
            "302 things, 220 k triangles, 4 textures, generated",
        )
    ]


def foreign_model() -> Model:
    """Return a room of 12 × 9 × 3 m with 300 round things in it, lit, as another program might have made it."""
    random = np.random.default_rng(2)
    textures = [_noise(random, index) for index in range(4)]
    looks = [Material(f"look{i}", texture=texture, unlit=False) for i, texture in enumerate(textures)]
    nodes = [Node("floor", (_floor(looks[0], 0.0, up=True),)), Node("ceiling", (_floor(looks[1], 3.0, up=False),))]
    for index in range(300):
        at = random.random(3) * (11.0, 8.0, 1.4) + (0.5, 0.5, 0.2)
        nodes.append(Node(f"thing{index}", (_ball(looks[index % 4], at, 0.15 + 0.2 * random.random()),)))
    return Model(tuple(nodes))


def _noise(random: np.random.Generator, index: int) -> Texture:
    small = random.integers(90, 230, (64, 64, 3), np.uint8)
    out = BytesIO()
    Image.fromarray(small).resize((1024, 1024), Image.Resampling.BICUBIC).save(out, "JPEG", quality=85)
    return Texture(f"noise{index}", out.getvalue())


def _floor(material: Material, z: float, *, up: bool) -> Mesh:
    points = np.array([[0, 0, z], [12, 0, z], [12, 9, z], [0, 9, z]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.uint32)
    normal = np.tile(np.array([[0, 0, 1 if up else -1]], np.float32), (4, 1))
    return Mesh(material, points, faces if up else faces[:, ::-1].copy(), normal, points[:, :2].copy())


def _ball(material: Material, at: np.ndarray, radius: float) -> Mesh:
    rings, sides = 19, 20
    v, u = np.meshgrid(np.linspace(0, 1, rings + 1), np.linspace(0, 1, sides + 1), indexing="ij")
    normals = np.stack(
        [np.sin(np.pi * v) * np.cos(2 * np.pi * u), np.sin(np.pi * v) * np.sin(2 * np.pi * u), np.cos(np.pi * v)], axis=-1
    )
    normals = normals.reshape(-1, 3).astype(np.float32)
    row, column = np.meshgrid(np.arange(rings), np.arange(sides), indexing="ij")
    a = (row * (sides + 1) + column).ravel()
    b, c, d = a + 1, a + sides + 1, a + sides + 2
    faces = np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)]).astype(np.uint32)
    uv = np.stack([u.ravel() * 2, v.ravel()], axis=1).astype(np.float32)
    return Mesh(material, (normals * radius + at).astype(np.float32), faces, normals, uv)
