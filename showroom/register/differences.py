"""What differs between two states of a permit: what is in one alone, and what says something else?

Requirements are compared, and the permit's own words, its sections, conditions, papers and steps. A state is a permit of the
register in use, or a file; either may be taken on a day: `food-catering@2027-01-01`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from showroom.domain.document import Document
from showroom.domain.errors import InputError, Problem
from showroom.domain.permit import Permit, Requirement
from showroom.domain.text import Text
from showroom.formats.districts import NO_DISTRICT
from showroom.formats.register import follow_includes, permit_ids, read_permit
from showroom.formats.yaml_file import read_value
from showroom.home import requirements

_NOT_COMPARED = frozenset({"id", "examples"})
_OWN_WORDS = ("title", "summary", "office", "fee", "validity")
_PARTS = ("sections", "conditions", "documents", "procedure")
Value = Text | str | int | float | bool | None


@dataclass(frozen=True)
class RowChange:
    """One field of a requirement that differs: its name, dotted, and what it says in the one and in the other."""

    requirement: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class PartChange:
    """One field of the permit itself, or of a condition, paper or step: the part, which of them, and what it said and says.

    `field` is empty where the whole of it is in one state alone; then the other side is `None`.
    """

    part: str
    which: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class Difference:
    """All that differs between two permits: requirements in checklist order, then the permit's own words and its other parts."""

    only_before: tuple[Requirement, ...]
    only_after: tuple[Requirement, ...]
    changed: tuple[RowChange, ...]
    parts: tuple[PartChange, ...] = ()


def diff(before: Permit, after: Permit) -> Difference:
    """Return what differs between two permits."""
    old, new = ({row.id: row for row in permit.requirements} for permit in (before, after))
    return Difference(
        only_before=tuple(row for row in old.values() if row.id not in new),
        only_after=tuple(row for row in new.values() if row.id not in old),
        changed=tuple(change for row in old.values() if row.id in new for change in _changes(row, new[row.id])),
        parts=tuple(_part_changes(before, after)),
    )


def _part_changes(before: Permit, after: Permit) -> Iterator[PartChange]:
    for name in _OWN_WORDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield PartChange("permit", "", name, old, new)
    for part in _PARTS:
        first, second = _named(getattr(before, part)), _named(getattr(after, part))
        for which in dict.fromkeys((*first, *second)):
            yield from _part(part, which, first.get(which), second.get(which))


def _part(part: str, which: str, old: Document | None, new: Document | None) -> Iterator[PartChange]:
    if old is None or new is None:
        yield PartChange(part, which, "", _words(old), _words(new))
        return
    said, says = dict(_fields(old, "")), dict(_fields(new, ""))
    for name in dict.fromkeys((*said, *says)):
        if said.get(name) != says.get(name):
            yield PartChange(part, which, name, said.get(name), says.get(name))


def _named(things: Sequence[Document]) -> dict[str, Document]:
    """Things by their id; conditions, which have none, by the first requirement behind them, else by their place."""
    found: dict[str, Document] = {}
    for place, thing in enumerate(things, 1):
        name = getattr(thing, "id", "") or next(iter(getattr(thing, "requirements", ())), f"{place}")
        found[name if name not in found else f"{name} ({place})"] = thing
    return found


def _words(thing: Document | None) -> Value:
    """The first sentence of a thing: its title or text."""
    return None if thing is None else getattr(thing, "title", None) or getattr(thing, "text", None)


def find_permit(named: str) -> Permit:
    """Return the permit of that id or in that file, as it stands on the day after an `@` where one is written.

    Permits are taken as they are written, without a district's decisions; a file far from its register is completed with the
    shared rows of the one in use.

    Raises:
        InputError: there is no such permit or file, it has mistakes, or the day is none.
    """
    name, at, day = named.rpartition("@") if "@" in named else (named, "", "")
    permit = read_permit(name, district=NO_DISTRICT) if name in permit_ids() or not _is_path(name) else _from_file(Path(name))
    if not at:
        return permit
    try:
        return permit.on(date.fromisoformat(day))
    except ValueError:
        raise InputError(Problem(named, f'"{day}" is not a date', "write it as food-catering@2027-01-01")) from None


def _is_path(name: str) -> bool:
    return "/" in name or name.endswith((".yaml", ".yml", ".json")) or Path(name).exists()


def _from_file(path: Path) -> Permit:
    own = read_value(path, Permit, noun="permit")
    here = path.parent if (path.parent / "common.yaml").exists() else requirements()
    return follow_includes(own, here).in_use()


def _changes(before: Requirement, after: Requirement) -> Iterator[RowChange]:
    old, new = dict(_fields(before, "")), dict(_fields(after, ""))
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield RowChange(before.id, name, old.get(name), new.get(name))


def _fields(thing: Any, name: str) -> Iterator[tuple[str, Value]]:
    """Yield every single value inside a requirement with its dotted name."""
    if isinstance(thing, Document):
        fields = {key: getattr(thing, key) for key in type(thing).model_fields if name or key not in _NOT_COMPARED}
        for key, value in fields.items():
            yield from _fields(value, f"{name}.{key}" if name else key)
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from _fields(value, f"{name}.{key}")
    elif isinstance(thing, list | tuple):
        if any(isinstance(value, Document | dict | list | tuple) for value in thing):
            for place, value in enumerate(thing):
                yield from _fields(value, f"{name}[{place}]")
        else:
            yield name, ", ".join(str(value) for value in thing)
    elif thing is None or isinstance(thing, Text | int | float | str):
        yield name, str(thing) if isinstance(thing, str) else thing
    else:
        yield name, f"{thing}"
