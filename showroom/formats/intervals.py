"""What do stretches of a straight line have in common? Joining, overlapping and taking away of (start, end) pairs."""

from collections.abc import Sequence

Interval = tuple[float, float]


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
    """Return what both (each in order, without overlaps of its own) have in common."""
    result, i, j = [], 0, 0
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
    result = []
    for start, end in intervals:
        if start < taken[0]:
            result.append((start, min(end, taken[0])))
        if end > taken[1]:
            result.append((max(start, taken[1]), end))
    return [(start, end) for start, end in result if end - start > 1e-9]


def covers(intervals: Sequence[Interval], position: float) -> bool:
    """Tell whether one of the stretches contains `position`."""
    return any(start <= position <= end for start, end in intervals)


def covering(intervals: Sequence[Interval], wanted: Interval) -> bool:
    """Tell whether one stretch contains all of `wanted`."""
    return any(start <= wanted[0] + 1e-3 and wanted[1] - 1e-3 <= end for start, end in intervals)
