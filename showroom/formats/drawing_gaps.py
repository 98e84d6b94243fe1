"""Which gaps in a wall are openings although no symbol stands in them? A gap between two ends of one wall is a passage.

Where two walls on one line end at other walls or turn corners on both sides of a corridor, the gap between them is the corridor,
not an opening: an opening has at least one jamb.
"""

from collections.abc import Sequence

import numpy as np
import shapely

from showroom.formats.drawing import Floats, Symbol
from showroom.formats.drawing_doors import Stance
from showroom.formats.drawing_openings import Placed, overlaps
from showroom.formats.drawing_spaces import Room
from showroom.formats.drawing_walls import Run, boxes, bridged
from showroom.formats.intervals import Interval, covers, joined, without

PASSAGES = (0.5, 3.0)
"""Gaps of this width (metres) are passages; narrower ones are slips of the pen, wider ones open the rooms to each other."""
AT_CORNERS = (0.5, 1.3)
"""Between the free end of a wall and the wall across from it, a gap this wide (metres) is a passage; a wider one is room."""
_INTO = 0.04


def plain_gaps(runs: Sequence[Run], placed: Sequence[Placed], prefix: str, *, outlined: bool) -> list[Placed]:
    """Return the gaps of `runs` in which no symbol stands, as passages named G1, G2 and so on behind `prefix`.

    Where rooms are `outlined` these say what is on the two sides of a gap (`between`), and a gap from corner to corner counts.
    """
    taken: dict[int, list[Interval]] = {}
    for one in placed:
        taken.setdefault(id(one.run), []).append(one.interval)
    ground = shapely.STRtree([box for run in runs for box in boxes(run, bridged(run, []))])
    whole = shapely.STRtree([box for run in runs for box in boxes(run, bridged(run, taken.get(id(run), [])))])
    found: list[Placed] = []
    for run in runs:
        for start, end in [*_between(run, taken.get(id(run), ())), *_left_free(run, taken.get(id(run), ()))]:
            middle = (start + end) / 2
            gap = run.gap(middle, 0.05) if not any(covers(face, middle) for face in run.faces) else None
            if gap is None or not PASSAGES[0] <= gap[1] - gap[0] <= PASSAGES[1]:
                continue
            free = [not _in(ground, run.at(at)) for at in (start + _INTO, end - _INTO)]
            jambs = [not _turns(whole, run, at) for at in (start, end)]
            if not any(free) or not (outlined or any(jambs)) or _in(ground, run.at(middle)):
                continue
            number, position = len(found) + 1, sum(gap) / 2
            symbol = Symbol(f"{prefix}G{number}", "", "", run.at(position), np.eye(2))
            stance = Stance(run.at(position), run.along, gap[1] - gap[0])
            found.append(Placed(symbol, "passage", run, position, gap[1] - gap[0], stance, measured=True))
    return found


def without_doubles(placed: Sequence[Placed]) -> list[Placed]:
    """Return the openings without gaps that lie where another opening is: of two walls found for one, both have the gap."""
    kept: list[Placed] = []
    for one in placed:
        if one.kind != "passage" or not any(overlaps(one, other) for other in kept):
            kept.append(one)
    return kept


def _in(ground: shapely.STRtree, point: Floats) -> bool:
    return bool(len(ground.query(shapely.Point(point), predicate="intersects")))


def _turns(ground: shapely.STRtree, run: Run, position: float) -> bool:
    """Tell whether another wall stands beside a run at `position`: it ends there at a corner, not at a jamb."""
    beside = [run.at(position + by, side * (run.thickness / 2 + _INTO)) for by in (_INTO, -_INTO) for side in (1, -1)]
    return any(_in(ground, point) for point in beside)


def between(gaps: Sequence[Placed], rooms: Sequence[Room]) -> list[Placed]:
    """Return the gaps that join two different rooms, or a room and the open, and lie in no room."""
    tree = shapely.STRtree([room.floor for room in rooms])

    def at(gap: Placed, across: float) -> set[int]:
        return set(tree.query(shapely.Point(gap.run.at(gap.position, across)), predicate="intersects").tolist())

    kept = []
    for gap in gaps:
        reach = gap.run.thickness / 2 + 0.15
        left, right = at(gap, reach), at(gap, -reach)
        if (left or right) and not left & right and not at(gap, 0.0):
            kept.append(gap)
    return kept


def corner_gaps(run: Run) -> list[Interval]:
    """Return the stretches between an end of a run that is closed by a line across, and the line of the wall across from it."""
    if not run.pieces:
        return []
    first, last = min(start for start, _ in run.pieces), max(end for _, end in run.pieces)
    gaps = []
    for end, ahead in ((first, run.crossings[run.crossings < first - _INTO]), (last, run.crossings[run.crossings > last + _INTO])):
        if len(ahead) and float(np.abs(run.crossings - end).min()) < _INTO / 2:
            across = float(ahead.max() if end == first else ahead.min())
            gaps.append((min(end, across), max(end, across)))
    return [gap for gap in gaps if AT_CORNERS[0] <= gap[1] - gap[0] <= PASSAGES[1]]


def _left_free(run: Run, openings: Sequence[Interval]) -> list[Interval]:
    return [
        gap
        for gap in corner_gaps(run)
        if gap[1] - gap[0] <= AT_CORNERS[1] and not any(start < gap[1] and end > gap[0] for start, end in openings)
    ]


def _between(run: Run, openings: Sequence[Interval]) -> list[tuple[float, float]]:
    """Return the stretches between the pieces of a run that no opening takes up."""
    pieces = joined(run.pieces, 0.02)
    gaps = [(pieces[0][0], pieces[-1][1])] if pieces else []
    for taken in (*pieces, *openings):
        gaps = without(gaps, taken)
    return [gap for gap in gaps if gap[1] - gap[0] > PASSAGES[0] / 2]
