"""Is there enough area for every person who is there at one time?"""

from collections.abc import Iterator
from typing import Literal

from showroom.domain.finding import Geometry, Reason
from showroom.domain.plan import Space
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.floor_area import area_of, edge_of
from showroom.rules.measure import Measurement, ask, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Area, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

People = Literal["students", "seats"]


@rule("person-area")
def person_area(case: Case, *, uses: Uses, people: People, at_least: Area) -> Iterator[Measurement]:
    """The spaces of these uses together give each student (or seat) this area."""
    spaces = case.spaces_of(uses)
    persons: int | None = getattr(case.application.people, people)
    limit = measure.at_least(at_least, "m²")
    if persons == 0:
        yield not_applicable(phrase("申报的人数为零。", "No persons are declared."))
    elif not spaces and case.unrecognised:
        yield to_confirm(
            phrase(
                "请确认{spaces}的用途。",
                "Please confirm what {spaces} is used for.",
                spaces=listed([case.space_name(space.id) for space in case.unrecognised]),
            ),
            Reason.FACT_MISSING,
            causing=[space.id for space in case.unrecognised],
        )
    elif not spaces:
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
    elif persons is None:
        yield ask(f"people.{people}")
    else:
        yield measured(
            area_of(case, uses) / persons,
            limit,
            phrase("{n} 人，每人的面积", "Area for each of {n} persons", n=persons),
            relies_on=[space.id for space in spaces],
            witness=largest_outline(case, spaces),
            spread=edge_of(case, uses) / persons,
        )


def largest_outline(case: Case, spaces: list[Space]) -> Geometry | None:
    """The outline of the largest of the spaces, as witness."""
    shapes = [shape for space in spaces if not (shape := case.layout.polygon(space.id)).is_empty]
    return measure.area(list(max(shapes, key=lambda shape: shape.area).exterior.coords)) if shapes else None
