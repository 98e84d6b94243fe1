"""How is any text read aloud? Passage after passage, by the machine's voice or, where it has none, at reading speed in captions.

One `Speech` for the program's life, handed to every page in `Surroundings`. It keeps nothing of a visitor: who leaves a page,
changes the language or goes home silences it. Time comes from outside through `advance`, as in the tour.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.voice import Voice

_TICK = 120
_BREATH = 350
"""Milliseconds of rest between two passages."""
_PATIENCE = 3.0
"""After so many times its reading time a passage is over, whatever the engine says."""
_CHARACTERS_A_SECOND = {"zh_CN": 4.2, "en": 13.0}
_LONGEST_CAPTION = {"zh_CN": 34, "en": 88}
_CLAUSE_END = re.compile(r"(?<=[。！？；!?;])\s*|(?<=\.)\s+")
_PHRASE_END = re.compile(r"(?<=[，、：])\s*|(?<=[,:])\s+")
_CHINESE = re.compile("[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")

_SAID = {
    "zh_CN": {"mm": "毫米", "cm": "厘米", "m²": "平方米", "m": "米", "≥": "不小于", "≤": "不大于", "·": "，", "×": "乘", "–": "至"},
    "en": {"mm": "millimetres", "cm": "centimetres", "m²": "square metres", "m": "metres", "≥": "at least", "≤": "at most",
           "·": ",", "×": "by", "–": "to"},
}  # fmt: skip
"""How signs that engines spell out or swallow are said; units after a figure only."""
_SIGN = re.compile(r"(?<=\d)\s*(mm|cm|m²|m)(?![A-Za-z²])|\s*([≥≤·×–])\s*")


@dataclass(frozen=True)
class Passage:
    """A text, and the widget it stands on: that one is ringed while it is read."""

    text: str
    widget: QWidget | None = None


def caption_lines(text: str, language: str) -> list[str]:
    """Return `text` cut into lines read at a glance: at its line ends and sentences, and long sentences at their phrases."""
    limit = _LONGEST_CAPTION.get(language, 60)
    lines: list[str] = []
    for sentence in (part for line in text.strip().splitlines() for part in _CLAUSE_END.split(line) if part.strip()):
        if len(sentence) <= limit:
            lines.append(sentence.strip())
            continue
        line = ""
        for phrase in _PHRASE_END.split(sentence):
            if line and len(line) + len(phrase) > limit:
                lines.append(line.strip())
                line = ""
            line += phrase + ("" if language == "zh_CN" else " ")
        lines.append(line.strip())
    return lines or [""]


def reading_time(text: str, language: str, pace: float = 1.0) -> int:
    """Return the milliseconds `text` takes to read aloud at `pace` (1 is calm speech)."""
    return round(max(1.6, len(text) / _CHARACTERS_A_SECOND.get(language, 10.0)) * 1000 / pace)


def language_of(text: str, otherwise: str) -> str:
    """Return the language a text is in; a screen in English may well show a Chinese clause. Figures alone are `otherwise`."""
    chinese, words = len(_CHINESE.findall(text)), len(_LATIN_WORD.findall(text))
    if chinese == words == 0:
        return otherwise
    return "zh_CN" if chinese >= words else "en"


def spoken(text: str, language: str) -> str:
    """Return a text as a voice is to say it: units and signs in words, the rest as it is written."""
    words, gap = _SAID.get(language, {}), "" if language == "zh_CN" else " "
    return _SIGN.sub(lambda found: f"{gap}{words.get(found[1] or found[2], found[0])}{gap}", text).strip()


class Speech(QObject):
    """Reads passages. `changed` when reading begins, goes on to another line, or ends."""

    changed = Signal()

    def __init__(self, make_voice: Callable[[], Voice], *, clock_runs: bool = True) -> None:
        super().__init__()
        self._make_voice = make_voice
        self._voice: Voice | None = None
        self._lines: list[tuple[Passage, str]] = []
        self._at = 0
        self._elapsed = 0
        self._language = "zh_CN"
        self._clock_runs = clock_runs
        self._watch = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(lambda: self.advance(min(500, int(self._watch.restart()))))
        self.silent = False
        """Whether the present line can only be read, not heard."""
        self.source: object = None
        """Who asked for what is read now; `None` while nothing is."""

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return self.source is not None

    @property
    def passage(self) -> Passage | None:
        """The passage being read."""
        return self._lines[self._at][0] if self.reading else None

    @property
    def line(self) -> str:
        """The line being read: a passage, or a part of a long one."""
        return self._lines[self._at][1] if self.reading else ""

    def read(self, passages: Iterable[Passage | str], language: str, source: object = None) -> None:
        """Read these from the first, instead of what is being read.

        `language` is the page's; a passage in another is read in its own. `source` is whoever asks (a button):
        `toggle` and the button's face know by it what is being read.
        """
        self.stop()
        self._language = language
        told = (Passage(one) if isinstance(one, str) else one for one in passages)
        self._lines = [
            (passage, line)
            for passage in told
            for line in caption_lines(passage.text, language_of(passage.text, language))
            if line.strip()
        ]
        if not self._lines:
            return
        self.source = source if source is not None else self
        if self._clock_runs:
            self._watch.start()
            self._timer.start()
        self._begin(0)

    def toggle(self, passages: Callable[[], Iterable[Passage | str]], language: str, source: object) -> None:
        """Stop where `source` is being read, else read what `passages()` gives: what a button does when pressed."""
        if self.source is source:
            self.stop()
        else:
            self.read(passages(), language, source)

    def stop(self) -> None:
        """Be silent at once."""
        if not self.reading:
            return
        self._timer.stop()
        if self._voice is not None:
            self._voice.stop()
        self.source, self._lines, self._at = None, [], 0
        self.changed.emit()

    def advance(self, milliseconds: int) -> None:
        """Let time pass: the next line comes when this one was spoken, or could have been read."""
        if not self.reading:
            return
        self._elapsed += milliseconds
        line = self.line
        usual = reading_time(line, language_of(line, self._language))
        if self.silent or self._voice is None:
            over = self._elapsed >= usual
        else:
            spoken = self._voice.ended() and self._elapsed >= _BREATH
            over = spoken or self._elapsed >= usual * _PATIENCE + 2000
        if not over:
            return
        if self._at + 1 < len(self._lines):
            self._begin(self._at + 1)
        else:
            self.stop()

    def _begin(self, at: int) -> None:
        self._at, self._elapsed = at, 0
        if self._voice is None:
            self._voice = self._make_voice()
        line = self.line
        language = language_of(line, self._language)
        self.silent = not self._voice.say(spoken(line, language), language)
        self.changed.emit()
