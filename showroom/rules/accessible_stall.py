"""Is an accessible stall long and wide enough?

GB 50763-2012, 3.9.2.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import dist

from shapely import Polygon

from showroom.geometry.outlines import largest
from showroom.rules import measure
from showroom.rules.access import is_stall
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, line, measured, not_applicable, phrase
from showroom.rules.parameters import Width
from showroom.rules.registry import rule


@rule("accessible-stall")
def accessible_stall(case: Case, *, long: Width, wide: Width) -> Iterator[Measurement]:
    """Every accessible stall is at least this long and this wide."""
    looked_at = 0
    for floor in case.floors:
        for space_id in floor.spaces:
            if is_stall(case, space_id) and not floor.polygons[space_id].is_empty:
                looked_at += 1
                yield _stall(case, floor.id, space_id, floor.polygons[space_id], long, wide)
    if not looked_at:
        yield not_applicable(phrase("图上没有无障碍厕位。", "The plan has no accessible stall."))


def _stall(case: Case, storey: str, space_id: str, shape: Polygon, long: float, wide: float) -> Measurement:
    """The side that has least to spare decides."""
    name = case.space_name(space_id)
    corners = list(largest(shape.minimum_rotated_rectangle).exterior.coords)[:3]
    sides = sorted(((dist(a, b), (a, b)) for a, b in pairwise(corners)), key=lambda side: side[0])
    (width, across), (length, along) = sides
    found = [
        measured(
            length,
            measure.at_least(long),
            phrase("{stall}的长", "Length of {stall}", stall=name),
            affected=[space_id],
            storey=storey,
            witness=line(along),
        ),
        measured(
            width,
            measure.at_least(wide),
            phrase("{stall}的宽", "Width of {stall}", stall=name),
            affected=[space_id],
            storey=storey,
            witness=line(across),
        ),
    ]
    return min(found, key=lambda verdict: verdict.margin or 0.0)
