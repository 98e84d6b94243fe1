"""Do the figures have a person's size, do they stand where they are set down, and does their circle tell the truth?"""

from collections.abc import Callable

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, box

from showroom.domain.plan import Plan
from showroom.modelling.figures import PERSON_HEIGHT, figure
from showroom.modelling.model import Model
from showroom.view.clearance import Clearance, FreeFloor
from showroom.view.figures import Figure
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage

from .conftest import shop_plan

FREE = shapely.union_all([box(0, 0, 4, 5), box(4.2, 0, 8, 5), box(3.9, 2, 4.3, 3)]).difference(
    shapely.union_all([box(1.0, 1.0, 2.2, 1.8), box(5.0, 4.2, 7.0, 5.0), box(7.0, 1.0, 7.3, 1.3)])
)
"""Where no wall, table, stove or column stands."""
FLOOR = FreeFloor(shop_plan())


def test_a_person_is_a_metre_seventy_and_a_wheelchair_fits_a_wheelchairs_box() -> None:
    """Both stand on the floor; a wheelchair with somebody in it is at most 0.70 m wide and 1.10 m long."""
    low, high = figure("person").bounds
    assert float(high[2] - low[2]) == pytest.approx(PERSON_HEIGHT, abs=0.02)
    assert float(low[2]) == pytest.approx(0.0, abs=0.02)
    low, high = figure("wheelchair").bounds
    assert float(high[1] - low[1]) <= 0.70
    assert float(high[0] - low[0]) <= 1.10
    assert float(low[2]) == pytest.approx(0.0, abs=0.02)


@settings(max_examples=150, deadline=None)
@given(st.floats(-0.5, 8.5), st.floats(-0.5, 5.5), st.floats(0.1, 1.2))
def test_a_circle_fits_exactly_where_nothing_of_the_plan_is_in_it(x: float, y: float, radius: float) -> None:
    """What is said to fit lies wholly on free floor; what does not, lies there when it is smaller by what is said to lack."""
    lacks = FLOOR.around(x, y).lacks(radius)
    if lacks == 0:
        assert FREE.buffer(2e-3).covers(Point(x, y).buffer(radius - 2e-3))
    else:
        assert not FREE.covers(Point(x, y).buffer(radius + 2e-3, quad_segs=64))
        assert FREE.buffer(3e-3).covers(Point(x, y).buffer(max(radius - lacks / 100, 1e-6))) or radius <= lacks / 100 + 1e-3


def test_what_is_nearest_is_told(plan: Plan) -> None:
    """A fixture by itself, a wall by none; at the limit a circle fits, a millimetre under it lacks a centimetre."""
    beside_table = FreeFloor(plan).around(2.6, 1.4)
    assert beside_table.nearest is not None
    assert (beside_table.nearest.id, beside_table.metres) == ("T1", pytest.approx(0.4))
    assert FreeFloor(plan).around(0.5, 3.5).nearest is None
    assert FreeFloor(plan).around(1.6, 1.4).metres == 0.0
    assert [Clearance(metres).lacks(0.75) for metres in (0.75, 0.749, 0.63, 0.0)] == [0, 1, 12, 75]


def test_a_figure_stands_where_it_is_set_down(new_stage: Callable[[], VtkStage], shop: Model) -> None:
    """The picture changes there and comes back when it is taken away; nobody meets it, and in a panorama it is not seen."""
    stage = new_stage()
    stage.show(shop)
    stage.look_from(Pose.looking((0.5, 0.6, 1.6), (3.0, 3.0, 0.8)))
    bare = stage.picture(320, 180).astype(int)
    stage.set_down([Figure("wheelchair", (2.6, 2.6, 0.0), 90.0, 0.75, (0.1, 0.5, 0.3))])
    set_down = stage.picture(320, 180).astype(int)
    changed = np.argwhere(np.abs(set_down - bare).max(axis=2) > 20)
    seen = stage.camera.place((2.6, 2.6, 0.5))
    assert len(changed) > 400
    assert np.abs(changed.mean(axis=0)[::-1] - (seen[0], seen[1])).max() < 25
    met = stage.cast((2.6, 0.5, 0.6), (0.0, 1.0, 0.0))
    assert met is not None
    assert met.node.startswith("walls")
    stage.set_down([])
    assert np.abs(stage.picture(320, 180).astype(int) - bare).max() == 0
