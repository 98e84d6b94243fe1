"""Door leaves hang on the side the plan says and stand where there is room."""

from typing import Any

import numpy as np
import pytest

from showroom.domain.plan import Fixture, Opening, Plan, Space, Storey, Wall
from showroom.formats import read_vocabulary
from showroom.modelling import premises
from showroom.modelling.openings import TURNS, Obstacles, free_turn, site

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


def leaf_points(opening: Opening, *fixtures: Fixture) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The points of an opening's node that stick out of its wall by more than 20 cm, seen from above."""
    storey = Storey(id="F", height=2.7, walls=WALLS, spaces=SPACES, openings=(opening,), fixtures=fixtures)
    node = next(n for n in premises.build(Plan(storeys=(storey,)), read_vocabulary()).nodes if n.name == opening.id)
    points = np.concatenate([mesh.positions.astype(float) for mesh in node.meshes])
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
    node = next(n for n in premises.build(Plan(storeys=(storey,)), read_vocabulary()).nodes if n.name == "D")
    points = np.concatenate([mesh.positions.astype(float) for mesh in node.meshes])
    assert points[:, 1].min() > -0.3
    assert points[:, 1].max() < 0.1
