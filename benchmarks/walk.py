"""How long is a frame of the bundled scene at full quality, against F3D on the same file and cameras?"""

import sys

from benchmarks.peers import python_with, workers
from benchmarks.row import Row, alternate
from benchmarks.subject import bundled, kept

SIZE = ("1280", "720")


def rows() -> list[Row]:
    """Return the row, milliseconds a frame."""
    model, cameras = bundled()
    told = (str(model), kept(cameras), *SIZE)
    with workers((sys.executable, "draw_ours.py", *told), (python_with("f3d"), "draw_f3d.py", *told)) as (ours, peer):
        a, b = alternate(ours.ask, peer.ask)
    note = "60-step walk through every room, 1280×720, software GL; ours awaited to the last pixel, F3D with its default options"
    return [Row("frame of the bundled scene, full quality", a * 1000, b * 1000, "ms", 0.15, 0.06, note)]
