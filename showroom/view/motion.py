"""Where is the eye at each moment of a flight or a walk?

Motions are values asked by the time since they began; whoever owns a clock asks them. None of them jumps: not even the last moment.
"""

import bisect
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Protocol

from showroom.view.stage import Pose, Vector

WALKING = 2.2
"""Metres a second."""
HURRY = 5.0
"""Metres a second a flight through rooms may reach before it is given more time."""
_TURN = 140.0
"""Degrees a second a walker turns at most."""
_AHEAD = 1.1
"""Metres ahead a walker looks along the way."""


class Motion(Protocol):
    """Something that moves the eye for a while."""

    @property
    def seconds(self) -> float:
        """How long it takes."""

    @property
    def end(self) -> Pose:
        """Where it ends."""

    def at(self, time: float) -> Pose:
        """Return the pose `time` seconds after its beginning."""


@dataclass(frozen=True)
class Flight:
    """From one pose to another along the points `way` (both eyes included), gently begun and ended."""

    start: Pose
    end: Pose
    seconds: float
    way: tuple[Vector, ...] = ()

    @cached_property
    def _line(self) -> "Line":
        return Line(self.way or (self.start.eye, self.end.eye))

    def at(self, time: float) -> Pose:
        """Return the pose `time` seconds after the beginning."""
        if time >= self.seconds:
            return self.end
        share = eased(time / self.seconds)
        return Pose(
            self._line.at(share * self._line.length),
            _mixed_angle(self.start.yaw, self.end.yaw, share),
            self.start.pitch + (self.end.pitch - self.start.pitch) * share,
            self.start.field_of_view + (self.end.field_of_view - self.start.field_of_view) * share,
        )


class Walk:
    """A walk along a way at walking pace, the eye level, turning into the way where it bends."""

    def __init__(self, start: Pose, way: Sequence[Vector]) -> None:
        self._start, self._line = start, Line((start.eye, *way[1:]))
        self._turns = len(self._line.points) > 2
        self._poses = [start]
        self.seconds = max(self._line.length / WALKING, 0.25) + 0.25
        for step in range(1, math.ceil(self.seconds * _RATE) + 1):
            self._poses.append(self._next(self._poses[-1], step / _RATE))

    @property
    def end(self) -> Pose:
        """Where it ends."""
        return self._poses[-1]

    def at(self, time: float) -> Pose:
        """Return the pose `time` seconds after the beginning."""
        place = min(max(time, 0.0) * _RATE, len(self._poses) - 1.0)
        low = int(place)
        before, after = self._poses[low], self._poses[min(low + 1, len(self._poses) - 1)]
        share = place - low
        eye = tuple(a + (b - a) * share for a, b in zip(before.eye, after.eye, strict=True))
        return replace(before, eye=eye, yaw=_mixed_angle(before.yaw, after.yaw, share))

    def _next(self, before: Pose, time: float) -> Pose:
        along = gentle(min(time / self.seconds, 1.0)) * self._line.length
        eye = self._line.at(along)
        if not self._turns or along >= self._line.length - 0.3:
            return replace(before, eye=eye)
        ahead = self._line.at(min(along + _AHEAD, self._line.length))
        wanted = math.degrees(math.atan2(ahead[1] - eye[1], ahead[0] - eye[0]))
        turn = _between(before.yaw, wanted) * min(1.0, 5.0 / _RATE)
        most = _TURN / _RATE
        return replace(before, eye=eye, yaw=_wrapped(before.yaw + max(-most, min(most, turn))))


_RATE = 60


class Line:
    """A way through points, asked by the length gone."""

    def __init__(self, points: Sequence[Vector]) -> None:
        self.points = tuple(points)
        self._gone = list(accumulate((math.dist(a, b) for a, b in pairwise(self.points)), initial=0.0))
        self.length = self._gone[-1]

    def at(self, length: float) -> Vector:
        """Return the point after `length` metres."""
        if length >= self.length or len(self.points) == 1:
            return self.points[-1]
        index = max(bisect.bisect_right(self._gone, length) - 1, 0)
        a, b = self.points[index], self.points[index + 1]
        share = max(length - self._gone[index], 0.0) / max(self._gone[index + 1] - self._gone[index], 1e-12)
        return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share


def flight(start: Pose, end: Pose, seconds: float, way: Sequence[Vector] = ()) -> Flight:
    """Return the flight from `start` to `end`, given more time where its way is long."""
    length = Line(way or (start.eye, end.eye)).length
    return Flight(start, end, max(seconds, length / HURRY), tuple(way))


def eased(share: float) -> float:
    """Return how much of a flight is done after this share of its time: slow, fast, slow (a fifth-degree curve without jerks)."""
    t = max(0.0, min(1.0, share))
    return t * t * t * (t * (6.0 * t - 15.0) + 10.0)


def gentle(share: float) -> float:
    """Return how much of a walk is done: an even pace but for its beginning and end (an eighth of the time each)."""
    t, ramp = max(0.0, min(1.0, share)), 0.125
    speed = 1.0 / (1.0 - ramp)
    if t < ramp:
        return speed * t * t / (2.0 * ramp)
    if t > 1.0 - ramp:
        return 1.0 - speed * (1.0 - t) ** 2 / (2.0 * ramp)
    return speed * (t - ramp / 2.0)


def _between(start: float, end: float) -> float:
    return (end - start + 180.0) % 360.0 - 180.0


def _wrapped(angle: float) -> float:
    return (angle + 180.0) % 360.0 - 180.0


def _mixed_angle(start: float, end: float, share: float) -> float:
    return _wrapped(start + _between(start, end) * share)
