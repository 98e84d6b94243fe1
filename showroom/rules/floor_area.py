"""How large are the spaces of some uses together, and by how much may that be off?"""

import math
from collections.abc import Iterable

import shapely

from showroom.domain.finding import Geometry
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.outlines import parts
from showroom.rules import measure
from showroom.rules.case import Case

_CORNER = 0.03
"""Walls that miss each other at a corner by less than twice this, in metres, enclose all the same."""


def area_of(case: Case, uses: frozenset[str]) -> float:
    """Return the area of the spaces of these uses in square metres; what is drawn twice counts once."""
    return math.fsum(shapely.union_all(_shapes(case, floor_id, uses)).area for floor_id in case.layout.floors)


def edge_of(case: Case, uses: frozenset[str]) -> float:
    """Return by how many square metres that area is off for each metre of length uncertainty: the length of its edges."""
    return math.fsum(shape.length for floor_id in case.layout.floors for shape in _shapes(case, floor_id, uses))


def enclosed_area(floors: Iterable[Floor]) -> float:
    """Return the area of the spaces with the walls, and with what the walls enclose round them and nobody drew, in square metres.

    Outdoor spaces do not count. A back room that was left off the drawing is no proof of small premises.
    """
    return math.fsum(_enclosed(floor) for floor in floors)


@kept
def _enclosed(floor: Floor) -> float:
    outdoor = [shape for space_id, shape in floor.polygons.items() if floor.spaces[space_id].use == "outdoor"]
    indoors = [shape for space_id, shape in floor.polygons.items() if floor.spaces[space_id].use != "outdoor"]
    walls = [wall.buffer(_CORNER, join_style="mitre", cap_style="square") for wall in floor.walls.values()]
    whole = parts(shapely.union_all([*indoors, *walls]))
    filled = [shapely.Polygon(part.exterior) for part in whole if any(part.intersects(shape) for shape in indoors)]
    grown = shapely.union_all(filled).difference(shapely.union_all(outdoor))
    return float(grown.buffer(-_CORNER, join_style="mitre").area)


def _shapes(case: Case, floor_id: str, uses: frozenset[str]) -> list[shapely.Polygon]:
    floor = case.layout.floors[floor_id]
    return [shape for space_id, shape in floor.polygons.items() if floor.spaces[space_id].use in uses]


def outlines(case: Case, space_ids: Iterable[str]) -> Geometry | None:
    """Return the outlines of spaces as witness; `None` where there are none."""
    rings = [part.exterior.coords for space_id in space_ids for part in parts(case.layout.polygon(space_id))]
    if not rings:
        return None
    return measure.area(list(rings[0])) if len(rings) == 1 else measure.lines([list(ring) for ring in rings])
