"""How long is it from starting the process to the first complete frame, against F3D's Python module on the same file?"""

import sys

from benchmarks.peers import HERE, python_with, until_ready
from benchmarks.row import Row, alternate
from benchmarks.subject import bundled


def rows() -> list[Row]:
    """Return the row, seconds."""
    model, _ = bundled()
    told = [str(model), "1280", "720"]
    ours, peer = [sys.executable, str(HERE / "open_ours.py"), *told], [python_with("f3d"), str(HERE / "open_f3d.py"), *told]
    a, b = alternate(lambda: until_ready(ours), lambda: until_ready(peer), 7)
    return [Row("open the bundled scene, cold", a, b, "s", 1.0, 0.6, "process start to first frame; ours awaited, F3D not")]
