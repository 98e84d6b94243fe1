"""How much free floor is there round a point, and what stands nearest? By the plan: walls, columns and all that stands."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Fixture, Plan
from showroom.modelling.furnishing import standing
from showroom.view.walking import NEVER_BLOCK, passages, sound

_SAME = 1e-4
"""Metres within which a limit counts as kept."""


@dataclass(frozen=True)
class Clearance:
    """Metres from a point to the nearest thing in the way, 0 within one, and the fixture it is; `None` for a wall or a column."""

    metres: float
    nearest: Fixture | None = None

    def lacks(self, radius: float) -> int:
        """Return by how many centimetres a circle of this radius does not fit, rounded up; 0 where it fits."""
        return 0 if self.metres >= radius - _SAME else math.ceil((radius - self.metres - _SAME) * 100.0)


class FreeFloor:
    """The floor of one storey, doors between its rooms standing open."""

    def __init__(self, plan: Plan, storey_id: str | None = None) -> None:
        self._storey = next((storey for storey in plan.storeys if storey.id == storey_id), plan.storeys[0])
        self._standing = [fixture for fixture in self._storey.fixtures if fixture.kind not in NEVER_BLOCK]
        self._shapes = np.array([standing(fixture) for fixture in self._standing] + [None], dtype=object)[:-1]

    @cached_property
    def _bare(self) -> BaseGeometry:
        """The floor without what stands on it but columns."""
        spaces = [space for space in (sound(space.outline, space.holes) for space in self._storey.spaces) if not space.is_empty]
        floor = (
            shapely.union_all([*spaces, *passages(self._storey)])
            .buffer(0.002, join_style="mitre")
            .buffer(-0.002, join_style="mitre")
        )
        columns = [Polygon(column.outline).buffer(0) for column in self._storey.columns]
        return floor.difference(shapely.union_all(columns)) if columns else floor

    def around(self, x: float, y: float) -> Clearance:
        """Return the clearance of a point, metres in the plan's axes."""
        point = Point(x, y)
        wall = float(self._bare.boundary.distance(point)) if self._bare.covers(point) else 0.0
        if not len(self._shapes):
            return Clearance(wall)
        far = shapely.distance(self._shapes, point)
        nearest = int(np.argmin(far))
        return Clearance(float(far[nearest]), self._standing[nearest]) if far[nearest] < wall else Clearance(wall)
