"""The pictures in `docs/pictures/`: the program's own screens and one page of its own checklist, taken from a running window.

Run by `make pictures` under a display (Xvfb will do). A picture belongs into a page only after somebody has looked at it.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget

from showroom import formats, home
from showroom.app.clerk import _open
from showroom.app.clerk.opening import studio
from showroom.app.i18n import Languages
from showroom.app.kiosk.catalogue import Catalogue
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Comfort, Visit, VisitHolder
from showroom.app.kiosk.window import KioskWindow
from showroom.app.kiosk_config import KioskConfig
from showroom.app.theme import font_family
from showroom.app.widgets.stage_widget import StageWidget

NAMES = {"card": "showroom"}
SCENE, PERMIT = "hot-food-shop", "food-catering"
FAULTY = home.scenes() / SCENE / "variants" / "faulty.plan.yaml"


def settle(seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window live for so long, or until what is waited for has come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.01)


def keep(widget: QWidget, path: Path, width: int) -> None:
    """Save what the widget shows as a JPEG of this width."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    save(picture, path, width)


def save(picture: QImage, path: Path, width: int) -> None:
    """Save a picture as a JPEG of this width, finely scaled."""
    rows = picture.bytesPerLine()
    shown = Image.frombuffer("RGB", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "RGB", rows, 1)
    shown.resize((width, round(width * shown.height / shown.width)), Image.Resampling.LANCZOS).save(path, quality=86)
    sys.stderr.write(f"{path}\n")


def kiosk(folder: Path, size: tuple[int, int], language: str, large: bool, suffix: str, pages: tuple[str, ...]) -> None:
    """Take the kiosk's pages at this size and in this language."""
    with tempfile.TemporaryDirectory() as saved:
        config = KioskConfig(language=language, windowed=True, save_folder=Path(saved))
        holder = VisitHolder(Visit(comfort=Comfort(language, large, False)))
        languages = Languages(language)
        window = KioskWindow(Surroundings(config, Catalogue.read(), holder, languages), StageWidget())
        window.resize(*size)
        window.show()
        for page in pages:
            holder.reset()
            show_page(window, holder, page)
            keep(window, folder / f"{NAMES.get(page + suffix, f'kiosk-{page}{suffix}')}.jpg", 1280 if size[0] > size[1] else 600)
        window.close()
        languages.close()
        settle(0.5)


def show_page(window: KioskWindow, holder: VisitHolder, page: str) -> None:
    """Bring the kiosk to a page as a visitor would have it."""
    if page == "permit":
        holder.revise(page="permit", permit_id=PERMIT, part="conditions")
    elif page == "result":
        holder.revise(page="plans", permit_id=PERMIT)
        settle(0.3)
        window.page.take(FAULTY)
        settle(0.3)
        window.page.start()
        settle(60, lambda: holder.visit.page == "result")
    elif page in ("card", "tour", "dollhouse"):
        holder.revise(page="showroom", permit_id=PERMIT, scene_id=SCENE)
        settle(60, lambda: window.page.overlays is not None)
        settle(2)
        if page == "card":
            holder.walk(hotspot="hand-basin" if "hand-basin" in window.page.spots else list(window.page.spots)[2])
        elif page == "tour":
            window.page.guide.act("tour")
        else:
            window.page._choose_view("dollhouse")
    settle(4)


def clerk(folder: Path) -> None:
    """Take the studio with a key point chosen."""
    languages = Languages("zh_CN")
    window = studio(_open(SCENE), StageWidget(), languages)
    window.resize(1920, 1080)
    window.show()
    settle(3)
    window.choose("hood", look=True)
    settle(3)
    keep(window, folder / "studio.jpg", 1200)
    window.close()
    languages.close()


def checklist(folder: Path) -> None:
    """Take the first page of the faulty plan's checklist."""
    from datetime import date

    from showroom import reports
    from showroom.review import review_plan

    application = formats.read_application(FAULTY.with_name("faulty.application.yaml"))
    review = review_plan(FAULTY, formats.read_permit(PERMIT), application, as_of=date(2026, 11, 23))
    with tempfile.TemporaryDirectory() as kept:
        path = Path(kept) / "checklist.pdf"
        reports.write(review, path, reports.Handover("zh_CN"))
        document = QPdfDocument()
        document.load(str(path))
        for number in (0, 1):
            paper = document.pagePointSize(number)
            page = document.render(number, QSize(round(paper.width() * 2), round(paper.height() * 2)))
            sheet = QImage(page.size(), QImage.Format.Format_RGB888)
            sheet.fill(0xFFFFFFFF)
            painter = QPainter(sheet)
            painter.drawImage(0, 0, page)
            painter.end()
            save(sheet, folder / f"checklist-{number + 1}.jpg", 700)
        document.close()


def main() -> None:
    """Take every picture into the folder named (default `docs/pictures`)."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    font_family()
    kiosk(folder, (1920, 1080), "zh_CN", False, "", ("lobby", "permit", "card", "tour", "dollhouse", "result"))
    kiosk(folder, (1080, 1920), "zh_CN", True, "-large", ("lobby", "card"))
    kiosk(folder, (1920, 1080), "en", False, "-en", ("result",))
    clerk(folder)
    checklist(folder)
    application.quit()


if __name__ == "__main__":
    main()
