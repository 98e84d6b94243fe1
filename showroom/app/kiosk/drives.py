"""Where may a visitor's plan lie, and where may a checklist go? Removable drives, and the plan files on them, found with limits.

A stick may hold a hundred thousand files, links and hidden folders: only so many are looked at, nothing is followed out of the
drive.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from showroom.formats.table import plan_suffixes

_MOST_SEEN = 4000
_MOST_SHOWN = 60
_DEEPEST = 4
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


def plan_files(folder: Path) -> tuple[Path, ...]:
    """Return the plan files below `folder`, newest first: at most 60, of the first 4000 files; hidden ones and links not."""
    suffixes = offered_suffixes()
    found: list[tuple[float, Path]] = []
    for seen, path in enumerate(_files(folder, 0)):
        if seen >= _MOST_SEEN:
            break
        if path.name.lower().endswith(suffixes):
            try:
                found.append((path.stat().st_mtime, path))
            except OSError:
                continue
    return tuple(path for _, path in sorted(found, key=lambda pair: (-pair[0], pair[1].name))[:_MOST_SHOWN])


def _files(folder: Path, depth: int) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    inner: list[Path] = []
    for entry in listed:
        if entry.name.startswith((".", "$")) or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            inner.append(Path(entry.path))
        else:
            yield Path(entry.path)
    if depth < _DEEPEST:
        for path in inner:
            yield from _files(path, depth + 1)


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
