"""Do spaces of some uses take a large enough share of the premises?"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.floor_area import area_of, edge_of
from showroom.rules.measure import Measurement, amount, at_least, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.person_area import largest_outline
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space


def _fraction(written: object) -> object:
    """Return `2/3` as a number; anything else unchanged for pydantic to refuse."""
    return float(Fraction(written)) if isinstance(written, str) else written


Share = Annotated[float, BeforeValidator(_fraction), Field(gt=0, le=10)]
"""A share: `0.1` or `2/3`."""


@rule("premises-share")
def premises_share(case: Case, *, uses: Uses, share: Share) -> Iterator[Measurement]:
    """The inner area of these spaces is at least this share of that of all the premises."""
    spaces = case.spaces_of(uses)
    whole = case.inner_area()
    taken = area_of(case, uses)
    limit = at_least(share * whole, "m²")
    if whole <= 0 or (not spaces and not case.unrecognised):
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
    elif not limit.holds(taken) and case.unrecognised:
        yield to_confirm(
            phrase(
                "请确认{spaces}的用途。",
                "Please confirm what {spaces} is used for.",
                spaces=listed([case.space_name(space.id) for space in case.unrecognised]),
            ),
            Reason.FACT_MISSING,
            causing=[space.id for space in case.unrecognised],
            value=taken,
            limit=limit,
        )
    else:
        yield measured(
            taken,
            limit,
            phrase(
                "所占面积（{percent}%，总面积 {whole}）",
                "Area taken ({percent} % of {whole})",
                percent=f"{taken / whole * 100:.1f}",
                whole=amount(whole, "m²"),
            ),
            relies_on=[*(space.id for space in spaces), *case.guessed()],
            witness=largest_outline(case, spaces),
            spread=edge_of(case, uses) + share * case.area_spread(),
        )
