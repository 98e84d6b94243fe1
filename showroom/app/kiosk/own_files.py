"""Where are a visitor's files while the visit lasts? In one folder in memory (tmpfs) where there is one, emptied when they leave.

A drawing is copied from the stick before it is read, so that the stick may be pulled out. The folder carries the number of the
process: what a killed kiosk left behind is known by it, and swept away.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from showroom.app.kiosk.drives import shown_name
from showroom.domain.errors import InputError, Problem
from showroom.formats.limits import MEGABYTE

_PREFIX = "showroom-visit-"
_LARGEST = 80 * MEGABYTE
_SPARE = 200 * MEGABYTE
_PIECE = MEGABYTE


def memory_folder() -> Path:
    """Return a folder that lies in memory and is this user's to write, else the usual one for temporary files."""
    in_memory = (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm")  # noqa: S108 - each folder made there is ours alone
    for named in in_memory:
        if named and os.path.isdir(named) and os.access(named, os.W_OK | os.X_OK):  # noqa: PTH112
            with suppress(OSError):
                if shutil.disk_usage(named).free >= _SPARE:
                    return Path(named)
    return Path(tempfile.gettempdir())


def sweep(*roots: Path) -> int:
    """Remove what kiosks that no longer run left in `roots` (usually every folder ever used); return how many were removed."""
    removed = 0
    for root in roots or (memory_folder(), Path("/dev/shm"), Path(tempfile.gettempdir())):  # noqa: S108
        for folder in root.glob(f"{_PREFIX}*") if root.is_dir() else ():
            number = folder.name.removeprefix(_PREFIX).partition("-")[0]
            if number.isdigit() and not _runs(int(number)):
                shutil.rmtree(folder, ignore_errors=True)
                removed += not folder.exists()
    return removed


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


class TooLargeError(InputError):
    """A file is larger than any plan."""


def _too_large(path: Path) -> TooLargeError:
    return TooLargeError(Problem(path.name, "the file is too large", "keep only the plan in it, and save it again"))


class OwnFiles:
    """The folder of the visitor of now; made when the first file comes."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root
        self._folder: Path | None = None
        self._scratch: Path | None = None

    def take_temporary_files(self) -> None:
        """Have temporary files of every library (a print spool, say) written into memory too, to be emptied with the visitor's."""
        self._scratch = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=self._root or memory_folder()))
        os.environ["TMPDIR"] = str(self._scratch)
        tempfile.tempdir = None

    def folder(self) -> Path:
        """Return the folder, readable by nobody else."""
        if self._folder is None or not self._folder.is_dir():
            root = self._root or memory_folder()
            self._folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=root))
        return self._folder

    def take(self, path: Path, wanted: Callable[[], bool]) -> Path:
        """Copy the file at `path` here and return the copy; `wanted` is asked after every piece.

        The copy has the same name, but for characters that turn, hide or break text.

        Raises:
            InputError: it is no ordinary file, too large, no longer there, cannot be read, or nobody waits any more.
        """
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, "rb") as source:
                return self._copied(source, path, wanted)
        except OSError as error:
            reason = f"the file cannot be read: {error.strerror or error}"
            raise InputError(Problem(path.name, reason, "plug the stick in again and choose the file once more")) from None

    def _copied(self, source: IO[bytes], path: Path, wanted: Callable[[], bool]) -> Path:
        told = os.fstat(source.fileno())
        if not stat.S_ISREG(told.st_mode):
            raise InputError(Problem(path.name, "this is not an ordinary file", "choose a drawing"))
        if told.st_size > _LARGEST:
            raise _too_large(path)
        folder = self.folder()
        copy = folder / shown_name(path.name, 60)
        try:
            with copy.open("wb") as target:
                written = 0
                while piece := source.read(_PIECE):
                    written += len(piece)
                    if written > min(_LARGEST, shutil.disk_usage(folder).free):
                        raise _too_large(path)
                    if not wanted():
                        raise InputError(Problem(path.name, "copying was cancelled", "choose the file again"))
                    target.write(piece)
        except BaseException:
            copy.unlink(missing_ok=True)
            if not wanted():  # the visitor may be gone, and their folder made anew by this very call
                with suppress(OSError):
                    folder.rmdir()
            raise
        return copy

    def forget(self) -> None:
        """Remove everything of the visitor."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        for left in self._scratch.iterdir() if self._scratch is not None and self._scratch.is_dir() else ():
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
