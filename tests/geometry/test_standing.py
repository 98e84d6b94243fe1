"""Places from which everything is seen, and one walk past them."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showroom import home
from showroom.domain.plan import Plan
from showroom.formats import read_plan, read_vocabulary
from showroom.geometry.floor import Floor
from showroom.geometry.layout import Layout
from showroom.geometry.routes import Spot, door_spots
from showroom.geometry.standing import FAR, NEAR, Target, in_walking_order, stands

_TWO_ROOMS = {
    "format": 1,
    "name": "two rooms",
    "storeys": [
        {
            "id": "F1", "level": 1, "height": 3.0,
            "walls": [
                {"id": f"W{number}", "axis": axis, "thickness": 0.2}
                for number, axis in enumerate(
                    ([[0, 0], [10, 0]], [[10, 0], [10, 4]], [[10, 4], [0, 4]], [[0, 4], [0, 0]], [[5, 0], [5, 4]]), 1
                )
            ],
            "openings": [
                {"id": "D1", "kind": "door", "wall": "W4", "at": 2.0, "width": 1.0, "leads": "outside"},
                {"id": "D2", "kind": "door", "wall": "W5", "at": 0.8, "width": 0.9},
            ],
            "spaces": [
                {"id": "A", "use": "dining", "outline": [[0.1, 0.1], [4.9, 0.1], [4.9, 3.9], [0.1, 3.9]]},
                {"id": "B", "use": "cooking", "outline": [[5.1, 0.1], [9.9, 0.1], [9.9, 3.9], [5.1, 3.9]]},
            ],
        }
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def floor() -> Floor:
    """Return two rooms side by side, a door between them at one end."""
    return Layout(Plan.model_validate(_TWO_ROOMS), read_vocabulary()).floors["F1"]


def test_one_room_is_seen_from_one_place(floor: Floor) -> None:
    """Things in the four corners of a small room are seen from a single place."""
    targets = [Target(str(index), at) for index, at in enumerate([(0.3, 0.3), (4.7, 0.3), (4.7, 3.7), (0.3, 3.7)])]
    (only,) = stands(floor, targets)
    assert only.space == "A"
    assert set(only.sees) == {"0", "1", "2", "3"}
    assert not only.hidden


def test_a_wall_takes_a_second_place(floor: Floor) -> None:
    """Things on both sides of a wall, away from its door, need a place on each side."""
    chosen = stands(floor, [Target("left", (4.5, 3.7)), Target("right", (5.5, 3.7))])
    assert {stand.space for stand in chosen} == {"A", "B"}


def test_what_nothing_sees_is_near_but_hidden(floor: Floor) -> None:
    """A thing outside the walls is not claimed to be seen; the nearest place names it as hidden."""
    (only,) = stands(floor, [Target("roof", (5.0, 30.0))])
    assert (only.sees, only.hidden) == ((), ("roof",))


@given(st.lists(st.tuples(st.floats(0.2, 9.8), st.floats(0.2, 3.8)), min_size=1, max_size=12))
def test_every_thing_is_shown_once_from_where_it_is_seen(floor: Floor, points: list[tuple[float, float]]) -> None:
    """Each target is seen (or named as hidden) from exactly one place, and what is seen is neither too near nor too far."""
    targets = {str(index): point for index, point in enumerate(points)}
    chosen = stands(floor, [Target(key, at) for key, at in targets.items()])
    shown = [key for stand in chosen for key in (*stand.sees, *stand.hidden)]
    assert sorted(shown) == sorted(targets)
    for stand in chosen:
        assert all(NEAR <= math.dist(stand.at, targets[key]) <= FAR for key in stand.sees)


def test_the_walk_begins_at_the_door_and_goes_through_doors(floor: Floor) -> None:
    """The walk starts at the entrance, and from room to room it passes the door between them."""
    chosen = stands(floor, [Target("left", (4.5, 3.7)), Target("right", (5.5, 3.7))])
    start = door_spots(floor.final_exits[0], floor.free)[0]
    ordered, ways = in_walking_order(floor, chosen, start)
    assert [stand.space for stand in ordered] == ["A", "B"]
    assert ways[0][0] == start.at
    assert any(4.8 <= x <= 5.2 and 0.3 <= y <= 1.3 for x, y in ways[1])


def test_turning_stretches_round_never_lengthens_the_walk() -> None:
    """In every exemplary scene the walk is no longer than visiting the places in the order they were found."""
    for path in sorted(home.scenes().glob("*/premises.plan.yaml")):
        for floor in Layout(read_plan(path), read_vocabulary()).floors.values():
            targets = [Target(space, tuple(shape.representative_point().coords[0])) for space, shape in floor.free.items()]
            chosen = stands(floor, targets)
            start = Spot(chosen[0].space, chosen[0].at)
            _, ways = in_walking_order(floor, chosen, start)
            walked = sum(math.dist(a, b) for way in ways for a, b in pairwise(way))
            assert len(ways) == len(chosen)
            assert walked < 12.0 * len(chosen)
