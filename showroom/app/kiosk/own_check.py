"""How is a visitor's own plan checked again and again? Read once, and after changed answers only what hangs on them is worked out.

A check belongs to one visit and is forgotten with it.
"""

from datetime import date
from pathlib import Path
from threading import Lock

from showroom.domain.application import Application
from showroom.domain.permit import Permit
from showroom.domain.plan import Plan
from showroom.domain.review import Review
from showroom.formats.worker import Waiting, read_plan_apart


class OwnCheck:
    """Checks one plan file; may be called from several threads, which then wait for each other."""

    def __init__(self, plan_path: Path) -> None:
        from showroom.review import Reviewer  # the rules are loaded when somebody checks a plan, not when the kiosk opens

        self._path = plan_path
        self._reviewer = Reviewer()
        self._read: tuple[tuple[int, int], Plan] | None = None
        self._one_at_a_time = Lock()

    def __call__(self, permit: Permit, application: Application, as_of: date, waiting: Waiting) -> Review:
        """Return the review of the plan as the file is now.

        Raises:
            InputError: the file cannot be used, or nobody waits any more.
        """
        with self._one_at_a_time:
            return self._reviewer.review(self._plan(waiting), permit, application, as_of=as_of)

    def _plan(self, waiting: Waiting) -> Plan:
        stamp = self._stamp()
        if self._read is None or stamp is None or self._read[0] != stamp:
            self._read = None
            plan = read_plan_apart(self._path, waiting=waiting)
            if stamp is None:
                return plan
            self._read = (stamp, plan)
        return self._read[1]

    def _stamp(self) -> tuple[int, int] | None:
        """When the file was written and how large it is; `None` where it is gone, which reading will say."""
        try:
            told = self._path.stat()
        except OSError:
            return None
        return told.st_mtime_ns, told.st_size
