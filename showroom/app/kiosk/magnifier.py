"""What is under my finger? A round picture beside it, larger than life, with the point that is meant and what it was drawn to.

It opens where a finger, or the mouse's button, rests for a moment, follows it, and goes when it is lifted.
"""

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QWidget

from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.stage_gestures import TAP_RADIUS
from showroom.app.widgets.stage_widget import StageWidget
from showroom.view.edges import Kind

_SIDE, _ASIDE = 230, 60
"""Design pixels: how large the picture is, and how far it keeps from the finger."""
_ZOOM = 3.0
_HOLD = 320
"""Milliseconds a finger rests before the picture opens."""


class HoldingHand(QObject):
    """A hand that rests on the stage and then moves: `held(x, y)` everywhere, `placed(x, y)` when lifted, `gone` without a place.

    Taps and drags stay the stage's own.
    """

    held = Signal(float, float)
    placed = Signal(float, float)
    gone = Signal()

    def __init__(self, over: StageWidget) -> None:
        super().__init__(over)
        self._over = over
        self._began: QPointF | None = None
        self._holding = False
        self._timer = QTimer(self, singleShot=True, interval=_HOLD)
        self._timer.timeout.connect(self._hold)
        self._listening = False

    def listen(self, *, on: bool) -> None:
        """Begin or end following hands."""
        if on == self._listening:
            return
        self._listening = on
        if on:
            self._over.installEventFilter(self)
        else:
            self._over.removeEventFilter(self)
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from the stage what a holding hand does."""
        if watched is self._over:
            if isinstance(event, QTouchEvent):
                return self._touched(event)
            if isinstance(event, QMouseEvent):
                return self._moused(event)
        return False

    def _touched(self, event: QTouchEvent) -> bool:
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel or len(points) != 1:
            return self._end()
        at = points[0].position()
        if event.type() == QEvent.Type.TouchBegin:
            return self._press(at)
        return self._lift(at) if event.type() == QEvent.Type.TouchEnd else self._move(at)

    def _moused(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            return self._press(event.position())
        if event.type() == QEvent.Type.MouseMove:
            return self._move(event.position()) if event.buttons() else False
        return self._lift(event.position()) if event.type() == QEvent.Type.MouseButtonRelease else False

    def _press(self, at: QPointF) -> bool:
        self._began, self._holding = at, False
        self._timer.start()
        return False

    def _hold(self) -> None:
        if self._began is not None:
            self._holding = True
            self._over.hands_off()
            self.held.emit(self._began.x(), self._began.y())

    def _move(self, at: QPointF) -> bool:
        if self._holding:
            self.held.emit(at.x(), at.y())
            return True
        if self._began is not None and math.dist(at.toTuple(), self._began.toTuple()) > TAP_RADIUS:
            self._end()
        return False

    def _lift(self, at: QPointF) -> bool:
        held, self._holding, self._began = self._holding, False, None
        self._timer.stop()
        if held:
            self.placed.emit(at.x(), at.y())
        return held

    def _end(self) -> bool:
        self._timer.stop()
        if self._holding:
            self.gone.emit()
        self._began, self._holding = None, False
        return False


class Magnifier(QWidget):
    """The round picture. It lets every touch through."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self._part, self._mark, self.kind = QImage(), QPointF(), None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(look.px(_SIDE), look.px(_SIDE) + look.px(40))
        self.hide()

    def look_at(self, finger: QPointF, still: QImage, mark: QPointF | None, kind: Kind | None) -> None:
        """Show what of the picture is round the finger, and the point meant there (places of the stage), beside the finger."""
        over, side = self.parentWidget(), self.look.px(_SIDE)
        self.kind = kind
        if still.isNull() or over is None:
            self.hide()
            return
        scale = still.width() / max(1, over.width())
        reach = side / _ZOOM / 2
        source = QRectF(finger.x() - reach, finger.y() - reach, 2 * reach, 2 * reach)
        part = QRectF(source.topLeft() * scale, source.size() * scale).toRect()
        self._part = still.copy(part)
        self._mark = ((mark or finger) - source.topLeft()) * _ZOOM
        aside = self.look.px(_ASIDE)
        x = finger.x() + aside if finger.x() + aside + self.width() < over.width() else finger.x() - aside - self.width()
        y = finger.y() - aside - self.height()
        self.move(round(max(0.0, x)), round(max(0.0, min(y, over.height() - self.height()))))
        self.show()
        self.raise_()
        self.update()

    def words(self) -> str:
        """Return what the point was drawn to, in a word."""
        names = {"corner": self.tr("Corner"), "edge": self.tr("Edge"), "surface": self.tr("Surface")}
        return names.get(self.kind or "", self.tr("Nothing here"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in its ring, the mark by its kind (square: corner, diamond: edge, circle: surface), and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        look, side = self.look, self.look.px(_SIDE)
        box = QRectF(0, 0, side, side).adjusted(4, 4, -4, -4)
        glass = QPainterPath()
        glass.addEllipse(box)
        painter.setClipPath(glass)
        painter.fillRect(box, look.color("surface_sunken"))
        painter.drawImage(QRectF(0, 0, side, side), self._part)
        if self.kind is not None:
            self._paint_mark(painter)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, wide in (("night", 8), ("on_night", 4)):
            painter.setPen(QPen(look.color(role), look.px(wide)))
            painter.drawEllipse(box)
        painter.setFont(look.font(CAPTION, bold=True))
        words = self.words()
        plate = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(words) + look.px(28), look.px(34))
        plate.moveCenter(QPointF(side / 2, side + look.px(20)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("night"))
        painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
        painter.setPen(look.color("on_night"))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        look, at, size = self.look, self._mark, self.look.px(13)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, wide in (("night", 7), ("on_night", 3)):
            painter.setPen(QPen(look.color(role), look.px(wide)))
            if self.kind == "surface":
                painter.drawEllipse(at, size, size)
            else:
                painter.save()
                painter.translate(at)
                painter.rotate(0 if self.kind == "corner" else 45)
                painter.drawRect(QRectF(-size, -size, 2 * size, 2 * size))
                painter.restore()
            painter.drawLine(at - QPointF(look.px(5), 0), at + QPointF(look.px(5), 0))
            painter.drawLine(at - QPointF(0, look.px(5)), at + QPointF(0, look.px(5)))
