"""Measuring in the showroom: by taps, by the cross and the keyboard, and nobody walks meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.kiosk.measuring import seen_part
from showroom.app.kiosk.visit import Comfort
from showroom.view.camera import Camera
from showroom.view.stage import Pose

EYE = (6.0, 2.35, 1.6)


@pytest.fixture
def measuring(kiosk: Any) -> Any:
    """Return a kiosk that measures, looking down at the floor of the dining room."""
    kiosk.open_showroom()
    kiosk.stage.show(kiosk.around.premises.model)
    begin(kiosk)
    kiosk.window.stage_widget.fly_to(Pose(EYE, 0.0, -40.0), 0)
    kiosk.settle()
    return kiosk


def begin(kiosk: Any) -> None:
    """Press the button that begins measuring."""
    press(kiosk, "tour-tools")
    press(kiosk, "tool-measure")


def press(kiosk: Any, name: str) -> None:
    """Press a visible button."""
    button = next(one for one in kiosk.window.findChildren(QWidget, name) if one.isVisible())
    kiosk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    kiosk.settle()


def touch(kiosk: Any, x: float, y: float) -> None:
    """Touch a point of the floor."""
    seen = kiosk.stage.project((x, y, 0.0))
    QTest.mouseClick(kiosk.window.stage_widget, Qt.MouseButton.LeftButton, pos=QPoint(round(seen.x), round(seen.y)))
    kiosk.settle()


def said(kiosk: Any) -> str:
    """Return what the bar says."""
    return str(kiosk.window.findChild(QLabel, "measure-words").text())


def test_two_touches_measure_a_length_and_nobody_walks(measuring: Any) -> None:
    """A length to the centimetre; the third touch begins another."""
    assert said(measuring) == "请点按第一个点"
    touch(measuring, 7.6, 2.0)
    assert said(measuring) == "请点按第二个点"
    touch(measuring, 7.6, 3.5)
    assert said(measuring) in ("长度：1.50 米", "长度：1.49 米", "长度：1.51 米")
    assert measuring.stage.pose.eye == EYE
    touch(measuring, 8.0, 2.0)
    assert said(measuring) == "请点按第二个点"


def test_an_area_needs_three_corners(measuring: Any) -> None:
    """A triangle of two by one and a half metres; clearing forgets it."""
    press(measuring, "area")
    for corner in ((7.4, 1.6), (9.4, 1.6), (9.4, 3.1)):
        assert "三个" in said(measuring)
        touch(measuring, *corner)
    assert float(said(measuring).removeprefix("面积：").split()[0]) == pytest.approx(1.5, abs=0.03)
    assert len(measuring.window.page.overlays.measuring.layer.lines) == 3
    press(measuring, "measure-clear")
    assert "三个" in said(measuring)


def test_the_cross_and_the_keyboard_measure_too(measuring: Any) -> None:
    """Enter marks what is under the cross; Escape ends measuring, and the bar of the tour is back."""
    QTest.keyClick(measuring.window.stage_widget, Qt.Key.Key_Return)
    measuring.window.stage_widget.fly_to(Pose(EYE, 30.0, -40.0), 0)
    press(measuring, "measure-set")
    assert said(measuring).startswith("长度：")
    QTest.keyClick(measuring.window.stage_widget, Qt.Key.Key_Escape)
    measuring.settle()
    assert not measuring.window.page.overlays.measuring.active
    assert measuring.window.page.overlays.bar.isVisible()
    assert measuring.window.stage_widget.mode == "walk"


def test_the_room_tells_its_size(measuring: Any) -> None:
    """Width, depth and height of the room one stands in, from the plan; in another room another size."""
    room = measuring.window.findChild(QLabel, "measure-room")
    assert room.text() == "本房间：11.40 × 4.90 × 3.00 米"
    walker_kitchen = next(space for space in measuring.around.premises.plan.spaces if space.use == "cooking")
    x, y = (sum(corner[axis] for corner in walker_kitchen.outline) / len(walker_kitchen.outline) for axis in (0, 1))
    measuring.window.stage_widget.fly_to(Pose((x, y, 1.6)), 0)
    measuring.window.page._frame()
    assert room.text() != "本房间：11.40 × 4.90 × 3.00 米"


def test_measuring_ends_with_the_page(measuring: Any) -> None:
    """Whoever leaves the premises while measuring leaves no lines behind, and taps walk again."""
    measuring.go(page="permit")
    assert measuring.window.stage_widget.mode == "walk"


def test_of_a_line_only_what_is_before_the_eye_is_drawn() -> None:
    """A line from behind the eye is cut at it, one wholly behind is not drawn."""
    camera = Camera.inside(Pose((0.0, 0.0, 1.6)), 640, 360)
    cut = seen_part(camera, (-2.0, 1.0, 0.0), (2.0, 1.0, 0.0))
    assert cut is not None
    assert cut[0] == pytest.approx((0.05, 1.0, 0.0))
    assert seen_part(camera, (-2.0, 1.0, 0.0), (-1.0, 1.0, 0.0)) is None
    assert seen_part(camera, (1.0, 1.0, 0.0), (2.0, 1.0, 0.0)) == ((1.0, 1.0, 0.0), (2.0, 1.0, 0.0))


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("large", [False, True])
def test_the_measuring_bar_fits_and_covers_nothing(make_kiosk: Callable[..., Any], size: tuple[int, int], *, large: bool) -> None:
    """In both orientations and prints every word and button of it is whole."""
    kiosk = make_kiosk(size=size, language="en", comfort=Comfort(large_print=large))
    kiosk.open_showroom()
    begin(kiosk)
    page = kiosk.window.page
    bar = page.overlays.measuring.bar
    for kind in ("length", "height", "area"):
        press(kiosk, kind)
        assert kiosk.window.stage_widget.rect().contains(bar.geometry())
        assert bar.words.width() >= bar.words.sizeHint().width()
        for button in (*bar.kinds.buttons.values(), *(button for button, _ in bar._wordy)):
            assert button.width() + 2 >= button.minimumSizeHint().width()
        others = [t for t in page.overlays.all if t.isVisible() and t not in (bar, page.overlays.leader)]
        assert [type(t).__name__ for t in others if t.geometry().intersects(bar.geometry())] == []
