"""What no verdict may hang on: where the plan lies, how it is turned or mirrored, its unit, and the order of its things."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showroom.domain.plan import Plan
from showroom.formats import read_permit
from tests.rules.conftest import CASE_FILES, KNOWN_FACTS, findings, read_case

PLANS = [read_case(path) for path in CASE_FILES if path.name.startswith(("fail", "pass"))][::7]
ROWS = [row.id for row in read_permit("food-catering").requirements if row.measure]


def _verdicts(plan, application):
    return sorted(
        (finding.requirement, finding.outcome.value, finding.binding.value, min(finding.affected, default=""))
        for finding in findings(plan, application, ROWS)
    )


def _moved(plan: Plan, place, turn: float = 0.0, mirrored: bool = False) -> Plan:
    """The plan with every point put elsewhere; mirroring keeps `at` and turns angles round."""

    def change(value, key=""):
        if key in ("axis", "outline"):
            return tuple(place(point) for point in value)
        if key == "holes":
            return tuple(tuple(place(point) for point in ring) for ring in value)
        if key == "at" and isinstance(value, (tuple, list)):
            return place(value)
        if key == "angle":
            return (-value if mirrored else value) + turn
        if isinstance(value, dict):
            return {name: change(part, name) for name, part in value.items()}
        return [change(part) for part in value] if isinstance(value, (tuple, list)) else value

    return Plan.model_validate(change(plan.model_dump(exclude_none=True)))


@settings(max_examples=4, deadline=None)
@given(turn=st.floats(0, 360), east=st.floats(-5000, 5000), north=st.floats(-5000, 5000), mirrored=st.booleans())
@pytest.mark.parametrize("case", PLANS, ids=lambda case: f"{case.path.parent.name}/{case.path.stem.removesuffix('.plan')}")
def test_turning_mirroring_and_moving_change_no_verdict(case, turn, east, north, mirrored):
    """A shop is judged alike wherever it stands and however its drawing lies."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def place(point):
        x, y = (-point[0] if mirrored else point[0]), point[1]
        return (cos * x - sin * y + east, sin * x + cos * y + north)

    assert _verdicts(_moved(case.plan, place, turn, mirrored), case.application) == _verdicts(case.plan, case.application)


@pytest.mark.parametrize("case", PLANS, ids=lambda case: f"{case.path.parent.name}/{case.path.stem.removesuffix('.plan')}")
def test_writing_lengths_in_millimetres_changes_no_verdict(case):
    """`900 mm` and `0.9` are the same width."""

    def in_millimetres(value, key=""):
        if key in ("width", "thickness") or (key == "at" and isinstance(value, float)):
            return f"{value * 1000!r} mm"
        if isinstance(value, dict):
            return {name: in_millimetres(part, name) for name, part in value.items()}
        return [in_millimetres(part) for part in value] if isinstance(value, (tuple, list)) else value

    written = Plan.model_validate(in_millimetres(case.plan.model_dump(exclude_none=True)))
    assert _verdicts(written, case.application) == _verdicts(case.plan, case.application)


@pytest.mark.parametrize("case", PLANS, ids=lambda case: f"{case.path.parent.name}/{case.path.stem.removesuffix('.plan')}")
def test_the_order_of_things_changes_no_verdict(case):
    """A drawing is judged alike in whatever order its things were drawn."""
    turned = tuple(
        storey.revise(
            walls=storey.walls[::-1], openings=storey.openings[::-1], spaces=storey.spaces[::-1], fixtures=storey.fixtures[::-1]
        )
        for storey in case.plan.storeys
    )
    assert _verdicts(case.plan.revise(storeys=turned), case.application) == _verdicts(case.plan, case.application)


@settings(max_examples=15, deadline=None)
@given(width=st.floats(0.5, 1.5), more=st.floats(0, 0.5))
def test_widening_a_door_never_worsens_its_verdict(width, more):
    """The margin grows by what the door grows."""
    case = next(case for case in map(read_case, CASE_FILES) if "pass-a_door_exactly" in case.path.name)

    def margin(clear):
        storey = case.plan.storeys[0]
        openings = tuple(opening.revise(width=clear) if opening.id == "D2" else opening for opening in storey.openings)
        plan = case.plan.revise(storeys=(storey.revise(openings=openings),))
        (finding,) = [
            f for f in findings(plan, KNOWN_FACTS, ["art-training.door.width", "fire.door.clear-width"]) if "D2" in f.affected
        ]
        return finding.measured.value

    assert margin(width + more) >= margin(width)
