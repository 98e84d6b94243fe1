"""Which files make up a register, and what stands in them, also where they have mistakes?

Everything is kept as it was written, with its lines, so that one wrong row hides no other mistake.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from showroom.domain.district import District
from showroom.domain.document import Document
from showroom.domain.errors import InputError, Problem
from showroom.domain.guidance import Questionnaire
from showroom.domain.permit import Permit, Requirement, RequirementFile
from showroom.domain.vocabulary import Vocabulary
from showroom.formats.districts import district_paths, row_ids
from showroom.formats.questions_yaml import FILE as QUESTIONS
from showroom.formats.register import permit_ids
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.formats.yaml_file import Sheet, read_sheet

AnySheet = Sheet[Any]
Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Row:
    """A requirement and where it stands."""

    sheet: AnySheet
    where: Where
    requirement: Requirement

    def problem(self, where: Sequence[str | int], reason: str, remedy: str = "") -> Problem:
        """Return a problem of this row, at the line of the value at `where` within it."""
        found = self.sheet.problem((*self.where, *where), reason, remedy)
        named = f'"{self.requirement.id}": '
        return found if found.reason.startswith(named) else Problem(found.place, named + found.reason, found.remedy)


@dataclass(frozen=True)
class Register:
    """Every file of a register that could be read, and the problems of those that could not."""

    folder: Path
    files: tuple[AnySheet, ...]
    """`common.yaml` and the permits: what writes rows."""
    permits: tuple[AnySheet, ...]
    districts: tuple[AnySheet, ...]
    questions: AnySheet | None
    words: AnySheet | None
    vocabulary: Vocabulary
    unreadable: tuple[Problem, ...]

    @property
    def sheets(self) -> tuple[AnySheet, ...]:
        """Every file."""
        return (*self.files, *self.districts, *(sheet for sheet in (self.questions, self.words) if sheet is not None))

    @cached_property
    def written(self) -> dict[str, list[tuple[AnySheet, Where]]]:
        """Where each requirement id stands, in reading order."""
        found: dict[str, list[tuple[AnySheet, Where]]] = {}
        for sheet in self.files:
            for where, id_ in values(sheet, "requirements", "*", "id"):
                found.setdefault(id_, []).append((sheet, where[:-1]))
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """Every requirement id of the register; where a file cannot be read, also what seems to be one in it."""
        return frozenset(self.written) | (row_ids(self.folder) if self.unreadable else frozenset())

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every requirement that is sound by itself."""
        return tuple(row for sheet in self.files for row in _rows(sheet))

    def row(self, id_: str) -> Row | None:
        """Return the requirement of that id, if it is sound by itself."""
        return next((row for row in self.rows if row.requirement.id == id_), None)


def read_register(folder: Path, instead: Mapping[Path, bytes] | None = None, draft: Path | None = None) -> Register:
    """Read every file of the register in `folder`; of those named in `instead` that content, and a draft as one more permit.

    Raises:
        InputError: the folder is not there, or holds neither a permit nor `common.yaml`.
    """
    ids = permit_ids(folder)
    if not ids and not (folder / "common.yaml").exists():
        reason = "there is no register of requirements here" if folder.is_dir() else "there is no such folder"
        raise InputError(Problem(f"{folder}", reason, "name a folder with permits as YAML files, such as requirements/"))
    unreadable: list[Problem] = []

    def sheet(path: Path, model: type[Document], noun: str) -> AnySheet | None:
        try:
            return read_sheet(path, model, noun=noun, content=(instead or {}).get(path)) if path.exists() else None
        except InputError as refused:
            unreadable.extend(refused.problems)
            return None

    words = sheet(folder / "vocabulary.yaml", Vocabulary, "vocabulary")
    shared = sheet(folder / "common.yaml", RequirementFile, "list of requirements")
    written = [folder / f"{id_}.yaml" for id_ in ids] + ([draft] if draft is not None else [])
    permits = tuple(one for path in written if (one := sheet(path, Permit, "permit")) is not None)
    paths = district_paths(folder).values()
    return Register(
        folder=folder,
        files=permits if shared is None else (shared, *permits),
        permits=permits,
        districts=tuple(one for path in paths if (one := sheet(path, District, "district")) is not None),
        questions=sheet(folder / QUESTIONS, Questionnaire, "list of questions"),
        words=words,
        vocabulary=read_vocabulary() if words is None or words.value is None else words.value,
        unreadable=tuple(unreadable),
    )


def values(sheet: AnySheet, *path: str) -> Iterator[tuple[Where, str]]:
    """Yield every text at `path` with its place; `*` stands for every item of a list and every key of a group."""
    yield from _values(sheet.marked.data, (), path)


def _values(here: Any, where: Where, path: Sequence[str]) -> Iterator[tuple[Where, str]]:
    if not path:
        if isinstance(here, str):
            yield where, here
        return
    step, rest = path[0], path[1:]
    if step == "*":
        inside = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
        for key, value in inside:
            yield from _values(value, (*where, key), rest)
    elif isinstance(here, dict) and step in here:
        yield from _values(here[step], (*where, step), rest)


def _rows(sheet: AnySheet) -> Iterator[Row]:
    if sheet.value is not None:
        yield from (Row(sheet, ("requirements", place), row) for place, row in enumerate(sheet.value.requirements))
        return
    written = sheet.marked.at(("requirements",))
    for place, data in enumerate(written if isinstance(written, list) else ()):
        with suppress(ValidationError, ValueError):
            yield Row(sheet, ("requirements", place), Requirement.model_validate_json(json.dumps(data), strict=True))
