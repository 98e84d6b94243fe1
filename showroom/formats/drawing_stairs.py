"""Which stairs are drawn on the layer of stairs? Flights told by their treads, and outlines of ours that say their width.

A flight is a row of lines of one length at even steps, and nothing lengthwise between its sides: a rail or well in its midst would
make two narrow flights look like one wide. What is not clear is counted, never guessed: lengths are metres.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from showroom.domain.plan import Stair
from showroom.formats.drawing import Drawing, Floats, Stroke, owned_segments

STEPS = (0.2, 0.45)
"""How far one tread lies from the next."""
WIDTHS = (0.5, 6.0)
FEWEST = 4
"""Lines in a row that are no fewer than this are a flight."""
EVEN = 0.02
_STAIR = re.compile(r"(?<![a-z])(?:stairs?|strs)(?![a-z])|楼梯", re.IGNORECASE)


def names_stair(layer: str) -> bool:
    """Tell whether a layer that is nothing else is one of stairs (`STAIR`, `A-FLOR-STRS`, `楼梯`)."""
    return bool(_STAIR.search(layer))


def find_stairs(drawing: Drawing, prefix: str, left_over: Counter[tuple[str, str]]) -> tuple[Stair, ...]:
    """Return the stairs a drawing (metres) shows; what is on their layers and makes none is counted."""
    ours = [stroke for stroke in drawing.stairs if "width" in drawing.facts.get(stroke.id, {}) and len(stroke.points) > 2]
    known = {id(stroke) for stroke in ours}
    rest = [stroke for stroke in drawing.stairs if id(stroke) not in known]
    stairs = [_stair(stroke.id, stroke.points, drawing.facts[stroke.id]["width"]) for stroke in ours]
    used: set[int] = set()
    if rest:
        lines, owners = owned_segments(rest)
        for number, (rows, outline, width) in enumerate(_flights(lines), 1):
            stairs.append(_stair(f"{prefix}ST{number}", outline, width))
            used |= set(owners[rows].tolist()) | _within(rest, outline)
    for number, stroke in enumerate(rest):
        if number not in used:
            left_over["stair-lines", stroke.layer] += 1
    return tuple(stair for stair in stairs if stair is not None)


def _stair(id_: str, outline: Floats, width: object) -> Stair | None:
    if not isinstance(width, int | float) or not WIDTHS[0] / 5 <= width <= 4 * WIDTHS[1]:
        return None
    points = tuple((round(float(x), 6) + 0.0, round(float(y), 6) + 0.0) for x, y in outline)
    return Stair(id=id_, outline=points, width=round(float(width), 6))


def _flights(lines: Floats) -> Iterator[tuple[list[int], Floats, float]]:
    """Yield the lines, the outline and the width of each flight."""
    vectors = lines[:, 1] - lines[:, 0]
    lengths = np.hypot(*vectors.T)
    fit = (lengths >= WIDTHS[0]) & (lengths <= WIDTHS[1])
    groups: dict[tuple[int, int], list[int]] = {}
    for index in np.nonzero(fit)[0].tolist():
        angle = float(np.arctan2(vectors[index, 1], vectors[index, 0])) % np.pi
        groups.setdefault((round(angle / 0.01) % 314, round(lengths[index] / EVEN)), []).append(index)
    for members in groups.values():
        along = vectors[members[0]] / lengths[members[0]]
        normal = np.array([-along[1], along[0]])
        middles = lines[members].mean(axis=1)
        rows: dict[int, list[tuple[float, int]]] = {}
        for member, middle in zip(members, middles, strict=True):
            rows.setdefault(round(float(middle @ along) / EVEN), []).append((float(middle @ normal), member))
        for row in rows.values():
            for flight in _even(sorted(row)):
                outline, width = _ground(lines[flight], along, normal)
                if not _parted(lines, along, normal, outline):
                    yield flight, outline, width


def _even(row: Sequence[tuple[float, int]]) -> Iterator[list[int]]:
    """Yield the longest runs of lines at even steps."""
    run = list(row[:1])
    step = 0.0
    for place, member in row[1:]:
        gap = place - run[-1][0]
        if gap < 1e-6:
            continue
        if STEPS[0] <= gap <= STEPS[1] and (len(run) == 1 or abs(gap - step) <= EVEN):
            step = gap
            run.append((place, member))
            continue
        if len(run) >= FEWEST:
            yield [index for _, index in run]
        run = [(place, member)]
    if len(run) >= FEWEST:
        yield [index for _, index in run]


def _ground(treads: Floats, along: Floats, normal: Floats) -> tuple[Floats, float]:
    points = treads.reshape(-1, 2)
    left, low, right, high = _box(points, along, normal)
    width = float(np.hypot(*(treads[:, 1] - treads[:, 0]).T).min())
    corners = np.array([[left, low], [right, low], [right, high], [left, high]])
    return corners @ np.stack([along, normal]), width


def _box(points: Floats, along: Floats, normal: Floats) -> tuple[float, float, float, float]:
    """Return the least and the greatest place along and across."""
    aside, up = points @ along, points @ normal
    return float(aside.min()), float(up.min()), float(aside.max()), float(up.max())


def _parted(lines: Floats, along: Floats, normal: Floats, outline: Floats) -> bool:
    """Tell whether a line runs up the flight between its sides."""
    left, low, right, high = _box(outline, along, normal)
    aside, up = lines @ along, np.sort(lines @ normal, axis=1)
    inside = (aside.min(axis=1) > left + 0.1) & (aside.max(axis=1) < right - 0.1) & (np.ptp(aside, axis=1) < 0.1)
    reach = np.minimum(up[:, 1], high) - np.maximum(up[:, 0], low)
    return bool((inside & (reach > 0.9 * (high - low))).any())


def _within(strokes: Sequence[Stroke], outline: Floats) -> set[int]:
    """Return the numbers of the strokes that lie on a flight or round it: its sides, the arrow up it."""
    ground = shapely.Polygon(outline).buffer(0.35)
    return {number for number, stroke in enumerate(strokes) if ground.covers(shapely.MultiPoint(stroke.points))}
