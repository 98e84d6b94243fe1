"""Has each use of the kitchen's openings (goods in, dishes out, dirty ware back) an opening of its own?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.finding import Geometry, Reason
from showroom.domain.plan import Role
from showroom.domain.text import Text
from showroom.geometry.openings import PlacedOpening
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, at_least, lines, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

ROLE_NAMES: dict[str, Text] = {
    "customers": Text.of("顾客出入口", "guests' entrance"),
    "delivery": Text.of("进料口", "goods in"),
    "serving": Text.of("出菜口", "dishes out"),
    "dirty-ware": Text.of("脏餐具回收口", "dirty ware back"),
    "staff": Text.of("员工出入口", "staff entrance"),
}


@rule("separate-openings")
def separate_openings(
    case: Case, *, roles: Annotated[tuple[Role, ...], Field(min_length=2)], spaces: Uses
) -> Iterator[Measurement]:
    """These spaces have for each role an opening to the other rooms or the outside that serves nothing else."""
    if not case.spaces_of(spaces):
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
        return
    edge = [placed for floor in case.floors for placed in floor.openings.values() if _at_the_edge(case, placed, spaces)]
    marked = {role: [placed for placed in edge if placed.opening.role == role] for role in roles}
    missing = [role for role in roles if not marked[role]]
    free = [placed for placed in edge if placed.opening.role is None]
    limit = at_least(len(roles), "")
    shown = [placed for found in marked.values() for placed in found]
    if not missing:
        what = phrase("分开设置的口", "Openings of their own")
        yield measured(len(roles), limit, what, relies_on=[placed.id for placed in shown], witness=_witness(shown))
        return
    names = listed([ROLE_NAMES[role] for role in missing])
    if len(free) >= len(missing):
        yield to_confirm(
            phrase(
                "请在图上标明：{names}分别是哪一个口。",
                "Please mark on the plan which opening is which: {names}.",
                names=names,
            ),
            Reason.FACT_MISSING,
            causing=[placed.id for placed in free],
            witness=_witness(free),
            value=len(roles) - len(missing),
            limit=limit,
        )
    else:
        text = phrase(
            "图上没有单独的{names}；共用的，要错时使用或加盖运送，并写明办法。",
            "No opening of its own for: {names}. A shared one is used at different times or with covered goods; write down how.",
            names=names,
        )
        yield absent(len(roles) - len(missing) + len(free), len(roles), text).but(geometry=_witness(shown + free))


def _at_the_edge(case: Case, placed: PlacedOpening, spaces: Uses) -> bool:
    if placed.opening.kind == "window":
        return False
    inside = [side is not None and case.layout.space(side).use in spaces for side in placed.joins]
    return inside[0] != inside[1]


def _witness(shown: list[PlacedOpening]) -> Geometry | None:
    return lines([placed.line for placed in shown]) if shown else None
