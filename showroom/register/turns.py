"""Which verdicts turn when a district decides otherwise? Examples beside a requirement and whole premises, before and after."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from showroom.domain.application import Application
from showroom.domain.district import District
from showroom.domain.finding import Finding
from showroom.domain.permit import Permit, Requirement
from showroom.domain.plan import Plan
from showroom.domain.text import Text
from showroom.formats.register import follow_includes, read_permit_file
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.register.examples import ExampleRun, run_row
from showroom.rules import check


@dataclass(frozen=True)
class Premises:
    """Premises to try decisions on: their name, plan and application, read when needed, and the permits they are for."""

    name: Text
    permits: tuple[str, ...]
    read: Callable[[], tuple[Plan, Application]]


@dataclass(frozen=True)
class Turn:
    """A verdict that is another afterwards: where, under which permit, and what was found; `None`: it was not looked at."""

    premises: Text
    permit: str
    requirement: str
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True)
class Outlook:
    """All that turns, and how many verdicts stay as they are."""

    turns: tuple[Turn, ...]
    stay: int


@dataclass(frozen=True)
class TriedExample:
    """An example of a requirement: run as the register has it, as the district has it now, and as it is wished."""

    own: ExampleRun
    before: ExampleRun
    after: ExampleRun


def whole_permit(folder: Path, permit_id: str) -> Permit:
    """Return a permit with all its rows, those that are off too, as the register writes them; `InputError` as when it is read."""
    return follow_includes(read_permit_file(folder / f"{permit_id}.yaml"), folder)


def try_examples(folder: Path, row: Requirement, permit: Permit, before: District, after: District) -> tuple[TriedExample, ...]:
    """Run the examples beside a requirement in all three ways."""
    rows = [row, *(_only(permit, row.id, district) for district in (before, after))]
    runs = [run_row(folder, permit, one) if one is not None else () for one in rows]
    empty = tuple(ExampleRun(row, example, None, None) for example in row.examples)
    return tuple(TriedExample(*three) for three in zip(runs[0], runs[1] or empty, runs[2] or empty, strict=True))


def outlook(
    permits: Iterable[Permit],
    premises: Iterable[Premises],
    before: District,
    after: District,
    wished: Iterable[str],
    day: date,
    tell: Callable[[int, int], bool] = lambda _done, _all: True,
) -> Outlook:
    """Check the premises for the rows `wished` alone, before and after.

    `tell(done, all)` hears of progress and ends it by `False`. Raises InputError: a plan cannot be read, a figure not fit.
    """
    ids = frozenset(wished)
    work = [
        (place, permit)
        for permit in permits
        for place in premises
        if permit.id in place.permits and _rows(permit, ids).requirements
    ]
    turns: list[Turn] = []
    stay = 0
    for done, (place, permit) in enumerate(work):
        if not tell(done, len(work)):
            break
        plan, application = place.read()
        sides = [_found(plan, application, district.put_into(_rows(permit, ids)), day) for district in (before, after)]
        for key in dict.fromkeys((*sides[0], *sides[1])):
            old, new = sides[0].get(key), sides[1].get(key)
            if _said(old) == _said(new):
                stay += 1
            else:
                turns.append(Turn(place.name, permit.id, key[0], old, new))
    tell(len(work), len(work))
    return Outlook(tuple(turns), stay)


def _rows(permit: Permit, ids: frozenset[str]) -> Permit:
    return permit.revise(requirements=tuple(row for row in permit.requirements if row.id in ids))


def _only(permit: Permit, id_: str, district: District) -> Requirement | None:
    return district.put_into(_rows(permit, frozenset({id_}))).requirement(id_)


_Key = tuple[str, tuple[str, ...], str, int]


def _found(plan: Plan, application: Application, permit: Permit, day: date) -> dict[_Key, Finding]:
    """Findings by what they are about; what is found twice of the same things is told apart by its place."""
    found: dict[_Key, Finding] = {}
    for finding in _checked(plan, application, permit, day):
        key, number = (finding.requirement, tuple(finding.affected), finding.storey or ""), 0
        while (*key, number) in found:
            number += 1
        found[(*key, number)] = finding
    return found


def _checked(plan: Plan, application: Application, permit: Permit, day: date) -> Iterator[Finding]:
    if permit.requirements:
        yield from check(plan, application, permit, vocabulary=read_vocabulary(), as_of=day)


def _said(finding: Finding | None) -> tuple[object, ...]:
    return (None,) if finding is None else (finding.outcome, finding.binding)
