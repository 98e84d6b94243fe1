"""Is every place of a hall with two doors or more near enough to one of them?

GB 50016-2014, 5.5.17(4).
"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.geometry.farthest import farthest
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.routes import Routes, Spot, routes_of
from showroom.rules.case import Case
from showroom.rules.egress import Room, rooms
from showroom.rules.measure import Measurement, listed, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Uses, Width
from showroom.rules.registry import rule
from showroom.rules.travel_limits import Factor, Possible, TravelLimit, possible_limits
from showroom.rules.travel_verdict import Travel, judged


@rule("travel-in-hall")
def travel_in_hall(case: Case, *, uses: Uses, within: Width, sprinkler_factor: Factor = 1.0) -> Iterator[Measurement]:
    """From any point of such a room with two doors or more, the way to the nearest of them is no longer than this."""
    allowed = possible_limits(case, (TravelLimit(between=within, dead_end=within),), "dead_end", sprinkler_factor)
    looked_at = 0
    for floor in case.floors:
        halls = [
            room
            for room in rooms(floor)
            if len(room.ways_out) > 1 and any(floor.spaces[member].use in uses for member in room.spaces)
        ]
        routes = routes_of(floor, through_doors=False)
        for room in halls:
            looked_at += 1
            yield _hall(case, floor, routes, room, allowed)
    if not looked_at:
        yield not_applicable(phrase("图上没有两个门以上的大厅。", "The plan has no hall with two doors or more."))


@kept
def _hall(case: Case, floor: Floor, routes: Routes, room: Room, allowed: Possible) -> Measurement:
    name = listed([case.space_name(member) for member in room.spaces])
    field = routes.field([Spot(member, placed.face(placed.side_of(member))) for placed, member in room.doors])
    reached = [found for member in room.spaces if (found := farthest(field, member, floor.free[member]))]
    if len(reached) < len(room.spaces):
        text = phrase("图上看不出从{room}怎样走到门。", "The plan does not show how {room} is left.", room=name)
        return to_confirm(text, Reason.DRAWING_SILENT, affected=room.spaces, storey=floor.id)
    worst = max(reached, key=lambda found: found.walk.length)
    what = phrase("{room}内最远点到最近的门", "{room}, farthest point to the nearest of its doors", room=name)
    return judged(Travel(what, worst.walk, max(found.straight for found in reached), room, floor.id), allowed)
