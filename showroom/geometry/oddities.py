"""What is oddly drawn, so that a person should look at it? Outlines, overlaps, openings off their walls, plans as wide as a county.

Nothing here stops a check: what can be measured is measured, and the notes say what it was measured on.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import shapely
from shapely import Polygon, STRtree

from showroom.domain.plan import Note, Storey
from showroom.domain.text import Text
from showroom.geometry.floor import Floor
from showroom.geometry.layout import Layout
from showroom.geometry.memory import kept

LISTED = 12
"""So many things of one sort are named in one note."""
_EMPTY = 1e-4
_SHARED = 0.1
"""Spaces that have more than this in common, in square metres, are drawn over each other."""
_SLACK = 0.05
"""An opening may stick out of its wall's axis by this, in metres: corners are drawn in many ways."""
_AT_ONCE = 200
"""So many spaces are looked at together."""
_WIDE = 5000.0
"""Premises wider than this, in metres, are drawn in another unit, or two sites on one sheet."""


@dataclass(frozen=True)
class _Sort:
    """One sort of oddity: its code, and what is said of the things, which are named where the text says `{things}`."""

    code: str
    zh: str
    en: str


_CROSSED = _Sort(
    "outline-mended",
    "空间 {things} 的轮廓自相交叉，按其中最大的一块计算。请改画成不交叉的闭合线。",
    "The outline of {things} crosses itself; its largest part is taken. Draw it as a closed line that does not.",
)
_EMPTY_ONES = _Sort(
    "outline-empty",
    "空间 {things} 的轮廓围不出面积，没有可量的地方。请重新画出轮廓。",
    "The outline of {things} encloses nothing, so nothing can be measured there. Draw it again.",
)
_OVERLAPPING = _Sort(
    "spaces-overlap",
    "空间 {things} 画得互相重叠。重叠处按较小的空间计，面积只计一次；请核对轮廓。",
    "Spaces {things} are drawn over each other. What they share counts as the smaller one, and its area once; check the outlines.",
)
_OFF_WALL = _Sort(
    "opening-off-wall",
    "门窗 {things} 超出了它所在的墙。请核对位置和宽度。",
    "Openings {things} do not lie within their walls. Check place and width.",
)
_COUNTY = _Sort(
    "plan-very-wide",
    "楼层 {things} 宽超过 5 公里。请核对图纸单位，或去掉远离本场所的图形。",
    "Storey {things} is more than 5 km wide. Check the drawing's unit, or remove what lies far from the premises.",
)


def oddities(layout: Layout) -> tuple[Note, ...]:
    """Return a note for each sort of oddity found, naming the things; in a time that grows little faster than the plan."""
    found: dict[_Sort, list[str]] = {}
    for floor in layout.floors.values():
        for sort, things in _of_floor(floor):
            found.setdefault(sort, []).extend(things)
    return tuple(_note(sort, things) for sort, things in found.items() if things)


def _note(sort: _Sort, things: list[str]) -> Note:
    more_zh, more_en = (" 等", " and others") if len(things) > LISTED else ("", "")
    named = things[:LISTED]
    text = Text.of(sort.zh.replace("{things}", "、".join(named) + more_zh), sort.en.replace("{things}", ", ".join(named) + more_en))
    return Note(code=sort.code, text=text, where=", ".join(named))


def _of_floor(floor: Floor) -> Iterator[tuple[_Sort, list[str]]]:
    yield from _of_spaces(floor)
    yield _OFF_WALL, _off_wall(floor.storey)
    yield _COUNTY, [floor.id] if _width(floor) > _WIDE else []


@kept
def _of_spaces(floor: Floor) -> tuple[tuple[_Sort, list[str]], ...]:
    shapes = list(floor.polygons.values())
    empty = [space_id for space_id, shape in floor.polygons.items() if shape.area < _EMPTY]
    return (
        (_CROSSED, [space_id for space_id in floor.mended if space_id not in empty]),
        (_EMPTY_ONES, empty),
        (_OVERLAPPING, list(islice(_overlapping(list(floor.polygons), shapes), LISTED + 1))),
    )


def _overlapping(ids: list[str], shapes: list[Polygon]) -> Iterator[str]:
    """Pairs of spaces drawn over each other, in reading order, looked for only as far as somebody asks."""
    tree = STRtree(shapes)
    for first in range(0, len(shapes), _AT_ONCE):
        rows, others = tree.query(np.array([*shapes[first : first + _AT_ONCE], None], dtype=object)[:-1], predicate="intersects")
        later = others > rows + first
        for row, other in sorted(zip((rows[later] + first).tolist(), others[later].tolist(), strict=True)):
            if shapes[row].intersection(shapes[other]).area > _SHARED:
                yield f"{ids[row]}+{ids[other]}"


def _off_wall(storey: Storey) -> list[str]:
    found = []
    for opening in storey.openings:
        length, half = math.dist(*storey.wall_of[opening.wall].axis), opening.width / 2
        if opening.at - half < -_SLACK or opening.at + half > length + _SLACK:
            found.append(opening.id)
    return found


@kept
def _width(floor: Floor) -> float:
    drawn = [shape for shape in (*floor.polygons.values(), *floor.walls.values()) if not shape.is_empty]
    if not drawn:
        return 0.0
    bounds = shapely.total_bounds(np.array([*drawn, None], dtype=object)[:-1])
    return max(float(bounds[2] - bounds[0]), float(bounds[3] - bounds[1]))
