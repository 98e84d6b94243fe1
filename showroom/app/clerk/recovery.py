"""What is left of work that was never saved? A recovery file beside the scene, judged when the scene is opened again.

It lies beside the scene and not in the clerk's own folder, so that whoever opens the scene next is offered the work.
Its first line names the file it was made from: once that file was saved over, the recovery is no news any more.
"""

import contextlib
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from showroom import formats
from showroom.domain.errors import InputError
from showroom.domain.scene import Scene
from showroom.formats.scene_versions import keep_content
from showroom.formats.scene_yaml import FILE_NAME, scene_text
from showroom.formats.writing import write_aside

RECOVERY = ".scene.recovery.yaml"
BROKEN = ".scene.recovery-broken.yaml"
State = Literal["none", "newer", "broken"]
_OF = "# of "


@dataclass(frozen=True)
class Left:
    """What was found: nothing to speak of, work newer than the file (`scene`, `when`), or a file that cannot be read (`reason`)."""

    state: State = "none"
    scene: Scene | None = None
    when: datetime | None = None
    reason: str = ""


def sum_of(folder: Path) -> str:
    """Return the SHA-256 sum of the scene's file, or `-` where there is none."""
    try:
        return hashlib.sha256((folder / FILE_NAME).read_bytes()).hexdigest()
    except OSError:
        return "-"


def write_recovery(folder: Path, scene: Scene, made_from: str) -> None:
    """Write the recovery file, whole or not at all; `made_from` is the `sum_of` the file. Raises InputError."""
    write_aside(folder / RECOVERY, f"{_OF}{made_from}\n{scene_text(scene)}".encode())


def drop_recovery(folder: Path) -> None:
    """Delete the recovery file, where there is one and it may be deleted; what cannot be deleted is judged by its first line."""
    with contextlib.suppress(OSError):
        (folder / RECOVERY).unlink()


def keep_both(folder: Path) -> None:
    """Put the recovery among the earlier versions, to be restored from there; on a full disk under another name beside it."""
    path = folder / RECOVERY
    try:
        keep_content(folder, path.read_bytes())
    except (InputError, OSError):
        _set_aside(path)
    else:
        drop_recovery(folder)


def _set_aside(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.replace(path.with_name(BROKEN))


def look_for_recovery(folder: Path, scene: Scene) -> Left:
    """Return what is left of unsaved work on `scene`, the scene as its file has it.

    A recovery that says what the file says goes; one of a file that was saved over since is put among the earlier versions;
    one that cannot be read is set aside under another name. None of these stops anybody from opening the scene.
    """
    path = folder / RECOVERY
    if not path.is_file():
        return Left()
    try:
        left = formats.read_scene(path)
        with path.open(encoding="utf-8") as file:
            newer = file.readline().strip() == f"{_OF}{sum_of(folder)}"
        when = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (InputError, OSError, UnicodeDecodeError) as error:
        _set_aside(path)
        return Left("broken", reason="\n".join(map(str, error.problems)) if isinstance(error, InputError) else str(error))
    if left == scene:
        drop_recovery(folder)
    elif newer:
        return Left("newer", left, when)
    else:
        keep_both(folder)
    return Left()
