"""What is looked at in this hall, and what is most often missing? Numbers a day, and nothing that tells of a person.

One CSV file a day (`what,which,count`); a count knows neither the hour nor the visit it came from. Numbers gather in memory and are
written when a visit ends, so that the order of lines tells nothing either: lines are sorted.
"""

import csv
import io
import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from showroom.app.kiosk.visit import Visit
from showroom.domain.errors import InputError
from showroom.domain.finding import Outcome
from showroom.formats.writing import write_aside

_log = logging.getLogger(__name__)
FOLDER = "counts"
_HEAD = ("what", "which", "count")
_COUNTED = (Outcome.NOT_MET, Outcome.TO_CONFIRM)


@dataclass(frozen=True)
class Deed:
    """Something that is counted: what was done, and of which thing of the register or the scenes."""

    what: str
    which: str


def deeds(before: Visit, after: Visit, last_stop: Callable[[Visit], int]) -> Iterator[Deed]:
    """Yield what a change of the visit means for the counts; ids only, nothing a visitor brought or typed.

    `last_stop` tells the number of the last stop of the visit's tour.
    """
    if after.permit_id and after.permit_id != before.permit_id:
        yield Deed("permit", after.permit_id)
    if after.scene_id and after.page == "showroom" and before.page != "showroom":
        yield Deed("scene", after.scene_id)
    if after.walk.hotspot and after.walk.hotspot != before.walk.hotspot:
        yield Deed("card", f"{after.scene_id}/{after.walk.hotspot}")
    if before.walk.motion == "stopped" and after.walk.motion == "playing":
        yield Deed("tour-begun", str(after.scene_id))
    if before.walk.motion == "playing" and after.walk.motion == "stopped" and before.walk.stop >= last_stop(before):
        yield Deed("tour-finished", str(before.scene_id))
    review = after.own.review
    if review is not None and review is not before.own.review:
        yield Deed("plan-checked", str(after.permit_id))
        for outcome in _COUNTED:
            rows = {finding.requirement for finding in review.findings if finding.outcome is outcome}
            yield from (Deed(outcome.value, row) for row in sorted(rows))
    if after.rating.given and not before.rating.given:
        yield Deed("rating", str(after.rating.grade))
        yield from (Deed("rating-reason", reason) for reason in sorted(after.rating.reasons))


class Counts:
    """The numbers of today, kept in a folder."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self._folder, self._today = folder, today
        self._gathered: Counter[Deed] = Counter()

    def add(self, deed: Deed) -> None:
        """Count something once more."""
        self._gathered[deed] += 1

    def write(self) -> None:
        """Add what was gathered to today's file; where it cannot be written it is kept for the next time."""
        if not self._gathered:
            return
        path = self._folder / f"{self._today().isoformat()}.csv"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            known = Counter(read_day(path)) if path.exists() else Counter()
            write_aside(path, _csv(known + self._gathered))
        except (InputError, OSError):
            _log.info("the counts could not be written")
            return
        self._gathered.clear()


def read_day(path: Path) -> dict[Deed, int]:
    """Return the numbers of one day's file; lines somebody spoilt are left out. Raises OSError."""
    found: dict[Deed, int] = {}
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        for line in csv.reader(file):
            if len(line) == len(_HEAD) and line[2].isdecimal() and len(line[2]) < 12:
                found[Deed(line[0], line[1])] = int(line[2])
    return found


def read_days(folder: Path, since: date, until: date) -> dict[Deed, int]:
    """Return the sums over the days from `since` to `until`, both included; days without a file count nothing."""
    total: Counter[Deed] = Counter()
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else ():
        try:
            if since <= date.fromisoformat(path.stem) <= until:
                total.update(read_day(path))
        except (ValueError, OSError):
            continue
    return dict(total)


def _csv(counts: Counter[Deed]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_HEAD)
    for deed, count in sorted(counts.items(), key=lambda item: (item[0].what, item[0].which)):
        writer.writerow((deed.what, deed.which, count))
    return written.getvalue().encode()
