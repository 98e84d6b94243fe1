"""From nothing to the first complete frame of a model, ours. Arguments: model, width, height."""

import sys
from pathlib import Path

from showroom.formats.glb import read_model
from showroom.view.pictures import standing_in
from showroom.view.vtk_stage import VtkStage

stage = VtkStage()
model = read_model(Path(sys.argv[1]))
stage.show(model)
stage.look_from(standing_in(model))
stage.draw(int(sys.argv[2]), int(sys.argv[3]))
stage.window.WaitForCompletion()
print("#ready", flush=True)
