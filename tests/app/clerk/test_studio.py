"""A clerk annotates a scene: with mouse and keys, undone and done again, saved and read back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QToolBar
from pytestqt.qtbot import QtBot

from showroom import formats
from showroom.app.actions import ACTS, NEEDS
from showroom.app.clerk.studio import Studio
from showroom.app.kiosk.catalogue import Exhibit
from showroom.view.stage import Hit


def _middle(studio: Studio) -> QPoint:
    return QPoint(studio.stage.width() // 2, studio.stage.height() // 2)


def _place(studio: Studio) -> str:
    studio.acts["place"].trigger()
    QTest.mouseClick(studio.stage, Qt.MouseButton.LeftButton, pos=_middle(studio))
    assert studio.chosen is not None
    return studio.chosen


def test_from_click_to_saved_scene(studio: Studio, folder: Path, qtbot: QtBot) -> None:
    """A click on a surface, words in two languages, a requirement and a view end up in the scene's file."""
    name = _place(studio)
    studio.form.open_page("en")
    studio.form.inputs["title", "en"].selectAll()
    qtbot.keyClicks(studio.form.inputs["title", "en"], "Door")
    studio.form.inputs["title", "zh_CN"].setText("疏散门")
    studio.form.inputs["text", "zh_CN"].setPlainText("净宽不少于 0.80 米。")  # type: ignore[union-attr]
    studio.form.inputs["text", "en"].setPlainText("At least 0.80 m wide.")  # type: ignore[union-attr]
    studio.requirements.search.setText("净宽")
    studio.requirements.list.item(0).setCheckState(Qt.CheckState.Checked)
    studio.acts["save-view"].trigger()
    studio.acts["save"].trigger()
    spot = formats.read_scene(folder).hotspot(name)
    assert spot.anchor.position == pytest.approx((3.0, 0.0, 1.6), abs=0.02)
    assert spot.anchor.normal == (-1.0, 0.0, 0.0)
    assert spot.anchor.node == "W1"
    assert spot.card.title.root == {"zh_CN": "疏散门", "en": "Door"}
    assert spot.card.text.in_("en") == "At least 0.80 m wide."
    assert spot.requirements == ("fire.door.clear-width",)
    assert spot.viewpoint == "view-1"
    assert studio.document.saved


def test_a_click_places_nothing_unless_asked(studio: Studio) -> None:
    """Without “place a key point” a click on a surface changes nothing."""
    before = studio.scene
    QTest.mouseClick(studio.stage, Qt.MouseButton.LeftButton, pos=_middle(studio))
    assert studio.scene == before


def test_escape_ends_placing(studio: Studio, qtbot: QtBot) -> None:
    """Esc ends placing without a key point."""
    studio.acts["place"].trigger()
    assert studio.hint.isVisible()
    qtbot.keyClick(studio.stage, Qt.Key.Key_Escape)
    assert not studio.acts["place"].isChecked()
    assert not studio.hint.isVisible()


def test_a_drag_is_one_step(studio: Studio) -> None:
    """Dragging a disc over the surface moves its key point, and one undo takes the whole drag back."""
    before = studio.scene
    studio.stage.stage.project((3.0, 1.0, 1.2))
    studio.pins.place()
    pin = studio.pins.pins["basin"]
    start = QPoint(pin.width() // 2, pin.height() // 2)
    QTest.mousePress(pin, Qt.MouseButton.LeftButton, pos=start)
    for _ in range(5):
        QTest.mouseMove(pin, start + QPoint(30, 10))
    QTest.mouseRelease(pin, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 10))
    moved = studio.scene.hotspot("basin").anchor
    assert moved != before.hotspot("basin").anchor
    assert moved.position is not None
    assert moved.position[0] == pytest.approx(3.0)
    assert moved.node == "W1"
    assert studio.document.history.count() == 1
    studio.acts["undo"].trigger()
    assert studio.scene == before


def test_undo_and_redo_give_the_same_bytes(studio: Studio, folder: Path) -> None:
    """After any number of acts, undoing them all gives the file as it was, and doing them again the file as it became."""
    first = (folder / "scene.yaml").read_bytes()
    _place(studio)
    studio.form.inputs["title", "zh_CN"].setText("门")
    studio.choose("basin")
    studio.acts["delete"].trigger()
    studio.choose("lamp")
    studio.acts["earlier"].trigger()
    studio.requirements.list.item(2).setCheckState(Qt.CheckState.Checked)
    studio.acts["save-view"].trigger()
    studio.acts["save"].trigger()
    last = (folder / "scene.yaml").read_bytes()
    assert last != first
    while studio.document.history.canUndo():
        studio.acts["undo"].trigger()
    studio.save()
    assert (folder / "scene.yaml").read_bytes() == first
    while studio.document.history.canRedo():
        studio.acts["redo"].trigger()
    studio.save()
    assert (folder / "scene.yaml").read_bytes() == last


def test_what_is_saved_is_canonical(studio: Studio, folder: Path) -> None:
    """Reading the saved file and writing it again gives the same bytes."""
    _place(studio)
    studio.acts["save"].trigger()
    saved = (folder / "scene.yaml").read_bytes()
    formats.write_scene(formats.read_scene(folder), folder)
    assert (folder / "scene.yaml").read_bytes() == saved


def test_deleting_a_key_point_takes_it_out_of_the_tours(studio: Studio) -> None:
    """A deleted key point is lit at no stop any more, and one undo brings back point and stops."""
    before = studio.scene
    studio.choose("lamp")
    studio.acts["delete"].trigger()
    assert [stop.hotspots for stop in studio.scene.tours[0].stops] == [("basin",), ()]
    assert studio.document.history.count() == 1
    studio.acts["undo"].trigger()
    assert studio.scene == before
    assert studio.chosen == "lamp"


def test_typing_is_one_step_a_stay(studio: Studio, qtbot: QtBot) -> None:
    """Words typed without leaving a field are one step; coming back to it begins another."""
    studio.choose("basin")
    studio.form.open_page("zh_CN")
    title = studio.form.inputs["title", "zh_CN"]
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    qtbot.keyClicks(title, "ABC")
    assert studio.document.history.count() == 1
    studio.form.inputs["text", "zh_CN"].setFocus()
    title.setFocus()
    qtbot.keyClicks(title, "D")
    assert studio.document.history.count() == 2
    assert studio.scene.hotspot("basin").card.title.in_("zh_CN") == "洗手池ABCD"


def test_chinese_words_cannot_be_lost(studio: Studio) -> None:
    """A title emptied of its Chinese keeps its last words and says so."""
    studio.choose("basin")
    studio.form.open_page("zh_CN")
    studio.form.inputs["title", "zh_CN"].clear()
    assert studio.scene.hotspot("basin").card.title.in_("zh_CN") == "洗手池"
    assert studio.form.refusal.isVisible()


def test_the_keyboard_alone_places_and_moves(studio: Studio) -> None:
    """A key point can be placed and moved without a mouse, at the middle of the view."""
    studio.acts["place-middle"].trigger()
    name = studio.chosen
    assert name is not None
    studio.stage.stage.look_from(studio.stage.pose.turned(10.0, 0.0))
    studio.acts["move-middle"].trigger()
    position = studio.scene.hotspot(name).anchor.position
    assert position is not None
    assert position[1] > 0.3


def test_requirements_are_found_by_id_and_by_either_language(studio: Studio) -> None:
    """The register is searched by id, Chinese and English words."""
    studio.choose("basin")
    for wanted in ("clear-width", "疏散门", "width doors"):
        studio.requirements.search.setText(wanted)
        assert [
            studio.requirements.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(studio.requirements.list.count())
        ] == ["fire.door.clear-width"]


@pytest.mark.parametrize(("wanted", "found"), [("xishouchi", "food-catering.hand-basin"), ("myd", "food-catering.fly-lamp")])
def test_requirements_are_found_by_pinyin(studio: Studio, wanted: str, found: str) -> None:
    """Where nothing says what is typed, titles are found by pinyin and initials; what fits nothing finds nothing."""
    studio.choose("basin")
    studio.requirements.search.setText(wanted)
    assert studio.requirements.list.item(0).data(Qt.ItemDataRole.UserRole) == found
    studio.requirements.search.setText("qqqqqqqq")
    assert studio.requirements.list.count() == 0


def test_a_bound_requirement_can_be_dropped(studio: Studio) -> None:
    """Unticking a requirement unbinds it, and the problems say that none is left."""
    studio.choose("basin")
    item = studio.requirements.list.item(0)
    assert item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked)
    assert studio.scene.hotspot("basin").requirements == ()
    assert any("stands for no requirement" in studio.problems.item(at).text() for at in range(studio.problems.count()))


def test_a_viewpoint_a_tour_stops_at_cannot_be_deleted(studio: Studio) -> None:
    """Delete is off, and its tip says why, for a viewpoint that is needed; another goes and its points have none."""
    studio.choose_view("entrance")
    assert not studio.acts["delete-view"].isEnabled()
    assert NEEDS["unused-viewpoint"] in studio.acts["delete-view"].toolTip()
    studio.choose_view("back")
    studio.acts["delete-view"].trigger()
    assert [view.id for view in studio.scene.viewpoints] == ["entrance"]
    assert studio.scene.hotspot("lamp").viewpoint is None


def test_a_viewpoint_is_renamed_in_the_open_language(studio: Studio) -> None:
    """A name typed in the list is kept in the language of the card's open page."""
    studio.form.open_page("en")
    studio.views.item(0).setText("Way in")
    title = studio.scene.viewpoint("entrance").title
    assert title is not None
    assert title.root == {"zh_CN": "入口", "en": "Way in"}


def test_the_preview_is_the_kiosks_card(studio: Studio) -> None:
    """The preview shows title, words and requirement of the chosen key point, and follows typing."""
    studio.choose("basin")
    studio.form.open_page("zh_CN")
    studio.form.inputs["title", "zh_CN"].setText("员工洗手池")
    studio.preview.refresh()
    assert studio.preview.card is not None
    shown = [words.text() for words in studio.preview.card.findChildren(type(studio.hint))]
    assert "员工洗手池" in shown
    assert any("洗手池应当设置" in words for words in shown)


def test_every_act_has_keys_of_its_own() -> None:
    """No two acts share their keys or their id."""
    assert len({act.shortcut for act in ACTS}) == len(ACTS)
    assert len({act.id for act in ACTS}) == len(ACTS)
    assert {need for act in ACTS for need in act.needs} <= set(NEEDS)


def test_what_cannot_be_done_says_why(studio: Studio) -> None:
    """A disabled act's tip names what is lacking; an enabled one's names its keys."""
    assert not studio.acts["delete"].isEnabled()
    assert NEEDS["point"] in studio.acts["delete"].toolTip()
    studio.choose("basin")
    assert studio.acts["delete"].isEnabled()
    assert "Del" in studio.acts["delete"].toolTip()


def test_unsaved_changes_are_asked_about(studio: Studio, folder: Path) -> None:
    """Closing with unsaved changes asks: going on keeps the window, saving writes the file."""
    before = (folder / "scene.yaml").read_bytes()
    _place(studio)
    studio.ask = lambda: "cancel"
    assert not studio.close()
    assert studio.isVisible()
    assert (folder / "scene.yaml").read_bytes() == before
    studio.ask = lambda: "save"
    assert studio.close()
    assert (folder / "scene.yaml").read_bytes() != before


def test_a_scene_that_cannot_be_saved_stays_open(studio: Studio, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be written the reason is shown, and the changes are kept."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, words: said.append(words))
    _place(studio)
    (folder / "scene.yaml").unlink()
    folder.rmdir()
    studio.ask = lambda: "save"
    assert not studio.close()
    assert not studio.document.saved
    assert "could not be written" in said[0]


def test_icons_and_lists_have_names(studio: Studio) -> None:
    """Everything that takes the keyboard has a name for those who do not see it."""
    for part in (
        studio.points,
        studio.views,
        studio.problems,
        studio.requirements.list,
        studio.requirements.search,
        studio.view_choice,
    ):
        assert part.accessibleName()
    assert all(box.accessibleName() for box in studio.form.inputs.values())
    assert studio.stage.accessibleName()


def test_the_language_changes_while_open(studio: Studio, qtbot: QtBot) -> None:
    """Switching the language says every menu, act and panel in Chinese, and back."""
    english = {name: act.text() for name, act in studio.acts.items()}
    studio.acts["language"].trigger()
    qtbot.waitUntil(lambda: studio.docks["points"].windowTitle() == "要点")
    for name, act in studio.acts.items():
        assert name == "language" or act.text() != english[name]
    assert studio.form.language == "zh_CN"
    _place(studio)
    assert studio.document.history.text(0) == "放置要点"
    assert studio.saved_label.text() == "尚未保存"
    studio.acts["undo"].trigger()
    studio.acts["language"].trigger()
    qtbot.waitUntil(lambda: studio.docks["points"].windowTitle() == "Key points")
    assert {name: act.text() for name, act in studio.acts.items()} == english


def test_a_saved_scene_opens_as_it_was_left(studio: Studio, make_studio: Callable[[], Studio]) -> None:
    """Another studio on the same folder shows what the first one saved."""
    name = _place(studio)
    studio.acts["save"].trigger()
    assert make_studio().scene.hotspot(name) == studio.scene.hotspot(name)


def test_what_was_saved_shows_in_the_kiosk(studio: Studio, folder: Path) -> None:
    """A key point saved here is among those the kiosk shows for the permit, with its card."""
    name = _place(studio)
    studio.requirements.search.setText("fire.door.clear-width")
    studio.requirements.list.item(0).setCheckState(Qt.CheckState.Checked)
    studio.acts["save"].trigger()
    shown = Exhibit(folder, formats.read_scene(folder)).hotspots(formats.read_permit("food-catering"))
    assert name in [spot.id for spot in shown]


def test_key_points_of_other_rooms_are_not_shown(studio: Studio) -> None:
    """A key point behind a wall and far away has no disc on the stage until it is chosen."""
    hit = Hit((12.0, 0.0, 1.6), (-1.0, 0.0, 0.0), "far", None, 12.0)
    studio.place_on(hit)
    name = studio.chosen
    assert name is not None
    assert studio.pins.pins[name].isVisible()
    studio.choose(None)
    assert not studio.pins.pins[name].isVisible()
    assert studio.pins.pins["basin"].isVisible()


def test_a_narrow_window_keeps_every_act_on_the_bar(studio: Studio) -> None:
    """Where the words do not fit the tool bar shows icons alone, and none is cut off."""
    bar = studio.findChild(QToolBar, "acts")
    assert bar is not None
    for width in (1100, 1900):
        studio.resize(width, 800)
        assert bar.sizeHint().width() <= studio.width()
    assert bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
