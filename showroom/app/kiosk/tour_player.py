"""How does a tour run? Stop after stop, captions in step with the voice, or with reading speed where nobody speaks.

Time comes from outside through `advance(milliseconds)`: the window's clock calls it, tests call it themselves. A newcomer would
start timers here; then no test could be sure and nothing could be paused. A stop is heard as its clip, else the machine's voice
speaks its lines, else its captions pass silently; whatever breaks falls to the next, and the tour goes on.
"""

import logging
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from showroom.app.kiosk.speech import caption_lines, reading_time, spoken
from showroom.app.kiosk.voice import Voice
from showroom.domain.errors import InputError
from showroom.domain.scene import Stop
from showroom.formats.webvtt import Cue, read_cues

_log = logging.getLogger(__name__)
_BREATH = 700
"""Milliseconds of rest after a stop's last word."""
_STALLED = 4000
"""A clip that has not moved for so many milliseconds is not heard: the sound went away."""
_PATIENCE = 3
"""After so many times its reading time a spoken line is over, whatever the speech engine says."""
SPEEDS = (0.75, 1.0, 1.25, 1.5)
"""The speeds a visitor may choose from."""

Manner = Literal["clip", "spoken", "silent"]


def captions(stop: Stop, language: str) -> list[str]:
    """Return a stop's captions in reading order: the lines written for it, else the script cut at its sentences and phrases."""
    return caption_lines((stop.caption or stop.script).in_(language), language)


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
        self.speed = 1.0
        self._elapsed = 0.0
        self._still = 0
        self._heard = 0
        self._begun = False
        self._shown = ""
        self._manner: Manner = "silent"
        self._line = 0
        self._lines: list[str] = [""]
        self._cues: tuple[Cue, ...] = ()

    @property
    def count(self) -> int:
        """How many stops there are."""
        return len(self._stops)

    @property
    def progress(self) -> float:
        """How much of the present stop is over, 0 to 1."""
        if self._manner == "clip":
            return min(1.0, self._voice.position() / max(1, self._voice.duration()))
        times = self._times()
        if self._manner == "spoken":
            share = min(1.0, self._elapsed / max(1, times[self._line]))
            return (sum(times[: self._line]) + share * times[self._line]) / max(1, sum(times))
        return min(1.0, self._elapsed / max(1, sum(times)))

    def play(self, index: int | None = None) -> None:
        """Start at a stop, or go on where it was held."""
        if index is not None or not self._begun:
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

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast as usual from now on, voice and reading clock alike."""
        self.speed = speed
        self._voice.set_rate(speed)

    def stop(self) -> None:
        """End: silence, nothing shown."""
        self.playing = False
        self._begun = False
        self._voice.stop()

    def advance(self, milliseconds: int) -> None:
        """Let time pass while playing; captions follow, and the next stop comes when this one is over."""
        if not self.playing:
            return
        self._elapsed += milliseconds * self.speed
        if self._manner == "clip" and self._broke(milliseconds):
            self._speak()
        if self._manner == "spoken":
            self._next_line()
        self._show_caption()
        if not self._over():
            return
        if self.index + 1 < self.count:
            self._go(self.index + 1, playing=True)
        else:
            self.stop()
            self.ended.emit()

    # -- one stop --------------------------------------------------------------------------------------------
    def _go(self, index: int, *, playing: bool) -> None:
        self._voice.stop()
        self.index, self.playing, self._shown = index, playing, ""
        self._elapsed, self._still, self._heard, self._line = 0.0, 0, 0, 0
        stop = self._stops[index]
        self._lines, self._cues, self._manner = captions(stop, self._language), (), "silent"
        self._begun = playing
        if playing:
            clip = self._clip_path(stop.clip[self._language]) if self._language in stop.clip else None
            if clip is not None and self._voice.play(clip):
                self._manner, self._cues = "clip", _cues_beside(clip)
                self.silent.emit(False)
            else:
                self._speak()
        self.stopped_at.emit(index)
        self._show_caption()

    def _speak(self) -> None:
        """Let the machine's voice say the stop; where it cannot, read by the clock."""
        self._voice.stop()
        self._elapsed, self._line = 0.0, 0
        heard = self._voice.say(spoken(self._lines[0], self._language), self._language)
        self._manner = "spoken" if heard else "silent"
        self.silent.emit(not heard)

    def _next_line(self) -> None:
        """Say the next line when this one was said."""
        patience = self._times()[self._line] * _PATIENCE
        if not (self._voice.ended() or self._elapsed > patience) or self._line + 1 >= len(self._lines):
            return
        self._line, self._elapsed = self._line + 1, 0.0
        if not self._voice.say(spoken(self._lines[self._line], self._language), self._language):
            self._manner = "silent"
            self._elapsed = float(sum(self._times()[: self._line]))
            self.silent.emit(True)

    def _broke(self, milliseconds: int) -> bool:
        """Tell whether the clip cannot be decoded, or stands still because the sound went away."""
        if self._voice.ended():
            return self._voice.duration() == 0
        position = self._voice.position()
        self._still = 0 if position != self._heard else self._still + milliseconds
        self._heard = position
        return self._still >= _STALLED

    def _over(self) -> bool:
        if self._manner == "clip":
            return self._voice.ended()
        times = self._times()
        if self._manner == "spoken":
            said = self._voice.ended() or self._elapsed > times[-1] * _PATIENCE
            return self._line + 1 >= len(self._lines) and said and self._elapsed >= _BREATH
        return self._elapsed >= sum(times) + _BREATH

    def _times(self) -> list[int]:
        """Return how long each line takes to read, milliseconds."""
        return [reading_time(line, self._language, self._pace) for line in self._lines]

    def _show_caption(self) -> None:
        line = self._line_now()
        if line != self._shown:
            self._shown = line
            self.caption.emit(line)

    def _line_now(self) -> str:
        if self._manner == "spoken":
            return self._lines[self._line]
        if self._cues:
            now = self._voice.position()
            return next((cue.text for cue in reversed(self._cues) if cue.start <= now), self._cues[0].text)
        weights = [max(1, len(line)) for line in self._lines] if self._manner == "clip" else self._times()
        said = self.progress * sum(weights)
        return next((line for line, end in zip(self._lines, accumulate(weights), strict=True) if said < end), self._lines[-1])


def _cues_beside(clip_path: Path) -> tuple[Cue, ...]:
    """Return the timed captions beside a clip; none where there is no file, or one that cannot be read (named in the log)."""
    vtt_path = clip_path.with_suffix(".vtt")
    if not vtt_path.is_file():
        return ()
    try:
        return read_cues(vtt_path)
    except InputError as error:
        _log.warning("timed captions are left out: %s", error)
        return ()
