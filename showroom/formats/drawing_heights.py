"""How high is a room, where a text in it says so? 净高3.2m, 吊顶 2800, ceiling height 2.8 m, CH=2800.

The storey's height (层高) is another thing and is left alone. A note tells which rooms' heights come from words.
"""

import re
from collections.abc import Sequence

import numpy as np
import shapely

from showroom.domain.plan import Note, Storey
from showroom.domain.text import Text
from showroom.formats.drawing import Label

_CLEAR = re.compile(
    r"(?:净高|净空(?:高度)?|吊顶(?:高度?|标高)?|天花(?:高度?|标高)?|(?:ceiling|clear) height|(?<![a-z])c\.?h\.?(?![a-z]))"
    r"\s*[:：=为]?\s*(\d{1,5}(?:\.\d{1,3})?)\s*(mm|毫米|cm|m|米)?(?![\d.])",
    re.IGNORECASE,
)
_METRES = {"mm": 1e-3, "毫米": 1e-3, "cm": 1e-2, "m": 1.0, "米": 1.0}
HEIGHTS = (1.8, 30.0)
"""Rooms are at least and at most this high (metres)."""


def height_in(text: str) -> float | None:
    """Return the clear height in metres a text tells; `None` where it tells none. Without a unit 1000 and above are millimetres."""
    found = _CLEAR.search(text)
    if found is None:
        return None
    value = float(found[1])
    height = value * _METRES.get((found[2] or "").lower(), 1e-3 if value >= 1000 else 1.0)
    return round(height, 4) if HEIGHTS[0] <= height <= HEIGHTS[1] else None


def with_heights(storey: Storey, labels: Sequence[Label]) -> tuple[Storey, tuple[Note, ...], frozenset[str]]:
    """Return the storey with the heights its texts tell (the least where several do), a note of them, and the ids of the texts."""
    told = [(label, height) for label in labels if (height := height_in(label.text)) is not None]
    if not told:
        return storey, (), frozenset()
    floors = [shapely.Polygon(space.outline, space.holes) for space in storey.spaces]
    places = shapely.points(np.array([label.at for label, _ in told]))
    least: dict[int, float] = {}
    said: dict[int, list[str]] = {}
    used: set[str] = set()
    for number, hit in shapely.STRtree(floors).query(places, predicate="intersects").T.tolist():
        label, height = told[number]
        if storey.spaces[hit].height is None:
            least[hit] = min(height, least.get(hit, height))
            said.setdefault(hit, []).append(label.text)
            used.add(label.id)
    if not least:
        return storey, (), frozenset()
    spaces = tuple(space.revise(height=least[number]) if number in least else space for number, space in enumerate(storey.spaces))
    where = "; ".join(f"{storey.spaces[number].id}: {' / '.join(said[number])}" for number in sorted(least)[:20])
    text = Text.of(
        zh_CN=f"{len(least)} 个房间的净高取自图中文字，没有量过。",
        en=f"The heights of {len(least)} rooms are taken from texts in them, and were not measured.",
    )
    return storey.revise(spaces=spaces), (Note(code="height-from-text", text=text, where=where),), frozenset(used)
