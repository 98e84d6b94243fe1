"""How are words set on a page? Labels with a level and a tone, panels, chips, rules and pictures, all in the theme's roles."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from showroom.app.icons import icon_pixmap
from showroom.app.theme import Look

Level = Literal["display", "title", "heading", "strong", "body", "caption", "eyebrow"]


def label(text: str, level: Level = "body", tone: str = "", *, wrap: bool = True, name: str = "") -> QLabel:
    """Return a label of that level and tone, plain text, wrapping unless said otherwise."""
    words = QLabel(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setProperty("level", level)
    words.setProperty("tone", tone)
    words.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
    words.setObjectName(name)
    return words


def icon_label(look: Look, icon: str, size: int = 32, role: str = "accent", color: str = "") -> QLabel:
    """Return a picture of an icon; words beside it say the same."""
    picture = QLabel()
    ink = look.color(role)
    if color:
        ink.setNamedColor(color) if hasattr(ink, "setNamedColor") else ink.setRgb(int(color[1:], 16))
    picture.setPixmap(icon_pixmap(icon, look.px(size), ink))
    picture.setFixedSize(look.px(size), look.px(size))
    return picture


def column(*things: QWidget | QLayout | None, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a vertical layout of these; `None` is a stretch. Gap and margins are widget pixels."""
    return _filled(QVBoxLayout(), things, gap, margins)  # type: ignore[return-value]


def row(*things: QWidget | QLayout | None, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a horizontal layout of these; `None` is a stretch."""
    return _filled(QHBoxLayout(), things, gap, margins)  # type: ignore[return-value]


def _filled(
    layout: QBoxLayout, things: Iterable[QWidget | QLayout | None], gap: int, margins: tuple[int, int, int, int]
) -> QBoxLayout:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, QLayout):
            layout.addLayout(thing)
        else:
            layout.addWidget(thing)
    return layout


def panel(kind: str, layout: QLayout | None = None, name: str = "") -> QFrame:
    """Return a frame of a panel kind of `theme.qss` around `layout`."""
    frame = QFrame()
    frame.setProperty("panel", kind)
    frame.setObjectName(name)
    if layout is not None:
        frame.setLayout(layout)
    return frame


def note(look: Look, icon: str, title: str, text: str, kind: str = "soft", role: str = "accent") -> QFrame:
    """Return a tinted box: icon and title in the role's colour, the text below."""
    head = label(title, "strong", "")
    head.setStyleSheet(f"color: {look.color(role).name()};")
    top = row(icon_label(look, icon, 26, role), head, gap=look.px(10))
    top.setAlignment(head, Qt.AlignmentFlag.AlignVCenter)
    pad = look.px(16)
    return panel(kind, column(top, label(text), gap=look.px(6), margins=(pad, look.px(14), pad, look.px(14))))


class Picture(QWidget):
    """A picture that fills its place, cropped to keep its proportions, with rounded corners and an optional shade at the foot."""

    def __init__(self, look: Look, path: Path | None, *, radius: int = 16, shade: bool = False, name: str = "") -> None:
        super().__init__()
        self.look, self._radius, self._shade = look, look.px(radius), shade
        self._image = QImage(str(path)) if path is not None else QImage()
        self._scaled = QImage()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a size that claims nothing; layouts give the rest."""
        return QSize(self.look.px(160), self.look.px(90))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cropped picture, or a calm ground where there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(box, self._radius, self._radius)
        painter.setClipPath(clip)
        if self._image.isNull():
            self._paint_ground(painter, box)
        else:
            if self._scaled.size() != self.size():
                self._scaled = _covering(self._image, self.size())
            painter.drawImage(0, 0, self._scaled)
        if self._shade:
            paint_shade(painter, box)
        painter.end()

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        from PySide6.QtGui import QLinearGradient

        ground = QLinearGradient(box.topLeft(), box.bottomRight())
        ground.setColorAt(0, self.look.color("accent"))
        ground.setColorAt(1, self.look.color("focus"))
        painter.fillRect(box, ground)


def paint_shade(painter: QPainter, box: QRectF) -> None:
    """Darken the lower part of `box` so that white words stand on any picture."""
    from PySide6.QtGui import QColor, QLinearGradient

    shade = QLinearGradient(box.topLeft(), box.bottomLeft())
    for at, alpha in ((0.0, 0), (0.45, 20), (0.72, 150), (1.0, 215)):
        shade.setColorAt(at, QColor(10, 18, 32, alpha))
    painter.fillRect(box, shade)


def _covering(image: QImage, size: QSize) -> QImage:
    wide = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation)
    return wide.copy((wide.width() - size.width()) // 2, (wide.height() - size.height()) // 2, size.width(), size.height())


def clear(layout: QLayout) -> None:
    """Take everything out of `layout` and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)
            inner.deleteLater()
