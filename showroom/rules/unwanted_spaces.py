"""Are there no rooms, or things that give such rooms away, that do not belong on the premises?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.floor_area import outlines
from showroom.rules.measure import Measurement, held, listed, phrase, to_confirm
from showroom.rules.parameters import Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space


@rule("unwanted-spaces")
def unwanted_spaces(case: Case, *, uses: Uses, fixtures: Kinds = ()) -> Iterator[Measurement]:
    """No space of these uses and no such thing is there; what is there, an inspector judges (it may be separated)."""
    spaces = [space.id for space in case.spaces_of(uses)]
    things = [thing.id for thing in case.fixtures_of(frozenset(fixtures))]
    if spaces or things:
        names = [case.space_name(space_id) for space_id in spaces]
        names += [case.kind_name(kind) for kind in fixtures if case.fixtures_of(frozenset((kind,)))]
        text = phrase(
            "图上有{names}，请看是不是确有必要、防火分隔做得怎样。",
            "The plan shows {names}; see whether they are needed, and how they are separated against fire.",
            names=listed(names),
        )
        yield to_confirm(text, Reason.INSPECTOR, causing=spaces + things, witness=outlines(case, spaces) if spaces else None)
    elif case.unrecognised:
        yield no_such_space(case, phrase("图上没有标明这类空间。", "The plan names no such space."))
    else:
        kinds = listed([case.use_name(use) for use in sorted(uses)])
        yield held(phrase("图上没有{kinds}。", "The plan has no {kinds}.", kinds=kinds))
