"""Where in the scene is a thing, and which key points hang on it? A tree of rooms, things and key points, with a search field."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from showroom.app.clerk.things import Kind, Room, Thing
from showroom.app.theme import Look
from showroom.domain.scene import Hotspot

_THING = Qt.ItemDataRole.UserRole
_SPOT = Qt.ItemDataRole.UserRole + 1


class SceneTree(QWidget):
    """Rooms, the things in them, and the key points on those. `picked(id)` chooses a key point, `seen(Thing)` asks to see a thing.

    It is filled when it is first seen, and then whenever the key points have changed.
    """

    picked = Signal(str)
    seen = Signal(object)

    def __init__(self, look: Look, rooms: Sequence[Room]) -> None:
        super().__init__()
        self._rooms = tuple(rooms)
        self._wanted: tuple[tuple[Hotspot, ...], str] = ((), "")
        self._shown: tuple[tuple[Hotspot, ...], str] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill)
        self.search = QLineEdit(objectName="tree-search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._sift)
        self.tree = QTreeWidget(objectName="scene-tree")
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.currentItemChanged.connect(self._moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        self.retranslate()

    def show_spots(self, spots: tuple[Hotspot, ...], language: str) -> None:
        """Hang these key points on their things; words of the scene in `language`."""
        self._wanted = (spots, language)
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.search.setPlaceholderText(self.tr("Search: a room, a thing, a key point"))
        self.search.setAccessibleName(self.tr("Search the scene"))
        self.tree.setAccessibleName(self.tr("Rooms and things of the scene"))
        self._shown = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """See that somebody looks: a dock behind another is never painted."""
        super().paintEvent(event)
        self._soon.start()

    def _fill(self) -> None:
        if self._wanted == self._shown:
            return
        tops = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        open_rooms = {item.text(0) for item in tops if item.isExpanded()}
        self._shown = self._wanted
        spots, language = self._wanted
        hung = dict(enumerate(spots, 1))
        items = []
        for room in self._rooms:
            item = QTreeWidgetItem([room.words.in_(language) if room.words else self.tr("In no room")])
            for thing in room.things:
                below = QTreeWidgetItem(item, [_named(thing, language)])
                below.setData(0, _THING, thing)
                below.setToolTip(0, thing.id)
                for number in [n for n, spot in hung.items() if spot.anchor.node in (thing.id, *thing.nodes)]:
                    below.addChild(_spot_item(number, hung.pop(number), language))
            items.append(item)
        if hung:
            loose = QTreeWidgetItem([self.tr("Key points on no thing")])
            loose.addChildren([_spot_item(number, spot, language) for number, spot in hung.items()])
            items.append(loose)
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems(items)
        self.tree.blockSignals(False)
        for item in items:
            item.setExpanded(item.text(0) in open_rooms)
        self._sift(self.search.text())

    def _sift(self, words: str) -> None:
        """Show what says these words, with what it is in and what hangs on it."""
        wanted = words.strip().lower()
        for at in range(self.tree.topLevelItemCount()):
            _sifted(self.tree.topLevelItem(at), wanted)

    def _moved(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        if spot := item.data(0, _SPOT):
            self.picked.emit(spot)
        elif thing := item.data(0, _THING):
            self.seen.emit(thing)


def _spot_item(number: int, spot: Hotspot, language: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{number}   {spot.card.title.in_(language)}"])
    item.setData(0, _SPOT, spot.id)
    item.setToolTip(0, f"{spot.id} · {', '.join(spot.requirements)}")
    return item


def _sifted(item: QTreeWidgetItem, wanted: str) -> bool:
    """Hide the item unless it, or something below it, says what is wanted; tell whether it is shown."""
    said = wanted in item.text(0).lower() or wanted in item.toolTip(0).lower()
    below = [_sifted(item.child(at), "" if said else wanted) for at in range(item.childCount())]
    item.setHidden(not (said or any(below)))
    if wanted and any(below) and not said:
        item.setExpanded(True)
    return not item.isHidden()


def _named(thing: Thing, language: str) -> str:
    if thing.words is not None:
        return thing.words.in_(language)
    kinds: dict[Kind, str] = {
        "door": QCoreApplication.translate("SceneTree", "Door"),
        "window": QCoreApplication.translate("SceneTree", "Window"),
        "passage": QCoreApplication.translate("SceneTree", "Passage"),
        "hatch": QCoreApplication.translate("SceneTree", "Hatch"),
        "wall": QCoreApplication.translate("SceneTree", "Wall"),
        "column": QCoreApplication.translate("SceneTree", "Column"),
        "stair": QCoreApplication.translate("SceneTree", "Stair"),
        "floor": QCoreApplication.translate("SceneTree", "Floor"),
        "ceiling": QCoreApplication.translate("SceneTree", "Ceiling and lamps"),
        "other": thing.id,
    }
    return f"{kinds[thing.kind]}   {thing.id}"
