"""The engine: a rule that fails is no pass, dates and conditions decide whom a row addresses, judgement waits for the inspector."""

import logging
from datetime import date

import pytest

from showroom.domain.application import Application
from showroom.domain.finding import Binding, Outcome, Reason
from showroom.domain.permit import Applicability, Judgement, Measure
from showroom.domain.plan import Origin, Plan
from showroom.domain.text import Text
from showroom.rules import RULES, check
from showroom.rules.registry import Rule
from tests.rules.conftest import AS_OF, CASE_FILES, KNOWN_FACTS, findings, read_case, rows_of

DOORS = "fire.door.clear-width"
HOW = Text.of("看一看", "look at it")


@pytest.fixture
def plan() -> Plan:
    """A small shop with a wide door."""
    return read_case(next(path for path in CASE_FILES if "pass-a_door_exactly" in path.name)).plan


def _row(**changes):
    return rows_of((DOORS,)).requirements[0].revise(**changes)


def _check(plan, row, vocabulary, application=KNOWN_FACTS, as_of=AS_OF):
    return check(plan, application, rows_of((DOORS,)).revise(requirements=(row,)), vocabulary=vocabulary, as_of=as_of)


@pytest.mark.logs_warnings
def test_a_rule_that_fails_gives_not_checked(plan, vocabulary, monkeypatch, caplog):
    """A rule that raises is logged with its reason and counts as not checked; the other rows are still checked."""

    def fails(case):
        raise ZeroDivisionError("no such luck")
        yield

    monkeypatch.setitem(RULES, "fails", Rule("fails", fails))
    broken = _row(id="a.b", measure=Measure(rule="fails"))
    permit = rows_of((DOORS,))
    with caplog.at_level(logging.ERROR):
        found = check(
            plan, KNOWN_FACTS, permit.revise(requirements=(broken, *permit.requirements)), vocabulary=vocabulary, as_of=AS_OF
        )
    assert [finding.outcome for finding in found] == [Outcome.NOT_CHECKED, Outcome.MET, Outcome.MET]
    assert "no such luck" in caplog.text
    assert found[0].measured is None


@pytest.mark.parametrize(
    ("as_of", "count"), [(date(2023, 5, 31), 0), (date(2023, 6, 1), 2), (date(2030, 1, 1), 2), (date(2030, 1, 2), 0)]
)
def test_a_row_counts_while_it_is_in_force(plan, vocabulary, as_of, count):
    """A row gives findings from its first day to its last, both included."""
    row = _row(in_force_from=date(2023, 6, 1), in_force_until=date(2030, 1, 1))
    assert len(_check(plan, row, vocabulary, as_of=as_of)) == count


@pytest.mark.parametrize("kind", ["spatial", "site", "equipment"])
def test_what_only_people_can_judge_waits_for_the_inspector(plan, vocabulary, kind):
    """A row without a rule gives one finding to confirm, with how an inspector judges it."""
    (finding,) = _check(plan, _row(kind=kind, measure=None, judgement=Judgement(how=HOW)), vocabulary)
    assert (finding.outcome, finding.reason, finding.rule, finding.text) == (Outcome.TO_CONFIRM, Reason.INSPECTOR, None, HOW)


@pytest.mark.parametrize("kind", ["document", "procedure"])
def test_papers_and_procedure_give_no_finding(plan, vocabulary, kind):
    """A document or a step of the procedure is a line of the checklist, not a finding."""
    assert _check(plan, _row(kind=kind, measure=None, judgement=Judgement(how=HOW)), vocabulary) == ()


@pytest.mark.parametrize(
    ("applies", "application", "outcome"),
    [
        ({"items_any": ["cold-dishes"]}, {"items": ["hot-food"]}, Outcome.NOT_APPLICABLE),
        ({"items_any": ["cold-dishes"]}, {"items": ["cold-dishes"]}, Outcome.MET),
        ({"items_any": ["cold-dishes"]}, {}, Outcome.TO_CONFIRM),
        ({"fume_producing": True}, {"items": ["drinks"]}, Outcome.NOT_APPLICABLE),
        ({"fume_producing": True}, {"items": ["hot-food"]}, Outcome.MET),
        ({"fume_producing": True}, {}, Outcome.TO_CONFIRM),
        ({"uses_any": ["surgery"]}, {}, Outcome.NOT_APPLICABLE),
        ({"uses_any": ["surgery", "dining"]}, {}, Outcome.MET),
        ({"building_use_any": ["mixed"]}, {"premises": {"building_use": "public"}}, Outcome.NOT_APPLICABLE),
        ({"building_use_any": ["mixed"]}, {"premises": {"building_use": "mixed"}}, Outcome.MET),
        ({"building_use_any": ["mixed"]}, {}, Outcome.TO_CONFIRM),
        ({"building_use_any": ["mixed"], "uses_any": ["surgery"]}, {}, Outcome.NOT_APPLICABLE),
    ],
)
def test_a_row_speaks_only_to_those_it_addresses(plan, vocabulary, applies, application, outcome):
    """Not addressed gives one finding; a fact that would decide and is missing is asked for, unless another already decides."""
    row = _row(applies=Applicability.model_validate(applies))
    found = _check(plan, row, vocabulary, Application.model_validate(application))
    assert {finding.outcome for finding in found} == {outcome}
    if outcome is Outcome.TO_CONFIRM:
        assert [finding.reason for finding in found] == [Reason.FACT_MISSING]
    if outcome is Outcome.NOT_APPLICABLE:
        assert len(found) == 1


@pytest.mark.parametrize(
    ("millimetres", "outcome", "binding"),
    [
        (799, Outcome.NOT_MET, Binding.MANDATORY),
        (800, Outcome.NOT_MET, Binding.ADVISORY),
        (899, Outcome.NOT_MET, Binding.ADVISORY),
        (900, Outcome.MET, Binding.MANDATORY),
    ],
)
def test_between_two_limits_a_miss_is_advice(plan, millimetres, outcome, binding):
    """Below the row's own limit a miss has the row's binding, between it and the second limit it is advice."""
    finding = next(f for f in findings(_with_width(plan, "D2", millimetres / 1000), KNOWN_FACTS, [DOORS]) if "D2" in f.affected)
    assert (finding.outcome, finding.binding) == (outcome, binding)


def test_an_advisory_row_stays_advice_below_its_own_limit(plan, vocabulary):
    """A row that only advises never becomes mandatory."""
    found = _check(_with_width(plan, "D2", 0.5), _row(binding=Binding.ADVISORY), vocabulary)
    assert {finding.binding for finding in found} == {Binding.ADVISORY}


def test_a_miss_of_width_says_how_much_is_missing(plan):
    """The remedy names the millimetres to widen by."""
    finding = next(f for f in findings(_with_width(plan, "D2", 0.737), KNOWN_FACTS, [DOORS]) if "D2" in f.affected)
    assert "63 毫米" in finding.remedy.in_("zh_CN")
    assert "63 mm" in finding.remedy.in_("en")


@pytest.mark.parametrize(("millimetres", "outcome"), [(1.0, Outcome.MET), (10.0, Outcome.TO_CONFIRM)])
def test_uncertainty_up_to_a_millimetre_decides_nothing(plan, millimetres, outcome):
    """Lengths known to a millimetre are taken as drawn; known to ten, a door at the limit is measured on site."""
    unsure = _with_width(plan, "D2", 0.9).revise(source=plan.source.revise(length_uncertainty=millimetres / 1000))
    finding = next(f for f in findings(unsure, KNOWN_FACTS, [DOORS]) if "D2" in f.affected)
    assert finding.outcome is outcome


def test_a_thing_may_be_less_sure_than_the_plan(plan):
    """A door whose own width is known to 50 mm only is measured on site at the limit; its neighbours are as drawn."""
    narrow = _with_width(plan, "D2", 0.77)
    storey = narrow.storeys[0]
    nominal = Origin(found="block", lengths="name", length_uncertainty=0.05)
    openings = tuple(one.revise(origin=nominal) if one.id == "D2" else one for one in storey.openings)
    unsure = narrow.revise(storeys=(storey.revise(openings=openings),))
    found = {finding.affected[0]: finding.outcome for finding in findings(unsure, KNOWN_FACTS, [DOORS])}
    before = {finding.affected[0]: finding.outcome for finding in findings(narrow, KNOWN_FACTS, [DOORS])}
    assert found.pop("D2") is Outcome.TO_CONFIRM
    assert before.pop("D2") is Outcome.NOT_MET
    assert found == before


def test_the_same_input_gives_the_same_findings(plan):
    """Two checks of one plan are equal in every part and order."""
    rows = [DOORS, "fire.travel.in-room", "fire.exits.floor.min-two"]
    assert findings(plan, KNOWN_FACTS, rows) == findings(plan, KNOWN_FACTS, rows)


def _with_width(plan, opening_id, width):
    storey = plan.storeys[0]
    openings = tuple(opening.revise(width=width) if opening.id == opening_id else opening for opening in storey.openings)
    return plan.revise(storeys=(storey.revise(openings=openings),))
