"""What does this kiosk have to show? Permits and scenes as read from their files, and the pictures that go with them.

A permit or scene that cannot be read is left out here and named in the log: an applicant never sees a file's mistake.
"""

import logging
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from showroom import formats
from showroom.domain.errors import InputError
from showroom.domain.finding import Finding
from showroom.domain.guidance import Questionnaire
from showroom.domain.permit import Permit, Requirement
from showroom.domain.plan import Plan
from showroom.domain.quiz import Question
from showroom.domain.review import Review
from showroom.domain.scene import Hotspot, Scene, Tour
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling.model import Model
from showroom.packages.flaws import as_problem, file_flaws, placing_flaws
from showroom.packages.scenes import scene_folders
from showroom.search import Index, entries_of
from showroom.view.kept import ready_model
from showroom.view.loading import Prepared

_log = logging.getLogger(__name__)
_HERO_NAMES = ("hero", "cover", "dining", "inside", "lobby")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True)
class Exhibit:
    """A scene and its folder (of a visitor's own, a name for it)."""

    folder: Path
    scene: Scene
    own: Review | None = None
    """The review of the visitor's own plan, of which this scene was made; nothing of it lies on a disk."""

    @property
    def plan_path(self) -> Path:
        """The plan of the sample premises."""
        return self.folder / self.scene.plan

    @property
    def model_path(self) -> Path:
        """The GLB of the sample premises."""
        return self.folder / self.scene.model

    @cached_property
    def pictures(self) -> tuple[Path, ...]:
        """The scene's pictures, those meant for the lobby first."""
        found = (path for path in (self.folder / "pictures").glob("*") if path.suffix.lower() in _PICTURES)
        return tuple(sorted(found, key=lambda path: (hero_rank(path), path.name)))

    def file(self, relative: str) -> Path | None:
        """Return a file of the scene's folder, or `None` where it is missing or empty."""
        path = self.folder / relative
        return path if path.is_file() and path.stat().st_size else None

    def hotspots(self, permit: Permit) -> tuple[Hotspot, ...]:
        """Return the key points that speak of `permit`, in the scene's order; one that names no requirement speaks of all."""
        known = {row.id for row in permit.requirements}
        return tuple(spot for spot in self.scene.hotspots if not spot.requirements or known.intersection(spot.requirements))

    def quiz(self, permit: Permit) -> tuple[Question, ...]:
        """Return the questions that are answered at key points of `permit`, in the scene's order."""
        spots = {spot.id for spot in self.hotspots(permit)}
        return tuple(question for question in self.scene.quiz if question.hotspot in spots)

    def tour(self, permit: Permit) -> Tour | None:
        """Return the tour led for `permit`, or `None`."""
        return next((tour for tour in self.scene.tours if not tour.permits or permit.id in tour.permits), None)


@dataclass(frozen=True)
class Premises:
    """What the stage needs of a scene: its model and its plan."""

    exhibit: Exhibit
    model: Model
    ready: Prepared
    """The model made ready to be drawn, so that the window need not wait."""
    plan: Plan


def hero_rank(picture: Path) -> int:
    """Return how well a picture opens the lobby, by its name: 0 is best."""
    return next((at for at, name in enumerate(_HERO_NAMES) if name in picture.stem), len(_HERO_NAMES))


class Catalogue:
    """Permits, scenes and the vocabulary, each read once."""

    def __init__(self, permits: tuple[Permit, ...], exhibits: tuple[Exhibit, ...], vocabulary: Vocabulary) -> None:
        self.permits, self.exhibits, self.vocabulary = permits, exhibits, vocabulary
        self.measured: dict[tuple[str, str], tuple[Finding, ...]] = {}
        """What the rules found in the sample premises, by the scene's folder and the permit; filled when a card first asks."""

    @classmethod
    def read(cls) -> "Catalogue":
        """Read everything bundled; what cannot be read is logged and left out."""
        permits = []
        for permit_id in formats.permit_ids():
            try:
                permits.append(formats.read_permit(permit_id))
            except InputError as error:
                _log.error("permit %s is left out: %s", permit_id, error)
        exhibits = []
        for folder in scene_folders():
            try:
                exhibits.append(Exhibit(folder, formats.read_scene(folder)))
            except InputError as error:
                _log.error("scene %s is left out: %s", folder.name, error)
        return cls(tuple(permits), tuple(exhibits), formats.read_vocabulary())

    @cached_property
    def questions(self) -> Questionnaire:
        """The lobby's questions; none where the file has mistakes."""
        try:
            return formats.read_questions()
        except InputError as error:
            _log.error("the lobby's questions are left out: %s", error)
            return Questionnaire(questions=())

    @cached_property
    def index(self) -> Index:
        """The index of all that can be searched; building it takes a moment, once."""
        terms = (*self.vocabulary.uses.values(), *self.vocabulary.fixtures.values())
        same: dict[str, tuple[str, ...]] = {}
        for term in terms:
            for word in term.words:
                same[word.lower()] = (*same.get(word.lower(), ()), term.label.in_("zh_CN"))
        return Index(entries_of(self.permits, (exhibit.scene for exhibit in self.exhibits)), same)

    def permit(self, permit_id: str | None) -> Permit | None:
        """Return the permit of that id, or `None`."""
        return next((permit for permit in self.permits if permit.id == permit_id), None)

    def exhibit_for(self, permit_id: str | None) -> Exhibit | None:
        """Return the first scene that teaches this permit, or `None`."""
        return next((exhibit for exhibit in self.exhibits if permit_id in exhibit.scene.permits), None)

    def exhibit(self, scene_id: str | None) -> Exhibit | None:
        """Return the scene of that id, or `None`."""
        return next((exhibit for exhibit in self.exhibits if exhibit.scene.id == scene_id), None)

    def requirements_of(self, spot: Hotspot, permit: Permit) -> tuple[Requirement, ...]:
        """Return the rows of `permit` a key point stands for."""
        rows = (permit.requirement(name) for name in spot.requirements)
        return tuple(row for row in rows if row is not None)

    def load_premises(self, exhibit: Exhibit) -> Premises:
        """Read model and plan of a scene; what of it cannot be shown is named in the log. Raises InputError."""
        if exhibit.own is not None:
            return own_premises(exhibit, exhibit.own.plan, self.vocabulary)
        model, plan = formats.read_model(exhibit.model_path), formats.read_plan(exhibit.plan_path)
        tell_flaws(exhibit, plan, model)
        return Premises(exhibit, model, ready_model(exhibit.model_path, model=model), plan)


def own_exhibit(review: Review, vocabulary: Vocabulary) -> Exhibit:
    """Return the scene that a visitor's own plan makes."""
    from showroom.packages.own_scene import own_scene  # the rules are loaded when somebody has a plan checked

    return Exhibit(Path(f"own-{review.plan.source.sha256}"), own_scene(review, vocabulary), review)


def own_premises(exhibit: Exhibit, plan: Plan, vocabulary: Vocabulary) -> Premises:
    """Build a plan with soft light, and make it ready to be drawn; takes some seconds, and keeps nothing on a disk."""
    from showroom.view.from_plan import ready_plan  # builders are loaded when somebody walks through a plan of theirs

    return Premises(exhibit, *ready_plan(plan, vocabulary), plan)


def tell_flaws(exhibit: Exhibit, plan: Plan, model: Model) -> None:
    """Name in the log what of a scene a visitor will miss."""
    folder, scene = exhibit.folder, exhibit.scene
    for flaw in (*file_flaws(folder, scene), *placing_flaws(scene, plan, {node.name for node in model.nodes})):
        _log.error("scene %s is shown without this: %s", scene.id, as_problem(folder, flaw))
