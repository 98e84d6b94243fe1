"""Which earlier versions of a scene are kept, and where? The last twenty files that were saved over, in a hidden folder beside it.

Hidden files never go into a package, and the kiosk reads none of them.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from showroom.domain.errors import InputError, Problem
from showroom.formats.scene_yaml import FILE_NAME
from showroom.formats.writing import write_aside

FOLDER = ".versions"
KEPT = 20
"""How many versions are kept; the oldest goes first."""
_STAMP = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True)
class Version:
    """One earlier file of a scene, and when it was put away."""

    path: Path
    kept: datetime


def keep_version(folder: Path) -> None:
    """Put the scene's present file among its versions, before it is saved over; the same file twice in a row is kept once.

    Raises:
        InputError: the file cannot be read, or the version cannot be written.
    """
    file = folder / FILE_NAME
    if file.is_file():
        try:
            keep_content(folder, file.read_bytes())
        except OSError as error:
            raise _unkept(folder, error) from None


def keep_content(folder: Path, content: bytes) -> None:
    """Put `content` among the versions of the scene in `folder`. Raises InputError where it cannot be written."""
    place = folder / FOLDER
    try:
        known = versions(folder)
        if known and known[0].path.read_bytes() == content:
            return
        place.mkdir(exist_ok=True)
        # A clock that was put back must not make the newest version the oldest.
        now = max([datetime.now().astimezone(), *(version.kept for version in known[:1])])
        write_aside(place / f"scene-{_free(place, now)}.yaml", content)
        for version in versions(folder)[KEPT:]:
            with contextlib.suppress(FileNotFoundError):
                version.path.unlink()
    except OSError as error:
        raise _unkept(folder, error) from None


def versions(folder: Path) -> tuple[Version, ...]:
    """Return the versions kept of the scene in `folder`, newest first."""
    found = sorted((folder / FOLDER).glob("scene-*.yaml"), reverse=True)
    return tuple(Version(path, when) for path in found if (when := _when(path)) is not None)


def _when(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem.removeprefix("scene-")[:22], _STAMP).astimezone()
    except ValueError:
        return None


def _free(place: Path, now: datetime) -> str:
    stamp = now.strftime(_STAMP)
    number = 0
    while (place / f"scene-{stamp}-{number:03}.yaml").exists():
        number += 1
    return f"{stamp}-{number:03}"


def _unkept(folder: Path, error: OSError) -> InputError:
    reason = f"the version before could not be put away: {error.strerror or error}"
    return InputError(Problem(str(folder / FOLDER), reason, "make room, and ask for permission to write there"))
