"""The list as a form for field collectors: read by its own workbook rules, and by pyxform where it is installed."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from showroom.domain.review import Review
from showroom.formats import read_vocabulary
from showroom.reports import WRITERS, Handover, write
from showroom.reports.lines import lines_of
from showroom.reports.xlsform import PLAN, field_name


def _rows(content: bytes, sheet: str) -> Iterator[dict[str, str]]:
    rows = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True)
    heads = next(rows)
    for row in rows:
        yield {head: value for head, value in zip(heads, row, strict=True) if value is not None}


@pytest.fixture(scope="module")
def made(review: Review) -> bytes:
    """Return the form."""
    return WRITERS["form"][".xlsx"](review, Handover("zh_CN", case_number="WH-7"))


def test_every_line_has_its_group_with_its_key(review: Review, made: bytes) -> None:
    """Each line of the list is a group with a hidden key, an answer, and a value where something is measured."""
    survey = {row["name"]: row for row in _rows(made, "survey") if "name" in row}
    for line in lines_of(review, read_vocabulary(), "zh_CN"):
        name = field_name(line)
        assert survey[f"{name}_key"]["calculation"] == f"'{line.key}'"
        assert survey[f"{name}_answer"]["type"] == "select_one answers"
        assert (f"{name}_value" in survey) == (line.asks == "measure")


def test_groups_are_closed_and_names_are_unique(made: bytes) -> None:
    """Every group that begins ends, and no two fields share a name."""
    rows = list(_rows(made, "survey"))
    kinds = [row["type"] for row in rows]
    assert kinds.count("begin_group") == kinds.count("end_group")
    names = [row["name"] for row in rows if row["type"] != "end_group"]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) for name in names)


def test_both_languages_are_complete(made: bytes) -> None:
    """Every label is there in Chinese and in English."""
    for sheet in ("survey", "choices"):
        for row in _rows(made, sheet):
            assert ("label::中文 (zh)" in row) == ("label::English (en)" in row)


def test_photos_are_taken_there_and_then(made: bytes) -> None:
    """A photo can only be taken new, not chosen from old ones, and the signature is drawn; what was done is audited."""
    rows = list(_rows(made, "survey"))
    photos = [row for row in rows if row["type"] == "image" and row["name"] != "signature"]
    assert photos
    assert all("new" in row["appearance"].split() for row in photos)
    assert any(row["type"] == "audit" for row in rows)


def test_rooms_are_touched_on_the_plan(review: Review, tmp_path: Path) -> None:
    """The plan lies beside the form, and its shapes have the names of the rooms that can be chosen."""
    path = tmp_path / "visit.xlsx"
    write(review, path, Handover("en"), "form")
    svg = (tmp_path / "visit-media" / PLAN).read_text("utf-8")
    rooms = [row["name"] for row in _rows(path.read_bytes(), "choices") if row["list_name"] == "rooms"]
    assert rooms
    assert all(f'id="{room}"' in svg for room in rooms)


@pytest.mark.parametrize("evil", ["${line_1_1_answer}", "=1+1", "it's", "a\x00b"])
def test_no_text_of_a_plan_becomes_a_formula_or_a_field(review: Review, evil: str) -> None:
    """Whatever rooms and case are called, they are texts of the form."""
    storey = review.plan.storeys[0]
    spaces = tuple(space.revise(name=evil) for space in storey.spaces)
    named = review.revise(plan=review.plan.revise(storeys=(storey.revise(spaces=spaces), *review.plan.storeys[1:])))
    book = openpyxl.load_workbook(io.BytesIO(WRITERS["form"][".xlsx"](named, Handover("zh_CN", case_number=evil))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    labels = [row["label::中文 (zh)"] for row in _rows(WRITERS["form"][".xlsx"](named, Handover("zh_CN")), "choices")]
    assert not any("${" in label for label in labels)


def test_the_collectors_own_compiler_takes_it(made: bytes, tmp_path: Path) -> None:
    """Pyxform turns the workbook into a form without an error; with Java, ODK's validator agrees."""
    xls2xform = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed")
    path = tmp_path / "visit.xlsx"
    path.write_bytes(made)
    warnings = xls2xform.xls2xform_convert(path, tmp_path / "visit.xml", validate=shutil.which("java") is not None)
    assert not [text for text in warnings if "error" in text.lower()]
    assert (tmp_path / "visit.xml").stat().st_size > 1000
