"""May a room at the end of a corridor do with its single door?

GB 50016-2014, 5.5.15.
"""

from collections.abc import Iterator

from showroom.domain.document import Document
from showroom.domain.finding import Outcome, Reason
from showroom.domain.quantities import Limit
from showroom.domain.text import Text
from showroom.geometry.farthest import farthest
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening
from showroom.geometry.routes import Spot, routes_of
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.corridor_ends import at_corridor_end
from showroom.rules.egress import Room, rooms
from showroom.rules.measure import Measurement, absent, at_most, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Area, Uses, Width
from showroom.rules.registry import rule
from showroom.rules.room_limits import room_area, room_outline, room_spread


class SmallRoom(Document):
    """A room of less than this area may have one door of at least this width."""

    area_under: Area
    door_at_least: Width


class LargeRoom(Document):
    """A room of at most this area may have one door of at least this width, no point of the room farther from it than this."""

    area_at_most: Area
    door_at_least: Width
    within: Width


@rule("end-room-door")
def end_room_door(case: Case, *, small: SmallRoom, large: LargeRoom, two_for: Uses | None = None) -> Iterator[Measurement]:
    """A room with one door at the end of a corridor is small, or its door is wide and near; some uses need two doors there."""
    looked_at = 0
    for floor in case.floors:
        for room in rooms(floor):
            doors = room.ways_out
            if len(doors) == 1 and at_corridor_end(floor, *doors[0]):
                looked_at += 1
                yield _end_room(case, floor, room, doors[0][0], small, large, two_for or frozenset())
    if not looked_at:
        yield not_applicable(
            phrase("图上没有只设一个门的走道尽头房间。", "The plan has no room with a single door at the end of a corridor.")
        )


@kept
def _end_room(
    case: Case, floor: Floor, room: Room, door: PlacedOpening, small: SmallRoom, large: LargeRoom, two_for: Uses
) -> Measurement:
    name = listed([case.space_name(member) for member in room.spaces])
    if any(floor.spaces[member].use in two_for for member in room.spaces):
        text = phrase(
            "{room}在走道尽头，只有 1 个疏散门；这类用房在尽头应设 2 个。",
            "{room} lies at the end of a corridor and has 1 door; such a room needs 2 there.",
            room=name,
        )
        return absent(1, 2, text, causing=[door.id], storey=floor.id).but(affected=room.spaces, geometry=room_outline(floor, room))
    here = room_area(floor, room)
    under = Limit(op="<", value=small.area_under, unit="m²")
    if under.holds(here) and under.doubtful(here, case.plan.source.length_uncertainty * room_spread(floor, room)):
        return measured(
            here,
            under,
            phrase("走道尽头{room}的面积", "Area of {room} at the corridor's end", room=name),
            affected=room.spaces,
            storey=floor.id,
            witness=room_outline(floor, room),
            spread=room_spread(floor, room),
        )
    if here < small.area_under - 1e-4:
        return _door(
            floor,
            room,
            door,
            small.door_at_least,
            phrase("走道尽头{room}的门净宽", "Clear width of the door of {room} at the corridor's end", room=name),
        )
    limit = at_most(large.area_at_most, "m²")
    if not limit.holds(here):
        return measured(
            here,
            limit,
            phrase("走道尽头{room}只有一个门，面积", "{room} at the corridor's end has a single door; its area", room=name),
            affected=room.spaces,
            causing=[door.id],
            storey=floor.id,
            witness=room_outline(floor, room),
            spread=room_spread(floor, room),
        )
    width = _door(
        floor,
        room,
        door,
        large.door_at_least,
        phrase(
            "走道尽头{room}不小于 {area} 平方米，门净宽",
            "{room} at the corridor's end is not under {area} m²; clear width of its door",
            room=name,
            area=f"{small.area_under:g}",
        ),
    )
    reach = _reach(case, floor, room, large)
    return next((found for found in (width, reach) if found.outcome is not Outcome.MET), reach)


def _door(floor: Floor, room: Room, door: PlacedOpening, at_least: float, what: Text) -> Measurement:
    limit = measure.at_least(at_least)
    return measured(
        door.opening.width,
        limit,
        what,
        affected=room.spaces,
        causing=() if limit.holds(door.opening.width) else [door.id],
        relies_on=[door.id],
        storey=floor.id,
        witness=line(door.line),
    )


def _reach(case: Case, floor: Floor, room: Room, large: LargeRoom) -> Measurement:
    name = listed([case.space_name(member) for member in room.spaces])
    routes = routes_of(floor, through_doors=False)
    field = routes.field([Spot(member, placed.face(placed.side_of(member))) for placed, member in room.doors])
    found = [farthest(field, member, floor.free[member]) for member in room.spaces]
    walks = [reached.walk for reached in found if reached is not None]
    if len(walks) < len(room.spaces):
        return to_confirm(
            phrase("图上看不出从{room}怎样走到门。", "The plan does not show how {room} is left.", room=name),
            Reason.DRAWING_SILENT,
            affected=room.spaces,
            storey=floor.id,
        )
    worst = max(walks, key=lambda walk: walk.length)
    return measured(
        worst.length,
        at_most(large.within),
        phrase("走道尽头{room}最远点到门", "{room} at the corridor's end, farthest point to its door", room=name),
        affected=room.spaces,
        storey=floor.id,
        witness=line(worst.points),
    )
