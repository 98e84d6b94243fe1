"""Who is editing a scene just now? A lock file beside it, so that two clerks never save over each other.

Qt's lock file names process, host and start of the machine: one left behind by a process that is gone from this host is taken
over, also after a power cut. One of another host is never taken over, for nobody here can know whether that clerk is still at work.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

LOCK = ".scene.lock"


@dataclass(frozen=True)
class Holder:
    """Who holds a scene: the login name (empty where the system has none), the computer, the process, and since when."""

    name: str
    host: str
    process: int
    since: datetime | None


class Hold:
    """The lock of one scene folder; `take` it, and `release` it when the window goes."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOCK
        self._lock = QLockFile(str(self.path))
        self._lock.setStaleLockTime(0)  # a clerk at lunch still holds the scene

    def take(self) -> Holder | None:
        """Take the lock and return `None`, or return who has it. A folder nobody can write in needs no lock."""
        if self._lock.tryLock(0) or self._lock.error() == QLockFile.LockError.PermissionError:
            return None
        return self._holder()

    def release(self) -> None:
        """Let the next clerk in."""
        self._lock.unlock()

    def _holder(self) -> Holder:
        name, since = "", None
        with contextlib.suppress(OSError):
            since = datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()
        with contextlib.suppress(OSError, KeyError, NotImplementedError):
            name = self.path.owner()
        process, host, _program = self._lock.getLockInfo()
        return Holder(name, host, process, since)
