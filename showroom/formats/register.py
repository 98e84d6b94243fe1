"""What does a permit require? Reads `requirements/<permit>.yaml` and puts in the shared rows it includes, in the office's order.

A row is written once: in its permit's own file, or in `common.yaml`. Others take it over by naming its id under `includes`
(`fire.door.clear-width`, or `fire.*` for all that begin so). What the district decided (`formats.districts`) is put in last.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from showroom.domain.errors import InputError, Problem
from showroom.domain.permit import Permit, Requirement, RequirementFile
from showroom.formats.districts import find_district
from showroom.formats.mistakes import choice
from showroom.formats.yaml_file import Check, read_sheet, read_value
from showroom.home import requirements

_NOT_PERMITS = frozenset({"common", "vocabulary", "questions"})


def permit_ids(folder: Path | None = None) -> tuple[str, ...]:
    """Return the ids of every permit in the register (the one in use where no folder is given), sorted."""
    return tuple(sorted(path.stem for path in (folder or requirements()).glob("*.yaml") if path.stem not in _NOT_PERMITS))


def read_permit(permit_id: str, *, district: str | None = None, folder: Path | None = None) -> Permit:
    """Return the permit with its own and its included requirements, by section, then order, then as written.

    The decisions of `district` are put in: of the register's default district where none is named, of none for `"none"`.

    Raises:
        InputError: there is no such permit or district (the nearest are named), or a file has mistakes.
    """
    folder = folder or requirements()
    files = tuple((path, path.stat().st_mtime_ns) for path in sorted((*folder.glob("*.yaml"), *folder.glob("districts/*.yaml"))))
    return _put_together(permit_id, district, folder, files)


@lru_cache(maxsize=32)
def _put_together(permit_id: str, district: str | None, folder: Path, _files: tuple[tuple[Path, int], ...]) -> Permit:
    """The permit as the files were when each was last written: the very same one while none is written anew."""
    known = permit_ids(folder)
    if permit_id not in known:
        raise InputError(Problem("", f'there is no permit "{permit_id}"', choice(permit_id, known)))
    whole = follow_includes(_permit_file(folder / f"{permit_id}.yaml"), folder)
    decided = find_district(folder, district)
    return whole.in_use() if decided is None else decided.put_into(whole)


def follow_includes(own: Permit, folder: Path) -> Permit:
    """Return the permit with the rows it names of other files of the register in `folder`, in checklist order.

    Raises:
        InputError: an included row is not there, stands twice, or belongs in no section of the permit.
    """
    rows = (*own.requirements, *_included(folder, own))
    places = {section.id: place for place, section in enumerate(own.sections)}
    return own.revise(requirements=tuple(sorted(rows, key=lambda row: (places[row.section], row.order))))


def shared_requirements(folder: Path) -> tuple[Requirement, ...]:
    """Return the rows of `common.yaml`; none where the register has no such file."""
    path = folder / "common.yaml"
    return _common_file(path, path.stat().st_mtime_ns).requirements if path.exists() else ()


def read_permit_file(path: Path) -> Permit:
    """Return one permit file as written, its `includes` not yet followed; `InputError` names every mistake at its line."""
    return read_value(path, Permit, noun="permit", checks=(*PERMIT_CHECKS, _named_as_file(path)))


def read_requirement_file(path: Path) -> RequirementFile:
    """Return a file of shared requirements; `InputError` names every mistake at its line."""
    return read_value(path, RequirementFile, noun="list of requirements", checks=(unique_rows,))


def _permit_file(path: Path) -> Permit:
    return _cached_permit_file(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=32)
def _cached_permit_file(path: Path, _changed: int) -> Permit:
    return read_permit_file(path)


@lru_cache(maxsize=4)
def _common_file(path: Path, _changed: int) -> RequirementFile:
    return read_requirement_file(path)


def _included(folder: Path, permit: Permit) -> tuple[Requirement, ...]:
    """Find the rows of other files that `permit` names."""
    path = folder / f"{permit.id}.yaml"
    available = {row.id: row for row in shared_requirements(folder)}
    for other in {name.partition(".")[0] for name in permit.includes} & (set(permit_ids(folder)) - {permit.id}):
        available |= {row.id: row for row in _permit_file(folder / f"{other}.yaml").requirements}
    sections = {section.id for section in permit.sections}
    taken = {row.id for row in permit.requirements}
    found: dict[str, Requirement] = {}
    wrong: list[tuple[int, str, str]] = []
    for place, name in enumerate(permit.includes):
        ids = [name_ for name_ in available if name_.startswith(name[:-1])] if name.endswith("*") else [name] * (name in available)
        if not ids:
            wrong.append((place, f'includes: no other file has the requirement "{name}"', choice(name, tuple(available))))
        for id_ in ids:
            row = available[id_]
            if id_ in taken:
                wrong.append((place, f'includes: "{id_}" is also written in this file', "keep one of the two"))
            elif row.section not in sections:
                reason = f'includes: "{id_}" belongs in section "{row.section}", which this permit does not have'
                wrong.append((place, reason, f'add "{{id: {row.section}, title: …}}" to sections'))
            found[id_] = row
    if wrong:
        raise InputError(_include_problems(path, wrong))
    return tuple(found.values())


def _include_problems(path: Path, wrong: list[tuple[int, str, str]]) -> list[Problem]:
    """Put mistakes of `includes` at their lines; the file is read once more for that, and only then."""
    if not path.exists():
        return [Problem(os.fspath(path), reason, remedy) for _, reason, remedy in wrong]
    sheet = read_sheet(path, Permit, noun="permit")
    return [sheet.problem(("includes", place), reason, remedy) for place, reason, remedy in wrong]


def own_sections(permit: Permit) -> Iterator[tuple[Sequence[str | int], str, str]]:
    """Yield every row whose section the permit does not have."""
    sections = tuple(section.id for section in permit.sections)
    for number, row in enumerate(permit.requirements):
        if row.section not in sections:
            yield (
                ("requirements", number, "section"),
                f'is "{row.section}", which is no section here',
                choice(row.section, sections),
            )


def unique_rows(file: Permit | RequirementFile) -> Iterator[tuple[Sequence[str | int], str, str]]:
    """Yield every row whose id stands above already."""
    seen: set[str] = set()
    for number, row in enumerate(file.requirements):
        if row.id in seen:
            yield ("requirements", number, "id"), f'is "{row.id}", which is already given above', "write each requirement once"
        seen.add(row.id)


def no_district(permit: Permit) -> Iterator[tuple[Sequence[str | int], str, str]]:
    """Yield a district written into a permit's file, where it would be taken for one whose decisions were put in."""
    if permit.district is not None:
        yield ("district",), "is set when the permit is read", "leave it out; districts have files of their own in districts/"


PERMIT_CHECKS: tuple[Check, ...] = (own_sections, unique_rows, no_district)
"""What must be right within one permit file, beyond its schema."""


class _named_as_file:  # noqa: N801 - used as the function it stands for
    """The id of a permit is the name of its file."""

    def __init__(self, path: Path) -> None:
        self._stem = path.stem

    def __call__(self, permit: Permit) -> Iterator[tuple[Sequence[str | int], str, str]]:
        if permit.id != self._stem:
            yield ("id",), f'is "{permit.id}", but the file is named "{self._stem}.yaml"', "make the two agree"
