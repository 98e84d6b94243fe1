"""Is one group of spaces large enough beside another (kitchen beside dining), and a part of it large enough within it?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.finding import Outcome, Reason
from showroom.domain.quantities import Limit
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.floor_area import area_of, edge_of, outlines
from showroom.rules.measure import Measurement, at_least, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Area, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

Share = Annotated[float, Field(gt=0)]


class Band(Document):
    """For premises up to so many square metres (left out: any), the group is at least this share of the other."""

    up_to: Area | None = None
    at_least: Share


class Part(Document):
    """A part of the group and the least share of the group it takes."""

    uses: Uses
    at_least: Share


@rule("area-ratio")
def area_ratio(
    case: Case, *, uses: Uses, of: Uses, bands: Annotated[tuple[Band, ...], Field(min_length=1)], part: Part | None = None
) -> Iterator[Measurement]:
    """The group is large enough beside the other for premises of this size, and its part within it. The tighter one is reported."""
    group, other = area_of(case, uses), area_of(case, of)
    if not group or not other:
        yield no_such_space(case, phrase("图上没有这两类空间。", "The plan does not have both kinds of space."))
        return
    size = case.inner_area()
    share = next((band.at_least for band in bands if band.up_to is None or size <= band.up_to), bands[-1].at_least)
    what = phrase(
        "{group}的面积（至少为{of}面积的 {share}%）",
        "Area of: {group} (at least {share} % of: {of})",
        group=_names(case, uses),
        of=_names(case, of),
        share=f"{share * 100:.0f}",
    )
    shown = uses
    found = measured(group, _least(share * other), what, spread=edge_of(case, uses) + share * edge_of(case, of))
    if part is not None:
        what = phrase(
            "{part}的面积（至少为处理区面积的 {share}%）",
            "Area of: {part} (at least {share} % of the whole group)",
            part=_names(case, part.uses),
            share=f"{part.at_least * 100:.0f}",
        )
        spread = edge_of(case, part.uses) + part.at_least * edge_of(case, uses)
        inner = measured(area_of(case, part.uses), _least(part.at_least * group), what, spread=spread)
        if _tightness(inner) < _tightness(found):
            found, shown = inner, part.uses
    found = found.but(
        relies_on=tuple(case.guessed(uses | of)), geometry=outlines(case, [space.id for space in case.spaces_of(shown)])
    )
    yield _unless_unrecognised(case, found)


def _tightness(found: Measurement) -> float:
    """The margin as a share of the limit."""
    return (found.margin or 0.0) / found.required.value if found.required is not None and found.required.value else 0.0


def _least(area: float) -> Limit:
    return at_least(round(area, 6), "m²")


def _unless_unrecognised(case: Case, found: Measurement) -> Measurement:
    """A share that is missed while a space was not recognised hangs on what that space is."""
    if found.outcome is not Outcome.NOT_MET or not case.unrecognised or found.measured is None:
        return found
    spaces = listed([case.space_name(space.id) for space in case.unrecognised])
    text = phrase(
        "{found}请确认{spaces}的用途。", "{found} Please confirm what {spaces} is used for.", found=found.text, spaces=spaces
    )
    causing = [space.id for space in case.unrecognised]
    return to_confirm(
        text, Reason.FACT_MISSING, causing=causing, witness=found.geometry, value=found.measured.value, limit=found.required
    )


def _names(case: Case, uses: Uses) -> Text:
    """The names of the uses the plan has (all where it has none), in the vocabulary's order."""
    drawn = uses & {space.use for space in case.plan.spaces} or uses
    return listed([case.use_name(use) for use in case.vocabulary.uses if use in drawn])
