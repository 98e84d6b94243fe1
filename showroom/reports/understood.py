"""What was understood of a drawing, and what was not, as a picture: the one in blue, the other in orange, with a legend.

Orange is everything that became nothing: lines, lost doors, unknown symbols, unused texts, and rooms whose use nobody knows.
What had to be guessed is dashed. Blue and orange are told apart by the colour-blind too; a room of unknown use bears a question
mark besides.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Plan, Space, Storey
from showroom.domain.text import Text
from showroom.formats.refusals import in_chinese
from showroom.formats.table import read_plan_with_rest
from showroom.formats.wall_faces import wall_faces
from showroom.formats.worker import NoRoomError
from showroom.formats.writing import write_aside
from showroom.reports import palette
from showroom.reports.outlines import polygon_of
from showroom.reports.sheet import Metres, Sheet, text_width
from showroom.reports.symbols import marks_of
from showroom.reports.words import wrap

UNDERSTOOD, UNDERSTOOD_TINT = palette.ACCENT, "#e3edf9"
NOT_UNDERSTOOD, NOT_UNDERSTOOD_TINT = "#d9480f", "#fdece3"
MARGIN = 0.6
PNG_WIDTH = 1600
ROUND_ABOUT = 1.0
"""How far round the plan leftovers are shown, as a share of its longer side; farther ones are counted only."""
MOST_LINES = 20_000
LONGEST_TEXT = 28
HIDDEN = frozenset({"layer-frozen", "layer-off", "layer-not-plotted", "invisible", "paper-space"})
_LANGUAGES = ("zh_CN", "en")
_WORDS = {
    "understood": Text.of(
        "已理解：{} 个房间、{} 段墙、{} 处门窗、{} 件设备", "understood: {} rooms, {} walls, {} openings, {} fixtures"
    ),
    "guessed": Text.of("推断，需确认（虚线）：{} 处", "guessed, to be confirmed (dashed): {}"),
    "not": Text.of(
        "未能理解：{} 条线、{} 处文字、{} 个用途不明的房间", "not understood: {} lines, {} texts, {} rooms whose use is not known"
    ),
    "nothing": Text.of("没有未能理解的内容", "nothing was left over"),
    "hidden": Text.of("图纸中隐藏而未读的图元：{} 个（未画出）", "hidden in the drawing, not read and not shown: {}"),
    "aside": Text.of("离图形太远而未画出：{} 处", "too far aside to be shown: {}"),
}


def draw_understood(plan_path: Path, picture_path: Path, language: str) -> Plan:
    """Draw what was understood of a drawing, and what was not, as SVG or PNG by the suffix; return the plan.

    Raises:
        InputError: the file cannot be used, or the picture cannot be written; of a drawing without a room the picture is drawn.
    """
    suffix = picture_path.suffix.lower()
    if suffix not in (".png", ".svg"):
        raise InputError(Problem(str(picture_path), "pictures are drawn as PNG or SVG", "name the file something.png or .svg"))

    def put(picture: str) -> None:
        if suffix == ".svg":
            write_aside(picture_path, picture.encode())
        else:
            from showroom.reports.png import png_of

            write_aside(picture_path, png_of(picture, PNG_WIDTH))

    try:
        read, rest = read_plan_with_rest(plan_path)
    except NoRoomError as refused:
        put(refused_svg(refused.problems, refused.drawn, language=language))
        raise
    put(understood_svg(read, rest, language=language))
    return read


def understood_svg(plan: Plan, unread: Sequence[Any], *, language: str = "zh_CN", width_px: float = 1200) -> str:
    """Return the picture as SVG text, the legend in `language` first and in the other below.

    `unread` are strokes that mean nothing to the reader (`points` in metres, `closed`); one of a single point is a text, its
    `layer` the words.
    """
    frame = _frame(plan, unread)
    sheet, legend = _sheet(frame, width_px), _legend(plan, unread, frame)
    thin = max(0.8, min(2.0, sheet.scale * 0.02))
    for storey in plan.storeys:
        _storey(sheet, storey, thin)
    _left_over(sheet, unread, frame, thin)
    _names(sheet, plan)
    _write(sheet, legend, language)
    return sheet.svg(plan.name or plan.storeys[0].id)


def refused_svg(problems: Sequence[Problem], drawn: Sequence[Any], *, language: str = "zh_CN", width_px: float = 1200) -> str:
    """Return the picture of a drawing that is no plan, all of it as not understood, with the reason below in both languages."""
    points = np.concatenate([np.asarray(stroke.points) for stroke in drawn])
    frame = _box(np.percentile(points, (2, 98), axis=0, method="nearest"), points, 0.1)
    sheet = _sheet(frame, width_px)
    _left_over(sheet, drawn, frame, max(0.8, min(2.0, sheet.scale * 0.02)))
    size, top = sheet.width / 64, sheet.height + sheet.width / 64
    said = [line for problem in problems for line in _reason(problem, language)]
    lines = [part for line in said for part in wrap(line, int(1.8 * sheet.width * 0.94 / size))]
    sheet.height = top + size * (1.7 * len(lines) + 1)
    _paper(sheet)
    for number, line in enumerate(lines):
        at = (sheet.width * 0.03, top + size * (1.7 * number + 0.5))
        sheet.text(at, line, size=size, fill=NOT_UNDERSTOOD if number == 0 else palette.INK, anchor="start", bold=number == 0)
    return sheet.svg(Path(problems[0].place).name)


def _reason(problem: Problem, language: str) -> Iterator[str]:
    """Yield the reason and the remedy in `language`, then in the other."""
    for tongue in sorted(_LANGUAGES, key=lambda one: one != language):
        for sentence in filter(None, (problem.reason, problem.remedy)):
            yield (in_chinese(sentence) if tongue == "zh_CN" else sentence) or sentence


def _frame(plan: Plan, unread: Sequence[Any]) -> shapely.Polygon:
    """Return the box of the plan and of what is left over near it, metres."""
    own = np.array([point for storey in plan.storeys for point in _points_of(storey)] or [(0.0, 0.0)])
    return _box(np.array([own.min(axis=0), own.max(axis=0)]), np.concatenate([own, *(np.asarray(one.points) for one in unread)]))


def _box(core: Any, every: Any, round_about: float = ROUND_ABOUT) -> shapely.Polygon:
    """Return the box of all points that lie in or near the `core` (least and greatest corner), metres."""
    (west, south), (east, north) = core
    near = shapely.box(west, south, east, north).buffer(round_about * max(east - west, north - south, 1.0), join_style="mitre")
    left, low, right, high = near.bounds
    inside = every[(every[:, 0] >= left) & (every[:, 0] <= right) & (every[:, 1] >= low) & (every[:, 1] <= high)]
    (west, south), (east, north) = inside.min(axis=0), inside.max(axis=0)
    margin = min(MARGIN, 0.05 * max(east - west, north - south)) or MARGIN
    frame: shapely.Polygon = shapely.box(west - margin, south - margin, east + margin, north + margin)
    return frame


def _sheet(frame: shapely.Polygon, width: float) -> Sheet:
    west, south, east, north = frame.bounds
    scale = min(width / (east - west), 4 * width / (north - south))
    height = (north - south) * scale
    return Sheet(width, height, scale, west, north, (0.0, 0.0))


def _points_of(storey: Storey) -> Iterator[Metres]:
    yield from (point for space in storey.spaces for point in space.outline)
    yield from (point for wall in storey.walls for point in wall.axis)
    yield from (fixture.at for fixture in storey.fixtures)


def _left_over(sheet: Sheet, unread: Sequence[Any], frame: shapely.Polygon, thin: float) -> None:
    """Draw what was not understood: lines, then texts."""
    for stroke in (one for one in unread[:MOST_LINES] if len(one.points) > 1):
        for ring, closed in _within(stroke, frame):
            sheet.path([[sheet.px(point) for point in ring]], closed=closed, fill="none", stroke=NOT_UNDERSTOOD, stroke_width=thin)
    for stroke in (one for one in unread if len(one.points) == 1):
        x, y = (float(value) for value in stroke.points[0])
        if frame.covers(shapely.Point(x, y)):
            words = stroke.layer if len(stroke.layer) <= LONGEST_TEXT else stroke.layer[: LONGEST_TEXT - 1] + "…"
            sheet.text(sheet.px((x, y)), words, size=max(8.0, sheet.width / 120), fill=NOT_UNDERSTOOD, anchor="start")


def _within(stroke: Any, frame: shapely.Polygon) -> Iterator[tuple[list[Metres], bool]]:
    """Yield the parts of a stroke that lie in the frame."""
    points = np.asarray(stroke.points, dtype=float)
    line = shapely.LineString(np.concatenate([points, points[:1]]) if stroke.closed else points)
    if frame.covers(line):
        yield [(float(x), float(y)) for x, y in points], bool(stroke.closed)
        return
    for part in shapely.get_parts(shapely.clip_by_rect(line, *frame.bounds)):
        if part.geom_type == "LineString" and not part.is_empty:
            yield [(float(x), float(y)) for x, y in part.coords], False


def _storey(sheet: Sheet, storey: Storey, thin: float) -> None:
    for space in storey.spaces:
        room = polygon_of(space)
        rings = [[sheet.px(point) for point in ring.coords[:-1]] for ring in (room.exterior, *room.interiors) if not room.is_empty]
        colour, tint = (NOT_UNDERSTOOD, NOT_UNDERSTOOD_TINT) if _unknown(space) else (UNDERSTOOD, UNDERSTOOD_TINT)
        dash = f"{thin * 5:.1f} {thin * 3:.1f}" if space.proposal else "none"
        sheet.path(rings, fill=tint, fill_rule="evenodd", stroke=colour, stroke_width=thin * 1.5, stroke_dasharray=dash)
    for part in wall_faces(storey):
        rings = [[sheet.px(point) for point in ring.coords[:-1]] for ring in (part.exterior, *part.interiors)]
        sheet.path(rings, fill=UNDERSTOOD, fill_rule="evenodd")
    for column in storey.columns:
        sheet.path([[sheet.px(point) for point in column.outline]], fill=UNDERSTOOD)
    for fixture in storey.fixtures:
        for mark in marks_of(fixture):
            ring = [sheet.px(point) for point in mark.points]
            sheet.path([ring], fill="none", stroke=UNDERSTOOD, stroke_width=thin * 0.7)
    for opening in storey.openings:
        (ax, ay), (bx, by) = storey.wall_of[opening.wall].axis
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        shares = ((opening.at - opening.width / 2) / length, (opening.at + opening.width / 2) / length)
        ends = [sheet.px((ax + (bx - ax) * share, ay + (by - ay) * share)) for share in shares]
        dash = f"{thin * 3:.1f} {thin * 2:.1f}" if opening.proposal else "none"
        sheet.path([ends], closed=False, fill="none", stroke=UNDERSTOOD, stroke_width=thin * 2, stroke_dasharray=dash)


def _unknown(space: Space) -> bool:
    return space.use == "other"


def _names(sheet: Sheet, plan: Plan) -> None:
    """Write the name of each room where it fits; one of unknown use bears a question mark."""
    for space in plan.spaces:
        room = polygon_of(space)
        if room.is_empty:
            continue
        words = f"{space.name or space.id} ?" if _unknown(space) else space.name
        west, _, east, _ = room.bounds
        size = min(max(9.0, sheet.width / 80), 1.1 * (east - west) * sheet.scale / max(1.0, text_width(words, 1.0)))
        colour = NOT_UNDERSTOOD if _unknown(space) else palette.INK
        x, y = room.representative_point().coords[0]
        sheet.text(sheet.px((x, y)), words, size=max(6.0, size), fill=colour, bold=True)


Row = tuple[str, str, bool, tuple[int, ...]]
"""What a row of the legend says, its colour, whether its line is dashed, and the numbers in it."""


def _legend(plan: Plan, unread: Sequence[Any], frame: shapely.Polygon) -> list[Row]:
    spaces = list(plan.spaces)
    unknown = sum(_unknown(space) for space in spaces)
    texts = sum(len(stroke.points) == 1 for stroke in unread)
    lines = len(unread) - texts
    walls = sum(len(storey.walls) for storey in plan.storeys)
    aside = sum(not frame.intersects(shapely.MultiPoint(np.asarray(stroke.points))) for stroke in unread)
    guessed = sum(thing.proposal for things in (spaces, plan.openings) for thing in things)
    hidden = sum(one.count for one in plan.source.not_understood if one.what in HIDDEN)
    counts = (len(spaces) - unknown, walls, sum(1 for _ in plan.openings), sum(1 for _ in plan.fixtures))
    rows: list[Row] = [("understood", UNDERSTOOD, False, counts)]
    if guessed:
        rows.append(("guessed", UNDERSTOOD, True, (guessed,)))
    left = (lines, texts, unknown)
    rows.append(("not", NOT_UNDERSTOOD, False, left) if any(left) else ("nothing", NOT_UNDERSTOOD, False, ()))
    if hidden:
        rows.append(("hidden", palette.MUTED, False, (hidden,)))
    if aside:
        rows.append(("aside", palette.MUTED, False, (aside,)))
    return rows


def _paper(sheet: Sheet) -> None:
    sheet.draw("rect", x=0, y=0, width=sheet.width, height=sheet.height, fill=palette.PAPER)
    sheet.elements.insert(0, sheet.elements.pop())


def _write(sheet: Sheet, rows: Sequence[Row], language: str) -> None:
    """Write the legend below the picture, each row in both languages."""
    size, top = sheet.width / 64, sheet.height
    step = size * 3.1
    sheet.height += step * len(rows) + size
    _paper(sheet)
    first, second = sorted(_LANGUAGES, key=lambda one: one != language)
    for number, (key, colour, dashed, counts) in enumerate(rows):
        y, left = top + size + step * number, sheet.width * 0.03
        if dashed:
            ends = [(left, y + size * 0.6), (left + size * 1.8, y + size * 0.6)]
            sheet.path([ends], closed=False, fill="none", stroke=colour, stroke_width=3, stroke_dasharray="6 4")
        else:
            sheet.draw("rect", x=left, y=y, width=size * 1.8, height=size * 1.2, fill=colour)
        numbers = [f"{count:,}" for count in counts]
        for line, (tongue, share) in enumerate(((first, 1.0), (second, 0.8))):
            said = _WORDS[key].in_(tongue).format(*numbers)
            colour_of = palette.INK if line == 0 else palette.MUTED
            sheet.text(
                (left + size * 2.6, y + size * 1.2 * line + size * 0.2), said, size=size * share, fill=colour_of, anchor="start"
            )
