"""What of a plan cannot be built as drawn, and what is built instead?

Every plan becomes a model: what has no sense in space is shortened, simplified or left out, and a note says so, with the ids. A
plan without faults comes back as it is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Fixture, Note, Opening, Plan, Space, Storey, Wall
from showroom.domain.text import Text
from showroom.modelling.footprint import outline
from showroom.modelling.joints import bars
from showroom.modelling.storeys import DEFAULT_HEIGHT

LOWEST, HIGHEST = 1.6, 30.0
"""Heights of rooms and storeys outside these are mistakes of drawing or unit, metres."""
NARROWEST = 0.25
"""An opening of which less than this lies in its wall is left out, metres."""
_SLACK = 0.02
LARGEST = 15.0
"""A fixture longer than this is shown as a plain block, metres: a catalogue of kitchen ware knows none."""
DETAILED = 600
"""So many fixtures of a plan are modelled in detail; the rest are plain blocks of their size."""
_LISTED = 8


@dataclass(frozen=True)
class Fault:
    """A thing that is not built as drawn: which kind of fault, and its id."""

    code: str
    thing: str


_SAID: dict[str, tuple[str, str]] = {
    "height-unusable": (
        "层高或净高不在 1.6–30 米之间，按未标注处理：{ids}",
        "height not between 1.6 and 30 m, taken as not given: {ids}",
    ),
    "height-assumed": (
        f"未标注高度，按 {DEFAULT_HEIGHT} 米建模：{{ids}}",
        f"no height given, modelled {DEFAULT_HEIGHT} m high: {{ids}}",
    ),
    "no-spaces": ("没有房间，地面按墙体外廓铺设：{ids}", "there are no spaces; a floor was laid within the walls: {ids}"),
    "space-without-area": ("房间轮廓没有面积，未建模：{ids}", "spaces whose outline has no area, left out: {ids}"),
    "space-outline-crosses": (
        "房间轮廓自相交，按交点拆开建模：{ids}",
        "spaces whose outline crosses itself, taken apart at the crossing: {ids}",
    ),
    "spaces-overlap": ("房间互相重叠，重叠处只铺一层地面：{ids}", "spaces that overlap; the floor is laid once there: {ids}"),
    "walls-overlap": ("墙体互相重叠，合并为一段：{ids}", "walls that lie in one another, drawn as one: {ids}"),
    "opening-outside-wall": ("门窗洞口不在所属墙内，未建模：{ids}", "openings that do not lie in their wall, left out: {ids}"),
    "opening-wider-than-wall": (
        "门窗洞口超出所属墙，截到墙端：{ids}",
        "openings that reach beyond their wall, cut off at its end: {ids}",
    ),
    "openings-overlap": (
        "同一面墙上的洞口互相重叠，后画的未建模：{ids}",
        "openings in one another's place, the later left out: {ids}",
    ),
    "fixture-too-large": (
        f"设备长度超过 {LARGEST:g} 米，用简单方块表示：{{ids}}",
        f"fixtures longer than {LARGEST:g} m, shown as plain blocks: {{ids}}",
    ),
    "fixtures-simplified": (
        f"设备家具超过 {DETAILED} 件，其余用简单方块表示：{{ids}}",
        f"more than {DETAILED} fixtures; the others are shown as plain blocks: {{ids}}",
    ),
}


def mended(plan: Plan) -> tuple[Plan, tuple[Note, ...]]:
    """Return the plan as it will be built, and what was changed or left out, one note a kind of fault."""
    faults: list[Fault] = []
    storeys = tuple(_storey(storey, faults) for storey in plan.storeys)
    seen = 0
    for storey in storeys:
        faults += [Fault("fixtures-simplified", fixture.id) for fixture in storey.fixtures[max(0, DETAILED - seen) :]]
        seen += len(storey.fixtures)
    changed = any(before is not after for before, after in zip(plan.storeys, storeys, strict=True))
    return plan.revise(storeys=storeys) if changed else plan, _notes(faults)


def plain_fixtures(plan: Plan) -> frozenset[str]:
    """Return the ids of the fixtures that are shown as plain blocks: too large, or beyond the first `DETAILED`."""
    fixtures = list(plan.fixtures)
    return frozenset({fixture.id for fixture in fixtures[DETAILED:]} | {fixture.id for fixture in fixtures if _too_large(fixture)})


def _notes(faults: list[Fault]) -> tuple[Note, ...]:
    by_code: dict[str, list[str]] = defaultdict(list)
    for fault in faults:
        by_code[fault.code].append(fault.thing)
    return tuple(_note(code, by_code[code]) for code in _SAID if code in by_code)


def _note(code: str, things: list[str]) -> Note:
    zh, en = _SAID[code]
    short, more = ", ".join(things[:_LISTED]), len(things) - _LISTED
    rest = ("", "") if more <= 0 else (f" 等 {len(things)} 处", f" and {more} more")
    return Note(code=code, text=Text.of(zh.format(ids=short + rest[0]), en.format(ids=short + rest[1])), where=", ".join(things))


def _storey(storey: Storey, faults: list[Fault]) -> Storey:
    """Mend one storey; the very same value where there is nothing to mend."""
    steps: tuple[Callable[[Storey, list[Fault]], Storey], ...] = (_heights, _spaces, _walls, _openings, _fixtures)
    for step in steps:
        storey = step(storey, faults)
    return storey


def _heights(storey: Storey, faults: list[Fault]) -> Storey:
    changes: dict[str, object] = {}
    if _absurd(storey.height):
        faults.append(Fault("height-unusable", storey.id))
        changes["height"] = None
    if any(_absurd(space.height) for space in storey.spaces):
        faults += [Fault("height-unusable", space.id) for space in storey.spaces if _absurd(space.height)]
        changes["spaces"] = tuple(space.revise(height=None) if _absurd(space.height) else space for space in storey.spaces)
    if any(_low(wall) for wall in storey.walls):
        faults += [Fault("height-unusable", wall.id) for wall in storey.walls if _low(wall)]
        changes["walls"] = tuple(wall.revise(height=None) if _low(wall) else wall for wall in storey.walls)
    mended_storey = storey.revise(**changes) if changes else storey
    if not mended_storey.height and not any(space.height for space in mended_storey.spaces):
        faults.append(Fault("height-assumed", storey.id))
    return mended_storey


def _absurd(height: float | None) -> bool:
    return height is not None and not LOWEST <= height <= HIGHEST


def _low(wall: Wall) -> bool:
    """Whether a wall is lower than any threshold or higher than any hall."""
    return wall.height is not None and not 0.05 <= wall.height <= HIGHEST


def _spaces(storey: Storey, faults: list[Fault]) -> Storey:
    if not storey.spaces:
        faults.append(Fault("no-spaces", storey.id))
        return storey
    kept: list[Space] = []
    for space in storey.spaces:
        if outline(space).area < 0.01:
            faults.append(Fault("space-without-area", space.id))
            continue
        if not shapely.Polygon(space.outline, space.holes).is_valid:
            faults.append(Fault("space-outline-crosses", space.id))
        kept.append(space)
    areas = [outline(space) for space in kept]
    for one, other in _pairs(areas):
        if areas[one].intersection(areas[other]).area > 0.02:
            faults.append(Fault("spaces-overlap", f"{kept[one].id} + {kept[other].id}"))
    return storey if len(kept) == len(storey.spaces) else storey.revise(spaces=tuple(kept))


def _walls(storey: Storey, faults: list[Fault]) -> Storey:
    drawn = [area for _, area in bars(storey.walls)]
    for one, other in _pairs(drawn):
        shared = drawn[one].intersection(drawn[other]).area
        if shared > 0.5 * min(drawn[one].area, drawn[other].area):
            faults.append(Fault("walls-overlap", f"{storey.walls[one].id} + {storey.walls[other].id}"))
    return storey


def _pairs(areas: Sequence[BaseGeometry]) -> Iterator[tuple[int, int]]:
    if not areas:
        return iter(())
    found = STRtree(areas).query(areas, "intersects").T.tolist()
    return ((one, other) for one, other in sorted(found) if one < other)


def _openings(storey: Storey, faults: list[Fault]) -> Storey:
    kept: list[Opening] = []
    taken: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    for opening in storey.openings:
        fitting = _fitting(opening, storey.wall_of[opening.wall], faults)
        if fitting is None:
            continue
        a, b = fitting.at - fitting.width / 2 + _SLACK, fitting.at + fitting.width / 2 - _SLACK
        low = fitting.sill if fitting.sill is not None else {"window": 0.9, "hatch": 0.95}.get(fitting.kind, 0.0)
        high = low + (fitting.height or {"window": 1.4, "hatch": 0.9}.get(fitting.kind, 2.05))
        if any(a < end and start < b and low < top and bottom < high for start, end, bottom, top in taken[opening.wall]):
            faults.append(Fault("openings-overlap", opening.id))
            continue
        taken[opening.wall].append((a, b, low, high))
        kept.append(fitting)
    same = len(kept) == len(storey.openings) and all(one is other for one, other in zip(kept, storey.openings, strict=True))
    return storey if same else storey.revise(openings=tuple(kept))


def _fitting(opening: Opening, wall: Wall, faults: list[Fault]) -> Opening | None:
    """The opening cut off at the ends of its wall; `None` where too little is left."""
    (ax, ay), (bx, by) = wall.axis
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    a, b = opening.at - opening.width / 2, opening.at + opening.width / 2
    if a >= -_SLACK and b <= length + _SLACK:
        return opening
    a, b = max(a, 0.0), min(b, length)
    if b - a < NARROWEST:
        faults.append(Fault("opening-outside-wall", opening.id))
        return None
    faults.append(Fault("opening-wider-than-wall", opening.id))
    return opening.revise(at=(a + b) / 2, width=b - a)


def _fixtures(storey: Storey, faults: list[Fault]) -> Storey:
    faults += [Fault("fixture-too-large", fixture.id) for fixture in storey.fixtures if _too_large(fixture)]
    return storey


def _too_large(fixture: Fixture) -> bool:
    return fixture.size is not None and max(fixture.size) > LARGEST
