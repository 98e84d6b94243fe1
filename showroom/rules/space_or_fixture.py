"""Is there a place for something: a room or zone of some use, or a fixture that serves instead (a waste cabinet)?"""

from collections.abc import Iterator

from showroom.domain.finding import Outcome, Reason
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, listed, phrase, points, to_confirm
from showroom.rules.parameters import Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import declared_number, missing_room


@rule("space-or-fixture")
def space_or_fixture(case: Case, *, uses: Uses, fixtures: Kinds) -> Iterator[Measurement]:
    """A space of these uses or one of these fixtures is drawn, or such a fixture declared; not drawn, a person looks for it."""
    rooms = case.rooms_of(uses)
    things = case.fixtures_of(frozenset(fixtures))
    number = declared_number(case, fixtures)
    names = listed([case.use_name(use) for use in sorted(uses)] + [case.kind_name(kind) for kind in fixtures])
    if rooms:
        text = phrase("图上有{room}。", "The plan has {room}.", room=case.space_name(rooms[0].id))
        yield held(text, relies_on=[rooms[0].id])
    elif things:
        text = phrase("图上有{thing}。", "The plan has: {thing}.", thing=case.kind_name(things[0].kind))
        yield held(text, witness=points([thing.at for thing in things]))
    elif number:
        yield held(phrase("已申报：{names}。", "Declared: {names}.", names=listed([case.kind_name(kind) for kind in fixtures])))
    else:
        text = phrase("图上没有以下任何一种：{names}。", "None of these is on the plan: {names}.", names=names)
        gone = missing_room(case, text)
        if number == 0 or gone.outcome is Outcome.TO_CONFIRM:
            yield gone
        else:
            text = phrase("{text}请现场确认。", "{text} Confirm on site.", text=text)
            yield to_confirm(text, Reason.DRAWING_SILENT, value=0, limit=gone.required)
