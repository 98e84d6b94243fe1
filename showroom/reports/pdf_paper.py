"""On what paper is a PDF set? A4 with our head and foot, the facts of the case, and the storeys that small pictures show parts of.

Every page says how many there are: the number is drawn once, after the last page, as a form that all of them show. Same content,
same bytes: no clock, no random number goes in.
"""

import io
from collections.abc import Callable, Iterable, Mapping

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Table, TableStyle

from showroom.domain.plan import Plan
from showroom.domain.review import Review
from showroom.reports import palette
from showroom.reports.about import PAGE, facts_of, name_of_premises, stamp_of
from showroom.reports.pdf_type import REGULAR, drawing_of, load_fonts, paragraph, plain, style
from showroom.reports.svg import PlanDrawing, draw_plan

SIDE, HEAD, FOOT = 17 * mm, 23 * mm, 16 * mm
WIDTH = A4[0] - 2 * SIDE
_TOTAL, _TAIL, _SIZE = "pages-in-all", 44.0, 7.5
"""The form with the number of pages, the room for it, and the size of its type, points."""
Plans = Mapping[str, tuple[PlanDrawing, str]]
"""Of each storey its drawing, and the name under which the document holds it once."""


def storey_forms(plan: Plan) -> Plans:
    """Return every storey of a plan, drawn without names, for the small pictures."""
    return {
        storey.id: (draw_plan(plan, storey_id=storey.id, labels=False, width_px=900), f"plan-{index}")
        for index, storey in enumerate(plan.storeys)
    }


def set_on_paper(
    review: Review, language: str, case_number: str, *, title: str, foot: str, plans: Plans, story: Iterable[Flowable]
) -> bytes:
    """Return a document's bytes; `story` are its flowables, `foot` stands below every page.

    Raises:
        NotAvailableError: the bundled font is missing.
    """
    load_fonts()
    out = io.BytesIO()
    document = BaseDocTemplate(
        out, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE, topMargin=HEAD, bottomMargin=FOOT, invariant=1, title=title,
        subject=review.plan.name, author="", creator="showroom", lang=language.replace("_", "-"), displayDocTitle=1,
        initialFontName=REGULAR,
    )  # fmt: skip
    frame = Frame(SIDE, FOOT, WIDTH, A4[1] - HEAD - FOOT, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("page", [frame], onPage=_stationery(review, language, case_number, foot, plans))])
    document.build([*story, Counted(PAGE.in_(language))])
    return out.getvalue()


class Counted(Flowable):  # type: ignore[misc]
    """The end of a document: what draws the number of pages for all of them. Takes no room."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Draw the words after the page's own number."""
        canvas = self.canv
        after = self.words.partition("{page}")[2].format(total=canvas.getPageNumber())
        canvas.beginForm(_TOTAL, 0, -4, _TAIL, 12)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(REGULAR, _SIZE)
        canvas.drawString(0, 0, after)
        canvas.endForm()


def facts_grid(review: Review, language: str, case_number: str) -> Table:
    """Return the facts of the case in two columns."""
    column = WIDTH / 2
    cells = [
        [paragraph(label, style(7.2, colour=palette.MUTED, leading=1.25), column - 12),
         paragraph(value, style(9.6, bold=index == 0), column - 12)]
        for index, (label, value) in enumerate(facts_of(review, language, case_number))
    ]  # fmt: skip
    if len(cells) % 2:
        cells.append([])
    grid = Table([cells[index : index + 2] for index in range(0, len(cells), 2)], colWidths=[column, column])
    grid.setStyle(TableStyle(plain(top=3, bottom=5)))
    return grid


def _stationery(
    review: Review, language: str, case_number: str, foot: str, plans: Plans
) -> Callable[[Canvas, BaseDocTemplate], None]:
    """Return what draws head and foot of every page, and on the first the storeys as forms."""

    def on_page(canvas: Canvas, document: BaseDocTemplate) -> None:
        if document.page == 1:
            for drawing, form in plans.values():
                canvas.beginForm(form, 0, 0, drawing.sheet.width, drawing.sheet.height)
                renderPDF.draw(drawing_of(drawing.svg, drawing.sheet.width), canvas, 0, 0)
                canvas.endForm()
        canvas.saveState()
        top = A4[1] - HEAD + 9
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(REGULAR, _SIZE)
        canvas.drawString(SIDE, top + 12, f"{review.permit.title.in_(language)}  ·  {name_of_premises(review, language)}")
        canvas.drawRightString(A4[0] - SIDE, top + 12, stamp_of(review, language, case_number))
        canvas.setStrokeColor(HexColor(palette.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(SIDE, top + 5, A4[0] - SIDE, top + 5)
        canvas.drawString(SIDE, FOOT - 17, foot)
        canvas.drawRightString(A4[0] - SIDE - _TAIL, FOOT - 17, PAGE.in_(language).partition("{page}")[0] + str(document.page))
        canvas.saveState()
        canvas.translate(A4[0] - SIDE - _TAIL, FOOT - 17)
        canvas.doForm(_TOTAL)
        canvas.restoreState()
        canvas.restoreState()

    return on_page
