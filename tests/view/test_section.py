"""What is shown of premises that are cut open, and with their ceilings off?"""

from collections.abc import Callable

import numpy as np
import pytest

from showroom.domain.plan import Plan
from showroom.modelling.model import Material, Model, Node
from showroom.view.recording_stage import RecordingStage
from showroom.view.section import STEPS, cut_faces
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage

from .conftest import mesh_of


def area(corners: np.ndarray[tuple[int, int, int], np.dtype[np.float32]]) -> float:
    """The area of triangles (k, 3, 3) seen from above."""
    side = corners[:, 1:, :2] - corners[:, :1, :2]
    return float(np.abs(side[:, 0, 0] * side[:, 1, 1] - side[:, 0, 1] * side[:, 1, 0]).sum() / 2.0)


def test_the_cut_faces_are_the_walls_less_their_openings(plan: Plan) -> None:
    """Below a door's head the doorways are gaps, above it they are not; above the walls there is nothing."""
    walls = 8.0 * 0.2 + 5.0 * 0.2 - 0.01 + 0.3 * 0.3
    below, above = cut_faces(plan, 1.2), cut_faces(plan, 2.5)
    assert area(above) == pytest.approx(walls, abs=0.15)
    assert area(above) - area(below) == pytest.approx(2 * 1.0 * 0.2, abs=0.05)
    assert float(below[..., 2].min()) == float(below[..., 2].max()) == pytest.approx(1.2)
    assert len(cut_faces(plan, 3.5)) == 0
    assert all(0.0 < step < 2.1 for step in STEPS)


def test_what_lies_above_the_cut_is_neither_seen_nor_met(new_stage: Callable[[], VtkStage], shop: Model, plan: Plan) -> None:
    """From outside only; inside everything stands, and without a cut all is as before."""
    stage = new_stage()
    stage.show(shop)
    stage.set_view("dollhouse")
    whole = stage.picture(320, 180).astype(int)
    stage.set_view("plan")
    place = stage.camera.place((6.0, 4.6, 0.9))
    assert stage.pick(place[0], place[1]).node == "bench"  # type: ignore[union-attr]
    stage.cut_at(0.5, cut_faces(plan, 0.5))
    stage.set_view("dollhouse")
    cut = stage.picture(320, 180).astype(int)
    assert (np.abs(cut - whole).max(axis=2) > 20).sum() > 500
    stage.set_view("plan")
    met = stage.pick(place[0], place[1])
    assert met is None or met.position[2] <= 0.5
    stage.set_view("inside")
    inside = stage.cast((6.0, 3.0, 0.8), (0.0, 1.0, 0.0))
    assert inside is not None
    assert inside.node == "bench"
    stage.set_view("dollhouse")
    stage.cut_at(None)
    assert np.abs(stage.picture(320, 180).astype(int) - whole).max() == 0


def test_a_ceiling_is_lifted_off_and_put_back(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """Inside one then sees and meets the open sky above."""
    stage = new_stage()
    stage.show(shop)
    stage.look_from(Pose((2.0, 1.0, 1.6), 90.0, 60.0))
    closed = stage.picture(320, 180).astype(int)
    stage.lift_ceiling(lifted=True)
    assert stage.cast((2.0, 4.0, 1.6), (0.0, 0.0, 1.0)) is None
    assert (np.abs(stage.picture(320, 180).astype(int) - closed).max(axis=2) > 10).sum() > 5000
    stage.lift_ceiling(lifted=False)
    assert stage.cast((2.0, 4.0, 1.6), (0.0, 0.0, 1.0)) is not None
    assert np.abs(stage.picture(320, 180).astype(int) - closed).max() == 0


def test_a_recording_stage_remembers_cuts_and_ceilings() -> None:
    """For windows' tests."""
    stage = RecordingStage()
    stage.cut_at(1.2)
    stage.lift_ceiling(lifted=True)
    assert (stage.cut, stage.lifted) == (1.2, True)


def test_flat_things_far_up_are_cut_off_too(new_stage: Callable[[], VtkStage]) -> None:
    """A large level sheet high above the floor is gone under a lower cut: heights are those of the model, not of its middle."""
    stage = new_stage()
    sheet = mesh_of(Material("caps", (0.1, 0.1, 0.1, 1.0)), [[(0, 0, 3), (30, 0, 3), (30, 20, 3), (0, 20, 3)]])
    floor = mesh_of(Material("floor", (1.0, 1.0, 1.0, 1.0)), [[(0, 0, 0), (30, 0, 0), (30, 20, 0), (0, 20, 0)]])
    stage.show(Model((Node("caps", (sheet,), "caps"), Node("floor", (floor,), "floors", "S"))))
    stage.set_view("plan")
    assert stage.picture(320, 180)[90, 160].max() < 60
    stage.cut_at(1.2)
    assert stage.picture(320, 180)[90, 160].min() > 200
