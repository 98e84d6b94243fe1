"""The stage in a window: how a visitor looks round, walks, and sees the whole from outside.

A frame is drawn only because something changed. One timer runs while anything moves and stands still with it; what to draw in each
of its turns is decided by `Pace`. Other widgets may be laid over this one as its children.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from showroom.app.widgets.stage_gestures import Gestures
from showroom.app.widgets.stage_screen import Choice, GlScreen, ImageScreen, Screen
from showroom.modelling.model import Model
from showroom.view.loading import Prepared
from showroom.view.motion import Motion, Walk, eased, flight
from showroom.view.presenting import SAMPLES, Frame, Pace, Wait
from showroom.view.stage import EYE_HEIGHT, Hit, Pose, Stage, Vector, View
from showroom.view.vtk_stage import VtkStage
from showroom.view.walking import Walker

Direction = Literal["forward", "back", "left", "right", "turn-left", "turn-right", "up", "down"]
_AMOUNTS: dict[Direction, float] = {"forward": 0.6, "back": 0.6, "left": 0.5, "right": 0.5}
_TURN = 15.0
STEP_SECONDS, FADE_SECONDS, HELD_AFTER = 0.22, 0.3, 0.25
_HELD_METRES, _HELD_DEGREES = 1.8, 70.0
"""What a held key does in a second."""
_KEYS: dict[int, Direction] = {
    Qt.Key.Key_Up: "forward",
    Qt.Key.Key_W: "forward",
    Qt.Key.Key_Down: "back",
    Qt.Key.Key_S: "back",
    Qt.Key.Key_A: "left",
    Qt.Key.Key_D: "right",
    Qt.Key.Key_Left: "turn-left",
    Qt.Key.Key_Q: "turn-left",
    Qt.Key.Key_Right: "turn-right",
    Qt.Key.Key_E: "turn-right",
    Qt.Key.Key_PageUp: "up",
    Qt.Key.Key_R: "up",
    Qt.Key.Key_PageDown: "down",
    Qt.Key.Key_F: "down",
}
_ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
_AWAY: dict[Direction, tuple[float, float]] = {"forward": (1.0, 0.0), "back": (-1.0, 0.0), "left": (0.0, -1.0), "right": (0.0, 1.0)}
"""Metres ahead and to the right."""
_ROUND: dict[Direction, tuple[float, float]] = {
    "turn-left": (1.0, 0.0),
    "turn-right": (-1.0, 0.0),
    "up": (0.0, 1.0),
    "down": (0.0, -1.0),
}
"""Degrees of yaw and pitch."""


class StageWidget(QWidget):
    """A stage with hands on it.

    `presenter` is `auto` (painted pictures without a graphics card, a GL widget with one), `image` or `gl`; a `stage` given is
    drawn as pictures and stays the giver's to close. `refine` is how many frames make the picture at rest; `clock` tells seconds.
    """

    hit = Signal(object)
    poseChanged = Signal(object)
    viewChanged = Signal(str)
    frameDrawn = Signal()
    arrived = Signal()

    def __init__(
        self,
        stage: Stage | None = None,
        parent: QWidget | None = None,
        *,
        presenter: Choice = "auto",
        refine: int = SAMPLES,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMinimumSize(160, 90)
        self._clock = clock
        self._owned = stage is None
        self._screen, self._stage = self._choose(stage, presenter, refine)
        self._pace = Pace(samples=self._screen.samples)
        self._pulse = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pulse.timeout.connect(self._beat)
        self._gestures = Gestures(self, self)
        self._walker: Walker | None = None
        self._mode: Literal["walk", "author"] = "walk"
        self._motion: tuple[Motion, float] | None = None
        self._held: dict[Direction, float] = {}
        self._beaten_at = 0.0
        self._fade: tuple[QImage, float | None] | None = None
        self._shut = False
        self._told = self._stage.pose
        self._stage.on_invalid(self._changed)

    def _choose(self, stage: Stage | None, presenter: Choice, refine: int) -> tuple[Screen, Stage]:
        if stage is not None:
            return ImageScreen(self, stage, refine), stage
        if presenter != "gl":
            own = VtkStage()
            if presenter == "image" or own.software:
                return ImageScreen(self, own, refine), own
            own.close()
        screen = GlScreen(self)
        return screen, screen.stage

    # what windows ask for

    @property
    def stage(self) -> Stage:
        """The stage that is shown."""
        return self._stage

    @property
    def pose(self) -> Pose:
        """Where the visitor is now."""
        return self._stage.pose

    @property
    def moving(self) -> bool:
        """Whether anything moves: a flight, a walk, a hand, a held key."""
        return self._motion is not None or bool(self._held) or self._gestures.dragging

    def show_model(self, model: Model | Prepared) -> None:
        """Show a model, or one made ready elsewhere (which takes no time here)."""
        self._halt()
        if isinstance(model, Prepared) and isinstance(self._stage, VtkStage):
            self._stage.show_prepared(model)
        elif isinstance(model, Model):
            self._stage.show(model)
        if isinstance(self._stage, VtkStage):
            self._stage.find_rooms()

    def set_walker(self, walker: Walker | None) -> None:
        """Walk on this ground; without one nothing stops a step."""
        self._walker = walker

    def set_mode(self, mode: Literal["walk", "author"]) -> None:
        """In `walk` a tapped floor is walked to; in `author` a tap only tells what was hit."""
        self._mode = mode

    def fly_to(self, pose: Pose, milliseconds: int = 1200) -> None:
        """Bring the eye to `pose` (inside): through the rooms where one can walk there; 0 milliseconds jump."""
        self._halt()
        if self._stage.view != "inside":
            self.set_view("inside", milliseconds=min(milliseconds, round(FADE_SECONDS * 1000)))
            milliseconds = 0
        if milliseconds <= 0:
            self._stage.look_from(pose)
            self.arrived.emit()
            return
        self._start(flight(self.pose, pose, milliseconds / 1000.0, self._way_to(pose.eye)))

    def walk_to(self, point: Vector) -> None:
        """Walk to `point` on the floor, or as near as one gets."""
        self._halt()
        height = (self._walker.floor if self._walker else point[2]) + EYE_HEIGHT
        path = self._walker.path(self.pose.eye, point) if self._walker else (self.pose.eye[:2], (point[0], point[1]))
        if len(path) < 2:
            self.arrived.emit()
            return
        self._start(Walk(self.pose, [(x, y, height) for x, y in path]))

    def step(self, direction: Direction, amount: float | None = None) -> None:
        """Take one step (metres), turn or look up or down (degrees); over the dollhouse and plan: shift, swing or zoom."""
        if self._stage.view != "inside":
            self._step_over(direction, amount)
            return
        start = self._motion[0].end if self._motion else self.pose
        self._motion = None
        self._start(flight(self.pose, self._stepped(start, direction, amount), STEP_SECONDS))

    def set_view(self, view: View, milliseconds: int | None = None) -> None:
        """Change between inside, dollhouse and plan, fading over; 0 milliseconds change at once."""
        if view == self._stage.view:
            return
        self._halt()
        seconds = FADE_SECONDS if milliseconds is None else milliseconds / 1000.0
        still = self._screen.still()
        self._fade = (still, None) if seconds > 0 and not still.isNull() and self.isVisible() else None
        self._stage.set_view(view)
        self.viewChanged.emit(view)

    def shut(self) -> None:
        """Stop everything and let go of the stage if it is ours; call it before the window goes."""
        if self._shut:
            return
        self._shut = True
        self._pulse.stop()
        self._gestures.end()
        self._stage.on_invalid(None)
        self._screen.close()
        if self._owned:
            self._stage.close()

    # hands and keys

    def dragged(self, dx: float, dy: float, *, both: bool) -> None:
        """Turn the eye so that the room follows the finger; from outside, swing round or shift."""
        self._motion = None
        if self._stage.view == "inside":
            degrees = self.pose.field_of_view / max(self.height(), 1)
            self._stage.look_from(self.pose.turned(dx * degrees, dy * degrees))
            return
        stage = self._stage
        if self._stage.view == "plan" or both:
            stage.look_over(stage.overlook.moved(dx, dy, self.height()))
        else:
            stage.look_over(stage.overlook.turned(-dx * 0.3, -dy * 0.3))

    def pinched(self, factor: float, x: float, y: float) -> None:
        """Zoom from outside about the middle; inside, go a little forward or back."""
        if self._stage.view == "inside":
            self.step("forward" if factor > 1.0 else "back", min(abs(factor - 1.0) * 3.0, 0.8))
            return
        stage = self._stage
        before = stage.overlook
        after = before.zoomed(factor)
        gain = 1.0 - after.span / before.span
        stage.look_over(
            after.moved((self.width() / 2.0 - x) * gain, (self.height() / 2.0 - y) * gain, self.height() * after.span / before.span)
        )

    def tapped(self, x: float, y: float) -> None:
        """Tell what was hit; walk there if it is floor, or drop inside there from outside."""
        found = self._stage.pick(x, y)
        if found is None:
            return
        view = self._stage.view
        if self._mode == "walk" and _is_floor(found, self._walker):
            if view == "inside":
                self.walk_to(found.position)
            else:
                self._drop(found.position)
        self.hit.emit(found)

    def let_go(self) -> None:
        """Let the picture come to rest."""
        self._pace.rest()
        self._wake()

    def _drop(self, point: Vector) -> None:
        x, y = self._walker.nearest(point) if self._walker else point[:2]
        height = (self._walker.floor if self._walker else point[2]) + EYE_HEIGHT
        yaw = self._stage.overlook.yaw if self._stage.view == "dollhouse" else self.pose.yaw
        self.fly_to(Pose((x, y, height), yaw, 0.0))

    def event(self, event: QEvent) -> bool:  # noqa: D102
        kind = event.type()
        if kind in _HANDS and self._gestures.handle(event):
            event.accept()
            return True
        if kind in (QEvent.Type.WindowDeactivate, QEvent.Type.UngrabMouse):
            self._release_all()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in _KEYS:
            if not event.isAutoRepeat():
                self.step(_KEYS[key])
                self._held[_KEYS[key]] = self._clock()
                self._wake()
        elif key in _ZOOMS and self._stage.view != "inside":
            self.pinched(_ZOOMS[Qt.Key(key)], self.width() / 2.0, self.height() / 2.0)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in _KEYS and not event.isAutoRepeat():
            self._held.pop(_KEYS[event.key()], None)
            self._wake()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self._held.clear()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        self._release_all()
        self._pulse.stop()
        super().hideEvent(event)

    def _release_all(self) -> None:
        self._held.clear()
        self._gestures.end()

    # moving

    def _start(self, motion: Motion) -> None:
        self._motion = (motion, self._clock())
        self._wake()

    def _halt(self) -> None:
        self._motion = None
        self._held.clear()

    def _way_to(self, eye: Vector) -> list[Vector]:
        """The way through the rooms, where both ends are on the ground and the straight line is not; else none."""
        walker, here = self._walker, self.pose.eye
        if walker is None or not (walker.stands(here) and walker.stands(eye)):
            return []
        path = walker.path(here, eye)
        if len(path) < 3:
            return []
        last = len(path) - 1
        return [(x, y, here[2] + (eye[2] - here[2]) * index / last) for index, (x, y) in enumerate(path)]

    def _stepped(self, pose: Pose, direction: Direction, amount: float | None) -> Pose:
        if direction in _ROUND:
            yaw, pitch = _ROUND[direction]
            degrees = _TURN if amount is None else amount
            return pose.turned(yaw * degrees, pitch * degrees)
        ahead, right = _AWAY[direction]
        metres = _AMOUNTS[direction] if amount is None else amount
        level = replace(pose, pitch=0.0).direction
        step = ((level[0] * ahead + level[1] * right) * metres, (level[1] * ahead - level[0] * right) * metres)
        x, y = self._walker.slide(pose.eye, step) if self._walker else (pose.eye[0] + step[0], pose.eye[1] + step[1])
        return replace(pose, eye=(x, y, pose.eye[2]))

    def _step_over(self, direction: Direction, amount: float | None) -> None:
        stage = self._stage
        look = stage.overlook
        if direction in _ROUND and self._stage.view == "dollhouse":
            yaw, pitch = _ROUND[direction]
            degrees = _TURN if amount is None else amount
            stage.look_over(look.turned(yaw * degrees, pitch * degrees))
            return
        part = self.height() * 0.12
        ways = {"forward": (0, part), "back": (0, -part), "up": (0, part), "down": (0, -part)}
        sides = {"left": (part, 0), "right": (-part, 0), "turn-left": (part, 0), "turn-right": (-part, 0)}
        stage.look_over(look.moved(*({**ways, **sides}[direction]), self.height()))

    def _advance(self, now: float) -> None:
        if self._motion is not None:
            motion, began = self._motion
            gone = now - began
            if gone >= motion.seconds:
                self._motion = None
                self._stage.look_from(motion.end)
                self._pace.rest()
                self.arrived.emit()
            else:
                self._stage.look_from(motion.at(gone))
        seconds = min(max(now - self._beaten_at, 0.0), 0.1)
        for direction, since in list(self._held.items()):
            if now - since >= HELD_AFTER:
                self._hold(direction, seconds)

    def _hold(self, direction: Direction, seconds: float) -> None:
        self._motion = None
        amount = (_HELD_DEGREES if direction in _ROUND else _HELD_METRES) * seconds
        if self._stage.view == "inside":
            self._stage.look_from(self._stepped(self.pose, direction, amount))
        elif direction in _ROUND and self._stage.view == "dollhouse":
            self._step_over(direction, amount)

    # frames

    def _changed(self) -> None:
        self._pace.changed(self._clock(), moving=self.moving)
        if self._stage.pose != self._told:
            self._told = self._stage.pose
            self.poseChanged.emit(self._told)
        self._wake()

    def _wake(self) -> None:
        if not self._pulse.isActive() and self.isVisible() and not self._shut:
            self._pulse.start(0)

    def _beat(self) -> None:
        """One turn: move what moves, draw at most one frame, and say when the next turn is due."""
        if self._shut or not self.isVisible():
            return
        now = self._clock()
        self._advance(now)
        self._beaten_at = now
        due = self._pace.due(now)
        if isinstance(due, Frame) and not (self._fade and due.sample):  # refining can wait for the end of a fade
            self._draw(due)
        if self._fade is not None:
            still, began = self._fade
            began = self._clock() if began is None else began
            self._fade = (still, began) if self._clock() - began < FADE_SECONDS else None
            self.update()
        self._next_beat(now)

    def _draw(self, frame: Frame) -> None:
        self._pace.drawn(frame, self._screen.draw(frame))
        if frame.shown:
            self.update()
        self.frameDrawn.emit()

    def _next_beat(self, began: float) -> None:
        if self._motion is not None or self._held or self._fade is not None:
            self._pulse.start(max(0, round(15 - (self._clock() - began) * 1000)))
            return
        due = self._pace.due(self._clock())
        if isinstance(due, Frame):
            self._pulse.start(0)
        elif isinstance(due, Wait):
            self._pulse.start(max(1, round(due.seconds * 1000)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102
        with QPainter(self) as painter:
            self._screen.paint(painter, self.rect())
            if self._fade is not None:
                still, began = self._fade
                share = 0.0 if began is None else (self._clock() - began) / FADE_SECONDS
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                painter.setOpacity(1.0 - eased(share))
                painter.drawImage(self.rect(), still)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        self._stage.resize(self.width(), self.height())
        super().resizeEvent(event)

    def showEvent(self, event: Any) -> None:  # noqa: D102
        super().showEvent(event)
        self._stage.resize(self.width(), self.height())
        self._changed()


_HANDS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.Wheel,
    }
)


def _is_floor(found: Hit, walker: Walker | None) -> bool:
    """Whether one can stand on what was hit: level, and at the height of the floor."""
    low = walker.floor if walker else 0.0
    return found.normal[2] > 0.8 and abs(found.position[2] - low) < 0.25
