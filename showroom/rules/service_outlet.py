"""Does a shop at the foot of a housing block keep to the bounds of a service outlet?

GB 50016-2014, 5.4.11.
"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.routes import door_spots
from showroom.rules import measure
from showroom.rules.case import Case, Unknown
from showroom.rules.egress import UNOCCUPIED
from showroom.rules.exit_count import exit_points
from showroom.rules.farthest_on_floor import farthest_on_floor, guessed_ground
from showroom.rules.measure import Measurement, absent, amount, at_most, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Area, AtLeastOne, Width
from showroom.rules.registry import rule


@rule("service-outlet")
def service_outlet(
    case: Case, *, area_at_most: Area, storeys_at_most: AtLeastOne, two_exits_above: Area, within: Width
) -> Iterator[Measurement]:
    """Area and storeys of the unit, exits of its larger storeys, and the way from the farthest point to an exit."""
    levels = [level for floor in case.floors if not isinstance(level := case.level(floor.storey), Unknown)]
    if any(level > storeys_at_most or level < 1 for level in levels):
        yield not_applicable(
            phrase(
                "场所不在最下面 {n} 层，不是商业服务网点。",
                "The premises are not on the lowest {n} storeys: no service outlet.",
                n=storeys_at_most,
            )
        )
        return
    yield measured(
        case.inner_area(),
        at_most(area_at_most, "m²"),
        phrase("商业服务网点每个单元的面积", "Area of the service outlet"),
        relies_on=case.guessed(),
        spread=case.area_spread(),
    )
    if len(case.floors) > storeys_at_most:
        yield measured(len(case.floors), at_most(storeys_at_most, ""), phrase("单元的层数", "Storeys of the unit"))
    for floor in case.floors:
        if floor.spaces:
            yield from _storey(case, floor, two_exits_above, within)


def _storey(case: Case, floor: Floor, two_exits_above: float, within: float) -> Iterator[Measurement]:
    here = case.inner_area((floor,))
    if here > two_exits_above + 1e-4:
        exits = len(floor.exits)
        what = phrase("本层 {area}，安全出口数", "The storey has {area}; its exits", area=amount(here, "m²"))
        yield (
            measured(exits, measure.at_least(2, ""), what, affected=[floor.id], storey=floor.id, witness=exit_points(floor))
            if exits >= 2
            else absent(
                exits,
                2,
                phrase("{what}：{n}，应有 2 个。", "{what}: {n}; 2 are required.", what=what, n=exits),
                storey=floor.id,
            ).but(affected=(floor.id,), geometry=exit_points(floor))
        )
    occupied = [space_id for space_id, space in floor.spaces.items() if space.use not in UNOCCUPIED]
    goals = [spot for placed in floor.exits for spot in door_spots(placed, [side for side in placed.joins if side])]
    worst = farthest_on_floor(floor, case.layout.routes(floor.id).field(goals), occupied)
    limit = at_most(within)
    if worst.walk is None or (worst.unreached and limit.holds(worst.walk.length)):
        spaces = listed([case.space_name(space_id) for space_id in worst.unreached])
        text = phrase(
            "图上看不出从{spaces}怎样走到出口。", "The plan does not show the way from {spaces} to an exit.", spaces=spaces
        )
        yield to_confirm(text, Reason.DRAWING_SILENT, causing=worst.unreached, storey=floor.id, limit=limit)
        return
    yield measured(
        worst.walk.length,
        limit,
        phrase("本层最远点到安全出口", "Farthest point of the storey to an exit"),
        causing=[worst.space] if worst.space and not limit.holds(worst.walk.length) else (),
        relies_on=guessed_ground(floor),
        storey=floor.id,
        witness=line(worst.walk.points),
    )
