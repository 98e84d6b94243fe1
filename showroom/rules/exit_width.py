"""Are the exits of a storey together wide enough for its people?

GB 50016-2014, table 5.5.21-1.
"""

from collections.abc import Iterator

from showroom.domain.document import Document
from showroom.domain.finding import Reason
from showroom.domain.quantities import Limit
from showroom.geometry.floor import Floor
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import more_chairs_than_seats
from showroom.rules.egress import CIRCULATION, UNOCCUPIED, unknown_doors
from showroom.rules.exit_count import exit_points
from showroom.rules.measure import Measurement, absent, amount, ask, at_least, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Width
from showroom.rules.registry import rule


class LevelWidth(Document):
    """Metres for every hundred persons on storeys from one level to another; what is left out has no bound."""

    from_level: int | None = None
    to_level: int | None = None
    metres: Width


@rule("exit-width")
def exit_width(case: Case, *, per_hundred: tuple[LevelWidth, ...]) -> Iterator[Measurement]:
    """The clear widths of a storey's exits, added up, give so many metres for every hundred persons."""
    used = [
        floor
        for floor in case.floors
        if floor.exits or any(space.use not in UNOCCUPIED | CIRCULATION for space in floor.spaces.values())
    ]
    for floor in used:
        limits = [at_least(row.metres, "m/100p") for row in per_hundred if _fits(case.level(floor.storey), row)]
        yield _storey(case, floor, limits) if floor.exits else _no_exit(case, floor)
    if not used:
        yield not_applicable(phrase("图上没有供人停留的空间。", "The plan has no space where people stay."))


def _fits(level: int | Unknown, row: LevelWidth) -> bool:
    if isinstance(level, Unknown):
        return True
    return (row.from_level is None or row.from_level <= level) and (row.to_level is None or level <= row.to_level)


def _no_exit(case: Case, floor: Floor) -> Measurement:
    """No exit has no width: missed, unless a door of which one side was not drawn may be an exit."""
    if doubtful := unknown_doors(floor):
        text = phrase(
            "图上没有认出安全出口；请确认{doors}通向哪里。",
            "No exit was recognised; please confirm where {doors} leads.",
            doors=listed([case.opening_name(placed) for placed in doubtful]),
        )
        causing = [placed.id for placed in doubtful]
        return to_confirm(text, Reason.FACT_MISSING, affected=[floor.id], causing=causing, storey=floor.id)
    text = phrase("本层没有安全出口，出口宽度为零。", "The storey has no exit, so no width to leave by.")
    return absent(0, 1, text, storey=floor.id).but(affected=(floor.id,))


def _storey(case: Case, floor: Floor, limits: list[Limit]) -> Measurement:
    width = sum(placed.opening.width for placed in floor.exits)
    where = exit_points(floor)
    if not limits:
        text = phrase(
            "出口总宽 {width}；这一层没有给出限值。",
            "Exits of {width} in all; no limit is given for this storey.",
            width=amount(width),
        )
        return to_confirm(text, Reason.INSPECTOR, affected=[floor.id], storey=floor.id, witness=where)
    persons = more_chairs_than_seats(case) or case.persons
    if isinstance(persons, Unknown):
        return ask(persons.question, affected=[floor.id], storey=floor.id, witness=where)
    if not persons:
        return not_applicable(phrase("申报的人数为零。", "No persons are declared."), storey=floor.id)
    value = width / persons * 100
    strict, loose = max(limits, key=lambda limit: limit.value), min(limits, key=lambda limit: limit.value)
    level = case.level(floor.storey)
    if isinstance(level, Unknown) and strict.holds(value) != loose.holds(value):
        return ask(level.question, affected=[floor.id], storey=floor.id, witness=where, value=value, limit=strict)
    limit = strict if strict.holds(value) else loose
    if len(case.floors) > 1 and not limit.holds(value):
        text = phrase(
            "出口总宽 {width}；请说明本层最多有多少人（全部 {persons} 人）。",
            "Exits of {width} in all; how many of the {persons} persons are on this storey at most?",
            width=amount(width),
            persons=persons,
        )
        return to_confirm(text, Reason.FACT_MISSING, affected=[floor.id], storey=floor.id, witness=where, value=value, limit=limit)
    return measured(
        value,
        limit,
        phrase(
            "出口总宽 {width}，{persons} 人，每百人",
            "Exits of {width} in all for {persons} persons; for every hundred",
            width=amount(width),
            persons=persons,
        ),
        affected=[floor.id],
        relies_on=[placed.id for placed in floor.exits],
        storey=floor.id,
        witness=where,
        spread=len(floor.exits) * 100 / persons,
    )
