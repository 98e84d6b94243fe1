"""Do spaces of some uses lie on a storey where they may be?

GB 50016-2014, 5.4.4.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.quantities import Limit
from showroom.geometry.floor import Floor
from showroom.rules.case import Case, Unknown
from showroom.rules.measure import Measurement, ask, at_least, at_most, listed, measured, not_applicable, phrase
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import unnamed

FireClass = Annotated[int, Field(ge=1, le=4)]


@rule("storey-limits", one_of=("highest", "lowest"))
def storey_limits(
    case: Case, *, uses: Uses, highest: dict[FireClass, int] | None = None, lowest: int | None = None, children: bool = False
) -> Iterator[Measurement]:
    """Such spaces lie no higher than the fire class allows, or no lower than this; `children`: only where there are any."""
    stated = case.application.people.children
    floors = [floor for floor in case.floors if any(space.use in uses for space in floor.spaces.values())]
    if children and stated is False:
        yield not_applicable(phrase("不面向儿童。", "It is not for children."))
        return
    if not floors:
        yield unnamed(case, uses)
        return
    for floor in floors:
        found = _storey(case, floor, uses, highest, lowest)
        unknown = children and stated is None and found.margin is not None and found.margin < 0
        yield ask("people.children", affected=found.affected, storey=floor.id) if unknown else found


def _storey(case: Case, floor: Floor, uses: Uses, highest: dict[int, int] | None, lowest: int | None) -> Measurement:
    spaces = [space_id for space_id, space in floor.spaces.items() if space.use in uses]
    level = case.level(floor.storey)
    if isinstance(level, Unknown):
        return ask(level.question, affected=spaces, storey=floor.id)
    if lowest is not None or highest is None:
        limit = at_least(1 if lowest is None else lowest, "")
    else:
        fire_class = case.application.premises.fire_class
        limits = [at_most(top, "") for known, top in highest.items() if fire_class is None or known == fire_class]
        if not limits or any(limit.holds(level) != limits[0].holds(level) for limit in limits):
            return ask("premises.fire_class", affected=spaces, storey=floor.id)
        limit = min(limits, key=lambda limit: limit.margin(level))
    return _placed(case, floor, spaces, level, limit)


def _placed(case: Case, floor: Floor, spaces: list[str], level: int, limit: Limit) -> Measurement:
    names = listed([case.space_name(space_id) for space_id in spaces])
    text = (
        phrase(
            "{spaces}在第 {level} 层，最高只能到第 {top} 层。",
            "{spaces} on storey {level}; the highest allowed is {top}.",
            spaces=names,
            level=level,
            top=f"{limit.value:g}",
        )
        if limit.op == "<="
        else phrase(
            "{spaces}在第 {level} 层，最低只能到第 {top} 层。",
            "{spaces} on storey {level}; the lowest allowed is {top}.",
            spaces=names,
            level=level,
            top=f"{limit.value:g}",
        )
    )
    return measured(level, limit, phrase("所在楼层", "Storey"), affected=spaces, storey=floor.id, text=text)
