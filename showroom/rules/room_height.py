"""Are the rooms high enough, each kind of room with its own figure?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.floor_area import outlines
from showroom.rules.measure import Measurement, listed, measured, phrase, to_confirm
from showroom.rules.measure import at_least as limit_of
from showroom.rules.parameters import Kind, Uses, Width
from showroom.rules.registry import rule


class Height(Document):
    """The least clear height of spaces of these uses; a lower one where such a fixture is drawn in them."""

    uses: Uses
    at_least: Width
    where: Kind | None = None
    then: Width | None = None


@rule("room-height")
def room_height(case: Case, *, heights: Annotated[tuple[Height, ...], Field(min_length=1)]) -> Iterator[Measurement]:
    """Each room is as high as its kind asks; heights that were not drawn are measured on site."""
    for floor in case.floors:
        silent: list[str] = []
        for space in floor.storey.spaces:
            height = next((one for one in heights if space.use in one.uses), None)
            if height is None:
                continue
            if space.height is None:
                silent.append(space.id)
                continue
            eased = height.then is not None and any(one.kind == height.where for one in floor.fixtures_in(space.id))
            least = height.then if eased and height.then is not None else height.at_least
            yield measured(
                space.height,
                limit_of(least),
                phrase("{space}的净高", "Clear height of {space}", space=case.space_name(space.id)),
                affected=[space.id],
                storey=floor.id,
                witness=outlines(case, [space.id]),
            )
        if silent:
            names = listed([case.space_name(space_id) for space_id in silent])
            text = phrase(
                "图上没有标出净高，请现场量：{names}。", "Clear heights are not drawn; measure on site: {names}.", names=names
            )
            yield to_confirm(text, Reason.DRAWING_SILENT, affected=silent, storey=floor.id)
