"""What was understood of a drawing, and what was not, as a picture: the one in blue, the other in orange, with a legend."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from showroom.domain.plan import Plan, Storey
from showroom.domain.text import Text
from showroom.formats.wall_faces import wall_faces
from showroom.reports import palette
from showroom.reports.outlines import polygon_of
from showroom.reports.sheet import Metres, Sheet
from showroom.reports.symbols import marks_of

UNDERSTOOD, UNDERSTOOD_TINT, NOT_UNDERSTOOD = palette.ACCENT, "#e3edf9", "#d9480f"
MARGIN = 0.6
MOST_LINES = 20_000
_WORDS = {
    "understood": Text.of("已理解：房间、墙、门窗、设备", "understood: rooms, walls, openings, fixtures"),
    "not": Text.of("未能理解：{} 条线", "not understood: {} lines"),
    "nothing": Text.of("没有未能理解的线条", "no line was left over"),
}


def understood_svg(plan: Plan, unread: Sequence[Any], *, language: str = "zh_CN", width_px: float = 1200) -> str:
    """Return the picture as SVG text; `unread` are strokes (`points` in metres, `closed`) that mean nothing to the reader."""
    lines = [(np.asarray(stroke.points), bool(stroke.closed)) for stroke in unread[:MOST_LINES] if len(stroke.points) > 1]
    sheet = _sheet(plan, [points for points, _ in lines], width_px)
    thin = max(0.8, min(2.0, sheet.scale * 0.02))
    for storey in plan.storeys:
        _storey(sheet, storey, thin)
    for points, closed in lines:
        ring = [sheet.px((float(x), float(y))) for x, y in points]
        sheet.path([ring], closed=closed, fill="none", stroke=NOT_UNDERSTOOD, stroke_width=thin)
    _names(sheet, plan)
    _legend(sheet, len(unread), language)
    return sheet.svg(plan.name or plan.storeys[0].id)


def _sheet(plan: Plan, lines: Sequence[Any], width: float) -> Sheet:
    points = [point for storey in plan.storeys for point in _points_of(storey)]
    every = np.concatenate([np.array(points or [(0.0, 0.0)]), *lines])
    (west, south), (east, north) = every.min(axis=0) - MARGIN, every.max(axis=0) + MARGIN
    scale = min(width / (east - west), 4 * width / (north - south))
    height = (north - south) * scale + width * 0.06
    sheet = Sheet(width, height, scale, float(west), float(north), (0.0, 0.0))
    sheet.draw("rect", x=0, y=0, width=width, height=height, fill=palette.PAPER)
    return sheet


def _points_of(storey: Storey) -> Iterable[Metres]:
    yield from (point for space in storey.spaces for point in space.outline)
    yield from (point for wall in storey.walls for point in wall.axis)
    yield from (fixture.at for fixture in storey.fixtures)


def _storey(sheet: Sheet, storey: Storey, thin: float) -> None:
    for space in storey.spaces:
        room = polygon_of(space)
        rings = [[sheet.px(point) for point in ring.coords[:-1]] for ring in (room.exterior, *room.interiors) if not room.is_empty]
        dash = f"{thin * 4:.1f}" if space.proposal else "none"
        sheet.path(rings, fill=UNDERSTOOD_TINT, fill_rule="evenodd", stroke=UNDERSTOOD, stroke_width=thin, stroke_dasharray=dash)
    for part in wall_faces(storey):
        rings = [[sheet.px(point) for point in ring.coords[:-1]] for ring in (part.exterior, *part.interiors)]
        sheet.path(rings, fill=UNDERSTOOD, fill_rule="evenodd")
    for fixture in storey.fixtures:
        for mark in marks_of(fixture):
            ring = [sheet.px(point) for point in mark.points]
            sheet.path([ring], fill="none", stroke=UNDERSTOOD, stroke_width=thin * 0.7)
    for opening in storey.openings:
        (ax, ay), (bx, by) = storey.wall_of[opening.wall].axis
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        shares = ((opening.at - opening.width / 2) / length, (opening.at + opening.width / 2) / length)
        ends = [sheet.px((ax + (bx - ax) * share, ay + (by - ay) * share)) for share in shares]
        sheet.path([ends], closed=False, fill="none", stroke=UNDERSTOOD, stroke_width=thin * 2)


def _names(sheet: Sheet, plan: Plan) -> None:
    size = max(9.0, sheet.width / 80)
    for space in plan.spaces:
        room = polygon_of(space)
        if not room.is_empty:
            x, y = room.representative_point().coords[0]
            sheet.text(sheet.px((x, y)), space.name or space.id, size=size, fill=palette.INK, bold=True)


def _legend(sheet: Sheet, unread: int, language: str) -> None:
    size, y = sheet.width / 64, sheet.height - sheet.width * 0.02
    said = _WORDS["not"].in_(language).format(f"{unread:,}") if unread else _WORDS["nothing"].in_(language)
    for x, colour, words in ((0.03, UNDERSTOOD, _WORDS["understood"].in_(language)), (0.53, NOT_UNDERSTOOD, said)):
        left = sheet.width * x
        sheet.draw("rect", x=left, y=y - size * 0.5, width=size * 1.6, height=size, fill=colour)
        sheet.text((left + size * 2.2, y), words, size=size, fill=palette.INK, anchor="start")
