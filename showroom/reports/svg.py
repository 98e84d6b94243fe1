"""How does a plan look on paper? As an architect draws it, in a self-contained SVG, with what the findings measured marked on it.

The picture keeps to SVG Tiny 1.2 so that Qt, browsers and the PDF writer show the same. Same plan and findings, same bytes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry import LineString, MultiPoint
from shapely.geometry.base import BaseGeometry

from showroom.domain.finding import Finding
from showroom.domain.plan import Plan, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import read_vocabulary
from showroom.reports import outlines, palette, witnesses
from showroom.reports.labels import Label, label_of
from showroom.reports.outlines import Jambs, Metres
from showroom.reports.sheet import Pixels, Sheet, text_width
from showroom.reports.symbols import OVERHEAD, Mark, marks_of
from showroom.reports.words import number

Bounds = tuple[float, float, float, float]
"""West, south, east, north, metres."""


@dataclass(frozen=True)
class PlanDrawing:
    """A drawn storey: the SVG text, the sheet that maps metres to its pixels, and the numbered discs on it."""

    svg: str
    sheet: Sheet
    pins: tuple[witnesses.Pin, ...]

    def pin_at(self, x: float, y: float, *, reach: float = 12.0) -> witnesses.Pin | None:
        """Return the pin under (or within `reach` pixels of) a place of the picture, the nearest first, or `None`."""
        near = [(math.dist((pin.x, pin.y), (x, y)), pin) for pin in self.pins]
        distance, pin = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        return pin if pin is not None and distance <= pin.radius + reach else None


def plan_svg(
    plan: Plan,
    *,
    storey_id: str | None = None,
    findings: Sequence[Finding] = (),
    language: str = "zh_CN",
    selected: Finding | None = None,
    width_px: float = 1200,
    labels: bool = True,
    numbers: Sequence[str] | None = None,
    vocabulary: Vocabulary | None = None,
) -> str:
    """Return a storey (the first where none is named) as SVG text `width_px` wide; see `draw_plan`."""
    return draw_plan(
        plan, storey_id=storey_id, findings=findings, language=language, selected=selected, width_px=width_px, labels=labels,
        numbers=numbers, vocabulary=vocabulary,
    ).svg  # fmt: skip


def draw_plan(
    plan: Plan,
    *,
    storey_id: str | None = None,
    findings: Sequence[Finding] = (),
    language: str = "zh_CN",
    selected: Finding | None = None,
    width_px: float = 1200,
    height_px: float | None = None,
    type_px: float | None = None,
    labels: bool = True,
    furniture: bool = True,
    numbers: Sequence[str] | None = None,
    vocabulary: Vocabulary | None = None,
) -> PlanDrawing:
    """Draw a storey and mark the witnesses of `findings` on it.

    `width_px` by `height_px` is the frame the storey is fitted into; without a height the picture is as tall as the storey needs.
    `type_px` is the size of ordinary type (a share of the picture where not given).
    `numbers` are written on the discs, one for each of `findings` (1, 2, … where not given). `selected` is drawn strongly and the
    others palely. `labels` are room names and areas, north and scale. Raises `KeyError` for an unknown storey.
    """
    storey = plan.storeys[0] if storey_id is None else {storey.id: storey for storey in plan.storeys}[storey_id]
    known = vocabulary or read_vocabulary()
    marked = witnesses.shown(findings, storey.id, only=len(plan.storeys) == 1)
    sheet = _sheet_for(storey, [finding for _, finding in marked], width_px, height_px, margin=labels)
    unit = type_px or _type_size(sheet, labels=labels)
    _draw_floors(sheet, storey, known)
    if furniture:
        _draw_fixtures(sheet, storey, overhead=False)
    _draw_built(sheet, storey)
    if furniture:
        _draw_fixtures(sheet, storey, overhead=True)
    taken: list[witnesses.Box] = []
    if labels:
        taken = [*_write_labels(sheet, storey, known, language, unit, _lines_of(marked)), *_draw_legend(sheet, plan, unit)]
    pins = _mark(sheet, marked, numbers or [str(index + 1) for index in range(len(findings))], selected, taken, unit, language)
    return PlanDrawing(sheet.svg(plan.name or storey.id), sheet, pins)


def _sheet_for(storey: Storey, marked: list[Finding], width: float, height: float | None, *, margin: bool) -> Sheet:
    west, south, east, north = outlines.bounds_of(storey)
    for x, y in (point for finding in marked for point in witnesses.points_of(finding)):
        west, south, east, north = min(west, x), min(south, y), max(east, x), max(north, y)
    side = width * (0.045 if margin else 0.015)
    foot = width * 0.045 if margin else 0.0
    scale = (width - 2 * side) / max(east - west, 1e-3)
    if height is not None:
        scale = min(scale, (height - 2 * side - foot) / max(north - south, 1e-3))
    drawn_width, drawn_height = (east - west) * scale, (north - south) * scale
    tall = height if height is not None else min(drawn_height + 2 * side + foot, width * 4)
    if height is None and drawn_height + 2 * side + foot > tall:
        scale = (tall - 2 * side - foot) / (north - south)
        drawn_width, drawn_height = (east - west) * scale, (north - south) * scale
    origin = ((width - drawn_width) / 2, (tall - foot - drawn_height) / 2)
    sheet = Sheet(width, tall, scale, west, north, origin)
    sheet.draw("rect", x=0, y=0, width=width, height=tall, fill=palette.PAPER)
    return sheet


def _type_size(sheet: Sheet, *, labels: bool) -> float:
    """Return the size of ordinary type: a fixed share of the picture, so that it reads alike at any size."""
    return max(9.0, min(sheet.width, sheet.height * 1.4) / (64 if labels else 26))


def _draw_floors(sheet: Sheet, storey: Storey, vocabulary: Vocabulary) -> None:
    for space in storey.spaces:
        room = outlines.polygon_of(space)
        if not room.is_empty:
            rings = [[sheet.px(point) for point in ring.coords[:-1]] for ring in (room.exterior, *room.interiors)]
            sheet.path(rings, fill=palette.tint_of(vocabulary.zone_of(space.use)), fill_rule="evenodd")


def _draw_fixtures(sheet: Sheet, storey: Storey, *, overhead: bool) -> None:
    width = max(0.5, min(1.6, sheet.scale * 0.016))
    for fixture in storey.fixtures:
        if (fixture.kind in OVERHEAD) is overhead:
            for mark in marks_of(fixture):
                _draw_mark(sheet, mark, width)


def _draw_mark(sheet: Sheet, mark: Mark, width: float) -> None:
    fill = palette.SYMBOL if mark.solid else palette.SYMBOL_FILL if mark.filled else "none"
    dash: dict[str, str | float] = {"stroke_dasharray": f"{width * 4:.2f} {width * 3:.2f}"} if mark.dashed else {}
    points = [sheet.px(point) for point in mark.points]
    sheet.path([points], closed=mark.closed, fill=fill, stroke=palette.SYMBOL, stroke_width=width, stroke_linejoin="round", **dash)


def _draw_built(sheet: Sheet, storey: Storey) -> None:
    """Draw stairs, walls, columns and openings."""
    thin = max(0.6, min(1.8, sheet.scale * 0.018))
    for stair in storey.stairs:
        points = [sheet.px(point) for point in stair.outline]
        sheet.path([points], fill=palette.SYMBOL_FILL, stroke=palette.SYMBOL, stroke_width=thin)
        for tread in _treads(stair.outline):
            sheet.path([[sheet.px(point) for point in tread]], closed=False, fill="none", stroke=palette.SYMBOL, stroke_width=thin)
    for body in outlines.wall_bodies(storey):
        rings = [[sheet.px(point) for point in ring.coords[:-1]] for ring in (body.exterior, *body.interiors)]
        sheet.path(rings, fill=palette.WALL, fill_rule="evenodd", stroke=palette.WALL, stroke_width=thin * 0.5)
    for column in storey.columns:
        sheet.path([[sheet.px(point) for point in column.outline]], fill=palette.COLUMN)
    for opening in storey.openings:
        stand = outlines.jambs_of(storey, opening)
        _OPENINGS[opening.kind](sheet, stand, thin)
        if opening.leads == "outside" and opening.kind in ("door", "passage"):
            _draw_exit(sheet, stand)


def _treads(outline: Sequence[Metres]) -> list[tuple[Metres, Metres]]:
    """Return the tread lines of a stair of four corners, about 0.28 m apart along its longer side."""
    if len(outline) != 4:
        return []
    a, b, c, d = outline
    if math.dist(a, b) < math.dist(b, c):
        a, b, c, d = b, c, d, a
    steps = max(2, round(math.dist(a, b) / 0.28))
    between = [step / steps for step in range(1, steps)]
    return [
        ((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t), (d[0] + (c[0] - d[0]) * t, d[1] + (c[1] - d[1]) * t))
        for t in between
    ]


def _line(sheet: Sheet, points: Sequence[Metres], thin: float, colour: str = palette.WALL, **more: str | float) -> None:
    sheet.path([[sheet.px(point) for point in points]], closed=False, fill="none", stroke=colour, stroke_width=thin, **more)


def _draw_window(sheet: Sheet, stand: Jambs, thin: float) -> None:
    width, half = stand.opening.width, stand.thickness / 2
    corners = [stand.at(0, -half), stand.at(width, -half), stand.at(width, half), stand.at(0, half)]
    sheet.path([[sheet.px(point) for point in corners]], fill="#eef5fb", stroke=palette.GLAZING, stroke_width=thin)
    for share in (-1 / 3, 1 / 3):
        _line(sheet, [stand.at(0, half * share), stand.at(width, half * share)], thin, palette.GLAZING)


def _draw_passage(sheet: Sheet, stand: Jambs, thin: float) -> None:
    width, half = stand.opening.width, stand.thickness / 2
    dash = f"{thin * 4:.2f} {thin * 3:.2f}"
    for side in (-half, half):
        _line(sheet, [stand.at(0, side), stand.at(width, side)], thin * 0.8, palette.SYMBOL, stroke_dasharray=dash)


def _draw_hatch(sheet: Sheet, stand: Jambs, thin: float) -> None:
    width, half = stand.opening.width, stand.thickness / 2
    corners = [stand.at(0, -half), stand.at(width, -half), stand.at(width, half), stand.at(0, half)]
    sheet.path([[sheet.px(point) for point in corners]], fill=palette.SYMBOL_FILL, stroke=palette.SYMBOL, stroke_width=thin)
    _line(sheet, [stand.at(0, 0), stand.at(width, 0)], thin, palette.SYMBOL)


def _draw_door(sheet: Sheet, stand: Jambs, thin: float) -> None:
    opening = stand.opening
    if opening.swing == "slide":
        face = stand.thickness / 2 + 0.05
        _line(sheet, [stand.at(-opening.width * 0.45, face), stand.at(opening.width * 0.55, face)], thin * 2)
    elif opening.swing in ("in", "out", "both"):
        for side in {"in": (1,), "out": (-1,), "both": (1, -1)}[opening.swing]:
            _draw_leaves(sheet, stand, side, thin)
    else:
        _draw_passage(sheet, stand, thin)


def _draw_leaves(sheet: Sheet, stand: Jambs, side: int, thin: float) -> None:
    """Draw leaf and arc of each hinge; `side` is 1 towards the space served and -1 away from it."""
    width, face = stand.opening.width, side * stand.thickness / 2
    leaves = {"right": ((width, -1.0, width),), "both": ((0.0, 1.0, width / 2), (width, -1.0, width / 2))}
    for hinge, sign, leaf in leaves.get(stand.opening.hinge or "left", ((0.0, 1.0, width),)):
        tip, shut = stand.at(hinge, face + side * leaf), stand.at(hinge + sign * leaf, face)
        _line(sheet, [stand.at(hinge, face), tip], thin * 1.7, stroke_linecap="round")
        (x0, y0), (x1, y1), radius = sheet.px(tip), sheet.px(shut), leaf * sheet.scale
        hx, hy = sheet.px(stand.at(hinge, face))
        sweep = 1 if (x0 - hx) * (y1 - hy) - (y0 - hy) * (x1 - hx) > 0 else 0
        data = f"M{x0:.2f} {y0:.2f}A{radius:.2f} {radius:.2f} 0 0 {sweep} {x1:.2f} {y1:.2f}"
        sheet.draw("path", d=data, fill="none", stroke=palette.SYMBOL, stroke_width=thin * 0.8)


def _draw_exit(sheet: Sheet, stand: Jambs) -> None:
    """Draw a small arrow beyond an exit, on the side away from the space it serves."""
    start = -(stand.thickness / 2 + 0.12)
    middle = stand.opening.width / 2
    arrow = [stand.at(middle - 0.16, start), stand.at(middle + 0.16, start), stand.at(middle, start - 0.28)]
    sheet.path([[sheet.px(point) for point in arrow]], fill=palette.ACCENT)


_OPENINGS = {"door": _draw_door, "window": _draw_window, "hatch": _draw_hatch, "passage": _draw_passage}


def _lines_of(marked: Sequence[tuple[int, Finding]]) -> list[BaseGeometry]:
    """Return the lines that will be drawn for findings, a hand wide, metres: names keep off them."""
    parts = [part for _, finding in marked if finding.geometry for part in witnesses.parts_of(finding.geometry)]
    return [LineString(points).buffer(0.15) for kind, points in parts if kind == "line" and len(points) > 1]


def _write_labels(
    sheet: Sheet, storey: Storey, vocabulary: Vocabulary, language: str, unit: float, lines: Sequence[BaseGeometry]
) -> list[witnesses.Box]:
    """Write every room's name and area; return the boxes they take, pixels."""
    obstacles: list[BaseGeometry] = [
        MultiPoint([point for mark in marks_of(fixture) for point in mark.points]).convex_hull for fixture in storey.fixtures
    ]
    obstacles += [outlines.swept_by(storey, opening) for opening in storey.openings if opening.kind == "door"]
    obstacles += lines
    boxes: list[witnesses.Box] = []
    for space in storey.spaces:
        label = label_of(space, vocabulary, language, scale=sheet.scale, sizes=(unit * 0.5, unit * 1.25), obstacles=obstacles)
        if label is not None:
            boxes.append(_write_label(sheet, label, palette.tint_of(vocabulary.zone_of(space.use))))
    return boxes


def _write_label(sheet: Sheet, label: Label, ground: str) -> witnesses.Box:
    x, y = sheet.px(label.at)
    lines = [(text, label.size, True, palette.INK) for text in label.lines] + [(label.area, label.size * 0.8, False, palette.MUTED)]
    step = label.size * 1.25
    half_width, half_height = max(text_width(text, size) for text, size, _, _ in lines) / 2, step * len(lines) / 2
    if label.turned:
        half_width, half_height = half_height, half_width
    air = label.size * 0.15
    box = (x - half_width - air, y - half_height, x + half_width + air, y + half_height)
    if label.crowded:
        sheet.draw(
            "rect",
            x=box[0],
            y=box[1],
            width=box[2] - box[0],
            height=box[3] - box[1],
            rx=air * 2,
            ry=air * 2,
            fill=ground,
            fill_opacity=0.85,
        )
    for index, (text, size, bold, colour) in enumerate(lines):
        shift = (index - (len(lines) - 1) / 2) * step
        place: Pixels = (x + shift, y) if label.turned else (x, y + shift)
        sheet.text(place, text, size=size, fill=colour, bold=bold, turned=label.turned)
    return box


def _draw_legend(sheet: Sheet, plan: Plan, unit: float) -> list[witnesses.Box]:
    """Draw the scale bar at the foot on the left and north, where it is known, on the right; return the boxes they take."""
    length = next((step for step in (20, 10, 5, 2, 1, 0.5, 0.2) if step * sheet.scale <= sheet.width * 0.24), 0.1)
    x, y, wide = sheet.width * 0.045, sheet.height - unit * 1.3, length * sheet.scale
    for quarter in range(4):
        fill = palette.INK if quarter % 2 == 0 else palette.PAPER
        sheet.draw(
            "rect",
            x=x + wide * quarter / 4,
            y=y,
            width=wide / 4,
            height=unit * 0.32,
            fill=fill,
            stroke=palette.INK,
            stroke_width=0.7,
        )
    sheet.text((x, y - unit * 0.55), "0", size=unit * 0.75, fill=palette.MUTED)
    sheet.text((x + wide, y - unit * 0.55), f"{number(length, '')} m", size=unit * 0.75, fill=palette.MUTED)
    boxes: list[witnesses.Box] = [(x - unit, y - unit * 1.2, x + wide + unit * 2, sheet.height)]
    if plan.north is not None:
        boxes.append(_draw_north(sheet, plan.north, unit))
    return boxes


def _draw_north(sheet: Sheet, north: float, unit: float) -> witnesses.Box:
    radius = unit * 1.35
    x, y = sheet.width * 0.955 - radius * 0.4, sheet.height - radius * 1.25
    turn = math.radians(north)
    dx, dy = math.cos(turn), -math.sin(turn)

    def at(ahead: float, aside: float) -> Pixels:
        return x + (dx * ahead - dy * aside) * radius, y + (dy * ahead + dx * aside) * radius

    sheet.draw("circle", cx=x, cy=y, r=radius, fill="none", stroke=palette.MUTED, stroke_width=unit * 0.06)
    sheet.path([[at(0.9, 0), at(-0.7, 0.5), at(-0.35, 0)]], fill=palette.INK)
    sheet.path([[at(0.9, 0), at(-0.7, -0.5), at(-0.35, 0)]], fill=palette.PAPER, stroke=palette.INK, stroke_width=unit * 0.05)
    sheet.text(at(1.55, 0), "N", size=unit * 0.9, fill=palette.INK, bold=True)
    return x - radius * 2, y - radius * 2, x + radius * 2, sheet.height


def _mark(
    sheet: Sheet,
    marked: list[tuple[int, Finding]],
    numbers: Sequence[str],
    selected: Finding | None,
    taken: list[witnesses.Box],
    unit: float,
    language: str,
) -> tuple[witnesses.Pin, ...]:
    """Draw the witnesses, the selected one last and strongest."""
    painter = witnesses.WitnessPainter(sheet, taken, unit=unit, language=language)
    chosen = selected is not None and any(finding is selected or finding == selected for _, finding in marked)
    order = sorted(marked, key=lambda pair: (chosen and pair[1] == selected, witnesses.drawn_last(pair[1]), -pair[0]))
    pins: dict[int, witnesses.Pin] = {}
    for draw_pins in (False, True):
        for index, finding in order:
            strong = chosen and finding == selected
            if chosen and not strong:
                sheet.open_group(opacity=0.35)
            if draw_pins:
                pins[index] = painter.annotate(finding, numbers[index], value=strong or not chosen, strong=strong)
            else:
                painter.trace(finding, strong=strong)
            if chosen and not strong:
                sheet.close_group()
    return tuple(pins[index] for index, _ in marked)
