"""Is somebody there? Seconds since the last touch, a question, seconds to answer it, and then the visit is over.

Time comes from a clock handed in and passes with `tick`, so that tests need not wait. A tour that plays or a text that is read is
somebody listening.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Presence(QObject):
    """Asks (`asked`) after `idle` seconds, counts down (`counting`), and is answered by `stay` or gives up (`left`)."""

    asked = Signal()
    counting = Signal(int)
    answered = Signal()
    left = Signal()

    def __init__(
        self,
        idle: float,
        patience: float,
        *,
        clock: Callable[[], float],
        untouched: Callable[[], bool],
        listening: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._idle, self._patience, self._clock = idle, patience, clock
        self._untouched, self._listening = untouched, listening
        self._last = clock()
        self._asked_at: float | None = None

    @property
    def asking(self) -> bool:
        """Whether the question is on the screen."""
        return self._asked_at is not None

    @property
    def seconds_left(self) -> int:
        """Seconds to answer in, rounded up; the whole patience while nothing is asked."""
        gone = self._clock() - self._asked_at if self._asked_at is not None else 0.0
        return max(0, -int(-(self._patience - gone) // 1))

    def touched(self) -> None:
        """Somebody touched something; while the question stands only an answer counts."""
        if not self.asking:
            self._last = self._clock()

    def stay(self) -> None:
        """Somebody is there: begin to wait anew."""
        self._last = self._clock()
        if self.asking:
            self._asked_at = None
            self.answered.emit()

    def tick(self) -> None:
        """Look at the clock; called about every second."""
        now = self._clock()
        if self._untouched():
            self.stay()
        elif self.asking:
            self.counting.emit(self.seconds_left)
            if self.seconds_left <= 0:
                self.stay()
                self.left.emit()
        elif self._listening():
            self._last = now
        elif now - self._last >= self._idle:
            self._asked_at = now
            self.asked.emit()
