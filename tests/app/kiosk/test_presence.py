"""What the kiosk does when nobody touches it: the question, the countdown, the beginning."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from showroom.app.kiosk.presence import Presence
from showroom.app.kiosk.visit import Comfort


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the seconds now."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands."""
    return Clock()


def told(presence: Presence) -> list[str]:
    """Return a list that grows with everything `presence` says."""
    said: list[str] = []
    for name in ("asked", "answered", "left"):
        getattr(presence, name).connect(lambda name=name: said.append(name))
    presence.counting.connect(lambda seconds: said.append(str(seconds)))
    return said


def make(clock: Clock, *, untouched: bool = False, listening: Callable[[], bool] = lambda: False) -> Presence:
    """Return a presence that asks after 90 and waits 30 seconds."""
    return Presence(90, 30, clock=clock, untouched=lambda: untouched, listening=listening)


def test_who_went_quiet_is_asked_counted_down_and_given_up(qapp: object, clock: Clock) -> None:
    """After 90 seconds the question, then the seconds left, and after 30 more the end."""
    presence = make(clock)
    said = told(presence)
    for clock.now in (1089.0, 1090.0, 1100.5, 1119.5, 1120.0):
        presence.tick()
    assert said == ["asked", "20", "1", "0", "answered", "left"]


def test_an_answer_begins_the_wait_anew(qapp: object, clock: Clock) -> None:
    """Staying extends the visit by the whole time, as often as one likes; a touch while nothing is asked does the same."""
    presence = make(clock)
    said = told(presence)
    for _ in range(12):
        clock.now += 90
        presence.tick()
        clock.now += 29
        presence.tick()
        presence.stay()
    assert said.count("asked") == said.count("answered") == 12
    assert "left" not in said
    for _ in range(20):
        clock.now += 80
        presence.touched()
        presence.tick()
    assert said.count("asked") == 12


def test_nobody_is_asked_where_nothing_was_touched(qapp: object, clock: Clock) -> None:
    """A kiosk at its beginning asks nobody, however long it stands."""
    presence = make(clock, untouched=True)
    said = told(presence)
    for _ in range(10):
        clock.now += 3600
        presence.tick()
    assert said == []


def test_who_listens_is_there(qapp: object, clock: Clock) -> None:
    """While a tour plays or a text is read, no time passes; afterwards it does."""
    playing = [True]
    presence = make(clock, listening=lambda: playing[0])
    said = told(presence)
    for _ in range(10):
        clock.now += 60
        presence.tick()
    assert said == []
    playing[0] = False
    clock.now += 91
    presence.tick()
    assert said == ["asked"]


@pytest.fixture
def quiet(make_kiosk: Callable[..., Any], clock: Clock) -> Callable[..., Any]:
    """Return a maker of a kiosk as in a hall, whose visitor has just been asked."""

    def make(**more: Any) -> Any:
        kiosk = make_kiosk(choices={"attract": True}, clock=clock, **more)
        kiosk.go(page="permit", permit_id="food-catering")
        clock.now += 90
        kiosk.window.attendance.tick()
        kiosk.settle()
        return kiosk

    return make


def covers(kiosk: Any) -> list[QWidget]:
    """Return the questions that are visible."""
    return [w for w in kiosk.window.findChildren(QWidget, "stay-cover") if w.isVisible()]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_question_is_over_everything_and_its_button_big(quiet: Callable[..., Any], size: tuple[int, int], large: bool) -> None:
    """The cover fills the page, says the seconds left, and "I am still here" is the largest thing on it."""
    kiosk = quiet(size=size)
    if large:
        kiosk.around.holder.comfort(large_print=True)
        kiosk.settle()
    (cover,) = covers(kiosk)
    assert cover.geometry() == kiosk.window.centralWidget().rect()
    seconds = cover.findChild(QLabel, "stay-seconds")
    assert "30" in seconds.text()
    assert cover.first.height() >= kiosk.window.look.px(100)
    assert kiosk.window.rect().contains(cover.first.mapTo(kiosk.window, cover.first.rect().bottomRight()))
    inside = [w for w in cover.findChildren(QLabel) if w.text()]
    assert all(label.height() >= label.heightForWidth(label.width()) - 2 for label in inside if label.wordWrap())


def test_staying_keeps_the_visit(quiet: Callable[..., Any], clock: Clock) -> None:
    """The big button takes the question away; page and permit are as they were."""
    kiosk = quiet()
    (cover,) = covers(kiosk)
    kiosk.qtbot.mouseClick(cover.first, Qt.MouseButton.LeftButton)
    kiosk.settle()
    assert not covers(kiosk)
    assert (kiosk.visit.page, kiosk.visit.permit_id) == ("permit", "food-catering")
    clock.now += 80
    kiosk.window.attendance.tick()
    assert not covers(kiosk)


@pytest.mark.parametrize("how", ["beside", "key"])
def test_any_touch_or_key_is_an_answer(quiet: Callable[..., Any], how: str) -> None:
    """Touching beside the sheet, or pressing any key, keeps the visit too."""
    kiosk = quiet()
    (cover,) = covers(kiosk)
    if how == "beside":
        kiosk.qtbot.mouseClick(cover, Qt.MouseButton.LeftButton, pos=cover.rect().topLeft() + cover.rect().center() / 20)
    else:
        kiosk.qtbot.keyClick(cover, Qt.Key.Key_A)
    kiosk.settle()
    assert not covers(kiosk)
    assert kiosk.visit.page == "permit"


def test_silence_ends_in_the_beginning(quiet: Callable[..., Any], clock: Clock) -> None:
    """After the last second everything is as at the start: the moving pictures, the hall's language, normal print."""
    kiosk = quiet()
    kiosk.languages.choose("en")
    kiosk.around.holder.comfort(large_print=True)
    kiosk.settle()
    clock.now += 91
    kiosk.window.attendance.tick()
    clock.now += 30
    kiosk.window.attendance.tick()
    kiosk.settle()
    assert kiosk.visit == kiosk.around.holder.first
    assert kiosk.visit.page == "attract"
    assert kiosk.languages.current == "zh_CN"
    assert not covers(kiosk)


def test_leaving_at_once_is_a_button_too(quiet: Callable[..., Any]) -> None:
    """Who is finished need not wait."""
    kiosk = quiet()
    (cover,) = covers(kiosk)
    leave = cover.findChild(QWidget, "leave")
    kiosk.qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    kiosk.settle()
    assert kiosk.visit == kiosk.around.holder.first
    assert not covers(kiosk)


def test_the_question_outlives_a_page_built_anew(quiet: Callable[..., Any]) -> None:
    """Turning the screen while one is asked shows the question again, over the whole new page."""
    kiosk = quiet()
    kiosk.window.resize(1080, 1920)
    kiosk.qtbot.waitUntil(lambda: kiosk.window.look.portrait, timeout=5000)
    kiosk.settle()
    (cover,) = covers(kiosk)
    assert cover.geometry() == kiosk.window.centralWidget().rect()


def test_a_window_for_trying_asks_nobody(make_kiosk: Callable[..., Any], clock: Clock) -> None:
    """In a window on somebody's desk nothing is forgotten by itself."""
    kiosk = make_kiosk(clock=clock)
    kiosk.go(page="permit", permit_id="food-catering")
    clock.now += 10_000
    kiosk.window.attendance.tick()
    kiosk.settle()
    assert not covers(kiosk)


def test_every_touch_of_the_screen_is_heard(make_kiosk: Callable[..., Any], clock: Clock) -> None:
    """A touch that changes nothing counts as somebody being there: it is heard before the widget that takes it."""
    kiosk = make_kiosk(choices={"attract": True}, clock=clock)
    kiosk.go(page="lobby")
    kiosk.window.attendance.listen()
    clock.now += 89
    place = QPointF(900.0, 3.0)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, place, place, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(kiosk.window.windowHandle(), event)
    clock.now += 2
    kiosk.window.attendance.tick()
    kiosk.settle()
    assert not covers(kiosk)


def test_the_question_is_read_aloud_to_who_has_everything_read(quiet: Callable[..., Any], clock: Clock, make_kiosk: Any) -> None:
    """With reading aloud switched on, the question is spoken."""
    kiosk = make_kiosk(choices={"attract": True}, clock=clock)
    kiosk.around.holder.put(kiosk.visit.revise(page="lobby", comfort=Comfort(read_aloud=True)))
    kiosk.around.speech.stop()
    clock.now += 90
    kiosk.window.attendance.tick()
    assert kiosk.around.speech.reading
    kiosk.around.speech.stop()
