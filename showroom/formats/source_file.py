"""Can this file be read at all, and what are its bytes? Every reader opens strangers' files through here.

A pipe, a device or a huge file would hang or fill the machine, so only regular files up to a limit are taken.
"""

import difflib
import os
import stat
from pathlib import Path

from showroom.domain.errors import InputError, Problem
from showroom.formats.limits import MEGABYTE


def read_bytes(path: Path, *, limit: int, noun: str = "file") -> bytes:
    """Return the bytes of a regular, non-empty file of at most `limit` bytes.

    Raises:
        InputError: the file is missing, a folder, empty, too large, not a regular file, or may not be read.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise _refused(path, f"this is a folder; one {noun} was expected", "name a file inside it")
        if not stat.S_ISREG(found.st_mode):
            raise _refused(path, "this is not an ordinary file", f"name the {noun} itself, as it lies on the disk")
        if found.st_size > limit:
            size = f"{found.st_size / MEGABYTE:.1f} MB; at most {limit / MEGABYTE:.0f} MB can be read"
            raise _refused(path, f"the {noun} is too large: {size}", "split it, or leave out what does not belong to the premises")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        raise _refused(path, "there is no such file", _nearby(path)) from None
    except NotADirectoryError:
        raise _refused(path, "part of this path is a file, not a folder", "check the path") from None
    except PermissionError:
        raise _refused(
            path, "this file may not be read", "ask for permission to read it, or copy it to a folder of your own"
        ) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise _refused(path, f"the file could not be read: {reason}", "check the path and the disk") from None
    if len(content) > limit:
        raise _refused(path, f"the {noun} grew beyond {limit / MEGABYTE:.0f} MB while it was read", "try again")
    if not content.strip():
        raise _refused(path, f"the {noun} is empty", "check that it was saved or copied completely")
    return content


def _refused(path: Path, reason: str, remedy: str) -> InputError:
    return InputError(Problem(place=os.fspath(path), reason=reason, remedy=remedy))


def _nearby(path: Path) -> str:
    try:
        names = [entry.name for entry in os.scandir(path.parent)]
    except OSError:
        return f'check the path; there is no folder "{path.parent}" either' if not path.parent.exists() else "check the path"
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.7)
    return f'did you mean "{path.with_name(close[0])}"?' if close else "check the name and the folder"
