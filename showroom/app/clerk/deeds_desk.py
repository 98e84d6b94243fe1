"""What is done to the desk itself? It is made dark or light, and its docks are put back; nothing of the scene changes."""

from dataclasses import replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QUndoView, QWidget

from showroom.app.actions import ACTS
from showroom.app.clerk import desk
from showroom.app.theme import Look


@runtime_checkable
class Dressed(Protocol):
    """A part that paints in colours of its own, and is told when they change."""

    def wear(self, look: Look) -> None:
        """Paint in the colours of another look."""


class DeskDeeds(QMainWindow):
    """A window with a desk, and the acts that change how it stands."""

    look: Look
    acts: dict[str, QAction]
    history_view: QUndoView
    chosen: str | None
    first_layout: QByteArray | None = None
    """Where the docks stood before the clerk moved any."""

    def set_dark(self, on: bool) -> None:
        """Make the desk dark or light; what the kiosk shows stays as the kiosk shows it."""
        self.look = replace(self.look, dark=on)
        self.setStyleSheet(desk.style_sheet(self.look))
        for act in ACTS:
            self.acts[act.id].setIcon(desk.icon(self.look, act.icon))
        self.history_view.setCleanIcon(desk.icon(self.look, "save"))
        for part in self.findChildren(QWidget):
            if isinstance(part, Dressed):
                part.wear(self.look)
        self.choose(self.chosen)

    def lay_out_anew(self) -> None:
        """Show every dock where it stood at first."""
        if self.first_layout is not None:
            self.restoreState(self.first_layout, desk.LAYOUT)

    def choose(self, spot_id: str | None, *, look: bool = False) -> None:
        """Choose a key point (or none) and show everything anew."""
        raise NotImplementedError
