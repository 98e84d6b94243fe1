"""Where are the key points on the screen? Numbered discs with a halo, placed anew at every frame, never on top of each other.

Discs are children of the stage's widget. What lies too close together becomes one disc that opens as a list; what is hidden fades
but can still be tapped. What lies beside or behind the visitor is `pointers`'.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from showroom.app.theme import CAPTION, TARGET, Look
from showroom.app.widgets.touch_button import paint_focus
from showroom.view.stage import Projection, Stage, Vector

_NEAR, _FAR = 2.5, 10.0
_LARGE, _SMALL = 50, 38
_HIDDEN_REACH = 4.5


class Disc(QAbstractButton):
    """One key point, or several that lie too close together to be told apart."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.members: tuple[str, ...] = ()
        self.setFixedSize(look.px(TARGET), look.px(TARGET))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # else the stage takes the touch, and no press follows
        self._diameter, self._faded, self._pulse = float(look.px(_LARGE)), False, 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(700)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._beat)

    def nextCheckState(self) -> None:
        """Stay as the visit says: tapping alone checks nothing."""

    def pulse(self) -> None:
        """Draw attention once."""
        self._animation.start()

    def _beat(self, value: float) -> None:
        self._pulse = value
        self.update()

    def show_as(self, text: str, name: str, diameter: float, *, faded: bool, chosen: bool) -> None:
        """Change what the disc says and how it looks; nothing is painted where nothing changed."""
        state = (text, name, round(diameter), faded, chosen)
        if state == (self.text(), self.accessibleName(), round(self._diameter), self._faded, self.isChecked()):
            return
        if chosen and not self.isChecked() and not self.look.large_print:  # who reads large wants nothing to move by itself
            self.pulse()
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._diameter, self._faded = diameter, faded
        self.setChecked(chosen)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the target's size."""
        return QSize(self.look.px(TARGET), self.look.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint halo, disc and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.55 if self._faded and not self.isChecked() and not self.isDown() else 1.0)
        middle, radius = QPointF(self.width() / 2, self.height() / 2), self._diameter / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("accent" if self.isChecked() else "surface_raised", 95))
        halo = min(self.width() / 2, radius * (1.28 + 0.4 * self._pulse))
        painter.drawEllipse(middle, halo, halo)
        ground, ink = ("accent", "on_accent") if self.isChecked() or self.isDown() else ("surface_raised", "accent")
        painter.setBrush(self.look.color(ground))
        painter.setPen(QPen(self.look.color("on_accent" if self.isChecked() else "accent"), self.look.px(3)))
        inner = radius - self.look.px(2)
        painter.drawEllipse(middle, inner, inner)
        painter.setPen(self.look.color(ink))
        font = self.look.font(CAPTION, bold=True)
        font.setPixelSize(max(10, round(self._diameter * (0.44 if len(self.text()) < 3 else 0.34))))
        painter.setFont(font)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus() and not self.isDown():
            paint_focus(painter, QRectF(self.rect()), self.look, self.width() / 2)
        painter.end()


@dataclass(frozen=True)
class _Seen:
    spot: str
    projection: Projection


class HotspotLayer(QObject):
    """The discs over one stage, numbered in the order of `titles`. `chosen(members)` tells what was tapped: one, or a cluster."""

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        over: QWidget,
        stage: Stage,
        places: Mapping[str, Vector],
        titles: Mapping[str, str],
        nodes: Mapping[str, str] | None = None,
    ) -> None:
        """`nodes` are the things key points hang on: what hangs on a door's leaf goes with it."""
        super().__init__(over)
        self.look, self._over, self._stage = look, over, stage
        self._places, self._titles, self._nodes = dict(places), dict(titles), dict(nodes or {})
        self._numbers = {spot: number for number, spot in enumerate(self._titles, 1)}
        self._lit: tuple[str, ...] = ()
        self._blocked: tuple[QRect, ...] = ()
        self.discs = {spot: self._disc(spot) for spot in self._places}

    def _disc(self, spot: str) -> Disc:
        disc = Disc(self.look, self._over)
        disc.setObjectName(f"disc-{spot}")
        disc.members = (spot,)
        disc.clicked.connect(lambda: self.chosen.emit(disc.members))
        disc.hide()
        return disc

    def light(self, spots: Sequence[str]) -> None:
        """Bring out these key points."""
        self._lit = tuple(spots)
        self.place()

    def keep_off(self, blocked: Sequence[QRect]) -> None:
        """Leave these parts of the widget to other things."""
        self._blocked = tuple(blocked)

    def point_of(self, spot: str) -> QPointF | None:
        """Return where a key point's disc is, or `None` where it is not shown."""
        disc = next((disc for disc in self.discs.values() if disc.isVisible() and spot in disc.members), None)
        return QPointF(disc.geometry().center()) if disc is not None else None

    def place(self) -> None:
        """Put every disc where its key point appears now."""
        project, carried, on = self._stage.project, self._stage.carried, self._nodes
        seen = [_Seen(spot, project(carried(on.get(spot, ""), place))) for spot, place in self._places.items()]
        clusters = self._clusters([s for s in seen if self._is_shown(s)])
        heads = {cluster[0].spot for cluster in clusters}
        for spot, disc in self.discs.items():
            if spot not in heads:
                disc.hide()
        for cluster in clusters:
            self._show(cluster)

    def _is_shown(self, seen: _Seen) -> bool:
        projection = seen.projection
        if not projection.in_front:
            return False
        if projection.hidden and projection.distance > _HIDDEN_REACH and seen.spot not in self._lit:
            return False
        half = self.look.px(TARGET) / 2
        inside = half <= projection.x <= self._over.width() - half and half <= projection.y <= self._over.height() - half
        target = QRectF(projection.x - half, projection.y - half, 2 * half, 2 * half).toRect()
        return inside and not any(box.intersects(target) for box in self._blocked)

    def _clusters(self, seen: Sequence[_Seen]) -> list[list[_Seen]]:
        """Join those whose targets would overlap; what is brought out, then what is seen and near, leads."""
        order = sorted(seen, key=lambda s: (s.spot not in self._lit, s.projection.hidden, s.projection.distance))
        clusters: list[list[_Seen]] = []
        side = self.look.px(TARGET) + 1
        for one in order:
            here = one.projection
            home = next((c for c in clusters if max(abs(c[0].projection.x - here.x), abs(c[0].projection.y - here.y)) < side), None)
            if home is None:
                clusters.append([one])
            else:
                home.append(one)
        return clusters

    def _show(self, cluster: Sequence[_Seen]) -> None:
        head = cluster[0]
        disc = self.discs[head.spot]
        disc.members = tuple(s.spot for s in cluster)
        near = max(_NEAR, min(_FAR, head.projection.distance))
        diameter = self.look.px(_LARGE - (_LARGE - _SMALL) * (near - _NEAR) / (_FAR - _NEAR))
        number = self._numbers[head.spot]
        lit = head.spot in self._lit
        alone = len(cluster) == 1
        text = str(number) if alone else f"{number}+{len(cluster) - 1}"
        titles = ", ".join(self._titles[s.spot] for s in cluster[:3])
        name = self.tr("Key point {number}: {title}").format(number=number, title=titles)
        disc.show_as(text, name, diameter, faded=all(s.projection.hidden for s in cluster), chosen=lit)
        size = disc.width()
        disc.move(round(head.projection.x - size / 2), round(head.projection.y - size / 2))
        disc.show()

    def raise_discs(self) -> None:
        """Put the discs above what was laid over the stage before."""
        for disc in self.discs.values():
            disc.raise_()

    def close(self) -> None:
        """Take all discs away."""
        for disc in self.discs.values():
            disc.hide()
            disc.deleteLater()
        self.discs.clear()
        self._places.clear()


class LeaderLine(QWidget):
    """The line from a key point to its card; with an arrow where the thing is out of the picture. It lets every touch through."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self._ends: tuple[QPointF, QPointF] | None = None
        self._away: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def ends(self) -> tuple[QPointF, QPointF] | None:
        """Where the line begins, at the key point, and where it ends, at the card; `None` where there is none."""
        return self._ends

    @property
    def points_away(self) -> bool:
        """Whether an arrow says that the thing is out of the picture."""
        return self._away is not None

    def lead(self, start: QPointF | None, card: QRect, *, sheet: bool, away: QPointF | None = None) -> None:
        """Lead to the near edge of the card (`sheet`: its upper edge); `away` is the way an arrow at the start shows (length 1)."""
        if start is None:
            ends = None
        elif sheet:
            ends = start, QPointF(min(max(start.x(), card.left() + 40), card.right() - 40), card.top())
        else:
            ends = start, QPointF(card.left(), min(max(start.y(), card.top() + 40), card.bottom() - 40))
        if (ends, away) != (self._ends, self._away):
            self._ends, self._away = ends, away
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dark line in a light one, seen on any ground."""
        if self._ends is None:
            return
        start, end = self._ends
        if math.dist((start.x(), start.y()), (end.x(), end.y())) < self.look.px(36):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for role, wide in (("surface_raised", 7), ("accent", 3)):
            painter.setPen(QPen(self.look.color(role), self.look.px(wide), c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(start, end)
        painter.setBrush(self.look.color("accent"))
        painter.setPen(QPen(self.look.color("surface_raised"), self.look.px(2)))
        painter.drawEllipse(end, self.look.px(6), self.look.px(6))
        if self._away is not None:
            long, wide = self._away * self.look.px(26), QPointF(-self._away.y(), self._away.x()) * self.look.px(17)
            painter.setPen(QPen(self.look.color("surface_raised"), self.look.px(3), j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPolygon(QPolygonF([start + long, start + wide, start - wide]))
        painter.end()
