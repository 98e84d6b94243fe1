"""Is what is measured what is there: snapped to corners and edges, and heights, areas and rooms to the centimetre?"""

import math

import numpy as np
import pytest

from showroom.domain.plan import Plan
from showroom.modelling.model import Model
from showroom.view.edges import Mark, sharp_edges, snapped
from showroom.view.measures import area, length, room_rulers, upright
from showroom.view.stage import Pose, Vector
from showroom.view.vtk_stage import VtkStage

EYE = (1.6, 3.5, 1.6)


def touched(stage: VtkStage, point: Vector, *, off: tuple[float, float] = (0.0, 0.0)) -> Mark:
    """Return what a touch `off` pixels beside `point` marks, within 14 pixels."""
    seen = stage.project(point)
    at = (seen.x + off[0], seen.y + off[1])
    ring = [(0.0, 0.0), *((14 * math.cos(turn), 14 * math.sin(turn)) for turn in np.arange(8) * math.pi / 4)]
    hits = [hit for dx, dy in ring if (hit := stage.pick(at[0] + dx, at[1] + dy)) is not None]
    mark = snapped(hits, stage.edges_of, stage.project, at, pixels=14.0, metre_pixels=lambda away: 180 / (1.27 * away))
    assert mark is not None
    return mark


def test_a_box_has_twelve_edges(shop: Model) -> None:
    """The diagonals of its faces are none."""
    table = next(node for node in shop.nodes if node.name == "table").meshes[0]
    assert len(sharp_edges(table.positions, table.triangles)) == 12


def test_a_round_thing_has_edges_only_at_its_ends() -> None:
    """Faces that hardly turn into each other are one surface."""
    turns = np.linspace(0, 2 * math.pi, 25)[:-1]
    ring = np.stack([np.cos(turns), np.sin(turns), np.zeros(24)], axis=1)
    points = np.concatenate([ring, ring + np.array([0.0, 0.0, 1.0])])
    a = np.arange(24)
    b = (a + 1) % 24
    sides = np.concatenate([np.stack([a, b, a + 24], axis=1), np.stack([b, b + 24, a + 24], axis=1)])
    edges = sharp_edges(points, sides)
    assert len(edges) == 48
    assert (edges[:, 0, 2] == edges[:, 1, 2]).all()


def test_nothing_has_no_edges() -> None:
    """A thing without triangles, or with triangles that are mere lines, has none."""
    assert sharp_edges(np.zeros((0, 3)), np.zeros((0, 3), int)).shape == (0, 2, 3)
    assert sharp_edges(np.zeros((3, 3)), np.array([[0, 1, 2]])).shape == (0, 2, 3)


@pytest.mark.parametrize("off", [(0.0, 0.0), (6.0, 0.0), (-5.0, 5.0), (0.0, -7.0)])
def test_a_counter_is_measured_within_a_centimetre_by_a_finger_that_misses(stage: VtkStage, off: tuple[float, float]) -> None:
    """Touches some pixels beside two corners of the table, even beyond it, measure its 1.20 m."""
    stage.look_from(Pose.looking(EYE, (1.6, 1.4, 0.75)))
    ends = [touched(stage, corner, off=off) for corner in ((1.0, 1.8, 0.75), (2.2, 1.8, 0.75))]
    assert [mark.kind for mark in ends] == ["corner", "corner"]
    assert length([mark.point for mark in ends]) == pytest.approx(1.2, abs=0.01)


def test_a_touch_beside_an_edge_is_on_it(stage: VtkStage) -> None:
    """Between the corners the edge is meant; in the middle of the top, the top."""
    stage.look_from(Pose.looking(EYE, (1.6, 1.4, 0.75)))
    edge = touched(stage, (1.6, 1.8, 0.75), off=(0.0, 5.0))
    assert (edge.kind, edge.point[1:]) == ("edge", pytest.approx((1.8, 0.75), abs=1e-3))
    stage.resize(1280, 720)
    top = touched(stage, (1.6, 1.3, 0.75))
    assert (top.kind, top.point[2]) == ("surface", pytest.approx(0.75, abs=1e-3))


def test_heights_are_of_tops_over_the_floor_and_of_rooms(stage: VtkStage) -> None:
    """The table is 0.75 m high, touched on top or corner; floor and wall give the room's 3 m; under the lamp 2.6 m."""
    for mark, metres in (
        ((1.6, 1.4, 0.75), 0.75), ((1.0, 1.8, 0.75), 0.75), ((3.0, 3.0, 0.0), 3.0), ((0.0, 3.0, 1.2), 3.0), ((2.0, 2.5, 0.0), 2.6),
    ):  # fmt: skip
        foot, head = upright(mark, stage.cast, 0.0)
        assert length([foot, head]) == pytest.approx(metres, abs=0.005)


def test_areas_are_of_any_flat_outline() -> None:
    """A floor, a wall, and an L; fewer than three corners are none."""
    assert area([(0, 0, 0), (4, 0, 0), (4, 5, 0), (0, 5, 0)]) == pytest.approx(20.0)
    assert area([(0, 1, 0), (0, 3, 0), (0, 3, 2.5), (0, 1, 2.5)]) == pytest.approx(5.0)
    assert area([(0, 0, 1), (2, 0, 1), (2, 1, 1), (1, 1, 1), (1, 2, 1), (0, 2, 1)]) == pytest.approx(3.0)
    assert area([(0, 0, 0), (4, 0, 0)]) == 0.0


def test_the_rulers_of_a_room_are_its_own(plan: Plan) -> None:
    """Room A is 5 by 4 m and 3 m high, wherever in it one stands; in the doorway of the street there is no room."""
    for at in ((0.3, 0.3, 1.6), (3.7, 4.0, 1.6)):
        assert [ruler.metres for ruler in room_rulers(plan, at)] == pytest.approx([5.0, 4.0, 3.0])
    assert room_rulers(plan, (3.0, -2.0, 1.6)) == ()


def test_a_ruler_lies_at_the_wall_one_sees(plan: Plan) -> None:
    """Of the two walls a ruler could lie at it takes the farther, so that it is in view."""
    for eye, x in (((0.5, 2.5, 1.6), 4.0), ((3.5, 2.5, 1.6), 0.0)):
        deep = room_rulers(plan, eye)[0]
        assert deep.start[0] == pytest.approx(x, abs=0.2)
