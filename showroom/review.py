"""What does one check of a plan say? The one use case behind the command line and both windows.

A plan passes three gates in order: it can be used, it is complete, the rules were run. The rules are run whatever the gate,
as far as they can be; the gate says how much the findings are worth. Importing this loads neither Qt nor VTK.
"""

from collections import deque
from datetime import date
from pathlib import Path

from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.domain.finding import Finding, Outcome
from showroom.domain.permit import Permit, Requirement
from showroom.domain.plan import Note, Plan
from showroom.domain.review import Checklist, ChecklistItem, ChecklistSection, Review
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import read_permit, read_plan, read_vocabulary
from showroom.formats.gates import standing
from showroom.geometry.memory import Memory
from showroom.geometry.oddities import oddities
from showroom.rules import check_case
from showroom.rules.case import Case

LICENCE, REGISTRATION, SMALL = "food-catering", "small-catering", "small-catering.scope.area"
"""A full catering licence, the registration a small shop may choose instead, and the row that says how small."""


def review_plan(plan_path: Path, permit: Permit, application: Application, *, as_of: date) -> Review:
    """Read a plan file and review it.

    Raises:
        InputError: where the file cannot be used, or the permit names an unknown rule or parameter.
    """
    return review(read_plan(plan_path), permit, application, as_of=as_of)


def read_ahead(permit: Permit) -> None:
    """Read what a review for this permit reads besides the plan, for whoever has to wait for the plan anyhow."""
    read_vocabulary()
    if permit.id == LICENCE:
        _registration()


def review(plan: Plan, permit: Permit, application: Application, *, as_of: date) -> Review:
    """Hold a plan and an application against a permit as of a date.

    Raises:
        InputError: where the permit names an unknown rule or gives it parameters that do not fit.
    """
    case = Case(plan, application, read_vocabulary())
    try:
        return _reviewed(plan, case, permit, application, as_of)
    finally:
        case.memory.close()


class Reviewer:
    """Reviews the same premises again and again: after an edit only what hangs on it is worked out anew."""

    def __init__(self) -> None:
        self._memory: Memory | None = None
        self._vocabulary: Vocabulary | None = None

    def review(self, plan: Plan, permit: Permit, application: Application, *, as_of: date) -> Review:
        """Do what the function `review` does, from what was found out last time as far as that still holds."""
        vocabulary = read_vocabulary()
        if vocabulary != self._vocabulary:
            self._memory, self._vocabulary = None, vocabulary
        self._memory = Memory(self._memory)
        return _reviewed(plan, Case(plan, application, vocabulary, memory=self._memory), permit, application, as_of)


def _reviewed(plan: Plan, case: Case, permit: Permit, application: Application, as_of: date) -> Review:
    findings = check_case(case, permit, as_of)
    gate, missing = standing(plan, case.layout, case.vocabulary)
    if gate == "complete" and not any(finding.outcome is Outcome.NOT_CHECKED for finding in findings):
        gate = "rules"
    notes = (*plan.source.notes, *missing, *oddities(case.layout), *_small_enough(permit, case, as_of))
    return Review.trusted(
        plan=plan,
        permit=permit,
        application=application,
        as_of=as_of,
        gate=gate,
        findings=findings,
        notes=notes,
        checklist=_checklist(permit, findings, as_of),
    )


# -------------------------------------------------------------------- notes


def _registration() -> Permit | None:
    try:
        return read_permit(REGISTRATION)
    except InputError:
        return None  # the register of this installation has no registration to offer


def _small_enough(permit: Permit, case: Case, as_of: date) -> tuple[Note, ...]:
    """Say under the full licence that a shop this small may choose registration instead."""
    if permit.id != LICENCE:
        return ()
    other = _registration()
    row = other.requirement(SMALL) if other else None
    if other is None or row is None:
        return ()
    verdicts = check_case(case, _with_one_row(other, row), as_of)
    if not verdicts or any(finding.outcome is not Outcome.MET for finding in verdicts):
        return ()
    size = verdicts[0].measured
    here = f"{size.value:.2f}" if size else ""
    text = Text.of(
        f"室内面积 {here} 平方米，低于小餐饮的面积上限，也可以选择办理小餐饮登记。",
        f"The inner area is {here} m², below the bound of small catering; registration is possible instead.",
    )
    return (Note(code="small-catering-possible", text=text),)


_alone_lately: deque[tuple[Permit, Permit]] = deque(maxlen=1)
"""The permit of which one row was asked for lately, and the same with that row alone: known again by being the very same."""


def _with_one_row(permit: Permit, row: Requirement) -> Permit:
    for whole, alone in tuple(_alone_lately):
        if whole is permit and alone.requirements == (row,):
            return alone
    alone = permit.revise(requirements=(row,))
    _alone_lately.append((permit, alone))
    return alone


# -------------------------------------------------------------------- the office's list


def _checklist(permit: Permit, findings: tuple[Finding, ...], as_of: date) -> Checklist:
    """The office's list in its own order, each line with what was found: section 2, line 3 is numbered 2.3."""
    by_requirement: dict[str, list[Finding]] = {}
    for finding in findings:
        by_requirement.setdefault(finding.requirement, []).append(finding)
    sections: list[ChecklistSection] = []
    for section in permit.sections:
        rows = [row for row in permit.requirements if row.section == section.id and row.in_force(as_of)]
        if not rows:
            continue
        number = len(sections) + 1
        items = tuple(
            ChecklistItem.trusted(number=f"{number}.{place}", requirement=row, findings=tuple(by_requirement.get(row.id, ())))
            for place, row in enumerate(sorted(rows, key=lambda row: row.order), 1)
        )
        sections.append(ChecklistSection.trusted(section=section, items=items))
    return Checklist.trusted(sections=tuple(sections))
