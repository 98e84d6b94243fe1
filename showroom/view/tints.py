"""How are zones shown on the floor? Each floor gets a thin coloured sheet a hair above it, hidden by what stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer

from showroom.view.arrays import poly_data
from showroom.view.surfaces import new_mapper, set_code

_ABOVE = 0.006
"""Metres a sheet lies above its floor."""
_NEARER = 0.002
"""Share of the distance by which it is drawn nearer, so that it does not flicker with the floor."""
STRENGTH = 0.55
"""How much of the colour is seen, and how much of the floor: 0 to 1."""
Color = tuple[float, float, float]
_VERTEX = """//VTK::System::Dec
in vec4 vertexMC; uniform mat4 MCDCMatrix; uniform float nearer;
void main() {
  vec4 at = MCDCMatrix * vertexMC;
  at.z -= nearer * (1.0001 * at.w - at.z);
  gl_Position = at;
}"""
_FRAGMENT = """//VTK::System::Dec
//VTK::Output::Dec
uniform vec3 ink; uniform float strength;
void main() { gl_FragData[0] = vec4(ink, strength); }"""


@dataclass(frozen=True)
class Tint:
    """A floor to be coloured: its outline (metres), how high it lies, and the colour, parts of 1."""

    outline: tuple[tuple[float, float], ...]
    floor: float
    color: Color


class Tints:
    """The sheets, in the layer of glass."""

    def __init__(self, renderer: vtkRenderer) -> None:
        self._renderer = renderer
        self._actors: list[vtkActor] = []

    def show(self, tints: Sequence[Tint]) -> None:
        """Colour these floors; none ends it."""
        for actor in self._actors:
            self._renderer.RemoveActor(actor)
        self._actors = [_sheet(tint, corners) for tint in tints if len(corners := _triangles(tint))]
        for actor in self._actors:
            self._renderer.AddActor(actor)

    @property
    def any(self) -> bool:
        """Whether any floor is coloured."""
        return bool(self._actors)

    def suit(self, *, panorama: bool) -> None:
        """In a panorama the floors are a picture's, and stay as they are."""
        for actor in self._actors:
            actor.SetVisibility(not panorama)


def _triangles(tint: Tint) -> NDArray[np.float32]:
    """The corners (k, 3, 3) of the triangles that fill a floor."""
    import shapely  # takes a while to load, and a stage may never be tinted

    outline = shapely.make_valid(shapely.Polygon(tint.outline))
    parts = [part for part in shapely.get_parts(shapely.constrained_delaunay_triangles(outline)) if part.area > 1e-6]
    corners = np.array([np.array(part.exterior.coords)[:3] for part in parts]).reshape(-1, 3, 2)
    return np.concatenate([corners, np.full((*corners.shape[:2], 1), tint.floor + _ABOVE)], axis=2).astype(np.float32)


def _sheet(tint: Tint, corners: NDArray[np.float32]) -> vtkActor:
    points = corners.reshape(-1, 3)
    actor = vtkActor()
    actor.SetMapper(new_mapper(poly_data(points, np.arange(len(points), dtype=np.int64).reshape(-1, 3))))
    actor.GetProperty().LightingOff()
    actor.ForceTranslucentOn()
    set_code(actor, _VERTEX, _FRAGMENT)
    shaders = actor.GetShaderProperty()
    shaders.GetVertexCustomUniforms().SetUniformf("nearer", _NEARER)
    uniforms = shaders.GetFragmentCustomUniforms()
    uniforms.SetUniform3f("ink", list(tint.color))
    uniforms.SetUniformf("strength", STRENGTH)
    return actor
