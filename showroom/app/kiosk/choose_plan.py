"""Which plan shall be checked? Files on a plugged-in drive, or the sample plan; no file dialog and no way out of the drive."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLayout, QWidget

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.situation import application_told
from showroom.app.kiosk.stick_shelf import StickShelf, Taken, application_beside
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import OwnPlan, Visit
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.plan_view import PlanView
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row
from showroom.domain.errors import InputError
from showroom.domain.permit import Permit
from showroom.formats import read_plan
from showroom.formats.table import plan_suffixes


class ChoosePlanPage(Page):
    """The way to a plan."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit) -> None:
        super().__init__(surroundings, look)
        self.permit = permit
        self.shelf = StickShelf(surroundings, look)
        self.shelf.taken.connect(self._go_on)
        left = column(
            label(self.tr("Which plan shall we check?"), "title"),
            label(self.tr("Plug in your USB stick. Drawings on it appear here; nothing of yours is kept."), "body", "muted"),
            self.shelf,
            gap=self.px(12),
        )
        left.setStretch(2, 1)
        right = self._samples()
        layout: QLayout
        if look.portrait or look.narrow:
            layout = column(left, right, gap=self.px(24), margins=self.margins())
            layout.setStretch(0, 1)  # type: ignore[attr-defined]
        else:
            layout = row(left, right, gap=self.px(48), margins=self.margins())
            layout.setStretch(0, 58)  # type: ignore[attr-defined]
            layout.setStretch(1, 42)  # type: ignore[attr-defined]
        self.setLayout(layout)
        surroundings.expect_file()

    def _samples(self) -> QWidget:
        exhibit = self.surroundings.catalogue.exhibit_for(self.permit.id)
        pad = self.px(24)
        layout = column(gap=self.px(16))
        lines = (
            self.tr("We measure every requirement a drawing can answer."),
            self.tr("You see at once what fits, what does not, and what a person must look at."),
            self.tr("You take home the inspector's checklist as a PDF."),
        )
        if not (self.look.portrait and self.look.large_print):
            for words in lines:
                tick = icon_label(self.look, "tick", 28, "met")
                line = row(tick, label(words), gap=self.px(12))
                line.setAlignment(tick, Qt.AlignmentFlag.AlignTop)
                line.setStretch(1, 1)
                layout.addLayout(line)
        picture = self._sample_picture(exhibit) if not (self.look.large_print or self.look.portrait) else None
        if picture is not None:
            layout.addWidget(picture, 1)
        else:
            layout.addStretch(1)
        if self.surroundings.config.windowed:
            browse = TouchButton(self.look, self.tr("Choose a file on this computer"), icon="folder", kind="secondary")
            browse.setObjectName("browse")
            browse.clicked.connect(self._browse)
            layout.addWidget(browse)
            layout.addSpacing(self.px(8))
        if exhibit is not None:
            layout.addWidget(label(self.tr("No plan with you? See how it works:"), "strong"))
            sample = TouchButton(
                self.look,
                self.tr("Try with the sample plan"),
                icon="plan",
                kind="secondary",
                size=HEADING,
                note=exhibit.scene.title.in_(self.language),
            )
            sample.setObjectName("sample-plan")
            sample.setMinimumHeight(self.px(96))
            sample.clicked.connect(lambda: self.take(exhibit.plan_path))
            layout.addWidget(sample)
        layout.setContentsMargins(pad, pad, pad, pad)
        return panel("raised", layout)

    def _sample_picture(self, exhibit: Exhibit | None) -> QWidget | None:
        """Return the sample plan as it will be drawn, or nothing where it cannot be read."""
        if exhibit is None:
            return None
        try:
            plan = read_plan(exhibit.plan_path)
        except InputError:
            return None
        picture = PlanView(self.look, self.language, still=True)
        picture.set_review(plan, ())
        return picture

    def _browse(self) -> None:
        """Let somebody at an ordinary computer choose a file; a kiosk in a hall never offers this."""
        endings = " ".join(f"*{suffix}" for suffix in plan_suffixes())
        words = self.tr("Plans")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file on this computer"), "", f"{words} ({endings})")
        if chosen:
            self.take(Path(chosen))

    def take(self, plan_path: Path) -> None:
        """Take a plan file, with the application beside it and what the visitor told, and go on to the questions."""
        self._go_on(Taken(plan_path, application_beside(plan_path)))

    def _go_on(self, taken: Taken) -> None:
        application = application_told(self.surroundings, taken.application)
        self.holder.revise(page="questions", own=OwnPlan(plan_path=taken.plan_path, application=application))

    def follow(self, before: Visit, after: Visit) -> bool:
        """Nothing of the visit shows here but the page itself."""
        return before.own == after.own

    def close_page(self) -> None:
        """Look no further."""
        self.shelf.close_shelf()
