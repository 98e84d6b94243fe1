"""Is there enough height above heads: in these spaces, and under the lintels of the doors one leaves by?"""

from collections.abc import Iterator
from typing import Literal

from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.egress import escape_doors
from showroom.rules.measure import Measurement, area, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Uses, Width
from showroom.rules.registry import rule


@rule("clear-height")
def clear_height(
    case: Case, *, at_least: Width, spaces: Uses | None = None, doors: Literal["exits", "escape"] | None = None
) -> Iterator[Measurement]:
    """The spaces of these uses, and these doors, are at least this high; heights that were not drawn are measured on site."""
    limit = measure.at_least(at_least)
    looked_at = 0
    for floor in case.floors:
        silent: dict[str, Text] = {}
        for space_id, space in floor.spaces.items():
            if spaces is None or space.use not in spaces:
                continue
            looked_at += 1
            if space.height is None:
                silent[space_id] = case.space_name(space_id)
                continue
            outline = floor.polygons[space_id].exterior.coords
            yield measured(
                space.height,
                limit,
                phrase("{space}的净高", "Clear height of {space}", space=case.space_name(space_id)),
                affected=[space_id],
                storey=floor.id,
                witness=area(list(outline)) if len(outline) else None,
            )
        for placed in _doors(case, floor, doors):
            looked_at += 1
            if placed.opening.height is None:
                silent[placed.id] = case.opening_name(placed)
                continue
            yield measured(
                placed.opening.height,
                limit,
                phrase("{door}的净高", "Clear height of {door}", door=case.opening_name(placed)),
                affected=[placed.id],
                storey=floor.id,
                witness=line(placed.line),
            )
        if silent:
            text = phrase(
                "图上没有标出净高，请现场量：{things}。",
                "Clear heights are not drawn; measure on site: {things}.",
                things=listed(list(silent.values())),
            )
            yield to_confirm(text, Reason.DRAWING_SILENT, affected=list(silent), storey=floor.id, limit=limit)
    if not looked_at:
        yield not_applicable(phrase("图上没有这一要求所针对的空间或门。", "The plan has no space or door this is about."))


def _doors(case: Case, floor: Floor, doors: str | None) -> list[PlacedOpening]:
    if doors == "exits":
        return list(floor.exits)
    if doors != "escape":
        return []
    between = [placed for placed in floor.passages if placed.opening.kind == "passage" and None not in placed.joins]
    return [placed for here, placed in escape_doors(case) if here is floor] + between
