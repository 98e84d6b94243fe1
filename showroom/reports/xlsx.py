"""How does the checklist look as a workbook? One row a line, the answers given beforehand locked, the inspector's cells open.

Nothing of a plan can become a formula: every text is written as text, and marked as such where it begins like one. The second
sheet says which plan and permit the list belongs to; reading back relies on it.
"""

import io
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.site_result import ANSWERS, Answer
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import palette, words
from showroom.reports.about import PAGE, facts_of, stamp_of
from showroom.reports.lines import Line, lines_of
from showroom.reports.steady_zip import packed_anew

LIST, ABOUT = "checklist", "about"
HEAD_ROW = 6
"""The row of the column heads; the lines follow below it."""
_TITLE = Text.of("现场核查表", "Site inspection checklist")
_SHEETS = {LIST: Text.of("核查表", "Checklist"), ABOUT: Text.of("本表依据", "What it rests on")}
COLUMNS: dict[str, tuple[Text, float]] = {
    "number": (Text.of("序号", "No."), 7),
    "section": (Text.of("部分", "Section"), 11),
    "title": (Text.of("要求", "Requirement"), 24),
    "verdict": (Text.of("预判", "Found beforehand"), 11),
    "measured": (Text.of("图上", "On the plan"), 11),
    "required": (Text.of("要求值", "Required"), 11),
    "where": (Text.of("位置", "Where"), 17),
    "how": (Text.of("怎么查", "How to look"), 30),
    "source": (Text.of("依据", "Clause"), 20),
    "answer": (Text.of("现场结论", "Found on site"), 11),
    "value": (Text.of("现场实测", "Measured on site"), 10),
    "unit": (Text.of("单位", "Unit"), 6),
    "note": (Text.of("备注", "Note"), 22),
    "photo": (Text.of("照片编号", "Photo no."), 9),
    "weight": (Text.of("性质", "Weight"), 9),
    "text": (Text.of("具体内容", "What is asked"), 40),
    "found": (Text.of("图上看到的", "What the plan says"), 40),
    "evidence": (Text.of("留证", "Evidence"), 24),
    "standing": (Text.of("条文情况", "Standing of the text"), 24),
    "key": (Text.of("编号（勿改）", "Key (leave as it is)"), 30),
}
"""Columns from left to right: name, head, width in characters."""
PRINTED = list(COLUMNS).index("photo") + 1
"""So many columns go on paper; what stands to their right is for the screen."""
OPEN = ("answer", "value", "note", "photo")
"""The columns the inspector fills in; everything else is locked."""
_INTRO = Text.of(
    "白底格由核查人员填写：现场结论从下拉框里选，实测值只写数字。其余各格已锁定。根据图纸自动预判，以现场核查结果为准。",
    "The white cells are yours: choose what you found, write measured values as bare numbers. All other cells are locked. "
    "Judged beforehand from the plan; what is found on site decides.",
)
_FACTS: dict[str, Text] = {
    "format": Text.of("格式", "Format"),
    "permit": Text.of("许可", "Permit"),
    "permit_version": Text.of("要求版本", "Version of the requirements"),
    "plan": Text.of("图纸文件", "Plan file"),
    "plan_sha256": Text.of("图纸校验码", "SHA-256 of the plan"),
    "as_of": Text.of("依据日期", "As of"),
    "case": Text.of("办件编号", "Case number"),
    "inspector": Text.of("核查人员", "Inspector"),
    "day": Text.of("核查日期", "Day of the inspection"),
}
_FACTS_OPEN = ("case", "inspector", "day")
_COLOURS: dict[Answer, Outcome] = {"met": Outcome.MET, "not_met": Outcome.NOT_MET, "not_seen": Outcome.TO_CONFIRM}
_FACE = "Microsoft YaHei"
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HAIR = Side(style="thin", color=palette.HAIRLINE.removeprefix("#"))


def checklist_xlsx(review: Review, vocabulary: Vocabulary, language: str, case_number: str = "") -> bytes:
    """Return the checklist as a workbook in `language`."""
    book = Workbook()
    book.properties.title = _TITLE.in_(language)
    book.properties.creator = "showroom"
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _SHEETS[LIST].in_(language)
    lines = lines_of(review, vocabulary, language)
    _head(sheet, review, language, case_number)
    for row, line in enumerate(lines, HEAD_ROW + 1):
        _line(sheet, row, line)
    _answers(sheet, len(lines), language)
    _paper(sheet, review, len(lines), case_number, language)
    _about(book.create_sheet(_SHEETS[ABOUT].in_(language)), review, language, case_number)
    out = io.BytesIO()
    book.save(out)
    return packed_anew(out.getvalue(), review.as_of)


def put(cell: Cell, value: str | float | None) -> None:
    """Write a value so that no text of a stranger's file is ever taken for a formula."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = words.clean(value)
    if cell.value is not None:
        cell.data_type = "s"
    cell.quotePrefix = value.startswith(_LIKE_A_FORMULA)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _colour(role: str) -> PatternFill:
    return PatternFill("solid", fgColor=role.removeprefix("#"))


def _head(sheet: Worksheet, review: Review, language: str, case_number: str) -> None:
    put(_cell(sheet, 1, 1), f"{_TITLE.in_(language)} · {review.permit.title.in_(language)}")
    sheet.cell(1, 1).font = Font(name=_FACE, size=18, bold=True, color=palette.INK.removeprefix("#"))
    put(_cell(sheet, 2, 1), "   ".join(f"{label} {value}" for label, value in facts_of(review, language, case_number)))
    counts = (f"{words.OUTCOME[outcome].in_(language)} {review.count(outcome)}" for outcome in words.WORST_FIRST)
    put(_cell(sheet, 3, 1), "   ".join(counts))
    put(_cell(sheet, 4, 1), _INTRO.in_(language))
    for row in (2, 3, 4):
        sheet.cell(row, 1).font = Font(name=_FACE, size=10, color=palette.MUTED.removeprefix("#"))
    for column, (name, (head, width)) in enumerate(COLUMNS.items(), 1):
        cell = _cell(sheet, HEAD_ROW, column)
        put(cell, head.in_(language))
        cell.font = Font(name=_FACE, bold=True, color="FFFFFF", size=10)
        cell.fill = _colour(palette.ACCENT)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.column_dimensions[get_column_letter(column)].hidden = name == "key"
    sheet.row_dimensions[HEAD_ROW].height = 30
    sheet.freeze_panes = _cell(sheet, HEAD_ROW + 1, 4)


def _line(sheet: Worksheet, row: int, line: Line) -> None:
    found = "\n".join(part for part in (line.found, line.also) if part)
    values: Mapping[str, str] = {
        "number": line.number, "section": line.section, "title": line.title, "text": line.text,
        "verdict": " · ".join(part for part in (line.verdict, line.reason) if part), "weight": line.weight,
        "measured": line.measured, "required": line.required, "where": line.where, "found": found, "how": line.how,
        "evidence": line.evidence, "source": line.source, "standing": line.standing, "unit": line.unit, "key": line.key,
    }  # fmt: skip
    for column, name in enumerate(COLUMNS, 1):
        cell = _cell(sheet, row, column)
        put(cell, values.get(name) or None)
        cell.font = Font(name=_FACE, size=10, bold=name in ("number", "title"))
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.border = Border(bottom=_HAIR)
        cell.protection = Protection(locked=name not in OPEN or (name == "value" and line.asks != "measure"))
    sheet.row_dimensions[row].height = (
        13.5
        * max(
            len(words.wrap(values.get(name) or "", max(2, int(width) - 1))) for name, (_, width) in list(COLUMNS.items())[:PRINTED]
        )
        + 4
    )  # offices do not fit rows to wrapped text when they open a file
    if line.outcome is not None:
        verdict = _cell(sheet, row, list(COLUMNS).index("verdict") + 1)
        verdict.font = Font(name=_FACE, size=10, bold=True, color=palette.OUTCOME[line.outcome].removeprefix("#"))
        verdict.fill = _colour(palette.OUTCOME_TINT[line.outcome])
    for name in OPEN:
        cell = _cell(sheet, row, list(COLUMNS).index(name) + 1)
        if cell.protection.locked:
            cell.fill = _colour("#eef1f4")


def _answers(sheet: Worksheet, count: int, language: str) -> None:
    """Let the inspector choose what was found from a list, and take only numbers as measured values."""
    first, last = HEAD_ROW + 1, HEAD_ROW + max(1, count)
    said = [text.in_(language) for text in ANSWERS.values()]
    choose = DataValidation(type="list", formula1='"' + ",".join(said) + '"', allow_blank=True, showErrorMessage=True)
    choose.error = " / ".join(said)
    numbers = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True, showErrorMessage=True)
    numbers.error = Text.of("只写数字，例如 0.92", "A bare number, such as 0.92").in_(language)
    for validation, name in ((choose, "answer"), (numbers, "value")):
        letter = get_column_letter(list(COLUMNS).index(name) + 1)
        validation.add(f"{letter}{first}:{letter}{last}")
        sheet.add_data_validation(validation)
    letter = get_column_letter(list(COLUMNS).index("answer") + 1)
    for answer, outcome in _COLOURS.items():
        rule = CellIsRule(operator="equal", formula=[f'"{ANSWERS[answer].in_(language)}"'], fill=_tint(outcome))  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", rule)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(COLUMNS))}{last}"
    sheet.protection.sheet = True
    for allowed in ("autoFilter", "sort", "formatColumns", "formatRows"):
        setattr(sheet.protection, allowed, False)


def _tint(outcome: Outcome) -> PatternFill:
    colour = palette.OUTCOME_TINT[outcome].removeprefix("#")
    return PatternFill("solid", bgColor=colour, fgColor=colour)


def _paper(sheet: Worksheet, review: Review, count: int, case_number: str, language: str) -> None:
    """Set the list up for printing: A4 across, heads on every page, case and plan at the foot."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_area = f"A1:{get_column_letter(PRINTED)}{HEAD_ROW + count}"
    stamp = words.clean(stamp_of(review, language, case_number))
    pages = PAGE.in_(language).format(page="&P", total="&N")
    sheet.oddFooter = HeaderFooterItem(left=_HeaderFooterPart(text=stamp.replace("&", "&&")), right=_HeaderFooterPart(text=pages))


def _about(sheet: Worksheet, review: Review, language: str, case_number: str) -> None:
    """Write what the list rests on; the first column names each fact for the program that reads it back."""
    values = {
        "format": "1", "permit": review.permit.id, "permit_version": review.permit.version.isoformat(),
        "plan": words.plan_file(review.plan.source.path), "plan_sha256": review.plan.source.sha256,
        "as_of": review.as_of.isoformat(), "case": case_number,
    }  # fmt: skip
    for row, (name, label) in enumerate(_FACTS.items(), 1):
        for column, value in enumerate((name, label.in_(language), values.get(name, "")), 1):
            cell = _cell(sheet, row, column)
            put(cell, value or None)
            cell.font = (
                Font(name=_FACE, size=10, color=palette.MUTED.removeprefix("#"))
                if column == 1
                else Font(name=_FACE, size=11, bold=column == 3)
            )
            cell.protection = Protection(locked=not (column == 3 and name in _FACTS_OPEN))
    for letter, width in (("A", 16), ("B", 28), ("C", 70)):
        sheet.column_dimensions[letter].width = width
    sheet.protection.sheet = True
