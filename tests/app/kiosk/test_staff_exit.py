"""How the staff leaves the kiosk, and how nobody else does."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from showroom.app.kiosk import pin as pins
from showroom.app.kiosk.pin import StaffLock, fits, scrambled
from showroom.domain.errors import InputError


@pytest.fixture(autouse=True)
def _quick_scrambling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scramble cheaply: a thousand tries would take a minute."""
    monkeypatch.setattr(pins, "_N", 16)


def test_a_pin_fits_its_own_scrambling_only() -> None:
    """The file does not hold the PIN, twice the same gives two texts, and nothing fits an empty or broken one."""
    kept = scrambled("24680")
    assert "24680" not in kept
    assert kept != scrambled("24680")
    assert fits("24680", kept)
    assert not fits("24681", kept)
    assert not fits("", "")
    assert not fits("1234", "scrypt$nonsense")


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "", "一二三四"])
def test_only_four_to_twelve_digits_are_a_pin(pin: str) -> None:
    """Anything else is refused with what to choose."""
    with pytest.raises(InputError, match="digits"):
        scrambled(pin)


def test_a_wrong_pin_a_thousand_times_only_makes_the_wait_grow() -> None:
    """Three tries are free, then the wait doubles up to an hour; while it lasts even the right PIN opens nothing."""
    now = [0.0]
    lock = StaffLock(scrambled("2468"), clock=lambda: now[0])
    waits = []
    for _ in range(1000):
        assert not lock.opens("1111")
        waits.append(lock.wait)
        assert lock.wait == 0 or not lock.opens("2468")
        now[0] += lock.wait
    assert waits[:6] == [0, 0, 30, 60, 120, 240]
    assert max(waits) == waits[-1] == 3600
    assert lock.opens("2468")
    assert lock.wait == 0


@pytest.fixture
def hall(make_kiosk: Callable[..., Any]) -> Any:
    """Return a kiosk with the PIN 2468."""
    now = [1000.0]
    kiosk = make_kiosk(choices={"attract": True, "staff_pin": scrambled("2468")}, clock=lambda: now[0])
    kiosk.now = now
    kiosk.window.attendance.listen()
    return kiosk


def touch(kiosk: Any, x: float, y: float) -> None:
    """Touch the screen at a place, half a second later."""
    kiosk.now[0] += 0.5
    left = Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, QPointF(x, y), QPointF(x, y), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(kiosk.window.windowHandle(), event)
    kiosk.settle()


def pad(kiosk: Any) -> QWidget | None:
    """Return the number pad, where it is shown."""
    return next((w for w in kiosk.window.findChildren(QWidget, "staff-cover") if w.isVisible()), None)


def strike(kiosk: Any, *names: str) -> None:
    """Press buttons of the pad."""
    for name in names:
        kiosk.qtbot.mouseClick(kiosk.window.findChild(QWidget, name), Qt.MouseButton.LeftButton)
        kiosk.settle()


def test_five_touches_in_the_corner_ask_for_the_pin(hall: Any) -> None:
    """Four do not, a touch elsewhere between them does not, and slow ones do not."""
    for _ in range(4):
        touch(hall, 20, 20)
    assert pad(hall) is None
    touch(hall, 900, 600)
    for _ in range(4):
        touch(hall, 20, 20)
    assert pad(hall) is None
    touch(hall, 20, 20)
    assert pad(hall) is not None


def test_the_right_pin_closes_the_kiosk(hall: Any) -> None:
    """The visit is forgotten first, and the window goes."""
    hall.go(page="permit", permit_id="food-catering")
    hall.window.attendance.show_pad()
    strike(hall, "pin-2", "pin-4", "pin-6", "pin-8", "pin-enter")
    assert not hall.window.isVisible()
    assert hall.visit == hall.around.holder.first


def test_a_wrong_pin_a_thousand_times_leaves_the_kiosk_alive(hall: Any) -> None:
    """The pad says so in words, one may only wait, and the kiosk goes on serving."""
    hall.window.attendance.show_pad()
    shown = pad(hall)
    assert shown is not None
    for _ in range(1000):
        for digit in "1357":
            shown._strike(digit)
        shown._try()
    hall.settle()
    assert shown.findChild(QLabel, "pin-told").text()
    assert not shown.findChild(QWidget, "pin-enter").isEnabled()
    strike(hall, "pin-cancel")
    assert pad(hall) is None
    hall.qtbot.mouseClick(hall.window.page.begin_button, Qt.MouseButton.LeftButton)
    assert hall.visit.page == "lobby"
    hall.now[0] += 4000
    assert hall.window.attendance.lock.opens("2468")


def test_a_pad_left_alone_goes_away(hall: Any) -> None:
    """Nobody's half-typed PIN stays on the screen."""
    hall.window.attendance.show_pad()
    strike(hall, "pin-2")
    hall.now[0] += 31
    hall.window.attendance.tick()
    hall.settle()
    assert pad(hall) is None


def test_the_window_system_cannot_close_a_hall_s_kiosk(make_kiosk: Callable[..., Any]) -> None:
    """With a PIN, full screen, Alt+F4 brings the number pad instead; without one it closes as any window."""
    for pin, closes in ((scrambled("2468"), False), ("", True)):
        kiosk = make_kiosk(choices={"attract": True, "staff_pin": pin})
        kiosk.around.config = kiosk.around.config.model_copy(update={"windowed": False})
        event = QCloseEvent()
        QApplication.sendEvent(kiosk.window, event)
        kiosk.settle()
        assert event.isAccepted() is closes
        assert (pad(kiosk) is None) is closes
        kiosk.window.attendance._allowed_to_close = True


def test_digits_of_a_keyboard_are_taken_too(hall: Any) -> None:
    """The pad takes digits, Backspace and Enter, and Escape puts it away."""
    hall.window.attendance.show_pad()
    shown = pad(hall)
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
        hall.qtbot.keyClick(shown, key)
    hall.settle()
    assert pad(hall) is None
    hall.window.attendance.show_pad()
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_8, Qt.Key.Key_Return):
        hall.qtbot.keyClick(pad(hall), key)
    hall.settle()
    assert not hall.window.isVisible()
