"""Is there the equipment that is asked for, drawn or declared: one of each group, in the premises or in each room of some use?"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from showroom.domain.finding import Reason
from showroom.domain.plan import Fixture, Space
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.contradiction import denied
from showroom.rules.measure import (
    Measurement,
    absent,
    ask,
    at_least,
    listed,
    measured,
    not_applicable,
    phrase,
    points,
    to_confirm,
)
from showroom.rules.parameters import AtLeastOne, Kind, Uses
from showroom.rules.registry import rule
from showroom.rules.required_fixtures import BUILT_IN
from showroom.rules.undrawn import declared_number, left_open

Group = Annotated[tuple[Kind, ...], Field(min_length=1)]


@rule("equipment")
def equipment(
    case: Case,
    *,
    groups: Annotated[tuple[Group, ...], Field(min_length=1)],
    number: AtLeastOne = 1,
    each: Uses | None = None,
    clinic: Literal["clinic", "hospital"] | None = None,
    more: bool = False,
) -> Iterator[Measurement]:
    """Of each group `number` are there, drawn or declared; `each`: in every room of these uses; `clinic`: for such a clinic."""
    kind = case.application.clinic.kind
    if clinic is not None and kind != clinic:
        yield ask("clinic.kind") if kind is None else not_applicable(phrase("不是这类诊疗机构。", "Not this kind of clinic."))
        return
    if each is None:
        yield left_open(_complete(case, groups, number, None, 1), more)
        return
    rooms = case.spaces_of(each)
    for room in rooms:
        yield left_open(_complete(case, groups, number, room, len(rooms)), more)


def _complete(case: Case, groups: tuple[Group, ...], number: int, room: Space | None, rooms: int) -> Measurement:
    drawn = {group: _drawn(case, group, room) for group in groups}
    spots = [fixture.at for found in drawn.values() for fixture in found]
    affected = [room.id] if room else []
    storey, witness = (case.floor_of(room.id).id if room else None), (points(spots) if spots else None)
    name = phrase("{room}内", "In {room}", room=case.space_name(room.id)) if room else phrase("图上", "On the plan")
    limit, met = at_least(number * len(groups), ""), number * len(groups)
    lacking = [group for group in groups if len(drawn[group]) < number]
    said = {group: declared_number(case, group) for group in lacking}
    short = [group for group in lacking if (said[group] or 0) < number * rooms]
    gone = [group for group in short if set(group) <= BUILT_IN or (said[group] == 0 and not drawn[group])]
    if not short and (contradiction := denied(case, [kind for group in groups for kind in group])):
        return contradiction.but(affected=tuple(affected), storey=storey)
    if not short:
        what = phrase("设备（{kinds}）", "Equipment ({kinds})", kinds=_names(case, groups))
        return measured(met, limit, what, affected=affected, storey=storey, witness=witness)
    there = sum(min(number, len(drawn[group])) for group in groups)
    if gone:
        text = phrase("{where}没有：{kinds}。", "{where} there is none of: {kinds}.", where=name, kinds=_names(case, gone))
        return absent(there, met, text, storey=storey).but(affected=tuple(affected), geometry=witness)
    text = phrase(
        "{where}没有画够：{kinds}。请现场确认。",
        "{where} not drawn, or too few: {kinds}. Confirm on site.",
        where=name,
        kinds=_names(case, short),
    )
    return to_confirm(text, Reason.DRAWING_SILENT, affected=affected, storey=storey, witness=witness, value=there, limit=limit)


def _drawn(case: Case, group: Group, room: Space | None) -> list[Fixture]:
    if room is None:
        return case.fixtures_of(frozenset(group))
    return [fixture for fixture in case.layout.fixtures_in(room.id) if fixture.kind in group]


def _names(case: Case, groups: tuple[Group, ...] | list[Group]) -> Text:
    return listed([case.kind_name(group[0]) for group in groups])
