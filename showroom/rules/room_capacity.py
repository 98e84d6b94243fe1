"""Do the rooms hold the students who come at one time, each room counted by what its subject needs?"""

from collections.abc import Iterator
from math import floor as whole

from showroom.domain.document import Document
from showroom.domain.finding import Reason
from showroom.domain.plan import Space
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, amount, ask, at_most, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Area, Uses
from showroom.rules.person_area import largest_outline
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

_TWICE = 0.5
_SLACK = 1e-3
"""Square metres by which a room may be short of one person more and still hold him."""


class PersonNeeds(Document):
    """Square metres a person needs in rooms of these uses."""

    uses: Uses
    square_metres: Area


@rule("room-capacity")
def room_capacity(case: Case, *, needs: tuple[PersonNeeds, ...], each_room: bool = False) -> Iterator[Measurement]:
    """The students at one time are no more than the rooms hold, together or (`each_room`) every room by itself."""
    rooms = [(space, hold) for space in _once(case) if (hold := _holds(case, space, needs)) is not None]
    students = case.application.people.students
    if not rooms:
        yield no_such_space(case, phrase("图上没有培训用房。", "The plan has no training room."))
    elif students is None:
        yield ask("people.students")
    elif not each_room or len(rooms) == 1:
        parts = [phrase("{room} {n} 人", "{room} {n}", room=case.space_name(space.id), n=hold) for space, hold in rooms]
        yield measured(
            students,
            at_most(sum(hold for _, hold in rooms), "persons"),
            phrase("按面积可容纳：{parts}；同一时段学员", "By area they hold: {parts}; students at one time", parts=listed(parts)),
            affected=[rooms[0][0].id] if each_room else (),
            relies_on=[space.id for space, _ in rooms],
            witness=largest_outline(case, [space for space, _ in rooms]),
        )
    else:
        for space, hold in rooms:
            yield _room(case, space, hold, students)


def _room(case: Case, space: Space, hold: int, students: int) -> Measurement:
    limit = at_most(hold, "persons")
    what = phrase(
        "{room}按面积可容纳 {n} 人；同一时段学员",
        "By area {room} holds {n}; students at one time",
        room=case.space_name(space.id),
        n=hold,
    )
    storey, witness = case.floor_of(space.id).id, largest_outline(case, [space])
    if limit.holds(students):
        return measured(students, limit, what, affected=[space.id], storey=storey, witness=witness)
    text = phrase(
        "{room}面积 {area}，最多 {n} 名学员；请按此排课，并把人数贴在门上。",
        "{room} has {area}: at most {n} students; plan its classes so and put the number on its door.",
        room=case.space_name(space.id),
        area=amount(case.layout.area(space.id), "m²"),
        n=hold,
    )
    return to_confirm(text, Reason.INSPECTOR, affected=[space.id], storey=storey, witness=witness, limit=limit)


def _once(case: Case) -> list[Space]:
    """The spaces without those that lie for more than half on an earlier one: rooms drawn twice."""
    found: list[Space] = []
    for floor in case.floors:
        again: set[str] = set()
        for space_id, space in floor.spaces.items():
            shape = floor.polygons[space_id]
            if space_id in again:
                continue
            found.append(space)
            for other in floor.near(space_id):
                if floor.polygons[other].intersection(shape).area > _TWICE * floor.polygons[other].area:
                    again.add(other)
    return found


def _holds(case: Case, space: Space, needs: tuple[PersonNeeds, ...]) -> int | None:
    fits = next((need for need in needs if space.use in need.uses), None)
    return None if fits is None else whole((case.layout.area(space.id) + _SLACK) / fits.square_metres)
