"""Which marks does the checklist carry beside its words? Verdict icons, tick boxes, writing lines, spots of the plan, headings."""

import math
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from showroom.domain.finding import Finding, Outcome
from showroom.reports import palette
from showroom.reports.codes import code_rows
from showroom.reports.pdf_type import BOLD, REGULAR
from showroom.reports.sheet import Pixels
from showroom.reports.spots import window_on
from showroom.reports.svg import PlanDrawing
from showroom.reports.witnesses import parts_of

_GLYPHS: dict[Outcome, tuple[tuple[tuple[float, float], ...], ...]] = {
    Outcome.MET: (((-0.45, 0.02), (-0.12, -0.34), (0.5, 0.38)),),
    Outcome.NOT_MET: (((-0.36, -0.36), (0.36, 0.36)), ((-0.36, 0.36), (0.36, -0.36))),
    Outcome.NOT_APPLICABLE: (((-0.42, 0.0), (0.42, 0.0)),),
}
_LETTERS = {Outcome.TO_CONFIRM: "?", Outcome.NOT_CHECKED: "!"}


def draw_icon(canvas: Canvas, outcome: Outcome, x: float, y: float, radius: float) -> None:
    """Draw the disc of an outcome with its own sign, so that it is known without colour; (x, y) is the middle, points."""
    canvas.saveState()
    canvas.setFillColor(HexColor(palette.OUTCOME[outcome]))
    canvas.circle(x, y, radius, stroke=0, fill=1)
    canvas.setStrokeColor(white)
    canvas.setFillColor(white)
    canvas.setLineWidth(radius * 0.26)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in _GLYPHS.get(outcome, ()):
        path = canvas.beginPath()
        path.moveTo(x + stroke[0][0] * radius, y + stroke[0][1] * radius)
        for px, py in stroke[1:]:
            path.lineTo(x + px * radius, y + py * radius)
        canvas.drawPath(path, stroke=1, fill=0)
    if outcome in _LETTERS:
        canvas.setFont(BOLD, radius * 1.5)
        canvas.drawCentredString(x, y - radius * 0.54, _LETTERS[outcome])
    canvas.restoreState()


class Icon(Flowable):  # type: ignore[misc]
    """The icon of an outcome as something that stands in a table."""

    def __init__(self, outcome: Outcome, radius: float) -> None:
        super().__init__()
        self.outcome, self.radius = outcome, radius
        self.width = self.height = radius * 2

    def draw(self) -> None:
        """Draw at the place the frame has chosen."""
        draw_icon(self.canv, self.outcome, self.radius, self.radius, self.radius)


class Heading(Flowable):  # type: ignore[misc]
    """A section's heading: a bar of the accent colour, the title, a count at the right, and a bookmark to this place."""

    def __init__(self, title: str, key: str, width: float, *, aside: str = "", level: int = 0) -> None:
        super().__init__()
        self.title, self.key, self.aside, self.level = title, key, aside, level
        self.width, self.height = width, 26.0

    def draw(self) -> None:
        """Draw and set the bookmark."""
        canvas = self.canv
        canvas.bookmarkPage(self.key, fit="XYZ", top=canvas.absolutePosition(0, self.height)[1] + 8)
        canvas.addOutlineEntry(self.title, self.key, level=self.level, closed=False)
        canvas.setFillColor(HexColor(palette.ACCENT))
        canvas.rect(0, 5, 3.2, 15, stroke=0, fill=1)
        canvas.setFillColor(HexColor(palette.INK))
        canvas.setFont(BOLD, 13)
        canvas.drawString(10, 8, self.title)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(REGULAR, 8)
        canvas.drawRightString(self.width, 8.5, self.aside)


class Bookmark(Flowable):  # type: ignore[misc]
    """A bookmark that takes no room."""

    def __init__(self, title: str, key: str, level: int) -> None:
        super().__init__()
        self.title, self.key, self.level = title, key, level
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Set the bookmark at this place."""
        self.canv.bookmarkPage(self.key, fit="XYZ", top=self.canv.absolutePosition(0, 0)[1] + 8)
        self.canv.addOutlineEntry(self.title, self.key, level=self.level, closed=True)


class Boxes(Flowable):  # type: ignore[misc]
    """Empty boxes to tick, each with its word, in one row."""

    def __init__(self, labels: Sequence[str], size: float = 8.5, gap: float = 12.0) -> None:
        super().__init__()
        self.labels, self.size, self.gap = tuple(labels), size, gap
        self.widths = [size * 1.35 + float(pdfmetrics.stringWidth(label, REGULAR, size)) for label in self.labels]
        self.width, self.height = sum(self.widths) + gap * (len(self.labels) - 1), size * 1.5

    def draw(self) -> None:
        """Draw the row."""
        x, canvas = 0.0, self.canv
        canvas.setFont(REGULAR, self.size)
        canvas.setFillColor(HexColor(palette.INK))
        canvas.setStrokeColor(HexColor(palette.INK))
        canvas.setLineWidth(0.7)
        for label, width in zip(self.labels, self.widths, strict=True):
            canvas.rect(x, self.size * 0.25, self.size, self.size, stroke=1, fill=0)
            canvas.drawString(x + self.size * 1.35, self.size * 0.38, label)
            x += width + self.gap


class Blank(Flowable):  # type: ignore[misc]
    """A word and a line to write on that runs to the right edge."""

    def __init__(self, label: str, width: float, height: float = 13.0, size: float = 8.0) -> None:
        super().__init__()
        self.label, self.size = label, size
        self.width, self.height = width, height

    def draw(self) -> None:
        """Draw word and line."""
        canvas = self.canv
        canvas.setFont(REGULAR, self.size)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.drawString(0, 3, self.label)
        start = float(pdfmetrics.stringWidth(self.label, REGULAR, self.size)) + (4 if self.label else 0)
        canvas.setStrokeColor(HexColor("#8a939e"))
        canvas.setLineWidth(0.5)
        canvas.line(start, 1.5, self.width, 1.5)


class Code(Flowable):  # type: ignore[misc]
    """A square code `side` points wide, `quiet` modules of its quiet zone included; the paper about it is the rest of that."""

    def __init__(self, text: str, side: float, quiet: int = 0) -> None:
        super().__init__()
        self.rows, self.quiet = code_rows(text), quiet
        self.width = self.height = side

    def draw(self) -> None:
        """Draw every run of dark modules as one bar."""
        module = self.width / (len(self.rows) + 2 * self.quiet)
        path = self.canv.beginPath()
        for index, row in enumerate(self.rows, self.quiet):
            for dark, run in groupby(enumerate(row, self.quiet), key=itemgetter(1)):
                columns = [column for column, _ in run]
                if dark:
                    path.rect(columns[0] * module, self.height - (index + 1) * module, len(columns) * module, module)
        self.canv.setFillColor(HexColor("#000000"))
        self.canv.drawPath(path, stroke=0, fill=1)


class Spot(Flowable):  # type: ignore[misc]
    """The part of the plan about a finding's witness, with the witness on it; `form` names the plan as drawn in the document."""

    def __init__(self, drawing: PlanDrawing, form: str, finding: Finding, width: float, height: float) -> None:
        super().__init__()
        assert finding.geometry is not None
        self.drawing, self.form, self.finding = drawing, form, finding
        self.width, self.height = width, height
        left, top, wide, tall = window_on(drawing.sheet, finding, width / height)
        self._zoom = width / wide
        self._middle = (left + wide / 2, top + tall / 2)

    def _at(self, pixel: Pixels) -> tuple[float, float]:
        x, y = pixel
        return self.width / 2 + (x - self._middle[0]) * self._zoom, self.height / 2 - (y - self._middle[1]) * self._zoom

    def draw(self) -> None:
        """Draw the plan clipped to the frame, then the witness, then the frame."""
        canvas = self.canv
        canvas.saveState()
        clip = canvas.beginPath()
        clip.roundRect(0, 0, self.width, self.height, 3)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.saveState()
        left, top = self._at((0, 0))
        canvas.translate(left, top - self.drawing.sheet.height * self._zoom)
        canvas.scale(self._zoom, self._zoom)
        canvas.doForm(self.form)
        canvas.restoreState()
        self._witness(canvas)
        canvas.restoreState()
        canvas.setStrokeColor(HexColor(palette.HAIRLINE))
        canvas.setLineWidth(0.8)
        canvas.roundRect(0, 0, self.width, self.height, 3, stroke=1, fill=0)

    def _witness(self, canvas: Canvas) -> None:
        assert self.finding.geometry is not None
        colour = HexColor(palette.OUTCOME[self.finding.outcome])
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for kind, metres in parts_of(self.finding.geometry):
            points = [self._at(self.drawing.sheet.px(point)) for point in metres]
            if kind == "point":
                canvas.setFillColor(Color(colour.red, colour.green, colour.blue, alpha=0.25))
                canvas.setStrokeColor(colour)
                canvas.setLineWidth(1.6)
                canvas.circle(*points[0], 6, stroke=1, fill=1)
                continue
            path = canvas.beginPath()
            path.moveTo(*points[0])
            for point in points[1:]:
                path.lineTo(*point)
            if kind == "area":
                path.close()
                canvas.setFillColor(Color(colour.red, colour.green, colour.blue, alpha=0.2))
                canvas.setStrokeColor(colour)
                canvas.setLineWidth(1.4)
                canvas.drawPath(path, stroke=1, fill=1)
                continue
            for end, inner in ((points[0], points[1]), (points[-1], points[-2])):
                _add_tick(path, end, inner, 4.0)
            for shade, width in ((white, 4.4), (colour, 2.0)):
                canvas.setStrokeColor(shade)
                canvas.setLineWidth(width)
                canvas.drawPath(path, stroke=1, fill=0)


def _add_tick(path: object, end: tuple[float, float], inner: tuple[float, float], half: float) -> None:
    length = math.dist(end, inner) or 1.0
    nx, ny = -(inner[1] - end[1]) / length * half, (inner[0] - end[0]) / length * half
    path.moveTo(end[0] - nx, end[1] - ny)  # type: ignore[attr-defined]
    path.lineTo(end[0] + nx, end[1] + ny)  # type: ignore[attr-defined]
