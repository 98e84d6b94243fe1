"""Is each such room (or all of them together) large enough: by itself, and as a share of other spaces?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.text import Text
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.floor_area import area_of, edge_of, outlines
from showroom.rules.measure import Measurement, measured, phrase
from showroom.rules.parameters import Area, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

Share = Annotated[float, Field(gt=0, le=1)]


@rule("room-area")
def room_area(
    case: Case,
    *,
    uses: Uses,
    at_least: Area | None = None,
    share: Share | None = None,
    of: Uses | None = None,
    share_alone_up_to: Area | None = None,
    together: bool = False,
) -> Iterator[Measurement]:
    """A room reaches the larger of an area and a share; in small premises the share alone."""
    spaces = case.spaces_of(uses)
    if not spaces:
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
        return
    small = share is not None and share_alone_up_to is not None and case.inner_area() <= share_alone_up_to
    whole = 0.0 if share is None else share * (case.inner_area() if of is None else area_of(case, of))
    least = max(0.0 if small else at_least or 0.0, whole)
    drift = 0.0
    if share is not None and whole >= least:
        drift = share * (case.area_spread() if of is None else edge_of(case, of))
    beside = case.guessed(of) if share is not None else []
    limit = measure.at_least(round(least, 6), "m²")
    if together:
        what = phrase("这些空间的面积合计", "Area of these spaces together")
        shown = outlines(case, [space.id for space in spaces])
        yield measured(
            area_of(case, uses),
            limit,
            what,
            relies_on=beside + case.guessed(uses),
            spread=edge_of(case, uses) + drift,
            witness=shown,
        )
        return
    for space in spaces:
        yield measured(
            case.layout.area(space.id),
            limit,
            _what(case.space_name(space.id)),
            affected=[space.id],
            relies_on=beside,
            storey=case.floor_of(space.id).id,
            witness=outlines(case, [space.id]),
            spread=case.layout.polygon(space.id).length + drift,
        )


def _what(name: Text) -> Text:
    return phrase("{name}的面积", "Area of {name}", name=name)
