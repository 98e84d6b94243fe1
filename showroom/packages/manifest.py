"""What is in a scene package? A list of its files with their SHA-256 sums, who looked it over, and what the signature covers.

The manifest is written canonically, so that its bytes are what is signed; nothing of the package is believed that it does not name.
"""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from showroom.domain.document import Document
from showroom.domain.errors import InputError, Problem
from showroom.domain.relative_path import RelativePath

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
"""The two files of a package that are not the scene's."""
FILES, FILE_BYTES, PACKAGE_BYTES, MANIFEST_BYTES = 2_000, 256 << 20, 512 << 20, 1 << 20
"""The most files of a package, and the most bytes of one, of all of them unpacked, and of the manifest."""


class Entry(Document):
    """One file: its path in the scene's folder, its length in bytes, its SHA-256."""

    path: RelativePath
    bytes: Annotated[int, Field(ge=0, le=FILE_BYTES)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Manifest(Document):
    """What a package holds. A draft was made to be looked at; only what somebody has reviewed is published."""

    format: Literal[1] = 1
    scene: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
    made: date
    reviewed_by: Annotated[str, Field(max_length=80)] = ""
    """Who looked the scene over before it was published; empty for a draft."""
    files: Annotated[tuple[Entry, ...], Field(min_length=1, max_length=FILES)]

    @property
    def is_draft(self) -> bool:
        """Tell whether nobody has released it yet."""
        return not self.reviewed_by

    @property
    def written(self) -> bytes:
        """The manifest's bytes, always the same for the same content; these are signed."""
        return (json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()

    @property
    def digest(self) -> str:
        """The SHA-256 of the manifest: the name of this version of the scene."""
        return hashlib.sha256(self.written).hexdigest()


def manifest_of(place: str, content: bytes) -> Manifest:
    """Return the manifest a package holds.

    Raises:
        InputError: it is no manifest, or not written as we write it.
    """
    remedy = "ask for the package again from whoever published it"
    try:
        manifest = Manifest.model_validate_json(content)
    except (ValidationError, RecursionError):
        raise InputError(Problem(f"{place}:{MANIFEST}", "is no manifest of a scene package", remedy)) from None
    paths = [entry.path for entry in manifest.files]
    if len({path.casefold() for path in paths}) != len(paths):
        raise InputError(Problem(f"{place}:{MANIFEST}", "names a file twice", remedy))
    if sum(entry.bytes for entry in manifest.files) > PACKAGE_BYTES:
        raise InputError(Problem(f"{place}:{MANIFEST}", f"names more than {PACKAGE_BYTES >> 20} MB", remedy))
    return manifest


def entry_of(path: Path, name: str) -> Entry:
    """Return the entry of a file on disk."""
    with path.open("rb") as file:
        return Entry(path=name, bytes=path.stat().st_size, sha256=hashlib.file_digest(file, "sha256").hexdigest())
