"""Do neighbouring exits, and the two doors of a room that needs two, stand far enough apart?

GB 50016-2014, 5.5.2.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from shapely import LineString, shortest_line

from showroom.domain.finding import Outcome
from showroom.domain.quantities import TOLERANCE
from showroom.domain.text import Text
from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.egress import rooms
from showroom.rules.measure import Measurement, ask, line, listed, measured, not_applicable, phrase
from showroom.rules.parameters import Width
from showroom.rules.registry import rule
from showroom.rules.room_limits import RoomLimit, possible_areas, room_area


@rule("exit-separation")
def exit_separation(case: Case, *, at_least: Width, limits: tuple[RoomLimit, ...] = ()) -> Iterator[Measurement]:
    """Between the nearest edges of two exits of a storey, or of the two doors a large room needs, there is this distance."""
    looked_at = 0
    for floor in case.floors:
        if len(floor.exits) > 1:
            looked_at += 1
            name = phrase("相邻两个安全出口最近边缘之间", "Between the nearest edges of two exits")
            yield _apart(floor, min(_gaps(floor.exits), key=_rank), name, at_least)
        for room in rooms(floor):
            doors = [placed for placed, _ in room.ways_out]
            possible = possible_areas(case, floor, room, limits).square_metres
            here = room_area(floor, room)
            if len(doors) < 2 or not possible or here <= possible[0] + TOLERANCE:
                continue
            looked_at += 1
            name = phrase(
                "{room}的两个疏散门最近边缘之间",
                "Between the nearest edges of the two doors of {room}",
                room=listed([case.space_name(member) for member in room.spaces]),
            )
            found = _apart(floor, max(_gaps(doors), key=_rank), name, at_least)
            needed = here > possible[-1] + TOLERANCE
            if needed or found.outcome is Outcome.MET:
                yield found
            else:
                yield ask("people.children", affected=found.affected, storey=floor.id, witness=found.geometry)
    if not looked_at:
        yield not_applicable(
            phrase(
                "没有两个出口，也没有需要两个门的房间。", "There are no two exits, and no room that needs two doors and has them."
            )
        )


Gap = tuple[PlacedOpening, PlacedOpening, LineString]


def _gaps(doors: Sequence[PlacedOpening]) -> list[Gap]:
    """Every two doors with the shortest line between their clear openings."""
    return [
        (first, second, shortest_line(LineString(first.line), LineString(second.line))) for first, second in combinations(doors, 2)
    ]


def _rank(gap: Gap) -> tuple[float, list[str]]:
    """By length; pairs equally far apart by their ids, so that turning the plan names the same doors."""
    return round(float(gap[2].length), 6), sorted((gap[0].id, gap[1].id))


def _apart(floor: Floor, gap: Gap, what: Text, at_least: float) -> Measurement:
    first, second, between = gap
    return measured(
        float(between.length),
        measure.at_least(at_least),
        what,
        affected=[first.id, second.id],
        storey=floor.id,
        witness=line(list(between.coords)),
    )
