"""What is the kiosk's window? One bar, one stage for life, and one page at a time, each built from the visit.

A change the page can show by itself is left to it; any other change (page, size, print, contrast, language) builds the page anew.
The stage is never rebuilt: it stays in the window, and the showroom page lays its things over it.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedLayout, QVBoxLayout, QWidget

from showroom.app.kiosk.attendance import Attendance
from showroom.app.kiosk.attract import AttractPage
from showroom.app.kiosk.check_result import ResultPage
from showroom.app.kiosk.choose_plan import ChoosePlanPage
from showroom.app.kiosk.clerk_sheet import ClerkSheet
from showroom.app.kiosk.cover import Cover
from showroom.app.kiosk.guidance_page import GuidancePage
from showroom.app.kiosk.help_sheet import HelpSheet
from showroom.app.kiosk.keyboard_dock import KeyboardDock
from showroom.app.kiosk.list_page import ListPage
from showroom.app.kiosk.lobby import Lobby
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.permit_page import PermitPage
from showroom.app.kiosk.questions import QuestionsPage
from showroom.app.kiosk.rating_page import RatingPage
from showroom.app.kiosk.read_aloud import ReadAloud
from showroom.app.kiosk.search_page import SearchPage
from showroom.app.kiosk.showroom_page import ShowroomPage
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.takeaway_page import TakeAwayPage
from showroom.app.kiosk.top_bar import TopBar
from showroom.app.kiosk.visit import PageName, Visit
from showroom.app.kiosk.ways_back import back_of
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton

_OF_NO_PERMIT: dict[PageName, Callable[[Surroundings, Look], Page]] = {
    "attract": AttractPage,
    "guidance": GuidancePage,
    "list": ListPage,
    "takeaway": TakeAwayPage,
    "rating": RatingPage,
    "search": SearchPage,
}
"""Pages that are there whatever permit the visit is about."""


class KioskWindow(QMainWindow):
    """The kiosk. `rebuilt` follows every new page."""

    rebuilt = Signal()

    def __init__(self, surroundings: Surroundings, stage_widget: StageWidget) -> None:
        super().__init__()
        self.surroundings, self.stage_widget = surroundings, stage_widget
        self.look = Look()
        self._stale = self._closed = False
        self._page: Page | ShowroomPage | None = None
        self._bar: TopBar | None = None
        self._sheet: Cover | None = None
        ground = QWidget()
        ground.setObjectName("ground")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._pages = QStackedLayout()
        self._pages.addWidget(stage_widget)
        self._column.addLayout(self._pages, 1)
        self.setCentralWidget(ground)
        self.read_aloud = ReadAloud(surroundings, ground)
        self.keyboard: KeyboardDock | None = None
        if surroundings.config.shows_keyboard:
            catalogue = surroundings.catalogue
            self.keyboard = KeyboardDock(self, self._column, catalogue, lambda: self.look, lambda: surroundings.language)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._catch_up)
        surroundings.holder.changed.connect(self._follow)
        surroundings.languages.changed.connect(lambda language: surroundings.holder.comfort(language=language))
        self.setWindowTitle(self.tr("Approval showroom"))
        self.attendance = Attendance(self)
        self._build()

    @property
    def page(self) -> Page | ShowroomPage:
        """The page shown now."""
        assert self._page is not None
        return self._page

    def show_posters(self, scene_id: str, posters: tuple[Path, ...]) -> None:
        """Show the pictures just drawn of a scene that brings none."""
        self.surroundings.posters[scene_id] = posters
        if posters and self.surroundings.holder.visit.page in ("lobby", "permit"):
            self._build()

    # -- building --------------------------------------------------------------------------------------------
    def _build(self) -> None:
        visit = self.surroundings.holder.visit
        focused = self.focusWidget()
        focus_name = focused.objectName() if focused is not None else ""
        ringed = isinstance(focused, TouchButton) and focused.ringed
        self._stale = False
        self._take_down()
        self.look = Look(max(320, self.width()), max(320, self.height()), visit.comfort.large_print, visit.comfort.high_contrast)
        self.stage_widget.set_calm(calm=visit.comfort.large_print)
        self.stage_widget.setAccessibleName(
            self.tr("The premises. Arrow keys walk and turn, Page Up and Page Down look up and down.")
        )
        if self.styleSheet() != self.look.style_sheet:
            self.setStyleSheet(self.look.style_sheet)
        self._bar = TopBar(
            self.surroundings,
            self.look,
            self._title(visit),
            back_to=back_of(visit),
        )
        self._bar.read_asked.connect(self.read_aloud.toggle)
        self._column.insertWidget(0, self._bar)
        self._page = self._make(visit)
        if self._page.shown is not self.stage_widget:
            self._pages.addWidget(self._page.shown)
        self._pages.setCurrentWidget(self._page.shown)
        self._show_sheet(visit)
        named = self.findChildren(QWidget, focus_name) if focus_name else []
        found = next((widget for widget in named if widget.isVisibleTo(self)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason if ringed else Qt.FocusReason.MouseFocusReason)
        self.read_aloud.page_built(self.look, self._on_top)
        self.rebuilt.emit()

    def _on_top(self) -> QWidget:
        """What lies on top: a sheet over the page, else what the page says."""
        return self._sheet or self.page.on_top

    def _take_down(self) -> None:
        self.read_aloud.page_leaving()
        if self._page is not None:
            self._page.close_page()
            if self._page.shown is not self.stage_widget:
                self._pages.removeWidget(self._page.shown)
                self._page.shown.hide()
            self._page.deleteLater()
        if self._bar is not None:
            self._column.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
        self._page = self._bar = self._sheet = None

    def _make(self, visit: Visit) -> Page | ShowroomPage:
        around, look = self.surroundings, self.look
        permit = around.permit
        exhibit = around.exhibit
        if visit.page in _OF_NO_PERMIT:
            return _OF_NO_PERMIT[visit.page](around, look)
        if visit.page == "showroom" and permit is not None and exhibit is not None:
            return ShowroomPage(around, look, permit, exhibit, self.stage_widget)
        if permit is None or visit.page in ("lobby", "showroom"):
            return Lobby(around, look)
        makers: dict[str, Callable[[], Page]] = {
            "permit": lambda: PermitPage(around, look, permit),
            "plans": lambda: ChoosePlanPage(around, look, permit),
            "questions": lambda: QuestionsPage(around, look, permit),
            "result": lambda: ResultPage(around, look, permit),
        }
        return makers[visit.page]()

    def _title(self, visit: Visit) -> str:
        exhibit = self.surroundings.exhibit
        if visit.page == "showroom" and exhibit is not None:
            return exhibit.scene.title.in_(self.surroundings.language)
        return self.tr("What we found in your plan") if visit.page == "result" else ""

    # -- following -------------------------------------------------------------------------------------------
    def _follow(self, before: Visit, after: Visit) -> None:
        if before.comfort.language != after.comfort.language:
            self.surroundings.languages.choose(after.comfort.language)
        sheets = before.revise(help_open=after.help_open, clerk=after.clerk)
        if sheets != before and sheets == after:
            self._show_sheet(after)
            return
        if before.marked != after.marked and self._bar is not None:
            self._bar.show_marked(len(after.marked))
            if before.revise(marked=after.marked) == after:
                if self._page is not None:
                    self._page.follow(before, after)  # what it shows of the list; its buttons follow by themselves
                return
        comfort = replace(before.comfort, language=after.comfort.language)
        if before.revise(comfort=comfort) == after and comfort == after.comfort:
            return  # only the language changed: Qt's LanguageChange follows
        if before.page != after.page or before.comfort != after.comfort or before.permit_id != after.permit_id:
            self._build()
            return
        if self._page is not None and not self._page.follow(before, after):
            self._build()

    def _show_sheet(self, visit: Visit) -> None:
        """Show the sheet that lies over the page, if any, and give the keyboard back to the bar when it goes."""
        held = self._sheet is not None and self._sheet.isAncestorOf(self.focusWidget())
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
        if self._bar is not None:
            self._bar.show_sheets(visit)
        kind = ClerkSheet if visit.clerk else HelpSheet if visit.help_open else None
        if kind is not None:
            self._sheet = kind(self.surroundings, self.look, self.centralWidget())
            self._sheet.setGeometry(self.centralWidget().rect())
            self._sheet.show()
            self._sheet.raise_()
            self._sheet.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held and self._bar is not None:
            self._bar.help.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in the language just chosen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._page is not None:
            self.setWindowTitle(self.tr("Approval showroom"))
            self._stale = True
            self._soon.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for another size, once the resizing is over."""
        super().resizeEvent(event)
        if self._sheet is not None:
            self._sheet.setGeometry(self.centralWidget().rect())
        self._soon.start(0)

    def _catch_up(self) -> None:
        if self._closed:
            return
        if self._stale or self.look.sized(self.width(), self.height()) != self.look:
            self._build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what lies on top; every key goes to the page first."""
        if event.key() == Qt.Key.Key_Escape and self._sheet is not None:
            self._sheet.closed.emit()
            return
        if self._page is not None and self._page.key(event):
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what still runs and let everything go; nothing is built any more."""
        self._closed = True
        self.read_aloud.page_leaving()
        if self._page is not None:
            self._page.close_page()
        if self.keyboard is not None:
            self.keyboard.shut()
        self.surroundings.jobs.close()
        self.surroundings.expect_none()
        self.stage_widget.shut()
        super().closeEvent(event)
