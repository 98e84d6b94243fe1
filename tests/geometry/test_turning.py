"""The largest circle on a floor, held against circles worked out by hand."""

import math

import pytest
from shapely import LineString, Point, Polygon
from shapely.affinity import rotate

from showroom.geometry.turning import largest_circle
from tests.geometry.conftest import rectangle

ROOM = Polygon(rectangle(0, 0, 5, 1.3))
TRIANGLE = Polygon([(0, 0), (4, 0), (0, 3)])


def test_on_a_free_floor_the_shorter_side_decides():
    """In a room 1.3 m deep the circle is 1.3 m wide, to a hundredth of a millimetre, and lies in the room."""
    circle = largest_circle(ROOM, 1.5)
    assert circle.diameter == pytest.approx(1.3, abs=2e-5)
    assert ROOM.buffer(1e-4).covers(Point(circle.centre).buffer(circle.diameter / 2))


def test_no_more_is_looked_for_than_is_asked():
    """A circle as large as asked is enough."""
    assert largest_circle(Polygon(rectangle(0, 0, 5, 5)), 1.5).diameter == 1.5


def test_in_a_triangle_it_is_the_inscribed_circle():
    """The sides 3, 4 and 5 touch a circle of diameter 2."""
    assert largest_circle(TRIANGLE, 3).diameter == pytest.approx(2, abs=5e-5)


@pytest.mark.parametrize("angle", [0, 30, 137])
@pytest.mark.parametrize(("door", "diameter"), [((0.0, 0.5), 1.0), ((0.75, 1.25), 2.0), ((2.5, 3.5), 1.0)])
def test_a_circle_that_touches_a_door_is_bounded_by_the_walls_beside_it(angle, door, diameter):
    """Over each point of the door's wall the nearer of the two other walls decides; the best point of the door counts."""
    ground, sill = (rotate(shape, angle, origin=(0, 0)) for shape in (TRIANGLE, LineString([(door[0], 0), (door[1], 0)])))
    circle = largest_circle(ground, 3, sill)
    assert circle.diameter == pytest.approx(diameter, abs=5e-5)
    assert sill.distance(Point(circle.centre)) == pytest.approx(diameter / 2, abs=3e-3)


def test_from_a_short_bay_the_circle_bulges_into_the_hall():
    """A door at the end of a bay 1.2 m wide and 0.5 m deep: the two corners of the bay bound the circle, not its sides."""
    ground = Polygon(rectangle(0, 0, 1.2, 0.5)).union(Polygon(rectangle(-2, 0.5, 3, 4)))
    circle = largest_circle(ground, 1.5, LineString([(0.1, 0), (1.1, 0)]))
    assert circle.diameter == pytest.approx((0.5**2 + 0.6**2) / 0.5, abs=5e-3)


def test_something_that_stands_in_front_of_a_door_takes_the_circle():
    """Between a cabinet 1.1 m off and the door only 1.1 m are left; what stands beside leaves the rest."""
    door = LineString([(2, 0), (3, 0)])
    ground = Polygon(rectangle(0, 0, 5, 5)).difference(Polygon(rectangle(0, 1.1, 5, 2)))
    assert largest_circle(ground, 1.5, door).diameter == pytest.approx(1.1, abs=2e-5)


def test_a_door_beside_the_floor_touches_across_the_gap():
    """A door 5 cm off the floor (in its wall) is reached as if it stood at the edge."""
    assert largest_circle(ROOM, 1.5, LineString([(2, -0.05), (3, -0.05)])).diameter == pytest.approx(1.3, abs=2e-5)


@pytest.mark.parametrize("ground", [Polygon(), LineString([(0, 0), (1, 0)]), Polygon(rectangle(0, 0, 1e-4, 1e-4))])
def test_where_there_is_no_floor_there_is_no_circle(ground):
    """Nothing, a line, a speck."""
    assert largest_circle(ground, 1.5) is None
    assert largest_circle(ground, 1.5, LineString([(0, 0), (1, 0)])) is None


def test_a_circle_round_a_column_stays_clear_of_it():
    """In a ring between a square column and the walls the corner of the room is the widest place."""
    ground = Polygon(rectangle(0, 0, 4, 4), [rectangle(1, 1, 3, 3)])
    assert largest_circle(ground, 3).diameter == pytest.approx(2 * math.sqrt(2) / (1 + math.sqrt(2)), abs=5e-5)


@pytest.mark.parametrize("door", [((2, 0), (3, 0)), ((3, 3), (2, 3)), ((0, 1), (0, 2)), ((5, 2), (5, 1))])
def test_of_two_parallel_walls_the_circle_touches_the_one_with_the_door(door):
    """Whichever side of a rectangle the door is in, the circle lies before it."""
    sill = LineString(door)
    circle = largest_circle(Polygon(rectangle(0, 0, 5, 3)), 1.5, sill)
    assert circle.diameter == 1.5
    assert sill.distance(Point(circle.centre)) == pytest.approx(0.75, abs=3e-3)
