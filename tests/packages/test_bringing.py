"""A new scene from a bare model or a plan: whole or not at all, the original untouched, ready for studio and pictures."""

import os
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from showroom import formats
from showroom.app.clerk import _open
from showroom.cli.program import app
from showroom.domain.errors import InputError
from showroom.formats.glb_writer import glb_bytes
from showroom.formats.model_files_told import Wishes
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.packages.bringing import ORIGINAL, bring_in
from showroom.packages.bringing_told import over_budget
from showroom.packages.packing import pack
from showroom.packages.upkeep import TRIANGLES
from showroom.view.subjects import picture_of

PLAN = """format: 1
storeys:
  - id: F1
    height: 3
    walls:
      - {id: W-south, axis: [[0, 0], [4, 0]], thickness: 0.2}
      - {id: W-east, axis: [[4, 0], [4, 3]], thickness: 0.2}
      - {id: W-north, axis: [[4, 3], [0, 3]], thickness: 0.2}
      - {id: W-west, axis: [[0, 3], [0, 0]], thickness: 0.2}
    openings:
      - {id: D-street, kind: door, wall: W-south, at: 2, width: 1, leads: outside}
    spaces:
      - {id: S-shop, outline: [[0.1, 0.1], [3.9, 0.1], [3.9, 2.9], [0.1, 2.9]]}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a GLB of a hollow room, 6 × 4 × 3 m."""
    points = np.array([[x, y, z] for z in (0, 3) for y in (0, 4) for x in (0, 6)], np.float32)
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    triangles = np.array([[a, b, c] for q in quads for a, b, c in ((q[0], q[1], q[2]), (q[0], q[2], q[3]))], np.uint32)
    wall = Material("wall", (0.9, 0.2, 0.2, 1.0), double_sided=True)
    path = tmp_path / "shop.glb"
    path.write_bytes(glb_bytes(Model((Node("room", (Mesh(wall, points, triangles),)),))))
    return path


def test_a_bare_model_becomes_a_scene_the_studio_opens_and_a_picture_shows(shop: Path, tmp_path: Path) -> None:
    """The folder has model, plan, application and scene; the first view stands in it; the studio opens it and it can be drawn."""
    brought = bring_in(shop, tmp_path / "new-shop", permits=("small-catering",))
    scene = formats.read_scene(brought.folder)
    assert (scene.id, scene.permits) == ("new-shop", ("small-catering",))
    assert brought.told is not None
    assert brought.told.is_inside
    opened = _open(brought.folder)
    assert opened.plan is not None
    assert [node.name for node in opened.model.nodes] == ["room"]
    picture = tmp_path / "first.png"
    picture_of(str(brought.folder), picture, size=(160, 100))
    with Image.open(picture) as drawn:
        reds = np.asarray(drawn.convert("RGB"))[:, :, :2].astype(int)
    assert (reds[:, :, 0] > reds[:, :, 1] + 40).mean() > 0.9  # red walls all round


def test_the_guessed_plan_is_a_proposal_that_says_so(shop: Path, tmp_path: Path) -> None:
    """A plan nobody drew is the model's frame, doubtful, with a note; no verdict on it is met."""
    brought = bring_in(shop, tmp_path / "new", permits=("small-catering",))
    plan = formats.read_plan(brought.folder / brought.scene.plan)
    space = next(iter(plan.spaces))
    assert space.proposal
    assert not plan.source.lengths_confirmed
    assert [max(xs) - min(xs) for xs in zip(*space.outline, strict=True)] == [6.0, 4.0]
    assert "plan-guessed" in [note.code for note in brought.notes]


def test_the_original_is_kept_as_it_is_and_travels_in_no_package(shop: Path, tmp_path: Path) -> None:
    """Its bytes lie in a hidden folder, the file itself is untouched, and a draft package leaves it at home."""
    before = shop.read_bytes()
    brought = bring_in(shop, tmp_path / "new", permits=("small-catering",))
    assert shop.read_bytes() == before == (brought.folder / ORIGINAL / "shop.glb").read_bytes()
    manifest = pack(brought.folder, tmp_path / "new.showroom", made=date(2026, 11, 24))
    assert not any(entry.path.startswith(".") for entry in manifest.files)


def test_a_plan_is_built_into_a_scene(tmp_path: Path) -> None:
    """A plan in the place of the model goes through modelling; the plan of the scene is the plan itself."""
    path = tmp_path / "shop.plan.yaml"
    path.write_text(PLAN)
    brought = bring_in(path, tmp_path / "shop", permits=("small-catering",))
    assert brought.told is None
    plan, drawn = formats.read_plan(brought.folder / brought.scene.plan), formats.read_plan(path)
    assert [space.id for space in plan.spaces] == [space.id for space in drawn.spaces]
    assert {node.plan_id for node in formats.read_model(brought.folder / brought.scene.model).nodes} >= {
        wall.id for wall in drawn.storeys[0].walls
    }


def test_without_a_permit_the_draft_names_them_all_and_says_so(shop: Path, tmp_path: Path) -> None:
    """Nobody's permit is chosen for him in silence."""
    brought = bring_in(shop, tmp_path / "new")
    assert brought.scene.permits == formats.permit_ids()
    assert "every-permit" in [note.code for note in brought.notes]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"permits": ("no-such",)}, 'there is no permit "no-such"'),
        ({"scene_id": "Café 1"}, "is no id"),
        ({"wishes": Wishes(factor=1e6)}, "from the origin"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(shop: Path, tmp_path: Path, more: dict[str, object], said: str) -> None:
    """A refusal names what is wrong, and neither the folder nor a part of it is there."""
    folder = tmp_path / "place" / "new"
    with pytest.raises(InputError, match=said):
        bring_in(shop, folder, **{"permits": ("small-catering",), **more})  # type: ignore[arg-type]
    assert not folder.parent.exists()


def test_a_folder_with_something_in_it_is_not_written_over(shop: Path, tmp_path: Path) -> None:
    """An empty folder is taken; one that holds anything is refused and stays as it was."""
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="not written over"):
        bring_in(shop, full)
    assert [path.name for path in full.iterdir()] == ["mine.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert bring_in(shop, empty).folder.joinpath("scene.yaml").is_file()


def test_a_disk_that_fails_half_way_leaves_nothing(shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error after the model was written takes everything away again."""

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("showroom.packages.bringing.shutil.copyfile", full)
    with pytest.raises(InputError, match="could not be written"):
        bring_in(shop, tmp_path / "new", permits=("small-catering",))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["shop.glb"]


def test_the_command_tells_guesses_figures_and_the_next_step(shop: Path, tmp_path: Path) -> None:
    """`showroom scene import` says what was guessed and why, before and after against the budget, and what comes next."""
    folder = tmp_path / "new"
    done = CliRunner().invoke(app, ["scene", "import", str(shop), "-o", str(folder), "--permit", "small-catering", "--lang", "en"])
    assert done.exit_code == 0, done.output
    for said in ("Up: y — glTF says y is up", "Size: 6.00 × 4.00 × 3.00 m", f"{TRIANGLES:,}", f"showroom clerk {folder}"):
        assert said in done.output
    again = CliRunner().invoke(app, ["scene", "import", str(shop), "-o", str(folder)])
    assert again.exit_code != 0


def test_a_known_length_scales_the_scene(shop: Path, tmp_path: Path) -> None:
    """Two points and a length on the command line make the room half as large; what is no such thing is told."""
    words = ["scene", "import", str(shop), "-o", str(tmp_path / "half"), "--lang", "en", "--known"]
    done = CliRunner().invoke(app, [*words, "0,0,0 6,0,0 3"])
    assert "Size: 3.00 × 2.00 × 1.50 m" in done.output
    with pytest.raises(InputError, match="not two points and a length"):
        CliRunner().invoke(app, [*words, "0,0,0 6"], catch_exceptions=False)


def test_more_than_the_budget_is_told_with_what_to_do(shop: Path, tmp_path: Path) -> None:
    """Too many triangles and too large a file are each a sentence; within the budget there is none."""
    told = bring_in(shop, tmp_path / "new").told
    assert told is not None
    assert list(over_budget(told.after, "en")) == []
    heavy = told.after.revise(triangles=TRIANGLES + 1, bytes=99_000_000)
    assert len(list(over_budget(heavy, "en"))) == 2
