"""Does a storey of a small low building make use of the exception that lets it have one stair?"""

from collections.abc import Iterator

from showroom.rules.case import Case
from showroom.rules.measure import Measurement
from showroom.rules.one_way_out import exception_of
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.small_upper_floor import LowBuilding, is_small_upper_floor


@rule("single-stair-exception")
def single_stair_exception(case: Case, *, classes: tuple[LowBuilding, ...], not_for: Uses | None = None) -> Iterator[Measurement]:
    """An upper storey of a small low building may do with one stair. An exception: met where it is used, never missed."""
    for floor in case.floors:
        small = is_small_upper_floor(case, floor, classes, not_for) if len(floor.exits) == 1 else False
        yield exception_of(
            case,
            floor,
            small,
            "低层小楼，本层 {area}，{persons} 人：允许只设一部楼梯。",
            "A small low building, {area}, {persons} persons: one stair is enough.",
        )
