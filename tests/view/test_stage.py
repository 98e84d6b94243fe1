"""What does the stage show, what is under a finger, and what hides what?"""

from collections.abc import Callable

import numpy as np
import pytest

from showroom.domain.errors import InputError
from showroom.modelling.model import Material, Model, Node, Texture
from showroom.view import pieces
from showroom.view.presenting import shifts
from showroom.view.recording_stage import RecordingStage
from showroom.view.stage import Pose, Stage
from showroom.view.vtk_stage import VtkStage

FROM_DOOR = Pose.looking((3.0, 0.5, 1.6), (1.6, 4.0, 1.2))


def pair(stage: VtkStage, shop: Model) -> tuple[VtkStage, RecordingStage]:
    """Return the stage and a recording one that shows the same."""
    recording = RecordingStage(320, 180)
    recording.show(shop)
    return stage, recording


@pytest.mark.parametrize("view", ["inside", "dollhouse", "plan"])
def test_picks_are_those_of_every_triangle_tried(stage: VtkStage, shop: Model, view: str) -> None:
    """What the locator finds under 150 places is what trying every triangle finds."""
    both = pair(stage, shop)
    for one in both:
        one.set_view(view)
        one.look_from(FROM_DOOR)
    random = np.random.default_rng(3)
    found = 0
    for x, y in random.random((150, 2)) * (320, 180):
        ours, brute = (one.pick(x, y) for one in both)
        assert (ours is None) == (brute is None)
        if ours and brute:
            found += 1
            assert ours.distance == pytest.approx(brute.distance, abs=1e-4)
            np.testing.assert_allclose(ours.position, brute.position, atol=1e-4)
            np.testing.assert_allclose(ours.normal, brute.normal, atol=1e-4)
            assert (ours.node, ours.plan_id) == (brute.node, brute.plan_id)
    assert found > 50


@pytest.mark.parametrize("view", ["inside", "dollhouse", "plan"])
def test_both_stages_project_alike(stage: VtkStage, shop: Model, view: str) -> None:
    """Place, distance, front and hiding of 100 points are the same on the real and the recording stage."""
    both = pair(stage, shop)
    for one in both:
        one.set_view(view)
        one.look_from(FROM_DOOR)
    random = np.random.default_rng(4)
    for point in random.random((100, 3)) * (7.8, 4.8, 2.5) + 0.1:
        ours, theirs = (one.project(tuple(point)) for one in both)
        assert (ours.x, ours.y, ours.distance) == pytest.approx((theirs.x, theirs.y, theirs.distance))
        assert (ours.in_front, ours.hidden) == (theirs.in_front, theirs.hidden)


def test_a_point_picked_is_projected_back_and_seen(stage: VtkStage) -> None:
    """What was picked at a place appears at that place and is not hidden by itself."""
    stage.look_from(FROM_DOOR)
    hit = stage.pick(100.0, 120.0)
    assert hit is not None
    back = stage.project(hit.position)
    assert (back.x, back.y) == pytest.approx((100.0, 120.0), abs=1e-3)
    assert back.in_front
    assert not back.hidden


def test_a_wall_hides_what_is_behind_it_and_glass_does_not(stage: VtkStage) -> None:
    """The bench in the next room is hidden; a sign behind a pane is not, and the pick goes through the pane."""
    stage.look_from(Pose.looking((2.0, 4.0, 1.6), (8.0, 4.0, 1.2)))
    assert stage.project((6.0, 4.2, 0.5)).hidden
    beyond = stage.project((3.9, 4.0, 1.4))
    assert not beyond.hidden
    hit = stage.pick(beyond.x, beyond.y)
    assert hit is not None
    assert hit.node == "walls A"


def test_the_ceiling_is_lifted_off_from_outside_and_caps_are_put_on(stage: VtkStage) -> None:
    """From above one meets the floor, not the ceiling or a lamp; between the rooms one meets the dark top of the wall."""
    stage.set_view("plan")
    for point, node in (((0.5, 2.5, 0.0), "floor A"), ((2.0, 2.5, 0.0), "floor A"), ((4.1, 1.0, 3.0), "caps")):
        place = stage.project(point)
        hit = stage.pick(place.x, place.y)
        assert hit is not None
        assert hit.node == node
    stage.set_view("inside")
    stage.look_from(Pose((2.0, 1.0, 1.0), 90.0, 80.0))
    hit = stage.pick(160.0, 90.0)
    assert hit is not None
    assert hit.node == "ceiling A"


def test_the_picture_shows_the_colours_of_the_model(stage: VtkStage) -> None:
    """Where the sign is picked the picture is green, where the wall is picked it has the wall's colour."""
    stage.look_from(Pose.looking((2.2, 2.8, 1.6), (2.2, 5.0, 1.8)))
    picture = stage.picture(320, 180)
    assert picture.shape == (180, 320, 3)
    hit = stage.pick(160, 90)
    assert hit is not None
    assert hit.node == "sign"
    np.testing.assert_allclose(picture[90, 160], np.array([0.1, 0.5, 0.3]) * 255, atol=3)
    side = stage.pick(20, 60)
    assert side is not None
    assert side.node.startswith("walls")
    np.testing.assert_allclose(picture[60, 20], np.array([0.93, 0.9, 0.85]) * 255, atol=3)


def test_rows_of_a_picture_begin_at_the_top(stage: VtkStage) -> None:
    """Looking level, the upper rows are even wall and ceiling, the lower rows the checked floor."""
    stage.look_from(Pose((0.3, 4.0, 1.6), -20.0))
    picture = stage.picture(320, 180)[..., 0]
    assert np.ptp(picture[:10, :150]) == 0
    assert np.ptp(picture[-10:, :150]) > 50


def test_the_lights_atlas_is_multiplied_over_the_colour(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """A surface of colour 0.8 under an atlas of 0.5 is drawn with 0.4."""
    floor = shop.nodes[0].meshes[0]
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (8, 8), (128, 128, 128)).save(out, "PNG")
    baked = Material("baked", (0.8, 0.8, 0.8, 1.0), light=Texture("atlas", out.getvalue(), repeat=False))
    mesh = type(floor)(baked, floor.positions, floor.triangles, None, None, np.full((len(floor.positions), 2), 0.5, np.float32))
    stage = new_stage()
    stage.show(Model((Node("floor", (mesh,), "floors"),)))
    stage.look_from(Pose((2.0, 2.5, 1.6), 0.0, -70.0))
    np.testing.assert_allclose(stage.picture(320, 180)[90, 160], 0.8 * 128, atol=3)


def test_a_highlight_draws_an_outline_round_the_thing_alone(stage: VtkStage) -> None:
    """Outlining the sign changes pixels about its edge, none in its middle, none far away; ending it undoes it."""
    stage.look_from(Pose.looking((2.2, 2.0, 1.6), (2.2, 5.0, 1.8)))
    before = stage.picture(320, 180)
    stage.highlight(["G1"])
    changed = (before != stage.picture(320, 180)).any(axis=2)
    corner = stage.project((1.8, 4.99, 1.6))
    assert changed[round(corner.y) - 2 : round(corner.y) + 3, round(corner.x) - 4 : round(corner.x) + 1].any()
    middle = stage.project((2.2, 4.99, 1.8))
    assert not changed[round(middle.y), round(middle.x)]
    assert not changed[:20].any()
    assert not changed[:, :40].any()
    stage.highlight([])
    assert (stage.picture(320, 180) == before).all()


def test_an_outline_behind_a_wall_is_not_seen(stage: VtkStage) -> None:
    """A thing in the next room, hidden by the wall, gets no outline in this one."""
    stage.look_from(Pose.looking((1.0, 4.5, 1.6), (8.0, 4.5, 1.0)))
    before = stage.picture(320, 180)
    stage.highlight(["X1"])
    assert (stage.picture(320, 180) == before).all()


def test_hiding_rooms_out_of_sight_does_not_change_the_picture(stage: VtkStage) -> None:
    """The picture from inside a room is the same whether or not the rooms it cannot see are drawn."""
    poses = [Pose((1.0, 3.0, 1.6), yaw) for yaw in (0.0, 90.0, 180.0)] + [Pose((6.0, 2.0, 1.6), 180.0), Pose((4.1, 2.5, 1.6), 0.0)]
    before = []
    for pose in poses:
        stage.look_from(pose)
        before.append(stage.picture(160, 90))
    stage.lighten(wait=True)
    for pose, picture in zip(poses, before, strict=True):
        stage.look_from(pose)
        assert (stage.picture(160, 90) == picture).all()


def test_warming_up_hands_over_every_piece_and_changes_nothing(
    new_stage: Callable[[], VtkStage], shop: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A little at each turn, in several turns, until the share is whole; the picture is then that of a stage never warmed."""
    monkeypatch.setattr(pieces, "_HANDFUL", 2_000)
    cold, warm = new_stage(), new_stage()
    for stage in (cold, warm):
        stage.show(shop)
        stage.look_from(FROM_DOOR)
        stage.lighten(wait=True)
    shares = list(warm.warm_up())
    assert len(shares) > 4
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    for draft in (False, True):
        frames = []
        for stage in (cold, warm):
            stage.draw(320, 180, draft=draft)
            frames.append(stage.pixels().copy())
        np.testing.assert_array_equal(*frames)


@pytest.mark.parametrize("kind", ["real", "recording"])
def test_every_change_is_told_once_and_none_is_told_without_a_change(
    new_stage: Callable[[], VtkStage], shop: Model, kind: str
) -> None:
    """Each verb that changes what is seen calls back once; saying the same again calls nobody."""
    stage: Stage = new_stage() if kind == "real" else RecordingStage(320, 180)
    told: list[int] = []
    stage.on_invalid(lambda: told.append(1))
    for change, same in (
        (lambda: stage.show(shop), None),
        (lambda: stage.resize(200, 100), lambda: stage.resize(200, 100)),
        (lambda: stage.look_from(FROM_DOOR), lambda: stage.look_from(FROM_DOOR)),
        (lambda: stage.highlight(["T1"]), lambda: stage.highlight(["T1"])),
        (lambda: stage.set_view("plan"), lambda: stage.set_view("plan")),
    ):
        told.clear()
        change()
        assert len(told) == 1
        if same is not None:
            same()
            assert len(told) == 1
    assert stage.view == "plan"
    assert stage.pose == FROM_DOOR
    stage.on_invalid(None)
    stage.set_view("inside")
    assert len(told) == 1


def test_another_model_is_drawn_in_a_context_of_its_own(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """Software keeps what it drew with until it happens to reuse it, unless the context goes too; the pictures stay the same."""
    stage = new_stage()
    stage.show(shop)
    stage.look_from(FROM_DOOR)
    before, made = stage.picture(160, 90), stage.window.GetContextCreationTime()
    stage.highlight(["T1"], dimmed=True)
    dimmed = stage.picture(160, 90)
    assert stage.window.GetContextCreationTime() == made
    for _ in range(3):
        stage.show(Model(()))
        stage.picture(64, 36)
        stage.show(shop)
        assert (stage.picture(160, 90) == before).all()
        stage.highlight(["T1"], dimmed=True)
        assert (stage.picture(160, 90) == dimmed).all()
        assert stage.window.GetContextCreationTime() > made
        made = stage.window.GetContextCreationTime()


def test_an_empty_model_is_an_empty_sky(new_stage: Callable[[], VtkStage]) -> None:
    """Nothing to show is a light background, nothing under the finger, and no error."""
    stage = new_stage()
    stage.show(Model(()))
    assert stage.picture(64, 36).mean() > 170
    assert stage.pick(10, 10) is None
    assert not stage.project((1.0, 0.0, 1.6)).hidden


def test_a_texture_that_cannot_be_decoded_is_refused(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """A truncated picture in a model ends in one sentence, and the stage goes on showing what it showed."""
    stage = new_stage()
    stage.show(shop)
    table = next(node for node in shop.nodes if node.name == "table").meshes[0]
    assert table.material.texture is not None
    cut = Texture("cut", table.material.texture.data[:60])
    broken = type(table)(Material("broken", texture=cut), table.positions, table.triangles, None, table.uv)
    with pytest.raises(InputError, match="texture cut"):
        stage.show(Model((Node("n", (broken,)),)))
    stage.look_from(FROM_DOOR)
    assert stage.pick(160, 90) is not None


def test_shifts_average_to_almost_nothing() -> None:
    """The shifted frames lie evenly within half a pixel, the first not shifted at all."""
    found = np.array(shifts(8))
    assert tuple(found[0]) == (0.0, 0.0)
    assert np.abs(found).max() <= 0.5
    assert np.abs(found.mean(axis=0)).max() < 0.1
    assert len(np.unique(found, axis=0)) == 8
