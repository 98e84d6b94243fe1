"""Are there enough sinks to wash ware, for the way it is disinfected, and a closed cabinet to keep it in?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, ask, at_least, measured, phrase, points, to_confirm
from showroom.rules.parameters import AtLeastOne, Kind, Number
from showroom.rules.registry import rule
from showroom.rules.undrawn import usable

_UNMARKED = frozenset(("sink",))


@rule("ware-sinks")
def ware_sinks(
    case: Case,
    *,
    chemical: AtLeastOne,
    heat: AtLeastOne,
    sink: Kind = "sink-ware",
    cabinet: Kind = "ware-cabinet",
    cabinets: Number = 0,
) -> Iterator[Measurement]:
    """So many ware sinks where ware is disinfected chemically, so many where by heat; and so many closed cabinets."""
    sinks = usable(case, case.fixtures_of(frozenset((sink,))))
    unmarked = usable(case, case.fixtures_of(_UNMARKED)) + case.strays(frozenset((sink,)))
    way = case.application.declared.ware_cleaning
    needed = {"chemical": chemical, "heat": heat}.get(way or "", max(chemical, heat))
    least = min(chemical, heat) if way is None else needed
    limit = at_least(needed, "")
    witness = points([fixture.at for fixture in sinks]) if sinks else None
    what = phrase("{kind}数量", "Number of: {kind}", kind=case.kind_name(sink))
    if len(sinks) >= needed:
        yield _with_cabinet(case, cabinet, cabinets, measured(len(sinks), limit, what, witness=witness))
    elif len(sinks) + len(unmarked) < least:
        text = phrase(
            "{what}：{there}，要求不少于 {wanted}。",
            "{what}: {there}, at least {wanted} required.",
            what=what,
            there=len(sinks),
            wanted=needed,
        )
        yield absent(len(sinks), needed, text).but(geometry=witness)
    elif unmarked and len(sinks) < least:
        yield to_confirm(
            phrase(
                "{what}：{there}，要求不少于 {wanted}；图上另有 {more} 个未标明用途的水池，请确认。",
                "{what}: {there}, at least {wanted} required; {more} more sinks are drawn without a purpose, please confirm.",
                what=what,
                there=len(sinks),
                wanted=needed,
                more=len(unmarked),
            ),
            Reason.DRAWING_SILENT,
            causing=[fixture.id for fixture in unmarked],
            witness=witness,
            value=len(sinks),
            limit=limit,
        )
    else:
        yield ask("declared.ware_cleaning", value=len(sinks), limit=limit, witness=witness)


def _with_cabinet(case: Case, kind: str, wanted: int, sinks: Measurement) -> Measurement:
    """Sinks are there; a cabinet that was not drawn is looked for on site, unless it was declared absent."""
    if not wanted or len(case.fixtures_of(frozenset((kind,)))) >= wanted:
        return sinks
    name = case.kind_name(kind)
    declared = case.application.declared.equipment.get(kind)
    if declared is None:
        text = phrase(
            "{sinks}图上没有画{name}，请现场确认。", "{sinks} No {name} is drawn; confirm on site.", sinks=sinks.text, name=name
        )
        return sinks.but(outcome=to_confirm(text, Reason.DRAWING_SILENT).outcome, reason=Reason.DRAWING_SILENT, text=text)
    if declared >= wanted:
        return sinks
    return absent(
        declared,
        wanted,
        phrase(
            "{sinks}申报的{name}为 {there} 个，要求不少于 {wanted} 个。",
            "{sinks} {there} of {name} declared, at least {wanted} required.",
            sinks=sinks.text,
            name=name,
            there=declared,
            wanted=wanted,
        ),
    )
