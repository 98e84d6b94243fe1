"""What a tour promises."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from showroom.app.kiosk.speech import reading_time
from showroom.app.kiosk.tour_player import SPEEDS, TourPlayer, captions
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


class TalkingVoice(SilentVoice):
    """A voice without clips that speaks texts until the test ends them."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.busy = False
        self.rate = 1.0

    def say(self, text: str, language: str) -> bool:  # noqa: ARG002 - the protocol's
        """Begin to speak."""
        self.said.append(text)
        self.busy = True
        return True

    def set_rate(self, rate: float) -> None:
        """Remember the rate."""
        self.rate = rate

    def ended(self) -> bool:
        """Tell whether the test ended it."""
        return not self.busy


def test_where_no_clip_is_the_machines_voice_speaks_line_by_line(qtbot: QtBot) -> None:
    """The caption is the line being spoken, the next comes when it was said, and nothing is said to be silent."""
    voice = TalkingVoice()
    tour = player(voice)
    said: list[str] = []
    silent: list[bool] = []
    tour.caption.connect(said.append)
    tour.silent.connect(silent.append)
    tour.play(0)
    tour.advance(100)
    assert voice.said == said == ["这里是入口。"]
    assert 0 < tour.progress < 0.5
    voice.busy = False
    tour.advance(100)
    assert voice.said == said == ["这里是入口。", "门要够宽。"]
    voice.busy = False
    tour.advance(800)
    assert tour.index == 1
    assert silent == [False, False]


def test_a_missing_clip_is_spoken_and_without_a_voice_it_is_read(qtbot: QtBot) -> None:
    """A clip named but not there: the machine's voice, and where there is none the captions with the note."""
    stops = (stop("一二三。", clip={"zh_CN": "gone.ogg"}), stop("四。"))
    voice = TalkingVoice()
    TourPlayer(stops, voice, "zh_CN", lambda _clip: None).play(0)
    assert voice.said == ["一二三。"]
    silent: list[bool] = []
    tour = TourPlayer(stops, SilentVoice(), "zh_CN", lambda _clip: None)
    tour.silent.connect(silent.append)
    tour.play(0)
    assert silent == [True]


def test_a_clip_that_stands_still_is_given_up(qtbot: QtBot) -> None:
    """When the sound device goes away in the middle of a clip, the tour goes on in captions instead of waiting for ever."""
    voice = PlayedVoice()
    tour = player(voice, (stop("一二三。", clip={"zh_CN": "a.ogg"}), stop("四。")))
    silent: list[bool] = []
    tour.silent.connect(silent.append)
    tour.play(0)
    voice.at = 1000
    for _ in range(30):
        tour.advance(100)
    assert silent == [False]
    for _ in range(30):
        tour.advance(100)
    assert silent == [False, True]
    for _ in range(40):
        tour.advance(100)
    assert tour.index == 1


def test_timed_captions_beside_a_clip_are_used(qtbot: QtBot, tmp_path: Path) -> None:
    """What stands in the sidecar is shown at its time, whatever the script says."""
    (tmp_path / "a.ogg").write_bytes(b"OggS")
    (tmp_path / "a.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\n头\n\n00:03.000 --> 00:05.000\n尾\n", encoding="utf-8")
    voice = PlayedVoice()
    tour = TourPlayer((stop("一二三。", clip={"zh_CN": "a.ogg"}),), voice, "zh_CN", tmp_path.joinpath)
    said: list[str] = []
    tour.caption.connect(said.append)
    tour.play(0)
    voice.at = 2900
    tour.advance(100)
    assert said == ["头"]
    voice.at = 3000
    tour.advance(100)
    assert said == ["头", "尾"]


@pytest.mark.logs_warnings
def test_a_broken_sidecar_is_named_in_the_log_and_the_script_is_shown(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A visitor never sees a file's mistake."""
    (tmp_path / "a.ogg").write_bytes(b"OggS")
    (tmp_path / "a.vtt").write_text("no captions", encoding="utf-8")
    tour = TourPlayer((stop("一二三。", clip={"zh_CN": "a.ogg"}),), PlayedVoice(), "zh_CN", tmp_path.joinpath)
    said: list[str] = []
    tour.caption.connect(said.append)
    tour.play(0)
    assert said == ["一二三。"]
    assert "a.vtt" in caplog.text


@pytest.mark.parametrize("speed", SPEEDS)
def test_speed_shortens_reading_and_reaches_the_voice(qtbot: QtBot, speed: float) -> None:
    """At one and a half a silent stop takes two thirds of its time; the voice is told the same."""
    voice = TalkingVoice()
    tour = player(voice)
    tour.set_speed(speed)
    assert voice.rate == speed
    silent = player(SilentVoice(), (stop("一" * 40), stop("二。")))
    silent.set_speed(speed)
    silent.play(0)
    ticks = 0
    while silent.index == 0:
        silent.advance(100)
        ticks += 1
    usual = sum(reading_time(line, "zh_CN") for line in captions(stop("一" * 40), "zh_CN")) + 700
    assert abs(ticks * 100 * speed - usual) <= 100 * speed


def test_a_hung_voice_does_not_hold_the_tour(qtbot: QtBot) -> None:
    """An engine that never ends a line is left behind, line by line, to the last stop."""
    tour = player(TalkingVoice())
    with qtbot.waitSignal(tour.ended):
        tour.play(0)
        for _ in range(600):
            tour.advance(200)
