"""Every case file gives the findings written in it, and no others of its requirements."""

import pytest

from showroom.domain.finding import Outcome
from tests.rules.conftest import CASE_FILES, findings, read_case

_WORRYING = (Outcome.NOT_MET, Outcome.TO_CONFIRM, Outcome.NOT_CHECKED)


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: f"{path.parent.name}/{path.name.removesuffix('.plan.yaml')}")
def test_a_case_gives_the_findings_written_in_it(path):
    """What a case file expects is found, with its margin and reason, and nothing worrying besides."""
    case = read_case(path)
    assert case.expected, "a case expects at least one finding"
    found = findings(case.plan, case.application, [expected.row for expected in case.expected])
    shown = [
        (f.requirement, f.outcome.value, f.binding.value, f.margin, f.reason, f.affected, f.causing, f.text.in_("en"))
        for f in found
    ]
    for expected in case.expected:
        assert any(expected.fits(finding) for finding in found), f"{path.name}:{expected.line}: {expected} not among {shown}"
    unexpected = [f for f in found if f.outcome in _WORRYING and not any(expected.fits(f) for expected in case.expected)]
    assert not unexpected, shown
    assert all(finding.rule == path.parent.name for finding in found if finding.outcome is not Outcome.NOT_APPLICABLE)


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: f"{path.parent.name}/{path.name.removesuffix('.plan.yaml')}")
def test_the_name_of_a_case_says_what_it_expects(path):
    """`pass` files expect nothing missed or open, `fail` files something missed, `confirm` files something open."""
    outcomes = {expected.outcome for expected in read_case(path).expected}
    kind = path.name.split("-")[0]
    assert {"pass": not outcomes & {"not_met", "to_confirm"}, "fail": "not_met" in outcomes, "confirm": "to_confirm" in outcomes}[
        kind
    ]
