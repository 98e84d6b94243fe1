"""What no verdict may hang on, rule by rule: where the plan lies, how it is turned or mirrored, its unit, the order of its things.

And what may only ever help: a wider door, one more exit; and what may only ever hurt: a room that is taken away.
"""

import math
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showroom.domain.finding import Outcome
from showroom.domain.plan import Plan
from showroom.rules import RULES
from tests.permits.drawn import box, door, space, storey, wall, walls_round
from tests.rules.conftest import CASE_FILES, KNOWN_FACTS, Case, findings, read_case

_EACH = 2
"""How many cases of a rule are taken of those that pass, of those that fail and of those to confirm."""
_LENGTHS = ("width", "thickness", "height", "at", "size", "axis", "outline", "holes")


def _chosen() -> Iterator[Case]:
    for name in sorted(RULES):
        for kind in ("pass", "fail", "confirm"):
            yield from map(
                read_case, [path for path in CASE_FILES if path.parent.name == name and path.name.startswith(kind)][:_EACH]
            )


CASES = list(_chosen())
of_each_rule = pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.path.parent.name}/{case.path.stem.removesuffix('.plan')}"
)


def _cases(*rules: str) -> list[Case]:
    return [read_case(path) for path in CASE_FILES if path.parent.name in rules]


def _found(plan: Plan, case: Case):
    return findings(plan, case.application, [expected.row for expected in case.expected])


def _verdicts(plan: Plan, case: Case):
    return sorted(
        (
            finding.requirement,
            finding.outcome.value,
            finding.binding.value,
            finding.reason.value if finding.reason else "",
            min(finding.affected, default=""),
            finding.measured is None,
        )
        for finding in _found(plan, case)
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


def test_every_rule_is_tried():
    """The cases below are of every rule there is, and each rule measures something in one of them."""
    assert {case.path.parent.name for case in CASES} == set(RULES)
    decided = {case.path.parent.name for case in CASES if any(expected.outcome != "not_applicable" for expected in case.expected)}
    assert decided == set(RULES)


@of_each_rule
@settings(max_examples=3, deadline=None)
@given(turn=st.floats(0, 360), east=st.floats(-5000, 5000), north=st.floats(-5000, 5000), mirrored=st.booleans())
def test_turning_mirroring_and_moving_change_no_verdict(case, turn, east, north, mirrored):
    """Premises are judged alike wherever they stand and however their drawing lies."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def place(point):
        x, y = (-point[0] if mirrored else point[0]), point[1]
        return (cos * x - sin * y + east, sin * x + cos * y + north)

    assert _verdicts(_moved(case.plan, place, turn, mirrored), case) == _verdicts(case.plan, case)


@of_each_rule
def test_writing_lengths_in_millimetres_changes_no_verdict(case):
    """`900 mm` and `0.9` are the same width, and `[900 mm, 0 mm]` and `[0.9, 0]` the same place."""

    def in_millimetres(value, key="", length=False):
        length = length or key in _LENGTHS
        if isinstance(value, dict):
            return {name: in_millimetres(part, name) for name, part in value.items()}
        if isinstance(value, (tuple, list)):
            return [in_millimetres(part, length=length) for part in value]
        return f"{value * 1000!r} mm" if length and isinstance(value, float) else value

    written = Plan.model_validate(in_millimetres(case.plan.model_dump(exclude_none=True)))
    assert _verdicts(written, case) == _verdicts(case.plan, case)


@of_each_rule
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_the_order_of_things_changes_no_verdict(case, data):
    """A drawing is judged alike in whatever order its things were drawn."""
    kinds = ("walls", "openings", "spaces", "fixtures", "columns", "stairs")
    storeys = [
        one.revise(**{kind: tuple(data.draw(st.permutations(getattr(one, kind)))) for kind in kinds}) for one in case.plan.storeys
    ]
    mixed = case.plan.revise(storeys=tuple(data.draw(st.permutations(storeys))))
    assert _verdicts(mixed, case) == _verdicts(case.plan, case)


# -------------------------------------------------------------------- what may only help

WIDTHS = _cases(
    "clear-width", "accessible-doors", "hall-door-width", "exit-width", "accessible-route", "passage-width", "end-room-door"
)


def _measured(plan: Plan, case: Case, unit: str) -> dict[tuple[str, tuple[str, ...]], float]:
    return {
        (finding.requirement, finding.affected): finding.measured.value
        for finding in _found(plan, case)
        if finding.measured is not None and finding.measured.unit == unit
    }


@pytest.mark.parametrize("case", WIDTHS, ids=lambda case: f"{case.path.parent.name}/{case.path.stem.removesuffix('.plan')}")
@settings(max_examples=4, deadline=None)
@given(more=st.floats(0, 0.6))
def test_widening_doors_never_makes_a_width_worse(case, more):
    """Every door and opening of the plan grows on the spot: no clear width shrinks, and nothing met is missed."""
    storeys = tuple(
        one.revise(openings=tuple(opening.revise(width=opening.width + more) for opening in one.openings))
        for one in case.plan.storeys
    )
    wider = case.plan.revise(storeys=storeys)
    for unit in ("m", "m/100p"):
        before, after = _measured(case.plan, case, unit), _measured(wider, case, unit)
        assert all(after[key] >= value - 1e-6 for key, value in before.items() if key in after)
    met = {(finding.requirement, finding.affected) for finding in _found(case.plan, case) if finding.outcome is Outcome.MET}
    missed = {(finding.requirement, finding.affected) for finding in _found(wider, case) if finding.outcome is Outcome.NOT_MET}
    assert not met & missed


TRAVEL = (
    "fire.travel.to-exit",
    "fire.travel.in-room",
    "fire.travel.large-hall",
    "fire.shop-unit.service-outlet",
    "art-training.travel.distance",
)
ROOMS = [
    space("C", "corridor", box(0, 0, 24, 2)),
    *(space(f"R{n}", "dining", box(n * 6.05, 2.2, n * 6.05 + 5.85, 9)) for n in range(4)),
]
WALLS = [
    *walls_round(0, 0, 24, 9),
    wall("M", [-0.1, 2.1], [24.1, 2.1]),
    *(wall(f"P{n}", [n * 6.05 - 0.1, 2], [n * 6.05 - 0.1, 9.1]) for n in (1, 2, 3)),
]
DOORS = [door("D0", "W", 8.2, leads="outside"), *(door(f"D{n + 1}", "M", n * 6.05 + 3) for n in range(4))]


@settings(max_examples=40, deadline=None)
@given(where=st.sampled_from(["S", "E", "N"]), at=st.floats(0.1, 0.9), rooms=st.integers(1, 4))
def test_adding_an_exit_never_lengthens_travel(where, at, rooms):
    """One more door to the outside, anywhere in the outer walls: no walk gets longer, and nothing met is missed."""
    length = {"S": 24.2, "E": 9.2, "N": 24.2}[where]
    spaces, doors = ROOMS[: rooms + 1], DOORS[: rooms + 1]
    facts = KNOWN_FACTS.revise(premises=KNOWN_FACTS.premises.revise(building_use="mixed", storey_level=1))

    def walks(openings):
        plan = Plan.model_validate({"storeys": [storey(WALLS, openings, spaces)]})
        return {(found.requirement, found.affected): found for found in findings(plan, facts, TRAVEL)}

    before, after = walks(doors), walks([*doors, door("X", where, at * length, leads="outside")])
    assert any(found.measured for found in before.values())
    for key, found in before.items():
        later = after.get(key)
        if later is not None and found.measured and later.measured and found.measured.unit == later.measured.unit == "m":
            assert later.measured.value <= found.measured.value + 1e-6
        assert not (found.outcome is Outcome.MET and later is not None and later.outcome is Outcome.NOT_MET)


# -------------------------------------------------------------------- what may only hurt

REQUIRED = _cases("required-spaces", "room-for-items", "space-or-fixture", "linked-space", "entered-through", "fixture-room")


@pytest.mark.parametrize("case", REQUIRED, ids=lambda case: f"{case.path.parent.name}/{case.path.stem.removesuffix('.plan')}")
def test_removing_a_room_never_satisfies_what_is_required(case):
    """Whatever room is taken away, a row about rooms that have to be there is not met unless it was."""
    met = {finding.requirement for finding in _found(case.plan, case) if finding.outcome is Outcome.MET}
    for gone in case.plan.spaces:
        storeys = tuple(one.revise(spaces=tuple(kept for kept in one.spaces if kept is not gone)) for one in case.plan.storeys)
        left = _found(case.plan.revise(storeys=storeys), case)
        assert {finding.requirement for finding in left if finding.outcome is Outcome.MET} <= met
