"""What a finger does, by real touch events."""

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from showroom.view.stage import Pose

PERMIT = "food-catering"


def middle(widget: QWidget, window: QWidget) -> QPoint:
    """Return the middle of a widget in the window."""
    return widget.mapTo(window, widget.rect().center())


def test_a_tap_in_a_scrolled_column_presses_what_is_tapped(kiosk: Any) -> None:
    """A finger that comes down and leaves on a permit's tile opens that permit."""
    device = QTest.createTouchDevice()
    tile = kiosk.window.findChild(QWidget, f"permit-{PERMIT}")
    place = middle(tile, kiosk.window)
    QTest.touchEvent(kiosk.window, device).press(0, place, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, device).release(0, place, kiosk.window).commit()
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "permit", timeout=3000)


def test_a_drag_of_the_finger_scrolls_a_column(kiosk: Any) -> None:
    """Pulling a long column up scrolls it and presses nothing."""
    kiosk.go(page="permit", permit_id=PERMIT)
    device = QTest.createTouchDevice()
    area = kiosk.window.findChild(QAbstractScrollArea, "permit-part")
    kiosk.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=5000)
    place = middle(area.viewport(), kiosk.window)
    QTest.touchEvent(kiosk.window, device).press(0, place, kiosk.window).commit()
    for step in range(1, 11):
        kiosk.qtbot.wait(15)
        QTest.touchEvent(kiosk.window, device).move(0, place - QPoint(0, 20 * step), kiosk.window).commit()
    QTest.touchEvent(kiosk.window, device).release(0, place - QPoint(0, 200), kiosk.window).commit()
    kiosk.qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 50, timeout=3000)
    assert kiosk.visit.page == "permit"


def tap(kiosk: Any, widget: QWidget) -> None:
    """Tap the middle of a widget with one finger."""
    kiosk.qtbot.wait(QApplication.doubleClickInterval() + 50)
    device, place = QTest.createTouchDevice(), middle(widget, kiosk.window)
    QTest.touchEvent(kiosk.window, device).press(0, place, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, device).release(0, place, kiosk.window).commit()
    kiosk.settle()


def test_what_lies_over_the_stage_takes_the_finger_before_the_stage(kiosk: Any) -> None:
    """A disc, the bar, the views, a line of the list and the pad answer a tap; nobody walks because of it."""
    kiosk.open_showroom()
    page = kiosk.window.page
    x, y, z = next(iter(page.showing.places.values()))
    kiosk.window.stage_widget.fly_to(Pose.looking((x + 1.5, y + 1.5, 1.6), (x, y, z)), 0)
    kiosk.settle()
    tap(kiosk, next(disc for disc in page.points.layer.discs.values() if disc.isVisible()))
    assert kiosk.visit.walk.hotspot or kiosk.visit.walk.listed
    page.surroundings.holder.walk(hotspot=None, listed=None)
    kiosk.settle()
    tap(kiosk, kiosk.window.findChild(QWidget, "tour-list"))
    assert kiosk.visit.walk.listed == ()
    first = next(iter(page.showing.spots))
    tap(kiosk, page.overlays.dock.findChild(QWidget, f"list-{first}"))
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.walk.hotspot == first, timeout=3000)  # a scroller waits whether it is a drag
    tap(kiosk, kiosk.window.findChild(QWidget, "plan"))
    assert kiosk.visit.walk.view == "plan"
