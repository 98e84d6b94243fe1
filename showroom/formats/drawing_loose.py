"""What do loose lines on door and window layers draw? Leaves beside their arcs, double leaves, sliding leaves, panes in a wall.

Arcs whose leaves meet in the middle are one double door. A line that starts at an arc's hinge is its leaf. Lines that lie along
a wall are a window's panes, or on a door layer a sliding door where the wall has a gap; two lines across a wall are the ends of
a window. Lengths are metres.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from showroom.formats.drawing import Drawing, Floats, Stroke, Symbol, segments
from showroom.formats.drawing_doors import leaf_pair
from showroom.formats.drawing_gaps import corner_gaps
from showroom.formats.drawing_openings import SKEW, Placed, Walls, overlaps, place
from showroom.formats.drawing_spaces import Room
from showroom.formats.drawing_walls import Run
from showroom.formats.intervals import Interval, joined

SHORTEST, LONGEST = 0.3, 8.0
ASIDE = {"window": 0.03, "door": 0.12}
"""How far (metres) outside the faces of its wall a line may lie and still belong to an opening in it."""


def with_double_doors(doors: Sequence[Symbol]) -> list[Symbol]:
    """Return the doors, two arcs whose leaves meet made one, loose ones or each in its block."""
    result: list[Symbol] = []
    gone: set[int] = set()
    loose = [index for index, door in enumerate(doors) if len(door.sweeps) == 1]
    hinges = np.array([doors[index].sweeps[0].centre for index in loose]).reshape(-1, 2)
    radii = np.array([doors[index].sweeps[0].radius for index in loose])
    for place_, index in enumerate(loose):
        if index in gone:
            continue
        apart = np.hypot(*(hinges - hinges[place_]).T)
        fitting = np.nonzero(np.abs(apart - radii - radii[place_]) < 0.05 * (radii + radii[place_]))[0]
        for other in map(int, fitting):
            partner = loose[other]
            both = (*doors[index].sweeps, *doors[partner].sweeps)
            if partner > index and partner not in gone and leaf_pair(both) and _meet(doors[index], doors[partner]):
                gone |= {index, partner}
                result.append(replace(doors[index], sweeps=both))
                break
    kept = {door.id: door for door in result}
    return [kept.get(door.id, door) for index, door in enumerate(doors) if index not in gone or door.id in kept]


def _meet(first: Symbol, second: Symbol) -> bool:
    """Tell whether the closed ends of two arcs lie at one point."""
    one, two = first.sweeps[0], second.sweeps[0]
    reach = 0.1 * max(one.radius, two.radius)
    return any(float(np.hypot(*(a - b))) < reach for a in (one.start, one.end) for b in (two.start, two.end))


def place_loose(
    drawing: Drawing,
    walls: Walls,
    runs: Sequence[Run],
    rooms: Sequence[Room],
    placed: Sequence[Placed],
    left_over: Counter[tuple[str, str]],
) -> list[Placed]:
    """Return the openings that loose lines draw in `runs`, besides those `placed`; lines of no use are counted in `left_over`."""
    found: list[Placed] = []
    leaves = _Leaves(drawing.doors)
    kinds: tuple[tuple[Literal["door", "window"], list[Stroke]], ...] = (
        ("door", [stroke for stroke in drawing.door_lines if not leaves.own(stroke)]),
        ("window", drawing.window_lines),
    )
    for kind, strokes in kinds:
        used: set[str] = set()
        for symbol, members in _symbols(runs, strokes, kind):
            one = place(symbol, kind, walls, rooms)
            if one is None or (kind == "door" and not one.measured):
                continue
            if any(overlaps(one, other) for other in (*placed, *found)):
                used |= members
                continue
            found.append(one)
            used |= members
        for stroke in strokes:
            if stroke.id not in used and not _beside(stroke, (*placed, *found)):
                left_over[f"{kind}-lines", stroke.layer] += 1
    return found


class _Leaves:
    """The places doors' arcs sweep over."""

    def __init__(self, doors: Sequence[Symbol]) -> None:
        sweeps = [sweep for door in doors for sweep in door.sweeps]
        self._centres = np.array([sweep.centre for sweep in sweeps]).reshape(-1, 2)
        self._radii = np.array([sweep.radius for sweep in sweeps])

    def own(self, stroke: Stroke) -> bool:
        """Tell whether all of a line lies within the circle of one door's arc: a leaf, its frame or its handle."""
        away = np.hypot(*(stroke.points[:, None] - self._centres).transpose(2, 0, 1))
        return bool(np.any(np.all(away <= 1.12 * self._radii, axis=0)))


def _symbols(runs: Sequence[Run], strokes: Sequence[Stroke], kind: Literal["door", "window"]) -> Iterator[tuple[Symbol, set[str]]]:
    """Yield a symbol for each stretch of a run along which lines lie, with the ids of those lines."""
    pieces = [(stroke, piece) for stroke in strokes for piece in segments([stroke])]
    if not pieces:
        return
    lines = np.array([piece for _, piece in pieces])
    vectors = lines[:, 1] - lines[:, 0]
    units = vectors / np.hypot(*vectors.T)[:, None]
    for run in runs:
        across = lines @ run.normal - run.offset
        inside = np.abs(across).max(axis=1) <= run.thickness / 2 + ASIDE[kind]
        spans = np.sort(lines @ run.along, axis=1)
        parallel = inside & (np.abs(units @ run.normal) <= SKEW)
        stretches: list[Interval] = joined([(float(start), float(end)) for start, end in spans[parallel]], 0.03)
        if not stretches and kind == "window":
            ends = np.unique(spans[inside & (np.abs(units @ run.along) <= SKEW)].mean(axis=1).round(3))
            stretches = [(float(start), float(end)) for start, end in zip(ends[::2], ends[1::2], strict=False)]
        for start, end in stretches:
            if SHORTEST <= end - start <= LONGEST and _in_wall(run, (start, end)):
                chosen = [
                    number
                    for number in np.nonzero(inside)[0]
                    if spans[number, 0] >= start - 0.05 and spans[number, 1] <= end + 0.05
                ]
                members = [pieces[int(number)][0] for number in chosen]
                if members:
                    yield _symbol(run, (start, end), members[0]), {member.id for member in members}


def _in_wall(run: Run, stretch: Interval) -> bool:
    """Tell whether a stretch lies between the first and the last piece of a run, or between its end and the next wall."""
    if not run.pieces:
        return False
    reaches = [(run.pieces[0][0], run.pieces[-1][1]), *corner_gaps(run)]
    return any(start - 0.1 <= stretch[0] and stretch[1] <= end + 0.1 for start, end in reaches)


def _symbol(run: Run, stretch: Interval, stroke: Stroke) -> Symbol:
    half, middle = (stretch[1] - stretch[0]) / 2, sum(stretch) / 2
    frame = np.stack([run.along, run.normal], axis=1)
    corner: Floats = np.array([half, min(run.thickness / 2, half / 2)])
    return Symbol(stroke.id, "", stroke.layer, run.at(middle), frame, (-corner, corner))


def _beside(stroke: Stroke, placed: Sequence[Placed]) -> bool:
    """Tell whether a line lies within an opening already found: a frame, a sill, a threshold."""
    for one in placed:
        across = np.abs(stroke.points @ one.run.normal - one.run.offset).max()
        along = np.abs(stroke.points @ one.run.along - one.position).max()
        if across <= one.run.thickness / 2 + 0.2 and along <= one.width / 2 + 0.15:
            return True
    return False
