"""How does the eye get from here to there: by steps, held keys, walks and flights, and when is it there?

No window and no timer: whoever has a clock tells the time. From outside the same words shift, swing or bring nearer; in a panorama
nobody leaves the picture's own eye.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt

from showroom.view.motion import Motion, Walk, flight
from showroom.view.stage import EYE_HEIGHT, FIELD_OF_VIEW, FROM_OUTSIDE, Pose, Stage, Vector
from showroom.view.walking import Walker

Direction = Literal["forward", "back", "left", "right", "turn-left", "turn-right", "up", "down"]
STEP_SECONDS, HELD_AFTER = 0.22, 0.25
NARROWEST, WIDEST = 25.0, 95.0
"""Degrees of the vertical field of view a panorama may be zoomed to."""
KEYS: dict[int, Direction] = {
    Qt.Key.Key_Up: "forward",
    Qt.Key.Key_W: "forward",
    Qt.Key.Key_Down: "back",
    Qt.Key.Key_S: "back",
    Qt.Key.Key_A: "left",
    Qt.Key.Key_D: "right",
    Qt.Key.Key_Left: "turn-left",
    Qt.Key.Key_Q: "turn-left",
    Qt.Key.Key_Right: "turn-right",
    Qt.Key.Key_E: "turn-right",
    Qt.Key.Key_PageUp: "up",
    Qt.Key.Key_R: "up",
    Qt.Key.Key_PageDown: "down",
    Qt.Key.Key_F: "down",
}
ZOOMS: dict[int, float] = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
_AMOUNTS: dict[Direction, float] = {"forward": 0.6, "back": 0.6, "left": 0.5, "right": 0.5}
_TURN = 15.0
_SAME = 1e-6
_STOREY = 1.8
"""Metres up or down at which an eye is on another storey."""
_HELD_METRES, _HELD_DEGREES = 1.8, 70.0
"""What a held key does in a second."""
_CALM_PACE = 0.6
_AWAY: dict[Direction, tuple[float, float]] = {"forward": (1.0, 0.0), "back": (-1.0, 0.0), "left": (0.0, -1.0), "right": (0.0, 1.0)}
"""Metres ahead and to the right."""
_ROUND: dict[Direction, tuple[float, float]] = {
    "turn-left": (1.0, 0.0),
    "turn-right": (-1.0, 0.0),
    "up": (0.0, 1.0),
    "down": (0.0, -1.0),
}
"""Degrees of yaw and pitch."""
_SIDEWAYS: dict[Direction, Direction] = {"left": "turn-left", "right": "turn-right"}
_NEARER: dict[Direction, float] = {"forward": 1.25, "back": 0.8}


class Travel:
    """Moves the eye of `stage`. `height()` tells how many pixels high the picture is."""

    def __init__(self, stage: Stage, height: Callable[[], int]) -> None:
        self._stage, self._height = stage, height
        self.walker: Walker | None = None
        self.motion: tuple[Motion, float] | None = None
        self.held: dict[Direction, float] = {}
        self.calm = False

    @property
    def pace(self) -> float:
        """How fast walks, steps and held keys go: slower where it is calm."""
        return _CALM_PACE if self.calm else 1.0

    @property
    def under_way(self) -> bool:
        """Whether a flight, a walk or a held key goes on."""
        return self.motion is not None or bool(self.held)

    def halt(self) -> None:
        """Stay where the eye is now."""
        self.motion = None
        self.held.clear()

    def stand(self, at: Vector, yaw: float) -> Pose:
        """Return the pose on the ground nearest to a point, looking level."""
        x, y = self.walker.nearest(at) if self.walker else at[:2]
        return Pose((x, y, (self.walker.floor if self.walker else at[2]) + EYE_HEIGHT), yaw, 0.0)

    # motions to come

    def fly(self, pose: Pose, seconds: float, now: float) -> None:
        """Set off to `pose`, through the rooms where one can walk there."""
        self.motion = (flight(self._stage.pose, pose, seconds, self._way_to(pose.eye)), now)

    def walk(self, point: Vector, now: float) -> bool:
        """Set off for `point` on the floor, or as near as one gets; `False` where the eye is there already."""
        eye = self._stage.pose.eye
        height = (self.walker.floor if self.walker else point[2]) + EYE_HEIGHT
        path = self.walker.path(eye, point) if self.walker else (eye[:2], (point[0], point[1]))
        if len(path) < 2:
            return False
        self.motion = (Walk(self._stage.pose, [(x, y, height) for x, y in path]), now)
        return True

    def step(self, direction: Direction, amount: float | None, now: float) -> None:
        """Take one step (metres), turn or look up or down (degrees); from outside shift or swing, in a panorama turn or zoom."""
        view = self._stage.view
        if view in FROM_OUTSIDE:
            self._step_over(direction, amount)
            return
        start = self.motion[0].end if self.motion else self._stage.pose
        self.motion = None
        after = self._looked(start, direction, amount) if view == "panorama" else self._stepped(start, direction, amount)
        self.motion = (flight(self._stage.pose, after, STEP_SECONDS), now)

    def glide(self, ahead: float, right: float) -> None:
        """Go these metres ahead and to the right at once, as far as the ground allows."""
        self.motion = None
        pose = self._stage.pose
        self._stage.look_from(self._beside(pose, ahead, right))

    def _looked(self, pose: Pose, direction: Direction, amount: float | None) -> Pose:
        if direction in _NEARER:
            return zoomed(pose, _NEARER[direction])
        yaw, pitch = _ROUND[_SIDEWAYS.get(direction, direction)]
        degrees = _TURN if amount is None else amount
        return pose.turned(yaw * degrees, pitch * degrees)

    def _way_to(self, eye: Vector) -> list[Vector]:
        """The way through the rooms, where both ends are in rooms and not in the same; else none.

        An eye over furniture first comes to the ground beside it, in its own room.
        """
        walker, here = self.walker, self._stage.pose.eye
        if walker is None or here == eye or abs(here[2] - eye[2]) > _STOREY:
            return []
        if not (walker.inside(here) and walker.inside(eye)):
            return []
        if not (walker.stands(here) and walker.stands(eye)) and walker.in_one_room(here, eye):
            return []
        path = list(walker.path(here, eye))
        path[:1] = path[:1] if math.dist(here[:2], path[0]) < _SAME else [here[:2], path[0]]
        path[-1:] = path[-1:] if math.dist(eye[:2], path[-1]) < _SAME else [path[-1], eye[:2]]
        if len(path) < 3:
            return []
        last = len(path) - 1
        return [(x, y, here[2] + (eye[2] - here[2]) * index / last) for index, (x, y) in enumerate(path)]

    def _stepped(self, pose: Pose, direction: Direction, amount: float | None) -> Pose:
        if direction in _ROUND:
            yaw, pitch = _ROUND[direction]
            degrees = _TURN if amount is None else amount
            return pose.turned(yaw * degrees, pitch * degrees)
        ahead, right = _AWAY[direction]
        metres = _AMOUNTS[direction] if amount is None else amount
        return self._beside(pose, ahead * metres, right * metres)

    def _beside(self, pose: Pose, ahead: float, right: float) -> Pose:
        """The pose so many metres ahead and to the right, slid along what stands in the way."""
        level = replace(pose, pitch=0.0).direction
        step = (level[0] * ahead + level[1] * right, level[1] * ahead - level[0] * right)
        x, y = self.walker.slide(pose.eye, step) if self.walker else (pose.eye[0] + step[0], pose.eye[1] + step[1])
        return replace(pose, eye=(x, y, pose.eye[2]))

    def _step_over(self, direction: Direction, amount: float | None) -> None:
        stage = self._stage
        look = stage.overlook
        if direction in _ROUND and stage.view == "dollhouse":
            yaw, pitch = _ROUND[direction]
            degrees = _TURN if amount is None else amount
            stage.look_over(look.turned(yaw * degrees, pitch * degrees))
            return
        part = self._height() * 0.12
        ways = {"forward": (0, part), "back": (0, -part), "up": (0, part), "down": (0, -part)}
        sides = {"left": (part, 0), "right": (-part, 0), "turn-left": (part, 0), "turn-right": (-part, 0)}
        stage.look_over(look.moved(*({**ways, **sides}[direction]), self._height()))

    # time passes

    def advance(self, now: float, before: float) -> bool:
        """Be where one is by `now`, `before` having been the last time; return whether a motion came to its end."""
        there = False
        if self.motion is not None:
            motion, began = self.motion
            gone = (now - began) * self.pace
            there = gone >= motion.seconds
            self.motion = None if there else self.motion
            self._stage.look_from(motion.end if there else motion.at(gone))
        seconds = min(max(now - before, 0.0), 0.1) * self.pace
        for direction, since in list(self.held.items()):
            if now - since >= HELD_AFTER:
                self._hold(direction, seconds)
        return there

    def _hold(self, direction: Direction, seconds: float) -> None:
        self.motion = None
        amount = (_HELD_DEGREES if direction in _ROUND else _HELD_METRES) * seconds
        stage = self._stage
        if stage.view == "inside":
            stage.look_from(self._stepped(stage.pose, direction, amount))
        elif stage.view == "panorama":
            if direction in _NEARER:
                stage.look_from(zoomed(stage.pose, _NEARER[direction] ** (2.0 * seconds)))
            else:
                stage.look_from(self._looked(stage.pose, direction, _HELD_DEGREES * seconds))
        elif direction in _ROUND and stage.view == "dollhouse":
            self._step_over(direction, amount)


def zoomed(pose: Pose, factor: float) -> Pose:
    """Return `pose` with things `factor` times as large, within what a panorama bears."""
    return replace(pose, field_of_view=max(NARROWEST, min(WIDEST, pose.field_of_view / factor)))


def level_again(pose: Pose) -> Pose:
    """Return `pose` with a walker's field of view."""
    return replace(pose, field_of_view=FIELD_OF_VIEW)
