"""How is Chinese typed with Latin letters? Every reading of every character, and whether letters spell a run of them.

Letters may be whole syllables, initials, or any mixture (`shusan`, `ss`, `shus`). All readings of a character count, so that
nobody has to know which one is meant here; the phrases that would tell cost 40 MB and are left out.
"""

import os
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

Manner = Literal["whole", "mixed", "initials", "misspelt"]
_READINGS = 3
_TWO_LETTER_INITIALS = ("zh", "ch", "sh")
_LATIN = re.compile(r"[a-z0-9]+")


def is_chinese(char: str) -> bool:
    """Tell whether `char` is a Chinese character of the common blocks."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


@cache
def readings(char: str) -> tuple[str, ...]:
    """Return how a Chinese character is read, without tones, ü as v, the commonest first; nothing for any other character."""
    if not is_chinese(char):
        return ()
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=False, errors="ignore")
    return tuple(dict.fromkeys(found[0] if found else ()))[:_READINGS]


@dataclass(frozen=True)
class Unit:
    """A character and its readings, or a run of Latin letters and figures, at `start` to `end` of the text."""

    start: int
    end: int
    readings: tuple[str, ...]


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[Unit, ...]:
    """Return what is spelt in `text`, in order; punctuation and blanks are not."""
    found: list[Unit] = []
    lowered, at = text.lower(), 0
    while at < len(lowered):
        run = _LATIN.match(lowered, at)
        if run:
            found.append(Unit(at, run.end(), (run.group(),)))
        elif said := readings(lowered[at]):
            found.append(Unit(at, at + 1, said))
        at = run.end() if run else at + 1
    return tuple(found)


@dataclass(frozen=True)
class Spelt:
    """Letters found in a text: from the unit `first` to the unit `last`, and in which manner; `errors` letters were wrong."""

    first: int
    last: int
    manner: Manner
    errors: int = 0


def spelt(spelling: tuple[Unit, ...], letters: str) -> Spelt | None:
    """Return the best place where `letters` (lower case, no blanks) spell units one after another, or `None`.

    Of the last unit the beginning is enough, of those before a whole reading or its initial.
    """
    best: tuple[tuple[int, int], Spelt] | None = None
    for first, unit in enumerate(spelling):
        if all(reading[0] != letters[0] for reading in unit.readings):
            continue
        followed = _follow(spelling, first, letters, 0)
        if followed is None:
            continue
        partial, last = followed
        count = last - first + 1
        manner: Manner = "whole" if not partial else "initials" if partial == len(letters) == count else "mixed"
        rank = (partial, first)
        if best is None or rank < best[0]:
            best = rank, Spelt(first, last, manner)
    return best[1] if best else None


def _follow(spelling: tuple[Unit, ...], at: int, letters: str, done: int) -> tuple[int, int] | None:
    """Return (how many units were only begun, the last unit) of the way that begins the fewest, or `None`."""
    if at >= len(spelling):
        return None
    best: tuple[int, int] | None = None
    rest = len(letters) - done
    for reading in spelling[at].readings:
        if reading[0] != letters[done]:
            continue
        for taken in _bites(reading, letters, done):
            begun = 0 if taken == len(reading) else 1
            if taken == rest:
                way: tuple[int, int] | None = (begun, at)
            else:
                onward = _follow(spelling, at + 1, letters, done + taken)
                way = (begun + onward[0], onward[1]) if onward else None
            if way and (best is None or way < best):
                best = way
    return best


def _bites(reading: str, letters: str, done: int) -> list[int]:
    """Return how many of the letters from `done` a reading may take: all of it, its initial, or all that is left."""
    common = 0
    for said, typed in zip(reading, letters[done:], strict=False):
        if said != typed:
            break
        common += 1
    bites = []
    if common == len(reading):
        bites.append(common)
    rest = len(letters) - done
    if common == rest < len(reading):
        bites.append(common)
    if reading[:2] in _TWO_LETTER_INITIALS and common >= 2 and 2 not in bites:
        bites.append(2)
    if common and 1 not in bites:
        bites.append(1)
    return bites


def misspelt(spelling: tuple[Unit, ...], letters: str, most: int) -> Spelt | None:
    """Return the place whose whole syllables differ from `letters` in the fewest letters, at most `most`, or `None`.

    An edit distance with a free start (Sellers 1980), where each unit takes the better of its readings.
    """
    length = len(letters)
    column: list[tuple[int, int]] = [(typed, 0) for typed in range(length + 1)]
    best: tuple[int, int, int] | None = None
    for at, unit in enumerate(spelling):
        column[0] = (0, at)
        column = [min(ways) for ways in zip(*(_advance(column, reading, letters) for reading in unit.readings), strict=True)]
        errors, first = column[length]
        if errors <= most and (best is None or errors < best[0]):
            best = errors, first, at
    return Spelt(best[1], best[2], "misspelt", best[0]) if best else None


def _advance(column: list[tuple[int, int]], reading: str, letters: str) -> list[tuple[int, int]]:
    """Return the column of costs after one more reading; each cost carries the unit it began at."""
    for said in reading:
        after = [(column[0][0] + 1, column[0][1])]
        for place, typed in enumerate(letters):
            cost, first = column[place]
            here = (cost + (typed != said), first)
            dropped, added = column[place + 1], after[place]
            after.append(min(here, (dropped[0] + 1, dropped[1]), (added[0] + 1, added[1])))
        column = after
    return column


def loose_letters(spelling: tuple[Unit, ...]) -> tuple[str, ...]:
    """Return the letters of all units one after another, once by their commonest readings, once by their second."""
    first = "".join(unit.readings[0] for unit in spelling)
    second = "".join(unit.readings[1 if len(unit.readings) > 1 else 0] for unit in spelling)
    return (first,) if first == second else (first, second)
