"""What did the rules measure in the sample premises? One review a scene and permit, made in the background when a card first asks.

It is of the hall, not of a visitor, and is kept with the catalogue.
"""

import logging
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from showroom.app.kiosk.jobs import Job
from showroom.app.kiosk.showing import Showing
from showroom.domain.finding import Finding, Outcome
from showroom.domain.permit import Requirement
from showroom.domain.review import Review
from showroom.domain.scene import Hotspot

_log = logging.getLogger(__name__)


class SampleFigures(QObject):
    """The figures of one showing. `ready` follows when they are known."""

    ready = Signal()

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing.stage_widget)
        self._showing = showing
        self._job: Job | None = None

    @property
    def _kept(self) -> dict[tuple[str, str], tuple[Finding, ...]]:
        return self._showing.surroundings.catalogue.measured

    @property
    def _key(self) -> tuple[str, str]:
        return str(self._showing.exhibit.folder), self._showing.permit.id

    def ask(self) -> None:
        """Have the sample premises measured, unless they were, or are being."""
        if self._key in self._kept or self._job is not None or self._showing.exhibit.own is not None:
            return  # the cards of one's own premises say what was measured there
        showing = self._showing
        today, permit, exhibit, plan = showing.surroundings.today(), showing.permit, showing.exhibit, showing.premises.plan

        def measure(_job: Job) -> Review:
            from showroom import formats  # the rules are loaded when somebody reads a card, not when the kiosk opens
            from showroom.review import review

            return review(plan, permit, formats.read_application(exhibit.folder / exhibit.scene.application), as_of=today)

        self._job = showing.surroundings.jobs.start(measure)
        self._job.done.connect(self._measured)
        self._job.failed.connect(self._failed)

    def of(self, spot: Hotspot, rows: Iterable[Requirement]) -> dict[str, Finding]:
        """Return for each requirement the finding to be shown at a key point: of its own thing, else the tightest one."""
        known = self._kept.get(self._key, ())
        return {row.id: found for row in rows if (found := _best(spot, [one for one in known if one.requirement == row.id]))}

    def close(self) -> None:
        """Wait for nothing any more."""
        if self._job is not None:
            self._job.cancel()

    def _measured(self, review: Review) -> None:
        self._job, self._kept[self._key] = None, review.findings
        self.ready.emit()

    def _failed(self, problems: object) -> None:
        self._job, self._kept[self._key] = None, ()
        for problem in problems if isinstance(problems, tuple) else ():
            _log.error("scene %s: its premises cannot be measured: %s", self._showing.exhibit.scene.id, problem)


def _best(spot: Hotspot, found: list[Finding]) -> Finding | None:
    """The finding about the key point's own thing, else the one with the least to spare; `None` where nothing has a measure.

    A bare count says nothing beside the sentence that asks for the thing.
    """
    measured = [one for one in found if one.measured is not None and one.measured.unit and one.outcome is Outcome.MET]
    own = [one for one in measured if spot.anchor.node in one.affected]
    return min(own or measured, key=lambda one: one.margin if one.margin is not None else 0.0, default=None)
