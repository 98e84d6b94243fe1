"""Which value does this YAML (or JSON) file hold, and if none, what is wrong with it, all at once, line by line?

Validation is pydantic's strict JSON reading: lists become tuples and texts dates, but `"yes"` is no boolean and `true` no number.
"""

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from showroom.domain.errors import InputError, Problem
from showroom.formats import limits
from showroom.formats.field_paths import keys_at, spoken
from showroom.formats.mistakes import Mistake, described, echo
from showroom.formats.source_file import read_bytes
from showroom.formats.yaml_nodes import Marked, YamlMistake, parse

MAX_PROBLEMS = 50

Value = TypeVar("Value", bound=BaseModel)
Check = Callable[[Any], Iterator[tuple[Sequence[str | int], str, str]]]
"""Looks at a validated value and yields (path, reason, remedy) for everything pydantic cannot know."""

_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True)
class Sheet(Generic[Value]):
    """A file with the lines its data stand on; where it has mistakes, `value` is missing and `problems` says them."""

    path: Path
    marked: Marked
    value: Value | None
    problems: tuple[Problem, ...] = ()

    def problem(self, where: Sequence[str | int], reason: str, remedy: str = "") -> Problem:
        """Return the problem at the line of the value at `where`."""
        return _problem(self.path, self.marked, Mistake(tuple(where), reason, remedy))


def read_sheet(path: Path, model: type[Value], *, noun: str, content: bytes | None = None) -> Sheet[Value]:
    """Return the file with the lines of its data, also where its data are not a `model`; `content` where it is not written yet.

    Raises:
        InputError: it cannot be read at all, or is not YAML.
    """
    marked = _marked(path, read_bytes(path, limit=limits.YAML_BYTES, noun=noun) if content is None else content)
    try:
        return Sheet(path, marked, _held(path, model, marked, noun))
    except InputError as refused:
        return Sheet(path, marked, None, refused.problems)


def read_value(path: Path, model: type[Value], *, noun: str, checks: Sequence[Check] = (), content: bytes | None = None) -> Value:
    """Return the value of type `model` that the file holds; `content` where its bytes have been read already.

    Raises:
        InputError: with one problem for each mistake found (at most fifty), each with file and line.
    """
    marked = _marked(path, read_bytes(path, limit=limits.YAML_BYTES, noun=noun) if content is None else content)
    value = _held(path, model, marked, noun)
    problems = [
        _problem(path, marked, Mistake(tuple(where), f"{spoken(where)} {reason}" if where else reason, remedy))
        for check in checks
        for where, reason, remedy in check(value)
    ]
    if problems:
        raise InputError(_bounded(path, problems))
    return value


def _held(path: Path, model: type[Value], marked: Marked, noun: str) -> Value:
    if not isinstance(marked.data, dict):
        found = {list: "a list", type(None): "nothing but comments"}.get(type(marked.data), "a single text")
        article = "an" if noun[0] in "aeiou" else "a"
        remedy = f'begin with "format: 1" and go on with {", ".join(list(model.model_fields)[1:4])}, …'
        raise InputError(Problem(f"{os.fspath(path)}:1", f"{article} {noun} was expected, this file holds {found}", remedy))
    return _validated(path, model, marked)


def _marked(path: Path, content: bytes) -> Marked:
    text = _text(path, content)
    if path.suffix.lower() == ".json":
        text = _SURROGATES.sub(_joined, text)
    try:
        return parse(text)
    except YamlMistake as mistake:
        raise InputError(Problem(f"{os.fspath(path)}:{mistake.line}", mistake.reason, mistake.remedy)) from None


def _text(path: Path, content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        binary = b"\0" in content[:4096]
        reason = "this is not a text file" if binary else "this text is not written in UTF-8"
        remedy = "name a .yaml or .json file" if binary else "save it again with the encoding UTF-8"
        raise InputError(Problem(f"{os.fspath(path)}:{line}", reason, remedy)) from None
    if "\0" in text:
        raise InputError(Problem(os.fspath(path), "this is not a text file", "name a .yaml or .json file"))
    return text


def _joined(pair: re.Match[str]) -> str:
    return chr(0x10000 + ((int(pair[1], 16) - 0xD800) << 10) + (int(pair[2], 16) - 0xDC00))


def _validated(path: Path, model: type[Value], marked: Marked) -> Value:
    try:
        return model.model_validate_json(json.dumps(marked.data), strict=True)
    except ValidationError as error:
        mistakes = [
            described(one, keys_at(model, tuple(one["loc"][:-1]))) for one in error.errors(include_url=False) if not echo(one)
        ]
    raise InputError(_bounded(path, [_problem(path, marked, mistake) for mistake in sorted(mistakes, key=_in_file(marked))]))


def _in_file(marked: Marked) -> Callable[[Mistake], int]:
    return lambda mistake: marked.line(mistake.path)


def _problem(path: Path, marked: Marked, mistake: Mistake) -> Problem:
    line = marked.line(mistake.path) if not mistake.about_whole else _line_named(marked, mistake)
    owner = _owner(marked, mistake.path)
    return Problem(f"{os.fspath(path)}:{line}", owner + mistake.reason, mistake.remedy)


def _owner(marked: Marked, path: Sequence[str | int]) -> str:
    """Say whose field is wrong: the id of the innermost thing that has one."""
    for length in range(len(path) - 1, 0, -1):
        thing = marked.at(path[:length])
        if isinstance(thing, dict) and isinstance(thing.get("id"), str):
            return f'"{thing["id"]}": '
    return ""


def _line_named(marked: Marked, mistake: Mistake) -> int:
    """Find the last thing under the path whose id is the first name quoted in the reason."""
    quoted = _QUOTED.search(mistake.reason)
    found = marked.line(mistake.path)
    pending: list[tuple[str | int, ...]] = [tuple(mistake.path)] if quoted else []
    while pending and quoted:
        here = pending.pop(0)
        value = marked.at(here)
        if isinstance(value, dict):
            if value.get("id") == quoted[1]:
                found = marked.line((*here, "id"))
            pending.extend((*here, key) for key in value)
        elif isinstance(value, list):
            pending.extend((*here, index) for index in range(len(value)))
    return found


def _bounded(path: Path, problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MAX_PROBLEMS:
        return problems
    left_out = Problem(os.fspath(path), f"{len(problems) - MAX_PROBLEMS} more mistakes of this sort are not listed")
    return [*problems[:MAX_PROBLEMS], left_out]
