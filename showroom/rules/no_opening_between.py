"""Does no door or passage lead straight from such a space (a toilet) into another kind (where food is handled)?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.domain.plan import Space
from showroom.geometry.memory import kept_apart
from showroom.geometry.openings import PlacedOpening
from showroom.rules.case import Case
from showroom.rules.gaps import slits_between
from showroom.rules.measure import Measurement, held, lines, listed, missed, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space
from showroom.rules.ways import ways


@rule("no-opening-between")
def no_opening_between(case: Case, *, uses: Uses, others: Uses) -> Iterator[Measurement]:
    """No door, passage or open side joins a space of these uses with a space of the others."""
    spaces = case.spaces_of(uses)
    for space in spaces:
        yield _ways_between(case, space, others)
    if not spaces:
        yield no_such_space(
            case, phrase("图上没有{uses}。", "The plan has no {uses}.", uses=listed([case.use_name(use) for use in sorted(uses)]))
        )


@kept_apart
def _ways_between(case: Case, space: Space, others: Uses) -> Measurement:
    floor = case.floor_of(space.id)
    name = case.space_name(space.id)
    doors = [placed for placed in floor.openings_of.get(space.id, ()) if placed.opening.kind in ("door", "passage")]
    direct = [placed for placed in doors if _use_beyond(case, placed, space) in others]
    open_to = [
        (first if second == space.id else second, stretch)
        for first, second, stretch in floor.open_sides
        if space.id in (first, second) and case.layout.space(first if second == space.id else second).use in others
    ]
    if direct or open_to:
        beyond = [placed.other(space.id) or "" for placed in direct] + [other for other, _ in open_to]
        return missed(
            phrase(
                "{space}与{beyond}直接连通。",
                "{space} is directly connected with {beyond}.",
                space=name,
                beyond=listed([case.space_name(other) for other in dict.fromkeys(beyond)]),
            ),
            affected=list(dict.fromkeys(beyond)),
            causing=[space.id, *(placed.id for placed in direct)],
            storey=floor.id,
            witness=lines([placed.line for placed in direct] + [list(stretch.coords) for _, stretch in open_to]),
        )
    slits = [
        line
        for other in floor.near(space.id)
        if floor.spaces[other].use in others
        for line in slits_between(floor, space.id, other)
    ]
    hatches = [
        placed
        for placed in floor.openings_of.get(space.id, ())
        if placed.opening.kind == "hatch" and _use_beyond(case, placed, space) in others
    ]
    if slits or hatches:
        return to_confirm(
            phrase(
                "{space}的墙上有传递口或缺口通到不该相通的空间，请现场看。",
                "A hatch or gap in the wall of {space} leads where nothing should; look on site.",
                space=name,
            ),
            Reason.INSPECTOR,
            affected=[space.id],
            causing=[placed.id for placed in hatches],
            storey=floor.id,
            witness=lines([placed.line for placed in hatches] + [list(slit.coords) for slit in slits]),
        )
    doubtful = [way for way in ways(case, space.id) if way.other is not None and case.is_unrecognised(way.other)]
    if doubtful:
        beyond = list(dict.fromkeys(way.other or "" for way in doubtful))
        return to_confirm(
            phrase(
                "{space}通向{beyond}，请确认其用途。",
                "{space} opens to {beyond}; please confirm what that is used for.",
                space=name,
                beyond=listed([case.space_name(other) for other in beyond]),
            ),
            Reason.FACT_MISSING,
            affected=[space.id],
            causing=beyond,
            storey=floor.id,
            witness=lines([way.line for way in doubtful]),
        )
    if not doors:
        return to_confirm(
            phrase(
                "图上{space}没有画门，请确认门开向哪里。",
                "{space} is drawn without a door; please confirm where it opens to.",
                space=name,
            ),
            Reason.DRAWING_SILENT,
            affected=[space.id],
            storey=floor.id,
        )
    return held(
        phrase("{space}不与这些空间直接连通。", "{space} does not open straight into them.", space=name),
        affected=[space.id],
        relies_on=[placed.id for placed in doors],
        storey=floor.id,
    )


def _use_beyond(case: Case, placed: PlacedOpening, space: Space) -> str | None:
    other = placed.other(space.id)
    return case.layout.space(other).use if other is not None else None
