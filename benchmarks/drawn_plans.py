"""How much of premises thrown by dice and drawn in every dialect comes back from reading the drawings?

Shares of what is lost, per cent; what no reader could know is left out and named in `tests/formats/drawn_plans.py`.
"""

import tempfile
from pathlib import Path

from benchmarks.row import Row
from tests.formats.drawn_plans import read_back

DRAWINGS = 400


def rows() -> list[Row]:
    """Draw, read back, compare: rooms by area, rooms by use, doors by place and clear width, rooms nobody drew."""
    with tempfile.TemporaryDirectory() as folder:
        found = [read_back(seed, Path(folder)) for seed in range(DRAWINGS)]
    rooms, doors = sum(one.rooms for one in found), sum(one.doors for one in found)
    of_rooms, of_doors = f"of {rooms} rooms in {DRAWINGS} drawings", f"of {doors} doors in {DRAWINGS} drawings"
    return [
        _row("drawn rooms lost, or more than 1 % off in area", sum(len(one.lost_areas) for one in found), rooms, 1.0, of_rooms),
        _row("drawn doors lost, or more than 10 mm off", sum(len(one.lost_doors) for one in found), doors, 2.0, of_doors),
        _row("uses of drawn rooms not understood", sum(len(one.lost_uses) for one in found), rooms, 5.0, of_rooms),
        _row("rooms found that nobody drew", sum(one.made_up for one in found), rooms, 1.0, of_rooms),
    ]


def _row(name: str, lost: int, every: int, must: float, note: str) -> Row:
    return Row(name, 100 * lost / every, None, "%", must, must / 5, f"{lost} {note}")
