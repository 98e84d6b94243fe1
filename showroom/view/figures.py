"""How are figures drawn that a visitor sets down: a person, a wheelchair, and the circle on the floor that says whether it fits?

The figures are models of their own beside the premises'; nothing else is drawn anew for them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkCommonMath import vtkMatrix4x4
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer, vtkRenderWindow

from showroom.view.loading import Batch, prepare
from showroom.view.stage import Vector
from showroom.view.surfaces import actor_of

if TYPE_CHECKING:
    from showroom.modelling.figures import FigureKind

_ABOVE = 0.012
"""Metres the circle lies above the floor."""
_RIM = 0.045
_SIDES = 72
Color = tuple[float, float, float]


@dataclass(frozen=True)
class Figure:
    """Somebody set down: who, where on the floor (metres), looking which way (degrees), in a circle of that radius and colour."""

    kind: "FigureKind"
    at: Vector
    yaw: float = 0.0
    radius: float = 0.0
    color: Color = (1.0, 1.0, 1.0)


class Figures:
    """The figures in the renderers for solid things and for glass."""

    def __init__(self, solid: vtkRenderer, glass: vtkRenderer) -> None:
        self._solid, self._glass = solid, glass
        self._bodies: dict[FigureKind, list[vtkActor]] = {}
        self._circles: list[vtkActor] = []
        self._shown: tuple[Figure, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is a circle to be drawn with the glass."""
        return bool(self._circles)

    def show(self, figures: Sequence[Figure], window: vtkRenderWindow) -> None:
        """Show these figures and no others, at most one of a kind."""
        self._shown = tuple(figures)
        for actor in self._circles:
            self._glass.RemoveActor(actor)
            actor.ReleaseGraphicsResources(window)
        self._circles = [actor_of(_circle(one), []) for one in figures if one.radius > 0.0]
        for actor in self._circles:
            self._glass.AddActor(actor)
        for one in figures:
            for actor in self._body(one.kind):
                actor.SetUserMatrix(_matrix(one))
        self.suit(panorama=False)

    def suit(self, *, panorama: bool) -> None:
        """In a panorama nobody stands in the picture."""
        kinds = () if panorama else {one.kind for one in self._shown}
        for kind, actors in self._bodies.items():
            for actor in actors:
                actor.SetVisibility(kind in kinds)
        for actor in self._circles:
            actor.SetVisibility(not panorama)

    def let_go(self, window: vtkRenderWindow) -> None:
        """Take them out of the renderers, and off the card."""
        self.show((), window)
        for actors in self._bodies.values():
            for actor in actors:
                self._solid.RemoveActor(actor)
                actor.ReleaseGraphicsResources(window)
        self._bodies = {}

    def _body(self, kind: "FigureKind") -> list[vtkActor]:
        if kind not in self._bodies:
            from showroom.modelling.figures import figure  # made of solids, whose libraries take a while to load

            self._bodies[kind] = [actor_of(batch, []) for batch in prepare(figure(kind)).batches]
            for actor in self._bodies[kind]:
                self._solid.AddActor(actor)
        return self._bodies[kind]


def _matrix(one: Figure) -> vtkMatrix4x4:
    turn = math.radians(one.yaw)
    placed = np.eye(4)
    placed[:2, :2] = [[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]]
    placed[:3, 3] = one.at
    matrix = vtkMatrix4x4()
    matrix.DeepCopy(placed.ravel())
    return matrix


def _circle(one: Figure) -> Batch:
    """A disc on the floor with a strong rim."""
    turns = np.linspace(0.0, 2.0 * math.pi, _SIDES, endpoint=False)
    outer = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    rings = [np.zeros((1, 2)), outer * (one.radius - _RIM), outer * (one.radius - _RIM), outer * one.radius]
    flat = np.concatenate(rings) + np.array(one.at[:2])
    points = np.column_stack([flat, np.full(len(flat), one.at[2] + _ABOVE)]).astype(np.float32)
    alphas = np.concatenate([[90], np.full(_SIDES, 90), np.full(2 * _SIDES, 235)])
    colors = np.column_stack([np.tile(np.round(np.array(one.color) * 255), (len(flat), 1)), alphas]).astype(np.uint8)
    return Batch(
        space=None,
        layer="always",
        glass=True,
        double_sided=True,
        order=0,
        positions=points,
        triangles=_fan_and_rim(),
        texture=None,
        light=None,
        uv=None,
        light_uv=None,
        colors=colors,
    )


def _fan_and_rim() -> NDArray[np.int64]:
    side = np.arange(_SIDES)
    after = (side + 1) % _SIDES
    fan = np.stack([np.zeros(_SIDES, np.int64), 1 + side, 1 + after], axis=1)
    inner, outer = 1 + _SIDES, 1 + 2 * _SIDES
    rim = np.concatenate(
        [
            np.stack([inner + side, outer + side, outer + after], axis=1),
            np.stack([inner + side, outer + after, inner + after], axis=1),
        ]
    )
    return np.concatenate([fan, rim])
