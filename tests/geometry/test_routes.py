"""The shortest walk round walls and through doors."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showroom.domain.plan import Column
from showroom.geometry.farthest import farthest
from showroom.geometry.routes import Routes, Spot
from tests.geometry.conftest import layout_of, rectangle, true_walk


def test_in_a_plain_room_the_walk_is_the_straight_line():
    """Nothing stands between two points of a rectangle."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 8, 6))])
    walk = layout.routes("F1").walk(Spot("A", (1, 1)), [Spot("A", (5, 4))])
    assert walk.length == pytest.approx(5.0)
    assert walk.points == ((1, 1), (5, 4))


def test_a_walk_goes_round_the_end_of_a_wall():
    """A wall from one side, its end 1 m from the other: the walk touches both corners of the end."""
    layout = layout_of([("W", (4.1, 0), (4.1, 5))], [], [("A", rectangle(0, 0, 8.2, 6))])
    walk = layout.routes("F1").walk(Spot("A", (1, 1)), [Spot("A", (7.2, 1))])
    assert walk.length == pytest.approx(2 * math.hypot(3, 4) + 0.2, abs=2e-3)


def test_a_walk_goes_round_a_column():
    """A column in the straight line bends the walk at its corners."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 10, 4))], columns=(Column(id="K", outline=rectangle(4.5, 1.5, 5.5, 2.4)),))
    walk = layout.routes("F1").walk(Spot("A", (1, 2)), [Spot("A", (9, 2))])
    assert walk.length == pytest.approx(2 * math.hypot(3.5, 0.4) + 1.0, abs=2e-3)


def test_a_ring_is_walked_the_shorter_way():
    """Round a solid block the shorter of the two ways is taken."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 10, 10))], columns=(Column(id="K", outline=rectangle(2, 2, 8, 8)),))
    walk = layout.routes("F1").walk(Spot("A", (1, 3)), [Spot("A", (9, 3))])
    assert walk.length == pytest.approx(2 * math.hypot(1, 1) + 6, abs=2e-3)


def test_a_spiral_is_walked_to_its_middle():
    """Walls that wind inward are followed along their ends, within a hundredth of the true walk."""
    walls = [
        ("W1", (2, 2), (10, 2)),
        ("W2", (2, 2), (2, 8)),
        ("W3", (2, 8), (8, 8)),
        ("W4", (8, 8), (8, 4)),
        ("W5", (8, 4), (4, 4)),
    ]
    layout = layout_of(walls, [], [("A", rectangle(0, 0, 10, 10))])
    start, goal = (9, 1), (5, 6)
    walk = layout.routes("F1").walk(Spot("A", start), [Spot("A", goal)])
    assert walk.length == pytest.approx(true_walk(layout.walkable("F1"), start, goal), rel=1e-3)
    assert walk.length > 15


def test_no_way_is_no_walk():
    """A room without a door is not reached."""
    layout = layout_of([("W", (4, 0), (4, 4))], [], [("A", rectangle(0, 0, 3.9, 4)), ("B", rectangle(4.1, 0, 8, 4))])
    assert layout.routes("F1").walk(Spot("A", (1, 1)), [Spot("B", (6, 1))]) is None


def test_spaces_that_touch_with_no_wall_between_are_walked_across():
    """An open plan drawn as two outlines is one floor."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 4, 4)), ("B", rectangle(4, 0, 8, 4))])
    assert layout.routes("F1").walk(Spot("A", (1, 1)), [Spot("B", (7, 1))]).length == pytest.approx(6)


def test_a_window_is_not_walked_through():
    """Only doors and passages lead on."""
    spaces = [("A", rectangle(0, 0, 3.9, 4)), ("B", rectangle(4.1, 0, 8, 4))]
    layout = layout_of([("W", (4, 0), (4, 4))], [("N", "W", 2, 1.5, "window")], spaces)
    assert layout.routes("F1").walk(Spot("A", (1, 1)), [Spot("B", (6, 1))]) is None


@settings(max_examples=15, deadline=None, derandomize=True)
@given(block=st.tuples(st.integers(2, 4), st.integers(1, 3)), seed=st.integers(0, 10_000))
def test_through_plain_rooms_the_walk_is_the_true_shortest(block, seed):
    """Through a block of rectangular rooms with doors anywhere, to a thousandth."""
    _compare(*block, random.Random(seed), stubs=False, within=1e-3)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(block=st.tuples(st.integers(2, 4), st.integers(1, 3)), seed=st.integers(0, 10_000))
def test_through_crooked_rooms_the_walk_is_nearly_the_true_shortest(block, seed):
    """With stub walls in the rooms, within a hundredth; never shorter than can be."""
    _compare(*block, random.Random(seed), stubs=True, within=1e-2)


def _compare(columns, rows, dice, *, stubs, within):
    """Build a block of 4 m rooms with doors and stub walls thrown by dice, and hold the walk across it against the true one."""
    spaces, walls, openings = [], [], []
    for i in range(columns):
        for j in range(rows):
            spaces.append((f"S{i}.{j}", rectangle(i * 4 + 0.1, j * 4 + 0.1, i * 4 + 3.9, j * 4 + 3.9)))
            if i:
                walls.append((f"V{i}.{j}", (i * 4, j * 4), (i * 4, j * 4 + 4)))
                openings.append((f"DV{i}.{j}", f"V{i}.{j}", dice.uniform(0.8, 3.2), 0.9))
            if j:
                walls.append((f"H{i}.{j}", (i * 4, j * 4), (i * 4 + 4, j * 4)))
                if i == 0 or dice.random() < 0.5:
                    openings.append((f"DH{i}.{j}", f"H{i}.{j}", dice.uniform(0.8, 3.2), 0.9))
            if stubs and dice.random() < 0.3:
                x = i * 4 + dice.uniform(1.4, 2.6)
                walls.append((f"T{i}.{j}", (x, j * 4 + 0.1), (x, j * 4 + dice.uniform(1, 2.8))))
    layout = layout_of(walls, openings, spaces)
    start, goal = (0.5, 0.5), (columns * 4 - 0.5, rows * 4 - 0.5)
    walk = layout.routes("F1").walk(Spot("S0.0", start), [Spot(f"S{columns - 1}.{rows - 1}", goal)])
    true = true_walk(layout.walkable("F1"), start, goal)
    assert walk.length == pytest.approx(true, rel=within)
    assert walk.length > true - 5e-3


def test_the_farthest_point_from_one_door_is_a_corner():
    """From a door in the middle of a side the far corners are farthest."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 8, 6))])
    found = farthest(layout.routes("F1").field([Spot("A", (4, 0))]), "A", layout.polygon("A"))
    assert found.walk.length == pytest.approx(math.hypot(4, 6))


def test_between_several_doors_the_farthest_point_may_lie_inside():
    """Doors in the middles of all four sides of a square: the middle is as far as the corners, and nothing is farther."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 8, 8))])
    spots = [Spot("A", at) for at in ((4, 0), (8, 4), (4, 8), (0, 4))]
    assert farthest(layout.routes("F1").field(spots), "A", layout.polygon("A")).walk.length == pytest.approx(4)
    corners = [Spot("A", at) for at in ((0, 0), (8, 0), (8, 8), (0, 8))]
    found = farthest(layout.routes("F1").field(corners), "A", layout.polygon("A"))
    assert found.walk.points[0] == pytest.approx((4, 4))


def test_round_a_corner_the_walk_is_longer_than_the_straight_line():
    """In an L the far end is reached round the inner corner."""
    outline = ((0, 0), (6, 0), (6, 2), (2, 2), (2, 6), (0, 6))
    layout = layout_of([], [], [("A", outline)])
    found = farthest(Routes(layout.floors["F1"]).field([Spot("A", (6, 1))]), "A", layout.polygon("A"))
    assert found.walk.length == pytest.approx(math.hypot(4, 1) + math.hypot(2, 4), abs=2e-3)
    assert found.straight == pytest.approx(math.hypot(6, 5))


def test_with_two_doors_in_a_crooked_room_the_farthest_point_is_found_inside():
    """An L with a door at either end: the farthest point lies near the outer corner, as far from one door as from the other."""
    outline = ((0, 0), (6, 0), (6, 2), (2, 2), (2, 6), (0, 6))
    layout = layout_of([], [], [("A", outline)])
    found = farthest(Routes(layout.floors["F1"]).field([Spot("A", (6, 1)), Spot("A", (1, 6))]), "A", layout.polygon("A"))
    assert found.walk.length == pytest.approx(math.hypot(6, 1), abs=0.01)


LIFT_BETWEEN = (
    [("M", (5.1, 0), (5.1, 4)), ("N", (7.1, 0), (7.1, 4))],
    [("D1", "M", 2, 1), ("D2", "N", 2, 1)],
    [("A", rectangle(0, 0, 5, 4)), ("L", rectangle(5.2, 0, 7, 4), "lift"), ("B", rectangle(7.2, 0, 12, 4))],
)


def test_no_walk_leads_through_a_lift():
    """Of two rooms with a lift between them neither is reached from the other, nor left towards it."""
    layout = layout_of(*LIFT_BETWEEN)
    assert layout.routes("F1").walk(Spot("A", (1, 2)), [Spot("B", (10, 2))]) is None
    assert not layout.floors["F1"].reach.leads_out("A", "L")


def test_a_walk_may_begin_or_end_in_a_lift():
    """Who steps out of a lift walks on, and who walks to a lift gets there."""
    routes = layout_of(*LIFT_BETWEEN).routes("F1")
    assert routes.walk(Spot("L", (6, 2)), [Spot("B", (10, 2))]).length == pytest.approx(4.0)
    assert routes.walk(Spot("A", (1, 2)), [Spot("L", (6, 2))]).length == pytest.approx(5.0)


@pytest.mark.parametrize("use", ["toilet", "storage", "plant", "cleaning-tools"])
def test_other_spaces_nobody_stays_in_can_be_walked_through(use):
    """A store or a washroom with two doors is floor like any other."""
    walls, openings, (first, (name, outline, _), last) = LIFT_BETWEEN
    layout = layout_of(walls, openings, [first, (name, outline, use), last])
    assert layout.routes("F1").walk(Spot("A", (1, 2)), [Spot("B", (10, 2))]).length == pytest.approx(9.0)


def test_the_outer_door_of_a_lift_is_no_exit():
    """A lift that opens to the street lets nobody out in a fire."""
    layout = layout_of(
        [("W", (0, 0), (4, 0)), ("M", (2, 0), (2, 4))],
        [("D1", "W", 1, 0.9), ("D2", "M", 2, 0.9)],
        [("L", rectangle(0, 0.1, 1.9, 4), "lift"), ("A", rectangle(2.1, 0.1, 4, 4))],
    )
    assert layout.floors["F1"].exits == ()


CORRIDOR = (
    [("S", (0, 5), (20, 5)), ("N", (0, 7.2), (20, 7.2)), ("P", (7.1, 0), (7.1, 5))],
    [("D1", "S", 2, 0.9), ("D2", "S", 9, 1.2), ("D3", "N", 4, 0.8), ("D4", "N", 16, 0.9), ("D5", "P", 2, 0.9)],
    [
        ("C", rectangle(0, 5.1, 20, 7.1), "corridor"),
        ("A", rectangle(0, 0, 7, 4.9)),
        ("B", rectangle(7.2, 0, 14, 4.9)),
        ("E", rectangle(0, 7.3, 9, 12)),
        ("F", ((10, 7.3), (20, 7.3), (20, 12), (15, 12), (15, 10), (10, 10))),
    ],
)


@pytest.mark.parametrize("goal", [Spot("C", (19, 6)), Spot("A", (1, 1)), Spot("F", (18, 11))])
@pytest.mark.parametrize("start", [Spot("C", (0.5, 6.5)), Spot("B", (13, 1)), Spot("E", (1, 11))])
def test_leaving_out_rooms_nobody_walks_to_changes_no_walk(start, goal):
    """Rooms with one way in lie on no walk between others."""
    layout = layout_of(*CORRIDOR)
    few = layout.routes("F1", {start.space, goal.space})
    assert few.walk(start, [goal]) == layout.routes("F1").walk(start, [goal])


def test_a_room_that_was_left_out_is_not_taken_to_be_unreachable():
    """Who asks for a walk from a room that was left out is told so."""
    with pytest.raises(ValueError, match="left out"):
        layout_of(*CORRIDOR).routes("F1", {"C"}).walk(Spot("E", (1, 11)), [Spot("C", (19, 6))])
