"""Our stage, off-screen: draws a model along cameras when told to. Runs in a process of its own, as the peer does.

Arguments: model, file of cameras, width, height. Answers each line with the seconds a frame took on average, every one awaited.
"""

import json
import sys
import time
from pathlib import Path

from showroom.formats.glb import read_model
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage


def main() -> None:
    """Open, then draw the whole walk at each line."""
    model, cameras, width, height = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), int(sys.argv[3]), int(sys.argv[4])
    stage = VtkStage()
    stage.resize(width, height)
    stage.show(read_model(Path(model)))
    stage.lighten(wait=True)
    poses = [Pose.looking(tuple(eye), tuple(look)) for eye, look in cameras]

    def walk() -> float:
        began = time.perf_counter()
        for pose in poses:
            stage.look_from(pose)
            stage.draw(width, height)
            stage.window.WaitForCompletion()
        return (time.perf_counter() - began) / len(poses)

    walk()
    print("#ready", flush=True)
    for _ in sys.stdin:
        print(f"#{walk()}", flush=True)
    stage.close()


if __name__ == "__main__":
    main()
