"""Is no such room (a toilet) right above another (the kitchen), on the storey above it?"""

from collections.abc import Iterator

import shapely

from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.outlines import largest
from showroom.rules.case import Case, Unknown
from showroom.rules.measure import Measurement, area, at_most, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

_SAME_PLACE = 0.5
"""Two storeys that overlap by less than this share of the smaller one were drawn side by side, not in the same axes."""


@rule("not-above")
def not_above(case: Case, *, uses: Uses, above: Uses) -> Iterator[Measurement]:
    """The spaces of `uses` on the next storey up overlap none of the spaces of `above` underneath."""
    looked_at = 0
    for floor in case.floors:
        below = [space for space in floor.storey.spaces if space.use in above]
        if below:
            looked_at += 1
            yield _held_apart(case, floor, [space.id for space in below], uses)
    if not looked_at:
        yield no_such_space(case, phrase("图上没有这一要求所针对的空间。", "The plan has no space this is about."))


def _held_apart(case: Case, floor: Floor, below: list[str], uses: Uses) -> Measurement:
    level = case.level(floor.storey)
    upper = None if isinstance(level, Unknown) else _storey_above(case, level)
    if upper is None:
        if not isinstance(level, Unknown) and level == case.application.premises.building_storeys:
            return not_applicable(phrase("上面没有楼层。", "There is no storey above."), storey=floor.id)
        text = phrase("图上没有画上一层，请上楼看看。", "The storey above is not drawn; go up and look.")
        return to_confirm(text, Reason.INSPECTOR, storey=floor.id)
    mine, theirs = (shapely.union_all(list(one.polygons.values())) for one in (floor, upper))
    if mine.intersection(theirs).area < _SAME_PLACE * min(mine.area, theirs.area):
        text = phrase(
            "图上两层没有对齐，请对照两层的位置。", "The two storeys are not drawn one upon the other; compare their places."
        )
        return to_confirm(text, Reason.INSPECTOR, storey=floor.id)
    wet = [space.id for space in upper.storey.spaces if space.use in uses]
    kitchen = shapely.union_all([floor.polygons[space_id] for space_id in below])
    shared = shapely.intersection(shapely.union_all([upper.polygons[space_id] for space_id in wet]), kitchen)
    worst = largest(shared)
    return measured(
        shared.area,
        at_most(0.0, "m²"),
        phrase(
            "{wet}压在{below}正上方的面积",
            "Overlap of {wet} above {below}",
            wet=listed([case.use_name(use) for use in sorted(uses)]),
            below=listed([case.space_name(space_id) for space_id in below]),
        ),
        relies_on=[*below, *wet],
        causing=[space_id for space_id in wet if upper.polygons[space_id].intersection(kitchen).area > 0],
        storey=floor.id,
        witness=None if worst.is_empty else area(list(worst.exterior.coords)),
        spread=shared.length,
    )


def _storey_above(case: Case, level: int) -> Floor | None:
    wanted = 1 if level == -1 else level + 1
    return next((floor for floor in case.floors if case.level(floor.storey) == wanted), None)
