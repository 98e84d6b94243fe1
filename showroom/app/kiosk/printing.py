"""How does paper come out? PDF pages drawn on the hall's printer, and one word for what came of it; never a dialog.

A newcomer would trust the queue: it takes a job for a printer nobody plugged in, so a sent job is only called sent.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice, QPainter

Printed = Literal["sent", "absent", "stopped"]
"""Sent to the printer's queue; there is no printer; the printer is stopped (jam, no paper, cover open) or refused the job."""
_DOTS = 300
"""Dots an inch the pages are drawn at."""


def print_pdfs(pdfs: Sequence[bytes], title: str, printer_name: str | None) -> Printed:
    """Print the pages of `pdfs` one after the other on the named printer, else on the default one. May be called in any thread."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    found = QPrinterInfo.printerInfo(printer_name) if printer_name else QPrinterInfo.defaultPrinter()
    if found.isNull():
        return "absent"
    stopped = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    if found.state() in stopped:
        return "stopped"
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    return "sent" if draw_pages(pdfs, printer) and printer.printerState() not in stopped else "stopped"


def draw_pages(pdfs: Sequence[bytes], device: "QPagedPaintDevice") -> bool:
    """Draw every page of `pdfs` on an A4 page of `device`; `False` where the device takes none."""
    from PySide6.QtGui import QPageSize, QPainter

    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter()
    if not painter.begin(device):
        return False
    first = True
    for pdf in pdfs:
        first = _draw(pdf, device, painter, first=first)
    return painter.end()


def _draw(pdf: bytes, device: "QPagedPaintDevice", painter: "QPainter", *, first: bool) -> bool:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(buffer)
    for number in range(document.pageCount()):
        if not first:
            device.newPage()
        first = False
        painter.drawImage(painter.viewport(), document.render(number, painter.viewport().size()))
    document.close()
    return first
