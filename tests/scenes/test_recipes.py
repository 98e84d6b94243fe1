"""Every recipe makes a model that can be lit, drawn and carried, the same every time."""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

AUTHORING = Path(__file__).resolve().parents[2] / "assets" / "authoring"
RECIPES = sorted(path.stem.replace("_", "-") for path in (AUTHORING / "recipes").glob("*.py") if not path.stem.startswith("_"))


@pytest.fixture
def authoring(script: Callable[[str], ModuleType]) -> ModuleType:
    """The pipeline's own modules, importable as its scripts see them."""
    return script("assembling")


@pytest.mark.parametrize("scene_id", RECIPES)
def test_a_recipe_makes_the_same_model_within_its_budget_every_time(authoring: ModuleType, scene_id: str) -> None:
    """At most 300 000 triangles; two runs draw the very same; everything that is lit has a place and pictures to be lit."""
    recipe = importlib.import_module("recipe").recipe_of(scene_id)
    first = authoring.assembled(recipe)
    assert sum(len(mesh.triangles) for node in first.nodes for mesh in node.meshes) <= 300_000
    assert authoring.fingerprint(first) == authoring.fingerprint(authoring.assembled(recipe))
    assert [node.name for node in first.nodes if node.group in ("walls", "floors", "ceiling") and not node.meshes] == []


@pytest.mark.parametrize("scene_id", RECIPES)
def test_what_a_recipe_names_is_in_its_scene(authoring: ModuleType, scene_id: str) -> None:
    """Pictures are taken from viewpoints of the scene; what is replaced was there; things are added to spaces of the plan."""
    recipe = importlib.import_module("recipe").recipe_of(scene_id)
    formats = importlib.import_module("showroom.formats")
    scene = formats.read_scene(recipe.folder)
    plan = formats.read_plan(recipe.folder / scene.plan)
    assert set(recipe.pictures) <= {view.id for view in scene.viewpoints}
    premises = importlib.import_module("showroom.modelling.premises")
    signs = importlib.import_module("showroom.modelling.signs")
    plain = {piece.name for piece in premises.pieces(plan, formats.read_vocabulary(), signs.SignSheet())}
    assert recipe.without <= plain
    spaces = {space.id for space in plan.spaces} | {None}
    assert {node.space for node in authoring.assembled(recipe).nodes} <= spaces
