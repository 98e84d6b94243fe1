"""Is the entrance neither inside a building with dwellings nor in its yard?"""

from collections.abc import Iterator

from showroom.rules.case import Case
from showroom.rules.contradiction import NO_DWELLINGS, building_use_contradicted
from showroom.rules.measure import Measurement, ask, held, missed, phrase
from showroom.rules.registry import rule

_PLACES = {"yard": ("小区院内", "the yard"), "lobby": ("楼内门厅", "the lobby")}


@rule("entrance-not-residential")
def entrance_not_residential(case: Case) -> Iterator[Measurement]:
    """The building holds no dwellings, or the entrance leads to the street."""
    premises = case.application.premises
    if (contradiction := building_use_contradicted(case)) and premises.entrance_to != "street":
        yield contradiction
    elif premises.building_use in NO_DWELLINGS:
        yield held(phrase("所在建筑没有住宅。", "The building holds no dwellings."))
    elif premises.entrance_to is None:
        yield ask("premises.entrance_to")
    elif premises.entrance_to == "street":
        yield held(phrase("入口开在街上。", "The entrance opens to the street."))
    elif premises.building_use is None:
        yield ask("premises.building_use")
    else:
        zh, en = _PLACES[premises.entrance_to]
        yield missed(phrase("入口开在有住宅的建筑的" + zh + "。", "The entrance opens to " + en + " of a building with dwellings."))
