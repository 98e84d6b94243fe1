"""The narrowest place on the way through a space."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Polygon
from shapely.affinity import rotate, scale, translate

from showroom.geometry.passage import narrowest_passage


def box(x0, y0, x1, y1):
    """An upright rectangle."""
    return Polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


@settings(max_examples=20, deadline=None)
@given(angle=st.floats(0, 360), mirrored=st.booleans(), width=st.floats(0.7, 2.5))
def test_a_rectangle_is_as_wide_as_its_shorter_side(angle, mirrored, width):
    """Turned and mirrored any way, to a hundredth of a millimetre."""
    room = translate(rotate(scale(box(0, 0, 6, width), xfact=-1 if mirrored else 1), angle), 1000, -500)
    passage = narrowest_passage(room)
    assert passage.width == pytest.approx(width, abs=1e-5)
    assert LineString(passage.line).length == pytest.approx(width, abs=1e-5)


@settings(max_examples=10, deadline=None)
@given(angle=st.floats(0, 360), gap=st.floats(0.6, 1.4))
def test_a_cabinet_narrows_a_corridor(angle, gap):
    """Between the cabinet and the far wall, to 0.05 mm, turned any way; the witness lies across the gap."""
    room, cabinet = rotate(box(0, 0, 8, 1.8), angle, origin=(0, 0)), rotate(box(3, 0, 4, 1.8 - gap), angle, origin=(0, 0))
    ends = [
        rotate(LineString([(0, 0.4), (0, 1.4)]), angle, origin=(0, 0)),
        rotate(LineString([(8, 0.4), (8, 1.4)]), angle, origin=(0, 0)),
    ]
    passage = narrowest_passage(room, [cabinet], ends)
    assert passage.width == pytest.approx(gap, abs=5e-5)
    assert LineString(passage.line).length == pytest.approx(gap, abs=5e-5)


def test_of_two_ways_round_a_column_the_wider_counts():
    """One may pass on the wider side."""
    ends = [LineString([(0, 0.5), (0, 1.5)]), LineString([(8, 0.5), (8, 1.5)])]
    assert narrowest_passage(box(0, 0, 8, 2), [box(4, 0.6, 4.3, 1)], ends).width == pytest.approx(1.0, abs=5e-5)


def test_between_two_staggered_cabinets_the_way_is_aslant():
    """The pinch is between the two corners that face each other."""
    ends = [LineString([(0, 0.5), (0, 1.5)]), LineString([(8, 0.5), (8, 1.5)])]
    passage = narrowest_passage(box(0, 0, 8, 2), [box(2, 0, 3, 1.3), box(3.4, 0.8, 4.4, 2)], ends)
    assert passage.width == pytest.approx(0.4, abs=5e-5)


def test_an_alcove_does_not_widen_the_way_nor_a_niche_narrow_it():
    """Only the way between the doors counts."""
    room = box(0, 0, 8, 1.2).union(box(3, 1.2, 5, 3)).union(box(6, 1.2, 6.4, 1.8))
    ends = [LineString([(0, 0.1), (0, 1.1)]), LineString([(8, 0.1), (8, 1.1)])]
    assert narrowest_passage(room, (), ends).width == pytest.approx(1.2, abs=5e-5)


def test_a_blocked_way_has_no_width():
    """A cabinet from wall to wall leaves nothing; it is shown from one side of it to the other."""
    ends = [LineString([(0, 0.1), (0, 1.1)]), LineString([(8, 0.1), (8, 1.1)])]
    passage = narrowest_passage(box(0, 0, 8, 1.2), [box(4, -0.1, 4.5, 1.3)], ends)
    assert passage.width == 0
    assert sorted(x for x, _ in passage.line) == pytest.approx([4, 4.5])


def test_of_a_way_blocked_twice_the_gap_between_the_largest_parts_is_shown():
    """Two cabinets leave 4.0, 1.0 and 2.0 m of the room: the line leads across all that parts the two larger ones."""
    ends = [LineString([(0, 0.1), (0, 1.1)]), LineString([(8, 0.1), (8, 1.1)])]
    passage = narrowest_passage(box(0, 0, 8, 1.2), [box(4, -0.1, 4.5, 1.3), box(5.5, -0.1, 6, 1.3)], ends)
    assert sorted(x for x, _ in passage.line) == pytest.approx([4, 6])


def test_a_door_that_is_built_up_is_shown_by_the_other():
    """Where only one part is left, the way is blocked at a door: the first is shown."""
    ends = [LineString([(0, 0.1), (0, 1.1)]), LineString([(8, 0.1), (8, 1.1)])]
    passage = narrowest_passage(box(0, 0, 8, 1.2), [box(4, -0.1, 8.1, 1.3)], ends)
    assert passage.width == 0
    assert passage.line == ((0, 0.1), (0, 1.1))


def test_a_space_without_area_has_no_passage():
    """Nothing is measured where nothing is drawn."""
    assert narrowest_passage(Polygon()) is None
