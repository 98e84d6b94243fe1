"""Strangers' 3D files: what they hold comes upright and in metres, and what would do harm is refused in a sentence."""

import base64
import io
import json
import struct
from pathlib import Path

import DracoPy
import numpy as np
import pytest
from PIL import Image

from showroom.domain.errors import InputError, Problem
from showroom.formats import read_model
from showroom.formats.glb_writer import glb_bytes
from showroom.formats.model_files import read_model_file_here
from showroom.formats.model_files_told import Told, Wishes
from showroom.formats.refusals import problem_said
from showroom.formats.worker import read_model_file_apart
from showroom.modelling.first_view import first_view
from showroom.modelling.model import Material, Mesh, Model, Node, Texture
from showroom.modelling.orientation import factor_of, guess_unit

ROOM = (6.0, 4.0, 3.0)
"""Metres: width, depth, height of the room that is drawn in every format."""


def _room(scale: float = 1.0, up: str = "z") -> tuple[np.ndarray, np.ndarray]:
    """Return corners and triangles of a hollow room, in the axes of a file in which `up` points up."""
    wide, deep, high = (side * scale for side in ROOM)
    points = np.array([[x, y, z] for z in (0, high) for y in (0, deep) for x in (0, wide)], float)
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    triangles = np.array([[a, b, c] for q in quads for a, b, c in ((q[0], q[1], q[2]), (q[0], q[2], q[3]))])
    return (points if up == "z" else np.stack([points[:, 0], points[:, 2], -points[:, 1]], axis=1)), triangles


def _obj(points: np.ndarray, triangles: np.ndarray, head: str = "") -> str:
    lines = [f"v {x} {y} {z}" for x, y, z in points] + [f"f {a + 1} {b + 1} {c + 1}" for a, b, c in triangles]
    return head + "o room\n" + "\n".join(lines) + "\n"


def _stl(points: np.ndarray, triangles: np.ndarray) -> bytes:
    body = b"".join(struct.pack("<12fH", 0, 0, 0, *points[triangle].ravel(), 0) for triangle in triangles)
    return b"\0" * 80 + struct.pack("<I", len(triangles)) + body


def _ply(points: np.ndarray, triangles: np.ndarray, colours: np.ndarray) -> str:
    head = f"ply\nformat ascii 1.0\nelement vertex {len(points)}\n" + "".join(f"property float {a}\n" for a in "xyz")
    head += "".join(f"property uchar {a}\n" for a in ("red", "green", "blue"))
    head += f"element face {len(triangles)}\nproperty list uchar int vertex_indices\nend_header\n"
    rows = [" ".join(map(str, [*p, *c])) for p, c in zip(points, colours, strict=True)]
    return head + "\n".join([*rows, *(f"3 {a} {b} {c}" for a, b, c in triangles)]) + "\n"


def _read(path: Path, **wishes: object) -> tuple[Told, Model]:
    told, glb = read_model_file_here(path, Wishes.model_validate(wishes))
    made = path.with_name("made.glb")
    made.write_bytes(glb)
    return told, read_model(made)


def _refused(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        read_model_file_here(path, Wishes())
    problem = refused.value.problems[0]
    assert problem.remedy
    assert len(problem_said(problem, "zh_CN")) == 2, problem
    return str(problem)


def _picture(kind: str = "PNG", size: tuple[int, int] = (8, 8)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 10, 10)).save(out, kind)
    return out.getvalue()


# ------------------------------------------------------------------ what is read


@pytest.mark.parametrize(("up", "scale", "unit"), [("y", 1.0, "m"), ("z", 1.0, "m"), ("z", 1000.0, "mm"), ("y", 100.0, "cm")])
def test_an_obj_in_any_axes_and_units_comes_upright_in_metres(tmp_path: Path, up: str, scale: float, unit: str) -> None:
    """Up is where the floors lie, the unit is the one in which it is as large as premises; both are told with a reason."""
    path = tmp_path / "room.obj"
    path.write_text(_obj(*_room(scale, up)))
    told, model = _read(path)
    assert (told.up, told.unit) == (up, unit)
    assert told.sides == pytest.approx(ROOM, abs=1e-3)
    assert not told.is_sure  # an OBJ names no unit
    assert unit in told.unit_reason.in_("en")
    low, high = model.bounds
    assert high - low == pytest.approx(ROOM, abs=1e-3)
    assert float(low[2]) == pytest.approx(0.0, abs=1e-3)


def test_an_stl_is_read_as_millimetres_where_it_is_as_large(tmp_path: Path) -> None:
    """A binary STL of 6000 units is a room of 6 metres."""
    path = tmp_path / "room.stl"
    path.write_bytes(_stl(*_room(1000.0)))
    told, _ = _read(path)
    assert (told.up, told.unit, told.before.triangles) == ("z", "mm", 12)


def test_a_unit_the_file_speaks_of_is_believed(tmp_path: Path) -> None:
    """`# File units = inches` in an OBJ settles the unit."""
    path = tmp_path / "room.obj"
    path.write_text(_obj(*_room(1 / 0.0254), head="# File units = inches\n"))
    told, _ = _read(path)
    assert told.unit == "in"
    assert told.is_sure
    assert told.sides == pytest.approx(ROOM, abs=1e-2)


def test_what_a_person_says_outdoes_every_guess(tmp_path: Path) -> None:
    """--up, --unit and a factor are followed, and the reason is that somebody said so."""
    path = tmp_path / "room.obj"
    path.write_text(_obj(*_room()))
    told, _ = _read(path, up="y", unit="ft", factor=2.0)
    assert told.sides == pytest.approx([side * 0.3048 * 2 for side in (ROOM[0], ROOM[2], ROOM[1])], abs=1e-3)
    assert told.is_sure
    assert told.unit_reason.in_("zh_CN") == "由您指定"


def test_a_glb_that_lies_on_its_side_can_be_set_up(tmp_path: Path) -> None:
    """A glTF says y is up; where its floors lie otherwise that is told, and --up z turns it."""
    points, triangles = _room(up="y")
    node = Node("room", (Mesh(Material("wall"), points.astype(np.float32), triangles.astype(np.uint32)),))
    path = tmp_path / "lying.glb"
    path.write_bytes(glb_bytes(Model((node,))))  # a file whose y is where the room's depth is
    lying, _ = _read(path)
    assert not lying.is_sure
    assert "--up z" in lying.up_reason.in_("en")
    upright, _ = _read(path, up="z")
    assert upright.sides == pytest.approx(ROOM, abs=1e-3)


def test_an_obj_brings_its_materials_textures_and_names(tmp_path: Path) -> None:
    """Colour and picture of the MTL beside it arrive, the picture the right way up, and objects keep their names."""
    (tmp_path / "a b.png").write_bytes(_picture())
    (tmp_path / "room.mtl").write_text("newmtl wall\nKd 0.5 0.25 1\nmap_Kd a b.png\nnewmtl door\nKd 1 0 0\n")
    text = "mtllib room.mtl\nv 0 0 0\nv 4 0 0\nv 4 4 0\nv 0 4 0\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 0.25\n"
    text += "o back\nusemtl wall\nf 1/1 2/2 3/3 4/4\no 门\nusemtl door\nv 0 0 1\nv 4 0 1\nv 4 4 1\nf -3 -2 -1\n"
    path = tmp_path / "room.obj"
    path.write_text(text, encoding="utf-8")
    told, model = _read(path)
    nodes = {node.name.split("_")[0]: node.meshes[0] for node in model.nodes}
    assert set(nodes) == {"back", "门"}
    assert nodes["back"].material.texture is not None
    assert nodes["门"].material.color[:3] == pytest.approx((1, 0, 0), abs=0.01)
    uv = nodes["back"].uv
    assert uv is not None
    assert sorted(np.round(uv[:, 1], 2).tolist()) == [0.0, 0.75, 1.0, 1.0]  # glTF begins at the top
    assert (told.before.textures, told.before.materials) == (1, 2)
    assert set(told.files) == {"room.obj", "room.mtl", "a b.png"}
    apart = nodes["门"].positions.min(axis=0) - nodes["back"].positions.min(axis=0)
    assert float(np.abs(apart).max()) == pytest.approx(1.0)  # corners counted backwards are the door's own


def test_colours_of_points_become_materials(tmp_path: Path) -> None:
    """A PLY coloured point by point keeps its colours as materials, few of them however many there are."""
    points, triangles = _room()
    path = tmp_path / "room.ply"
    path.write_text(_ply(points, triangles, np.arange(24).reshape(8, 3) * 10))
    told, model = _read(path)
    assert 2 <= told.after.materials <= 32
    assert len({mesh.material.color for node in model.nodes for mesh in node.meshes}) == told.after.materials


def test_a_missing_mtl_is_told_and_the_model_read(tmp_path: Path) -> None:
    """What is missing beside a model is a note, not a refusal."""
    path = tmp_path / "room.obj"
    path.write_text(_obj(*_room(), head="mtllib gone.mtl\n"))
    told, _ = _read(path)
    assert [note.where for note in told.notes] == ["gone.mtl"]


def test_a_model_far_from_the_origin_keeps_its_millimetres(tmp_path: Path) -> None:
    """Coordinates of a national grid are moved to the origin before they become single numbers, and that is told."""
    points, triangles = _room()
    path = tmp_path / "far.obj"
    path.write_text(_obj(points + np.array([3_456_789.123, 512_345.678, 40.0]), triangles))
    told, model = _read(path, up="z", unit="m")
    low, high = model.bounds
    assert high - low == pytest.approx(ROOM, abs=1e-3)
    assert "moved" in [note.code for note in told.notes]


# ------------------------------------------------------------------ scale, pictures, first view


def test_one_known_length_gives_the_factor() -> None:
    """Two points 2 m apart that should be 0.9 m apart make a factor of 0.45; one point and no length make a sentence."""
    assert factor_of((0, 0, 0), (0, 2, 0), 0.9) == pytest.approx(0.45)
    for second, length in (((0.0, 0.0, 0.0), 1.0), ((0.0, 1.0, 0.0), 0.0), ((0.0, 1.0, 0.0), float("nan"))):
        with pytest.raises(InputError):
            factor_of((0.0, 0.0, 0.0), second, length)


def test_a_thing_of_no_size_of_premises_is_taken_as_metres_and_doubted() -> None:
    """Half a unit long or ten million: no unit makes premises of it."""
    assert [(guess_unit((side, side, side)).unit, guess_unit((side, side, side)).sure) for side in (0.5, 1e7)] == [("m", False)] * 2


def test_pictures_are_made_smaller_until_the_file_fits(tmp_path: Path) -> None:
    """Over the budget pictures shrink, before and after are told, and nothing but pictures changes."""
    noise = Image.effect_noise((1500, 1500), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "PNG")
    points, triangles = _room()
    mesh = Mesh(
        Material("wall", texture=Texture("noise", out.getvalue())), points.astype(np.float32), triangles.astype(np.uint32),
        uv=np.zeros((len(points), 2), np.float32),
    )  # fmt: skip
    path = tmp_path / "big.glb"
    path.write_bytes(glb_bytes(Model((Node("room", (mesh,)),))))
    told, model = _read(path, most_bytes=1_000_000)
    assert told.before.bytes > 1_000_000 >= told.after.bytes
    assert (told.before.pixels, told.after.pixels) == (1500**2, 1024**2)
    assert told.before.triangles == told.after.triangles == sum(len(mesh.triangles) for mesh in model.nodes[0].meshes)


def test_the_first_view_stands_in_the_room_and_looks_along_it() -> None:
    """In a room one stands on its floor, clear of the walls, and sees the longer way; a thing is looked at from outside."""
    points, triangles = _room()
    room = Model((Node("room", (Mesh(Material("wall"), points.astype(np.float32), triangles.astype(np.uint32)),)),))
    view = first_view(room)
    assert view.inside
    assert view.eye[2] == pytest.approx(1.6)
    assert all(0.3 < at < side - 0.3 for at, side in zip(view.eye[:2], ROOM[:2], strict=True))
    assert abs(view.look[0] - view.eye[0]) > abs(view.look[1] - view.eye[1])
    thing = Model((Node("box", (Mesh(Material("wall"), (points / 10).astype(np.float32), triangles.astype(np.uint32)),)),))
    outside = first_view(thing)
    assert not outside.inside
    assert outside.look == pytest.approx([side / 20 for side in ROOM], abs=1e-3)


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.obj", b"v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3\n", "a.obj: line 2: holds numbers that are not finite"),
        ("a.obj", b"v 0 0 0\nv 1e400 0 0\nv 0 1 0\nf 1 2 3\n", "holds numbers that are not finite"),
        ("a.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 9\n", "line 4: its faces point at vertex 9, but there are 3"),
        ("a.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 0 1 2\n", "line 4: its faces point at vertex 0"),
        ("a.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 two 3\n", '"two" is no corner of a face'),
        ("a.obj", b"v 0 0 0\n", "nothing to draw"),
        ("a.obj", b"\0\0\0\0\0\0", "is not an OBJ file"),
        ("a.obj", b"mtllib ../../etc/passwd\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", "lies outside the model's own folder"),
        ("a.obj", b"mtllib /etc/passwd\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", "lies outside the model's own folder"),
        ("a.ply", b"ply\nformat ascii 1.0\nelement vertex 4000000000\nproperty float x\nend_header\n", "4,000,000,000 elements"),
        ("a.ply", b"ply\nformat binary_little_endian 1.0\nelement vertex 999\nproperty float x\nend_header\n", "at least 3,996"),
        ("a.ply", b"ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nend_header\n0\n", "1 points and no surface"),
        ("a.ply", b"ply\nelement vertex minus\nend_header\n", "cannot be understood"),
        ("a.ply", b"plain", "is not a PLY file"),
        ("a.stl", b"\0" * 80 + b"\xff\xff\xff\x7f", "2,147,483,647 triangles"),
        ("a.stl", b"\0" * 80 + b"\x09\0\0\0" + b"\0" * 50, "9 triangles, and the file ends after 134 bytes"),
        ("a.stl", b"solid", "ends after 5 bytes"),
        ("a.usdz", b"PK", 'a file ending in ".usdz" cannot be read as a 3D model'),
        ("a.obj", b"", "is empty"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_is_refused_in_both_languages(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """Every lie of a header, every number that is none and every way out of the folder is a sentence with a remedy."""
    path = tmp_path / name
    path.write_bytes(content)
    assert said in _refused(path)


def test_a_picture_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """A PNG that says it is larger than its bytes, or larger than anything, is refused before it fills the machine."""
    path = tmp_path / "room.obj"
    path.write_text(_obj(*_room(), head="mtllib room.mtl\nusemtl wall\n"))
    (tmp_path / "room.mtl").write_text("newmtl wall\nmap_Kd wall.png\n")
    picture = bytearray(_picture(size=(64, 64)))
    (tmp_path / "wall.png").write_bytes(picture[:60])
    assert "does not hold them" in _refused(path)
    picture[16:24] = struct.pack(">II", 30_000, 30_000)
    (tmp_path / "wall.png").write_bytes(picture)
    assert "wall.png" in _refused(path)
    (tmp_path / "wall.png").write_bytes(b"no picture at all")
    assert "is not a picture" in _refused(path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A file beside the model that is a link to elsewhere lies elsewhere."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.mtl").write_text("newmtl wall\n")
    (inner / "near.mtl").symlink_to(tmp_path / "secret.mtl")
    (inner / "room.obj").write_text(_obj(*_room(), head="mtllib near.mtl\n"))
    assert "lies outside" in _refused(inner / "room.obj")


def test_reading_apart_gives_the_same_and_can_be_stopped(tmp_path: Path) -> None:
    """The other process gives the very bytes; a caller that says no gets an ordinary refusal, and the next file is read."""
    path = tmp_path / "room.obj"
    path.write_text(_obj(*_room()))
    here = read_model_file_here(path, Wishes())
    assert read_model_file_apart(path, Wishes()) == here
    with pytest.raises(InputError, match="cancelled"):
        read_model_file_apart(path, Wishes(), waiting=lambda _: False)
    assert read_model_file_apart(path, Wishes(up="z"))[0].up == "z"


def test_every_hostile_model_is_refused_or_read_safely(shared_data: Path) -> None:
    """No model made to do harm ends in anything but a sentence or a model."""
    files = [path for suffix in ("glb", "gltf", "obj", "ply") for path in sorted((shared_data / "hostile").rglob(f"*.{suffix}"))]
    assert files
    without: list[Problem] = []
    for path in files:
        try:
            told, glb = read_model_file_apart(path, Wishes())
        except InputError as error:
            without += [problem for problem in error.problems if not problem.remedy]
        else:
            assert told.after.bytes == len(glb)
    assert without == []


@pytest.mark.parametrize(
    ("name", "triangles", "textures"),
    [
        ("hospital_floor.glb", 151_661, 28),
        ("heart_draco.glb", 180, 0),
        ("furniture/desk.glb", 2640, 0),
        ("garage/garage.gltf", 11_358, 0),
        ("obj/fuze.obj", 1000, 1),
        ("ply/fuze.ply", 1000, 0),
    ],
)
def test_models_of_others_are_read_whole(shared_data: Path, name: str, triangles: int, textures: int) -> None:
    """Known models have all their triangles and pictures."""
    told, _ = read_model_file_apart(shared_data / "models3d" / name, Wishes())
    assert (told.before.triangles, told.before.textures) == (triangles, textures)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("BoxMeshopt.glb", "meshopt"),
        ("ktx2_required.glb", "KTX2"),
        ("splat/guitar_10k_3dgs.ply", "no surface"),
    ],
)
def test_what_no_reader_here_understands_is_said_plainly(shared_data: Path, name: str, said: str) -> None:
    """Meshes packed by meshopt, KTX2 pictures and clouds of splats are named as what they are, in Chinese too."""
    assert said in _refused(shared_data / "models3d" / name)


def _draco(path: Path, count: int, packed: bytes | None = None) -> Path:
    """Write a glTF whose only mesh is a room packed by Draco, with `count` points claimed."""
    points, triangles = _room(up="y")
    body = packed or DracoPy.encode(points.astype(np.float32), triangles.astype(np.uint32), preserve_order=True)
    draco = {"bufferView": 0, "attributes": {"POSITION": 0}}
    primitive = {"attributes": {"POSITION": 0}, "indices": 1, "extensions": {"KHR_draco_mesh_compression": draco}}
    data = base64.b64encode(body).decode()
    document = {
        "asset": {"version": "2.0"},
        "extensionsRequired": ["KHR_draco_mesh_compression"],
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": "room"}],
        "meshes": [{"primitives": [primitive]}],
        "accessors": [
            {"componentType": 5126, "type": "VEC3", "count": count},
            {"componentType": 5123, "type": "SCALAR", "count": triangles.size},
        ],
        "bufferViews": [{"buffer": 0, "byteLength": len(body)}],
        "buffers": [{"byteLength": len(body), "uri": f"data:application/octet-stream;base64,{data}"}],
    }
    path.write_text(json.dumps(document))
    return path


def test_what_draco_has_packed_is_unpacked_at_import_alone(tmp_path: Path) -> None:
    """A model packed by Draco comes whole where it is brought in; the program itself goes on refusing it."""
    path = _draco(tmp_path / "room.gltf", 8)
    told, model = _read(path)
    assert (told.before.triangles, model.nodes[0].name) == (12, "room")
    assert told.sides == pytest.approx(ROOM, abs=0.01)
    with pytest.raises(InputError, match="Draco, which is not read"):
        read_model(path)


def test_what_draco_has_packed_wrongly_is_refused(tmp_path: Path) -> None:
    """Another count than was packed, and bytes that are nothing of Draco, are each a sentence."""
    assert "Draco has packed 8" in _refused(_draco(tmp_path / "a.gltf", 9))
    assert "cannot be unpacked" in _refused(_draco(tmp_path / "b.gltf", 8, b"DRACO but not quite, and then some"))
