"""Are the doors of crowded halls wide enough?

GB 50016-2014, 5.5.19. From how many persons a hall counts as crowded is the district's decision.
"""

from collections.abc import Iterator

from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.egress import rooms
from showroom.rules.measure import Measurement, ask, line, measured, not_applicable, phrase
from showroom.rules.occupancy import room_persons
from showroom.rules.parameters import AtLeastOne, Width
from showroom.rules.registry import rule


@rule("hall-door-width")
def hall_door_width(case: Case, *, persons_over: AtLeastOne, at_least: Width) -> Iterator[Measurement]:
    """Every door by which a room of more than so many persons can be left is at least this wide."""
    limit = measure.at_least(at_least)
    looked_at = 0
    for floor in case.floors:
        for room in rooms(floor):
            persons = room_persons(case, room)
            if persons.most is not None and persons.most <= persons_over:
                continue
            for placed, _ in room.ways_out:
                looked_at += 1
                width = placed.opening.width
                if persons.least <= persons_over and not limit.holds(width):
                    yield ask(persons.question or "room.persons", affected=[placed.id], storey=floor.id, value=width, limit=limit)
                    continue
                yield measured(
                    width,
                    limit,
                    phrase("人多的厅，{door}的净宽", "A crowded hall: clear width of {door}", door=case.opening_name(placed)),
                    affected=[placed.id],
                    storey=floor.id,
                    witness=line(placed.line),
                )
    if not looked_at:
        yield not_applicable(phrase("没有超过 {n} 人的厅。", "No hall holds more than {n} persons.", n=persons_over))
