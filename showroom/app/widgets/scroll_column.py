"""How does a visitor read more than fits? A scrolled column with a wide bar and, when there is more, buttons that say so.

Nothing is only by drag or wheel: the buttons turn a page, and Tab brings the focused thing into view.
"""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.touch_button import TouchButton


class ScrollColumn(QScrollArea):
    """A vertical scroll area over one column of widgets, `content`."""

    def __init__(self, look: Look, *, gap: int = 16, clear: bool = True, name: str = "scroll", ground: str = "surface") -> None:
        super().__init__()
        self.look = look
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("scrolled-clear" if clear else "scrolled")
        self.content = QVBoxLayout(body)
        self.content.setSpacing(look.px(gap))
        self.content.setContentsMargins(0, 0, look.px(12), look.px(8))
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        self._fade = _Fade(look.color(ground), self)
        self._down = self._pager("down", self.tr("More below"), 1)
        self._up = self._pager("up", self.tr("More above"), -1)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(250)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.verticalScrollBar().valueChanged.connect(self._show_pagers)
        self.verticalScrollBar().rangeChanged.connect(self._show_pagers)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        body.installEventFilter(self)

    def _pager(self, icon: str, words: str, pages: int) -> TouchButton:
        shown = words if pages > 0 else ""
        button = TouchButton(self.look, shown, icon=icon, kind="overlay", size=CAPTION, name=words, parent=self)
        button.setObjectName(f"{self.objectName()}-{icon}")
        button.clicked.connect(lambda: self.turn(pages))
        button.hide()
        return button

    def turn(self, pages: int) -> None:
        """Glide on by so many pages, a little overlapping."""
        bar = self.verticalScrollBar()
        self._glide.stop()
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(max(0, min(bar.maximum(), bar.value() + round(pages * self.viewport().height() * 0.8))))
        self._glide.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for a width that shows the column whole whenever the column changes."""
        if watched is self.widget() and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._show_pagers()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pagers at their places."""
        super().resizeEvent(event)
        self._show_pagers()

    def _show_pagers(self) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().geometry()
        for button, wanted, top in (
            (self._down, bar.value() < bar.maximum() - self.look.px(8), True),
            (self._up, bar.value() > self.look.px(8), False),
        ):
            size = button.sizeHint()
            x = view.center().x() - size.width() // 2 if top else view.right() - size.width() - self.look.px(8)
            y = view.bottom() - size.height() - self.look.px(4) if top else view.top() + self.look.px(4)
            tall = size.height() + self.look.px(24)
            if top:
                self._fade.setGeometry(view.left(), view.bottom() - tall + 1, view.width(), tall)
            button.setGeometry(x, y, size.width(), size.height())
            shown = wanted and view.height() > 3 * size.height()
            for thing in (self._fade, button) if top else (button,):
                thing.setVisible(shown)
                thing.raise_()


class _Fade(QWidget):
    """The column fading into the ground where it goes on; it lets every touch through."""

    def __init__(self, color: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from nothing to the ground's colour."""
        fade = QLinearGradient(0, 0, 0, self.height())
        clear = QColor(self._color)
        clear.setAlpha(0)
        fade.setColorAt(0, clear)
        fade.setColorAt(0.5, QColor(self._color.red(), self._color.green(), self._color.blue(), 225))
        fade.setColorAt(1, self._color)
        painter = QPainter(self)
        painter.fillRect(self.rect(), fade)
        painter.end()
