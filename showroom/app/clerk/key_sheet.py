"""Which keys are there? Every act of the table with its keys, menu by menu, and how the mouse is used."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from showroom.app.actions import ACTS, MENUS, Act, said


class KeySheet(QDialog):
    """The help sheet over its window."""

    def __init__(self, parent: QWidget, acts: Sequence[Act] = ACTS, *, on_stage: bool = True) -> None:
        """`acts` are those of the window; `on_stage`: it has a stage on which the mouse does something."""
        super().__init__(parent)
        self.setObjectName("key-sheet")
        self.setWindowTitle(self.tr("Keys and help"))
        self.resize(720, 760)
        body = QWidget(objectName="scrolled")
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for words, how in self._gestures() if on_stage else ():
            self._add(grid, words, how)
        for menu, title in MENUS.items():
            of_menu = [act for act in acts if act.menu == menu]
            if of_menu:
                self._head(grid, _plain(said(title)))
            for act in of_menu:
                keys = QKeySequence(act.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                self._add(grid, said(act.text), keys)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(body)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)

    def _gestures(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Look round"), self.tr("drag on the stage, or Q and E, R and F")),
            (self.tr("Walk"), self.tr("arrow keys or W, A, S, D; the wheel")),
            (self.tr("Move a key point along the surfaces"), self.tr("drag its disc")),
        )

    def _head(self, grid: QGridLayout, words: str) -> None:
        title = QLabel(words)
        title.setProperty("level", "strong")
        title.setContentsMargins(0, 14, 0, 2)
        grid.addWidget(title, grid.rowCount(), 0, 1, 2)

    def _add(self, grid: QGridLayout, words: str, keys: str) -> None:
        at = grid.rowCount()
        grid.addWidget(QLabel(words), at, 0)
        shown = QLabel(keys)
        shown.setProperty("tone", "muted")
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(shown, at, 1)


def _plain(title: str) -> str:
    """Return a menu's title without the mark of its key: `&Edit` and `编辑(&E)` are both bare words."""
    return re.sub(r"\(&.\)", "", title).replace("&", "")
