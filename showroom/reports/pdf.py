"""What does the inspector take along? The office's own list as a PDF, pre-answered, with the plan and empty boxes to fill in.

Every line carries a square code with its key and the plan's hash, so that a photo of the paper says what it belongs to.
"""

from collections.abc import Iterator, Mapping

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table, TableStyle

from showroom.domain.finding import Finding
from showroom.domain.plan import Storey
from showroom.domain.review import ChecklistItem, Review
from showroom.domain.text import Text
from showroom.formats import read_vocabulary
from showroom.reports import palette, words
from showroom.reports.codes import code_text
from showroom.reports.lines import marked_on, numbers_of, split_findings
from showroom.reports.pdf_items import Page, item_flowables, paper_row
from showroom.reports.pdf_marks import Blank, Boxes, Heading, Icon
from showroom.reports.pdf_paper import WIDTH, facts_grid, set_on_paper, storey_forms
from showroom.reports.pdf_type import drawing_of, paragraph, plain, style
from showroom.reports.places import Places
from showroom.reports.svg import PlanDrawing, draw_plan
from showroom.reports.text import verdict_of

TYPE = 7.4
"""Size of the type on plan pages, points."""
_SAID = {
    "title": Text.of("现场核查表", "Site inspection checklist"),
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
}


def checklist_pdf(review: Review, language: str, pictures: Mapping[str, bytes] | None = None, case_number: str = "") -> bytes:
    """Return the checklist as PDF bytes in `language`; `pictures` are PNG or JPEG bytes by requirement id, shown with its findings.

    Raises:
        NotAvailableError: the bundled font is missing.
    """
    plans = storey_forms(review.plan)
    codes = {row.id: code_text(row.id, review, case_number) for row in review.permit.requirements}
    page = Page(language, Places(review.plan, read_vocabulary(), language), WIDTH, plans, pictures or {}, codes)

    def story() -> Iterator[Flowable]:
        yield from _front(review, language, case_number)
        yield from _plan_pages(review, language)
        yield from _list(review, page)
        yield from _signatures(language)

    title = f"{_SAID['title'].in_(language)} · {review.permit.title.in_(language)}"
    foot = _SAID["foot"].in_(language)
    return set_on_paper(review, language, case_number, title=title, foot=foot, plans=plans, story=story())


def _front(review: Review, language: str, case_number: str) -> Iterator[Flowable]:
    """Yield title, facts and the summary panel."""

    def said(key: str) -> str:
        return _SAID[key].in_(language)

    permit = review.permit
    yield paragraph(said("title"), style(24, bold=True, leading=1.3), WIDTH)
    yield paragraph(permit.title.in_(language), style(12.5, colour=palette.ACCENT, bold=True), WIDTH)
    if permit.office is not None:
        yield paragraph(permit.office.in_(language), style(8.2, colour=palette.MUTED), WIDTH)
    yield Spacer(0, 9)
    yield facts_grid(review, language, case_number)
    if not case_number:
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


def _plan_pages(review: Review, language: str) -> Iterator[Flowable]:
    """Yield each storey with the witnesses of what is not simply met, numbered as in the list."""
    for index, storey in enumerate(review.plan.storeys):
        here = marked_on(review, storey.id)
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

    tallest = 350.0 if first else 600.0
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
    return item_flowables(item, numbers_of(item), page)


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
