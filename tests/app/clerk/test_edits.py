"""One act on a scene, as a value: what changes, and what must not."""

from pathlib import Path

import pytest

from showroom import formats
from showroom.app.clerk import edits
from showroom.app.clerk.problems import complaints
from showroom.domain.scene import Scene
from showroom.packages.scenes import scene_folders
from showroom.view.stage import Hit, Pose

HIT = Hit((1.23456, -0.00001, 2.0), (0.0, 0.0, 1.0), "table", "T1", 2.0)


@pytest.fixture
def scene(folder: Path) -> Scene:
    """Return the small shop."""
    return formats.read_scene(folder)


def test_a_new_point_lies_to_the_millimetre(scene: Scene) -> None:
    """A key point keeps position, normal and node of the surface, rounded to the millimetre and without negative zeros."""
    changed, name = edits.place(scene, HIT)
    anchor = changed.hotspot(name).anchor
    assert anchor.position == (1.235, 0.0, 2.0)
    assert str(anchor.position[1]) == "0.0"
    assert anchor.node == "table"


def test_ids_are_never_used_twice(scene: Scene) -> None:
    """Points placed, deleted and placed again get ids of their own."""
    names = []
    for _ in range(4):
        scene, name = edits.place(scene, HIT)
        names.append(name)
    scene = edits.delete(scene, names[1])
    scene, again = edits.place(scene, HIT)
    assert len({spot.id for spot in scene.hotspots}) == 6
    assert again == names[1]


def test_binding_twice_binds_once(scene: Scene) -> None:
    """A requirement stands in a key point's list once, however often it is bound."""
    once = edits.bind(scene, "basin", "fire.door.clear-width", bound=True)
    assert edits.bind(once, "basin", "fire.door.clear-width", bound=True) == once
    assert edits.bind(once, "basin", "fire.door.clear-width", bound=False) == scene


def test_english_may_be_emptied_and_chinese_may_not(scene: Scene) -> None:
    """Emptying English removes it; emptying Chinese of a needed text is refused."""
    changed = edits.write(scene, "basin", "title", "en", " ")
    assert changed is not None
    assert changed.hotspot("basin").card.title.root == {"zh_CN": "洗手池"}
    assert edits.write(scene, "basin", "title", "zh_CN", "") is None


def test_a_common_mistake_may_be_taken_away(scene: Scene) -> None:
    """The common mistake begins with Chinese words and goes when they are emptied, but never takes English with it."""
    assert edits.write(scene, "basin", "common_mistake", "en", "Too far away") is None
    told = edits.write(scene, "basin", "common_mistake", "zh_CN", "离得太远")
    assert told is not None
    both = edits.write(told, "basin", "common_mistake", "en", "Too far away")
    assert both is not None
    assert edits.write(both, "basin", "common_mistake", "zh_CN", "") is None
    assert edits.write(told, "basin", "common_mistake", "zh_CN", "") == scene


def test_order_stays_within_the_list(scene: Scene) -> None:
    """Moving the first point earlier or the last one later changes nothing."""
    assert edits.shift(scene, "basin", -1) == scene
    assert edits.shift(scene, "lamp", 1) == scene
    assert [spot.id for spot in edits.shift(scene, "lamp", -1).hotspots] == ["lamp", "basin"]


def test_a_saved_view_looks_where_the_eye_looked(scene: Scene) -> None:
    """A viewpoint taken from a pose leads back to that pose."""
    pose = Pose((1.0, 2.0, 1.6), 30.0, -10.0, 50.0)
    changed, name = edits.add_view(scene, pose, None)
    view = changed.viewpoint(name)
    back = Pose.looking(view.eye, view.look, view.field_of_view)
    assert (back.yaw, back.pitch, back.field_of_view) == pytest.approx((30.0, -10.0, 50.0), abs=0.1)


def test_problems_speak_of_what_is_missing(scene: Scene, qapp: object) -> None:
    """A fresh key point is complained about: no requirement, first words, no viewpoint, no tour; a whole one is not."""
    known = {"food-catering.hand-basin", "food-catering.fly-lamp"}
    assert complaints(scene, known) == ()
    changed, name = edits.place(scene, HIT)
    found = complaints(changed, known)
    assert len(found) == 4
    assert {one.spot for one in found} == {name}
    assert [one.weight for one in found] == ["missing", "missing", "missing", "advice"]


def test_an_unknown_requirement_is_the_worst_problem(scene: Scene, qapp: object) -> None:
    """A requirement the register does not have comes first."""
    found = complaints(scene, {"food-catering.hand-basin"})
    assert found[0].weight == "wrong"
    assert "food-catering.fly-lamp" in found[0].sentence


def test_any_point_of_a_bundled_scene_can_be_deleted() -> None:
    """Mistakes and questions shown at a deleted key point go with it; everything else stays, and the scene is still whole."""
    for folder in scene_folders():
        scene = formats.read_scene(folder)
        for spot in scene.hotspots:
            after = edits.delete(scene, spot.id)
            assert len(after.hotspots) == len(scene.hotspots) - 1
            assert [one for one in after.mistakes if one.hotspot == spot.id] == []
            assert [one.id for one in after.mistakes] == [one.id for one in scene.mistakes if one.hotspot != spot.id]
            assert [one.id for one in after.quiz] == [one.id for one in scene.quiz if one.hotspot != spot.id]
