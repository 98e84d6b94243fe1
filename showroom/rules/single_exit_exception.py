"""Does a small ground floor make use of the exception that lets it have one exit?"""

from collections.abc import Iterator

from showroom.rules.case import Case
from showroom.rules.measure import Measurement
from showroom.rules.one_way_out import exception_of
from showroom.rules.parameters import Area, Number
from showroom.rules.registry import rule
from showroom.rules.small_ground_floor import is_small_ground_floor


@rule("single-exit-exception")
def single_exit_exception(case: Case, *, area_at_most: Area, persons_at_most: Number) -> Iterator[Measurement]:
    """A small ground floor may do with one exit. An exception: met where it is used, never missed."""
    for floor in case.floors:
        small = is_small_ground_floor(case, floor, area_at_most, persons_at_most) if len(floor.exits) == 1 else False
        yield exception_of(
            case,
            floor,
            small,
            "首层，面积 {area}，{persons} 人：允许只设一个安全出口。",
            "Ground floor, {area}, {persons} persons: one exit is enough.",
        )
