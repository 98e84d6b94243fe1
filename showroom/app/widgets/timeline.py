"""How does one thing follow another? A rail with numbered stations, each with its own panel at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from showroom.app.theme import BODY, Look
from showroom.app.widgets.words import column, row

_DISC, _LINE, _DROP = 48, 4, 18
"""Design pixels: the disc's diameter, the line's width, and how far below the panel's top the disc begins."""


class Station(QWidget):
    """The piece of the rail beside one panel: the line, and the disc with the number."""

    def __init__(self, look: Look, number: int, *, first: bool, last: bool) -> None:
        super().__init__()
        self.look, self.number, self._first, self._last = look, number, first, last
        self.setAccessibleName(str(number))
        self.setFixedWidth(look.px(_DISC))
        self.setMinimumHeight(look.px(_DISC + _DROP))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line from and to the neighbours, and the disc."""
        look, painter = self.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, top = look.px(_DISC), look.px(_DROP)
        middle = QPointF(self.width() / 2, top + side / 2)
        painter.setPen(QPen(look.color("accent"), look.px(_LINE)))
        painter.drawLine(QPointF(middle.x(), middle.y() if self._first else 0), QPointF(middle.x(), middle.y()))
        if not self._last:
            painter.drawLine(middle, QPointF(middle.x(), self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        disc = QRectF(0, top, side, side)
        painter.drawEllipse(disc)
        painter.setPen(look.color("on_accent"))
        painter.setFont(look.font(BODY, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.end()


class Timeline(QWidget):
    """Panels one below the other along a rail."""

    def __init__(self, look: Look, panels: Sequence[QWidget]) -> None:
        super().__init__()
        lines = column()
        for at, content in enumerate(panels):
            station = Station(look, at + 1, first=at == 0, last=at == len(panels) - 1)
            kept = QWidget()
            kept.setLayout(column(content, margins=(0, 0, 0, look.px(12))))
            line = row(station, kept, gap=look.px(20))
            line.setStretch(1, 1)
            lines.addLayout(line)
        self.setLayout(lines)
