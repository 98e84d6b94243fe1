"""Every requirement is decided by somebody, and where no rule does it is said why."""

from pathlib import Path

import pytest

from showroom.formats import permit_ids, read_permit
from showroom.reports.permit_rows import BECAUSE

ROOT = Path(__file__).resolve().parents[2]
ROWS = {row.id: row for permit_id in permit_ids() for row in read_permit(permit_id, district="none").requirements}


@pytest.mark.parametrize("row", [row for row in ROWS.values() if row.decided_by == "person"], ids=lambda row: row.id)
def test_what_no_rule_decides_says_why(row) -> None:
    """A spatial, site or equipment requirement without a rule says why a person judges it, and how, in both languages."""
    assert row.judgement is not None
    assert row.judgement.because in BECAUSE
    assert set(row.judgement.how.root) >= {"zh_CN", "en"}


def test_the_document_shows_the_rows_of_today(run) -> None:
    """After changing requirements, `make tables` writes docs/dev/rows.md anew."""
    written = (ROOT / "docs" / "dev" / "rows.md").read_text(encoding="utf-8")
    assert written.partition("<!-- rows -->\n")[2].partition("<!-- /rows -->")[0].strip() == run("permits", "reasons")[1].strip()


def test_the_table_has_every_requirement_once(run) -> None:
    """Each id of the register stands in one line, with a rule, a reason or the checklist."""
    lines = run("permits", "reasons")[1].splitlines()[2:]
    assert [line.split("`")[1] for line in lines] == sorted(ROWS)
    assert all(line.split(" | ")[3] in ("规则 rule", "人工 person", "清单 listed") for line in lines)
