"""What does the stage do under a visitor's hands, and when does it draw?"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from showroom.app.widgets import stage_gestures
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.plan import Plan
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.view.panorama import Surround
from showroom.view.recording_stage import RecordingStage
from showroom.view.stage import Hit, Pose
from showroom.view.walking import Walker

SIZE = (640, 360)
START = Pose((1.0, 1.0, 1.6), 45.0)
NO_BUTTON = Qt.MouseButton.NoButton
LEFT = Qt.MouseButton.LeftButton


def hall() -> Model:
    """Return a floor of 6 × 6 m and a box of 1 m in its far corner."""
    floor = np.array([[0, 0, 0], [6, 0, 0], [6, 6, 0], [0, 6, 0]], np.float32)
    wall = np.array([[5, 4, 0], [5, 6, 0], [5, 6, 2], [5, 4, 2]], np.float32)[::-1].copy()
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.uint32)
    grey, blue = Material("floor", (0.8, 0.8, 0.75, 1.0)), Material("board", (0.2, 0.4, 0.7, 1.0), double_sided=True)
    return Model(
        (Node("floor", (Mesh(grey, floor, faces),), "floors", "S"), Node("board", (Mesh(blue, wall, faces),), "signs", "S", "B1"))
    )


def hall_plan() -> Plan:
    """Return the plan of the hall with a cupboard in its middle."""
    space = {"id": "S", "outline": [[0, 0], [6, 0], [6, 6], [0, 6]]}
    cupboard = {"id": "X", "kind": "shelf", "at": [3, 3], "size": [1.0, 1.0]}
    return Plan.model_validate({"storeys": [{"id": "F1", "spaces": [space], "fixtures": [cupboard]}]})


@pytest.fixture
def recorded(qtbot: QtBot) -> Iterator[StageWidget]:
    """A widget over a recording stage that shows the hall, at rest."""
    widget = StageWidget(RecordingStage(*SIZE))
    yield from shown(qtbot, widget)


@pytest.fixture(params=["image", "gl"])
def drawn(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[StageWidget]:
    """A widget that really draws, with either presenter."""
    widget = StageWidget(presenter=request.param)
    yield from shown(qtbot, widget)


def shown(qtbot: QtBot, widget: StageWidget) -> Iterator[StageWidget]:
    """Show the hall in `widget` and wait until nothing is drawn any more."""
    widget.resize(*SIZE)
    widget.show_model(hall())
    widget.set_walker(Walker(hall_plan()))
    widget.stage.look_from(START)
    widget.show()
    qtbot.waitExposed(widget)
    rested(qtbot, widget)
    yield widget
    widget.shut()
    widget.close()
    widget.deleteLater()


def rested(qtbot: QtBot, widget: StageWidget) -> None:
    """Wait until the widget has nothing left to do."""
    qtbot.waitUntil(lambda: not widget._pulse.isActive() and not widget.moving, timeout=10_000)


def frames_of(widget: StageWidget) -> list[int]:
    """Return a list that grows by one with every frame."""
    found: list[int] = []
    widget.frameDrawn.connect(lambda: found.append(1))
    return found


def told_by(signal: Any) -> list[Any]:
    """Return a list that grows by what `signal` tells."""
    found: list[Any] = []
    signal.connect(lambda *values: found.append(values[0] if values else None))
    return found


def mouse(widget: StageWidget, kind: QEvent.Type, x: float, y: float, *, held: bool = True) -> None:
    """Send a mouse event of the left button."""
    at = QPointF(x, y)
    button = NO_BUTTON if kind == QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, LEFT if held else NO_BUTTON, Qt.KeyboardModifier.NoModifier)
    widget.event(event)


def wheel(widget: StageWidget, notches: int) -> None:
    """Turn the wheel over the middle of the widget."""
    at = QPointF(widget.width() / 2, widget.height() / 2)
    turn = QPoint(0, 120 * notches)
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), turn, NO_BUTTON, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    widget.event(event)


def round_picture(position: tuple[float, float, float] = (2.0, 2.0, 1.6)) -> Surround:
    """Return an even picture all round."""
    return Surround(np.full((256, 512, 3), 120, np.uint8), position, 0.0)


def place_of(widget: StageWidget, point: tuple[float, float, float]) -> QPoint:
    """Return where `point` appears in the widget."""
    seen = widget.stage.project(point)
    assert seen.in_front
    return QPoint(round(seen.x), round(seen.y))


def test_nothing_is_drawn_at_rest(qtbot: QtBot, recorded: StageWidget) -> None:
    """At rest no frame is drawn, whatever is painted over the stage."""
    frames = frames_of(recorded)
    label = QLabel("12", recorded)
    label.show()
    label.setText("13")
    recorded.update()
    qtbot.wait(120)
    assert not frames


def test_a_hand_on_the_stage_is_not_kept_waiting_by_refinement(qtbot: QtBot, recorded: StageWidget) -> None:
    """From a press on only plain frames are drawn; when the hand is gone the picture is refined to its end."""
    frames = frames_of(recorded)
    QTest.mousePress(recorded, LEFT, pos=QPoint(300, 200))
    recorded.stage.highlight(["B1"])
    qtbot.waitUntil(lambda: not recorded._pulse.isActive(), timeout=5_000)
    assert len(frames) == 1
    QTest.mouseRelease(recorded, LEFT, pos=QPoint(300, 200))
    rested(qtbot, recorded)
    assert len(frames) >= 8


def test_a_scene_is_warmed_up_turn_by_turn_before_it_is_drawn(qtbot: QtBot) -> None:
    """While it warms up nothing is drawn and other events get their turn; then it is ready, told once, and drawn."""
    widget = StageWidget(presenter="image")
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    widget.show()
    qtbot.waitExposed(widget)
    rested(qtbot, widget)
    frames, told, shares = frames_of(widget), [], []
    widget.show_model(hall())
    widget.warm_up(lambda: told.append(len(frames)), shares.append)
    assert (told, shares) == ([], [])
    qtbot.waitUntil(lambda: bool(frames), timeout=5_000)
    assert told == [0]
    assert shares[-1] == 1.0
    rested(qtbot, widget)
    widget.shut()


def test_another_model_or_a_stage_nobody_sees_does_not_wait_for_the_first(qtbot: QtBot) -> None:
    """A model shown while another warms up takes its place, and the first is never told; a hidden stage is ready at once."""
    widget = StageWidget(presenter="image")
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    told: list[str] = []
    widget.show_model(hall())
    widget.warm_up(lambda: told.append("hidden"))
    assert told == ["hidden"]
    widget.show()
    qtbot.waitExposed(widget)
    widget.warm_up(lambda: told.append("first"))
    widget.show_model(hall())
    widget.warm_up(lambda: told.append("second"))
    qtbot.waitUntil(lambda: len(told) > 1, timeout=5_000)
    rested(qtbot, widget)
    assert told == ["hidden", "second"]
    widget.shut()


def test_one_change_at_rest_is_one_plain_frame(qtbot: QtBot, recorded: StageWidget) -> None:
    """Several changes made together are drawn once plainly; only the shifted frames of the average follow."""
    drawn = []
    inner = recorded.stage.draw  # type: ignore[attr-defined]
    recorded.stage.draw = lambda *size, **how: (drawn.append(size), inner(*size, **how))  # type: ignore[attr-defined]
    recorded.stage.highlight(["B1"])
    recorded.stage.look_from(START.turned(3.0, 0.0))
    recorded.stage.highlight([])
    rested(qtbot, recorded)
    assert len([shift for _, _, shift in drawn if shift == (0.0, 0.0)]) == 1
    assert len(drawn) == 8


def test_a_frame_of_either_presenter_shows_the_model(qtbot: QtBot, drawn: StageWidget) -> None:
    """The floor's colour is on the screen below, the sky above, with pictures and with the GL widget alike."""
    image = drawn.grab().toImage()
    floor, sky = image.pixelColor(320, 350), image.pixelColor(320, 5)
    assert (floor.red(), floor.green(), floor.blue()) == pytest.approx((204, 204, 191), abs=4)
    assert sky.blue() > sky.red()


def test_children_lie_over_the_picture(qtbot: QtBot, drawn: StageWidget) -> None:
    """A child laid over the stage is seen with either presenter."""
    patch = QLabel(drawn)
    patch.setStyleSheet("background: #ff0000")
    patch.setGeometry(300, 300, 40, 40)
    patch.show()
    qtbot.wait(50)
    assert drawn.grab().toImage().pixelColor(320, 320).red() > 250


def test_dragging_turns_the_eye_with_the_room_under_the_finger(qtbot: QtBot, recorded: StageWidget) -> None:
    """A drag to the right and downwards turns the eye to the left and upwards, and hits nothing."""
    hits, poses = told_by(recorded.hit), told_by(recorded.poseChanged)
    QTest.mousePress(recorded, LEFT, pos=QPoint(300, 200))
    mouse(recorded, QEvent.Type.MouseMove, 340, 200)
    mouse(recorded, QEvent.Type.MouseMove, 380, 240)
    QTest.mouseRelease(recorded, LEFT, pos=QPoint(380, 240))
    assert not hits
    assert recorded.pose.yaw > START.yaw + 5
    assert recorded.pose.pitch > 3
    assert poses[-1] == recorded.pose
    assert recorded.pose.eye == START.eye


def test_a_tap_on_the_floor_walks_there(qtbot: QtBot, recorded: StageWidget) -> None:
    """A tap tells what was hit, and the visitor walks round the cupboard to that place, at eye height."""
    hits = told_by(recorded.hit)
    recorded.stage.look_from(Pose.looking((1.0, 1.0, 1.6), (4.5, 4.5, 0.0)))
    with qtbot.waitSignal(recorded.arrived, timeout=10_000):
        QTest.mouseClick(recorded, LEFT, pos=place_of(recorded, (4.4, 4.4, 0.0)))
    assert isinstance(hits[0], Hit)
    assert hits[0].node == "floor"
    assert recorded.pose.eye == pytest.approx((4.4, 4.4, 1.6), abs=0.05)


def test_a_tap_on_a_thing_tells_it_and_stays(qtbot: QtBot, recorded: StageWidget) -> None:
    """Tapping a board tells the board; nobody walks."""
    hits = told_by(recorded.hit)
    QTest.mouseClick(recorded, LEFT, pos=place_of(recorded, (5.0, 5.0, 1.5)))
    assert [hit.plan_id for hit in hits] == ["B1"]
    assert not recorded.moving


def test_an_author_taps_without_walking(qtbot: QtBot, recorded: StageWidget) -> None:
    """In the author's mode a tap on the floor tells it and moves nobody."""
    hits = told_by(recorded.hit)
    recorded.set_mode("author")
    QTest.mouseClick(recorded, LEFT, pos=place_of(recorded, (3.5, 4.5, 0.0)))
    assert len(hits) == 1
    assert not recorded.moving


@pytest.mark.parametrize(
    ("key", "sign"),
    [(Qt.Key.Key_Up, (1, 1)), (Qt.Key.Key_W, (1, 1)), (Qt.Key.Key_S, (-1, -1)), (Qt.Key.Key_A, (-1, 1)), (Qt.Key.Key_D, (1, -1))],
)
def test_keys_take_a_step(qtbot: QtBot, recorded: StageWidget, key: Qt.Key, sign: tuple[int, int]) -> None:
    """Looking to the north-east, each key steps the way it says."""
    with qtbot.waitSignal(recorded.arrived, timeout=5_000):
        QTest.keyClick(recorded, key)
    moved = (recorded.pose.eye[0] - 1.0, recorded.pose.eye[1] - 1.0)
    assert (moved[0] * sign[0] > 0.1, moved[1] * sign[1] > 0.1) == (True, True)
    assert recorded.pose.yaw == pytest.approx(45.0)


def test_arrow_keys_turn(qtbot: QtBot, recorded: StageWidget) -> None:
    """Left turns to the left, right back again."""
    with qtbot.waitSignal(recorded.arrived, timeout=5_000):
        QTest.keyClick(recorded, Qt.Key.Key_Left)
    assert recorded.pose.yaw == pytest.approx(60.0)
    with qtbot.waitSignal(recorded.arrived, timeout=5_000):
        QTest.keyClick(recorded, Qt.Key.Key_Right)
    assert recorded.pose.yaw == pytest.approx(45.0)


def test_a_held_key_walks_until_it_is_let_go_and_the_cupboard_stops_it(qtbot: QtBot, recorded: StageWidget) -> None:
    """Holding a key walks on; the cupboard is never entered; letting go ends it."""
    walker = Walker(hall_plan())
    inside = told_by(recorded.poseChanged)
    QTest.keyPress(recorded, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: recorded.pose.eye[0] > 2.1, timeout=10_000)
    qtbot.wait(150)
    QTest.keyRelease(recorded, Qt.Key.Key_Up)
    rested(qtbot, recorded)
    assert all(walker.stands(pose.eye) for pose in inside)


def test_losing_the_focus_lets_all_keys_go(qtbot: QtBot, recorded: StageWidget) -> None:
    """A key whose release went elsewhere does not walk on for ever."""
    QTest.keyPress(recorded, Qt.Key.Key_Up)
    assert recorded.moving
    recorded.clearFocus()
    recorded.focusOutEvent(__import__("PySide6.QtGui", fromlist=["QFocusEvent"]).QFocusEvent(QEvent.Type.FocusOut))
    rested(qtbot, recorded)


def test_steps_made_quickly_add_up(qtbot: QtBot, recorded: StageWidget) -> None:
    """Three turns asked for before the first has ended are three turns."""
    arrived = told_by(recorded.arrived)
    for _ in range(3):
        recorded.step("turn-right")
    qtbot.waitUntil(lambda: bool(arrived), timeout=5_000)
    assert recorded.pose.yaw == pytest.approx(0.0)


def test_a_gesture_that_never_ends_is_ended(qtbot: QtBot, recorded: StageWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finger that went down, moved and was never heard of again is gone after a while."""
    recorded._gestures._silence.setInterval(60)
    QTest.mousePress(recorded, LEFT, pos=QPoint(300, 200))
    mouse(recorded, QEvent.Type.MouseMove, 360, 200)
    assert recorded.moving
    qtbot.waitUntil(lambda: not recorded.moving, timeout=5_000)
    assert stage_gestures.SILENCE <= 10.0
    before = recorded.pose
    mouse(recorded, QEvent.Type.MouseMove, 420, 200)
    assert recorded.pose == before


def test_a_release_lost_to_another_window_ends_the_drag(qtbot: QtBot, recorded: StageWidget) -> None:
    """A mouse that comes back with no button down drags nothing."""
    QTest.mousePress(recorded, LEFT, pos=QPoint(300, 200))
    mouse(recorded, QEvent.Type.MouseMove, 360, 200)
    before = recorded.pose
    mouse(recorded, QEvent.Type.MouseMove, 420, 200, held=False)
    assert not recorded.moving
    assert recorded.pose == before


def test_two_fingers_zoom_the_plan_and_shift_it(qtbot: QtBot, recorded: StageWidget) -> None:
    """Fingers going apart by a factor of two show half as much; moving together shifts the plan along."""
    recorded.set_view("plan", milliseconds=0)
    stage: Any = recorded.stage
    before = stage.overlook
    device = QTest.createTouchDevice()
    QTest.touchEvent(recorded, device).press(0, QPoint(270, 180)).press(1, QPoint(370, 180)).commit()
    QTest.touchEvent(recorded, device).move(0, QPoint(220, 180)).move(1, QPoint(420, 180)).commit()
    QTest.touchEvent(recorded, device).release(0, QPoint(220, 180)).release(1, QPoint(420, 180)).commit()
    assert stage.overlook.span == pytest.approx(before.span / 2.0, rel=0.02)
    assert not recorded.moving


def test_one_finger_taps_and_drags(qtbot: QtBot, recorded: StageWidget) -> None:
    """A finger does what the mouse does: a short touch taps, a moved one looks round."""
    hits = told_by(recorded.hit)
    device = QTest.createTouchDevice()
    spot = place_of(recorded, (5.0, 5.0, 1.5))
    QTest.touchEvent(recorded, device).press(0, spot).commit()
    QTest.touchEvent(recorded, device).release(0, spot).commit()
    assert [hit.plan_id for hit in hits] == ["B1"]
    QTest.touchEvent(recorded, device).press(0, QPoint(300, 200)).commit()
    QTest.touchEvent(recorded, device).move(0, QPoint(350, 200)).commit()
    QTest.touchEvent(recorded, device).release(0, QPoint(350, 200)).commit()
    assert len(hits) == 1
    assert recorded.pose.yaw > START.yaw


def test_the_wheel_zooms_the_dollhouse_and_a_drag_swings_it(qtbot: QtBot, recorded: StageWidget) -> None:
    """From outside the wheel brings the whole nearer, a drag turns it round."""
    recorded.set_view("dollhouse", milliseconds=0)
    stage: Any = recorded.stage
    before = stage.overlook
    wheel(recorded, 1)
    assert stage.overlook.span < before.span
    QTest.mousePress(recorded, LEFT, pos=QPoint(300, 200))
    mouse(recorded, QEvent.Type.MouseMove, 360, 200)
    QTest.mouseRelease(recorded, LEFT, pos=QPoint(360, 200))
    assert stage.overlook.yaw != before.yaw
    assert recorded.stage.view == "dollhouse"


@pytest.mark.parametrize("view", ["dollhouse", "plan"])
def test_a_tap_from_outside_drops_inside_there(qtbot: QtBot, recorded: StageWidget, view: Any) -> None:
    """Tapping the floor of the dollhouse or the plan brings the visitor inside at that place."""
    views = told_by(recorded.viewChanged)
    recorded.set_view(view, milliseconds=0)
    QTest.mouseClick(recorded, LEFT, pos=place_of(recorded, (4.5, 1.5, 0.0)))
    rested(qtbot, recorded)
    assert views == [view, "inside"]
    assert recorded.pose.eye == pytest.approx((4.5, 1.5, 1.6), abs=0.1)


def test_a_flight_arrives_and_a_jump_arrives_at_once(qtbot: QtBot, recorded: StageWidget) -> None:
    """A flight ends exactly at its pose and says so; one of no time is there already."""
    goal = Pose((5.0, 1.0, 1.5), 100.0, -5.0)
    with qtbot.waitSignal(recorded.arrived, timeout=5_000):
        recorded.fly_to(goal, 200)
    assert recorded.pose == goal
    with qtbot.waitSignal(recorded.arrived, timeout=100):
        recorded.fly_to(START, 0)
    assert recorded.pose == START


def test_a_new_motion_replaces_the_old_one(qtbot: QtBot, recorded: StageWidget) -> None:
    """Sent elsewhere while flying, the visitor arrives once, at the last goal."""
    arrived = told_by(recorded.arrived)
    recorded.fly_to(Pose((5.0, 1.0, 1.5)), 400)
    qtbot.wait(60)
    recorded.fly_to(START, 150)
    qtbot.waitUntil(lambda: bool(arrived), timeout=5_000)
    rested(qtbot, recorded)
    assert len(arrived) == 1
    assert recorded.pose == START


def test_the_view_fades_and_comes_to_rest(qtbot: QtBot, drawn: StageWidget) -> None:
    """After a change to the dollhouse the fade ends and nothing is drawn any more."""
    drawn.set_view("dollhouse")
    rested(qtbot, drawn)
    frames = frames_of(drawn)
    qtbot.wait(120)
    assert not frames
    assert drawn.stage.view == "dollhouse"


def test_a_hidden_stage_draws_nothing(qtbot: QtBot, recorded: StageWidget) -> None:
    """Changes made while the stage is hidden are drawn once it is shown again."""
    frames = frames_of(recorded)
    recorded.hide()
    recorded.stage.highlight(["B1"])
    recorded.fly_to(Pose((5.0, 1.0, 1.5)), 0)
    qtbot.wait(60)
    assert not frames
    recorded.show()
    qtbot.waitUntil(lambda: bool(frames), timeout=5_000)


def test_a_stage_that_was_given_is_not_closed(qtbot: QtBot) -> None:
    """Shutting the widget closes its own stage only; shutting twice is no error."""
    stage = RecordingStage(*SIZE)
    widget = StageWidget(stage)
    qtbot.addWidget(widget)
    widget.shut()
    widget.shut()
    assert not stage.closed


def test_resizing_tells_the_stage(qtbot: QtBot, recorded: StageWidget) -> None:
    """After a resize the same point is projected into the new size."""
    before = recorded.stage.project((5.0, 5.0, 1.0))
    recorded.resize(320, 180)
    rested(qtbot, recorded)
    after = recorded.stage.project((5.0, 5.0, 1.0))
    assert (after.x, after.y) == pytest.approx((before.x / 2, before.y / 2), abs=1.0)


def test_an_unowned_clock_is_used(qtbot: QtBot) -> None:
    """With a clock that stands still a flight does not move; with one that jumps it arrives in one turn."""
    now = [0.0]
    clock: Callable[[], float] = lambda: now[0]  # noqa: E731
    widget = StageWidget(RecordingStage(*SIZE), clock=clock)
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    widget.show()
    qtbot.waitExposed(widget)
    widget.fly_to(Pose((2.0, 0.0, 1.6)), 1000)
    qtbot.wait(60)
    assert widget.pose.eye == (0.0, 0.0, 1.6)
    now[0] = 1.0
    with qtbot.waitSignal(widget.arrived, timeout=2_000):
        now[0] = 1.1
    assert widget.pose.eye == (2.0, 0.0, 1.6)
    widget.shut()


def test_a_panorama_is_looked_round_in_and_left_by_nobody(qtbot: QtBot, recorded: StageWidget) -> None:
    """A drag and the arrow keys turn, wheel and keys zoom within bounds; the eye stays where the picture was taken."""
    views = told_by(recorded.viewChanged)
    recorded.show_panorama(round_picture(), 0)
    assert (recorded.stage.view, views, recorded.pose.eye) == ("panorama", ["panorama"], (2.0, 2.0, 1.6))
    assert recorded.pose.yaw == START.yaw
    QTest.mousePress(recorded, LEFT, pos=QPoint(300, 200))
    mouse(recorded, QEvent.Type.MouseMove, 380, 200)
    QTest.mouseRelease(recorded, LEFT, pos=QPoint(380, 200))
    dragged = recorded.pose
    assert dragged.yaw > START.yaw + 5
    with qtbot.waitSignal(recorded.arrived, timeout=5_000):
        QTest.keyClick(recorded, Qt.Key.Key_Right)
    assert recorded.pose.yaw == pytest.approx(dragged.yaw - 15.0)
    wheel(recorded, 2)
    assert recorded.pose.field_of_view == pytest.approx(65.0 / 1.15**2)
    QTest.keyClick(recorded, Qt.Key.Key_Minus)
    for _ in range(30):
        wheel(recorded, 3)
    assert recorded.pose.field_of_view == 25.0
    wheel(recorded, -60)
    assert recorded.pose.field_of_view == 95.0
    assert recorded.pose.eye == (2.0, 2.0, 1.6)


def test_a_held_key_turns_on_in_a_panorama(qtbot: QtBot, recorded: StageWidget) -> None:
    """Holding a key turns or zooms on, without a step."""
    recorded.show_panorama(round_picture(), 0)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Up):
        before = recorded.pose
        QTest.keyPress(recorded, key)
        qtbot.waitUntil(lambda: recorded.pose.yaw > START.yaw + 25 or recorded.pose.field_of_view < 45.0, timeout=5_000)
        QTest.keyRelease(recorded, key)
        rested(qtbot, recorded)
        assert recorded.pose != before
    assert recorded.pose.eye == (2.0, 2.0, 1.6)


def test_a_tap_in_a_panorama_tells_what_is_there_and_walks_nowhere(qtbot: QtBot, recorded: StageWidget) -> None:
    """The model behind the picture says what was tapped, floor or thing."""
    hits = told_by(recorded.hit)
    recorded.show_panorama(round_picture(), 0)
    for target, node in (((5.0, 5.0, 1.2), "board"), ((4.0, 4.0, 0.0), "floor")):
        recorded.fly_to(Pose.looking((2.0, 2.0, 1.6), target), 0)
        assert recorded.stage.view == "panorama"
        QTest.mouseClick(recorded, LEFT, pos=place_of(recorded, target))
        assert hits[-1].node == node
        assert not recorded.moving


def test_who_leaves_a_panorama_sees_as_before(qtbot: QtBot, recorded: StageWidget) -> None:
    """Inside again, the field of view is a walker's; a flight elsewhere ends the panorama."""
    recorded.show_panorama(round_picture(), 0)
    wheel(recorded, 2)
    recorded.set_view("inside", 0)
    assert recorded.pose.field_of_view == 65.0
    recorded.show_panorama(round_picture(), 0)
    recorded.fly_to(START, 0)
    assert (recorded.stage.view, recorded.pose) == ("inside", START)


def test_a_panorama_is_drawn_by_either_presenter(qtbot: QtBot, drawn: StageWidget) -> None:
    """The picture's grey fills the screen, floor and sky alike, and the premises come back afterwards."""
    drawn.show_panorama(round_picture(), 0)
    rested(qtbot, drawn)
    image = drawn.grab().toImage()
    for y in (5, 180, 350):
        color = image.pixelColor(320, y)
        assert (color.red(), color.green(), color.blue()) == pytest.approx((120, 120, 120), abs=3)
    drawn.set_view("inside", 0)
    rested(qtbot, drawn)
    assert drawn.grab().toImage().pixelColor(320, 350).red() > 190
