"""Which drawings are on the visitor's stick? Looked for in a worker, told while it lasts, and copied when one is chosen.

Sticks are full, slow, broken, or pulled out half-way: whatever happens, the shelf says it in a sentence and looks again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from showroom.app.kiosk.drives import Drive, Found, drives, look_through, offered_suffixes, shown_name
from showroom.app.kiosk.jobs import Job
from showroom.app.kiosk.own_files import OwnFiles, TooLargeError
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.theme import Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import clear, column, icon_label, label, panel, row
from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.formats import read_application

_LOOK_AGAIN, _TELL = 2000, 200
_LONG_SEARCH = 1.0
"""A stick that took longer than this many seconds is looked through once, until it is changed."""


@dataclass(frozen=True)
class Taken:
    """A plan file to go on with, and what lay beside it."""

    plan_path: Path
    application: Application


@dataclass(frozen=True)
class _Shelf:
    """What the sticks hold: each with what was found, and the seconds it took."""

    sticks: tuple[tuple[Drive, Found], ...] = ()
    seconds: float = 0.0

    @property
    def drives(self) -> tuple[Drive, ...]:
        return tuple(drive for drive, _ in self.sticks)

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(path for _, found in self.sticks for path in found.files)


class StickShelf(ScrollColumn):
    """The list of drawings. `taken(Taken)` when one was chosen and copied."""

    taken = Signal(object)

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(look, gap=12, name="plan-files")
        self._around = surroundings
        self._shelf = _Shelf()
        self._trouble = ""
        self._job: Job | None = None
        self._enough = False
        self._seen = 0
        self._counted = label("", "body", "muted")
        self._again = QTimer(self)
        self._again.timeout.connect(self.search)
        self._tell = QTimer(self)
        self._tell.setInterval(_TELL)
        self._tell.timeout.connect(self._show_progress)
        self._show()
        self.search()
        if surroundings.clock_runs:
            self._again.start(_LOOK_AGAIN)

    # -- looking ---------------------------------------------------------------------------------------------
    def search(self) -> None:
        """Look at the sticks that are plugged in now, unless that is being done."""
        mounted = drives(self._around.config.drive_folders)
        if self._job is not None or (mounted == self._shelf.drives and (not mounted or self._shelf.seconds > _LONG_SEARCH)):
            return
        if not mounted:
            self._trouble = ""
            self._found(_Shelf())
            return
        self._enough, self._seen = False, 0
        self._job = self._around.jobs.start(lambda job: self._look_through(mounted, job))
        self._job.done.connect(self._found)
        self._job.failed.connect(lambda _: self._found(_Shelf()))
        if mounted != self._shelf.drives:
            self._show_looking(self.tr("Looking through the stick…"), self._stop_looking, self.tr("Enough, show what was found"))

    def _look_through(self, mounted: tuple[Drive, ...], job: Job) -> _Shelf:
        """In a worker."""
        began = self._around.clock()

        def progress(seen: int) -> None:
            self._seen = seen

        sticks = tuple(
            (drive, look_through(drive.folder, wanted=lambda: job.wanted and not self._enough, progress=progress))
            for drive in mounted
        )
        return _Shelf(sticks, self._around.clock() - began)

    def _stop_looking(self) -> None:
        self._enough = True

    def _found(self, shelf: _Shelf) -> None:
        self._job = None
        self._tell.stop()
        if shelf.sticks != self._shelf.sticks or self._looking:
            self._shelf = shelf
            self._show()
        self._shelf = shelf

    # -- showing ---------------------------------------------------------------------------------------------
    _looking = False

    def _show_looking(self, words: str, stop: object, stop_words: str) -> None:
        self._looking = True
        clear(self.content)
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setTextVisible(False)
        busy.setAccessibleName(words)
        self._counted = label("", "body", "muted")
        self._counted.setAlignment(Qt.AlignmentFlag.AlignCenter)
        enough = TouchButton(self.look, stop_words, icon="close", kind="secondary")
        enough.setObjectName("stop-looking")
        enough.clicked.connect(stop)
        self.content.addWidget(self._message("usb", words, [busy, self._counted, enough]), 1)
        self._tell.start()

    def _show_progress(self) -> None:
        if self._seen:
            self._counted.setText(self.tr("{count} files so far").format(count=self._seen))

    def _show(self) -> None:
        self._looking = False
        clear(self.content)
        if self._trouble:
            self.content.addWidget(self._note(self._trouble))
        files = self._shelf.files
        if not files:
            self.content.addWidget(self._message("usb", self._why_empty(), []), 1)
            return
        for path in files:
            self.content.addWidget(self._file(path))
        if any(found.cut for _, found in self._shelf.sticks):
            words = self.tr(
                "There is more on this stick; the newest drawings are shown. Put yours into a folder of its own if it is missing."
            )
            self.content.addWidget(label(words, "caption", "muted"))
        self.content.addStretch(1)

    def _why_empty(self) -> str:
        sticks = self._shelf.sticks
        if any(found.unreadable for _, found in sticks):
            return self.tr(
                "This stick cannot be read here: it may be locked or damaged. Please try another one, or ask at the counter."
            )
        if sticks:
            return self.tr("There is no drawing we can read on this stick. We read: {kinds}").format(kinds=_kinds())
        return self.tr("No USB stick is plugged in yet. We read: {kinds}").format(kinds=_kinds())

    def _file(self, path: Path) -> QWidget:
        button = TouchButton(
            self.look, shown_name(path.name), icon="plan", kind="row", note=shown_name(path.parent.name), trailing="next",
            align=Qt.AlignmentFlag.AlignLeft,
        )  # fmt: skip
        button.setObjectName(f"file-{path.name}")
        button.setMinimumHeight(self.look.px(88))
        button.clicked.connect(lambda: self.take(path))
        return button

    def _message(self, icon: str, words: str, below: Sequence[QWidget]) -> QWidget:
        look = self.look
        text = label(words, "body", "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = column(None, row(None, icon_label(look, icon, 64), None), text, *below, None, gap=look.px(16))
        inner.setContentsMargins(look.px(32), look.px(32), look.px(32), look.px(32))
        frame = panel("sunken", inner)
        frame.setMinimumHeight(look.px(260))
        return frame

    def _note(self, words: str) -> QWidget:
        pad = self.look.px(16)
        line = row(
            icon_label(self.look, "to-confirm", 32, "to_confirm"), label(words, "strong", "to_confirm"), gap=self.look.px(12)
        )
        line.setStretch(1, 1)
        line.setContentsMargins(pad, pad, pad, pad)
        return panel("to_confirm", line, "stick-trouble")

    # -- taking ----------------------------------------------------------------------------------------------
    def take(self, path: Path) -> None:
        """Copy a drawing of the stick into memory, with the application beside it, and tell."""
        if self._job is not None:
            self._job.cancel()
        self._trouble, self._seen = "", 0
        own = self._around.own_files
        self._job = self._around.jobs.start(lambda job: _taken(own, path, job))
        self._job.done.connect(self._copied)
        self._job.failed.connect(lambda _: self._not_copied(path))
        self._show_looking(self.tr("Reading the drawing from the stick…"), self._stop_copying, self.tr("Cancel"))

    def _stop_copying(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._back_to_list("")

    def _copied(self, taken: Taken | None) -> None:
        self._job = None
        self._tell.stop()
        if taken is None:
            self._back_to_list(self.tr("This file is far larger than a plan. Please keep only the plan in it, and save it again."))
        else:
            self.taken.emit(taken)

    def _not_copied(self, path: Path) -> None:
        words = self.tr(
            "The stick was pulled out, or “{name}” cannot be read. Please plug it in again and choose the drawing once more."
        )
        self._back_to_list(words.format(name=shown_name(path.name, 40)))

    def _back_to_list(self, trouble: str) -> None:
        self._job = None
        self._tell.stop()
        self._trouble = trouble
        self._show()

    def close_shelf(self) -> None:
        """Look no further."""
        self._again.stop()
        self._tell.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _taken(own: OwnFiles, path: Path, job: Job) -> Taken | None:
    """In a worker: return the copy with what lies beside the original; nothing for a file that is far too large."""
    try:
        return Taken(own.take(path, lambda: job.wanted), application_beside(path))
    except TooLargeError:
        return None


def application_beside(plan_path: Path) -> Application:
    """Return the application written beside a plan (`shop.dxf` and `shop.application.yaml`), or an empty one; not a linked one."""
    name = plan_path.name
    for ending in (".plan.yaml", ".plan.yml", ".plan.json", plan_path.suffix):
        if ending and name.lower().endswith(ending):
            beside = plan_path.with_name(f"{name[: -len(ending)]}.application.yaml")
            try:
                if beside.is_file() and not beside.is_symlink():
                    return read_application(beside)
            except (InputError, OSError):
                return Application()
    return Application()


def _kinds() -> str:
    """Return what can be read, as people know it: `DXF, .plan.yaml`."""
    known = (suffix if suffix.count(".") > 1 else suffix[1:].upper() for suffix in offered_suffixes())
    return ", ".join(kind for kind in known if not kind.endswith((".yml", ".json")))
