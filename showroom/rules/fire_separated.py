"""Are rooms with an open flame divided from the rest by walls and doors that resist fire long enough?"""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from showroom.domain.finding import Outcome, Reason
from showroom.geometry.floor import Floor
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, at_least, held, lines, listed, measured, missed, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule

STOVE = "stove"
_BESIDE = 0.05
"""A space whose outline lies no farther from a wall than this, in metres, is beside it."""
_ALONG = 0.1
"""Spaces on the two sides of a wall overlap along it by more than this, in metres."""


@rule("fire-separated")
def fire_separated(case: Case, *, uses: Uses, hours: float, doors: tuple[str, ...]) -> Iterator[Measurement]:
    """Walls between such rooms and others resist fire for so many hours; doors, windows, hatches in them are of these classes."""
    floors = [floor for floor in case.floors if any(space.use in uses for space in floor.spaces.values())]
    for floor in floors:
        yield _without_flame(floor, uses, _storey(case, floor, uses, hours, doors))
    if not floors:
        yield not_applicable(phrase("图上没有这类空间。", "The plan has no such space."))


def _without_flame(floor: Floor, uses: Uses, found: Measurement) -> Measurement:
    """Where no stove is drawn an inspector sees whether there is an open flame, before anything is missed."""
    if found.outcome is not Outcome.NOT_MET or any(
        thing.kind == STOVE for space_id in _inside(floor, uses) for thing in floor.fixtures_in(space_id)
    ):
        return found
    text = phrase(
        "{found}图上没有画灶，请看用不用明火。", "{found} No stove is drawn; see whether there is an open flame.", found=found.text
    )
    return found.but(outcome=Outcome.TO_CONFIRM, reason=Reason.INSPECTOR, text=text)


def _storey(case: Case, floor: Floor, uses: Uses, hours: float, doors: tuple[str, ...]) -> Measurement:
    inside = set(_inside(floor, uses))
    others = {space_id for space_id, space in floor.spaces.items() if space_id not in inside and space.use != "outdoor"}
    open_to = [stretch for first, second, stretch in floor.open_sides if {first, second} & inside and {first, second} & others]
    ids = np.array([*inside, *others])
    shapes = np.array([floor.polygons[space_id] for space_id in ids.tolist()])
    walls = [wall for wall in floor.storey.walls if _divides(floor, wall.id, ids, shapes, inside)]
    openings = [placed for placed in floor.openings.values() if set(placed.joins) & inside and set(placed.joins) & others]
    leafless = [placed for placed in openings if placed.opening.kind == "passage"]
    if open_to or leafless:
        return to_confirm(
            phrase(
                "厨房与其他地方之间敞着，请看有没有防火卷帘等分隔。",
                "The kitchen is open to other rooms; see whether a fire shutter or the like divides them.",
            ),
            Reason.INSPECTOR,
            affected=[floor.id],
            causing=[placed.id for placed in leafless],
            storey=floor.id,
            witness=lines([list(stretch.coords) for stretch in open_to] + [placed.line for placed in leafless]),
        )
    if not walls and not openings:
        return not_applicable(phrase("厨房旁边没有别的房间。", "No other room lies beside the kitchen."), storey=floor.id)
    weak = [placed for placed in openings if placed.opening.fire_rating is not None and placed.opening.fire_rating not in doors]
    rated = [wall.fire_rating_h for wall in walls if wall.fire_rating_h is not None]
    limit = at_least(hours, "h")
    what = phrase("厨房隔墙的耐火极限", "Fire resistance of the walls round the kitchen")
    if rated and not limit.holds(min(rated)):
        causing = [wall.id for wall in walls if wall.fire_rating_h == min(rated)]
        return measured(min(rated), limit, what, affected=[floor.id], causing=causing, storey=floor.id)
    if weak:
        names = listed([case.opening_name(placed) for placed in weak])
        text = phrase("{doors}的防火等级不够。", "The fire class of {doors} is too low.", doors=names)
        return missed(text, affected=[floor.id], causing=[placed.id for placed in weak], storey=floor.id)
    silent = [wall.id for wall in walls if wall.fire_rating_h is None] + [p.id for p in openings if p.opening.fire_rating is None]
    if silent:
        text = phrase(
            "图上没有写明厨房隔墙、门窗的耐火等级，请看做法和标牌。",
            "The plan does not say how long walls, doors and windows of the kitchen resist fire; see their make and plates.",
        )
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[floor.id], causing=silent, storey=floor.id, limit=limit)
    if not rated:
        return held(
            phrase("门窗的防火等级足够。", "The fire class of doors and windows is high enough."),
            affected=[floor.id],
            storey=floor.id,
        )
    return measured(min(rated), limit, what, affected=[floor.id], storey=floor.id)


def _inside(floor: Floor, uses: Uses) -> list[str]:
    return [space_id for space_id, space in floor.spaces.items() if space.use in uses]


def _divides(floor: Floor, wall_id: str, ids: np.ndarray, shapes: np.ndarray, inside: set[str]) -> bool:
    """Tell whether a wall has a space of the one kind on one side and of the other kind opposite."""
    wall = floor.storey.wall_of[wall_id]
    start, end = np.array(wall.axis[0]), np.array(wall.axis[1])
    length = float(np.hypot(*(end - start)))
    if length < _ALONG:
        return False
    along = (end - start) / length
    near = floor.walls[wall_id].buffer(_BESIDE, join_style="mitre")
    shapely.prepare(near)
    beside = shapely.intersects(near, shapes)
    spans: dict[bool, list[tuple[bool, float, float]]] = {True: [], False: []}
    for space_id, strip in zip(ids[beside].tolist(), shapely.intersection(near, shapes[beside]), strict=True):
        if (span := _span(strip, start, along)) is not None:
            spans[space_id in inside].append(span)
    return any(
        one[0] != two[0] and min(one[2], two[2]) - max(one[1], two[1]) > _ALONG for one in spans[True] for two in spans[False]
    )


def _span(strip: BaseGeometry, start: np.ndarray, along: np.ndarray) -> tuple[bool, float, float] | None:
    """On which side of the wall a strip lies, and from where to where along it."""
    if strip.is_empty or strip.area < 1e-6:
        return None
    points = shapely.get_coordinates(strip) - start
    places = points @ along
    middle = np.array(strip.representative_point().coords[0]) - start
    return bool(along[0] * middle[1] - along[1] * middle[0] > 0), float(places.min()), float(places.max())
