"""Is each such room (a special room) entered only through another (a changing lobby) that has what is asked for (a hand basin)?"""

from collections.abc import Iterator

from showroom.domain.finding import Geometry, Reason
from showroom.domain.plan import Space
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, lines, listed, missed, phrase, to_confirm
from showroom.rules.parameters import Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.ways import Way, beyond, ways


@rule("entered-through")
def entered_through(case: Case, *, uses: Uses, through: Uses, fixtures: Kinds = ()) -> Iterator[Measurement]:
    """Every door and open side of these rooms leads into a space of `through` (or another of these rooms), with these fixtures."""
    for space in case.spaces_of(uses):
        yield _entered(case, space, uses, through, fixtures)


def _entered(case: Case, space: Space, uses: Uses, through: Uses, fixtures: Kinds) -> Measurement:
    floor, name = case.floor_of(space.id), case.space_name(space.id)
    found = ways(case, space.id)
    wanted = case.use_name(min(through))
    past = [way for way in found if way.other is None or floor.spaces[way.other].use not in through | uses]
    doubtful = [way for way in past if way.other is not None and case.is_unrecognised(way.other)]
    lobbies = list(dict.fromkeys(way.other for way in found if way.other and floor.spaces[way.other].use in through))
    if not found:
        text = phrase(
            "图上{space}没有画门，请确认从哪里进入。", "{space} is drawn without a door; confirm how it is entered.", space=name
        )
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[space.id], storey=floor.id)
    if len(past) > len(doubtful):
        wrong = [way for way in past if way not in doubtful]
        text = phrase(
            "{space}可以从{beyond}直接进入，没有经过{wanted}。",
            "{space} is entered straight from {beyond}, not through a {wanted}.",
            space=name,
            beyond=listed([beyond(case, way) for way in wrong]),
            wanted=wanted,
        )
        return missed(text, affected=[space.id], causing=_doors(wrong), storey=floor.id, witness=_lines(wrong))
    if doubtful:
        text = phrase(
            "{space}从{beyond}进入，请确认它是不是{wanted}。",
            "{space} is entered from {beyond}; please confirm whether that is a {wanted}.",
            space=name,
            beyond=listed([beyond(case, way) for way in doubtful]),
            wanted=wanted,
        )
        causing = [way.other for way in doubtful if way.other]
        return to_confirm(
            text, Reason.FACT_MISSING, affected=[space.id], causing=causing, storey=floor.id, witness=_lines(doubtful)
        )
    return _equipped(case, space, lobbies, fixtures, name)


def _equipped(case: Case, space: Space, lobbies: list[str], fixtures: Kinds, name: Text) -> Measurement:
    floor = case.floor_of(space.id)
    bare = [lobby for lobby in lobbies if not {fixture.kind for fixture in floor.fixtures_in(lobby)} >= set(fixtures)]
    if bare:
        text = phrase(
            "{space}前的{lobby}里没有：{kinds}。",
            "{lobby} before {space} has none of: {kinds}.",
            space=name,
            lobby=listed([case.space_name(lobby) for lobby in bare]),
            kinds=listed([case.kind_name(kind) for kind in fixtures]),
        )
        return missed(text, affected=[space.id], causing=bare, storey=floor.id)
    text = phrase(
        "进入{space}要经过{lobby}。",
        "{space} is entered through {lobby}.",
        space=name,
        lobby=listed([case.space_name(lobby) for lobby in lobbies]) if lobbies else phrase("另一专间", "another special room"),
    )
    return held(text, affected=[space.id], relies_on=_doors(ways(case, space.id)), storey=floor.id)


def _doors(found: list[Way]) -> list[str]:
    return [way.placed.id for way in found if way.placed is not None]


def _lines(found: list[Way]) -> Geometry:
    return lines([way.line for way in found])
