"""On which premises is a change of requirements tried? On all that come with the program: every scene, and its faulty variants."""

from collections.abc import Callable, Iterator
from pathlib import Path

from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.domain.plan import Plan
from showroom.domain.text import Text
from showroom.formats import read_application, read_plan, read_scene
from showroom.packages.scenes import scene_folders
from showroom.register.turns import Premises

PLAN, APPLICATION = ".plan.yaml", ".application.yaml"


def example_premises() -> Iterator[Premises]:
    """Yield the premises of every scene that can be read, and each variant that has an application beside its plan."""
    for folder in scene_folders():
        try:
            scene = read_scene(folder)
        except InputError:
            continue  # `scene validate` tells what is wrong with it
        yield Premises(scene.title, scene.permits, _reader(folder / scene.plan, folder / scene.application))
        for plan in sorted((folder / "variants").glob(f"*{PLAN}")):
            name = plan.name.removesuffix(PLAN)
            application = plan.with_name(name + APPLICATION)
            if application.is_file():
                title = Text({language: f"{words} · {name}" for language, words in scene.title.root.items()})
                yield Premises(title, scene.permits, _reader(plan, application))


def _reader(plan: Path, application: Path) -> Callable[[], tuple[Plan, Application]]:
    return lambda: (read_plan(plan), read_application(application))
