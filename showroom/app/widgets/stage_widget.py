"""The stage in a window: how a visitor looks round, walks, and sees the whole from outside.

A frame is drawn only because something changed. One timer runs while anything moves and stands still with it; what to draw in each
of its turns is decided by `Pace`. Other widgets may be laid over this one as its children.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from showroom.app.widgets.stage_gestures import HANDS, Gestures
from showroom.app.widgets.stage_hands import Mode, StageHands
from showroom.app.widgets.stage_screen import FADE_SECONDS, Choice, Fade, GlScreen, ImageScreen, Screen
from showroom.app.widgets.stage_travel import KEYS, ZOOMS, Direction, Travel, level_again
from showroom.modelling.model import Model
from showroom.view.doors import Doors
from showroom.view.loading import Prepared
from showroom.view.motion import Walk
from showroom.view.panorama import Surround
from showroom.view.presenting import SAMPLES, Frame, Pace, Wait
from showroom.view.stage import Pose, Stage, Vector, View
from showroom.view.vtk_stage import VtkStage
from showroom.view.walking import Walker

_OVER = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.WindowBlocked, QEvent.Type.UngrabMouse})
"""After these no key or hand that was down need ever be heard of again."""


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
        self._pace = Pace(self._screen.budgets, samples=self._screen.samples)
        self._pulse = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pulse.timeout.connect(self._beat)
        self._travel = Travel(self._stage, self.height)
        self._hands = StageHands(self, self._travel, self._let_go)
        self._gestures = Gestures(self._hands, self)
        self.mode: Mode = "walk"
        self._beaten_at = 0.0
        self._fade: Fade | None = None
        self._shut = False
        self._warming: tuple[Iterator[float], Callable[[], None], Callable[[float], None]] | None = None
        self._doors = Doors(self._stage.leaves)
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
        """Whether anything moves: a flight, a walk, a hand, a held key, a door."""
        return self._travel.under_way or self._gestures.dragging or self._doors.moving

    def show_model(self, model: Model | Prepared) -> None:
        """Show a model, or one made ready elsewhere (which takes no time here)."""
        self._travel.halt()
        self._warming = None
        if isinstance(model, Prepared) and isinstance(self._stage, VtkStage):
            self._stage.show_prepared(model)
        elif isinstance(model, Model):
            self._stage.show(model)
        self._doors = Doors(self._stage.leaves, still=self._doors.still)
        if isinstance(self._stage, VtkStage):
            self._stage.lighten()

    def warm_up(self, done: Callable[[], None], progress: Callable[[float], None] = lambda _share: None) -> None:
        """Get all that is shown ready to be drawn, a little at each turn of the event loop, and then call `done`.

        Until then nothing is drawn, and `progress` is told the share. A stage nobody sees is ready at once.
        """
        turns = self._stage.warm_up() if isinstance(self._stage, VtkStage) else iter(())
        if isinstance(self._stage, VtkStage) and self.isVisible():
            self._warming = (turns, done, progress)
            self._pulse.start(0)
            return
        for _ in turns:
            pass
        done()

    def _warm(self, turns: Iterator[float], done: Callable[[], None], progress: Callable[[float], None]) -> None:
        share = next(turns, None)
        if share is None:
            self._warming = None
            done()
        else:
            progress(share)
        self._pulse.start(0)

    @property
    def walker(self) -> Walker | None:
        """The ground that is walked on."""
        return self._travel.walker

    def set_still(self, *, still: bool) -> None:
        """Have doors jump open and shut instead of swinging."""
        self._doors.still = still

    def set_calm(self, *, calm: bool) -> None:
        """Go more slowly, and be elsewhere at once instead of flying there, so that nothing sweeps past."""
        self._travel.calm = calm

    def set_walker(self, walker: Walker | None) -> None:
        """Walk on this ground; without one nothing stops a step."""
        self._travel.walker = walker

    def set_mode(self, mode: Mode) -> None:
        """In `walk` a tapped floor is walked to; in `author` a tap only tells what was hit."""
        self.mode = mode

    def still(self) -> QImage:
        """Return the picture shown now, without what lies over it; it may be taken back at the next frame."""
        return self._screen.still()

    def hands_off(self) -> None:
        """Forget the hand that is on the stage: somebody else follows it from now on."""
        self._gestures.end()

    def look_from(self, pose: Pose) -> None:
        """Be at `pose` at once, whatever went on."""
        self._travel.motion = None
        self._stage.look_from(pose)

    def fly_to(self, pose: Pose, milliseconds: int = 1200) -> None:
        """Bring the eye to `pose` (inside): through the rooms where one can walk there; 0 milliseconds jump.

        In a panorama the eye only turns; a pose elsewhere ends the panorama.
        """
        self._travel.halt()
        if pose.eye != self.pose.eye:
            self._doors.as_drawn()
        view = self._stage.view
        if view != "inside" and not (view == "panorama" and pose.eye == self.pose.eye):
            self.set_view("inside", milliseconds=min(milliseconds, round(FADE_SECONDS * 1000)))
            milliseconds = 0
        if milliseconds <= 0 or (self._travel.calm and pose.eye != self.pose.eye):
            self._stage.look_from(pose)
            self.arrived.emit()
            return
        self._travel.fly(pose, milliseconds / 1000.0, self._clock())
        self._wake()

    def walk_to(self, point: Vector) -> None:
        """Walk to `point` on the floor, or as near as one gets."""
        self._travel.halt()
        if self._travel.walk(point, self._clock()):
            self._wake()
        else:
            self.arrived.emit()

    def walk_along(self, way: Sequence[Vector]) -> None:
        """Walk along these places of the eye, whatever the ground is: up and down stairs."""
        self._travel.halt()
        self._travel.motion = (Walk(self.pose, way), self._clock())
        self._wake()

    def step(self, direction: Direction, amount: float | None = None) -> None:
        """Take one step (metres), turn or look up or down (degrees); from outside shift or swing, in a panorama turn or zoom."""
        self._travel.step(direction, amount, self._clock())
        self._wake()

    def zoom(self, factor: float) -> None:
        """Do what a pinch by this factor does: come nearer (above 1) or go farther; a step where one walks."""
        self._hands.nudged(factor, self.width() / 2.0, self.height() / 2.0)

    def shift(self, right: float, down: float) -> None:
        """Do what two fingers together do: move the picture by these shares of its height; where one walks, step."""
        self._travel.motion = None
        self._hands.dragged(right * self.height(), down * self.height(), both=True)
        self._let_go()

    def set_view(self, view: View, milliseconds: int | None = None) -> None:
        """Change between inside, dollhouse, plan and panorama, fading over; 0 milliseconds change at once."""
        before = self._stage.view
        if view == before:
            return
        self._travel.halt()
        self._fade_out(milliseconds)
        self._stage.set_view(view)
        if before == "panorama":
            self._stage.look_from(level_again(self.pose))
        self.viewChanged.emit(view)

    def show_panorama(self, surround: Surround, milliseconds: int | None = None) -> None:
        """Stand in a picture all round and look the way one looked, fading over; 0 milliseconds change at once."""
        self._travel.halt()
        self._fade_out(milliseconds)
        self._stage.surround(surround)
        pose = self.pose
        self._stage.look_from(Pose(surround.position, pose.yaw, pose.pitch, pose.field_of_view))
        if self._stage.view != "panorama":
            self._stage.set_view("panorama")
            self.viewChanged.emit("panorama")

    def _fade_out(self, milliseconds: int | None) -> None:
        seconds = FADE_SECONDS if milliseconds is None else milliseconds / 1000.0
        still = self._screen.still()
        self._fade = Fade(still) if seconds > 0 and not still.isNull() and self.isVisible() else None

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

    def _let_go(self) -> None:
        self._pace.rest()
        self._wake()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        kind = event.type()
        if kind in HANDS and self._gestures.handle(event):
            event.accept()
            return True
        if kind in _OVER or (kind == QEvent.Type.EnabledChange and not self.isEnabled()):
            self._release_all()
        return super().event(event)

    def press(self, key: int, *, again: bool = False) -> bool:
        """Do what a key struck once does: a step, a turn, or nearer and farther; return whether it is such a key.

        Struck `again` by itself, because it is held down, it waits until the step before is done.
        """
        if key in KEYS:
            if not (again and self._travel.under_way):
                self.step(KEYS[key])
        elif key in ZOOMS and self._stage.view != "inside":
            self.zoom(ZOOMS[key])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in KEYS and event.isAutoRepeat():
            pass
        elif not self.press(key):
            super().keyPressEvent(event)
        elif key in KEYS:
            self._travel.held[KEYS[key]] = self._clock()
            self._wake()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in KEYS and not event.isAutoRepeat():
            self._travel.held.pop(KEYS[event.key()], None)
            self._wake()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self._travel.held.clear()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        self._release_all()
        self._pulse.stop()
        super().hideEvent(event)

    def _release_all(self) -> None:
        self._travel.held.clear()
        self._gestures.end()

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
        if self._warming is not None:
            self._warm(*self._warming)
            return
        now = self._clock()
        there = self._travel.advance(now, self._beaten_at)
        for number, share in self._doors.advance(self._stage.pose.eye, now):
            self._stage.move_leaf(number, share)
        self._beaten_at = now
        if there:
            self._pace.rest()
            self.arrived.emit()
        due = self._pace.due(now)
        if isinstance(due, Frame) and not self._can_wait(due):
            self._draw(due)
        if self._fade is not None:
            self._fade = self._fade if self._fade.goes_on(self._clock()) else None
            self.update()
        self._next_beat(now)

    def _can_wait(self, frame: Frame) -> bool:
        """Whether a frame only refines the picture while a fade goes on, or a hand is there that will want an answer soon."""
        return frame.sample > 0 and (self._fade is not None or self._gestures.active)

    def _draw(self, frame: Frame) -> None:
        self._pace.drawn(frame, self._screen.draw(frame))
        if frame.shown:
            self.update()
        self.frameDrawn.emit()

    def _next_beat(self, began: float) -> None:
        if self._travel.under_way or self._doors.moving or self._fade is not None:
            self._pulse.start(max(0, round(15 - (self._clock() - began) * 1000)))
            return
        due = self._pace.due(self._clock())
        if isinstance(due, Frame):
            if not self._can_wait(due):  # the end of the gesture wakes it
                self._pulse.start(0)
        elif isinstance(due, Wait):
            self._pulse.start(max(1, round(due.seconds * 1000)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102
        with QPainter(self) as painter:
            self._screen.paint(painter, self.rect())
            if self._fade is not None:
                self._fade.paint(painter, self.rect(), self._clock())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        self._stage.resize(self.width(), self.height())
        super().resizeEvent(event)

    def showEvent(self, event: Any) -> None:  # noqa: D102
        super().showEvent(event)
        self._stage.resize(self.width(), self.height())
        self._changed()
