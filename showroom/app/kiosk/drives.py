"""Where may a visitor's plan lie, and where may a checklist go? Removable drives, and the plan files on them, found with limits.

A stick may hold a hundred thousand files, links and hidden folders: only so many are looked at, nothing is followed out of the
drive.
"""

import os
import shutil
import time
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from showroom.formats.table import plan_suffixes

_MOST_SEEN = 200_000
_LONGEST_SECONDS = 20.0
_PAUSE = 200
_MOST_SHOWN = 60
_DEEPEST = 6
_SYSTEM = ("system volume information", "lost+found", "__macosx", "found.000")
_UNSHOWN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Unicode categories of control, direction, half and unassigned characters."""
_BARE = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class Drive:
    """A removable drive: its name and folder."""

    name: str
    folder: Path


def drives(roots: tuple[Path, ...]) -> tuple[Drive, ...]:
    """Return the drives mounted below `roots` (`/media/stick` or `/media/user/stick`), by name."""
    found: dict[Path, Drive] = {}
    for root in roots:
        for folder in _folders(root):
            if folder.is_mount():
                found[folder] = Drive(folder.name, folder)
                continue
            for inner in _folders(folder):
                if inner.is_mount():
                    found[inner] = Drive(inner.name, inner)
    return tuple(sorted(found.values(), key=lambda drive: drive.name))


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if entry.is_dir() and not entry.is_symlink())
    except OSError:
        return []


def offered_suffixes() -> tuple[str, ...]:
    """Return the endings by which a plan is known on a stick: a bare `.yaml` or `.json` may be anything, `.plan.yaml` is one."""
    return tuple(dict.fromkeys(f".plan{suffix}" if suffix in _BARE else suffix for suffix in plan_suffixes()))


@dataclass(frozen=True)
class Found:
    """What was found on a drive: plan files (newest first), how many files were looked at, and why not all of them."""

    files: tuple[Path, ...] = ()
    seen: int = 0
    cut: bool = False
    """Whether the search ended before everything was seen: a limit, or somebody had enough."""
    unreadable: bool = False
    """Whether the drive itself could not be read."""


def look_through(
    folder: Path,
    *,
    wanted: Callable[[], bool] = lambda: True,
    progress: Callable[[int], None] = lambda _: None,
    clock: Callable[[], float] = time.monotonic,
) -> Found:
    """Look for plan files below `folder`: at most 60 are returned, newest first; links, hidden and system things are passed over.

    The search ends after 200 000 files or 20 seconds, or as soon as `wanted` says so; `progress` is told how many were seen.
    """
    suffixes = offered_suffixes()
    found: list[tuple[float, Path]] = []
    until = clock() + _LONGEST_SECONDS
    seen = 0
    walk = _Walk(folder)
    for entry in walk:
        seen += 1
        if entry.name.lower().endswith(suffixes):
            try:
                found.append((entry.stat(follow_symlinks=False).st_mtime, Path(entry.path)))
            except OSError:
                continue
        if seen % _PAUSE == 0:
            progress(seen)
            if seen >= _MOST_SEEN or clock() > until or not wanted():
                walk.cut = True
                break
    newest = sorted(found, key=lambda pair: (-pair[0], pair[1].name))[:_MOST_SHOWN]
    return Found(tuple(path for _, path in newest), seen, walk.cut or len(found) > _MOST_SHOWN, walk.unreadable)


class _Walk:
    """Goes through the ordinary files of a drive, folder by folder, never out of it, and never deeper than six folders."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.cut = self.unreadable = False

    def __iter__(self) -> Iterator["os.DirEntry[str]"]:
        pending = deque([(self._folder, 0)])
        while pending:
            folder, depth = pending.popleft()
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        if entry.name.startswith((".", "$")) or entry.name.lower() in _SYSTEM or entry.is_symlink():
                            continue
                        if not entry.is_dir(follow_symlinks=False):
                            yield entry
                        elif depth < _DEEPEST:
                            pending.append((Path(entry.path), depth + 1))
            except OSError:
                self.unreadable = self.unreadable or folder == self._folder


def shown_name(name: str, most: int = 80) -> str:
    """Return a file's name as it may be shown: nothing that turns, hides or breaks text, and cut in its middle where it is long."""
    safe = "".join(char if unicodedata.category(char) not in _UNSHOWN else "\N{REPLACEMENT CHARACTER}" for char in name)
    return safe if len(safe) <= most else f"{safe[: most - 21]}…{safe[-20:]}"


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in `folder` that does not exist yet: `stem.pdf`, else `stem-2.pdf` and so on."""
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{suffix}"
        number += 1
    return path


def has_room(folder: Path, least: int = 5_000_000) -> bool:
    """Tell whether `folder` can be written and has this many bytes free."""
    try:
        return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= least
    except OSError:
        return False
