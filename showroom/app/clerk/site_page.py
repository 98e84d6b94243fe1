"""What did the inspectors find, beside what was promised? The list as it came back, the premises of the plan, and the photos.

Choosing a line stands the eye where the list asked to look from, and shows the photo taken there beside it.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from showroom.app.clerk.panels import NamedList
from showroom.app.clerk.pins import PinLayer
from showroom.app.clerk.poses import pose_of
from showroom.app.clerk.site_visit import SiteVisit
from showroom.app.kiosk.jobs import Job, Jobs
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.words import label
from showroom.domain.errors import Problem
from showroom.domain.site_result import Photo
from showroom.formats.refusals import problem_said
from showroom.reports.returned import STATES, Returned
from showroom.reports.returned_text import details_of

_FLIGHT = 500
_LARGEST = 60_000_000
"""Pixels of a photo that is opened."""
_SIGNS = {"differs": "✕", "not_seen": "?", "promised": "·", "built": "✓"}


class SitePage(QDialog):
    """Shows one visit. `gather` gets it in a thread; what it refuses is said in words."""

    def __init__(
        self, parent: QWidget | None, look: Look, language: str, gather: Callable[[], SiteVisit], stage: StageWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("site-page")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(look.px(1780), look.px(1180))
        self.look, self.language = look, language
        self.visit: SiteVisit | None = None
        self._key: str | None = None
        self._photo = 0
        self.stage = stage or StageWidget()
        self.stage.set_mode("author")
        self.pins = PinLayer(look, self.stage, self.stage.stage)
        self.summary = label("", "heading", name="site-summary")
        self.notes = label("", "caption", "not_met", name="site-notes")
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.states = QComboBox(objectName="site-states")
        self.lines = NamedList(look, "site-lines")
        self.details = label("", name="site-details")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.photo = QLabel(objectName="site-photo", alignment=Qt.AlignmentFlag.AlignCenter)
        self.photo.setMinimumSize(look.px(360), look.px(270))
        self.photo_name = label("", "caption", "muted", name="site-photo-name")
        self.other = QPushButton(objectName="site-next-photo")
        self.busy = QProgressBar(objectName="site-busy", textVisible=False)
        self.busy.setRange(0, 0)
        close = QDialogButtonBox.StandardButton.Close
        self._buttons = QDialogButtonBox(close)
        self._buttons.button(close).setText(self.tr("Close"))
        self._buttons.button(close).setIcon(QIcon())
        self._buttons.rejected.connect(self.close)
        self._lay_out()
        self._say()
        self.states.currentIndexChanged.connect(self._fill)
        self.lines.picked.connect(self.choose)
        self.pins.chosen.connect(self._pin_chosen)
        self.stage.frameDrawn.connect(self.pins.place)
        self.other.clicked.connect(self._next_photo)
        self.jobs = Jobs(self)
        job: Job = self.jobs.start(lambda _job: gather())
        job.done.connect(self._came)
        job.failed.connect(self._refused)

    # -- making ----------------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        left, promised, found = QWidget(), QWidget(), QWidget()
        for box, parts in ((left, (self.states, self.lines)), (promised, (self._head(), self.stage)), (found, self._photo_parts())):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            for part in parts:
                column.addWidget(part, 1 if part in (self.lines, self.stage, self.photo) else 0)
        sides = QSplitter(Qt.Orientation.Horizontal)
        for at, (box, share) in enumerate(((left, 26), (promised, 42), (found, 32))):
            sides.addWidget(box)
            sides.setStretchFactor(at, share)
        sides.setSizes([self.look.px(440), self.look.px(760), self.look.px(560)])
        whole = QVBoxLayout(self)
        pad = self.look.px(24)
        whole.setContentsMargins(pad, pad, pad, pad)
        for part, stretch in (
            (self.summary, 0),
            (self.notes, 0),
            (self.busy, 0),
            (sides, 1),
            (self.details, 0),
            (self._buttons, 0),
        ):
            whole.addWidget(part, stretch)

    def _head(self) -> QLabel:
        return label(self.tr("As promised: the premises of the plan, from where the list asks to look"), "caption", "muted")

    def _photo_parts(self) -> tuple[QWidget, ...]:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.photo_name, 1)
        row.addWidget(self.other)
        return label(self.tr("On site"), "caption", "muted"), self.photo, foot

    def _say(self) -> None:
        self.setWindowTitle(self.tr("What came back from the site"))
        self.summary.setText(self.tr("Reading what came back…"))
        self.notes.hide()
        self.other.setText(self.tr("Next photo"))
        self.other.hide()
        for part, words in (
            (self.lines, self.tr("Lines of the list")),
            (self.states, self.tr("Which lines")),
            (self.stage, self.tr("The promised premises")),
            (self.photo, self.tr("The photo taken on site")),
        ):
            part.setAccessibleName(words)

    # -- what came -------------------------------------------------------------------------------------------
    def _came(self, visit: SiteVisit) -> None:
        self.visit = visit
        comparison = visit.comparison
        counted = "   ".join(f"{text.in_(self.language)} {comparison.count(state)}" for state, text in STATES.items())
        self.summary.setText(counted)
        told = [f"! {name}: {note.text.in_(self.language)}" for name, note in comparison.notes]
        told += [f"✕ {finding.text.in_(self.language)}" for finding in comparison.changed]
        self.notes.setText("\n".join(told))
        self.notes.setVisible(bool(told))
        self.states.blockSignals(True)
        self.states.addItem(self.tr("Everything"), "")
        for state, text in STATES.items():
            if comparison.count(state):
                self.states.addItem(f"{text.in_(self.language)}   {comparison.count(state)}", state)
        self.states.setCurrentIndex(1 if any(one.state == "differs" for one in comparison.lines) else 0)
        self.states.blockSignals(False)
        self.stage.show_model(visit.premises)
        self.stage.warm_up(self._warm)
        self._fill()

    def _warm(self) -> None:
        self.busy.hide()
        assert self.visit is not None
        self.pins.show_scene(self.visit.scene, self.language, None)  # type: ignore[arg-type]
        seen = [one for one in self._shown() if one.line.key in self.visit.places]
        first = max(seen, key=lambda one: bool(one.answer and one.answer.photos), default=None)
        if first is None:
            self.stage.fly_to(pose_of(self.visit.scene.viewpoints[0]), 0)
        else:
            self.choose(first.line.key, 0)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.busy.hide()
        self.summary.setText(self.tr("This cannot be shown"))
        said = [line for problem in problems for line in problem_said(problem, self.language)]
        self.notes.setText("\n".join(filter(None, said)) or self.tr("The log says why."))
        self.notes.show()

    # -- showing ---------------------------------------------------------------------------------------------
    def _shown(self) -> list[Returned]:
        wanted = self.states.currentData()
        return [one for one in self.visit.comparison.lines if not wanted or one.state == wanted] if self.visit else []

    def _fill(self) -> None:
        rows = []
        for one in self._shown():
            photos = f"   ▣ {len(one.answer.photos)}" if one.answer is not None and one.answer.photos else ""
            words = f"{_SIGNS[one.state]}   {one.line.number}   {one.line.title}{photos}"
            rows.append((one.line.key, words, f"{one.line.item.requirement.id} · {one.line.where}".rstrip(" ·")))
        self.lines.show_rows(rows, None)

    def choose(self, key: str, milliseconds: int = _FLIGHT) -> None:
        """Show one line: from where it was promised, what was found there, and its first photo."""
        one = self._line(key)
        if one is None or self.visit is None:
            return
        self._key = key
        self._fill_chosen(key)
        place = self.visit.places.get(key)
        if place is not None:
            self.stage.fly_to(place.pose, milliseconds)
        affected = one.line.finding.affected if one.line.finding is not None else ()
        self.stage.stage.highlight(affected)
        lit = next((spot.id for spot in self.visit.scene.hotspots if spot.requirements == (key,)), None)
        self.pins.show_scene(self.visit.scene, self.language, lit)  # type: ignore[arg-type]
        head = "  ·  ".join(filter(None, (f"{one.line.number} {one.line.title}", one.line.where, one.line.source)))
        self.details.setText("\n".join((head, *details_of(one, self.language))))
        self._photo = 0
        self._show_photo(one)

    def _fill_chosen(self, key: str) -> None:
        self.lines.blockSignals(True)
        ids = self.lines.ids()
        self.lines.setCurrentRow(ids.index(key) if key in ids else -1)
        self.lines.blockSignals(False)

    def _line(self, key: str | None) -> Returned | None:
        return next((one for one in self.visit.comparison.lines if one.line.key == key), None) if self.visit else None

    def _pin_chosen(self, spot: str) -> None:
        if self.visit is not None:
            self.choose(self.visit.scene.hotspot(spot).requirements[0])

    def _next_photo(self) -> None:
        one = self._line(self._key)
        if one is not None:
            self._photo += 1
            self._show_photo(one)

    def _show_photo(self, one: Returned) -> None:
        photos = one.answer.photos if one.answer is not None else ()
        self.other.setVisible(len(photos) > 1)
        if not photos:
            self.photo.setPixmap(QPixmap())
            self.photo.setText(self.tr("No photo came back for this line."))
            self.photo_name.setText("")
            return
        at = self._photo % len(photos)
        picture = opened(photos[at], self.photo.size())
        self.photo.setPixmap(picture if picture is not None else QPixmap())
        if picture is None:
            self.photo.setText(self.tr("This photo cannot be opened."))
        self.photo_name.setText(f"{photos[at].name}   {at + 1} / {len(photos)}")

    def wear(self, look: Look) -> None:
        """Paint in the colours of another look."""
        self.look = replace(look)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what still runs, and let go of the stage."""
        self.jobs.give_up()
        self.jobs.wait()
        self.stage.shut()
        super().closeEvent(event)


def opened(photo: Photo, within: QSize) -> QPixmap | None:
    """Return a photo as it fits into `within` pixels, upright; `None` where it is damaged, or larger than any camera makes."""
    buffer = QBuffer()
    buffer.setData(QByteArray(photo.content))
    reader = QImageReader(buffer, b"png" if photo.content.startswith(b"\x89PNG") else b"jpeg")
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _LARGEST:
        return None
    turned = bool(reader.transformation().value & 4)  # a quarter turn
    frame = within.transposed() if turned else within
    reader.setScaledSize(size.scaled(frame, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else QPixmap.fromImage(picture)
