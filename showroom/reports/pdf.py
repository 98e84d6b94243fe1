"""What does the inspector take along? The office's own list as a PDF, pre-answered, with the plan and empty boxes to fill in.

Set twice, because a page says how many there are. Same review and language, same bytes: no clock, no random number goes in.
"""

import io
from collections.abc import Callable, Iterator, Mapping

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageBreak, PageTemplate, Spacer, Table, TableStyle

from showroom.domain.finding import Finding, Outcome
from showroom.domain.plan import Storey
from showroom.domain.review import ChecklistItem, Review
from showroom.domain.text import Text
from showroom.formats import read_vocabulary
from showroom.reports import palette, words
from showroom.reports.outlines import polygon_of
from showroom.reports.pdf_items import Page, item_flowables, paper_row, split_findings
from showroom.reports.pdf_marks import Blank, Boxes, Heading, Icon
from showroom.reports.pdf_type import REGULAR, drawing_of, load_fonts, paragraph, plain, style
from showroom.reports.places import Places
from showroom.reports.svg import PlanDrawing, draw_plan
from showroom.reports.text import verdict_of

SIDE, HEAD, FOOT = 17 * mm, 23 * mm, 16 * mm
WIDTH = A4[0] - 2 * SIDE
TYPE = 7.4
"""Size of the type on plan pages, points."""
_SAID = {
    "title": Text.of("现场核查表", "Site inspection checklist"),
    "premises": Text.of("场所名称", "Premises"),
    "unnamed": Text.of("（未命名）", "(no name)"),
    "plan": Text.of("图纸文件", "Plan file"),
    "hash": Text.of("图纸指纹", "Plan fingerprint"),
    "as_of": Text.of("依据日期", "As of"),
    "area": Text.of("室内面积", "Inner area"),
    "version": Text.of("清单版本", "Version of the list"),
    "case": Text.of("受理编号", "Case no."),
    "intro": Text.of(
        "每一项已按图纸预先判定，并注明量到的数值、要求和位置；请在现场逐项核对，在方框内勾选。",
        "Every line was judged beforehand from the plan: what was measured, what is required, where. Check each on site and tick.",
    ),
    "plan_pages": Text.of("平面图与问题位置", "Plan and places"),
    "legend": Text.of("编号与清单各行一致。", "Numbers are those of the list."),
    "nothing": Text.of("图上没有需要标出的问题。", "Nothing needs to be marked on this plan."),
    "lines": Text.of("项", "lines"),
    "sign": Text.of("核查结论与签字", "Result and signatures"),
    "result": Text.of("核查结论", "Result"),
    "pass": Text.of("符合要求", "Requirements met"),
    "mend": Text.of("需整改后复查", "To be mended and looked at again"),
    "fail": Text.of("不符合要求", "Requirements not met"),
    "remarks": Text.of("整改意见", "What must be mended"),
    "inspector": Text.of("核查人员（两人）", "Inspectors (two)"),
    "applicant": Text.of("申请人", "Applicant"),
    "date": Text.of("日期", "Date"),
    "foot": Text.of(
        "根据图纸自动预判，仅供核查参考，以现场核查结果为准。", "Judged beforehand from the plan; what is found on site decides."
    ),
    "page": Text.of("第 {page} 页，共 {total} 页", "Page {page} of {total}"),
}


def checklist_pdf(review: Review, language: str, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return the checklist as PDF bytes in `language`; `pictures` are PNG or JPEG bytes by requirement id, shown with its findings.

    Raises:
        NotAvailableError: the bundled font is missing.
    """
    load_fonts()
    total = _set(review, language, pictures or {}, total=0)[1]
    return _set(review, language, pictures or {}, total=total)[0]


def _set(review: Review, language: str, pictures: Mapping[str, bytes], total: int) -> tuple[bytes, int]:
    """Set the whole document; return its bytes and how many pages it has."""
    out = io.BytesIO()
    title = f"{_SAID['title'].in_(language)} · {review.permit.title.in_(language)}"
    document = BaseDocTemplate(
        out, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE, topMargin=HEAD, bottomMargin=FOOT, invariant=1, title=title,
        subject=review.plan.name, author="", creator="showroom", lang=language.replace("_", "-"), displayDocTitle=1,
        initialFontName=REGULAR,
    )  # fmt: skip
    plans = {storey.id: (draw_plan(review.plan, storey_id=storey.id, labels=False, width_px=900), f"plan-{index}")
             for index, storey in enumerate(review.plan.storeys)}  # fmt: skip
    frame = Frame(SIDE, FOOT, WIDTH, A4[1] - HEAD - FOOT, 0, 0, 0, 0)
    page = Page(language, Places(review.plan, read_vocabulary(), language), WIDTH, plans, pictures)
    document.addPageTemplates([PageTemplate("list", [frame], onPage=_stationery(review, language, total, plans))])
    document.build([*_front(review, language), *_plan_pages(review, language), *_list(review, page), *_signatures(language)])
    return out.getvalue(), document.page


def _stationery(
    review: Review, language: str, total: int, plans: Mapping[str, tuple[PlanDrawing, str]]
) -> Callable[[Canvas, BaseDocTemplate], None]:
    """Return what draws head and foot of every page, and on the first the plans as forms that thumbnails show parts of."""

    def said(key: str) -> str:
        return _SAID[key].in_(language)

    def on_page(canvas: Canvas, document: BaseDocTemplate) -> None:
        if document.page == 1:
            for drawing, form in plans.values():
                canvas.beginForm(form, 0, 0, drawing.sheet.width, drawing.sheet.height)
                renderPDF.draw(drawing_of(drawing.svg, drawing.sheet.width), canvas, 0, 0)
                canvas.endForm()
        canvas.saveState()
        top = A4[1] - HEAD + 9
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(REGULAR, 7.5)
        name = review.plan.name or words.plan_file(review.plan.source.path)
        canvas.drawString(SIDE, top + 12, f"{review.permit.title.in_(language)}  ·  {name}")
        stamp = f"{said('as_of')} {review.as_of.isoformat()}"
        if review.plan.source.sha256:
            stamp += f"  ·  SHA-256 {review.plan.source.sha256[:12]}"
        canvas.drawRightString(A4[0] - SIDE, top + 12, stamp)
        canvas.setStrokeColor(HexColor(palette.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(SIDE, top + 5, A4[0] - SIDE, top + 5)
        canvas.drawString(SIDE, FOOT - 17, said("foot"))
        canvas.drawRightString(A4[0] - SIDE, FOOT - 17, said("page").format(page=document.page, total=total))
        canvas.restoreState()

    return on_page


def _front(review: Review, language: str) -> Iterator[Flowable]:
    """Yield title, facts and the summary panel."""

    def said(key: str) -> str:
        return _SAID[key].in_(language)

    plan, permit = review.plan, review.permit
    yield paragraph(said("title"), style(24, bold=True, leading=1.3), WIDTH)
    yield paragraph(permit.title.in_(language), style(12.5, colour=palette.ACCENT, bold=True), WIDTH)
    if permit.office is not None:
        yield paragraph(permit.office.in_(language), style(8.2, colour=palette.MUTED), WIDTH)
    yield Spacer(0, 9)
    area = sum(polygon_of(space).area for space in plan.spaces if space.use != "outdoor")
    facts = (
        ("premises", plan.name or said("unnamed")),
        ("plan", words.plan_file(plan.source.path) or "—"),
        ("area", f"{words.number(area, 'm²')} m²"),
        ("hash", plan.source.sha256[:16] or "—"),
        ("as_of", review.as_of.isoformat()),
        ("version", f"{permit.id} {permit.version.isoformat()}"),
    )
    column = WIDTH / 2
    cells = [
        [paragraph(said(key), style(7.2, colour=palette.MUTED, leading=1.25), column - 12),
         paragraph(value, style(9.6, bold=key == "premises"), column - 12)]
        for key, value in facts
    ]  # fmt: skip
    grid = Table([cells[index : index + 2] for index in range(0, len(cells), 2)], colWidths=[column, column])
    grid.setStyle(TableStyle(plain(top=3, bottom=5)))
    yield grid
    yield Blank(said("case"), WIDTH, 16)
    yield Spacer(0, 12)
    yield _summary(review, language)
    yield Spacer(0, 8)
    yield paragraph(verdict_of(review, language), style(11.5, bold=True), WIDTH)
    yield paragraph(said("intro"), style(8.6, colour=palette.MUTED), WIDTH)
    yield Spacer(0, 10)


def _summary(review: Review, language: str) -> Table:
    """Return the five outcomes as tiles with icon, number and word."""
    wide = WIDTH / 5
    cells = []
    for outcome in words.WORST_FIRST:
        colour = palette.OUTCOME[outcome]
        tile = Table(
            [[Icon(outcome, 8), paragraph(f"{review.count(outcome)}", style(20, bold=True, colour=colour, leading=1.1), 50)],
             [paragraph(words.OUTCOME[outcome].in_(language), style(8.6), wide - 22), ""]],
            colWidths=[24, wide - 46],
        )  # fmt: skip
        tile.setStyle(TableStyle([*plain(), ("SPAN", (0, 1), (1, 1)), ("VALIGN", (0, 0), (-1, 0), "MIDDLE")]))
        cells.append(tile)
    panel = Table([cells], colWidths=[wide] * 5)
    looks = [
        ("BACKGROUND", (column, 0), (column, 0), HexColor(palette.OUTCOME_TINT[o])) for column, o in enumerate(words.WORST_FIRST)
    ]
    gaps = [("LINEAFTER", (column, 0), (column, 0), 4, HexColor(palette.PAPER)) for column in range(4)]
    air = [("LEFTPADDING", (0, 0), (-1, -1), 10), ("TOPPADDING", (0, 0), (-1, -1), 9), ("BOTTOMPADDING", (0, 0), (-1, -1), 8)]
    panel.setStyle(TableStyle([*plain(), *looks, *gaps, *air]))
    return panel


def _numbers(item: ChecklistItem) -> list[str]:
    """Return the number of each written finding: the line's own, with a letter where it has several."""
    written, _ = split_findings(item)
    if len(written) == 1:
        return [item.number]
    return [item.number + _letters(index) for index in range(len(written))]


def _letters(index: int) -> str:
    """Return a, b, … z, aa, ab, … for 0, 1, …."""
    return (_letters(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def _plan_pages(review: Review, language: str) -> Iterator[Flowable]:
    """Yield each storey with the witnesses of what is not simply met, numbered as in the list."""
    marked: list[tuple[str, Finding]] = [
        (number, finding)
        for section in review.checklist.sections
        for item in section.items
        for number, finding in zip(_numbers(item), split_findings(item)[0], strict=True)
        if finding.outcome not in (Outcome.MET, Outcome.NOT_APPLICABLE) and finding.geometry is not None
    ]
    for index, storey in enumerate(review.plan.storeys):
        here = [(number, finding) for number, finding in marked if finding.storey in (storey.id, None)]
        yield KeepTogether(_plan_page(review, storey, here, language, first=index == 0))
    yield PageBreak()


def _plan_page(review: Review, storey: Storey, marked: list[tuple[str, Finding]], language: str, *, first: bool) -> list[Flowable]:
    title = _SAID["plan_pages"].in_(language) + (f" · {storey.id}" if len(review.plan.storeys) > 1 else "")
    numbers, findings = [number for number, _ in marked], [finding for _, finding in marked]

    def drawn(height: float | None) -> PlanDrawing:
        return draw_plan(
            review.plan, storey_id=storey.id, findings=findings, numbers=numbers, language=language,
            width_px=WIDTH, height_px=height, type_px=TYPE,
        )  # fmt: skip

    tallest = 400.0 if first else 600.0
    drawing = drawn(None)
    if drawing.sheet.height > tallest:
        drawing = drawn(tallest)
    picture = drawing_of(drawing.svg, WIDTH)
    picture.hAlign = "CENTER"
    says = _SAID["legend" if marked else "nothing"].in_(language)
    return [Heading(title, f"plan-page-{storey.id}", WIDTH, aside=says), picture, Spacer(0, 6)]


def _list(review: Review, page: Page) -> Iterator[Flowable]:
    """Yield the office's sections in order, each line with its findings or as a paper to hand in."""
    for section in review.checklist.sections:
        if not section.items:
            continue
        head = Heading(
            section.section.title.in_(page.language), f"section-{section.section.id}", WIDTH,
            aside=f"{len(section.items)} {_SAID['lines'].in_(page.language)}",
        )  # fmt: skip
        blocks = [_block(item, page) for item in section.items]
        first = [head, Spacer(0, 2), *blocks[0]]
        yield from [KeepTogether(first)] if _short(section.items[0]) else first
        for item, block in zip(section.items[1:], blocks[1:], strict=True):
            yield from [KeepTogether(block)] if _short(item) else block
        yield Spacer(0, 12)


def _block(item: ChecklistItem, page: Page) -> list[Flowable]:
    if item.requirement.kind in ("document", "procedure") and not item.findings:
        return paper_row(item, page)
    return item_flowables(item, _numbers(item), page)


def _short(item: ChecklistItem) -> bool:
    """Tell whether a line fits on one page for certain, and is therefore not torn."""
    return len(split_findings(item)[0]) <= 3


def _signatures(language: str) -> Iterator[Flowable]:
    def said(key: str) -> str:
        return _SAID[key].in_(language)

    half = (WIDTH - 24) / 2
    names = Table(
        [[Blank(said("inspector"), half, 30), Blank(said("applicant"), half, 30)],
         [Blank(said("date"), half, 26), Blank(said("date"), half, 26)]],
        colWidths=[half + 24, half],
    )  # fmt: skip
    names.setStyle(TableStyle(plain()))
    yield KeepTogether(
        [
            Heading(said("sign"), "signatures", WIDTH),
            Spacer(0, 6),
            paragraph(said("result"), style(9, bold=True), WIDTH),
            Spacer(0, 3),
            Boxes([said("pass"), said("mend"), said("fail")], size=10, gap=26),
            Spacer(0, 8),
            Blank(said("remarks"), WIDTH, 22),
            Blank("", WIDTH, 22),
            Blank("", WIDTH, 22),
            names,
        ]
    )
