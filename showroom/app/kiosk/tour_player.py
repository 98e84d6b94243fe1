"""How does a tour run? Stop after stop, captions in step with the voice, or with reading speed where nobody speaks.

Time comes from outside through `advance(milliseconds)`: the window's clock calls it, tests call it themselves. A newcomer would
start timers here; then no test could be sure and nothing could be paused.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from showroom.app.kiosk.voice import Voice
from showroom.domain.scene import Stop

_CHARACTERS_A_SECOND = {"zh_CN": 4.2, "en": 13.0}
_BREATH = 700
"""Milliseconds of rest after a stop's last word."""
_LONGEST_CAPTION = {"zh_CN": 34, "en": 88}
_CLAUSE_END = re.compile(r"(?<=[。！？；.!?;])\s*")
_PHRASE_END = re.compile(r"(?<=[，、：,:])\s*")


def captions(stop: Stop, language: str) -> list[str]:
    """Return a stop's captions in reading order: the lines written for it, else the script cut at its sentences and phrases."""
    text = (stop.caption or stop.script).in_(language).strip()
    limit = _LONGEST_CAPTION.get(language, 60)
    lines: list[str] = []
    for sentence in (part for line in text.splitlines() for part in _CLAUSE_END.split(line) if part.strip()):
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


class TourPlayer(QObject):
    """Plays the stops of one tour. It moves nobody: the page flies the camera when `stopped_at` says where."""

    stopped_at = Signal(int)
    caption = Signal(str)
    ended = Signal()
    silent = Signal(bool)

    def __init__(
        self,
        stops: Sequence[Stop],
        voice: Voice,
        language: str,
        clip_path: Callable[[str], Path | None],
        *,
        pace: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stops, self._voice, self._language = stops, voice, language
        self._clip_path, self._pace = clip_path, pace
        self.index = 0
        self.playing = False
        self._elapsed = 0
        self._audible = False
        self._spoken = False
        self._shown = ""

    @property
    def count(self) -> int:
        """How many stops there are."""
        return len(self._stops)

    @property
    def progress(self) -> float:
        """How much of the present stop is over, 0 to 1."""
        return min(1.0, self._now() / max(1, self._length()))

    def play(self, index: int | None = None) -> None:
        """Start at a stop, or go on where it was held."""
        if index is not None or not self._spoken:
            self._go(self.index if index is None else index, playing=True)
            return
        self.playing = True
        self._voice.resume()

    def hold(self) -> None:
        """Pause voice and time."""
        self.playing = False
        self._voice.pause()

    def move(self, steps: int) -> None:
        """Go to another stop, playing on if it was playing."""
        self._go(max(0, min(self.count - 1, self.index + steps)), playing=self.playing)

    def stand_at(self, index: int) -> None:
        """Show a stop without speaking."""
        self._go(max(0, min(self.count - 1, index)), playing=False)

    def stop(self) -> None:
        """End: silence, nothing shown."""
        self.playing = False
        self._spoken = False
        self._voice.stop()

    def advance(self, milliseconds: int) -> None:
        """Let time pass while playing; captions follow, and the next stop comes when this one is over."""
        if not self.playing:
            return
        if self._audible and self._voice.ended() and self._voice.duration() == 0:
            self._audible = False  # the clip broke: go on by reading speed
            self.silent.emit(True)
        self._elapsed += milliseconds
        self._show_caption()
        over = self._voice.ended() if self._audible else self._elapsed >= self._length() + _BREATH
        if not over:
            return
        if self.index + 1 < self.count:
            self._go(self.index + 1, playing=True)
        else:
            self.playing = False
            self._spoken = False
            self._voice.stop()
            self.ended.emit()

    def _go(self, index: int, *, playing: bool) -> None:
        self._voice.stop()
        self.index, self.playing, self._elapsed, self._shown = index, playing, 0, ""
        stop = self._stops[index]
        clip = self._clip_path(stop.clip[self._language]) if self._language in stop.clip else None
        self._spoken = playing
        if playing:
            self._audible = clip is not None and self._voice.play(clip)
            self.silent.emit(not self._audible)
        self.stopped_at.emit(index)
        self._show_caption()

    def _length(self) -> int:
        if self._audible and self._voice.duration():
            return self._voice.duration()
        return sum(reading_time(line, self._language, self._pace) for line in captions(self._stops[self.index], self._language))

    def _now(self) -> int:
        return self._voice.position() if self._audible else self._elapsed

    def _show_caption(self) -> None:
        lines = captions(self._stops[self.index], self._language)
        share = self.progress * sum(max(1, len(line)) for line in lines)
        for line in lines:
            share -= max(1, len(line))
            if share < 0:
                break
        if line != self._shown:
            self._shown = line
            self.caption.emit(line)
