"""What does a visitor take home? The things put on the list, each with its standing and figures, grouped by what is to be done.

A mark only names a thing; what is said of it is looked up when it is shown, so a plan checked anew changes the list by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from showroom.domain.finding import Binding, Citation, Finding, Outcome, Standing
from showroom.domain.permit import Permit, PermitDocument, Requirement
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.reports import words

Kind = Literal["requirement", "document"]
Group = Literal["change", "prepare", "ask"]

GROUPS: dict[Group, Text] = {
    "change": Text.of("要改的", "To change"),
    "prepare": Text.of("要准备的", "To prepare"),
    "ask": Text.of("要问清的", "To ask about"),
}
"""The groups of the list, in the order shown."""
_OPEN = (Outcome.TO_CONFIRM, Outcome.NOT_CHECKED)


@dataclass(frozen=True)
class Mark:
    """One thing a visitor put on the list: a requirement or a paper of a permit, by its id."""

    permit_id: str
    kind: Kind
    id: str


@dataclass(frozen=True)
class Entry:
    """One line of the list, with all that is said of it."""

    mark: Mark
    group: Group
    title: Text
    text: Text
    source: Citation | None
    findings: tuple[Finding, ...] = ()
    """What the visitor's own plan showed, the worst first; empty without a plan."""
    issuer: Text | None = None

    @property
    def outcome(self) -> Outcome | None:
        """The worst outcome in the visitor's own plan, `None` where none was measured."""
        return self.findings[0].outcome if self.findings else None

    def figures(self, language: str) -> tuple[str, str]:
        """Return what was measured and what is required, in words, where the plan misses a figure; else two empty strings."""
        worst = self.findings[0] if self.findings and self.group == "change" else None
        if worst is None or worst.measured is None or worst.required is None:
            return "", ""
        return words.measured(worst, language), words.limit(worst.required, language)

    @property
    def said(self) -> Text:
        """What is said of it: of a miss where and by how much, else what is required."""
        return self.findings[0].text if self.findings and self.group == "change" else self.text

    def open_because(self, language: str) -> str:
        """Return why the visitor's own plan left it open, in words; empty where it did not."""
        reason = self.findings[0].reason if self.findings else None
        return words.REASON[reason].in_(language) if reason is not None else ""


def requirement_marks(permit_id: str, requirement_ids: Iterable[str]) -> tuple[Mark, ...]:
    """Return the marks of these requirements of a permit."""
    return tuple(Mark(permit_id, "requirement", id_) for id_ in requirement_ids)


def document_mark(permit_id: str, document_id: str) -> Mark:
    """Return the mark of a paper to hand in."""
    return Mark(permit_id, "document", document_id)


def toggled(marked: tuple[Mark, ...], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the list without `marks` where all of them are on it, else with those that were lacking at its end."""
    lacking = tuple(dict.fromkeys(mark for mark in marks if mark not in marked))
    return (*marked, *lacking) if lacking else tuple(mark for mark in marked if mark not in marks)


def entries_of(marked: Sequence[Mark], permits: Sequence[Permit], review: Review | None) -> tuple[Entry, ...]:
    """Return the lines of the list, group by group, each group in the order marked.

    `review` is that of the visitor's own plan; its findings are shown with the marks of its permit. A mark whose permit or thing is
    no longer in the register is left out.
    """
    by_id = {permit.id: permit for permit in permits}
    found = [
        entry for mark in marked if (permit := by_id.get(mark.permit_id)) and (entry := _entry(mark, permit, review)) is not None
    ]
    return tuple(entry for group in GROUPS for entry in found if entry.group == group)


def _entry(mark: Mark, permit: Permit, review: Review | None) -> Entry | None:
    if mark.kind == "document":
        paper = next((paper for paper in permit.documents if paper.id == mark.id), None)
        return _of_paper(mark, paper, permit) if paper else None
    requirement = permit.requirement(mark.id)
    return _of_requirement(mark, requirement, review) if requirement else None


def _of_paper(mark: Mark, paper: PermitDocument, permit: Permit) -> Entry:
    behind = permit.requirement(paper.requirement) if paper.requirement else None
    source = behind.source.cite() if behind else None
    return Entry(mark, "prepare", paper.title, paper.sample or paper.title, source, issuer=paper.issuer)


def _of_requirement(mark: Mark, requirement: Requirement, review: Review | None) -> Entry:
    findings: list[Finding] = []
    if review is not None and review.permit.id == mark.permit_id:
        findings = [found for found in review.findings if found.requirement == mark.id]
        findings.sort(key=lambda found: (words.WORST_FIRST.index(found.outcome), found.margin or 0.0))
    source = requirement.source.cite()
    group = _group_of(findings[0].outcome if findings else None, source)
    return Entry(mark, group, requirement.title, requirement.text, source, tuple(findings))


def _group_of(outcome: Outcome | None, source: Citation) -> Group:
    if outcome is Outcome.NOT_MET:
        return "change"
    if outcome in _OPEN or (outcome is None and source.standing is not Standing.VERIFIED):
        return "ask"
    return "prepare"


def with_missed(marked: tuple[Mark, ...], review: Review | None) -> tuple[Mark, ...]:
    """Return the list with every mandatory requirement the visitor's own plan misses: none is left behind by mistake."""
    if review is None:
        return marked
    missed = (f.requirement for f in review.findings if f.outcome is Outcome.NOT_MET and f.binding is Binding.MANDATORY)
    return tuple(dict.fromkeys((*marked, *requirement_marks(review.permit.id, missed))))
