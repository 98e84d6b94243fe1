"""What do sheets over the whole page have in common? They dim what they cover, keep the keyboard, and close when tapped beside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.touch_button import TouchButton


class Cover(QWidget):
    """A sheet over everything. `first` has the focus when it opens; Tab stays within."""

    closed = Signal()
    first: TouchButton

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies beneath."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("night", 150))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when tapped beside the sheet."""
        if self.childAt(event.position().toPoint()) is None:
            self.closed.emit()
        event.accept()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go round among the sheet's own buttons."""
        here: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not self and widget not in here:
            if (
                self.isAncestorOf(widget)
                and widget.isVisible()
                and widget.isEnabled()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                here.append(widget)
            widget = widget.nextInFocusChain()
        if not here:
            return False
        focused = QApplication.focusWidget()
        at = here.index(focused) if focused in here else -1 if following else 0
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        here[(at + (1 if following else -1)) % len(here)].setFocus(reason)
        return True
