"""What has one visitor done? A frozen `Visit`, and the holder that tells the pages when it changes.

Nothing of a visitor lives anywhere else: dropping the visit forgets them. Comfort (language, print, contrast) outlives going
home, not a reset.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.sifting import Sieve
from showroom.app.kiosk.situation import Situation
from showroom.domain.application import Application
from showroom.domain.quiz import Question
from showroom.domain.review import Review
from showroom.modelling.figures import FigureKind
from showroom.reports.my_list import Mark, toggled
from showroom.view.stage import Vector, View

PageName = Literal[
    "attract", "lobby", "permit", "showroom", "plans", "questions", "result", "list", "takeaway", "rating", "search", "guidance"
]
Part = Literal["conditions", "documents", "procedure", "requirements"]
Motion = Literal["stopped", "playing", "paused"]
Calling = Literal["", "wave", "calling", "called", "unheard"]
"""Whether the visitor asked for a person, and what came of it: only the screen, on its way, called, or not got through."""
Told = Literal["", "printing", "sent", "absent", "stopped", "saving", "saved", "which-stick", "no-stick", "stick-trouble"]
"""What came of printing or saving the list."""


@dataclass(frozen=True)
class Comfort:
    """How this visitor reads best."""

    language: str = "zh_CN"
    large_print: bool = False
    high_contrast: bool = False
    read_aloud: bool = False
    """Whether every page is read aloud as soon as it is shown."""


@dataclass(frozen=True)
class QuizTurn:
    """A quiz under way: its questions, the one shown, and the answers chosen so far, each by its place."""

    questions: tuple[Question, ...]
    at: int = 0
    chosen: tuple[int, ...] = ()

    @property
    def question(self) -> Question | None:
        """The question shown; `None` when all were answered."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def answer(self) -> int | None:
        """The answer chosen to the question shown, `None` while there is none."""
        return self.chosen[self.at] if self.at < len(self.chosen) else None

    @property
    def spot(self) -> str | None:
        """The key point an answer is being explained at."""
        return self.question.hotspot if self.question is not None and self.answer is not None else None


@dataclass(frozen=True)
class Stood:
    """A figure set down on the floor of a storey: metres in the plan's axes, degrees counter-clockwise from +x."""

    kind: FigureKind
    x: float
    y: float
    yaw: float
    storey: str


@dataclass(frozen=True)
class Measurement:
    """What is being measured, and the points marked so far (metres, the plan's axes)."""

    kind: Literal["length", "height", "area"] = "length"
    marks: tuple[Vector, ...] = ()


@dataclass(frozen=True)
class Walk:
    """Where the visitor is in the showroom: key point read, list open, view, and the tour's stop and motion."""

    hotspot: str | None = None
    listed: tuple[str, ...] | None = None
    """Key points shown as a list: `()` all of them, some of them after tapping a cluster, `None` no list."""
    view: View = "inside"
    stop: int = 0
    motion: Motion = "stopped"
    placed: bool = False
    """Whether the visitor was set down at the entrance already."""
    tools: bool = False
    """Whether the tray of tools is open."""
    stood: tuple[Stood, ...] = ()
    """Who was set down in the premises, at most one of a kind."""
    cut: float | None = None
    """How high above the storey's floor the premises are cut open, metres; `None` for whole walls."""
    storey: str | None = None
    """The storey the visitor chose, or was led to; `None` where they did not."""
    rooms: bool = False
    """Whether the list of rooms is open."""
    tool: str | None = None
    """The tool in the visitor's hand, an id of `tools.TOOLS`."""
    switched: frozenset[str] = frozenset({"narration"})
    """The tools that are switched on."""
    measurement: Measurement | None = None
    """What the visitor measures; `None` while they do not."""
    sifted: Sieve = field(default_factory=Sieve)
    """What the list of key points is sifted by."""
    facet: str | None = None
    """The facet of the sieve whose values are open: zone, kind, binding or permit."""
    speed: float = 1.0
    """How many times as fast as usual the tour is told."""
    chapters: bool = False
    """Whether the tour's stops are shown as a list."""
    quiz: QuizTurn | None = None
    quizzes: int = 0
    """How many quizzes were begun."""
    heard: frozenset[str] = frozenset()
    """Zones that introduced themselves."""


@dataclass(frozen=True)
class OwnPlan:
    """The visitor's own plan: the file, what they answered, what came of it, and the finding they look at."""

    plan_path: Path | None = None
    check: Callable[..., Review] | None = None
    """Checks the file, and remembers what it found out; `None` until a file is taken."""
    folder: Path | None = None
    application: Application = field(default_factory=Application)
    review: Review | None = None
    exhibit: Exhibit | None = None
    """The premises the plan makes, once the visitor wanted to walk through them."""
    finding: int | None = None
    opened: frozenset[str] | None = None
    """Groups of findings that stand open; `None` the ones opened at first."""
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True)
class TakeAway:
    """What the visitor chose for taking the list home, and what came of it."""

    code: int = 0
    """The QR code shown, counted from 0."""
    large: bool | None = None
    """Whether the paper is set in large print; `None` as the screen is."""
    checklist: bool = True
    """Whether the inspector's checklist of the visitor's own plan goes along."""
    told: Told = ""
    place: str = ""
    """Where it was saved."""


@dataclass(frozen=True)
class Rating:
    """How well the visitor was served: a grade from 5 (very satisfied) to 1, reasons of a low one, and whether it was given."""

    grade: int | None = None
    reasons: frozenset[str] = frozenset()
    given: bool = False


@dataclass(frozen=True)
class Looking:
    """What the visitor looks for: what was typed, the kind of things wanted (`None` all), and the page a result led to."""

    typed: str = ""
    kind: str | None = None
    led_to: PageName | None = None


@dataclass(frozen=True)
class Visit:
    """Everything one visitor did. A new one knows nothing."""

    comfort: Comfort = Comfort()
    page: PageName = "lobby"
    permit_id: str | None = None
    scene_id: str | None = None
    part: Part = "conditions"
    opened: str | None = None
    """The requirement or paper that stands open on the permit's page."""
    looking: Looking = Looking()
    situation: Situation = field(default_factory=Situation)
    """What the visitor told about their premises."""
    help_open: bool = False
    clerk: Calling = ""
    walk: Walk = Walk()
    own: OwnPlan = field(default_factory=OwnPlan)
    marked: tuple[Mark, ...] = ()
    """What the visitor put on the list, in that order."""
    list_from: PageName = "lobby"
    """The page the list was opened from."""
    take: TakeAway = TakeAway()
    rating: Rating = Rating()

    def revise(self, **changes: Any) -> "Visit":
        """Return the visit with `changes`."""
        return replace(self, **changes)


class VisitHolder(QObject):
    """The visit now. `changed(before, after)` follows every change."""

    changed = Signal(object, object)
    ended = Signal()
    """The visit was reset: whatever else was kept of the visitor is to be forgotten now."""

    def __init__(self, first: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self.visit = first

    @property
    def first(self) -> Visit:
        """The visit everybody begins with."""
        return self._first

    def put(self, visit: Visit) -> None:
        """Make `visit` the one that holds."""
        before, self.visit = self.visit, visit
        if before != visit:
            self.changed.emit(before, visit)

    def revise(self, **changes: Any) -> None:
        """Change parts of the visit."""
        self.put(replace(self.visit, **changes))

    def walk(self, **changes: Any) -> None:
        """Change parts of the walk."""
        self.revise(walk=replace(self.visit.walk, **changes))

    def own(self, **changes: Any) -> None:
        """Change parts of what concerns the visitor's own plan."""
        self.revise(own=replace(self.visit.own, **changes))

    def comfort(self, **changes: Any) -> None:
        """Change how the visitor reads."""
        self.revise(comfort=replace(self.visit.comfort, **changes))

    def tell(self, **changes: Any) -> None:
        """Change parts of what the visitor told about their premises."""
        self.revise(situation=replace(self.visit.situation, **changes))

    def look_for(self, **changes: Any) -> None:
        """Change parts of what the visitor looks for."""
        self.revise(looking=replace(self.visit.looking, **changes))

    def easy_mode(self, *, on: bool) -> None:
        """Turn easy mode on or off: large print with all that hangs on it, and every page read aloud."""
        self.comfort(large_print=on, read_aloud=on)

    def toggle_marked(self, *marks: Mark) -> None:
        """Put these on the visitor's list; take them off where all of them are on it."""
        self.revise(marked=toggled(self.visit.marked, marks))

    def take(self, **changes: Any) -> None:
        """Change parts of what concerns taking the list home."""
        self.revise(take=replace(self.visit.take, **changes))

    def rate(self, **changes: Any) -> None:
        """Change parts of the service rating."""
        self.revise(rating=replace(self.visit.rating, **changes))

    def open_list(self) -> None:
        """Show the visitor's list; Back leads to the page it was opened from."""
        after = self.visit.list_from if self.visit.page in ("list", "takeaway", "rating") else self.visit.page
        self.revise(page="list", list_from=after)

    def home(self) -> None:
        """Forget where the visitor was; keep how they read, what they told, their list, and the plan the list speaks of."""
        now = self.visit
        own = replace(now.own, finding=None, opened=None, trouble=())
        page: PageName = "lobby" if self._first.page == "attract" else self._first.page
        self.put(replace(self._first, page=page, comfort=now.comfort, situation=now.situation, marked=now.marked, own=own))

    def reset(self) -> None:
        """Forget everything; the next visitor begins."""
        self.put(self._first)
        self.ended.emit()
