"""Is this drawn as a door, whatever it is called? An arc of about a right angle, and a leaf from its centre to one of its ends.

The corner shower, which is drawn much the same, has both its straight sides; a door has one. Lengths are of any unit.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from showroom.formats.drawing import Floats

ARC = (60.0, 120.0)
"""A leaf is drawn opened this far, degrees."""
NEAR = 0.12
"""Ends nearer than this share of the leaf's length are one point: leaves have a thickness, and frames."""
AROUND = 1.3
"""Everything in a door lies within so many lengths of its leaf from a hinge."""
MOST_LINES = 60


def drawn_as_door(lines: Sequence[Floats], arcs: Sequence[tuple[Floats, Floats, Floats]]) -> bool:
    """Tell whether lines (points each) and arcs (centre, start, end) draw a door of one leaf or two."""
    radii = [float(np.hypot(*(start - centre))) for centre, start, _ in arcs]
    longest = max(radii, default=0.0)
    leaves = [arc for arc, radius in zip(arcs, radii, strict=True) if radius > 0.25 * longest]
    if not 1 <= len(leaves) <= 2 or longest <= 0 or len(lines) > MOST_LINES:
        return False
    points = np.concatenate(lines)
    away = np.min([np.hypot(*(points - centre).T) / np.hypot(*(start - centre)) for centre, start, _ in leaves], axis=0)
    return bool(away.max() <= AROUND) and all(_has_one_leaf(lines, *arc) for arc in leaves)


def _has_one_leaf(lines: Sequence[Floats], centre: Floats, start: Floats, end: Floats) -> bool:
    radius = float(np.hypot(*(start - centre)))
    (ax, ay), (bx, by) = start - centre, end - centre
    turn = float(np.degrees(np.abs(np.arctan2(ax * by - ay * bx, ax * bx + ay * by))))
    return ARC[0] <= turn <= ARC[1] and _joins(lines, centre, start, radius) != _joins(lines, centre, end, radius)


def _joins(lines: Sequence[Floats], centre: Floats, end: Floats, radius: float) -> bool:
    """Tell whether a straight piece runs from the centre of an arc to one of its ends."""

    def near(points: Floats, to: Floats) -> NDArray[np.bool_]:
        close: NDArray[np.bool_] = np.hypot(*(points - to).T) <= NEAR * radius
        return close

    return any(
        bool(np.any((near(line[:-1], centre) & near(line[1:], end)) | (near(line[:-1], end) & near(line[1:], centre))))
        for line in (np.concatenate([line, line[:1]]) for line in lines)
    )
