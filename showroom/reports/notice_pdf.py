"""How does the correction notice look as PDF? The same words as in Word, on the checklist's own paper."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from showroom.domain.review import Review
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import palette
from showroom.reports.lines import Line
from showroom.reports.notice import SAID, details, parts_of
from showroom.reports.pdf_marks import Blank, Heading, Icon, Spot
from showroom.reports.pdf_paper import WIDTH, Plans, facts_grid, set_on_paper, storey_forms
from showroom.reports.pdf_type import paragraph, plain, style
from showroom.reports.spots import has_spot

_NUMBER, _SPOT = 24.0, 128.0


def notice_pdf(review: Review, vocabulary: Vocabulary, language: str, case_number: str = "") -> bytes:
    """Return the notice as PDF bytes in `language`.

    Raises:
        NotAvailableError: the bundled font is missing.
    """
    plans = storey_forms(review.plan)
    title = f"{SAID['title'].in_(language)} · {review.permit.title.in_(language)}"

    def story() -> list[Flowable]:
        return _story(review, vocabulary, language, case_number, plans)

    foot = SAID["foot"].in_(language)
    return set_on_paper(review, language, case_number, title=title, foot=foot, plans=plans, story=story())


def _story(review: Review, vocabulary: Vocabulary, language: str, case_number: str, plans: Plans) -> list[Flowable]:
    def said(key: str) -> str:
        return SAID[key].in_(language)

    permit = review.permit.title.in_(language)
    story: list[Flowable] = [
        paragraph(said("title"), style(24, bold=True, leading=1.3), WIDTH),
        paragraph(permit, style(12.5, colour=palette.ACCENT, bold=True), WIDTH),
        Spacer(0, 8),
        facts_grid(review, language, case_number),
        Spacer(0, 6),
        paragraph(said("intro").format(permit=permit), style(10), WIDTH),
    ]
    parts = parts_of(review, vocabulary, language)
    if not any(part.name == "must" for part in parts):
        story += [Spacer(0, 8), paragraph(said("none"), style(10.5, bold=True), WIDTH)]
    count = 0
    for part in parts:
        story += [Spacer(0, 10)]
        head: list[Flowable] = [Heading(said(part.name), f"part-{part.name}", WIDTH, aside=f"{len(part.lines)}")]
        if part.name == "open":
            head.append(paragraph(said("open_intro"), style(8.6, colour=palette.MUTED), WIDTH))
        for line in part.lines:
            count += 1
            story.append(KeepTogether([*head, _row(line, count, plans if part.name != "open" else {}, language)]))
            head = []
    half = (WIDTH - 24) / 2
    signs = Table(
        [[Blank(said("stamp"), half, 34), Blank(said("received"), half, 34)],
         [Blank(said("date"), half, 26), Blank(said("date"), half, 26)]],
        colWidths=[half + 24, half], style=TableStyle(plain()),
    )  # fmt: skip
    return [*story, Spacer(0, 14), KeepTogether([signs])]


def _row(line: Line, number: int, plans: Plans, language: str) -> Table:
    finding = line.finding
    assert finding is not None
    plan = plans.get(finding.storey or next(iter(plans), ""))
    spot = Spot(*plan, finding, _SPOT, 78) if plan and has_spot(finding) else None
    wide = WIDTH - _NUMBER - (_SPOT + 10 if spot else 0)
    title = Table(
        [[Icon(finding.outcome, 5.5), paragraph(line.title, style(10.5, bold=True), wide - 20)]],
        colWidths=[16, wide - 16], style=TableStyle([*plain(), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]),
    )  # fmt: skip
    body: list[Flowable] = [title, *(paragraph(text, style(8.8), wide) for text in details(line, language))]
    cells = [paragraph(str(number), style(11, bold=True, colour=palette.ACCENT), _NUMBER), body, *([spot] if spot else [])]
    widths = [_NUMBER, wide, *([_SPOT + 10] if spot else [])]
    rule = ("LINEABOVE", (0, 0), (-1, 0), 0.6, HexColor(palette.HAIRLINE))
    return Table([cells], colWidths=widths, style=TableStyle([*plain(top=6, bottom=6), rule]))
