"""What is seen where the premises are cut open at a height: the cut faces of walls and columns, with gaps at doors and windows?"""

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Plan, Storey
from showroom.modelling.footprint import covered
from showroom.modelling.joints import wall_line
from showroom.modelling.solids import triangulated
from showroom.modelling.storeys import floor_levels, storey_height
from showroom.modelling.walls import span

STEPS = (2.0, 1.2, 0.5)
"""Heights above a floor at which a storey may be cut, metres: below door heads, above tables, above seats' feet."""


def cut_faces(plan: Plan, height: float) -> NDArray[np.float32]:
    """Return the faces of the walls cut at a height above the lowest floor, as triangles (k, 3, 3), metres."""
    levels, found = floor_levels(plan), [np.zeros((0, 3, 3))]
    for storey in plan.storeys:
        above = height - levels[storey.id]
        if 0.0 < above < storey_height(storey):
            for points, triangles in triangulated(_walls_at(storey, above)):
                flat = np.asarray(points)[triangles]
                found.append(np.concatenate([flat, np.full((*flat.shape[:2], 1), height)], axis=2))
    return np.concatenate(found).astype(np.float32)


def _walls_at(storey: Storey, above: float) -> BaseGeometry:
    """What of the walls stands at a height above the storey's floor."""
    walls = covered(storey, storey_height(storey))
    standing: BaseGeometry = shapely.union_all([walls.full, *(area for high, area in walls.low if high > above)])
    holes = []
    for opening in storey.openings:
        edges = span(opening, storey_height(storey))
        if not edges.low < above < edges.high:
            continue
        wall = storey.wall_of[opening.wall]
        origin, along = wall_line(wall)
        x, y = origin + along * opening.at
        half, deep = opening.width / 2, wall.thickness / 2 + 0.01
        hole = Polygon([(-half, -deep), (half, -deep), (half, deep), (-half, deep)])
        holes.append(translate(rotate(hole, math.degrees(math.atan2(along[1], along[0])), origin=(0, 0)), float(x), float(y)))
    return standing.difference(shapely.union_all(holes)) if holes else standing
