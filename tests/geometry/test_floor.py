"""What lies on either side of an opening, and which doors are exits."""

import pytest

from showroom.domain.plan import Column, Fixture, Plan, Stair
from showroom.formats import read_vocabulary
from showroom.geometry.layout import Layout
from showroom.geometry.reach import OUTSIDE, Reach
from tests.geometry.conftest import layout_of, rectangle

WALL = [("W", (4, 0), (4, 4))]


@pytest.mark.parametrize("gap", [0.0, 0.1, 0.15, 0.3])
def test_a_door_joins_the_spaces_on_its_sides(gap):
    """Outlines on the wall's axis, on its faces, or a little off them are the sides of its door."""
    spaces = [("A", rectangle(0, 0, 4 - gap, 4)), ("B", rectangle(4 + gap, 0, 8, 4))]
    assert layout_of(WALL, [("D", "W", 2, 0.9)], spaces).opening("D").joins == ("A", "B")


def test_a_placed_opening_knows_its_jambs_and_directions():
    """The jambs lie on the wall's axis, the normal to the left of it."""
    placed = layout_of(WALL, [("D", "W", 2, 0.9)], [("A", rectangle(0, 0, 3.9, 4))]).opening("D")
    assert placed.centre == pytest.approx((4, 2))
    assert placed.along == pytest.approx((0, 1))
    assert placed.normal == pytest.approx((-1, 0))
    assert placed.line == (pytest.approx((4, 1.55)), pytest.approx((4, 2.45)))
    assert placed.joins == ("A", None)


def test_a_space_inside_another_is_the_side_of_its_door():
    """Where outlines overlap the smaller space counts."""
    walls = [("W", (2, 2), (2, 4))]
    layout = layout_of(walls, [("D", "W", 1, 0.8)], [("A", rectangle(0, 0, 8, 6)), ("B", rectangle(2.1, 2, 4, 4))])
    assert layout.opening("D").joins == ("A", "B")


def test_a_door_to_the_open_is_an_exit():
    """Nothing drawn beyond means outside."""
    layout = layout_of(WALL, [("D", "W", 2, 0.9)], [("A", rectangle(0, 0, 3.9, 4))])
    assert [placed.id for placed in layout.exits("F1")] == ["D"]


def test_a_door_to_a_room_that_was_not_drawn_is_no_exit():
    """Walls round an undrawn room keep its door from counting as an exit."""
    walls = [*WALL, ("N", (4, 4), (8, 4)), ("E", (8, 4), (8, 0)), ("S", (8, 0), (4, 0))]
    layout = layout_of(walls, [("D", "W", 2, 0.9)], [("A", rectangle(0, 0, 3.9, 4))])
    assert layout.exits("F1") == ()


def test_a_door_in_a_recess_of_the_facade_is_an_exit():
    """A building wing beyond the door does not make the recess a room."""
    walls = [*WALL, ("X", (12, 0), (12, 4))]
    spaces = [("A", rectangle(0, 0, 3.9, 4)), ("B", rectangle(12.1, 0, 15, 4))]
    assert [placed.id for placed in layout_of(walls, [("D", "W", 2, 0.9)], spaces).exits("F1")] == ["D"]


def test_a_window_is_no_exit():
    """Only doors and passages are."""
    assert layout_of(WALL, [("D", "W", 2, 0.9, "window")], [("A", rectangle(0, 0, 3.9, 4))]).exits("F1") == ()


def test_a_door_onto_a_stair_flight_is_an_exit():
    """A stair drawn without a space of its own counts."""
    walls = [*WALL, ("N", (4, 4), (8, 4)), ("E", (8, 4), (8, 0)), ("S", (8, 0), (4, 0))]
    stair = Stair(id="ST", outline=rectangle(4.2, 0.5, 7, 3.5), width=1.2)
    layout = layout_of(walls, [("D", "W", 2, 0.9)], [("A", rectangle(0, 0, 3.9, 4))], stairs=(stair,), level=2)
    assert [placed.id for placed in layout.exits("F1")] == ["D"]


@pytest.mark.parametrize(("level", "count"), [(1, 1), (None, 0), (2, 0)])
def test_a_terrace_is_the_outside_only_on_the_ground(level, count):
    """A door to an outdoor space is an exit on the ground, not above it."""
    spaces = [("A", rectangle(0, 0, 3.9, 4)), ("B", rectangle(4.1, 0, 8, 4), "outdoor")]
    assert len(layout_of(WALL, [("D", "W", 2, 0.9)], spaces, level=level).exits("F1")) == count


def test_a_column_is_not_walked_on():
    """The walkable floor leaves out what stands on it and joins rooms by their doors."""
    spaces = [("A", rectangle(0, 0, 3.9, 4)), ("B", rectangle(4.1, 0, 8, 4))]
    layout = layout_of(WALL, [("D", "W", 2, 0.9)], spaces, columns=(Column(id="K", outline=rectangle(1, 1, 2, 2)),))
    assert layout.walkable("F1").area == pytest.approx(2 * 3.9 * 4 + 0.9 * 0.2 - 1, abs=1e-3)
    assert len(layout.walkable("F1").geoms) == 1


def test_a_fixture_stands_in_the_smallest_space_round_it():
    """Its middle decides; at a wall the space within 0.3 m."""
    spaces = [("A", rectangle(0, 0, 8, 6)), ("B", rectangle(2, 2, 4, 4))]
    fixtures = tuple(
        Fixture(id=name, kind="sink", at=at) for name, at in (("in", (3, 3)), ("out", (6, 3)), ("wall", (8.1, 3)), ("far", (9, 3)))
    )
    layout = layout_of([], [], spaces, fixtures=fixtures)
    assert [layout.space_of(name) for name in ("in", "out", "wall", "far")] == ["B", "A", "A", None]


@pytest.mark.parametrize(
    "outline",
    [((0, 0), (1, 1), (2, 2)), ((0, 0), (4, 4), (4, 0), (0, 4)), ((0, 0), (0, 0), (0, 0)), ((0, 0), (4, 0), (4, 0), (4, 4))],
)
def test_bad_outlines_do_not_stop_anything(outline):
    """A space without area, crossing itself or doubling a corner still gives a layout."""
    layout = layout_of(WALL, [("D", "W", 2, 0.9)], [("A", outline), ("B", rectangle(4.1, 0, 8, 4))])
    assert layout.polygon("A").is_valid
    assert layout.opening("D").joins[1] == "B"
    assert layout.walkable("F1").area > 0


def test_a_plan_without_anything_has_an_empty_layout():
    """An empty storey has no exits and nowhere to walk."""
    layout = Layout(Plan.model_validate({"storeys": [{"id": "F1"}]}), read_vocabulary())
    assert layout.exits("F1") == ()
    assert layout.walkable("F1").is_empty


def test_reach_tells_a_dead_end_from_a_way_out():
    """From a hall one leaves by the lobby, not by the store; from either of two rooms in a circle by both neighbours."""
    reach = Reach([("hall", "store"), ("hall", "lobby"), ("lobby", OUTSIDE), ("store", "cellar")])
    assert reach.leads_out("hall", "lobby")
    assert not reach.leads_out("hall", "store")
    assert reach.leads_out("cellar", "store")
    circle = Reach([("a", "b"), ("b", "c"), ("c", "a"), ("a", OUTSIDE)])
    assert circle.leads_out("b", "a")
    assert circle.leads_out("b", "c")
    assert not circle.leads_out("a", "b")
    assert not Reach([("a", "b")]).has_exit


def test_a_room_cut_in_two_keeps_its_larger_part():
    """What stands from wall to wall leaves the larger side to walk on, and the floor knows that the room is divided."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 8, 4))], columns=(Column(id="K", outline=rectangle(2, -1, 2.5, 5)),))
    floor = layout.floors["F1"]
    assert floor.free["A"].bounds == pytest.approx((2.5, 0, 8, 4))
    assert "A" in floor.divided


def test_under_a_space_drawn_across_a_door_the_rooms_beside_it_count():
    """A slanting room whose bounds reach the door does not: its outline must."""
    spaces = [
        ("A", rectangle(0, 0, 4, 4)),
        ("B", rectangle(4, 0, 8, 4)),
        ("over", rectangle(3.5, 1, 4.5, 3)),
        ("slant", ((0.1, 0.1), (3.99, 0.1), (0.1, 3.99))),
    ]
    assert layout_of(WALL, [("D", "W", 2, 0.9)], spaces).opening("D").joins == ("A", "B")


def test_an_exit_sign_between_two_rooms_does_not_make_the_open_air():
    """A door labelled as an exit is one; into the open it leads only where nothing is drawn beyond."""
    a, b = ({"id": name, "use": "office", "outline": rectangle(x, 0, x + 3.9, 4)} for name, x in (("A", 0), ("B", 4.1)))
    sign = {"id": "D", "kind": "door", "wall": "W", "at": 2, "width": 0.9, "labels": ["安全出口"]}
    walls = [{"id": "W", "axis": [[4, 0], [4, 4]], "thickness": 0.2}]
    exits, final = [], []
    for spaces in ([a, b], [a]):
        plan = Plan.model_validate({"storeys": [{"id": "F1", "walls": walls, "openings": [sign], "spaces": spaces}]})
        floor = Layout(plan, read_vocabulary()).floors["F1"]
        exits.append(len(floor.exits))
        final.append(len(floor.final_exits))
    assert (exits, final) == ([1, 1], [0, 1])


@pytest.mark.parametrize("beside", [[], [("A", rectangle(0, 0, 4, 4))]])
def test_a_door_under_one_space_only_stays_inside_it(beside):
    """Where no two rooms lie under the space drawn across a door, the door does not lead out of it."""
    spaces = [*beside, ("over", rectangle(3, 1, 5, 3))]
    layout = layout_of(WALL, [("D", "W", 2, 0.9)], spaces)
    assert layout.opening("D").joins == ("over", "over")
    assert layout.exits("F1") == ()
