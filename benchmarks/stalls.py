"""How long does the window ever keep a visitor waiting: its longest stall, and from an input to the picture that answers it?

The whole kiosk, in each scene: opened, dragged, walked by keys, shown from outside. A machine that is shared makes the clock on the
wall say what other programs did; so the rows are processor time of the whole process, the wall stands in the note.
"""

import json
import statistics
import sys
import tempfile

from benchmarks import peers
from benchmarks.peers import Worker, x_server
from benchmarks.row import Row
from benchmarks.subject import SCENES

PHASES = ("opening", "dragging", "walking", "changing views")
RUNS = 3


def rows() -> list[Row]:
    """Return the rows, milliseconds: the worst scene's longest stall in each phase, and the 95th and last of a hundred answers."""
    with x_server() as display, tempfile.TemporaryDirectory() as cache:
        peers.ENVIRONMENT |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CACHE_HOME": cache}
        told = {scene: [_run(scene) for _ in range(RUNS + 1)][1:] for scene in SCENES}
    found = [_stall(phase, told) for phase in PHASES]
    return [*found, _answers(told, 0.95, "95th of a hundred"), _answers(told, 1.0, "longest of all")]


def _run(scene: str) -> dict[str, list[float]]:
    worker = Worker(sys.executable, "window_stalls.py", scene)
    answer: dict[str, list[float]] = json.loads(worker.first)
    worker.close()
    return answer


def _stall(phase: str, told: dict[str, list[dict[str, list[float]]]]) -> Row:
    wall, own = ({scene: _middle([run[phase][clock] for run in runs]) for scene, runs in told.items()} for clock in (0, 1))
    return Row(f"longest stall of the window, {phase}", max(own.values()), None, "ms", 100.0, 50.0, _note(own, wall))


def _answers(told: dict[str, list[dict[str, list[float]]]], share: float, name: str) -> Row:
    wall, own = ({scene: _middle([_late(run, clock, share) for run in runs]) for scene, runs in told.items()} for clock in (0, 1))
    return Row(f"from input to picture, {name}", max(own.values()), None, "ms", 100.0, 50.0, _note(own, wall))


def _late(run: dict[str, list[float]], clock: int, share: float) -> float:
    taken = sorted(answer[clock] for answer in run["answers"])  # type: ignore[index]
    return taken[min(int(len(taken) * share), len(taken) - 1)]


def _middle(seconds: list[float]) -> float:
    return statistics.median(seconds) * 1000.0


def _note(own: dict[str, float], wall: dict[str, float]) -> str:
    return "processor time (wall): " + ", ".join(f"{scene} {own[scene]:.0f} ({wall[scene]:.0f})" for scene in own)
