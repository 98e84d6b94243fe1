"""How is a plan drawn as an SVG whose shapes keep their ids? For drawing programs, and as an image map in field forms (ODK).

One group a layer (`inkscape:label`), one shape or group a thing, with the thing's id. One unit is a centimetre and y runs down,
so that the coordinates are the plan's own times 100.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely

from showroom.domain.plan import Fixture, Opening, Plan, Point, Space, Storey
from showroom.formats.drawing_facts import APPLICATION, Facts, facts_of, written
from showroom.formats.dxf_writer import BETWEEN_STOREYS, hang_side, room_texts, side_of_served, storey_bounds, storey_title
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.formats.wall_faces import wall_faces
from showroom.formats.writing import write_aside

PER_METRE = 100.0
MARGIN = 1.2
_LOOKS = {
    "SPACE": 'fill="#eef3f8" stroke="#5b6673" stroke-width="1"',
    "WALL": 'fill="#3a4452" stroke="none" fill-rule="evenodd"',
    "COLUMN": 'fill="#3a4452" stroke="none"',
    "STAIR": 'fill="none" stroke="#5b6673" stroke-width="1"',
    "DOOR": 'fill="none" stroke="#3a4452" stroke-width="2"',
    "WINDOW": 'fill="#eef5fb" stroke="#4a7fb0" stroke-width="2"',
    "FIXTURE": 'fill="#ffffff" stroke="#5b6673" stroke-width="1.5"',
    "TEXT": 'fill="#1d2733" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif" text-anchor="middle"',
    APPLICATION: 'display="none"',
}


def write_svg(plan: Plan, path: Path) -> None:
    """Write `plan` as an SVG; the same plan gives the same bytes."""
    write_aside(path, svg_of(plan))


def svg_of(plan: Plan) -> bytes:
    """Return `plan` as the bytes of an SVG whose shapes have the ids of the things they show."""
    layers: dict[str, list[str]] = {layer: [] for layer in _LOOKS}
    shift, boxes = 0.0, []
    for storey in plan.storeys:
        left, bottom, right, top = storey_bounds(storey)
        move = shift - left if len(plan.storeys) > 1 else 0.0
        titled = len(plan.storeys) > 1 or storey.level is not None or storey.height is not None
        _Storey(storey, move, layers).draw(title_at=((left + right) / 2, bottom - 2.5) if titled else None)
        boxes.append((left + move, bottom - (2.5 if titled else 0.0), right + move, top))
        shift += right - left + BETWEEN_STOREYS
    every = np.array(boxes)
    (left, bottom), (right, top) = every[:, :2].min(axis=0) - MARGIN, every[:, 2:].max(axis=0) + MARGIN
    view = " ".join(_f(value * PER_METRE) for value in (left, -top, right - left, top - bottom))
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        f'viewBox="{view}" data-unit="cm" data-name={quoteattr(plan.name)}>'
    )
    body = [
        f'<g id="layer-{layer}" inkscape:groupmode="layer" inkscape:label="{layer}" {_LOOKS[layer]}>\n'
        + "\n".join(lines)
        + "\n</g>"
        for layer, lines in layers.items()
        if lines
    ]
    return ("\n".join([head, *body, "</svg>"]) + "\n").encode()


class _Storey:
    """One storey, drawn `move` metres to the right."""

    def __init__(self, storey: Storey, move: float, layers: dict[str, list[str]]) -> None:
        self._storey, self._move, self._layers = storey, move, layers
        self._vocabulary = read_vocabulary()

    def draw(self, title_at: Point | None) -> None:
        """Draw everything on the storey, and its title where a place for it is given."""
        for space in self._storey.spaces:
            self._space(space)
        for number, part in enumerate(wall_faces(self._storey), 1):
            rings = [list(ring.coords)[:-1] for ring in (part.exterior, *part.interiors)]
            self._add("WALL", f'<path id="wall-{self._storey.id}-{number}" d="{self._loops(rings)}"/>')
        for wall in self._storey.walls:
            if facts := facts_of(wall):
                (ax, ay), (bx, by) = map(self._px, wall.axis)
                place = f'x1="{_f(ax)}" y1="{_f(ay)}" x2="{_f(bx)}" y2="{_f(by)}"'
                self._add(APPLICATION, f"<line id={quoteattr(f'axis-{wall.id}')} {place}{_told(facts)}/>")
        for column in self._storey.columns:
            self._add("COLUMN", f'<path id={quoteattr(column.id)} d="{self._loops([column.outline])}"/>')
        for stair in self._storey.stairs:
            self._add("STAIR", f'<path id={quoteattr(stair.id)} d="{self._loops([stair.outline])}"{_told(facts_of(stair))}/>')
        for opening in self._storey.openings:
            self._opening(opening)
        for fixture in self._storey.fixtures:
            self._fixture(fixture)
        if title_at is not None:
            self._text(storey_title(self._storey), title_at, 0.6, facts_of(self._storey))

    def _space(self, space: Space) -> None:
        loops = self._loops([space.outline, *space.holes])
        use = f"data-use={quoteattr(space.use)}"
        self._add("SPACE", f'<path id={quoteattr(space.id)} {use} fill-rule="evenodd" d="{loops}"{_told(facts_of(space))}/>')
        at = shapely.Polygon(space.outline, space.holes).representative_point().coords[0]
        for row, text in enumerate(room_texts(space, self._vocabulary)):
            self._text(text, (at[0], at[1] - 0.01 * row), 0.25 - 0.05 * row)

    def _opening(self, opening: Opening) -> None:
        wall = self._storey.wall_of[opening.wall]
        (ax, ay), (bx, by) = wall.axis
        length = math.dist(*wall.axis)
        ux, uy = (bx - ax) / length, (by - ay) / length
        at, normal = (ax + ux * opening.at, ay + uy * opening.at), (-uy, ux)
        if opening.kind == "passage":
            return
        side, hinge = hang_side(self._storey, opening, at, normal)
        layer = "DOOR" if opening.kind == "door" else "WINDOW"
        slides = opening.kind == "door" and opening.swing == "slide"
        label = {"door": "DOOR", "window": "WINDOW", "hatch": "HATCH"}[opening.kind] + ("-SLIDING" if slides else "")
        drawn = "".join(_leaves(opening.width, side, hinge)) if side and not slides else _box(opening.width, wall.thickness)
        group = self._group(opening.id, label, at, math.degrees(math.atan2(uy, ux)), opening.labels, drawn)
        self._add(layer, group.replace("<g", f"<g{_told(facts_of(opening))}", 1))
        if opening.leads == "outside":
            out = -1 if side_of_served(self._storey, opening, at, normal) > 0 else 1
            away = out * (wall.thickness / 2 + 0.5)
            self._text("安全出口 EXIT", (at[0] + normal[0] * away, at[1] + normal[1] * away), 0.2)

    def _fixture(self, fixture: Fixture) -> None:
        width, depth = fixture.size or (0.002, 0.001)
        drawn = _box(width, depth)
        group = self._group(fixture.id, fixture.kind, fixture.at, fixture.angle, fixture.labels, drawn)
        more = f" data-kind={quoteattr(fixture.kind)}{_told(facts_of(fixture))}"
        self._add("FIXTURE", group.replace("<g", f"<g{more}", 1))

    def _group(self, id_: str, label: str, at: Point, angle: float, labels: tuple[str, ...], drawn: str) -> str:
        x, y = self._px(at)
        turn = f"translate({_f(x)} {_f(y)}) rotate({_f(-angle)})"
        more = f" data-labels={quoteattr(chr(10).join(labels), {chr(10): '&#10;'})}" if labels else ""
        return f'<g id={quoteattr(id_)} inkscape:label={quoteattr(label)} transform="{turn}"{more}>{drawn}</g>'

    def _text(self, text: str, at: Point, size: float, facts: Facts | None = None) -> None:
        x, y = self._px(at)
        place = f'x="{_f(x)}" y="{_f(y)}" font-size="{_f(size * PER_METRE)}" data-size="{_f(size * PER_METRE)}"'
        self._add("TEXT", f"<text {place}{_told(facts or {})}>{escape(text)}</text>")

    def _loops(self, rings: list[list[Point]] | list[tuple[Point, ...]]) -> str:
        return "".join("M" + "L".join(f"{_f(x)} {_f(y)}" for x, y in map(self._px, ring)) + "Z" for ring in rings)

    def _px(self, point: Point) -> Point:
        return (point[0] + self._move) * PER_METRE, -point[1] * PER_METRE

    def _add(self, layer: str, line: str) -> None:
        self._layers[layer].append(line)


def _told(facts: Facts) -> str:
    """Return the attribute that says what lines cannot, with a space before it; nothing where there is nothing to say."""
    return f" data-facts={quoteattr(written(facts))}" if facts else ""


def _leaves(width: float, side: int, hinge: str | None) -> Iterator[str]:
    """Yield leaf and arc of each hinge of a door lying along x; `side` is 1 where it opens to the left of the wall's axis."""
    half = width * PER_METRE / 2
    for sign, leaf in {"left": ((-1, 2 * half),), "right": ((1, 2 * half),), "both": ((-1, half), (1, half))}[hinge or "left"]:
        x, tip, shut = sign * half, -side * leaf, sign * half - sign * leaf
        sweep = 1 if sign * side < 0 else 0
        yield f'<path d="M{_f(x)} 0L{_f(x)} {_f(tip)}"/>'
        yield f'<path d="M{_f(x)} {_f(tip)}A{_f(leaf)} {_f(leaf)} 0 0 {sweep} {_f(shut)} 0"/>'


def _box(width: float, depth: float) -> str:
    x, y = width * PER_METRE / 2, depth * PER_METRE / 2
    return f'<rect x="{_f(-x)}" y="{_f(-y)}" width="{_f(2 * x)}" height="{_f(2 * y)}"/>'


def _f(value: float) -> str:
    return (
        f"{value:.4f}".rstrip("0").rstrip(".").replace("-0", "0") if abs(value) < 5e-5 else f"{value:.4f}".rstrip("0").rstrip(".")
    )
