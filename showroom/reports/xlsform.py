"""How does the list become a form for field collectors (ODK and its kin)? An XLSForm in both languages, with the plan as a map.

One group a section, and for every line: what was promised, what is found, a value, the rooms concerned (touched on the plan), a
photo taken there and then, a remark. Names of fields follow from the line's number; a hidden field beside each holds its key.
"""

import io
import re
from collections.abc import Iterator, Mapping

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from showroom.domain.review import Review
from showroom.domain.site_result import ANSWERS
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.formats.svg_writer import svg_of
from showroom.reports import words
from showroom.reports.labels import name_of
from showroom.reports.lines import Line, is_open, lines_of
from showroom.reports.steady_zip import packed_anew
from showroom.reports.xlsx import put

PLAN = "plan.svg"
LANGUAGES = {"zh_CN": "中文 (zh)", "en": "English (en)"}
_SAID = {
    "title": Text.of("现场核查", "Site inspection"),
    "case": Text.of("受理编号", "Case number"),
    "inspector": Text.of("核查人员（两人）", "Inspectors (two)"),
    "answer": Text.of("现场结论", "Found on site"),
    "value": Text.of("现场实测（{0}）", "Measured on site ({0})"),
    "value_bad": Text.of("请写不小于 0 的数字", "A number, 0 or more"),
    "rooms": Text.of("在平面图上点出是哪里", "Touch the rooms on the plan"),
    "photo": Text.of("现场拍照：{0}", "Take a photo: {0}"),
    "note": Text.of("备注", "Note"),
    "signature": Text.of("签名", "Signature"),
}
_COLUMNS = ("type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "appearance", "parameters",
            "calculation", "default", "media::image")  # fmt: skip
_BY_LANGUAGE = ("label", "hint", "constraint_message", "media::image")
Row = Mapping[str, str | Text]


def field_form(review: Review, vocabulary: Vocabulary, language: str, case_number: str = "") -> bytes:
    """Return the form as the bytes of an XLSForm workbook; `language` is the one it opens in."""
    book = Workbook()
    book.properties.title = _SAID["title"].in_(language)
    book.properties.creator = "showroom"
    survey = book.active
    assert isinstance(survey, Worksheet)
    survey.title = "survey"
    _write(survey, _COLUMNS, _survey(review, vocabulary, case_number))
    _write(book.create_sheet("choices"), ("list_name", "name", "label"), _choices(review, vocabulary))
    sha = review.plan.source.sha256[:12]
    settings: Row = {
        "form_title": f"{_SAID['title'].in_(language)} · {review.permit.title.in_(language)}",
        "form_id": f"showroom-{review.permit.id}-{sha}", "version": review.as_of.strftime("%Y%m%d01"),
        "default_language": LANGUAGES.get(language, LANGUAGES["zh_CN"]), "style": "pages",
    }  # fmt: skip
    _write(book.create_sheet("settings"), tuple(settings), [settings])
    out = io.BytesIO()
    book.save(out)
    return packed_anew(out.getvalue(), review.as_of)


def media(review: Review, language: str) -> dict[str, bytes]:  # noqa: ARG001 - the drawing has the plan's own names
    """Return the files the form shows, by name: the plan whose rooms can be touched."""
    return {PLAN: svg_of(review.plan)}


def field_name(line: Line) -> str:
    """Return the name of a line's group: `line_2_3a`."""
    return "line_" + re.sub(r"[^0-9a-z]", "_", line.number)


def _survey(review: Review, vocabulary: Vocabulary, case_number: str) -> Iterator[Row]:
    for name in ("start", "end", "today", "deviceid"):
        yield {"type": name, "name": name}
    yield {"type": "audit", "name": "audit", "parameters": "track-changes=true"}
    fixed = {
        "permit": review.permit.id, "permit_version": review.permit.version.isoformat(), "plan_sha256": review.plan.source.sha256,
        "as_of": review.as_of.isoformat(),
    }  # fmt: skip
    yield from ({"type": "calculate", "name": name, "calculation": _literal(value)} for name, value in fixed.items())
    yield {"type": "begin_group", "name": "about", "label": review.permit.title, "appearance": "field-list"}
    yield {"type": "text", "name": "case", "label": _SAID["case"], "default": words.clean(case_number)}
    yield {"type": "text", "name": "inspector", "label": _SAID["inspector"], "required": "yes"}
    yield {"type": "end_group", "name": "about"}
    chinese, english = (lines_of(review, vocabulary, language) for language in LANGUAGES)
    section = ""
    for line, other in zip(chinese, english, strict=True):
        if line.section != section:
            if section:
                yield {"type": "end_group"}
            section = line.section
            yield {"type": "begin_group", "name": f"section_{line.item.number.split('.')[0]}",
                   "label": Text.of(line.section, other.section)}  # fmt: skip
        yield from _fields(line, other)
    if section:
        yield {"type": "end_group"}
    yield {"type": "image", "name": "signature", "label": _SAID["signature"], "appearance": "signature",
           "parameters": "max-pixels=1200"}  # fmt: skip


def _fields(line: Line, other: Line) -> Iterator[Row]:
    """Yield the rows of one line; `other` is the same line in English."""
    name = field_name(line)
    head = Text.of(*(f"{one.number} {one.title}" for one in (line, other)))
    told = Text.of(*(_promised(one) for one in (line, other)))
    yield {"type": "begin_group", "name": name, "label": head, "appearance": "field-list"}
    yield {"type": "note", "name": f"{name}_promised", "label": told, "hint": Text.of(line.how, other.how)}
    yield {"type": "calculate", "name": f"{name}_key", "calculation": _literal(line.key)}
    required = "yes" if is_open(line) else ""
    yield {"type": "select_one answers", "name": f"{name}_answer", "label": _SAID["answer"], "required": required}
    if line.asks == "measure":
        unit = line.unit or "×"
        yield {
            "type": "decimal", "name": f"{name}_value", "label": _filled("value", unit, unit), "constraint": ". >= 0",
            "constraint_message": _SAID["value_bad"],
        }  # fmt: skip
    if line.asks in ("measure", "judge"):
        missed = f"${{{name}_answer}} = 'not_met'"
        yield {
            "type": "select_multiple rooms", "name": f"{name}_rooms", "label": _SAID["rooms"], "relevant": missed,
            "appearance": "image-map", "media::image": Text.of(PLAN, PLAN),
        }  # fmt: skip
        yield {
            "type": "image", "name": f"{name}_photo", "label": _filled("photo", line.evidence or "—", other.evidence or "—"),
            "appearance": "new annotate", "parameters": "max-pixels=1600",
        }  # fmt: skip
    yield {"type": "text", "name": f"{name}_note", "label": _SAID["note"], "appearance": "multiline"}
    yield {"type": "end_group", "name": name}


def _promised(line: Line) -> str:
    parts = [line.text, " · ".join(part for part in (line.verdict, line.found) if part), line.where, line.source]
    return "\n\n".join(part for part in parts if part)


def _filled(key: str, chinese: str, english: str) -> Text:
    said = _SAID[key]
    return Text.of(said.in_("zh_CN").format(chinese), said.in_("en").format(english))


def _literal(value: str) -> str:
    """Return a string as XPath writes it; a quote mark in it cannot end it."""
    if "'" not in value:
        return f"'{value}'"
    parts = ', "\'", '.join(f"'{part}'" for part in value.split("'"))
    return f"concat({parts})"


def _choices(review: Review, vocabulary: Vocabulary) -> Iterator[Row]:
    for answer, text in ANSWERS.items():
        yield {"list_name": "answers", "name": answer, "label": text}
    for space in review.plan.spaces:
        if not re.search(r"\s", space.id):
            names = (name_of(space, vocabulary, language) for language in LANGUAGES)
            yield {"list_name": "rooms", "name": space.id, "label": Text.of(*names)}


def _write(sheet: Worksheet, columns: tuple[str, ...], rows: Iterator[Row] | list[Row]) -> None:
    heads: list[tuple[str, str]] = []
    for name in columns:
        heads += [(name, language) for language in LANGUAGES] if name in _BY_LANGUAGE else [(name, "")]
    for column, (name, language) in enumerate(heads, 1):
        put(sheet.cell(1, column), f"{name}::{LANGUAGES[language]}" if language else name)  # type: ignore[arg-type]
    for index, row in enumerate(rows, 2):
        for column, (name, language) in enumerate(heads, 1):
            value = row.get(name)
            said = value.in_(language or "zh_CN") if isinstance(value, Text) else value
            if said:
                put(sheet.cell(index, column), _escaped(said) if name in ("label", "hint") else said)  # type: ignore[arg-type]


def _escaped(label: str) -> str:
    """Return a label in which nothing of a plan can name a field: `${` begins one in these forms."""
    return label.replace("${", "$ {")
