"""What does the correction notice say? Everything that must change, once, with place, clause and remedy (一次性告知书).

Only what the plan misses stands under "must" and "advised"; what is still open stands apart, because nobody may be told to mend
what nobody has measured.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports.lines import Line, is_mandatory, is_open, lines_of

SAID = {
    "title": Text.of("一次性告知书", "Correction notice"),
    "intro": Text.of(
        "对照{permit}的要求查看了所报平面图。需要改的都写在这里，一次告知。改好后带着新图再来，不用重复提交其他材料。",
        "The plan was held against the requirements of: {permit}. Everything that has to change is written here, once. "
        "Come back with the changed plan; nothing else needs to be handed in again.",
    ),
    "must": Text.of("必须改", "Must be changed"),
    "advised": Text.of("建议改", "Better changed"),
    "open": Text.of("还要核实", "Still to be settled"),
    "none": Text.of(
        "图上没有发现必须改的地方。这不等于审批通过，以现场核查结果为准。",
        "Nothing on the plan has to be changed. This is not an approval: what is found on site decides.",
    ),
    "open_intro": Text.of(
        "下面这些图上看不出来，请补充说明，或者等现场核查。",
        "The plan does not show these. Add what is asked or wait for the visit.",
    ),
    "why": Text.of("现状：{0}", "Now: {0}"),
    "place": Text.of("位置：{0}", "Where: {0}"),
    "remedy": Text.of("怎么改：{0}", "To mend it: {0}"),
    "no_remedy": Text.of("按要求改到：{0}", "Change it so that: {0}"),
    "source": Text.of("依据：{0}（{1}）", "Source: {0} ({1})"),
    "office": Text.of("受理窗口：{0}", "Office: {0}"),
    "stamp": Text.of("行政审批窗口（盖章）：", "The office (stamp):"),
    "received": Text.of("申请人签收：", "Received by the applicant:"),
    "date": Text.of("日期：", "Date:"),
    "foot": Text.of("根据图纸自动预判，由窗口核对后发出。", "Judged beforehand from the plan; issued after the office has looked."),
}


@dataclass(frozen=True)
class Part:
    """One part of the notice: `must`, `advised` or `open`, with its lines."""

    name: str
    lines: tuple[Line, ...]


def parts_of(review: Review, vocabulary: Vocabulary, language: str) -> tuple[Part, ...]:
    """Return the parts that have lines, in order."""
    lines = lines_of(review, vocabulary, language)
    missed = [line for line in lines if line.outcome is Outcome.NOT_MET]
    parts = (
        Part("must", tuple(line for line in missed if is_mandatory(line))),
        Part("advised", tuple(line for line in missed if not is_mandatory(line))),
        Part("open", _once(line for line in lines if is_open(line) and line.outcome is not Outcome.NOT_MET)),
    )
    return tuple(part for part in parts if part.lines)


def _once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines of one row that say the same as one line with all their places."""
    kept: dict[tuple[str, str], Line] = {}
    for line in lines:
        said = line.item.requirement.id, line.found
        first = kept.get(said)
        kept[said] = replace(first, where="; ".join(filter(None, (first.where, line.where)))) if first else line
    return tuple(kept.values())


def details(line: Line, language: str) -> Iterator[str]:
    """Yield what stands below a line's title: what is, where, what to do, by which clause."""

    def said(key: str, *values: str) -> str:
        return SAID[key].in_(language).format(*values)

    yield said("why", line.found)
    if line.where:
        yield said("place", line.where)
    if line.outcome is Outcome.NOT_MET:
        yield said("remedy", line.remedy) if line.remedy else said("no_remedy", line.text)
    yield said("source", line.source, line.standing)
