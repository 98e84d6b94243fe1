"""The stage: the dozen verbs by which windows and commands show a model, in the words of the showroom.

Points are metres in the plan's axes, z up. Places on the screen are logical pixels of the widget from its top left,
whatever size is really drawn. Nothing is drawn by a change: whoever listens by `on_invalid` asks for one frame when ready.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.model import Leaf, Model

if TYPE_CHECKING:
    from showroom.view.camera import Camera, Overlook
    from showroom.view.figures import Figure
    from showroom.view.panorama import Surround
    from showroom.view.tints import Tint

Vector = tuple[float, float, float]
View = Literal["inside", "dollhouse", "plan", "panorama"]
FROM_OUTSIDE: frozenset[View] = frozenset({"dollhouse", "plan"})
EYE_HEIGHT = 1.6
FIELD_OF_VIEW = 65.0


@dataclass(frozen=True)
class Pose:
    """Where the eye is and looks: yaw counter-clockwise from +x, pitch up, vertical field of view; degrees, no roll."""

    eye: Vector
    yaw: float = 0.0
    pitch: float = 0.0
    field_of_view: float = FIELD_OF_VIEW

    @classmethod
    def looking(cls, eye: Vector, look: Vector, field_of_view: float = FIELD_OF_VIEW) -> "Pose":
        """Return the pose at `eye` that looks at the point `look`."""
        dx, dy, dz = (b - a for a, b in zip(eye, look, strict=True))
        flat = math.hypot(dx, dy)
        return cls(eye, math.degrees(math.atan2(dy, dx)), math.degrees(math.atan2(dz, flat)), field_of_view)

    @property
    def direction(self) -> Vector:
        """Return the unit vector looked along."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        return math.cos(yaw) * math.cos(pitch), math.sin(yaw) * math.cos(pitch), math.sin(pitch)

    @property
    def look(self) -> Vector:
        """Return the point one metre ahead."""
        x, y, z = (a + b for a, b in zip(self.eye, self.direction, strict=True))
        return x, y, z

    def turned(self, yaw: float, pitch: float) -> "Pose":
        """Return the pose turned by these degrees; pitch stays within ±80."""
        return replace(self, yaw=(self.yaw + yaw + 180.0) % 360.0 - 180.0, pitch=max(-80.0, min(80.0, self.pitch + pitch)))


@dataclass(frozen=True)
class Hit:
    """What is under a place of the screen: point, outward normal, the node's name, its plan id, and the distance from the eye."""

    position: Vector
    normal: Vector
    node: str
    plan_id: str | None
    distance: float


@dataclass(frozen=True)
class Projection:
    """Where a point appears: widget pixels, distance from the eye, in front of it or behind, and whether something hides it."""

    x: float
    y: float
    distance: float
    in_front: bool
    hidden: bool


class Stage(Protocol):
    """What a window needs of 3D. `VtkStage` is the real one, `RecordingStage` the one for tests."""

    def show(self, model: Model) -> None:
        """Replace what is shown by `model`."""

    def resize(self, width: int, height: int) -> None:
        """Say how large the widget is, logical pixels."""

    @property
    def pose(self) -> Pose:
        """The present pose of the eye."""

    def look_from(self, pose: Pose) -> None:
        """Move the eye (inside view) at once."""

    @property
    def view(self) -> View:
        """The present view."""

    def set_view(self, view: View) -> None:
        """Show the inside, the dollhouse (no ceiling and lamps, wall caps, from above at a slant) or the plan (straight down).

        In `panorama` the picture last given is seen all round, from the pose as inside; rays and points are still the model's.
        """

    def surround(self, surround: "Surround | None") -> None:
        """Take the picture the panorama view shows; `None` lets it go."""

    @property
    def overlook(self) -> "Overlook":
        """How the dollhouse or the plan is looked at; framed anew until somebody looked otherwise."""

    def look_over(self, overlook: "Overlook | None") -> None:
        """Look over the whole like this (dollhouse and plan only); `None` frames everything again."""

    def pick(self, x: float, y: float) -> Hit | None:
        """Return what is under a place of the widget, or `None`."""

    def cast(self, start: Vector, direction: Vector) -> Hit | None:
        """Return what a ray from a point along a unit vector meets first, glass aside, or `None`."""

    @property
    def leaves(self) -> Sequence[Leaf]:
        """The leaves of doors that can be moved."""

    def move_leaf(self, number: int, share: float) -> None:
        """Bring one of `leaves` this share of its way: 0 where it is drawn, 1 at its other end. Rays meet it there."""

    def carried(self, opening: str, point: Vector) -> Vector:
        """Return where a point of an opening is now: what is on a leaf goes with it, all else stays."""

    def lift_ceiling(self, *, lifted: bool) -> None:
        """Show the inside without ceilings and lamps, or with them; from outside they are off anyway."""

    def cut_at(self, height: float | None, faces: "NDArray[np.float32] | None" = None) -> None:
        """From outside, show nothing above this height, with these cut faces (k, 3, 3) on it; `None` shows all again."""

    def set_down(self, figures: "Sequence[Figure]") -> None:
        """Show these figures standing in the premises and no others; nobody meets them."""

    def edges_of(self, node: str) -> NDArray[np.float64]:
        """Return the sharp edges (m, 2, 3) of the thing of that name, metres."""

    @property
    def camera(self) -> "Camera":
        """The camera of the present view, in the widget's logical pixels."""

    def project(self, point: Vector) -> Projection:
        """Return where `point` appears on the widget."""

    def highlight(self, nodes: Sequence[str], *, dimmed: bool = False) -> None:
        """Outline the nodes of these names (or plan ids), `dimmed` with all else dimmed; an empty sequence ends it."""

    def tint(self, tints: "Sequence[Tint]") -> None:
        """Colour these floors; an empty sequence ends it."""

    def on_invalid(self, call: Callable[[], None] | None) -> None:
        """Call `call` once whenever what is shown no longer is what should be shown."""

    def picture(self, width: int, height: int) -> NDArray[np.uint8]:
        """Return the present view as an antialiased picture (height, width, 3), rows from the top."""

    def close(self) -> None:
        """Let go of everything; the stage cannot be used afterwards."""
