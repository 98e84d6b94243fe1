"""Where are the key points on the studio's stage, and how is one dragged along the surfaces?

The discs are the kiosk's own, so that a clerk sees what a visitor will see; here they can also be taken by the mouse. While one is
dragged it follows the surface under the pointer, and the whole drag is one step of the history.
"""

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.hotspots import Disc
from showroom.app.theme import Look
from showroom.app.widgets.stage_gestures import TAP_RADIUS
from showroom.domain.scene import Hotspot, Scene
from showroom.domain.text import Language
from showroom.view.stage import Stage

_DIAMETER = 40
_SEEN_THROUGH = 4.0
"""Metres within which a hidden key point is still shown, palely: one that sank into its own thing must be found again."""


class Pin(Disc):
    """A disc that can be dragged. Places are pixels of its parent."""

    taken = Signal()
    dragged = Signal(QPointF)
    dropped = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._pressed_at: QPoint | None = None
        self._dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the disc."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at, self._dragging = self.mapToParent(event.position().toPoint()), False
            self.taken.emit()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer once it has gone further than a tap may."""
        if self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        at = self.mapToParent(event.position().toPoint())
        if self._dragging or (at - self._pressed_at).manhattanLength() > TAP_RADIUS:
            self._dragging = True
            self.dragged.emit(QPointF(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._dragging:
            self.dropped.emit()
        self._pressed_at, self._dragging = None, False
        super().mouseReleaseEvent(event)


class PinLayer(QObject):
    """One pin for each key point of the scene, over one stage; its signals tell which was chosen, moved (to a pixel) or dropped."""

    chosen = Signal(str)
    moved = Signal(str, QPointF)
    dropped = Signal(str)

    def __init__(self, look: Look, over: QWidget, stage: Stage) -> None:
        super().__init__(over)
        self._look, self._over, self._stage = look, over, stage
        self._spots: tuple[Hotspot, ...] = ()
        self._language: Language = "zh_CN"
        self._lit: str | None = None
        self.pins: dict[str, Pin] = {}

    def show_scene(self, scene: Scene, language: Language, lit: str | None) -> None:
        """Show the key points of `scene`, titled in `language`, one of them brought out."""
        self._spots, self._language, self._lit = scene.hotspots, language, lit
        known = {spot.id for spot in self._spots}
        for gone in [name for name in self.pins if name not in known]:
            pin = self.pins.pop(gone)
            pin.hide()
            pin.deleteLater()
        for spot in self._spots:
            if spot.id not in self.pins:
                self.pins[spot.id] = self._pin(spot.id)
        self.place()

    def place(self) -> None:
        """Put every pin where its key point appears now; what lies behind the eye or in other rooms is not shown."""
        for number, spot in enumerate(self._spots, 1):
            pin = self.pins[spot.id]
            if spot.anchor.position is None:
                pin.hide()
                continue
            at = self._stage.project(spot.anchor.position)
            half, chosen = pin.width() / 2, spot.id == self._lit
            buried = at.hidden and at.distance > _SEEN_THROUGH and not chosen
            if (
                buried
                or not at.in_front
                or not (-half < at.x < self._over.width() + half and -half < at.y < self._over.height() + half)
            ):
                pin.hide()
                continue
            name = self.tr("Key point {number}: {title}").format(number=number, title=spot.card.title.in_(self._language))
            pin.show_as(str(number), name, self._look.px(_DIAMETER * (1.15 if chosen else 1.0)), faded=at.hidden, chosen=chosen)
            pin.move(round(at.x - half), round(at.y - half))
            pin.show()
            if chosen:
                pin.raise_()

    def _pin(self, spot_id: str) -> Pin:
        pin = Pin(self._look, self._over)
        pin.members = (spot_id,)
        pin.setObjectName(f"pin-{spot_id}")
        pin.taken.connect(lambda: self.chosen.emit(spot_id))
        pin.clicked.connect(lambda: self.chosen.emit(spot_id))
        pin.dragged.connect(lambda at: self.moved.emit(spot_id, at))
        pin.dropped.connect(lambda: self.dropped.emit(spot_id))
        return pin
