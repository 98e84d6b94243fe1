"""How does the visitor take it home? On paper, on a stick, or on the phone by codes that hold the words themselves."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from showroom.app.kiosk.drives import Drive, free_name, shown_name
from showroom.app.kiosk.jobs import Job
from showroom.app.kiosk.list_page import summary
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.saving import places_to_save
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Told, Visit
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.qr_code import QrCode
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import clear, column, icon_label, label, panel, row
from showroom.reports.codes import code_rows
from showroom.reports.my_list import entries_of, with_missed
from showroom.reports.my_list_text import my_list_text, pieces_of

_MEANWHILE: tuple[Told, ...] = ("printing", "saving")


class TakeAwayPage(Page):
    """Print, save, scan; then the visit ends."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(surroundings, look)
        permits, review = surroundings.catalogue.permits, self.visit.own.review
        self._entries = entries_of(with_missed(self.visit.marked, review), permits, review)
        lines = my_list_text(self._entries, permits, surroundings.today(), self.language, review)
        self._codes = pieces_of(lines, self.language)
        self._message: QFrame | None = None
        self._messages = column()
        self._ways = ScrollColumn(look, gap=16, name="ways")
        self._fill_ways()
        self._phone = column(gap=self.px(12))
        self._fill_phone()
        phone = panel("raised", self._phone, "phone")
        title = label(self.tr("Take it with you"), "title")
        foot = self._foot()
        layout: QLayout
        if look.portrait or look.narrow:
            layout = column(title, self._ways, phone, self._messages, foot, gap=self.px(16), margins=self.margins())
            layout.setStretch(1, 33)  # type: ignore[attr-defined]
            layout.setStretch(2, 67)  # type: ignore[attr-defined]
        else:
            left = column(title, self._ways, self._messages, foot, gap=self.px(16))
            left.setStretch(1, 1)
            layout = row(left, phone, gap=self.px(40), margins=self.margins())
            layout.setStretch(0, 58)  # type: ignore[attr-defined]
            layout.setStretch(1, 42)  # type: ignore[attr-defined]
        self.setLayout(layout)
        self._tell(self.visit.take.told)

    def follow(self, before: Visit, after: Visit) -> bool:
        """Turn to another code, set another choice, or tell what came of it."""
        if before.revise(take=after.take) != after:
            return False
        if before.take.code != after.take.code:
            self._fill_phone()
        if (before.take.large, before.take.checklist) != (after.take.large, after.take.checklist):
            self._show_choices()
        self._tell(after.take.told)
        return True

    # -- the ways --------------------------------------------------------------------------------------------
    def _fill_ways(self) -> None:
        content = self._ways.content
        self._print = self._way(self.tr("Print it"), self.tr("The printer is beside this screen."), "print")
        self._print.clicked.connect(self.print_out)
        self._save = self._way(self.tr("Save it on a USB stick"), self.tr("As a PDF; nothing else on the stick is touched."), "usb")
        self._save.clicked.connect(self.save)
        for way in (self._print, self._save):
            content.addWidget(way)
        self._large = self._choice(self.tr("Large print on paper"), "large-print", "paper-large")
        self._large.clicked.connect(lambda: self.holder.take(large=not self._is_large))
        self._checklist = self._choice(self.tr("With the inspector's checklist"), "conditions", "paper-checklist")
        self._checklist.clicked.connect(lambda: self.holder.take(checklist=not self.visit.take.checklist))
        self._checklist.setVisible(self.visit.own.review is not None and not self.look.large_print)
        self._large.setVisible(not self.look.large_print)
        content.addLayout(row(self._large, self._checklist, gap=self.px(16)))
        if self._entries and not (self.look.large_print or self.look.portrait or self.look.narrow):
            content.addWidget(summary(self.look, self.language, self._entries))
        content.addStretch(1)
        self._show_choices()

    def _way(self, words: str, note: str, icon: str) -> TouchButton:
        button = TouchButton(
            self.look, words, icon=icon, kind="row", note=note, size=HEADING, trailing="next", badge=True,
            align=Qt.AlignmentFlag.AlignLeft,
        )  # fmt: skip
        button.setObjectName(f"take-{icon}")
        button.setMinimumHeight(self.px(136))
        return button

    def _choice(self, words: str, icon: str, name: str) -> TouchButton:
        button = TouchButton(self.look, words, icon=icon, kind="choice")
        button.setObjectName(name)
        button.setCheckable(True)
        return button

    @property
    def _is_large(self) -> bool:
        """Whether the paper is set in large print: as the screen is, unless the visitor chose otherwise."""
        large = self.visit.take.large
        return self.look.large_print if large is None else large

    def _show_choices(self) -> None:
        self._large.setChecked(self._is_large)
        self._checklist.setChecked(self.visit.take.checklist)

    # -- the phone -------------------------------------------------------------------------------------------
    def _fill_phone(self) -> None:
        clear(self._phone)
        pad = self.px(24)
        self._phone.setContentsMargins(pad, self.px(20), pad, self.px(20))
        count = len(self._codes)
        if not count:
            words = label(self.tr("Mark something first, then a code for your phone appears here."), "body", "muted")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._phone.addStretch(1)
            self._phone.addLayout(row(None, icon_label(self.look, "qr", 72, "muted"), None))
            self._phone.addWidget(words)
            self._phone.addStretch(1)
            return
        at = min(self.visit.take.code, count - 1)
        title = row(icon_label(self.look, "qr", 32), label(self.tr("Scan it with your phone"), "heading"), gap=self.px(12))
        title.setStretch(1, 1)
        self._phone.addLayout(title)
        how = self.tr("The words are in the code itself; it needs no network.")
        self._phone.addWidget(label(how, "caption", "muted"))
        name = self.tr("Code {number} of {count}").format(number=at + 1, count=count)
        code = QrCode(self.look, code_rows(self._codes[at]), name)
        code.setObjectName("qr-code")
        self._phone.addWidget(code, 1)
        if count > 1:
            self._phone.addLayout(self._pager(at, count, name))

    def _pager(self, at: int, count: int, name: str) -> QLayout:
        words = label(name, "strong")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = []
        for icon, said, to in (("back", self.tr("Previous code"), at - 1), ("next", self.tr("Next code"), at + 1)):
            button = TouchButton(self.look, icon=icon, kind="secondary", name=said)
            button.setObjectName(f"code-{icon}")
            button.setFixedWidth(self.px(88))
            button.clicked.connect(lambda _=False, to=to: self.holder.take(code=to % count))
            buttons.append(button)
        line = row(buttons[0], words, buttons[1], gap=self.px(16))
        line.setStretch(1, 1)
        return line

    # -- paper and stick -------------------------------------------------------------------------------------
    def _pages(self) -> Callable[[], list[tuple[str, bytes]]]:
        """Return a slow call for a worker: it sets what is printed or saved, a name and PDF bytes each."""
        around, visit, language = self.surroundings, self.visit, self.language
        entries, permits, large, made_on = self._entries, around.catalogue.permits, self._is_large, around.today()
        review = visit.own.review
        plan = (review.plan.name or Path(review.plan.source.path).name) if review is not None else ""
        list_name, checklist_name = self.tr("my-list"), self.tr("checklist")

        def pages() -> list[tuple[str, bytes]]:
            from showroom.reports.my_list_pdf import my_list_pdf
            from showroom.reports.pdf import checklist_pdf

            made = []
            if entries or review is None or not visit.take.checklist:
                made.append((list_name, my_list_pdf(entries, permits, made_on, language, plan=plan, large=large)))
            if review is not None and visit.take.checklist:
                made.append((checklist_name, checklist_pdf(review, language)))
            return made

        return pages

    def print_out(self) -> None:
        """Print in a worker."""
        pages, title = self._pages(), self.tr("My list")
        out, printer = self.surroundings.print_pdfs, self.surroundings.config.printer

        def work(_job: Job) -> tuple[Told, str]:
            return out([pdf for _, pdf in pages()], title, printer), ""

        self._start(work, "printing", "stopped")

    def save(self) -> None:
        """Save on the only stick there is; of several ask which."""
        places = places_to_save(self.surroundings.config)
        if len(places) == 1:
            self.save_on(places[0])
        else:
            self.holder.take(told="which-stick" if places else "no-stick", place="")

    def save_on(self, drive: Drive) -> None:
        """Write the PDFs in a worker; a file of the same name is never touched."""
        pages, day = self._pages(), self.surroundings.today().isoformat()

        def work(_job: Job) -> tuple[Told, str]:
            from showroom.formats.writing import write_aside

            for name, pdf in pages():
                write_aside(free_name(drive.folder, f"{name}-{day}", ".pdf"), pdf)
            return "saved", shown_name(drive.name)

        self._start(work, "saving", "stick-trouble")

    def _start(self, work: Callable[[Job], tuple[Told, str]], meanwhile: Told, failing: Told) -> None:
        """Do `work` in a worker; what comes of it goes into the visit, whatever page is shown by then, unless that is over."""
        holder = self.holder
        if holder.visit.take.told in _MEANWHILE:
            return
        holder.take(told=meanwhile, place="")

        def came(told: Told, place: str) -> None:
            if holder.visit.take.told == meanwhile:
                holder.take(told=told, place=place)

        job = self.surroundings.jobs.start(work)
        job.done.connect(lambda result: came(*result))
        job.failed.connect(lambda _problems: came(failing, ""))

    def _tell(self, told: Told) -> None:
        """Say in words what came of printing or saving."""
        if self._message is not None:
            self._messages.removeWidget(self._message)
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        for way in (self._print, self._save):
            way.setEnabled(told not in _MEANWHILE)
        if not told:
            return
        icon, role, words = self._words(told)
        line = row(icon_label(self.look, icon, 28, role), label(words, "strong", role), gap=self.px(12))
        line.setStretch(1, 1)
        pad = self.px(16)
        lines = column(line, gap=self.px(12), margins=(pad, self.px(12), pad, self.px(12)))
        if told == "which-stick":
            lines.addLayout(self._sticks())
        self._message = panel(role if role != "accent" else "soft", lines, "message")
        self._messages.addWidget(self._message)

    def _sticks(self) -> QLayout:
        """Return a button for each stick, at most three."""
        choices = row(gap=self.look.gap)
        for number, drive in enumerate(places_to_save(self.surroundings.config)[:3]):
            button = TouchButton(self.look, shown_name(drive.name), icon="usb", kind="choice")
            button.setObjectName(f"stick-{number}")
            button.clicked.connect(lambda _=False, drive=drive: self.save_on(drive))
            choices.addWidget(button, 1)
        return choices

    def _words(self, told: Told) -> tuple[str, str, str]:
        table: dict[Told, tuple[str, str, str]] = {
            "printing": ("print", "accent", self.tr("Sending it to the printer …")),
            "sent": ("met", "met", self.tr("Sent to the printer. If no paper comes out, please tell our staff.")),
            "absent": (
                "print",
                "to_confirm",
                self.tr("No printer is connected here. Please use your phone or a USB stick instead."),
            ),
            "stopped": (
                "print",
                "to_confirm",
                self.tr("The printer has stopped: perhaps it is out of paper or jammed. Please call our staff, or use your phone."),
            ),
            "saving": ("usb", "accent", self.tr("Saving …")),
            "saved": (
                "met",
                "met",
                self.tr("Saved on {place}. You may take the stick out now.").format(place=self.visit.take.place),
            ),
            "which-stick": ("usb", "accent", self.tr("Several sticks are plugged in. Which one is yours?")),
            "no-stick": ("usb", "to_confirm", self.tr("Please plug in a USB stick first, then press again.")),
            "stick-trouble": (
                "usb",
                "to_confirm",
                self.tr("It could not be saved there. Is the stick full, write-protected or already taken out?"),
            ),
        }
        return table[told]

    def _foot(self) -> QWidget:
        back = TouchButton(self.look, self.tr("Back to the list"), icon="my-list", kind="secondary")
        back.setObjectName("to-list")
        back.clicked.connect(self.holder.open_list)
        finish = TouchButton(self.look, self.tr("I am done"), kind="primary", trailing="next", size=HEADING)
        finish.setObjectName("finish")
        finish.clicked.connect(lambda: self.holder.revise(page="rating"))
        for button in (back, finish):
            button.setMinimumHeight(self.px(80))
        buttons = row(back, finish, gap=self.px(16))
        buttons.setStretch(0, 1)
        buttons.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(buttons)
        return holder
