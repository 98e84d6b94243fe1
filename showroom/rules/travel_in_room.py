"""Is the way from the farthest point of a room to its door short enough?"""

from collections.abc import Iterator

from showroom.domain.finding import Outcome, Reason
from showroom.geometry.farthest import farthest
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept_apart
from showroom.geometry.routes import Field, Spot, routes_of
from showroom.rules.case import Case
from showroom.rules.egress import Room, rooms
from showroom.rules.measure import Measurement, listed, not_applicable, phrase, to_confirm
from showroom.rules.registry import rule
from showroom.rules.travel_limits import Factor, Possible, TravelLimit, possible_limits
from showroom.rules.travel_verdict import Travel, judged


@rule("travel-in-room")
def travel_in_room(case: Case, *, limits: tuple[TravelLimit, ...], sprinkler_factor: Factor = 1.0) -> Iterator[Measurement]:
    """From any point of a room, the way to a door of the room is no longer than along a dead end."""
    allowed = possible_limits(case, limits, "dead_end", sprinkler_factor)
    for floor in case.floors:
        indoors = routes_of(floor, through_doors=False)
        for room in rooms(floor):
            field = indoors.field([Spot(space_id, placed.face(placed.side_of(space_id))) for placed, space_id in room.doors])
            yield _in_room(case, floor, room, field, allowed)
    if not any(rooms(floor) for floor in case.floors):
        yield not_applicable(phrase("图上没有有人停留的房间。", "The plan has no occupied room."))


@kept_apart
def _in_room(case: Case, floor: Floor, room: Room, field: Field, allowed: Possible) -> Measurement:
    name = listed([case.space_name(space_id) for space_id in room.spaces])
    reached = [found for space_id in room.spaces if (found := farthest(field, space_id, floor.free[space_id]))]
    if not room.doors or len(reached) < len(room.spaces):
        return to_confirm(
            phrase("图上看不出从{room}怎样走到门。", "The plan does not show how {room} is left.", room=name),
            Reason.DRAWING_SILENT,
            affected=room.spaces,
            storey=floor.id,
        )
    worst = max(reached, key=lambda found: found.walk.length)
    straight = max(found.straight for found in reached)
    what = phrase("{room}最远点到房间门", "{room}, farthest point to its door", room=name)
    verdict = judged(Travel(what, worst.walk, straight, room, floor.id), allowed)
    if verdict.outcome is not Outcome.MET or floor.divided.isdisjoint(room.spaces):
        return verdict
    text = phrase(
        "{room}被墙隔成几部分，图上看不出怎样从每一部分走到门。",
        "A wall divides {room}; the plan does not show how each part is left.",
        room=name,
    )
    return to_confirm(text, Reason.DRAWING_SILENT, affected=room.spaces, storey=floor.id, witness=verdict.geometry)
