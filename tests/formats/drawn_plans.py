"""How may the same premises be drawn? One dialect from one seed, drawn, read back and compared with the truth.

Left out, because nobody can know them from the drawing: a declared unit that is wrong but plausible (centimetres declared as
inches make a door 2.3 m wide, which the contract believes); plain gaps and sliding lines where no walls are drawn; the thickness of
walls drawn by centre lines without room outlines (drawn 0.2 m here, which is what the reader assumes and says so).
"""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Literal

import numpy as np
import shapely

from showroom.domain.errors import InputError
from showroom.domain.plan import Opening, Plan, Storey
from showroom.formats import read_plan, read_vocabulary
from tests.formats.drawn_layouts import Layout, TrueOpening, Way, layout
from tests.formats.drawn_pens import DxfPen, Pen, Put, Sign, SvgPen

ABSURD = {"mm": ("m", "cm", "in"), "cm": ("mm", "m"), "m": ("mm", "cm", "in"), "in": ("mm", "m", "cm")}
"""Wrong units that make no door possible, by the unit drawn in."""
WAYS: tuple[Way, ...] = ("block", "arc", "double", "double arcs", "sliding block", "sliding lines", "gap")
LAYERS = {
    "contract": {"wall": "WALL", "door": "DOOR", "window": "WINDOW", "space": "SPACE", "column": "COLUMN"},
    "AIA": {"wall": "A-WALL-FULL", "door": "A-DOOR", "window": "A-GLAZ", "space": "A-AREA", "column": "S-COLUMN"},
    "TArch": {"wall": "WALL", "door": "WINDOW", "window": "WINDOW", "space": "SPACE", "column": "COLUMN"},
    "Chinese": {"wall": "0-墙体", "door": "门", "window": "窗", "space": "房间轮廓", "column": "柱子"},
}
NAMES: dict[str, tuple[str, ...]] = {
    "block": ("DOOR", "M0921", "单开门", "$DorLib2D$00000012", "DR-SGL"),
    "double": ("DOOR_DBL", "双开门", "$DorLib2D$00000031"),
    "sliding block": ("DOOR_SLIDING", "推拉门", "TLM1521"),
}


@dataclass(frozen=True)
class Dialect:
    """One way to draw."""

    seed: int
    suffix: Literal["dxf", "svg"]
    language: Literal["zh_CN", "en"]
    layers: str
    outlines: bool
    walls: Literal["faces", "centre lines", "none"]
    unit: str
    declared: str | None
    put: Put
    inside: int
    depth: int
    slip: float
    """The most a wall line may fall short of its corner, metres."""
    version: str = "R2010"


def dialect(seed: int) -> Dialect:
    """Return the dialect of a seed; all combinations occur, but for those that nobody can know."""
    random = Random(seed)
    unit = random.choice(["mm", "mm", "cm", "m", "in"])
    declared = random.choice([unit, unit, None, random.choice(ABSURD[unit])])
    outlines = random.random() < 0.45
    walls = random.choice(["faces", "faces", "centre lines", "none"] if outlines else ["faces", "faces", "centre lines"])
    far = random.choice([(0.0, 0.0), (round(random.uniform(-40, 40), 2), 17.3), (523_417.25, 3_456_188.5)])
    suffix: Literal["dxf", "svg"] = random.choice(["dxf", "dxf", "svg"])  # type: ignore[assignment]
    version = random.choice(["R12", "R2000", "R2010", "R2018"])
    if suffix == "dxf" and version == "R12":
        declared = None
    return Dialect(
        seed=seed,
        suffix=suffix,
        language=random.choice(["zh_CN", "en"]),  # type: ignore[arg-type]
        layers=random.choice(list(LAYERS)),
        outlines=outlines,
        walls=walls,  # type: ignore[arg-type]
        unit=unit,
        declared=declared,
        put=Put(random.choice([0.0, 0.0, 90.0, random.uniform(0, 360)]), random.random() < 0.3, far),
        inside=random.choice([0, 0, 0, 1, 3]),
        depth=random.choice([1, 1, 2, 3]),
        slip=random.choice([0.0, 0.0, random.uniform(0.005, 0.045)]) if walls == "faces" else 0.0,
        version=version,
    )


def truth_of(way: Dialect) -> Layout:
    """Return the premises a dialect draws."""
    doors = WAYS
    if way.walls == "none":
        doors = ("block", "arc", "double", "double arcs")
    if way.layers == "TArch":
        doors = tuple(one for one in doors if one in ("block", "double", "gap"))
    inner, outer = (
        (0.2, 0.2)
        if way.walls == "centre lines"
        else Random(way.seed + 1).choice([(0.12, 0.24), (0.2, 0.2), (0.1, 0.37), (0.2, 0.3)])
    )
    return layout(Random(way.seed + 2), read_vocabulary(), doors, language=way.language, inner=inner, outer=outer)


def draw(way: Dialect, truth: Layout, folder: Path) -> Path:
    """Draw the premises and return the file."""
    random, layer = Random(way.seed + 3), LAYERS[way.layers]
    pen: Pen
    if way.suffix == "dxf":
        metric = None if random.random() < 0.3 and way.unit != "in" else way.unit != "in"
        pen = DxfPen(way.put, way.unit, declared=way.declared, metric=metric, version=way.version, inside=way.inside)
    else:
        pen = SvgPen(way.put, way.unit, declared=way.declared, inside=way.inside)
    if way.outlines:
        for room in truth.rooms:
            pen.line(layer["space"], _ring(room.floor.exterior), closed=True)
    for points in _wall_lines(way, truth, random):
        pen.line(layer["wall"], points)
    for column in truth.columns:
        pen.line(layer["column"], _ring(column.exterior), closed=True)
    for room in truth.rooms:
        pen.text("TEXT", room.name, _somewhere(room.floor, random), 0.25)
    for opening in truth.openings:
        if opening.way == "window":
            if way.walls == "faces":
                _window(pen, layer["window"], opening, random)
        else:
            _door(pen, layer["door"], opening, random, way.depth)
    for x in (1.5, 4.5):
        pen.line("DIM_AXIS", [(x, -3.0), (x, 15.0)])
    return pen.save(folder / f"drawn-{way.seed}.{way.suffix}")


def _ring(ring: Any) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in list(ring.coords)[:-1]]


def _somewhere(floor: shapely.Polygon, random: Random) -> tuple[float, float]:
    """Return a point well inside a room."""
    inner = floor.buffer(-0.3)
    left, low, right, high = inner.bounds
    for _ in range(50):
        point = random.uniform(left, right), random.uniform(low, high)
        if inner.covers(shapely.Point(point)):
            return point
    x, y = floor.representative_point().coords[0]
    return float(x), float(y)


def _wall_lines(way: Dialect, truth: Layout, random: Random) -> Iterator[list[tuple[float, float]]]:
    """Yield the wall lines, openings taken out, some ends too short by up to `slip`."""
    if way.walls == "none":
        return
    gaps = shapely.union_all([one.gap() for one in truth.openings if way.walls == "faces" or one.way != "window"])
    if way.walls == "centre lines":
        for part in shapely.get_parts(shapely.line_merge(truth.axes.difference(gaps))):
            for pair in itertools.pairwise(part.coords):
                yield [(float(x), float(y)) for x, y in pair]
        return
    for part in shapely.get_parts(shapely.set_precision(truth.walls.difference(gaps), 1e-6)):
        for ring in (part.exterior, *part.interiors):
            for start, end in itertools.pairwise(np.asarray(ring.simplify(0).coords)):
                length = float(np.hypot(*(end - start)))
                if way.slip and length > 0.6 and random.random() < 0.15:
                    length -= random.uniform(0, way.slip)
                reached = start + (end - start) / np.hypot(*(end - start)) * length
                yield [(float(start[0]), float(start[1])), (float(reached[0]), float(reached[1]))]


def _leaf(width: float, sign: int, side: int) -> Sign:
    """Return leaf and arc of a door hinged at `sign` of its middle, opening to `side`."""
    half = width / 2
    start = {(-1, 1): 0, (1, 1): 90, (-1, -1): 270, (1, -1): 180}[sign, side]
    hinge = (sign * half, 0.0)
    return Sign(((((hinge[0], 0.0), (hinge[0], side * width)), False),), ((hinge, width, start, start + 90),))


def _double(width: float, side: int) -> Sign:
    leaves = [_leaf(width / 2, sign, side) for sign in (-1, 1)]
    moved = [_moved(leaf, sign * width / 4) for leaf, sign in zip(leaves, (-1, 1), strict=True)]
    return Sign(moved[0].lines + moved[1].lines, moved[0].arcs + moved[1].arcs)


def _moved(sign: Sign, x: float) -> Sign:
    lines = tuple((tuple((px + x, py) for px, py in points), closed) for points, closed in sign.lines)
    return Sign(lines, tuple(((cx + x, cy), radius, start, end) for (cx, cy), radius, start, end in sign.arcs))


def _sliding(width: float, thickness: float) -> Sign:
    """Return two overlapping leaves, one behind the other, inside the wall."""
    half, deep = width / 2, min(0.04, thickness / 4)
    boxes = ((-half, 0.0, 0.05, deep), (-0.05, -deep, half, 0.0))
    return Sign(tuple((((a, b), (c, b), (c, d), (a, d)), True) for a, b, c, d in boxes))


def _door(pen: Pen, layer: str, door: TrueOpening, random: Random, depth: int) -> None:
    turn = math.degrees(door.turn)
    if door.way == "gap":
        return
    sign = (
        _sliding(door.width, door.thickness) if "sliding" in door.way
        else _double(door.width, door.side) if "double" in door.way
        else _leaf(door.width, door.hinge, door.side)
    )  # fmt: skip
    if door.way in NAMES:
        pen.symbol(layer, random.choice(NAMES[door.way]), door.middle, turn, sign, depth=depth)
        return
    (ux, uy), (x, y) = door.along, door.middle

    def put(px: float, py: float) -> tuple[float, float]:
        return x + ux * px - uy * py, y + uy * px + ux * py

    for points, closed in sign.lines:
        pen.line(layer, [put(*point) for point in points], closed=closed)
    for centre, radius, start, end in sign.arcs:
        pen.arc(layer, put(*centre), radius, start + turn, end + turn)


def _window(pen: Pen, layer: str, window: TrueOpening, random: Random) -> None:
    half, deep = window.width / 2, window.thickness / 2
    lines = tuple((((-half, y), (half, y)), False) for y in (-deep, -deep / 3, deep / 3, deep))
    pen.symbol(layer, random.choice(["WINDOW", "窗", "C1215"]), window.middle, math.degrees(window.turn), Sign(lines))


@dataclass(frozen=True)
class Found:
    """What of one drawing came back: ids of rooms and doors that did not, and how many there are of each."""

    way: Dialect
    rooms: int
    doors: int
    lost_areas: tuple[str, ...]
    lost_uses: tuple[str, ...]
    lost_doors: tuple[str, ...]
    made_up: int
    """Rooms that nobody drew."""


def read_back(seed: int, folder: Path) -> Found:
    """Draw the premises of a seed, read the drawing, and compare; of a drawing that is refused, everything is lost."""
    way = dialect(seed)
    truth = truth_of(way)
    path = draw(way, truth, folder)
    try:
        return compare(way, truth, read_plan(path))
    except InputError as error:
        said = str(error)
        every = tuple(f"{room.name}: {said}" for room in truth.rooms)
        return Found(way, len(truth.rooms), len(truth.doors), every, every, tuple(said for _ in truth.doors), 0)
    finally:
        path.unlink()


def compare(way: Dialect, truth: Layout, plan: Plan) -> Found:
    """Return what of the truth a plan gives back: rooms within 1 % of their area, doors within 10 mm of width and place."""
    storey = plan.storeys[0]
    floors = [shapely.Polygon(way.put.points(room.floor.exterior.coords)) for room in truth.rooms]
    found = [shapely.Polygon(space.outline, space.holes) for space in storey.spaces]
    shift = np.zeros(2)
    if any(note.code == "origin-moved" for note in plan.source.notes):
        shift = np.round(np.array(shapely.union_all(floors).bounds[:2]) - np.array(shapely.union_all(found).bounds[:2]))
    floors = [shapely.transform(floor, lambda points: points - shift) for floor in floors]
    areas, uses, used = [], [], set()
    for room, floor in zip(truth.rooms, floors, strict=True):
        best = max(range(len(found)), key=lambda index: found[index].intersection(floor).area, default=None)
        shared = 0.0 if best is None else found[best].intersection(floor).area
        if best is None or abs(found[best].area - floor.area) > 0.01 * floor.area or shared < 0.98 * floor.area:
            got = "nothing" if best is None else f"{found[best].area:.3f}"
            areas.append(f"{room.name}: {floor.area:.3f} came back as {got}")
        if best is not None:
            used.add(best)
        if best is None or storey.spaces[best].use != room.use:
            uses.append(f"{room.name}: {room.use} came back as {storey.spaces[best].use if best is not None else 'nothing'}")
    lost = [f"{door.way} {door.width}: {said}" for door in truth.doors if (said := _lost(way, door, storey, shift))]
    return Found(way, len(truth.rooms), len(truth.doors), tuple(areas), tuple(uses), tuple(lost), len(found) - len(used))


def _lost(way: Dialect, door: TrueOpening, storey: Storey, shift: Any) -> str:
    """Return in words how far the nearest opening is from a door, or nothing where it is within 10 mm."""
    middle = way.put.points([door.middle])[0] - shift
    along = way.put.matrix @ np.array(door.along)
    best: tuple[float, str] = (math.inf, "no opening")
    for opening in storey.openings:
        if opening.kind == "window":
            continue
        off = _middle(storey, opening) - middle
        by, across = abs(float(off @ along)), abs(float(off @ np.array([-along[1], along[0]])))
        if across <= door.thickness / 2 + 0.03:
            wrong = max(by, abs(opening.width - door.width))
            best = min(best, (wrong, f"off by {by * 1000:.1f} mm, width {opening.width:.4f}"))
    return "" if best[0] <= 0.010 else best[1]


def _middle(storey: Storey, opening: Opening) -> Any:
    start, end = (np.array(point) for point in storey.wall_of[opening.wall].axis)
    return start + (end - start) / np.hypot(*(end - start)) * opening.at
