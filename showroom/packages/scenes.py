"""Which scenes there are, and where a scene named by id or path lies."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from showroom import home
from showroom.domain.errors import InputError, Problem


def scene_folders() -> Iterator[Path]:
    """Yield the folder of every bundled scene, by name."""
    root = home.scenes()
    if root.is_dir():
        yield from sorted(entry for entry in root.iterdir() if (entry / "scene.yaml").is_file())


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
