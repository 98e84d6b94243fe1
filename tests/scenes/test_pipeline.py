"""The steps that make a scene are done when something has changed, and ask for light where an eye can see it."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from showroom.domain.plan import Opening, Plan, Space, Storey, Wall
from showroom.formats import read_vocabulary
from showroom.modelling import premises
from showroom.modelling.atlas import Texels, texels, unwrap
from showroom.modelling.finishes import material
from showroom.modelling.model import Mesh, Model, Node

AUTHORING = Path(__file__).resolve().parents[2] / "assets" / "authoring"


@pytest.fixture
def pipeline(script: Callable[[str], ModuleType]) -> ModuleType:
    """The pipeline's own modules, importable as its scripts see them."""
    return script("scenes")


def floor(side: float = 1.0) -> Model:
    """A square of concrete in the plane z = 0, seen from above."""
    corners = np.array([[0, 0, 0], [side, 0, 0], [side, side, 0], [0, side, 0]], np.float32)
    mesh = Mesh(material("concrete"), corners, np.array([[0, 1, 2], [0, 2, 3]], np.uint32), uv=corners[:, :2])
    return Model((Node("floor", (mesh,), "floors", "S1"),))


def work(pipeline: ModuleType, kept: Path, *, force: bool = False) -> object:
    """A scene on its way, its steps remembered in a folder."""
    return pipeline.Work(None, "preview", kept, kept, floor(), "print", force)


def test_a_step_is_done_once_for_the_same_inputs(pipeline: ModuleType, tmp_path: Path) -> None:
    """The second time nothing is done; with another input it is done again; when told to, in any case."""
    done: list[int] = []
    here = work(pipeline, tmp_path)
    for given in (1, 1, 2, 1):
        here.once("light", lambda given=given: done.append(given), given)  # type: ignore[attr-defined, misc]
    assert done == [1, 2, 1]
    work(pipeline, tmp_path, force=True).once("light", lambda: done.append(3), 1)  # type: ignore[attr-defined]
    assert done == [1, 2, 1, 3]


def test_a_step_that_fails_is_done_again(pipeline: ModuleType, tmp_path: Path) -> None:
    """A step that was begun and not finished is not taken for done."""
    here = work(pipeline, tmp_path)

    def fail() -> None:
        raise RuntimeError("no more disk")

    with pytest.raises(RuntimeError):
        here.once("light", fail, 1)  # type: ignore[attr-defined]
    done: list[int] = []
    here.once("light", lambda: done.append(1), 1)  # type: ignore[attr-defined]
    assert done == [1]


def test_light_is_asked_clear_of_surfaces_and_corners(pipeline: ModuleType) -> None:
    """Every point is 2 mm above the floor and at least 3 mm from its rim, so that no ray begins within a wall."""
    lighting = sys.modules["lighting"]
    atlas = unwrap(floor(), 64, density={}, skip=frozenset())
    points = lighting.held_clear(texels(atlas), atlas)
    assert points[:, 2] == pytest.approx(0.002)
    assert points[:, :2].min() >= 0.003
    assert points[:, :2].max() <= 0.997


def test_steel_is_seen_from_the_nearest_viewpoint_before_it(pipeline: ModuleType) -> None:
    """Not from the nearest of all, if that one is behind the surface."""
    lighting = sys.modules["lighting"]
    atlas = unwrap(floor(), 32, density={}, skip=frozenset())
    spots: Texels = texels(atlas)
    eyes = np.array([[0.5, 0.5, -0.4], [3.0, 0.5, 1.6], [9.0, 0.5, 1.6]])
    assert set(lighting.nearest_eye(spots, atlas, eyes)) == {1}


def test_no_stray_light_comes_from_above_or_below(pipeline: ModuleType) -> None:
    """A lid, a base and the ground are added, each over the whole premises, none of them bright."""
    lighting = sys.modules["lighting"]
    corners, own = lighting.shell(floor(4.0), -5.0)
    heights = sorted({round(float(z), 3) for z in corners[..., 2].ravel()})
    assert heights == [-5.0, -0.05, 0.02]
    for z in heights:
        level = corners[np.isclose(corners[:, 0, 2], z)]
        assert level[..., :2].min() <= 0.0
        assert level[..., :2].max() >= 4.0
    assert own.max() < 0.5


def test_the_lock_of_blender_names_no_address() -> None:
    """Every package is pinned with hashes, and nothing says where to fetch it."""
    lock = (AUTHORING / "cycles" / "requirements.lock").read_text(encoding="utf-8")
    assert "bpy==" in lock
    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert "index-url" not in lock


def test_nothing_but_the_scripts_for_blender_imports_it() -> None:
    """Blender is GPL: it is a tool that is run, and no module of ours."""
    root = AUTHORING.parents[1]
    importing = {
        path.relative_to(root).parts[:3]
        for folder in ("showroom", "assets", "benchmarks", ".ci")
        for path in (root / folder).rglob("*.py")
        if "import bpy" in path.read_text(encoding="utf-8") or "from bpy" in path.read_text(encoding="utf-8")
    }
    assert importing == {("assets", "authoring", "cycles")}


def door_model(*, apart: bool) -> Model:
    """A room with a door, its leaf within the door's own node or apart."""
    plan = Plan(
        storeys=(
            Storey(
                id="F",
                height=2.7,
                walls=(Wall(id="W", axis=((0, 0), (3, 0)), thickness=0.2),),
                spaces=(Space(id="S", name="店", use="dining", outline=((0, 0.1), (3, 0.1), (3, 3), (0, 3))),),
                openings=(Opening(id="D", kind="door", wall="W", at=1.5, width=0.9, swing="in", serves="S"),),
            ),
        )
    )
    whole = premises.build(plan, read_vocabulary())
    if apart:
        return whole
    door = next(node for node in whole.nodes if node.name == "D")
    leaf = next(node for node in whole.nodes if node.leaf)
    joined = replace(door, meshes=(*door.meshes, *leaf.meshes))
    return Model(tuple(joined if node is door else node for node in whole.nodes if not node.leaf))


def test_an_older_scene_gets_its_leaves_without_another_light(script: Callable[[str], ModuleType]) -> None:
    """Every face of the leaf goes into a node of its own, the frame keeps the rest, and no other face is touched."""
    hanging = script("hanging")
    old, plain = door_model(apart=False), door_model(apart=True)
    new = hanging.with_leaves(old, plain)

    def faces(model: Model, name: str) -> int:
        return sum(len(mesh.triangles) for node in model.nodes if node.name == name for mesh in node.meshes)

    assert faces(new, "D leaf 1") == faces(plain, "D leaf 1") > 0
    assert faces(new, "D") == faces(plain, "D") > 0
    assert next(node.leaf for node in new.nodes if node.leaf) == next(node.leaf for node in plain.nodes if node.leaf)
    assert [node.name for node in new.nodes] == [node.name for node in plain.nodes]
    assert hanging.with_leaves(new, plain) is new


def test_a_scene_of_another_plan_is_not_split(script: Callable[[str], ModuleType]) -> None:
    """Faces that are not there end the step with a sentence."""
    old = door_model(apart=False)
    moved = [replace(mesh, positions=mesh.positions + 0.5) for mesh in next(n for n in old.nodes if n.name == "D").meshes]
    other = Model(tuple(replace(node, meshes=tuple(moved)) if node.name == "D" else node for node in old.nodes))
    with pytest.raises(SystemExit, match="build the scene again"):
        script("hanging").with_leaves(other, door_model(apart=True))
