"""When does a door open, where does its leaf hang, and what does one see and touch of it meanwhile?"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from showroom.modelling.model import Leaf, Material, Model, Node
from showroom.view.doors import GONE, NEAR, SECONDS, Doors
from showroom.view.loading import prepare
from showroom.view.stage import Pose
from showroom.view.visibility import see_rooms
from showroom.view.vtk_stage import VtkStage

from .conftest import box, mesh_of

SHUT = Leaf("D1", (4.1, 2.0, 0.0), (4.1, 3.0, 0.0), 80.0, (0.0, 0.0, 0.0), is_open=False)
OPEN = Leaf("D1", (4.0, 2.0, 0.0), (3.0, 2.0, 0.0), -90.0, (0.1, 0.0, 0.0), is_open=True, closes=True)
FAR, BESIDE = (1.0, 2.5, 1.6), (3.2, 2.5, 1.6)


def hung(shop: Model, leaf: Leaf = SHUT) -> Model:
    """The shop with a leaf in its doorway, drawn shut or open."""
    low, high = ((4.08, 2.0, 0.0), (4.12, 3.0, 2.1)) if leaf is SHUT else ((3.0, 1.98, 0.0), (4.0, 2.02, 2.1))
    node = Node("D1 leaf 1", (mesh_of(Material("oak", (0.6, 0.4, 0.2, 1.0)), box(low, high)),), "trim", "A", "D1", leaf)
    return Model((*shop.nodes, node))


def shares(doors: Doors, eye: tuple[float, float, float], *times: float) -> list[float]:
    """The share of the first leaf at these times; where it is not told it is as before."""
    found, last = [], float("nan")
    for time in times:
        for _, share in doors.advance(eye, time):
            last = share
        found.append(last)
    return found


def test_a_shut_door_opens_for_whoever_comes_near_and_shuts_behind_them() -> None:
    """Slowing down towards the end, in a quarter of a second; between near and gone it stays as it is."""
    doors = Doors([SHUT])
    assert list(doors.advance(FAR, 0.0)) == []
    began, middle, end = shares(doors, BESIDE, 1.0, 1.0 + SECONDS / 2, 1.0 + SECONDS)
    assert np.isnan(began)
    assert 0.5 < middle < 1.0
    assert end == 1.0
    assert not doors.moving
    assert list(doors.advance((4.1 - (NEAR + GONE) / 2, 2.5, 1.6), 2.0)) == []
    assert shares(doors, FAR, 3.0, 3.0 + SECONDS)[-1] == 0.0


def test_a_door_that_closes_by_itself_stands_as_drawn_until_somebody_has_passed_it() -> None:
    """Then it falls shut behind them, opens for the next, and stands as drawn again after a flight."""
    doors = Doors([OPEN])
    assert list(doors.advance(FAR, 0.0)) == []
    assert list(doors.advance(BESIDE, 1.0)) == []
    assert shares(doors, FAR, 2.0, 2.0 + SECONDS)[-1] == 1.0
    assert shares(doors, BESIDE, 3.0, 3.0 + SECONDS)[-1] == 0.0
    shares(doors, FAR, 4.0, 4.0 + SECONDS)
    doors.as_drawn()
    assert shares(doors, FAR, 5.0, 5.0 + SECONDS)[-1] == 0.0


def test_without_motion_a_door_jumps() -> None:
    """Whoever wants no motion sees the door open at once."""
    doors = Doors([SHUT], still=True)
    assert list(doors.advance(BESIDE, 0.0)) == [(0, 1.0)]
    assert not doors.moving


def test_a_turn_back_on_the_way_begins_where_the_leaf_is() -> None:
    """A leaf never jumps while it swings."""
    doors = Doors([SHUT])
    shares(doors, BESIDE, 0.0, SECONDS / 2)
    there = next(iter(doors.advance(BESIDE, SECONDS * 0.6)))[1]
    shares(doors, FAR, SECONDS * 0.6)
    after = next(iter(doors.advance(FAR, SECONDS * 0.61)))[1]
    assert after == pytest.approx(there, abs=0.06)


def test_both_leaves_of_a_doorway_move_together() -> None:
    """Near is measured from the middle of the doorway, not of a leaf."""
    other = replace(SHUT, hinge=(4.1, 4.0, 0.0), tip=(4.1, 3.0, 0.0), turn=-80.0)
    doors = Doors([SHUT, other])
    assert list(doors.advance((3.1, 2.5, 1.6), 0.0)) == []
    assert [number for number, _ in doors.advance((3.1, 2.5, 1.6), 0.1)] == [0, 1]


def test_a_door_on_another_storey_does_not_open() -> None:
    """Whoever stands above it is not near."""
    assert list(Doors([SHUT], still=True).advance((3.2, 2.5, 5.0), 0.0)) == []


def test_what_can_move_is_drawn_apart_and_hides_no_room(shop: Model) -> None:
    """Only leaves that ever move are set apart; the room behind a shut door is still one that may be seen."""
    assert prepare(hung(shop, replace(OPEN, closes=False))).leaves == ()
    prepared = prepare(hung(shop))
    assert [hanging.leaf for hanging in prepared.leaves] == [SHUT]
    assert len(prepared.batches) == len(prepare(shop).batches)
    rooms = see_rooms(prepared)
    assert rooms is not None
    assert "B" in rooms.seen["A"]


def test_a_ray_meets_a_leaf_where_it_hangs(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """Shut it is met in the doorway, open beside it, and the way through is free; what is drawn follows."""
    stage = new_stage()
    stage.show(hung(shop))
    stage.look_from(Pose.looking((2.5, 2.6, 1.6), (6.0, 2.6, 1.2)))
    shut = stage.picture(320, 180).astype(int)
    first = stage.cast((2.5, 2.5, 1.0), (1.0, 0.0, 0.0))
    assert first is not None
    assert (first.node, first.plan_id, first.position[0]) == ("D1 leaf 1", "D1", pytest.approx(4.08, abs=1e-4))
    stage.move_leaf(0, 1.0)
    through = stage.cast((2.5, 2.5, 1.0), (1.0, 0.0, 0.0))
    assert through is not None
    assert through.node == "walls B"
    beside = stage.cast((3.5, 3.5, 1.0), (0.0, -1.0, 0.0))
    assert beside is not None
    assert beside.node == "D1 leaf 1"
    assert beside.position[1] == pytest.approx(2.1, abs=0.1)
    assert np.abs(stage.picture(320, 180).astype(int) - shut).max() > 60
    stage.move_leaf(0, 0.0)
    assert np.abs(stage.picture(320, 180).astype(int) - shut).max() == 0


def test_a_leaf_that_is_pointed_out_stands_as_drawn(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """A key point hangs on the leaf where it was drawn: while it is shown the leaf is there."""
    stage = new_stage()
    stage.show(hung(shop))
    stage.move_leaf(0, 1.0)
    stage.highlight(["D1"])
    stage.move_leaf(0, 0.5)
    met = stage.cast((2.5, 2.5, 1.0), (1.0, 0.0, 0.0))
    assert met is not None
    assert met.node == "D1 leaf 1"


def test_what_hangs_on_a_leaf_goes_with_it(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """A key point on the leaf is where the leaf is; one on the frame, or of another door, stays."""
    stage = new_stage()
    stage.show(hung(shop))
    handle, frame = (4.06, 2.9, 1.0), (4.06, 1.8, 1.0)
    assert stage.carried("D1", handle) == handle
    stage.move_leaf(0, 1.0)
    x, y, z = stage.carried("D1", handle)
    assert (x, z) == (pytest.approx(3.2, abs=0.1), pytest.approx(1.0))
    assert y == pytest.approx(2.15, abs=0.1)
    assert stage.carried("D1", frame) == frame
    assert stage.carried("D2", handle) == handle
