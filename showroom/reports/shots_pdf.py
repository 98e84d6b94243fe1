"""How does the shot list look on paper? The plan with the walk and its numbered stops, then each stop with what to show and do."""

import math
from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import palette
from showroom.reports.lines import Line
from showroom.reports.pdf_marks import Boxes, Heading
from showroom.reports.pdf_paper import WIDTH, facts_grid, set_on_paper
from showroom.reports.pdf_type import drawing_of, paragraph, plain, style
from showroom.reports.places import Places
from showroom.reports.sheet import Sheet
from showroom.reports.shots import Shot, ShotList, Stop, shots_of
from showroom.reports.svg import draw_plan

_SAID = {
    "title": Text.of("云勘验拍摄清单", "Shot list for a visit by video"),
    "intro": Text.of(
        "照着编号走一圈，在每一站按顺序拍给核查人员看。全程约 {0} 米，共 {1} 站、{2} 个画面。开拍前把灯都打开。",
        "Walk from number to number and show what stands at each stop, in order. About {0} m in all, {1} stops, {2} shots. "
        "Switch on every light before you begin.",
    ),
    "walk": Text.of("路线", "The walk"),
    "start": Text.of("先拍门头和周围；这些没有固定的位置，边走边拍", "The front and the street first; these have no one place"),
    "stop": Text.of("第 {0} 站 · {1}", "Stop {0} · {1}"),
    "steps": Text.of("从上一站走约 {0} 米", "about {0} m from the stop before"),
    "hidden": Text.of("站着看不到，请走近拍", "Not to be seen from here: go close"),
    "do": Text.of("动作：{0}", "Do: {0}"),
    "show": Text.of("拍清：{0}", "Show: {0}"),
    "taken": Text.of("已拍", "Taken"),
    "foot": Text.of("画面以现场核查人员的要求为准。", "What the inspector asks to see comes first."),
}
_NUMBER, _TICK = 34.0, 52.0


def shots_pdf(review: Review, vocabulary: Vocabulary, language: str, case_number: str = "") -> bytes:
    """Return the shot list as PDF bytes in `language`.

    Raises:
        NotAvailableError: the bundled font is missing.
    """
    shots = shots_of(review, vocabulary, language)
    title = f"{_SAID['title'].in_(language)} · {review.permit.title.in_(language)}"
    story = _story(review, vocabulary, shots, language, case_number)
    foot = _SAID["foot"].in_(language)
    return set_on_paper(review, language, case_number, title=title, foot=foot, plans={}, story=story)


def _story(review: Review, vocabulary: Vocabulary, shots: ShotList, language: str, case_number: str) -> Iterator[Flowable]:
    def said(key: str, *values: object) -> str:
        return _SAID[key].in_(language).format(*values)

    yield paragraph(said("title"), style(24, bold=True, leading=1.3), WIDTH)
    yield paragraph(review.permit.title.in_(language), style(12.5, colour=palette.ACCENT, bold=True), WIDTH)
    yield Spacer(0, 8)
    yield facts_grid(review, language, case_number)
    count = sum(len(stop.shots) for stop in shots.stops) + len(shots.at_the_door)
    yield paragraph(said("intro", round(shots.length), len(shots.stops), count), style(10), WIDTH)
    for storey in review.plan.storeys:
        here = [stop for stop in shots.stops if stop.storey == storey.id]
        name = f" · {storey.id}" if len(review.plan.storeys) > 1 else ""
        yield Spacer(0, 8)
        head = Heading(said("walk") + name, f"walk-{storey.id}", WIDTH)
        yield KeepTogether([head, _walk(review, vocabulary, storey.id, here, language)])
    places = Places(review.plan, vocabulary, language)
    if shots.at_the_door:
        yield Spacer(0, 8)
        first, *others = [_row(line, None, language) for line in shots.at_the_door]
        yield KeepTogether([Heading(said("start"), "start", WIDTH, aside=f"{len(shots.at_the_door)}"), first])
        yield from others
    for stop in shots.stops:
        yield Spacer(0, 8)
        aside = said("steps", round(stop.walked)) if stop.walked else ""
        head = Heading(said("stop", stop.number, places.names((stop.space,))), f"stop-{stop.number}", WIDTH, aside=aside)
        first, *others = [_row(shot.line, shot, language) for shot in stop.shots]
        yield KeepTogether([head, first])
        yield from others


def _row(line: Line, shot: Shot | None, language: str) -> Table:
    """Return one shot: number of the line, what to show and to do, a box."""

    def said(key: str, *values: object) -> str:
        return _SAID[key].in_(language).format(*values)

    wide = WIDTH - _NUMBER - _TICK
    texts = [(line.title + (f" · {line.where}" if line.where else ""), style(10, bold=True))]
    if line.how:
        texts.append((line.how, style(8.6)))
    if shot is not None and shot.do is not None:
        texts.append((said("do", shot.do.in_(language)), style(9, bold=True, colour=palette.ACCENT)))
    if line.evidence:
        texts.append((said("show", line.evidence), style(8, colour=palette.MUTED)))
    if shot is not None and shot.hidden:
        texts.append((said("hidden"), style(8.4, bold=True, colour=palette.OUTCOME[Outcome.TO_CONFIRM])))
    body = [paragraph(text, look, wide - 8) for text, look in texts]
    number = paragraph(line.number, style(9.5, bold=True, colour=palette.ACCENT), _NUMBER)
    rule = ("LINEABOVE", (0, 0), (-1, 0), 0.6, HexColor(palette.HAIRLINE))
    cells = [[number, body, Boxes([said("taken")])]]
    return Table(cells, colWidths=[_NUMBER, wide, _TICK], style=TableStyle([*plain(top=5, bottom=5), rule]))


def _walk(review: Review, vocabulary: Vocabulary, storey_id: str, stops: list[Stop], language: str) -> Flowable:
    """Return the storey with the walk in one line and its stops as numbered discs with the way they look."""
    drawing = draw_plan(
        review.plan, storey_id=storey_id, language=language, width_px=WIDTH, height_px=460, type_px=7.4, vocabulary=vocabulary
    )
    sheet = drawing.sheet
    for stop in stops:
        if len(stop.way) > 1:
            _line(sheet, [sheet.px(point) for point in stop.way])
    for stop in stops:
        _disc(sheet, stop)
    return drawing_of(sheet.svg(storey_id), WIDTH)


def _line(sheet: Sheet, points: list[tuple[float, float]]) -> None:
    look: dict[str, str | float] = {"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}
    sheet.path([points], closed=False, stroke=palette.PAPER, stroke_width=4.2, stroke_opacity=0.85, **look)
    sheet.path([points], closed=False, stroke=palette.ACCENT, stroke_width=1.8, **look)


def _disc(sheet: Sheet, stop: Stop) -> None:
    x, y = sheet.px(stop.at)
    look = sheet.px(stop.look)
    length = math.dist((x, y), look)
    if length > 1.0:
        ahead = (look[0] - x) / length, (look[1] - y) / length
        aside = -ahead[1], ahead[0]
        tip = x + ahead[0] * 17, y + ahead[1] * 17
        base = [(x + ahead[0] * 7 + side * aside[0] * 5, y + ahead[1] * 7 + side * aside[1] * 5) for side in (-1, 1)]
        sheet.path([[tip, *base]], fill=palette.ACCENT, stroke=palette.PAPER, stroke_width=0.8)
    sheet.draw("circle", cx=x, cy=y, r=8.5, fill=palette.ACCENT, stroke=palette.PAPER, stroke_width=1.2)
    sheet.text((x, y), str(stop.number), size=9, fill=palette.PAPER, bold=True)
