"""From nothing to the first complete frame of a model, ours. Arguments: model, width, height, perhaps a folder of kept forms.

As in the kiosk, the form is fetched in a thread while the stage is made.
"""

import sys
import threading
from pathlib import Path
from typing import Any

from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage

model_path, size = Path(sys.argv[1]), (int(sys.argv[2]), int(sys.argv[3]))
found: list[Any] = []


def fetch() -> None:
    """Get the kept form."""
    from showroom.view.kept import ready_model

    found.append(ready_model(model_path, Path(sys.argv[4])))


if len(sys.argv) > 4:
    fetching = threading.Thread(target=fetch)
    fetching.start()
    stage = VtkStage()
    fetching.join()
    stage.show_prepared(found[0])
else:
    from showroom.formats.glb import read_model

    stage = VtkStage()
    stage.show(read_model(model_path))
stage.look_from(Pose(stage.middle))
stage.draw(*size)
stage.window.WaitForCompletion()
print("#ready", flush=True)
