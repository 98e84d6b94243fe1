"""How much memory does a process hold that shows a bundled scene, against F3D showing the same file?"""

import sys
from pathlib import Path

from benchmarks.peers import Worker, python_with, workers
from benchmarks.row import Row
from benchmarks.subject import SCENES, bundled, kept

NOTE = "resident after a walk through every room, 1280×720, software GL; whole process each, textures as uploaded and as kept"


def rows() -> list[Row]:
    """Return the rows, MB."""
    return [_row(scene) for scene in SCENES]


def _row(scene: str) -> Row:
    model, cameras = bundled(scene)
    told = (str(model), kept(cameras[::3]), "1280", "720")
    with workers((sys.executable, "draw_ours.py", *told), (python_with("f3d"), "draw_f3d.py", *told)) as (ours, peer):
        return Row(f"memory: {scene}", _resident(ours), _resident(peer), "MB", 1.5, 1.0, NOTE)


def _resident(worker: Worker) -> float:
    told = Path(f"/proc/{worker.process.pid}/status").read_text()
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmRSS")) / 1024
