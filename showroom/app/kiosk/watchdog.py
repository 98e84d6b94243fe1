"""What if the kiosk crashes or hangs? This process, which shows nothing and loads next to nothing, starts it again.

The kiosk writes a byte a second into a pipe from its window's own thread; its end, or ten seconds of silence, is a crash. A second
process stands by meanwhile with everything loaded: a new kiosk need only open its window. One that crashes at once is started
again after ever longer waits, and in the end given up with a sentence.
"""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from showroom.app.kiosk.crash_log import CrashLog
from showroom.app.kiosk.own_files import sweep

HEARTBEAT = "SHOWROOM_HEARTBEAT"
"""Environment variable with the number of the pipe the kiosk's heart beats into."""
TURN = "SHOWROOM_TURN"
"""Environment variable with the number of the pipe in which a process is told that it is its turn to open the window."""
ONE_ARENA = {"MALLOC_ARENA_MAX": "1"}
"""For glibc: with an arena for each thread, memory crept up by some 0.3 MB a visit; with one it stays."""
_FINAL = (0, 2)
"""Exit statuses after which nothing is started again: closed by the staff, or the input could not be used."""


@dataclass(frozen=True)
class Patience:
    """Seconds: of silence before the first beat, and later; how long a run counts as one; waits after crashes at once."""

    start: float = 60.0
    silence: float = 10.0
    at_once: float = 20.0
    waits: tuple[float, ...] = (0.0, 0.0, 0.0, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 60.0, 60.0)


class _Stopped(Exception):  # noqa: N818 - a request, no error
    """Somebody asked the watchdog to end."""


class _Run:
    """One process of the kiosk, which opens its window when told that it is its turn."""

    def __init__(self, command: Sequence[str]) -> None:
        self.beats, beats_end = os.pipe()
        turn_end, self._turn = os.pipe()
        try:
            environment = {**ONE_ARENA, **os.environ, HEARTBEAT: str(beats_end), TURN: str(turn_end)}
            self.process = subprocess.Popen(command, pass_fds=(beats_end, turn_end), env=environment)  # noqa: S603 - our own
        finally:
            os.close(beats_end)
            os.close(turn_end)

    def begin(self) -> None:
        """Tell it that it is its turn; one that is dead already is found out by its silence."""
        with suppress(BrokenPipeError):
            os.write(self._turn, b"!")

    def end(self, how: signal.Signals = signal.SIGKILL, patience: float = 5.0) -> int:
        """End it for certain, and return its exit status."""
        with suppress(ProcessLookupError):
            self.process.send_signal(how)
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self.close()
        return status

    def close(self) -> None:
        """Let the pipes go."""
        for handle in (self.beats, self._turn):
            with suppress(OSError):
                os.close(handle)


class Watchdog:
    """Runs `command` until it ends by itself, again and again after crashes."""

    def __init__(self, command: Sequence[str], log: CrashLog, patience: Patience | None = None) -> None:
        self._command, self._log, self._patience = list(command), log, patience or Patience()
        self._now: _Run | None = None
        self._spare: _Run | None = None
        self.starts = 0

    def run(self, sleep: Callable[[float], None] = time.sleep) -> int:
        """Return the exit status of the last run: 0 closed by the staff, 70 given up, 128 and the signal's number when stopped."""
        before = {number: signal.signal(number, _stop) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
        try:
            return self._again_and_again(sleep)
        except _Stopped as stopped:
            return 128 + int(stopped.args[0])
        finally:
            for run, how in ((self._now, signal.SIGTERM), (self._spare, signal.SIGKILL)):
                if run is not None:
                    run.end(how)
            sweep()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _again_and_again(self, sleep: Callable[[float], None]) -> int:
        at_once = 0
        while True:
            began = time.monotonic()
            status, why = self._once()
            if status in _FINAL:
                return status
            lasted = time.monotonic() - began
            self._log.write(f"{why} after {lasted:.0f} s")
            at_once = at_once + 1 if lasted < self._patience.at_once else 0
            if at_once >= len(self._patience.waits):
                self._log.write("given up: it crashes as soon as it starts")
                sys.stderr.write(f"触摸屏反复无法启动 · the kiosk crashes as soon as it starts; {self._log.path}\n")
                return 70
            sleep(self._patience.waits[at_once])

    def _once(self) -> tuple[int, str]:
        """Run the kiosk once; return its exit status and, in words, how it ended."""
        self._now, self._spare = self._spare or _Run(self._command), None
        self._now.begin()
        self.starts += 1
        sweep()
        hung = not self._beats_on(self._now.beats)
        status = self._now.end(signal.SIGKILL if hung else signal.SIGCONT, self._patience.silence)
        self._now = None
        if hung:
            return status, "hung"
        return status, f"ended by signal {-status}" if status < 0 else f"ended with status {status}"

    def _beats_on(self, beats: int) -> bool:
        """Wait while the heart beats; `True` when the pipe was closed, `False` when it fell silent."""
        wait = self._patience.start
        with selectors.DefaultSelector() as selector:
            selector.register(beats, selectors.EVENT_READ)
            while selector.select(wait):
                if not os.read(beats, 4096):
                    return True
                wait = self._patience.silence
                self._spare = self._spare or _Run(self._command)
        return False


def _stop(number: int, _frame: FrameType | None) -> None:
    raise _Stopped(number)


def watch(arguments: Sequence[str], state_folder: Path) -> int:
    """Run `showroom kiosk ARGUMENTS --unwatched` under the watchdog, and return its exit status."""
    command = [sys.executable, "-P", "-m", "showroom.cli", "kiosk", *arguments, "--unwatched"]
    return Watchdog(command, CrashLog(state_folder)).run()
