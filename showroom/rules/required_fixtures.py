"""Are all fixtures that are asked for on the plan, in the numbers and the spaces asked?"""

from collections.abc import Iterator, Mapping

from showroom.domain.finding import Reason
from showroom.domain.plan import Fixture
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.contradiction import denied
from showroom.rules.measure import Measurement, absent, at_least, listed, measured, phrase, points, to_confirm
from showroom.rules.parameters import AtLeastOne, Kind, Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space, usable

BUILT_IN = frozenset(("hand-basin", "sink", "sink-vegetable", "sink-meat", "sink-aquatic", "sink-ware", "sink-mop"))
"""Kinds a drawing shows; where one is not drawn, it is not there. Anything else that is not drawn is looked for on site."""


@rule("required-fixtures")
def required_fixtures(
    case: Case, *, fixtures: dict[Kind, AtLeastOne] | Kinds, spaces: Uses | None = None, unmarked: Kinds = ()
) -> Iterator[Measurement]:
    """There is at least this number of each of these kinds, in spaces of these uses."""
    wanted: Mapping[str, int] = fixtures if isinstance(fixtures, dict) else dict.fromkeys(fixtures, 1)
    if spaces is not None and not case.spaces_of(spaces):
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
        return
    drawn = {kind: _there(case, kind, spaces) for kind in wanted}
    short = {kind: number - len(drawn[kind]) for kind, number in wanted.items() if len(drawn[kind]) < number}
    there = sum(min(len(drawn[kind]), number) for kind, number in wanted.items())
    limit = at_least(sum(wanted.values()), "")
    spots = [fixture.at for found in drawn.values() for fixture in found]
    witness = points(spots) if spots else None
    if not short and (contradiction := denied(case, wanted)):
        yield contradiction
        return
    if not short:
        yield measured(
            there, limit, phrase("应设：{kinds}；合计", "Required: {kinds}; in all", kinds=_names(case, wanted)), witness=witness
        )
        return
    missing = phrase("图上缺少：{kinds}。", "Missing on the plan: {kinds}.", kinds=_names(case, short))
    maybe = (
        usable(case, case.fixtures_of(frozenset(unmarked))) if spaces is None else case.fixtures_of(frozenset(unmarked), spaces)
    ) + (case.strays(frozenset(short)) if spaces is None else [])
    declared = case.application.declared.equipment
    if len(maybe) >= sum(short.values()):
        text = phrase(
            "{missing}另有 {more} 个未标明用途的，请确认。",
            "{missing} {more} more are drawn without a purpose, please confirm.",
            missing=missing,
            more=len(maybe),
        )
        yield to_confirm(
            text, Reason.DRAWING_SILENT, causing=[fixture.id for fixture in maybe], witness=witness, value=there, limit=limit
        )
    elif any(kind in BUILT_IN or declared.get(kind, wanted[kind]) < wanted[kind] for kind in short):
        yield absent(there, int(limit.value), missing).but(geometry=witness)
    elif all(declared.get(kind, 0) >= wanted[kind] for kind in short):
        yield measured(
            limit.value,
            limit,
            phrase(
                "应设：{kinds}（含申报）；合计", "Required: {kinds} (declared ones included); in all", kinds=_names(case, wanted)
            ),
            witness=witness,
        )
    else:
        text = phrase("{missing}请现场确认。", "{missing} Confirm on site.", missing=missing)
        yield to_confirm(text, Reason.DRAWING_SILENT, witness=witness, value=there, limit=limit)


def _there(case: Case, kind: str, spaces: frozenset[str] | None) -> list[Fixture]:
    """The fixtures of a kind; sinks in a toilet serve nobody elsewhere."""
    found = case.fixtures_of(frozenset((kind,)), spaces)
    return usable(case, found) if kind in BUILT_IN and spaces is None else found


def _names(case: Case, counts: Mapping[str, int]) -> Text:
    return listed([phrase("{kind} {n} 个", "{n} × {kind}", kind=case.kind_name(kind), n=number) for kind, number in counts.items()])
