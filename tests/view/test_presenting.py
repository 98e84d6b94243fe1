"""When is a frame drawn, and how large? The clock is ours."""

from showroom.view.presenting import STILL, Frame, Pace, Wait


def settle(pace: Pace, now: float, seconds: float = 0.03) -> list[Frame]:
    """Draw all frames that are due until nothing is; return them."""
    drawn: list[Frame] = []
    while (due := pace.due(now)) is not None:
        if isinstance(due, Wait):
            now += due.seconds
            continue
        drawn.append(due)
        pace.drawn(due, seconds * due.scale**2)
        assert len(drawn) < 50
    return drawn


def test_nothing_is_drawn_where_nothing_changed() -> None:
    """A new pace has nothing to do, nor has one at rest."""
    pace = Pace()
    assert pace.due(0.0) is None
    pace.changed(0.0, moving=False)
    settle(pace, 0.0)
    assert pace.due(100.0) is None


def test_one_change_at_rest_is_one_full_frame_and_then_the_rest_of_the_average() -> None:
    """A change at rest gives a full frame at once and seven shifted ones, of which those after 1, 2, 4 and 8 are shown."""
    pace = Pace()
    pace.changed(0.0, moving=False)
    frames = settle(pace, 0.0)
    assert [frame.sample for frame in frames] == list(range(8))
    assert {frame.scale for frame in frames} == {1.0}
    assert [frame.sample for frame in frames if frame.shown] == [0, 1, 3, 7]


def test_many_changes_before_a_frame_are_one_frame() -> None:
    """Ten changes between two frames are drawn once."""
    pace = Pace(samples=1)
    for _ in range(10):
        pace.changed(0.0, moving=False)
    assert len(settle(pace, 0.0)) == 1


def test_slow_frames_are_drawn_smaller_while_moving() -> None:
    """When a full frame takes 80 ms, moving frames shrink until they fit 25 ms."""
    pace = Pace()
    now = 0.0
    scales = []
    for _ in range(6):
        now += 0.016
        pace.changed(now, moving=True)
        due = pace.due(now)
        assert isinstance(due, Frame)
        scales.append(due.scale)
        pace.drawn(due, 0.080 * due.scale**2)
    assert scales[0] == 1.0
    assert scales[-1] == 0.5


def test_fast_frames_stay_whole_while_moving() -> None:
    """When a full frame takes 10 ms, moving frames are full ones."""
    pace = Pace()
    for step in range(5):
        pace.changed(step * 0.016, moving=True)
        due = pace.due(step * 0.016)
        assert isinstance(due, Frame)
        assert due.scale == 1.0
        pace.drawn(due, 0.010)


def test_the_full_picture_comes_back_soon_after_the_last_movement() -> None:
    """Eighty milliseconds after the last movement the full frame is due, not before."""
    pace = Pace()
    pace.drawn(Frame(1.0), 0.2)
    pace.changed(1.0, moving=True)
    due = pace.due(1.0)
    assert isinstance(due, Frame)
    assert due.scale < 1.0
    pace.drawn(due, 0.01)
    waiting = pace.due(1.0 + STILL / 2)
    assert isinstance(waiting, Wait)
    assert waiting.seconds <= STILL / 2 + 1e-9
    full = pace.due(1.0 + STILL)
    assert full == Frame(1.0, 0)


def test_the_full_picture_need_not_wait_when_the_hand_is_gone() -> None:
    """After the movement is said to be over, the full frame is due at once."""
    pace = Pace()
    pace.drawn(Frame(1.0), 0.2)
    pace.changed(1.0, moving=True)
    due = pace.due(1.0)
    assert isinstance(due, Frame)
    pace.drawn(due, 0.01)
    pace.rest()
    assert pace.due(1.001) == Frame(1.0, 0)


def test_a_change_drops_what_is_left_of_the_average() -> None:
    """A change in the midst of the shifted frames begins anew with a plain one."""
    pace = Pace()
    pace.changed(0.0, moving=False)
    for _ in range(3):
        due = pace.due(0.0)
        assert isinstance(due, Frame)
        pace.drawn(due, 0.01)
    pace.changed(0.1, moving=False)
    assert pace.due(0.1) == Frame(1.0, 0)
