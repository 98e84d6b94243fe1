"""What is the window of the requirements in hand? A permit's rows, the district's decision on one of them, and what it turns.

Only the district's file and its log are ever written. Whatever reads many files or runs rules does so in a thread.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QMainWindow, QSplitter, QToolBar, QWidget

from showroom.app.actions import Act, install, refresh
from showroom.app.clerk import desk
from showroom.app.clerk.decision_stamp import DecisionStamp
from showroom.app.clerk.key_sheet import KeySheet
from showroom.app.clerk.outlook_panel import OutlookPanel
from showroom.app.clerk.overlay_document import OverlayDocument
from showroom.app.clerk.overlay_form import OverlayForm
from showroom.app.clerk.register_trial import InHand, Trial, tried
from showroom.app.clerk.row_list import RowList
from showroom.app.clerk.unsaved import Answer, ask_unsaved
from showroom.app.i18n import NAMES, Languages
from showroom.app.kiosk.jobs import Job, Jobs
from showroom.app.theme import Look
from showroom.app.widgets.words import column, label
from showroom.domain.errors import Problem
from showroom.domain.permit import Permit, Requirement
from showroom.formats.districts import lost_comments
from showroom.register.overlay import Wish
from showroom.register.overlay_file import OverlayFile, Stamp, save_overlay

ACTS: tuple[Act, ...] = (
    Act("save", QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+S", "save", "save", "edit", ("changes",), on_bar=True),
    Act("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", "undo", "undo", "edit", ("undo",), on_bar=True),
    Act("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z", "redo", "redo", "edit", ("redo",), on_bar=True),
    Act("try", QT_TRANSLATE_NOOP("Actions", "See what turns"), "F5", "check-plan", "try_it", "edit", ("row",)),
    Act("put-back", QT_TRANSLATE_NOOP("Actions", "Put the whole requirement back"), "Ctrl+Backspace", "restart", "put_back", "edit",
        ("row", "decided"), on_bar=True),
    Act("find", QT_TRANSLATE_NOOP("Actions", "Find a requirement"), "Ctrl+F", "search", "find", "edit"),
    Act("form", QT_TRANSLATE_NOOP("Actions", "Go to the form"), "Ctrl+E", "document", "go_to_form", "edit", ("row",)),
    Act("language", QT_TRANSLATE_NOOP("Actions", "中文 / English"), "Ctrl+L", "language", "switch_language", "view", on_bar=True),
    Act("keys", QT_TRANSLATE_NOOP("Actions", "Keys and help"), "F1", "help", "show_help", "help", on_bar=True),
    Act("close", QT_TRANSLATE_NOOP("Actions", "Close"), "Ctrl+Q", "close", "close", "view", on_bar=True),
)  # fmt: skip
_WIDTHS = (340, 640, 470)
_LEAST = 300


class RegisterWindow(QMainWindow):
    """The window. `ask` and `ask_stamp` put the questions; tests put their own there."""

    _told = Signal(int, int)

    def __init__(self, held: InHand, languages: Languages, look: Look, permit_id: str = "") -> None:
        super().__init__()
        self.setObjectName("register")
        self.setStyleSheet(desk.style_sheet(look))
        self.held, self.languages, self.look = held, languages, look
        self.document = OverlayDocument(held.file, datetime.now().astimezone().date(), self)
        self.jobs = Jobs(self)
        self.ask: Callable[[], Answer] = lambda: ask_unsaved(self)
        self.ask_stamp: Callable[[], Stamp | None] = self._asked
        self._job: Job | None = None
        self._initials, self._closing = "", False
        self.row: Requirement | None = None
        self.permit_choice = QComboBox(objectName="permit-choice")
        for permit in held.permits:
            self.permit_choice.addItem(permit.id, permit.id)
        self.permit_choice.setCurrentIndex(max(0, self.permit_choice.findData(permit_id)))
        self.rows = RowList(look)
        self.form = OverlayForm(look, self.document)
        self.refusal = label("", "caption", "not_met", name="overlay-refusal")
        self.refusal.hide()
        self.panel = OutlookPanel(look)
        self._lay()
        self.acts = install(self, ACTS, lambda name: desk.icon(look, name))
        self.bar = self._put_bar()
        self.permit_choice.currentIndexChanged.connect(lambda _at: self._show_rows())
        self.rows.picked.connect(self.choose)
        self.form.refused.connect(self._refuse)
        self.panel.run.clicked.connect(self.try_it)
        self.document.changed.connect(self._changed)
        self.document.history.indexChanged.connect(lambda _at: self._refresh())
        self._told.connect(self.panel.tell_progress)
        self._retranslate()

    @property
    def permit(self) -> Permit:
        """The permit whose rows are listed."""
        return self.held.permits[self.permit_choice.currentIndex()]

    def choose(self, requirement_id: str) -> None:
        """Show the form of a requirement."""
        found = self.permit.requirement(requirement_id)
        if found is self.row:
            return
        self._drop_trial()
        self.row = found
        self.rows.choose(requirement_id)
        self.form.show_row(self.row, self.languages.current)
        self.form.verticalScrollBar().setValue(0)
        self._refresh()

    # -- acts ------------------------------------------------------------------------------------------------
    def save(self) -> None:
        """Ask who decides and why, then write the district's file and the log; nothing is written where it has mistakes."""
        stamp = None if self.refusal.text() else self.ask_stamp()
        if stamp is None:
            self._closing = False
            if self.refusal.text():
                self.statusBar().showMessage(self.tr("Not saved: something typed cannot be read yet."), 8000)
            return
        self._initials = stamp.initials
        file, wishes = self.document.file, self.document.wishes
        job = self.jobs.start(lambda _job: save_overlay(file, wishes, stamp))
        self.setEnabled(False)
        job.done.connect(self._saved)
        job.failed.connect(self._not_saved)

    def undo(self) -> None:
        """Take the last step back."""
        self.document.history.undo()

    def redo(self) -> None:
        """Do the step taken back once more."""
        self.document.history.redo()

    def put_back(self) -> None:
        """Let the register's own hold again for the whole requirement."""
        if self.row is not None:
            self.document.change(self.tr("Put back"), self.row.id, Wish())

    def find(self) -> None:
        """Go to the search field."""
        self.rows.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.rows.search.selectAll()

    def go_to_form(self) -> None:
        """Go to the first input of the form."""
        for box in list(self.form.inputs.values())[:1]:
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def switch_language(self) -> None:
        """Speak the next language."""
        names = list(NAMES)
        self.languages.choose(names[(names.index(self.languages.current) + 1) % len(names)])

    def show_help(self) -> None:
        """Show every act with its keys."""
        KeySheet(self, ACTS, on_stage=False).exec()

    def try_it(self) -> None:
        """Check the file as it would be, run the examples of the row, and find the verdicts that turn; all in a thread."""
        if self.row is None:
            return
        self._drop_trial()
        self.panel.tell_progress(0, 0)
        trial = partial(tried, self.held, self.document.file, self.document.wishes, self.row, self.permit, self.document.day)
        self._job = self.jobs.start(lambda job: trial(partial(self._tell, job)))
        self._job.done.connect(self._show_trial)
        self._job.failed.connect(lambda problems: self._show_trial(Trial(tuple(problems))))

    def has(self, need: str) -> bool:
        """Tell whether what an act needs is there."""
        facts: dict[str, Callable[[], bool]] = {
            "changes": lambda: not self.document.saved,
            "undo": self.document.history.canUndo,
            "redo": self.document.history.canRedo,
            "row": lambda: self.row is not None,
            "decided": lambda: self.row is not None and self.document.wish(self.row.id).switch is not None,
        }
        return facts[need]()

    # -- what comes back -------------------------------------------------------------------------------------
    def _tell(self, job: Job, done: int, all_: int) -> bool:
        if job.wanted:
            self._told.emit(done, all_)
        return job.wanted

    def _show_trial(self, trial: object) -> None:
        assert isinstance(trial, Trial)
        self._job = None
        self.panel.show_trial(trial, self._names(), self.languages.current)

    def _names(self) -> dict[str, str]:
        named = (one for permit in self.held.permits for one in (permit, *permit.requirements))
        return {one.id: one.title.in_(self.languages.current) for one in named}

    def _drop_trial(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.panel.progress.hide()
        self.panel.forget()

    def _saved(self, file: object) -> None:
        assert isinstance(file, OverlayFile)
        self.setEnabled(True)
        self.document.reopen(file)
        self.form.show_row(None, self.languages.current)
        self._show_rows()
        self.panel.show_log(file.log)
        self.panel.tabs.setCurrentWidget(self.panel.log)
        self.statusBar().showMessage(
            self.tr("Saved to {path}; the kiosk goes by it when it is next opened.").format(path=file.path), 8000
        )
        if self._closing:
            self.close()

    def _not_saved(self, problems: Sequence[Problem]) -> None:
        self.setEnabled(True)
        self._closing = False
        self.panel.show_trial(Trial(tuple(problems)), {}, self.languages.current)
        self.statusBar().showMessage(self.tr("Nothing was written: the decision cannot be saved like this."), 8000)

    def _changed(self) -> None:
        self._drop_trial()
        self.form.fill()
        for one in self.permit.requirements:
            self.rows.mark(one.id)
        self._refresh()

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    # -- the window ------------------------------------------------------------------------------------------
    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "bar"):
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about decisions that are not saved; nothing stays on its way."""
        answer = "discard" if self.document.saved else self.ask()
        if answer == "save":
            self._closing = True
            self.save()
        if answer != "discard":
            event.ignore()
            return
        self._drop_trial()
        self.jobs.close()
        self.document.history.blockSignals(True)
        event.accept()

    def _lay(self) -> None:
        pad = self.look.px(14)
        left, middle, right = QWidget(), QWidget(), QWidget()
        margins = (pad, pad, pad, pad)
        left.setLayout(column(self.permit_choice, self.rows, gap=self.look.px(8), margins=margins))
        middle.setLayout(column(self.refusal, self.form, gap=self.look.px(8), margins=(0, pad, 0, pad)))
        right.setLayout(column(self.panel, margins=margins))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((left, 0), (middle, 3), (right, 2)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setChildrenCollapsible(False)
        left.setMinimumWidth(_LEAST)
        self.splitter.setSizes(list(_WIDTHS))
        self.setCentralWidget(self.splitter)

    def _put_bar(self) -> QToolBar:
        size = self.look.px(30)
        bar = QToolBar(self, objectName="acts", movable=False, iconSize=QSize(size, size))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addActions([self.acts[act.id] for act in ACTS if act.on_bar])
        self.addToolBar(bar)
        return bar

    def _show_rows(self) -> None:
        self.rows.show_rows(self.permit.requirements, self.languages.current, self._sign)
        self.row = self.permit.requirement(self.row.id) if self.row is not None else None
        self.form.show_row(self.row, self.languages.current)
        self._refresh()

    def _sign(self, requirement_id: str) -> str:
        if requirement_id in self.document.wishes:
            return "✎"
        return "●" if self.document.wish(requirement_id).switch is not None else ""

    def _refresh(self) -> None:
        refresh(self.acts, ACTS, self.has)
        district = self.document.file.district.title.in_(self.languages.current)
        self.setWindowTitle(self.tr("{district}[*] – Requirements in hand").format(district=district))
        self.setWindowModified(not self.document.saved)

    def _retranslate(self) -> None:
        for at, permit in enumerate(self.held.permits):
            self.permit_choice.setItemText(at, permit.title.in_(self.languages.current))
        self.permit_choice.setAccessibleName(self.tr("Permit"))
        self.panel.retranslate()
        self._drop_trial()
        self.panel.show_log(self.document.file.log)
        self._show_rows()

    def _asked(self) -> Stamp | None:
        lost = lost_comments(self.document.file.content.decode("utf-8-sig"))
        dialog = DecisionStamp(self, self.look, lost, self._initials)
        return dialog.stamp if dialog.exec() else None
