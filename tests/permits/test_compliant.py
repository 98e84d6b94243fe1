"""One compliant plan of each permit is found compliant, through the command line."""

import pytest

from tests.permits.premises import PERMITS, Desk, compliant_plan, rows, said


@pytest.mark.parametrize("permit", PERMITS)
def test_a_compliant_plan_misses_nothing(desk: Desk, permit: str):
    """Nothing is missed, not even advice, every rule ran, and only a person's look is left to do."""
    plan = compliant_plan(permit)
    status, findings, err = desk.check(plan, permit, plan.with_name(f"{permit}.compliant.application.yaml"))
    bad = rows(findings, "not_met", "not_checked")
    assert bad == set(), said(findings, *bad)
    assert status == 0
    assert err == ""
    assert len(rows(findings, "met")) >= 20


@pytest.mark.parametrize("permit", PERMITS)
def test_a_compliant_plan_leaves_no_question_open(desk: Desk, permit: str):
    """Plan and application answer every question: what is left to confirm is for eyes on site."""
    plan = compliant_plan(permit)
    _, findings, _ = desk.check(plan, permit, plan.with_name(f"{permit}.compliant.application.yaml"))
    asked = {finding["requirement"] for finding in findings if finding["reason"] not in (None, "inspector", "drawing-silent")}
    assert asked == set(), said(findings, *asked)
