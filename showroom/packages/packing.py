"""How does a scene folder become a package, and is a package what it claims to be? One `.showroom` zip with manifest and signature.

Reading a package writes nothing: names, sizes and sums are compared with the manifest before anybody unpacks it.
"""

import hashlib
import io
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from showroom import formats
from showroom.domain.errors import InputError, Problem
from showroom.formats.writing import write_aside
from showroom.packages.manifest import FILES, MANIFEST, MANIFEST_BYTES, SIGNATURE, Entry, Manifest, entry_of, manifest_of
from showroom.packages.problems import scene_problems
from showroom.packages.signing import signature, signer

SUFFIX = ".showroom"
_AGAIN = "ask for the package again from who published it"
_DAY = (1980, 1, 1, 0, 0, 0)
_STEP = 1 << 20
_STORED = (".glb", ".jpg", ".jpeg", ".png", ".webp", ".ogg", ".mp3")
"""What is packed already."""


@dataclass(frozen=True)
class Package:
    """A package that was looked through: its manifest, and the key it is signed with (`None` for an unsigned one)."""

    path: Path
    manifest: Manifest
    signed_by: str | None


def pack(folder: Path, package_path: Path, *, made: date, key: Ed25519PrivateKey | None = None, reviewed_by: str = "") -> Manifest:
    """Write a scene as a package, as a whole or not at all; the same scene, day and key give the same bytes.

    Raises:
        InputError: the scene cannot be read, it is to be published and something is wrong with it, or it cannot be written.
    """
    if bool(reviewed_by) != (key is not None):
        reason = "a published package is both reviewed and signed"
        raise InputError(Problem(str(package_path), reason, "give --reviewed-by and --key, or neither for a draft"))
    scene = formats.read_scene(folder)
    if reviewed_by and (problems := scene_problems(folder, as_of=made)):
        raise InputError(list(problems))
    entries = tuple(entry_of(path, name) for name, path in _files(folder))
    manifest = Manifest(scene=scene.id, made=made, reviewed_by=reviewed_by, files=entries)

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, MANIFEST, manifest.written)
        if key is not None:
            _add(archive, SIGNATURE, signature(key, manifest.written))
        for entry in entries:
            _add(archive, entry.path, (folder / entry.path).read_bytes())
    write_aside(package_path, out.getvalue())
    return manifest


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Return the files of a scene by name; hidden ones and links are left out."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in name.split("/")):
            found.append((name, path))
    if len(found) > FILES:
        raise InputError(Problem(str(folder), f"holds more than {FILES} files", "keep only what the scene names"))
    return found


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def verify(package_path: Path, keys: Mapping[str, Ed25519PublicKey]) -> Package:
    """Return what a package says of itself, once every byte was compared with its manifest, and that with its signature.

    An unsigned package is returned as such; whether that is enough is for the caller to say.

    Raises:
        InputError: it is no package, something in it is not what the manifest says, or the signature does not hold.
    """
    place = str(package_path)
    try:
        with zipfile.ZipFile(package_path) as archive:
            members = _members(place, archive)
            manifest = manifest_of(place, _small(place, archive, members, MANIFEST))
            signed_by = None
            if SIGNATURE in members:
                signed_by = signer(
                    place, _small(place, archive, members, MANIFEST), _small(place, archive, members, SIGNATURE), keys
                )
            _same_names(place, manifest, members)
            for entry in manifest.files:
                _compare(place, archive, members[entry.path], entry)
    except OSError as error:
        raise InputError(Problem(place, f"cannot be opened ({error.strerror})", "check the name and the drive")) from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        raise InputError(Problem(place, "is no scene package, or is damaged", _AGAIN)) from None
    return Package(package_path, manifest, signed_by)


def unpack(package: Package, folder: Path) -> None:
    """Write the files of a package that was verified into a new folder, comparing every byte once more.

    Raises:
        InputError: the package changed since, or the disk is full.
    """
    place = str(package.path)
    try:
        with zipfile.ZipFile(package.path) as archive:
            members = _members(place, archive)
            for entry in package.manifest.files:
                target = folder / entry.path
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as file:
                    for chunk in _chunks(place, archive, members[entry.path], entry):
                        file.write(chunk)
    except OSError as error:
        raise InputError(
            Problem(place, f"could not be unpacked ({error.strerror})", "make room on the disk and try again")
        ) from None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError, EOFError):
        raise InputError(Problem(place, "is damaged", _AGAIN)) from None


def _members(place: str, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files of a zip by name; links, folders that are files and names used twice are refused."""
    infos = archive.infolist()
    if len(infos) > FILES + 2:
        raise InputError(Problem(place, f"holds more than {FILES} files", _AGAIN))
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.is_dir():
            continue
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG) or info.filename in members or info.flag_bits & 1:
            raise InputError(Problem(place, f'"{info.filename[:80]}" is no ordinary file, or is there twice', _AGAIN))
        members[info.filename] = info
    return members


def _small(place: str, archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str) -> bytes:
    info = members.get(name)
    if info is None or info.file_size > MANIFEST_BYTES:
        raise InputError(Problem(place, f"has no {name}, or one far too large", _AGAIN))
    with archive.open(info) as file:
        return file.read(MANIFEST_BYTES + 1)


def _same_names(place: str, manifest: Manifest, members: Mapping[str, zipfile.ZipInfo]) -> None:
    named, held = {entry.path for entry in manifest.files}, set(members) - {MANIFEST, SIGNATURE}
    if odd := sorted(named ^ held):
        word = "lacks" if odd[0] in named else "holds besides"
        raise InputError(Problem(place, f'{word} "{odd[0][:80]}", against its manifest', _AGAIN))


def _compare(place: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, entry: Entry) -> None:
    for _ in _chunks(place, archive, info, entry):
        pass


def _chunks(place: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, entry: Entry) -> Iterator[bytes]:
    """Yield the content of a file; it is refused as soon as it is longer than the manifest says, or its sum is another."""
    sum_, length = hashlib.sha256(), 0
    with archive.open(info) as file:
        while chunk := file.read(_STEP):
            length += len(chunk)
            if length > entry.bytes:
                break
            sum_.update(chunk)
            yield chunk
    if length != entry.bytes or sum_.hexdigest() != entry.sha256:
        raise InputError(Problem(place, f'"{entry.path}" is not the file that was packed', _AGAIN))
