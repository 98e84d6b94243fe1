"""What the page where a visitor searches promises."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from showroom.app.kiosk.beside_the_answers import BesideTheAnswers
from showroom.app.kiosk.situation import Situation
from showroom.app.kiosk.visit import Looking
from showroom.app.widgets.result_tile import ResultTile


def field_of(kiosk: Any) -> QLineEdit:
    """Return the field one types in."""
    return kiosk.window.findChild(QLineEdit, "search-field")


def tiles(kiosk: Any, kind: str = "") -> list[ResultTile]:
    """Return what was found, of a kind."""
    return [t for t in kiosk.window.findChildren(ResultTile) if t.isVisibleTo(kiosk.window) and f"hit-{kind}" in t.objectName()]


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"no visible {name}"
    kiosk.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    kiosk.settle()


def test_results_follow_every_letter(kiosk: Any) -> None:
    """The lobby's search opens the field with the focus in it; each letter shows what fits, and the field stays the same one."""
    press(kiosk, "search")
    field = field_of(kiosk)
    with kiosk.qtbot.waitActive(kiosk.window, timeout=5000):
        kiosk.window.activateWindow()
    kiosk.qtbot.waitUntil(lambda: QApplication.focusWidget() is field, timeout=5000)
    counts = []
    for letter in "ssmjk":
        kiosk.qtbot.keyClick(field, letter)
        kiosk.settle()
        counts.append(len(tiles(kiosk)))
    assert field_of(kiosk) is field
    assert kiosk.visit.looking.typed == "ssmjk"
    assert counts[0] > counts[-1] >= 1
    first = tiles(kiosk, "requirement")[0]
    assert first.text() == "疏散门净宽"
    assert first.marks == ("疏散门净宽",)


@pytest.mark.parametrize(
    ("typed", "kind", "opens"),
    [
        ("疏散门净宽", "requirement", "detail-fire.door.clear-width"),
        ("设备布局", "document", "paper-layout-and-flow"),
        ("现场核查", "step", "step-survey"),
        ("食品经营许可", "permit", "permit-part"),
    ],
)
def test_a_result_leads_to_the_very_place_and_back(kiosk: Any, typed: str, kind: str, opens: str) -> None:
    """Pressing a result opens the row, paper or step it is about; Back shows the results again, and once more the lobby."""
    kiosk.go(page="search", looking=Looking(typed))
    press(kiosk, tiles(kiosk, kind)[0].objectName())
    assert kiosk.visit.page == "permit"
    assert kiosk.window.findChild(QWidget, opens).isVisible()
    press(kiosk, "back")
    assert (kiosk.visit.page, field_of(kiosk).text()) == ("search", typed)
    press(kiosk, "back")
    assert kiosk.visit.page == "lobby"


def test_a_key_point_found_is_opened_in_the_showroom(kiosk: Any) -> None:
    """A result in the sample premises leads to its card; Back leads to the results."""
    kiosk.go(page="search", looking=Looking("洗手", kind="point"))
    tile = next(tile for tile in tiles(kiosk, "point") if "热食" in tile.accessibleName())
    press(kiosk, tile.objectName())
    kiosk.qtbot.waitUntil(lambda: getattr(kiosk.window.page, "overlays", None) is not None, timeout=20_000)
    kiosk.settle()
    assert kiosk.visit.walk.hotspot is not None
    assert [w for w in kiosk.window.findChildren(QWidget, "card-title") if w.isVisible()]
    press(kiosk, "back")
    assert kiosk.visit.page == "search"


def test_results_can_be_narrowed_to_one_kind(kiosk: Any) -> None:
    """A chip shows all of one kind; without it each kind shows its best few and how many there are."""
    kiosk.go(page="search", looking=Looking("门"))
    few = len(tiles(kiosk, "requirement"))
    press(kiosk, "more-requirement")
    assert kiosk.visit.looking.kind == "requirement"
    assert len(tiles(kiosk, "requirement")) == len(tiles(kiosk)) > few
    field_of(kiosk).setText("营业执照")
    kiosk.settle()
    assert kiosk.visit.looking.kind is None
    assert tiles(kiosk, "document")


def test_nothing_typed_offers_examples_and_nothing_found_says_so(kiosk: Any) -> None:
    """An example fills the field and finds something; what means nothing gets a sentence; erasing brings the examples back."""
    kiosk.go(page="search")
    press(kiosk, "example-0")
    assert field_of(kiosk).text()
    assert tiles(kiosk)
    field_of(kiosk).setText("qzxqzxqzx")
    kiosk.settle()
    assert not tiles(kiosk)
    assert any("没有找到" in w.text() for w in kiosk.window.findChildren(QWidget) if hasattr(w, "text") and w.isVisible())
    press(kiosk, "search-clear")
    assert kiosk.visit.looking.typed == ""
    assert kiosk.window.findChild(QWidget, "example-0").isVisible()


def test_the_language_changes_while_searching(kiosk: Any) -> None:
    """Switching the language keeps what was typed and says the results in the other language."""
    kiosk.go(page="search", looking=Looking("fire exit"))
    kiosk.languages.choose("en")
    kiosk.settle()
    assert field_of(kiosk).text() == "fire exit"
    assert all(tile.text().isascii() or "²" in tile.text() for tile in tiles(kiosk)[:5])


def test_what_was_looked_for_is_forgotten(kiosk: Any) -> None:
    """Going home forgets what was typed."""
    kiosk.go(page="search", looking=Looking("秘密"))
    kiosk.around.holder.home()
    assert kiosk.visit.looking == Looking()


HOT_FOOD = Situation(given=(("trade", ("food",)), ("area", ("over",)), ("items", ("hot-food",)), ("building", ("commercial",))))


def test_what_does_not_apply_is_left_out_of_the_results_and_said_so(kiosk: Any) -> None:
    """Requirements, conditions and key points that the answers rule out are not among the results; a line says how many and why."""
    kiosk.go(page="search", looking=Looking("专间"))
    before = {(tile.objectName().split("-")[1], tile.text()) for tile in tiles(kiosk)}
    assert not kiosk.window.findChildren(QWidget, "situation")
    kiosk.go(situation=HOT_FOOD)
    after = {(tile.objectName().split("-")[1], tile.text()) for tile in tiles(kiosk)}
    assert before - after
    said = next(label.text() for label in kiosk.window.findChildren(QLabel, "situation-words") if label.isVisible())
    assert "热菜热饭" in said
    assert "不显示" in said


def test_results_left_out_are_shown_on_request_and_marked(kiosk: Any) -> None:
    """They can be seen all the same, each saying that it does not apply; what was typed stays; they can be hidden again."""
    kiosk.go(page="search", looking=Looking("专间", kind="requirement"), situation=HOT_FOOD)
    assert not [tile for tile in tiles(kiosk, "requirement") if "不适用" in tile.accessibleName()]
    few = len(tiles(kiosk, "requirement"))
    press(kiosk, "situation-all")
    assert field_of(kiosk).text() == "专间"
    assert kiosk.visit.situation.show_all
    marked = [tile for tile in tiles(kiosk, "requirement") if "不适用" in tile.accessibleName()]
    assert len(marked) == len(tiles(kiosk, "requirement")) - few > 0
    press(kiosk, "situation-all")
    assert len(tiles(kiosk, "requirement")) == few


def test_results_that_all_do_not_apply_are_not_called_nothing(kiosk: Any) -> None:
    """Where every result is left out, the line with its reason stands there instead of "nothing was found"."""
    kiosk.go(page="search", looking=Looking("专间面积"))
    assert tiles(kiosk)
    kiosk.go(situation=HOT_FOOD)
    assert not tiles(kiosk)
    shown = [label.text() for label in kiosk.window.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in shown if "没有找到" in text]
    assert [text for text in shown if text.startswith("有 1 条结果不显示")]


def test_a_condition_and_a_key_point_are_left_out_like_their_requirements(kiosk: Any) -> None:
    """Something that stands for requirements is left out only where none of them applies, for every permit it belongs to."""
    kiosk.go(page="search", looking=Looking("专间"), situation=HOT_FOOD)
    beside = BesideTheAnswers(kiosk.around)
    found = {(hit.entry.kind, hit.entry.id): hit.entry for hit in kiosk.around.catalogue.index.find("专间")}
    assert beside.because(found["condition", "3"])
    assert beside.because(found["point", "hot-food-only"])
    assert not beside.because(found["requirement", "food-catering.finish.dado"])
    entries = [hit.entry for hit in kiosk.around.catalogue.index.find("许可") if hit.entry.kind in ("permit", "document", "step")]
    assert entries
    assert not any(map(beside.because, entries))
