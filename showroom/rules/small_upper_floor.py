"""Is a storey above the ground so small and low that one stair is enough?

GB 55037-2022, table 7.4.1.
"""

from typing import Annotated

from pydantic import Field

from showroom.domain.document import Document
from showroom.geometry.floor import Floor
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import more_chairs_than_seats
from showroom.rules.floor_area import enclosed_area
from showroom.rules.parameters import Area, AtLeastOne, Number, Uses


class LowBuilding(Document):
    """Bounds of the exception for buildings of these fire classes."""

    fire_class: tuple[Annotated[int, Field(ge=1, le=4)], ...]
    storeys_at_most: AtLeastOne
    area_at_most: Area
    persons_at_most: Number


def is_small_upper_floor(case: Case, floor: Floor, classes: tuple[LowBuilding, ...], not_for: Uses | None) -> bool | Unknown:
    """Tell whether the exception holds for a storey. What is known to exceed a bound decides; else the question is returned."""
    level = case.level(floor.storey)
    if not isinstance(level, Unknown) and level < 2:
        return False
    if not_for is not None and case.spaces_of(not_for):
        return False
    people, premises = case.application.people, case.application.premises
    for_children = people.children if any(case.vocabulary.zone_of(space.use) == "training" for space in case.plan.spaces) else False
    if for_children:
        return False
    answers = [_fits(case, floor, row) for row in classes]
    if not any(answer is not False for answer in answers):
        return False
    if isinstance(level, Unknown):
        return level
    if for_children is None:
        return Unknown("people.children")
    if premises.fire_class is None:
        return Unknown("premises.fire_class")
    return next(answer for answer in answers if answer is not False)


def _fits(case: Case, floor: Floor, row: LowBuilding) -> bool | Unknown:
    premises = case.application.premises
    level = case.level(floor.storey)
    storeys = premises.building_storeys
    off = case.area_spread((floor,)) * case.plan.source.length_uncertainty
    if premises.fire_class is not None and premises.fire_class not in row.fire_class:
        return False
    if (storeys is not None and storeys > row.storeys_at_most) or (not isinstance(level, Unknown) and level > row.storeys_at_most):
        return False
    if case.inner_area((floor,)) - off > row.area_at_most:
        return False
    upstairs = len(case.floors) == 1
    if upstairs and case.persons_at_least > row.persons_at_most:
        return False
    if storeys is None or (not isinstance(level, Unknown) and level > storeys):
        return Unknown("premises.building_storeys")
    if isinstance(case.persons, Unknown):
        return case.persons
    if case.persons > row.persons_at_most:
        return Unknown("storey.persons")
    if seats := more_chairs_than_seats(case):
        return seats
    if max(case.gross_area((floor,)), enclosed_area((floor,)), case.inner_area((floor,)) + off) > row.area_at_most:
        return Unknown("premises.area")
    return True
