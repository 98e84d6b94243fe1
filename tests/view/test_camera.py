"""Where do points appear, and do rays go back through them?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showroom.view.camera import Camera, Overlook, framing
from showroom.view.stage import Pose

ANGLES = st.floats(-180, 180)
COORDINATES = st.floats(-20, 20)


@given(COORDINATES, COORDINATES, ANGLES, st.floats(-79, 79), st.floats(0.02, 0.98), st.floats(0.02, 0.98), st.floats(0.1, 30))
def test_a_point_on_a_ray_appears_where_the_ray_began(
    x: float, y: float, yaw: float, pitch: float, u: float, v: float, far: float
) -> None:
    """Projecting a point of the ray through a pixel gives that pixel, and the point's distance."""
    camera = Camera.inside(Pose((x, y, 1.6), yaw, pitch), 640, 360)
    start, direction = camera.ray(u * 640, v * 360)
    px, py, distance, in_front = camera.place(tuple(start + far * direction))
    assert (px, py) == pytest.approx((u * 640, v * 360), abs=1e-6)
    assert distance == pytest.approx(far)
    assert in_front


@given(st.floats(10, 600), st.floats(10, 300), st.booleans())
def test_rays_and_points_agree_from_outside(x: float, y: float, parallel: bool) -> None:
    """The same holds over the dollhouse and the plan."""
    camera = Camera.over(Overlook((3.0, 4.0, 1.0), 62.0, -52.0, 12.0), 640, 360, parallel=parallel)
    start, direction = camera.ray(x, y)
    assert camera.place(tuple(start + 7.0 * direction))[:2] == pytest.approx((x, y), abs=1e-6)


def test_the_middle_of_the_picture_is_straight_ahead() -> None:
    """The ray through the middle is the pose's direction; the one to the right of it points to the right."""
    pose = Pose((1.0, 2.0, 1.6), 30.0, -10.0)
    camera = Camera.inside(pose, 640, 360)
    np.testing.assert_allclose(camera.ray(320, 180)[1], pose.direction)
    right = camera.ray(639, 180)[1]
    assert np.cross(pose.direction, right)[2] < 0


def test_a_point_behind_the_eye_is_said_to_be_behind() -> None:
    """What lies behind is not in front."""
    assert not Camera.inside(Pose((0.0, 0.0, 1.6)), 640, 360).place((-1.0, 0.0, 1.6))[3]


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (400, 400)])
@pytest.mark.parametrize("view", ["dollhouse", "plan"])
def test_the_whole_fits_the_picture_and_fills_it(view: str, size: tuple[int, int]) -> None:
    """Every corner of the premises is in the picture, and the picture is not much larger than they are."""
    low, high = np.array([2.0, -3.0, 0.0]), np.array([13.0, 7.0, 3.0])
    camera = Camera.over(framing(view, low, high, *size), *size, parallel=view == "plan")
    corners = [(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    places = np.array([camera.place(corner)[:2] for corner in corners]) / size
    assert places.min() > 0.0
    assert places.max() < 1.0
    assert np.ptp(places, axis=0).max() > 0.7


@given(ANGLES, st.floats(-60, 60), st.lists(st.floats(-6, 6), min_size=3, max_size=3), st.booleans())
def test_a_box_with_a_point_in_the_picture_is_never_left_out(yaw: float, pitch: float, at: list[float], outside: bool) -> None:
    """Whatever has a point in the picture counts as seen; what lies wholly behind the eye does not."""
    camera = Camera.inside(Pose((0.0, 0.0, 0.0), yaw, pitch), 640, 360)
    if outside:
        camera = Camera.over(Overlook((0.0, 0.0, 0.0), yaw, -60.0, 8.0), 640, 360, parallel=True)
    low = np.array([at])
    high = low + 1.0
    corners = [(x, y, z) for x in (low[0, 0], high[0, 0]) for y in (low[0, 1], high[0, 1]) for z in (low[0, 2], high[0, 2])]
    places = [camera.place(corner) for corner in corners]
    if any(0 <= x <= 640 and 0 <= y <= 360 and in_front for x, y, _, in_front in places):
        assert camera.sees_boxes(low, high).tolist() == [True]
    if not outside and max(np.array(corners) @ camera.axes[2]) < -1e-6:
        assert camera.sees_boxes(low, high).tolist() == [False]


def test_the_plan_has_its_y_axis_upwards() -> None:
    """Seen from straight above, x goes right and y up, as on the drawing."""
    camera = Camera.over(framing("plan", np.zeros(3), np.array([10.0, 8.0, 3.0]), 640, 360), 640, 360, parallel=True)
    x0, y0, *_ = camera.place((1.0, 1.0, 0.0))
    x1, y1, *_ = camera.place((2.0, 3.0, 0.0))
    assert x1 > x0
    assert y1 < y0


def test_a_drag_over_the_plan_takes_the_point_under_the_finger_along() -> None:
    """After a drag of 50 to the right and 20 down, the same point is 50 to the right and 20 down."""
    look = framing("plan", np.zeros(3), np.array([10.0, 8.0, 3.0]), 640, 360)
    before = Camera.over(look, 640, 360, parallel=True).place((2.0, 3.0, 0.0))
    after = Camera.over(look.moved(50, 20, 360), 640, 360, parallel=True).place((2.0, 3.0, 0.0))
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((50, 20), abs=1e-6)
