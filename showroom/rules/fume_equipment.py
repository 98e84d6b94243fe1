"""Is there what cleans the fumes, and a hood over everything that makes them?"""

from collections.abc import Iterator

from shapely import Point

from showroom.domain.finding import Reason
from showroom.domain.plan import Fixture
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, held, listed, missed, phrase, points, to_confirm
from showroom.rules.parameters import Kinds, Width
from showroom.rules.registry import rule
from showroom.rules.undrawn import declared_number


@rule("fume-equipment")
def fume_equipment(
    case: Case, *, cleaning: Kinds, sources: Kinds = ("stove",), hoods: Kinds = (), reach: Width = 0.3
) -> Iterator[Measurement]:
    """There is cleaning equipment, drawn or declared; and the middle of each source is within `reach` of a hood."""
    found = _there(case, cleaning)
    if found is None and hoods:
        found = _covered(case, sources, hoods, reach)
    yield found or held(phrase("排油烟设施图上已画或已申报。", "What takes care of the fumes is drawn or declared."))


def _there(case: Case, kinds: Kinds) -> Measurement | None:
    """Nothing where one of these is drawn or declared, else what is missing or to be looked for."""
    if case.fixtures_of(frozenset(kinds)):
        return None
    number, name = declared_number(case, kinds), listed([case.kind_name(kind) for kind in kinds])
    if number is None:
        return to_confirm(
            phrase("图上没有画{name}，请现场确认。", "No {name} is drawn; confirm on site.", name=name), Reason.DRAWING_SILENT
        )
    return None if number else absent(0, 1, phrase("申报没有{name}。", "Declared: no {name}.", name=name))


def _covered(case: Case, sources: Kinds, hoods: Kinds, reach: float) -> Measurement | None:
    drawn = case.fixtures_of(frozenset(hoods))
    if not drawn:
        return _there(case, hoods)
    bare = [source for source in case.fixtures_of(frozenset(sources)) if not _is_under(case, source, drawn, reach)]
    if not bare:
        return None
    return missed(
        phrase("{sources}上方没有{hood}。", "No {hood} over {sources}.", sources=_names(case, bare), hood=case.kind_name(hoods[0])),
        causing=[source.id for source in bare],
        witness=points([source.at for source in bare]),
    )


def _is_under(case: Case, source: Fixture, drawn: list[Fixture], reach: float) -> bool:
    floor = case.floor_of(source.id)
    for hood in drawn:
        if case.floor_of(hood.id) is floor:
            shape = floor.footprint(hood)
            away = Point(source.at).distance(Point(hood.at) if shape.is_empty else shape)
            if away <= reach + 1e-4:
                return True
    return False


def _names(case: Case, fixtures: list[Fixture]) -> Text:
    return listed([phrase("{kind}（{id}）", "{kind} ({id})", kind=case.kind_name(one.kind), id=one.id) for one in fixtures])
