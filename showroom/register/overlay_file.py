"""How does a clerk's decision come into the district's file? Validated first, written whole, and noted in the log beside it.

The log (`districts/<district>.log.tsv`) has a line for every field: when, whose initials, which requirement and field, from what to
what (empty: as the register has it), and why. It is only ever added to.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from showroom.domain.district import District
from showroom.domain.errors import InputError, Problem
from showroom.domain.text import Text
from showroom.formats.districts import district_text, read_district, row_ids
from showroom.formats.writing import write_aside
from showroom.register.overlay import FieldChange, Wishes, field_changes, settled
from showroom.register.validation import validate

HEAD = "time\tinitials\trequirement\tfield\tfrom\tto\twhy\n"
_INITIALS = re.compile(r"[^\W\d_][\w.\- ]{0,15}")


@dataclass(frozen=True)
class OverlayFile:
    """A district as its file held it when it was opened."""

    path: Path
    content: bytes
    district: District

    @property
    def log(self) -> Path:
        """The log beside the file."""
        return self.path.with_suffix(".log.tsv")


@dataclass(frozen=True)
class Stamp:
    """Who decides, when, and why."""

    initials: str
    when: datetime
    why: Text

    @property
    def by(self) -> Text:
        """Who decided, as the district's file has it."""
        return Text.of(f"经办人 {self.initials}", f"Clerk {self.initials}")


def open_overlay(path: Path) -> OverlayFile:
    """Return a district's file; `InputError` names every mistake at its line."""
    found = read_district(path, lambda: row_ids(path.parent.parent))
    return OverlayFile(path, path.read_bytes(), found)


def problems_of(file: OverlayFile, wishes: Wishes, stamp: Stamp) -> tuple[Problem, ...]:
    """Return what validation would say of the file with the wishes in it, at the lines it would have; nothing is written."""
    return validate(file.path, {file.path: _content(file, settled(file.district, wishes, stamp.by, stamp.why, stamp.when.date()))})


def save_overlay(file: OverlayFile, wishes: Wishes, stamp: Stamp) -> OverlayFile:
    """Write the wishes into the district's file and its log, and return the file as it is now.

    Raises:
        InputError: the initials are none, somebody else wrote the file meanwhile, it would have mistakes, or cannot be written;
            then neither file is changed.
    """
    if not _INITIALS.fullmatch(stamp.initials):
        raise InputError(Problem("", f'"{stamp.initials}" are no initials', "write who decides: WL, or 王力"))
    if file.path.read_bytes() != file.content:
        raise InputError(Problem(f"{file.path}", "was changed by somebody else since it was opened", "open it again"))
    if found := problems_of(file, wishes, stamp):
        raise InputError(found)
    day = stamp.when.date()
    after = settled(file.district, wishes, stamp.by, stamp.why, day)
    content = _content(file, after)
    noted = file.log.read_bytes() if file.log.exists() else None
    write_aside(file.log, (noted or HEAD.encode()) + _lines(field_changes(file.district, wishes, day), stamp).encode())
    try:
        write_aside(file.path, content)
    except InputError:
        if noted is None:
            file.log.unlink()
        else:
            write_aside(file.log, noted)
        raise
    return OverlayFile(file.path, content, after)


def _content(file: OverlayFile, after: District) -> bytes:
    return district_text(after, file.content.decode("utf-8-sig")).encode()


def _lines(changes: Iterable[FieldChange], stamp: Stamp) -> str:
    when, why = stamp.when.isoformat(timespec="minutes"), stamp.why.in_("zh_CN")
    rows = ((when, stamp.initials, one.requirement, one.field, one.before or "", one.after or "", why) for one in changes)
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)
