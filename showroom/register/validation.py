"""What is wrong with the register, all of it at once, each thing with file and line?

Two tables hold the checks: of one requirement by itself, and of what stands between files. Both work on what could be read, so a
mistake in one place hides none in another.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from showroom.domain.errors import InputError, Problem
from showroom.domain.permit import Measure
from showroom.formats.mistakes import choice
from showroom.home import requirements
from showroom.register.drafts import FOLDER as DRAFTS
from showroom.register.references import REGISTER_CHECKS
from showroom.register.sheets import Register, Row, read_register
from showroom.rules import bind

FIRE_WIDTHS = frozenset({"fire.door.clear-width", "fire.exit-door.ground-width", "fire.corridor.width", "fire.stair.width"})
"""Mandatory on a source of any grade (contracts, "Outcome and binding")."""
_PARAMETER = re.compile(r"parameter \"([a-z_]+)")


def validate(path: Path | None = None, instead: Mapping[Path, bytes] | None = None) -> tuple[Problem, ...]:
    """Return every problem of a register, by file and line; none means it is sound.

    `path` is the register's folder, or one of its files (a district's and a draft too) to be told of that file alone; the register
    in use where none is given. `instead` gives what files would hold that are not written yet.

    Raises:
        InputError: there is no register at `path`.
    """
    path = path or requirements()
    one_file = path.is_file()
    inside = path.parent.name if one_file else ""
    folder = path.parent.parent if inside in ("districts", DRAFTS) else path.parent if one_file else path
    register = read_register(folder, instead, path if inside == DRAFTS else None)
    problems = [*register.unreadable, *(problem for sheet in register.sheets for problem in sheet.problems)]
    problems += [problem for row in register.rows for check in ROW_CHECKS for problem in check(row, register)]
    problems += [problem for check in REGISTER_CHECKS for problem in check(register)]
    return tuple(problem for problem in sorted(dict.fromkeys(problems), key=_place) if not one_file or _file(problem) == f"{path}")


def located(problems: Sequence[Problem], permit_id: str, path: Path | None = None) -> tuple[Problem, ...]:
    """Return refusals of a permit's rows ("food-catering: row") as validation tells them, at file and line; others as they are."""
    told = validate(path)
    found: list[Problem] = []
    for problem in problems:
        owner, _, rest = problem.place.partition(": ")
        named = f'"{rest.partition(",")[0]}"' if owner == permit_id else None
        found += [one for one in told if named and named in one.reason and one.reason.endswith(problem.reason)] or [problem]
    return tuple(dict.fromkeys(found))


def _file(problem: Problem) -> str:
    return problem.place.rpartition(":")[0] or problem.place


def _place(problem: Problem) -> tuple[str, int]:
    file, _, line = problem.place.rpartition(":")
    return (file, int(line)) if line.isdigit() else (problem.place, 0)


# -------------------------------------------------------------------- one requirement


def _decided_somehow(row: Row, _register: Register) -> Iterator[Problem]:
    if row.requirement.measure is None and row.requirement.judgement is None:
        yield row.problem(("id",), "neither a rule nor a person decides this", "write measure: or judgement:")


def _well_founded(row: Row, _register: Register) -> Iterator[Problem]:
    source = row.requirement.source
    enough = source.standing == "verified" and source.grade in ("A", "B")
    if row.requirement.binding == "mandatory" and not enough and row.requirement.id not in FIRE_WIDTHS:
        grade = f"grade {source.grade}" if source.grade else "no grade"
        reason = f"is mandatory, but its source is {source.standing.value} with {grade}"
        yield row.problem(("binding",), reason, "a mandatory row needs a verified source of grade A or B; write binding: advisory")


def _dates_in_order(row: Row, _register: Register) -> Iterator[Problem]:
    written = row.requirement
    if written.in_force_from and written.in_force_until and written.in_force_from > written.in_force_until:
        reason = f"is in force from {written.in_force_from} until {written.in_force_until}, which is no time at all"
        yield row.problem(("in_force_until",), reason, "exchange the two dates")
    changes = written.measure.changes if written.measure else ()
    for place, change in enumerate(changes):
        where = ("measure", "changes", place, "since")
        if place and change.since <= changes[place - 1].since:
            yield row.problem(where, f"the change of {change.since} does not come after the one above", "write the earliest first")
        if not written.in_force(change.since):
            yield row.problem(where, f"the change of {change.since} lies outside the time the row is in force", "correct the date")


def _fits_its_rule(row: Row, register: Register) -> Iterator[Problem]:
    measure = row.requirement.measure
    if measure is None:
        return
    seen: set[str] = set()
    versions: list[tuple[Measure, tuple[str | int, ...]]] = [(measure.revise(changes=()), ("measure", "parameters"))]
    versions += [
        (measure.on(change.since), ("measure", "changes", place, "parameters")) for place, change in enumerate(measure.changes)
    ]
    for version, where in versions:
        try:
            bind(version, register.vocabulary, "")
        except InputError as refused:
            for problem in refused.problems:
                if problem.reason not in seen:
                    seen.add(problem.reason)
                    yield row.problem(_where_of(problem, where), problem.reason, problem.remedy)


def _where_of(problem: Problem, parameters: Sequence[str | int]) -> tuple[str | int, ...]:
    """Where the mistake of a measure stands: its parameter, or the rule's name."""
    named = _PARAMETER.search(problem.reason)
    missing = problem.reason.startswith("rule ") and "needs" in problem.reason
    return (*parameters, named[1]) if named and not missing else ("measure", "rule")


def _addresses_known_uses(row: Row, register: Register) -> Iterator[Problem]:
    applies = row.requirement.applies
    for place, use in enumerate((applies.uses_any if applies else None) or ()):
        if use not in register.vocabulary.uses:
            remedy = choice(use, tuple(register.vocabulary.uses))
            yield row.problem(("applies", "uses_any", place), f'"{use}" is not a use of the vocabulary', remedy)


def _has_usable_examples(row: Row, register: Register) -> Iterator[Problem]:
    for place, example in enumerate(row.requirement.examples):
        here = ("examples", place)
        if not (register.folder / example.plan).is_file():
            known = tuple(f"examples/{path.name}" for path in sorted((register.folder / "examples").glob("*.plan.yaml")))
            yield row.problem((*here, "plan"), f'there is no plan "{example.plan}"', choice(example.plan, known))
        for kind in example.application.declared.equipment:
            if kind not in register.vocabulary.fixtures:
                remedy = choice(kind, tuple(register.vocabulary.fixtures))
                where = (*here, "application", "declared", "equipment", kind)
                yield row.problem(where, f'"{kind}" is not a kind of fixture of the vocabulary', remedy)


ROW_CHECKS: tuple[Callable[[Row, Register], Iterator[Problem]], ...] = (
    _decided_somehow,
    _well_founded,
    _dates_in_order,
    _fits_its_rule,
    _addresses_known_uses,
    _has_usable_examples,
)
