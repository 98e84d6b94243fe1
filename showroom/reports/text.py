"""What does a person read of a review in a terminal? Gate, notes, summary, and the findings grouped with the worst first.

Columns are aligned by what a terminal shows (a Chinese character takes two), not by the number of characters.
"""

from collections.abc import Iterator

from showroom.domain.finding import Binding, Finding, Outcome
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.formats import read_vocabulary
from showroom.reports import words
from showroom.reports.json import notes_of
from showroom.reports.places import Places
from showroom.reports.words import pad

WIDTH = 100
_TITLE, _FIGURE = 44, 14
_W = {
    "heading": Text.of("图纸检查结果", "Result of the check"),
    "plan": Text.of("图纸", "Plan"),
    "permit": Text.of("许可事项", "Permit"),
    "as_of": Text.of("依据日期", "As of"),
    "gate": Text.of("检查进度", "Gate"),
    "version": Text.of("版本", "version"),
    "unit": Text.of("单位", "unit"),
    "notes": Text.of("提示", "Notes"),
    "not_understood": Text.of("未能读懂", "not understood"),
    "summary": Text.of("小结", "Summary"),
    "item": Text.of("要求", "Requirement"),
    "measured": Text.of("实测", "Measured"),
    "required": Text.of("要求值", "Required"),
    "margin": Text.of("余量", "Margin"),
    "where": Text.of("位置", "Where"),
    "source": Text.of("依据", "Source"),
    "remedy": Text.of("怎么改", "To mend it"),
    "why": Text.of("原因", "Why open"),
    "causing": Text.of("相关", "Caused by"),
    "verdict": Text.of("结论", "Verdict"),
}
_COUNTED = {"storey": "层", "space": "个空间"}
_VERDICT = {
    0: Text.of(
        "没有强制要求不符合，也没有需要您补充的强制项。", "No mandatory requirement is missed and none waits for a fact from you."
    ),
    1: Text.of("有强制要求不符合，请先改图。", "A mandatory requirement is not met; mend the plan first."),
    3: Text.of(
        "没有强制要求不符合，但有强制项还不能判定。",
        "No mandatory requirement is missed, but a mandatory one cannot be decided yet.",
    ),
}


def text_report(review: Review, language: str) -> str:
    """Return the review as plain text in `language` (`zh_CN` or `en`), with a newline at its end."""
    return "\n".join(line.rstrip() for line in _lines(review, language)) + "\n"


def verdict_of(review: Review, language: str) -> str:
    """Return the one sentence that sums the review up; it agrees with the exit status of `showroom check`."""
    return _VERDICT[review.exit_status].in_(language)


def _lines(review: Review, language: str) -> Iterator[str]:
    yield from _head(review, language)
    yield from _notes(review, language)
    counts = "   ".join(
        f"{words.SYMBOL[outcome]} {words.OUTCOME[outcome].in_(language)} {review.count(outcome)}" for outcome in words.WORST_FIRST
    )
    yield f"{_W['summary'].in_(language)}  {counts}"
    yield ""
    places = Places(review.plan, read_vocabulary(), language)
    for outcome in words.WORST_FIRST:
        group = [finding for finding in review.findings if finding.outcome is outcome]
        if group:
            yield from _group(review, outcome, group, places, language)
    yield from _wrapped(_W["verdict"].in_(language), verdict_of(review, language), "", language)


def _head(review: Review, language: str) -> Iterator[str]:
    plan, source, permit = review.plan, review.plan.source, review.permit

    def said(key: str) -> str:
        return _W[key].in_(language)

    yield said("heading")
    yield "=" * WIDTH
    named = " · ".join(part for part in (plan.name, words.plan_file(source.path)) if part)
    facts = [source.kind, f"{said('unit')} {source.unit}"]
    facts += [_counted(len(plan.storeys), "storey", language), _counted(sum(1 for _ in plan.spaces), "space", language)]
    if source.length_uncertainty > 0:
        facts.append(f"± {source.length_uncertainty * 1000:g} mm")
    if source.sha256:
        facts.append(f"sha256 {source.sha256[:12]}")
    rows = (
        ("plan", named),
        ("", ", ".join(facts)),
        ("permit", f"{permit.title.in_(language)} ({permit.id}, {said('version')} {permit.version.isoformat()})"),
        ("as_of", review.as_of.isoformat()),
        ("gate", words.GATE[review.gate].in_(language)),
    )
    for key, value in rows:
        yield f"{pad(said(key) if key else '', 10)}{value}"
    yield ""


def _counted(count: int, noun: str, language: str) -> str:
    if language == "zh_CN":
        return f"{count} {_COUNTED[noun]}"
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _notes(review: Review, language: str) -> Iterator[str]:
    notes = [(note.text.in_(language), note.where) for note in notes_of(review)]
    notes += [
        (f"{_W['not_understood'].in_(language)}: {thing.what} × {thing.count}", thing.where)
        for thing in review.plan.source.not_understood
    ]
    if not notes:
        return
    yield _W["notes"].in_(language)
    for sentence, where in notes:
        first, *more = words.wrap(sentence + (f" ({where})" if where else ""), WIDTH - 4)
        yield f"  • {first}"
        yield from (f"    {line}" for line in more)
    yield ""


def _group(review: Review, outcome: Outcome, group: list[Finding], places: Places, language: str) -> Iterator[str]:
    def said(key: str) -> str:
        return _W[key].in_(language)

    title = f"{words.SYMBOL[outcome]} {words.OUTCOME[outcome].in_(language)} ({len(group)})"
    if outcome is Outcome.NOT_APPLICABLE or not any(finding.measured for finding in group):
        yield title
    else:
        figures = "".join(pad(said(key), _FIGURE) for key in ("measured", "required", "margin"))
        yield pad(title, _TITLE) + figures
    yield "-" * WIDTH
    for finding in sorted(group, key=lambda finding: finding.binding is Binding.ADVISORY):
        yield from _finding(review, finding, places, language)
    yield ""


def _finding(review: Review, finding: Finding, places: Places, language: str) -> Iterator[str]:
    requirement = review.permit.requirement(finding.requirement)
    title = requirement.title.in_(language) if requirement else finding.requirement
    head = f"[{words.BINDING[finding.binding].in_(language)}] {title}"
    figures = (
        words.measured(finding, language),
        words.limit(finding.required, language) if finding.required else "",
        words.margin(finding, language),
    )
    if any(figures):
        if words.columns_of(head) >= _TITLE:
            yield head
            head = ""
        yield pad(head, _TITLE) + "".join(pad(figure, _FIGURE) for figure in figures)
    else:
        yield head
    yield from (f"    {line}" for line in words.wrap(finding.text.in_(language), WIDTH - 4))
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return
    if finding.reason is not None:
        yield from _wrapped(_W["why"].in_(language), words.REASON[finding.reason].in_(language), "    ", language)
    if finding.remedy is not None and finding.outcome is not Outcome.MET:
        yield from _wrapped(_W["remedy"].in_(language), finding.remedy.in_(language), "    ", language)
    if finding.affected:
        yield from _wrapped(_W["where"].in_(language), places.of(finding), "    ", language)
    if finding.causing:
        yield from _wrapped(_W["causing"].in_(language), places.names(finding.causing), "    ", language)
    standing = words.STANDING[finding.source.standing].in_(language)
    source = f"{words.citation(finding)} ({standing}) · {finding.requirement}"
    yield from _wrapped(_W["source"].in_(language), source, "    ", language)


def _wrapped(label: str, sentence: str, indent: str, language: str) -> Iterator[str]:
    """Yield a labelled sentence, further lines set under its first."""
    hang = 8 if language == "zh_CN" else 12
    first, *more = words.wrap(sentence, WIDTH - len(indent) - hang)
    yield f"{indent}{pad(label, hang)}{first}"
    yield from (f"{indent}{' ' * hang}{line}" for line in more)
