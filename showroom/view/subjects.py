"""A picture of whatever a person names: a scene by id or folder, a plan, or a GLB file."""

from dataclasses import replace
from pathlib import Path

from showroom import formats
from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note, Plan
from showroom.domain.scene import Scene
from showroom.modelling.model import Model
from showroom.packages.scenes import find_scene
from showroom.view.pictures import render
from showroom.view.stage import EYE_HEIGHT, Pose, Vector, View
from showroom.view.walking import Walker


def picture_of(
    subject: str,
    picture_path: Path,
    *,
    viewpoint_id: str | None = None,
    eye: Vector | None = None,
    look: Vector | None = None,
    view: View = "inside",
    size: tuple[int, int] = (1280, 720),
) -> tuple[Note, ...]:
    """Write a picture of `subject`, seen from `eye`/`look`, else from the viewpoint, else from the first one or a good guess.

    Returns what of a plan was not built as drawn.

    Raises:
        InputError: the subject cannot be read, or the viewpoint is not in the scene.
    """
    # from outside one storey would hide the other
    scene, plan, model = _read(subject, spread=view != "inside")
    pose = _pose(subject, scene, plan, model, viewpoint_id)
    if eye is not None or look is not None:
        eye = eye or pose.eye
        pose = Pose.looking(eye, look) if look is not None else replace(pose, eye=eye)
    render(model, picture_path, view=view, pose=pose, size=size)
    return model.notes


def _own_shop(plan: Plan, *, spread: bool) -> Model:
    """A plan as a model with soft light, its storeys above one another or side by side."""
    from showroom.modelling.own_light import lit
    from showroom.modelling.premises import build, set_apart

    vocabulary = formats.read_vocabulary()
    model = lit(build(plan, vocabulary))
    return set_apart(model, plan, vocabulary) if spread and len(plan.storeys) > 1 else model


def _read(subject: str, *, spread: bool) -> tuple[Scene | None, Plan | None, Model]:
    path = Path(subject)
    if path.suffix.lower() in (".glb", ".gltf"):
        return None, None, formats.read_model(path)
    if path.is_file() and path.name != "scene.yaml":
        plan = formats.read_plan(path, checked=False)
        return None, plan, _own_shop(plan, spread=spread)
    folder = find_scene(subject)
    scene = formats.read_scene(folder)
    return scene, None, formats.read_model(folder / scene.model)


def _pose(subject: str, scene: Scene | None, plan: Plan | None, model: Model, viewpoint_id: str | None) -> Pose:
    if scene is not None:
        views = {view.id: view for view in scene.viewpoints}
        if viewpoint_id is not None and viewpoint_id not in views:
            raise InputError(Problem(subject, f'there is no viewpoint "{viewpoint_id}"', f"choose one of: {', '.join(views)}"))
        chosen = views[viewpoint_id] if viewpoint_id else scene.viewpoints[0]
        return Pose.looking(chosen.eye, chosen.look, chosen.field_of_view)
    if viewpoint_id is not None:
        raise InputError(Problem(subject, "only a scene has viewpoints", "say --eye X,Y,Z and --look X,Y,Z instead"))
    if plan is not None:
        return Walker(plan).spawn()
    low, high = model.bounds
    middle = (low + high) / 2
    corner = low + (high - low) * 0.15
    floor = float(low[2])
    return Pose.looking(
        (float(corner[0]), float(corner[1]), floor + EYE_HEIGHT), (float(middle[0]), float(middle[1]), floor + EYE_HEIGHT * 0.75)
    )
