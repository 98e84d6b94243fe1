"""What takes too long to be looked for at every keystroke? Hidden key points, clips, budgets: in a thread, a moment later."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from showroom.app.kiosk.jobs import Job, Jobs
from showroom.domain.scene import Scene
from showroom.packages.flaws import Flaw

PATIENCE = 1500
"""Milliseconds without a change after which it is looked again."""


class SlowFlaws(QObject):
    """The flaws found last; `found` follows when others were found. What fails is told by the log, and the last result stays."""

    found = Signal()

    def __init__(self, look_over: Callable[[Scene], Iterable[Flaw]], parent: QObject, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        self.flaws: tuple[Flaw, ...] = ()
        self._look_over = look_over
        self._scene: Scene | None = None
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=patience)
        self._soon.timeout.connect(self._begin)

    def ask(self, scene: Scene) -> None:
        """Have this scene looked over, once nothing more changes."""
        if scene is not self._scene:
            self._scene = scene
            self._soon.start()

    def end(self) -> None:
        """Look no more, and wait for what is under way."""
        self._soon.stop()
        self._jobs.close()

    def _begin(self) -> None:
        if self._job is not None:  # one at a time; the next begins when it ends
            self._soon.start()
            return
        scene = self._scene
        assert scene is not None
        self._job = self._jobs.start(lambda _job: tuple(self._look_over(scene)))
        self._job.done.connect(self._came)
        self._job.failed.connect(self._failed)

    def _came(self, flaws: tuple[Flaw, ...]) -> None:
        self._job = None
        if flaws != self.flaws:
            self.flaws = flaws
            self.found.emit()

    def _failed(self, _problems: object) -> None:
        self._job = None
