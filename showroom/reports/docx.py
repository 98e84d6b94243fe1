"""How does the checklist look in Word? The office's lines in tables that can be edited, with the same numbers, words and spots."""

import io
from collections.abc import Mapping

from docx.document import Document
from docx.shared import Cm
from docx.table import Table, _Cell

from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.site_result import ANSWERS
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import palette, words
from showroom.reports.about import facts_of, name_of_premises, stamp_of
from showroom.reports.codes import code_png
from showroom.reports.lines import Line, lines_of, marked_on
from showroom.reports.png import png_of
from showroom.reports.spots import Spots, has_spot
from showroom.reports.svg import draw_plan
from showroom.reports.text import verdict_of
from showroom.reports.word_type import (
    WIDTH_CM,
    blank_document,
    line_in,
    picture_in,
    row_of,
    saved,
    shade,
    stationery,
    table,
    written,
)

_COLUMNS = (1.3, 8.6, 3.6, 4.1)
"""Number, what is asked and found, the spot, on site; centimetres."""
_SPOT, _CODE = 3.3, 1.2
_SAID = {
    "title": Text.of("现场核查表", "Site inspection checklist"),
    "plan_page": Text.of("平面图与问题位置", "Plan and places"),
    "no": Text.of("序号", "No."),
    "asked": Text.of("要求与预判", "What is asked and was found beforehand"),
    "spot": Text.of("位置", "Where"),
    "on_site": Text.of("现场", "On site"),
    "measured": Text.of("图上 {0}，要求 {1}", "On the plan {0}, required {1}"),
    "remedy": Text.of("怎么改：{0}", "To mend it: {0}"),
    "where": Text.of("位置：{0}", "Where: {0}"),
    "how": Text.of("怎么查：{0}", "How to look: {0}"),
    "evidence": Text.of("留证：{0}", "Evidence: {0}"),
    "source": Text.of("依据：{0} · {1}", "Source: {0} · {1}"),
    "value": Text.of("实测：________ {0}", "Measured: ________ {0}"),
    "photo": Text.of("照片：________", "Photo: ________"),
    "note": Text.of("备注：", "Note:"),
    "given": Text.of("已提交", "Handed in"),
    "lacking": Text.of("缺", "Lacking"),
    "done": Text.of("已办", "Done"),
    "result": Text.of("核查结论与签字", "Result and signatures"),
    "results": Text.of("☐ 符合要求    ☐ 需整改后复查    ☐ 不符合要求", "☐ Requirements met    ☐ To be mended    ☐ Not met"),
    "inspector": Text.of("核查人员（两人）：", "Inspectors (two):"),
    "applicant": Text.of("申请人：", "Applicant:"),
    "date": Text.of("日期：", "Date:"),
    "foot": Text.of("根据图纸自动预判，以现场核查结果为准。", "Judged beforehand from the plan; what is found on site decides."),
}
_BOXES: dict[str, tuple[Text, ...]] = {"paper": (_SAID["given"], _SAID["lacking"]), "step": (_SAID["done"],)}


def checklist_docx(
    review: Review, vocabulary: Vocabulary, language: str, case_number: str = "", pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """Return the checklist as a Word file in `language`; `pictures` are PNG or JPEG bytes by requirement id."""
    title = f"{_SAID['title'].in_(language)} · {review.permit.title.in_(language)}"
    document = blank_document(title, review, language)
    head = f"{title} · {name_of_premises(review, language)}"
    stationery(document, head, stamp_of(review, language, case_number), _SAID["foot"].in_(language), language)
    _front(document, review, language, case_number)
    _plans(document, review, vocabulary, language)
    spots = Spots(review.plan, vocabulary, language)
    shown = dict(pictures or {})
    section, rows = "", None
    for line in lines_of(review, vocabulary, language):
        if line.section != section or rows is None:
            section = line.section
            document.add_heading(section, 1)
            rows = _list_table(document, language)
        picture = shown.pop(line.item.requirement.id, None) if line.outcome is Outcome.NOT_MET else None
        _line(rows, line, spots, review, case_number, language, picture)
    _signatures(document, language)
    return saved(document, review.as_of)


def write_facts(document: Document, facts: list[tuple[str, str]]) -> None:
    """Write pairs of label and value in two columns."""
    half = WIDTH_CM / 2
    grid = table(document, (half, half), lined=False)
    for index in range(0, len(facts), 2):
        for cell, (label, value) in zip(row_of(grid, (half, half)), facts[index : index + 2], strict=False):
            line_in(cell, label, size=7.5, colour=palette.MUTED)
            line_in(cell, value, size=10)


def _front(document: Document, review: Review, language: str, case_number: str) -> None:
    document.add_paragraph(_SAID["title"].in_(language), style="Title")
    document.add_paragraph(review.permit.title.in_(language), style="Subtitle")
    write_facts(document, facts_of(review, language, case_number))
    widths = [WIDTH_CM / 5] * 5
    counts = table(document, widths, lined=False)
    for cell, outcome in zip(row_of(counts, widths), words.WORST_FIRST, strict=True):
        shade(cell, palette.OUTCOME_TINT[outcome])
        line_in(cell, f"{review.count(outcome)}", size=20, bold=True, colour=palette.OUTCOME[outcome])
        line_in(cell, f"{words.SYMBOL[outcome]} {words.OUTCOME[outcome].in_(language)}", size=9)
    written(document.add_paragraph(), verdict_of(review, language), size=12, bold=True)


def _plans(document: Document, review: Review, vocabulary: Vocabulary, language: str) -> None:
    for storey in review.plan.storeys:
        here = marked_on(review, storey.id)
        title = _SAID["plan_page"].in_(language) + (f" · {storey.id}" if len(review.plan.storeys) > 1 else "")
        document.add_heading(title, 1)
        drawing = draw_plan(
            review.plan, storey_id=storey.id, findings=[finding for _, finding in here], numbers=[number for number, _ in here],
            language=language, width_px=1000, vocabulary=vocabulary,
        )  # fmt: skip
        wide = min(WIDTH_CM, 17.0 * drawing.sheet.width / drawing.sheet.height)
        document.add_picture(io.BytesIO(png_of(drawing.svg, 1400)), width=Cm(wide))


def _list_table(document: Document, language: str) -> Table:
    rows = table(document, _COLUMNS)
    for cell, key in zip(row_of(rows, _COLUMNS, heads=True), ("no", "asked", "spot", "on_site"), strict=True):
        line_in(cell, _SAID[key].in_(language), size=8, bold=True, colour=palette.MUTED)
    return rows


def _line(rows: Table, line: Line, spots: Spots, review: Review, case_number: str, language: str, picture: bytes | None) -> None:
    def said(key: str, *values: str) -> str:
        return _SAID[key].in_(language).format(*values)

    number, asked, spot, site = row_of(rows, _COLUMNS)
    line_in(number, line.number, size=10, bold=True, colour=palette.ACCENT)
    line_in(asked, line.title, size=10, bold=True)
    line_in(asked, line.text, size=8, colour=palette.MUTED)
    if line.outcome is not None:
        parts = (f"{words.SYMBOL[line.outcome]} {line.verdict}", line.weight, line.reason)
        line_in(asked, " · ".join(part for part in parts if part), bold=True, colour=palette.OUTCOME[line.outcome])
        line_in(asked, line.found)
    small = [
        said("measured", line.measured, line.required) if line.measured and line.required else "",
        said("remedy", line.remedy) if line.remedy else "",
        said("where", line.where) if line.where else "",
        said("how", line.how) if line.how and line.how != line.found and line.outcome is not Outcome.NOT_APPLICABLE else "",
        said("evidence", line.evidence) if line.evidence and line.outcome is not Outcome.NOT_APPLICABLE else "",
        line.also,
        said("source", line.source, line.standing),
    ]
    for text in filter(None, small):
        line_in(asked, text, size=7.5, colour=palette.MUTED)
    if line.finding is not None and has_spot(line.finding):
        picture_in(spot, spots.png(line.finding, 1.5, 330), _SPOT)
    if picture is not None:
        picture_in(spot, picture, _SPOT)
    _site(site, line, language)
    picture_in(site, code_png(line.key, review, case_number), _CODE)


def _site(cell: _Cell, line: Line, language: str) -> None:
    """Write the empty boxes of a line."""
    boxes = _BOXES.get(line.asks, tuple(ANSWERS.values()))
    line_in(cell, " ".join(f"☐\N{NO-BREAK SPACE}{text.in_(language)}" for text in boxes), size=8.5)
    if line.outcome is Outcome.NOT_APPLICABLE:
        return
    if line.asks == "measure":
        line_in(cell, _SAID["value"].in_(language).format(line.unit))
    if line.asks in ("measure", "judge"):
        line_in(cell, _SAID["photo"].in_(language))
    line_in(cell, _SAID["note"].in_(language))


def _signatures(document: Document, language: str) -> None:
    document.add_heading(_SAID["result"].in_(language), 1)
    written(document.add_paragraph(), _SAID["results"].in_(language), size=11)
    half = WIDTH_CM / 2
    grid = table(document, (half, half), lined=False)
    for left, right in (("inspector", "applicant"), ("date", "date")):
        for cell, key in zip(row_of(grid, (half, half)), (left, right), strict=True):
            line_in(cell, f"\n{_SAID[key].in_(language)}________________", size=10)
