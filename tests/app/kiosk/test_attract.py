"""What the kiosk shows when nobody is there."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.attract import shots
from showroom.app.kiosk.opening import first_visit
from showroom.app.kiosk_config import KioskConfig


@pytest.fixture
def waiting(make_kiosk: Callable[..., Any]) -> Any:
    """Return a kiosk that waits for a visitor."""
    return make_kiosk(choices={"attract": True})


def test_a_hall_s_kiosk_begins_with_its_pictures(catalogue: Any) -> None:
    """Full screen it begins with "touch to start"; in a window, or told where to begin, it goes straight there."""
    assert first_visit(KioskConfig(), catalogue).page == "attract"
    assert first_visit(KioskConfig(windowed=True), catalogue).page == "lobby"
    assert first_visit(KioskConfig(size=(800, 600)), catalogue).page == "lobby"
    assert first_visit(KioskConfig(permit_id="food-catering"), catalogue).page == "permit"
    assert first_visit(KioskConfig(scene_id="hot-food-shop"), catalogue).page == "showroom"


def test_every_scene_is_shown_before_any_is_shown_again(waiting: Any) -> None:
    """The pictures go round the scenes."""
    found = shots(waiting.around)
    scenes = len(waiting.around.catalogue.exhibits)
    assert len({shot.words for shot in found[:scenes]}) == scenes


def test_time_moves_the_pictures_and_a_button_holds_them(waiting: Any) -> None:
    """Each picture stands its time, then the next comes; held, nothing moves by itself."""
    flight = waiting.window.page.flight
    before = flight.grab().toImage()
    flight.advance(4000)
    assert flight.grab().toImage() != before
    flight.advance(5000)
    assert flight.at == 1
    waiting.window.page._timer.start()
    hold = waiting.window.findChild(QWidget, "hold-pictures")
    waiting.qtbot.mouseClick(hold, Qt.MouseButton.LeftButton)
    assert waiting.window.page.held
    assert not waiting.window.page._timer.isActive()
    assert waiting.visit.page == "attract"


@pytest.mark.parametrize("how", ["button", "anywhere", "key"])
def test_a_touch_anywhere_begins(waiting: Any, how: str) -> None:
    """The big button, a touch beside it, or a key leads to the lobby."""
    page = waiting.window.page
    if how == "button":
        waiting.qtbot.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)
    elif how == "anywhere":
        waiting.qtbot.mouseClick(page.flight, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    else:
        waiting.qtbot.keyClick(waiting.window, Qt.Key.Key_Space)
    waiting.settle()
    assert waiting.visit.page == "lobby"


def test_home_leads_to_the_lobby_and_starting_over_to_the_pictures(waiting: Any) -> None:
    """Home is for who is still there."""
    waiting.go(page="permit", permit_id="food-catering")
    waiting.around.holder.home()
    assert waiting.visit.page == "lobby"
    waiting.around.holder.reset()
    assert waiting.visit.page == "attract"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_nothing_is_clipped_and_the_button_speaks_both_languages(
    make_kiosk: Callable[..., Any], size: tuple[int, int], large: bool, language: str
) -> None:
    """In every form the begin button says it in both languages and lies in the window."""
    kiosk = make_kiosk(size=size, language=language, choices={"attract": True})
    kiosk.around.holder.comfort(large_print=large)
    kiosk.settle()
    button = kiosk.window.page.begin_button
    assert "Touch to start" in button.accessibleName()
    assert "触摸开始" in button.accessibleName()
    assert kiosk.window.rect().contains(button.mapTo(kiosk.window, button.rect().bottomRight()))
    assert button.heightForWidth(button.width()) <= button.height() + 2


def test_a_kiosk_without_pictures_still_begins(make_kiosk: Callable[..., Any], catalogue: Any) -> None:
    """No scene, no picture: the words and the button are there."""
    empty = type(catalogue)(catalogue.permits, (), catalogue.vocabulary)
    kiosk = make_kiosk(choices={"attract": True}, catalogue=empty)
    kiosk.window.page.flight.advance(60_000)
    kiosk.qtbot.mouseClick(kiosk.window.page.begin_button, Qt.MouseButton.LeftButton)
    assert kiosk.visit.page == "lobby"


def test_a_button_tried_in_passing_is_undone_without_a_question(make_kiosk: Callable[..., Any]) -> None:
    """Large print chosen by somebody who went on is taken back after a while; nobody is asked, for nothing is lost."""
    now = [0.0]
    kiosk = make_kiosk(choices={"attract": True}, clock=lambda: now[0])
    kiosk.around.holder.comfort(large_print=True)
    kiosk.settle()
    now[0] += 91
    kiosk.window.attendance.tick()
    kiosk.settle()
    assert kiosk.visit == kiosk.around.holder.first
    assert not [w for w in kiosk.window.findChildren(QWidget, "stay-cover") if w.isVisible()]
