"""From which viewpoint is the chosen key point seen best? A list to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox


class ViewChoice(QComboBox):
    """The viewpoints of the scene and “none”. `chosen(id)` tells what the clerk chose, empty for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("view-choice")
        self._rows: list[tuple[str, str]] = []
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))
        self.retranslate()

    def show_views(self, rows: Sequence[tuple[str, str]], current: str | None, *, enabled: bool) -> None:
        """Show viewpoints as id and name, and which of them is chosen now."""
        if self._rows != list(rows):
            self._rows = list(rows)
            self._fill()
        self.setCurrentIndex(max(0, self.findData(current or "")))
        self.setEnabled(enabled)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        at = self.currentIndex()
        self._fill()
        self.setCurrentIndex(at)
        self.setAccessibleName(self.tr("Seen best from"))

    def _fill(self) -> None:
        self.clear()
        self.addItem(self.tr("No viewpoint yet"), "")
        for name, words in self._rows:
            self.addItem(words, name)
