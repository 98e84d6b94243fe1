"""Which papers must be handed in, who issues them, and what do they look like?"""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.reading import Reading, ways_on
from showroom.app.kiosk.sources import source_line
from showroom.app.theme import CAPTION
from showroom.app.widgets.sample_sheet import SampleSheet
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label, panel, row
from showroom.domain.permit import PermitDocument
from showroom.reports.my_list import document_mark

_SMALL, _LARGE = 132, 360


def papers_of(reading: Reading) -> list[QWidget]:
    """Return the papers in the order of the office, each with a drawing of it."""
    return [_paper(reading, number, paper) for number, paper in enumerate(reading.permit.documents, 1)]


def _paper(reading: Reading, number: int, paper: PermitDocument) -> QWidget:
    look, here = reading.look, reading.opened == paper.id
    translate = QCoreApplication.translate
    body = column(label(f"{number}  {reading.says(paper.title)}", "strong"), gap=look.px(8))
    if paper.issuer is not None:
        body.addWidget(label(translate("Papers", "From: {issuer}").format(issuer=reading.says(paper.issuer)), "caption"))
    if paper.sample is not None:
        body.addWidget(label(reading.says(paper.sample), "body" if here else "caption", "" if here else "muted"))
    found = reading.permit.requirement(paper.requirement) if paper.requirement else None
    if found is not None:
        body.addWidget(source_line(look, found.source.cite()))
    enlarge = TouchButton(
        look,
        translate("Papers", "Smaller") if here else translate("Papers", "Enlarge the sample"),
        icon="minus" if here else "search",
        kind="secondary",
        size=CAPTION,
        name=f"{translate('Papers', 'Enlarge the sample')}: {reading.says(paper.title)}",
    )
    enlarge.setObjectName(f"open-{paper.id}")
    enlarge.clicked.connect(lambda: reading.open(None if here else paper.id))
    marks = [document_mark(reading.permit.id, paper.id)]
    ways = ways_on(reading, paper.requirement, marks, reading.says(paper.title))
    ways.layout().addWidget(enlarge)
    body.addWidget(ways)
    body.addStretch(1)
    picture = _Sample(reading, paper, large=here)
    pad = look.px(24)
    stacked = here and (look.portrait or look.large_print or look.narrow)
    line = column(picture, body, gap=look.px(20)) if stacked else row(picture, body, gap=look.px(28))
    line.setContentsMargins(pad, look.px(20), pad, look.px(20))
    line.setAlignment(picture, Qt.AlignmentFlag.AlignHCenter if stacked else Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return panel("raised", line, f"paper-{paper.id}")


class _Sample(QWidget):
    """The drawing of a paper with the word that it is a sample; a tap enlarges it, as the button beside it does."""

    def __init__(self, reading: Reading, paper: PermitDocument, *, large: bool) -> None:
        super().__init__()
        look = reading.look
        title = reading.says(paper.title)
        name = QCoreApplication.translate("Papers", "A drawing of: {paper}").format(paper=title)
        wide = _LARGE if large else _SMALL
        if large and look.large_print:
            wide = 300
        sheet = SampleSheet(look, paper.form, title, wide=wide, name=name)
        words = label(QCoreApplication.translate("Papers", "Sample, drawn"), "caption", "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(sheet.width())
        self.setLayout(column(sheet, words, gap=look.px(6)))
        self._pressed = lambda: reading.open(None if large else paper.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Enlarge or shrink."""
        if self.rect().contains(event.position().toPoint()):
            self._pressed()
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its release comes here."""
        event.accept()
