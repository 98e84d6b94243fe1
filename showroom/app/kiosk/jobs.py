"""How does slow work leave the window free? One call in a pool's thread, one signal back; a job that was given up stays silent."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from showroom.domain.errors import Problem, ShowroomError

_log = logging.getLogger(__name__)


class Job(QObject):
    """One call on its way. Either `done(result)` or `failed(problems)` follows, in the window's thread, unless `cancel` came first."""

    done = Signal(object)
    failed = Signal(object)
    _came = Signal(object, object)

    def __init__(self, call: Callable[[], object], pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = True
        self._came.connect(self._deliver)
        self._work = _Work(call, self._came)
        pool.start(self._work)

    def cancel(self) -> None:
        """Give the job up: its result will not be told."""
        self._wanted = False

    def _deliver(self, result: object, problems: object) -> None:
        if not self._wanted:
            return
        self._wanted = False
        if problems is not None:
            self.failed.emit(problems)
        else:
            self.done.emit(result)


class _Work(QRunnable):
    def __init__(self, call: Callable[[], object], came: object) -> None:
        super().__init__()
        self._call, self._came = call, came

    def run(self) -> None:
        """Call, and send what came of it."""
        result: object = None
        problems: tuple[Problem, ...] | None = None
        try:
            result = self._call()
        except ShowroomError as error:
            problems = error.problems
        except Exception:
            _log.exception("a job failed")
            problems = (Problem("", ""),)
        try:
            self._came.emit(result, problems)  # type: ignore[attr-defined]
        except RuntimeError:
            _log.debug("the window was closed before a job came back")
