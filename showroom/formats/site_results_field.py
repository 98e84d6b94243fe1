"""How are the answers of a field collector (ODK, KoBo and their kin) read back? By the names of the fields of `reports.xlsform`.

One inspection a file: the submission as XML, or an export of one row as CSV or XLSX. Servers write the groups before a field's
name, parted by `-`, `/`, `:` or a dot; only the name itself counts. Photos are looked for beside the file and in `media` beside it.
"""

import base64
import csv
import io
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note
from showroom.domain.site_result import ANSWERS, SiteResult
from showroom.formats.limits import FIELD_COLUMNS, PHOTO_BYTES
from showroom.formats.site_results import note, result_of
from showroom.formats.xml_file import Element, open_xml

_AGAIN = "export one inspection made with our form, and bring that file with its photos"
_HEAD = ("permit", "permit_version", "plan_sha256", "as_of")
_KEY = re.compile(r"line_\w+_key")
_PARTED = re.compile(r"[-/:.]")
_WORDS = {text: answer for answer, said in ANSWERS.items() for text in (answer, *said.root.values())}
"""Answers by their names, and by their labels, which some servers export instead."""


def read_submission(path: Path) -> SiteResult:
    """Return what one submission written as XML says.

    Raises:
        InputError: it is no XML, or no submission of a form of ours.
    """
    root = open_xml(str(path), path.read_bytes(), "XML")
    return result_of_fields(path, dict(_leaves(root)) if root is not None else {})


def read_table(path: Path) -> SiteResult:
    """Return what an export as CSV says.

    Raises:
        InputError: it is no table, holds more or less than one inspection, or is of no form of ours.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        csv.field_size_limit(1 << 20)
        rows = list(itertools.islice((row for row in csv.reader(io.StringIO(text, newline="")) if any(row)), 3))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(Problem(str(path), f"cannot be read as a table ({error})", _AGAIN)) from None
    return result_of_rows(path, rows)


def is_export(head: Sequence[object]) -> bool:
    """Tell whether the first row of a table is that of an export of our form."""
    return "plan_sha256" in {_name(str(cell)) for cell in head if cell is not None}


def result_of_rows(path: Path, rows: Sequence[Sequence[object]], notes: Iterable[Note] = ()) -> SiteResult:
    """Return what a table of names and one row of values says; raises as `read_table`."""
    place = str(path)
    if not rows or not is_export(rows[0]):
        raise InputError(Problem(place, "holds no answers to a form of ours", _AGAIN))
    if len(rows[0]) > FIELD_COLUMNS:
        raise InputError(Problem(place, f"has more than {FIELD_COLUMNS} columns", _AGAIN))
    if len(rows) != 2:
        told = "holds no inspection" if len(rows) < 2 else "holds more than one inspection"
        raise InputError(Problem(place, told, "export them one by one, for each is signed by its own inspectors"))
    values = zip((str(cell) for cell in rows[0] if cell is not None), rows[1], strict=False)
    return result_of_fields(path, {_name(name): "" if value is None else str(value) for name, value in values}, notes)


def result_of_fields(path: Path, fields: Mapping[str, str], known: Iterable[Note] = ()) -> SiteResult:
    """Return what the fields of one submission say, by their names without groups.

    Photos lie beside the file `path`; `known` is what is already to be told of it.

    Raises:
        InputError: the fields do not say which plan and permit they are about.
    """
    notes = list(known)
    answers = [answer for name in fields if _KEY.fullmatch(name) and (answer := _answer(path, name[:-4], fields, notes))]
    return result_of(
        str(path),
        {
            **{name: fields.get(name) for name in _HEAD}, "case": fields.get("case"), "inspector": fields.get("inspector"),
            "day": fields.get("today"), "signature": _picture(path, fields.get("signature", ""), notes), "answers": answers,
        },
        notes,
    )  # fmt: skip


def _answer(path: Path, line: str, fields: Mapping[str, str], notes: list[Note]) -> dict[str, Any] | None:
    """Return the answer to one line, `None` where nothing was written there."""
    said, measured, rooms, photo, remark = (
        fields.get(f"{line}_{part}", "").strip() for part in ("answer", "value", "rooms", "photo", "note")
    )
    if not (said or measured or photo or remark):
        return None
    key = fields[f"{line}_key"]
    if said and said not in _WORDS:
        told = f"“{key}”的现场结论不在选项里，没有采用。", f'What was found for "{key}" is none of the choices and was left out.'
        notes.append(note("answer-unread", *told))
    content = _picture(path, photo, notes)
    return {
        "key": key, "answer": _WORDS.get(said), "measured": _number(measured, key, notes),
        "note": " ".join(filter(None, (remark, f"[{rooms}]" if rooms else ""))),
        "photos": [{"name": photo, "content": content}] if content else [],
    }  # fmt: skip


def _number(written: str, key: str, notes: list[Note]) -> float | None:
    try:
        return float(written) if written else None
    except ValueError:
        told = f"“{key}”的现场实测不是数字，没有采用。", f'The value measured for "{key}" is no number and was left out.'
        notes.append(note("answer-unread", *told))
        return None


def _picture(path: Path, name: str, notes: list[Note]) -> str:
    """Return a picture that lies beside the file as base64; nothing, and a note, where there is none of that plain name."""
    if not name:
        return ""
    plain = name == Path(name).name and "\\" not in name and "\0" not in name and name not in (".", "..")
    for folder in (path.parent, path.parent / "media") if plain else ():
        beside = folder / name
        if beside.is_file() and not beside.is_symlink() and beside.stat().st_size <= PHOTO_BYTES:
            return base64.b64encode(beside.read_bytes()).decode()
    told = (
        f"照片“{name[:80]}”没有放在文件旁边，没有采用。",
        f'The photo "{name[:80]}" does not lie beside the file and was left out.',
    )
    notes.append(note("photo-unread", *told))
    return ""


def _name(written: str) -> str:
    """Return the name of a field without the groups it is in."""
    return _PARTED.split(written.strip())[-1]


def _leaves(element: Element) -> Iterable[tuple[str, str]]:
    for child in element.children:
        if child.children:
            yield from _leaves(child)
        else:
            yield child.name, child.text()
