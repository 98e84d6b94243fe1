"""How is our type set in a Word file? Styles, fonts for Chinese, cell shades, page numbers: what python-docx leaves to its user.

Every text comes in as a run of its own, never as markup, so nothing of a plan can become a field or a link.
"""

import io
from collections.abc import Sequence
from copy import copy
from datetime import date
from functools import lru_cache

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.font import Font
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from showroom.domain.review import Review
from showroom.reports import palette
from showroom.reports.about import PAGE
from showroom.reports.steady_zip import packed_anew
from showroom.reports.words import clean

LATIN, CHINESE = "Arial", "Microsoft YaHei"
WIDTH_CM = 17.6
"""The width of the type area of an A4 page."""


def rgb(colour: str) -> RGBColor:
    """Return a colour of the palette as Word has it."""
    return RGBColor.from_string(colour.removeprefix("#").upper())


def blank_document(title: str, review: Review, language: str) -> Document:
    """Return an A4 document with our styles and no text."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - WIDTH_CM) / 2)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.8)
    section.header_distance = section.footer_distance = Cm(0.9)
    _style(document, "Normal", 10, palette.INK)
    _style(document, "Title", 24, palette.INK, bold=True, before=0, after=4)
    _style(document, "Subtitle", 13, palette.ACCENT, bold=True, before=0, after=8)
    _style(document, "Heading 1", 14, palette.ACCENT, bold=True, before=16, after=6)
    _style(document, "Heading 2", 11, palette.INK, bold=True, before=8, after=3)
    for name in ("Header", "Footer"):
        _style(document, name, 7.5, palette.MUTED)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, "showroom", "showroom"
    properties.subject, properties.language, properties.comments = clean(review.plan.name), language.replace("_", "-"), ""
    return document


def _style(
    document: Document, name: str, size: float, colour: str, *, bold: bool = False, before: float = 0, after: float = 3
) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold, style.font.italic = LATIN, Pt(size), bold, False
    style.font.color.rgb = rgb(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), LATIN)
    fonts.set(qn("w:eastAsia"), CHINESE)
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15


def written(paragraph: Paragraph, text: str, *, size: float = 0, bold: bool = False, colour: str = "") -> Run:
    """Add text to a paragraph as one run; zero size and no colour are the style's own."""
    run = paragraph.add_run(clean(text))
    if bold or size or colour:
        run._r.insert(0, copy(_type(size, bold=bold, colour=colour)))
    return run


@lru_cache(maxsize=256)
def _type(size: float, *, bold: bool, colour: str) -> BaseOxmlElement:
    """Return the properties of a run; each sort of type is made once, for making them is most of the work of a long list."""
    properties = OxmlElement("w:rPr")
    element = OxmlElement("w:r")
    element.append(properties)
    font = Font(element)
    font.bold = bold or None
    if size:
        font.size = Pt(size)
    if colour:
        font.color.rgb = rgb(colour)
    return properties


def line_in(cell: _Cell, text: str, *, size: float = 9, bold: bool = False, colour: str = "") -> Paragraph:
    """Add a paragraph to a cell, the first one in the paragraph every cell begins with."""
    first: Paragraph = cell.paragraphs[0]
    paragraph = first if not first.runs and len(cell.paragraphs) == 1 else cell.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(1.5)
    written(paragraph, text, size=size, bold=bold, colour=colour)
    return paragraph


def picture_in(cell: _Cell, png: bytes, width_cm: float) -> None:
    """Add a picture to a cell; `saved` numbers it, for the library would look through the whole document for a free number."""
    run = line_in(cell, "").add_run()
    image_id, image = run.part.get_or_add_image(io.BytesIO(png))
    wide, tall = image.scaled_dimensions(Cm(width_cm))
    run._r.add_drawing(CT_Inline.new_pic_inline(0, image_id, image.filename, wide, tall))


def table(document: Document, widths_cm: Sequence[float], *, lined: bool = True) -> Table:
    """Add a table without rows whose columns keep their widths, hairlines between its rows."""
    made: Table = document.add_table(rows=0, cols=len(widths_cm))
    made.autofit = False
    for column, width in zip(made.columns, widths_cm, strict=True):
        column.width = Cm(width)
    properties = made._tbl.tblPr  # python-docx has no borders of tables
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH") if lined else ():
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", palette.HAIRLINE.removeprefix("#"))):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    properties.append(borders)
    return made


def row_of(made: Table, widths_cm: Sequence[float], *, heads: bool = False) -> tuple[_Cell, ...]:
    """Add a row that is not torn between pages; `heads` repeats it on every page."""
    row = made.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    for name in ("cantSplit", "tblHeader") if heads else ("cantSplit",):
        properties.append(OxmlElement(f"w:{name}"))
    for cell, width in zip(row.cells, widths_cm, strict=True):
        cell.width = Cm(width)
    cells: tuple[_Cell, ...] = row.cells
    return cells


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground colour."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.removeprefix("#"))):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def stationery(document: Document, head: str, stamp: str, foot: str, language: str) -> None:
    """Write head and foot of every page: `stamp` beside the page number, `foot` below."""
    section = document.sections[0]
    for part, text in ((section.header, head), (section.footer, stamp)):
        paragraph = part.paragraphs[0]
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
        written(paragraph, text)
    paragraph = section.footer.paragraphs[0]
    before, _, rest = PAGE.in_(language).partition("{page}")
    between, _, after = rest.partition("{total}")
    written(paragraph, f"\t{before}")
    _field(paragraph, "PAGE")
    written(paragraph, between)
    _field(paragraph, "NUMPAGES")
    written(paragraph, after)
    written(section.footer.add_paragraph(style="Footer"), foot)


def _field(paragraph: Paragraph, code: str) -> None:
    run = written(paragraph, "")
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = code
        run._r.append(part)


def saved(document: Document, day: date) -> bytes:
    """Return the document's bytes: same content, same bytes."""
    for number, picture in enumerate(document.element.iter(qn("wp:docPr")), 1):
        picture.set("id", str(number))
    out = io.BytesIO()
    document.save(out)
    return packed_anew(out.getvalue(), day)
