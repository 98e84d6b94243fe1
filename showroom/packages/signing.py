"""Who published this package? Ed25519 signatures by keys the hall knows.

A hall's clerks hold a private key; a kiosk holds the public keys of those it takes packages from, one file each in a folder. A key
is known by the first 16 digits of its SHA-256.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from platformdirs import user_config_path

from showroom.domain.errors import InputError, Problem
from showroom.formats.writing import write_aside

PUBLIC = ".pub"
_KEY_BYTES, _KEYS = 10_000, 200


def keys_folder() -> Path:
    """Return the folder where this machine keeps the public keys it trusts."""
    return user_config_path("approval-showroom") / "keys"


def make_key(key_path: Path) -> str:
    """Write a new private key and beside it the public one (`.pub`); return the key's name.

    Raises:
        InputError: the file is there already, or cannot be written.
    """
    if key_path.exists():
        raise InputError(Problem(str(key_path), "is there already, and a key is never overwritten", "name another file"))
    key = Ed25519PrivateKey.generate()
    previous = os.umask(0o077)
    try:
        write_aside(key_path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    finally:
        os.umask(previous)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    write_aside(key_path.with_name(f"{key_path.name}{PUBLIC}"), public)
    return name_of(key.public_key())


def private_key(key_path: Path) -> Ed25519PrivateKey:
    """Return the private key in a file.

    Raises:
        InputError: it is no Ed25519 key, or has a password.
    """
    try:
        key = load_pem_private_key(_read(key_path), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise InputError(Problem(str(key_path), "is no private key of ours", "make one with `showroom scene keygen`"))
    return key


def known_keys(folder: Path) -> dict[str, Ed25519PublicKey]:
    """Return the public keys in a folder by name; none where there is no folder.

    Raises:
        InputError: a file ending in `.pub` is no public key.
    """
    found: dict[str, Ed25519PublicKey] = {}
    for path in sorted(folder.glob(f"*{PUBLIC}"))[:_KEYS] if folder.is_dir() else ():
        try:
            key = load_pem_public_key(_read(path))
        except (ValueError, UnsupportedAlgorithm):
            key = None
        if not isinstance(key, Ed25519PublicKey):
            raise InputError(Problem(str(path), "is no public key of ours", "copy the .pub file beside the private key again"))
        found[name_of(key)] = key
    return found


def name_of(key: Ed25519PublicKey) -> str:
    """Return the name of a key: the first 16 digits of the SHA-256 of its bytes."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:16]


def signature(key: Ed25519PrivateKey, content: bytes) -> bytes:
    """Return the bytes of the file that says who signed `content`."""
    said = {"key": name_of(key.public_key()), "ed25519": key.sign(content).hex()}
    return (json.dumps(said, sort_keys=True) + "\n").encode()


def signer(place: str, content: bytes, signed: bytes, keys: Mapping[str, Ed25519PublicKey]) -> str:
    """Return the name of the key that signed `content`.

    Raises:
        InputError: the signature is none, its key is not known here, or it is not of this content.
    """
    try:
        said = json.loads(signed)
        name, value = str(said["key"]), bytes.fromhex(said["ed25519"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(
            Problem(place, "its signature cannot be read", "ask for the package again from who published it")
        ) from None
    if name not in keys:
        remedy = f"if you trust who sent it, put their .pub file into {keys_folder()}"
        raise InputError(Problem(place, f"is signed with the key {name[:32]}, which is not known here", remedy))
    try:
        keys[name].verify(value, content)
    except InvalidSignature:
        remedy = "do not use it; ask for the package again from who published it"
        raise InputError(Problem(place, "was changed after it was signed, or the signature is forged", remedy)) from None
    return name


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_KEY_BYTES)
    except OSError as error:
        raise InputError(Problem(str(path), f"cannot be opened ({error.strerror})", "check the name and who may read it")) from None
