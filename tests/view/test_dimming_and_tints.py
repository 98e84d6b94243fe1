"""What stays bright while the rest is dimmed, and which pixels does a coloured floor change?"""

import numpy as np

from showroom.view.stage import Pose
from showroom.view.tints import Tint
from showroom.view.vtk_stage import VtkStage

ROOM_A = ((0.0, 0.0), (4.0, 0.0), (4.0, 5.0), (0.0, 5.0))


def test_the_thing_stays_as_bright_and_the_rest_is_dimmed(stage: VtkStage) -> None:
    """Dimming for the table: its top keeps its colours to the digit, the floor and the wall behind turn darker."""
    stage.look_from(Pose.looking((3.2, 3.2, 1.6), (1.6, 1.4, 0.6)))
    before = stage.picture(320, 180).astype(int)
    stage.highlight(["T1"], dimmed=True)
    after = stage.picture(320, 180).astype(int)
    top = stage.project((1.6, 1.4, 0.75))
    assert (after[round(top.y), round(top.x)] == before[round(top.y), round(top.x)]).all()
    assert (after[:15] < before[:15] * 0.75).all()
    stage.highlight([])
    assert (stage.picture(320, 180) == before).all()


def test_dimming_leaves_the_pictures_of_the_model_where_they_are(stage: VtkStage) -> None:
    """A thing is drawn over the veil with the model's own textures: when the dimming ends, none is handed over once more."""
    stage.look_from(Pose.looking((3.2, 3.2, 1.6), (1.6, 1.4, 0.6)))
    stage.draw(320, 180)
    (texture,) = stage._pieces.textures
    handed = texture.GetTextureObject().GetHandle()
    assert handed
    for dimmed in (True, False):
        stage.highlight(["T1"] if dimmed else [], dimmed=dimmed)
        assert texture.GetTextureObject().GetHandle() == handed
        stage.draw(320, 180)
        assert texture.GetTextureObject().GetHandle() == handed


def test_what_stands_in_front_of_the_thing_is_dimmed_too(stage: VtkStage) -> None:
    """The sign seen through nothing, the wall behind the table's legs: only the thing's own pixels shine through the veil."""
    stage.look_from(Pose.looking((1.0, 4.5, 1.6), (8.0, 4.5, 1.0)))  # the bench is behind the wall
    before = stage.picture(320, 180).astype(int)
    stage.highlight(["X1"], dimmed=True)
    assert (stage.picture(320, 180).astype(int) <= before * 0.8 + 12).all()


def test_dimming_is_told_once_and_alone_changes_the_picture(stage: VtkStage) -> None:
    """The same thing outlined with and without dimming are two states; asking again for either tells nobody."""
    told: list[int] = []
    stage.on_invalid(lambda: told.append(1))
    stage.highlight(["T1"])
    stage.highlight(["T1"], dimmed=True)
    stage.highlight(["T1"], dimmed=True)
    assert len(told) == 2


def test_a_panorama_is_not_dimmed_by_a_model_that_is_not_drawn(stage: VtkStage) -> None:
    """In the panorama view neither veil nor sheet is laid over the picture."""
    from showroom.view.panorama import Surround

    pixels = np.full((64, 128, 3), 200, np.uint8)
    stage.surround(Surround(pixels, (2.0, 2.5, 1.6), 0.0))
    stage.set_view("panorama")
    stage.look_from(Pose((2.0, 2.5, 1.6), 90.0))
    before = stage.picture(160, 90)
    stage.tint([Tint(ROOM_A, 0.0, (0.0, 0.4, 0.7))])
    stage.highlight(["X1"], dimmed=True)
    assert (stage.picture(160, 90)[:40] == before[:40]).all()


def test_a_coloured_floor_lies_under_what_stands_on_it(stage: VtkStage) -> None:
    """Tinting room A turns its floor blue and leaves the table, the walls and room B's floor as they are."""
    stage.look_from(Pose.looking((3.2, 4.0, 1.6), (1.4, 1.0, 0.3)))
    before = stage.picture(320, 180).astype(int)
    stage.tint([Tint(ROOM_A, 0.0, (0.0, 0.2, 0.9))])
    after = stage.picture(320, 180).astype(int)
    floor, table = stage.project((2.6, 2.6, 0.0)), stage.project((1.6, 1.4, 0.75))
    assert after[round(floor.y), round(floor.x)][0] < before[round(floor.y), round(floor.x)][0] - 50
    assert (after[round(table.y), round(table.x)] == before[round(table.y), round(table.x)]).all()
    assert (after[:10] == before[:10]).all()
    stage.tint([])
    assert (stage.picture(320, 180) == before).all()
