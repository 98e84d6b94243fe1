"""How does a visitor measure? By touching points, snapped to corners and edges: length, height, area; and their room has rulers.

The points are marked by tapping, by holding (a magnifier then shows what is meant beside the finger), or with the cross in the
middle and a button, which needs neither a steady hand nor a mouse.
"""

import math
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from showroom.app.kiosk.magnifier import HoldingHand, Magnifier
from showroom.app.kiosk.measure_lines import MeasureLayer, seen_rulers
from showroom.app.kiosk.visit import Measurement, VisitHolder
from showroom.app.theme import Look
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label, row
from showroom.domain.plan import Plan
from showroom.modelling.storeys import floor_levels
from showroom.view.edges import Mark, snapped
from showroom.view.measures import Ruler, area, length, room_rulers, storey_at, upright
from showroom.view.stage import Hit, Vector

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
        self.hint = label(self.tr("Hold your finger there for a magnifier"), "caption", "muted", wrap=False)
        kinds = [("length", self.tr("Length"), ""), ("height", self.tr("Height"), ""), ("area", self.tr("Area"), "")]
        self.kinds = Segments(look, kinds, "length", name=self.tr("What is measured"))
        self.kinds.chosen.connect(self.asked)
        acts = [
            ("set", self.tr("Set point at the cross"), "plus", "secondary"),
            ("clear", self.tr("Clear"), "delete", "quiet"),
            ("done", self.tr("Stop measuring"), "close", "quiet"),
        ]
        self._wordy = [(self._button(act, name, icon, kind), name) for act, name, icon, kind in acts]
        pad, gap = look.px(14), look.gap
        buttons = [button for button, _ in self._wordy]
        narrow = look.portrait or look.large_print
        lines = [row(self.kinds, gap=gap), row(*buttons, gap=gap)] if narrow else [row(self.kinds, *buttons, gap=gap)]
        self.setLayout(column(self.words, self.hint, self.room, *lines, gap=look.px(6), margins=(pad, pad, pad, pad)))
        self.hide()

    def _button(self, act: str, name: str, icon: str, kind: str) -> TouchButton:
        button = TouchButton(self.look, name, icon=icon, kind=kind, name=name)  # type: ignore[arg-type]
        button.setObjectName(f"measure-{act}")
        button.setToolTip(name)
        button.clicked.connect(lambda: self.asked.emit(act))
        return button

    def say(self, words: str, room: str, *, begun: bool) -> None:
        """Show what to do or what was measured, how to see better until it has `begun`, and below it the room's own size."""
        self.words.setText(words)
        self.hint.setVisible(not begun)
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


class Measuring(QObject):
    """Measuring over one stage. What is measured, and the points marked, stand in the visit's walk."""

    def __init__(self, look: Look, over: StageWidget, plan: Plan, holder: VisitHolder) -> None:
        super().__init__(over)
        self.look, self._over, self._plan, self._holder = look, over, plan, holder
        self.bar, self.layer = MeasureBar(look, over), MeasureLayer(look, over)
        self.bar.asked.connect(self.act)
        self.magnifier = Magnifier(look, over)
        self._hand = HoldingHand(over)
        self._hand.held.connect(self._magnify)
        self._hand.placed.connect(self._place)
        self._hand.gone.connect(self.magnifier.hide)
        self._seen_from: tuple[object, ...] | None = None
        self._sizes: tuple[Ruler, ...] = ()

    @property
    def now(self) -> Measurement | None:
        """What is being measured, `None` while nobody measures."""
        return self._holder.visit.walk.measurement

    @property
    def active(self) -> bool:
        """Whether the visitor measures."""
        return self.now is not None

    def act(self, what: str) -> None:
        """Do what a button asks."""
        if what == "set":
            self.touch(self._over.width() / 2, self._over.height() / 2)
        elif what == "measure":
            walk = self._holder.visit.walk
            motion = "paused" if walk.motion == "playing" else walk.motion
            self._holder.walk(measurement=Measurement(), hotspot=None, listed=None, tools=False, tool=None, motion=motion)
        elif what == "done":
            self._holder.walk(measurement=None)
        elif self.now is not None:
            kind = self.now.kind if what == "clear" else what
            self._holder.walk(measurement=Measurement(kind))  # type: ignore[arg-type]

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key asks while measuring; `False` leaves it to others."""
        if not self.active or event.key() not in _KEYS:
            return False
        self.act(_KEYS[event.key()])
        return True

    def follow(self) -> None:
        """Show what the walk says is measured."""
        now = self.now
        self._hand.listen(on=now is not None)
        self.layer.setVisible(now is not None)
        self.bar.setVisible(now is not None)
        if now is None:
            self.magnifier.hide()
            self._seen_from = None
            return
        self.bar.kinds.choose(now.kind)
        closed = [*now.marks, now.marks[0]] if now.kind == "area" and len(now.marks) > 2 else now.marks
        self.layer.marks = list(now.marks)
        self.layer.lines = [Ruler(a, b, math.dist(a, b)) for a, b in pairwise(closed)]
        self.place()
        self._say()

    def hit(self, hit: Hit) -> None:
        """Mark what was tapped."""
        seen = self._over.stage.project(hit.position)
        self.touch(seen.x, seen.y)

    def touch(self, x: float, y: float) -> None:
        """Mark the point meant by a touch at a place of the stage; where there is nothing, nothing happens."""
        mark, now = self.meant(x, y), self.now
        if mark is None or now is None:
            return
        if now.kind == "height":
            marks: tuple[Vector, ...] = upright(mark.point, self._over.stage.cast, self._floor())
        else:
            marks = (mark.point,) if now.kind == "length" and len(now.marks) == 2 else (*now.marks, mark.point)
        self._holder.walk(measurement=Measurement(now.kind, marks))

    def meant(self, x: float, y: float) -> Mark | None:
        """Return the corner, else the edge, else the surface meant by a touch at a place of the stage; `None` where nothing is."""
        stage, reach = self._over.stage, float(self.look.px(_REACH))
        ring = [(reach * math.cos(turn), reach * math.sin(turn)) for turn in np.arange(_RING) * 2.0 * math.pi / _RING]
        under = stage.pick(x, y)
        if under is None:
            return None
        hits = [hit for dx, dy in ring if (hit := stage.pick(x + dx, y + dy)) is not None]
        return snapped([under, *hits], stage.edges_of, stage.project, (x, y), pixels=reach, metre_pixels=self._metre_pixels)

    def place(self) -> None:
        """Follow the eye: the lines are drawn anew, and the rulers are of the room it is in, where they are seen."""
        if not self.active:
            return
        stage = self._over.stage
        seen_from = (stage.pose, stage.view, self._over.width(), self._over.height())
        if seen_from != self._seen_from:
            self._seen_from = seen_from
            rulers = room_rulers(self._plan, self._over.pose.eye, storey_at(self._plan, self._over.pose.eye[2]))
            self.layer.rulers = seen_rulers(rulers, stage.project)
            if rulers != self._sizes:
                self._sizes = rulers
                self._say()
        self.layer.update()

    def close(self) -> None:
        """Take the lines off the stage."""
        self._hand.listen(on=False)
        self._over.set_mode("walk")
        for widget in (self.layer, self.magnifier):
            widget.hide()
            widget.deleteLater()

    # -- within ----------------------------------------------------------------------------------------------
    def _floor(self) -> float:
        return floor_levels(self._plan)[storey_at(self._plan, self._over.pose.eye[2])]

    def _magnify(self, x: float, y: float) -> None:
        mark = self.meant(x, y)
        seen = self._over.stage.project(mark.point) if mark is not None else None
        self.magnifier.look_at(
            QPointF(x, y), self._over.still(), QPointF(seen.x, seen.y) if seen else None, mark.kind if mark else None
        )

    def _place(self, x: float, y: float) -> None:
        self.magnifier.hide()
        self.touch(x, y)

    def _metre_pixels(self, distance: float) -> float:
        camera = self._over.stage.camera
        if camera.parallel:
            return camera.height / camera.span
        return camera.height / 2.0 / math.tan(math.radians(camera.field_of_view / 2.0)) / max(distance, 1e-6)

    def _say(self) -> None:
        sides = [f"{ruler.metres:.2f}" for ruler in self._sizes]
        room = self.tr("This room: {sides} m").format(sides=" × ".join(sides)) if sides else ""
        self.bar.say(self.result(), room, begun=bool(self.now and self.now.marks))

    def result(self) -> str:
        """Return what was measured, or what to touch next."""
        kind, marks = (self.now.kind, self.now.marks) if self.now is not None else ("length", ())
        if kind == "height":
            if marks:
                return self.tr("Height: {metres} m").format(metres=f"{length(marks):.2f}")
            return self.tr("Touch what is to be measured")
        if kind == "area":
            if len(marks) > 2:
                return self.tr("Area: {metres} m²").format(metres=f"{area(marks):.2f}")
            return self.tr("Touch three corners or more")
        if len(marks) == 2:
            return self.tr("Length: {metres} m").format(metres=f"{length(marks):.2f}")
        if marks:
            return self.tr("Touch the second point")
        return self.tr("Touch the first point")
