"""Does the draft drawn while the eye moves look like the whole?"""

import numpy as np
import pytest

from showroom.modelling.model import Model
from showroom.view.draft import draft_of
from showroom.view.loading import prepare
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage

FROM_DOOR = Pose.looking((3.0, 0.5, 1.6), (1.6, 4.0, 1.2))


def test_a_draft_has_one_piece_for_each_space_and_layer(shop: Model) -> None:
    """However many textures and materials a space has, its solid things are one piece; nothing of them is lost."""
    prepared = prepare(shop)
    draft = draft_of(prepared)
    solid = [batch for batch in prepared.batches if not batch.glass]
    places = {(None if batch.layer == "caps" else batch.space, batch.layer) for batch in solid}
    assert {(batch.space, batch.layer) for batch in draft.batches} == places
    assert len(draft.batches) == len(places) < len(solid)
    both = sum(len(batch.triangles) * (2 if batch.double_sided else 1) for batch in solid)
    assert sum(len(batch.triangles) for batch in draft.batches) == both
    assert len(draft.pictures) == 1


def test_a_model_without_textures_needs_no_pictures(shop: Model) -> None:
    """What has colours alone is drafted by its colours; an empty model has an empty draft."""
    plain = Model(tuple(node for node in shop.nodes if node.name in ("bench", "lamp", "walls A")))
    draft = draft_of(prepare(plain))
    assert draft.pictures == ()
    assert all(batch.tile is None and batch.uv is None for batch in draft.batches)
    assert draft_of(prepare(Model(()))).batches == ()


@pytest.mark.parametrize("view", ["inside", "dollhouse", "plan"])
def test_a_draft_shows_what_the_whole_shows(stage: VtkStage, view: str) -> None:
    """Drawn at the same size, draft and whole are one picture but for what smaller textures lose."""
    stage.set_view(view)
    stage.look_from(FROM_DOOR)
    stage.lighten(wait=True)
    pictures = []
    for draft in (False, True, False):
        stage.draw(320, 180, draft=draft)
        pictures.append(stage.pixels()[..., :3].astype(int))
    np.testing.assert_array_equal(pictures[0], pictures[2])
    assert np.abs(pictures[0] - pictures[1]).mean() < 1.0
    assert (np.abs(pictures[0] - pictures[1]).max(axis=2) > 24).mean() < 0.01


def test_a_repeated_texture_is_repeated_in_the_draft(stage: VtkStage) -> None:
    """Over a floor of many tiles the draft has as many light and dark places as the whole, right up to the tiles' seams."""
    stage.set_view("plan")
    stage.lighten(wait=True)
    dark = []
    for draft in (False, True):
        stage.draw(640, 360, draft=draft)
        dark.append((stage.pixels()[..., 0] < 180).mean())
    assert dark[0] > 0.05
    assert dark[1] == pytest.approx(dark[0], rel=0.02)
