"""What do visitors look at, and what is most often missing? The kiosk's anonymous counts as a table over some days."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from showroom.app.kiosk.counts import Deed, read_days
from showroom.domain.permit import Requirement

WORDS: dict[str, str] = {
    "visit": QT_TRANSLATE_NOOP("CountsPage", "Visits"),
    "permit": QT_TRANSLATE_NOOP("CountsPage", "Permit opened"),
    "scene": QT_TRANSLATE_NOOP("CountsPage", "Premises entered"),
    "card": QT_TRANSLATE_NOOP("CountsPage", "Card opened"),
    "tour-begun": QT_TRANSLATE_NOOP("CountsPage", "Tour begun"),
    "tour-finished": QT_TRANSLATE_NOOP("CountsPage", "Tour finished"),
    "plan-checked": QT_TRANSLATE_NOOP("CountsPage", "Plan checked"),
    "not_met": QT_TRANSLATE_NOOP("CountsPage", "Not met in a plan"),
    "to_confirm": QT_TRANSLATE_NOOP("CountsPage", "Open in a plan"),
    "rating": QT_TRANSLATE_NOOP("CountsPage", "Service rated (5 is best)"),
    "rating-reason": QT_TRANSLATE_NOOP("CountsPage", "Reason of a low rating"),
}
"""What is counted, in the order of the table."""
_PERIODS = (1, 7, 30, 365)


class CountsPage(QDialog):
    """The table, the choice of days, and another folder where the kiosk is another machine."""

    def __init__(
        self, parent: QWidget | None, folder: Path, register: Mapping[str, Requirement], language: str, today: Callable[[], date]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("counts-page")
        self.setWindowTitle(self.tr("Kiosk counts"))
        self.resize(820, 640)
        self._folder, self._register, self._language, self._today = folder, register, language, today
        self.days = QComboBox(objectName="count-days")
        for period in _PERIODS:
            words = self.tr("Today") if period == 1 else self.tr("Last {count} days").format(count=period)
            self.days.addItem(words, period)
        self.days.setCurrentIndex(2)
        self.days.setAccessibleName(self.tr("Days"))
        self.days.currentIndexChanged.connect(self.fill)
        elsewhere = QPushButton(self.tr("Another folder…"), objectName="count-folder")
        elsewhere.clicked.connect(self._choose_folder)
        self._where = QLabel(objectName="count-where")
        self._where.setProperty("tone", "muted")
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = QTableWidget(0, 3, objectName="counts")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels([self.tr("What"), self.tr("Which"), self.tr("Times")])
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        close = QDialogButtonBox.StandardButton.Close
        buttons = QDialogButtonBox(close)
        buttons.button(close).setText(self.tr("Close"))
        buttons.button(close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        for widget in (self.days, elsewhere):
            top.addWidget(widget)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addLayout(top)
        layout.addWidget(self._where)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.fill()

    def fill(self) -> None:
        """Show the sums of the days chosen, what was counted most first."""
        until = self._today()
        counts = read_days(self._folder, until - timedelta(days=self.days.currentData() - 1), until)
        order = list(WORDS)
        known = [deed for deed in counts if deed.what in WORDS]
        lines = sorted(known, key=lambda deed: (order.index(deed.what), -counts[deed], deed.which))
        self.table.setRowCount(len(lines))
        for row, deed in enumerate(lines):
            words = QCoreApplication.translate("CountsPage", WORDS[deed.what])
            for column, text in enumerate((words, self._named(deed), str(counts[deed]))):
                item = QTableWidgetItem(text)
                if column == 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        none = "" if lines else self.tr("Nothing was counted in these days.") + "  "
        self._where.setText(f"{none}{self._folder}")

    def _named(self, deed: Deed) -> str:
        requirement = self._register.get(deed.which)
        if deed.what == "visit":
            return ""
        return f"{requirement.title.in_(self._language)}  ({deed.which})" if requirement is not None else deed.which

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Another folder…"), str(self._folder))
        if chosen:
            self.show_folder(Path(chosen))

    def show_folder(self, folder: Path) -> None:
        """Show the counts of another folder."""
        self._folder = folder
        self.fill()
