"""What do the worst misses look like in the applicant's own shop? A picture of each, from a place where one would stand and see it.

The thing is outlined and the rest dimmed, as at the kiosk. A miss without a place, or one no free floor sees, has no picture.
"""

import io
import math
from collections.abc import Iterator
from itertools import chain

from PIL import Image

from showroom.domain.finding import Binding, Finding, Outcome
from showroom.domain.review import Review
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.layout import Layout
from showroom.geometry.standing import views_of
from showroom.modelling.model import Model
from showroom.modelling.own_light import lit
from showroom.modelling.premises import build
from showroom.modelling.storeys import floor_levels
from showroom.reports.shots import place_of
from showroom.view.stage import EYE_HEIGHT, Pose, Vector
from showroom.view.vtk_stage import VtkStage

MOST = 4
SIZE = (960, 576)
"""Pixels of a picture."""
_NOT_OUTLINED = ("floors", "ceiling", "caps", "backdrop")
_SHORT_OF, _TRIED = 0.3, 60
"""Metres before the point within which what is hit belongs to it, and how many places are tried."""
_LOOKED_AT = 1.0
"""Metres above the floor."""


def pictures_of_misses(review: Review, vocabulary: Vocabulary, most: int = MOST) -> dict[str, bytes]:
    """Return JPEG bytes by requirement id for the worst of what is not met, at most `most` of them.

    Raises:
        NotAvailableError: nothing on this machine can draw.
    """
    shown = _shown(review, vocabulary)
    if (worst := next(shown, None)) is None:
        return {}
    model = lit(build(review.plan, vocabulary))
    stage = VtkStage()
    made: dict[str, bytes] = {}
    try:
        stage.resize(*SIZE)
        stage.show(model)
        stage.set_view("inside")
        for finding, target, eyes in chain((worst,), shown):
            eye = next((eye for eye in eyes if _sees(stage, eye, target)), None)
            if eye is None or finding.requirement in made:
                continue
            stage.look_from(Pose.looking(eye, target))
            stage.highlight(_nodes(model, finding.affected), dimmed=False)
            out = io.BytesIO()
            Image.fromarray(stage.picture(*SIZE)).save(out, "JPEG", quality=85)
            made[finding.requirement] = out.getvalue()
            if len(made) == most:
                break
    finally:
        stage.close()
    return made


def worst_first(review: Review) -> list[Finding]:
    """Return what is not met, mandatory before advice, and then by how far it misses in share of its limit."""

    def shortfall(finding: Finding) -> float:
        limit = finding.required.value if finding.required is not None else 0.0
        return (finding.margin or 0.0) / abs(limit) if limit else finding.margin or 0.0

    missed = [finding for finding in review.findings if finding.outcome is Outcome.NOT_MET]
    return sorted(missed, key=lambda finding: (finding.binding is not Binding.MANDATORY, shortfall(finding), finding.requirement))


def _shown(review: Review, vocabulary: Vocabulary) -> Iterator[tuple[Finding, Vector, list[Vector]]]:
    """Yield each miss that has a place, the point to look at, and where one could stand for it, the best place first."""
    layout, levels = Layout(review.plan, vocabulary), floor_levels(review.plan)
    for finding in worst_first(review):
        if (place := place_of(finding, layout)) is not None:
            (storey, (x, y)), floor = place, levels[place[0]]
            rooms = [thing for thing in finding.affected if thing in layout.floors[storey].spaces]
            spots = views_of(layout.floors[storey], (x, y), rooms)[:_TRIED]
            yield finding, (x, y, floor + _LOOKED_AT), [(*spot.at, floor + EYE_HEIGHT) for spot in spots]


def _sees(stage: VtkStage, eye: Vector, target: Vector) -> bool:
    """Tell whether nothing that stands about, such as a tall fridge, is before the point looked at."""
    length = math.dist(eye, target)
    hit = stage.cast(eye, tuple((b - a) / length for a, b in zip(eye, target, strict=True)))
    return hit is None or math.dist(eye, hit.position) > length - _SHORT_OF


def _nodes(model: Model, things: tuple[str, ...]) -> list[str]:
    return [
        node.name for node in model.nodes if node.plan_id in things and node.group not in ("floors", "ceiling", "caps", "backdrop")
    ]
