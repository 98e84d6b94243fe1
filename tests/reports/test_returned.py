"""From the list to the site and back: what an inspector filled in, read again and held against what was promised."""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from showroom import home
from showroom.domain.errors import InputError
from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.site_result import ANSWERS, SiteAnswer, SiteResult
from showroom.formats import read_application, read_permit, read_result, read_vocabulary
from showroom.formats.limits import RESULT_ANSWERS
from showroom.formats.site_results import read_result_here
from showroom.formats.site_results_xlsx import HEADS
from showroom.reports import WRITERS, Handover
from showroom.reports.lines import Line, lines_of
from showroom.reports.returned import Comparison, compare
from showroom.reports.returned_text import returned_json, returned_text
from showroom.reports.xlsx import COLUMNS, HEAD_ROW
from showroom.review import review_plan

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture(scope="module")
def promised() -> Review:
    """Return the check of the hot-food shop that the showroom shows."""
    scene = home.scenes() / "hot-food-shop"
    declared = read_application(scene / "premises.application.yaml")
    return review_plan(scene / "premises.plan.yaml", read_permit("food-catering"), declared, as_of=date(2026, 11, 24))


@pytest.fixture(scope="module")
def lines(promised: Review) -> tuple[Line, ...]:
    """Return the lines of its list."""
    return lines_of(promised, read_vocabulary(), "zh_CN")


@pytest.fixture
def result(promised: Review) -> Callable[..., SiteResult]:
    """Return a maker of results of given answers."""

    def make(*answers: SiteAnswer, **changes: object) -> SiteResult:
        said = SiteResult(
            permit=promised.permit.id, permit_version=promised.permit.version, plan_sha256=promised.plan.source.sha256,
            as_of=promised.as_of, answers=answers,
        )  # fmt: skip
        return said.revise(**changes)

    return make


def _held(promised: Review, *results: SiteResult) -> Comparison:
    return compare(promised, [(f"{index}.json", one) for index, one in enumerate(results)], read_vocabulary(), "zh_CN")


def _state(comparison: Comparison, key: str) -> str:
    return next(one.state for one in comparison.lines if one.line.key == key)


def _door(lines: tuple[Line, ...]) -> Line:
    return next(line for line in lines if line.item.requirement.id == "fire.door.clear-width" and line.outcome is Outcome.MET)


def _phone(path: Path, written: object, *, seal: str | None = None) -> Path:
    text = json.dumps(written)
    sha256 = hashlib.sha256(text.encode()).hexdigest() if seal is None else seal
    path.write_text(json.dumps({"showroom_result": 1, "sha256": sha256, "result": text}), "utf-8")
    return path


def _about(promised: Review) -> dict[str, object]:
    return {
        "format": 1, "permit": promised.permit.id, "permit_version": promised.permit.version.isoformat(),
        "plan_sha256": promised.plan.source.sha256, "as_of": promised.as_of.isoformat(),
    }  # fmt: skip


# ------------------------------------------------------------------ states


def test_what_nobody_wrote_stays_promised(promised: Review, result) -> None:
    """A line without an answer is promised, and keeps the verdict of the plan."""
    comparison = _held(promised, result())
    assert comparison.count("promised") == len(comparison.lines)
    assert all(one.outcome is one.line.outcome for one in comparison.lines)


def test_the_width_drawn_is_built(promised: Review, lines, result) -> None:
    """A door measured within two centimetres of its drawing and found met is built as promised."""
    door = _door(lines)
    width = door.finding.measured.value
    assert _state(_held(promised, result(SiteAnswer(key=door.key, answer="met", measured=width + 0.01))), door.key) == "built"


def test_a_narrower_door_differs_whatever_was_ticked(promised: Review, lines, result) -> None:
    """A door measured under its limit is not met though somebody ticked met, and the rules run again on the plan as built."""
    door = _door(lines)
    comparison = _held(promised, result(SiteAnswer(key=door.key, answer="met", measured=0.7)))
    one = next(one for one in comparison.lines if one.line.key == door.key)
    assert (one.state, one.outcome) == ("differs", Outcome.NOT_MET)
    assert one.as_built is not None
    assert one.as_built.measured.value == pytest.approx(0.7)


def test_a_built_door_turns_other_rows_too(promised: Review, lines, result) -> None:
    """Rows nobody was asked about that the plan as built misses are told: an outer door also serves its twins."""
    widths = [
        line for line in lines
        if line.finding and line.finding.measured and line.finding.measured.unit == "m" and len(line.finding.affected) == 1
        and line.finding.affected[0] in {one.id for one in promised.plan.openings}
    ]  # fmt: skip
    turned = [_held(promised, result(SiteAnswer(key=line.key, measured=0.5))).changed for line in widths]
    assert any(turned)
    assert all(finding.outcome is Outcome.NOT_MET for findings in turned for finding in findings)


def test_what_was_open_and_is_found_in_order_is_built(promised: Review, lines, result) -> None:
    """A line the plan could not settle is built once the inspector found it met, and differs once not."""
    line = next(line for line in lines if line.outcome is Outcome.TO_CONFIRM and line.asks == "judge")
    assert _state(_held(promised, result(SiteAnswer(key=line.key, answer="met"))), line.key) == "built"
    assert _state(_held(promised, result(SiteAnswer(key=line.key, answer="not_met"))), line.key) == "differs"


def test_a_count_must_be_the_very_same(promised: Review, lines, result) -> None:
    """One sink fewer than drawn differs; there is no tolerance on a count."""
    line = next(line for line in lines if line.finding and line.finding.measured and not line.finding.measured.unit)
    value = line.finding.measured.value
    assert _state(_held(promised, result(SiteAnswer(key=line.key, answer="met", measured=value))), line.key) == "built"
    assert _state(_held(promised, result(SiteAnswer(key=line.key, answer="met", measured=value + 1))), line.key) == "differs"


def test_not_seen_is_not_met_by_nobody(promised: Review, lines, result) -> None:
    """A line that was not looked at, or only remarked on, is not seen and keeps its verdict."""
    door = _door(lines)
    for answer in (SiteAnswer(key=door.key, answer="not_seen"), SiteAnswer(key=door.key, note="locked")):
        assert _state(_held(promised, result(answer)), door.key) == "not_seen"


# ------------------------------------------------------------------ what is not merged


def test_another_plan_is_told_and_not_taken(promised: Review, lines, result) -> None:
    """A result filled in for another version of the plan, or another permit, is named and changes nothing."""
    door = _door(lines)
    for changes, code in (({"plan_sha256": "0" * 64}, "other-plan"), ({"permit": "arts-training"}, "other-permit")):
        comparison = _held(promised, result(SiteAnswer(key=door.key, answer="not_met"), **changes))
        assert [note.code for _, note in comparison.notes] == [code]
        assert _state(comparison, door.key) == "promised"


def test_unknown_keys_and_second_answers_are_told(promised: Review, lines, result) -> None:
    """A forged key is named; of two different answers the first holds, and both are told."""
    door = _door(lines)
    first, second = SiteAnswer(key=door.key, answer="met"), SiteAnswer(key=door.key, answer="not_met")
    comparison = _held(promised, result(first, SiteAnswer(key="fire.door.clear-width@../../x", answer="met")), result(second))
    assert [note.code for _, note in comparison.notes] == ["key-unknown", "answered-twice"]
    assert _state(comparison, door.key) == "built"


def test_the_id_of_a_row_stands_for_its_only_line(promised: Review, lines, result) -> None:
    """A code on paper names a row: that is its line where it has one, and is told as unknown where it could be several."""
    rows = [line.item.requirement.id for line in lines]
    only = next(line for line in lines if rows.count(line.item.requirement.id) == 1 and line.key != line.item.requirement.id)
    assert _state(_held(promised, result(SiteAnswer(key=only.item.requirement.id, answer="not_met"))), only.key) == "differs"
    scene = home.scenes() / "arts-school"
    declared = read_application(scene / "premises.application.yaml")
    school = review_plan(scene / "premises.plan.yaml", read_permit("arts-training"), declared, as_of=promised.as_of)
    about = {"permit": school.permit.id, "plan_sha256": school.plan.source.sha256}
    several = _held(school, result(SiteAnswer(key="art-training.capacity.room", answer="met"), **about))
    assert [note.code for _, note in several.notes] == ["key-unknown"]
    assert several.count("promised") == len(several.lines)


def test_a_changed_file_is_told(promised: Review, tmp_path: Path) -> None:
    """A phone's result changed after it was handed back has a broken seal; one without a seal says so."""
    for seal, code in (("0" * 64, "seal-broken"), ("", "seal-absent"), (None, None)):
        read = read_result(_phone(tmp_path / "a.json", {**_about(promised), "answers": []}, seal=seal))
        assert [note.code for note in read.notes] == ([code] if code else [])


# ------------------------------------------------------------------ files


def test_the_workbook_comes_back(promised: Review, lines, tmp_path: Path) -> None:
    """What an inspector chose, measured and remarked in either language's workbook is read to the letter."""
    door = _door(lines)
    row = HEAD_ROW + 1 + [line.key for line in lines].index(door.key)
    for language in ("zh_CN", "en"):
        path = tmp_path / f"{language}.xlsx"
        path.write_bytes(WRITERS["checklist"][".xlsx"](promised, Handover(language, case_number="WH-7")))
        book = openpyxl.load_workbook(path)
        filled = {"answer": ANSWERS["not_met"].in_(language), "value": 0.76, "note": "=HYPERLINK(1)", "photo": "P3"}
        for name, value in filled.items():
            cell = book.worksheets[0].cell(row, list(COLUMNS).index(name) + 1)
            cell.value = value
            if name == "note":
                cell.data_type = "s"
        book.save(path)
        read = read_result(path)
        assert read.case == "WH-7"
        assert read.plan_sha256 == promised.plan.source.sha256
        assert read.answers == (SiteAnswer(key=door.key, answer="not_met", measured=0.76, note="=HYPERLINK(1) [P3]"),)
        assert _state(_held(promised, read), door.key) == "differs"


def test_an_english_workbook_says_everything_in_english(promised: Review, lines) -> None:
    """How many more things are met as well is said in the workbook's own language."""
    assert any(line.also_met for line in lines)
    book = openpyxl.load_workbook(io.BytesIO(WRITERS["checklist"][".xlsx"](promised, Handover("en"))))
    text = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    assert "more met as well" in text
    assert "另有" not in text


def test_the_reader_knows_the_heads_the_writer_writes() -> None:
    """The columns are headed with the words the reader looks for, in every language."""
    for name, heads in HEADS.items():
        assert set(heads) == set(COLUMNS[name][0].root.values())


def test_formulas_and_strange_words_are_noted(promised: Review, tmp_path: Path) -> None:
    """A formula, a word that is no choice and a value that is no number are noted and left out."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(WRITERS["checklist"][".xlsx"](promised, Handover("zh_CN")))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for name, value in (("answer", "perhaps"), ("value", "wide"), ("note", "=1+1")):
        sheet.cell(HEAD_ROW + 1, list(COLUMNS).index(name) + 1).value = value
    book.save(path)
    read = read_result(path)
    assert sorted(note.code for note in read.notes) == ["answer-unread", "answer-unread", "formula"]
    assert all(answer.empty for answer in read.answers)


def test_photos_and_signature_come_back(promised: Review, lines, tmp_path: Path) -> None:
    """Photos and the signature of a phone's result are read; what is no picture is noted and left out."""
    shots = [{"name": "a.png", "content": base64.b64encode(PNG).decode()}, {"name": "b.png", "content": "PHNjcmlwdD4="}]
    written = {
        **_about(promised),
        "answers": [{"key": lines[0].key, "answer": "met", "measured": None, "note": "", "photos": shots}],
    }
    read = read_result(_phone(tmp_path / "a.json", written))
    assert [photo.content for photo in read.answers[0].photos] == [PNG]
    assert [note.code for note in read.notes] == ["photo-unread"]


@pytest.mark.parametrize(
    "answer",
    [
        None, 7, {"key": 7}, {"key": "a", "answer": "yes"}, {"key": "a", "measured": -1}, {"key": "a", "measured": float("nan")},
        {"key": "a", "measured": 1e300}, {"key": "", "answer": "met"},
    ],
)  # fmt: skip
def test_an_answer_that_does_not_fit_is_left_out(promised: Review, tmp_path: Path, answer: object) -> None:
    """An answer of another shape is noted, and the rest of the file is read."""
    read = read_result_here(_phone(tmp_path / "a.json", {**_about(promised), "answers": [answer, {"key": "b", "answer": "met"}]}))
    assert [one.key for one in read.answers] == ["b"]
    assert [note.code for note in read.notes] == ["answer-unread"]


def test_notes_of_strangers_are_plain_text(promised: Review, tmp_path: Path) -> None:
    """Control and direction characters are taken out of a note, and it is cut to its length."""
    written = {**_about(promised), "answers": [{"key": "a", "note": "\x00\u202ex<script>" + "y" * 5000}]}
    note = read_result_here(_phone(tmp_path / "a.json", written)).answers[0].note
    assert note.startswith("x<script>y")
    assert len(note) <= 2000


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (65 << 20))


def _macro(path: Path) -> None:
    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")


_HOSTILE: dict[str, Callable[[Path], object]] = {
    "empty.json": lambda path: path.write_bytes(b""),
    "deep.json": lambda path: path.write_text('{"result": "' + "[" * 50_000 + '"}'),
    "list.json": lambda path: path.write_text("[1]"),
    "nobody.json": lambda path: _phone(path, {"format": 1, "answers": []}),
    "text.xlsx": lambda path: path.write_text("PK no"),
    "bomb.xlsx": _bomb,
    "macro.xlsx": _macro,
    "other.xlsx": lambda path: openpyxl.Workbook().save(path),
    "a.docm": lambda path: path.write_text("x"),
    "away.json": lambda _path: None,
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_result_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    """What is no result is refused with file, reason and remedy, and never with a traceback."""
    _HOSTILE[name](tmp_path / name)
    with pytest.raises(InputError) as refused:
        read_result(tmp_path / name)
    problem = refused.value.problems[0]
    assert name in problem.place
    assert problem.reason
    assert problem.remedy


def test_too_many_answers_are_counted_off(promised: Review, tmp_path: Path) -> None:
    """A phone's file with more answers than any list has is read as far as the limit, and says so."""
    written = {**_about(promised), "answers": [{"key": f"k{index}"} for index in range(RESULT_ANSWERS + 10)]}
    read = read_result_here(_phone(tmp_path / "a.json", written))
    assert len(read.answers) == RESULT_ANSWERS
    assert [note.code for note in read.notes] == ["too-many-answers"]


def test_a_million_rows_are_refused(promised: Review, tmp_path: Path) -> None:
    """A workbook that goes on for ever is refused instead of read."""
    made = io.BytesIO(WRITERS["checklist"][".xlsx"](promised, Handover("zh_CN")))
    rows = "".join(f'<row r="{index}"><c r="S{index}"><v>1</v></c></row>' for index in range(200, RESULT_ANSWERS + 300))
    path = tmp_path / "long.xlsx"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"</sheetData>", rows.encode() + b"</sheetData>") if "sheet1" in name else content)
    with pytest.raises(InputError, match="rows"):
        read_result(path)


# ------------------------------------------------------------------ telling


def test_what_came_back_is_told_in_both_languages(promised: Review, lines, result) -> None:
    """The text begins with what differs and names every state; the JSON has a line for each line of the list."""
    door = _door(lines)
    comparison = _held(
        promised, result(SiteAnswer(key=door.key, answer="not_met", measured=0.7, note="narrow"), plan_sha256="1" * 64)
    )
    assert "另一版图纸" in returned_text(comparison, "zh_CN")
    comparison = _held(promised, result(SiteAnswer(key=door.key, answer="not_met", measured=0.7, note="narrow")))
    text = returned_text(comparison, "en")
    assert text.index("Differs (1)") < text.index("Promised; nothing came back (")
    assert "narrow" in text
    assert "Not met 0.70 m" in text
    told = json.loads(returned_json(comparison))
    assert len(told["lines"]) == len(lines)
    assert sum(told["summary"].values()) == len(lines)
