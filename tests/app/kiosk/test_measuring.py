"""Measuring in the showroom: by taps, by the cross and the keyboard, and nobody walks meanwhile."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import trimesh
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from showroom.app.kiosk.measure_lines import seen_part, seen_rulers, unhidden
from showroom.app.kiosk.visit import Comfort
from showroom.domain.plan import Plan
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.view.camera import Camera
from showroom.view.measures import Ruler, storey_at
from showroom.view.recording_stage import RecordingStage
from showroom.view.stage import Pose

EYE = (6.0, 2.35, 1.6)
FIRST, SECOND = "请点按第一个点", "请点按第二个点"


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
    assert said(measuring) == FIRST
    touch(measuring, 7.6, 2.0)
    assert said(measuring) == SECOND
    touch(measuring, 7.6, 3.5)
    assert said(measuring) in ("长度：1.50 米", "长度：1.49 米", "长度：1.51 米")
    assert measuring.stage.pose.eye == EYE
    touch(measuring, 8.0, 2.0)
    assert said(measuring) == SECOND


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


def counter_shop() -> Plan:
    """A room with one counter of 2.40 × 0.60 m, 0.80 m high."""
    return Plan.model_validate(
        {
            "format": 1,
            "name": "柜台",
            "source": {"kind": "drawn"},
            "storeys": [
                {
                    "id": "F1",
                    "level": 1,
                    "height": 3.0,
                    "spaces": [{"id": "S1", "name": "厅", "use": "dining", "outline": [[0, 0], [8, 0], [8, 6], [0, 6]]}],
                    "fixtures": [{"id": "X1", "kind": "worktop", "at": [4.0, 3.0], "size": [2.4, 0.6], "angle": 0}],
                }
            ],
        }
    )


def counter_model() -> Model:
    """Return the counter as a box, on a floor."""
    corners = np.array([[0, 0, 0], [8, 0, 0], [8, 6, 0], [0, 6, 0]], np.float32)
    floor = Mesh(Material("floor"), corners, np.array([[0, 1, 2], [0, 2, 3]], np.uint32))
    box = trimesh.creation.box(bounds=[[2.8, 2.7, 0.0], [5.2, 3.3, 0.8]])
    counter = Mesh(Material("wood"), np.array(box.vertices, np.float32), np.array(box.faces, np.uint32))
    return Model((Node("floor", (floor,), "floors", "S1", "S1"), Node("X1", (counter,), "furniture", "S1", "X1")))


@pytest.fixture
def counter(measuring: Any) -> Any:
    """Return a measuring kiosk that looks at the counter from one side."""
    measuring.stage.show(counter_model())
    measuring.window.stage_widget.fly_to(Pose.looking((4.0, 0.6, 1.6), (4.0, 3.0, 0.7)), 0)
    measuring.settle()
    return measuring


@pytest.mark.parametrize("off", [(5, 4), (-6, 3), (3, -5)])
def test_a_known_counter_is_measured_to_the_centimetre(counter: Any, off: tuple[int, int]) -> None:
    """Touching beside the upper corners of a counter 2.40 m long, by some pixels, gives 2.40 m: corners are meant, not pixels."""
    for corner in ((2.8, 2.7, 0.8), (5.2, 2.7, 0.8)):
        seen = counter.stage.project(corner)
        place = QPoint(round(seen.x) + off[0], round(seen.y) + off[1])
        QTest.mouseClick(counter.window.stage_widget, Qt.MouseButton.LeftButton, pos=place)
        counter.settle()
    assert said(counter) == "长度：2.40 米"
    np.testing.assert_allclose(counter.visit.walk.measurement.marks, [(2.8, 2.7, 0.8), (5.2, 2.7, 0.8)], atol=1e-4)
    press(counter, "height")
    seen = counter.stage.project((4.0, 3.0, 0.8))
    QTest.mouseClick(counter.window.stage_widget, Qt.MouseButton.LeftButton, pos=QPoint(round(seen.x), round(seen.y)))
    counter.settle()
    assert said(counter) == "高度：0.80 米"


@pytest.mark.parametrize("hand", ["finger", "mouse"])
def test_a_held_finger_opens_the_magnifier_and_places_where_it_is_lifted(counter: Any, hand: str) -> None:
    """Held a moment, moved to a corner and lifted: the round picture stands beside the finger, names the corner, and goes."""
    window, widget = counter.window, counter.window.stage_widget
    magnifier = window.page.overlays.measuring.magnifier
    seen = counter.stage.project((2.8, 2.7, 0.8))
    begun, ended = (QPoint(round(seen.x) + dx, round(seen.y) + dy) for dx, dy in ((90, 60), (6, 5)))
    before = counter.stage.pose
    if hand == "finger":
        device = QTest.createTouchDevice()
        QTest.touchEvent(widget, device).press(0, begun, widget).commit()
    else:
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=begun)
    counter.qtbot.waitUntil(magnifier.isVisible, timeout=3000)
    if hand == "finger":
        QTest.touchEvent(widget, device).move(0, ended, widget).commit()
    else:
        move = QMouseEvent(QEvent.Type.MouseMove, ended.toPointF(), widget.mapToGlobal(ended.toPointF()), Qt.MouseButton.NoButton,
                           Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(widget, move)
    assert magnifier.kind == "corner"
    assert magnifier.words() == "角点"
    assert not magnifier.geometry().contains(ended)
    assert widget.rect().contains(magnifier.geometry())
    assert counter.stage.pose == before
    if hand == "finger":
        QTest.touchEvent(widget, device).release(0, ended, widget).commit()
    else:
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=ended)
    counter.settle()
    assert not magnifier.isVisible()
    np.testing.assert_allclose(counter.visit.walk.measurement.marks, [(2.8, 2.7, 0.8)], atol=1e-4)


def test_a_drag_still_looks_round_while_measuring(counter: Any) -> None:
    """A finger that moves at once turns the eye and marks nothing."""
    widget, before = counter.window.stage_widget, counter.stage.pose
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(600, 500))
    for step in range(1, 6):
        at = QPoint(600 + 20 * step, 500)
        move = QMouseEvent(QEvent.Type.MouseMove, at.toPointF(), widget.mapToGlobal(at.toPointF()), Qt.MouseButton.NoButton,
                           Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(widget, move)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(700, 500))
    counter.settle()
    assert counter.stage.pose.yaw != before.yaw
    assert counter.visit.walk.measurement.marks == ()


def test_what_was_measured_outlives_a_change_of_language_and_print(counter: Any) -> None:
    """The page is built anew in English and in large print; the two points and their length are still there."""
    for corner in ((2.8, 2.7, 0.8), (5.2, 2.7, 0.8)):
        seen = counter.stage.project(corner)
        QTest.mouseClick(counter.window.stage_widget, Qt.MouseButton.LeftButton, pos=QPoint(round(seen.x), round(seen.y)))
        counter.settle()
    counter.languages.choose("en")
    counter.settle()
    assert said(counter) == "Length: 2.40 m"
    counter.around.holder.comfort(large_print=True)
    counter.settle()
    assert said(counter) == "Length: 2.40 m"
    assert len(counter.window.page.overlays.measuring.layer.lines) == 1
    assert counter.window.stage_widget.mode == "author"


def test_a_rulers_part_behind_furniture_is_not_drawn() -> None:
    """Of a line along the floor behind the counter only the ends beside it are seen; most of it hidden, it moves to the ceiling."""
    stage = RecordingStage(1280, 720)
    stage.show(counter_model())
    stage.look_from(Pose.looking((4.0, 0.6, 1.6), (4.0, 3.0, 0.7)))
    parts = unhidden(((0.5, 3.6, 0.01), (7.5, 3.6, 0.01)), stage.project)
    assert len(parts) == 2
    assert parts[0][1][0] < 3.6
    assert parts[1][0][0] > 4.4
    low = Ruler((2.6, 3.6, 0.01), (5.4, 3.6, 0.01), 2.8)
    (ruler, seen), _ = seen_rulers((low, Ruler((5.4, 3.6, 0.0), (5.4, 3.6, 3.0), 3.0)), stage.project)
    assert ruler.start[2] == pytest.approx(2.96)
    assert sum(abs(b[0] - a[0]) for a, b in seen) == pytest.approx(2.8)


def test_on_an_upper_storey_its_own_rooms_and_floor_are_measured() -> None:
    """An eye above the second floor is in the second storey; one above everything is in the highest."""
    plan = counter_shop()
    storey = plan.storeys[0]
    upper = storey.revise(id="F2", level=2, spaces=(storey.spaces[0].revise(id="S2"),), fixtures=())
    plan = plan.revise(storeys=(storey, upper))
    assert [storey_at(plan, height) for height in (-1.0, 1.6, 4.9, 30.0)] == ["F1", "F1", "F2", "F2"]
