"""From nothing to the first complete frame of a model, ours. Arguments: model, width, height, perhaps a folder of kept forms."""

import sys
from pathlib import Path

from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage

model_path, size = Path(sys.argv[1]), (int(sys.argv[2]), int(sys.argv[3]))
stage = VtkStage()
if len(sys.argv) > 4:
    from showroom.view.kept import ready_model

    stage.show_prepared(ready_model(model_path, Path(sys.argv[4])))
else:
    from showroom.formats.glb import read_model

    stage.show(read_model(model_path))
stage.look_from(Pose(stage.middle))
stage.draw(*size)
stage.window.WaitForCompletion()
print("#ready", flush=True)
