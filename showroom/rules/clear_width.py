"""Is every door and gap of the way out, every exit, or every door of some rooms wide enough?"""

from collections.abc import Iterator
from math import dist
from typing import Literal

from showroom.domain.document import Document
from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept_apart
from showroom.geometry.openings import PlacedOpening
from showroom.rules import measure
from showroom.rules.case import Case, Unknown
from showroom.rules.egress import UNOCCUPIED, escape_doors, is_way_out
from showroom.rules.gaps import Gap, gaps
from showroom.rules.measure import Measurement, ask, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Uses, Width
from showroom.rules.registry import rule

_SLACK = 0.05
"""An opening may stick out of its wall's axis by this, in metres: corners are drawn in many ways."""


class DoorsOf(Document):
    """Every door of the spaces of these uses."""

    of: Uses


Doors = Literal["escape", "exits", "ground-exits"] | DoorsOf


@rule("clear-width")
def clear_width(case: Case, *, doors: Doors, at_least: Width) -> Iterator[Measurement]:
    """Each of these doors leaves at least this clear width between its jambs; a gap one has to leave by counts like a door."""
    looked_at = 0
    for placed in _chosen(case, doors):
        looked_at += 1
        if isinstance(placed, Measurement):
            yield placed
            continue
        yield _width(case, placed, at_least)
    for floor in case.floors if doors == "escape" else ():
        looked_at += len(gaps(floor))
        yield from (_gap(case, floor, gap, at_least) for gap in gaps(floor))
    if not looked_at:
        yield not_applicable(phrase("图上没有这一要求所针对的门。", "The plan has no door this is about."))


@kept_apart
def _width(case: Case, placed: PlacedOpening, at_least: float) -> Measurement:
    if not _in_its_wall(case, placed) and measure.at_least(at_least).holds(placed.opening.width):
        return to_confirm(
            phrase(
                "{door}超出了它所在的墙，请现场测量净宽。",
                "{door} does not lie within its wall; measure its clear width on site.",
                door=case.opening_name(placed),
            ),
            Reason.DRAWING_SILENT,
            affected=[placed.id],
            storey=placed.storey_id,
            witness=line(placed.line),
        )
    return measured(
        placed.opening.width,
        measure.at_least(at_least),
        phrase("{door}的净宽", "Clear width of {door}", door=case.opening_name(placed)),
        affected=[placed.id],
        storey=placed.storey_id,
        witness=line(placed.line),
    )


def _in_its_wall(case: Case, placed: PlacedOpening) -> bool:
    """Tell whether the wall is as long as the opening in it asks."""
    wall = case.floor_of(placed.id).storey.wall_of[placed.opening.wall]
    half = placed.opening.width / 2
    return placed.opening.at - half >= -_SLACK and placed.opening.at + half <= dist(*wall.axis) + _SLACK


def _chosen(case: Case, doors: Doors) -> Iterator[PlacedOpening | Measurement]:
    """The doors meant, or what has to be asked before they are known."""
    if doors == "escape":
        yield from (placed for _, placed in escape_doors(case))
        yield from (placed for floor in case.floors for placed in floor.passages if _is_doorless_way_out(floor, placed))
    elif doors == "exits":
        yield from (placed for floor in case.floors for placed in floor.exits)
    elif doors == "ground-exits":
        for floor in case.floors:
            level = case.level(floor.storey)
            if isinstance(level, Unknown) and floor.final_exits:
                yield ask(level.question, storey=floor.id, affected=[placed.id for placed in floor.final_exits])
            elif level == 1:
                yield from floor.final_exits
    else:
        yield from (placed for floor in case.floors for placed in floor.passages if _is_door_of(case, placed, doors.of))


def _is_doorless_way_out(floor: Floor, placed: PlacedOpening) -> bool:
    """Tell whether an occupied space is left by this opening without a leaf."""
    return placed.opening.kind == "passage" and any(
        side is not None and floor.spaces[side].use not in UNOCCUPIED and is_way_out(floor, placed, side) for side in placed.joins
    )


def _gap(case: Case, floor: Floor, gap: Gap, at_least: float) -> Measurement:
    return measured(
        gap.passage.width,
        measure.at_least(at_least),
        phrase(
            "{spaces}往外走要经过的缺口（没有画门）的净宽",
            "Clear width of the gap, drawn without a door, by which {spaces} is left",
            spaces=listed([case.space_name(space_id) for space_id in gap.behind]),
        ),
        affected=gap.behind,
        storey=floor.id,
        witness=line(gap.passage.line),
    )


def _is_door_of(case: Case, placed: PlacedOpening, uses: frozenset[str]) -> bool:
    if placed.opening.kind != "door":
        return False
    return any(side is not None and case.layout.space(side).use in uses for side in placed.joins)
