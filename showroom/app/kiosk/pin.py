"""Who may leave the kiosk? Somebody who knows the staff's PIN, kept only scrambled; after wrong ones the wait grows.

Scrambled with scrypt (16 MiB, some 50 ms), so that the file with it gives the PIN away to nobody in a hurry; a PIN is short, so the
file should be the administrator's alone all the same.
"""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable

from showroom.domain.errors import InputError, Problem

_N, _R, _P = 2**14, 8, 1
_FREE_TRIES, _FIRST_WAIT, _LONGEST_WAIT = 3, 30.0, 3600.0
SHORTEST, LONGEST = 4, 12


def scrambled(pin: str) -> str:
    """Return `pin` as it is written into kiosk.toml.

    Raises:
        InputError: it is not 4 to 12 digits.
    """
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise InputError(Problem("PIN", "it is not 4 to 12 digits", "choose digits only: the kiosk asks for it on a number pad"))
    salt = secrets.token_bytes(16)
    return f"scrypt${_N}${_R}${_P}${salt.hex()}${_key(pin, salt, _N, _R, _P).hex()}"


def fits(pin: str, kept: str) -> bool:
    """Tell whether `pin` is the one that was scrambled to `kept`; nothing fits where none was set."""
    parts = kept.split("$")
    if len(parts) != 6 or parts[0] != "scrypt":
        return False
    n, r, p = map(int, parts[1:4])
    return hmac.compare_digest(_key(pin, bytes.fromhex(parts[4]), n, r, p), bytes.fromhex(parts[5]))


def _key(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=256 * n * r, dklen=32)


class StaffLock:
    """The lock of the staff exit. Three tries are free; after each further wrong one the wait doubles, from 30 s to an hour."""

    def __init__(self, kept: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept, self._clock = kept, clock
        self._wrong = 0
        self._shut_until = 0.0

    @property
    def has_pin(self) -> bool:
        """Whether a PIN was set at all."""
        return bool(self._kept)

    @property
    def wait(self) -> float:
        """Seconds until the next try; 0 when one may try now."""
        return max(0.0, self._shut_until - self._clock())

    def opens(self, pin: str) -> bool:
        """Try a PIN; while one must wait nothing is looked at and nothing opens."""
        if self.wait > 0:
            return False
        if fits(pin, self._kept):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong >= _FREE_TRIES:
            doubled = min(self._wrong - _FREE_TRIES, 16)  # an hour is reached long before
            self._shut_until = self._clock() + min(_LONGEST_WAIT, _FIRST_WAIT * 2**doubled)
        return False
