"""What do the pages stand on? All they are handed instead of reaching for it: visit, catalogue, languages, jobs, voice.

Tests hand in others; nothing here is global.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from showroom.app.i18n import Languages
from showroom.app.kiosk.catalogue import Catalogue, Exhibit, Premises
from showroom.app.kiosk.jobs import Jobs
from showroom.app.kiosk.own_check import OwnCheck
from showroom.app.kiosk.own_files import OwnFiles
from showroom.app.kiosk.printing import Printed, print_pdfs
from showroom.app.kiosk.speech import Speech
from showroom.app.kiosk.visit import VisitHolder
from showroom.app.kiosk.voice import Voice, best_voice
from showroom.app.kiosk_config import KioskConfig
from showroom.domain.application import Application
from showroom.domain.permit import Permit
from showroom.domain.review import Review
from showroom.formats.worker import Waiting, cool_down, warm_up

Check = Callable[[Permit, Application, date, Waiting], Review]
"""Reviews a visitor's plan with these answers, as of a day; asks `Waiting` now and then whether to go on."""


def _today() -> date:
    return datetime.now().astimezone().date()


@dataclass
class Surroundings:
    """Handed to every page."""

    config: KioskConfig
    catalogue: Catalogue
    holder: VisitHolder
    languages: Languages
    jobs: Jobs = field(default_factory=Jobs)
    make_voice: Callable[[], Voice] = best_voice
    today: Callable[[], date] = _today
    make_check: Callable[[Path], Check] = OwnCheck
    expect_file: Callable[[], None] = warm_up
    """Called where a visitor is about to choose a file: the process that will read it starts now."""
    expect_none: Callable[[], None] = cool_down
    print_pdfs: Callable[[Sequence[bytes], str, str | None], Printed] = print_pdfs
    """Prints PDFs one after the other, under a title, on the printer of that name; called in a worker."""

    own_files: OwnFiles = field(default_factory=OwnFiles)
    """Copies of what the visitor brought, emptied when the visit ends."""

    clock: Callable[[], float] = time.monotonic
    """Seconds since some moment, for whoever waits for a visitor."""
    clock_runs: bool = True
    """Tests stop the clock and advance the tour themselves."""
    premises: Premises | None = None
    """What the stage holds now; of the hall, or of the visitor until they leave."""

    posters: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    """Pictures drawn of scenes that bring none, by scene id."""

    speech: Speech = field(init=False)
    """Reads any text aloud; one for the program's life."""

    def __post_init__(self) -> None:
        self.speech = Speech(self.make_voice, clock_runs=self.clock_runs)

    def pictures(self, exhibit: Exhibit | None) -> tuple[Path, ...]:
        """Return the pictures that show a scene."""
        if exhibit is None:
            return ()
        return exhibit.pictures or self.posters.get(exhibit.scene.id, ())

    @property
    def language(self) -> str:
        """The language content is read in."""
        return self.languages.current

    @property
    def exhibit(self) -> Exhibit | None:
        """The scene the visit is in: one of the hall's, or what the visitor's own plan makes."""
        visit = self.holder.visit
        own = visit.own.exhibit
        return own if own is not None and visit.scene_id == own.scene.id else self.catalogue.exhibit(visit.scene_id)

    @property
    def permit(self) -> Permit | None:
        """The permit the visit is about."""
        return self.catalogue.permit(self.holder.visit.permit_id)
