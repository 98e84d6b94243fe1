"""How is a filled-in workbook read back? The sheet that says what it rests on, then the rows by their keys.

Only the inspector's own cells are read, as values: a formula there is noted and not taken, macros make the file refused.
"""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note
from showroom.domain.site_result import ANSWERS, SiteResult
from showroom.formats.limits import RESULT_ANSWERS, WORKBOOK_BYTES, WORKBOOK_PARTS
from showroom.formats.site_results import note, result_of
from showroom.formats.site_results_field import is_export, result_of_rows

HEADS: dict[str, tuple[str, ...]] = {
    "key": ("编号（勿改）", "Key (leave as it is)"),
    "answer": ("现场结论", "Found on site"),
    "value": ("现场实测", "Measured on site"),
    "note": ("备注", "Note"),
    "photo": ("照片编号", "Photo no."),
}
"""How the columns are headed in each language; `reports.xlsx` writes the same (a test compares them)."""
_AGAIN = "fill in the workbook the program wrote, save it as .xlsx, and bring that file"
_HEAD_WITHIN, _COLUMNS = 30, 60
_WORDS = {text: answer for answer, said in ANSWERS.items() for text in said.root.values()}


def read_workbook(path: Path) -> SiteResult:
    """Return what was filled into a workbook.

    Raises:
        InputError: it is no workbook of ours, holds macros, or unpacks to more than a workbook may.
    """
    place = str(path)
    _look_over(place, path)
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, SyntaxError, zipfile.BadZipFile) as error:
        raise InputError(Problem(place, f"cannot be opened as a workbook ({type(error).__name__})", _AGAIN)) from None
    try:
        about: Mapping[str, Any] = {}
        rows: list[dict[str, Any]] = []
        notes: list[Note] = []
        for sheet in book.worksheets[:8]:
            sheet.reset_dimensions()  # rows beyond the size a sheet claims for itself would be passed over in silence
            first = list(sheet.iter_rows(min_row=1, max_row=_HEAD_WITHIN, max_col=_COLUMNS, values_only=True))
            if first and is_export(first[0]):
                rows_of_it = list(_exported(sheet, notes))
                return result_of_rows(path, rows_of_it, notes)
            if first and first[0][:1] == ("format",):
                about = {str(row[0]): row[2] for row in first if len(row) > 2 and row[0]}
            elif (found := _columns(first)) is not None:
                rows = list(_rows(place, sheet, *found, notes))
    finally:
        book.close()
    if not about:
        raise InputError(Problem(place, "does not say which plan and permit it is about", _AGAIN))
    return result_of(place, {**about, "answers": rows}, notes)


def _look_over(place: str, path: Path) -> None:
    """Refuse what is no zip, holds macros, or unpacks to more than a workbook may."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise InputError(Problem(place, "is no workbook", _AGAIN)) from None
    if any(part.filename.lower().endswith((".bin", ".vbs")) and "vba" in part.filename.lower() for part in parts):
        raise InputError(Problem(place, "holds macros", "save it without macros (as .xlsx) and bring that file"))
    if len(parts) > WORKBOOK_PARTS or sum(part.file_size for part in parts) > WORKBOOK_BYTES:
        raise InputError(Problem(place, "unpacks to more than a checklist can be", _AGAIN))


def _exported(sheet: Any, notes: list[Note]) -> Iterator[list[Any]]:
    """Yield the first three rows of a field collector's export, formulas left out."""
    for cells in sheet.iter_rows(max_row=3):
        values = [_value(cells, column, notes) for column in range(len(cells))]
        if any(value not in (None, "") for value in values):
            yield values


def _columns(rows: list[tuple[Any, ...]]) -> tuple[int, dict[str, int]] | None:
    """Return the number of the row of heads (from 1) and the place of each column (from 0), or `None`."""
    for number, row in enumerate(rows, 1):
        found = {name: row.index(head) for name, heads in HEADS.items() for head in heads if head in row}
        if "key" in found and "answer" in found:
            return number, found
    return None


def _rows(place: str, sheet: Any, head: int, columns: Mapping[str, int], notes: list[Note]) -> Iterator[dict[str, Any]]:
    for index, cells in enumerate(sheet.iter_rows(min_row=head + 1, max_col=_COLUMNS)):
        if index > RESULT_ANSWERS:
            raise InputError(Problem(place, f"has more than {RESULT_ANSWERS} rows", _AGAIN))
        values = {name: _value(cells, column, notes) for name, column in columns.items()}
        if not isinstance(values.get("key"), str) or not any(
            values.get(name) not in (None, "") for name in columns if name != "key"
        ):
            continue
        remark, photo = values.get("note"), values.get("photo")
        told = [str(part) for part in (remark, f"[{photo}]" if photo else None) if part]
        yield {
            "key": values["key"], "answer": _said(values.get("answer"), values["key"], notes),
            "measured": _number(values.get("value"), values["key"], notes), "note": " ".join(told),
        }  # fmt: skip


def _value(cells: tuple[Any, ...], column: int, notes: list[Note]) -> Any:
    if column >= len(cells):
        return None
    cell = cells[column]
    if cell.data_type == "f":
        told = f"单元格 {cell.coordinate} 里是公式，没有采用。", f"Cell {cell.coordinate} holds a formula; it was not taken."
        notes.append(note("formula", *told))
        return None
    return cell.value


def _said(value: Any, key: str, notes: list[Note]) -> str | None:
    if value in (None, ""):
        return None
    answer = _WORDS.get(str(value).strip())
    if answer is None:
        told = f"“{key}”的现场结论不在选项里，没有采用。", f'What was found for "{key}" is none of the choices and was left out.'
        notes.append(note("answer-unread", *told))
    return answer


def _number(value: Any, key: str, notes: list[Note]) -> float | None:
    if value in (None, ""):
        return None
    try:
        return float(str(value).strip().replace(",", ".").split()[0])
    except (ValueError, IndexError):
        told = f"“{key}”的现场实测不是数字，没有采用。", f'The value measured for "{key}" is no number and was left out.'
        notes.append(note("answer-unread", *told))
        return None
