"""Is there room for a person here, or for a wheelchair to turn? A figure set down by a tap, moved and turned by buttons.

The circle under it is 0.60 m for somebody on foot and 1.50 m for a wheelchair; whether it fits is measured from the plan, never
from the picture. Who stands where is in the visit's walk.
"""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP

from showroom.app.kiosk.hand_bar import BarAct, HandBar
from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.visit import Stood, Walk
from showroom.domain.plan import Storey
from showroom.modelling.figures import FigureKind
from showroom.modelling.storeys import floor_levels
from showroom.view.clearance import Clearance, FreeFloor
from showroom.view.figures import Figure
from showroom.view.stage import Hit

_STEP, _TURN, _AHEAD = 0.05, 15.0, 3.2
"""Metres and degrees of one press; metres before the visitor at which somebody is first set down."""
_LEVEL = 0.3
_CHEST, _ROOM = 0.5, 0.6
"""Metres below the eye at which what is in the way is looked for, and before which somebody is set down."""


@dataclass(frozen=True)
class _Kind:
    """What a figure needs: the radius of its circle, metres, and the words for a circle that fits and one that does not."""

    radius: float
    fits: str
    lacks: str


_KINDS: dict[str, _Kind] = {
    "person": _Kind(
        0.30,
        QT_TRANSLATE_NOOP("Ghosts", "Fits: a person has 0.60 m here"),
        QT_TRANSLATE_NOOP("Ghosts", "Does not fit: {count} cm short of 0.60 m on one side"),
    ),
    "wheelchair": _Kind(
        0.75,
        QT_TRANSLATE_NOOP("Ghosts", "Fits: a wheelchair can turn here (1.50 m)"),
        QT_TRANSLATE_NOOP("Ghosts", "Does not fit: {count} cm short of 1.50 m on one side"),
    ),
}
_WAYS = {"away": (1.0, 0.0), "nearer": (-1.0, 0.0), "left": (0.0, 1.0), "right": (0.0, -1.0)}
_TURNS = {"turn-left": 1.0, "turn-right": -1.0}


class Ghosts(Part):
    """The figures of one showing."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing)
        self._levels = floor_levels(showing.premises.plan)
        self._floors: dict[str, FreeFloor] = {}
        turns = (
            BarAct("turn-left", self.tr("Turn left"), "turn-left", repeats=True),
            BarAct("turn-right", self.tr("Turn right"), "turn-right", repeats=True),
            BarAct("remove", self.tr("Take away"), "delete"),
            BarAct("done", self.tr("Done"), "tick", "secondary"),
        )
        moves = (
            BarAct("left", self.tr("To the left"), "arrow-left", repeats=True),
            BarAct("away", self.tr("Away from you"), "arrow-up", repeats=True),
            BarAct("nearer", self.tr("Towards you"), "arrow-down", repeats=True),
            BarAct("right", self.tr("To the right"), "arrow-right", repeats=True),
        )
        self._bar = HandBar(showing.look, showing.stage_widget, "ghost", moves, turns)
        self._bar.asked.connect(self._do)

    @property
    def bar(self) -> HandBar | None:
        """The bar, while a figure is in the visitor's hand."""
        return self._bar if self._kind is not None else None

    @property
    def _kind(self) -> FigureKind | None:
        tool = self.showing.walk.tool
        return tool if tool in _KINDS else None  # type: ignore[return-value]

    def follow(self, before: Walk | None, now: Walk) -> None:
        """Show who stands where, and what of it is true."""
        if before is not None and (before.stood, before.tool) == (now.stood, now.tool):
            return
        if self._kind is None:
            self._bar.hide()
        self.showing.stage_widget.stage.set_down([self._figure(one) for one in now.stood])
        self._tell()

    def act(self, what: str) -> bool:
        """Set somebody down before the visitor when they are taken up for the first time."""
        if what not in _KINDS:
            return False
        if self._kind is not None and self._mine is None:
            widget = self.showing.stage_widget
            eye, ahead = widget.pose.eye, replace(widget.pose, pitch=0.0).direction
            storey = self._storey_at(eye[2] - 1.6)
            met = widget.stage.cast((eye[0], eye[1], eye[2] - _CHEST), ahead)
            far = _AHEAD if met is None else min(_AHEAD, max(met.distance - _ROOM, _ROOM))
            place = (eye[0] + far * ahead[0], eye[1] + far * ahead[1])
            x, y = widget.walker.nearest(place) if widget.walker else place
            facing = math.degrees(math.atan2(eye[1] - y, eye[0] - x)) if (x, y) != eye[:2] else 0.0
            self._put(Stood(self._kind, x, y, facing, storey.id))
        return True

    def hit(self, hit: Hit) -> bool:
        """Set the figure in the hand down where the floor was tapped; elsewhere the tap is nobody's."""
        kind = self._kind
        if kind is None:
            return False
        storey = self._storey_at(hit.position[2])
        if hit.normal[2] > 0.8 and abs(hit.position[2] - self._levels[storey.id]) < _LEVEL:
            yaw = self._mine.yaw if self._mine else 0.0
            self._put(Stood(kind, hit.position[0], hit.position[1], yaw, storey.id))
        return True

    def close(self) -> None:
        """Take everybody off the stage."""
        self.showing.stage_widget.stage.set_down([])
        self._bar.hide()
        self._bar.deleteLater()

    # -- within ----------------------------------------------------------------------------------------------
    @property
    def _mine(self) -> Stood | None:
        """The figure in the hand, where it stands."""
        return next((one for one in self.showing.walk.stood if one.kind == self._kind), None)

    def _do(self, what: str) -> None:
        mine, holder = self._mine, self.showing.holder
        if what == "done":
            holder.walk(tool=None)
        elif what == "remove":
            holder.walk(tool=None, stood=tuple(one for one in self.showing.walk.stood if one is not mine))
        elif mine is not None and what in _TURNS:
            self._put(replace(mine, yaw=(mine.yaw + _TURNS[what] * _TURN) % 360.0))
        elif mine is not None:
            ahead, left = _WAYS[what]
            yaw = math.radians(self.showing.stage_widget.stage.camera.yaw)
            x = mine.x + _STEP * (ahead * math.cos(yaw) - left * math.sin(yaw))
            y = mine.y + _STEP * (ahead * math.sin(yaw) + left * math.cos(yaw))
            self._put(replace(mine, x=x, y=y))

    def _put(self, stood: Stood) -> None:
        others = tuple(one for one in self.showing.walk.stood if one.kind != stood.kind)
        self.showing.holder.walk(stood=(*others, stood))

    def _storey_at(self, height: float) -> Storey:
        return min(self.showing.premises.plan.storeys, key=lambda storey: abs(self._levels[storey.id] - height))

    def clearance(self, one: Stood) -> Clearance:
        """Return the free floor round a figure."""
        if one.storey not in self._floors:
            self._floors[one.storey] = FreeFloor(self.showing.premises.plan, one.storey)
        return self._floors[one.storey].around(one.x, one.y)

    def _figure(self, one: Stood) -> Figure:
        radius = _KINDS[one.kind].radius
        ink = self.showing.look.color("not_met" if self.clearance(one).lacks(radius) else "met")
        at = (one.x, one.y, self._levels[one.storey])
        return Figure(one.kind, at, one.yaw, radius, (ink.redF(), ink.greenF(), ink.blueF()))

    def _tell(self) -> None:
        mine = self._mine
        if mine is None:
            self._bar.say(self.tr("Tap the floor where it is to stand"))
            return
        kind, clear = _KINDS[mine.kind], self.clearance(mine)
        lacks = clear.lacks(kind.radius)
        if not lacks:
            self._bar.say(self.tr(kind.fits), self.tr("Tap the floor to set it elsewhere"), tone="met", icon="met")
            return
        fixtures = self.showing.surroundings.catalogue.vocabulary.fixtures
        named = fixtures.get(clear.nearest.kind) if clear.nearest is not None else None
        thing = named.label.in_(self.showing.language) if named is not None else self.tr("wall")
        where = self.tr("Nearest: {thing}, {metres} m").format(thing=thing, metres=f"{clear.metres:.2f}")
        self._bar.say(self.tr(kind.lacks).format(count=lacks), where, tone="not_met", icon="not-met")
