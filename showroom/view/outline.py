"""How are chosen things outlined, although they are merged with everything else of their room?

Their triangles are copied once more, eight times round, each copy shifted by a few pixels of the picture. First the thing itself is
drawn without colour but with the nearest depth there is, so that the shifted copies show only round about it: an outline of even
width for closed bodies and for flat signs alike, hidden by what stands in front.
"""

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkCommonDataModel import vtkDataObject
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer

from showroom.view.arrays import named_array, poly_data
from showroom.view.surfaces import new_mapper, set_code

ACCENT = (0x1F / 255, 0x5F / 255, 0xBF / 255)
WHITE = (1.0, 1.0, 1.0)
_RINGS = ((WHITE, 5.0), (ACCENT, 3.2))
"""Colour and width in logical pixels, the outer one first. They leave no depth behind, so that the later covers the earlier."""
_NEARER = 0.004
"""Share of the distance by which rings are drawn towards the eye: they must not sink into the wall a sign hangs on."""
_MANY = 30_000

_MASK = (
    """//VTK::System::Dec
in vec4 vertexMC; uniform mat4 MCDCMatrix;
void main() { gl_Position = MCDCMatrix * vertexMC; }""",
    """//VTK::System::Dec
//VTK::Output::Dec
void main() { gl_FragData[0] = vec4(0.0); gl_FragDepth = 0.0; }""",
)
_RING = (
    """//VTK::System::Dec
in vec4 vertexMC; in vec2 aside; uniform mat4 MCDCMatrix; uniform vec2 pixel; uniform float nearer;
void main() {
  vec4 at = MCDCMatrix * vertexMC;
  at.xy += aside * pixel * at.w;
  at.z -= nearer * (1.0001 * at.w - at.z) + 0.000002 * at.w;
  gl_Position = at;
}""",
    """//VTK::System::Dec
//VTK::Output::Dec
uniform vec3 ink;
void main() { gl_FragData[0] = vec4(ink, 1.0); }""",
)


class Outline:
    """The outline in a layer of its own; `renderer` must keep the depth of the layers under it."""

    def __init__(self, renderer: vtkRenderer) -> None:
        self._renderer = renderer
        self._actors: list[vtkActor] = []

    def show(self, positions: NDArray[np.float32], triangles: NDArray[np.int64]) -> None:
        """Outline these triangles (m, 3) over positions (n, 3); none ends it."""
        for actor in self._actors:
            self._renderer.RemoveActor(actor)
        self._actors = []
        self._renderer.SetDraw(len(triangles) > 0)
        if not len(triangles):
            return
        used, order = np.unique(triangles, return_inverse=True)
        points, faces = positions[used], order.reshape(-1, 3).astype(np.int64)
        self._actors = [_actor(points, faces, None), *(_ring(points, faces, color) for color, _ in _RINGS)]
        for actor in self._actors:
            self._renderer.AddActor(actor)

    def fit(self, width: int, height: int, scale: float) -> None:
        """Say how many pixels are drawn, and how many of them make one logical pixel."""
        for actor, (_, wide) in zip(self._actors[1:], _RINGS, strict=False):
            uniforms = actor.GetShaderProperty().GetVertexCustomUniforms()
            step = max(wide * scale, 1.0)
            uniforms.SetUniform2f("pixel", [2.0 * step / max(width, 1), 2.0 * step / max(height, 1)])
            uniforms.SetUniformf("nearer", _NEARER)


def _ring(points: NDArray[np.float32], faces: NDArray[np.int64], color: tuple[float, float, float]) -> vtkActor:
    count = 8 if len(faces) <= _MANY else 4
    turns = np.arange(count) * 2.0 * np.pi / count
    aside = np.repeat(np.stack([np.cos(turns), np.sin(turns)], axis=1), len(points), axis=0).astype(np.float32)
    copies = (faces[None] + (np.arange(count) * len(points))[:, None, None]).reshape(-1, 3)
    actor = _actor(np.tile(points, (count, 1)), copies, aside)
    actor.GetShaderProperty().GetFragmentCustomUniforms().SetUniform3f("ink", list(color))
    return actor


def _actor(points: NDArray[np.float32], faces: NDArray[np.int64], aside: NDArray[np.float32] | None) -> vtkActor:
    data = poly_data(points, faces)
    mapper, actor = new_mapper(data), vtkActor()
    if aside is not None:
        data.GetPointData().AddArray(named_array("aside", aside))
        mapper.MapDataArrayToVertexAttribute("aside", "aside", vtkDataObject.FIELD_ASSOCIATION_POINTS, -1)
    actor.SetMapper(mapper)
    actor.GetProperty().LightingOff()
    if aside is None:
        actor.ForceOpaqueOn()
    else:
        actor.ForceTranslucentOn()
    set_code(actor, *(_MASK if aside is None else _RING))
    return actor
