"""Which models are read from and written to glTF files, and which are refused?"""

import contextlib
import json
import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from showroom.domain.errors import InputError
from showroom.formats.glb import read_model, write_model
from showroom.formats.gltf_data import picture_size
from showroom.modelling.model import Leaf, Material, Mesh, Model, Node, Texture

DATA = Path(__file__).parents[2] / "../shared/data"
HOSTILE = DATA / "hostile"
SAFE = {"badString.gltf", "meshopt_fuzz.glb"}
"""Odd but harmless: a wrong type in a key that is not used; a valid little cube."""


def png(width: int = 4, height: int = 4, kind: str = "PNG") -> bytes:
    """Return an encoded grey picture."""
    out = BytesIO()
    Image.new("RGB", (width, height), (90, 120, 150)).save(out, kind)
    return out.getvalue()


def quad(material: Material, at: float = 0.0, *, normals: bool = False) -> Mesh:
    """Return a square of one metre on the floor at height `at`."""
    corners = np.array([[0, 0, at], [1, 0, at], [1, 2, at], [0, 2, at]], np.float32)
    return Mesh(
        material,
        corners,
        np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
        np.tile(np.array([[0, 0, 1]], np.float32), (4, 1)) if normals else None,
        corners[:, :2] * 3 if material.texture else None,
        corners[:, :2] / 2 if material.light else None,
    )


LEAF = Leaf("D1", (1.0, 2.0, 0.0), (1.9, 2.0, 0.5), -86.0, (0.0, 0.075, 0.0), is_open=True, closes=True)


def rich_model() -> Model:
    """Return a model that uses everything a model can say."""
    tiles, atlas = Texture("tiles", png()), Texture("atlas", png(8, 8, "JPEG"), repeat=False)
    baked = Material("baked", (0.5, 0.25, 0.75, 1.0), tiles, atlas)
    glass = Material("glass", (0.8, 0.9, 1.0, 0.3), double_sided=True, alpha="blend")
    lit = Material("lit", (0.2, 0.4, 0.6, 1.0), tiles, unlit=False)
    return Model(
        (
            Node("地面", (quad(baked), quad(lit, 0.1, normals=True)), "floors", "S1", "S1"),
            Node("pane", (quad(glass, 1.0),), "glass"),
            Node("lamp", (quad(lit, 2.0),), "lamps", "S2", None),
            Node("D1 leaf 1", (quad(lit, 3.0),), "trim", "S2", "D1", LEAF),
        )
    )


def glb(document: dict, binary: bytes = b"") -> bytes:
    """Return a GLB of this JSON and these bytes."""
    head = json.dumps(document).encode()
    head += b" " * (-len(head) % 4)
    body = struct.pack("<I4s", len(head), b"JSON") + head
    if binary:
        binary += b"\0" * (-len(binary) % 4)
        body += struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body


def triangle_document(**changes: object) -> tuple[dict, bytes]:
    """Return JSON and bytes of one triangle in the file's axes, corners (0,0,0), (1,0,0), (0,1,0)."""
    data = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], "<f4").tobytes()
    document = {
        "asset": {"version": "2.0"},
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}],
        "bufferViews": [{"buffer": 0, "byteLength": len(data)}],
        "buffers": [{"byteLength": len(data)}],
    }
    return {**document, **changes}, data


def refused(path: Path) -> str:
    """Return the sentence with which `path` is refused; every part of it is there."""
    with pytest.raises(InputError) as caught:
        read_model(path)
    for problem in caught.value.problems:
        assert problem.place
        assert problem.reason
        assert problem.remedy
        assert path.name in problem.place
    return str(caught.value)


def test_a_model_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    """Names, groups, spaces, plan ids, leaves, points, texture coordinates, colours and pictures survive a file."""
    model = rich_model()
    write_model(model, tmp_path / "rich.glb")
    again = read_model(tmp_path / "rich.glb")
    for ours, theirs in zip(model.nodes, again.nodes, strict=True):
        assert (ours.name, ours.group, ours.space, ours.plan_id) == (theirs.name, theirs.group, theirs.space, theirs.plan_id)
        assert ours.leaf == theirs.leaf
        for one, other in zip(ours.meshes, theirs.meshes, strict=True):
            np.testing.assert_array_equal(one.positions, other.positions)
            np.testing.assert_array_equal(one.triangles, other.triangles)
            for name in ("normals", "uv", "light_uv"):
                before, after = getattr(one, name), getattr(other, name)
                assert (before is None) == (after is None)
                if before is not None:
                    np.testing.assert_array_equal(before, after)
            assert one.material.color == pytest.approx(other.material.color)
            for key in ("name", "unlit", "double_sided", "alpha"):
                assert getattr(one.material, key) == getattr(other.material, key)
            for key in ("texture", "light"):
                before, after = getattr(one.material, key), getattr(other.material, key)
                assert (before is None) == (after is None)
                if before is not None:
                    assert (before.name, before.data, before.repeat) == (after.name, after.data, after.repeat)


def test_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    """Writing twice, and writing what was read, gives the same file."""
    write_model(rich_model(), tmp_path / "a.glb")
    write_model(rich_model(), tmp_path / "b.glb")
    assert (tmp_path / "a.glb").read_bytes() == (tmp_path / "b.glb").read_bytes()
    write_model(read_model(tmp_path / "a.glb"), tmp_path / "c.glb")
    assert len((tmp_path / "c.glb").read_bytes()) == len((tmp_path / "a.glb").read_bytes())


def test_the_file_says_what_other_viewers_understand(tmp_path: Path) -> None:
    """The light atlas stands in the occlusion slot with texCoord 1, materials are unlit, nodes tell group, space and plan."""
    write_model(rich_model(), tmp_path / "rich.glb")
    data = (tmp_path / "rich.glb").read_bytes()
    document = json.loads(data[20 : 20 + struct.unpack("<I", data[12:16])[0]])
    baked = next(item for item in document["materials"] if item["name"] == "baked")
    assert baked["occlusionTexture"]["texCoord"] == 1
    assert baked["extras"] == {"light": True}
    assert "KHR_materials_unlit" in baked["extensions"]
    assert document["nodes"][0]["extras"] == {"group": "floors", "space": "S1", "plan": "S1"}
    assert document["accessors"][0]["max"] == pytest.approx([1.0, 0.0, 0.0])
    assert all(view["byteOffset"] % 4 == 0 for view in document["bufferViews"])


def test_points_that_are_alike_are_written_once(tmp_path: Path) -> None:
    """A mesh whose triangles share no points is written with shared ones, and draws the same corners in the same order."""
    whole = quad(Material("m", texture=Texture("t", png())))
    order = whole.triangles.ravel()
    assert whole.uv is not None
    loose = Mesh(whole.material, whole.positions[order], np.arange(6, dtype=np.uint32).reshape(2, 3), None, whole.uv[order])
    write_model(Model((Node("n", (loose,)),)), tmp_path / "m.glb")
    read = read_model(tmp_path / "m.glb").nodes[0].meshes[0]
    assert len(read.positions) == 4
    assert read.uv is not None
    np.testing.assert_array_equal(read.positions[read.triangles], loose.positions[loose.triangles])
    np.testing.assert_array_equal(read.uv[read.triangles], whole.uv[whole.triangles])


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path) -> None:
    """A model with a picture that is none is refused, and the file that was there stays."""
    path = tmp_path / "old.glb"
    write_model(rich_model(), path)
    before = path.read_bytes()
    broken = Material("broken", texture=Texture("no picture", b"hello"))
    with pytest.raises(InputError, match="no picture"):
        write_model(Model((Node("n", (quad(broken),)),)), path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["old.glb"]


def test_y_up_becomes_z_up(tmp_path: Path) -> None:
    """What is up in the file is up in the model, and its triangle still faces the same way."""
    document, data = triangle_document()
    (tmp_path / "t.glb").write_bytes(glb(document, data))
    mesh = read_model(tmp_path / "t.glb").nodes[0].meshes[0]
    np.testing.assert_array_equal(mesh.positions, [[0, 0, 0], [1, 0, 0], [0, 0, 1]])
    a, b, c = mesh.positions[mesh.triangles[0]]
    np.testing.assert_allclose(np.cross(b - a, c - a), [0, -1, 0])


def test_node_transforms_are_applied_and_a_mirror_keeps_the_outside_outside(tmp_path: Path) -> None:
    """A parent's move and a child's mirrored scale reach the points; the triangle's front is that of the mirrored thing."""
    document, data = triangle_document(
        nodes=[{"translation": [10, 0, 0], "children": [1]}, {"mesh": 0, "scale": [-1, 1, 1], "name": "mirrored"}],
    )
    (tmp_path / "t.glb").write_bytes(glb(document, data))
    mesh = read_model(tmp_path / "t.glb").nodes[0].meshes[0]
    np.testing.assert_allclose(mesh.positions, [[10, 0, 0], [9, 0, 0], [10, 0, 1]])
    a, b, c = mesh.positions[mesh.triangles[0]]
    np.testing.assert_allclose(np.cross(b - a, c - a), [0, -1, 0])


def test_a_quarter_turn_about_the_vertical(tmp_path: Path) -> None:
    """A node's quaternion turns as glTF says: a quarter turn about up takes +x of the file to -z, our +y."""
    half = float(np.sqrt(0.5))
    document, data = triangle_document(nodes=[{"mesh": 0, "rotation": [0, half, 0, half]}])
    (tmp_path / "t.glb").write_bytes(glb(document, data))
    np.testing.assert_allclose(read_model(tmp_path / "t.glb").nodes[0].meshes[0].positions[1], [0, 1, 0], atol=1e-6)


def test_interleaved_and_normalised_numbers_are_understood(tmp_path: Path) -> None:
    """Quantised points and byte texture coordinates lying between one another come out as plain floats."""
    rows = np.zeros(3, dtype=[("p", "<i2", 3), ("pad", "<i2"), ("t", "u1", 2), ("pad2", "u1", 2)])
    rows["p"] = [[0, 0, 0], [32767, 0, 0], [0, -32768, 0]]
    rows["t"] = [[0, 0], [255, 0], [0, 51]]
    data = rows.tobytes()
    picture = png()
    document, _ = triangle_document(
        extensionsRequired=["KHR_mesh_quantization"],
        meshes=[{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "material": 0}]}],
        materials=[{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
        textures=[{"source": 0}],
        images=[{"bufferView": 1, "mimeType": "image/png"}],
        accessors=[
            {"bufferView": 0, "componentType": 5122, "count": 3, "type": "VEC3", "normalized": True},
            {"bufferView": 0, "byteOffset": 8, "componentType": 5121, "count": 3, "type": "VEC2", "normalized": True},
        ],
        bufferViews=[
            {"buffer": 0, "byteLength": len(data), "byteStride": 12},
            {"buffer": 0, "byteOffset": len(data), "byteLength": len(picture)},
        ],
        buffers=[{"byteLength": len(data) + len(picture)}],
    )
    (tmp_path / "t.glb").write_bytes(glb(document, data + picture))
    mesh = read_model(tmp_path / "t.glb").nodes[0].meshes[0]
    np.testing.assert_allclose(mesh.positions, [[0, 0, 0], [1, 0, 0], [0, 0, -1]])
    assert mesh.uv is not None
    np.testing.assert_allclose(mesh.uv, [[0, 0], [1, 0], [0, 0.2]])
    assert not mesh.material.unlit
    assert mesh.material.texture is not None
    assert mesh.material.texture.data == picture


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(5, [[0, 1, 2], [3, 2, 1]]), (6, [[0, 1, 2], [0, 2, 3]])],
    ids=["strip", "fan"],
)
def test_strips_and_fans_become_triangles(tmp_path: Path, mode: int, expected: list[list[int]]) -> None:
    """Strips and fans come out as triangles that all face one way."""
    data = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], "<f4").tobytes()
    document, _ = triangle_document(
        meshes=[{"primitives": [{"attributes": {"POSITION": 0}, "mode": mode}]}],
        accessors=[{"bufferView": 0, "componentType": 5126, "count": 4, "type": "VEC3"}],
        bufferViews=[{"buffer": 0, "byteLength": len(data)}],
        buffers=[{"byteLength": len(data)}],
    )
    (tmp_path / "t.glb").write_bytes(glb(document, data))
    assert read_model(tmp_path / "t.glb").nodes[0].meshes[0].triangles.tolist() == expected


def test_the_default_scene_is_the_one_that_is_read(tmp_path: Path) -> None:
    """Of several scenes the file's default one is read, and two nodes of one name get names of their own."""
    document, data = triangle_document(
        scene=1,
        scenes=[{"nodes": [0]}, {"nodes": [1, 2]}],
        nodes=[{"mesh": 0, "name": "a"}, {"mesh": 0, "name": "b"}, {"mesh": 0, "name": "b"}],
    )
    (tmp_path / "t.glb").write_bytes(glb(document, data))
    assert [node.name for node in read_model(tmp_path / "t.glb").nodes] == ["b", "b 2"]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "sparse": {}}]}, "sparse"),
        ({"accessors": [{"componentType": 5126, "count": 3, "type": "VEC3"}]}, "no data"),
        ({"accessors": [{"bufferView": 0, "componentType": 5126, "count": 4, "type": "VEC3"}]}, "more than"),
        ({"bufferViews": [{"buffer": 0, "byteLength": 99999}]}, "ends at byte"),
        ({"buffers": [{"byteLength": 99999}]}, "should have"),
        ({"extensionsRequired": ["EXT_mesh_gpu_instancing"]}, "instancing"),
        ({"extensionsRequired": ["KHR_draco_mesh_compression"]}, "Draco"),
        ({"extensionsRequired": ["EXT_meshopt_compression"]}, "meshopt"),
        ({"extensionsRequired": ["KHR_texture_basisu"]}, "KTX2"),
        ({"extensionsRequired": ["VENDOR_secret"]}, "VENDOR_secret"),
        ({"nodes": [{"mesh": 7}]}, "meshes\\[7\\]"),
        ({"nodes": [{"mesh": "one"}]}, "whole number"),
        ({"nodes": [{"mesh": 0, "matrix": [1, 2]}]}, "16 finite numbers"),
        ({"nodes": [{"mesh": 0, "translation": [1e300, 1e300, 0], "scale": [1e300, 1, 1]}]}, "origin"),
        ({"nodes": [{"children": [0], "mesh": 0}]}, "circle"),
        ({"nodes": [*({"children": [i + 1]} for i in range(400)), {"mesh": 0}]}, "nested"),
        ({"asset": {"version": "1.0"}}, "glTF 2.0"),
        ({"scenes": [3]}, "not an object"),
        ({"meshes": []}, "meshes\\[0\\]"),
        ({"nodes": [{}]}, "nothing to draw"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(tmp_path: Path, changes: dict, word: str) -> None:
    """Each mistake in the structure ends in one sentence with file, place, reason and remedy."""
    document, data = triangle_document(**changes)
    path = tmp_path / "bad.glb"
    path.write_bytes(glb(document, data))
    with pytest.raises(InputError, match=word):
        read_model(path)
    refused(path)


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    """A picture that claims 30000 × 30000 pixels is refused from its header."""
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 30000, 30000) + bytes(9)
    model = Model((Node("n", (quad(Material("m", texture=Texture("bomb", header))),)),))
    write_model(model, tmp_path / "bomb.glb")
    assert "30000 × 30000" in refused(tmp_path / "bomb.glb")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_size_of_a_picture_is_read_from_its_header(kind: str) -> None:
    """The size found in the header is the size Pillow finds by decoding."""
    assert picture_size(png(37, 21, kind)) == (37, 21)


@pytest.mark.parametrize("content", [b"", b"glTF", b"not a model", b"glTF\x02\0\0\0\xff\xff\xff\xff" + bytes(20), b"\0" * 64])
def test_a_file_that_is_no_glb_is_refused(tmp_path: Path, content: bytes) -> None:
    """Empty, foreign and cut files are refused."""
    path = tmp_path / "no.glb"
    path.write_bytes(content)
    refused(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder, is refused."""
    refused(tmp_path / "missing.glb")
    folder = tmp_path / "folder.glb"
    folder.mkdir()
    refused(folder)


def test_deeply_nested_json_is_refused(tmp_path: Path) -> None:
    """JSON nested a hundred thousand deep does not exhaust the interpreter."""
    path = tmp_path / "deep.gltf"
    path.write_text("[" * 100_000 + "]" * 100_000)
    refused(path)


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_model_is_refused(tmp_path: Path, cut: float) -> None:
    """A model that was cut while being copied is refused."""
    write_model(rich_model(), tmp_path / "whole.glb")
    data = (tmp_path / "whole.glb").read_bytes()
    (tmp_path / "cut.glb").write_bytes(data[: int(len(data) * cut)])
    refused(tmp_path / "cut.glb")


@pytest.mark.parametrize(
    "uri", ["../secret.bin", "/etc/passwd", "http://127.0.0.1:9/x", "file:///etc/passwd", "..%2fsecret.bin", "C:\\x"]
)
def test_a_gltf_reads_only_from_its_own_folder(tmp_path: Path, uri: str) -> None:
    """Addresses that lead out of the folder are refused, whether or not there is a file."""
    (tmp_path / "secret.bin").write_bytes(bytes(36))
    (tmp_path / "inner").mkdir()
    document, _ = triangle_document(buffers=[{"byteLength": 36, "uri": uri}])
    path = tmp_path / "inner" / "t.gltf"
    path.write_text(json.dumps(document))
    assert "outside the model's own folder" in refused(path)


def test_a_gltf_reads_the_file_beside_it(tmp_path: Path) -> None:
    """A buffer in the same folder, its name percent-encoded, is read."""
    document, data = triangle_document(buffers=[{"byteLength": 36, "uri": "my%20data.bin"}])
    (tmp_path / "my data.bin").write_bytes(data)
    (tmp_path / "t.gltf").write_text(json.dumps(document))
    assert len(read_model(tmp_path / "t.gltf").nodes) == 1


@pytest.mark.skipif(not HOSTILE.exists(), reason="the shared test data are not here")
def test_every_hostile_file_ends_in_a_sentence_or_a_model() -> None:
    """Files made to break readers are refused with a sentence, or are harmless."""
    paths = [path for path in sorted(HOSTILE.rglob("*.gl*")) if path.suffix in (".glb", ".gltf")]
    assert len(paths) > 20
    for path in paths:
        if path.name in SAFE:
            assert read_model(path).nodes
        else:
            refused(path)


@pytest.mark.skipif(not HOSTILE.exists(), reason="the shared test data are not here")
@pytest.mark.parametrize(
    ("name", "triangles"),
    [("hospital_floor.glb", 151661), ("garage/garage.gltf", 11358), ("many-cubes/many-cubes.gltf", 6012), ("vr-gallery.glb", 1930)],
)
def test_real_models_are_read_whole(name: str, triangles: int) -> None:
    """Models from other programs keep every triangle."""
    model = read_model(DATA / "models3d" / name)
    assert sum(len(mesh.triangles) for node in model.nodes for mesh in node.meshes) == triangles


def test_noise_in_a_model_never_ends_in_another_error(tmp_path: Path) -> None:
    """Three hundred damaged copies of a model are read or refused, nothing else."""
    write_model(rich_model(), tmp_path / "whole.glb")
    data = (tmp_path / "whole.glb").read_bytes()
    random = np.random.default_rng(5)
    path = tmp_path / "noisy.glb"
    read = 0
    for _ in range(300):
        noisy = bytearray(data)
        for place in random.integers(20, len(data), 6):
            noisy[place] = random.integers(32, 127)
        path.write_bytes(bytes(noisy))
        with contextlib.suppress(InputError):
            read_model(path)
            read += 1
    assert 0 < read < 300
