"""Where does the eye stand to see a viewpoint or a key point?"""

from showroom.domain.scene import Anchor, Viewpoint
from showroom.view.stage import EYE_HEIGHT, Pose, Vector

_AWAY = 2.0


def pose_of(view: Viewpoint) -> Pose:
    """Return the pose a viewpoint keeps."""
    return Pose.looking(view.eye, view.look, view.field_of_view)


def pose_before(position: Vector, anchor: Anchor) -> Pose:
    """Return a pose two metres in front of a surface at eye height; aslant over a floor or below a ceiling."""
    nx, ny, _ = anchor.normal or (0.0, 1.0, 0.0)
    if abs(nx) + abs(ny) < 0.3:
        nx, ny = 0.7, 0.7
    return Pose.looking((position[0] + _AWAY * nx, position[1] + _AWAY * ny, EYE_HEIGHT), position)
