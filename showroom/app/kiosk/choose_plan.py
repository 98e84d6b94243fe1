"""Which plan shall be checked? Files on a plugged-in drive, or the sample plan; no file dialog and no way out of the drive."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLayout, QWidget

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.drives import drives, offered_suffixes, plan_files
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import OwnPlan, Visit
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.plan_view import PlanView
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import clear, column, icon_label, label, panel, row
from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.domain.permit import Permit
from showroom.formats import read_application, read_plan
from showroom.formats.table import plan_suffixes

_LOOK_AGAIN = 2000


class ChoosePlanPage(Page):
    """The way to a plan."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit) -> None:
        super().__init__(surroundings, look)
        self.permit = permit
        self._known: tuple[Path, ...] | None = None
        self._files = ScrollColumn(look, gap=12, name="plan-files")
        left = column(
            label(self.tr("Which plan shall we check?"), "title"),
            label(self.tr("Plug in your USB stick. Drawings on it appear here; nothing is copied or kept."), "body", "muted"),
            self._files,
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
        self._show_files()
        surroundings.expect_file()
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._show_files)
        if surroundings.clock_runs:
            self._watch.start(_LOOK_AGAIN)

    def _show_files(self) -> None:
        mounted = drives(self.surroundings.config.drive_folders)
        files = tuple(path for drive in mounted for path in plan_files(drive.folder))
        if files == self._known:
            return
        self._known = files
        content = self._files.content
        clear(content)
        if not files:
            content.addWidget(self._empty(plugged=bool(mounted)), 1)
            return
        for path in files:
            button = TouchButton(
                self.look,
                path.name,
                icon="plan",
                kind="row",
                note=path.parent.name,
                trailing="next",
                align=Qt.AlignmentFlag.AlignLeft,
            )
            button.setObjectName(f"file-{path.name}")
            button.setMinimumHeight(self.px(88))
            button.clicked.connect(lambda _=False, path=path: self.take(path))
            content.addWidget(button)
        content.addStretch(1)

    def _empty(self, *, plugged: bool) -> QWidget:
        words = (
            self.tr("There is no drawing we can read on this stick. We read: {kinds}")
            if plugged
            else self.tr("No USB stick is plugged in yet. We read: {kinds}")
        ).format(kinds=_kinds())
        picture = icon_label(self.look, "usb", 64)
        inner = column(None, row(None, picture, None), self._centred(words), None, gap=self.px(16))
        inner.setContentsMargins(self.px(32), self.px(32), self.px(32), self.px(32))
        frame = panel("sunken", inner)
        frame.setMinimumHeight(self.px(260))
        return frame

    def _centred(self, words: str) -> QWidget:
        text = label(words, "body", "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return text

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
        """Take a plan file, with the application beside it where there is one, and go on to the questions."""
        self.holder.revise(page="questions", own=OwnPlan(plan_path=plan_path, application=application_beside(plan_path)))

    def follow(self, before: Visit, after: Visit) -> bool:
        """Nothing of the visit shows here but the page itself."""
        return before.own == after.own


def application_beside(plan_path: Path) -> Application:
    """Return the application written beside a plan (`shop.dxf` and `shop.application.yaml`), or an empty one."""
    name = plan_path.name
    for ending in (".plan.yaml", ".plan.yml", ".plan.json", plan_path.suffix):
        if ending and name.lower().endswith(ending):
            beside = plan_path.with_name(f"{name[: -len(ending)]}.application.yaml")
            if beside.is_file():
                try:
                    return read_application(beside)
                except InputError:
                    return Application()
    return Application()


def _kinds() -> str:
    """Return what can be read, as people know it: `DXF, .plan.yaml`."""
    known = (suffix if suffix.count(".") > 1 else suffix[1:].upper() for suffix in offered_suffixes())
    return ", ".join(kind for kind in known if not kind.endswith((".yml", ".json")))
