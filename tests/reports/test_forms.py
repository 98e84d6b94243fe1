"""The checklist and the notice as office files, opened again by other programs."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from showroom.domain.errors import InputError
from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.site_result import ANSWERS
from showroom.formats import read_vocabulary
from showroom.reports import WRITERS, Handover, write
from showroom.reports.codes import code_png, code_rows, code_text
from showroom.reports.lines import lines_of
from showroom.reports.xlsx import COLUMNS, HEAD_ROW, OPEN

FORMS = [(kind, suffix) for kind, writers in WRITERS.items() for suffix in writers]
EVIL = '=HYPERLINK("http://x","y")'


@pytest.fixture(scope="module")
def lines(review: Review):
    """Return the lines of the list in Chinese."""
    return lines_of(review, read_vocabulary(), "zh_CN")


@pytest.fixture(scope="module")
def made(review: Review) -> Callable[[str, str, str], bytes]:
    """Return a maker of forms by kind, suffix and language, each made once."""
    kept: dict[tuple[str, str, str], bytes] = {}

    def make(kind: str, suffix: str, language: str = "zh_CN") -> bytes:
        key = (kind, suffix, language)
        if key not in kept:
            kept[key] = WRITERS[kind][suffix](review, Handover(language, case_number="WH-2026-0042"))  # type: ignore[index]
        return kept[key]

    return make


def _words(document: docx.document.Document) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_every_line_has_a_key_of_its_own(lines) -> None:
    """No two lines share the key by which an inspector's answer finds its way back."""
    assert len({line.key for line in lines}) == len(lines)


def test_lines_say_every_row_of_the_list(review: Review, lines) -> None:
    """Every row of the office's list has at least one line, and of findings only further ones that are met are merely counted."""
    rows = [item for section in review.checklist.sections for item in section.items]
    assert {line.item.requirement.id for line in lines} == {item.requirement.id for item in rows}
    assert sum(line.also_met + (line.finding is not None) for line in lines) == len(review.findings)


@pytest.mark.parametrize(("kind", "suffix"), FORMS)
def test_same_review_same_bytes(review: Review, made, kind: str, suffix: str) -> None:
    """A form made twice of one review is the same to the last byte."""
    assert WRITERS[kind][suffix](review, Handover("zh_CN", case_number="WH-2026-0042")) == made(kind, suffix)


@pytest.mark.parametrize(("kind", "suffix"), [form for form in FORMS if form[1] in (".docx", ".xlsx")])
def test_office_files_are_dated_by_the_review(review: Review, made, kind: str, suffix: str) -> None:
    """The day an office file says it was made is that of the review, never the clock's."""
    with zipfile.ZipFile(io.BytesIO(made(kind, suffix))) as archive:
        said = re.findall(r"<dcterms:(?:created|modified)[^>]*>([^<]*)", archive.read("docProps/core.xml").decode())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert set(said) == {f"{review.as_of.isoformat()}T00:00:00Z"}


def test_case_and_plan_stand_on_every_page(review: Review, made) -> None:
    """Each page of the PDF forms carries the case number and the first digits of the plan's hash."""
    for kind in ("checklist", "notice"):
        for page in PdfReader(io.BytesIO(made(kind, ".pdf"))).pages:
            text = page.extract_text()
            assert "WH-2026-0042" in text
            assert review.plan.source.sha256[:16] in text


def test_the_word_list_says_every_line(made, lines) -> None:
    """The Word file has every line with its number, title and source, in the office's order."""
    text = _words(docx.Document(io.BytesIO(made("checklist", ".docx"))))
    at = 0
    for line in lines:
        at = text.index(f"{line.number}\n{line.title}", at)
        assert line.source in text[at:]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_english_forms_have_no_chinese_words_of_the_form(made, suffix: str) -> None:
    """In English no label of the form remains Chinese."""
    with zipfile.ZipFile(io.BytesIO(made("checklist", suffix, "en"))) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    for word in ("核查表", "怎么查", "留证", "备注", "照片", "未查看", "受理编号", "序号", "另有"):
        assert word not in text


def test_the_workbook_locks_what_was_found_beforehand(made, lines) -> None:
    """In the workbook only the inspector's columns can be written, and a measured value only where something is measured."""
    sheet = openpyxl.load_workbook(io.BytesIO(made("checklist", ".xlsx"))).worksheets[0]
    assert sheet.protection.sheet
    for row, line in enumerate(lines, HEAD_ROW + 1):
        for column, name in enumerate(COLUMNS, 1):
            open_ = name in OPEN and (name != "value" or line.asks == "measure")
            assert sheet.cell(row, column).protection.locked is not open_, (row, name)
        assert sheet.cell(row, list(COLUMNS).index("key") + 1).value == line.key


def test_the_workbook_offers_the_answers(made, lines) -> None:
    """What was found is chosen from a list, values are numbers, and the columns can be filtered."""
    sheet = openpyxl.load_workbook(io.BytesIO(made("checklist", ".xlsx"))).worksheets[0]
    by_type = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert by_type["list"].formula1 == '"' + ",".join(text.in_("zh_CN") for text in ANSWERS.values()) + '"'
    assert by_type["decimal"].operator == "greaterThanOrEqual"
    assert sheet.auto_filter.ref.endswith(str(HEAD_ROW + len(lines)))


@pytest.mark.parametrize("evil", [EVIL, "+1", "-1+cmd", "@SUM(A1)", "\t=1", "a\x00b"])
def test_no_text_of_a_plan_becomes_a_formula(review: Review, evil: str) -> None:
    """Whatever premises and case are called, the workbook holds texts and no formula, and Word and PDF open."""
    named = review.revise(plan=review.plan.revise(name=evil))
    for suffix in (".xlsx", ".docx", ".pdf"):
        made = WRITERS["checklist"][suffix](named, Handover("zh_CN", case_number=evil))
        if suffix == ".xlsx":
            book = openpyxl.load_workbook(io.BytesIO(made))
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
            assert book.worksheets[1]["C7"].value == re.sub("\x00", "", evil)
            with zipfile.ZipFile(io.BytesIO(made)) as archive:
                assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml") + archive.read("xl/worksheets/sheet2.xml")
        elif suffix == ".docx":
            assert docx.Document(io.BytesIO(made)).tables
        else:
            assert PdfReader(io.BytesIO(made)).pages


def test_the_notice_says_every_miss_once(review: Review, made, lines) -> None:
    """Every miss stands in the notice once with what to do, and nothing that is met stands there."""
    text = _words(docx.Document(io.BytesIO(made("notice", ".docx"))))
    for line in lines:
        if line.outcome is Outcome.NOT_MET:
            assert text.count(line.found) == 1, line.key
            assert (line.remedy or line.text) in text
        elif line.outcome is Outcome.MET:
            assert line.found not in text
    assert "必须改" in text


def test_a_notice_without_misses_approves_nothing(review: Review) -> None:
    """Where nothing is missed the notice says so, and that this is no approval."""
    kept = tuple(found for found in review.findings if found.outcome is not Outcome.NOT_MET)
    sections = tuple(
        section.revise(
            items=tuple(
                item.revise(findings=tuple(found for found in item.findings if found.outcome is not Outcome.NOT_MET))
                for item in section.items
            )
        )
        for section in review.checklist.sections
    )
    clean = review.revise(findings=kept, checklist=review.checklist.revise(sections=sections))
    text = _words(docx.Document(io.BytesIO(WRITERS["notice"][".docx"](clean, Handover("en")))))
    assert "This is not an approval" in text
    assert "Must be changed" not in text


def test_a_code_says_its_line(review: Review) -> None:
    """The square code of a line holds its key, the plan's hash and the case, and a reader of others says so."""
    text = code_text("fire.door.clear-width", review, "WH-1")
    assert text == f"fire.door.clear-width\n{review.plan.source.sha256[:16]}\nWH-1"
    rows = code_rows(text)
    assert {len(row) for row in rows} == {len(rows)}
    picture = Image.open(io.BytesIO(code_png("fire.door.clear-width", review, "WH-1"))).convert("L")
    assert [found.text for found in zxingcpp.read_barcodes(np.array(picture))] == [text]


def test_an_unknown_form_is_refused_with_what_there_is(review: Review, tmp_path: Path) -> None:
    """A kind or suffix that cannot be written is refused with those that can, and nothing is written."""
    for path, kind in ((tmp_path / "a.doc", "checklist"), (tmp_path / "a.xlsx", "notice"), (tmp_path / "a.pdf", "letter")):
        with pytest.raises(InputError) as refused:
            write(review, path, Handover("zh_CN"), kind)
        assert "choose one of" in refused.value.problems[0].remedy
    assert not list(tmp_path.iterdir())


def test_json_is_written_by_its_name(review: Review, tmp_path: Path) -> None:
    """The JSON form is the report of the check."""
    write(review, tmp_path / "a.json", Handover("zh_CN"))
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["permit"]["id"] == review.permit.id
