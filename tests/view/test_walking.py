"""Where may a visitor go, and does a step ever lead through a wall?"""

import math
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, Polygon, box

from showroom import formats, home
from showroom.domain.plan import Plan
from showroom.modelling.furnishing import standing as standing_in_plan
from showroom.modelling.model import Leaf
from showroom.view.motion import Line, Walk, flight
from showroom.view.stage import Pose
from showroom.view.walking import NEVER_BLOCK, Walker, length_of

SCENES = sorted(folder.name for folder in home.scenes().iterdir() if (folder / "scene.yaml").is_file())

PLAN = Plan.model_validate(
    {
        "storeys": [
            {
                "id": "F1",
                "height": 3.0,
                "walls": [
                    {"id": "W1", "axis": [[0, -0.1], [8, -0.1]], "thickness": 0.2},
                    {"id": "W2", "axis": [[4.1, 0], [4.1, 5]], "thickness": 0.2},
                ],
                "openings": [
                    {"id": "D1", "kind": "door", "wall": "W2", "at": 2.5, "width": 1.0},
                    {"id": "D0", "kind": "door", "wall": "W1", "at": 3.0, "width": 1.0, "leads": "outside", "role": "customers"},
                ],
                "spaces": [
                    {"id": "A", "outline": [[0, 0], [4, 0], [4, 5], [0, 5]]},
                    {"id": "B", "outline": [[4.2, 0], [8, 0], [8, 5], [4.2, 5]]},
                ],
                "fixtures": [
                    {"id": "T1", "kind": "table", "at": [1.6, 1.4], "size": [1.2, 0.8]},
                    {"id": "X1", "kind": "stove", "at": [6.0, 4.6], "size": [2.0, 0.8]},
                    {"id": "X2", "kind": "hood", "at": [6.0, 4.0], "size": [2.4, 1.2]},
                    {"id": "X3", "kind": "sink", "at": [5.5, 2.0], "size": [0.6, 1.5], "angle": 30},
                ],
                "columns": [{"id": "C1", "outline": [[7, 1], [7.3, 1], [7.3, 1.3], [7, 1.3]]}],
            }
        ]
    }
)
WALKER = Walker(PLAN)
FREE = shapely.union_all([box(0, 0, 4, 5), box(4.2, 0, 8, 5), box(3.9, 2, 4.3, 3)]).difference(
    shapely.union_all([box(1.0, 1.0, 2.2, 1.8), box(5.0, 4.2, 7.0, 5.0), box(7.0, 1.0, 7.3, 1.3)])
)
"""Where no wall, table, stove or column stands."""
X, Y = st.floats(-1, 9), st.floats(-1, 6)
STEP = st.tuples(st.floats(-0.8, 0.8), st.floats(-0.8, 0.8))


@settings(max_examples=150, deadline=None)
@given(X, Y, st.lists(STEP, max_size=12))
def test_no_row_of_steps_leaves_the_ground(x: float, y: float, steps: list[tuple[float, float]]) -> None:
    """From anywhere, whatever steps are taken, every place reached is walkable and no step passes through anything."""
    here = WALKER.nearest((x, y))
    for step in steps:
        there = WALKER.slide(here, step)
        assert WALKER.stands(there)
        assert shapely.covers(FREE.buffer(1e-3), LineString([here, there]))
        assert math.dist(here, there) <= math.hypot(*step) + 1e-6
        here = there


@settings(max_examples=100, deadline=None)
@given(X, Y, X, Y)
def test_a_path_stays_on_the_ground_and_is_not_shorter_than_the_straight_line(ax: float, ay: float, bx: float, by: float) -> None:
    """A path begins and ends at the walkable points nearest to those asked for and passes through nothing."""
    path = WALKER.path((ax, ay), (bx, by))
    assert path[0] == WALKER.nearest((ax, ay))
    assert path[-1] == pytest.approx(WALKER.nearest((bx, by)))
    for a, b in pairwise(path):
        assert shapely.covers(FREE.buffer(1e-3), LineString([a, b]))
    assert length_of(path) >= math.dist(path[0], path[-1]) - 1e-9


def test_a_path_through_the_door_is_the_shortest_one() -> None:
    """From one room's corner to the other's the path goes through the doorway, straight from jamb to jamb."""
    path = WALKER.path((0.5, 4.5), (7.5, 4.0))
    assert any(4.0 <= (a[0] + b[0]) / 2 <= 4.2 for a, b in pairwise(path))
    jamb = (3.78, 2.78)
    assert length_of(path) < math.dist((0.5, 4.5), jamb) + math.dist(jamb, (4.42, 2.78)) + math.dist((4.42, 2.78), (7.5, 4.0)) + 0.6


def test_walking_at_a_wall_aslant_slides_along_it() -> None:
    """A step at a slant into the wall goes on along the wall."""
    here = WALKER.nearest((0.25, 3.0))
    there = WALKER.slide(here, (-0.3, 0.3))
    assert there[0] == pytest.approx(here[0], abs=0.04)
    assert there[1] > here[1] + 0.15


def test_a_body_keeps_its_distance_from_walls_and_furniture() -> None:
    """No walkable point is nearer than a body's half width to a wall, a table or a column; under the hood one can stand."""
    assert FREE.boundary.distance(WALKER.ground) >= 0.2
    assert WALKER.stands((6.0, 3.6))
    assert not WALKER.stands((1.6, 1.4))


def test_a_visit_begins_inside_the_entrance_and_looks_in() -> None:
    """The first pose stands about a metre inside the customers' door, at eye height, and looks into the room."""
    pose = WALKER.spawn()
    assert WALKER.stands(pose.eye)
    assert pose.eye[2] == 1.6
    assert Point(pose.eye[:2]).distance(Point(3.0, 0.0)) < 1.3
    assert pose.direction[1] > 0.5


def test_chairs_do_not_shut_anybody_in() -> None:
    """Where chairs would close the only way to a room, they are walked through; a stove is not."""
    storey = PLAN.storeys[0]
    chairs = tuple(
        storey.fixtures[0].revise(id=f"c{i}", kind="chair", at=(3.7, 1.5 + 0.3 * i), size=(0.45, 0.45)) for i in range(8)
    )
    barred = PLAN.revise(storeys=(storey.revise(fixtures=(*storey.fixtures, *chairs)),))
    assert Walker(barred).path((3.0, 0.5), (7.0, 3.0))[-1] == pytest.approx((7.0, 3.0))
    stoves = tuple(chair.revise(id=f"s{i}", kind="stove") for i, chair in enumerate(chairs))
    shut = PLAN.revise(storeys=(storey.revise(fixtures=(*storey.fixtures, *stoves)),))
    assert Walker(shut).path((3.0, 0.5), (7.0, 3.0))[-1][0] < 4.0


def test_a_plan_without_ground_is_no_error() -> None:
    """A cupboard too small to stand in leaves the visitor where they are."""
    tiny = Plan.model_validate({"storeys": [{"id": "F1", "spaces": [{"id": "S", "outline": [[0, 0], [0.3, 0], [0.3, 0.3]]}]}]})
    walker = Walker(tiny)
    assert walker.path((1.0, 1.0), (2.0, 2.0)) == ((1.0, 1.0),)
    assert walker.slide((1.0, 1.0), (0.5, 0.0)) == (1.0, 1.0)
    assert walker.spawn().eye[2] == 1.6


def test_a_walk_never_leaves_its_way_and_keeps_a_walking_pace() -> None:
    """A walk lies on its way, the eye level; nowhere is it faster than 3 m/s, nor does it turn faster than 141 degrees a second."""
    start = Pose((0.5, 4.5, 1.6), 180.0)
    path = WALKER.path(start.eye, (7.5, 4.0))
    walk = Walk(start, [(x, y, 1.6) for x, y in path])
    line = LineString(path)
    before = start
    for frame in range(1, math.ceil(walk.seconds * 50) + 2):
        pose = walk.at(frame / 50)
        assert line.distance(Point(pose.eye[:2])) < 0.05
        assert pose.eye[2] == pytest.approx(1.6)
        assert math.dist(pose.eye, before.eye) * 50 < 3.0
        assert abs((pose.yaw - before.yaw + 180) % 360 - 180) * 50 < 141
        before = pose
    assert walk.end.eye[:2] == pytest.approx((7.5, 4.0))


def test_a_flight_takes_the_short_way_round_and_ends_exactly() -> None:
    """From 170 to -170 degrees a flight turns by 20; its last moment is the pose asked for."""
    start, end = Pose((0.0, 0.0, 1.6), 170.0), Pose((1.0, 0.0, 1.5), -170.0, -5.0, 50.0)
    way = flight(start, end, 1.2)
    assert way.seconds == 1.2
    assert abs(way.at(0.6).yaw) == pytest.approx(180.0)
    assert way.at(1.2) == end
    assert way.at(0.0).eye == start.eye
    assert flight(start, Pose((50.0, 0.0, 1.6)), 1.2).seconds == 10.0


def test_a_line_is_asked_by_length() -> None:
    """Half of the length of an L is at its bend."""
    line = Line([(0.0, 0.0, 0.0), (2.0, 0.0, 0.0), (2.0, 2.0, 0.0)])
    assert line.at(2.0) == (2.0, 0.0, 0.0)
    assert line.at(3.0) == (2.0, 1.0, 0.0)
    assert line.at(99.0) == (2.0, 2.0, 0.0)


@cache
def premises(name: str) -> tuple[Plan, Walker, shapely.Geometry]:
    """A bundled scene's plan, its ground, and all a body must keep off: walls but for doorways, columns, what stands there."""
    folder = home.scenes() / name
    plan, model = formats.read_plan(folder / "premises.plan.yaml"), formats.read_model(folder / "scene.glb")
    (storey,) = plan.storeys
    walls = shapely.union_all([LineString(wall.axis).buffer(wall.thickness / 2, cap_style="flat") for wall in storey.walls])
    doorways = []
    for opening in storey.openings:
        if opening.kind in ("door", "passage"):
            wall = storey.wall_of[opening.wall]
            axis = LineString(wall.axis)
            a, b = (axis.interpolate(opening.at + side * opening.width / 2) for side in (-1, 1))
            doorways.append(LineString([a, b]).buffer(wall.thickness / 2 + 0.05, cap_style="flat"))
    standing = [standing_in_plan(fixture) for fixture in storey.fixtures if fixture.kind not in NEVER_BLOCK | {"chair"}]
    columns = [Polygon(column.outline) for column in storey.columns]
    solid = shapely.union_all([walls.difference(shapely.union_all(doorways)), *standing, *columns])
    shapely.prepare(solid)
    return plan, Walker(plan, leaves=[node.leaf for node in model.nodes if node.leaf is not None]), solid


@pytest.mark.parametrize("name", SCENES)
def test_random_walks_in_the_sample_premises_never_meet_a_wall_or_a_fixture(name: str) -> None:
    """Steps in any direction, from anywhere: no place reached lies in a wall or a fixture, and no step passes through one."""
    _, walker, solid = premises(name)
    random = np.random.default_rng(20261124)
    low, high = np.array(walker.ground.bounds[:2]) - 1.0, np.array(walker.ground.bounds[2:]) + 1.0
    met = 0
    for _ in range(40):
        here = walker.nearest(tuple(low + random.random(2) * (high - low)))
        way = random.random() * 2.0 * math.pi
        for _ in range(25):
            way += random.normal(0.0, 0.5)
            there = walker.slide(here, (0.6 * math.cos(way), 0.6 * math.sin(way)))
            met += math.dist(here, there) < 0.59
            assert not solid.intersects(LineString([here, there]).buffer(0.12))
            here = there
    assert met > 50


@pytest.mark.parametrize("name", SCENES)
def test_from_everywhere_in_the_sample_premises_a_walk_leads_to_every_room(name: str) -> None:
    """A tap on any room's floor is walked to, through doors and round what stands in the way, never through a wall."""
    plan, walker, solid = premises(name)
    start = walker.spawn().eye
    for space in plan.spaces:
        goal = walker.nearest(Polygon(space.outline).representative_point().coords[0])
        path = walker.path(start, goal)
        assert Polygon(space.outline).buffer(0.05).intersects(Point(path[-1])), space.id
        for a, b in pairwise(path):
            assert not solid.intersects(LineString([a, b]).buffer(0.12))


@pytest.mark.parametrize("name", SCENES)
def test_a_visit_begins_clear_of_everything(name: str) -> None:
    """The spawn point found from the plan stands inside, on the ground, off walls and furniture."""
    plan, walker, solid = premises(name)
    pose = walker.spawn()
    assert walker.stands(pose.eye)
    assert solid.distance(Point(pose.eye[:2])) > 0.2
    assert any(Polygon(space.outline).contains(Point(pose.eye[:2])) for space in plan.spaces)


def test_an_open_leaf_is_walked_round_unless_it_would_shut_somebody_in() -> None:
    """A leaf that stands across the room is an obstacle; one that would bar the doorway itself is not."""
    across = Leaf("D1", (4.0, 3.0, 0.0), (3.0, 3.0, 0.0), -90.0, (0.1, 0.0, 0.0), is_open=True)
    walker = Walker(PLAN, leaves=[across])
    assert not walker.stands((3.5, 3.0))
    assert WALKER.stands((3.5, 3.0))
    assert walker.path((3.5, 3.6), (3.5, 2.4)) != ((3.5, 3.6), (3.5, 2.4))
    barring = Leaf("D1", (3.9, 2.0, 0.0), (3.9, 3.0, 0.0), -90.0, (0.1, 0.0, 0.0), is_open=True)
    assert Walker(PLAN, leaves=[barring]).path((3.0, 0.5), (7.0, 3.0))[-1] == pytest.approx((7.0, 3.0))
