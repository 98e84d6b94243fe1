"""Is the kitchen divided from the guests by a wall, a partition or a counter?"""

from collections.abc import Iterator

from shapely import LineString, Point

from showroom.domain.finding import Reason
from showroom.domain.quantities import TOLERANCE
from showroom.geometry.floor import Floor
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, lines, listed, missed, phrase, points, to_confirm
from showroom.rules.parameters import Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

NEAR = 0.6
"""A counter this near an open side, in metres, divides it."""


@rule("divided-from-guests")
def divided_from_guests(
    case: Case, *, uses: Uses, guests: Uses, dividers: Kinds, working: Kinds, seating: Kinds
) -> Iterator[Measurement]:
    """No space holds both work and seats without a counter, and an open side between the two kinds of space has one."""
    mixed = [space_id for floor in case.floors for space_id in _mixed(floor, dividers, working, seating)]
    if mixed:
        things = [
            fixture for space_id in mixed for fixture in case.layout.fixtures_in(space_id) if fixture.kind in (*working, *seating)
        ]
        text = phrase(
            "{spaces}里既有炉灶又有餐位，中间没有隔断或柜台。",
            "{spaces} holds stoves and seats with neither partition nor counter between.",
            spaces=listed([case.space_name(space_id) for space_id in mixed]),
        )
        yield missed(text, causing=mixed, witness=points([fixture.at for fixture in things]))
        return
    if not case.spaces_of(uses):
        yield no_such_space(case, phrase("图上没有加工区。", "The plan has no kitchen."))
        return
    bare = [stretch for floor in case.floors for stretch in _bare_sides(floor, uses, guests, dividers)]
    if bare:
        text = phrase(
            "加工区与餐位之间有一侧敞开，图上没有画隔断或柜台，请现场确认。",
            "Between kitchen and tables one side is open and neither partition nor counter is drawn; confirm on site.",
        )
        shown = [[(float(x), float(y)) for x, y in stretch.coords] for stretch in bare]
        yield to_confirm(text, Reason.DRAWING_SILENT, witness=lines(shown))
    else:
        yield held(phrase("加工区与餐位已隔开。", "The kitchen is divided from the tables."))


def _mixed(floor: Floor, dividers: Kinds, working: Kinds, seating: Kinds) -> Iterator[str]:
    for space_id in floor.spaces:
        kinds = {fixture.kind for fixture in floor.fixtures_in(space_id)}
        if kinds & set(working) and kinds & set(seating) and not kinds & set(dividers):
            yield space_id


def _bare_sides(floor: Floor, uses: Uses, guests: Uses, dividers: Kinds) -> Iterator[LineString]:
    counters = [
        Point(fixture.at) if floor.footprint(fixture).is_empty else floor.footprint(fixture)
        for fixture in floor.storey.fixtures
        if fixture.kind in dividers
    ]
    for first, second, stretch in floor.open_sides:
        one, two = floor.spaces[first].use, floor.spaces[second].use
        between = (one in uses and two in guests) or (two in uses and one in guests)
        if between and not any(counter.distance(stretch) <= NEAR + TOLERANCE for counter in counters):
            yield stretch
