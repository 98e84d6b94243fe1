"""Where am I? A small plan with the visitor on it and the cone they look along; tapping it takes them there."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QRadialGradient, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from showroom.app.theme import Look
from showroom.domain.plan import Plan
from showroom.modelling.storeys import floor_levels
from showroom.reports.outlines import bounds_of
from showroom.reports.svg import PlanDrawing, draw_plan
from showroom.view.stage import Pose

_LOWEST_EYE = 0.8
"""Metres above a floor an eye is at least that is on its storey."""


class PlanRadar(QWidget):
    """The plan of the storey the eye is on, or of the one given. `tapped(x, y)` in the plan's metres."""

    tapped = Signal(float, float)

    def __init__(self, look: Look, plan: Plan, storey_id: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._plan, self._storey = look, plan, storey_id or plan.storeys[0].id
        self._levels = floor_levels(plan) if storey_id is None and len(plan.storeys) > 1 else {}
        self._drawing: PlanDrawing | None = None
        self._proportions: dict[str, float] = {}
        self._ground, self._marked = QPixmap(), QPixmap()
        self._pose: Pose | None = None
        self._points: tuple[tuple[float, float, bool], ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Plan of the premises: where you are"))

    def proportion(self) -> float:
        """Return width to height of the storey."""
        if self._storey not in self._proportions:
            storey = next(s for s in self._plan.storeys if s.id == self._storey)
            west, south, east, north = bounds_of(storey)
            self._proportions[self._storey] = max(0.4, min(2.5, (east - west) / max(0.1, north - south)))
        return self._proportions[self._storey]

    def sizeHint(self) -> QSize:
        """Return a corner's worth of room."""
        return QSize(self.look.px(260), self.look.px(190))

    def set_pose(self, pose: Pose) -> None:
        """Show the eye at another place."""
        self._pose = pose
        below = [name for name, level in self._levels.items() if level <= pose.eye[2] - _LOWEST_EYE]
        if below and below[-1] != self._storey:
            self._storey = below[-1]
            self._draw_ground()
        self.update()

    def set_points(self, points: Iterable[tuple[float, float, bool]]) -> None:
        """Show key points: x, y in metres, and whether it is the chosen one."""
        self._points, self._marked = tuple(points), QPixmap()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the plan for the new size, once."""
        super().resizeEvent(event)
        self._draw_ground()

    def _draw_ground(self) -> None:
        pad = self.look.px(10)
        wide, tall = self.width() - 2 * pad, self.height() - 2 * pad
        if wide < 20 or tall < 20:
            return
        self._drawing = draw_plan(self._plan, storey_id=self._storey, labels=False, furniture=False, width_px=wide, height_px=tall)
        self._ground, self._marked = QPixmap(self.size()), QPixmap()
        self._ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("line"), 1))
        painter.setBrush(self.look.color("surface_raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.look.px(16), self.look.px(16))
        QSvgRenderer(QByteArray(self._drawing.svg.encode())).render(painter, QRectF(pad, pad, wide, tall))
        painter.end()

    def _on_widget(self, x: float, y: float) -> QPointF:
        assert self._drawing is not None
        pad = self.look.px(10)
        px, py = self._drawing.sheet.px((x, y))
        return QPointF(px + pad, py + pad)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plan, key points and the eye with its cone."""
        if self._marked.isNull():
            self._mark()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._marked)
        if self._drawing is not None and self._pose is not None:
            self._paint_eye(painter, self._pose)
        painter.end()

    def _mark(self) -> None:
        """Draw the key points on the plan, once for all turns of the eye."""
        self._marked = self._ground.copy()
        if self._drawing is None:
            return
        painter = QPainter(self._marked)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, chosen in self._points:
            painter.setBrush(self.look.color("accent", 255 if chosen else 130))
            radius = self.look.px(6 if chosen else 3.5)
            painter.drawEllipse(self._on_widget(x, y), radius, radius)
        painter.end()

    def _paint_eye(self, painter: QPainter, pose: Pose) -> None:
        at = self._on_widget(pose.eye[0], pose.eye[1])
        bounds = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        at = QPointF(min(max(at.x(), bounds.left()), bounds.right()), min(max(at.y(), bounds.top()), bounds.bottom()))
        reach, half = self.look.px(46), 38.0
        cone = QPainterPath(at)
        cone.arcTo(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), pose.yaw - half, 2 * half)
        cone.closeSubpath()
        glow = QRadialGradient(at, reach)
        glow.setColorAt(0, self.look.color("accent", 190))
        glow.setColorAt(1, self.look.color("accent", 20))
        painter.setBrush(glow)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPath(cone)
        painter.setBrush(self.look.color("accent"))
        painter.setPen(QPen(self.look.color("surface_raised"), self.look.px(3)))
        painter.drawEllipse(at, self.look.px(8), self.look.px(8))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where on the floor was tapped."""
        if self._drawing is None or not self.rect().contains(event.position().toPoint()):
            return
        pad = self.look.px(10)
        x, y = self._drawing.sheet.metres((event.position().x() - pad, event.position().y() - pad))
        self.tapped.emit(x, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the stage beneath does not."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the stage."""
        event.ignore()
