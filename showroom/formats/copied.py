"""How does a program of one thread get a helper at once? By copying itself, with everything it has loaded."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

_TASKS = Path("/proc/self/task")
_TICK = 0.005


def can_copy() -> bool:
    """Tell whether this program may be copied: it has one thread (a copy has only the one that makes it), and says so (Linux)."""
    return hasattr(os, "fork") and _TASKS.exists() and len([*_TASKS.iterdir()]) == 1


class Copy:
    """A copy of this program that does some work and ends, spoken to and ended as a `subprocess.Popen` is."""

    def __init__(self, work: Callable[[], int]) -> None:
        """`work` reads `sys.stdin`, writes `sys.stdout` and returns the exit status; it is in a session of its own."""
        asked, self_in = os.pipe()
        self_out, answered = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self_in)
            os.close(self_out)
            _work(work, asked, answered)
        os.close(asked)
        os.close(answered)
        self.stdin, self.stdout = os.fdopen(self_in, "wb"), os.fdopen(self_out, "rb")
        self._status: int | None = None

    def poll(self) -> int | None:
        """Return the exit status (minus the signal that ended it), `None` while it runs."""
        if self._status is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if ended else None
        return self._status

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the exit status; `subprocess.TimeoutExpired` where it takes more than `timeout` seconds."""
        began = time.monotonic()
        while (status := self.poll()) is None:
            if timeout is not None and time.monotonic() - began >= timeout:
                raise subprocess.TimeoutExpired("a copy of this program", timeout)
            time.sleep(_TICK)
        return status

    def kill(self) -> None:
        """End it at once."""
        os.kill(self.pid, 9)


def _work(work: Callable[[], int], asked: int, answered: int) -> NoReturn:
    """Be the copy: nothing of the program it was copied from goes on in it."""
    status = 1
    try:
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for ours, standard in ((asked, 0), (answered, 1), (nowhere, 2)):
            os.dup2(ours, standard)
        os.closerange(3, max(asked, answered, nowhere) + 1)
        sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)  # noqa: SIM115 - of what is open
        status = work()
    finally:
        os._exit(status)
