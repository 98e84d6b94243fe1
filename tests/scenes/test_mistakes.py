"""Every deliberate mistake of every scene is found by the check, and nothing else is."""

from datetime import date
from functools import cache

import pytest

from showroom import home
from showroom.domain.application import Application
from showroom.domain.finding import Finding, Outcome
from showroom.domain.mistake import Mistake
from showroom.domain.plan import Plan
from showroom.domain.scene import Scene
from showroom.formats import read_application, read_permit, read_plan, read_scene
from showroom.review import review

AS_OF = date(2026, 11, 23)


@cache
def scene(scene_id: str) -> Scene:
    """A bundled scene."""
    return read_scene(home.scenes() / scene_id)


@cache
def premises(scene_id: str) -> tuple[Plan, Application]:
    """Its exemplary premises."""
    folder = home.scenes() / scene_id
    return read_plan(folder / scene(scene_id).plan), read_application(folder / scene(scene_id).application)


def missed(plan: Plan, application: Application, permit_id: str) -> set[str]:
    """The requirements of a permit that premises miss."""
    found: tuple[Finding, ...] = review(plan, read_permit(permit_id), application, as_of=AS_OF).findings
    return {finding.requirement for finding in found if finding.outcome is Outcome.NOT_MET}


ALL = [
    pytest.param(folder.name, mistake, id=f"{folder.name}-{mistake.id}")
    for folder in sorted(home.scenes().iterdir())
    if (folder / "scene.yaml").is_file()
    for mistake in scene(folder.name).mistakes
]


@pytest.mark.parametrize(("scene_id", "mistake"), ALL)
def test_a_mistake_misses_the_requirement_it_names_and_its_twins_only(scene_id: str, mistake: Mistake) -> None:
    """The wrong premises differ from the right ones in the verdicts named, and in no other that counts."""
    permit_id = mistake.permit or scene(scene_id).permits[0]
    assert missed(*mistake.applied(*premises(scene_id)), permit_id) == {mistake.breaks, *mistake.twins}


@pytest.mark.parametrize(("scene_id", "mistake"), ALL)
def test_the_key_point_that_shows_a_mistake_speaks_of_the_requirement(scene_id: str, mistake: Mistake) -> None:
    """The card on which the pair stands names the requirement broken, and the mistake is told in both languages."""
    assert mistake.breaks in scene(scene_id).hotspot(mistake.hotspot).requirements
    for text in (mistake.title, mistake.text):
        assert {"zh_CN", "en"} <= set(text.root)
