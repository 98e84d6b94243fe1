"""A field collector's answers come back: the submission its own compiler lays out, and exports of it, read and never believed."""

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from showroom.domain.errors import InputError
from showroom.domain.review import Review
from showroom.domain.site_result import SiteResult
from showroom.formats import read_result, read_vocabulary
from showroom.formats.limits import FIELD_COLUMNS, PHOTO_BYTES
from showroom.formats.site_results import READERS, read_result_here
from showroom.reports import WRITERS, Handover
from showroom.reports.lines import Line, lines_of
from showroom.reports.xlsform import field_name

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
Fields = dict[str, str]


@pytest.fixture(scope="module")
def form(review: Review) -> bytes:
    """Return the form that is filled in."""
    return WRITERS["form"][".xlsx"](review, Handover("zh_CN", case_number="WH-7"))


@pytest.fixture(scope="module")
def empty(form: bytes) -> str:
    """Return a submission nobody filled in, as the collectors' own compiler lays it out, with the hidden fields computed."""
    convert = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed").convert
    xform = ET.fromstring(convert(xlsform=io.BytesIO(form), file_type=".xlsx").xform)
    data = next(child for one in xform.iter() if one.tag.endswith("}instance") for child in one if "id" in child.attrib)
    survey = openpyxl.load_workbook(io.BytesIO(form))["survey"].iter_rows(values_only=True)
    heads = next(survey)
    hidden = {
        row["name"]: row["calculation"] for row in (dict(zip(heads, cells, strict=True)) for cells in survey) if row["calculation"]
    }
    for one in data.iter():
        one.tag = one.tag.rpartition("}")[2]
        if one.tag in hidden:
            one.text = hidden[one.tag].strip("'")
    return ET.tostring(data, encoding="unicode")


@pytest.fixture(scope="module")
def lines(review: Review) -> tuple[Line, ...]:
    """Return the lines of the list."""
    return lines_of(review, read_vocabulary(), "zh_CN")


@pytest.fixture
def filled(lines: tuple[Line, ...]) -> tuple[Fields, Line, Line]:
    """Return what an inspector fills in, a line that is measured, and one that is judged."""
    measured = next(line for line in lines if line.asks == "measure")
    judged = next(line for line in lines if line.asks == "judge")
    one, other = field_name(measured), field_name(judged)
    said = {
        "inspector": "王 李", "today": "2026-11-24", f"{one}_answer": "met", f"{one}_value": "0.93", f"{other}_answer": "not_met",
        f"{other}_rooms": "S-kitchen", f"{other}_photo": "1700.png", f"{other}_note": "灯不亮",
    }  # fmt: skip
    return said, measured, judged


def _xml(path: Path, empty: str, said: Fields) -> Path:
    data = ET.fromstring(empty)
    for one in data.iter():
        one.text = said.get(one.tag, one.text)
    path.write_text(ET.tostring(data, encoding="unicode"), "utf-8")
    return path


def _rows(empty: str, *filled: Fields, parted: str = "-") -> list[list[str]]:
    names: list[tuple[str, str, str]] = []

    def walk(element: ET.Element, way: tuple[str, ...]) -> None:
        for child in element:
            if len(child):
                walk(child, (*way, child.tag))
            else:
                names.append((parted.join((*way, child.tag)), child.tag, child.text or ""))

    walk(ET.fromstring(empty), ())
    return [[name for name, _, _ in names], *([said.get(tag, text) for _, tag, text in names] for said in filled)]


def _csv(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _xlsx(path: Path, rows: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


WAYS: dict[str, Callable[[Path, str, Fields], Path]] = {
    "xml": lambda folder, empty, said: _xml(folder / "submission.xml", empty, said),
    "csv": lambda folder, empty, said: _csv(folder / "export.csv", _rows(empty, said)),
    "csv by slashes": lambda folder, empty, said: _csv(folder / "export.csv", _rows(empty, said, parted="/")),
    "xlsx": lambda folder, empty, said: _xlsx(folder / "export.xlsx", _rows(empty, said)),
}


def _told(result: SiteResult) -> list[str]:
    return [note.code for note in result.notes]


@pytest.mark.parametrize("way", WAYS)
def test_answers_come_back(way: str, review: Review, empty: str, filled: tuple[Fields, Line, Line], tmp_path: Path) -> None:
    """Answers, values, rooms, remarks and the photo beside the file are read, and which plan and permit they are about."""
    said, measured, judged = filled
    (tmp_path / "1700.png").write_bytes(PNG)
    result = read_result(WAYS[way](tmp_path, empty, said))
    assert (result.permit, result.plan_sha256, result.as_of) == (review.permit.id, review.plan.source.sha256, review.as_of)
    assert (result.case, result.inspector, str(result.day)) == ("WH-7", "王 李", "2026-11-24")
    one, other = sorted(result.answers, key=lambda answer: answer.key != measured.key)
    assert (one.key, one.answer, one.measured) == (measured.key, "met", 0.93)
    assert (other.key, other.answer, other.note) == (judged.key, "not_met", "灯不亮 [S-kitchen]")
    assert [photo.content for photo in other.photos] == [PNG]
    assert not result.notes


def test_a_photo_lies_in_media_or_is_missed(empty: str, filled: tuple[Fields, Line, Line], tmp_path: Path) -> None:
    """Photos in the folder `media` are found; one that is not there is told, and the answer stays."""
    said, _, judged = filled
    path = _csv(tmp_path / "export.csv", _rows(empty, said))
    without = read_result_here(path)
    assert _told(without) == ["photo-unread"]
    assert any(answer.key == judged.key and not answer.photos for answer in without.answers)
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "1700.png").write_bytes(PNG)
    assert not _told(read_result_here(path))


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/passwd", "..\\secret.png", "..", "media", "a\x00b", "large.png", "link.png"]
)
def test_no_file_but_a_picture_beside_it_is_taken(name: str, empty: str, filled: tuple[Fields, Line, Line], tmp_path: Path) -> None:
    """Names that lead elsewhere, links, folders and files beyond the limit are never read."""
    folder = tmp_path / "export"
    (folder / "media").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(PNG)
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    with (folder / "large.png").open("wb") as large:
        large.truncate(PHOTO_BYTES + 1)
    said, _, judged = filled
    path = _csv(folder / "export.csv", _rows(empty, {**said, f"{field_name(judged)}_photo": name}))
    result = read_result_here(path)
    assert _told(result) == ["photo-unread"]
    assert not any(answer.photos for answer in result.answers)


def test_labels_are_understood_and_nonsense_is_told(empty: str, filled: tuple[Fields, Line, Line], tmp_path: Path) -> None:
    """Servers may export the label of a choice; an answer of none of the choices, or a value of no number, is told and left out."""
    said, measured, judged = filled
    one, other = field_name(measured), field_name(judged)
    path = _csv(tmp_path / "a.csv", _rows(empty, {**said, f"{one}_answer": "符合", f"{other}_photo": ""}))
    assert next(answer.answer for answer in read_result_here(path).answers if answer.key == measured.key) == "met"
    wrong = {**said, f"{one}_answer": "=1+1", f"{one}_value": "wide", f"{other}_photo": ""}
    result = read_result_here(_csv(tmp_path / "b.csv", _rows(empty, wrong)))
    assert _told(result) == ["answer-unread", "answer-unread"]
    assert all(answer.answer is None and answer.measured is None for answer in result.answers if answer.key == measured.key)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_one_inspection_a_file(suffix: str, empty: str, filled: tuple[Fields, Line, Line], tmp_path: Path) -> None:
    """A table of two inspections, or of none, is refused with what to do: two inspectors' answers are never mixed."""
    write = _csv if suffix == ".csv" else _xlsx
    for said, reason in (((filled[0], filled[0]), "more than one inspection"), ((), "no inspection")):
        with pytest.raises(InputError, match=reason) as caught:
            read_result_here(write(tmp_path / f"export{suffix}", _rows(empty, *said)))
        assert caught.value.problems[0].remedy


def test_a_formula_in_an_export_is_not_taken(empty: str, filled: tuple[Fields, Line, Line], tmp_path: Path) -> None:
    """A cell that begins with = is a formula to a workbook: it is noted, and nothing of it is taken."""
    said, measured, judged = filled
    changed = {**said, f"{field_name(measured)}_note": '=HYPERLINK("http://x")', f"{field_name(judged)}_photo": ""}
    result = read_result_here(_xlsx(tmp_path / "export.xlsx", _rows(empty, changed)))
    assert _told(result) == ["formula"]
    assert next(answer.note for answer in result.answers if answer.key == measured.key) == ""


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".csv", b""),
        (".csv", b"a,b\n1,2\n"),
        (".csv", b"\xff\xfe\x00bad"),
        (".csv", b'"plan_sha256' + b"x" * 2_000_000),
        (".csv", b"plan_sha256," + b"x," * (FIELD_COLUMNS + 1) + b"\n1\n"),
        (".csv", b"permit,plan_sha256\nfood-catering,0\n"),
        (".xml", b""),
        (".xml", b"<data/>"),
        (".xml", b'<!DOCTYPE a [<!ENTITY b "c">]><data>&b;</data>'),
        (".xml", b"<data>" + b"<a>" * 5000),
    ],
    ids=["empty", "other table", "no text", "endless cell", "too wide", "half a head", "no xml", "bare", "entity", "deep"],
)
def test_what_is_no_result_is_refused(suffix: str, content: bytes, tmp_path: Path) -> None:
    """Anything else is refused with file, reason and remedy."""
    path = tmp_path / f"export{suffix}"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        READERS[suffix](path)
    assert all(str(path) in problem.place and problem.reason and problem.remedy for problem in caught.value.problems)
