"""How is it told what came back? As text for a terminal, and as JSON for programs."""

import json
from collections.abc import Iterator
from typing import Any

from showroom.domain.site_result import ANSWERS
from showroom.domain.text import Text
from showroom.reports import words
from showroom.reports.returned import STATES, Comparison, Returned, State

_SAID = {
    "title": Text.of("现场核查结果", "What came back from the site"),
    "notes": Text.of("请先看这些", "Look at these first"),
    "changed": Text.of("按现场实测重新检查，这些没有问到的项也不符合了", "Checked again as built, these are missed as well"),
    "now": Text.of("现在：{0}", "Now: {0}"),
    "before": Text.of("图上：{0}", "Promised: {0}"),
    "found": Text.of("现场：{0}", "On site: {0}"),
    "note": Text.of("备注：{0}", "Note: {0}"),
    "photos": Text.of("照片 {0} 张", "{0} photos"),
}


def returned_text(comparison: Comparison, language: str) -> str:
    """Return the comparison as text: notes first, then what differs, then the rest in one line each."""
    return "\n".join(_text(comparison, language)) + "\n"


def _text(comparison: Comparison, language: str) -> Iterator[str]:
    def said(key: str, *values: str) -> str:
        return _SAID[key].in_(language).format(*values)

    yield f"{said('title')} · {comparison.review.permit.title.in_(language)} · {comparison.review.plan.name}"
    yield "   ".join(f"{text.in_(language)} {comparison.count(state)}" for state, text in STATES.items())
    if comparison.notes:
        yield f"\n{said('notes')}"
        yield from (f"  ! {name}: {note.text.in_(language)}" for name, note in comparison.notes)
    for state, text in STATES.items():
        lines = [one for one in comparison.lines if one.state == state]
        if lines:
            yield f"\n{text.in_(language)}（{len(lines)}）" if language == "zh_CN" else f"\n{text.in_(language)} ({len(lines)})"
        for one in lines:
            yield f"  {one.line.number} {one.line.title}" + (f" · {one.line.where}" if one.line.where else "")
            if state == "differs" or (one.answer is not None and one.answer.note):
                yield from (f"      {part}" for part in details_of(one, language))
    if comparison.changed:
        yield f"\n{said('changed')}"
        yield from (f"  × {finding.text.in_(language)}" for finding in comparison.changed)


def details_of(one: Returned, language: str) -> Iterator[str]:
    """Yield what was promised of a line, what was found, what holds now, and what was written down, a sentence each."""

    def said(key: str, *values: str) -> str:
        return _SAID[key].in_(language).format(*values)

    answer, line = one.answer, one.line
    yield said("before", " ".join(part for part in (line.verdict, line.measured) if part) or "—")
    if answer is not None:
        word = ANSWERS[answer.answer].in_(language) if answer.answer else ""
        value = f"{words.number(answer.measured, line.unit)} {line.unit}".strip() if answer.measured is not None else ""
        yield said("found", " ".join(part for part in (word, value) if part) or "—")
        if one.outcome is not None:
            yield said("now", words.OUTCOME[one.outcome].in_(language))
        if answer.note:
            yield said("note", " ".join(answer.note.split()))
        if answer.photos:
            yield said("photos", str(len(answer.photos)))


def returned_json(comparison: Comparison) -> str:
    """Return the comparison as JSON text: one object a line of the list, notes and what changed besides."""
    states: tuple[State, ...] = tuple(STATES)
    report = {
        "format": 1,
        "plan": {"path": comparison.review.plan.source.path, "sha256": comparison.review.plan.source.sha256},
        "permit": {"id": comparison.review.permit.id, "version": comparison.review.permit.version.isoformat()},
        "as_of": comparison.review.as_of.isoformat(),
        "summary": {state: comparison.count(state) for state in states},
        "lines": [_line(one) for one in comparison.lines],
        "changed": [
            {"requirement": f.requirement, "affected": list(f.affected), "text": dict(f.text.root)} for f in comparison.changed
        ],
        "notes": [{"file": name, "code": note.code, "text": dict(note.text.root)} for name, note in comparison.notes],
    }
    return json.dumps(report, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _line(one: Returned) -> dict[str, Any]:
    line, answer = one.line, one.answer
    promised = line.finding.measured.value if line.finding is not None and line.finding.measured is not None else None
    return {
        "key": line.key, "number": line.number, "requirement": line.item.requirement.id, "state": one.state,
        "promised": {"outcome": line.outcome.value if line.outcome else None, "measured": promised},
        "found": {
            "answer": answer.answer if answer else None, "measured": answer.measured if answer else None,
            "note": answer.note if answer else "", "photos": [photo.name for photo in answer.photos] if answer else [],
        },
        "outcome": one.outcome.value if one.outcome else None,
    }  # fmt: skip
