"""Have the premises exits of their own, shared with nobody and not leading through dwellings?"""

from collections.abc import Iterator

from showroom.domain.text import Text
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import contradicted, is_high_rise
from showroom.rules.measure import Measurement, ask, held, lines, listed, missed, not_applicable, phrase
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule


@rule("own-way-out")
def own_way_out(
    case: Case,
    *,
    children: bool | None = None,
    high_rise: bool | None = None,
    unshared: bool = True,
    apart_from: Uses | None = None,
) -> Iterator[Measurement]:
    """The premises have an exit of their own, share no passage, and no way leads into a space of these uses."""
    high = is_high_rise(case)
    asked = [
        (key, stated, wanted)
        for key, stated, wanted in (
            ("people.children", case.application.people.children, children),
            ("premises.high_rise", None if isinstance(high, Unknown) else high, high_rise),
        )
        if wanted is not None
    ]
    if any(stated is not None and stated != wanted for _, stated, wanted in asked):
        yield not_applicable(phrase("场所不属于这一要求所针对的情形。", "The premises are not of the sort this is about."))
        return
    doors = [
        (floor, placed)
        for floor in case.floors
        for placed in floor.passages
        if apart_from and _divides(case, placed.joins, apart_from)
    ]
    premises = case.application.premises
    faults: list[Text] = []
    if premises.own_exit is False:
        faults.append(phrase("没有自己的出口", "there is no exit of one's own"))
    if unshared and premises.shared_passage:
        faults.append(phrase("通道与别家共用", "the passage is shared with others"))
    if doors:
        names = listed([case.opening_name(placed) for _, placed in doors])
        faults.append(phrase("{doors}相通", "{doors} joins both", doors=names))
    unknown = [key for key, stated, _ in asked if stated is None]
    if faults and not unknown:
        yield missed(
            phrase("出口或通道不独立：{faults}。", "Exits or ways are not one's own: {faults}.", faults=listed(faults)),
            causing=[placed.id for _, placed in doors],
            storey=doors[0][0].id if doors else None,
            witness=lines([placed.line for floor, placed in doors if floor is doors[0][0]]) if doors else None,
        )
    elif unknown:
        yield ask(unknown[0])
    elif premises.own_exit is None:
        yield ask("premises.own_exit")
    elif unshared and premises.shared_passage is None:
        yield ask("premises.shared_passage")
    elif premises.own_exit and not any(floor.exits for floor in case.floors):
        yield contradicted("premises.own_exit", phrase("图（图上没有出口）", "the plan, which shows no exit"))
    else:
        yield held(phrase("有自己的出口，不与别家共用。", "There is an exit of one's own, shared with nobody."))


def _divides(case: Case, joins: tuple[str | None, str | None], uses: Uses) -> bool:
    """Tell whether an opening joins a space of these uses with another space."""
    return sum(side is not None and case.layout.space(side).use in uses for side in joins) == 1 and None not in joins
