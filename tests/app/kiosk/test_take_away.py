"""What taking the list home promises: paper, stick and phone, each failure in words, and a visit that ends with thanks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
import zxingcpp
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPdfWriter
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.kiosk.drives import Drive
from showroom.app.kiosk.printing import Printed, draw_pages, print_pdfs
from showroom.app.kiosk.visit import OwnPlan, Rating, Visit
from showroom.reports.my_list import document_mark, requirement_marks

PERMIT = "food-catering"
MARKED = (*requirement_marks(PERMIT, ["fire.door.clear-width"]), document_mark(PERMIT, "application-form"))


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name with the mouse."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"no visible {name}"
    kiosk.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    kiosk.settle()


def told(kiosk: Any) -> str:
    """Return what the message of the page says."""
    kiosk.settle()
    frame = next(w for w in kiosk.window.findChildren(QWidget, "message") if w.isVisible())
    return " ".join(line.text() for line in frame.findChildren(QLabel))


def wait_for(kiosk: Any, *outcomes: str) -> None:
    """Wait until printing or saving has come to one of these ends."""
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.take.told in outcomes, timeout=30_000)


def test_the_list_is_printed_as_it_stands(make_kiosk: Callable[..., Any]) -> None:
    """One press sends the list to the printer the hall named, under its title, and says so."""
    sent: list[tuple[int, str, str | None]] = []

    def printer(pdfs: Sequence[bytes], title: str, name: str | None) -> Printed:
        assert all(pdf.startswith(b"%PDF") for pdf in pdfs)
        sent.append((len(pdfs), title, name))
        return "sent"

    kiosk = make_kiosk(print_pdfs=printer)
    kiosk.around.config = kiosk.around.config.revise(printer="hall-printer")
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-print")
    wait_for(kiosk, "sent")
    assert sent == [(1, "我的清单", "hall-printer")]
    assert "已送往打印机" in told(kiosk)


@pytest.mark.parametrize(("came", "words"), [("absent", "没有连接打印机"), ("stopped", "缺纸或卡纸")])
def test_a_printer_that_cannot_print_is_told_in_words(make_kiosk: Callable[..., Any], came: Printed, words: str) -> None:
    """Absent or jammed: the visitor reads what is wrong and what to do, and may try again or take another way."""
    kiosk = make_kiosk(print_pdfs=lambda *_: came)
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-print")
    wait_for(kiosk, came)
    assert words in told(kiosk)
    assert kiosk.window.findChild(QWidget, "take-print").isEnabled()


@pytest.mark.logs_warnings
def test_a_printer_that_breaks_the_program_does_not(make_kiosk: Callable[..., Any]) -> None:
    """Whatever the printer's driver does, the kiosk answers in words."""

    def broken(*_: object) -> Printed:
        raise OSError("driver")

    kiosk = make_kiosk(print_pdfs=broken)
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-print")
    wait_for(kiosk, "stopped")
    assert "打印机停下了" in told(kiosk)


def test_what_came_of_printing_is_told_on_whatever_page_and_never_to_the_next(make_kiosk: Callable[..., Any]) -> None:
    """Whoever walks on while it prints is not stuck at printing; whoever comes next hears nothing of it."""
    go_on = Event()

    def slow(*_: object) -> Printed:
        go_on.wait(20)
        return "stopped"

    kiosk = make_kiosk(print_pdfs=slow)
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-print")
    press(kiosk, "to-list")
    assert kiosk.visit.take.told == "printing"
    go_on.set()
    wait_for(kiosk, "stopped")
    go_on.clear()
    kiosk.go(page="takeaway")
    press(kiosk, "take-print")
    kiosk.around.holder.reset()
    go_on.set()
    assert kiosk.around.jobs.wait()
    kiosk.settle()
    assert kiosk.visit == Visit()


def test_without_any_printer_the_system_says_absent() -> None:
    """Asking for a printer nobody set up gives the word for it, no dialog and no error."""
    assert print_pdfs([b""], "list", "there-is-no-such-printer") == "absent"


def test_every_page_of_every_paper_is_drawn(qapp: object, tmp_path: Path) -> None:
    """Two papers go out as all their pages, one after the other, none of them blank."""
    from reportlab.pdfgen.canvas import Canvas

    def paper(pages: int) -> bytes:
        canvas = Canvas(None)
        for number in range(pages):
            canvas.rect(100, 100, 200, 200 + number, fill=1)
            canvas.showPage()
        return bytes(canvas.getpdfdata())

    out = tmp_path / "out.pdf"
    device = QPdfWriter(str(out))
    device.setResolution(40)
    assert draw_pages([paper(2), paper(1)], device)
    del device
    pages = PdfReader(out).pages
    assert len(pages) == 3
    assert all(len(page.images) == 1 for page in pages)


def test_the_list_is_saved_beside_what_is_there(kiosk: Any, tmp_path: Path) -> None:
    """The PDF gets a name of its own; a file of that name stays as it was."""
    old = tmp_path / "我的清单-2026-11-23.pdf"
    old.write_bytes(b"old")
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-usb")
    wait_for(kiosk, "saved")
    assert old.read_bytes() == b"old"
    assert (tmp_path / "我的清单-2026-11-23-2.pdf").read_bytes().startswith(b"%PDF")
    assert tmp_path.name in told(kiosk)


def test_without_a_stick_the_visitor_is_asked_for_one(kiosk: Any) -> None:
    """No drive and no folder of the hall: nothing is written, a sentence says what to do."""
    kiosk.around.config = kiosk.around.config.revise(save_folder=None, windowed=False)
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-usb")
    assert "请先插上 U 盘" in told(kiosk)


def test_a_stick_pulled_out_is_told_in_words(kiosk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """When the folder is gone before the file is written, the kiosk says so and stays alive."""
    sticks = (Drive("gone", tmp_path / "gone"),)
    monkeypatch.setattr("showroom.app.kiosk.takeaway_page.places_to_save", lambda _config: sticks)
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-usb")
    wait_for(kiosk, "stick-trouble")
    assert "没能存进去" in told(kiosk)


def test_of_several_sticks_the_visitor_says_which(kiosk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two sticks: nothing is written before one is chosen, and then on that one alone."""
    sticks = tuple(Drive(name, tmp_path / name) for name in ("mine", "yours"))
    for drive in sticks:
        drive.folder.mkdir()
    monkeypatch.setattr("showroom.app.kiosk.takeaway_page.places_to_save", lambda _config: sticks)
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "take-usb")
    assert "哪一个是您的" in told(kiosk)
    press(kiosk, "stick-1")
    wait_for(kiosk, "saved")
    assert "yours" in told(kiosk)
    assert [path.parent.name for path in tmp_path.glob("*/*")] == ["yours"]


def test_a_phone_reads_the_code_off_the_screen(kiosk: Any) -> None:
    """What is painted is decoded: the permit, the day and what was marked, in words."""
    kiosk.go(page="takeaway", marked=MARKED)
    code = kiosk.window.findChild(QWidget, "qr-code")
    picture = code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    dots = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    (found,) = zxingcpp.read_barcodes(np.ascontiguousarray(dots[:, : picture.width()]))
    assert "食品经营许可（餐饮） 2026-11-23" in found.text
    assert "疏散门净宽" in found.text


def test_several_codes_are_turned_like_pages(kiosk: Any) -> None:
    """A long list takes several codes; next and previous go round, and each says which it is."""
    permit = kiosk.around.catalogue.permit(PERMIT)
    kiosk.go(page="takeaway", marked=requirement_marks(PERMIT, [row.id for row in permit.requirements]))
    count = len(kiosk.window.page._codes)
    assert count > 2
    press(kiosk, "code-back")
    assert kiosk.visit.take.code == count - 1
    press(kiosk, "code-next")
    assert kiosk.visit.take.code == 0
    assert kiosk.window.findChild(QWidget, "qr-code").accessibleName() == f"第 1 个码，共 {count} 个"


def test_the_visit_ends_with_a_grade_and_thanks(kiosk: Any) -> None:
    """A good grade is thanked for at once; finishing forgets everything."""
    kiosk.go(page="takeaway", marked=MARKED)
    press(kiosk, "finish")
    press(kiosk, "grade-5")
    assert kiosk.visit.rating == Rating(5, given=True)
    press(kiosk, "rating-finish")
    assert kiosk.visit == Visit()


def test_a_low_grade_is_asked_why_and_may_be_taken_back(kiosk: Any) -> None:
    """Reasons are chosen as chips, none is needed, and nothing is given before it is sent."""
    kiosk.go(page="rating")
    press(kiosk, "grade-1")
    assert not kiosk.visit.rating.given
    press(kiosk, "reason-slow")
    press(kiosk, "reason-small")
    press(kiosk, "reason-slow")
    assert kiosk.visit.rating.reasons == frozenset({"small"})
    press(kiosk, "other-grade")
    assert kiosk.visit.rating == Rating()
    press(kiosk, "grade-2")
    press(kiosk, "send-rating")
    assert kiosk.visit.rating == Rating(2, given=True)


def test_rating_may_be_skipped(kiosk: Any) -> None:
    """Whoever does not want to grade anything presses skip, and the kiosk forgets the visit."""
    kiosk.go(page="rating", marked=MARKED, own=OwnPlan())
    press(kiosk, "skip-rating")
    assert kiosk.visit == Visit()


def test_the_paper_is_large_when_the_screen_is_unless_chosen_otherwise(kiosk: Any) -> None:
    """Large print on the screen is large print on paper; the visitor may choose it alone as well."""
    kiosk.go(page="takeaway", marked=MARKED)
    assert not kiosk.window.page._is_large
    press(kiosk, "paper-large")
    assert kiosk.window.page._is_large
    kiosk.go(comfort=replace(kiosk.visit.comfort, large_print=True), take=replace(kiosk.visit.take, large=None))
    assert kiosk.window.page._is_large
