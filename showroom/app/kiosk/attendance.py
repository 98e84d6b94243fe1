"""Who is at the kiosk? It hears every touch, asks visitors who went quiet, forgets those who left, and lets the staff out.

One for a window's life. What it shows (the question, the number pad) lies over everything and is made anew with every page.
"""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.counts import FOLDER, Counts, Deed, deeds
from showroom.app.kiosk.forgetting import forget
from showroom.app.kiosk.pin import StaffLock
from showroom.app.kiosk.presence import Presence
from showroom.app.kiosk.staff_pad import CornerTouches, StaffPad
from showroom.app.kiosk.stay_sheet import StaySheet
from showroom.app.kiosk.visit import Visit

if TYPE_CHECKING:
    from showroom.app.kiosk.window import KioskWindow

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel})
_PAD_SECONDS = 30.0


class Attendance(QObject):
    """Keeps watch over a kiosk's window."""

    def __init__(self, window: "KioskWindow") -> None:
        super().__init__(window)
        around = window.surroundings
        config = around.config
        self._window, self._around, self._clock = window, around, around.clock
        self._corner = CornerTouches()
        self.lock = StaffLock(config.staff_pin, around.clock)
        self.counts = Counts(config.state / FOLDER, around.today) if config.counts else None
        self._sheet: StaySheet | None = None
        self._pad: StaffPad | None = None
        self._pad_touched = 0.0
        self._allowed_to_close = False
        self.presence = Presence(
            config.idle_seconds,
            config.stay_seconds,
            clock=around.clock,
            untouched=lambda: not config.watches or around.holder.visit == around.holder.first,
            listening=self._listening,
            parent=self,
        )
        self.presence.asked.connect(self._ask)
        self.presence.counting.connect(self._count_down)
        self.presence.answered.connect(self._put_away)
        self.presence.left.connect(around.holder.reset)
        around.holder.changed.connect(self._changed)
        around.holder.ended.connect(self._ended)
        window.rebuilt.connect(self._rebuilt)
        window.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        if around.clock_runs:
            self._timer.start(1000)

    # -- seeing and hearing ----------------------------------------------------------------------------------
    def listen(self) -> None:
        """Hear every touch of the windows shown now, whatever takes it afterwards."""
        for handle in QGuiApplication.allWindows():
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear touches of the screen; keep a kiosk with a PIN from being closed by its window system."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Close and self._guards():
                event.ignore()
                self.show_pad()
                return True
            if kind == QEvent.Type.Show:
                QTimer.singleShot(0, self, self.listen)
            elif kind == QEvent.Type.Resize:
                self._fit()
            return False
        if kind in _TOUCHES:
            self.touched(event)
        return False

    def touched(self, event: QEvent) -> None:
        """Take a touch, a key or the wheel for somebody being there."""
        self.presence.touched()
        self._pad_touched = self._clock()
        if self._pad is not None or not self.lock.has_pin:
            return
        place = None
        if isinstance(event, QMouseEvent):
            place = event.position()
        elif isinstance(event, QTouchEvent) and event.points():
            place = event.points()[0].position()
        if place is not None and self._corner.touch(place.x(), place.y(), self._window.look, self._clock()):
            self.show_pad()

    def tick(self) -> None:
        """Let a second pass."""
        self.presence.tick()
        if self._pad is not None:
            self._pad.show_wait()
            if self._clock() - self._pad_touched > _PAD_SECONDS:
                self._put_pad_away()

    def _listening(self) -> bool:
        visit = self._around.holder.visit
        return visit.walk.motion == "playing" or self._around.speech.reading or visit.take.told in ("printing", "saving")

    # -- asking ----------------------------------------------------------------------------------------------
    def _ask(self) -> None:
        self._put_away()
        if self._around.holder.visit.page == "attract":  # somebody only tried a button: there is nothing to lose
            self._leave()
            return
        self._sheet = StaySheet(self._window.look, self._window.centralWidget(), self.presence.seconds_left)
        self._sheet.stay.connect(self.presence.stay)
        self._sheet.leave.connect(self._leave)
        self._lay_over(self._sheet, self._sheet.first)
        if self._around.holder.visit.comfort.read_aloud:
            self._around.speech.read([self._sheet.words], self._around.language)

    def _count_down(self, seconds: int) -> None:
        if self._sheet is not None:
            self._sheet.count(seconds)

    def _put_away(self) -> None:
        self._sheet = _gone(self._sheet)

    def _leave(self) -> None:
        self.presence.stay()
        self._around.holder.reset()

    # -- forgetting ------------------------------------------------------------------------------------------
    def _changed(self, before: Visit, after: Visit) -> None:
        self.presence.touched()
        if self.counts is not None:
            for deed in deeds(before, after, self._last_stop):
                self.counts.add(deed)

    def _last_stop(self, visit: Visit) -> int:
        exhibit, permit = self._around.exhibit, self._around.catalogue.permit(visit.permit_id)
        tour = exhibit.tour(permit) if exhibit is not None and permit is not None else None
        return len(tour.stops) - 1 if tour is not None else 0

    def _ended(self) -> None:
        self._put_away()
        if self.counts is not None:
            self.counts.add(Deed("visit", "ended"))
            self.counts.write()
        forget(self._window)

    # -- the staff -------------------------------------------------------------------------------------------
    def show_pad(self) -> None:
        """Ask for the PIN."""
        if self._pad is None:
            self._pad_touched = self._clock()
            self._pad = StaffPad(self._window.look, self._window.centralWidget(), self.lock)
            self._pad.opened.connect(self._let_out)
            self._pad.closed.connect(self._put_pad_away)
            self._lay_over(self._pad, self._pad)

    def _put_pad_away(self) -> None:
        self._pad = _gone(self._pad)

    def _guards(self) -> bool:
        return self.lock.has_pin and self._around.config.full_screen and not self._allowed_to_close

    def _let_out(self) -> None:
        self._allowed_to_close = True
        self._put_pad_away()
        self._around.holder.reset()
        self._window.close()

    # -- what lies over the page -----------------------------------------------------------------------------
    def _lay_over(self, cover: QWidget, first: QWidget) -> None:
        cover.setGeometry(self._window.centralWidget().rect())
        cover.show()
        cover.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        for cover in (self._sheet, self._pad):
            if cover is not None:
                cover.setGeometry(self._window.centralWidget().rect())

    def _rebuilt(self) -> None:
        if self.presence.asking:
            self._ask()
        if self._pad is not None:
            self._put_pad_away()
            self.show_pad()


def _gone(cover: QWidget | None) -> None:
    """Take a cover away."""
    if cover is not None and shiboken6.isValid(cover):
        cover.hide()
        cover.deleteLater()
