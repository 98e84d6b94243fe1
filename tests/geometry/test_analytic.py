"""The walk through plans whose shortest way is known by a formula: within a hundredth, and never shorter than it can be."""

import math
from itertools import pairwise

import pytest

from showroom.domain.plan import Column
from showroom.geometry.routes import Spot
from tests.geometry.conftest import layout_of, rectangle

WITHIN = 0.01
"""By how much of the true length a walk may be off."""
THICK = 0.2
"""Of every wall drawn by `layout_of`, metres."""


def close_to(length, exact):
    """Tell whether a walk is within a hundredth of the exact length, and not a centimetre below it."""
    return exact - 0.01 <= length <= exact * (1 + WITHIN)


@pytest.mark.parametrize("reach", [0.5, 2.0, 3.9, 5.0, 5.7])
@pytest.mark.parametrize("far", [0.4, 1.0, 3.5])
def test_round_one_wall_in_a_rectangle(reach, far):
    """A wall that stands `reach` into a room of 8.2 by 6 m: the walk touches both corners of its end, or runs straight over it."""
    layout = layout_of([("W", (4.1, 0), (4.1, reach))], [], [("A", rectangle(0, 0, 8.2, 6))])
    start, goal = (4.0 - far, 1.0), (4.2 + far, 1.5)
    walk = layout.routes("F1").walk(Spot("A", start), [Spot("A", goal)])
    assert close_to(walk.length, taut([start, (4.0, reach), (4.2, reach), goal]) if reach > 1.5 else math.dist(start, goal))


def test_round_one_wall_between_two_rooms():
    """A wall with a door divides a rectangle: the walk goes through the door's jambs and nowhere else."""
    layout = layout_of(
        [("W", (4.1, 0), (4.1, 6))], [("D", "W", 5.0, 1.0)], [("A", rectangle(0, 0, 4, 6)), ("B", rectangle(4.2, 0, 8.2, 6))]
    )
    start, goal = (1, 1), (7.2, 1)
    walk = layout.routes("F1").walk(Spot("A", start), [Spot("B", goal)])
    assert close_to(walk.length, taut([start, (4.0, 4.5), (4.2, 4.5), goal]))


@pytest.mark.parametrize("turns", [1, 2, 3, 4, 6])
def test_along_a_spiral_of_corridors(turns):
    """Corridors 1.5 m wide wind inward, one space each, open to the next: the walk hugs every inner corner."""
    spaces, inner = spiral(turns * 4)
    layout = layout_of([], [], spaces)
    start, goal = middle_of(spaces[0]), middle_of(spaces[-1])
    walk = layout.routes("F1").walk(Spot(spaces[0][0], start), [Spot(spaces[-1][0], goal)])
    assert close_to(walk.length, taut([start, *inner, goal]))


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_along_a_spiral_in_one_room(turns):
    """The same spiral drawn as one space with a winding outline."""
    spaces, inner = spiral(turns * 4)
    import shapely

    whole = shapely.union_all([shapely.Polygon(outline) for _, outline, _ in spaces])
    layout = layout_of([], [], [("A", tuple(whole.exterior.coords)[:-1], "corridor")])
    start, goal = middle_of(spaces[0]), middle_of(spaces[-1])
    walk = layout.routes("F1").walk(Spot("A", start), [Spot("A", goal)])
    assert close_to(walk.length, taut([start, *inner, goal]))


@pytest.mark.parametrize("angle", [0, 30, 75, 110, 165])
def test_round_an_island(angle):
    """Round a square island in a square room the shorter way along its corners is taken."""
    layout = layout_of([], [], [("A", rectangle(0, 0, 10, 10))], columns=(Column(id="K", outline=rectangle(2, 2, 8, 8)),))
    start, goal = (1, 5), (5 + 4.2 * math.cos(math.pi - math.radians(angle)), 5 + 4.2 * math.sin(math.pi - math.radians(angle)))
    corners = [(2, 2), (8, 2), (8, 8), (2, 8)]
    walk = layout.routes("F1").walk(Spot("A", start), [Spot("A", goal)])
    exact = min(taut([start, *way, goal]) for way in ways_round(start, goal, corners))
    assert close_to(walk.length, exact)


@pytest.mark.parametrize("sides", [6, 12, 24, 48])
def test_round_a_round_island(sides):
    """Round a pillar of many sides the walk is two tangents and an arc; the plan's pillar has corners on the circle."""
    radius, away = 2.0, 4.0
    pillar = tuple(
        (5 + radius * math.cos(2 * math.pi * i / sides), 5 + radius * math.sin(2 * math.pi * i / sides)) for i in range(sides)
    )
    layout = layout_of([], [], [("A", rectangle(0, 0, 10, 10))], columns=(Column(id="K", outline=pillar),))
    start, goal = (5 - away, 5), (5 + away, 5)
    walk = layout.routes("F1").walk(Spot("A", start), [Spot("A", goal)])
    over = [start, *sorted((corner for corner in pillar if corner[1] > 5), key=lambda corner: corner[0]), goal]
    assert close_to(walk.length, taut(hull_over(over)))


def test_a_ring_of_rooms_is_walked_the_shorter_way():
    """Four corridors round a closed court, a space each: from corner to corner along two of them, hugging the court."""
    spaces = [
        ("S", rectangle(0, 0, 10, 2), "corridor"),
        ("E", rectangle(8, 2, 10, 8), "corridor"),
        ("N", rectangle(0, 8, 10, 10), "corridor"),
        ("W", rectangle(0, 2, 2, 8), "corridor"),
    ]
    layout = layout_of([], [], spaces)
    start, goal = (3, 1), (9, 9)
    walk = layout.routes("F1").walk(Spot("S", start), [Spot("N", goal)])
    assert close_to(walk.length, taut([start, (8, 2), goal]))


@pytest.mark.parametrize(("stub", "bend"), [(4.0, 4.1), (3.6, 3.7), (3.7, 3.8)])
def test_past_a_wall_that_ends_in_a_door(stub, bend):
    """A wall that stands right before a door of 0.9 m, in its middle or over one end, is passed on the side that is open."""
    rooms = [("A", rectangle(0, 0, 8, 3.9)), ("B", rectangle(0, 4.1, 8, 8))]
    layout = layout_of([("W", (0, 4), (8, 4)), ("T", (stub, 4.1), (stub, 6))], [("D", "W", 4.0, 0.9)], rooms)
    start, goal = (1, 3.7), (4.6, 5.0)
    walk = layout.routes("F1").walk(Spot("A", start), [Spot("B", goal)])
    assert close_to(walk.length, taut([start, (3.55, 3.9), (bend, 4.1), goal]))


@pytest.mark.parametrize("count", [2, 5, 9])
@pytest.mark.parametrize("gap", [0.9, 1.5])
def test_a_slalom_through_staggered_doors(count, gap):
    """Doors at opposite ends of parallel walls: the walk runs from jamb to jamb."""
    walls, openings, spaces, jambs = [], [], [], []
    for number in range(count):
        x, at = 2.1 + 2.2 * number, (4.8 if number % 2 == 0 else 0.2) + (-gap / 2 if number % 2 == 0 else gap / 2)
        walls.append((f"W{number}", (x, 0), (x, 5)))
        openings.append((f"D{number}", f"W{number}", at, gap))
        jamb = at - gap / 2 if number % 2 == 0 else at + gap / 2
        jambs += [(x - THICK / 2, jamb), (x + THICK / 2, jamb)]
    spaces = [(f"S{number}", rectangle(2.2 * number, 0, 2.2 * number + 2, 5)) for number in range(count + 1)]
    layout = layout_of(walls, openings, spaces)
    start, goal = (1, 0.5), (2.2 * count + 1, 2.5)
    walk = layout.routes("F1").walk(Spot("S0", start), [Spot(f"S{count}", goal)])
    assert close_to(walk.length, taut([start, *jambs, goal]))


def taut(points):
    """The length of a way from point to point."""
    return math.fsum(math.dist(a, b) for a, b in pairwise(points))


def spiral(arms, wide=1.5, lane=2.0):
    """Corridors of a rectangular spiral, outside first, as spaces that touch; and the inner corners a walk hugs."""
    long = lane * (arms // 2 + 2)
    at, heading, length = (0.0, 0.0), (1, 0), long
    centre = [at]
    for number in range(arms):
        at = (at[0] + heading[0] * length, at[1] + heading[1] * length)
        centre.append(at)
        heading = (-heading[1], heading[0])
        length -= lane if number % 2 == 1 or number == 0 else 0.0
    half, spaces, inner = wide / 2, [], []
    for number, (a, b) in enumerate(pairwise(centre)):
        along = ((b[0] > a[0]) - (b[0] < a[0]), (b[1] > a[1]) - (b[1] < a[1]))
        first = (a[0] + along[0] * half * (1 if number else -1), a[1] + along[1] * half * (1 if number else -1))
        last = (b[0] + along[0] * half, b[1] + along[1] * half)
        xs, ys = sorted((first[0], last[0])), sorted((first[1], last[1]))
        low, high = (
            (xs[0], ys[0] - half) if along[0] else (xs[0] - half, ys[0]),
            (xs[1], ys[1] + half) if along[0] else (xs[1] + half, ys[1]),
        )
        spaces.append((f"S{number}", rectangle(*low, *high), "corridor"))
        if number < arms - 1:
            left = (-along[1], along[0])
            inner.append((b[0] - along[0] * half + left[0] * half, b[1] - along[1] * half + left[1] * half))
    return spaces, inner


def middle_of(space):
    """The middle of an upright rectangle."""
    xs, ys = zip(*space[1], strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def ways_round(start, goal, corners):
    """Both ways round a square, each with the corners it bends at, shortest first left out where it cuts through."""
    for turned in (corners, corners[::-1]):
        for first in range(4):
            for count in range(4):
                way = [turned[(first + step) % 4] for step in range(count)]
                if not any(crosses(a, b) for a, b in pairwise([start, *way, goal])):
                    yield way


def crosses(a, b, low=2.0, high=8.0):
    """Tell whether a straight line runs through the inside of the square from `low` to `high`."""
    enter, leave = 0.0, 1.0
    for one, other in zip(a, b, strict=True):
        if one == other:
            if not low < one < high:
                return False
            continue
        near, far = sorted(((low - one) / (other - one), (high - one) / (other - one)))
        enter, leave = max(enter, near), min(leave, far)
    return leave - enter > 1e-9


def hull_over(points):
    """The upper hull of points from left to right: the taut string laid over them."""
    hull = []
    for point in points:
        while len(hull) > 1 and turn(hull[-2], hull[-1], point) >= 0:
            hull.pop()
        hull.append(point)
    return hull


def turn(a, b, c):
    """Positive where the way a, b, c turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
