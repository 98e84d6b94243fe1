"""Are there enough sinks in all, for the way ware is disinfected?"""

from collections.abc import Iterator

from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, ask, at_least, measured, phrase, points
from showroom.rules.parameters import AtLeastOne, Kinds
from showroom.rules.registry import rule
from showroom.rules.undrawn import usable

MOP_SINK = "sink-mop"
"""The one sink that may stand in a toilet."""


@rule("sink-count")
def sink_count(case: Case, *, kinds: Kinds, chemical: AtLeastOne, heat: AtLeastOne) -> Iterator[Measurement]:
    """So many sinks of these kinds where ware is disinfected chemically, so many where by heat."""
    mops = frozenset(kinds) & {MOP_SINK}
    sinks = usable(case, case.fixtures_of(frozenset(kinds) - mops)) + case.fixtures_of(mops)
    way = case.application.declared.ware_cleaning
    needed = {"chemical": chemical, "heat": heat}.get(way or "", max(chemical, heat))
    least = min(chemical, heat) if way is None else needed
    witness = points([sink.at for sink in sinks]) if sinks else None
    what = phrase("水池数量（洗手池不计）", "Number of sinks (hand basins not counted)")
    if len(sinks) >= needed:
        yield measured(len(sinks), at_least(needed, ""), what, witness=witness)
    elif len(sinks) < least:
        text = phrase(
            "图上有 {there} 个水池，要求不少于 {wanted} 个。",
            "The plan has {there} sinks; at least {wanted} required.",
            there=len(sinks),
            wanted=least,
        )
        yield absent(len(sinks), least, text).but(geometry=witness)
    else:
        yield ask("declared.ware_cleaning", value=len(sinks), limit=at_least(needed, ""), witness=witness)
