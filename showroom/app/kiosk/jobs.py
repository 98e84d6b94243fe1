"""How does slow work leave the window free? One call in a pool's thread, one signal back; a job that was given up stays silent.

A job belongs to `Jobs`, not to the page that asked: pages come and go while a thread still runs, and a signal needs somebody to
come home to.
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from showroom.domain.errors import Problem, ShowroomError

_log = logging.getLogger(__name__)


class Job(QObject):
    """One call on its way. `done(result)` or `failed(problems)` follows in the window's thread, unless `cancel` came first."""

    done = Signal(object)
    failed = Signal(object)
    _came = Signal(object, object, object)

    def __init__(self, call: Callable[["Job"], object], *, of_hall: bool = False) -> None:
        super().__init__()
        self.of_hall = of_hall
        self._wanted = True
        self._call = call

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it; long calls look now and then."""
        return self._wanted

    def cancel(self) -> None:
        """Give the job up: its result will not be told."""
        self._wanted = False

    def _run(self) -> None:
        """In a thread of the pool: call, and send home what came of it."""
        result: object = None
        problems: tuple[Problem, ...] | None = None
        try:
            result = self._call(self)
        except ShowroomError as error:
            problems = error.problems
        except Exception:  # noqa: BLE001 - whatever it was, the visitor is told and the log has it
            _log.exception("a job failed")
            problems = (Problem("", ""),)
        self._came.emit(self, result, problems)


class Jobs(QObject):
    """Everything that is on its way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Job] = set()

    def start(self, call: Callable[[Job], object], *, of_hall: bool = False) -> Job:
        """Start `call` in a thread; it is handed its job, which tells whether it is still wanted.

        A job `of_hall` has nothing to do with the visitor of now and outlives the visit.
        """
        job = Job(call, of_hall=of_hall)
        job._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._running.add(job)
        self._pool.start(job._run)
        return job

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until nothing runs any more; `False` where that takes longer."""
        return self._pool.waitForDone(milliseconds)

    def give_up(self) -> None:
        """Give up what was asked for a visitor; what runs already ends by itself, and tells nobody."""
        for job in list(self._running):
            if not job.of_hall:
                job.cancel()

    def close(self) -> None:
        """Give everything up and wait for the threads."""
        for job in self._running:
            job.cancel()
        self._pool.clear()
        self.wait()

    def _deliver(self, job: Job, result: object, problems: object) -> None:
        self._running.discard(job)
        if not job._wanted:
            return
        job.cancel()
        if problems is not None:
            job.failed.emit(problems)
        else:
            job.done.emit(result)
