"""How long does the search take for one keystroke, over the whole register and every scene?"""

import statistics

from benchmarks.row import Row, cpu_seconds
from showroom import formats
from showroom.packages.scenes import scene_folders
from showroom.search import Index, entries_of
from showroom.search.spelling import units

EVERY = 7
"""Of all beginnings of all titles, each that many is typed."""


def rows() -> list[Row]:
    """Return a row for the usual and one for the slowest hundredth of keystrokes, milliseconds of CPU."""
    permits = [formats.read_permit(name) for name in formats.permit_ids()]
    entries = [entry for entry in entries_of(permits, [formats.read_scene(folder) for folder in scene_folders()]) if entry.texts]
    index = Index(entries)
    taken = sorted(cpu_seconds(lambda typed=typed: index.find(typed)) * 1000 for typed in _keystrokes(entries))
    note = f"{len(taken)} queries over {len(entries)} entries: characters, pinyin, initials, English"
    return [
        Row("search, one keystroke: median", statistics.median(taken), None, "ms", 30, 10, note),
        Row("search, one keystroke: 99 of 100 within", taken[len(taken) * 99 // 100], None, "ms", 30, 20, ""),
    ]


def _keystrokes(entries: list) -> list[str]:  # type: ignore[type-arg]
    typed = []
    for entry in entries:
        spelling = units(entry.title.in_("zh_CN").lower())
        pinyin, initials = ("".join(unit.readings[0][:most] for unit in spelling) for most in (None, 1))
        for title in (*entry.title.root.values(), pinyin, initials):
            typed += [title[:end] for end in range(1, min(len(title), 40) + 1)]
    return typed[::EVERY]
