"""Is a storey a small ground floor, for which one exit is enough?

GB 55037-2022, 7.4.1, first exception.
"""

from showroom.geometry.floor import Floor
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import more_chairs_than_seats
from showroom.rules.floor_area import enclosed_area

AREA_QUESTION = "premises.area"


def is_small_ground_floor(case: Case, floor: Floor, area_at_most: float, persons_at_most: int) -> bool | Unknown:
    """Tell whether the storey lies on the ground, and area and persons are within the limits.

    A fact that is known to exceed its limit decides; otherwise what is not known is returned as the question. Inner area within the
    limit and gross area over it is a question too: the drawing does not say which the papers state.
    """
    level = case.level(floor.storey)
    if not isinstance(level, Unknown) and level != 1:
        return False
    inner = case.inner_area((floor,))
    spread = case.area_spread((floor,)) * case.plan.source.length_uncertainty
    if inner - spread > area_at_most or case.persons_at_least > persons_at_most:
        return False
    if isinstance(level, Unknown):
        return level
    if isinstance(case.persons, Unknown):
        return case.persons
    if seats := more_chairs_than_seats(case):
        return seats
    if max(case.gross_area((floor,)), enclosed_area((floor,)), inner + spread) > area_at_most:
        return Unknown(AREA_QUESTION)
    return True
