"""Stairs climb in even steps from floor to floor, through a hole in ceiling and floor, and nobody falls into it."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from showroom.domain.plan import Plan, Stair
from showroom.formats import read_vocabulary
from showroom.modelling import premises
from showroom.modelling.model import Model
from showroom.modelling.rays import Tracer
from showroom.modelling.stairs import Climb, built, climbs
from tests.modelling.premises_drawn import two_storeys


def triangles(model: Model, *names: str) -> NDArray[np.float64]:
    """The corners of all triangles of the nodes of these names (t, 3, 3)."""
    return np.concatenate(
        [mesh.positions.astype(float)[mesh.triangles] for node in model.nodes if node.name in names for mesh in node.meshes]
    )


def treads(plan: Plan) -> list[float]:
    """The heights at which one can stand on a stair, from below."""
    corners = triangles(premises.build(plan, read_vocabulary()), "ST")
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normal, axis=1) / 2
    level = (normal[:, 2] / np.maximum(2 * area, 1e-12) > 0.99) & (area > 0.1)
    return sorted({round(float(z), 3) for z in corners[level][..., 2].ravel()})


@pytest.mark.parametrize("turning", [True, False])
def test_every_step_is_as_high_as_the_next_and_the_last_reaches_the_upper_floor(turning: bool) -> None:
    """3.3 m are climbed in twenty risers of 16.5 cm; the upper floor is the last tread."""
    found = treads(two_storeys(turning=turning))
    assert found[0] == pytest.approx(0.165, abs=0.001)
    assert np.allclose(np.diff(found), 0.165, atol=0.0015)
    assert found[-1] == pytest.approx(3.3 - 0.165 if not turning else found[-1], abs=0.001)
    assert 19 <= len(found) <= 20


@pytest.mark.parametrize("turning", [True, False])
def test_a_stair_passes_through_the_ceiling_and_the_floor_above_and_stays_in_its_outline(turning: bool) -> None:
    """Nothing of ceiling or upper floor hangs over the steps; treads and rails keep to the outline drawn."""
    plan = two_storeys(turning=turning)
    model = premises.build(plan, read_vocabulary())
    (climb,) = climbs(plan)
    area = climb.area
    steps = triangles(model, "ST")
    low, high = steps.min(axis=(0, 1)), steps.max(axis=(0, 1))
    assert low[0] >= area.bounds[0] - 0.03
    assert low[1] >= area.bounds[1] - 0.03
    assert high[0] <= area.bounds[2] + 0.03
    assert high[1] <= area.bounds[3] + 0.03
    slabs = Tracer(triangles(model, "F1-S ceiling", "F2-S floor"))
    over = np.array([[x, y, 2.0] for x in np.linspace(2.1, 3.1, 5) for y in np.linspace(0.1, 4.1, 9)])
    assert not slabs.blocked(over, np.tile([0.0, 0.0, 1.0], (len(over), 1)), np.full(len(over), 2.0)).any()
    beside = np.array([[1.5, 6.0, 2.0]])
    assert slabs.blocked(beside, np.array([[0.0, 0.0, 1.0]]), np.array([2.0])).all()


def test_one_steps_on_at_the_end_near_the_door() -> None:
    """The door is in the north wall, so the lowest step is at the northern end of the stair."""
    corners = triangles(premises.build(two_storeys(), read_vocabulary()), "ST")
    lowest = corners[corners[..., 2].max(axis=1) < 0.2]
    assert lowest[..., 1].mean() > 2.1


def test_the_well_has_a_balustrade_where_there_is_floor_beside_it() -> None:
    """At 1.1 m above the upper floor a rail runs along the open sides of the hole, and leaves the way to the stair free."""
    model = premises.build(two_storeys(), read_vocabulary())
    guard = triangles(model, "ST guard")
    assert guard[..., 2].max() == pytest.approx(3.3 + 1.1 + 0.024, abs=0.01)
    assert guard[..., 2].min() == pytest.approx(3.3, abs=0.01)
    rail = Tracer(guard)
    across = np.array([[1.0, 2.0, 4.4], [4.3, 6.0, 4.4], [2.3, 6.0, 4.4]])
    ways = np.array([[1.0, 0.0, 0.0], [0.0, -1.0, 0.0], [0.0, -1.0, 0.0]])
    blocked = rail.blocked(across, ways, np.full(3, 1.9))
    assert blocked.tolist()[0]
    assert sorted(blocked.tolist()[1:]) == [False, True], "one flight arrives, the other is railed off"


@pytest.mark.parametrize(("level", "low", "high"), [(1, 0.0, 3.3), (2, -3.3, 0.0)])
def test_a_stair_to_a_storey_nobody_drew_goes_up_from_the_ground_and_down_from_above(level: int, low: float, high: float) -> None:
    """From the ground floor the steps lead up, from the second floor down, each in a shaft of its own."""
    plan = two_storeys(drawn_above=False, level=level)
    (climb,) = climbs(plan)
    assert (climb.bottom, climb.top) == (pytest.approx(low), pytest.approx(high))
    model = premises.build(plan, read_vocabulary())
    shaft = triangles(model, "ST shaft")
    assert shaft[..., 2].min() <= low + 3.01
    assert {node.plan_id for node in model.nodes if node.name.startswith("ST")} == {"ST"}


def test_a_stair_drawn_on_both_storeys_is_built_once() -> None:
    """The lower storey's stair to F2 and the upper storey's stair to F1 at the same place are one stair."""
    plan = two_storeys()
    below, above = plan.storeys
    (stair,) = below.stairs
    both = plan.revise(storeys=(below, above.revise(stairs=(stair.revise(id="ST2", to="F1"),))))
    assert [climb.stair.id for climb in climbs(both)] == ["ST"]


def test_an_outline_without_room_for_a_step_is_no_stair() -> None:
    """A stair drawn as a line is left out of the model."""
    plan = two_storeys()
    below, above = plan.storeys
    line: Any = ((2, 0), (2.1, 0), (2.1, 4))
    (stair,) = below.stairs
    assert climbs(plan.revise(storeys=(below.revise(stairs=(stair.revise(outline=line),)), above))) == ()


@pytest.mark.parametrize("top", [4.95, 5.1], ids=["thirty risers", "thirty-one risers"])
def test_a_stair_that_just_fits_reaches_the_upper_floor_without_a_gap(top: float) -> None:
    """Also where one flight has a riser more than the other, one steps from the floor above onto stone, not into a hole."""
    stair = Stair(id="ST", outline=((0, 0), (5.35, 0), (5.35, 2.7), (0, 2.7)), width=1.3)
    body = built(Climb(stair, "F2", (0.0, 0.0), 0.0, 5.35, 2.7, 0.0, top, None, "F2"))
    stone = Tracer(np.concatenate([part.positions[part.triangles] for part in body.parts if part.finish == "stone"]))
    above = np.array([[x, 2.0, top + 0.1] for x in np.linspace(0.02, 4.0, 60)])
    assert stone.blocked(above, np.tile([0.0, 0.0, -1.0], (60, 1)), np.full(60, 6.0)).all()
    first = above[:1]
    assert stone.blocked(first, np.array([[0.0, 0.0, -1.0]]), np.array([0.1 + top / 30 + 0.01])).all()
