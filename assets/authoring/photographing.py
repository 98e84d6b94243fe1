"""Which pictures are taken of a finished scene: from its viewpoints, of the dollhouse and the plan?"""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from recipe import Recipe

from showroom.formats import read_model, read_scene
from showroom.view.stage import Pose, View
from showroom.view.vtk_stage import VtkStage

LOOKED_AT, KEPT_SIZE = (1280, 720), (1000, 563)


@dataclass(frozen=True)
class Shot:
    """A picture to be taken."""

    name: str
    view: View
    pose: Pose | None = None


def pictures(recipe: Recipe, out: Path, looked_at: Path) -> None:
    """Take every viewpoint, the dollhouse and the plan for looking at; the recipe's choice also into the scene's folder."""
    scene = read_scene(recipe.folder)
    shots = [Shot(view.id, "inside", Pose.looking(view.eye, view.look, view.field_of_view)) for view in scene.viewpoints]
    shots += [Shot("dollhouse", "dollhouse"), Shot("plan", "plan")]
    looked_at.mkdir(parents=True, exist_ok=True)
    (out / "pictures").mkdir(exist_ok=True)
    stage = VtkStage()
    try:
        stage.resize(*LOOKED_AT)
        stage.show(read_model(out / scene.model))
        for shot in shots:
            stage.set_view(shot.view)
            stage.look_from(shot.pose or shots[0].pose)
            taken = Image.fromarray(stage.picture(*LOOKED_AT))
            taken.save(looked_at / f"{shot.name}.png")
            if shot.name in (*recipe.pictures, "dollhouse"):
                taken.resize(KEPT_SIZE, Image.Resampling.LANCZOS).save(out / "pictures" / f"{shot.name}.jpg", quality=88)
    finally:
        stage.close()
    print(f"  {looked_at}: {len(shots)} pictures")
