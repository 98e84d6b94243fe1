"""How many persons may be in one room, at the least and at the most?

Seats are in the dining rooms, students in the training rooms, staff anywhere. How they spread over several rooms is not stated, so
a room has a range.
"""

from dataclasses import dataclass

from showroom.geometry.memory import kept
from showroom.rules.case import Case
from showroom.rules.egress import Room, rooms

_SEATED = frozenset(("dining", "private-dining"))


@dataclass(frozen=True)
class Persons:
    """At least and at most so many; `most` is `None` where a fact is missing, and `question` names it."""

    least: int
    most: int | None
    question: str | None = None


@kept
def room_persons(case: Case, room: Room) -> Persons:
    """Return the range of persons in a room."""
    people = case.application.people
    least, most, question = 0, 0, None
    hosted = False
    counts = ((people.seats, "people.seats"), (people.students, "people.students"))
    for (count, key), (uses, hosts) in zip(counts, _hosts(case), strict=True):
        hosted = hosted or hosts > 0
        if not _is_one(case, room, uses):
            continue
        if count is None:
            question = question or key
        else:
            most += count
            least += count if hosts == 1 else 0
    if not hosted:  # seats or students declared for rooms that are not named as such may be anywhere
        most += (people.seats or 0) + (people.students or 0)
    if people.staff is None:
        question = question or "people.staff"
    return Persons(least, None if question else most + (people.staff or 0), question)


@kept
def _hosts(case: Case) -> tuple[tuple[frozenset[str], int], ...]:
    """The uses of rooms with seats and of rooms with students, each with how many such rooms there are; counted once."""
    training = frozenset(use for use in case.vocabulary.uses if case.vocabulary.zone_of(use) == "training")
    everywhere = [room for floor in case.floors for room in rooms(floor)]
    return tuple((uses, sum(_is_one(case, room, uses) for room in everywhere)) for uses in (_SEATED, training))


def _is_one(case: Case, room: Room, uses: frozenset[str]) -> bool:
    return any(case.layout.space(member).use in uses for member in room.spaces)
