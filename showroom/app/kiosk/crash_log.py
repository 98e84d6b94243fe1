"""What is written down when the kiosk breaks? The kind of error and the places in the code, and nothing of a visitor.

An error's own words may name a visitor's file, so they are left out, as are values of variables and everything logged with a
message. What remains tells a developer where it broke.
"""

import faulthandler
import logging
import os
import sys
import time
import traceback
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

_LONGEST = 256 * 1024
_PACKAGE = Path(__file__).resolve().parent.parent.parent
_TOO_MANY, _WITHIN_S = 3, 60.0
BROKEN = 70
"""Exit status of a kiosk that gives up because error follows error (EX_SOFTWARE)."""


def places(tb: TracebackType | None) -> str:
    """Return where an error came through, the innermost first: `showroom/app/kiosk/window.py:123 _build < …`."""
    frames = traceback.StackSummary.extract(traceback.walk_tb(tb), lookup_lines=False)
    return " < ".join(f"{_code(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames)) or "?"


def _code(file: str) -> str:
    path = Path(file)
    return path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE / "showroom") else path.name


class CrashLog:
    """The file `crashes.log` of a folder; lines are appended, and the older half goes when it grows long."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "crashes.log"

    def write(self, words: str) -> None:
        """Append a line with the time; a disk that takes nothing is no reason to break once more."""
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > _LONGEST:
                kept = self.path.read_bytes()[-_LONGEST // 2 :]
                self.path.write_bytes(kept[kept.find(b"\n") + 1 :])
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {words}\n")

    def error(self, kind: type[BaseException], tb: TracebackType | None) -> None:
        """Write down an error: its kind and places."""
        self.write(f"{kind.__name__} at {places(tb)}")


class _PlacesOnly(logging.Handler):
    """Writes log records without what was put into them."""

    def __init__(self, log: CrashLog) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Write where it was logged, and the error's kind and places where there is one."""
        self._log.write(f"{record.levelname.lower()} at {_code(record.pathname)}:{record.lineno}")
        if record.exc_info and record.exc_info[0] is not None:
            self._log.error(record.exc_info[0], record.exc_info[2])


class LastResort:
    """What happens to errors nobody expected: written down; after three within a minute the process ends, to be started anew."""

    def __init__(self, log: CrashLog) -> None:
        self._log = log
        self._times: deque[float] = deque(maxlen=_TOO_MANY)
        self._fault_file: IO[str] | None = None

    def install(self) -> None:
        """Take the place of Python's own report, of log messages on the terminal, and of silence after a fault in C code."""
        sys.excepthook = self.caught
        logging.getLogger().addHandler(_PlacesOnly(self._log))
        with suppress(OSError):
            self._log.path.parent.mkdir(parents=True, exist_ok=True)
            self._fault_file = (self._log.path.parent / "faults.log").open("w", encoding="utf-8")
            faulthandler.enable(self._fault_file)

    def caught(self, kind: type[BaseException], error: BaseException, tb: TracebackType | None) -> None:
        """Write an error down, and end where error follows error."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, tb)
            return
        self._log.error(kind, tb)
        self._times.append(time.monotonic())
        if len(self._times) == _TOO_MANY and self._times[-1] - self._times[0] < _WITHIN_S:
            self._log.write("too many errors: the kiosk ends, to be started anew")
            os._exit(BROKEN)
