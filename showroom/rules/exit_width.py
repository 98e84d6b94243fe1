"""Are the exits of a storey together wide enough for its people?

GB 50016-2014, table 5.5.21-1.
"""

from collections.abc import Iterator

from showroom.domain.document import Document
from showroom.domain.finding import Reason
from showroom.domain.quantities import Limit
from showroom.geometry.floor import Floor
from showroom.rules.case import Case, Unknown
from showroom.rules.exit_count import exit_points
from showroom.rules.measure import Measurement, amount, ask, at_least, measured, not_applicable, phrase, to_confirm
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
    for floor in case.floors:
        if not floor.exits:
            continue
        limits = [at_least(row.metres, "m/100p") for row in per_hundred if _fits(case.level(floor.storey), row)]
        yield _storey(case, floor, limits)
    if not any(floor.exits for floor in case.floors):
        yield not_applicable(phrase("图上没有安全出口。", "The plan shows no exit."))


def _fits(level: int | Unknown, row: LevelWidth) -> bool:
    if isinstance(level, Unknown):
        return True
    return (row.from_level is None or row.from_level <= level) and (row.to_level is None or level <= row.to_level)


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
    persons = case.persons
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
