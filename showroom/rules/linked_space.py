"""Is there a room of some use, and does it lie where it should: on the way into other spaces?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, listed, missed, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import missing_room, no_such_space
from showroom.rules.ways import ways


@rule("linked-space")
def linked_space(case: Case, *, uses: Uses, to: Uses, linked: bool = True, room: bool = True) -> Iterator[Measurement]:
    """There is a room of these uses, and from one a door, passage or open side leads into a space of `to`."""
    if not case.spaces_of(to):
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
        return
    rooms = case.rooms_of(uses)
    names = listed([case.use_name(use) for use in sorted(uses)])
    if not rooms:
        text = phrase("图上没有{names}。", "The plan has no {names}.", names=names)
        if room:
            yield missing_room(case, text)
        else:
            text = phrase("{text}设在别处的，请现场确认。", "{text} If another place serves, confirm on site.", text=text)
            yield to_confirm(text, Reason.DRAWING_SILENT)
        return
    joined = [room for room in rooms if any(way.other and case.layout.space(way.other).use in to for way in ways(case, room.id))]
    if joined or not linked:
        first = (joined or rooms)[0]
        text = (
            phrase("{room}直接通到这些空间。", "{room} leads straight into them.", room=case.space_name(first.id))
            if joined
            else phrase("图上有{room}。", "The plan has {room}.", room=case.space_name(first.id))
        )
        yield held(text, relies_on=[first.id])
        return
    text = phrase(
        "有{rooms}，但不在这些空间的入口处。",
        "There is {rooms}, but not at the entrance of these spaces.",
        rooms=listed([case.space_name(room.id) for room in rooms]),
    )
    yield missed(text, causing=[room.id for room in rooms])
