"""What came back from the site? Each line of the list as promised, built, differing or not seen, and what cannot be trusted.

What was measured goes into the plan where it is a door's width or a room's height, and every rule runs again on the plan as built;
another measured value is held against its line's own limit. Nothing is merged in silence: results for another plan, keys nobody
knows and lines answered twice are told, not taken.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from showroom.domain.finding import Finding, Outcome
from showroom.domain.plan import Note, Plan
from showroom.domain.quantities import TOLERANCE, Limit
from showroom.domain.review import Review
from showroom.domain.site_result import SiteAnswer, SiteResult
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports.lines import Line, lines_of
from showroom.review import review as review_again

State = Literal["promised", "built", "differs", "not_seen"]
STATES: dict[State, Text] = {
    "differs": Text.of("与图不符", "Differs"),
    "not_seen": Text.of("未查看", "Not seen"),
    "promised": Text.of("只有图纸，现场没有记录", "Promised; nothing came back"),
    "built": Text.of("与图一致", "Built as promised"),
}
"""What a line can have become, the one to be looked at first first."""
_SAME = 0.02
"""Metres by which a wall, a door or a tape may differ without the premises being others than drawn."""


@dataclass(frozen=True)
class Returned:
    """One line: what was promised, what came back, and what the rules say of the premises as built (`None`: as before)."""

    line: Line
    state: State
    answer: SiteAnswer | None = None
    as_built: Finding | None = None
    outcome: Outcome | None = None
    """What holds now: the inspector's word and the value measured on site, the worse of the two; else what was promised."""


@dataclass(frozen=True)
class Comparison:
    """Every line in the office's order, and what is to be told about the files that came back."""

    review: Review
    lines: tuple[Returned, ...]
    notes: tuple[tuple[str, Note], ...] = ()
    """File name and note."""
    changed: tuple[Finding, ...] = field(default=())
    """Findings of the premises as built that nobody was asked about and that are worse than promised."""

    def count(self, state: State) -> int:
        """Return how many lines are in a state."""
        return sum(one.state == state for one in self.lines)


def compare(review: Review, results: Sequence[tuple[str, SiteResult]], vocabulary: Vocabulary, language: str) -> Comparison:
    """Hold what came back (file name, result) against what was promised."""
    lines = lines_of(review, vocabulary, language)
    known = {line.key: line for line in lines}
    several = Counter(line.item.requirement.id for line in lines)
    rows = {line.item.requirement.id: line for line in lines if several[line.item.requirement.id] == 1}
    notes: list[tuple[str, Note]] = []
    answers: dict[str, SiteAnswer] = {}
    for name, result in results:
        notes += [(name, note) for note in result.notes]
        if (stranger := _stranger(review, result)) is not None:
            notes.append((name, stranger))
            continue
        for answer in result.answers:
            line = known.get(answer.key) or rows.get(answer.key)
            if line is None:
                said = f"核查表里没有“{answer.key}”这一项。", f'The list has no line "{answer.key}".'
                notes.append((name, _note("key-unknown", *said)))
            elif line.key in answers and answers[line.key] != answer:
                where = f"{line.number} {line.title}"
                said = f"{where}：有两份不同的结果，采用先读到的。", f"{where}: answered twice; what was read first holds."
                notes.append((name, _note("answered-twice", *said)))
            elif not answer.empty:
                answers.setdefault(line.key, answer)
    again = _as_built(review, lines, answers)
    found = {line.key: line.finding for line in lines_of(again, vocabulary, language)} if again is not review else {}
    told = tuple(_returned(line, answers.get(line.key), found.get(line.key)) for line in lines)
    worse = {key: finding for key, finding in found.items() if key not in answers and finding is not None}
    changed = tuple(
        finding
        for key, finding in worse.items()
        if finding.outcome is Outcome.NOT_MET and (key not in known or known[key].outcome is not Outcome.NOT_MET)
    )
    return Comparison(review, told, tuple(notes), changed)


def _note(code: str, chinese: str, english: str) -> Note:
    return Note(code=code, text=Text.of(chinese, english))


def _stranger(review: Review, result: SiteResult) -> Note | None:
    """Say why a result is not about this plan and permit, or `None` where it is."""
    if result.permit != review.permit.id:
        said = f"这份结果是“{result.permit}”的，没有采用。", f'This result is about "{result.permit}"; it was not taken.'
        return _note("other-permit", *said)
    if result.plan_sha256 != review.plan.source.sha256:
        said = "这份结果是按另一版图纸填的，没有采用。", "This result is about another version of the plan; it was not taken."
        return _note("other-plan", *said)
    return None


def _returned(line: Line, answer: SiteAnswer | None, as_built: Finding | None) -> Returned:
    if answer is None:
        return Returned(line, "promised", outcome=line.outcome)
    if answer.answer == "not_seen" or (answer.answer is None and answer.measured is None):
        return Returned(line, "not_seen", answer, outcome=line.outcome)
    said = {"met": Outcome.MET, "not_met": Outcome.NOT_MET}.get(answer.answer or "")
    measured = _measured(line.finding, answer.measured, as_built)
    outcome = Outcome.NOT_MET if Outcome.NOT_MET in (said, measured) else measured or said
    kept = _as_drawn(line.finding, answer.measured) and outcome in (line.outcome, None)
    settled = line.outcome in (None, Outcome.TO_CONFIRM, Outcome.NOT_CHECKED) and outcome is Outcome.MET
    return Returned(line, "built" if kept or settled else "differs", answer, as_built, outcome)


def _measured(finding: Finding | None, value: float | None, as_built: Finding | None) -> Outcome | None:
    """Return what the value measured on site means; `None` where nothing was measured or nothing is asked of it."""
    if value is None or finding is None:
        return None
    if as_built is not None and as_built.measured is not None and abs(as_built.measured.value - value) <= TOLERANCE:
        return as_built.outcome
    return (Outcome.MET if holds(finding.required, value) else Outcome.NOT_MET) if finding.required is not None else None


def holds(limit: Limit, value: float) -> bool:
    """Tell whether a value keeps a limit, with the one tolerance of all comparisons."""
    over = value - limit.value
    return {">=": over >= -TOLERANCE, "<=": over <= TOLERANCE, ">": over > TOLERANCE, "<": over < -TOLERANCE}.get(
        limit.op, abs(over) <= TOLERANCE
    )


def _as_drawn(finding: Finding | None, value: float | None) -> bool:
    """Tell whether a value measured on site is the one drawn, as near as a tape can tell; a count must be the very same."""
    if value is None or finding is None or finding.measured is None:
        return True
    least = {"m": _SAME, "m²": max(0.1, finding.measured.value * 0.02)}.get(finding.measured.unit, TOLERANCE)
    return abs(finding.measured.value - value) <= least


def _as_built(review: Review, lines: Iterable[Line], answers: dict[str, SiteAnswer]) -> Review:
    """Review the plan again with what was measured on site put in; the same review where nothing could be."""
    plan = review.plan
    for line in lines:
        answer, finding = answers.get(line.key), line.finding
        if answer is not None and answer.measured is not None and finding is not None and not _as_drawn(finding, answer.measured):
            plan = _with(plan, finding, answer.measured)
    if plan is review.plan:
        return review
    return review_again(plan, review.permit, review.application, as_of=review.as_of)


def _with(plan: Plan, finding: Finding, value: float) -> Plan:
    """Return the plan with the door or room a finding measured at the size found on site; as it was where that is unclear."""
    if finding.measured is None or finding.measured.unit != "m" or len(finding.affected) != 1 or value <= 0:
        return plan
    drawn, thing = finding.measured.value, finding.affected[0]
    storeys = []
    for storey in plan.storeys:
        openings = tuple(
            one.revise(width=value) if one.id == thing and abs(one.width - drawn) <= 1e-3 else one for one in storey.openings
        )
        spaces = tuple(
            one.revise(height=value) if one.id == thing and one.height is not None and abs(one.height - drawn) <= 1e-3 else one
            for one in storey.spaces
        )
        same = openings == storey.openings and spaces == storey.spaces
        storeys.append(storey if same else storey.revise(openings=openings, spaces=spaces))
    return plan if all(a is b for a, b in zip(storeys, plan.storeys, strict=True)) else plan.revise(storeys=tuple(storeys))
