"""How many key points of this room are out of the picture, and where? Signs at its edges: left, right, behind; a tap turns."""

import math
from collections.abc import Iterator, Sequence
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import GAP
from showroom.app.widgets.touch_button import TouchButton
from showroom.view.stage import Pose, Vector

Side = Literal["left", "right", "behind"]
_ICONS: dict[Side, str] = {"left": "turn-left", "right": "turn-right", "behind": "behind"}
_REACH = 9.0
"""Metres beyond which a key point is of another part of the premises."""
_BESIDE = 125.0
"""Degrees from straight ahead up to which something is beside the visitor and not behind."""
_CELL = 0.25
"""Metres the eye moves before it is looked again what of the room it can see."""
_TURN, _SLOW_TURN = 700, 1400


class Pointers(Part):
    """Signs at the edges of the picture, for what can be seen by turning round."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing)
        self.counts: dict[Side, int] = dict.fromkeys(_ICONS, 0)
        self._turns: dict[Side, float] = {}
        self._near: tuple[tuple[int, ...] | None, tuple[Vector, ...]] = (None, ())
        self._placed: tuple[object, ...] = ()
        self.signs = {side: self._sign(side) for side in _ICONS}

    @property
    def widgets(self) -> Sequence[QWidget]:
        """The three signs."""
        return tuple(self.signs.values())

    def arrange(self, free: QRect, taken: Sequence[QRect]) -> None:
        """Put the signs at the edges' middles, and over the foot; where something else lies they give way along the edge."""
        gap = self.showing.look.px(GAP)
        inner = free.adjusted(gap, gap, -gap, -gap)
        others = list(taken)
        for side, sign in self.signs.items():
            if self.counts[side] and self._wanted():
                size = sign.sizeHint()
                place = _free_place(side, size, inner, others, gap)
                sign.setGeometry(QRect(place, size) if place is not None else QRect())
                sign.setVisible(place is not None)
                others = [*others, sign.geometry()] if place is not None else others
            else:
                sign.hide()

    def follow(self, before: Walk | None, now: Walk) -> None:  # noqa: ARG002 - what holds now decides
        """Count anew: a card or a tool may be in the way."""
        self._count()

    def frame(self) -> None:
        """Count what is out of the picture now; the signs are placed anew where a number changed."""
        if self._count():
            self.rearranged.emit()

    # -- within ----------------------------------------------------------------------------------------------
    def _sign(self, side: Side) -> TouchButton:
        sign = TouchButton(self.showing.look, "0", icon=_ICONS[side], kind="overlay", parent=self.showing.stage_widget)
        sign.setObjectName(f"pointer-{side}")
        sign.clicked.connect(lambda: self._turn(side))
        sign.hide()
        return sign

    def _words(self, side: Side, count: int) -> str:
        return {
            "left": self.tr("{count} on your left"),
            "right": self.tr("{count} on your right"),
            "behind": self.tr("{count} behind you"),
        }[side].format(count=count)

    def _wanted(self) -> bool:
        walk = self.showing.walk
        free = walk.hotspot is None and walk.listed is None and not walk.tools and walk.tool is None
        return free and walk.measurement is None and walk.view in ("inside", "panorama") and walk.motion == "stopped"

    def _count(self) -> bool:
        """Count by sides; tell whether anything is to be shown otherwise."""
        pose, wanted = self.showing.stage_widget.pose, self._wanted()
        counts: dict[Side, int] = dict.fromkeys(_ICONS, 0)
        self._turns = {}
        if wanted:
            for place in self._in_reach(pose.eye):
                turn = _turn_to(pose, place)
                side = self._side(turn, pose)
                if side is not None:
                    counts[side] += 1
                    if abs(turn) < abs(self._turns.get(side, math.inf)):
                        self._turns[side] = turn
        state = (wanted, tuple(counts.values()))
        if state == self._placed:
            return False
        self._placed, self.counts = state, counts
        for side, sign in self.signs.items():
            words = self._words(side, counts[side])
            sign.setText(words)
            sign.setAccessibleName(words)
            sign.setToolTip(words)
        return True

    def _side(self, turn: float, pose: Pose) -> Side | None:
        widget = self.showing.stage_widget
        half = math.degrees(math.atan(math.tan(math.radians(pose.field_of_view / 2)) * widget.width() / max(1, widget.height())))
        if abs(turn) <= half:
            return None
        if abs(turn) > _BESIDE:
            return "behind"
        return "left" if turn > 0 else "right"

    def _in_reach(self, eye: Vector) -> tuple[Vector, ...]:
        """The key points nothing stands before, seen from about here."""
        cell = tuple(round(value / _CELL) for value in eye)
        if self._near[0] != cell:
            self._near = (cell, tuple(place for place in self.showing.places.values() if self._unhidden(eye, place)))
        return self._near[1]

    def _unhidden(self, eye: Vector, place: Vector) -> bool:
        far = math.dist(eye, place)
        if not 1e-3 < far <= _REACH:
            return False
        x, y, z = ((b - a) / far for a, b in zip(eye, place, strict=True))
        met = self.showing.stage_widget.stage.cast(eye, (x, y, z))
        return met is None or met.distance > far - 0.05

    def _turn(self, side: Side) -> None:
        turn = self._turns.get(side)
        if turn is not None:
            slow = self.showing.look.large_print
            self.showing.stage_widget.fly_to(self.showing.stage_widget.pose.turned(turn, 0.0), _SLOW_TURN if slow else _TURN)


def _turn_to(pose: Pose, place: Vector) -> float:
    """Degrees by which the eye must turn to a place, left is positive."""
    bearing = math.degrees(math.atan2(place[1] - pose.eye[1], place[0] - pose.eye[0]))
    return (bearing - pose.yaw + 180.0) % 360.0 - 180.0


def _free_place(side: Side, size: QSize, inner: QRect, others: Sequence[QRect], gap: int) -> QPoint | None:
    """The place nearest to the middle of its edge where a sign of this size lies on nothing else; `None` where there is none."""
    wide, high = size.width(), size.height()
    if wide > inner.width() or high > inner.height():
        return None
    west, north = inner.left(), inner.top()
    east, south = west + inner.width() - wide, north + inner.height() - high
    taken = [(box.left() - gap - wide, box.top() - gap - high, box.right() + gap, box.bottom() + gap) for box in others]
    for x, y in _along(side, (west, north, east, south), inner, gap):
        inside = west <= x <= east and north <= y <= south
        if inside and not any(left < x <= right and top < y <= bottom for left, top, right, bottom in taken):
            return QPoint(x, y)
    return None


def _along(side: Side, within: tuple[int, int, int, int], inner: QRect, gap: int) -> Iterator[tuple[int, int]]:
    """Yield where the corner of a sign may lie, the place liked best first: numbers only, for there are thousands."""
    west, north, east, south = within
    half, step = inner.height() // 2, max(1, gap // 2)
    if side == "behind":
        for up in range(0, half, step):
            yield (west + east) // 2, south - up
        return
    middle = (north + south) // 2
    for inset in range(0, inner.width() // 3, gap):  # beside what fills the whole edge
        x = west + inset if side == "left" else east - inset
        for away in range(0, half, step):
            yield x, middle + away
            yield x, middle - away
