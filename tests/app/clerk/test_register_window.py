"""The requirements in hand: a form made from the schema, what it turns, and how it is saved, undone and put back."""

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from showroom.app.actions import NEEDS
from showroom.app.clerk import desk
from showroom.app.clerk.decision_stamp import DecisionStamp
from showroom.app.clerk.overlay_fields import fields_of
from showroom.app.clerk.register_opening import run_requirements, take_in_hand
from showroom.app.clerk.register_window import ACTS, RegisterWindow
from showroom.app.clerk.studio import Studio
from showroom.app.i18n import Languages
from showroom.domain.text import Text
from showroom.formats import read_permit
from showroom.home import requirements, scenes
from showroom.register.overlay_file import Stamp

DOOR, SINKS, TEXTS = "fire.door.clear-width", "food-catering.sinks.ware", "small-catering.site.safe-distance"
STAMP = Stamp("WL", datetime(2026, 11, 24, 9, 30).astimezone(), Text.of("大厅会议", "The hall met"))
FIGURE = "parameters.at_least"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home with the program's own register, which may be written, and its scenes."""
    own = requirements()
    (tmp_path / "scenes").symlink_to(scenes())
    shutil.copytree(own, tmp_path / "requirements")
    (tmp_path / "assets").symlink_to(own.parent / "assets")
    monkeypatch.setenv("SHOWROOM_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def window(qtbot: QtBot, home: Path, languages: Languages) -> Iterator[RegisterWindow]:
    """Return the window on the food permit; what is not saved is thrown away at the end."""
    made = RegisterWindow(take_in_hand(), languages, desk.desk_look(), "food-catering")
    made.ask = lambda: "discard"
    made.ask_stamp = lambda: STAMP
    made.resize(1200, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.ask = lambda: "discard"
    made.close()


def line(window: RegisterWindow, name: str) -> QLineEdit:
    """Return an input of one line."""
    box = window.form.inputs[name]
    assert isinstance(box, QLineEdit)
    return box


def type_into(box: QLineEdit, words: str) -> None:
    """Type over what stands there."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)


def tried(window: RegisterWindow, qtbot: QtBot) -> list[str]:
    """Try what is wished, and return what turns."""
    window.try_it()
    qtbot.waitUntil(lambda: window._job is None, timeout=30_000)
    return [window.panel.turns.item(at).text() for at in range(window.panel.turns.count())]


def test_the_form_is_made_from_the_schema(window: RegisterWindow) -> None:
    """Every field a switch has, and every parameter of the row's rule, has an input with a name, a meaning and its unit."""
    window.choose(DOOR)
    row = window.row
    assert row is not None
    assert set(window.form.inputs) == {*(field.id for field in fields_of(row)), "first", "last"}
    assert {field.name for field in fields_of(row)} == {
        "use", "binding", "parameters", "advises", "title", "text", "why", "common_mistake", "remedy",
    }  # fmt: skip
    assert line(window, FIGURE).text() == "0.80 m"
    assert "(m)" in line(window, FIGURE).accessibleName()
    assert "clear width" in line(window, FIGURE).accessibleName()
    assert all(box.accessibleName() for box in window.form.inputs.values())


def test_the_source_stands_over_the_form(window: RegisterWindow) -> None:
    """Instrument, clause, research note and standing are said in plain words."""
    window.choose(DOOR)
    said = window.findChild(object, "overlay-source").text()
    assert "GB 55037-2022" in said
    assert "Text of the clause verified" in said
    assert "Research note: S" in said


def test_what_the_district_changes_is_marked_and_can_be_put_back(window: RegisterWindow) -> None:
    """A changed field has a mark and a button, the row a sign; put back, the register's own stands there and no sign is left."""
    window.choose(DOOR)
    assert not window.form.back[FIGURE].isVisibleTo(window.form)
    type_into(line(window, FIGURE), "0.85 m")
    assert window.form.back[FIGURE].isVisibleTo(window.form)
    assert window.rows.list.findItems("✎", Qt.MatchFlag.MatchStartsWith)
    window.form.back[FIGURE].click()
    assert line(window, FIGURE).text() == "0.80 m"
    assert window.document.saved
    window.choose(SINKS)
    assert window.form.back["parameters.cabinets"].isVisibleTo(window.form)
    window.acts["put-back"].trigger()
    assert not window.form.back["parameters.cabinets"].isVisibleTo(window.form)
    assert NEEDS["decided"] in window.acts["put-back"].toolTip()


def test_typing_in_a_field_is_one_step(window: RegisterWindow) -> None:
    """Undo takes a whole figure back, redo puts it in; another field is another step."""
    window.choose(DOOR)
    type_into(line(window, FIGURE), "0.95 m")
    type_into(line(window, "title.en"), "Doors")
    assert window.document.history.count() == 2
    window.undo()
    window.undo()
    assert (line(window, FIGURE).text(), window.document.saved) == ("0.80 m", True)
    window.redo()
    assert line(window, FIGURE).text() == "0.95 m"


def test_what_cannot_be_read_is_said(window: RegisterWindow) -> None:
    """A figure that is no value and a day that is none are refused beside the form, and nothing is wished of them."""
    window.choose(DOOR)
    type_into(line(window, FIGURE), "[1")
    assert window.refusal.isVisibleTo(window)
    box = window.form.inputs["use"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    type_into(line(window, "first"), "soon")
    assert "date" in window.refusal.text()
    assert window.document.wish(DOOR).first is None
    window.ask_stamp = lambda: pytest.fail("nothing is saved while something typed cannot be read")
    window.save()
    window.undo()
    assert not window.refusal.text()
    assert line(window, "first").text() == ""


def test_the_verdicts_that_turn_are_told(window: RegisterWindow, qtbot: QtBot) -> None:
    """Wider doors turn verdicts of the bundled premises: which door, from what to what, measured and required."""
    window.choose(DOOR)
    assert tried(window, qtbot) == []
    type_into(line(window, FIGURE), "1.30 m")
    found = tried(window, qtbot)
    assert found
    assert any("Met (Mandatory) → Not met (Mandatory)" in one and "≥ 0.80 m → ≥ 1.30 m" in one for one in found)
    assert all(" m, required ≥" in one for one in found if "measured" in one)
    assert window.panel.examples.count() == len(window.row.examples) or not window.row.examples  # type: ignore[union-attr]
    type_into(line(window, FIGURE), "1.31 m")
    assert window.panel.turns.count() == 0


def test_a_mistake_is_refused_with_its_place(window: RegisterWindow, qtbot: QtBot) -> None:
    """What does not validate is told with file, line and reason, when it is tried and when it is saved; nothing is written."""
    window.choose(DOOR)
    type_into(line(window, FIGURE), "wide")
    assert "weihai-hightech.yaml:" in tried(window, qtbot)[0]
    window.save()
    qtbot.waitUntil(window.isEnabled, timeout=10_000)
    assert "is not a length" in window.panel.turns.item(0).text()
    assert window.document.file.path.read_bytes() == window.document.file.content
    assert not window.document.file.log.exists()
    assert not window.document.saved


def test_saving_writes_the_overlay_and_the_log(window: RegisterWindow, qtbot: QtBot, home: Path) -> None:
    """Saved, the permit is read with the new words and figures; the log shows who changed what from what to what."""
    window.choose(DOOR)
    type_into(line(window, FIGURE), "0.85 m")
    words = window.form.inputs["text.zh_CN"]
    assert isinstance(words, QPlainTextEdit)
    words.setPlainText("本区要求八十五厘米。")
    window.save()
    qtbot.waitUntil(lambda: window.document.saved, timeout=10_000)
    row = read_permit("food-catering").requirement(DOOR)
    assert row is not None
    assert row.measure is not None
    assert row.measure.parameters["at_least"] == "0.85 m"
    assert row.text.in_("zh_CN") == "本区要求八十五厘米。"
    shown = [window.panel.log.item(at).text() for at in range(window.panel.log.count())]
    assert any("WL" in one and "as the register → 0.85 m" in one for one in shown)
    assert window.rows.list.findItems("●", Qt.MatchFlag.MatchStartsWith)
    assert not window.acts["save"].isEnabled()


def test_rows_are_found_by_pinyin(window: RegisterWindow) -> None:
    """The search knows words, ids and pinyin; choosing another permit lists its rows."""
    window.rows.search.setText("shusanmen")
    assert 0 < window.rows.list.count() < len(window.permit.requirements)
    window.rows.search.clear()
    window.permit_choice.setCurrentIndex(window.permit_choice.findData("animal-clinic"))
    assert window.rows.list.count() == len(window.permit.requirements)


def test_the_window_speaks_both_languages(window: RegisterWindow, languages: Languages, qtbot: QtBot) -> None:
    """Chinese or English, every sentence of window, form and lists changes, and what was wished stays."""
    window.choose(DOOR)
    type_into(line(window, FIGURE), "0.85 m")
    languages.choose("zh_CN")
    qtbot.waitUntil(lambda: "要求" in window.windowTitle())
    assert line(window, FIGURE).text() == "0.85 m"
    assert window.row is not None
    assert window.rows.list.findItems(window.row.title.in_("zh_CN"), Qt.MatchFlag.MatchContains)
    assert "净宽" in line(window, FIGURE).accessibleName()


def test_every_act_has_its_own_keys(window: RegisterWindow) -> None:
    """Each act can be reached by keys of its own, and says why it cannot be done."""
    keys = [act.shortcut for act in ACTS]
    assert len(set(keys)) == len(keys)
    assert NEEDS["row"] in window.acts["try"].toolTip()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.rows.search.hasFocus() or window.focusWidget() is window.rows.search


def test_leaving_asks_about_what_is_not_saved(window: RegisterWindow, qtbot: QtBot) -> None:
    """Go on editing keeps the window; saving closes it once the file is written."""
    window.choose(DOOR)
    type_into(line(window, FIGURE), "0.85 m")
    window.ask = lambda: "cancel"
    window.close()
    assert window.isVisible()
    window.ask = lambda: "save"
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert b"0.85 m" in window.document.file.path.read_bytes()


def test_initials_and_a_reason_are_needed(window: RegisterWindow) -> None:
    """Without initials and the reason in both languages the decision cannot be saved; comments that will be lost are told."""
    dialog = DecisionStamp(window, window.look, 3)
    assert not dialog.save.isEnabled()
    assert "3" in dialog.findChild(object, "comments-lost").text()
    for box in (dialog.initials, dialog.why_zh, dialog.why_en):
        box.setText("W")
    assert dialog.save.isEnabled()
    assert dialog.stamp.initials == "W"


def test_rules_run_beside_the_window(window: RegisterWindow, qtbot: QtBot) -> None:
    """A trial and a saving do their work in other threads than the window's."""
    seen: list[int] = []
    window._told.connect(lambda *_: None)
    emit = window._tell

    def noted(*words: object) -> bool:
        seen.append(threading.get_ident())
        return emit(*words)  # type: ignore[arg-type]

    window._tell = noted  # type: ignore[method-assign]
    window.choose(DOOR)
    type_into(line(window, FIGURE), "0.85 m")
    tried(window, qtbot)
    assert seen
    assert threading.get_ident() not in seen


def test_the_studio_opens_it_on_the_scene_s_permit(make_studio: Callable[[], Studio], home: Path, qtbot: QtBot) -> None:
    """From the studio it opens on the scene's permit; asked for again, the open window comes forward."""
    studio = make_studio()
    studio.acts["requirements"].trigger()
    qtbot.waitUntil(lambda: studio.register_window is not None, timeout=10_000)
    opened = studio.register_window
    assert opened is not None
    qtbot.addWidget(opened)
    assert opened.permit.id == "food-catering"
    studio.show_requirements()
    assert studio.register_window is opened
    opened.close()


def test_an_unknown_permit_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line names the nearest permit and exits with 2."""
    assert run_requirements("food-caterin", "en") == 2
    assert "food-catering" in capsys.readouterr().err


def test_a_refusal_is_said_in_chinese(window: RegisterWindow, languages: Languages, qtbot: QtBot) -> None:
    """Why a decision cannot be saved is said in Chinese first, with the place, and in English after it."""
    languages.choose("zh_CN")
    qtbot.waitUntil(lambda: "要求" in window.windowTitle())
    window.choose(DOOR)
    type_into(line(window, FIGURE), "wide")
    chinese, english = tried(window, qtbot)[0].splitlines()
    assert "不是长度" in chinese
    assert "is not a length" in english
    type_into(line(window, "first"), "soon")
    assert "不是日期" in window.refusal.text()
