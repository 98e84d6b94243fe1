"""When is unsaved work written into the recovery file? Within 25 seconds of a change, and before risky acts.

Writing is done beside the window's thread, so that neither a large scene nor a slow disk makes the clerk wait.
"""

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from showroom.app.clerk.recovery import drop_recovery, sum_of, write_recovery
from showroom.app.document import SceneDocument
from showroom.domain.errors import InputError
from showroom.domain.scene import Scene

EVERY = 25_000
"""Milliseconds from a change to its being written; with the writing itself a power cut costs less than 30 seconds of work."""


class Autosave(QObject):
    """Keeps the recovery file of one document up to date while there is unsaved work, and removes it when there is none."""

    kept = Signal(object)
    """The scene that is on the disk now; comes from the writing thread."""
    failed = Signal(str)
    """Why it could not be written; comes from the writing thread."""

    def __init__(self, document: SceneDocument, every: int = EVERY) -> None:
        super().__init__(document)
        self._document = document
        self._waiting = QTimer(self, singleShot=True, interval=every)
        self._waiting.timeout.connect(self.write)
        self._writing: threading.Thread | None = None
        self._written: Scene | None = None
        self._ended = False
        self.failed.connect(self._changed)  # try again
        document.sceneChanged.connect(self._changed)
        document.savedChanged.connect(self._saved)

    @property
    def due(self) -> bool:
        """Whether a change waits to be written."""
        return self._waiting.isActive()

    def write(self) -> None:
        """Begin to write what is not on the disk yet; one writing is never overtaken by the next."""
        self._waiting.stop()
        document = self._document
        if document.saved or document.scene is self._written:
            return
        if self._writing is not None and self._writing.is_alive():
            self._waiting.start()
            return
        self.settle()
        self._written = document.scene
        work = (document.scene, sum_of(document.folder))
        self._writing = threading.Thread(target=self._write, args=work, name="autosave")
        self._writing.start()

    def settle(self) -> None:
        """Wait until nothing is being written."""
        if self._writing is not None:
            self._writing.join()
            self._writing = None

    def before_risk(self) -> None:
        """Have everything on the disk before an act that may go wrong."""
        self.settle()
        self.write()
        self.settle()

    def end(self) -> None:
        """Stop, and remove the recovery file: the work is saved, or was thrown away on purpose."""
        self._ended = True
        if self._document.writable:
            self._forget()

    def _changed(self, *_: object) -> None:
        if not self._ended and not self._waiting.isActive():
            self._waiting.start()

    def _saved(self, saved: bool) -> None:
        if saved and not self._ended:
            self._forget()

    def _forget(self) -> None:
        self._waiting.stop()
        self.settle()
        self._written = None
        drop_recovery(self._document.folder)

    def _write(self, scene: Scene, made_from: str) -> None:
        try:
            write_recovery(self._document.folder, scene, made_from)
        except InputError as error:
            self._written = None
            self.failed.emit("\n".join(map(str, error.problems)))
        else:
            self.kept.emit(scene)
