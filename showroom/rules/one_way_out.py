"""What is said of a storey whose one way out may rest on an exception for small premises?"""

from showroom.geometry.floor import Floor
from showroom.rules.case import Case, Unknown
from showroom.rules.exit_count import exit_points
from showroom.rules.measure import Measurement, amount, ask, held, not_applicable, phrase


def exception_of(case: Case, floor: Floor, small: bool | Unknown, zh: str, en: str) -> Measurement:
    """Met, in these words with `{area}` and `{persons}`, where the exception is used; asked where a fact lacks; never missed."""
    if isinstance(small, Unknown):
        return ask(small.question, affected=[floor.id], storey=floor.id, witness=exit_points(floor))
    if not small:
        return not_applicable(phrase("本层未用到这一例外。", "This storey does not make use of the exception."), storey=floor.id)
    allowed = phrase(zh, en, area=amount(case.inner_area((floor,)), "m²"), persons=case.persons_at_least)
    return held(allowed, affected=[floor.id], storey=floor.id, witness=exit_points(floor))
