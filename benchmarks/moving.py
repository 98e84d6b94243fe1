"""How long is a frame on the screen while the visitor moves, against a full frame of F3D off-screen?"""

import sys

from benchmarks.peers import python_with, workers, x_server
from benchmarks.row import Row, alternate
from benchmarks.subject import bundled, kept


def rows() -> list[Row]:
    """Return the row, milliseconds from a change to the painted picture."""
    model, cameras = bundled()
    told = (str(model), kept(cameras[::3]), "1280", "720")
    with x_server() as display:
        from benchmarks import peers

        peers.ENVIRONMENT |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with workers((sys.executable, "window_ours.py", *told), (python_with("f3d"), "draw_f3d.py", *told)) as (ours, peer):
            a, b = alternate(ours.ask, peer.ask)
    note = "the same walk in the window, scaled by the clock, with read-back, painting and X server; F3D off-screen without"
    return [Row("frame while the visitor moves, on screen", a * 1000, b * 1000, "ms", 0.06, 0.03, note)]
