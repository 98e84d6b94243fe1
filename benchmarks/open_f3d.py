"""From nothing to the first frame of a model, F3D. Arguments: model, width, height."""

import sys

import f3d

engine = f3d.Engine.create(True)
engine.window.size = (int(sys.argv[2]), int(sys.argv[3]))
engine.scene.add(sys.argv[1])
engine.window.render()
print("#ready", flush=True)
