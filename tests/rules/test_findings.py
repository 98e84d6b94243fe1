"""What does every finding carry besides its verdict: whole sentences, its place on the plan, no certainty the drawing lacks?"""

from functools import cache

import pytest

from showroom.domain.finding import Outcome
from showroom.domain.plan import Plan
from tests.rules.conftest import CASE_FILES, findings, read_case

CERTAIN = (Outcome.MET, Outcome.NOT_MET)
OF_A_STOREY = {
    "accessible-doors", "accessible-route", "accessible-stall", "accessible-toilet", "clear-height", "clear-width", "closed-room",
    "dead-end-room", "door-swing", "end-room-door", "entered-through", "exit-count", "exit-separation", "exit-width",
    "fixture-near-door", "hall-door-width", "no-opening-between", "not-above", "one-way-flow", "passage-width",
    "pest-proof-openings", "room-doors", "room-height", "single-exit-exception", "single-stair-exception", "space-outside",
    "stair-width", "travel-in-hall", "travel-in-room", "travel-to-exit", "turning-circle",
}  # fmt: skip
"""Rules that look at one storey at a time."""
SHOWN = {
    "accessible-doors", "accessible-route", "accessible-stall", "accessible-toilet", "area-per-seat", "area-ratio", "clear-height",
    "clear-width", "closed-room", "contiguity", "divided-from-guests", "door-swing", "end-room-door", "exit-separation",
    "fixture-room", "hall-door-width", "no-bars", "no-opening-between", "not-above", "one-way-flow", "passage-width",
    "person-area", "pest-proof-openings", "premises-share", "room-area", "room-capacity", "room-doors", "room-height",
    "separate-openings", "separate-worktops", "sink-count", "space-outside", "stair-width", "travel-in-hall", "travel-in-room",
    "travel-to-exit", "turning-circle", "zones-apart",
}  # fmt: skip
"""Rules whose every miss can be drawn on the plan."""
NOT_DRAWN = {"site-distance", "stair-width"}
"""Rules that measure what no space or door was guessed for: declared distances, stairs."""

each_case = pytest.mark.parametrize(
    "path", CASE_FILES, ids=lambda path: f"{path.parent.name}/{path.name.removesuffix('.plan.yaml')}"
)


def _check(path, change):
    case = read_case(path)
    return findings(change(case.plan), case.application, [expected.row for expected in case.expected])


@cache
def _found(path):
    return _check(path, lambda plan: plan)


@each_case
def test_a_finding_says_its_sentence_to_the_end(path):
    """No sentence has a word left to fill in, or one that was not known."""
    for finding in _found(path):
        said = finding.text.in_("zh_CN") + (finding.remedy.in_("zh_CN") if finding.remedy else "")
        assert "None" not in said
        assert not set("{}") & set(said + finding.text.in_("en"))


@each_case
def test_a_finding_names_its_storey_and_shows_its_place(path):
    """A rule that looks at storeys one by one names the storey; what is missed is shown on the plan where it can be."""
    for finding in _found(path):
        if finding.rule in OF_A_STOREY and finding.outcome is not Outcome.NOT_APPLICABLE:
            assert finding.storey, finding
        if finding.rule in SHOWN and finding.outcome is Outcome.NOT_MET:
            assert finding.geometry, finding


@each_case
def test_a_row_that_finds_something_is_not_called_inapplicable(path):
    """That a requirement finds nothing to look at is said once, and only where nothing was looked at."""
    found = _found(path)
    for finding in found:
        if finding.outcome is Outcome.NOT_APPLICABLE:
            assert [other for other in found if other.requirement == finding.requirement] == [finding]


@each_case
def test_no_length_or_area_is_certain_where_the_unit_is_doubtful(path):
    """Where the drawing's unit is doubtful, every length and area taken from it is to be confirmed."""
    for finding in _check(path, lambda plan: plan.revise(source=plan.source.revise(lengths_confirmed=False))):
        if finding.measured is not None and finding.measured.unit in ("m", "m²") and finding.rule != "site-distance":
            assert finding.outcome not in CERTAIN, finding


@each_case
def test_no_length_or_area_is_certain_among_guessed_rooms_and_doors(path):
    """Where every space and opening was guessed, no length or area measured on them is certain."""
    for finding in _check(path, _guessed):
        if finding.measured is not None and finding.measured.unit in ("m", "m²") and finding.rule not in NOT_DRAWN:
            assert finding.outcome not in CERTAIN, finding


def _guessed(plan: Plan) -> Plan:
    return plan.revise(
        storeys=tuple(
            storey.revise(
                spaces=tuple(space.revise(proposal=True) for space in storey.spaces),
                openings=tuple(opening.revise(proposal=True) for opening in storey.openings),
            )
            for storey in plan.storeys
        )
    )
