"""Are there enough of a fixture (mop sinks), and does none of them stand where it must not?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, at_least, listed, measured, missed, phrase, points, to_confirm
from showroom.rules.parameters import Kinds, Number, Uses
from showroom.rules.registry import rule


@rule("fixture-placement")
def fixture_placement(
    case: Case, *, fixtures: Kinds, not_in: Uses, number: Number = 1, unmarked: Kinds = ()
) -> Iterator[Measurement]:
    """There are so many of these fixtures, and every one stands in a space of another use than `not_in`."""
    there = case.fixtures_of(frozenset(fixtures))
    kinds = listed([case.kind_name(kind) for kind in fixtures])
    witness = points([fixture.at for fixture in there]) if there else None
    astray = [
        (fixture, host) for fixture in there if (host := case.layout.space_of(fixture.id)) and case.layout.space(host).use in not_in
    ]
    maybe = case.fixtures_of(frozenset(unmarked))
    limit = at_least(number, "")
    if astray:
        hosts = list(dict.fromkeys(host for _, host in astray))
        text = phrase(
            "{kinds}设在{hosts}内。", "{kinds} in {hosts}.", kinds=kinds, hosts=listed([case.space_name(host) for host in hosts])
        )
        yield missed(text, causing=[fixture.id for fixture, _ in astray], witness=points([fixture.at for fixture, _ in astray]))
    elif len(there) >= number:
        yield measured(len(there), limit, phrase("{kinds}数量", "Number of: {kinds}", kinds=kinds), witness=witness)
    elif len(there) + len(maybe) >= number:
        text = phrase(
            "图上没有标明{kinds}，另有未标明用途的水池，请确认。",
            "No {kinds} is marked; sinks without a purpose are drawn, please confirm.",
            kinds=kinds,
        )
        causing = [fixture.id for fixture in maybe]
        yield to_confirm(text, Reason.DRAWING_SILENT, causing=causing, value=len(there), limit=limit)
    else:
        yield absent(len(there), number, phrase("图上没有{kinds}。", "The plan has no {kinds}.", kinds=kinds)).but(geometry=witness)
