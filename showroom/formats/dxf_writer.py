"""How is a plan drawn as a DXF, so that it reads back and opens in any drawing program? Millimetres, one layer a sort of thing.

Rooms are closed polylines on SPACE with their name inside, walls their faces on WALL with the openings cut out, doors and windows
blocks in the gaps, fixtures blocks with an attribute KIND. Storeys lie side by side under their titles.
"""

import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ezdxf
import numpy as np
import shapely
from ezdxf.enums import TextEntityAlignment

from showroom.domain.plan import Fixture, Opening, Plan, Point, Space, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.formats.drawing_facts import APPLICATION, Facts, facts_of, written
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.formats.wall_faces import wall_faces
from showroom.formats.writing import write_aside

PER_METRE = 1000.0
BETWEEN_STOREYS = 10.0
"""Metres of empty sheet between one storey and the next."""
_LAYERS = {"WALL": 7, "DOOR": 30, "WINDOW": 150, "SPACE": 3, "COLUMN": 8, "STAIR": 9, "FIXTURE": 6, "TEXT": 2, APPLICATION: 8}


def write_dxf(plan: Plan, path: Path) -> None:
    """Write `plan` as a DXF of version R2010; the same plan gives the same drawing."""
    document = ezdxf.new("R2010", units=ezdxf.units.MM)
    document.header["$MEASUREMENT"] = 1
    document.styles.get("Standard").dxf.font = "simsun.ttc"
    for name, colour in _LAYERS.items():
        document.layers.add(name, color=colour)
    document.layers.get(APPLICATION).off()
    document.appids.add(APPLICATION)
    shift = 0.0
    for storey in plan.storeys:
        left, bottom, right, _ = storey_bounds(storey)
        origin = (shift - left if len(plan.storeys) > 1 else 0.0, 0.0)
        titled = len(plan.storeys) > 1 or storey.level is not None or storey.height is not None
        _Sheet(document, origin, read_vocabulary()).storey(storey, bottom, titled=titled)
        shift += right - left + BETWEEN_STOREYS
    stream = io.StringIO()
    document.write(stream)
    write_aside(path, stream.getvalue().encode(document.output_encoding))


def storey_title(storey: Storey) -> str:
    """Return the title of a storey's plan: 二层平面图 2F for level 2, and its id where the level is not known."""
    if storey.level is None:
        return f"{storey.id} 平面图"
    if storey.level < 0:
        return f"地下{_chinese(-storey.level)}层平面图 B{-storey.level}"
    return f"{_chinese(storey.level)}层平面图 {storey.level}F"


def room_texts(space: Space, vocabulary: Vocabulary) -> list[str]:
    """Return what to write into a room so that its use is understood: its name, and its use where the name does not say it."""
    if vocabulary.use_of(space.name) == space.use or (space.use == "other" and not vocabulary.use_of(space.name)):
        return [space.name] if space.name else []
    label = vocabulary.uses[space.use].label.in_("zh_CN") if space.use in vocabulary.uses else space.use
    return [label, space.name] if space.name and vocabulary.use_of(space.name) is None else [label]


class _Sheet:
    """The part of the model space one storey is drawn on."""

    def __init__(self, document: Any, origin: Point, vocabulary: Vocabulary) -> None:
        self._document, self._model, self._origin, self._vocabulary = document, document.modelspace(), origin, vocabulary

    def storey(self, storey: Storey, bottom: float, *, titled: bool) -> None:
        """Draw everything on a storey; its title goes below `bottom` where it is `titled`."""
        for space in storey.spaces:
            self._space(space)
        for part in wall_faces(storey):
            for ring in (part.exterior, *part.interiors):
                self._loop(list(ring.coords)[:-1], "WALL")
        for wall in storey.walls:
            if facts := facts_of(wall):
                self._tell(self._model.add_line(*map(self._put, wall.axis), dxfattribs={"layer": APPLICATION}), facts)
        for column in storey.columns:
            self._loop(column.outline, "COLUMN")
        for stair in storey.stairs:
            self._tell(self._loop(stair.outline, "STAIR"), facts_of(stair))
        for opening in storey.openings:
            self._opening(storey, opening)
        for fixture in storey.fixtures:
            self._fixture(fixture)
        if titled:
            left, _, right, _ = storey_bounds(storey)
            self._tell(self._text(storey_title(storey), ((left + right) / 2, bottom - 2.5), 0.6), facts_of(storey))

    def _space(self, space: Space) -> None:
        self._tell(self._loop(space.outline, "SPACE"), facts_of(space))
        for ring in space.holes:
            self._loop(ring, "SPACE")
        floor = shapely.Polygon(space.outline, space.holes)
        x, y = floor.representative_point().coords[0]
        for row, text in enumerate(room_texts(space, self._vocabulary)):
            self._text(text, (x, y - 0.01 * row), 0.25 - 0.05 * row)

    def _opening(self, storey: Storey, opening: Opening) -> None:
        (ax, ay), (bx, by) = storey.wall_of[opening.wall].axis
        length = math.hypot(bx - ax, by - ay)
        ux, uy = (bx - ax) / length, (by - ay) / length
        at = (ax + ux * opening.at, ay + uy * opening.at)
        if opening.kind == "passage":
            return
        thickness = storey.wall_of[opening.wall].thickness
        side, hinge = hang_side(storey, opening, at, (-uy, ux))
        layer = "DOOR" if opening.kind == "door" else "WINDOW"
        name = self._opening_block(opening, thickness, side, hinge)
        block = self._model.add_blockref(
            name, self._put(at), dxfattribs={"layer": layer, "rotation": math.degrees(math.atan2(uy, ux))}
        )
        self._tell(block, facts_of(opening))
        for number, label in enumerate(opening.labels, 1):
            block.add_attrib(f"LABEL{number}", label, self._put(at), dxfattribs={"invisible": 1, "height": 100})
        if opening.leads == "outside":
            out = -1 if side_of_served(storey, opening, at, (-uy, ux)) > 0 else 1
            self._text("安全出口 EXIT", (at[0] - uy * out * (thickness / 2 + 0.5), at[1] + ux * out * (thickness / 2 + 0.5)), 0.2)

    def _opening_block(self, opening: Opening, thickness: float, side: int, hinge: str | None) -> str:
        width, half = opening.width * PER_METRE, opening.width * PER_METRE / 2
        kind = {"door": "DOOR", "window": "WINDOW", "hatch": "HATCH"}[opening.kind]
        slides = opening.kind == "door" and opening.swing == "slide"
        shape = ("SLIDE",) if slides else (f"{'L' if side > 0 else 'R'}{(hinge or '')[:1].upper()}",) if side else ()
        name = "_".join((kind, f"{width:.4f}".rstrip("0").rstrip(".").replace(".", "p"), f"T{thickness * PER_METRE:.0f}", *shape))
        if name in self._document.blocks:
            return name
        block = self._document.blocks.new(name)
        deep = thickness * PER_METRE / 2
        if side and not slides:
            for sign, leaf in {"left": ((-1, width),), "right": ((1, width),), "both": ((-1, half), (1, half))}[hinge or "left"]:
                start = (0 if sign < 0 else 90) if side > 0 else (270 if sign < 0 else 180)
                block.add_line((sign * half, 0), (sign * half, side * leaf))
                block.add_arc((sign * half, 0), leaf, start, start + 90)
        else:
            box = [(-half, -deep), (half, -deep), (half, deep), (-half, deep)]
            block.add_lwpolyline(box, close=True)
            if opening.kind == "window":
                block.add_line((-half, 0), (half, 0))
        return name

    def _fixture(self, fixture: Fixture) -> None:
        width, depth = fixture.size or (0.3, 0.3)
        name = f"{fixture.kind}_{width * PER_METRE:.0f}x{depth * PER_METRE:.0f}" if fixture.size else f"{fixture.kind}_POINT"
        if name not in self._document.blocks:
            block = self._document.blocks.new(name)
            x, y = width * PER_METRE / 2, depth * PER_METRE / 2
            if fixture.size:
                block.add_lwpolyline([(-x, -y), (x, -y), (x, y), (-x, y)], close=True)
                block.add_line((-x, y), (x, y))
        place = {"layer": "FIXTURE", "rotation": fixture.angle}
        insert = self._model.add_blockref(name, self._put(fixture.at), dxfattribs=place)
        self._tell(insert, facts_of(fixture))
        texts = (("KIND", fixture.kind), *((f"LABEL{number}", label) for number, label in enumerate(fixture.labels, 1)))
        for tag, text in texts:
            insert.add_attrib(tag, text, self._put(fixture.at), dxfattribs={"invisible": 1, "height": 100})

    def _loop(self, points: Sequence[Any], layer: str) -> Any:
        return self._model.add_lwpolyline([self._put(point) for point in points], close=True, dxfattribs={"layer": layer})

    def _text(self, text: str, at: Point, height: float) -> Any:
        made = self._model.add_text(text, height=height * PER_METRE, dxfattribs={"layer": "TEXT"})
        return made.set_placement(self._put(at), align=TextEntityAlignment.MIDDLE_CENTER)

    def _tell(self, entity: Any, facts: Facts) -> None:
        """Write beside an entity what its lines cannot say, in pieces as long as extended data may be."""
        text = written(facts) if facts else ""
        if pieces := [text[start : start + 200] for start in range(0, len(text), 200)]:
            entity.set_xdata(APPLICATION, [(1000, piece) for piece in pieces])

    def _put(self, point: Any) -> Point:
        x, y = (float(point[0]) + self._origin[0]) * PER_METRE, (float(point[1]) + self._origin[1]) * PER_METRE
        return round(x, 4) + 0.0, round(y, 4) + 0.0


def side_of_served(storey: Storey, opening: Opening, at: Point, normal: Point) -> int:
    """Return 1 where the space an opening serves lies to the left of its wall, -1 to the right, 0 where that is not known."""
    half = storey.wall_of[opening.wall].thickness / 2
    served = [space for space in storey.spaces if space.id == opening.serves] or list(storey.spaces)
    for reach in (0.05, 0.2, 0.4):
        for side in (1, -1):
            point = shapely.Point(at[0] + normal[0] * side * (half + reach), at[1] + normal[1] * side * (half + reach))
            if any(shapely.Polygon(space.outline).intersects(point) for space in served):
                return side
    return 0


def hang_side(storey: Storey, opening: Opening, at: Point, normal: Point) -> tuple[int, str | None]:
    """Return to which side of the wall's axis a leaf opens (0: not drawn), and its hinge as seen along the axis."""
    if opening.kind != "door" or opening.swing not in ("in", "out", "both"):
        return 0, None
    served = side_of_served(storey, opening, at, normal)
    if not served or opening.serves is None:
        return 0, None
    side = served if opening.swing != "out" else -served
    hinge = opening.hinge
    if hinge in ("left", "right") and served > 0:
        hinge = "left" if hinge == "right" else "right"
    return side, hinge


def storey_bounds(storey: Storey) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of everything on a storey."""
    points = [point for space in storey.spaces for point in space.outline]
    points += [point for wall in storey.walls for point in wall.axis]
    points += [fixture.at for fixture in storey.fixtures]
    every = np.array(points or [(0.0, 0.0)])
    (left, bottom), (right, top) = every.min(axis=0), every.max(axis=0)
    return float(left), float(bottom), float(right), float(top)


def _chinese(number: int) -> str:
    return "零一二三四五六七八九十"[number] if number <= 10 else str(number)
