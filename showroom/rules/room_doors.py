"""Has every room that is too large for one door a second one?

GB 50016-2014, 5.5.15.
"""

from collections.abc import Iterator
from typing import Literal

from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept_apart
from showroom.rules.case import Case, Unknown
from showroom.rules.corridor_ends import at_corridor_end
from showroom.rules.egress import Room, rooms
from showroom.rules.exit_count import SingleExit
from showroom.rules.measure import (
    Measurement,
    absent,
    amount,
    ask,
    at_least,
    at_most,
    held,
    listed,
    measured,
    not_applicable,
    phrase,
    to_confirm,
)
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.room_limits import RoomLimit, possible_areas, room_area, room_outline, room_spread
from showroom.rules.small_ground_floor import is_small_ground_floor
from showroom.rules.undrawn import no_such_space


@rule("room-doors")
def room_doors(
    case: Case,
    *,
    limits: tuple[RoomLimit, ...],
    uses: Uses | None = None,
    at_end: Literal["elsewhere", "two"] = "elsewhere",
    single_if: SingleExit | None = None,
) -> Iterator[Measurement]:
    """A room above its area limit has two doors by which it can be left."""
    looked_at = 0
    for floor in case.floors:
        for room in rooms(floor):
            if uses is not None and not any(floor.spaces[member].use in uses for member in room.spaces):
                continue
            looked_at += 1
            yield _room(case, floor, room, limits, at_end, single_if)
    if not looked_at:
        yield no_such_space(case, phrase("图上没有这类房间。", "The plan has no such room."))


@kept_apart
def _room(
    case: Case, floor: Floor, room: Room, limits: tuple[RoomLimit, ...], at_end: str, single_if: SingleExit | None
) -> Measurement:
    name = listed([case.space_name(member) for member in room.spaces])
    doors = room.ways_out
    if not doors:
        return to_confirm(
            phrase("图上看不出从{room}怎样走到门。", "The plan does not show how {room} is left.", room=name),
            Reason.DRAWING_SILENT,
            affected=room.spaces,
            storey=floor.id,
        )
    if len(doors) > 1:
        what = phrase("{room}的疏散门", "Doors by which {room} can be left", room=name)
        return measured(
            len(doors),
            at_least(2, ""),
            what,
            affected=room.spaces,
            relies_on=[placed.id for placed, _ in doors],
            storey=floor.id,
            witness=room_outline(floor, room),
        )
    (placed, inside), *_ = doors
    if at_corridor_end(floor, placed, inside):
        if at_end == "elsewhere":
            text = phrase(
                "{room}在走道尽头，按尽头房间的要求判定。",
                "{room} lies at the end of a corridor and is judged as such a room.",
                room=name,
            )
            return not_applicable(text, affected=room.spaces, storey=floor.id)
        text = phrase(
            "{room}在走道尽头，只有 1 个疏散门，应设 2 个。",
            "{room} lies at the end of a corridor and has 1 door; 2 are required.",
            room=name,
        )
        return absent(1, 2, text, causing=[placed.id], storey=floor.id).but(
            affected=room.spaces, geometry=room_outline(floor, room)
        )
    return _with_one_door(case, floor, room, limits, single_if if placed.id in floor.exit_ids else None)


def _with_one_door(
    case: Case, floor: Floor, room: Room, limits: tuple[RoomLimit, ...], single_if: SingleExit | None
) -> Measurement:
    name = listed([case.space_name(member) for member in room.spaces])
    (placed, _), *_ = room.ways_out
    here = room_area(floor, room)
    possible = possible_areas(case, floor, room, limits)
    if not possible.square_metres:
        return not_applicable(
            phrase("{room}不属于这一要求所针对的房间。", "{room} is no room this is about.", room=name),
            affected=room.spaces,
            storey=floor.id,
        )
    strict, loose = at_most(possible.square_metres[0], "m²"), at_most(possible.square_metres[-1], "m²")
    if possible.question and strict.holds(here) != loose.holds(here):
        return ask(
            possible.question,
            affected=room.spaces,
            causing=[placed.id],
            storey=floor.id,
            witness=room_outline(floor, room),
            value=here,
            limit=strict,
        )
    limit = strict if strict.holds(here) else loose
    small = (
        not limit.holds(here)
        and single_if
        and is_small_ground_floor(case, floor, single_if.area_at_most, single_if.persons_at_most)
    )
    if isinstance(small, Unknown):
        return ask(small.question, affected=room.spaces, causing=[placed.id], storey=floor.id, value=here, limit=limit)
    if small and len(floor.exits) == 1:
        return held(
            phrase(
                "{room}面积 {area}，唯一的门直通室外，属于只需一个出口的首层小场所。",
                "{room} has {area}; its only door leads straight out, and on a small ground floor one exit is enough.",
                room=name,
                area=amount(here, "m²"),
            ),
            affected=room.spaces,
            relies_on=[placed.id],
            storey=floor.id,
            witness=room_outline(floor, room),
        )
    return measured(
        here,
        limit,
        phrase("{room}只有一个疏散门，面积", "{room} has a single door; its area", room=name),
        affected=room.spaces,
        causing=() if limit.holds(here) else [placed.id],
        relies_on=[placed.id],
        storey=floor.id,
        witness=room_outline(floor, room),
        spread=room_spread(floor, room),
    )
