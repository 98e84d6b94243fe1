"""Is the way from the door of every room to the nearest exit short enough?"""

from collections.abc import Iterator, Sequence
from math import dist, hypot

from showroom.domain.finding import Outcome, Reason
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept_apart
from showroom.geometry.openings import Vector
from showroom.geometry.routes import Field, Routes, Spot, Walk, door_spots
from showroom.rules.case import Case
from showroom.rules.egress import Room, rooms
from showroom.rules.measure import Measurement, listed, not_applicable, phrase, to_confirm
from showroom.rules.registry import rule
from showroom.rules.travel_limits import Factor, Possible, TravelLimit, possible_limits
from showroom.rules.travel_verdict import Travel, judged

_TURN = 0.70710678
"""Cosine of 45°."""
_NEAREST = 6
"""How many exits are looked at to tell whether a door lies between two."""


@rule("travel-to-exit")
def travel_to_exit(case: Case, *, limits: tuple[TravelLimit, ...], sprinkler_factor: Factor = 1.0) -> Iterator[Measurement]:
    """From the door of every room the way to the nearest exit is short enough: between two exits, or along a dead end."""
    dead_end = possible_limits(case, limits, "dead_end", sprinkler_factor)
    between = possible_limits(case, limits, "between", sprinkler_factor)
    looked_at = 0
    for floor in case.floors:
        goals = [spot for placed in floor.exits for spot in door_spots(placed, [side for side in placed.joins if side])]
        there = [placed.other(space_id) for room in rooms(floor) for placed, space_id in room.doors]
        walks = case.layout.routes(floor.id, {*(goal.space for goal in goals), *filter(None, there)})
        field = walks.field(goals)
        for room in rooms(floor):
            if any(placed.id in floor.exit_ids for placed, _ in room.doors):
                continue
            looked_at += 1
            yield _to_exit(case, floor, room, walks, field, dead_end, between)
    if not looked_at:
        yield not_applicable(phrase("每个房间都直接通向安全出口。", "Every room opens straight to an exit."))


@kept_apart
def _to_exit(
    case: Case, floor: Floor, room: Room, routes: Routes, field: Field, dead_end: Possible, between: Possible
) -> Measurement:
    name = listed([case.space_name(space_id) for space_id in room.spaces])
    walks: list[tuple[Walk, Spot]] = []
    for placed, space_id in room.doors:
        beyond = placed.other(space_id)
        if beyond is not None:
            spot = Spot(beyond, placed.face(placed.side_of(beyond)))
            if walk := field.walk(spot):
                walks.append((walk, spot))
    if not walks:
        return to_confirm(
            phrase("图上看不出从{room}的门怎样走到安全出口。", "The plan does not show a way from {room} to an exit.", room=name),
            Reason.DRAWING_SILENT,
            affected=room.spaces,
            storey=floor.id,
        )
    walk, spot = min(walks, key=lambda found: found[0].length)
    straight = dist(spot.at, field.goals[walk.goal].at)
    what = phrase("{room}的门到最近安全出口", "Door of {room} to the nearest exit", room=name)
    travel = Travel(what, walk, straight, room, floor.id)
    verdict = judged(travel, dead_end)
    if verdict.outcome is Outcome.MET or not _two_ways(routes, spot, field):
        return verdict
    return judged(travel, between)


def _two_ways(routes: Routes, spot: Spot, field: Field) -> bool:
    """Tell whether two of the nearest exits lie in different directions (first steps more than 45° apart): no dead end."""
    steps: list[Sequence[Vector]] = []
    for goal in sorted(field.goals, key=lambda goal: dist(goal.at, spot.at))[:_NEAREST]:
        walk = routes.field([goal]).walk(spot)
        if walk is None or len(walk.points) < 2:
            continue
        if any(_apart(walk.points, other) for other in steps):
            return True
        steps.append(walk.points)
    return False


def _apart(first: Sequence[Vector], second: Sequence[Vector]) -> bool:
    a = (first[1][0] - first[0][0], first[1][1] - first[0][1])
    b = (second[1][0] - second[0][0], second[1][1] - second[0][1])
    along, sizes = a[0] * b[0] + a[1] * b[1], hypot(*a) * hypot(*b)
    return sizes > 0 and along / sizes < _TURN
