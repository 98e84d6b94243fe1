"""Has each room the equipment of its own subject?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.equipment import Group, equipment
from showroom.rules.measure import Measurement, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space


class Outfit(Document):
    """What belongs into every room of these uses: one of each group; `more`: the inspector looks for the rest, or for all of it."""

    uses: Uses
    groups: tuple[Group, ...] = ()
    more: bool = False


@rule("equipment-by-room")
def equipment_by_room(case: Case, *, rooms: Annotated[tuple[Outfit, ...], Field(min_length=1)]) -> Iterator[Measurement]:
    """Every room has, drawn or declared, what the list asks for rooms of its use."""
    found = [measurement for row in rooms for measurement in _outfits(case, row)]
    yield from found or [no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))]


def _outfits(case: Case, row: Outfit) -> Iterator[Measurement]:
    if row.groups:
        yield from equipment(case, groups=row.groups, each=row.uses, more=row.more)
        return
    for room in case.spaces_of(row.uses):
        text = phrase("请现场看{room}的设备和做法。", "See on site how {room} is fitted out.", room=case.space_name(room.id))
        yield to_confirm(text, Reason.INSPECTOR, affected=[room.id], storey=case.floor_of(room.id).id)
