"""Which earlier version is meant? A list of the versions kept of a scene, newest first, with what each holds."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from showroom import formats
from showroom.app.theme import Look
from showroom.domain.errors import InputError
from showroom.domain.scene import Scene
from showroom.formats.scene_versions import versions


class VersionChoice(QDialog):
    """The list and two buttons; `scene` is the version chosen. A version that cannot be read is listed, and cannot be chosen."""

    def __init__(self, parent: QWidget, folder: Path, look: Look) -> None:
        super().__init__(parent)
        self.setObjectName("versions-page")
        self.setWindowTitle(self.tr("Earlier versions"))
        self.resize(look.px(720), look.px(640))
        words = QLabel(self.tr("The version chosen replaces what is shown now, as one step that can be undone."), wordWrap=True)
        self.list = QListWidget(objectName="versions")
        self.list.setAccessibleName(self.windowTitle())
        for version in versions(folder):
            self._add(f"{version.kept:%Y-%m-%d %H:%M:%S}", version.path)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        cancel.setIcon(QIcon())  # the desktop's own would be the only one of its kind
        self.restore = buttons.addButton(self.tr("Restore this version"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.restore.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.currentItemChanged.connect(lambda *_: self.restore.setEnabled(self.scene is not None))
        self.list.itemDoubleClicked.connect(lambda _item: self.accept() if self.scene is not None else None)
        column = QVBoxLayout(self)
        for part in (words, self.list, buttons):
            column.addWidget(part)

    @property
    def scene(self) -> Scene | None:
        """The version chosen, or `None`."""
        item = self.list.currentItem()
        chosen: Scene | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return chosen

    def _add(self, when: str, path: Path) -> None:
        try:
            scene = formats.read_scene(path)
        except InputError:
            item = QListWidgetItem(f"{when}   {self.tr('cannot be read')}")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            held = self.tr("{points} key points, {views} viewpoints, {tours} tours").format(
                points=len(scene.hotspots), views=len(scene.viewpoints), tours=len(scene.tours)
            )
            item = QListWidgetItem(f"{when}   {held}")
            item.setData(Qt.ItemDataRole.UserRole, scene)
        self.list.addItem(item)
