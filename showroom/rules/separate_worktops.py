"""Are there separate worktops for raw and for cooked food?"""

from collections.abc import Iterator

from shapely import Point
from shapely.geometry.base import BaseGeometry

from showroom.domain.finding import Reason
from showroom.domain.plan import Fixture
from showroom.rules.case import Case
from showroom.rules.measure import (
    Measurement,
    absent,
    at_least,
    listed,
    measured,
    missed,
    phrase,
    points,
    to_confirm,
)
from showroom.rules.parameters import Kind, Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import declared_number, no_such_space

_TRACE = 1e-3
"""Footprints that overlap by less than this, in square metres, only touch."""


@rule("separate-worktops")
def separate_worktops(case: Case, *, raw: Kind, cooked: Kind, spaces: Uses, unmarked: Kinds = ()) -> Iterator[Measurement]:
    """A worktop for raw and one for cooked food are there, and neither lies on the other."""
    if not case.spaces_of(spaces):
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
        return
    marked = {kind: case.fixtures_of(frozenset((kind,))) for kind in (raw, cooked)}
    plain = case.fixtures_of(frozenset(unmarked), spaces)
    missing = [kind for kind in (raw, cooked) if not marked[kind]]
    shared = [(one, two) for one in marked[raw] for two in marked[cooked] if _same_place(case, one, two)]
    drawn = [*marked[raw], *marked[cooked], *plain]
    witness = points([fixture.at for fixture in drawn]) if drawn else None
    if shared:
        one, two = shared[0]
        text = phrase("{a}与{b}是同一处。", "{a} and {b} are one and the same.", a=case.kind_name(raw), b=case.kind_name(cooked))
        yield missed(text, causing=[one.id, two.id], witness=points([one.at, two.at]))
    elif not missing:
        yield measured(2, at_least(2, ""), phrase("生熟分开的操作台", "Worktops apart for raw and cooked"), witness=witness)
    else:
        yield _missing(case, missing, plain, drawn)


def _missing(case: Case, missing: list[str], plain: list[Fixture], drawn: list[Fixture]) -> Measurement:
    """Worktops that were not marked are looked for on site, unless they were declared absent."""
    names = listed([case.kind_name(kind) for kind in missing])
    witness = points([fixture.at for fixture in drawn]) if drawn else None
    if any(declared_number(case, (kind,)) == 0 for kind in missing):
        text = phrase("申报没有{names}。", "Declared: no {names}.", names=names)
        return absent(2 - len(missing), 2, text).but(geometry=witness)
    text = phrase("图上没有标明{names}，请现场确认。", "No {names} is marked; confirm on site.", names=names)
    causing = [fixture.id for fixture in plain]
    return to_confirm(text, Reason.DRAWING_SILENT, causing=causing, witness=witness, value=2 - len(missing), limit=at_least(2, ""))


def _same_place(case: Case, one: Fixture, two: Fixture) -> bool:
    return _shape(case, one).intersection(_shape(case, two)).area > _TRACE or one.at == two.at


def _shape(case: Case, fixture: Fixture) -> BaseGeometry:
    shape = case.floor_of(fixture.id).footprint(fixture)
    return Point(fixture.at) if shape.is_empty else shape
