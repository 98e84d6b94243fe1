"""In which letters is a PDF set? The bundled fonts, a small scale of styles, and Chinese lines broken where they may be."""

import io
from functools import cache
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph
from svglib import fonts as svg_fonts
from svglib.svglib import svg2rlg

from showroom import home
from showroom.domain.errors import NotAvailableError, Problem
from showroom.reports import palette
from showroom.reports.sheet import FONT
from showroom.reports.words import pieces

REGULAR, BOLD = "NotoSansSC", "NotoSansSC-Bold"
_FILES = {REGULAR: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-Bold.ttf"}


@cache
def load_fonts() -> None:
    """Register the bundled fonts with reportlab and svglib, once.

    Raises:
        NotAvailableError: a font file is missing.
    """
    for name, file_name in _FILES.items():
        path = home.assets() / "fonts" / file_name
        if not path.is_file():
            raise NotAvailableError(Problem(str(path), "the font for Chinese text is missing", "install the program again"))
        pdfmetrics.registerFont(TTFont(name, str(path)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    svg_fonts.register_font(FONT, weight="normal", rlgFontName=REGULAR, font_path=str(home.assets() / "fonts" / _FILES[REGULAR]))
    svg_fonts.register_font(FONT, weight="bold", rlgFontName=BOLD, font_path=str(home.assets() / "fonts" / _FILES[BOLD]))


def style(size: float, *, bold: bool = False, colour: str = palette.INK, leading: float = 1.42, align: int = 0) -> ParagraphStyle:
    """Return a style, its fonts loaded; `align` is 0 left, 1 middle, 2 right. Raises NotAvailableError as `load_fonts`."""
    load_fonts()
    return ParagraphStyle(
        f"{size}-{bold}-{colour}-{leading}-{align}", fontName=BOLD if bold else REGULAR, fontSize=size, leading=size * leading,
        textColor=HexColor(colour), alignment=align, splitLongWords=1,
    )  # fmt: skip


def paragraph(text: str, look: ParagraphStyle, width: float) -> Paragraph:
    """Return `text` as a paragraph `width` points wide, broken at blanks and between Chinese characters."""
    return Paragraph("<br/>".join(escape(line) for line in lines_of(text, look, width)), look)


def lines_of(text: str, look: ParagraphStyle, width: float) -> list[str]:
    """Return the lines of `text` set in a style within `width` points; a word longer than a line is broken where it must be."""
    lines: list[str] = []
    for written in text.split("\n"):
        line = ""
        for piece in (part for whole in pieces(written) for part in _fitting(whole, look, width)):
            if line and _width(line + piece.rstrip(), look) > width:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return lines


def _fitting(piece: str, look: ParagraphStyle, width: float) -> list[str]:
    if _width(piece.rstrip(), look) <= width:
        return [piece]
    parts = [""]
    for char in piece:
        if parts[-1] and _width(parts[-1] + char, look) > width:
            parts.append("")
        parts[-1] += char
    return parts


def _width(text: str, look: ParagraphStyle) -> float:
    return float(pdfmetrics.stringWidth(text, look.fontName, look.fontSize))


def plain(top: float = 0, bottom: float = 0) -> list[tuple[object, ...]]:
    """Return the look of a table without lines or air of its own, and with no font but ours."""
    return [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), top), ("BOTTOMPADDING", (0, 0), (-1, -1), bottom),
    ]  # fmt: skip


def drawing_of(svg: str, width: float) -> Drawing:
    """Return an SVG picture of ours as a drawing `width` points wide (svglib alone would take a pixel for 0.75 points)."""
    drawing = svg2rlg(io.BytesIO(svg.encode()))
    assert drawing is not None, "svglib reads every SVG that reports.svg writes"
    scale = width / drawing.width
    drawing.scale(scale, scale)
    drawing.initialFontName = REGULAR
    drawing.width, drawing.height = width, drawing.height * scale
    return drawing
