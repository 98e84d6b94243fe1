"""Who speaks? A recorded clip where there is one and the machine has sound; else nobody, and reading speed keeps time."""

import os
import sys
from pathlib import Path
from typing import Protocol


class Voice(Protocol):
    """Plays one clip at a time."""

    def play(self, clip_path: Path) -> bool:
        """Start a clip from its beginning; `False` where it cannot be heard."""

    def pause(self) -> None:
        """Hold the clip."""

    def resume(self) -> None:
        """Go on with the clip."""

    def stop(self) -> None:
        """Be silent."""

    def position(self) -> int:
        """Return how many milliseconds of the clip were heard."""

    def duration(self) -> int:
        """Return how long the clip is, milliseconds; 0 while unknown."""

    def ended(self) -> bool:
        """Tell whether the clip was heard to its end (or broke)."""


class SilentVoice:
    """A machine without sound."""

    def play(self, clip_path: Path) -> bool:  # noqa: ARG002 - the protocol's
        """Say that nothing will be heard."""
        return False

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
    """Qt Multimedia's player. Made only where an audio output is there: its import costs and talks."""

    def __init__(self) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        self._output = QAudioOutput()
        self._player = QMediaPlayer()
        self._player.setAudioOutput(self._output)

    def play(self, clip_path: Path) -> bool:
        """Start a clip."""
        from PySide6.QtCore import QUrl

        self._player.setSource(QUrl.fromLocalFile(str(clip_path)))
        self._player.play()
        return self._player.error() == self._player.Error.NoError

    def pause(self) -> None:
        """Hold the clip."""
        self._player.pause()

    def resume(self) -> None:
        """Go on."""
        self._player.play()

    def stop(self) -> None:
        """Be silent and let the file go."""
        from PySide6.QtCore import QUrl

        self._player.stop()
        self._player.setSource(QUrl())

    def position(self) -> int:
        """Return milliseconds heard."""
        return self._player.position()

    def duration(self) -> int:
        """Return the clip's length."""
        return max(0, self._player.duration())

    def ended(self) -> bool:
        """Tell whether the clip is over or broken."""
        status = self._player.mediaStatus()
        return status in (self._player.MediaStatus.EndOfMedia, self._player.MediaStatus.InvalidMedia)


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
