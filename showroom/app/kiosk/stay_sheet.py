"""What does a visitor see who has not touched anything for a while? A question, the seconds left, and a big button to stay."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from showroom.app.theme import HEADING, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row


class StaySheet(QWidget):
    """Covers everything. A touch anywhere, or any key, means to stay; only its second button ends the visit."""

    stay = Signal()
    leave = Signal()

    def __init__(self, look: Look, over: QWidget, seconds: int) -> None:
        super().__init__(over)
        self.setObjectName("stay-cover")
        self.look, self._whole = look, seconds
        self._words = label("", "heading", name="stay-seconds")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar()
        self._bar.setRange(0, seconds)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Time left"))
        title = label(self.tr("Are you still there?"), "title")
        why = label(self.tr("So that nobody sees what you did, everything is forgotten when you leave."), "body", "muted")
        for words in (title, why):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = TouchButton(look, self.tr("I am still here"), icon="tick", kind="primary", size=HEADING)
        self.first.setObjectName("stay")
        self.first.setMinimumHeight(look.px(128 if not look.large_print else 104))
        self.first.clicked.connect(self.stay)
        done = TouchButton(look, self.tr("I am finished: forget everything now"), icon="restart", kind="quiet")
        done.setObjectName("leave")
        done.clicked.connect(self.leave)
        clock = row(None, icon_label(look, "clock", 64), None)
        pad = look.px(40 if not look.large_print else 20)
        inner = column(
            clock, title, self._words, self._bar, why, self.first, done, gap=look.px(20 if not look.large_print else 12),
            margins=(pad, pad, pad, pad),
        )  # fmt: skip
        sheet = panel("floating", inner, "stay-sheet")
        sheet.setMaximumWidth(look.px(820))
        edge = look.px(16)
        layout = column(None, row(None, sheet, None), None, margins=(edge, edge, edge, edge))
        layout.itemAt(1).layout().setStretch(1, 20)
        self.setLayout(layout)
        self.count(seconds)

    @property
    def words(self) -> str:
        """What is read aloud when the question comes."""
        return self.tr("Are you still there? Touch the screen to go on.")

    def count(self, seconds: int) -> None:
        """Show the seconds left."""
        self._words.setText(self.tr("Back to the start in {seconds} seconds").format(seconds=seconds))
        self._bar.setValue(min(self._whole, seconds))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies beneath."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("night", 170))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay, wherever it is touched."""
        event.accept()
        self.stay.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay, whichever key it is, but for Tab."""
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
            return
        event.accept()
        self.stay.emit()
