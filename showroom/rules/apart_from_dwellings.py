"""Are the premises kept apart from dwellings: exits of their own, separated against fire, nobody living inside?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.contradiction import building_use_contradicted
from showroom.rules.floor_area import outlines
from showroom.rules.measure import Measurement, ask, held, listed, missed, phrase, to_confirm
from showroom.rules.registry import rule


@rule("apart-from-dwellings")
def apart_from_dwellings(case: Case) -> Iterator[Measurement]:
    """No dwellings in the building, else an exit of their own (an inspector sees the fire separation); living inside is advice."""
    premises = case.application.premises
    inside = case.spaces_of(frozenset(("dwelling",)))
    shared = premises.building_use in ("residential", "mixed")
    if shared and premises.own_exit is False:
        yield missed(phrase("与住宅共用安全出口。", "The exit is shared with dwellings."))
    elif inside:
        text = phrase(
            "店内有住人的{spaces}。",
            "There are living quarters inside: {spaces}.",
            spaces=listed([case.space_name(one.id) for one in inside]),
        )
        ids = [space.id for space in inside]
        yield missed(text, causing=ids, witness=outlines(case, ids)).but(advisory=True)
    elif contradiction := building_use_contradicted(case):
        yield contradiction
    elif premises.building_use is None:
        yield ask("premises.building_use")
    elif not shared:
        yield held(phrase("所在建筑没有住宅。", "The building holds no dwellings."))
    elif premises.own_exit is None:
        yield ask("premises.own_exit")
    else:
        text = phrase(
            "有自己的安全出口；与住宅的防火分隔请现场确认。",
            "The exit is their own; confirm the fire separation from the dwellings on site.",
        )
        yield to_confirm(text, Reason.INSPECTOR)
