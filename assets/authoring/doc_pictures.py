"""The pictures in `docs/pictures/`: the kiosk's screens, the studio, its requirements, and first pages of the program's own papers.

Run by `make pictures` under a display (Xvfb will do). A picture belongs into a page only after somebody has looked at it.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from screens import FAULTY, LOOKS, PERMIT, SCENE, SCREENS, keep, save, settle, take, told

from showroom import formats
from showroom.app.clerk import _open
from showroom.app.clerk.desk import desk_look
from showroom.app.clerk.opening import studio
from showroom.app.clerk.register_opening import take_in_hand
from showroom.app.clerk.register_window import RegisterWindow
from showroom.app.i18n import Languages
from showroom.app.theme import font_family
from showroom.app.widgets.stage_widget import StageWidget

PICTURES = {
    "kiosk-lobby": ("lobby", "zh"),
    "kiosk-search": ("search", "zh"),
    "kiosk-permit": ("permit", "zh"),
    "showroom": ("card", "zh"),
    "kiosk-card-large": ("card", "large"),
    "kiosk-tour": ("tour", "zh"),
    "kiosk-quiz": ("quiz-answer", "zh"),
    "kiosk-dollhouse": ("dollhouse", "zh"),
    "kiosk-wheelchair": ("wheelchair", "zh"),
    "kiosk-result": ("result", "zh"),
    "kiosk-result-en": ("result", "en"),
    "kiosk-take-away": ("take-away", "zh"),
}
"""File -> screen and look, as `screens.py` names them."""
PAPERS = {"checklist": 2, "notice": 1, "shots": 1}
"""So many first pages of each paper."""
_WIDE, _NARROW = 1280, 600


def kiosk(folder: Path) -> list[str]:
    """Take the kiosk's pictures into `folder`; return what could not be reached."""
    lost = []
    with tempfile.TemporaryDirectory() as taken:
        for name, look in LOOKS.items():
            wanted = {screen: file for file, (screen, of_look) in PICTURES.items() if of_look == name}
            screens = tuple(screen for screen in SCREENS if screen.name in wanted)
            if screens:
                width = _WIDE if look.size[0] > look.size[1] else _NARROW
                lost += take(Path(taken), name, look, screens, width=width)
            for screen, file in wanted.items():
                picture = Path(taken) / f"{screen}-{name}.jpg"
                if picture.is_file():
                    picture.replace(folder / f"{file}.jpg")
    return lost


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


def requirements_in_hand(folder: Path) -> None:
    """Take the window of the requirements with a figure that was changed, and what it turns; nothing is saved."""
    languages = Languages("zh_CN")
    window = RegisterWindow(take_in_hand(), languages, desk_look(), PERMIT)
    window.ask = lambda: "discard"
    window.resize(1600, 900)
    window.show()
    settle(1)
    window.choose("fire.door.clear-width")
    line = window.form.inputs["parameters.at_least"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "0.95 m")
    window.try_it()
    settle(30, lambda: window.panel.turns.count() > 0)
    settle(1)
    keep(window, folder / "requirements.jpg", 1200)
    window.close()
    languages.close()


def papers(folder: Path) -> None:
    """Take the pages of the faulty plan's papers that the documents show."""
    from datetime import date

    from showroom import reports
    from showroom.review import review_plan

    application = formats.read_application(FAULTY.with_name("faulty.application.yaml"))
    review = review_plan(FAULTY, formats.read_permit(PERMIT), application, as_of=date(2026, 11, 23))
    for kind, pages in PAPERS.items():
        with tempfile.TemporaryDirectory() as kept:
            path = Path(kept) / f"{kind}.pdf"
            reports.write(review, path, reports.Handover("zh_CN", case_number="WH-2026-0042"), kind)
            document = QPdfDocument()
            document.load(str(path))
            for number in range(pages):
                paper = document.pagePointSize(number)
                page = document.render(number, QSize(round(paper.width() * 2), round(paper.height() * 2)))
                sheet = QImage(page.size(), QImage.Format.Format_RGB888)
                sheet.fill(0xFFFFFFFF)
                painter = QPainter(sheet)
                painter.drawImage(0, 0, page)
                painter.end()
                save(sheet, folder / f"{kind}-{number + 1}.jpg", 700)
            document.close()


def main() -> int:
    """Take every picture into the folder named (default `docs/pictures`)."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    font_family()
    lost = kiosk(folder)
    clerk(folder)
    requirements_in_hand(folder)
    papers(folder)
    application.quit()
    return told(lost)


if __name__ == "__main__":
    sys.exit(main())
