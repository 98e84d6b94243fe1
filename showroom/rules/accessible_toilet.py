"""Is an accessible toilet large enough, can a wheelchair turn in it, and is its door wide enough?

GB 50763-2012, 3.9.3.
"""

from collections.abc import Iterator

import shapely

from showroom.domain.finding import Outcome, Reason
from showroom.geometry.floor import Floor
from showroom.geometry.turning import largest_circle
from showroom.rules import measure
from showroom.rules.access import is_toilet
from showroom.rules.accessible_route import standing
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, area, line, measured, not_applicable, phrase, point, to_confirm
from showroom.rules.parameters import Area, Width
from showroom.rules.registry import rule


@rule("accessible-toilet")
def accessible_toilet(case: Case, *, area_at_least: Area, circle: Width, door_at_least: Width) -> Iterator[Measurement]:
    """Every accessible toilet room has this area, holds this circle, and is entered by a door this wide."""
    looked_at = 0
    for floor in case.floors:
        for space_id in floor.spaces:
            if is_toilet(case, space_id):
                looked_at += 1
                found = list(_room(case, floor, space_id, area_at_least, circle, door_at_least))
                yield from [verdict for verdict in found if verdict.outcome is not Outcome.MET] or found[:1]
    if not looked_at:
        yield not_applicable(phrase("图上没有独立的无障碍卫生间。", "The plan has no accessible toilet room."))


def _room(
    case: Case, floor: Floor, space_id: str, area_at_least: float, circle: float, door_at_least: float
) -> Iterator[Measurement]:
    name, ground = case.space_name(space_id), floor.polygons[space_id]
    yield measured(
        ground.area,
        measure.at_least(area_at_least, "m²"),
        phrase("{room}的面积", "Area of {room}", room=name),
        affected=[space_id],
        storey=floor.id,
        witness=None if ground.is_empty else area(list(ground.exterior.coords)),
        spread=ground.length,
    )
    in_way = [shape for shape in standing(floor, space_id) if not shape.is_empty]
    free = floor.free[space_id]
    turning = largest_circle(free.difference(shapely.union_all(in_way)) if in_way else free, 2 * circle)
    if turning is not None:
        yield measured(
            turning.diameter,
            measure.at_least(circle),
            phrase("{room}里能放下的圆", "Circle free in {room}", room=name),
            affected=[space_id],
            storey=floor.id,
            witness=point(turning.centre),
        )
    doors = [placed for placed in floor.openings_of.get(space_id, ()) if placed.opening.kind in ("door", "passage")]
    if not doors:
        text = phrase("图上{room}没有画门。", "No door of {room} is drawn.", room=name)
        yield to_confirm(text, Reason.DRAWING_SILENT, affected=[space_id], storey=floor.id)
        return
    widest = max(doors, key=lambda placed: placed.opening.width)
    yield measured(
        widest.opening.width,
        measure.at_least(door_at_least),
        phrase("{room}的门净宽", "Clear width of the door of {room}", room=name),
        affected=[space_id],
        causing=[widest.id] if widest.opening.width < door_at_least - 1e-4 else (),
        relies_on=[widest.id],
        storey=floor.id,
        witness=line(widest.line),
    )
