"""Somebody at a terminal is told that reading takes a while, and may stop it; a program that listens hears nothing."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from showroom.domain.errors import InputError
from showroom.formats import reading_told


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _reads(monkeypatch: pytest.MonkeyPatch, *seconds: float) -> None:
    """Let reading ask `waiting` at these times."""

    def read_plan(_path: Path, *, waiting: Any, checked: bool) -> str:
        assert checked
        assert waiting is None or all(waiting(gone) for gone in seconds)
        return "plan"

    monkeypatch.setattr(reading_told, "read_plan", read_plan)


def test_a_long_reading_is_told_and_the_line_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """After 0.3 s a line names the file and the seconds, once for each second, and at the end it is cleared."""
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    _reads(monkeypatch, 0.1, 0.4, 0.45, 1.2)
    assert reading_told.read_plan_told(Path("shop.dxf")) == "plan"  # type: ignore[comparison-overlap]
    written = terminal.getvalue()
    assert written.count("reading shop.dxf") == 2
    assert written.endswith("\r\x1b[K")


@pytest.mark.parametrize(("terminal", "seconds"), [(_Terminal(), 0.2), (io.StringIO(), 5.0)], ids=["quick", "no terminal"])
def test_nothing_is_written_where_nobody_waits(monkeypatch: pytest.MonkeyPatch, terminal: io.StringIO, seconds: float) -> None:
    """A quick reading, or one whose messages go to a file, writes nothing."""
    monkeypatch.setattr(sys, "stderr", terminal)
    _reads(monkeypatch, seconds)
    reading_told.read_plan_told(Path("shop.dxf"))
    assert terminal.getvalue() == ""


def test_ctrl_c_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops the reading is told so like of any other mistake; no traceback."""

    def stopped(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading_told, "read_plan", stopped)
    with pytest.raises(InputError, match="cancelled"):
        reading_told.read_plan_told(Path("shop.dxf"))
