"""What is seen where there is nothing: a soft sky inside, a light table under the dollhouse.

It is drawn last of all solid things and at the far end, so that only what nothing covers is paid for.
"""

import numpy as np
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer

from showroom.view.arrays import poly_data
from showroom.view.stage import View
from showroom.view.surfaces import new_mapper, set_code

_COLORS: dict[View, tuple[str, str]] = {
    "inside": ("e9eef2", "b9d3ea"),
    "dollhouse": ("dfe6ec", "f6f8fa"),
    "plan": ("f3f5f7", "f3f5f7"),
    "panorama": ("e9eef2", "b9d3ea"),
}
"""Bottom and top."""
_VERTEX = """//VTK::System::Dec
in vec4 vertexMC; uniform mat4 MCDCMatrix; out float rise;
void main() {
  vec2 at = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  rise = 0.5 + 0.5 * at.y + 0.0 * (MCDCMatrix * vertexMC).x;
  gl_Position = vec4(at, 0.999999, 1.0);
}"""
_FRAGMENT = """//VTK::System::Dec
//VTK::Output::Dec
in float rise; uniform vec3 low; uniform vec3 high;
void main() { gl_FragData[0] = vec4(mix(low, high, smoothstep(0.0, 1.0, rise)), 1.0); }"""


class Backdrop:
    """The backdrop of a renderer."""

    def __init__(self, renderer: vtkRenderer) -> None:
        self._renderer = renderer
        self._view: View | None = None
        points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], np.float32)
        self.actor = vtkActor()
        self.actor.SetMapper(new_mapper(poly_data(points, np.array([[0, 1, 2]], np.int64))))
        self.actor.GetProperty().LightingOff()
        self.actor.ForceOpaqueOn()
        self.actor.UseBoundsOff()
        set_code(self.actor, _VERTEX, _FRAGMENT)
        renderer.AddActor(self.actor)
        self.suit("inside")

    def suit(self, view: View) -> None:
        """Take the colours of this view."""
        if view == self._view:
            return
        self._view = view
        uniforms = self.actor.GetShaderProperty().GetFragmentCustomUniforms()
        for name, code in zip(("low", "high"), _COLORS[view], strict=True):
            uniforms.SetUniform3f(name, [int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)])
        self._renderer.SetBackground(*(int(_COLORS[view][0][i : i + 2], 16) / 255 for i in (0, 2, 4)))
