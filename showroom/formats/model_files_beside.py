"""Which files does a model name beside itself, and may they be read? Only those in its own folder, whole, and not too many bytes.

The library that reads models swallows what its resolver raises, so a refusal is kept here and raised again when it is done.
"""

import os
from pathlib import Path
from typing import NoReturn

from showroom.domain.errors import InputError, Problem
from showroom.formats import limits
from showroom.formats.gltf_json import refuse
from showroom.formats.model_files_checked import as_utf8
from showroom.formats.model_files_pictures import check_picture
from showroom.formats.source_file import read_bytes

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tga", ".tif", ".tiff", ".gif")


class Beside:
    """What trimesh asks for files by name; `files` are those that were given, `missing` those that are not there."""

    def __init__(self, model_path: Path) -> None:
        self.file_name = model_path.stem
        self.files: dict[str, bytes] = {}
        self.missing: list[str] = []
        self.refused: InputError | None = None
        self._name, self._folder = model_path.name, model_path.resolve().parent
        self._spent = 0

    def get(self, name: str) -> bytes:
        """Return the bytes of a file named in the model; `OSError` where it is missing, `InputError` where it may not be read."""
        try:
            return self._found(name.strip())
        except InputError as error:
            self.refused = self.refused or error
            raise

    __getitem__ = get

    def raise_again(self) -> None:
        """Raise what was refused, if anything was."""
        if self.refused is not None:
            raise self.refused

    def _found(self, name: str) -> bytes:
        place = f'{self._name}: "{name[:80]}"'
        path = self._inside(name, place)
        if not path.is_file():
            if name not in self.missing:
                self.missing.append(name)
            raise FileNotFoundError(name)
        data = read_bytes(path, limit=limits.GLTF_BYTES, noun="model")
        self._spent += len(data)
        if self._spent > limits.GLTF_BYTES:
            refuse(place, f"the model's files have more than {limits.GLTF_BYTES >> 20} MB in all", "simplify the model")
        if path.suffix.lower() in _PICTURES:
            check_picture(data, place)
        self.files[path.relative_to(self._folder).as_posix()] = data
        return as_utf8(data) if path.suffix.lower() == ".mtl" else data

    def _inside(self, name: str, place: str) -> Path:
        if not name or ":" in name or "\0" in name:
            _outside(place)
        path = Path(os.path.normpath(self._folder / name.replace("\\", "/")))
        if not path.resolve().is_relative_to(self._folder):
            _outside(place)
        return path


def _outside(place: str) -> NoReturn:
    raise InputError(
        Problem(
            place, "lies outside the model's own folder", "put the file beside the model and write its bare name, or export a .glb"
        )
    )
