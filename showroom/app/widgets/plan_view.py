"""How does a visitor see a plan? The drawn storey with its findings, zoomed by buttons, wheel or drag, and tapped at its numbers.

The drawing is the one of the reports (`reports.svg.draw_plan`), so screen, checklist and file agree. A newcomer would draw it a
second time here.
"""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.finding import Finding
from showroom.domain.plan import Plan
from showroom.formats import read_vocabulary
from showroom.reports.labels import name_of
from showroom.reports.outlines import polygon_of
from showroom.reports.svg import PlanDrawing, draw_plan
from showroom.reports.witnesses import points_of

_CLOSEST = 8.0
_TAP = 12


class PlanView(QWidget):
    """One storey of a plan. `tapped` tells which of the findings' numbers was tapped; a `still` one is only a picture."""

    tapped = Signal(int)

    def __init__(self, look: Look, language: str, parent: QWidget | None = None, *, still: bool = False) -> None:
        super().__init__(parent)
        self.look, self._language = look, language
        self._plan: Plan | None = None
        self._findings: tuple[Finding, ...] = ()
        self._numbers: tuple[str, ...] = ()
        self._selected: int | None = None
        self._storey: str | None = None
        self._drawing: PlanDrawing | None = None
        self._renderer: QSvgRenderer | None = None
        self._shown = QRectF(0, 0, 1, 1)
        """The part of the drawing that fills the widget, in the drawing's pixels."""
        self._picture = QPixmap()
        self._press: QPointF | None = None
        self._moved = False
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(350)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.valueChanged.connect(self._fly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.px(240), look.px(200))
        self.setAccessibleName(self.tr("Your plan, drawn"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, still)
        self._tools = QWidget(self)
        self._tools.setHidden(still)
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(look.gap)
        for icon, name, factor in (
            ("plus", self.tr("Zoom in"), 1.6),
            ("minus", self.tr("Zoom out"), 1 / 1.6),
            ("fit", self.tr("Whole plan"), 0.0),
        ):
            button = TouchButton(look, icon=icon, kind="overlay", name=name)
            button.setObjectName(f"plan-{icon}")
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, factor=factor: self.zoom(factor) if factor else self.show_all())
            tools.addWidget(button)

    # -- what is shown ---------------------------------------------------------------------------------------
    def set_review(self, plan: Plan, findings: Sequence[Finding], numbers: Sequence[str] = ()) -> None:
        """Show `plan` with the witnesses of `findings`; `numbers` stand on their discs."""
        self._plan, self._findings, self._numbers = plan, tuple(findings), tuple(numbers)
        self._storey = plan.storeys[0].id
        self._selected = None
        self._draw()

    def select(self, index: int | None) -> None:
        """Bring out one finding and go to where it was measured."""
        if self._plan is None:
            return
        self._selected = index
        finding = None if index is None else self._findings[index]
        if finding is not None and finding.storey is not None:
            self._storey = finding.storey
        self._draw()
        points = points_of(finding) if finding is not None else []
        if finding is None or not points or self._drawing is None:
            self._go_to(self._whole())
            return
        spots = [QPointF(*self._drawing.sheet.px(point)) for point in points]
        box = QRectF(spots[0], spots[0])
        for spot in spots:
            box = box.united(QRectF(spot, spot).adjusted(-0.5, -0.5, 0.5, 0.5))
        room = max(2.6 * self._drawing.sheet.scale, box.width() * 0.6, box.height() * 0.6)
        self._go_to(self._shaped(box.adjusted(-room, -room, room, room)))

    @property
    def selected(self) -> int | None:
        """The finding brought out."""
        return self._selected

    def show_all(self) -> None:
        """Show the whole storey."""
        self._go_to(self._whole())

    def zoom(self, factor: float) -> None:
        """Come closer (factor above 1) or go back, about the middle."""
        self._go_to(self._scaled(self._shown, factor, self._shown.center()))

    def _draw(self) -> None:
        if self._plan is None or self.width() < 10 or self.height() < 10:
            return
        selected = None if self._selected is None else self._findings[self._selected]
        self._drawing = draw_plan(
            self._plan,
            storey_id=self._storey,
            findings=self._findings,
            language=self._language,
            selected=selected,
            width_px=self.width(),
            height_px=self.height(),
            numbers=self._numbers or None,
        )
        self._renderer = QSvgRenderer(QByteArray(self._drawing.svg.encode()))
        if self._shown.width() <= 1:
            self._shown = self._whole()
        self._picture = QPixmap()
        self.setAccessibleDescription(self._words())
        self.update()

    def _words(self) -> str:
        """Return what is written on the drawing: the rooms of the storey with their areas, for those who hear it."""
        assert self._plan is not None
        storey = next((storey for storey in self._plan.storeys if storey.id == self._storey), self._plan.storeys[0])
        vocabulary = read_vocabulary()
        rooms = [(name_of(space, vocabulary, self._language), polygon_of(space).area) for space in storey.spaces]
        said = (self.tr("{room}, {area} square metres").format(room=room, area=f"{area:.1f}") for room, area in rooms)
        return "\n".join((self.tr("On the plan:"), *said))

    # -- where we look ---------------------------------------------------------------------------------------
    def _whole(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height())

    def _shaped(self, box: QRectF) -> QRectF:
        """Return `box` widened to the widget's proportions."""
        wide = max(box.width(), box.height() * self.width() / max(1, self.height()))
        wide = min(max(wide, self.width() / _CLOSEST), self.width())
        tall = wide * self.height() / max(1, self.width())
        return self._inside(QRectF(box.center().x() - wide / 2, box.center().y() - tall / 2, wide, tall))

    def _scaled(self, box: QRectF, factor: float, about: QPointF) -> QRectF:
        wide = min(max(box.width() / factor, self.width() / _CLOSEST), self.width())
        share = wide / box.width()
        return self._inside(
            QRectF(about.x() - (about.x() - box.x()) * share, about.y() - (about.y() - box.y()) * share, wide, box.height() * share)
        )

    def _inside(self, box: QRectF) -> QRectF:
        x = min(max(box.x(), 0.0), max(0.0, self.width() - box.width()))
        y = min(max(box.y(), 0.0), max(0.0, self.height() - box.height()))
        return QRectF(x, y, box.width(), box.height())

    def _go_to(self, box: QRectF) -> None:
        self._flight.stop()
        if not self.isVisible():
            self._fly(box)
            return
        self._flight.setStartValue(QRectF(self._shown))
        self._flight.setEndValue(box)
        self._flight.start()

    def _fly(self, box: QRectF) -> None:
        self._shown = QRectF(box)
        self._picture = QPixmap()
        self.update()

    def to_widget(self, x: float, y: float) -> QPointF:
        """Return where a place of the drawing lies on the widget."""
        share = self.width() / self._shown.width()
        return QPointF((x - self._shown.x()) * share, (y - self._shown.y()) * share)

    # -- painting and pointing -------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the part of the drawing that is looked at; kept as a picture until something changes."""
        painter = QPainter(self)
        if self._picture.isNull() and self._renderer is not None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.white)
            inner = QPainter(self._picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            share = self.width() / self._shown.width()
            target = QRectF(-self._shown.x() * share, -self._shown.y() * share, self.width() * share, self.height() * share)
            self._renderer.render(inner, target)
            inner.end()
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size and keep the tools in their corner."""
        super().resizeEvent(event)
        size, edge = self._tools.sizeHint(), self.look.px(12)
        self._tools.setGeometry(self.width() - size.width() - edge, edge, size.width(), size.height())
        self._shown = QRectF(0, 0, 1, 1)
        self._draw()
        if self._selected is not None:
            self.select(self._selected)

    def sizeHint(self) -> QSize:
        """Return a size a plan reads well at."""
        return QSize(self.look.px(720), self.look.px(560))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        about = self._shown.topLeft() + event.position() * (self._shown.width() / max(1, self.width()))
        self._fly(self._scaled(self._shown, 1.15 if event.angleDelta().y() > 0 else 1 / 1.15, about))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a tap or a drag."""
        self._press, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the plan with the finger."""
        if self._press is None:
            return
        step = event.position() - self._press
        if not self._moved and step.manhattanLength() < _TAP:
            return
        self._moved, self._press = True, event.position()
        share = self._shown.width() / max(1, self.width())
        self._fly(self._inside(self._shown.translated(-step.x() * share, -step.y() * share)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which number was tapped."""
        tapped = self._press is not None and not self._moved
        self._press = None
        if not tapped or self._drawing is None:
            return
        share = self._shown.width() / max(1, self.width())
        place = self._shown.topLeft() + event.position() * share
        pin = self._drawing.pin_at(place.x(), place.y(), reach=self.look.px(24) * share)
        if pin is not None:
            self.tapped.emit(next(i for i, finding in enumerate(self._findings) if finding is pin.finding))
