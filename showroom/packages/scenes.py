"""Which scenes there are, and where a scene named by id or path lies."""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from platformdirs import user_data_path

from showroom import home
from showroom.domain.errors import InputError, Problem


def scene_folders() -> Iterator[Path]:
    """Yield the folder of every scene, by name; one installed from a package takes the place of the bundled one of its name."""
    found: dict[str, Path] = {}
    for root in (home.scenes(), installed_folder()):
        if root.is_dir():
            found |= {entry.name: entry for entry in root.iterdir() if (entry / "scene.yaml").is_file()}
    yield from (found[name] for name in sorted(found))


def installed_folder() -> Path:
    """Return the folder of the scenes installed on this machine from packages; `SHOWROOM_SCENES` names another."""
    chosen = os.environ.get("SHOWROOM_SCENES")
    return Path(chosen) if chosen else user_data_path("approval-showroom") / "scenes"


def find_scene(name: str) -> Path:
    """Return the folder of the scene called `name` (an id, or a path to a folder or to its `scene.yaml`).

    Raises:
        InputError: there is no such scene; the problem names the nearest ids.
    """
    written = Path(name)
    if written.name == "scene.yaml" and written.is_file():
        return written.parent
    if (written / "scene.yaml").is_file():
        return written
    bundled = {folder.name: folder for folder in scene_folders()}
    if name in bundled:
        return bundled[name]
    near = get_close_matches(name, bundled) or sorted(bundled)
    raise InputError(Problem(name, "there is no such scene", f"scenes here: {', '.join(near) or 'none'}; or give a scene's folder"))
