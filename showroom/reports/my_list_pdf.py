"""What does the applicant take home on paper? The list as a PDF to tick off: what to change, to prepare and to ask, with figures.

Same list, day and language, same bytes. Large print sets everything half as large again.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph, Spacer, Table, TableStyle

from showroom.domain.finding import Citation, Outcome
from showroom.domain.permit import Permit
from showroom.domain.text import Text
from showroom.reports import palette, words
from showroom.reports.my_list import GROUPS, Entry, Group
from showroom.reports.my_list_text import my_list_text, pieces_of
from showroom.reports.pdf_marks import Bookmark, Code, Icon
from showroom.reports.pdf_type import REGULAR, load_fonts, paragraph, plain, style

SIDE, HEAD, FOOT = 18 * mm, 16 * mm, 16 * mm
WIDTH = A4[0] - 2 * SIDE
LARGE = 1.5
_CODE = 150.0
"""Side of a QR code on paper, points, quiet zone included: about 0.5 mm a module."""
_MOST_PLACES = 8
"""Misses of one requirement that are named one by one."""
_SAID = {
    "title": Text.of("我的清单", "My list"),
    "made": Text.of("{date} 在行政审批样板间整理", "Put together in the approval showroom on {date}"),
    "measured": Text.of("图上量得", "Measured"),
    "required": Text.of("要求", "Required"),
    "places": Text.of("另有 {count} 处", "{count} more places"),
    "issuer": Text.of("由谁出具：{text}", "From: {text}"),
    "source": Text.of("依据：{text}", "Source: {text}"),
    "remedy": Text.of("怎么改：{text}", "To mend it: {text}"),
    "office": Text.of("到哪里办：{text}", "Where to go: {text}"),
    "codes": Text.of("用手机带走", "Take it on your phone"),
    "codes_how": Text.of(
        "用手机扫一扫，清单的文字就在码里，不用上网。",
        "Scan with a phone: the words of the list are in the code itself, no network needed.",
    ),
    "foot": Text.of(
        "根据图纸自动预判，仅供准备时参考；以窗口答复和现场核查为准。",
        "Judged beforehand from the plan, to help you prepare; what the office says and finds on site decides.",
    ),
    "page": Text.of("第 {page} 页，共 {total} 页", "Page {page} of {total}"),
}
_INTRO: dict[Group, Text] = {
    "change": Text.of("动工前改好这几处，可以省一次返工。", "Change these before you build; it saves building twice."),
    "prepare": Text.of("备齐一样，打一个勾。", "Tick each as soon as you have it."),
    "ask": Text.of("递件前到窗口问清楚。", "Ask at the counter before you hand in your papers."),
}


@dataclass(frozen=True)
class _Sheet:
    """In which language and how large the list is set."""

    language: str
    scale: float

    def said(self, key: str, **more: object) -> str:
        return _SAID[key].in_(self.language).format(**more)

    def style(self, size: float, *, bold: bool = False, colour: str = palette.INK, leading: float = 1.42) -> ParagraphStyle:
        return style(size * self.scale, bold=bold, colour=colour, leading=leading)

    def words(self, text: str, size: float, width: float, *, bold: bool = False, colour: str = palette.INK) -> Paragraph:
        return paragraph(text, self.style(size, bold=bold, colour=colour), width)


def my_list_pdf(
    entries: Sequence[Entry], permits: Sequence[Permit], made_on: date, language: str, *, plan: str = "", large: bool = False
) -> bytes:
    """Return the list as PDF bytes; `plan` names the visitor's own plan, `large` sets it in large print.

    Raises:
        NotAvailableError: the bundled font is missing.
    """
    load_fonts()
    sheet = _Sheet(language, LARGE if large else 1.0)
    total = _set(entries, permits, made_on, sheet, plan, total=0)[1]
    return _set(entries, permits, made_on, sheet, plan, total=total)[0]


def _set(
    entries: Sequence[Entry], permits: Sequence[Permit], made_on: date, sheet: _Sheet, plan: str, total: int
) -> tuple[bytes, int]:
    out = io.BytesIO()
    document = BaseDocTemplate(
        out, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE, topMargin=HEAD, bottomMargin=FOOT, invariant=1,
        title=sheet.said("title"), author="", creator="showroom", lang=sheet.language.replace("_", "-"), displayDocTitle=1,
        initialFontName=REGULAR,
    )  # fmt: skip
    frame = Frame(SIDE, FOOT, WIDTH, A4[1] - HEAD - FOOT, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("list", [frame], onPage=_stationery(sheet, total))])
    document.build([*_front(entries, permits, made_on, sheet, plan), *_groups(entries, permits, sheet),
                    *_codes(my_list_text(entries, permits, made_on, sheet.language), sheet)])  # fmt: skip
    return out.getvalue(), document.page


def _stationery(sheet: _Sheet, total: int) -> Callable[[Canvas, BaseDocTemplate], None]:
    def on_page(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFillColor(HexColor(palette.MUTED))
        size = 7.5 * min(sheet.scale, 1.2)
        canvas.setFont(REGULAR, size)
        canvas.drawString(SIDE, FOOT - 17, sheet.said("foot"))
        canvas.drawRightString(A4[0] - SIDE, FOOT - 17, sheet.said("page", page=document.page, total=total))
        canvas.restoreState()

    return on_page


def _front(entries: Sequence[Entry], permits: Sequence[Permit], made_on: date, sheet: _Sheet, plan: str) -> Iterator[Flowable]:
    """Yield title, permits with their offices, and how much is to be done."""
    yield sheet.words(sheet.said("title"), 24, WIDTH, bold=True)
    about = sheet.said("made", date=made_on.isoformat()) + (f"  ·  {plan}" if plan else "")
    yield sheet.words(about, 8.6, WIDTH, colour=palette.MUTED)
    yield Spacer(0, 6 * sheet.scale)
    named = {entry.mark.permit_id for entry in entries}
    for permit in (permit for permit in permits if permit.id in named):
        yield sheet.words(permit.title.in_(sheet.language), 12.5, WIDTH, bold=True, colour=palette.ACCENT)
        if permit.office is not None:
            yield sheet.words(sheet.said("office", text=permit.office.in_(sheet.language)), 8.6, WIDTH, colour=palette.MUTED)
    yield Spacer(0, 10 * sheet.scale)


def _groups(entries: Sequence[Entry], permits: Sequence[Permit], sheet: _Sheet) -> Iterator[Flowable]:
    several = len({entry.mark.permit_id for entry in entries}) > 1
    names = {permit.id: permit.title.in_(sheet.language) for permit in permits} if several else {}
    number = 0
    for group, title in GROUPS.items():
        here = [entry for entry in entries if entry.group == group]
        head = _heading(f"{title.in_(sheet.language)}  {len(here)}", group, _INTRO[group].in_(sheet.language), sheet)
        for at, entry in enumerate(here):
            number += 1
            line = _line(entry, number, names.get(entry.mark.permit_id, ""), sheet)
            yield KeepTogether([*head, line]) if at == 0 else KeepTogether([line])
        if here:
            yield Spacer(0, 12 * sheet.scale)


def _heading(title: str, key: str, intro: str, sheet: _Sheet) -> list[Flowable]:
    bar = Table([["", sheet.words(title, 14, WIDTH - 12, bold=True)]], colWidths=[3.2, WIDTH - 3.2])
    bar.setStyle(
        TableStyle([*plain(), ("BACKGROUND", (0, 0), (0, 0), HexColor(palette.ACCENT)), ("LEFTPADDING", (1, 0), (1, 0), 8)])
    )
    return [
        Bookmark(title, f"group-{key}", 0), bar, Spacer(0, 2),
        sheet.words(intro, 8.6, WIDTH, colour=palette.MUTED), Spacer(0, 4),
    ]  # fmt: skip


def _line(entry: Entry, number: int, permit: str, sheet: _Sheet) -> Table:
    """Return one thing: a box to tick, its number and title, figures, what it says, who issues it, and its source with standing."""
    box, language = 22.0 * sheet.scale, sheet.language
    mark = 20.0 * sheet.scale if entry.outcome is not None else 0.0
    wide = WIDTH - box - mark
    body: list[Flowable] = [sheet.words(f"{number}. {entry.title.in_(language)}", 11, wide, bold=True)]
    if permit:
        body.append(sheet.words(permit, 8, wide, colour=palette.ACCENT))
    if because := entry.open_because(language):
        body.append(sheet.words(because, 9.2, wide, bold=True, colour=palette.OUTCOME[Outcome.TO_CONFIRM]))
    if figures := _figures(entry, sheet):
        body += [Spacer(0, 2), figures, Spacer(0, 2)]
    missed = [finding for finding in entry.findings if entry.group == "change" and finding.outcome is Outcome.NOT_MET]
    body += [sheet.words(f"· {words.plainly(finding.text.in_(language))}", 9.2, wide) for finding in missed[:_MOST_PLACES]]
    if entry.text != entry.title:
        body.append(sheet.words(entry.text.in_(language), 9.2, wide))
    remedy = next((finding.remedy for finding in entry.findings if finding.remedy is not None), None)
    if remedy is not None and entry.group == "change":
        body.append(sheet.words(sheet.said("remedy", text=remedy.in_(language)), 9.2, wide))
    if entry.issuer is not None:
        body.append(sheet.words(sheet.said("issuer", text=entry.issuer.in_(language)), 8.4, wide, colour=palette.MUTED))
    if entry.source is not None:
        body.append(sheet.words(sheet.said("source", text=_cited(entry.source, language)), 7.6, wide, colour=palette.MUTED))
    icon = Icon(entry.outcome, 7 * sheet.scale) if entry.outcome is not None else ""
    table = Table([[_Tick(12 * sheet.scale), icon, body]], colWidths=[box, mark, wide])
    hairline = ("LINEABOVE", (0, 0), (-1, 0), 0.6, HexColor(palette.HAIRLINE))
    table.setStyle(TableStyle([*plain(top=6, bottom=7), hairline]))
    return table


def _figures(entry: Entry, sheet: _Sheet) -> Table | None:
    measured, required = entry.figures(sheet.language)
    if not measured or entry.outcome is None:
        return None
    colour, wide = palette.OUTCOME[entry.outcome], 96.0 * sheet.scale
    more = sum(finding.outcome is entry.outcome for finding in entry.findings) - 1
    cells = [(sheet.said("measured"), measured, colour), (sheet.said("required"), required, palette.INK)]
    if more > 0:
        cells.append((words.OUTCOME[entry.outcome].in_(sheet.language), sheet.said("places", count=more), colour))
    heads = [sheet.words(head, 7, wide - 14, colour=palette.MUTED) for head, _, _ in cells]
    values = [sheet.words(value, 10.5, wide - 14, bold=True, colour=tone) for _, value, tone in cells]
    table = Table([heads, values], colWidths=[wide] * len(cells), hAlign="LEFT")
    ground = ("BACKGROUND", (0, 0), (-1, -1), HexColor(palette.OUTCOME_TINT[entry.outcome]))
    air = [("LEFTPADDING", (0, 0), (-1, -1), 7), ("TOPPADDING", (0, 0), (-1, 0), 3), ("BOTTOMPADDING", (0, 1), (-1, 1), 4)]
    table.setStyle(TableStyle([*plain(), ground, *air, ("ROUNDEDCORNERS", [3, 3, 3, 3])]))
    return table


def _cited(source: Citation, language: str) -> str:
    return f"{source.instrument} {source.clause}".strip() + f" · {words.STANDING[source.standing].in_(language)}"


def _codes(lines: Sequence[str], sheet: _Sheet) -> Iterator[Flowable]:
    """Yield the same list as QR codes, three in a row."""
    pieces = pieces_of(lines, sheet.language) if lines else ()
    if not pieces:
        return
    across = int(WIDTH // (_CODE + 10))
    rows = [pieces[at : at + across] for at in range(0, len(pieces), across)]
    head = _heading(sheet.said("codes"), "codes", sheet.said("codes_how"), sheet)
    for at, row in enumerate(rows):
        cells = [
            [Code(piece, _CODE, quiet=4), sheet.words(piece.split("\n", 1)[0], 8, _CODE, colour=palette.MUTED)] for piece in row
        ]
        table = Table([cells], colWidths=[_CODE + 10] * len(row), hAlign="LEFT", style=TableStyle(plain(bottom=8)))
        yield KeepTogether([*head, table] if at == 0 else [table])


class _Tick(Flowable):  # type: ignore[misc]
    """An empty box to tick."""

    def __init__(self, size: float) -> None:
        super().__init__()
        self.width = self.height = size

    def draw(self) -> None:
        """Draw the box."""
        self.canv.setStrokeColor(HexColor(palette.INK))
        self.canv.setLineWidth(0.9)
        self.canv.rect(0.5, 0, self.width - 1, self.height - 1, stroke=1, fill=0)
