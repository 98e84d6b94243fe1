"""What does a ray from the eye meet first?

One locator over every triangle answers; what the present view does not show (a lifted ceiling, the back of a one-sided wall) is
passed through, and so is glass where something stands behind it.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkCommonCore import reference
from vtkmodules.vtkCommonDataModel import vtkGenericCell, vtkPolyData, vtkStaticCellLocator

from showroom.view.arrays import poly_data
from showroom.view.loading import Prepared

REACH = 1000.0
_STEP = 1e-4
_EDGE = 1e-6
"""Metres a ray may pass beside a triangle and still meet it: without it, some slip through the seam between two."""
_MOST = 64
"""Surfaces a ray may pass through before it is given up."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Meeting:
    """Where a ray met a triangle: its number, the point, the normal towards the ray's start, and the distance."""

    cell: int
    point: Array
    normal: Array
    distance: float


class Picker:
    """Rays through a prepared model. The locator is built at the first ray (0.2 s for a million triangles)."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._data: vtkPolyData | None = None
        self._locator = vtkStaticCellLocator()
        self._t, self._sub, self._found = reference(0.0), reference(0), reference(0)
        self._point, self._coords, self._cell = [0.0] * 3, [0.0] * 3, vtkGenericCell()
        self.gone: frozenset[int] = frozenset()
        """The leaves that hang elsewhere now, which rays pass through."""
        self.lifted = False
        """Whether ceilings are lifted off inside, too."""
        self.cut: float | None = None
        """The height above which everything is cut off."""

    def build(self) -> None:
        """Build the locator now; nothing happens where it is there."""
        if self._data is None and len(self._prepared.triangles):
            self._data = poly_data(self._prepared.positions, self._prepared.triangles)
            self._locator.SetDataSet(self._data)
            self._locator.SetNumberOfCellsPerNode(8)
            self._locator.BuildLocator()

    def meet(
        self, start: Array, direction: Array, *, outside: bool = False, glass: bool = True, reach: float = REACH
    ) -> Meeting | None:
        """Return what a ray meets first of what is shown inside, or from `outside`; glass only if asked for and last."""
        self.build()
        if self._data is None:
            return None
        hidden = {1} if outside else {1, 2} if self.lifted else {2}
        gone, pane = 0.0, None
        for _ in range(_MOST):
            found = self._next(start + gone * direction, direction, reach - gone)
            if found is None:
                return pane
            cell, step = found
            gone += step
            normal = self._normal(cell)
            facing = float(normal @ direction) < 0.0
            shown = int(self._prepared.layer_of[cell]) not in hidden and (facing or not self._prepared.single_sided[cell])
            shown &= self.cut is None or float((start + gone * direction)[2]) <= self.cut
            if shown and int(self._prepared.leaf_of[cell]) not in self.gone:
                met = Meeting(cell, start + gone * direction, normal if facing else -normal, gone)
                if not self._prepared.glass[cell]:
                    return met
                if glass and pane is None:
                    pane = met
            gone += _STEP
            if gone >= reach:
                return pane
        return pane

    def _next(self, start: Array, direction: Array, reach: float) -> tuple[int, float] | None:
        end = start + reach * direction
        hit = self._locator.IntersectWithLine(
            start.tolist(), end.tolist(), _EDGE, self._t, self._point, self._coords, self._sub, self._found, self._cell
        )
        return (int(self._found), float(self._t) * reach) if hit else None

    def _normal(self, cell: int) -> Array:
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = self._prepared.positions[self._prepared.triangles[cell]].tolist()
        ux, uy, uz, vx, vy, vz = bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az
        x, y, z = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        length = math.sqrt(x * x + y * y + z * z)
        return np.array([x / length, y / length, z / length] if length else [0.0, 0.0, 1.0])
