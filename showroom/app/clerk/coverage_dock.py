"""How far does the scene teach its permits, and where are the gaps? A table; a press on a gap leads to where it is mended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from showroom.app.kiosk.jobs import Job, Jobs
from showroom.app.theme import Look
from showroom.app.widgets.words import label
from showroom.domain.permit import Permit
from showroom.domain.scene import Scene
from showroom.packages.coverage import PART_NAMES, PARTS, Cell, Coverage, Row, coverage
from showroom.packages.coverage_table import MARKS

_WIDE = 104
"""Design pixels of a part's column; sized by their contents, columns would look through the whole table at every mark."""
_ROLES = {"present": "met", "missing": "not_met", "unwanted": "muted"}


@dataclass(frozen=True)
class Wanted:
    """A permit, and the ids of its requirements that the scene's own check finds beside the point."""

    permit: Permit
    beside: frozenset[str]


class CoverageDock(QWidget):
    """The table of one permit at a time; `gap(row, cell)` asks to mend one. `load` reads the permits in a thread."""

    gap = Signal(object, object)

    def __init__(self, look: Look, folder: Path, load: Callable[[], Sequence[Wanted]]) -> None:
        super().__init__()
        self.look, self._folder, self._load = look, folder, load
        self._wanted: tuple[Wanted, ...] = ()
        self._scene: tuple[Scene, str] | None = None
        self._shown: object = None
        self._rows: list[Row] = []
        self._jobs = Jobs(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._seen)
        self._job: Job | None = None
        self.permits = QComboBox(objectName="coverage-permits")
        self.gaps_only = QCheckBox(objectName="coverage-gaps")
        self.gaps_only.setChecked(True)
        self.sums: QLabel = label("", "caption", "muted", name="coverage-sums")
        self.table = QTableWidget(0, len(PARTS) + 1, objectName="coverage")
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(PARTS) + 1):
            self.table.setColumnWidth(column, look.px(_WIDE))
        self.table.cellActivated.connect(self._mend)
        self.table.cellClicked.connect(self._mend)
        self.permits.currentIndexChanged.connect(self._fill)
        self.gaps_only.toggled.connect(self._fill)
        top = QHBoxLayout()
        for part in (self.permits, self.gaps_only):
            top.addWidget(part)
        top.addWidget(self.sums, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        self.retranslate()

    def show_scene(self, scene: Scene, language: str) -> None:
        """Show this scene's matrix, as soon as anybody sees it; words of the requirements in `language`."""
        self._scene = (scene, language)
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.gaps_only.setText(self.tr("Gaps only"))
        self.permits.setAccessibleName(self.tr("Permit"))
        self.table.setAccessibleName(self.tr("What of each requirement the scene teaches"))
        self._shown = None
        self.update()

    def wear(self, look: Look) -> None:
        """Paint in the colours of another look."""
        self.look, self._shown = look, None

    def end(self) -> None:
        """Wait for what is under way."""
        self._jobs.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """See that somebody looks: a dock behind another is never painted."""
        super().paintEvent(event)
        self._soon.start()

    def _seen(self) -> None:
        """Read the permits the first time, and fill the table."""
        if not self._wanted and self._job is None:
            self._job = self._jobs.start(lambda _job: tuple(self._load()))
            self._job.done.connect(self._came)
        self._fill()

    def _came(self, wanted: tuple[Wanted, ...]) -> None:
        self._wanted = wanted
        self.permits.blockSignals(True)
        for one in wanted:
            self.permits.addItem(one.permit.title.in_("zh_CN"), one.permit.id)
        self.permits.blockSignals(False)
        self.permits.setVisible(len(wanted) > 1)
        self._fill()

    def _fill(self) -> None:
        if self._scene is None or not self._wanted:
            return
        scene, language = self._scene
        state = scene, language, self.permits.currentIndex(), self.gaps_only.isChecked()
        if state == self._shown:
            return
        self._shown = state
        one = self._wanted[max(0, self.permits.currentIndex())]
        self.permits.setItemText(self.permits.currentIndex(), one.permit.title.in_(language))
        found = coverage(scene, one.permit, self._folder, one.beside)
        self._rows = [row for row in found.rows if row.gaps or not self.gaps_only.isChecked()]
        self.table.setHorizontalHeaderLabels([self.tr("Requirement"), *(PART_NAMES[part].in_(language) for part in PARTS)])
        self.table.setRowCount(len(self._rows))
        for at, row in enumerate(self._rows):
            self._put(at, 0, row.requirement.title.in_(language), row.requirement.id, "text")
            for column, cell in enumerate(row.cells, 1):
                told = "\n".join((*cell.where, *(f"× {place}" for place in cell.lacking)))
                self._put(at, column, MARKS[cell.state], told, _ROLES[cell.state])
        self.sums.setText(self._summed(found, language))

    def _put(self, row: int, column: int, words: str, tip: str, role: str) -> None:
        item = QTableWidgetItem(words)
        item.setToolTip(tip)
        item.setForeground(self.look.color(role))
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table.setItem(row, column, item)

    def _summed(self, found: Coverage, language: str) -> str:
        return "   ".join(
            f"{PART_NAMES[part].in_(language)} {have}/{wanted}" for part in PARTS for have, wanted in [found.counts(part)]
        )

    def _mend(self, row: int, column: int) -> None:
        if 0 <= row < len(self._rows) and column:
            cell: Cell = self._rows[row].cells[column - 1]
            if cell.state == "missing" or cell.lacking or cell.where:
                self.gap.emit(self._rows[row], cell)
