"""How is something found shown? A tile whose title and line below set off the letters that fit what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from showroom.app.theme import BODY, CAPTION, Look
from showroom.app.widgets.touch_button import TouchButton

Span = tuple[int, int]
Marked = tuple[str, Sequence[Span]]
"""A line and the parts of it that are set off, as places of characters."""


class ResultTile(TouchButton):
    """A row to press: icon, `title` with its marks, `below` with its marks, and a last quiet line."""

    def __init__(self, look: Look, icon: str, title: Marked, below: Marked, foot: str = "") -> None:
        self._lines = [(title, look.font(BODY, bold=True)), (below, look.font(CAPTION)), ((foot, ()), look.font(CAPTION))]
        self._at_width: dict[int, list[QTextLayout]] = {}
        super().__init__(
            look,
            title[0],
            icon=icon,
            kind="row",
            note=below[0],
            name=" · ".join(filter(None, (title[0], below[0], foot))),
            trailing="next",
            badge=True,
            align=Qt.AlignmentFlag.AlignLeft,
        )

    @property
    def marks(self) -> tuple[str, ...]:
        """What is set off, in the order of the lines."""
        return tuple(text[start:end] for (text, spans), _ in self._lines for start, end in spans)

    def _laid(self, width: int) -> list[QTextLayout]:
        """Return the lines laid at a width; a layout of tiles asks for the same few widths again and again."""
        if width not in self._at_width:
            self._at_width[width] = [_lay(line, font, width, self.look) for line, font in self._lines if line[0]]
        return self._at_width[width]

    def _words_size(self, width: int) -> QSize:
        laid = self._laid(max(1, width))
        return QSize(
            round(max((layout.boundingRect().width() for layout in laid), default=0)),
            round(sum(layout.boundingRect().height() for layout in laid)),
        )

    def _paint_words(self, painter: QPainter, box: QRect, color: QColor, align: Qt.AlignmentFlag | None = None) -> None:  # noqa: ARG002
        laid = self._laid(box.width())
        top = box.top() + (box.height() - sum(layout.boundingRect().height() for layout in laid)) / 2
        for at, layout in enumerate(laid):
            painter.setPen(color if at == 0 else self.look.color("muted"))
            layout.draw(painter, QPointF(box.left(), top))
            top += layout.boundingRect().height()


def _lay(line: Marked, font: QFont, width: int, look: Look) -> QTextLayout:
    """Return a line broken at `width`, its marks bold in the accent on the accent's soft ground."""
    text, spans = line
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    marks = []
    for start, end in spans:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = _units(text, start), _units(text, end) - _units(text, start)
        form = QTextCharFormat()
        form.setForeground(look.color("accent"))
        form.setBackground(look.color("accent_soft"))
        form.setFontWeight(QFont.Weight.Bold)
        mark.format = form
        marks.append(mark)
    layout.setFormats(marks)
    layout.beginLayout()
    height = 0.0
    while (broken := layout.createLine()).isValid():
        broken.setLineWidth(width)
        broken.setPosition(QPointF(0, height))
        height += broken.height()
    layout.endLayout()
    return layout


def _units(text: str, place: int) -> int:
    """Return a place of characters as Qt counts: rare characters count twice."""
    return len(text[:place].encode("utf-16-le")) // 2
