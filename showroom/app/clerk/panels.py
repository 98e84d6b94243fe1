"""What stands beside the stage? Lists of key points, viewpoints and problems, and the card as the kiosk will show it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from showroom.app.clerk.problems import Complaint
from showroom.app.kiosk.card import KeyPointCard
from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.theme import Look
from showroom.app.widgets.words import label
from showroom.domain.permit import Requirement
from showroom.domain.scene import Scene

_ID = Qt.ItemDataRole.UserRole


class NamedList(QListWidget):
    """Rows with an id. `picked(id)` when another row is chosen, `opened(id)` on a double click or Return, `renamed(id, words)`."""

    picked = Signal(str)
    opened = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, look: Look, name: str, *, editable: bool = False) -> None:
        super().__init__()
        self._filling = False
        self._editable = editable
        self._look = look
        self.setObjectName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed if editable else QAbstractItemView.EditTrigger.NoEditTriggers
        )
        self.currentItemChanged.connect(self._moved)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_ID)))
        self.itemChanged.connect(self._edited)

    def show_rows(self, rows: Sequence[tuple[str, str, str]], chosen: str | None) -> None:
        """Show rows of id, words and tool tip; one of them chosen."""
        self._filling = True
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        at = -1
        for index, (name, words, tip) in enumerate(rows):
            item = self.item(index)
            item.setText(words)
            item.setData(_ID, name)
            item.setToolTip(tip)
            if self._editable:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            at = index if name == chosen else at
        self.setCurrentRow(at)
        self._filling = False

    def wear(self, look: Look) -> None:
        """Paint in the colours of another look."""
        self._look = look

    def ids(self) -> list[str]:
        """Return the ids of the rows in order."""
        return [self.item(index).data(_ID) for index in range(self.count())]

    def _moved(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.picked.emit(item.data(_ID))

    def _edited(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.renamed.emit(item.data(_ID), item.text())


class ProblemList(NamedList):
    """The complaints, each in the colour of its weight after a sign of its own."""

    SIGNS: Mapping[str, tuple[str, str]] = {"wrong": ("✕", "not_met"), "missing": ("!", "to_confirm"), "advice": ("·", "muted")}

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.setWordWrap(True)

    def show_complaints(self, found: Sequence[Complaint]) -> None:
        """Show what is to be mended."""
        rows = [(one.spot or "", f"{self.SIGNS[one.weight][0]}  {one.sentence}", one.sentence) for one in found]
        self.show_rows(rows or [("", self.tr("✓  Nothing to mend."), "")], None)
        for index, one in enumerate(found):
            self.item(index).setForeground(QBrush(self._look.color(self.SIGNS[one.weight][1])))
        if not found:
            self.item(0).setForeground(QBrush(self._look.color("met")))


class CardPreview(QWidget):
    """The chosen key point's card as the kiosk shows it, made anew shortly after a change. `moved(±1)` asks for another."""

    moved = Signal(int)
    DELAY = 120

    def __init__(self, look: Look, folder: Path, register: Mapping[str, Requirement]) -> None:
        super().__init__()
        self._look, self._folder, self._register = look, folder, register
        self.setObjectName("card-preview")
        self._wanted: tuple[Scene, str | None, str] | None = None
        self.card: KeyPointCard | None = None
        self.empty = label("", "body", "muted", name="preview-empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)
        self._kiosk = QWidget(self)
        self._kiosk.setStyleSheet(look.style_sheet)  # as the kiosk shows it, however dark the desk
        outer.addWidget(self._kiosk, 1)
        self._layout = QVBoxLayout(self._kiosk)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._later = QTimer(self, singleShot=True, interval=self.DELAY)
        self._later.timeout.connect(self.refresh)
        self.retranslate()

    def show_spot(self, scene: Scene, spot_id: str | None, language: str) -> None:
        """Ask for a card; several requests in a row make one."""
        self._wanted = (scene, spot_id, language)
        self._later.start()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.empty.setText(self.tr("Choose a key point to see its card."))
        self.refresh()

    def refresh(self) -> None:
        """Make the card that was asked for last."""
        self._later.stop()
        if self.card is not None:
            self._layout.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        scene, spot_id, language = self._wanted or (None, None, "")
        self.empty.setVisible(scene is None or spot_id is None)
        self._kiosk.setHidden(scene is None or spot_id is None)
        if scene is None or spot_id is None:
            return
        spot = scene.hotspot(spot_id)
        number = scene.hotspots.index(spot) + 1
        rows = [self._register[name] for name in spot.requirements if name in self._register]
        exhibit = Exhibit(self._folder, scene)
        self.card = KeyPointCard(self._look, self, language, exhibit, spot, rows, number=number, count=len(scene.hotspots))
        close = self.card.findChild(QWidget, "card-close")
        if close is not None:
            close.hide()
        self.card.moved.connect(self.moved)
        self._layout.addWidget(self.card, 1)
