"""Does a scene keep within its budget, are its clips fit to be heard, and do the ids it names exist?"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from showroom import formats
from showroom.domain.application import Application
from showroom.domain.finding import Outcome
from showroom.domain.plan import Plan
from showroom.domain.scene import Scene
from showroom.modelling.model import Model
from showroom.packages.clips import Clip, read_clip
from showroom.packages.flaws import Flaw
from showroom.review import review_plan

TRIANGLES, MEGABYTES, DRAWS = 300_000, 12, 320
"""What a kiosk without a graphics card still turns smoothly (docs/dev/scenes.md)."""
LONGEST, SHORTEST = 90.0, 1.0
"""Seconds of one stop's clip."""
QUIETEST, LOUDEST, HIGHEST_PEAK = -35.0, -9.0, -0.1
"""Decibels under full scale: of the whole clip (root mean square), and of its peak."""

_WORST_FIRST = (Outcome.NOT_MET, Outcome.NOT_CHECKED, Outcome.TO_CONFIRM, Outcome.MET, Outcome.NOT_APPLICABLE)


def budget_flaws(folder: Path, scene: Scene, model: Model) -> Iterator[Flaw]:
    """Yield what of the model is more than a kiosk can carry."""
    triangles = sum(len(mesh.triangles) for node in model.nodes for mesh in node.meshes)
    if triangles > TRIANGLES:
        yield Flaw("triangles", f"{TRIANGLES}", f"{triangles}")
    path = folder / scene.model
    size = path.stat().st_size / 1e6 if path.is_file() else 0.0
    if size > MEGABYTES:
        yield Flaw("bytes", f"{MEGABYTES}", f"{size:.1f}")
    draws = {
        (node.space, node.group, mesh.material.alpha, mesh.material.double_sided, mesh.material.texture, mesh.material.light)
        for node in model.nodes
        for mesh in node.meshes
    }
    if len(draws) > DRAWS:
        yield Flaw("draws", f"{DRAWS}", f"{len(draws)}")


def clips_of(scene: Scene) -> dict[str, str | None]:
    """Return every clip the scene names, each with the key point that is lit while it is heard."""
    found: dict[str, str | None] = {}
    for tour in scene.tours:
        for stop in tour.stops:
            for clip in stop.clip.values():
                found.setdefault(clip, stop.hotspots[0] if stop.hotspots else None)
    for spot in scene.hotspots:
        found |= {medium.path: spot.id for medium in spot.media if medium.kind == "audio"}
    return found


def clip_flaws(folder: Path, clip: str, spot: str | None) -> tuple[Flaw, ...]:
    """Return what is wrong with one clip; nothing where its file is missing, which is told with the other files."""
    path = folder / clip
    if not path.is_file() or not path.stat().st_size:
        return ()
    try:
        read = read_clip(path)
    except (OSError, ValueError) as error:
        return (Flaw("clip-broken", clip, str(error), spot),)
    return tuple(_heard(read, clip, spot)) if read is not None else ()


def _heard(read: Clip, clip: str, spot: str | None) -> Iterator[Flaw]:
    if read.seconds > LONGEST:
        yield Flaw("clip-long", clip, f"{read.seconds:.0f}", spot)
    if read.seconds < SHORTEST:
        yield Flaw("clip-short", clip, f"{read.seconds:.1f}", spot)
    if read.loudness is not None and read.loudness < QUIETEST:
        yield Flaw("clip-quiet", clip, f"{-read.loudness:.0f}", spot)
    elif read.loudness is not None and read.peak is not None and (read.loudness > LOUDEST or read.peak > HIGHEST_PEAK):
        yield Flaw("clip-loud", clip, f"{read.loudness:.0f}".replace("-", "−"), spot)


def dangling_flaws(scene: Scene, known: Collection[str]) -> Iterator[Flaw]:
    """Yield ids that name nothing; `known` are the requirements of the scene's permits. Reading a scene refuses the others."""
    for tour in scene.tours:
        yield from (Flaw("permit-unknown", tour.id, name) for name in tour.permits if name not in scene.permits)
    for spot in scene.hotspots:
        yield from (Flaw("permit-unknown", spot.id, name, spot.id) for name in spot.cards if name not in scene.permits)
    for mistake in scene.mistakes:
        for name in (mistake.breaks, *mistake.twins):
            if name not in known:
                yield Flaw("requirement-unknown", mistake.id, name, mistake.hotspot)


def mistake_flaws(scene: Scene, plan: Plan, application: Application) -> Iterator[Flaw]:
    """Yield deliberate mistakes that cannot be made of the plan."""
    for mistake in scene.mistakes:
        try:
            mistake.applied(plan, application)
        except ValueError as error:
            yield Flaw("mistake-plan", mistake.id, str(error).splitlines()[0], mistake.hotspot)


def own_outcomes(folder: Path, scene: Scene, as_of: date) -> dict[tuple[str, str], Outcome]:
    """Return the worst outcome of every (permit, requirement) of a check of the scene's own plan. Raises InputError."""
    application = formats.read_application(folder / scene.application)
    found: dict[tuple[str, str], Outcome] = {}
    for permit_id in scene.permits:
        review = review_plan(folder / scene.plan, formats.read_permit(permit_id), application, as_of=as_of)
        for finding in review.findings:
            key = (permit_id, finding.requirement)
            worse = found.get(key)
            if worse is None or _WORST_FIRST.index(finding.outcome) < _WORST_FIRST.index(worse):
                found[key] = finding.outcome
    return found


def beside_the_point(permit_id: str, outcomes: Mapping[tuple[str, str], Outcome]) -> frozenset[str]:
    """Return the requirements of a permit that the check of the scene's own plan finds not applicable."""
    return frozenset(
        name for (permit, name), outcome in outcomes.items() if permit == permit_id and outcome is Outcome.NOT_APPLICABLE
    )
