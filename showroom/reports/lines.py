"""What does each line of the office's list say? One answered line a finding that is written out, numbered as on the plan.

Every form of the checklist (PDF, Word, Excel, phone, field form) is made of these lines, so they agree in number, words and order.
The key of a line names it in what an inspector sends back: the requirement, and the thing concerned where a row has several.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from showroom.domain.finding import Binding, Finding, Outcome
from showroom.domain.review import ChecklistItem, Review
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import words
from showroom.reports.places import Places

ALSO = Text.of("另有 {0} 处同样符合。", "{0} more met as well.")
Asks = Literal["measure", "judge", "paper", "step"]
"""What the inspector does with a line: measure again, judge on the spot, take in a paper, tick a step."""


@dataclass(frozen=True)
class Line:
    """One line in one language. Texts that do not apply are empty."""

    key: str
    number: str
    section: str
    item: ChecklistItem
    finding: Finding | None
    asks: Asks
    title: str
    text: str
    verdict: str
    weight: str
    reason: str
    found: str
    measured: str
    required: str
    margin: str
    where: str
    remedy: str
    how: str
    evidence: str
    source: str
    standing: str
    also_met: int
    """How many more things of this row are met as well and not written out."""
    also: str
    """The sentence that says so."""

    @property
    def outcome(self) -> Outcome | None:
        """What was found beforehand; `None` for papers and steps."""
        return self.finding.outcome if self.finding is not None else None

    @property
    def unit(self) -> str:
        """The unit in which the inspector writes a length, an area or a number; empty where nothing is measured."""
        return self.finding.measured.unit if self.asks == "measure" and self.finding and self.finding.measured else ""


def split_findings(item: ChecklistItem) -> tuple[list[Finding], int]:
    """Return the findings of a row that are written out, worst first, and how many more are met as well.

    Of findings that are met only the tightest is written out; the others are counted, so that none is dropped in silence.
    """
    ordered = sorted(item.findings, key=lambda found: words.WORST_FIRST.index(found.outcome))
    met = [found for found in ordered if found.outcome is Outcome.MET]
    tightest = min(met, key=lambda found: found.margin if found.margin is not None else float("inf"), default=None)
    written = [found for found in ordered if found.outcome is not Outcome.MET or found is tightest]
    return written, max(0, len(met) - 1)


def numbers_of(item: ChecklistItem) -> list[str]:
    """Return the number of each written finding: the row's own, with a letter where it has several."""
    written, _ = split_findings(item)
    if len(written) == 1:
        return [item.number]
    return [item.number + _letters(index) for index in range(len(written))]


def marked_on(review: Review, storey_id: str) -> list[tuple[str, Finding]]:
    """Return what is drawn on a storey's plan page: number and finding of everything with a place that is not simply met."""
    return [
        (number, finding)
        for section in review.checklist.sections
        for item in section.items
        for number, finding in zip(numbers_of(item), split_findings(item)[0], strict=True)
        if finding.outcome not in (Outcome.MET, Outcome.NOT_APPLICABLE)
        and finding.geometry is not None
        and finding.storey in (storey_id, None)
    ]


def lines_of(review: Review, vocabulary: Vocabulary, language: str) -> tuple[Line, ...]:
    """Return every line of the list in the office's order."""
    places = Places(review.plan, vocabulary, language)
    taken: Counter[str] = Counter()
    lines: list[Line] = []
    for section in review.checklist.sections:
        title = section.section.title.in_(language)
        for item in section.items:
            lines.extend(_lines(item, title, places, language, taken))
    return tuple(lines)


def _lines(item: ChecklistItem, section: str, places: Places, language: str, taken: Counter[str]) -> Iterator[Line]:
    written, more = split_findings(item)
    for index, (number, finding) in enumerate(zip(numbers_of(item), written, strict=True)):
        yield _line(item, finding, number, section, places, language, taken, more if index == len(written) - 1 else 0)
    if not written:
        yield _line(item, None, item.number, section, places, language, taken, 0)


def _line(
    item: ChecklistItem, finding: Finding | None, number: str, section: str, places: Places, language: str,
    taken: Counter[str], also_met: int,
) -> Line:  # fmt: skip
    row = item.requirement
    judged = row.judgement

    def said(text: Text | None) -> str:
        return text.in_(language) if text is not None else ""

    missed = finding is not None and finding.outcome is Outcome.NOT_MET
    return Line(
        key=_key(row.id, finding, taken),
        number=number,
        section=section,
        item=item,
        finding=finding,
        asks=_asks(item, finding),
        title=said(row.title),
        text=said(row.text),
        verdict=said(words.OUTCOME[finding.outcome]) if finding else "",
        weight=said(words.BINDING[finding.binding]) if finding else "",
        reason=said(words.REASON[finding.reason]) if finding and finding.reason else "",
        found=words.plainly(said(finding.text)) if finding else "",
        measured=words.measured(finding, language) if finding else "",
        required=words.limit(finding.required, language) if finding and finding.required else "",
        margin=words.margin(finding, language) if finding else "",
        where=places.of(finding) if finding and finding.affected else "",
        remedy=said((finding.remedy if finding else None) or row.remedy) if missed else "",
        how=said(judged.how) if judged else "",
        evidence=said(judged.evidence) if judged else "",
        source=f"{row.source.instrument} {row.source.clause}".strip(),
        standing=said(words.STANDING[row.source.standing]),
        also_met=also_met,
        also=ALSO.in_(language).format(also_met) if also_met else "",
    )


def _asks(item: ChecklistItem, finding: Finding | None) -> Asks:
    kind = item.requirement.kind
    if finding is None and kind in ("document", "procedure"):
        return "paper" if kind == "document" else "step"
    return "measure" if finding is not None and finding.measured is not None else "judge"


def _key(requirement_id: str, finding: Finding | None, taken: Counter[str]) -> str:
    """Return a name that no other line has: `fire.door.clear-width@D3`; one more for the same thing gets `#2`."""
    thing = f"@{finding.affected[0]}" if finding is not None and finding.affected else ""
    key = requirement_id + thing
    taken[key] += 1
    return key if taken[key] == 1 else f"{key}#{taken[key]}"


def open_findings(review: Review) -> list[Finding]:
    """Return the findings that are neither met nor without object."""
    return [found for found in review.findings if found.outcome not in (Outcome.MET, Outcome.NOT_APPLICABLE)]


def is_open(line: Line) -> bool:
    """Tell whether the inspector still has something to find out about the premises: neither met nor without object."""
    return line.outcome in (Outcome.NOT_MET, Outcome.TO_CONFIRM, Outcome.NOT_CHECKED)


def is_mandatory(line: Line) -> bool:
    """Tell whether a line weighs on the decision."""
    return line.finding is not None and line.finding.binding is Binding.MANDATORY


def _letters(index: int) -> str:
    """Return a, b, … z, aa, ab, … for 0, 1, …."""
    return (_letters(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)
