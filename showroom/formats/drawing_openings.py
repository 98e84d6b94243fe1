"""In which wall does each door and window lie, and how wide is it clear?

The clear width is the gap between the jambs in the wall lines; where there is none, what the symbol draws, then its attribute,
then its name. A disagreement of more than 20 mm is told in a note.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely

from showroom.domain.plan import Note
from showroom.domain.text import Text
from showroom.formats.drawing import Floats, Symbol
from showroom.formats.drawing_doors import Stance, ToldWidths, stances, told_widths
from showroom.formats.drawing_spaces import Room
from showroom.formats.drawing_walls import MASONRY, Run
from showroom.formats.drawing_words import names_hatch
from showroom.formats.intervals import Interval

DISAGREEMENT = 0.020
WIDTHS = (0.3, 8.0)
ASIDE = 0.12
"""How far (metres) a symbol may stand off the face of its wall."""
SKEW = math.sin(math.radians(4))
SAME_WALL = 0.3
"""Openings whose walls' axes are nearer than this (metres) cannot both be there."""
STRANGE_JAMBS = 0.1
"""How much worse (metres) a gap fits between jambs that are not the wall's own."""
LIGHT = 0.05
"""A wall made for a door to the outside is as deep beyond the door's middle as before it; half a light wall (metres) at least."""
REACH = 0.6
"""How far (metres) from a door the rooms on its sides may begin, where no wall is drawn."""


@dataclass(frozen=True, eq=False)
class Placed:
    """A door or window in its run of wall: where along it, clear width, the stance taken, and whether the wall had to be made."""

    symbol: Symbol
    kind: Literal["door", "window", "passage", "hatch"]
    run: Run
    position: float
    width: float
    stance: Stance
    measured: bool

    @property
    def interval(self) -> Interval:
        """The stretch of the run it takes up."""
        return self.position - self.width / 2, self.position + self.width / 2


class Walls:
    """All runs of a drawing, so arranged that the few a symbol may stand in are found at once."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._normals = np.array([run.normal for run in runs]).reshape(-1, 2)
        self._offsets = np.array([run.offset for run in runs])
        self._reach = np.array([run.thickness / 2 + ASIDE for run in runs])

    def near(self, stance: Stance) -> Iterator[tuple[Run, float]]:
        """Yield the runs parallel to a stance that it stands in, with how far its middle is off their axis."""
        aside = np.abs(self._normals @ stance.middle - self._offsets)
        fitting = (np.abs(self._normals @ stance.along) <= SKEW) & (aside <= self._reach)
        for index in map(int, np.nonzero(fitting)[0]):
            yield self._runs[index], float(aside[index])


def place(symbol: Symbol, kind: Literal["door", "window"], walls: Walls, rooms: Sequence[Room]) -> Placed | None:
    """Return a symbol put into the wall it fits best; into one made for it between rooms where none is drawn.

    `None` where nothing tells where it stands or how wide it is.
    """
    told = told_widths(symbol)
    ways = enumerate(stances(symbol))
    fits = [fit for rank, way in ways for run, aside in walls.near(way) if (fit := _fit(way, run, aside, told, rank))]
    if fits:
        _, run, stance, position, gap = min(fits, key=lambda fit: fit[0])
        width = gap[1] - gap[0] if gap else told.first
        if width and WIDTHS[0] <= width <= WIDTHS[1]:
            return Placed(symbol, "hatch" if names_hatch(symbol.name) else kind, run, position, width, stance, gap is not None)
    width = told.first
    if kind == "window" or not width or not WIDTHS[0] <= width <= WIDTHS[1]:
        return None
    return _between_rooms(symbol, width, rooms)


Fit = tuple[tuple[int, float], Run, Stance, float, Interval | None]


def _fit(stance: Stance, run: Run, aside: float, told: ToldWidths, rank: int) -> Fit | None:
    """Return how well a stance fits a run: with a gap before without, then by how far it is off."""
    position = float(stance.middle @ run.along)
    width = stance.width or told.first or 0.9
    gap = run.gap(position, 0.15 * width)
    least, most = (0.75, 1.25) if run.drawn_through(position) else (0.5, 2.0)
    if gap and least * width <= gap[1] - gap[0] <= most * width and abs(sum(gap) / 2 - position) < 0.5 * width:
        off = aside + abs(sum(gap) / 2 - position) + 0.5 * abs(gap[1] - gap[0] - width) + 0.01 * rank
        off += 0.0 if _jambs_own(run, gap) else STRANGE_JAMBS
        return (0, off), run, stance, sum(gap) / 2, gap
    if any(start - width <= position <= end + width for start, end in run.pieces):
        return (1, aside + 0.05 * rank), run, stance, position, None
    return None


def _jambs_own(run: Run, gap: Interval) -> bool:
    """Tell whether a gap begins or ends where the wall does; of two walls in one line that tells whose gap it is."""
    return any(abs(end - jamb) < 0.02 for piece in run.pieces for end in piece for jamb in gap)


def _between_rooms(symbol: Symbol, width: float, rooms: Sequence[Room]) -> Placed | None:
    """Make a piece of wall for a door that stands between rooms without any wall line."""
    best: tuple[float, Placed] | None = None
    for rank, stance in enumerate(stances(symbol)):
        if any(room.floor.buffer(-0.02).intersects(shapely.Point(stance.middle)) for room in rooms):
            continue
        normal = np.array([-stance.along[1], stance.along[0]])
        sides = [_depth(stance.middle, side * normal, rooms) for side in (1, -1)]
        known = [depth for depth in sides if depth is not None]
        if not known:
            continue
        beyond = known[0] if known[0] >= LIGHT else MASONRY - known[0]
        left, right = (depth if depth is not None else beyond for depth in sides)
        thickness = max(left + right, 0.1)
        offset = float(stance.middle @ normal) + (left - right) / 2
        position = float(stance.middle @ stance.along)
        run = Run(stance.along, offset, thickness, [], ([], []), assumed=True)
        placed = Placed(symbol, "door", run, position, width, stance, measured=False)
        score = sum(known) + (0 if len(known) == 2 else 1) + 0.05 * rank
        if best is None or score < best[0]:
            best = score, placed
    return best[1] if best else None


def _depth(middle: Floats, towards: Floats, rooms: Sequence[Room]) -> float | None:
    """Return how far from `middle` a room begins on one side (0 where it already does), or `None` within reach."""
    probe = shapely.LineString([middle + 0.005 * towards, middle + REACH * towards])
    starts = [
        float(shapely.Point(middle).distance(probe.intersection(room.floor))) for room in rooms if probe.intersects(room.floor)
    ]
    return round(min(starts), 4) if starts else None


def overlaps(one: Placed, other: Placed) -> bool:
    """Tell whether two openings take up the same place, be it in two walls found for one."""
    if abs(float(one.run.along @ other.run.normal)) > SKEW:
        return False
    middle = other.run.at(other.position)
    aside = abs(float(middle @ one.run.normal) - one.run.offset)
    off = abs(float(middle @ one.run.along) - one.position)
    return aside < SAME_WALL and off < (one.width + other.width) / 2 - 0.05


def is_threshold(run: Run, placed: Sequence[Placed]) -> bool:
    """Tell whether a lone line is no wall but the threshold of a door or the sill of a window."""
    if not run.assumed or len(run.pieces) != 1 or any(one.run is run for one in placed):
        return False
    start, end = run.pieces[0]
    middle = run.at((start + end) / 2)
    for one in placed:
        aside = abs(float(middle @ one.run.normal) - one.run.offset)
        off = abs(float(middle @ one.run.along) - one.position)
        if aside < one.run.thickness / 2 + 0.1 and off < one.width / 2 and end - start < one.width + 0.2:
            return True
    return False


def width_notes(placed: Sequence[Placed]) -> Iterator[Note]:
    """Yield a note for every door whose clear width and symbol disagree, and one that says what clear width means here."""
    for one in placed:
        told = told_widths(one.symbol)
        others = [("drawn", told.drawn), ("attribute", told.attribute), ("name", told.name)]
        apart = [(what, width) for what, width in others if width and abs(width - one.width) > DISAGREEMENT]
        if one.kind == "door" and apart:
            yield _disagreement(one, apart)
    if any(one.kind == "door" for one in placed):
        text = Text.of(
            zh_CN="门的净宽取图中墙线之间的净距；门框、门扇和五金会再占去一些，请以实测为准。",
            en="Clear widths are the gaps between jambs as drawn; frames, leaves and fittings take some of it. Measure to be sure.",
        )
        yield Note(code="clear-width-as-drawn", text=text)


_TOLD = {"drawn": ("门块", "its symbol"), "attribute": ("属性", "its attribute"), "name": ("块名", "its block name")}


def _disagreement(one: Placed, apart: Sequence[tuple[str, float]]) -> Note:
    zh = "、".join(f"{_TOLD[what][0]}为 {width:.3f} 米" for what, width in apart)
    en = ", ".join(f"{_TOLD[what][1]} says {width:.3f} m" for what, width in apart)
    source_zh, source_en = ("墙线之间为", "the gap in the wall is") if one.measured else ("取值为", "the value taken is")
    text = Text.of(
        zh_CN=f"门 {one.symbol.id}：{source_zh} {one.width:.3f} 米，而{zh}；按前者计算。",
        en=f"Door {one.symbol.id}: {source_en} {one.width:.3f} m, but {en}; the first was used.",
    )
    return Note(code="width-disagrees", text=text, where=one.symbol.id)
