"""Door leaves hang on the side the plan says and stand where there is room."""

from typing import Any

import numpy as np
import pytest

from showroom.domain.plan import Fixture, Opening, Plan, Space, Storey, Wall
from showroom.formats import read_vocabulary
from showroom.modelling import premises
from showroom.modelling.leaves import free_turn
from showroom.modelling.model import Node
from showroom.modelling.sites import TURNS, Obstacles, site

WALLS = (
    Wall(id="W-south", axis=((-0.1, -0.1), (8.3, -0.1)), thickness=0.2),
    Wall(id="W-east", axis=((8.3, -0.1), (8.3, 3.1)), thickness=0.2),
    Wall(id="W-north", axis=((8.3, 3.1), (-0.1, 3.1)), thickness=0.2),
    Wall(id="W-west", axis=((-0.1, 3.1), (-0.1, -0.1)), thickness=0.2),
    Wall(id="W-middle", axis=((4.1, -0.1), (4.1, 3.1)), thickness=0.2),
)
SPACES = (
    Space(id="S1", name="办公室", use="office", outline=((0, 0), (4, 0), (4, 3), (0, 3)), height=2.7),
    Space(id="S2", name="走道", use="corridor", outline=((4.2, 0), (8.2, 0), (8.2, 3), (4.2, 3)), height=2.7),
)


def leaf_of(storey: Storey, number: int = 1) -> Node:
    """A leaf of the door "D"."""
    return next(n for n in premises.build(Plan(storeys=(storey,)), read_vocabulary()).nodes if n.name == f"D leaf {number}")


def drawn(node: Node, share: float = 0.0) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The points of a leaf that has gone this share of its way."""
    assert node.leaf is not None
    points = np.concatenate([mesh.positions.astype(float) for mesh in node.meshes])
    return points @ node.leaf.matrix(share)[:3, :3].T + node.leaf.matrix(share)[:3, 3]


def leaf_points(opening: Opening, *fixtures: Fixture) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The points of a door's leaf that stick out of its wall by more than 20 cm, seen from above."""
    storey = Storey(id="F", height=2.7, walls=WALLS, spaces=SPACES, openings=(opening,), fixtures=fixtures)
    points = drawn(leaf_of(storey))
    return points[np.abs(points[:, 0] - 4.1) > 0.3][:, :2]


def door(**changes: Any) -> Opening:
    """A door in the wall between the two rooms that serves the left one."""
    return Opening(id="D", kind="door", wall="W-middle", at=1.6, width=0.9, height=2.05, serves="S1", swing="in").revise(**changes)


def test_a_leaf_opens_into_the_room_it_serves_when_it_swings_in_and_out_of_it_when_it_swings_out() -> None:
    """Swing is seen from the space the door serves."""
    blocker = Fixture(id="X", kind="shelf", at=(3.7, 2.5), size=(0.5, 0.9))
    other = Fixture(id="Y", kind="shelf", at=(3.7, 0.5), size=(0.5, 0.9))
    assert (leaf_points(door(), blocker, other)[:, 0] < 4.0).all()
    assert (leaf_points(door(swing="out"), *(f.revise(at=(4.5, f.at[1])) for f in (blocker, other)))[:, 0] > 4.2).all()


@pytest.mark.parametrize(("hinge", "south"), [("right", True), ("left", False)])
def test_left_and_right_are_seen_from_the_room_it_serves(hinge: str, south: bool) -> None:
    """From the left room, looking east at the door, the left jamb is the northern one."""
    blockers = (
        Fixture(id="X", kind="shelf", at=(3.7, 2.6), size=(0.5, 0.7)),
        Fixture(id="Y", kind="shelf", at=(3.7, 0.4), size=(0.5, 0.7)),
    )
    points = leaf_points(door(hinge=hinge), *blockers)
    assert (points[:, 1].mean() < 1.5) == south


def test_a_leaf_lies_flat_on_its_wall_where_nothing_stands_there() -> None:
    """With a free wall beside it the leaf is turned right back; with a cupboard there it stands across."""
    free = Storey(id="F", walls=WALLS, spaces=SPACES, openings=(door(hinge="left"),))
    place = site(free, free.openings[0], 2.7)
    assert free_turn(free, place, Obstacles([premises.footprint(free)])) == TURNS[0]
    cupboard = Fixture(id="X", kind="shelf", at=(3.7, 2.5), size=(0.5, 0.8))
    taken = Obstacles([premises.footprint(free), premises.standing(cupboard)])
    assert free_turn(free, place, taken) == TURNS[1]


def test_a_door_to_the_outside_is_shown_shut() -> None:
    """The leaf of an exit lies in its wall."""
    exit_door = door(wall="W-south", at=2.0, leads="outside", swing="out")
    storey = Storey(id="F", height=2.7, walls=WALLS, spaces=SPACES, openings=(exit_door,))
    points = drawn(leaf_of(storey))
    assert points[:, 1].min() > -0.3
    assert points[:, 1].max() < 0.1


@pytest.mark.parametrize("hinge", ["left", "right"])
@pytest.mark.parametrize("swing", ["in", "out"])
@pytest.mark.parametrize("serves", ["S1", "S2"])
@pytest.mark.parametrize("crowded", [False, True])
def test_a_leaf_drawn_open_shuts_into_its_wall(hinge: str, swing: str, serves: str, *, crowded: bool) -> None:
    """At the end of its way a leaf lies between the jambs, in the middle of the wall."""
    shelves = tuple(
        Fixture(id=f"X{number}", kind="shelf", at=(x, y), size=(0.5, 0.7))
        for number, (x, y) in enumerate((x, y) for x in (3.7, 4.5) for y in (0.4, 2.6))
    )
    opening = door(hinge=hinge, swing=swing, serves=serves)
    storey = Storey(id="F", height=2.7, walls=WALLS, spaces=SPACES, openings=(opening,), fixtures=shelves if crowded else ())
    node = leaf_of(storey)
    assert node.leaf is not None
    assert node.leaf.is_open
    shut = drawn(node, 1.0)
    assert np.abs(shut[:, 0] - 4.1).max() < 0.1
    assert 1.04 < shut[:, 1].min() < 1.07
    assert 1.93 < shut[:, 1].max() < 1.96


def test_both_leaves_of_a_wide_exit_open_to_the_same_side_and_leave_the_way_free() -> None:
    """A door drawn shut opens by its own swing, each leaf about its own jamb."""
    wide = door(wall="W-south", at=2.0, width=1.5, leads="outside", swing="out", self_closing=True)
    storey = Storey(id="F", height=2.7, walls=WALLS, spaces=SPACES, openings=(wide,))
    for number in (1, 2):
        node = leaf_of(storey, number)
        assert node.leaf is not None
        assert not node.leaf.is_open
        assert node.leaf.closes
        opened = drawn(node, 1.0)
        assert opened[:, 1].min() < -0.7
        assert opened[:, 1].max() < 0.1
        assert np.abs(opened[:, 0] - 1.9).min() > 0.5


def test_a_sliding_leaf_slides_along_its_wall() -> None:
    """It never turns; its way is its own width."""
    storey = Storey(id="F", height=2.7, walls=WALLS, spaces=SPACES, openings=(door(swing="slide"),))
    leaf = leaf_of(storey).leaf
    assert leaf is not None
    assert leaf.turn == 0.0
    assert np.hypot(*leaf.shift[:2]) == pytest.approx(0.94)
    assert abs(leaf.shift[0]) < 1e-6


def test_storeys_set_side_by_side_take_their_leaves_along() -> None:
    """The hinge moves with the door."""
    storey = Storey(id="F", height=2.7, walls=WALLS, spaces=SPACES, openings=(door(),))
    above = storey.revise(
        id="G",
        walls=tuple(wall.revise(id=f"G{wall.id}") for wall in WALLS),
        spaces=tuple(space.revise(id=f"G{space.id}") for space in SPACES),
        openings=(door(id="GD", wall="GW-middle", serves="GS1"),),
    )
    plan = Plan(storeys=(storey, above))
    stacked = premises.build(plan, read_vocabulary())
    leaves = [node for node in premises.set_apart(stacked, plan, read_vocabulary()).nodes if node.leaf]
    assert len(leaves) == 2
    for node in leaves:
        assert node.leaf is not None
        assert np.abs(drawn(node)[:, :2] - np.array(node.leaf.hinge[:2])).min(axis=0) == pytest.approx([0, 0], abs=0.05)
