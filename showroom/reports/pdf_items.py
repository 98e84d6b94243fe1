"""How does one line of the office's list look on paper? What is asked, what was found, where, by which clause, and empty boxes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, Image, Spacer, Table, TableStyle

from showroom.domain.finding import Binding, Citation, Finding, Outcome
from showroom.domain.review import ChecklistItem
from showroom.domain.text import Text
from showroom.reports import palette, words
from showroom.reports.lines import ALSO, split_findings
from showroom.reports.pdf_marks import Blank, Bookmark, Boxes, Code, Icon, Spot
from showroom.reports.pdf_type import BOLD, paragraph, plain, style
from showroom.reports.places import Places
from showroom.reports.spots import has_spot
from showroom.reports.svg import PlanDrawing

NUMBER, SPOT, AIR = 40.0, 132.0, 10.0
_SAID = {
    "measured": Text.of("实测", "Measured"),
    "required": Text.of("要求", "Required"),
    "margin": Text.of("余量", "Margin"),
    "where": Text.of("位置", "Where"),
    "source": Text.of("依据", "Source"),
    "remedy": Text.of("怎么改", "To mend it"),
    "how": Text.of("怎么查", "How to look"),
    "evidence": Text.of("留证", "Evidence"),
    "on_site": Text.of("现场", "On site"),
    "note": Text.of("备注", "Note"),
    "photo": Text.of("照片编号", "Photo no."),
    "found": Text.of("现场实测", "Measured on site"),
    "judged": Text.of("现场判断", "Judged on site"),
    "yes": Text.of("符合", "Met"),
    "no": Text.of("不符合", "Not met"),
    "given": Text.of("已提交", "Handed in"),
    "lacking": Text.of("缺", "Lacking"),
    "done": Text.of("已办", "Done"),
    "agreed": Text.of("属实", "Agreed"),
    "check": Text.of("需核查", "To be looked at"),
    "advice": Text.of("建议项", "Advice"),
    "mandatory": Text.of("强制项", "Mandatory"),
}


@dataclass(frozen=True)
class Page:
    """What every line of the list needs: language, names of places, width in points, plans by storey, pictures by requirement."""

    language: str
    places: Places
    width: float
    plans: Mapping[str, tuple[PlanDrawing, str]]
    pictures: Mapping[str, bytes]
    codes: Mapping[str, str]
    """What the square code of a row says, by requirement id."""

    def said(self, key: str) -> str:
        """Return a word of the form in the page's language."""
        return _SAID[key].in_(self.language)

    def labelled(self, key: str, sentence: str) -> str:
        """Return a sentence after the word that says what it is."""
        return f"{self.said(key)}：{sentence}" if self.language == "zh_CN" else f"{self.said(key)}: {sentence}"


def item_flowables(item: ChecklistItem, numbers: Sequence[str], page: Page) -> list[Flowable]:
    """Return one line of the list; `numbers` are those of its written findings, as they stand on the plan."""
    mark = Bookmark(f"{item.number} {item.requirement.title.in_(page.language)}", f"item-{item.number}", level=1)
    if item.outcome is Outcome.NOT_APPLICABLE:
        return [mark, _not_addressed(item, page)]
    return [mark, _full(item, numbers, page)]


def _full(item: ChecklistItem, numbers: Sequence[str], page: Page) -> Table:
    requirement, language = item.requirement, page.language
    middle = page.width - NUMBER - SPOT - AIR
    title = [paragraph(requirement.title.in_(language), style(10.5, bold=True), middle + SPOT - 60)]
    title.append(paragraph(requirement.text.in_(language), style(8.2, colour=palette.MUTED), middle + SPOT))
    rows: list[list[object]] = [[paragraph(item.number, style(10.5, bold=True, colour=palette.ACCENT), NUMBER), title, ""]]
    looks: list[tuple[object, ...]] = [
        *plain(top=3, bottom=3), ("SPAN", (1, 0), (2, 0)), ("TOPPADDING", (0, 0), (-1, 0), 7),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, HexColor(palette.HAIRLINE)),
    ]  # fmt: skip
    written, more = split_findings(item)
    for number, finding in zip(numbers, written, strict=True):
        rows.append(_finding_row(item, finding, number if len(written) > 1 else "", page, middle))
        if not rows[-1][2]:
            looks.append(("SPAN", (1, len(rows) - 1), (2, len(rows) - 1)))
    if more:
        also = ALSO.in_(language).format(more)
        rows.append([Icon(Outcome.MET, 4), paragraph(also, style(8.2, colour=palette.MUTED), middle + SPOT), ""])
    rows.append([Code(page.codes[requirement.id], 35), _footing(item, page, middle + SPOT + AIR), ""])
    looks += [("SPAN", (1, len(rows) - 1), (2, len(rows) - 1)), ("BOTTOMPADDING", (0, -1), (-1, -1), 8)]
    return Table(rows, colWidths=[NUMBER, middle + AIR, SPOT], style=TableStyle(looks))


def _not_addressed(item: ChecklistItem, page: Page) -> Table:
    """Return a short row for what these premises are not asked for: why not, and boxes in case the inspector thinks otherwise."""
    colour = palette.OUTCOME[Outcome.NOT_APPLICABLE]
    said = words.OUTCOME[Outcome.NOT_APPLICABLE].in_(page.language)
    verdict = f"{said} · {words.plainly(item.findings[0].text.in_(page.language))}"
    boxes = Boxes([page.said("agreed"), page.said("check")])
    return _short_row(item, [(verdict, style(8.4, colour=colour))], [boxes, Blank(page.said("note"), SPOT)], page)


def paper_row(item: ChecklistItem, page: Page) -> list[Flowable]:
    """Return a line for a paper or a step of the procedure: what it is, its source, and boxes to tick."""
    boxes = Boxes([page.said("given"), page.said("lacking")] if item.requirement.kind == "document" else [page.said("done")])
    text = (item.requirement.text.in_(page.language), style(8, colour=palette.MUTED))
    return [_short_row(item, [text], [boxes, Blank(page.said("note"), SPOT)], page)]


def _short_row(item: ChecklistItem, lines: list[tuple[str, ParagraphStyle]], boxes: list[Flowable], page: Page) -> Table:
    middle = page.width - NUMBER - SPOT - AIR
    title = item.requirement.title.in_(page.language)
    source = _sourced(item.requirement.source.cite(), "", page)
    written = [(title, style(9.5, bold=True)), *lines, (source, style(7, colour=palette.MUTED))]
    body = [paragraph(text, look, middle) for text, look in written]
    number = paragraph(item.number, style(9.5, bold=True, colour=palette.ACCENT), NUMBER)
    marked = [number, Spacer(0, 2), Code(page.codes[item.requirement.id], 32)]
    table = Table([[marked, body, boxes]], colWidths=[NUMBER, middle + AIR, SPOT])
    table.setStyle(TableStyle([*plain(top=5, bottom=6), ("LINEABOVE", (0, 0), (-1, 0), 0.6, HexColor(palette.HAIRLINE))]))
    return table


def _finding_row(item: ChecklistItem, finding: Finding, number: str, page: Page, middle: float) -> list[object]:
    language = page.language
    spot = _spot(finding, page)
    width = middle if spot else middle + SPOT
    colour = palette.OUTCOME[finding.outcome]
    weight = page.said("mandatory" if finding.binding is Binding.MANDATORY else "advice")
    reason = words.REASON[finding.reason].in_(language) if finding.reason else ""
    verdict = " · ".join(part for part in (words.OUTCOME[finding.outcome].in_(language), weight, number, reason) if part)
    body: list[Flowable] = [paragraph(verdict, style(9, bold=True, colour=colour), width)]
    body.append(paragraph(words.plainly(finding.text.in_(language)), style(8.8), width))
    if figures := _figures(finding, page):
        body += [Spacer(0, 2), figures, Spacer(0, 2)]
    small = style(7.4, colour=palette.MUTED)
    if finding.outcome is Outcome.NOT_MET and (remedy := finding.remedy or item.requirement.remedy):
        body.append(paragraph(page.labelled("remedy", remedy.in_(language)), style(8.2), width))
    if finding.affected:
        body.append(paragraph(page.labelled("where", page.places.of(finding)), small, width))
    return [Icon(finding.outcome, 7), body, spot or ""]


def _figures(finding: Finding, page: Page) -> Table | None:
    shown = [
        (page.said("measured"), words.measured(finding, page.language), palette.OUTCOME[finding.outcome]),
        (page.said("required"), words.limit(finding.required, page.language) if finding.required else "", palette.INK),
        (page.said("margin"), words.margin(finding, page.language), palette.OUTCOME[finding.outcome]),
    ]
    shown = [part for part in shown if part[1]]
    if not shown:
        return None
    wide = 76.0
    heads = [paragraph(label, style(6.8, colour=palette.MUTED, leading=1.2), wide) for label, _, _ in shown]
    values = [paragraph(value, style(10, bold=True, colour=colour, leading=1.25), wide) for _, value, colour in shown]
    table = Table([heads, values], colWidths=[wide] * len(shown), hAlign="LEFT")
    ground = HexColor(palette.OUTCOME_TINT[finding.outcome])
    air = [("LEFTPADDING", (0, 0), (-1, -1), 7), ("TOPPADDING", (0, 0), (-1, 0), 3), ("BOTTOMPADDING", (0, 1), (-1, 1), 4)]
    table.setStyle(TableStyle([*plain(), ("BACKGROUND", (0, 0), (-1, -1), ground), *air, ("ROUNDEDCORNERS", [3, 3, 3, 3])]))
    return table


def _spot(finding: Finding, page: Page) -> list[Flowable]:
    plan = page.plans.get(finding.storey or next(iter(page.plans), ""))
    shown: list[Flowable] = []
    if plan and has_spot(finding):
        shown.append(Spot(*plan, finding, SPOT, 78))
    if picture := page.pictures.get(finding.requirement):
        shown += [Spacer(0, 4), Image(io.BytesIO(picture), SPOT, SPOT * 0.6, kind="proportional")]
    return shown


def _footing(item: ChecklistItem, page: Page, width: float) -> list[Flowable]:
    """Return clause, how to look, and the inspector's boxes."""
    requirement, small = item.requirement, style(7.4, colour=palette.MUTED)
    body: list[Flowable] = []
    if requirement.judgement is not None and item.outcome is not Outcome.NOT_APPLICABLE:
        how, evidence = requirement.judgement.how, requirement.judgement.evidence
        if all(finding.text != how for finding in item.findings):
            body.append(paragraph(page.labelled("how", how.in_(page.language)), small, width))
        if evidence is not None:
            body.append(paragraph(page.labelled("evidence", evidence.in_(page.language)), small, width))
    body += [paragraph(_sourced(requirement.source.cite(), requirement.id, page), small, width), Spacer(0, 4)]
    boxes = Boxes([page.said("yes"), page.said("no")])
    lead = float(pdfmetrics.stringWidth(page.said("on_site"), BOLD, 8)) + 18
    found = page.said("found" if any(finding.measured for finding in item.findings) else "judged")
    rest = width - boxes.width - lead - 16
    strip = Table(
        [[paragraph(page.said("on_site"), style(8, bold=True), lead), boxes, Blank(found, rest * 0.42),
          Blank(page.said("photo"), rest * 0.28), Blank(page.said("note"), rest * 0.3 - 12)]],
        colWidths=[lead, boxes.width + 16, rest * 0.42 + 6, rest * 0.28 + 6, rest * 0.3 - 12],
    )  # fmt: skip
    air = [("LEFTPADDING", (0, 0), (0, 0), 7), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("ROUNDEDCORNERS", [3, 3, 3, 3])]
    strip.setStyle(TableStyle([*plain(top=5, bottom=5), ("BACKGROUND", (0, 0), (-1, -1), HexColor("#f5f7f9")), *air]))
    return [*body, strip]


def _sourced(source: Citation, requirement_id: str, page: Page) -> str:
    clause = f"{source.instrument} {source.clause}".strip()
    standing = words.STANDING[source.standing].in_(page.language)
    return page.labelled("source", f"{clause} · {standing}" + (f" · {requirement_id}" if requirement_id else ""))
