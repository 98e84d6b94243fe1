"""Which gaps in a wall are openings although no symbol stands in them? A gap between two ends of one wall is a passage.

Where two walls on one line end at other walls on both sides of a corridor, the gap between them is the corridor, not an opening.
"""

from collections.abc import Sequence

import numpy as np
import shapely

from showroom.formats.drawing import Symbol
from showroom.formats.drawing_doors import Stance
from showroom.formats.drawing_openings import Placed
from showroom.formats.drawing_spaces import Room
from showroom.formats.drawing_walls import Run, boxes
from showroom.formats.intervals import covers, joined, without

PASSAGES = (0.5, 3.0)
"""Gaps of this width (metres) are passages; narrower ones are slips of the pen, wider ones open the rooms to each other."""
_INTO = 0.04


def plain_gaps(runs: Sequence[Run], placed: Sequence[Placed], prefix: str) -> list[Placed]:
    """Return the gaps of `runs` in which no symbol stands, as passages named G1, G2 and so on behind `prefix`."""
    ground = shapely.STRtree([box for run in runs for box in boxes(run, run.pieces)])
    found: list[Placed] = []
    for run in runs:
        for start, end in _between(run, placed):
            middle = (start + end) / 2
            gap = run.gap(middle, 0.05) if not any(covers(face, middle) for face in run.faces) else None
            if gap is None or not PASSAGES[0] <= gap[1] - gap[0] <= PASSAGES[1]:
                continue
            free = [not len(ground.query(shapely.Point(run.at(at)), predicate="intersects")) for at in (start + _INTO, end - _INTO)]
            if not any(free) or len(ground.query(shapely.Point(run.at(middle)), predicate="intersects")):
                continue
            number, position = len(found) + 1, sum(gap) / 2
            symbol = Symbol(f"{prefix}G{number}", "", "", run.at(position), np.eye(2))
            stance = Stance(run.at(position), run.along, gap[1] - gap[0])
            found.append(Placed(symbol, "passage", run, position, gap[1] - gap[0], stance, measured=True))
    return found


def between(gaps: Sequence[Placed], rooms: Sequence[Room]) -> list[Placed]:
    """Return the gaps that have two different rooms on their sides and lie in neither."""
    tree = shapely.STRtree([room.floor for room in rooms])

    def at(gap: Placed, across: float) -> set[int]:
        return set(tree.query(shapely.Point(gap.run.at(gap.position, across)), predicate="intersects").tolist())

    kept = []
    for gap in gaps:
        reach = gap.run.thickness / 2 + 0.15
        left, right = at(gap, reach), at(gap, -reach)
        if left and right and not left & right and not at(gap, 0.0):
            kept.append(gap)
    return kept


def _between(run: Run, placed: Sequence[Placed]) -> list[tuple[float, float]]:
    """Return the stretches between the pieces of a run that no opening takes up."""
    pieces = joined(run.pieces, 0.02)
    gaps = [(pieces[0][0], pieces[-1][1])] if pieces else []
    for taken in [*pieces, *(one.interval for one in placed if one.run is run)]:
        gaps = without(gaps, taken)
    return [gap for gap in gaps if gap[1] - gap[0] > PASSAGES[0] / 2]
