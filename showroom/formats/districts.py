"""Which district's decisions hold here? Reads and writes `requirements/districts/<district>.yaml`.

Exactly one file says `default: true`; that is the one place where the register's own district is named. A decision about a
requirement that no file writes is refused with the nearest id.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from showroom.domain.district import District
from showroom.domain.errors import InputError, Problem
from showroom.formats.mistakes import choice
from showroom.formats.yaml_file import read_value
from showroom.formats.yaml_text import Layout, to_yaml

NO_DISTRICT = "none"
"""Given as a district: the register as it is written, without any district's decisions."""
_COMMENT = re.compile(r"^\s*#|\s#\s")
_ROW_ID = re.compile(r"""["']?id["']?:\s*["']?([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)""")


def district_paths(folder: Path) -> dict[str, Path]:
    """Return the file of every district of the register in `folder`, by the district's id."""
    return {path.stem: path for path in sorted((folder / "districts").glob("*.yaml"))}


def find_district(folder: Path, district: str | None) -> District | None:
    """Return a district of the register in `folder`: the default one for `None`, and none for "none".

    Raises:
        InputError: there is no such district (the nearest are named), two are the default, or a file has mistakes.
    """
    if district == NO_DISTRICT:
        return None
    paths = district_paths(folder)
    if district is not None:
        if district not in paths:
            known = choice(district, (*paths, NO_DISTRICT))
            raise InputError(Problem("", f'there is no district "{district}"', known))
        return _cached(folder, paths[district])
    defaults = [found for found in (_cached(folder, path) for path in paths.values()) if found.default]
    if len(defaults) > 1:
        named = " and ".join(f'"{found.id}"' for found in defaults)
        raise InputError(Problem(os.fspath(folder / "districts"), f"{named} are both the default", "keep one default: true"))
    return defaults[0] if defaults else None


def read_district(path: Path, known: Callable[[], frozenset[str]]) -> District:
    """Return one district file; `known` gives the ids of all requirements of its register.

    Raises:
        InputError: with every mistake at its line.
    """
    return read_value(path, District, noun="district", checks=(lambda read: sound_district(read, path, known()),))


def sound_district(read: District, path: Path, known: frozenset[str]) -> Iterator[tuple[Sequence[str | int], str, str]]:
    """Yield an id that is not the file's name, and every requirement that is unknown or decided twice for the same days."""
    if read.id != path.stem:
        yield ("id",), f'is "{read.id}", but the file is named "{path.name}"', "make the two agree"
    seen: dict[str, list[tuple[date, date]]] = {}
    for number, decision in enumerate(read.decisions):
        first, last = decision.in_force_from or date.min, decision.in_force_until or date.max
        for place, switch in enumerate(decision.rows):
            here = ("decisions", number, "rows", place, "requirement")
            if switch.requirement not in known:
                remedy = choice(switch.requirement, sorted(known)) if known else ""
                yield here, f'is "{switch.requirement}", which no file of the register writes', remedy
            elif any(first <= end and start <= last for start, end in seen.get(switch.requirement, ())):
                yield (
                    here,
                    f'is "{switch.requirement}", which is decided above already',
                    "decide about each requirement once for the same days",
                )
            seen.setdefault(switch.requirement, []).append((first, last))


def district_text(district: District, before: str) -> str:
    """Return the file of a district in the canonical hand, under the comment that stands at the head of the file `before`.

    Comments further down are not kept: see `lost_comments`.
    """
    return "".join(_head(before)) + to_yaml(district, Layout())


def lost_comments(before: str) -> int:
    """Return how many lines below the head of a file bear a comment, which writing it anew does not keep."""
    return sum(_COMMENT.search(line) is not None for line in before.splitlines(keepends=True)[len(_head(before)) :])


def _head(text: str) -> list[str]:
    return list(takewhile(lambda line: not line.strip() or line.startswith("#"), text.splitlines(keepends=True)))


def row_ids(folder: Path) -> frozenset[str]:
    """Return every requirement id written in the register, also in files with mistakes; nothing is parsed."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.yaml")))
    return frozenset(id_ for text in texts for id_ in _ROW_ID.findall(text))


def _cached(folder: Path, path: Path) -> District:
    newest = max(one.stat().st_mtime_ns for one in (path, *folder.glob("*.yaml")))
    return _read(folder, path, newest)


@lru_cache(maxsize=32)
def _read(folder: Path, path: Path, _changed: int) -> District:
    return read_district(path, lambda: row_ids(folder))
