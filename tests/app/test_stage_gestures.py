"""What do fingers on the stage do, and what becomes of a gesture whose end never comes?"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showroom.app.widgets.stage_gestures import SILENCE
from showroom.app.widgets.stage_widget import StageWidget
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.view.recording_stage import RecordingStage
from showroom.view.stage import Pose

SIZE = (640, 360)
START = Pose((3.0, 3.0, 1.6), 0.0)
THUMB, FINGER = QPoint(200, 180), QPoint(400, 180)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[StageWidget]:
    """A widget over a floor of 6 × 6 m, its eye in the middle looking east, and a clock that only tests move."""
    corners = np.array([[0, 0, 0], [6, 0, 0], [6, 6, 0], [0, 6, 0]], np.float32)
    mesh = Mesh(Material("floor"), corners, np.array([[0, 1, 2], [0, 2, 3]], np.uint32))
    widget = StageWidget(RecordingStage(*SIZE))
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    widget.show_model(Model((Node("floor", (mesh,), "floors", "S"),)))
    widget.stage.look_from(START)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    widget._gestures._clock = lambda: Hand.now
    Hand.now = 0.0
    yield widget
    widget.shut()
    widget.close()
    widget.deleteLater()


class Hand:
    """Fingers on a widget, by number."""

    now = 0.0

    def __init__(self, widget: StageWidget) -> None:
        self.widget, self.device = widget, QTest.createTouchDevice()

    def does(self, **fingers: tuple[str, QPoint]) -> None:
        """Send one touch event: `a=("press", at)`; every finger that is down must be named."""
        event = QTest.touchEvent(self.widget, self.device)
        for name, (act, at) in fingers.items():
            number = "abc".index(name)
            if act == "stay":
                event.stationary(number)
            else:
                getattr(event, act)(number, at)
        event.commit()


def told_by(signal: Any) -> list[Any]:
    """Return a list that grows by what `signal` tells."""
    found: list[Any] = []
    signal.connect(found.append)
    return found


def test_one_finger_looks_round(stage: StageWidget) -> None:
    """The room follows the finger: dragged to the right one looks more to the left, dragged down higher up."""
    hand = Hand(stage)
    hand.does(a=("press", THUMB))
    hand.does(a=("move", THUMB + QPoint(72, 36)))
    assert stage.moving
    hand.does(a=("release", THUMB + QPoint(72, 36)))
    assert not stage.moving
    assert (stage.pose.yaw, stage.pose.pitch) == pytest.approx((13.0, 6.5))
    assert stage.pose.eye == START.eye


def test_a_pinch_goes_ahead_and_a_button_does_the_same(stage: StageWidget) -> None:
    """Fingers parting lead forward, coming together back; `zoom` steps the same ways."""
    hand = Hand(stage)
    hand.does(a=("press", THUMB), b=("press", FINGER))
    hand.does(a=("move", THUMB - QPoint(100, 0)), b=("move", FINGER + QPoint(100, 0)))
    ahead = stage.pose.eye[0] - START.eye[0]
    assert 1.0 < ahead < 2.5
    assert stage.pose.yaw == START.yaw
    hand.does(a=("move", THUMB), b=("move", FINGER))
    hand.does(a=("release", THUMB), b=("release", FINGER))
    assert stage.pose.eye == pytest.approx(START.eye)
    stage.zoom(1.25)
    assert stage._travel.motion is not None
    assert stage._travel.motion[0].end.eye[0] > START.eye[0] + 0.5


def test_two_fingers_pan_and_a_button_does_the_same(stage: StageWidget) -> None:
    """Inside, the floor follows two fingers; over the plan, the plan does; `shift` by the same share does exactly that."""
    hand = Hand(stage)
    for view in ("inside", "plan", "dollhouse"):
        stage.set_view(view, 0)
        places = []
        for by_hand in (True, False):
            stage.look_from(START)
            stage.stage.look_over(None)
            if by_hand:
                hand.does(a=("press", THUMB), b=("press", FINGER))
                hand.does(a=("move", THUMB + QPoint(72, 36)), b=("move", FINGER + QPoint(72, 36)))
                hand.does(a=("release", THUMB), b=("release", FINGER))
            else:
                stage.shift(0.2, 0.1)
            places.append(stage.pose.eye if view == "inside" else stage.stage.overlook.target)
            assert not stage.moving
        assert places[0] == pytest.approx(places[1])
        if view == "inside":
            assert places[0] == pytest.approx((3.25, 3.5, 1.6))
        else:
            assert places[0] != pytest.approx((3.0, 3.0, 0.0), abs=0.1)


def test_every_gesture_of_two_fingers_has_a_button_outside_too(stage: StageWidget) -> None:
    """Over the plan and the dollhouse `zoom` shows less of more by the very factor of the pinch."""
    hand = Hand(stage)
    for view in ("plan", "dollhouse"):
        stage.set_view(view, 0)
        spans = []
        for by_hand in (True, False):
            stage.stage.look_over(None)
            if by_hand:
                hand.does(a=("press", QPoint(220, 180)), b=("press", QPoint(420, 180)))
                hand.does(a=("move", QPoint(120, 180)), b=("move", QPoint(520, 180)))
                hand.does(a=("release", THUMB), b=("release", FINGER))
            else:
                stage.zoom(2.0)
            spans.append(stage.stage.overlook.span)
        assert spans[0] == pytest.approx(spans[1])


def test_the_finger_left_over_from_a_pinch_turns_nothing(stage: StageWidget) -> None:
    """When one of two fingers is lifted the pinch is over; the other neither turns the room nor taps, until it is lifted too."""
    hits, hand = told_by(stage.hit), Hand(stage)
    hand.does(a=("press", THUMB), b=("press", FINGER))
    hand.does(a=("move", THUMB - QPoint(20, 0)), b=("move", FINGER))
    hand.does(a=("stay", THUMB), b=("release", FINGER))
    assert not stage.moving
    pose = stage.pose
    hand.does(a=("move", THUMB + QPoint(90, 40)))
    assert (stage.pose, stage.moving) == (pose, False)
    hand.does(a=("release", THUMB + QPoint(90, 40)))
    assert hits == []
    hand.does(a=("press", THUMB))
    hand.does(a=("move", THUMB + QPoint(72, 0)))
    assert stage.pose.yaw > pose.yaw


def test_a_pinch_may_be_taken_up_again(stage: StageWidget) -> None:
    """A second finger put down again beside the one that stayed pinches on."""
    hand = Hand(stage)
    hand.does(a=("press", THUMB), b=("press", FINGER))
    hand.does(a=("stay", THUMB), b=("release", FINGER))
    hand.does(a=("stay", THUMB), b=("press", FINGER))
    hand.does(a=("stay", THUMB), b=("move", FINGER + QPoint(100, 0)))
    assert stage.moving
    assert stage.pose.eye[0] > START.eye[0]


def test_a_cancelled_touch_is_over(stage: StageWidget) -> None:
    """When the window system takes the touch away, nothing goes on and nothing is tapped."""
    hits, hand = told_by(stage.hit), Hand(stage)
    hand.does(a=("press", THUMB))
    hand.does(a=("move", THUMB + QPoint(60, 0)))
    assert stage.moving
    QApplication.sendEvent(stage, QTouchEvent(QEvent.Type.TouchCancel, hand.device))
    assert not stage.moving
    assert hits == []


def test_a_touch_that_ends_outside_is_over(stage: StageWidget) -> None:
    """A finger lifted far outside of the stage ends its drag as any other."""
    hand = Hand(stage)
    hand.does(a=("press", THUMB))
    hand.does(a=("move", THUMB + QPoint(60, 0)))
    hand.does(a=("release", QPoint(-500, 2000)))
    assert not stage.moving


@pytest.mark.parametrize("kind", [QEvent.Type.WindowDeactivate, QEvent.Type.WindowBlocked, QEvent.Type.UngrabMouse])
def test_hands_and_keys_end_with_the_window(stage: StageWidget, kind: QEvent.Type) -> None:
    """When the window is no longer the one in use, drag and held key end; the finger still down is not heard again."""
    hand = Hand(stage)
    hand.does(a=("press", THUMB))
    hand.does(a=("move", THUMB + QPoint(60, 0)))
    QTest.keyPress(stage, Qt.Key.Key_W)
    stage._travel.motion = None
    assert stage.moving
    QApplication.sendEvent(stage, QEvent(kind))
    assert not stage.moving
    pose = stage.pose
    hand.does(a=("move", THUMB + QPoint(160, 0)))
    assert (stage.pose, stage.moving) == (pose, False)


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_W, Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_Left])
def test_a_held_key_ends_with_the_focus(stage: StageWidget, key: Qt.Key) -> None:
    """A key held down when the focus goes elsewhere walks no farther than the step it began."""
    QTest.keyPress(stage, key)
    assert stage._travel.held
    QApplication.sendEvent(stage, QFocusEvent(QEvent.Type.FocusOut))
    assert not stage._travel.held


def test_hiding_or_disabling_the_stage_ends_everything(stage: StageWidget) -> None:
    """A stage nobody can reach is held by nobody."""
    for undo, act in ((lambda: stage.setEnabled(True), lambda: stage.setEnabled(False)), (stage.show, stage.hide)):
        hand = Hand(stage)
        hand.does(a=("press", THUMB))
        hand.does(a=("move", THUMB + QPoint(60, 0)))
        assert stage.moving
        act()
        assert not stage.moving
        undo()
        hand.does(a=("release", THUMB))


def test_silence_ends_a_touch_and_the_finger_is_not_heard_until_it_is_lifted(qtbot: QtBot, stage: StageWidget) -> None:
    """A finger of which nothing was heard for a while is gone: when it moves again, nothing moves with it and nothing is tapped."""
    hits, hand = told_by(stage.hit), Hand(stage)
    stage._gestures._silence.setInterval(30)
    hand.does(a=("press", THUMB))
    hand.does(a=("move", THUMB + QPoint(60, 0)))
    qtbot.waitUntil(lambda: not stage.moving, timeout=5_000)
    pose = stage.pose
    hand.does(a=("move", THUMB + QPoint(61, 0)))
    hand.does(a=("release", THUMB + QPoint(61, 0)))
    assert (stage.pose, hits) == (pose, [])


def test_an_elbow_on_the_glass_does_not_stop_the_other_hand(stage: StageWidget) -> None:
    """A touch that lies still for long is left out: beside it one finger looks round and taps as if it were alone."""
    hits, hand = told_by(stage.hit), Hand(stage)
    elbow = QPoint(40, 340)
    hand.does(a=("press", elbow))
    Hand.now = SILENCE + 1.0
    hand.does(a=("stay", elbow), b=("press", FINGER))
    hand.does(a=("stay", elbow), b=("move", FINGER + QPoint(72, 0)))
    assert stage.pose.yaw == pytest.approx(13.0)
    assert stage.pose.eye == START.eye
    hand.does(a=("stay", elbow), b=("release", FINGER + QPoint(72, 0)))
    assert not stage.moving
    spot = stage.stage.project((5.0, 4.0, 0.0))
    at = QPoint(round(spot.x), round(spot.y))
    hand.does(a=("stay", elbow), b=("press", at))
    hand.does(a=("stay", elbow), b=("release", at))
    assert [hit.node for hit in hits] == ["floor"]


def test_a_key_that_repeats_itself_waits_for_its_step(stage: StageWidget) -> None:
    """Thirty repeats while one step is under way are one step; struck anew by a finger they add up."""
    goal = None
    for number in range(30):
        assert stage.press(Qt.Key.Key_Right, again=number > 0)
        goal = stage._travel.motion
    assert goal is not None
    assert goal[0].end.yaw == pytest.approx(-15.0)
    stage.press(Qt.Key.Key_Right)
    assert stage._travel.motion is not None
    assert stage._travel.motion[0].end.yaw == pytest.approx(-30.0)


def test_a_mouse_goes_on_as_it_was_after_touches(stage: StageWidget) -> None:
    """After fingers were cancelled, a mouse drags as ever."""
    hand = Hand(stage)
    hand.does(a=("press", THUMB))
    QApplication.sendEvent(stage, QTouchEvent(QEvent.Type.TouchCancel, hand.device))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(stage, left, pos=THUMB)
    at = QPointF(272, 180)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, stage.mapToGlobal(at), Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(stage, event)
    QTest.mouseRelease(stage, left, pos=at.toPoint())
    assert stage.pose.yaw == pytest.approx(13.0)
    assert not stage.moving
