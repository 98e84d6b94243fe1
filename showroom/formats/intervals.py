"""What do stretches of a straight line have in common? Joining, overlapping and taking away of (start, end) pairs.

But for `joined`, all expect stretches in order that do not overlap: a wall line of a large drawing has hundreds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

Interval = tuple[float, float]
_start, _end = itemgetter(0), itemgetter(1)


def joined(intervals: Sequence[Interval], slack: float) -> list[Interval]:
    """Return the union in order; stretches less than `slack` apart become one."""
    result: list[Interval] = []
    for start, end in sorted(intervals):
        if result and start <= result[-1][1] + slack:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def overlap(first: Sequence[Interval], second: Sequence[Interval]) -> list[Interval]:
    """Return what both have in common."""
    if not first or not second:
        return []
    result = []
    i, j = bisect_right(first, second[0][0], key=_end), bisect_right(second, first[0][0], key=_end)
    while i < len(first) and j < len(second):
        start, end = max(first[i][0], second[j][0]), min(first[i][1], second[j][1])
        if start < end:
            result.append((start, end))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return result


def without(intervals: Sequence[Interval], taken: Interval) -> list[Interval]:
    """Return `intervals` less the stretch `taken`."""
    first = bisect_right(intervals, taken[0], key=_end)
    last = bisect_left(intervals, taken[1], lo=first, key=_start)
    rest = []
    for start, end in intervals[first:last]:
        rest += [(start, min(end, taken[0])), (max(start, taken[1]), end)]
    return [*intervals[:first], *((start, end) for start, end in rest if end - start > 1e-9), *intervals[last:]]


def covers(intervals: Sequence[Interval], position: float) -> bool:
    """Tell whether one of the stretches contains `position`."""
    index = bisect_right(intervals, position, key=_start) - 1
    return index >= 0 and intervals[index][1] >= position


def covering(intervals: Sequence[Interval], wanted: Interval) -> bool:
    """Tell whether one stretch contains all of `wanted`."""
    index = bisect_right(intervals, wanted[0] + 1e-3, key=_start) - 1
    return index >= 0 and intervals[index][1] >= wanted[1] - 1e-3
