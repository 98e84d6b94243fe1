"""The report for other programs: its shape is a promise."""

import json

import pytest
from pydantic import ValidationError

from showroom.domain.report import Report
from showroom.domain.review import Review
from showroom.reports.json import json_report


def test_the_keys_stand_as_promised(review: Review) -> None:
    """Keys and their order are those of the contract."""
    report = json.loads(json_report(review))
    assert list(report) == ["format", "plan", "permit", "as_of", "summary", "findings"]
    assert list(report["plan"]) == [
        "path", "sha256", "kind", "unit", "length_uncertainty_m", "gate", "storeys", "spaces", "notes",
    ]  # fmt: skip
    assert list(report["plan"]["spaces"][0]) == ["id", "name", "use", "area_m2", "storey"]
    assert list(report["plan"]["notes"][0]) == ["code", "text", "where"]
    assert list(report["summary"]) == ["met", "not_met", "to_confirm", "not_applicable", "not_checked"]
    assert list(report["findings"][0]) == [
        "requirement", "rule", "outcome", "binding", "reason", "measured", "required", "margin", "affected", "causing", "storey",
        "geometry", "text", "source", "remedy", "facts",
    ]  # fmt: skip


def test_the_report_is_what_its_schema_says(review: Review) -> None:
    """The report is valid by the committed schema's model, which allows nothing besides, and says the same again."""
    written = json.loads(json_report(review))
    read = Report.model_validate_json(json_report(review))
    assert json.loads(read.model_dump_json())["summary"] == written["summary"]
    assert [finding.requirement for finding in read.findings] == [found["requirement"] for found in written["findings"]]
    with pytest.raises(ValidationError):
        Report.model_validate({**written, "surprise": 1})


def test_a_finding_says_what_was_measured(review: Review) -> None:
    """A missed door stands in the report with value, limit, margin, witness and source."""
    found = json.loads(json_report(review))["findings"][2]
    assert found["outcome"] == "not_met"
    assert found["measured"] == {"value": 0.78, "unit": "m"}
    assert found["required"] == {"op": ">=", "value": 0.8, "unit": "m"}
    assert found["margin"] == -0.02
    assert found["geometry"]["coordinates"] == [[6.5, 2.21], [6.5, 2.99]]
    assert found["source"] == {"instrument": "GB 55037-2022", "clause": "7.1.4", "standing": "verified"}


def test_numbers_are_rounded(review: Review) -> None:
    """No number carries more than six decimals, and none is a negative zero."""

    def numbers(value: object) -> list[float]:
        if isinstance(value, float):
            return [value]
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
        return [number for part in parts for number in numbers(part)]

    found = numbers(json.loads(json_report(review)))
    assert all(round(number, 6) == number for number in found)
    assert "-0.0," not in json_report(review)


def test_the_summary_counts_every_finding(review: Review) -> None:
    """The counts add up to the number of findings."""
    report = json.loads(json_report(review))
    assert sum(report["summary"].values()) == len(report["findings"])
    assert report["summary"]["not_met"] == 2


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    """Reporting a copy of the review gives the same bytes, Chinese unescaped."""
    copy = Review.model_validate(review.model_dump())
    assert json_report(copy) == json_report(review)
    assert "渔人码头小馆" in json_report(review)


def test_notes_of_reader_and_check_stand_once(review: Review) -> None:
    """Notes of the plan's reader come first, then those of the check, none twice."""
    noted = review.revise(notes=(*review.notes, *review.plan.source.notes))
    codes = [note["code"] for note in json.loads(json_report(noted))["plan"]["notes"]]
    assert codes == ["unit-guessed", "small-catering"]
