"""How do storeys drawn side by side on one sheet lie over each other? By what runs through them: stairs, lifts, columns.

Each storey is moved onto those below it: first so that stairs, lifts and columns of one size come to lie over each other, else by
the outline of the building, where that is the same. What does not tell stays where it is on the sheet, and a note says so. The
sheets are taken to be drawn in one direction. Lengths are metres.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import shapely
import shapely.affinity

from showroom.domain.plan import Note, Outline, Point, Storey
from showroom.domain.text import Text
from showroom.formats.drawing import Floats

SAME = 0.05
"""Sizes and places that differ by less than this are the same."""
THROUGH = frozenset({"stair", "lift"})
OVERLAP = 0.3
"""Of the smaller of two storeys at least this share lies over or under the other."""
MOST = 400
"""More columns and stairs of a storey than this are not compared each with each."""

Shift = tuple[float, float]
Anchor = tuple[str, float, float, Floats]


def stacked(storeys: Sequence[Storey]) -> tuple[tuple[Storey, ...], tuple[Note, ...]]:
    """Return the storeys moved over each other, the first staying where it is, and what people should know about that."""
    placed: list[Storey] = list(storeys[:1])
    apart: list[str] = []
    for storey in storeys[1:]:
        shift = next((found for other in reversed(placed) if (found := _shift(other, storey))), None)
        if shift is None:
            apart.append(storey.id)
        else:
            placed.append(_moved(storey, shift))
    whole = {storey.id: storey for storey in placed}
    return tuple(whole.get(storey.id, storey) for storey in storeys), tuple(_notes(len(storeys) - len(apart), apart))


def _notes(aligned: int, apart: Sequence[str]) -> Iterator[Note]:
    if aligned > 1:
        text = Text.of(
            zh_CN=f"同一张图上的 {aligned} 个楼层已按楼梯、电梯、柱或外轮廓上下对齐，坐标以最下一层为准。",
            en=f"{aligned} storeys of this sheet were laid over each other by stairs, lifts, columns or the building's outline; "
            "coordinates are those of the lowest.",
        )
        yield Note(code="storeys-aligned", text=text)
    if apart:
        text = Text.of(
            zh_CN=f"有 {len(apart)} 个楼层看不出怎样与其他楼层对齐，仍在图上原来的位置；上下对应的检查不可靠。",
            en=f"How {len(apart)} storeys lie over the others cannot be told; they stay where they are on the sheet, and nothing "
            "that compares storeys can be relied on there.",
        )
        yield Note(code="storeys-apart", text=text, where=", ".join(apart))


def _shift(below: Storey, above: Storey) -> Shift | None:
    """Return how far `above` is to be moved to lie over `below`; `None` where that cannot be told."""
    for shift in (_by_what_runs_through(below, above), _by_outline(below, above)):
        if shift is not None and _lie_over(below, above, shift):
            return shift
    return None


def _by_what_runs_through(below: Storey, above: Storey) -> Shift | None:
    """Return the shift that brings most anchors of one kind and size together; none where two shifts do so equally well."""
    votes: Counter[tuple[int, int]] = Counter()
    first, second = list(_anchors(below)), list(_anchors(above))
    if max(len(first), len(second)) > MOST:
        return None
    shifts: dict[tuple[int, int], list[Floats]] = {}
    for kind, width, depth, at in first:
        for other, other_width, other_depth, place in second:
            if kind == other and abs(width - other_width) < SAME and abs(depth - other_depth) < SAME:
                key = (round(float(at[0] - place[0]) / SAME), round(float(at[1] - place[1]) / SAME))
                votes[key] += 1
                shifts.setdefault(key, []).append(at - place)
    best = votes.most_common(1)
    if not best:
        return None
    (x, y), count = best[0]
    rivals = [key for key, number in votes.items() if number >= count and max(abs(key[0] - x), abs(key[1] - y)) > 1]
    if rivals:
        return None
    across, up = np.mean(shifts[x, y], axis=0)
    return float(across), float(up)


def _anchors(storey: Storey) -> Iterator[Anchor]:
    shapes: list[tuple[str, Iterable[Point]]] = [("column", column.outline) for column in storey.columns]
    shapes += [(space.use, space.outline) for space in storey.spaces if space.use in THROUGH]
    shapes += [("flight", stair.outline) for stair in storey.stairs]
    for kind, outline in shapes:
        points = np.array(outline)
        least, most = points.min(axis=0), points.max(axis=0)
        yield kind, float(most[0] - least[0]), float(most[1] - least[1]), least


def _by_outline(below: Storey, above: Storey) -> Shift | None:
    (left, low, right, high), (left_2, low_2, right_2, high_2) = _bounds(below), _bounds(above)
    if abs((right - left) - (right_2 - left_2)) > SAME or abs((high - low) - (high_2 - low_2)) > SAME:
        return None
    return left - left_2, low - low_2


def _bounds(storey: Storey) -> tuple[float, float, float, float]:
    outlines = [shapely.Polygon(space.outline) for space in storey.spaces]
    walls = [shapely.LineString(wall.axis).buffer(wall.thickness / 2, cap_style="flat") for wall in storey.walls]
    left, low, right, high = shapely.total_bounds([*outlines, *walls]).tolist()
    return left, low, right, high


def _lie_over(below: Storey, above: Storey, shift: Shift) -> bool:
    first, second = shapely.box(*_bounds(below)), shapely.box(*_bounds(above))
    shared = first.intersection(shapely.affinity.translate(second, *shift)).area
    return bool(shared >= OVERLAP * min(first.area, second.area))


def _moved(storey: Storey, shift: Shift) -> Storey:
    def point(at: Point) -> Point:
        return round(at[0] + shift[0], 6) + 0.0, round(at[1] + shift[1], 6) + 0.0

    def ring(points: Outline) -> Outline:
        return tuple(point(at) for at in points)

    return storey.revise(
        walls=tuple(wall.revise(axis=(point(wall.axis[0]), point(wall.axis[1]))) for wall in storey.walls),
        spaces=tuple(one.revise(outline=ring(one.outline), holes=tuple(map(ring, one.holes))) for one in storey.spaces),
        fixtures=tuple(one.revise(at=point(one.at)) for one in storey.fixtures),
        columns=tuple(one.revise(outline=ring(one.outline)) for one in storey.columns),
        stairs=tuple(one.revise(outline=ring(one.outline)) for one in storey.stairs),
    )
