"""Is a fixture (a hand basin) to be had where staff enter these spaces?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.domain.plan import Fixture
from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening
from showroom.geometry.routes import Spot
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, at_most, line, listed, measured, phrase, to_confirm
from showroom.rules.parameters import AtLeastOne, Kinds, Uses, Width
from showroom.rules.questions import question
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

NOT_FOR_STAFF = frozenset(("delivery", "serving", "dirty-ware", "customers"))
"""Roles of doors by which staff do not come to work."""


@rule("fixture-near-entrance")
def fixture_near_entrance(
    case: Case, *, fixtures: Kinds, spaces: Uses, within: Width, at_least: AtLeastOne = 1
) -> Iterator[Measurement]:
    """These spaces have enough of the fixture, and one within this walk of the door by which staff enter."""
    kinds = listed([case.kind_name(kind) for kind in fixtures])
    if not case.spaces_of(spaces):
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
        return
    there = case.fixtures_of(frozenset(fixtures), spaces)
    if len(there) < at_least:
        yield absent(
            len(there),
            at_least,
            phrase(
                "这些空间内有 {there} 个{kinds}，要求不少于 {wanted} 个。",
                "These spaces have {there} of: {kinds}; at least {wanted} required.",
                there=len(there),
                kinds=kinds,
                wanted=at_least,
            ),
        )
        return
    doors = _staff_doors(case, spaces)
    ways = {floor.id: case.layout.routes(floor.id).field(_spots(floor, there)) for floor in case.floors}
    walks = {placed.id: ways[floor.id].walk(Spot(side, placed.face(placed.side_of(side)))) for floor, placed, side in doors}
    names = {placed.id: case.opening_name(placed) for _, placed, _ in doors}
    reached = {door: walk for door, walk in walks.items() if walk is not None}
    if not reached:
        yield to_confirm(
            phrase(
                "图上看不出员工从哪扇门进入，{kinds}的位置请现场确认。",
                "The plan does not show where staff enter; confirm the place of: {kinds}.",
                kinds=kinds,
            ),
            Reason.DRAWING_SILENT,
            causing=[fixture.id for fixture in there],
        )
        return
    limit = at_most(within)
    near = [door for door, walk in reached.items() if limit.holds(walk.length)]
    if near and len(near) < len(doors):
        best = reached[near[0]]
        yield to_confirm(
            phrase(
                "{question}从{near}进入时附近有{kinds}，从{far}进入则没有。",
                "{question} From {near} the {kinds} is near, from {far} it is not.",
                question=question("role: staff"),
                near=listed([names[door] for door in near]),
                kinds=kinds,
                far=listed([names[door] for door in names if door not in near]),
            ),
            Reason.FACT_MISSING,
            causing=[door for door in names if door not in near],
            witness=line(best.points),
            value=best.length,
            limit=limit,
        )
        return
    door, walk = (
        max(reached.items(), key=lambda found: found[1].length) if near else min(reached.items(), key=lambda found: found[1].length)
    )
    yield measured(
        walk.length,
        limit,
        phrase(
            "员工入口{door}到最近的{kinds}的步行距离",
            "Walk from the staff entrance {door} to the nearest of: {kinds}",
            door=names[door],
            kinds=kinds,
        ),
        causing=() if near else [door],
        relies_on=[door],
        storey=case.floor_of(door).id,
        witness=line(walk.points),
    )


def _staff_doors(case: Case, spaces: Uses) -> list[tuple[Floor, PlacedOpening, str]]:
    """The doors by which staff may enter, each with the space entered; only those marked `staff` where there are any."""
    found: list[tuple[Floor, PlacedOpening, str]] = []
    for floor in case.floors:
        for placed in floor.passages:
            inside = [side for side in placed.joins if side is not None and floor.spaces[side].use in spaces]
            if len(inside) == 1 and placed.opening.role not in NOT_FOR_STAFF and not _leads_from_service(case, placed, inside[0]):
                found.append((floor, placed, inside[0]))
    marked = [entry for entry in found if entry[1].opening.role == "staff"]
    return marked or found


def _leads_from_service(case: Case, placed: PlacedOpening, inside: str) -> bool:
    """A toilet, store or waste room is not where staff come from."""
    other = placed.other(inside)
    return other is not None and case.vocabulary.zone_of(case.layout.space(other).use) in ("wet", "service")


def _spots(floor: Floor, fixtures: list[Fixture]) -> list[Spot]:
    return [Spot(space_id, fixture.at) for fixture in fixtures if (space_id := floor.space_of.get(fixture.id)) is not None]
