"""Do the doors of full rooms open the way people run?

GB 55037-2022, 7.1.6.
"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept_apart
from showroom.geometry.openings import PlacedOpening
from showroom.rules.case import Case
from showroom.rules.egress import Room, rooms
from showroom.rules.measure import Measurement, ask, held, line, listed, missed, not_applicable, phrase, to_confirm
from showroom.rules.occupancy import room_persons
from showroom.rules.parameters import AtLeastOne
from showroom.rules.registry import rule


@rule("door-swing")
def door_swing(case: Case, *, persons_over: AtLeastOne, per_door_over: AtLeastOne) -> Iterator[Measurement]:
    """Where a room holds more persons than this, in all or a door, its doors open out of the room."""
    looked_at = 0
    for floor in case.floors:
        for room in rooms(floor):
            doors = [placed for placed, _ in room.ways_out]
            most = min(persons_over, per_door_over * len(doors))
            persons = room_persons(case, room)
            if doors and (persons.most is None or persons.most > most):
                looked_at += 1
                yield from _room(case, floor, room, most)
    if not looked_at:
        yield not_applicable(
            phrase(
                "没有超过 {all} 人、或平均每门超过 {each} 人的房间。",
                "No room holds more than {all} persons, or more than {each} a door.",
                all=persons_over,
                each=per_door_over,
            )
        )


@kept_apart
def _room(case: Case, floor: Floor, room: Room, most: int) -> tuple[Measurement, ...]:
    persons = room_persons(case, room)
    name = listed([case.space_name(member) for member in room.spaces])
    opens = [(placed, opens_out(placed, inside)) for placed, inside in room.ways_out]
    if persons.least <= most and not all(out for _, out in opens):
        causing = [placed.id for placed, out in opens if not out]
        if persons.question:
            return (ask(persons.question, affected=room.spaces, causing=causing, storey=floor.id),)
        return (
            to_confirm(
                phrase(
                    "请说明{room}最多容纳多少人；超过 {most} 人时门应朝外开。",
                    "How many persons at most are in {room}? Above {most} its doors must open outward.",
                    room=name,
                    most=most,
                ),
                Reason.FACT_MISSING,
                affected=room.spaces,
                causing=causing,
                storey=floor.id,
            ),
        )
    return tuple(_door(case, placed, out) for placed, out in opens)


@kept_apart
def _door(case: Case, placed: PlacedOpening, out: bool | None) -> Measurement:
    name, witness = case.opening_name(placed), line(placed.line)
    if out is None:
        text = phrase("图上没有画出{door}往哪边开。", "The plan does not show which way {door} opens.", door=name)
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[placed.id], storey=placed.storey_id, witness=witness)
    if out:
        text = phrase("{door}朝疏散方向开。", "{door} opens in the direction of escape.", door=name)
        return held(text, affected=[placed.id], storey=placed.storey_id, witness=witness)
    text = phrase("{door}不朝疏散方向开。", "{door} does not open in the direction of escape.", door=name)
    return missed(text, affected=[placed.id], storey=placed.storey_id, witness=witness)


def opens_out(placed: PlacedOpening, inside: str) -> bool | None:
    """Tell whether a door opens out of the space `inside`; `None` where the drawing does not say. A sliding door does not."""
    opening = placed.opening
    if opening.kind == "passage" or opening.swing in ("both", "none"):
        return True
    if opening.swing == "slide":
        return False
    if opening.swing is None or opening.serves not in placed.joins or opening.serves is None:
        return None
    return (opening.swing == "out") == (opening.serves == inside)
