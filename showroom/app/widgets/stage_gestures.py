"""What does a hand on the stage mean: a tap, a drag, a pinch, or a gesture that never ended?

Mouse and touch come together here and leave as five calls. A press of which nothing is heard for a while is over, whatever the
screen claims: a kiosk's touch screen loses lifts, and nobody may find the room spinning. A finger that stays on the glass after
that, or an elbow that never moved, counts for nothing until it is lifted; the other hand goes on as if it were not there.
"""

import math
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QTouchEvent, QWheelEvent

TAP_RADIUS = 10.0
"""Pixels a finger may wander and still tap."""
TAP_SECONDS = 0.8
SILENCE = 4.0
"""Seconds after which a press that says nothing is over."""
_STILL = 3.0
"""Pixels within which a finger lies still."""

HANDS = frozenset(
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
"""Events hands make."""


class Hands(Protocol):
    """Who is told what hands do; places and ways in pixels."""

    def dragged(self, dx: float, dy: float, *, both: bool) -> None:
        """One finger (or with `both` two, or the right button) moved this far."""

    def pinched(self, factor: float, x: float, y: float) -> None:
        """Two fingers zoomed by this factor about a place."""

    def nudged(self, factor: float, x: float, y: float) -> None:
        """A notch of the wheel zoomed by this factor about a place."""

    def tapped(self, x: float, y: float) -> None:
        """A tap at this place."""

    def let_go(self) -> None:
        """The hand is gone."""


class Gestures(QObject):
    """The hands over one widget. `clock` tells seconds."""

    def __init__(self, hands: Hands, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._hands, self._clock = hands, clock
        self._began: tuple[QPointF, float] | None = None
        self._last = QPointF()
        self._dragging = self._both = False
        self._pinch: tuple[QPointF, float] | None = None
        self._spent = False
        self._down: dict[int, tuple[QPointF, float]] = {}
        self._ignored: set[int] = set()
        self._silence = QTimer(self, singleShot=True, interval=round(SILENCE * 1000))
        self._silence.timeout.connect(self.end)

    @property
    def active(self) -> bool:
        """Whether a hand is on the stage."""
        return self._began is not None or self._pinch is not None

    @property
    def dragging(self) -> bool:
        """Whether a hand moves the view."""
        return self._dragging or self._pinch is not None

    def handle(self, event: QEvent) -> bool:
        """Take `event` if it is of a hand; return whether it was."""
        match event:
            case QTouchEvent():
                self._touch(event)
            case QWheelEvent():
                self._wheel(event)
            case QMouseEvent():
                return self._mouse(event)
            case _:
                return False
        return True

    def end(self) -> None:
        """End whatever is going on, without a tap; fingers still down are not heard until they are lifted."""
        self._ignored.update(self._down)
        self._down.clear()
        self._stop()

    def _stop(self) -> None:
        was = self.active
        self._began, self._pinch, self._dragging, self._both = None, None, False, False
        self._silence.stop()
        if was:
            self._hands.let_go()

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._press(at, both=event.button() != Qt.MouseButton.LeftButton)
        elif kind == QEvent.Type.MouseMove and self._began:
            if event.buttons() == Qt.MouseButton.NoButton:  # the release went to another window
                self.end()
            else:
                self._move(at)
        elif kind == QEvent.Type.MouseButtonRelease and self._began:
            self._lift(at)
        else:
            return False
        return True

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() in (QEvent.Type.TouchCancel, QEvent.Type.TouchBegin):
            self._down.clear()
            self._ignored.clear()
            self._spent = False
        if event.type() == QEvent.Type.TouchCancel:
            self._stop()
            return
        points = self._heard(event)
        if len(points) >= 2:
            self._two(points[0], points[1])
        elif self._pinch is not None:  # the finger that is left may go anywhere: it only had its part in the pinch
            self._stop()
            self._spent = bool(points)
        elif not points:
            lifted = [point.position() for point in event.points() if point.state() == point.State.Released]
            self._lift(lifted[0] if lifted else self._last)
            self._spent = False
        elif self._began is None and not self._spent:
            self._press(points[0], both=False)
        elif self._began is not None:
            self._move(points[0])

    def _heard(self, event: QTouchEvent) -> list[QPointF]:
        """Where the fingers are that count: neither lifted, nor ignored, nor lying still while another one moves."""
        now = self._clock()
        places: dict[int, QPointF] = {}
        for point in event.points():
            number, state = point.id(), point.state()
            before = self._down.get(number)
            if state == point.State.Released:
                self._down.pop(number, None)
                self._ignored.discard(number)
            elif number not in self._ignored:
                places[number] = before[0] if before and state == point.State.Stationary else point.position()
                moved = before is None or _far(places[number], before[0]) > _STILL
                self._down[number] = (places[number], now) if moved or before is None else before
        if len(self._down) > 1:
            resting = {number for number, (_, since) in self._down.items() if now - since > SILENCE}
            if resting:
                self._stop()
            self._ignored |= resting
            for number in resting:
                del self._down[number]
        return [place for number, place in places.items() if number in self._down]

    def _press(self, at: QPointF, *, both: bool) -> None:
        self._began, self._last, self._both, self._dragging = (at, self._clock()), at, both, False
        self._silence.start()

    def _move(self, at: QPointF) -> None:
        if self._began is None:
            return
        self._silence.start()
        if not self._dragging and _far(at, self._began[0]) <= TAP_RADIUS:
            return
        self._dragging = True
        dx, dy = at.x() - self._last.x(), at.y() - self._last.y()
        self._last = at
        self._hands.dragged(dx, dy, both=self._both)

    def _lift(self, at: QPointF) -> None:
        if self._began is None:
            return
        start, when = self._began
        tap = not self._dragging and not self._both and self._clock() - when <= TAP_SECONDS and _far(at, start) <= TAP_RADIUS
        self._stop()
        if tap:
            self._hands.tapped(start.x(), start.y())

    def _two(self, a: QPointF, b: QPointF) -> None:
        middle, apart = (a + b) / 2.0, max(_far(a, b), 1.0)
        self._silence.start()
        if self._pinch is not None:
            before, was = self._pinch
            self._hands.dragged(middle.x() - before.x(), middle.y() - before.y(), both=True)
            self._hands.pinched(apart / was, middle.x(), middle.y())
        self._began, self._dragging = None, False
        self._pinch = (middle, apart)

    def _wheel(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120.0
        if notches:
            self._hands.nudged(1.15**notches, event.position().x(), event.position().y())


def _far(a: QPointF, b: QPointF) -> float:
    return math.hypot(a.x() - b.x(), a.y() - b.y())
