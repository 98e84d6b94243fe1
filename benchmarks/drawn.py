"""Which drawing is read where a large one is wanted? Rooms of random size in rows along corridors, drawn as an office draws them.

Walls are faces with gaps at doors and windows, rooms have names, half a dozen blocks stand in each and its sides are dimensioned by
lines and texts nobody reads: about a third of the file is of no use to a reader, as in real drawings. The seed makes the drawing.
"""

import io
import itertools
import math
import random
from pathlib import Path
from typing import Any

import ezdxf
import shapely

NAMES = ("厨房", "用餐区", "卫生间", "更衣室", "库房", "切配区", "办公室", "备餐间", "教室", "会议")
BLOCKS = ("洗手池", "灶台", "货架", "餐桌", "座椅", "课桌", "冰箱", "WORKTABLE")
THICK, CORRIDOR = 0.2, 2.4
PER_METRE = 1000.0
Point = tuple[float, float]


def drawing(path: Path, rooms: int, *, outlines: bool = True, seed: int = 4) -> Path:
    """Write a DXF of `rooms` rooms, in millimetres, and return its path; without `outlines` rooms are told by their walls alone."""
    document = ezdxf.new("R2010", units=ezdxf.units.MM)
    document.header["$MEASUREMENT"] = 1
    sheet = _Sheet(document, random.Random(seed), outlines=outlines)
    per_row = max(2, round(math.sqrt(rooms * 2)))
    y, left = 0.0, rooms
    while left > 0:
        y = sheet.row_pair(y, min(per_row, math.ceil(left / 2)))
        left -= 2 * min(per_row, math.ceil(left / 2))
    stream = io.StringIO()
    document.write(stream)
    path.write_bytes(stream.getvalue().encode(document.output_encoding))
    return path


class _Sheet:
    def __init__(self, document: Any, chance: random.Random, *, outlines: bool) -> None:
        self._document, self._model, self._chance, self._outlines = document, document.modelspace(), chance, outlines

    def row_pair(self, y: float, count: int) -> float:
        """Draw a row of rooms, a corridor and a second row above it; return where the next pair begins, metres."""
        widths = [self._chance.uniform(3.0, 6.0) for _ in range(count)]
        right = sum(widths) + THICK * (count - 1)
        depths = self._chance.uniform(4.0, 6.0), self._chance.uniform(4.0, 6.0)
        low = y + depths[0] + THICK
        self._room(0.0, low, right, low + CORRIDOR, "走道")
        grounds, doors = [shapely.box(0.0, low, right, low + CORRIDOR)], []
        for bottom, depth, inner in (
            (y, depths[0], low - THICK / 2),
            (low + CORRIDOR + THICK, depths[1], low + CORRIDOR + THICK / 2),
        ):
            x = 0.0
            for width in widths:
                grounds.append(shapely.box(x, bottom, x + width, bottom + depth))
                doors.append((x + width / 2, inner, self._chance.choice((0.8, 0.9, 1.0, 1.2)), "DOOR"))
                outer = bottom - THICK / 2 if bottom == y else bottom + depth + THICK / 2
                doors.append((x + width / 2, outer, 1.5, "WINDOW"))
                self._room(x, bottom, x + width, bottom + depth, self._chance.choice(NAMES))
                self._furniture(x, bottom, x + width, bottom + depth)
                x += width + THICK
        doors.append((-THICK / 2, low + CORRIDOR / 2, 1.5, "DOOR"))
        top = low + CORRIDOR + THICK + depths[1]
        self._walls(shapely.box(-THICK, y - THICK, right + THICK, top + THICK), grounds, doors)
        for x, at, width, layer in doors:
            self._opening(x, at, width, layer)
        return top + 4.0

    def _walls(self, whole: Any, grounds: list[Any], doors: list[tuple[float, float, float, str]]) -> None:
        gaps = [
            shapely.box(x - THICK, at - width / 2, x + THICK, at + width / 2)
            if x < 0
            else shapely.box(x - width / 2, at - THICK, x + width / 2, at + THICK)
            for x, at, width, _ in doors
        ]
        solid = whole.difference(shapely.union_all(grounds)).difference(shapely.union_all(gaps))
        for part in shapely.get_parts(shapely.set_precision(solid, 1e-6)):
            for ring in (part.exterior, *part.interiors):
                for start, end in itertools.pairwise(ring.coords):
                    self._line(start, end, "WALL")

    def _room(self, left: float, bottom: float, right: float, top: float, name: str) -> None:
        corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
        if self._outlines:
            self._model.add_lwpolyline([_mm(corner) for corner in corners], close=True, dxfattribs={"layer": "SPACE"})
        self._text(name, ((left + right) / 2, (bottom + top) / 2), 0.3, "TEXT")
        for start, end in itertools.pairwise([*corners, corners[0]]):
            self._dimension(start, end)

    def _dimension(self, start: Point, end: Point) -> None:
        (ax, ay), (bx, by) = start, end
        self._line((ax + 0.4, ay + 0.4), (bx + 0.4, by + 0.4), "DIM")
        for x, y in (start, end):
            self._line((x + 0.3, y + 0.3), (x + 0.5, y + 0.5), "DIM")
        self._text(f"{math.dist(start, end) * PER_METRE:.0f}", ((ax + bx) / 2 + 0.4, (ay + by) / 2 + 0.5), 0.2, "DIM")

    def _furniture(self, left: float, bottom: float, right: float, top: float) -> None:
        for _ in range(6):
            name = self._chance.choice(BLOCKS)
            if name not in self._document.blocks:
                block = self._document.blocks.new(name)
                block.add_lwpolyline([(-300, -200), (300, -200), (300, 200), (-300, 200)], close=True)
                block.add_circle((0, 0), 120)
            at = self._chance.uniform(left + 0.4, right - 0.4), self._chance.uniform(bottom + 0.4, top - 0.4)
            self._model.add_blockref(
                name, _mm(at), dxfattribs={"layer": "FURNITURE", "rotation": self._chance.choice((0, 90, 180, 270))}
            )

    def _opening(self, x: float, y: float, width: float, layer: str) -> None:
        name, half = f"{layer}_{width * PER_METRE:.0f}", width * PER_METRE / 2
        if name not in self._document.blocks:
            block = self._document.blocks.new(name)
            if layer == "DOOR":
                block.add_line((-half, 0), (-half, 2 * half))
                block.add_arc((-half, 0), 2 * half, 0, 90)
            else:
                deep = THICK * PER_METRE / 2
                block.add_lwpolyline([(-half, -deep), (half, -deep), (half, deep), (-half, deep)], close=True)
                block.add_line((-half, 0), (half, 0))
        self._model.add_blockref(name, _mm((x, y)), dxfattribs={"layer": layer, "rotation": 90 if x < 0 else 0})

    def _line(self, start: Point, end: Point, layer: str) -> None:
        self._model.add_line(_mm(start), _mm(end), dxfattribs={"layer": layer})

    def _text(self, text: str, at: Point, height: float, layer: str) -> None:
        self._model.add_text(text, height=height * PER_METRE, dxfattribs={"layer": layer, "insert": _mm(at)})


def _mm(point: Point) -> Point:
    return round(point[0] * PER_METRE, 3), round(point[1] * PER_METRE, 3)
