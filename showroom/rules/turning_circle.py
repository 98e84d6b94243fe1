"""Can a wheelchair turn round on both sides of every accessible door?

GB 50763-2012, 3.5.3.
"""

from collections.abc import Iterator

import shapely

from showroom.domain.finding import Reason
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening, faces
from showroom.geometry.turning import Circle, largest_circle
from showroom.rules import measure
from showroom.rules.access import accessible_ways
from showroom.rules.accessible_route import standing
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, measured, not_applicable, phrase, point, to_confirm
from showroom.rules.parameters import Width
from showroom.rules.passage_width import MOVABLE, OVERHEAD
from showroom.rules.registry import rule

_MOST = 4 / 3
"""A circle is looked for up to this many times the diameter asked."""


@rule("turning-circle")
def turning_circle(case: Case, *, diameter: Width) -> Iterator[Measurement]:
    """On either side of the accessible doors a circle of this diameter lies free on the floor, touching the door."""
    looked_at = 0
    for way in accessible_ways(case):
        for placed in way.doors:
            if placed.opening.kind == "door":
                looked_at += 1
                yield _door(case, placed, diameter)
    if not looked_at:
        yield not_applicable(phrase("图上没有无障碍通路上的门。", "The plan has no door on an accessible way."))


@kept
def _door(case: Case, placed: PlacedOpening, diameter: float) -> Measurement:
    name = case.opening_name(placed)
    limit = measure.at_least(diameter)
    sides = [side for side in placed.joins if side is not None]
    circles = [(_beside(case, placed, side, _MOST * diameter), side) for side in sides]
    blank = [side for circle, side in circles if circle is None]
    if blank or not circles:
        text = phrase(
            "图上{door}旁边的空间没有面积，无法量回转空间。",
            "The space beside {door} has no area; it cannot be measured.",
            door=name,
        )
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[placed.id], storey=placed.storey_id, limit=limit)
    circle, side = min(((circle, side) for circle, side in circles if circle is not None), key=lambda found: found[0].diameter)
    what = (
        phrase("{door}内侧（{space}）能放下的圆", "Circle free inside {door}, in {space}", door=name, space=case.space_name(side))
        if None in placed.joins
        else phrase(
            "{door}在{space}一侧能放下的圆", "Circle free beside {door}, in {space}", door=name, space=case.space_name(side)
        )
    )
    found = measured(
        circle.diameter,
        limit,
        what,
        affected=[placed.id],
        causing=_in_the_way(case, side, circle.centre, diameter) if not limit.holds(circle.diameter) else (),
        storey=placed.storey_id,
        witness=point(circle.centre),
    )
    if None not in placed.joins:
        return found
    return found.but(
        text=phrase(
            "{text}门外没有画出，按无遮挡计。", "{text} What lies outside is not drawn and is taken to be free.", text=found.text
        )
    )


def _beside(case: Case, placed: PlacedOpening, side: str, most: float) -> Circle | None:
    floor = case.floor_of(side)
    (face,) = faces([placed], [placed.side_of(side)])
    ground = floor.ground(side)
    in_way = [shape for shape in standing(floor, side) if not shape.is_empty and shape.distance(face) <= most]
    return largest_circle(ground.difference(shapely.union_all(in_way)) if in_way else ground, most, face)


def _in_the_way(case: Case, side: str, centre: tuple[float, float], diameter: float) -> list[str]:
    floor = case.floor_of(side)
    reach = shapely.Point(centre).buffer(diameter / 2)
    fixed = [fixture for fixture in floor.fixtures_in(side) if fixture.kind not in MOVABLE | OVERHEAD]
    return [fixture.id for fixture in fixed if floor.footprint(fixture).intersects(reach)]
