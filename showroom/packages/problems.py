"""What is wrong with a scene, as sentences its author can act on.

Reading a scene already refuses what cannot be understood; this looks at what only shows when its files, the register
and a check of its own plan are held together. A scene's own plan must have nothing `not_met`, advice included.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PIL import Image

from showroom import formats
from showroom.domain.errors import InputError, Problem
from showroom.domain.finding import Outcome
from showroom.domain.plan import Plan
from showroom.domain.scene import Scene
from showroom.formats.webvtt import read_cues
from showroom.modelling.model import Model
from showroom.packages.flaws import Flaw, as_problem, file_flaws, placing_flaws
from showroom.packages.languages import language_flaws
from showroom.packages.sight import sight_flaws
from showroom.packages.upkeep import budget_flaws, clip_flaws, clips_of, dangling_flaws, mistake_flaws
from showroom.review import review_plan


def scene_problems(folder: Path, *, as_of: date) -> tuple[Problem, ...]:
    """Return everything wrong with the scene in `folder`; empty where it can be shown as it is.

    Raises:
        InputError: the scene, its plan, application or model cannot be read at all.
    """
    scene = formats.read_scene(folder)
    missing = tuple(as_problem(folder, flaw) for flaw in file_flaws(folder, scene))
    plan, model = formats.read_plan(folder / scene.plan), formats.read_model(folder / scene.model)
    return (
        *missing,
        *(as_problem(folder, flaw) for flaw in _seen_and_heard(folder, scene, plan, model)),
        *panorama_problems(folder, scene),
        *caption_problems(folder, scene),
        *quiz_problems(folder, scene),
        *_unknown_requirements(folder, scene),
        *_own_check(folder, scene, as_of),
    )


def _seen_and_heard(folder: Path, scene: Scene, plan: Plan, model: Model) -> Iterator[Flaw]:
    yield from placing_flaws(scene, plan, {node.name for node in model.nodes})
    yield from sight_flaws(scene, model)
    yield from language_flaws(scene)
    yield from budget_flaws(folder, scene, model)
    for clip, spot in clips_of(scene).items():
        yield from clip_flaws(folder, clip, spot)
    yield from dangling_flaws(scene, {row.id for permit_id in scene.permits for row in formats.read_permit(permit_id).requirements})
    yield from mistake_flaws(scene, plan, formats.read_application(folder / scene.application))


def panorama_problems(folder: Path, scene: Scene) -> Iterator[Problem]:
    """Yield what is wrong with the pictures all round: each can be opened and is twice as wide as high."""
    for shot in scene.panoramas:
        path = folder / shot.image
        if not path.is_file() or not path.stat().st_size:
            continue  # told with the other files
        try:
            with Image.open(folder / shot.image) as picture:
                wide, high = picture.size
        except (OSError, Image.DecompressionBombError):
            yield Problem(str(folder / shot.image), "is not a picture that can be opened", "save it as JPEG or PNG")
            continue
        if wide != 2 * high:
            yield Problem(
                str(folder / shot.image),
                f"is {wide}×{high}, and a panorama all round is twice as wide as high",
                "export it as equirectangular, such as 2048×1024",
            )


def caption_problems(folder: Path, scene: Scene) -> Iterator[Problem]:
    """Yield what is wrong with timed captions beside clips; a visitor is shown the script instead."""
    for tour in scene.tours:
        for stop in tour.stops:
            for clip in stop.clip.values():
                vtt_path = (folder / clip).with_suffix(".vtt")
                if vtt_path.is_file():
                    try:
                        read_cues(vtt_path)
                    except InputError as error:
                        yield from error.problems


def quiz_problems(folder: Path, scene: Scene) -> Iterator[Problem]:
    """Yield questions whose answer nobody can be brought to."""
    for question in scene.quiz:
        if scene.hotspot(question.hotspot).viewpoint is None:
            yield Problem(
                f'{folder / "scene.yaml"}: question "{question.id}"',
                f'its key point "{question.hotspot}" has no viewpoint, so the eye cannot be brought there',
                "give the key point a viewpoint, or ask at another",
            )


def _unknown_requirements(folder: Path, scene: Scene) -> Iterator[Problem]:
    known = {row.id for permit_id in scene.permits for row in formats.read_permit(permit_id).requirements}
    for spot in scene.hotspots:
        for requirement_id in spot.requirements:
            if requirement_id not in known:
                yield Problem(
                    f'{folder / "scene.yaml"}: hotspot "{spot.id}"',
                    f'"{requirement_id}" is no requirement of {", ".join(scene.permits)}',
                    "choose an id that `showroom permits show` lists",
                )


def _own_check(folder: Path, scene: Scene, as_of: date) -> Iterator[Problem]:
    application = formats.read_application(folder / scene.application)
    for permit_id in scene.permits:
        review = review_plan(folder / scene.plan, formats.read_permit(permit_id), application, as_of=as_of)
        for finding in review.findings:
            if finding.outcome in (Outcome.NOT_MET, Outcome.NOT_CHECKED):
                yield Problem(
                    str(folder / scene.plan),
                    f"{finding.requirement} ({permit_id}) is {finding.outcome.value}: {finding.text.in_('en')}",
                    "sample premises must show how it is done right; mend the plan",
                )
