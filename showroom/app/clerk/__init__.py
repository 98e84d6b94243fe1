"""The clerk's studio: the window in which a scene is taught.

`run` opens one scene by id or folder. What cannot be opened is said in one line each on standard error; nothing is shown then.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from showroom.domain.errors import ShowroomError
from showroom.domain.permit import Requirement
from showroom.domain.plan import Plan
from showroom.domain.scene import Scene
from showroom.modelling.model import Model


@dataclass(frozen=True)
class Opened:
    """A scene ready to be edited: its folder, itself, its model, the requirements of its permits (each once), and its plan."""

    folder: Path
    scene: Scene
    model: Model
    register: tuple[Requirement, ...]
    plan: Plan | None = None
    """The plan of the premises, by which viewpoints and key points are looked at; `None`: they are not."""


def run(scene: str | Path | None, language: str = "zh_CN") -> int:
    """Open the studio on `scene` (the first bundled one where none is named) and return the exit status: 0, or 2 for bad input."""
    try:
        opened = _open(scene)
        from showroom.app.clerk.opening import show

        return show(opened, language)
    except ShowroomError as error:
        for problem in error.problems:
            sys.stderr.write(f"{problem}\n")
        return 2


def _open(scene: str | Path | None) -> "Opened":
    """Read everything before any window opens. Raises InputError."""
    from showroom import formats
    from showroom.domain.errors import InputError, Problem
    from showroom.packages.scenes import find_scene, scene_folders

    name = str(scene) if scene is not None else next((folder.name for folder in scene_folders()), "")
    if not name:
        raise InputError(Problem("scenes", "there is no bundled scene", "name a scene's folder: showroom clerk FOLDER"))
    folder = find_scene(name)
    read = formats.read_scene(folder)
    rows = {row.id: row for permit_id in read.permits for row in formats.read_permit(permit_id).requirements}
    try:
        plan = formats.read_plan(folder / read.plan)
    except InputError as error:
        plan = None
        for problem in error.problems:
            sys.stderr.write(f"{problem}\n")
    return Opened(folder, read, formats.read_model(folder / read.model), tuple(rows.values()), plan)
