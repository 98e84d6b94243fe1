"""When is a frame drawn, and how large? The clock is ours."""

from collections.abc import Sequence

from showroom.view.presenting import ON_A_CARD, STILL, Frame, Pace, Wait


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


def moving_scales(pace: Pace, whole: Sequence[float]) -> list[float]:
    """Move through frames of which a whole one would take these seconds; return the scales drawn."""
    scales = []
    for step, seconds in enumerate(whole):
        pace.changed(step * 0.016, moving=True)
        due = pace.due(step * 0.016)
        assert isinstance(due, Frame)
        scales.append(due.scale)
        pace.drawn(due, seconds * (0.4 + 0.6 * due.scale**2))
    return scales


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
    """When a full frame takes 30 ms, moving frames are halves; when it takes 80, thirds."""
    for whole, scale in ((0.030, 0.5), (0.080, 1.0 / 3.0)):
        assert moving_scales(Pace(), [whole] * 6)[-1] == scale
    assert moving_scales(Pace(ON_A_CARD), [0.018] * 6)[-1] == 0.75


def test_one_hiccup_changes_nothing_and_a_slow_time_is_forgotten() -> None:
    """A single frame of half a second leaves the scale as it was; after many slow ones two good ones bring it back."""
    seconds = [0.03, 0.03, 0.03, 0.5, 0.03, 0.03]
    assert set(moving_scales(Pace(), seconds)[1:]) == {0.5}
    assert moving_scales(Pace(), [0.03, 0.5, 0.5, 0.5, 0.03, 0.03, 0.03])[-3:] == [1.0 / 3.0, 1.0 / 3.0, 0.5]


def test_fast_frames_stay_whole_while_moving() -> None:
    """When a full frame takes 3 ms, or 10 on a graphics card, moving frames are full ones."""
    assert set(moving_scales(Pace(), [0.003] * 5)) == {1.0}
    assert set(moving_scales(Pace(ON_A_CARD), [0.010] * 5)) == {1.0}


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
