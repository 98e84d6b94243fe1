"""What is kept of a model on disk, when is it used, and when is it made anew?"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from showroom.domain.errors import InputError
from showroom.formats.glb import write_model
from showroom.modelling.model import Leaf, Model
from showroom.view import kept
from showroom.view.kept import ready_model
from showroom.view.loading import Batch, Prepared, prepare
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage


@pytest.fixture
def glb(shop: Model, tmp_path: Path) -> Path:
    """Return the shop as a file, its lamp hung as a leaf."""
    leaf = Leaf("D1", (1.9, 2.4, 0.0), (2.1, 2.4, 0.0), 90.0, (0.0, 0.0, 0.0), is_open=False)
    nodes = tuple(replace(node, leaf=leaf) if node.name == "lamp" else node for node in shop.nodes)
    path = tmp_path / "shop.glb"
    write_model(Model(nodes), path)
    return path


@pytest.fixture
def prepared_anew(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows whenever a model is prepared."""
    found: list[int] = []

    def counted(model: Model) -> Prepared:
        found.append(1)
        return prepare(model)

    monkeypatch.setattr(kept, "prepare", counted)
    return found


def same(one: Prepared, other: Prepared) -> None:
    """Assert that two prepared models are alike to the last number."""
    assert (one.things, [each.leaf for each in one.leaves]) == (other.things, [each.leaf for each in other.leaves])
    for name in ("positions", "triangles", "thing_of", "single_sided", "glass", "lowest", "highest"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert getattr(one, name).dtype == getattr(other, name).dtype
    assert len(one.every_batch) == len(other.every_batch)
    for ours, theirs in zip(one.every_batch, other.every_batch, strict=True):
        for field in fields(Batch):
            a, b = getattr(ours, field.name), getattr(theirs, field.name)
            np.testing.assert_array_equal(a, b, strict=True) if isinstance(a, np.ndarray) else None
            assert isinstance(a, np.ndarray) or a == b
    assert [picture.repeat for picture in one.pictures] == [picture.repeat for picture in other.pictures]
    for picture, again in zip(one.pictures, other.pictures, strict=True):
        np.testing.assert_array_equal(picture.pixels, again.pixels)


def test_what_is_kept_is_what_was_made(glb: Path, tmp_path: Path, prepared_anew: list[int]) -> None:
    """The second time nothing is prepared, and all comes back as it was: batches, pictures, things, leaves, triangles."""
    first = ready_model(glb, tmp_path / "kept")
    again = ready_model(glb, tmp_path / "kept")
    assert len(prepared_anew) == 1
    assert len(again.leaves) == 1
    same(first, again)
    assert [path.suffix for path in (tmp_path / "kept").iterdir()] == [".prepared"]


def test_a_kept_form_is_drawn_as_the_model_is(glb: Path, tmp_path: Path, new_stage: Callable[[], VtkStage]) -> None:
    """A frame from the form on disk is the frame of the model just prepared."""
    frames = []
    for prepared in (ready_model(glb, tmp_path / "kept"), ready_model(glb, tmp_path / "kept")):
        stage = new_stage()
        stage.show_prepared(prepared)
        stage.look_from(Pose.looking((3.0, 0.5, 1.6), (1.6, 4.0, 1.2)))
        stage.draw(320, 180)
        frames.append(stage.pixels().copy())
    np.testing.assert_array_equal(*frames)


def test_another_content_is_another_form(glb: Path, shop: Model, tmp_path: Path, prepared_anew: list[int]) -> None:
    """A file changed under the same name is prepared anew; the same content under another name is not."""
    folder = tmp_path / "kept"
    ready_model(glb, folder)
    ready_model(glb.rename(tmp_path / "renamed.glb"), folder)
    assert len(prepared_anew) == 1
    write_model(Model(shop.nodes[:3]), glb)
    assert len(ready_model(glb, folder).things) == 3
    assert len(prepared_anew) == 2


@pytest.mark.parametrize("damage", ["cut", "empty", "turned", "header", "longer", "zeroed"])
def test_a_damaged_form_is_made_anew(glb: Path, tmp_path: Path, damage: str, prepared_anew: list[int]) -> None:
    """Whatever became of the kept form, the scene opens, and the next time from a whole one again."""
    folder = tmp_path / "kept"
    first = ready_model(glb, folder)
    path = next(folder.iterdir())
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(
        {
            "cut": whole[:middle],
            "empty": b"",
            "turned": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "header": whole[:60] + b"\xff\xfe" + whole[62:],
            "longer": whole + b"more",
            "zeroed": whole[:2000] + bytes(len(whole) - 2000),
        }[damage]
    )
    same(first, ready_model(glb, folder))
    assert len(prepared_anew) == 2
    ready_model(glb, folder)
    assert len(prepared_anew) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(glb: Path, tmp_path: Path) -> None:
    """Where there is no room to keep anything the scene opens all the same."""
    (tmp_path / "file").write_text("")
    assert ready_model(glb, tmp_path / "file" / "kept").things


def test_a_file_that_is_no_model_is_refused_as_by_its_reader(tmp_path: Path) -> None:
    """Neither a missing file nor one of other content leaves anything behind."""
    (tmp_path / "no.glb").write_bytes(b"no model")
    for name in ("missing.glb", "no.glb"):
        with pytest.raises(InputError):
            ready_model(tmp_path / name, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_the_longest_unused_forms_make_room(glb: Path, shop: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When all together are too large, the one used last and the newest stay."""
    folder = tmp_path / "kept"
    others = []
    for count in (2, 3, 4):
        path = tmp_path / f"{count}.glb"
        write_model(Model(shop.nodes[:count]), path)
        others.append(path)
        before = set(folder.glob("*"))
        ready_model(path, folder)
        (new,) = set(folder.glob("*")) - before
        kept.os.utime(new, (count, count))
    ready_model(glb, tmp_path / "beside")
    limit = next((tmp_path / "beside").iterdir()).stat().st_size + 1
    ready_model(others[0], folder)
    used_last = max(folder.iterdir(), key=lambda path: path.stat().st_mtime)
    monkeypatch.setattr(kept, "LARGEST", used_last.stat().st_size + limit)
    ready_model(glb, folder)
    assert used_last in folder.iterdir()
    assert len(list(folder.iterdir())) == 2
    monkeypatch.setattr(kept, "LARGEST", 1)
    write_model(Model(shop.nodes[:5]), others[1])
    ready_model(others[1], folder)
    assert len(list(folder.iterdir())) == 1


def test_a_stage_starts_without_the_libraries_it_may_never_need() -> None:
    """On the way to the first frame of a kept scene neither pydantic, nor shapely, nor an image decoder is loaded."""
    code = (
        "import sys, showroom.view.kept, showroom.view.vtk_stage\n"
        "print([name for name in ('pydantic', 'shapely', 'PIL.Image', 'scipy', 'trimesh') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
