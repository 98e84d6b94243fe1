"""What do the walls of a storey look like from above, with openings cut out? Their solid parts as polygons."""

import math

import shapely

from showroom.domain.plan import Storey, Wall
from showroom.geometry.outlines import parts

DEEPER = 0.01
"""How far (metres) an opening is cut beyond the faces of its wall."""


def wall_faces(storey: Storey) -> list[shapely.Polygon]:
    """Return the solid parts of all walls together, corners filled where axes meet, metres."""
    tree = shapely.STRtree([shapely.LineString(wall.axis).buffer(wall.thickness / 2, cap_style="flat") for wall in storey.walls])
    solid = shapely.union_all([_solid(wall, number, tree) for number, wall in enumerate(storey.walls)])
    gaps = []
    for opening in storey.openings:
        wall = storey.wall_of[opening.wall]
        (ax, ay), (bx, by) = wall.axis
        length = math.dist(*wall.axis)
        ends = [(ax + (bx - ax) * at / length, ay + (by - ay) * at / length) for at in _stretch(opening.at, opening.width)]
        gaps.append(shapely.LineString(ends).buffer(wall.thickness / 2 + DEEPER, cap_style="flat"))
    return parts(shapely.set_precision(solid.difference(shapely.union_all(gaps)), 1e-7))


def _stretch(at: float, width: float) -> tuple[float, float]:
    return at - width / 2, at + width / 2


def _solid(wall: Wall, number: int, tree: shapely.STRtree) -> shapely.Polygon:
    """Return a wall's rectangle, led on by half its thickness at the ends that touch another wall."""
    (ax, ay), (bx, by) = wall.axis
    length = math.dist(*wall.axis)
    more = []
    for x, y in wall.axis:
        touched = tree.query(shapely.Point(x, y), predicate="dwithin", distance=0.001)
        more.append(wall.thickness / 2 if any(int(hit) != number for hit in touched) else 0.0)
    ux, uy = (bx - ax) / length, (by - ay) / length
    line = shapely.LineString([(ax - ux * more[0], ay - uy * more[0]), (bx + ux * more[1], by + uy * more[1])])
    return line.buffer(wall.thickness / 2, cap_style="flat")
