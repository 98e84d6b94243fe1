"""What does a machine read of a review? The report of `showroom check --format json`, in the shape other programs rely on.

Same review, same bytes: keys in a fixed order, floats rounded to six decimals, Chinese written as it is.
"""

from typing import Any

from pydantic_core import to_json

from showroom.domain.finding import Finding, Outcome
from showroom.domain.plan import Note
from showroom.domain.review import Review
from showroom.reports.outlines import polygon_of

_SUMMARY = (Outcome.MET, Outcome.NOT_MET, Outcome.TO_CONFIRM, Outcome.NOT_APPLICABLE, Outcome.NOT_CHECKED)


def json_report(review: Review) -> str:
    """Return the report as JSON text with a newline at its end."""
    report = {
        "format": 1,
        "plan": _plan(review),
        "permit": {"id": review.permit.id, "version": review.permit.version.isoformat()},
        "as_of": review.as_of.isoformat(),
        "summary": {outcome.value: review.count(outcome) for outcome in _SUMMARY},
        "findings": [_finding(finding) for finding in review.findings],
    }
    return to_json(_rounded(report), indent=2, inf_nan_mode="null").decode() + "\n"


def notes_of(review: Review) -> tuple[Note, ...]:
    """Return the reader's notes and then those of the check, each once."""
    return tuple(dict.fromkeys((*review.plan.source.notes, *review.notes)))


def _plan(review: Review) -> dict[str, Any]:
    plan, source = review.plan, review.plan.source
    return {
        "path": source.path,
        "sha256": source.sha256,
        "kind": source.kind,
        "unit": source.unit,
        "length_uncertainty_m": source.length_uncertainty,
        "gate": review.gate,
        "storeys": len(plan.storeys),
        "spaces": [
            {"id": space.id, "name": space.name, "use": space.use, "area_m2": polygon_of(space).area, "storey": storey.id}
            for storey in plan.storeys
            for space in storey.spaces
        ],
        "notes": [{"code": note.code, "text": dict(note.text.root), "where": note.where} for note in notes_of(review)],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    written = finding.model_dump(mode="json")
    keys = (
        "requirement", "rule", "outcome", "binding", "reason", "measured", "required", "margin", "affected", "causing", "storey",
        "geometry", "text", "source", "remedy", "facts",
    )  # fmt: skip
    return {key: written[key] for key in keys}


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 6) + 0.0
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return value
