"""How does one thing stay bright while everything round it is dimmed?

A dark veil is laid over the whole picture, and the thing's own triangles are drawn once more on top of it, a hair nearer than they
are: what stands in front of the thing stays veiled, as it should.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer, vtkTexture

from showroom.view.arrays import poly_data
from showroom.view.loading import Batch
from showroom.view.surfaces import actor_of, new_mapper, set_code

_VEIL = 0.38
"""How dark the veil is, 0 to 1."""
_NEARER = 0.0006
"""Share of the distance by which the thing is drawn nearer, so that it does not sink into itself."""
_QUAD = (
    """//VTK::System::Dec
in vec4 vertexMC; uniform mat4 MCDCMatrix; out float none;
void main() {
  vec2 at = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  none = 0.0 * (MCDCMatrix * vertexMC).x;
  gl_Position = vec4(at, -1.0, 1.0);
}""",
    """//VTK::System::Dec
//VTK::Output::Dec
in float none; uniform float veil;
void main() { gl_FragData[0] = vec4(0.03, 0.05, 0.09, veil + none); }""",
)


class Dimming:
    """The veil and what shines through it, in the layer of glass: the marks leave a depth that nothing could be drawn behind."""

    def __init__(self, renderer: vtkRenderer) -> None:
        self._renderer = renderer
        self._actors: list[vtkActor] = []
        self._veil = _veil()

    def show(self, batches: Iterable[Batch], textures: list[vtkTexture], corners: NDArray[np.float32]) -> None:
        """Veil everything but the triangles with these corners (k, 3, 3); none ends it."""
        for actor in self._actors:
            actor.GetProperty().RemoveAllTextures()  # a renderer lets go of all an actor has on the card, and these are the whole's
            self._renderer.RemoveActor(actor)
        self._actors = []
        if not len(corners):
            return
        parts = [part for batch in batches if (part := _part(batch, corners)) is not None]
        if parts:
            self._actors = [self._veil, *(_over_the_veil(part, textures) for part in parts)]
            for actor in self._actors:
                self._renderer.AddActor(actor)

    @property
    def any(self) -> bool:
        """Whether anything is dimmed."""
        return bool(self._actors)

    def suit(self, *, inside: bool) -> None:
        """From outside the outline says enough; in a panorama the model is not drawn, so nothing of it may be."""
        for actor in self._actors:
            actor.SetVisibility(inside)


def _part(batch: Batch, corners: NDArray[np.float32]) -> Batch | None:
    """The triangles of a batch that are among those with these corners, `None` where there are none."""
    low, high = corners.min(axis=(0, 1)) - 1e-4, corners.max(axis=(0, 1)) + 1e-4
    there = batch.positions[batch.triangles]
    near = np.flatnonzero(((there >= low) & (there <= high)).all(axis=(1, 2)))
    if not len(near):
        return None
    mine = near[np.isin(_keys(there[near]), _keys(corners))]
    if not len(mine):
        return None
    used, order = np.unique(batch.triangles[mine], return_inverse=True)

    return replace(
        batch,
        positions=batch.positions[used],
        triangles=order.reshape(-1, 3).astype(np.int64),
        uv=None if batch.uv is None else batch.uv[used],
        light_uv=None if batch.light_uv is None else batch.light_uv[used],
        colors=None if batch.colors is None else batch.colors[used],
    )


def _keys(triangles: NDArray[np.float32]) -> NDArray[np.void]:
    """One value for each of these triangles (k, 3, 3): equal where all their corners are."""
    flat = np.ascontiguousarray(triangles + np.float32(0.0), np.float32).reshape(len(triangles), 9)
    return flat.view(np.dtype((np.void, 36))).ravel()


def _over_the_veil(part: Batch, textures: list[vtkTexture]) -> vtkActor:
    actor = actor_of(part, textures)
    shaders = actor.GetShaderProperty()
    shaders.SetVertexShaderCode(
        shaders.GetVertexShaderCode().replace(
            "gl_Position = MCDCMatrix * vertexMC;",
            f"gl_Position = MCDCMatrix * vertexMC; gl_Position.z -= {_NEARER} * (1.0001 * gl_Position.w - gl_Position.z);",
        )
    )
    actor.ForceOpaqueOff()
    actor.ForceTranslucentOn()
    return actor


def _veil() -> vtkActor:
    actor = vtkActor()
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], np.float32)
    actor.SetMapper(new_mapper(poly_data(points, np.array([[0, 1, 2]], np.int64))))
    actor.GetProperty().LightingOff()
    actor.ForceTranslucentOn()
    actor.UseBoundsOff()
    set_code(actor, *_QUAD)
    actor.GetShaderProperty().GetFragmentCustomUniforms().SetUniformf("veil", _VEIL)
    return actor
