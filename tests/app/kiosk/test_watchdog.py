"""What starts the kiosk again: a process that sees crashes and hangs, and writes down nothing of a visitor."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from showroom.app.kiosk.crash_log import CrashLog, LastResort, _PlacesOnly, places
from showroom.app.kiosk.watchdog import HEARTBEAT, TURN, Patience, Watchdog

QUICK = Patience(start=30.0, silence=0.5, at_once=1000.0, waits=(0.0, 0.0, 1.0, 7.0))
BEATS = f"""
import os, sys, time, pathlib
pipe = int(os.environ["{HEARTBEAT}"])
if not os.read(int(os.environ["{TURN}"]), 1):
    sys.exit(0)
runs = pathlib.Path(sys.argv[1])
runs.write_text(runs.read_text() + "x" if runs.exists() else "x")
run = len(runs.read_text())
os.write(pipe, b".")
"""


@pytest.fixture
def dog(tmp_path: Path) -> Callable[[str], Watchdog]:
    """Return a maker of watchdogs over a little program instead of the kiosk."""

    def make(script: str) -> Watchdog:
        return Watchdog([sys.executable, "-c", BEATS + script, str(tmp_path / "runs")], CrashLog(tmp_path), QUICK)

    return make


def log(tmp_path: Path) -> str:
    """Return what was written down."""
    path = tmp_path / "crashes.log"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_a_kiosk_the_staff_closed_stays_closed(dog: Callable[[str], Watchdog], tmp_path: Path) -> None:
    """Status 0 ends the watchdog too, and nothing is written down."""
    watchdog = dog("sys.exit(0)")
    assert watchdog.run() == 0
    assert watchdog.starts == 1
    assert log(tmp_path) == ""


def test_an_input_that_cannot_be_used_is_not_tried_again(dog: Callable[[str], Watchdog]) -> None:
    """Status 2 (a mistake in kiosk.toml) is said once."""
    watchdog = dog("sys.exit(2)")
    assert watchdog.run() == 2
    assert watchdog.starts == 1


def test_a_crash_is_followed_by_a_start(dog: Callable[[str], Watchdog], tmp_path: Path) -> None:
    """Killed once, ended with an error once: the third run lasts; both are written down."""
    watchdog = dog("os.kill(os.getpid(), 9) if run == 1 else sys.exit(70 if run == 2 else 0)")
    assert watchdog.run(sleep=lambda _: None) == 0
    assert watchdog.starts == 3
    assert "ended by signal 9" in log(tmp_path)
    assert "ended with status 70" in log(tmp_path)


def test_a_kiosk_that_falls_silent_is_ended_and_started_again(dog: Callable[[str], Watchdog], tmp_path: Path) -> None:
    """No beat for the time allowed is a hang, though the process still lives."""
    watchdog = dog("time.sleep(600 if run == 1 else 0)")
    assert watchdog.run(sleep=lambda _: None) == 0
    assert watchdog.starts == 2
    assert "hung" in log(tmp_path)


def test_the_next_kiosk_stands_by_and_leaves_with_its_watchdog(dog: Callable[[str], Watchdog], tmp_path: Path) -> None:
    """While the kiosk serves, another process waits for its turn; it opens nothing before, and ends with the watchdog."""
    watchdog = dog("time.sleep(0.2); sys.exit(0)")
    assert watchdog.run() == 0
    assert (tmp_path / "runs").read_text(encoding="utf-8") == "x"
    assert watchdog._spare is not None
    assert watchdog._spare.process.poll() is not None


def test_one_that_always_crashes_is_given_up_after_growing_waits(
    dog: Callable[[str], Watchdog], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The waits grow, and in the end a sentence says where to look."""
    waits: list[float] = []
    assert dog("sys.exit(1)").run(sleep=waits.append) == 70
    assert waits == [0.0, 1.0, 7.0]
    assert "given up" in log(tmp_path)
    assert "crashes.log" in capfd.readouterr().err


def test_ending_the_watchdog_ends_the_kiosk(tmp_path: Path) -> None:
    """SIGTERM, as a session sends at its end, leaves no kiosk behind."""
    script = f"""
import sys
from pathlib import Path
from showroom.app.kiosk.crash_log import CrashLog
from showroom.app.kiosk.watchdog import Watchdog
child = "import os, time, pathlib; pathlib.Path(r'{tmp_path / "pid"}').write_text(str(os.getpid())); time.sleep(600)"
sys.exit(Watchdog([sys.executable, "-c", child], CrashLog(Path(r"{tmp_path}"))).run())
"""
    dog = subprocess.Popen([sys.executable, "-c", script])
    pid = tmp_path / "pid"
    until = time.monotonic() + 60
    while not (pid.exists() and pid.read_text()) and time.monotonic() < until:
        time.sleep(0.02)
    child = int(pid.read_text())
    dog.send_signal(signal.SIGTERM)
    assert dog.wait(timeout=60) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def gone_process() -> int:
    """Return the number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_what_a_killed_kiosk_left_in_memory_is_swept_away(
    dog: Callable[[str], Watchdog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies of a visitor's drawings do not outlive the process that made them."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    left = tmp_path / f"showroom-visit-{gone_process()}-x"
    left.mkdir()
    (left / "shop.dxf").write_text("x", encoding="utf-8")
    script = "os.kill(os.getpid(), 9) if run == 1 else None"
    assert dog(script).run(sleep=lambda _: None) == 0
    assert not list(tmp_path.glob("showroom-visit-*"))


def _breaks(secret: str) -> None:
    raise ValueError(f"cannot read /media/{secret}/shop.dxf")


def test_the_crash_log_names_kind_and_places_only(tmp_path: Path) -> None:
    """Neither the error's words nor values of variables are written, only the kind of error and places in the code."""
    log_file = CrashLog(tmp_path)
    try:
        _breaks("WANG-XIAOMING")
    except ValueError as error:
        LastResort(log_file).caught(type(error), error, error.__traceback__)
    written = log(tmp_path)
    assert "ValueError at test_watchdog.py:" in written
    assert "_breaks" in written
    assert "WANG" not in written
    assert str(tmp_path) not in written
    assert places(None) == "?"


def test_what_is_logged_keeps_its_words_to_itself(tmp_path: Path) -> None:
    """A warning's text and an error logged with it go into the log as places."""
    logger = logging.getLogger("a kiosk apart")
    logger.propagate = False
    logger.addHandler(_PlacesOnly(CrashLog(tmp_path)))
    try:
        _breaks("LI-NA")
    except ValueError:
        logger.exception("a job failed over %s", "LI-NA")
    assert "error at test_watchdog.py:" in log(tmp_path)
    assert "ValueError at" in log(tmp_path)
    assert "LI-NA" not in log(tmp_path)


def test_the_crash_log_stays_short(tmp_path: Path) -> None:
    """However often the kiosk crashes, the file stays below half a megabyte, and keeps the newest."""
    log_file = CrashLog(tmp_path)
    for number in range(3000):
        log_file.write(f"{number} " + "x" * 400)
    assert log_file.path.stat().st_size < 512 * 1024
    assert "2999 " in log(tmp_path)


def test_error_after_error_ends_the_kiosk(tmp_path: Path) -> None:
    """Three unexpected errors within a minute end the process with status 70, for the watchdog to start anew."""
    script = f"""
import sys
from pathlib import Path
from showroom.app.kiosk.crash_log import CrashLog, LastResort
LastResort(CrashLog(Path(r"{tmp_path}"))).install()
for _ in range(5):
    try:
        1 / 0
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 70
    assert log(tmp_path).count("ZeroDivisionError") == 3
