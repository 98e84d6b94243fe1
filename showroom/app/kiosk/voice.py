"""Who speaks? A recorded clip where there is one, else the machine's own speech engine, else nobody: reading speed keeps time.

Everything is asked for, nothing calls back: the one who plays asks `ended()` when the clock ticks, so a test's clock will do.
"""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_log = logging.getLogger(__name__)
_FOR_TRIALS_ONLY = frozenset({"mock"})
"""Qt's engine that keeps time and says nothing."""


class Voice(Protocol):
    """Plays one clip, or says one text, at a time."""

    def play(self, clip_path: Path) -> bool:
        """Start a clip from its beginning; `False` where it cannot be heard."""

    def say(self, text: str, language: str) -> bool:
        """Start to speak a text of that language (`zh_CN`, `en`); `False` where nobody here can."""

    def set_rate(self, rate: float) -> None:
        """Speak so many times as fast as usual, from now on."""

    def pause(self) -> None:
        """Hold the clip or text."""

    def resume(self) -> None:
        """Go on with it."""

    def stop(self) -> None:
        """Be silent."""

    def position(self) -> int:
        """Return how many milliseconds of the clip were heard; 0 for a text."""

    def duration(self) -> int:
        """Return how long the clip is, milliseconds; 0 while unknown and for a text."""

    def ended(self) -> bool:
        """Tell whether clip or text was heard to its end (or broke)."""


class SilentVoice:
    """A machine without sound."""

    def play(self, clip_path: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Say that nothing will be heard."""
        return False

    def say(self, text: str, language: str) -> bool:  # noqa: ARG002 - the protocol's
        """Say that nothing will be heard."""
        return False

    def set_rate(self, rate: float) -> None:
        """Do nothing."""

    def pause(self) -> None:
        """Do nothing."""

    def resume(self) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""

    def position(self) -> int:
        """Return 0."""
        return 0

    def duration(self) -> int:
        """Return 0."""
        return 0

    def ended(self) -> bool:
        """Say that nothing is going on."""
        return True


class QtVoice:
    """Qt Multimedia's player for clips, Qt's speech engine for texts. Made only where there is a sound output: its import costs."""

    def __init__(self) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        self._output = QAudioOutput()
        self._player = QMediaPlayer()
        self._player.setAudioOutput(self._output)
        self._engine: SpeechEngine | None = None
        self._saying = False
        self._rate = 1.0

    def play(self, clip_path: Path) -> bool:
        """Start a clip."""
        from PySide6.QtCore import QUrl

        self.stop()
        self._player.setSource(QUrl.fromLocalFile(str(clip_path)))
        self._player.setPlaybackRate(self._rate)
        self._player.play()
        return self._player.error() == self._player.Error.NoError

    def say(self, text: str, language: str) -> bool:
        """Start to speak a text."""
        self.stop()
        if self._engine is None:
            self._engine = SpeechEngine(engine_names())
        self._saying = self._engine.say(text, language, self._rate)
        return self._saying

    def set_rate(self, rate: float) -> None:
        """Speak faster or slower; a text already begun keeps its pace."""
        self._rate = rate
        self._player.setPlaybackRate(rate)

    def pause(self) -> None:
        """Hold the clip or text."""
        if self._saying and self._engine is not None:
            self._engine.pause()
        else:
            self._player.pause()

    def resume(self) -> None:
        """Go on."""
        if self._saying and self._engine is not None:
            self._engine.resume()
        else:
            self._player.play()

    def stop(self) -> None:
        """Be silent and let the file go."""
        from PySide6.QtCore import QUrl

        if self._saying and self._engine is not None:
            self._engine.stop()
        self._saying = False
        self._player.stop()
        self._player.setSource(QUrl())

    def position(self) -> int:
        """Return milliseconds heard."""
        return 0 if self._saying else self._player.position()

    def duration(self) -> int:
        """Return the clip's length."""
        return 0 if self._saying else max(0, self._player.duration())

    def ended(self) -> bool:
        """Tell whether clip or text is over or broken."""
        if self._saying and self._engine is not None:
            return self._engine.ended()
        status = self._player.mediaStatus()
        return status in (self._player.MediaStatus.EndOfMedia, self._player.MediaStatus.InvalidMedia)


class SpeechEngine:
    """The first of Qt's speech engines that starts and knows the language asked for."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._by_language: dict[str, QTextToSpeech | None] = {}
        self._speaking: QTextToSpeech | None = None
        self._begun = False

    def say(self, text: str, language: str, rate: float) -> bool:
        """Speak; `False` where no engine knows the language."""
        if language not in self._by_language:
            self._by_language[language] = self._find(language)
        engine = self._by_language[language]
        if engine is None:
            return False
        self._speaking, self._begun = engine, False
        engine.setRate(max(-1.0, min(1.0, rate - 1.0)))
        engine.say(text)
        self._notice(engine.state())
        return engine.state() != engine.State.Error

    def pause(self) -> None:
        """Hold what is spoken."""
        if self._speaking is not None:
            self._speaking.pause()

    def resume(self) -> None:
        """Go on."""
        if self._speaking is not None:
            self._speaking.resume()

    def stop(self) -> None:
        """Be silent."""
        if self._speaking is not None:
            self._speaking.stop()
            self._speaking = None

    def ended(self) -> bool:
        """Tell whether the text was begun and is over, or the engine broke."""
        if self._speaking is None:
            return True
        state = self._speaking.state()
        return state == state.Error or (self._begun and state == state.Ready)

    def _notice(self, state: "QTextToSpeech.State") -> None:
        """Remember that the engine began: some do so a moment after they are asked."""
        self._begun = self._begun or state in (state.Speaking, state.Synthesizing)

    def _find(self, language: str) -> "QTextToSpeech | None":
        from PySide6.QtTextToSpeech import QTextToSpeech

        tongue = language.split("_", 1)[0]
        for name in self._names:
            engine = QTextToSpeech(name)
            if engine.state() == engine.State.Error:
                continue
            known = [locale for locale in engine.availableLocales() if locale.name().split("_", 1)[0] == tongue]
            if known:
                engine.stateChanged.connect(self._notice)
                engine.setLocale(next((locale for locale in known if locale.name() == language), known[0]))
                return engine
        _log.info("no speech engine of this machine speaks %s; texts are shown, not spoken", language)
        return None


def engine_names() -> tuple[str, ...]:
    """Return Qt's speech engines on this machine, best first; the one for trials is left out."""
    from PySide6.QtTextToSpeech import QTextToSpeech

    return tuple(name for name in QTextToSpeech.availableEngines() if name not in _FOR_TRIALS_ONLY)


def best_voice() -> Voice:
    """Return the machine's voice, or the silent one where it has no sound."""
    if not _has_sound():
        return SilentVoice()
    from PySide6.QtMultimedia import QMediaDevices

    return SilentVoice() if QMediaDevices.defaultAudioOutput().isNull() else QtVoice()


def _has_sound() -> bool:
    """Tell whether asking Qt is worth it: on Linux without sound server and sound card it would only complain."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    servers = (runtime / "pulse" / "native", runtime / "pipewire-0", Path("/dev/snd"))
    return "PULSE_SERVER" in os.environ or any(path.exists() for path in servers)
