"""Are rooms with an open flame divided from the rest by walls and doors that resist fire long enough?"""

from collections.abc import Iterator
from math import dist

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree

from showroom.domain.finding import Outcome, Reason
from showroom.domain.plan import Wall
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.outlines import Geometries
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, at_least, held, lines, listed, measured, missed, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule

STOVE = "stove"
_BESIDE = 0.05
"""A space whose outline lies no farther from a wall than this, in metres, is beside it."""
_ALONG = 0.1
"""Spaces on the two sides of a wall overlap along it by more than this, in metres."""
_STRIP = 1e-6
"""What a space covers of the ground beside a wall, in square metres: less is rounding."""
_Span = tuple[bool, float, float]


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
    inside, others = set(_inside(floor, uses)), set(_others(floor, uses))
    open_to = [stretch for first, second, stretch in floor.open_sides if {first, second} & inside and {first, second} & others]
    walls = _dividing(floor, uses)
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


def _others(floor: Floor, uses: Uses) -> list[str]:
    return [space_id for space_id, space in floor.spaces.items() if space.use not in uses and space.use != "outdoor"]


@kept
def _dividing(floor: Floor, uses: Uses) -> tuple[Wall, ...]:
    """The walls with such a room on one side and another room opposite."""
    inside, others = _inside(floor, uses), _others(floor, uses)
    walls = [wall for wall in floor.storey.walls if dist(*wall.axis) >= _ALONG]
    if not walls or not inside or not others:
        return ()
    near = shapely.buffer(np.array([floor.walls[wall.id] for wall in walls]), _BESIDE, join_style="mitre")
    shapes = np.array([floor.polygons[space_id] for space_id in (*inside, *others)])
    which, space = STRtree(shapes).query(near, predicate="intersects")
    strips = shapely.intersection(near[which], shapes[space])
    there = shapely.area(strips) >= _STRIP
    which, space, strips = which[there], space[there], strips[there]
    spans: dict[int, tuple[list[_Span], list[_Span]]] = {number: ([], []) for number in which.tolist()}
    for number, row, span in zip(which.tolist(), space.tolist(), _spans(strips, walls, which), strict=True):
        spans[number][row < len(inside)].append(span)
    return tuple(walls[number] for number in sorted(spans) if _faces(*spans[number]))


def _faces(some: list[_Span], rest: list[_Span]) -> bool:
    """Tell whether of two lots of strips along a wall any two lie opposite each other."""
    return any(one[0] != two[0] and min(one[2], two[2]) - max(one[1], two[1]) > _ALONG for one in some for two in rest)


def _spans(strips: Geometries, walls: list[Wall], which: NDArray[np.int64]) -> list[_Span]:
    """On which side of its wall each strip lies, and from where to where along it."""
    axes = np.array([wall.axis for wall in walls])
    start, along = axes[:, 0], axes[:, 1] - axes[:, 0]
    along = along / np.hypot(along[:, 0], along[:, 1])[:, None]
    points, strip = shapely.get_coordinates(strips, return_index=True)
    wall = which[strip]
    places = np.sum((points - start[wall]) * along[wall], axis=1)
    first = np.searchsorted(strip, np.arange(len(strips)))
    aside = shapely.get_coordinates(shapely.point_on_surface(strips)) - start[which]
    left = along[which, 0] * aside[:, 1] - along[which, 1] * aside[:, 0] > 0
    if not len(strips):
        return []
    low, high = np.minimum.reduceat(places, first), np.maximum.reduceat(places, first)
    return list(zip(left.tolist(), low.tolist(), high.tolist(), strict=True))
