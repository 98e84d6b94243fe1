"""Which scene is being edited, and how is every change undone? One immutable scene, and commands that hold before and after.

Nobody changes a scene in place: an edit makes a new one and hands it to `change`. What listens hears `sceneChanged(before, after)`,
whether the change was made, undone or done again.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from showroom import formats
from showroom.domain.scene import Scene
from showroom.formats.scene_versions import keep_version


class SceneChange(QUndoCommand):
    """One step of the history. Steps with the same `merge` key that follow each other become one, as a drag or typing should."""

    def __init__(self, document: "SceneDocument", text: str, before: Scene, after: Scene, merge: str = "") -> None:
        super().__init__(text)
        self._document, self._before, self._after, self._merge = document, before, after, merge

    def id(self) -> int:
        """Return 1 for steps that may merge, -1 for the others."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the later step in, and vanish where the two together change nothing."""
        if not isinstance(other, SceneChange) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        """Show the scene after the change."""
        self._document._show(self._after)

    def undo(self) -> None:
        """Show the scene before it."""
        self._document._show(self._before)


class SceneDocument(QObject):
    """The scene of one folder, its history, and whether it is saved."""

    sceneChanged = Signal(object, object)
    """Before, after."""
    savedChanged = Signal(bool)
    changeRefused = Signal()
    """Somebody tried to change a scene that is open to look at only."""

    def __init__(self, scene: Scene, folder: Path, parent: QObject | None = None, *, writable: bool = True) -> None:
        super().__init__(parent)
        self._scene, self.folder, self.writable = scene, folder, writable
        self.history = QUndoStack(self)
        self.history.cleanChanged.connect(self.savedChanged)

    @classmethod
    def open(cls, folder: Path, parent: QObject | None = None) -> "SceneDocument":
        """Return the document of the scene in `folder`. Raises InputError."""
        return cls(formats.read_scene(folder), folder, parent)

    @property
    def scene(self) -> Scene:
        """The scene as it is now."""
        return self._scene

    @property
    def saved(self) -> bool:
        """Whether the file holds what is shown."""
        return self.history.isClean()

    def change(self, text: str, after: Scene, merge: str = "") -> bool:
        """Make `after` the scene as one step called `text`; return whether anything changed. See `SceneChange` for `merge`."""
        if after == self._scene:
            return False
        if not self.writable:
            self.changeRefused.emit()
            return False
        self.history.push(SceneChange(self, text, self._scene, after, merge))
        return True

    def save(self) -> None:
        """Write the scene canonically, whole or not at all, once the file before is among the versions. Raises InputError."""
        keep_version(self.folder)
        formats.write_scene(self._scene, self.folder)
        self.history.setClean()

    def _show(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        self.sceneChanged.emit(before, scene)
