"""Is the nearest fixture of a kind (a fire extinguisher) within reach from everywhere?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.geometry.floor import Floor
from showroom.rules.case import Case
from showroom.rules.contradiction import denied
from showroom.rules.egress import UNOCCUPIED
from showroom.rules.farthest_on_floor import farthest_on_floor, guessed_ground, spots_at
from showroom.rules.measure import Measurement, absent, at_most, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Kind, Width
from showroom.rules.registry import rule


@rule("fixture-reach")
def fixture_reach(case: Case, *, fixture: Kind, within: Width) -> Iterator[Measurement]:
    """From any point of a storey where people are, the walk to the nearest fixture of this kind is no longer than this."""
    name = case.kind_name(fixture)
    occupied = {floor.id: [i for i, space in floor.spaces.items() if space.use not in UNOCCUPIED] for floor in case.floors}
    if not any(occupied.values()):
        yield not_applicable(phrase("图上没有有人停留的房间。", "The plan has no occupied room."))
        return
    drawn = case.fixtures_of(frozenset((fixture,)))
    if not drawn and case.application.declared.equipment.get(fixture) == 0:
        yield absent(0, 1, phrase("图上没有{name}，申报为无。", "No {name} is drawn, and none is declared.", name=name))
        return
    if contradiction := denied(case, (fixture,)):
        yield contradiction
        return
    for floor in case.floors:
        if occupied[floor.id]:
            yield _storey(case, floor, occupied[floor.id], fixture, within, name)


def _storey(case: Case, floor: Floor, occupied: list[str], fixture: str, within: float, name: Text) -> Measurement:
    limit = at_most(within)
    here = [thing for thing in floor.storey.fixtures if thing.kind == fixture]
    goals = spots_at(floor, [(space_id, thing.at) for thing in here if (space_id := floor.space_of[thing.id])])
    if not goals:
        text = phrase(
            "图上没有画出{name}，请现场量到最近一处的距离。",
            "No {name} is drawn; measure the way to the nearest on site.",
            name=name,
        )
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[floor.id], storey=floor.id, limit=limit)
    worst = farthest_on_floor(floor, case.layout.routes(floor.id).field(goals), occupied)
    if worst.walk is None or (limit.holds(worst.walk.length) and worst.unreached):
        spaces = listed([case.space_name(space_id) for space_id in worst.unreached])
        text = phrase(
            "图上看不出从{spaces}怎样走到{name}。",
            "The plan does not show the way from {spaces} to a {name}.",
            spaces=spaces,
            name=name,
        )
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[floor.id], causing=worst.unreached, storey=floor.id, limit=limit)
    return measured(
        worst.walk.length,
        limit,
        phrase("本层最远处走到最近的{name}", "Farthest place of the storey to the nearest {name}", name=name),
        affected=[floor.id],
        causing=[worst.space] if worst.space and not limit.holds(worst.walk.length) else (),
        relies_on=guessed_ground(floor),
        storey=floor.id,
        witness=line(worst.walk.points),
    )
