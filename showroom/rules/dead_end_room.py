"""Is such a room (surgery, isolation) no passage: one place it leads to, none it must not open to, its helper room beside it?"""

from collections.abc import Iterator

from showroom.domain.finding import Geometry, Reason
from showroom.domain.plan import Space
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, lines, listed, missed, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import missing_room
from showroom.rules.ways import Way, beyond, ways

BESIDE = 0.5
"""Rooms no farther apart than a thick wall, in metres, are beside each other."""


@rule("dead-end-room")
def dead_end_room(case: Case, *, uses: Uses, not_to: Uses | None = None, beside: Uses | None = None) -> Iterator[Measurement]:
    """Each such room leads to one place only (`beside` counts as where it leads), not into `not_to`, with `beside` near."""
    for space in case.spaces_of(uses):
        yield _dead_end(case, space, not_to or frozenset(), beside)


def _dead_end(case: Case, space: Space, not_to: frozenset[str], beside: frozenset[str] | None) -> Measurement:
    floor, name = case.floor_of(space.id), case.space_name(space.id)
    found = ways(case, space.id)
    own = beside or frozenset()
    banned = [way for way in found if way.other is not None and floor.spaces[way.other].use in not_to]
    unknown = [way for way in found if way.other is not None and case.is_unrecognised(way.other)]
    places = set(_beyond_helpers(case, space, found, own))
    if banned:
        text = phrase(
            "{space}直接通向{beyond}。", "{space} opens straight into {beyond}.", space=name, beyond=_places(case, banned)
        )
        return missed(text, affected=[space.id], causing=_doors(banned), storey=floor.id, witness=_lines(banned))
    if len(places) > 1:
        text = phrase(
            "{space}通向{beyond}，可以穿行。",
            "{space} can be walked through: it leads to {beyond}.",
            space=name,
            beyond=_places(case, found),
        )
        return missed(text, affected=[space.id], causing=_doors(found), storey=floor.id, witness=_lines(found))
    if unknown and (not_to or own):
        text = phrase(
            "{space}通向{beyond}，请确认其用途。",
            "{space} opens to {beyond}; confirm what that is.",
            space=name,
            beyond=_places(case, unknown),
        )
        causing = [way.other for way in unknown if way.other]
        return to_confirm(text, Reason.FACT_MISSING, affected=[space.id], causing=causing, storey=floor.id, witness=_lines(unknown))
    if not found:
        text = phrase("图上{space}没有画门，请现场确认。", "{space} is drawn without a door; confirm on site.", space=name)
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[space.id], storey=floor.id)
    if beside is not None and not _has_beside(case, space, beside):
        wanted = listed([case.use_name(use) for use in sorted(beside)])
        text = phrase("{space}旁边没有：{wanted}。", "Beside {space} there is none of: {wanted}.", space=name, wanted=wanted)
        return missing_room(case, text).but(affected=(space.id,), storey=floor.id)
    text = phrase("{space}不能穿行。", "{space} cannot be walked through.", space=name)
    return held(text, affected=[space.id], relies_on=_doors(found), storey=floor.id, witness=_lines(found))


def _beyond_helpers(case: Case, space: Space, found: list[Way], own: frozenset[str]) -> Iterator[str | None]:
    """Yield where a room leads, outdoors as `None`; a helper room counts as the places it leads to itself."""
    floor = case.floor_of(space.id)
    for way in found:
        if way.other is None or floor.spaces[way.other].use not in own:
            yield way.other
        else:
            yield from (onward.other for onward in ways(case, way.other) if onward.other != space.id)


def _has_beside(case: Case, space: Space, beside: frozenset[str]) -> bool:
    floor = case.floor_of(space.id)
    shape = floor.polygons[space.id]
    return any(
        other.use in beside and other.id != space.id and shape.distance(floor.polygons[other.id]) <= BESIDE
        for other in floor.storey.spaces
    )


def _places(case: Case, found: list[Way]) -> Text:
    return listed(list(dict.fromkeys(beyond(case, way) for way in found)))


def _doors(found: list[Way]) -> list[str]:
    return [way.placed.id for way in found if way.placed is not None]


def _lines(found: list[Way]) -> Geometry:
    return lines([way.line for way in found])
