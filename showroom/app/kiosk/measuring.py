"""How does a visitor measure? By touching points, snapped to corners and edges: length, height, area; and their room has rulers.

The points are marked by tapping, or with the cross in the middle and a button, which needs neither a steady hand nor a mouse.
"""

import math
from itertools import pairwise
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label, row
from showroom.domain.plan import Plan
from showroom.modelling.storeys import floor_levels
from showroom.view.camera import NEAR, Camera
from showroom.view.edges import snapped
from showroom.view.measures import Ruler, area, length, room_rulers, upright
from showroom.view.stage import Hit, Vector

Kind = Literal["length", "height", "area"]
_REACH = 26
"""Pixels of the design within which a corner or an edge is meant."""
_RING = 8
_KEYS: dict[int, str] = {
    Qt.Key.Key_Return: "set",
    Qt.Key.Key_Enter: "set",
    Qt.Key.Key_Backspace: "clear",
    Qt.Key.Key_Escape: "done",
}


class MeasureBar(QFrame):
    """Says what to do and what came of it; chooses what is measured. `asked(what)`: length, height, area, set, clear or done."""

    asked = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("panel", "floating")
        self.look = look
        self.words = label("", "strong", wrap=False, name="measure-words")
        self.room = label("", "caption", "muted", wrap=False, name="measure-room")
        kinds = [("length", self.tr("Length"), ""), ("height", self.tr("Height"), ""), ("area", self.tr("Area"), "")]
        self.kinds = Segments(look, kinds, "length", name=self.tr("What is measured"))
        self.kinds.chosen.connect(self.asked)
        acts = [
            ("set", self.tr("Set point at the cross"), "plus", "secondary"),
            ("clear", self.tr("Clear"), "delete", "quiet"),
            ("done", self.tr("Stop measuring"), "close", "quiet"),
        ]
        self._wordy = [(self._button(act, name, icon, kind), name) for act, name, icon, kind in acts]
        pad, gap = look.px(14), look.px(10)
        buttons = [button for button, _ in self._wordy]
        narrow = look.portrait or look.large_print
        lines = [row(self.kinds, gap=gap), row(*buttons, gap=gap)] if narrow else [row(self.kinds, *buttons, gap=gap)]
        self.setLayout(column(self.words, self.room, *lines, gap=look.px(6), margins=(pad, pad, pad, pad)))
        self.hide()

    def _button(self, act: str, name: str, icon: str, kind: str) -> TouchButton:
        button = TouchButton(self.look, name, icon=icon, kind=kind, name=name)  # type: ignore[arg-type]
        button.setObjectName(f"measure-{act}")
        button.setToolTip(name)
        button.clicked.connect(lambda: self.asked.emit(act))
        return button

    def say(self, words: str, room: str) -> None:
        """Show what to do or what was measured, and below it the room's own size."""
        self.words.setText(words)
        self.room.setText(room)
        self.room.setVisible(bool(room))

    def fit(self, width: int) -> None:
        """Say as much in words as fits into `width`."""
        for kept in range(len(self._wordy), -1, -1):
            for place, (button, name) in enumerate(self._wordy):
                button.setText(name if place < kept else "")
            self.layout().invalidate()
            self.layout().activate()  # the rows within keep their old sizes until then
            if self.sizeHint().width() <= width:
                return

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the buttons."""
        event.accept()  # type: ignore[attr-defined]


class MeasureLayer(QWidget):
    """The lines and figures over the stage. It lets every touch through."""

    def __init__(self, look: Look, over: StageWidget) -> None:
        super().__init__(over)
        self.look, self._over = look, over
        self.marks: list[Vector] = []
        self.lines: list[Ruler] = []
        self.rulers: tuple[Ruler, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the room's rulers thin, what was measured thick, its points, and the cross."""
        camera = self._over.stage.camera
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ruler in self.rulers:
            self._line(painter, camera, ruler, self.look.color("on_night"), 2)
        for line in self.lines:
            self._line(painter, camera, line, self.look.color("accent"), 4)
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

    def _line(self, painter: QPainter, camera: Camera, ruler: Ruler, color: QColor, wide: float) -> None:
        ends = seen_part(camera, ruler.start, ruler.end)
        if ends is None:
            return
        a, b = (QPointF(*camera.place(end)[:2]) for end in ends)
        for ink, more in ((self.look.color("night"), 3), (color, 0)):
            painter.setPen(QPen(ink, self.look.px(wide + more), c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(a, b)
        if ruler.metres > 0:
            inner = QRectF(self.rect()).adjusted(*(self.look.px(60) * sign for sign in (1, 1, -1, -1)))
            along = [a + (b - a) * (step / 128) for step in range(1, 128)]
            seen = [point for point in along if inner.contains(point)]
            self._figure(painter, f"{ruler.metres:.2f} m", seen[len(seen) // 2] if seen else (a + b) / 2)

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


class Measuring(QObject):
    """Measuring over one stage. `changed` follows when it begins, ends, or has another result."""

    changed = Signal()

    def __init__(self, look: Look, over: StageWidget, plan: Plan) -> None:
        super().__init__(over)
        self.look, self._over, self._plan = look, over, plan
        self._floor = floor_levels(plan)[plan.storeys[0].id]
        self.bar, self.layer = MeasureBar(look, over), MeasureLayer(look, over)
        self.bar.asked.connect(self.act)
        self.active = False
        self.kind: Kind = "length"

    def act(self, what: str) -> None:
        """Do what a button asks."""
        if what in ("length", "height", "area"):
            self.kind = what  # type: ignore[assignment]
            self.bar.kinds.choose(what)
            self._clear()
        elif what == "set":
            self.touch(self._over.width() / 2, self._over.height() / 2)
        elif what == "clear":
            self._clear()
        else:
            self.turn(on=what == "measure")

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key asks while measuring; `False` leaves it to others."""
        if not self.active or event.key() not in _KEYS:
            return False
        self.act(_KEYS[event.key()])
        return True

    def turn(self, *, on: bool) -> None:
        """Begin or end measuring; taps then mark points and nobody walks."""
        self.active = on
        self._over.set_mode("author" if on else "walk")
        self.layer.setVisible(on)
        self.bar.setVisible(on)
        self._clear()

    def hit(self, hit: Hit) -> None:
        """Mark what was tapped."""
        seen = self._over.stage.project(hit.position)
        self.touch(seen.x, seen.y)

    def touch(self, x: float, y: float) -> None:
        """Mark the point meant by a touch at a place of the stage; where there is nothing, nothing happens."""
        stage, reach = self._over.stage, float(self.look.px(_REACH))
        ring = [(reach * math.cos(turn), reach * math.sin(turn)) for turn in np.arange(_RING) * 2.0 * math.pi / _RING]
        under = stage.pick(x, y)
        hits = [hit for dx, dy in ring if (hit := stage.pick(x + dx, y + dy)) is not None]
        if under is None:
            return
        mark = snapped([under, *hits], stage.edges_of, stage.project, (x, y), pixels=reach, metre_pixels=self._metre_pixels)
        if mark is not None:
            self._take(mark.point)

    def place(self) -> None:
        """Follow the eye: the lines are drawn anew, and the rulers are of the room it is in."""
        if not self.active:
            return
        rulers = room_rulers(self._plan, self._over.pose.eye)
        if rulers != self.layer.rulers:
            self.layer.rulers = rulers
            self._say()
        self.layer.update()

    def close(self) -> None:
        """End measuring and take the lines off the stage."""
        self._over.set_mode("walk")
        self.layer.hide()
        self.layer.deleteLater()

    # -- within ----------------------------------------------------------------------------------------------
    def _metre_pixels(self, distance: float) -> float:
        camera = self._over.stage.camera
        if camera.parallel:
            return camera.height / camera.span
        return camera.height / 2.0 / math.tan(math.radians(camera.field_of_view / 2.0)) / max(distance, 1e-6)

    def _take(self, point: Vector) -> None:
        marks = self.layer.marks
        if self.kind == "height":
            marks[:] = upright(point, self._over.stage.cast, self._floor)
        else:
            if self.kind == "length" and len(marks) == 2:
                marks.clear()
            marks.append(point)
        closed = [*marks, marks[0]] if self.kind == "area" and len(marks) > 2 else marks
        self.layer.lines = [Ruler(a, b, math.dist(a, b)) for a, b in pairwise(closed)]
        self._tell()

    def _clear(self) -> None:
        self.layer.marks.clear()
        self.layer.lines = []
        self.layer.rulers = room_rulers(self._plan, self._over.pose.eye) if self.active else ()
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.layer.update()
        self.changed.emit()

    def _say(self) -> None:
        sides = [f"{ruler.metres:.2f}" for ruler in self.layer.rulers]
        room = self.tr("This room: {sides} m").format(sides=" × ".join(sides)) if sides else ""
        self.bar.say(self.result(), room)

    def result(self) -> str:
        """Return what was measured, or what to touch next."""
        marks = self.layer.marks
        if self.kind == "height":
            if marks:
                return self.tr("Height: {metres} m").format(metres=f"{length(marks):.2f}")
            return self.tr("Touch what is to be measured")
        if self.kind == "area":
            if len(marks) > 2:
                return self.tr("Area: {metres} m²").format(metres=f"{area(marks):.2f}")
            return self.tr("Touch three corners or more")
        if len(marks) == 2:
            return self.tr("Length: {metres} m").format(metres=f"{length(marks):.2f}")
        return self.tr("Touch the second point") if marks else self.tr("Touch the first point")
