"""Our stage in a window on a screen, moving: turns by a degree and more at every frame. Runs in a process of its own.

Arguments: model, file of cameras, width, height. Answers with the seconds from a change to the painted picture, on average.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from showroom.app.widgets.stage_widget import StageWidget
from showroom.formats.glb import read_model
from showroom.view.presenting import Frame, Pace
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage


def main() -> None:
    """Open the window, then walk at each line as a visitor does: frames scaled by the clock, drawn and painted."""
    model, cameras, width, height = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), int(sys.argv[3]), int(sys.argv[4])
    app = QApplication([])
    widget = StageWidget(presenter="image")
    widget.resize(width, height)
    widget.show_model(read_model(Path(model)))
    stage = widget.stage
    assert isinstance(stage, VtkStage)
    stage.lighten(wait=True)
    widget.show()
    app.processEvents()
    poses = [Pose.looking(tuple(eye), tuple(look)) for eye, look in cameras]
    stage.on_invalid(None)
    pace = Pace()

    def walk() -> float:
        began = time.perf_counter()
        for pose in poses:
            stage.look_from(pose)
            pace.changed(0.0, moving=True)
            frame = pace.due(0.0)
            assert isinstance(frame, Frame)
            pace.drawn(frame, widget._screen.draw(frame))
            widget.repaint()
            app.processEvents()
        return (time.perf_counter() - began) / len(poses)

    walk()
    print("#ready", flush=True)
    for _ in sys.stdin:
        print(f"#{walk()}", flush=True)
    print(f"scale {pace.scale:.2f}", file=sys.stderr)
    widget.shut()


if __name__ == "__main__":
    main()
