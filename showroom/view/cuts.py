"""How are the faces of premises drawn that are cut open? Dark and even, on top of what is left (`section` says where they are)."""

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer

from showroom.view.arrays import poly_data
from showroom.view.surfaces import new_mapper, set_code

INK = (0.22, 0.25, 0.30)
_CODE = (
    """//VTK::System::Dec
in vec4 vertexMC; uniform mat4 MCDCMatrix;
void main() { gl_Position = MCDCMatrix * vertexMC; }""",
    """//VTK::System::Dec
//VTK::Output::Dec
uniform vec3 ink;
void main() { gl_FragData[0] = vec4(ink, 1.0); }""",
)


class CutFaces:
    """The cut faces in the renderer for solid things."""

    def __init__(self, renderer: vtkRenderer) -> None:
        self._renderer = renderer
        self._actor: vtkActor | None = None

    def show(self, corners: NDArray[np.float32]) -> None:
        """Show these triangles (k, 3, 3); none takes them away."""
        if self._actor is not None:
            self._renderer.RemoveActor(self._actor)
            self._actor = None
        if not len(corners):
            return
        self._actor = actor = vtkActor()
        actor.SetMapper(new_mapper(poly_data(corners.reshape(-1, 3), np.arange(len(corners) * 3, dtype=np.int64).reshape(-1, 3))))
        actor.GetProperty().LightingOff()
        actor.ForceOpaqueOn()
        set_code(actor, *_CODE)
        actor.GetShaderProperty().GetFragmentCustomUniforms().SetUniform3f("ink", list(INK))
        self._renderer.AddActor(actor)

    def suit(self, *, shown: bool) -> None:
        """Show them only where the premises are cut open."""
        if self._actor is not None:
            self._actor.SetVisibility(shown)
