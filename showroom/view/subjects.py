"""A picture of whatever a person names: a scene by id or folder, a plan, or a GLB file."""

from dataclasses import replace
from pathlib import Path

from showroom import formats
from showroom.domain.errors import InputError, Problem
from showroom.domain.scene import Scene
from showroom.modelling.model import Model
from showroom.packages.scenes import find_scene
from showroom.view.pictures import render
from showroom.view.stage import EYE_HEIGHT, Pose, Vector, View


def picture_of(
    subject: str,
    picture_path: Path,
    *,
    viewpoint_id: str | None = None,
    eye: Vector | None = None,
    look: Vector | None = None,
    view: View = "inside",
    size: tuple[int, int] = (1280, 720),
) -> None:
    """Write a picture of `subject`, seen from `eye`/`look`, else from the viewpoint, else from the first one or a good guess.

    Raises:
        InputError: the subject cannot be read, or the viewpoint is not in the scene.
    """
    scene, model = _read(subject)
    pose = _pose(subject, scene, model, viewpoint_id)
    if eye is not None or look is not None:
        eye = eye or pose.eye
        pose = Pose.looking(eye, look) if look is not None else replace(pose, eye=eye)
    render(model, picture_path, view=view, pose=pose, size=size)


def _read(subject: str) -> tuple[Scene | None, Model]:
    path = Path(subject)
    if path.suffix.lower() in (".glb", ".gltf"):
        return None, formats.read_model(path)
    if path.is_file() and path.name != "scene.yaml":
        from showroom.modelling.premises import build

        return None, build(formats.read_plan(path), formats.read_vocabulary())
    folder = find_scene(subject)
    scene = formats.read_scene(folder)
    return scene, formats.read_model(folder / scene.model)


def _pose(subject: str, scene: Scene | None, model: Model, viewpoint_id: str | None) -> Pose:
    if scene is not None:
        views = {view.id: view for view in scene.viewpoints}
        if viewpoint_id is not None and viewpoint_id not in views:
            raise InputError(Problem(subject, f'there is no viewpoint "{viewpoint_id}"', f"choose one of: {', '.join(views)}"))
        chosen = views[viewpoint_id] if viewpoint_id else scene.viewpoints[0]
        return Pose.looking(chosen.eye, chosen.look, chosen.field_of_view)
    if viewpoint_id is not None:
        raise InputError(Problem(subject, "only a scene has viewpoints", "say --eye X,Y,Z and --look X,Y,Z instead"))
    low, high = model.bounds
    middle = (low + high) / 2
    corner = low + (high - low) * 0.15
    floor = float(low[2])
    return Pose.looking(
        (float(corner[0]), float(corner[1]), floor + EYE_HEIGHT), (float(middle[0]), float(middle[1]), floor + EYE_HEIGHT * 0.75)
    )
