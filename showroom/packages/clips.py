"""How long is a spoken clip, and how loud? As far as the standard library can tell it honestly.

A WAV of whole numbers gives length, peak and loudness (root mean square of all its samples, not weighted as an ear would). Ogg with
Vorbis or Opus gives its length, from the count of samples on its last page; how loud it is would need a decoder and is not said.
"""

import struct
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_PAGE = b"OggS"
_TAIL = 2 * 65_307
"""Bytes at the end of a file that surely hold the last page whole (RFC 3533: a page is at most 65 307)."""
_OPUS_RATE = 48_000
_AT_ONCE = 1 << 18
_FULL = {1: 128.0, 2: 32_768.0, 3: 8_388_608.0, 4: 2_147_483_648.0}


@dataclass(frozen=True)
class Clip:
    """Seconds, and peak and loudness in decibels under full scale where they are known."""

    seconds: float
    peak: float | None = None
    loudness: float | None = None


def read_clip(path: Path) -> Clip | None:
    """Return what is known of a clip, `None` where its kind is not one that is read here. Raises ValueError where it is broken."""
    with path.open("rb") as file:
        head = file.read(12)
    if head[:4] == _PAGE:
        return _ogg(path)
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return _wav(path)
    return None


def _wav(path: Path) -> Clip | None:
    try:
        with wave.open(str(path), "rb") as sound:
            width, rate, channels = sound.getsampwidth(), sound.getframerate(), sound.getnchannels()
            if width not in _FULL or not rate or not channels:
                raise ValueError("its header makes no sense")
            frames, peak, squares, count = 0, 0.0, 0.0, 0
            while data := sound.readframes(_AT_ONCE):
                values = _values(data, width)
                frames += len(values) // channels
                peak = max(peak, float(np.abs(values).max(initial=0.0)))
                squares += float(np.square(values).sum())
                count += len(values)
    except wave.Error as error:
        if "unknown format" in str(error):
            return None  # compressed or floating point: not read here
        raise ValueError(str(error)) from error
    except EOFError as error:
        raise ValueError("it ends within its header") from error
    return Clip(frames / rate, _decibels(peak), _decibels((squares / count) ** 0.5 if count else 0.0))


def _values(data: bytes, width: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return samples in -1 to 1."""
    whole = data[: len(data) // width * width]
    if width == 1:
        numbers = np.frombuffer(whole, np.uint8).astype(float) - 128.0
    elif width == 3:
        parts = np.frombuffer(whole, np.uint8).reshape(-1, 3).astype(np.int32)
        numbers = (((parts[:, 0] | parts[:, 1] << 8 | parts[:, 2] << 16) ^ 0x800000) - 0x800000).astype(float)
    else:
        numbers = np.frombuffer(whole, "<i2" if width == 2 else "<i4").astype(float)
    return numbers / _FULL[width]


def _decibels(share: float) -> float:
    return float(20 * np.log10(max(share, 1e-6)))


def _ogg(path: Path) -> Clip | None:
    """Return the length of a file with one stream of Vorbis or Opus."""
    with path.open("rb") as file:
        head = file.read(512)
        size = path.stat().st_size
        file.seek(max(0, size - _TAIL))
        tail = file.read(_TAIL)
    if len(head) < 28:
        raise ValueError("it ends within its first page")
    packet = head[27 + head[26] :]
    if packet[:7] == b"\x01vorbis" and len(packet) >= 16:
        rate, skipped = struct.unpack_from("<I", packet, 12)[0], 0
    elif packet[:8] == b"OpusHead" and len(packet) >= 12:
        rate, skipped = _OPUS_RATE, struct.unpack_from("<H", packet, 10)[0]
    else:
        return None
    last = _last_samples(tail, head[14:18])
    if not rate or last is None:
        raise ValueError("it has no page that says where it ends")
    return Clip(max(0, last - skipped) / rate)


def _last_samples(tail: bytes, serial: bytes) -> int | None:
    at = tail.rfind(_PAGE)
    while at >= 0:
        if len(tail) - at >= 27 and tail[at + 14 : at + 18] == serial:
            samples: int = struct.unpack_from("<q", tail, at + 6)[0]
            if samples >= 0:
                return samples
        at = tail.rfind(_PAGE, 0, at)
    return None
