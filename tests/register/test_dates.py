"""What holds on a day: rows in force, and figures that change from a day on."""

import json
from datetime import date

import pytest

from showroom.formats import read_permit
from showroom.register import diff, find_permit

CHANGED = "        at_least: 25 m\n      changes: [{since: 2027-01-01, parameters: {at_least: 35 m}}]\n"


@pytest.fixture
def check(in_use, run, tmp_path):
    """Return a function that checks the room 30 m from pollution on a day, and gives the report."""
    in_use.spoil("districts/here.yaml", ", parameters: {at_least: 30 m}", "")
    application = tmp_path / "a.application.yaml"
    application.write_text("format: 1\nsite: {nearby: [{kind: pollution-source, distance: 30}]}\n", encoding="utf-8")

    def check(day: str) -> dict[str, object]:
        plan = in_use.folder / "examples" / "room.plan.yaml"
        words = ("check", plan, "--permit", "shop", "--application", application, "--format", "json", "--as-of", day)
        return json.loads(run(*words)[1])

    return check


def outcomes(report, id_: str) -> list[tuple[str, float]]:
    """Return outcome and limit of a row's findings."""
    return [(f["outcome"], f["required"]["value"]) for f in report["findings"] if f["requirement"] == id_]


@pytest.mark.parametrize(("day", "there"), [("2019-12-31", 0), ("2020-01-01", 1), ("2030-12-31", 1), ("2031-01-01", 0)])
def test_a_row_is_looked_at_only_while_in_force(check, day: str, there: int) -> None:
    """A row counts from its first to its last day, both included, and the report says as of when."""
    report = check(day)
    assert len(outcomes(report, "shop.site")) == there
    assert report["as_of"] == day


@pytest.mark.parametrize(("day", "found"), [("2026-12-31", ("met", 25)), ("2027-01-01", ("not_met", 35))])
def test_a_figure_changes_on_its_day(in_use, check, day: str, found: tuple[str, float]) -> None:
    """`changes` puts new figures in from a day on."""
    in_use.spoil("shop.yaml", "        at_least: 25 m\n", CHANGED)
    assert outcomes(check(day), "shop.site") == [found]


def test_a_change_keeps_what_it_does_not_name(in_use) -> None:
    """Other parameters and the advisory limit stay as they were, unless the change gives new ones."""
    in_use.spoil(
        "common.yaml",
        "advises: {at_least: 0.90 m}}",
        "advises: {at_least: 0.90 m},\n              changes: [{since: 2027-01-01, parameters: {at_least: 0.85 m}},"
        " {since: 2028-01-01, advises: {at_least: 1.00 m}}]}",
    )
    row = read_permit("shop").requirement("fire.door")
    assert row is not None
    said = [(m.parameters, m.advises) for m in (row.on(date(year, 1, 1)).measure for year in (2026, 2027, 2028)) if m]
    assert said == [
        ({"doors": "escape", "at_least": "0.80 m"}, {"at_least": "0.90 m"}),
        ({"doors": "escape", "at_least": "0.85 m"}, {"at_least": "0.90 m"}),
        ({"doors": "escape", "at_least": "0.85 m"}, {"at_least": "1.00 m"}),
    ]


def test_two_days_of_one_permit_can_be_compared(in_use) -> None:
    """`ID@DATE` is the permit on that day, so a coming change can be read beforehand."""
    in_use.spoil("shop.yaml", "        at_least: 25 m\n", CHANGED)
    change = diff(find_permit("shop@2026-11-01"), find_permit("shop@2027-01-01"))
    assert [(c.requirement, c.field, c.before, c.after) for c in change.changed] == [
        ("shop.site", "measure.parameters.at_least", "25 m", "35 m")
    ]
    assert [row.id for row in diff(find_permit("shop"), find_permit("shop@2031-01-01")).only_before] == ["shop.site"]
