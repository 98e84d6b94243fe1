"""Is a fume-producing shop kept out of housing, of mixed blocks without a flue of its own, and of storeys next to dwellings?

Air Pollution Prevention and Control Law, article 81.
"""

from collections.abc import Iterator

from showroom.domain.text import Text
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import building_use_contradicted
from showroom.rules.measure import Measurement, ask, held, listed, missed, not_applicable, phrase
from showroom.rules.registry import rule


@rule("residential-fume")
def residential_fume(case: Case) -> Iterator[Measurement]:
    """Where fumes arise, the building holds no dwellings, or has a dedicated flue and none next to this storey."""
    fume = case.fume_producing
    if isinstance(fume, Unknown):
        yield ask(fume.question)
    elif not fume:
        yield not_applicable(phrase("不产生油烟。", "No cooking fumes arise."))
    elif contradiction := building_use_contradicted(case):
        yield contradiction
    elif case.application.premises.building_use is None:
        yield ask("premises.building_use")
    elif case.application.premises.building_use == "residential":
        yield missed(phrase("产生油烟，而所在建筑为住宅楼。", "Cooking fumes arise in a residential building."))
    elif case.application.premises.building_use == "mixed":
        yield _in_mixed_block(case)
    else:
        yield held(phrase("产生油烟，所在建筑没有住宅。", "Cooking fumes arise; the building holds no dwellings."))


def _in_mixed_block(case: Case) -> Measurement:
    premises = case.application.premises
    faults: list[Text] = []
    if premises.dedicated_flue is False:
        faults.append(phrase("商住综合楼没有专用烟道", "the mixed block has no dedicated flue"))
    if premises.adjoins_dwelling:
        faults.append(phrase("与居住层相邻", "the storey adjoins dwellings"))
    if faults:
        return missed(phrase("产生油烟，而{faults}。", "Cooking fumes arise, but {faults}.", faults=listed(faults)))
    if premises.dedicated_flue is None:
        return ask("premises.dedicated_flue")
    if premises.adjoins_dwelling is None:
        return ask("premises.adjoins_dwelling")
    return held(
        phrase(
            "产生油烟；商住综合楼有专用烟道，且不与居住层相邻。",
            "Cooking fumes arise; the mixed block has a dedicated flue and the storey adjoins no dwellings.",
        )
    )
