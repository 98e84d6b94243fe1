"""How does the correction notice look in Word? One page where it can be, numbered, to be signed by both sides."""

from docx.shared import Pt

from showroom.domain.review import Review
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import palette
from showroom.reports.about import facts_of, stamp_of
from showroom.reports.docx import write_facts
from showroom.reports.notice import SAID, details, parts_of
from showroom.reports.spots import Spots, has_spot
from showroom.reports.word_type import WIDTH_CM, blank_document, line_in, picture_in, row_of, saved, stationery, table, written

_COLUMNS = {True: (1.0, 12.6, 4.0), False: (1.0, 16.6)}
"""Number, text and, where places are shown, the spot; centimetres."""


def notice_docx(review: Review, vocabulary: Vocabulary, language: str, case_number: str = "") -> bytes:
    """Return the notice as a Word file in `language`."""

    def said(key: str) -> str:
        return SAID[key].in_(language)

    title = f"{said('title')} · {review.permit.title.in_(language)}"
    document = blank_document(title, review, language)
    stationery(document, title, stamp_of(review, language, case_number), said("foot"), language)
    document.add_paragraph(said("title"), style="Title")
    document.add_paragraph(review.permit.title.in_(language), style="Subtitle")
    write_facts(document, facts_of(review, language, case_number))
    written(document.add_paragraph(), said("intro").format(permit=review.permit.title.in_(language)), size=11)
    parts = parts_of(review, vocabulary, language)
    if not any(part.name == "must" for part in parts):
        written(document.add_paragraph(), said("none"), size=11, bold=True)
    spots, count = Spots(review.plan, vocabulary, language), 0
    for part in parts:
        document.add_heading(f"{said(part.name)} · {len(part.lines)}", 1)
        if part.name == "open":
            written(document.add_paragraph(), said("open_intro"), size=9, colour=palette.MUTED)
        widths = _COLUMNS[part.name != "open"]
        rows = table(document, widths)
        for line in part.lines:
            count += 1
            number, text, *spot = row_of(rows, widths)
            line_in(number, str(count), size=11, bold=True, colour=palette.ACCENT)
            line_in(text, line.title, size=11, bold=True)
            for detail in details(line, language):
                line_in(text, detail, size=9.5)
            if spot and line.finding is not None and has_spot(line.finding):
                picture_in(spot[0], spots.png(line.finding, 1.5, 400), 3.7)
    half = WIDTH_CM / 2
    signs = table(document, (half, half), lined=False)
    for keys in (("stamp", "received"), ("date", "date")):
        for cell, key in zip(row_of(signs, (half, half)), keys, strict=True):
            line_in(cell, f"{said(key)}________________", size=10.5).paragraph_format.space_before = Pt(18)
    return saved(document, review.as_of)
