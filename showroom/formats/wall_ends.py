"""Where do walls meet? Faces stop at the inner corner; axes are led on to the axis of the wall they run into."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from showroom.formats.drawing import Floats
from showroom.formats.intervals import Interval

SLACK = 0.06


@dataclass(frozen=True, eq=False)
class Wallline:
    """A wall as a stretch of a straight line: unit vector, distance along its normal, thickness, (start, end)."""

    along: Floats
    offset: float
    thickness: float
    stretch: Interval


def met(lines: Sequence[Wallline]) -> list[Interval]:
    """Return each wall's stretch with both ends led on to the nearest axis that crosses just beyond them."""
    if not lines:
        return []
    along = np.array([line.along for line in lines])
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    offset = np.array([line.offset for line in lines])
    thickness = np.array([line.thickness for line in lines])
    stretch = np.array([line.stretch for line in lines])
    result = []
    for index, line in enumerate(lines):
        own_normal = normal[index]
        slope = normal @ line.along
        crossing = np.abs(slope) > 0.2
        safe = np.where(crossing, slope, 1.0)
        base = own_normal * line.offset
        here = (offset - normal @ base) / safe
        there = along @ base + here * (along @ line.along)
        reach = thickness / 2 / np.abs(safe) + line.thickness / 2 + SLACK
        on_other = crossing & (there > stretch[:, 0] - reach) & (there < stretch[:, 1] + reach)
        start, end = line.stretch
        beyond = thickness / 2 / np.abs(safe) + SLACK
        before = here[on_other & (here < start) & (start - here <= beyond)]
        after = here[on_other & (here > end) & (here - end <= beyond)]
        result.append((float(before.max()) if len(before) else start, float(after.min()) if len(after) else end))
    return result
