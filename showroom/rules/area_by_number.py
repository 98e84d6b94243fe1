"""Is a room large enough for the number of things that stand in it?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.floor_area import outlines
from showroom.rules.measure import Measurement, at_least, measured, phrase, to_confirm
from showroom.rules.parameters import Area, AtLeastOne, Kind, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

Areas = Annotated[dict[AtLeastOne, Area], Field(min_length=1)]


@rule("area-by-number")
def area_by_number(case: Case, *, uses: Uses, fixture: Kind, areas: Areas) -> Iterator[Measurement]:
    """A room with so many of these things has the area given for that number; with more, at least the largest one given."""
    rooms = case.spaces_of(uses)
    if not rooms:
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
    for room in rooms:
        there = sum(thing.kind == fixture for thing in case.layout.fixtures_in(room.id))
        known = min((number for number in areas if number >= there), default=max(areas))
        limit = at_least(areas[known] if there else max(areas.values()), "m²")
        storey, name = case.floor_of(room.id).id, case.space_name(room.id)
        if not there and not limit.holds(case.layout.area(room.id)):
            text = phrase(
                "{room}里没有画{thing}，请现场看有几件，面积够不够。",
                "No {thing} is drawn in {room}; see how many there are and whether the room is large enough.",
                room=name,
                thing=case.kind_name(fixture),
            )
            yield to_confirm(text, Reason.DRAWING_SILENT, affected=[room.id], storey=storey)
            continue
        yield measured(
            case.layout.area(room.id),
            limit,
            phrase(
                "{room}（{thing} {n} 件）的面积",
                "Area of {room} ({n} × {thing})",
                room=name,
                thing=case.kind_name(fixture),
                n=there,
            ),
            affected=[room.id],
            storey=storey,
            witness=outlines(case, [room.id]),
            spread=case.layout.polygon(room.id).length,
        )
