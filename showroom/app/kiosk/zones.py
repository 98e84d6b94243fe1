"""Which part of the premises is what? Floors tinted by zone, the zone's letter and name written on them, and a legend to go by.

The first five colours are told apart, as they lie on a floor, also by those who lack one kind of cone (a test computes it); the
letters tell zones apart without any colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from shapely import Point, Polygon

from showroom.app.kiosk.hotspots import Disc
from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.sifting import Sieve
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import CAPTION, GAP, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label
from showroom.domain.plan import Plan
from showroom.domain.scene import Scene
from showroom.modelling.storeys import floor_levels
from showroom.view.stage import Vector
from showroom.view.tints import Tint

COLORS = ("#1b4f9c", "#f0e442", "#00b386", "#d55e00", "#1c1c1c", "#cc79a7", "#56b4e9")
"""Of each zone in turn; an eighth zone begins again."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_APART = 0.9
"""Metres between the places at which a name may stand."""
_FAR = 12.0


@dataclass(frozen=True)
class ZoneSheet:
    """A zone as shown: its id, letter, name and colour, its floors, and where its name may stand on them (metres)."""

    id: str
    letter: str
    name: str
    color: str
    tints: tuple[Tint, ...]
    places: tuple[tuple[Vector, ...], ...]
    """For each of its spaces, the middle first."""


def zone_sheets(scene: Scene, plan: Plan, language: str) -> tuple[ZoneSheet, ...]:
    """Return the zones of a scene that have spaces in the plan."""
    sheets = []
    for number, zone in enumerate(scene.zones):
        color = COLORS[number % len(COLORS)]
        parts = tuple(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
        floors = [
            (space, floor_levels(plan)[storey.id]) for storey in plan.storeys for space in storey.spaces if space.id in zone.spaces
        ]
        if floors:
            tints = tuple(Tint(space.outline, level, parts) for space, level in floors)  # type: ignore[arg-type]
            places = tuple(_places(space.outline, level) for space, level in floors)
            sheets.append(ZoneSheet(zone.id, _LETTERS[number % 26], zone.title.in_(language), color, tints, places))
    return tuple(sheets)


def _places(outline: Sequence[tuple[float, float]], level: float) -> tuple[Vector, ...]:
    """Places on a floor at which its name may stand, the middle first."""
    room = Polygon(outline)
    middle = room.representative_point() if not room.contains(room.centroid) else room.centroid
    west, south, east, north = room.bounds
    grid = [(x, y) for x in np.arange(west + 0.4, east, _APART) for y in np.arange(south + 0.4, north, _APART)]
    inside = [(float(x), float(y)) for x, y in grid if room.contains(Point(x, y))]
    inside.sort(key=lambda place: middle.distance(Point(place)))
    return tuple((x, y, level + 0.02) for x, y in [(middle.x, middle.y), *inside[:6]])


class ZoneNames(QWidget):
    """The names on the floors. It lets every touch through."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self.names: tuple[tuple[QPointF, ZoneSheet], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def box_of(self, sheet: ZoneSheet, at: QPointF) -> QRectF:
        """Return the box a name takes round a place."""
        metrics = self.look.font(CAPTION, bold=True)
        self.setFont(metrics)
        wide = self.fontMetrics().horizontalAdvance(f"{sheet.letter} {sheet.name}") + self.look.px(24)
        box = QRectF(0, 0, wide, self.fontMetrics().height() + self.look.px(8))
        box.moveCenter(at)
        return box

    def put(self, names: tuple[tuple[QPointF, ZoneSheet], ...]) -> None:
        """Show these names at these places."""
        if names != self.names:
            self.names = names
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each name on a plate edged with its zone's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, sheet in self.names:
            box = self.box_of(sheet, at)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(sheet.color))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), self.look.px(8), self.look.px(8))
            painter.setBrush(self.look.color("surface_raised"))
            painter.drawRoundedRect(box, self.look.px(6), self.look.px(6))
            painter.setPen(self.look.color("text"))
            painter.setFont(self.look.font(CAPTION, bold=True))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"{sheet.letter} {sheet.name}")
        painter.end()


class _LegendRow(TouchButton):
    """A zone in the legend: its colour with its letter, and its name."""

    def __init__(self, look: Look, sheet: ZoneSheet, count: int) -> None:
        super().__init__(look, f"{sheet.name}  {count}", kind="quiet", align=Qt.AlignmentFlag.AlignLeft, size=CAPTION, bold=False)
        self._sheet = sheet

    def _furniture(self) -> int:
        return super()._furniture() + self.look.px(46)

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        look, side = self.look, self.look.px(34)
        swatch = QRectF(self._pad(), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._sheet.color))
        painter.drawRoundedRect(swatch, look.px(6), look.px(6))
        painter.setBrush(look.color("surface_raised"))
        painter.drawEllipse(swatch.center(), side * 0.36, side * 0.36)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(CAPTION, bold=True))
        painter.drawText(swatch, int(Qt.AlignmentFlag.AlignCenter), self._sheet.letter)
        box = QRect(self._pad() + look.px(46), 0, self.width() - 2 * self._pad() - look.px(46), self.height())
        self._paint_words(painter, box, color, Qt.AlignmentFlag.AlignLeft)


class ZoneLegend(QFrame):
    """Every zone with its colour, letter, name and number of key points. `chosen(id)` asks for those of one."""

    chosen = Signal(str)

    def __init__(self, look: Look, over: QWidget, sheets: Sequence[ZoneSheet], counts: dict[str, int]) -> None:
        super().__init__(over)
        self.setProperty("panel", "floating")
        self.look = look
        self.setAccessibleName(self.tr("Zones"))
        lines = column(gap=look.gap, margins=(look.px(8),) * 4)
        lines.addWidget(label(self.tr("Zones and their key points"), "caption", "muted", wrap=False))
        for sheet in sheets:
            line = _LegendRow(look, sheet, counts.get(sheet.id, 0))
            line.setObjectName(f"zone-{sheet.id}")
            line.clicked.connect(lambda _=False, zone=sheet.id: self.chosen.emit(zone))
            lines.addWidget(line)
        self.setLayout(lines)
        self.hide()

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the rows."""
        event.accept()  # type: ignore[attr-defined]


class Zones(Part):
    """The zones of the premises, while they are switched on (`walk.switched`)."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing)
        look, over = showing.look, showing.stage_widget
        self.sheets = zone_sheets(showing.exhibit.scene, showing.premises.plan, showing.language)
        counts = {sheet.id: sum(zone == sheet.id for zone in showing.zone_of.values()) for sheet in self.sheets}
        self.names, self.legend = ZoneNames(look, over), ZoneLegend(look, over, self.sheets, counts)
        self.legend.chosen.connect(lambda zone: showing.holder.walk(listed=(), sifted=Sieve(zone=zone), tools=False))
        self._on = False
        self._taken: tuple[QRect, ...] = ()

    @property
    def widgets(self) -> Sequence[QWidget]:
        """The legend; the names cover nothing."""
        return (self.legend,)

    def follow(self, before: Walk | None, now: Walk) -> None:  # noqa: ARG002 - what holds now decides
        """Tint the floors, or leave them as they are."""
        on = "zones" in now.switched and now.view != "panorama"
        if on != self._on:
            self._on = on
            self.showing.stage_widget.stage.tint([tint for sheet in self.sheets for tint in sheet.tints] if on else [])

    def arrange(self, free: QRect, taken: Sequence[QRect]) -> None:
        """Put the legend under what stands at the upper left; where a card leaves no room it goes."""
        look = self.showing.look
        gap = look.px(GAP)
        size = self.legend.sizeHint()
        place = _column_place(free.adjusted(look.px(24), gap, -look.px(24), -gap), size, taken, gap) if self._on else None
        if place is not None:
            self.legend.setGeometry(place)
        self.legend.setVisible(place is not None)
        self.names.setGeometry(free)
        self.names.setVisible(self._on)
        self._taken = (*taken, *((place,) if place is not None else ()))

    def frame(self) -> None:
        """Write the names where their floors are seen."""
        if self._on:
            self.names.put(tuple(self._seen()))

    def close(self) -> None:
        """Take tints, names and legend off."""
        self.showing.stage_widget.stage.tint([])
        self.names.hide()
        self.names.deleteLater()
        super().close()

    def _seen(self) -> Iterator[tuple[QPointF, ZoneSheet]]:
        """Each name at the first of its places that is seen, and off discs, overlays and the names before it."""
        stage, whole = self.showing.stage_widget.stage, QRectF(self.showing.stage_widget.rect())
        discs = [disc.geometry() for disc in self.showing.stage_widget.findChildren(Disc) if disc.isVisible()]
        blocked = [QRectF(box) for box in (*self._taken, *discs)]
        for sheet in self.sheets:
            for places in sheet.places:
                for place in places:
                    seen = stage.project(place)
                    if not seen.in_front or seen.hidden or (self.showing.walk.view == "inside" and seen.distance > _FAR):
                        continue
                    at = QPointF(seen.x, seen.y)
                    box = self.names.box_of(sheet, at).adjusted(-4, -4, 4, 4)
                    if whole.contains(box) and not any(other.intersects(box) for other in blocked):
                        blocked.append(box)
                        yield at, sheet
                        break


def _column_place(free: QRect, size: QSize, others: Sequence[QRect], gap: int) -> QRect | None:
    """The highest place at the left edge, else at the right one, where something of this size lies on nothing else."""
    margin = [box.adjusted(-gap, -gap, gap, gap) for box in others]
    for x in (free.left(), free.right() - size.width() + 1):
        for y in range(free.top(), free.bottom() - size.height() + 1, max(1, gap // 2)):
            box = QRect(x, y, size.width(), size.height())
            if free.contains(box) and not any(other.intersects(box) for other in margin):
                return box
    return None
