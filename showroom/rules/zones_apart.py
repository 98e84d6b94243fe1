"""Are zones kept apart: none overlaps another, none is open to what it must be kept from, and nothing stands in the wrong one?"""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely import STRtree

from showroom.domain.text import Text
from showroom.geometry.openings import Vector
from showroom.geometry.outlines import largest
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, lines, listed, missed, phrase
from showroom.rules.parameters import Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

_SLACK = 0.01
_TRACE = 1e-3


@rule("zones-apart")
def zones_apart(case: Case, *, uses: Uses, others: Uses, fixtures: Kinds = (), walled: bool = False) -> Iterator[Measurement]:
    """No space of `uses` overlaps one of `others` of another use (walled: nor is open to one); no such fixture stands in `uses`."""
    if not case.spaces_of(uses) or not case.spaces_of(others):
        yield no_such_space(case, phrase("图上没有要分开的两类空间。", "The plan does not have both kinds of space."))
        return
    mixed = [
        *_overlaps(case, uses, others),
        *(_open_to_each_other(case, uses, others) if walled else ()),
        *_astray(case, uses, fixtures),
    ]
    if not mixed:
        yield held(phrase("各区互不混用。", "No zone is mixed with another."))
        return
    yield missed(
        phrase("{mixed}。", "{mixed}.", mixed=listed([text for text, _, _ in mixed])),
        causing=list(dict.fromkeys(thing for _, things, _ in mixed for thing in things)),
        witness=lines([shape for _, _, shape in mixed]),
    )


_Mixed = tuple[Text, tuple[str, ...], tuple[Vector, ...]]


def _apart(case: Case, first: str, second: str, uses: Uses, others: Uses) -> bool:
    """Tell whether two spaces are to be kept apart."""
    one, two = case.layout.space(first).use, case.layout.space(second).use
    return one != two and ((one in uses and two in others) or (two in uses and one in others))


def _overlaps(case: Case, uses: Uses, others: Uses) -> Iterator[_Mixed]:
    for floor in case.floors:
        ids = [space.id for space in floor.storey.spaces if space.use in uses | others]
        cores = np.array([floor.polygons[space_id].buffer(-_SLACK, join_style="mitre") for space_id in ids] + [None])[:-1]
        if not len(cores):
            continue
        for one, two in sorted(zip(*STRtree(cores).query(cores, predicate="intersects").tolist(), strict=True)):
            first, second = ids[one], ids[two]
            if one >= two or not _apart(case, first, second, uses, others):
                continue
            shared = shapely.intersection(cores[one], cores[two])
            if shared.area > _TRACE:
                names = [case.space_name(first), case.space_name(second)]
                ring = tuple((float(x), float(y)) for x, y in largest(shared).exterior.coords)
                yield phrase("{both}重叠", "{both} overlap", both=listed(names)), (first, second), ring


def _open_to_each_other(case: Case, uses: Uses, others: Uses) -> Iterator[_Mixed]:
    for floor in case.floors:
        for first, second, stretch in floor.open_sides:
            if _apart(case, first, second, uses, others):
                names = [case.space_name(first), case.space_name(second)]
                line = tuple((float(x), float(y)) for x, y in stretch.coords)
                yield phrase("{both}之间没有隔开", "{both} are open to each other", both=listed(names)), (first, second), line


def _astray(case: Case, uses: Uses, fixtures: Kinds) -> Iterator[_Mixed]:
    for fixture in case.fixtures_of(frozenset(fixtures), uses):
        host = case.layout.space_of(fixture.id)
        assert host is not None
        text = phrase(
            "{thing}放在{host}", "{thing} stands in {host}", thing=case.kind_name(fixture.kind), host=case.space_name(host)
        )
        yield text, (host, fixture.id), (fixture.at, fixture.at)
