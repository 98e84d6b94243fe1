"""How is somebody at a terminal told that reading takes a while, and how does he stop it? A line on standard error, and Ctrl-C.

The line comes after 0.3 s, is written over itself, and is gone when the plan is there. Where standard error is no terminal nothing
is written.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from showroom.domain.errors import InputError, Problem
from showroom.formats.table import read_plan
from showroom.formats.worker import Waiting

if TYPE_CHECKING:
    from showroom.domain.plan import Plan

AFTER = 0.3
"""Seconds; what is read sooner needs no word."""
_CLEAR = "\r\x1b[K"


def read_plan_told(plan_path: Path, *, checked: bool = True) -> "Plan":
    """Return the plan as `read_plan` does, and tell how long it takes; Ctrl-C is an ordinary `InputError`."""
    with told_while(plan_path) as waiting:
        return read_plan(plan_path, waiting=waiting, checked=checked)


@contextmanager
def told_while(path: Path) -> Iterator[Waiting | None]:
    """Give what is called while a file is read, `None` where there is no terminal; Ctrl-C is an ordinary `InputError`."""
    told = _Told(path.name) if sys.stderr.isatty() else None
    try:
        yield told
    except KeyboardInterrupt:
        raise InputError(Problem(os.fspath(path), "reading was cancelled", "choose the file again to read it")) from None
    finally:
        if told is not None:
            told.clear()


class _Told:
    """The line; a call with the seconds gone by writes it and never stops the reading."""

    def __init__(self, name: str) -> None:
        self._name, self._said = name, ""

    def __call__(self, gone: float) -> bool:
        said = f"{_CLEAR}正在读取 · reading {self._name} … {gone:.0f} s (Ctrl-C 停止 · stops)"
        if gone >= AFTER and said != self._said:
            self._said = said
            sys.stderr.write(said)
            sys.stderr.flush()
        return True

    def clear(self) -> None:
        """Take the line away."""
        if self._said:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
