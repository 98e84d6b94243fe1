"""Is bottled gas used only where it may be: not below ground and not in a high-rise?

GB 55037-2022, 12.0.4.
"""

from collections.abc import Iterator

from showroom.domain.text import Text
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import is_high_rise
from showroom.rules.measure import Measurement, ask, held, listed, missed, not_applicable, phrase
from showroom.rules.registry import rule


@rule("lpg-location")
def lpg_location(case: Case) -> Iterator[Measurement]:
    """Premises that use bottled gas are neither below ground nor in a high-rise building."""
    premises = case.application.premises
    if premises.lpg is None:
        yield ask("premises.lpg")
        return
    if not premises.lpg:
        yield not_applicable(phrase("不使用瓶装液化气。", "No bottled gas is used."))
        return
    levels = [case.level(floor.storey) for floor in case.floors]
    faults: list[Text] = []
    if any(not isinstance(level, Unknown) and level < 1 for level in levels):
        faults.append(phrase("场所在地下", "the premises are below ground"))
    if premises.high_rise:
        faults.append(phrase("所在建筑为高层", "the building is a high-rise"))
    unknown = next((level.question for level in levels if isinstance(level, Unknown)), None)
    if faults:
        yield missed(phrase("使用瓶装液化气，而{faults}。", "Bottled gas is used, but {faults}.", faults=listed(faults)))
    elif unknown or premises.high_rise is None or isinstance(is_high_rise(case), Unknown):
        yield ask(unknown or "premises.high_rise")
    else:
        yield held(
            phrase("使用瓶装液化气；不在地下，也不在高层建筑里。", "Bottled gas is used, neither below ground nor in a high-rise.")
        )
