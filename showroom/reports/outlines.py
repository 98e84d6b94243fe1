"""Which shapes does an architect's plan consist of? Walls as filled bodies cut at their openings, and how openings stand in them.

Everything is in metres in the storey's axes; nothing here knows paper or colour.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Opening, Space, Storey, Wall

Metres = tuple[float, float]
_PROBE = 0.12
"""How far beyond the wall's face we look for the space an opening serves, metres."""


@dataclass(frozen=True)
class Jambs:
    """An opening in its wall: the two jamb points on the axis, the direction between them, and the normal to the side it serves.

    Whoever stands on the served side and faces the opening has `left` at the left hand. `normal` points towards that person.
    """

    opening: Opening
    left: Metres
    right: Metres
    along: Metres
    normal: Metres
    thickness: float

    @property
    def centre(self) -> Metres:
        """The middle of the opening on the wall's axis."""
        return (self.left[0] + self.right[0]) / 2, (self.left[1] + self.right[1]) / 2

    def at(self, along: float, towards: float) -> Metres:
        """Return the point `along` metres from the left jamb to the right one and `towards` metres to the served side."""
        return (
            self.left[0] + self.along[0] * along + self.normal[0] * towards,
            self.left[1] + self.along[1] * along + self.normal[1] * towards,
        )


def jambs_of(storey: Storey, opening: Opening) -> Jambs:
    """Return how an opening stands in its wall, seen from the space it serves (or else from the left of the wall's axis)."""
    wall = storey.wall_of[opening.wall]
    (ax, ay), (bx, by) = wall.axis
    length = math.hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    start, end = opening.at - opening.width / 2, opening.at + opening.width / 2
    first, second = (ax + ux * start, ay + uy * start), (ax + ux * end, ay + uy * end)
    reach = wall.thickness / 2 + _PROBE
    middle = (ax + ux * opening.at, ay + uy * opening.at)
    served = next((space for space in storey.spaces if space.id == opening.serves), None)
    if served is not None:
        room = polygon_of(served)
        left_side = room.distance(Point(middle[0] - uy * reach, middle[1] + ux * reach))
        right_side = room.distance(Point(middle[0] + uy * reach, middle[1] - ux * reach))
        if right_side < left_side:
            return Jambs(opening, first, second, (ux, uy), (uy, -ux), wall.thickness)
    return Jambs(opening, second, first, (-ux, -uy), (-uy, ux), wall.thickness)


def polygon_of(space: Space) -> Polygon:
    """Return the floor of a space with its holes, made valid where the drawing crosses itself."""
    polygon = Polygon(space.outline, space.holes)
    if polygon.is_valid:
        return polygon
    return max(polygons_in(shapely.make_valid(polygon)), key=lambda part: part.area, default=Polygon())


def polygons_in(shape: BaseGeometry) -> Iterator[Polygon]:
    """Yield every polygon of a shape, leaving out points and lines."""
    if isinstance(shape, Polygon):
        if not shape.is_empty:
            yield shape
    elif isinstance(shape, MultiPolygon) or shape.geom_type == "GeometryCollection":
        for part in shape.geoms:  # type: ignore[attr-defined]
            yield from polygons_in(part)


def wall_bodies(storey: Storey) -> tuple[Polygon, ...]:
    """Return the walls of a storey as filled bodies: joined at corners, with every opening cut out, from left to right."""
    bodies = shapely.union_all([_body(wall, storey.walls) for wall in storey.walls])
    gaps = shapely.union_all([_gap(storey, opening) for opening in storey.openings])
    cut = shapely.set_precision(bodies.difference(gaps), 1e-4)
    return tuple(sorted(polygons_in(cut), key=lambda part: (*part.bounds, part.area)))


def _body(wall: Wall, walls: tuple[Wall, ...]) -> Polygon:
    """Return one wall's rectangle, lengthened where it meets the end of another so that corners are filled."""
    (ax, ay), (bx, by) = wall.axis
    length = math.hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    before, after = (_overlap(wall, end, walls) for end in wall.axis)
    line = LineString([(ax - ux * before, ay - uy * before), (bx + ux * after, by + uy * after)])
    return line.buffer(wall.thickness / 2, cap_style="flat")


def _overlap(wall: Wall, end: Metres, walls: tuple[Wall, ...]) -> float:
    meeting = (
        other.thickness / 2
        for other in walls
        if other.id != wall.id and min(math.dist(end, corner) for corner in other.axis) < 0.02
    )
    return max(meeting, default=0.0)


def _gap(storey: Storey, opening: Opening) -> Polygon:
    stand = jambs_of(storey, opening)
    half = stand.thickness / 2 + 0.01
    return Polygon([stand.at(0, -half), stand.at(opening.width, -half), stand.at(opening.width, half), stand.at(0, half)])


def swept_by(storey: Storey, opening: Opening) -> Polygon:
    """Return the ground the leaves of a door sweep, or just its threshold where it does not swing."""
    stand = jambs_of(storey, opening)
    width, half = opening.width, stand.thickness / 2
    leaf = width / 2 if opening.hinge == "both" else width
    inward = half + (leaf if opening.swing in ("in", "both") else 0)
    outward = -half - (leaf if opening.swing in ("out", "both") else 0)
    return Polygon([stand.at(0, outward), stand.at(width, outward), stand.at(width, inward), stand.at(0, inward)])


def bounds_of(storey: Storey) -> tuple[float, float, float, float]:
    """Return west, south, east and north of everything a storey holds; a metre square about the origin for an empty one."""
    shapes: list[BaseGeometry] = [LineString(wall.axis).buffer(wall.thickness / 2, cap_style="square") for wall in storey.walls]
    shapes += [Polygon(space.outline) for space in storey.spaces]
    shapes += [Polygon(outline) for outline in (*(it.outline for it in storey.columns), *(it.outline for it in storey.stairs))]
    shapes += [Point(fixture.at).buffer(0.3) for fixture in storey.fixtures]
    shapes += [swept_by(storey, opening) for opening in storey.openings if opening.kind == "door"]
    if not shapes:
        return -0.5, -0.5, 0.5, 0.5
    west, south, east, north = shapely.total_bounds(shapes)
    return float(west), float(south), float(east), float(north)
