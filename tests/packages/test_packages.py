"""Scenes as signed packages: packed, verified, installed in one step, and back again; forged and hostile ones refused."""

import json
import shutil
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from showroom import formats, home
from showroom.domain.errors import InputError
from showroom.packages import installed, packing
from showroom.packages.installed import install, rollback
from showroom.packages.manifest import MANIFEST, SIGNATURE, Entry, Manifest
from showroom.packages.packing import pack, unpack, verify
from showroom.packages.scenes import find_scene, scene_folders
from showroom.packages.signing import known_keys, make_key, private_key, signature

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a clerk's key and, under `keys`, the public key a kiosk trusts."""
    folder = tmp_path_factory.mktemp("clerk")
    make_key(folder / "clerk.pem")
    (folder / "keys").mkdir()
    shutil.copy(folder / "clerk.pem.pub", folder / "keys")
    return folder


@pytest.fixture(scope="module")
def published(clerk: Path) -> Path:
    """Return the small eatery as a published package."""
    path = clerk / "eatery.showroom"
    pack(home.scenes() / "small-eatery", path, made=DAY, key=private_key(clerk / "clerk.pem"), reviewed_by="王")
    return path


def _small(path: Path, members: dict[str, bytes], *, sign: Path | None = None, **changes: object) -> Path:
    """Write a package of these files by hand, with a manifest that fits them but for `changes`."""
    entries = [{"path": name, "bytes": len(content), "sha256": _sha(content)} for name, content in members.items()]
    manifest = {"format": 1, "scene": "tiny", "made": "2026-11-24", "reviewed_by": "王", "files": entries, **changes}
    content = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, content)
        if sign is not None:
            archive.writestr(SIGNATURE, signature(private_key(sign), content))
        for name, part in members.items():
            archive.writestr(name, part)
    return path


def _sha(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()


def _refused(path: Path, clerk: Path) -> str:
    with pytest.raises(InputError) as refused:
        verify(path, known_keys(clerk / "keys"))
    problem = refused.value.problems[0]
    assert str(path) in problem.place
    assert problem.remedy
    return problem.reason


# ------------------------------------------------------------------ packing and verifying


def test_the_same_scene_gives_the_same_package(clerk: Path, published: Path, tmp_path: Path) -> None:
    """Packed twice on one day with one key, a scene gives the same bytes."""
    again = tmp_path / "again.showroom"
    pack(home.scenes() / "small-eatery", again, made=DAY, key=private_key(clerk / "clerk.pem"), reviewed_by="王")
    assert again.read_bytes() == published.read_bytes()


def test_a_package_says_who_signed_it(clerk: Path, published: Path) -> None:
    """A verified package names its scene, its reviewer and the key it is signed with."""
    keys = known_keys(clerk / "keys")
    package = verify(published, keys)
    assert (package.manifest.scene, package.manifest.reviewed_by, [package.signed_by]) == ("small-eatery", "王", list(keys))


def test_a_draft_needs_neither_review_nor_key(tmp_path: Path) -> None:
    """A draft is packed unsigned; a reviewer without a key, or a key without a reviewer, is refused."""
    manifest = pack(home.scenes() / "small-eatery", tmp_path / "a.showroom", made=DAY)
    assert manifest.is_draft
    assert verify(tmp_path / "a.showroom", {}).signed_by is None
    with pytest.raises(InputError, match="reviewed and signed"):
        pack(home.scenes() / "small-eatery", tmp_path / "b.showroom", made=DAY, reviewed_by="王")
    assert not (tmp_path / "b.showroom").exists()


def test_a_scene_with_problems_is_not_published(clerk: Path, tmp_path: Path) -> None:
    """A scene that lacks a file it names can be packed as a draft, and not published."""
    folder = tmp_path / "small-eatery"
    shutil.copytree(home.scenes() / "small-eatery", folder)
    next(folder.glob("narration/*")).unlink()
    with pytest.raises(InputError):
        pack(folder, tmp_path / "a.showroom", made=DAY, key=private_key(clerk / "clerk.pem"), reviewed_by="王")
    assert not (tmp_path / "a.showroom").exists()
    assert pack(folder, tmp_path / "a.showroom", made=DAY).is_draft


def test_a_key_is_for_its_owner_alone(clerk: Path) -> None:
    """The private key can be read by its owner only, and is never overwritten."""
    assert stat.S_IMODE((clerk / "clerk.pem").stat().st_mode) == 0o600
    with pytest.raises(InputError, match="never overwritten"):
        make_key(clerk / "clerk.pem")


def test_a_strangers_signature_is_not_known(clerk: Path, tmp_path: Path) -> None:
    """A package signed by a key this kiosk does not have is refused, and the remedy says where keys go."""
    make_key(tmp_path / "stranger.pem")
    path = _small(tmp_path / "a.showroom", {"scene.yaml": b"x"}, sign=tmp_path / "stranger.pem")
    assert "not known here" in _refused(path, clerk)


def test_a_forged_signature_is_refused(clerk: Path, tmp_path: Path) -> None:
    """A manifest changed after signing, or a signature that is none, is refused."""
    path = _small(tmp_path / "a.showroom", {"scene.yaml": b"x"}, sign=clerk / "clerk.pem")
    for content in (b"{}", b"[" * 100_000, b'{"key": "0", "ed25519": "zz"}'):
        forged = _repacked(path, tmp_path / "b.showroom", {SIGNATURE: content})
        assert "signature" in _refused(forged, clerk)
    other = _small(tmp_path / "c.showroom", {"scene.yaml": b"y"})
    with zipfile.ZipFile(path) as signed:
        forged = _repacked(other, tmp_path / "d.showroom", {SIGNATURE: signed.read(SIGNATURE)})
    assert "changed after it was signed" in _refused(forged, clerk)


def _repacked(path: Path, target: Path, changes: dict[str, bytes | None]) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in dict.fromkeys((*old.namelist(), *changes)):
            content = changes.get(name, old.read(name) if name in old.namelist() else b"")
            if content is not None:
                new.writestr(name, content)
    return target


def test_any_file_that_was_changed_is_named(clerk: Path, tmp_path: Path) -> None:
    """A file changed, added or taken out after packing is refused by its name."""
    path = _small(tmp_path / "a.showroom", {"scene.yaml": b"x", "b.txt": b"y"}, sign=clerk / "clerk.pem")
    for changes, name in (({"b.txt": b"z"}, "b.txt"), ({"new.txt": b"n"}, "new.txt"), ({"b.txt": None}, "b.txt")):
        assert name in _refused(_repacked(path, tmp_path / "b.showroom", changes), clerk)


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/../../evil", "a\\..\\evil", "C:evil", "a//b", ""])
def test_no_name_leads_out_of_the_folder(clerk: Path, tmp_path: Path, name: str) -> None:
    """A manifest with a name that leads elsewhere is refused before anything is unpacked."""
    path = _small(tmp_path / "a.showroom", {"scene.yaml": b"x"}, files=[{"path": name, "bytes": 1, "sha256": _sha(b"x")}])
    assert "manifest" in _refused(path, clerk)


def _link(path: Path) -> None:
    info = zipfile.ZipInfo("scene.yaml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, b"/etc/passwd")


def _crowd(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for index in range(2100):
            archive.writestr(str(index), b"")


def _twice(path: Path) -> None:
    _small(path, {"scene.yaml": b"x"})
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("scene.yaml", b"x")


_EMPTY = {"path": "a", "bytes": 0, "sha256": _sha(b"")}
_HOSTILE: dict[str, Callable[[Path], object]] = {
    "no zip": lambda path: path.write_bytes(b"PK"),
    "empty": lambda path: zipfile.ZipFile(path, "w").close(),
    "a link": _link,
    "a crowd": _crowd,
    "a name twice": _twice,
    "a name twice in the manifest": lambda path: _small(
        path, {"a": b""}, files=[{"path": "a", "bytes": 0, "sha256": _sha(b"")}] * 2
    ),
    "a size that lies": lambda path: _small(path, {"a": b"x" * 99}, files=[{"path": "a", "bytes": 9, "sha256": _sha(b"x" * 99)}]),
    "a bomb": lambda path: _small(path, {"a": b" " * (2 << 20)}, files=[{"path": "a", "bytes": 9, "sha256": _sha(b"")}]),
    "no scene's name": lambda path: _small(path, {"a": b""}, scene="../x"),
    "deep": lambda path: _repacked(_small(path.with_name("x"), {"a": b""}), path, {MANIFEST: b"[" * 100_000}),
    "folders only": lambda path: _repacked(_small(path.with_name("x"), {"a": b""}), path, {"a": None}),
}


@pytest.mark.parametrize("kind", _HOSTILE)
def test_a_hostile_package_is_refused(clerk: Path, tmp_path: Path, kind: str) -> None:
    """What is no package, lies about sizes, holds links or goes on for ever is refused with a reason, and nothing is written."""
    path = tmp_path / "a.showroom"
    _HOSTILE[kind](path)
    assert _refused(path, clerk)
    with pytest.raises(InputError):
        install(path, known_keys(clerk / "keys"), tmp_path / "root")
    assert not (tmp_path / "root").exists()


def test_a_package_changed_while_it_is_unpacked_is_noticed(clerk: Path, tmp_path: Path) -> None:
    """Between looking through and unpacking nobody can slip another file in: every byte is compared once more."""
    path = _small(tmp_path / "a.showroom", {"scene.yaml": b"x"}, sign=clerk / "clerk.pem")
    package = verify(path, known_keys(clerk / "keys"))
    _repacked(_small(tmp_path / "b", {"scene.yaml": b"x"}), path, {"scene.yaml": b"y"})
    with pytest.raises(InputError, match="not the file"):
        unpack(package, tmp_path / "out")


# ------------------------------------------------------------------ installing


def test_an_installed_scene_takes_the_place_of_the_bundled_one(
    clerk: Path, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once installed, the scene of that name is the one from the package, and it opens."""
    monkeypatch.setenv("SHOWROOM_SCENES", str(tmp_path / "root"))
    install(published, known_keys(clerk / "keys"), tmp_path / "root")
    folder = find_scene("small-eatery")
    assert tmp_path in folder.parents
    assert formats.read_scene(folder).id == "small-eatery"
    assert len(list(scene_folders())) == len(list(home.scenes().glob("*/scene.yaml")))


def test_a_new_version_can_be_taken_back(clerk: Path, published: Path, tmp_path: Path) -> None:
    """After a second version is installed, rollback shows the first again, and once more the second; older ones go."""
    root, keys, key = tmp_path / "root", known_keys(clerk / "keys"), private_key(clerk / "clerk.pem")
    install(published, keys, root)
    first = (root / "small-eatery").resolve()
    for day in (date(2026, 11, 25), date(2026, 11, 26)):
        pack(home.scenes() / "small-eatery", tmp_path / "next.showroom", made=day, key=key, reviewed_by="李")
        install(tmp_path / "next.showroom", keys, root)
    last = (root / "small-eatery").resolve()
    assert not first.exists()
    rollback("small-eatery", root)
    assert (root / "small-eatery").resolve() not in (first, last)
    rollback("small-eatery", root)
    assert (root / "small-eatery").resolve() == last
    assert len(list((root / ".versions").iterdir())) == 2


def test_rollback_without_a_version_before_is_refused(tmp_path: Path) -> None:
    """Where nothing was installed before, or the name is none, rollback says so."""
    for name in ("small-eatery", "../x", ""):
        with pytest.raises(InputError, match="no version before"):
            rollback(name, tmp_path)


def test_drafts_and_unsigned_packages_are_not_installed(tmp_path: Path) -> None:
    """The kiosk takes only what was reviewed and signed."""
    pack(home.scenes() / "small-eatery", tmp_path / "a.showroom", made=DAY)
    for path in (tmp_path / "a.showroom", _small(tmp_path / "b.showroom", {"scene.yaml": b"x"})):
        with pytest.raises(InputError, match=r"draft|not signed"):
            install(path, {}, tmp_path / "root")
    assert not (tmp_path / "root").exists()


def test_a_scene_that_does_not_open_leaves_the_old_one(clerk: Path, published: Path, tmp_path: Path) -> None:
    """A well signed package whose scene cannot be opened changes nothing, and nothing of it is left."""
    root, keys = tmp_path / "root", known_keys(clerk / "keys")
    install(published, keys, root)
    before = (root / "small-eatery").resolve()
    path = _small(tmp_path / "a.showroom", {"scene.yaml": b"format: 1\n"}, sign=clerk / "clerk.pem", scene="small-eatery")
    with pytest.raises(InputError):
        install(path, keys, root)
    assert (root / "small-eatery").resolve() == before
    assert [entry.name for entry in (root / ".versions").iterdir()] == [before.name]


def test_a_power_cut_leaves_the_old_scene_or_the_new(
    clerk: Path, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped before any step of an installation, the scene shown is whole; the next installation goes through."""
    root, keys, key = tmp_path / "root", known_keys(clerk / "keys"), private_key(clerk / "clerk.pem")
    install(published, keys, root)
    pack(home.scenes() / "small-eatery", tmp_path / "b.showroom", made=date(2026, 11, 25), key=key, reviewed_by="李")

    class Cut(BaseException):
        pass

    def cut(*_: object, **__: object) -> None:
        raise Cut

    for module, name in ((packing, "unpack"), (installed, "_opened"), (installed, "_point"), (installed, "_forget_others")):
        with monkeypatch.context() as patch:
            patch.setattr(installed, name, cut)
            with pytest.raises(Cut):
                install(tmp_path / "b.showroom", keys, root)
        assert formats.read_scene(root / "small-eatery").id == "small-eatery", module
    install(tmp_path / "b.showroom", keys, root)
    assert formats.read_scene(root / "small-eatery").id == "small-eatery"


def test_the_manifest_is_written_one_way() -> None:
    """A manifest read back is written with the same bytes, so that its sum names the version."""
    manifest = Manifest(scene="a", made=DAY, files=(Entry(path="x", bytes=0, sha256="0" * 64),))
    assert Manifest.model_validate_json(manifest.written).written == manifest.written
