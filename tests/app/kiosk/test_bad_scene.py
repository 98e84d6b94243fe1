"""A scene with things missing or misplaced: it opens, the applicant is told nothing, the log and the clerk are told everything."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from typer.testing import CliRunner

from showroom import formats, home
from showroom.app.clerk.problems import complaints
from showroom.app.kiosk.catalogue import Exhibit, Premises, tell_flaws
from showroom.app.widgets.words import Picture
from showroom.cli.program import app
from showroom.domain.scene import Scene
from showroom.packages.flaws import file_flaws, outside_by, placing_flaws, wall_at

PERMIT, SCENE = "food-catering", "hot-food-shop"
WALL_EYE = (3.0, 4.95, 1.6)
"""In the wall between dining room and kitchen, beside the hatch."""


def press(kiosk: Any, name: str) -> None:
    """Press the visible thing of that name."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"no visible {name}"
    kiosk.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    kiosk.settle()


def damaged(scene: Scene) -> Scene:
    """The scene with every kind of fault a scene can have and still be read."""
    first, second, *others = scene.hotspots
    lost = first.revise(
        anchor={"position": [400.0, -300.0, 50.0]}, media=({"path": "pictures/none.jpg"}, {"path": "pictures/empty.jpg"})
    )
    nodeless = second.revise(anchor={"node": "no-such-node"})
    views = (scene.viewpoints[0].revise(eye=WALL_EYE), *scene.viewpoints[1:])
    return scene.revise(
        viewpoints=views,
        hotspots=(lost, nodeless, *others),
        panoramas=({"image": "panoramas/empty.jpg", "position": [6.0, 2.4, 1.6]},),
        mistakes=(scene.mistakes[0].revise(hotspot=first.id, right="mistakes/none.jpg", wrong="pictures/empty.jpg",
                                           breaks=first.requirements[0]),),
        quiz=(),
    )  # fmt: skip


@pytest.fixture
def bad(tmp_path: Path) -> Exhibit:
    """The damaged scene in a folder that has its plan and application, empty pictures, and no clip at all."""
    folder = tmp_path / SCENE
    whole = home.scenes() / SCENE
    for name in ("pictures", "panoramas"):
        (folder / name).mkdir(parents=True)
        (folder / name / "empty.jpg").touch()
    for name in ("premises.plan.yaml", "premises.application.yaml"):
        shutil.copy(whole / name, folder / name)
    return Exhibit(folder, damaged(formats.read_scene(whole)))


@pytest.fixture
def kiosk_of_it(make_kiosk: Callable[..., Any], catalogue: Any, bad: Exhibit) -> Any:
    """A kiosk that has that scene alone."""

    class Damaged(type(catalogue)):  # type: ignore[misc]
        def load_premises(self, exhibit: Exhibit) -> Premises:
            premises: Premises = super().load_premises(exhibit)
            tell_flaws(exhibit, premises.plan, premises.model)
            return premises

    return make_kiosk(catalogue=Damaged(catalogue.permits, (bad,), catalogue.vocabulary))


@pytest.mark.logs_warnings
def test_a_damaged_scene_opens_and_the_applicant_sees_no_fault(kiosk_of_it: Any, bad: Exhibit, caplog: Any) -> None:
    """The visitor stands in a room, reads every card, hears the tour as captions; the log names each missing thing."""
    kiosk = kiosk_of_it
    kiosk.open_showroom()
    eye = kiosk.stage.pose.eye
    assert wall_at(kiosk.around.premises.plan, eye) is None
    assert outside_by(kiosk.around.premises.plan, eye) == 0
    page = kiosk.window.page
    lost = bad.scene.hotspots[0].id
    assert lost not in page.showing.places
    press(kiosk, "tour-list")
    press(kiosk, f"list-{lost}")
    dock = page.overlays.dock
    assert bad.scene.hotspots[0].card.text.in_("zh_CN") in {w.text() for w in dock.findChildren(QLabel)}
    assert dock.findChildren(Picture) == []
    shown = " ".join(w.text() for w in kiosk.window.findChildren(QLabel))
    assert not [word for word in ("none.jpg", "empty.jpg", "no-such-node") if word in shown]
    press(kiosk, "card-close")
    press(kiosk, "tour-tour")
    assert page.overlays.caption.words.text()
    for name in ("pictures/none.jpg", "pictures/empty.jpg", "panoramas/empty.jpg", "mistakes/none.jpg", "no-such-node", lost):
        assert name in caplog.text


def test_every_fault_is_a_line_of_scene_validate_and_of_the_studios_list(bad: Exhibit, qapp: object) -> None:
    """Missing and empty files, a viewpoint in a wall, a key point far outside, a node that is not there: each is named once."""
    plan = formats.read_plan(bad.plan_path)
    flaws = [*file_flaws(bad.folder, bad.scene), *placing_flaws(bad.scene, plan, {"floor"})]
    kinds = {(flaw.kind, flaw.detail) for flaw in flaws}
    assert {
        ("file-missing", "pictures/none.jpg"),
        ("file-empty", "pictures/empty.jpg"),
        ("file-empty", "panoramas/empty.jpg"),
        ("spot-node", "no-such-node"),
    } <= kinds
    assert {flaw.thing for flaw in flaws if flaw.kind == "view-in-wall"} == {bad.scene.viewpoints[0].id}
    assert {flaw.thing for flaw in flaws if flaw.kind == "spot-far"} == {bad.scene.hotspots[0].id}
    clips = {clip for tour in bad.scene.tours for stop in tour.stops for clip in stop.clip.values()}
    assert clips <= {flaw.detail for flaw in flaws if flaw.kind == "file-missing"}
    known = {row for spot in bad.scene.hotspots for row in spot.requirements}
    said = [one for one in complaints(bad.scene, known, flaws) if one not in complaints(bad.scene, known)]
    assert len(said) == len(flaws)
    assert all(one.weight == "wrong" and "{" not in one.sentence for one in said)
    assert {one.spot for one in said if one.spot} == {bad.scene.hotspots[0].id} | {
        flaw.thing for flaw in flaws if flaw.kind == "spot-node"
    }


def test_scene_validate_names_files_and_places_and_exits_1(tmp_path: Path) -> None:
    """`showroom scene validate FOLDER` prints a line for each, with place, reason and remedy."""
    folder = tmp_path / "scene"
    whole = home.scenes() / "small-eatery"
    folder.mkdir()
    for path in whole.iterdir():
        (folder / path.name).symlink_to(path)
    scene = formats.read_scene(whole)
    (folder / "scene.yaml").unlink()
    spot = scene.hotspots[0]
    changed = scene.revise(
        hotspots=(spot.revise(anchor={"position": [90.0, 90.0, 1.0]}, media=({"path": "pictures/none.jpg"},)), *scene.hotspots[1:])
    )
    formats.write_scene(changed, folder)
    done = CliRunner().invoke(app, ["scene", "validate", str(folder), "--as-of", "2026-11-23"])
    assert done.exit_code == 1, done.output
    lines = done.output.splitlines()
    assert any("pictures/none.jpg" in line and "add the file" in line for line in lines)
    assert any(spot.id in line and "outside the premises" in line for line in lines)


def test_a_doorway_is_no_wall() -> None:
    """A point in the opening of a wall is in no wall, one beside it is; one in a room is in none."""
    plan = formats.read_plan(home.scenes() / SCENE / "premises.plan.yaml")
    door = next(one for one in plan.openings if one.id == "D-entrance")
    wall = next(wall for storey in plan.storeys for wall in storey.walls if wall.id == door.wall)
    (ax, ay), (bx, by) = wall.axis
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5

    def at(along: float) -> tuple[float, float, float]:
        return ax + (bx - ax) * along / length, ay + (by - ay) * along / length, 1.6

    assert wall_at(plan, at(door.at)) is None
    assert wall_at(plan, at(door.at + door.width / 2 + 0.1)) == wall.id
    assert wall_at(plan, (6.0, 2.4, 1.6)) is None
