"""How does one see what is being read aloud? A ring round the text, and where nobody speaks a strip with its words."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.touch_button import paint_focus
from showroom.app.widgets.words import column, icon_label, label, row

UNSPOKEN = "unspoken"
"""A property that keeps a widget, and all within it, from being read (`setProperty(UNSPOKEN, True)`)."""


class ReadingRing(QWidget):
    """A ring round the text being read; every touch goes through."""

    def __init__(self, look: Look, ground: QWidget) -> None:
        super().__init__(ground)
        self.look, self._ground = look, ground
        self.setProperty(UNSPOKEN, True)
        self.setObjectName("reading-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie_round(self, widget: QWidget | None) -> None:
        """Lie round a widget of the window, cut to what is seen of it; `None` hides the ring."""
        ground = self._ground
        if widget is None or not widget.isVisible() or not ground.isAncestorOf(widget):
            self.hide()
            return
        box = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
        above = widget.parentWidget()
        while above is not None and above is not ground:
            if isinstance(above, QScrollArea):
                view = above.viewport()
                box &= QRect(view.mapTo(ground, QPoint(0, 0)), view.size())
            above = above.parentWidget()
        edge = self.look.px(8)
        self.setGeometry(box.adjusted(-edge, -edge, edge, edge) & ground.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the one focus is shown by."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_focus(painter, QRectF(self.rect()), self.look, self.look.px(12))
        painter.end()


class ReadingStrip(QFrame):
    """What would be said, in words, and a note that nobody says it; on the half of the screen where nothing is being read."""

    def __init__(self, look: Look, ground: QWidget) -> None:
        super().__init__(ground)
        self.look, self._ground = look, ground
        self.setProperty(UNSPOKEN, True)
        self.setObjectName("reading-strip")
        self.setProperty("panel", "night")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = label("", "heading", name="reading-words")
        self.words.setStyleSheet("font-weight: 400;")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = label(self.tr("No voice on this machine: please read along with the ring"), "caption", wrap=False)
        note = row(None, icon_label(look, "sound-off", 22, "on_night"), hint, None, gap=look.px(8))
        pad = look.px(24)
        self.setLayout(column(self.words, note, gap=look.px(4), margins=(pad, look.px(12), pad, look.px(12))))

    def say(self, words: str, ring: QRect) -> None:
        """Show a line, away from `ring`."""
        ground = self._ground.rect()
        self.words.setText(words)
        wide = min(ground.width() - 2 * self.look.px(24), self.look.px(1040))
        inner = wide - 2 * self.look.px(24)
        self.words.setFixedWidth(inner)
        tall = self.words.heightForWidth(inner) + self.words.fontMetrics().height() + 2 * self.look.px(12) + self.look.px(8)
        low = ring.isNull() or ring.center().y() < ground.center().y()
        top = ground.bottom() - tall - self.look.px(24) if low else self.look.px(112)
        self.setGeometry((ground.width() - wide) // 2, top, wide, tall)
        self.show()
        self.raise_()
