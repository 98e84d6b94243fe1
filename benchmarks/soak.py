"""Does the kiosk serve visitor after visitor without growing, breaking or leaving anything? `python -m benchmarks.soak 200`.

The real kiosk with the real stage and scenes, a window of its own, and a clock that is told the time; needs a display. What comes
out is JSON: memory after each visit, and what was found on the disk. With `--kills 20` the full-screen kiosk under its watchdog is
killed so often, and the seconds until it shows its first picture again are taken.
"""

import argparse
import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from showroom.app.kiosk.watchdog import ONE_ARENA

PAGE = os.sysconf("SC_PAGE_SIZE")


def resident_mb(process: int | str = "self") -> float:
    """Return the resident memory of a process in MB."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE / 1e6


def visits(count: int, size: tuple[int, int], seconds_at_most: float = 0.0) -> dict[str, Any]:
    """Make so many visits in this process, going round the scenes, and return what was measured."""
    from PySide6.QtWidgets import QApplication

    from benchmarks.visits import Clock, Visitor
    from showroom.app.i18n import Languages
    from showroom.app.kiosk import stick_shelf
    from showroom.app.kiosk.catalogue import Catalogue
    from showroom.app.kiosk.drives import Drive
    from showroom.app.kiosk.opening import first_visit
    from showroom.app.kiosk.surroundings import Surroundings
    from showroom.app.kiosk.visit import VisitHolder
    from showroom.app.kiosk.voice import SilentVoice
    from showroom.app.kiosk.window import KioskWindow
    from showroom.app.kiosk_config import KioskConfig
    from showroom.app.widgets.stage_widget import StageWidget

    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    parts = {name: folder / name for name in ("memory", "tmp", "state", "stick")}
    for part in parts.values():
        part.mkdir()
    os.environ |= {"XDG_RUNTIME_DIR": str(parts["memory"]), "TMPDIR": str(parts["tmp"])}
    tempfile.tempdir = str(parts["tmp"])
    stick_shelf.drives = lambda _roots: (Drive("stick", parts["stick"]),)
    application = QApplication([])
    clock, catalogue = Clock(), Catalogue.read()
    config = KioskConfig(windowed=True, attract=True, keyboard=True, state_folder=parts["state"], drive_folders=())
    holder = VisitHolder(first_visit(config, catalogue))
    around = Surroundings(config, catalogue, holder, Languages("zh_CN"), clock=clock, clock_runs=False, make_voice=SilentVoice)
    window = KioskWindow(around, StageWidget())
    window.resize(*size)
    window.show()
    visitor = Visitor(window, clock, parts["stick"])
    visitor.settle()
    memory, seconds = [], []
    until = time.monotonic() + seconds_at_most if seconds_at_most else 0.0
    for number in range(count):
        began = time.monotonic()
        visitor.visit(catalogue.exhibits[number % len(catalogue.exhibits)], f"Mark{number}")
        around.jobs.wait()
        visitor.settle()
        for drawing in parts["stick"].iterdir():
            drawing.unlink()
        gc.collect()
        memory.append(round(resident_mb(), 1))
        seconds.append(round(time.monotonic() - began, 2))
        if until and time.monotonic() > until:
            break
        sys.stderr.write(f"\r{number + 1}/{count}  {memory[-1]:.0f} MB  {seconds[-1]:.1f} s ")
    left = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and "counts" not in path.parts)
    window.close()
    application.processEvents()
    shutil.rmtree(folder)
    return {"visits": len(memory), "memory_mb": memory, "seconds": seconds, "left": left}


def kills(count: int, pause: float) -> dict[str, Any]:
    """Kill the full-screen kiosk so often, `pause` seconds after it was there, and return the seconds until it was there again."""
    from showroom.app.kiosk.heartbeat import SHOWN

    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    settings = folder / "kiosk.toml"
    settings.write_text(f'state_folder = "{folder}"\n', encoding="utf-8")
    ready = folder / "shown"
    environment = {**os.environ, SHOWN: str(ready), "XDG_RUNTIME_DIR": str(folder)}
    command = [sys.executable, "-m", "showroom.cli", "kiosk", "--config", str(settings)]
    dog = subprocess.Popen(command, env=environment)
    seconds = []
    try:
        kiosk = _shown(ready, dog, 0)
        for number in range(count):
            time.sleep(pause)
            ready.unlink()
            os.kill(kiosk, signal.SIGKILL)
            began = time.monotonic()
            kiosk = _shown(ready, dog, kiosk)
            seconds.append(round(time.monotonic() - began, 2))
            sys.stderr.write(f"\rkill {number + 1}/{count}  back after {seconds[-1]:.2f} s ")
    finally:
        dog.terminate()
        dog.wait(30)
    left = sorted(path.name for path in folder.glob("showroom-visit-*"))
    shutil.rmtree(folder)
    return {"kills": count, "back_after_s": seconds, "left": left}


def _shown(ready: Path, dog: "subprocess.Popen[bytes]", before: int) -> int:
    """Wait until the kiosk says that its first picture was painted, and return its process."""
    until = time.monotonic() + 120
    while time.monotonic() < until and dog.poll() is None:
        written = ready.read_text() if ready.exists() else ""
        if written.endswith("\n") and int(written) != before:
            return int(written)
        time.sleep(0.01)
    raise TimeoutError("the kiosk did not show itself")


def main() -> int:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("visits", type=int, nargs="?", default=0)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--pause", type=float, default=10.0, help="seconds between a kiosk that is there and the next kill")
    parser.add_argument("--seconds", type=float, default=0.0, help="end the visits after so long, however many were made")
    parser.add_argument("--size", default="960x540")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    if any(os.environ.get(name) is None for name in ONE_ARENA):  # as the watchdog starts the kiosk
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.soak", *sys.argv[1:]], {**ONE_ARENA, **os.environ})
    told: dict[str, Any] = {}
    if asked.kills:
        told |= kills(asked.kills, asked.pause)
    if asked.visits:
        told |= visits(asked.visits, (width, height), asked.seconds)
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
