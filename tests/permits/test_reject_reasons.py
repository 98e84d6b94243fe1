"""The fifteen reasons to send an application back: each fact that triggers one is found, and nothing besides."""

import pytest

from showroom.formats import permit_ids, read_permit
from tests.permits.facts import FACTS, HUMAN, Fact
from tests.permits.premises import Desk, draft, rows, said


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_fact_misses_its_rows_and_no_others(desk: Desk, fact: Fact):
    """A compliant plan changed in one respect misses the rows this concerns and their twins; all else stays as it was."""
    changed = draft(fact.base)
    fact.change(changed)
    _, findings, err = desk.check_draft(changed, fact.permit)
    missed = rows(findings, "not_met")
    wrong = missed ^ (fact.misses | fact.twins)
    assert not wrong, said(findings, *wrong)
    assert rows(findings, "not_checked") == set()
    assert err == ""


def test_every_reason_has_a_fact():
    """R01 to R15 are all there."""
    assert {fact.reason for fact in FACTS} == {f"R{number:02}" for number in range(1, 16)}


@pytest.mark.parametrize("row_id", sorted(HUMAN))
def test_what_is_left_to_people_really_is(row_id: str):
    """A row on the list of those a person judges has no rule and says how to look; a rule that comes takes it off the list."""
    row = next(row for permit in permit_ids() if (row := read_permit(permit).requirement(row_id)) is not None)
    assert row.measure is None
    assert row.judgement is not None
