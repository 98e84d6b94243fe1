"""Drawings made for the tests, so that they need no file from elsewhere: a small restaurant in any unit, turn and dialect.

Three rooms (dining 6 × 5 m, kitchen 4 × 5 m, toilet 2 × 2 m cut out of the dining room's corner) in walls of 0.2 m, a door of 1.4 m
to the street, one of 1.0 m between dining room and kitchen, one of 0.8 m to the toilet, one of 1.1 m from the kitchen to the yard.
"""

import itertools
import logging
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ezdxf
import pytest
import shapely

Point = tuple[float, float]

logging.getLogger("ezdxf").setLevel(logging.CRITICAL)  # what it finds odd about drawings made here is meant

ROOMS: dict[str, tuple[str, list[Point]]] = {
    "dining": ("用餐区", [(0.1, 0.1), (5.9, 0.1), (5.9, 4.9), (2.1, 4.9), (2.1, 2.9), (0.1, 2.9)]),
    "kitchen": ("厨房 kitchen", [(6.1, 0.1), (9.9, 0.1), (9.9, 4.9), (6.1, 4.9)]),
    "toilet": ("卫生间", [(0.1, 3.1), (1.9, 3.1), (1.9, 4.9), (0.1, 4.9)]),
}
WALLS: list[tuple[Point, Point]] = [
    ((0, 0), (10, 0)), ((10, 0), (10, 5)), ((10, 5), (0, 5)), ((0, 5), (0, 0)), ((6, 0), (6, 5)), ((0, 3), (2, 3)),
    ((2, 3), (2, 5)),
]  # fmt: skip


@dataclass
class Door:
    """A door: its middle, the direction of its wall (degrees), width of the gap and of the symbol, and the label beside it."""

    middle: Point
    turn: float
    gap: float
    drawn: float | None = None
    name: str = ""
    label: str = ""
    attribute: str = ""
    arc: bool = True
    scale: Point = (1.0, 1.0)


def doors() -> list[Door]:
    """Return the restaurant's doors in drawing order: street, kitchen, toilet, yard."""
    return [
        Door((3, 0), 0, 1.4, label="安全出口"),
        Door((6, 2), 90, 1.0),
        Door((1, 3), 0, 0.8),
        Door((8, 5), 0, 1.1, label="EXIT"),
    ]


@dataclass
class Shop:
    """The restaurant and how to draw it; `draw` writes the file."""

    per_metre: float = 1000.0
    insunits: int | None = 4
    measurement: int | None = 1
    turn: float = 0.0
    mirror: bool = False
    at: Point = (0.0, 0.0)
    version: str = "R2010"
    in_a_block: bool = False
    doors: list[Door] = field(default_factory=doors)
    fixtures: list[tuple[str, Point, float]] = field(
        default_factory=lambda: [("洗手池", (6.5, 4.5), 0.0), ("灶台", (9.3, 1.0), 90.0)]
    )
    space_layer: str = "SPACE"
    wall_layer: str = "WALL"
    rooms: bool = True
    walls: bool = True
    centre_lines: bool = False
    change: Callable[[Any, Any], None] | None = None
    """Called with the document and the layout that is drawn on, before the file is written."""

    def draw(self, path: Path) -> Path:
        """Write the drawing and return its path."""
        document = ezdxf.new(self.version)
        if self.insunits is not None:
            document.header["$INSUNITS"] = self.insunits
        elif "$INSUNITS" in document.header:
            del document.header["$INSUNITS"]
        if self.measurement is not None:
            document.header["$MEASUREMENT"] = self.measurement
        elif "$MEASUREMENT" in document.header:
            del document.header["$MEASUREMENT"]
        model = document.modelspace()
        sheet = document.blocks.new("PLAN") if self.in_a_block else model
        self._rooms(sheet)
        self._walls(sheet)
        for number, door in enumerate(self.doors):
            self._door(document, sheet, door, number)
        for name, at, turn in self.fixtures:
            self._fixture(document, sheet, name, at, turn)
        if self.in_a_block:
            flip = -1.0 if self.mirror else 1.0
            at = (self.at[0] * self.per_metre, self.at[1] * self.per_metre)
            model.add_blockref("PLAN", at, dxfattribs={"xscale": flip, "rotation": self.turn})
        if self.change:
            self.change(document, model)
        document.saveas(path)
        return path

    def put(self, point: Point) -> Point:
        """Return where a point of the restaurant (metres) lies on the sheet, in drawing units."""
        if self.in_a_block:
            return point[0] * self.per_metre, point[1] * self.per_metre
        x, y = -point[0] if self.mirror else point[0], point[1]
        angle = math.radians(self.turn)
        turned = x * math.cos(angle) - y * math.sin(angle) + self.at[0], x * math.sin(angle) + y * math.cos(angle) + self.at[1]
        return turned[0] * self.per_metre, turned[1] * self.per_metre

    def _loop(self, sheet: Any, points: list[Point], layer: str = "0") -> None:
        draw = sheet.add_polyline2d if self.version == "R12" else sheet.add_lwpolyline
        draw(points, close=True, dxfattribs={"layer": layer})

    def _rooms(self, sheet: Any) -> None:
        for name, outline in ROOMS.values():
            if self.rooms:
                self._loop(sheet, [self.put(point) for point in outline], self.space_layer)
            at = self.put(shapely.Polygon(outline).representative_point().coords[0])
            sheet.add_text(name, height=0.25 * self.per_metre, dxfattribs={"layer": "TEXT", "insert": at})

    def _walls(self, sheet: Any) -> None:
        if not self.walls:
            return
        lines = shapely.union_all([shapely.LineString(wall).buffer(0.1, cap_style="square", join_style="mitre") for wall in WALLS])
        gaps = shapely.union_all([self._gap(door) for door in self.doors])
        if self.centre_lines:
            cut = shapely.union_all([shapely.LineString(wall) for wall in WALLS]).difference(gaps)
            rings = [list(part.coords) for part in shapely.get_parts(shapely.line_merge(cut))]
        else:
            parts = shapely.get_parts(shapely.set_precision(lines.difference(gaps), 1e-6))
            rings = [list(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]
        for ring in rings:
            for start, end in itertools.pairwise(ring):
                sheet.add_line(self.put(start), self.put(end), dxfattribs={"layer": self.wall_layer})

    def _gap(self, door: Door) -> shapely.Polygon:
        angle = math.radians(door.turn)
        along = (math.cos(angle) * door.gap / 2, math.sin(angle) * door.gap / 2)
        (x, y), (dx, dy) = door.middle, along
        return (
            shapely.LineString([(x - dx, y - dy), (x + dx, y + dy)]).buffer(0.11, cap_style="flat")
            if door.gap
            else shapely.Polygon()
        )

    def _door(self, document: Any, sheet: Any, door: Door, number: int) -> None:
        width = (door.drawn or door.gap) * self.per_metre
        name = door.name or f"DOOR_{number}X"
        if name not in document.blocks:
            block = document.blocks.new(name)
            if door.arc:
                block.add_line((-width / 2, 0), (-width / 2, width))
                block.add_arc((-width / 2, 0), width, 0, 90)
            else:
                block.add_lwpolyline([(-width / 2, -1e-3), (width / 2, -1e-3), (width / 2, 1e-3), (-width / 2, 1e-3)], close=True)
        flip = -1.0 if self.mirror and not self.in_a_block else 1.0
        turn = (-door.turn if flip < 0 else door.turn) + (0 if self.in_a_block else self.turn)
        scale = {"xscale": flip * door.scale[0], "yscale": door.scale[1]}
        insert = sheet.add_blockref(name, self.put(door.middle), dxfattribs={"layer": "DOOR", "rotation": turn, **scale})
        if door.attribute:
            insert.add_attrib("WIDTH", door.attribute, insert=self.put(door.middle))
        if door.label:
            outward = -0.6 if door.middle[1] == 0 else 0.6
            at = self.put((door.middle[0] + 0.2, door.middle[1] + outward))
            sheet.add_text(door.label, height=0.2 * self.per_metre, dxfattribs={"layer": "TEXT", "insert": at})

    def _fixture(self, document: Any, sheet: Any, name: str, at: Point, turn: float) -> None:
        if name not in document.blocks:
            block = document.blocks.new(name)
            half = (0.3 * self.per_metre, 0.2 * self.per_metre)
            self._loop(block, [(-half[0], -half[1]), (half[0], -half[1]), half, (-half[0], half[1])])
        flip = -1.0 if self.mirror and not self.in_a_block else 1.0
        rotation = (-turn if flip < 0 else turn) + (0 if self.in_a_block else self.turn)
        sheet.add_blockref(name, self.put(at), dxfattribs={"layer": "FIXTURE", "rotation": rotation, "xscale": flip})


@pytest.fixture
def shop() -> Shop:
    """Return the restaurant, to be drawn as the test wants it."""
    return Shop()
