"""How long is it from starting the process to the first complete frame, against F3D's Python module on the same file?

Once with nothing prepared, and once as at every later start of a kiosk: with the form kept on disk.
"""

import sys
import tempfile

from benchmarks.peers import HERE, python_with, until_ready
from benchmarks.row import Row, alternate
from benchmarks.subject import bundled


def rows() -> list[Row]:
    """Return the rows, seconds."""
    model, _ = bundled()
    told = [str(model), "1280", "720"]
    ours, peer = [sys.executable, str(HERE / "open_ours.py"), *told], [python_with("f3d"), str(HERE / "open_f3d.py"), *told]
    a, b = alternate(lambda: until_ready(ours), lambda: until_ready(peer), 7)
    with tempfile.TemporaryDirectory() as folder:
        again = [*ours, folder]
        until_ready(again)
        c, d = alternate(lambda: until_ready(again), lambda: until_ready(peer), 7)
    note = "process start to first frame; ours awaited, F3D not"
    return [
        Row("open the bundled scene, cold", a, b, "s", 1.0, 0.6, note),
        Row("open the bundled scene, opened before", c, d, "s", 0.5, 0.25, f"{note}; ours from the form kept on disk"),
    ]
