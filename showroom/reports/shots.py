"""What must be shown, and from where, when an office inspects by video? Few places to stand, one walk past them, and what to do.

Everything of the list that can be seen is shown once; papers and steps are not. What a picture cannot settle (a tap that runs, a
door that closes by itself) is told as something to do before the camera.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from showroom.domain.finding import Finding, Outcome
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.layout import Layout
from showroom.geometry.openings import Vector
from showroom.geometry.routes import Spot, door_spots
from showroom.geometry.standing import Stand, Target, in_walking_order, stands
from showroom.reports.lines import Line, lines_of
from showroom.reports.witnesses import points_of

_TAP = Text.of("打开水龙头，让水流出来再关上", "Open the tap, let it run, close it")
_DOOR = Text.of(
    "把门拉开再松手，看它能不能自己关上；拍清门上的尺子", "Open the door and let go; hold a tape across the clear width"
)
_COLD = Text.of("打开柜门，拍清温度显示", "Open it and show the temperature")
_LIGHT = Text.of("打开开关，让它亮起来", "Switch it on")
DO: dict[str, Text] = {
    "hand-basin": _TAP, "sink-vegetable": _TAP, "sink-meat": _TAP, "sink-aquatic": _TAP, "sink-ware": _TAP, "sink-mop": _TAP,
    "sink": _TAP,
    "stove": Text.of("点火，再打开油烟机，用纸条看吸力", "Light it, start the hood, hold a strip of paper to it"),
    "hood": Text.of("打开油烟机，用纸条看吸力", "Start it and hold a strip of paper to it"),
    "fume-purifier": Text.of("打开设备，拍清铭牌", "Start it and show its plate"),
    "refrigerator": _COLD, "freezer": _COLD,
    "disinfection-cabinet": Text.of("通电，拍清显示", "Switch it on and show its display"),
    "autoclave": Text.of("通电，拍清显示和检定标签", "Switch it on and show display and label"),
    "uv-lamp": _LIGHT, "fly-lamp": _LIGHT, "shadowless-lamp": _LIGHT,
    "grease-trap": Text.of("打开盖子", "Lift the lid"),
    "floor-drain": Text.of("泼一瓢水，看往哪里流", "Pour water and show where it runs"),
    "waste-bin": Text.of("踩开盖子再松开", "Step on the pedal and let go"),
    "waste-container": Text.of("打开盖子，拍清标识", "Open the lid and show its label"),
    "cage": Text.of("打开笼门，摇一摇", "Open its door and shake it"),
    "medicine-cabinet": Text.of("打开柜门，试一下锁", "Open it and try the lock"),
    "extinguisher": Text.of("拍清压力表和有效期", "Show the gauge and the date"),
    "emergency-light": Text.of("按住测试键，让它亮起来", "Hold the test button until it lights"),
    "exit-sign": Text.of("拍清方向，关灯看亮不亮", "Show its direction, then with the lights off"),
    "camera": Text.of("拍清监控画面", "Show its picture on the screen"),
    "wc": Text.of("冲水，打开排风", "Flush, start the fan"),
    "opening": _DOOR,
}  # fmt: skip
"""What to do before the camera, by kind of fixture; `opening` is any door."""


@dataclass(frozen=True)
class Shot:
    """One thing to show: the line of the list, where it is, and what to do there."""

    line: Line
    at: Vector
    do: Text | None
    hidden: bool = False


@dataclass(frozen=True)
class Stop:
    """One place to stand: storey, space, point, the way there from the stop before, and what is shown from it, left to right."""

    number: int
    storey: str
    space: str
    at: Vector
    way: tuple[Vector, ...]
    shots: tuple[Shot, ...]

    @property
    def walked(self) -> float:
        """How far one walks to it from the stop before, metres."""
        return sum(math.dist(a, b) for a, b in pairwise(self.way))

    @property
    def look(self) -> Vector:
        """The point to turn to first: the middle of what is shown."""
        return sum(shot.at[0] for shot in self.shots) / len(self.shots), sum(shot.at[1] for shot in self.shots) / len(self.shots)


@dataclass(frozen=True)
class ShotList:
    """All stops in walking order, and the lines that have no place and are shown at the door."""

    stops: tuple[Stop, ...]
    at_the_door: tuple[Line, ...]

    @property
    def length(self) -> float:
        """The length of the whole walk, metres."""
        return sum(stop.walked for stop in self.stops)


def shots_of(review: Review, vocabulary: Vocabulary, language: str) -> ShotList:
    """Return what to show on a visit by video."""
    layout = Layout(review.plan, vocabulary)
    lines = [line for line in lines_of(review, vocabulary, language) if _can_be_shown(line)]
    places = {line.key: place_of(line.finding, layout) for line in lines}
    kinds = _kinds(layout)
    stops: list[Stop] = []
    for storey, floor in layout.floors.items():
        here = {line.key: (line, place[1]) for line in lines if (place := places[line.key]) is not None and place[0] == storey}
        chosen = stands(floor, [Target(key, at) for key, (_, at) in here.items()])
        doors = [spot for door in floor.final_exits for spot in door_spots(door, floor.free)]
        ordered, ways = in_walking_order(floor, chosen, _first(doors))
        for stand, way in zip(ordered, ways, strict=True):
            shots = tuple(_shots(stand, here, kinds))
            stops.append(Stop(len(stops) + 1, storey, stand.space, stand.at, way, shots))
    return ShotList(tuple(stops), tuple(line for line in lines if places[line.key] is None))


def _kinds(layout: Layout) -> dict[str, str]:
    """Return the kind of every fixture by its id, and `opening` for every door."""
    floors = layout.floors.values()
    fixtures = {fixture.id: fixture.kind for floor in floors for fixture in floor.storey.fixtures}
    return {
        id_: "opening" for floor in floors for id_, placed in floor.openings.items() if placed.opening.kind == "door"
    } | fixtures


def _first(spots: Sequence[Spot]) -> Spot | None:
    return spots[0] if spots else None


def _can_be_shown(line: Line) -> bool:
    return line.asks in ("measure", "judge") and line.outcome is not Outcome.NOT_APPLICABLE


def place_of(finding: Finding | None, layout: Layout) -> tuple[str, Vector] | None:
    """Return storey and point where a finding is to be seen, or `None` where it is about everything."""
    if finding is None:
        return None
    for thing in finding.affected:
        for storey, floor in layout.floors.items():
            if thing in floor.openings:
                return storey, floor.openings[thing].centre
            if thing in floor.polygons:
                point = floor.polygons[thing].representative_point()
                return storey, (float(point.x), float(point.y))
            fixture = next((one for one in floor.storey.fixtures if one.id == thing), None)
            if fixture is not None:
                return storey, (float(fixture.at[0]), float(fixture.at[1]))
    lowest = next(iter(layout.floors), None)
    if finding.geometry is not None and lowest is not None:
        points = points_of(finding)
        return finding.storey or lowest, (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    return None


def _shots(stand: Stand, here: dict[str, tuple[Line, Vector]], kinds: dict[str, str]) -> Iterator[Shot]:
    """Yield what is shown from a place, from left to right as one turns."""

    def bearing(key: str) -> float:
        x, y = here[key][1]
        return -math.atan2(y - stand.at[1], x - stand.at[0])

    for key in sorted((*stand.sees, *stand.hidden), key=lambda key: (bearing(key), key)):
        line, at = here[key]
        affected = line.finding.affected if line.finding is not None else ()
        known = next((kinds[thing] for thing in affected if thing in kinds), "")
        yield Shot(line, at, DO.get(known), hidden=key in stand.hidden)
