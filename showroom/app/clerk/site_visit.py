"""What came back from the site, with the premises it was promised in? Everything the page shows, gathered in a thread.

The files are strangers': they are read in a process apart. The plan is built into premises, and each line of the list is seen from
where the shot list stands to show it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from showroom import formats
from showroom.app.kiosk.stick_shelf import application_beside
from showroom.domain.errors import InputError, Problem
from showroom.domain.scene import Anchor, Card, Hotspot, Scene
from showroom.domain.text import Text
from showroom.modelling.storeys import floor_levels
from showroom.packages.own_scene import own_scene
from showroom.reports.returned import Comparison, compare
from showroom.reports.shots import shots_of
from showroom.review import review
from showroom.view.from_plan import ready_plan
from showroom.view.loading import Prepared
from showroom.view.stage import EYE_HEIGHT, Pose, Vector

_THING_HEIGHT = 1.2


@dataclass(frozen=True)
class Place:
    """Where a line of the list is seen: the point concerned, and the pose from which it is promised (metres, the plan's axes)."""

    at: Vector
    pose: Pose


@dataclass(frozen=True)
class SiteVisit:
    """What was promised and what came back, the premises ready to be drawn, and the place of each line by its key.

    The key points of `scene` are the lines somebody answered that have a place; each has its line's key for a requirement.
    """

    comparison: Comparison
    premises: Prepared
    places: dict[str, Place]
    scene: Scene


def gather(files: Sequence[Path], plan_path: Path, language: str) -> SiteVisit:
    """Read what came back, check the plan with the application beside it as of the day it was promised, and build it.

    Raises:
        InputError: a file cannot be read, or the files are about several permits.
    """
    results = [(path.name, formats.read_result(path)) for path in files]
    permits = sorted({result.permit for _, result in results})
    if len(permits) != 1:
        raise InputError(Problem(", ".join(permits), "the files are about several permits", "read them permit by permit"))
    vocabulary, plan = formats.read_vocabulary(), formats.read_plan(plan_path)
    promised = review(plan, formats.read_permit(permits[0]), application_beside(plan_path), as_of=results[0][1].as_of)
    comparison = compare(promised, results, vocabulary, language)
    levels = floor_levels(plan)
    places: dict[str, Place] = {}
    for stop in shots_of(promised, vocabulary, language).stops:
        floor = levels[stop.storey]
        for shot in stop.shots:
            at = (shot.at[0], shot.at[1], floor + _THING_HEIGHT)
            places[shot.line.key] = Place(at, Pose.looking((*stop.at, floor + EYE_HEIGHT), at))
    answered = [one.line for one in comparison.lines if one.answer is not None and one.line.key in places]
    spots = tuple(
        Hotspot(
            id=f"line-{number}",
            requirements=(line.key,),
            anchor=Anchor(position=places[line.key].at),
            card=Card(title=Text.of(line.title, line.title), text=Text.of(line.number, line.number)),
        )
        for number, line in enumerate(answered, 1)
    )
    scene = own_scene(promised, vocabulary).revise(hotspots=spots, tours=())
    return SiteVisit(comparison, ready_plan(plan, vocabulary)[1], places, scene)
