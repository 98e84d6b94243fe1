"""Is there a fixture (a hand basin) near the door of each such room, or in it?"""

from collections.abc import Iterator

from showroom.domain.finding import Geometry, Reason
from showroom.domain.plan import Space
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept_apart
from showroom.geometry.routes import Field, Spot, Walk
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, at_most, held, line, listed, measured, phrase, point, to_confirm
from showroom.rules.parameters import Kinds, Uses, Width
from showroom.rules.registry import rule


@rule("fixture-near-door")
def fixture_near_door(
    case: Case, *, uses: Uses, fixtures: Kinds, within: Width, inside_counts: bool = False
) -> Iterator[Measurement]:
    """From a door of each room of these uses, on either side of it, the nearest such fixture is within this walk."""
    kinds = frozenset(fixtures)
    fields: dict[str, Field] = {}
    rooms = {space.id for space in case.spaces_of(uses)}
    for space in case.spaces_of(uses):
        floor = case.floor_of(space.id)
        if floor.id not in fields:
            spots = [
                Spot(host, fixture.at)
                for fixture in floor.storey.fixtures
                if fixture.kind in kinds and (host := floor.space_of[fixture.id]) is not None
            ]
            sides = {side for room in rooms for placed in floor.openings_of.get(room, ()) for side in placed.joins if side}
            fields[floor.id] = case.layout.routes(floor.id, {spot.space for spot in spots} | sides | rooms).field(spots)
        yield _near(case, floor, space, fixtures, within, inside_counts, fields[floor.id])


@kept_apart
def _near(case: Case, floor: Floor, space: Space, fixtures: Kinds, within: float, inside_counts: bool, field: Field) -> Measurement:
    name, kinds = case.space_name(space.id), listed([case.kind_name(kind) for kind in fixtures])
    own = [fixture for fixture in floor.fixtures_in(space.id) if fixture.kind in fixtures]
    if own and inside_counts:
        text = phrase("{space}内有{kinds}。", "{space} has: {kinds}.", space=name, kinds=kinds)
        return held(text, affected=[space.id], storey=floor.id, witness=point(own[0].at))
    if not field.goals:
        text = phrase("图上没有{kinds}，{space}门口用不到。", "The plan has no {kinds} near {space}.", kinds=kinds, space=name)
        return absent(0, 1, text, storey=floor.id).but(affected=(space.id,))
    doors = [placed for placed in floor.openings_of.get(space.id, ()) if placed.opening.kind in ("door", "passage")]
    walks = [
        (placed, walk)
        for placed in doors
        for side in placed.joins
        if side is not None and (walk := field.walk(Spot(side, placed.face(placed.side_of(side))))) is not None
    ]
    if not walks:
        text = phrase(
            "图上看不出从{space}的门到最近的{kinds}怎么走，请现场确认。",
            "The plan shows no way from the door of {space} to the nearest {kinds}; confirm on site.",
            space=name,
            kinds=kinds,
        )
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[space.id], storey=floor.id)
    placed, walk = min(walks, key=lambda found: found[1].length)
    return measured(
        walk.length,
        at_most(within),
        phrase("从{space}的门到最近的{kinds}", "From the door of {space} to the nearest of: {kinds}", space=name, kinds=kinds),
        affected=[space.id],
        relies_on=[placed.id],
        storey=floor.id,
        witness=_shown(walk),
    )


def _shown(walk: Walk) -> Geometry:
    return line(walk.points) if len(walk.points) > 1 else point(walk.points[0])
