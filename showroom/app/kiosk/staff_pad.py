"""How does the staff leave the kiosk? Five touches in the upper left corner, and the PIN on a number pad."""

from collections import deque

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from showroom.app.kiosk.pin import LONGEST, StaffLock
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label, panel, row

_TOUCHES, _WITHIN_S, _APART_S = 5, 4.0, 0.06
_CORNER = 110
"""Side of the corner, design pixels."""


class CornerTouches:
    """Counts touches in the corner: five within four seconds ask for the pad."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=_TOUCHES)

    def touch(self, x: float, y: float, look: Look, now: float) -> bool:
        """Take a touch at (x, y) of the window, widget pixels; `True` when it was the fifth in the corner."""
        side = look.sized(look.width, look.height).px(_CORNER)
        if not (0 <= x < side and 0 <= y < side):
            self._times.clear()
            return False
        if self._times and now - self._times[-1] < _APART_S:  # a finger that comes as touch and as mouse
            return False
        self._times.append(now)
        if len(self._times) == _TOUCHES and now - self._times[0] <= _WITHIN_S:
            self._times.clear()
            return True
        return False


class StaffPad(QWidget):
    """The number pad over everything. `opened` when the PIN was right, `closed` when somebody gave up."""

    opened = Signal()
    closed = Signal()

    def __init__(self, look: Look, over: QWidget, lock: StaffLock) -> None:
        super().__init__(over)
        self.setObjectName("staff-cover")
        self.look, self._lock = look, lock
        self._typed = ""
        self._dots = label("", "title", name="pin-dots")
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told = label("", "body", "muted", name="pin-told")
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid = QGridLayout()
        grid.setSpacing(look.px(16))
        for place, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit), place // 3, place % 3)
        erase = TouchButton(look, "", icon="backspace", kind="choice", name=self.tr("Delete the last digit"))
        erase.clicked.connect(self._erase)
        grid.addWidget(erase, 3, 0)
        grid.addWidget(self._key("0"), 3, 1)
        self._enter = TouchButton(look, self.tr("OK"), icon="tick", kind="primary")
        self._enter.setObjectName("pin-enter")
        self._enter.clicked.connect(self._try)
        grid.addWidget(self._enter, 3, 2)
        self.first = TouchButton(look, self.tr("Cancel"), icon="close", kind="secondary")
        self.first.setObjectName("pin-cancel")
        self.first.clicked.connect(self.closed)
        pad = look.px(32 if not look.large_print else 16)
        inner = column(
            label(self.tr("For staff: the PIN"), "heading"), self._dots, self._told, grid, self.first,
            gap=look.px(16), margins=(pad, pad, pad, pad),
        )  # fmt: skip
        sheet = panel("floating", inner, "staff-pad")
        sheet.setFixedWidth(look.px(480))
        self.setLayout(column(None, row(None, sheet, None), None))
        self.show_wait()

    def _key(self, digit: str) -> TouchButton:
        key = TouchButton(self.look, digit, kind="choice", size=HEADING)
        key.setObjectName(f"pin-{digit}")
        key.clicked.connect(lambda: self._strike(digit))
        return key

    def _strike(self, digit: str) -> None:
        if len(self._typed) < LONGEST:
            self._typed += digit
        self._told.setText("")
        self._show_dots()

    def _erase(self) -> None:
        self._typed = self._typed[:-1]
        self._show_dots()

    def _show_dots(self) -> None:
        self._dots.setText("●" * len(self._typed) or "–")

    def _try(self) -> None:
        typed, self._typed = self._typed, ""
        if not typed:
            return
        if self._lock.opens(typed):
            self.opened.emit()
            return
        self._told.setText(self.tr("That is not the PIN."))
        self.show_wait()

    def show_wait(self) -> None:
        """Show how long one must wait, or that one may type; called every second."""
        self._show_dots()
        waiting = self._lock.wait
        self._enter.setEnabled(waiting <= 0)
        if waiting > 0:
            self._told.setText(self.tr("Too many wrong PINs. Wait {seconds} seconds.").format(seconds=int(waiting) + 1))
        elif not self._enter.isEnabled():
            self._told.setText("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies beneath."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("night", 190))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Enter, Backspace and Escape from a keyboard."""
        key = event.key()
        if event.text().isascii() and event.text().isdigit():
            self._strike(event.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._enter.isEnabled():
            self._try()
        elif key == Qt.Key.Key_Backspace:
            self._erase()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
