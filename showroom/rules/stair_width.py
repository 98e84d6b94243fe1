"""Is every stair wide enough?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.geometry.outlines import outline_polygon
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, area, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Width
from showroom.rules.registry import rule


@rule("stair-width")
def stair_width(case: Case, *, at_least: Width) -> Iterator[Measurement]:
    """Every flight has at least this clear width; a stair drawn only as a room is measured on site."""
    looked_at = 0
    for floor in case.floors:
        shapes = {stair.id: outline_polygon(stair) for stair in floor.storey.stairs}
        for stair in floor.storey.stairs:
            looked_at += 1
            shape = shapes[stair.id]
            yield measured(
                stair.width,
                measure.at_least(at_least),
                phrase("楼梯 {id} 的净宽", "Clear width of stair {id}", id=stair.id),
                affected=[stair.id],
                storey=floor.id,
                witness=None if shape.is_empty else area(list(shape.exterior.coords)),
            )
        for space_id, polygon in floor.polygons.items():
            if floor.is_stair(space_id) and not any(shape.intersects(polygon) for shape in shapes.values()):
                looked_at += 1
                yield to_confirm(
                    phrase(
                        "图上{stair}没有画出梯段，请现场量净宽。",
                        "The flights of {stair} are not drawn; measure their clear width on site.",
                        stair=case.space_name(space_id),
                    ),
                    Reason.DRAWING_SILENT,
                    affected=[space_id],
                    storey=floor.id,
                    limit=measure.at_least(at_least),
                )
    if not looked_at:
        yield not_applicable(phrase("图上没有楼梯。", "The plan has no stair."))
