"""How long is a frame of each bundled scene at full quality, against F3D on the same file and cameras?"""

import sys

from benchmarks.peers import python_with, workers
from benchmarks.row import Row, alternate
from benchmarks.subject import SCENE, SCENES, bundled, kept

SIZE = ("1280", "720")
NOTE = "walk through every room, 1280×720, software GL; ours awaited to the last pixel, F3D with its default options"


def rows() -> list[Row]:
    """Return the rows, milliseconds a frame."""
    return [_row(scene) for scene in SCENES]


def _row(scene: str) -> Row:
    model, cameras = bundled(scene)
    steps = cameras if scene == SCENE else cameras[::3]
    told = (str(model), kept(steps), *SIZE)
    with workers((sys.executable, "draw_ours.py", *told), (python_with("f3d"), "draw_f3d.py", *told)) as (ours, peer):
        a, b = alternate(ours.ask, peer.ask)
    note = f"{len(steps)}-step {NOTE}"
    return Row(f"frame at full quality: {scene}", a * 1000, b * 1000, "ms", 0.15, 0.06, note)
