"""How are measured lines seen? Drawn over the stage with their figures; a room's rulers only where nothing stands before them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.view.camera import NEAR, Camera
from showroom.view.measures import Ruler
from showroom.view.stage import Projection, Vector

_SAMPLES = 24
"""Places of a ruler at which it is asked whether it is seen."""
_ENOUGH = 0.45
"""Share of a ruler on the floor that must be seen; else it is drawn where the wall meets the ceiling."""
_UNDER_THE_CEILING = 0.04
Line = tuple[Vector, Vector]


class MeasureLayer(QWidget):
    """The lines and figures over the stage. It lets every touch through."""

    def __init__(self, look: Look, over: StageWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self.marks: list[Vector] = []
        self.lines: list[Ruler] = []
        self.rulers: tuple[tuple[Ruler, tuple[Line, ...]], ...] = ()
        """The room's rulers, each with the parts of it that are seen."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the room's rulers thin, what was measured thick, its points, and the cross."""
        camera = self._over.stage.camera
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ruler, parts in self.rulers:
            for part in parts:
                self._line(painter, camera, part, self.look.color("on_night"), 2)
            if parts:
                self._tell(painter, camera, max(parts, key=lambda part: math.dist(*part)), ruler.metres)
        for line in self.lines:
            self._line(painter, camera, (line.start, line.end), self.look.color("accent"), 4)
            self._tell(painter, camera, (line.start, line.end), line.metres)
        painter.setPen(QPen(self.look.color("on_night"), self.look.px(3)))
        painter.setBrush(self.look.color("accent"))
        for mark in self.marks:
            x, y, _, in_front = camera.place(mark)
            if in_front:
                painter.drawEllipse(QPointF(x, y), self.look.px(9), self.look.px(9))
        self._cross(painter)
        painter.end()

    def _cross(self, painter: QPainter) -> None:
        middle, arm, gap = QPointF(self.rect().center()), self.look.px(20), self.look.px(6)
        for color, wide in ((self.look.color("night"), 5), (self.look.color("on_night"), 2)):
            painter.setPen(QPen(color, self.look.px(wide)))
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(middle + QPointF(dx, dy) * gap, middle + QPointF(dx, dy) * arm)

    def _line(self, painter: QPainter, camera: Camera, line: Line, color: QColor, wide: float) -> None:
        ends = seen_part(camera, *line)
        if ends is None:
            return
        a, b = (QPointF(*camera.place(end)[:2]) for end in ends)
        for ink, more in ((self.look.color("night"), 3), (color, 0)):
            painter.setPen(QPen(ink, self.look.px(wide + more), c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(a, b)

    def _tell(self, painter: QPainter, camera: Camera, line: Line, metres: float) -> None:
        """Write a line's length at the middle of what of it is in the picture."""
        ends = seen_part(camera, *line)
        if ends is None or metres <= 0:
            return
        a, b = (QPointF(*camera.place(end)[:2]) for end in ends)
        inner = QRectF(self.rect()).adjusted(*(self.look.px(60) * sign for sign in (1, 1, -1, -1)))
        seen = [point for point in (a + (b - a) * (step / 128) for step in range(1, 128)) if inner.contains(point)]
        self._figure(painter, f"{metres:.2f} m", seen[len(seen) // 2] if seen else (a + b) / 2)

    def _figure(self, painter: QPainter, words: str, at: QPointF) -> None:
        painter.setFont(self.look.font(CAPTION, bold=True))
        size = painter.fontMetrics().size(0, words)
        box = QRectF(0, 0, size.width() + self.look.px(18), size.height() + self.look.px(8))
        box.moveCenter(at)
        if not QRectF(self.rect()).intersects(box):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("night"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self.look.color("on_night"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def seen_part(camera: Camera, start: Vector, end: Vector) -> tuple[Vector, Vector] | None:
    """Return what of a line lies before the eye, `None` where nothing does."""
    if camera.parallel:
        return start, end
    depths = [float((np.array(point) - np.array(camera.eye)) @ camera.axes[2]) - NEAR for point in (start, end)]
    if max(depths) <= 0:
        return None
    if min(depths) >= 0:
        return start, end
    share = depths[0] / (depths[0] - depths[1])
    cut = tuple(a + share * (b - a) for a, b in zip(start, end, strict=True))
    return (start, cut) if depths[0] > 0 else (cut, end)  # type: ignore[return-value]


def unhidden(line: Line, project: Callable[[Vector], Projection]) -> tuple[Line, ...]:
    """Return the parts of a line that nothing stands before; what is behind the eye or out of the picture counts as seen."""
    start, end = (np.array(point) for point in line)
    middles = [start + (end - start) * ((step + 0.5) / _SAMPLES) for step in range(_SAMPLES)]
    shown = [not (seen := project(_vector(place))).hidden or not seen.in_front for place in middles]
    parts: list[Line] = []
    for step, is_seen in enumerate(shown):
        if not is_seen:
            continue
        a, b = start + (end - start) * (step / _SAMPLES), start + (end - start) * ((step + 1) / _SAMPLES)
        if step and shown[step - 1]:
            parts[-1] = (parts[-1][0], _vector(b))
        else:
            parts.append((_vector(a), _vector(b)))
    return tuple(parts)


def seen_rulers(rulers: Sequence[Ruler], project: Callable[[Vector], Projection]) -> tuple[tuple[Ruler, tuple[Line, ...]], ...]:
    """Return a room's rulers with what is seen of each: on the floor, else where walls meet the ceiling, if its height is known."""
    up = next((ruler for ruler in rulers if ruler.start[:2] == ruler.end[:2]), None)
    found = []
    for ruler in rulers:
        line = (ruler.start, ruler.end)
        parts = unhidden(line, project)
        if up is not None and ruler is not up and _share(parts, line) < _ENOUGH:
            top = up.end[2] - _UNDER_THE_CEILING
            high = replace(ruler, start=(*ruler.start[:2], top), end=(*ruler.end[:2], top))
            raised = unhidden((high.start, high.end), project)
            if _share(raised, line) > _share(parts, line):
                ruler, parts = high, raised  # noqa: PLW2901 - the same ruler, laid elsewhere
        found.append((ruler, parts))
    return tuple(found)


def _share(parts: Sequence[Line], line: Line) -> float:
    return sum(math.dist(*part) for part in parts) / max(math.dist(*line), 1e-9)


def _vector(point: np.ndarray) -> Vector:
    return float(point[0]), float(point[1]), float(point[2])
