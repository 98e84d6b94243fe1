"""What reading any text aloud promises, whatever voice the machine has."""

import pytest
from pytestqt.qtbot import QtBot

from showroom.app.kiosk.speech import Passage, Speech, caption_lines, language_of, reading_time, spoken
from showroom.app.kiosk.voice import SilentVoice, SpeechEngine, engine_names


class SpokenVoice(SilentVoice):
    """A voice that says what it is given until the test ends it."""

    def __init__(self, *languages: str) -> None:
        self.languages = languages or ("zh_CN", "en")
        self.said: list[tuple[str, str]] = []
        self.busy = False

    def say(self, text: str, language: str) -> bool:
        """Begin to speak, in the languages known."""
        if language not in self.languages:
            return False
        self.said.append((text, language))
        self.busy = True
        return True

    def stop(self) -> None:
        """Be silent."""
        self.busy = False

    def ended(self) -> bool:
        """Tell whether the test ended it."""
        return not self.busy


def test_passages_are_spoken_one_after_the_other(qtbot: QtBot) -> None:
    """The next begins when the voice has ended; after the last there is silence."""
    voice = SpokenVoice()
    speech = Speech(lambda: voice, clock_runs=False)
    speech.read(["第一句。", "第二句。"], "zh_CN")
    speech.advance(60)
    assert [text for text, _ in voice.said] == ["第一句。"]
    voice.busy = False
    speech.advance(400)
    assert [text for text, _ in voice.said] == ["第一句。", "第二句。"]
    voice.busy = False
    speech.advance(400)
    assert not speech.reading
    assert speech.passage is None


def test_every_passage_is_read_in_its_own_language(qtbot: QtBot) -> None:
    """A Chinese clause on an English screen is spoken in Chinese; figures follow the screen."""
    voice = SpokenVoice()
    speech = Speech(lambda: voice, clock_runs=False)
    speech.read(["The door must be wide.", "GB 55037-2022 第七条 净宽不得小于规定", "0.90"], "en")
    for _ in range(3):
        voice.busy = False
        speech.advance(400)
    assert [language for _, language in voice.said] == ["en", "zh_CN", "en"]
    assert language_of("GB 55037-2022 7.1.4", "zh_CN") == "en"


def test_without_a_voice_the_text_is_shown_at_reading_speed(qtbot: QtBot) -> None:
    """Silent, line after line, and it says that it is silent."""
    speech = Speech(SilentVoice, clock_runs=False)
    speech.read(["欢迎您来到样板间参观。", "再见。"], "zh_CN")
    assert speech.silent
    assert speech.line == "欢迎您来到样板间参观。"
    speech.advance(reading_time(speech.line, "zh_CN") - 10)
    assert speech.line == "欢迎您来到样板间参观。"
    speech.advance(20)
    assert speech.line == "再见。"
    speech.advance(5000)
    assert not speech.reading


def test_a_language_nobody_speaks_is_shown_and_the_rest_is_spoken(qtbot: QtBot) -> None:
    """One missing voice does not silence the other."""
    voice = SpokenVoice("zh_CN")
    speech = Speech(lambda: voice, clock_runs=False)
    speech.read(["Hello there, visitor.", "您好。"], "en")
    assert speech.silent
    speech.advance(10_000)
    assert not speech.silent
    assert voice.said == [("您好。", "zh_CN")]


def test_a_voice_that_never_ends_is_not_waited_for(qtbot: QtBot) -> None:
    """An engine that hangs does not hold the page: after a while the next line comes."""
    voice = SpokenVoice()
    speech = Speech(lambda: voice, clock_runs=False)
    speech.read(["第一句。", "第二句。"], "zh_CN")
    speech.advance(60_000)
    assert speech.line == "第二句。"


def test_stopping_is_silence_at_once_and_it_can_be_read_again(qtbot: QtBot) -> None:
    """Interrupted, and repeated from the beginning, by the same button."""
    voice = SpokenVoice()
    speech = Speech(lambda: voice, clock_runs=False)
    told: list[bool] = []
    speech.changed.connect(lambda: told.append(speech.reading))
    button = object()
    speech.toggle(lambda: ["第一句。", "第二句。"], "zh_CN", button)
    assert speech.source is button
    speech.toggle(lambda: ["第一句。"], "zh_CN", button)
    assert not voice.busy
    assert not speech.reading
    speech.toggle(lambda: ["第一句。"], "zh_CN", button)
    assert [text for text, _ in voice.said] == ["第一句。", "第一句。"]
    assert told == [True, False, True]


def test_nothing_to_read_is_silence(qtbot: QtBot) -> None:
    """Blank texts begin nothing."""
    speech = Speech(SilentVoice, clock_runs=False)
    speech.read(["", Passage("  ")], "zh_CN")
    assert not speech.reading


def test_the_clock_of_its_own_reads_on(qtbot: QtBot) -> None:
    """In the hall nobody has to call: time passes by itself, and stops with the reading."""
    speech = Speech(SilentVoice)
    speech.read(["一。"], "zh_CN")
    qtbot.waitUntil(lambda: not speech.reading, timeout=5000)
    assert not speech._timer.isActive()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("净宽不小于 1.10 米。再看窗。", "zh_CN", ["净宽不小于 1.10 米。", "再看窗。"]),
        ("It is 1.3 m clear. Look up.", "en", ["It is 1.3 m clear.", "Look up."]),
        ("一\n二", "zh_CN", ["一", "二"]),
    ],
)
def test_lines_end_at_sentences_and_never_within_a_figure(text: str, language: str, expected: list[str]) -> None:
    """A decimal point ends no sentence."""
    assert caption_lines(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("净宽 ≥ 1.10 m", "zh_CN", "净宽不小于1.10米"),
        ("约 56 m²，门缝 6 mm", "zh_CN", "约 56平方米，门缝 6毫米"),
        ("强制  ·  条文已核对", "zh_CN", "强制，条文已核对"),
        ("0.90 m clear, 56 m² in all", "en", "0.90 metres  clear, 56 square metres  in all"),
        ("room 3 mirrors", "en", "room 3 mirrors"),
        ("GB 50016", "zh_CN", "GB 50016"),
    ],
)
def test_units_and_signs_are_said_in_words(text: str, language: str, expected: str) -> None:
    """Only after a figure, so that no word is taken for a unit; the caption keeps what is written."""
    assert spoken(text, language) == expected


def test_long_sentences_of_any_kind_lose_nothing() -> None:
    """Cut at its phrases, an English sentence keeps every word and no line is longer than a glance."""
    text = "This door is one metre thirty clear, with room on both sides for a wheelchair to turn, and no step, and light at night."
    lines = caption_lines(text, "en")
    assert " ".join(lines).split() == text.split()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 88


def test_an_engine_that_cannot_start_is_passed_over(qtbot: QtBot) -> None:
    """A machine without a working speech engine says so by `False`: the text is shown instead."""
    engine = SpeechEngine(())
    assert not engine.say("您好。", "zh_CN", 1.0)
    assert engine.ended()
    engine.stop()


def test_an_engine_of_qt_speaks_the_languages_it_has(qtbot: QtBot) -> None:
    """Through Qt's engine for trials, which keeps time and is silent: it speaks, is held, goes on and ends; Chinese it has none."""
    engine = SpeechEngine(("mock",))
    assert not engine.say("您好。", "zh_CN", 1.0)
    assert engine.say("Hello, dear visitor of the hall.", "en", 1.5)
    assert not engine.ended()
    engine.pause()
    qtbot.waitUntil(lambda: engine._speaking.state() == engine._speaking.State.Paused, timeout=5000)
    assert not engine.ended()
    engine.resume()
    qtbot.waitUntil(engine.ended, timeout=10_000)
    assert engine.say("Hello again", "en", 1.0)
    engine.stop()
    assert engine.ended()


def test_the_engine_for_trials_is_never_taken_for_a_voice(qtbot: QtBot) -> None:
    """A kiosk that would move its lips without a sound is worse than one that says it is silent."""
    assert "mock" not in engine_names()
