"""Are the travel limits lengthened because the premises are fully sprinklered?"""

from collections.abc import Iterator

from showroom.rules.case import Case
from showroom.rules.measure import Measurement, ask, held, not_applicable, phrase
from showroom.rules.registry import rule
from showroom.rules.travel_limits import Factor


@rule("travel-bonus")
def travel_bonus(case: Case, *, factor: Factor) -> Iterator[Measurement]:
    """Full sprinklers lengthen the allowed distances by this factor. A bonus: met where it is used, never missed."""
    sprinklered = case.application.premises.sprinklered
    if sprinklered is None:
        yield ask("premises.sprinklered")
    elif sprinklered:
        yield held(
            phrase(
                "全部设置自动喷水灭火系统，疏散距离限值乘以 {factor}。",
                "Fully sprinklered: the distance limits are multiplied by {factor}.",
                factor=f"{factor:g}",
            )
        )
    else:
        yield not_applicable(
            phrase("未设自动喷水灭火系统，疏散距离不放宽。", "No sprinklers: the distance limits are not lengthened.")
        )
