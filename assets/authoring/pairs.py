"""How is a deliberate mistake shown? Two pictures from one place: the premises as they should be, and with the mistake."""

from pathlib import Path

from assembling import assembled
from PIL import Image
from recipe import Recipe

from showroom.domain.mistake import Mistake
from showroom.domain.scene import Scene
from showroom.formats import read_application, read_plan, read_scene
from showroom.modelling import light
from showroom.modelling.model import Model
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage

DRAWN, KEPT = (1280, 960), (640, 480)
"""Pixels drawn and kept; drawn larger, so that thin lines are smooth."""


def pairs(recipe: Recipe, out: Path) -> list[Path]:
    """Write the pictures `scene.yaml` names for its mistakes; both are lit by our own rays, so that only the mistake differs."""
    scene = read_scene(recipe.folder)
    shown = [mistake for mistake in scene.mistakes if mistake.right and mistake.wrong]
    if not shown:
        return []
    plan, application = read_plan(recipe.folder / scene.plan), read_application(recipe.folder / scene.application)
    written = []
    stage = VtkStage()
    try:
        stage.resize(*DRAWN)
        stage.show(_lit(assembled(recipe), recipe, scene))
        written += [_taken(stage, _pose(scene, mistake), out / str(mistake.right)) for mistake in shown]
        for mistake in shown:
            wrong, _ = mistake.applied(plan, application)
            stage.show(_lit(assembled(recipe, wrong), recipe, scene))
            written.append(_taken(stage, _pose(scene, mistake), out / str(mistake.wrong)))
    finally:
        stage.close()
    print(f"  {out}: {len(written)} pictures of {len(shown)} mistakes")
    return written


def _lit(model: Model, recipe: Recipe, scene: Scene) -> Model:
    eyes = tuple(view.eye for view in scene.viewpoints)
    return light.bake(model, light.PREVIEW, daylight=recipe.daylight, power=recipe.lamp_power, eyes=eyes)


def _pose(scene: Scene, mistake: Mistake) -> Pose:
    view = scene.viewpoint(scene.hotspot(mistake.hotspot).viewpoint or scene.viewpoints[0].id)
    return Pose.looking(mistake.eye or view.eye, mistake.look or view.look, view.field_of_view)


def _taken(stage: VtkStage, pose: Pose, path: Path) -> Path:
    stage.set_view("inside")
    stage.look_from(pose)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(stage.picture(*DRAWN)).resize(KEPT, Image.Resampling.LANCZOS).save(path, quality=86)
    return path
