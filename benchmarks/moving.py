"""How long is a frame on the screen while the visitor moves, against a full frame of F3D off-screen? In each bundled scene."""

import sys

from benchmarks import peers
from benchmarks.peers import python_with, workers, x_server
from benchmarks.row import Row, alternate
from benchmarks.subject import SCENES, bundled, kept

NOTE = "the same walk in the window, scaled by the clock, with read-back, painting and X server; F3D off-screen without"


def rows() -> list[Row]:
    """Return the rows, milliseconds from a change to the painted picture."""
    with x_server() as display:
        peers.ENVIRONMENT |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        return [_row(scene) for scene in SCENES]


def _row(scene: str) -> Row:
    model, cameras = bundled(scene)
    told = (str(model), kept(cameras[::3]), "1280", "720")
    with workers((sys.executable, "window_ours.py", *told), (python_with("f3d"), "draw_f3d.py", *told)) as (ours, peer):
        a, b = alternate(ours.ask, peer.ask)
    return Row(f"frame while the visitor moves, on screen: {scene}", a * 1000, b * 1000, "ms", 0.06, 0.03, NOTE)
