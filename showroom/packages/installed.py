"""Which scenes were installed here, and how does a new one take the place of the old? In one step, and back again.

Versions lie side by side, each in a folder named by its manifest's sum; a link named as the scene points to the one shown now, and
another to the one before. A link is replaced in one step, so a power cut leaves either the old scene or the new one.
"""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from showroom import formats
from showroom.domain.errors import InputError, NotAvailableError, Problem
from showroom.packages.packing import Package, unpack, verify

_VERSIONS, _BEFORE = ".versions", ".before"
_ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def install(package_path: Path, keys: Mapping[str, Ed25519PublicKey], root: Path) -> Package:
    """Install a published package signed by a known key; the version before is kept for `rollback`.

    The new version is opened before it is shown: one that does not open leaves everything as it was.

    Raises:
        InputError: the package is a draft, unsigned, not what it claims, or its scene cannot be opened.
        NotAvailableError: this system has no links.
    """
    package = verify(package_path, keys)
    if package.signed_by is None or package.manifest.is_draft:
        reason = "is a draft" if package.manifest.is_draft else "is not signed"
        raise InputError(
            Problem(str(package_path), reason, "have it reviewed and signed: `showroom scene pack --reviewed-by … --key …`")
        )
    version = root / _VERSIONS / f"{package.manifest.scene}@{package.manifest.digest[:16]}"
    if not version.is_dir():
        _unpacked(package, version)
    shown = root / package.manifest.scene
    before = _target(shown)
    if before is not None and before != version:
        _point(root / _BEFORE / package.manifest.scene, before)
    _point(shown, version)
    _forget_others(root, package.manifest.scene)
    return package


def rollback(scene_id: str, root: Path) -> str:
    """Show the version of a scene that was shown before; return the version's name.

    Raises:
        InputError: there is no version before.
    """
    before = _target(root / _BEFORE / scene_id) if scene_id and _ID_SIGNS.issuperset(scene_id) else None
    if before is None:
        raise InputError(Problem(scene_id, "has no version before the one installed", "`showroom scene list` shows what there is"))
    _opened(before)
    now = _target(root / scene_id)
    _point(root / scene_id, before)
    if now is not None:
        _point(root / _BEFORE / scene_id, now)
    return before.name


def _unpacked(package: Package, version: Path) -> None:
    """Unpack a version aside, open it, and give it its name; nothing is left of one that does not open."""
    aside = version.with_name(f".{secrets.token_hex(6)}.part")
    try:
        aside.mkdir(parents=True)
        unpack(package, aside)
        _opened(aside)
        scene = formats.read_scene(aside)
        if scene.id != package.manifest.scene:
            raise InputError(
                Problem(str(package.path), f'holds the scene "{scene.id}" under another name', "ask for the package again")
            )
        for path in sorted(aside.rglob("*")):
            if path.is_file():
                with path.open("rb") as file:
                    os.fsync(file.fileno())
        aside.rename(version)
    except OSError as error:
        raise InputError(
            Problem(str(version.parent), f"cannot be written ({error.strerror})", "ask for permission, or make room")
        ) from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _opened(folder: Path) -> None:
    """Open scene, plan, application and model.

    Raises:
        InputError: one of them cannot be opened.
    """
    scene = formats.read_scene(folder)
    formats.read_plan(folder / scene.plan)
    formats.read_application(folder / scene.application)
    formats.read_model(folder / scene.model)


def _target(link: Path) -> Path | None:
    """Return the version a link points to, `None` where it points nowhere."""
    if not link.is_symlink():
        return None
    target = link.parent / link.readlink()
    return Path(os.path.normpath(target)) if target.is_dir() else None


def _point(link: Path, version: Path) -> None:
    """Let a link point to a version, in one step."""
    link.parent.mkdir(parents=True, exist_ok=True)
    aside = link.with_name(f".{secrets.token_hex(6)}.link")
    try:
        aside.symlink_to(os.path.relpath(version, link.parent), target_is_directory=True)
        aside.replace(link)
    except OSError as error:
        raise NotAvailableError(
            Problem(str(link), f"links cannot be made here ({error.strerror})", "use a Linux file system")
        ) from None


def _forget_others(root: Path, scene_id: str) -> None:
    """Remove the versions of a scene that are neither shown nor the one before."""
    kept = {_target(root / scene_id), _target(root / _BEFORE / scene_id)}
    for version in (root / _VERSIONS).glob(f"{scene_id}@*"):
        if version not in kept:
            shutil.rmtree(version, ignore_errors=True)
