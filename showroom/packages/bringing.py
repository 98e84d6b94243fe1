"""How does a bare model, or a plan, become a scene that can be opened and taught? A new folder with all a draft needs.

The file is read apart and made upright in metres; the folder is written aside and put in place whole, or nothing is. The original
is kept as it is in a hidden folder, which packages leave out. Where there is no plan, it is one room round the model, marked as
a guess.
"""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from showroom import formats
from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note, Plan, Source, Space, Storey
from showroom.domain.scene import Scene, Viewpoint
from showroom.domain.text import Text
from showroom.domain.vector import Vector
from showroom.formats.model_files_told import Told, Wishes
from showroom.formats.table import plan_suffixes
from showroom.formats.worker import Waiting, read_model_file_apart
from showroom.formats.writing import write_aside
from showroom.modelling.first_view import first_view

ORIGINAL = ".original"
MODEL, PLAN, APPLICATION = "model.glb", "premises.plan.yaml", "premises.application.yaml"
MODEL_SUFFIXES = (".glb", ".gltf", ".obj", ".ply", ".stl")
_ID = re.compile(r"^[a-z0-9][a-z0-9-]*$")
_LEAST = 1.0
"""Metres: no room of a guessed plan is narrower."""
_CLEAR_HEIGHTS = (2.0, 12.0)
_EVERY_PERMIT = Note(
    code="every-permit",
    text=Text.of(
        "没有指明许可，草稿先列出全部许可；请在 scene.yaml 的 permits 中删去不讲的",
        "no permit was named, so the draft lists them all; take those it will not teach out of permits in scene.yaml",
    ),
    where="scene.yaml",
)


@dataclass(frozen=True)
class Brought:
    """A scene folder that was made; `told` is what was found out about a model, `None` for a plan; notes are for people."""

    folder: Path
    scene: Scene
    told: Told | None
    notes: tuple[Note, ...]


def bring_in(
    path: Path,
    folder: Path,
    *,
    permits: tuple[str, ...] = (),
    scene_id: str | None = None,
    wishes: Wishes | None = None,
    waiting: Waiting | None = None,
) -> Brought:
    """Make the scene folder `folder` of a 3D model or a plan; what is at `path` is not touched.

    Raises:
        InputError: the file cannot be used, the id or a permit is not fit, the folder is there already or cannot be written.
    """
    _check_free(folder)
    taught = _known(permits) or tuple(formats.permit_ids())
    head = {"id": _id(scene_id, folder), "title": Text.of(path.stem, path.stem), "permits": taught}
    head |= {"model": MODEL, "plan": PLAN, "application": APPLICATION}
    if path.name.lower().endswith(plan_suffixes()):
        made = _of_a_plan(path, folder, head, waiting)
    else:
        made = _of_a_model(path, folder, head, wishes or Wishes(), waiting)
    return made if permits else replace(made, notes=(*made.notes, _EVERY_PERMIT))


def _of_a_model(path: Path, folder: Path, head: dict[str, object], wishes: Wishes, waiting: Waiting | None) -> Brought:
    told, glb = read_model_file_apart(path, wishes, waiting=waiting)
    plan = _guessed_plan(path, told)
    scene = Scene.model_validate({**head, "viewpoints": (_viewpoint(told.eye, told.look),)})
    with _placed_whole(folder) as aside:
        write_aside(aside / MODEL, glb)
        _write_texts(aside, scene, plan)
        _keep(path, told.files, aside / ORIGINAL)
    return Brought(folder, scene, told, (*told.notes, *plan.source.notes))


def _of_a_plan(path: Path, folder: Path, head: dict[str, object], waiting: Waiting | None) -> Brought:
    from showroom.modelling.own_light import lit
    from showroom.modelling.premises import build

    plan = formats.read_plan(path, waiting=waiting)
    model = lit(build(plan, formats.read_vocabulary()))
    view = first_view(model)
    scene = Scene.model_validate({**head, "viewpoints": (_viewpoint(view.eye, view.look),)})
    with _placed_whole(folder) as aside:
        formats.write_model(model, aside / MODEL)
        _write_texts(aside, scene, plan)
        _keep(path, (path.name,), aside / ORIGINAL)
    return Brought(folder, scene, None, model.notes)


def _viewpoint(eye: Vector, look: Vector) -> Viewpoint:
    return Viewpoint(id="first", title=Text.of("第一个视点", "First view"), eye=eye, look=look)


def _write_texts(folder: Path, scene: Scene, plan: Plan) -> None:
    formats.write_plan(plan, folder / PLAN)
    write_aside(folder / APPLICATION, b"format: 1\n")
    formats.write_scene(scene, folder)


def _guessed_plan(path: Path, told: Told) -> Plan:
    """Return a plan of one room: the rectangle round the model, as a proposal, with a note that says so."""
    (x, y, _), (wide, deep, _) = told.low, told.sides
    right, back = round(x + max(wide, _LEAST), 3), round(y + max(deep, _LEAST), 3)
    left, front = round(x, 3), round(y, 3)
    space = Space(
        id="S-premises", name="场所", outline=((left, front), (right, front), (right, back), (left, back)), proposal=True
    )  # fmt: skip
    top = round(told.low[2] + told.sides[2], 2)
    note = Note(
        code="plan-guessed",
        text=Text.of(
            "平面图只是模型的外框，请画出真实的平面图替换它，核验结果才有意义",
            "the plan is only the frame round the model; put the true plan in its place before any verdict on it means anything",
        ),
        where=PLAN,
    )
    return Plan(
        name=path.stem,
        source=Source(kind="model", lengths_confirmed=False, path=path.name, notes=(note,)),
        storeys=(Storey(id="F1", level=1, height=top if _CLEAR_HEIGHTS[0] <= top <= _CLEAR_HEIGHTS[1] else None, spaces=(space,)),),
    )


def _known(permits: tuple[str, ...]) -> tuple[str, ...]:
    known = formats.permit_ids()
    for permit in permits:
        if permit not in known:
            raise InputError(Problem("--permit", f'there is no permit "{permit}"', f"choose {', '.join(known)}"))
    return permits


def _id(wanted: str | None, folder: Path) -> str:
    found = wanted if wanted is not None else re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-") or "scene"
    if not _ID.fullmatch(found):
        raise InputError(Problem("--id", f'"{found}" is no id', "use small Latin letters, digits and hyphens, e.g. noodle-shop"))
    return found


def _check_free(folder: Path) -> None:
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise InputError(Problem(os.fspath(folder), "is there already, and is not written over", "name a new folder"))


def _keep(path: Path, names: tuple[str, ...], into: Path) -> None:
    """Copy the files a model was read from, as they are, by their names beside it."""
    for name in names:
        target = into / name
        with _refused_at(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path.resolve().parent / name, target)


@contextmanager
def _placed_whole(folder: Path) -> Iterator[Path]:
    """Give a folder beside `folder` to write into, and put it in its place when all went well; else nothing is left of it."""
    folder = folder.resolve()
    aside = folder.with_name(f".{folder.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with _refused_at(folder):
            aside.mkdir(parents=True)
        yield aside
        with _refused_at(folder):
            aside.replace(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _refused_at(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = f"the file could not be written: {error.strerror or error}"
        remedy = "name another file, or make room and ask for permission to write there"
        raise InputError(Problem(os.fspath(place), reason, remedy)) from None
