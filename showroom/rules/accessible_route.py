"""Is the way of a wheelchair from the entrance to where guests are wide enough all along?

GB 55019-2021, 2.2.2.
"""

from collections.abc import Iterator

from shapely import LineString, Polygon

from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening
from showroom.geometry.outlines import outline_polygon
from showroom.geometry.passage import narrowest_passage
from showroom.rules import measure
from showroom.rules.access import accessible_ways
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Width
from showroom.rules.passage_width import MOVABLE, OVERHEAD
from showroom.rules.registry import rule


@rule("accessible-route")
def accessible_route(case: Case, *, at_least: Width) -> Iterator[Measurement]:
    """Every passage and every space one goes through on the way to guests' spaces leaves this width."""
    looked_at = 0
    for way in accessible_ways(case):
        looked_at += 1
        found = [*_passages(case, way.doors, at_least), *_spaces(case, case.layout.floors[way.storey], way.passed, at_least)]
        yield from found
        if way.unreached:
            yield to_confirm(
                phrase(
                    "图上看不出客人怎样走到{spaces}。",
                    "The plan does not show how guests get to {spaces}.",
                    spaces=listed([case.space_name(space_id) for space_id in way.unreached]),
                ),
                Reason.DRAWING_SILENT,
                affected=way.unreached,
                storey=way.storey,
            )
        elif not found:
            text = phrase("客人从入口直接进到使用的地方。", "Guests get straight from the entrance to where they are served.")
            yield held(text, affected=[placed.id for placed in way.entrances], storey=way.storey)
    if not looked_at:
        yield not_applicable(phrase("图上没有供客人使用的空间。", "The plan has no space for guests."))


def _passages(case: Case, doors: tuple[PlacedOpening, ...], at_least: float) -> Iterator[Measurement]:
    for placed in doors:
        if placed.opening.kind == "passage":
            yield measured(
                placed.opening.width,
                measure.at_least(at_least),
                phrase("无障碍通路上{door}的净宽", "Clear width of {door} on the accessible way", door=case.opening_name(placed)),
                affected=[placed.id],
                storey=placed.storey_id,
                witness=line(placed.line),
            )


def _spaces(
    case: Case, floor: Floor, passed: tuple[tuple[str, LineString, LineString], ...], at_least: float
) -> Iterator[Measurement]:
    limit = measure.at_least(at_least)
    worst: dict[str, Measurement] = {}
    for space_id, entering, leaving in passed:
        passage = narrowest_passage(floor.free[space_id], standing(floor, space_id), [entering, leaving])
        if passage is None:
            continue
        found = measured(
            passage.width,
            limit,
            phrase(
                "从入口经过{space}，最窄处净宽",
                "From the entrance through {space}, narrowest place",
                space=case.space_name(space_id),
            ),
            affected=[space_id],
            storey=floor.id,
            witness=line(passage.line),
        )
        if space_id not in worst or (found.margin or 0.0) < (worst[space_id].margin or 0.0):
            worst[space_id] = found
    yield from worst.values()


def standing(floor: Floor, space_id: str) -> list[Polygon]:
    """The columns, and what stands fixed in a space: chairs and the like can be pushed aside, what hangs above takes nothing."""
    there = (*floor.fixtures_in(space_id), *floor.reaching_into(space_id))
    fixed = [fixture for fixture in there if fixture.kind not in MOVABLE | OVERHEAD]
    return [*map(floor.footprint, fixed), *map(outline_polygon, floor.storey.columns)]
