"""Where does a point of the premises appear in the picture, and which ray goes through a place of the picture?

Plain arithmetic on the pose and the picture's size, the same for every stage. The picture's size is in logical pixels, never in
those really drawn: a picture drawn at half scale is still asked for by the place the visitor touched.
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from showroom.view.stage import Pose, Vector, View

NEAR = 0.05
"""Metres; nearer than the body's radius, so that no wall is ever cut open."""
DOLLHOUSE_FIELD = 32.0
DOLLHOUSE_PITCH, DOLLHOUSE_YAW = -52.0, 62.0
_MARGIN = 1.12
"""How much wider than the model the dollhouse and plan views are framed."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Overlook:
    """How the whole is looked at from outside: the point in the middle, yaw and pitch as in `Pose`, metres the picture is high."""

    target: Vector
    yaw: float
    pitch: float
    span: float

    def turned(self, yaw: float, pitch: float) -> "Overlook":
        """Return it swung round its target; it stays above the floor and below straight down."""
        return replace(self, yaw=(self.yaw + yaw + 180.0) % 360.0 - 180.0, pitch=max(-88.0, min(-20.0, self.pitch + pitch)))

    def zoomed(self, factor: float) -> "Overlook":
        """Return it nearer (factor above 1) or farther, between half a metre and two hundred metres high."""
        return replace(self, span=max(0.5, min(200.0, self.span / factor)))

    def moved(self, dx: float, dy: float, height: float) -> "Overlook":
        """Return it shifted so that the picture follows a drag of (dx, dy) pixels in a picture `height` pixels high."""
        metre = self.span / max(height, 1.0)
        lift = max(0.35, math.sin(math.radians(-self.pitch)))
        ahead, right = dy * metre / lift, -dx * metre
        yaw = math.radians(self.yaw)
        x, y, z = self.target
        return replace(
            self,
            target=(x + ahead * math.cos(yaw) + right * math.sin(yaw), y + ahead * math.sin(yaw) - right * math.cos(yaw), z),
        )


@dataclass(frozen=True)
class Camera:
    """An eye with a picture in front of it. `parallel` pictures show `span` metres of height at any distance."""

    eye: Vector
    yaw: float
    pitch: float
    width: int
    height: int
    field_of_view: float = 65.0
    parallel: bool = False
    span: float = 1.0

    @classmethod
    def inside(cls, pose: Pose, width: int, height: int) -> "Camera":
        """Return the visitor's camera."""
        return cls(pose.eye, pose.yaw, pose.pitch, width, height, pose.field_of_view)

    @classmethod
    def over(cls, look: Overlook, width: int, height: int, *, parallel: bool) -> "Camera":
        """Return the camera that looks over the whole."""
        distance = 100.0 if parallel else look.span / 2.0 / math.tan(math.radians(DOLLHOUSE_FIELD / 2.0))
        ahead = Pose(look.target, look.yaw, look.pitch).direction
        x, y, z = (t - distance * d for t, d in zip(look.target, ahead, strict=True))
        return cls((x, y, z), look.yaw, look.pitch, width, height, DOLLHOUSE_FIELD, parallel, look.span)

    @cached_property
    def axes(self) -> Array:
        """Right, up and ahead, as the rows of a (3, 3) array."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        cy, sy, cp, sp = math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch)
        return np.array([[sy, -cy, 0.0], [-cy * sp, -sy * sp, cp], [cy * cp, sy * cp, sp]])

    @cached_property
    def _plain_axes(self) -> list[list[float]]:
        return [[float(value) for value in axis] for axis in self.axes]

    @cached_property
    def _slope(self) -> tuple[float, float]:
        """Half width and half height of the picture one metre ahead (or anywhere, in metres, when parallel)."""
        high = self.span / 2.0 if self.parallel else math.tan(math.radians(self.field_of_view / 2.0))
        return high * self.width / max(self.height, 1), high

    def sees_boxes(self, lowest: Array, highest: Array) -> NDArray[np.bool_]:
        """Return which boxes (n, 3), (n, 3) may be in the picture: those not wholly beyond one of its sides or behind the eye."""
        middle, half = (lowest + highest) / 2.0 - np.array(self.eye), (highest - lowest) / 2.0
        right, up, ahead = self.axes
        wide, high = self._slope
        if self.parallel:
            sides = [(right, wide), (-right, wide), (up, high), (-up, high)]
        else:
            sides = [
                (right - wide * ahead, 0.0),
                (-right - wide * ahead, 0.0),
                (up - high * ahead, 0.0),
                (-up - high * ahead, 0.0),
                (-ahead, 0.0),
            ]
        normals, limits = np.array([normal for normal, _ in sides]), np.array([limit for _, limit in sides])
        return np.asarray((middle @ normals.T - half @ np.abs(normals).T <= limits).all(axis=1))

    def ray(self, x: float, y: float) -> tuple[Array, Array]:
        """Return start and unit direction of the ray through the place (x, y) of the picture."""
        right, up = (2.0 * x / max(self.width, 1) - 1.0) * self._slope[0], (1.0 - 2.0 * y / max(self.height, 1)) * self._slope[1]
        eye = np.array(self.eye)
        if self.parallel:
            return eye + right * self.axes[0] + up * self.axes[1], self.axes[2]
        direction = right * self.axes[0] + up * self.axes[1] + self.axes[2]
        return eye, direction / np.linalg.norm(direction)

    def place(self, point: Vector) -> tuple[float, float, float, bool]:
        """Return x and y in the picture, the distance from the eye, and whether the point is in front of the eye."""
        dx, dy, dz = (float(a) - b for a, b in zip(point, self.eye, strict=True))
        right, up, ahead = (a * dx + b * dy + c * dz for a, b, c in self._plain_axes)
        depth = 1.0 if self.parallel else ahead
        in_front = ahead > (0.0 if self.parallel else 1e-6)
        depth = depth if abs(depth) > 1e-6 else 1e-6
        x = (right / (depth * self._slope[0]) + 1.0) * self.width / 2.0
        y = (1.0 - up / (depth * self._slope[1])) * self.height / 2.0
        return x, y, math.sqrt(dx * dx + dy * dy + dz * dz), in_front


def framing(view: View, lowest: Array, highest: Array, width: int, height: int) -> Overlook:
    """Return the overlook that shows the whole box of these corners in a picture of this shape."""
    middle = (lowest + highest) / 2.0
    dollhouse = view != "plan"
    size = highest - lowest
    yaw, pitch = (DOLLHOUSE_YAW if size[0] >= size[1] else DOLLHOUSE_YAW - 35.0, DOLLHOUSE_PITCH) if dollhouse else (90.0, -90.0)
    look = Overlook((float(middle[0]), float(middle[1]), float(middle[2])), yaw, pitch, max(float(np.linalg.norm(size)), 0.5) * 1.5)
    corners = np.array(
        [[x, y, z] for x in (lowest[0], highest[0]) for y in (lowest[1], highest[1]) for z in (lowest[2], highest[2])]
    )
    aspect = width / max(height, 1)
    offset = (corners - middle) @ Camera.over(look, width, height, parallel=True).axes.T
    if not dollhouse:
        span = max(np.ptp(offset[:, 1]), np.ptp(offset[:, 0]) / aspect)
        return replace(look, span=max(float(span) * _MARGIN, 0.5))
    for _ in range(4):  # what is near looks larger: move the middle of the picture to the middle of what is seen
        camera = Camera.over(look, width, height, parallel=False)
        places = np.array([camera.place((x, y, z))[:2] for x, y, z in corners.tolist()]) / (width, height)
        low, high = places.min(axis=0), places.max(axis=0)
        look = look.moved(*((0.5 - (low + high) / 2.0) * (width, height)), height)
        look = replace(look, span=max(look.span * float((high - low).max()) * _MARGIN, 0.5))
    return look
