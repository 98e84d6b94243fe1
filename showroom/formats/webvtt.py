"""When is which line of a recorded clip spoken? WebVTT beside the clip (`stop.zh_CN.ogg`, `stop.zh_CN.vtt`): cues with their times.

Times and words are all that is taken; settings, notes, styles and tags are passed over (W3C WebVTT, sections 4.1 and 6.2).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from showroom.domain.errors import InputError, Problem

_TIMING = re.compile(r"^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})[ \t]+-->[ \t]+(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})")
_TAG = re.compile(r"<[^>\n]*>")
_LARGEST = 1_000_000
_REMEDY = "write lines such as 00:01.500 --> 00:04.000 with the words below, or leave the file out"


@dataclass(frozen=True)
class Cue:
    """Words, and from when to when they are spoken, milliseconds of the clip."""

    start: int
    end: int
    text: str


def read_cues(vtt_path: Path) -> tuple[Cue, ...]:
    """Return the cues of a WebVTT file in the order of their times. Raises InputError where it is none or has no cue."""
    try:
        data = vtt_path.read_bytes()[:_LARGEST]
        lines = data.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(Problem(str(vtt_path), f"the captions cannot be read: {error}", "save them as UTF-8")) from error
    if not lines or not lines[0].startswith("WEBVTT"):
        raise InputError(Problem(f"{vtt_path}:1", "captions begin with the line WEBVTT", _REMEDY))
    cues: list[Cue] = []
    at = 1
    while at < len(lines):
        found = _TIMING.match(lines[at].strip())
        at += 1
        if found is None:
            continue
        start, end = _milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:])
        if end <= start:
            raise InputError(Problem(f"{vtt_path}:{at}", "a cue ends before it begins", _REMEDY))
        words = []
        while at < len(lines) and lines[at].strip():
            words.append(_TAG.sub("", lines[at]).strip())
            at += 1
        if text := " ".join(filter(None, words)):
            cues.append(Cue(start, end, text))
    if not cues:
        raise InputError(Problem(str(vtt_path), "there is no cue in it", _REMEDY))
    return tuple(sorted(cues, key=lambda cue: cue.start))


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
