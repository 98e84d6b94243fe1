"""How is a file written so that nobody ever finds half of it?

Aside first, on the disk for certain, then in place of the old one.
"""

import contextlib
import os
import secrets
from pathlib import Path

from showroom.domain.errors import InputError, Problem


def write_aside(path: Path, content: bytes) -> None:
    """Write `content` to `path` as a whole or not at all; an interrupted write leaves the old file as it was.

    Raises:
        InputError: the folder is missing, may not be written, or the disk is full.
    """
    path = path.resolve()
    aside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else None
        with aside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            aside.chmod(mode)
        aside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink()
        reason = f"the file could not be written: {error.strerror or error}"
        raise InputError(
            Problem(os.fspath(path), reason, "name another file, or make room and ask for permission to write there")
        ) from None


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):  # Windows has no handle on a folder
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with contextlib.suppress(OSError):  # some file systems cannot
            os.fsync(handle)
    finally:
        os.close(handle)
