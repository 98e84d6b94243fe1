"""What a tour promises."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from showroom.app.kiosk.speech import reading_time
from showroom.app.kiosk.tour_player import TourPlayer, captions
from showroom.app.kiosk.voice import SilentVoice
from showroom.domain.scene import Stop
from showroom.domain.text import Text


def stop(zh: str, en: str = "Here.", **more: object) -> Stop:
    """Return a stop that says this."""
    return Stop(viewpoint="v", script=Text.of(zh, en), **more)  # type: ignore[arg-type]


STOPS = (stop("这里是入口。门要够宽。"), stop("这里是厨房。"), stop("谢谢。"))


class PlayedVoice(SilentVoice):
    """A voice whose clip is 5 s long and moved by the test."""

    def __init__(self) -> None:
        self.at, self.said = 0, []

    def play(self, clip_path: Path) -> bool:
        """Begin a clip."""
        self.at = 0
        self.said.append(clip_path.name)
        return True

    def pause(self) -> None:
        """Remember the pause."""
        self.said.append("pause")

    def position(self) -> int:
        """Return what was heard."""
        return self.at

    def duration(self) -> int:
        """Return five seconds."""
        return 5000

    def ended(self) -> bool:
        """Tell whether all was heard."""
        return self.at >= 5000


def player(voice: SilentVoice | None = None, stops: tuple[Stop, ...] = STOPS) -> TourPlayer:
    """Return a player in Chinese whose clips all exist."""
    return TourPlayer(stops, voice or SilentVoice(), "zh_CN", Path)


def test_long_scripts_are_cut_at_sentences_and_phrases() -> None:
    """Captions keep every word, in order, and none is longer than a screen reads at a glance."""
    text = "欢迎来到样板间。先看入口，门的净宽不少于一点一米，两侧不堆放东西，晚上有灯，疏散标志清楚可见，出门就是街道。"
    lines = captions(stop(text), "zh_CN")
    assert "".join(lines) == text
    assert len(lines) > 2
    assert max(map(len, lines)) <= 34


def test_written_captions_are_used_as_they_are() -> None:
    """Where captions are written, their lines are shown."""
    assert captions(stop("一二三。", caption=Text.of("第一行\n第二行", "one\ntwo")), "zh_CN") == ["第一行", "第二行"]


def test_reading_takes_longer_for_more_words_and_slower_pace() -> None:
    """The reading clock follows the length of the text and the pace."""
    assert reading_time("一" * 40, "zh_CN") > reading_time("一" * 20, "zh_CN")
    assert reading_time("一" * 40, "zh_CN", pace=0.8) > reading_time("一" * 40, "zh_CN")


def test_a_tour_without_voice_runs_by_reading_speed_and_says_so(qtbot: QtBot) -> None:
    """Without sound the stops follow each other by the clock, and the note of silence is shown."""
    tour = player()
    seen: list[int] = []
    silent: list[bool] = []
    tour.stopped_at.connect(seen.append)
    tour.silent.connect(silent.append)
    with qtbot.waitSignal(tour.ended):
        tour.play(0)
        for _ in range(400):
            tour.advance(100)
    assert seen == [0, 1, 2]
    assert silent[0] is True
    assert not tour.playing


def test_captions_change_while_a_stop_is_spoken(qtbot: QtBot) -> None:
    """Each caption comes in its turn."""
    tour = player()
    said: list[str] = []
    tour.caption.connect(said.append)
    tour.play(0)
    for _ in range(40):
        tour.advance(100)
    assert said[:2] == ["这里是入口。", "门要够宽。"]


def test_a_held_tour_stands_still(qtbot: QtBot) -> None:
    """While paused no time passes; going on continues the same stop."""
    tour = player()
    tour.play(0)
    tour.advance(500)
    before = tour.progress
    tour.hold()
    tour.advance(60_000)
    assert (tour.index, tour.progress) == (0, before)
    tour.play()
    tour.advance(500)
    assert tour.index == 0
    assert tour.progress > before


def test_the_voice_is_the_clock_where_there_is_one(qtbot: QtBot) -> None:
    """With a clip the stop ends when the clip does, not before."""
    voice = PlayedVoice()
    tour = player(voice, (stop("一。", clip={"zh_CN": "a.ogg"}), stop("二。", clip={"zh_CN": "b.ogg"})))
    tour.play(0)
    voice.at = 4900
    tour.advance(10_000)
    assert tour.index == 0
    voice.at = 5000
    tour.advance(100)
    assert tour.index == 1
    assert voice.said == ["a.ogg", "b.ogg"]


def test_a_broken_clip_falls_back_to_reading_speed(qtbot: QtBot) -> None:
    """A clip that cannot be decoded does not rush through the stop: its captions are read instead, and the note is shown."""

    class Broken(PlayedVoice):
        def duration(self) -> int:
            return 0

        def ended(self) -> bool:
            return True

    tour = player(Broken(), (stop("一二三四五六七八九十。", clip={"zh_CN": "a.ogg"}), stop("二。")))
    silent: list[bool] = []
    tour.silent.connect(silent.append)
    tour.play(0)
    tour.advance(100)
    assert tour.index == 0
    assert silent == [False, True]


@pytest.mark.parametrize(("steps", "expected"), [(-1, 0), (1, 1), (9, 2)])
def test_moving_stays_within_the_tour(qtbot: QtBot, steps: int, expected: int) -> None:
    """Previous and next stop at the ends."""
    tour = player()
    tour.play(0)
    tour.move(steps)
    assert tour.index == expected
    assert tour.playing
