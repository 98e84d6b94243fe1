"""How does what an inspector sends back become a `SiteResult`? A table of suffixes: phone, workbook, BCF, field collector.

These files come from strangers' phones and sticks: they are read in a process apart, within limits, and nothing in them is
believed beyond what it says of itself. What could not be taken over stands in the result's notes.
"""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note
from showroom.domain.site_result import NOTE_LENGTH, PHOTO_COUNT, Photo, SiteAnswer, SiteResult
from showroom.domain.text import Text
from showroom.formats.limits import PHOTO_BYTES, RESULT_ANSWERS, RESULT_BYTES

_AGAIN = "export the result from the form again and bring that file"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def read_result_here(path: Path) -> SiteResult:
    """Return what a file holds, read in this very process.

    Raises:
        InputError: the suffix is not known, or the file is no result.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise InputError(Problem(str(path), f'"{path.suffix}" is no form of results', f"bring one of {known}"))
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError(Problem(str(path), f"cannot be opened ({error.strerror})", "check the name and the drive")) from None
    if size > RESULT_BYTES:
        raise InputError(Problem(str(path), f"is larger than {RESULT_BYTES >> 20} MB", _AGAIN))
    return reader(path)


def result_of(place: str, written: Mapping[str, Any], notes: list[Note]) -> SiteResult:
    """Return the result that fields of a stranger's file make up; answers that do not fit are left out and noted.

    Raises:
        InputError: the file does not say which plan and permit it is about.
    """
    answers: list[SiteAnswer] = []
    rows = written.get("answers")
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        if index >= RESULT_ANSWERS:
            notes.append(note("too-many-answers", f"第 {index} 项以后没有读入。", f"Nothing after answer {index} was read."))
            break
        if (answer := _answer(row, notes)) is not None:
            answers.append(answer)
    head = {key: written.get(key) for key in ("permit", "permit_version", "plan_sha256", "as_of")}
    try:
        return SiteResult(
            **head, answers=tuple(answers), notes=tuple(notes), signature=_picture(written.get("signature"), notes),
            **{key: tidy(written.get(key), 100) for key in ("case", "inspector")}, day=day_of(written.get("day")),
        )  # fmt: skip
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise InputError(Problem(place, f'"{field}" is missing or not what the form wrote', _AGAIN)) from None


def note(code: str, chinese: str, english: str) -> Note:
    """Return a note about the file."""
    return Note(code=code, text=Text.of(chinese, english))


def tidy(value: object, length: int) -> str:
    """Return a stranger's text without control and direction characters, cut to `length`; empty for what is no text."""
    return _CONTROLS.sub("", value)[:length].strip() if isinstance(value, str) else ""


def day_of(value: object) -> date | None:
    """Return a day written as 2026-11-24, or `None`."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _answer(row: object, notes: list[Note]) -> SiteAnswer | None:
    if not isinstance(row, dict) or not isinstance(row.get("key"), str):
        notes.append(note("answer-unread", "有一项看不懂，没有采用。", "One answer could not be understood and was left out."))
        return None
    key = tidy(row["key"], 300)
    shots = row.get("photos")
    photos = tuple(
        Photo(name=tidy(shot.get("name"), 200), content=content)
        for shot in (shots if isinstance(shots, list) else [])[:PHOTO_COUNT]
        if isinstance(shot, dict) and (content := _picture(shot.get("content"), notes))
    )
    measured = row.get("measured")
    number = measured if isinstance(measured, int | float) and not isinstance(measured, bool) else None
    try:
        return SiteAnswer(
            key=key, answer=row.get("answer"), measured=number,
            note=tidy(row.get("note"), NOTE_LENGTH), photos=photos,
        )  # fmt: skip
    except (ValidationError, OverflowError):
        told = f"“{key}”的内容不合规定，没有采用。", f'What was written for "{key}" does not fit the form and was left out.'
        notes.append(note("answer-unread", *told))
        return None


def _picture(written: object, notes: list[Note]) -> bytes:
    """Return the bytes of a JPEG or PNG written as base64; nothing, and a note, where it is none."""
    if not isinstance(written, str) or not written:
        return b""
    try:
        content = base64.b64decode(written, validate=True) if len(written) <= PHOTO_BYTES * 4 // 3 + 4 else b""
    except (binascii.Error, ValueError):
        content = b""
    if not content.startswith(_PICTURES):
        notes.append(note("photo-unread", "有一张照片打不开，没有采用。", "One photo could not be opened and was left out."))
        return b""
    return content


def _read_phone(path: Path) -> SiteResult:
    """Read the file a phone's form handed back; the seal tells whether somebody changed it since."""
    try:
        envelope = json.loads(path.read_bytes())
        text = envelope["result"]
        written = json.loads(text)
    except (ValueError, KeyError, TypeError, RecursionError):
        written = None
    if not isinstance(written, dict):
        raise InputError(Problem(str(path), "is no result of a checklist", _AGAIN))
    notes: list[Note] = []
    seal = envelope.get("sha256")
    if not seal:
        told = (
            "手机没有给结果加校验码，无法确认内容未被改动。",
            "The phone could not seal this result; nobody can tell whether it was changed.",
        )
        notes.append(note("seal-absent", *told))
    elif seal != hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest():
        told = (
            "结果在导出之后被改动过，请核对原件。",
            "This result was changed after it was handed back; compare it with the original.",
        )
        notes.append(note("seal-broken", *told))
    return result_of(str(path), written, notes)


def _read_workbook(path: Path) -> SiteResult:
    from showroom.formats.site_results_xlsx import read_workbook

    return read_workbook(path)


def _read_bcf(path: Path) -> SiteResult:
    from showroom.formats.site_results_bcf import read_bcf

    return read_bcf(path)


def _read_table(path: Path) -> SiteResult:
    from showroom.formats.site_results_field import read_table

    return read_table(path)


def _read_submission(path: Path) -> SiteResult:
    from showroom.formats.site_results_field import read_submission

    return read_submission(path)


READERS: dict[str, Callable[[Path], SiteResult]] = {
    ".json": _read_phone, ".xlsx": _read_workbook, ".bcfzip": _read_bcf, ".bcf": _read_bcf, ".csv": _read_table,
    ".xml": _read_submission,
}  # fmt: skip
"""Which function reads which suffix."""
