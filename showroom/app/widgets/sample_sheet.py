"""What does a paper look like that the visitor must bring? A drawing of it: its shape and its parts, never a real one.

One small function draws each form; they stand in a table at the end. Everything is in units of a sheet 100 wide.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from showroom.app.theme import Look
from showroom.domain.permit import PaperForm

_WIDE, _HIGH = 100.0, 141.0
_CARD_HIGH = 63.0


class SampleSheet(QWidget):
    """The drawing of one paper, `wide` design pixels wide, with its title and the word that it is a sample."""

    def __init__(self, look: Look, form: PaperForm, title: str, *, wide: int, name: str) -> None:
        super().__init__()
        self.look, self.form, self.title = look, form, title
        self._high = _CARD_HIGH if form == "card" else _HIGH
        self.setAccessibleName(name)
        self.setFixedSize(self._size(wide))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _size(self, wide: int) -> QSize:
        return QSize(self.look.px(wide), round(self.look.px(wide) * self._high / _WIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet with its shadow, the title and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _WIDE, self.width() / _WIDE)
        sheet = QRectF(1, 1, _WIDE - 3, self._high - 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("text", 40))
        painter.drawRoundedRect(sheet.translated(1.5, 1.5), 2, 2)
        painter.setBrush(self.look.color("surface_raised"))
        painter.setPen(QPen(self.look.color("line"), 0.7))
        painter.drawRoundedRect(sheet, 2, 2)
        pen = _Pen(painter, self.look)
        if self.form != "card":
            pen.write(QRectF(8, 7, 84, 16), self.title, 6.5, bold=True)
        _DRAWINGS[self.form](pen, self.title)
        painter.end()


class _Pen:
    """Draws with the theme's roles in units of the sheet."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter, self.look = painter, look

    def write(self, box: QRectF, words: str, size: float, *, bold: bool = False, role: str = "text") -> None:
        """Write words in the middle of a box, smaller where they would not fit."""
        font = self.look.font(10, bold=bold)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        self.painter.setPen(self.look.color(role))
        for pixels in (size, size * 0.8, size * 0.65):
            font.setPixelSize(max(1, round(pixels)))
            self.painter.setFont(font)
            if box.contains(self.painter.boundingRect(box, flags, words)):
                break
        self.painter.drawText(box, flags, words)

    def line(self, x: float, y: float, to_x: float, to_y: float, role: str = "line", width: float = 0.8) -> None:
        """Draw a straight line."""
        self.painter.setPen(QPen(self.look.color(role), width))
        self.painter.drawLine(QPointF(x, y), QPointF(to_x, to_y))

    def box(self, x: float, y: float, wide: float, high: float, role: str = "line", fill: str = "") -> None:
        """Draw a box, filled where a role is given for that."""
        self.painter.setPen(QPen(self.look.color(role), 0.8))
        self.painter.setBrush(self.look.color(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRect(QRectF(x, y, wide, high))

    def bar(self, x: float, y: float, wide: float, role: str = "line", high: float = 2.6) -> None:
        """Draw a line of writing as a bar."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.look.color(role))
        self.painter.drawRoundedRect(QRectF(x, y, wide, high), high / 2, high / 2)

    def seal(self, x: float, y: float, radius: float = 10) -> None:
        """Draw a round seal with its star."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.look.color("not_met"), 1.2))
        self.painter.drawEllipse(QPointF(x, y), radius, radius)
        star = [QPointF(x + 4 * dx, y + 4 * dy) for dx, dy in _STAR]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.look.color("not_met"))
        self.painter.drawPolygon(QPolygonF(star))

    def person(self, x: float, y: float, wide: float, high: float) -> None:
        """Draw a portrait: head and shoulders in a frame."""
        self.box(x, y, wide, high, "line", "accent_soft")
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.look.color("accent", 120))
        self.painter.drawEllipse(QPointF(x + wide / 2, y + high * 0.38), wide * 0.2, wide * 0.22)
        self.painter.drawChord(QRectF(x + wide * 0.15, y + high * 0.66, wide * 0.7, high * 0.66), 0, 180 * 16)


_STAR = ((0, -1), (0.22, -0.31), (0.95, -0.31), (0.36, 0.12), (0.59, 0.81), (0, 0.38), (-0.59, 0.81), (-0.36, 0.12), (-0.95, -0.31), (-0.22, -0.31))  # fmt: skip # noqa: E501


def _form(pen: _Pen, _title: str) -> None:
    for at in range(6):
        y = 30 + at * 14
        pen.box(10, y, 80, 14)
        pen.box(10, y, 24, 14, "line", "surface_sunken")
        pen.bar(14, y + 6, 15, "muted")
        if at < 4:
            pen.bar(39, y + 6, (30, 44, 24, 36)[at], "accent")
    pen.line(56, 125, 88, 125, "muted")
    pen.bar(40, 122, 13, "muted")
    pen.seal(76, 119, 9)


def _plan(pen: _Pen, _title: str) -> None:
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y, to_x, to_y in ((14, 40, 86, 40), (86, 40, 86, 104), (14, 40, 14, 104), (14, 104, 40, 104), (52, 104, 86, 104)):
        pen.line(x, y, to_x, to_y, "text", 2.2)
    for x, y, to_x, to_y in ((52, 40, 52, 62), (52, 72, 52, 78), (52, 78, 86, 78), (14, 74, 40, 74)):
        pen.line(x, y, to_x, to_y, "text", 1.4)
    pen.painter.setPen(QPen(pen.look.color("accent"), 0.8))
    pen.painter.drawArc(QRectF(28, 92, 24, 24), 0, 90 * 16)
    pen.line(14, 32, 86, 32, "accent")
    for x in (14, 52, 86):
        pen.line(x, 30, x, 36, "accent")
    for x, y in ((58, 46), (58, 54), (20, 80), (62, 86)):
        pen.box(x, y, 12, 6, "muted", "surface_sunken")
    for x, y, wide in ((22, 52, 16), (62, 66, 14), (20, 94, 14)):
        pen.bar(x, y, wide, "muted")
    pen.line(46, 100, 46, 88, "met", 1.2)
    pen.painter.setBrush(pen.look.color("met"))
    pen.painter.setPen(Qt.PenStyle.NoPen)
    pen.painter.drawPolygon(QPolygonF([QPointF(46, 84), QPointF(43, 89), QPointF(49, 89)]))
    pen.box(62, 114, 28, 16)
    pen.bar(65, 118, 20, "muted")
    pen.bar(65, 124, 14, "line")


def _card(pen: _Pen, title: str) -> None:
    pen.write(QRectF(6, 5, 88, 13), title, 6, bold=True)
    pen.person(70, 21, 22, 30)
    for y, wide in ((24, 30), (32, 22), (40, 40), (48, 46)):
        pen.bar(8, y, 10, "line")
        pen.bar(21, y, wide, "muted")


def _contract(pen: _Pen, _title: str) -> None:
    for at in range(9):
        pen.bar(10, 30 + at * 8, 80 if at % 3 != 2 else 46, "line")
    for x in (12, 56):
        pen.bar(x, 112, 14, "muted")
        pen.line(x, 124, x + 30, 124, "muted")
    pen.seal(32, 119, 9)
    pen.seal(76, 119, 9)


def _certificate(pen: _Pen, _title: str) -> None:
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.painter.setPen(QPen(pen.look.color("to_confirm"), 1.4))
    pen.painter.drawRect(QRectF(5, 5, 89, 129))
    pen.painter.setPen(QPen(pen.look.color("to_confirm"), 0.6))
    pen.painter.drawRect(QRectF(7.5, 7.5, 84, 124))
    for at, wide in enumerate((44, 36, 50, 28, 40)):
        pen.bar(16, 36 + at * 13, 16, "line")
        pen.bar(38, 36 + at * 13, wide, "muted")
    pen.seal(70, 114, 12)
    pen.bar(16, 116, 26, "muted")


def _table(pen: _Pen, _title: str) -> None:
    pen.box(10, 30, 80, 9, "line", "surface_sunken")
    for row in range(11):
        pen.line(10, 30 + row * 9, 90, 30 + row * 9)
    for x in (10, 22, 64, 90):
        pen.line(x, 30, x, 120)
    for row in range(1, 10):
        y = 33 + row * 9
        pen.bar(14, y, 4, "muted")
        pen.bar(26, y, (30, 24, 34, 20, 28, 32, 18, 26, 22)[row - 1], "line")
        pen.bar(72, y, 8, "muted")


def _text(pen: _Pen, _title: str) -> None:
    for block in range(3):
        top = 30 + block * 34
        pen.bar(10, top, 30, "accent")
        for at, wide in enumerate((80, 76, 52)):
            pen.bar(10, top + 8 + at * 7, wide, "line")


_DRAWINGS: dict[PaperForm, Callable[[_Pen, str], None]] = {
    "form": _form,
    "plan": _plan,
    "card": _card,
    "contract": _contract,
    "certificate": _certificate,
    "table": _table,
    "text": _text,
}
