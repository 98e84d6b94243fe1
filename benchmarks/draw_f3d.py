"""F3D with its default options, off-screen: draws a model along cameras when told to. Runs in a process of its own.

Arguments: model, file of cameras, width, height. Answers each line with the seconds a frame took on average.
"""

import json
import sys
import time
from pathlib import Path

import f3d


def main() -> None:
    """Open, then draw the whole walk at each line."""
    model, cameras, width, height = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), int(sys.argv[3]), int(sys.argv[4])
    engine = f3d.Engine.create(True)
    engine.window.size = (width, height)
    engine.scene.add(model)
    camera = engine.window.camera
    camera.view_up = (0.0, 1.0, 0.0)
    camera.view_angle = 65.0

    def walk() -> float:
        began = time.perf_counter()
        for eye, look in cameras:
            camera.position, camera.focal_point = (_y_up(eye), _y_up(look))
            camera.view_up = (0.0, 1.0, 0.0)
            engine.window.render()
        return (time.perf_counter() - began) / len(cameras)

    walk()
    print("#ready", flush=True)
    for _ in sys.stdin:
        print(f"#{walk()}", flush=True)


def _y_up(point: list[float]) -> tuple[float, float, float]:
    return point[0], point[2], -point[1]


if __name__ == "__main__":
    main()
