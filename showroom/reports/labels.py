"""Where does the name of a room fit? Wholly inside it, as large as it can be, clear of furniture, turned only if it must."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Space
from showroom.domain.text import DEFAULT_LANGUAGE
from showroom.domain.vocabulary import Vocabulary
from showroom.reports.outlines import polygon_of
from showroom.reports.sheet import Metres, text_width
from showroom.reports.words import number


@dataclass(frozen=True)
class Label:
    """A room's name (one or two lines) and its area, where they stand (metres), how large (pixels), and whether turned."""

    lines: tuple[str, ...]
    area: str
    at: Metres
    size: float
    turned: bool
    crowded: bool
    """Something is drawn under it, so that it needs a ground of its own."""


def name_of(space: Space, vocabulary: Vocabulary, language: str) -> str:
    """Return the name to show: the drawn text in Chinese; in another language the use in that language, where the use is known."""
    term = vocabulary.uses.get(space.use)
    if language == DEFAULT_LANGUAGE or term is None or space.use == "other":
        return space.name or (term.label.in_(language) if term else space.id)
    return term.label.in_(language).capitalize()


def label_of(
    space: Space,
    vocabulary: Vocabulary,
    language: str,
    *,
    scale: float,
    sizes: tuple[float, float],
    obstacles: Sequence[BaseGeometry],
) -> Label | None:
    """Return the label of a space at `scale` pixels a metre, clear of `obstacles` (metres) where there is room.

    `sizes` are the smallest and the largest type, pixels. `None` where not even the smallest fits into the space.
    """
    room = polygon_of(space)
    if room.is_empty:
        return None
    name, area = name_of(space, vocabulary, language), f"{number(room.area, 'm²')} m²"
    middle = _middle_of(room)
    smallest, largest = sizes
    best: Label | None = None
    for turned in (False, True):
        for lines in _breaks(name):
            size = _fitting(room, middle, (*lines, area), scale, largest, turned)
            if size >= smallest and (best is None or size > best.size * (1.3 if turned and not best.turned else 1.08)):
                best = Label(lines, area, middle, size, turned, crowded=False)
    return _moved_clear(best, room, scale, obstacles) if best else None


def _moved_clear(label: Label, room: Polygon, scale: float, obstacles: Sequence[BaseGeometry]) -> Label:
    """Return the label where the least is drawn under it, the nearer to its first place the better; smaller type is tried too."""
    near = shapely.union_all([thing for thing in obstacles if thing.intersects(room)])
    if near.is_empty or near.intersection(_block(label, label.at, scale)).is_empty:
        return label
    west, south, east, north = room.bounds
    steps = [step / 12 for step in range(13)]
    places = [(west + (east - west) * x, south + (north - south) * y) for x in steps for y in steps]
    places = [label.at, *sorted(places, key=lambda place: math.dist(place, label.at))]
    middles = np.array(places)
    shapely.prepare([room, near])
    for shrunk in (1.0, 0.85, 0.7):
        smaller = replace(label, size=label.size * shrunk)
        half_x, half_y = _half_size((*label.lines, label.area), smaller.size, scale, turned=label.turned)
        (x, y) = middles.T
        blocks = shapely.box(x - half_x, y - half_y, x + half_x, y + half_y)
        clear = shapely.covers(room, blocks) & ~shapely.intersects(near, blocks)
        if clear.any():
            return replace(smaller, at=places[int(clear.argmax())])
    return replace(label, crowded=True)


def _block(label: Label, at: Metres, scale: float) -> BaseGeometry:
    half_x, half_y = _half_size((*label.lines, label.area), label.size, scale, turned=label.turned)
    return LineString([(at[0] - half_x, at[1] - half_y), (at[0] + half_x, at[1] + half_y)]).envelope


def _half_size(lines: tuple[str, ...], size: float, scale: float, *, turned: bool) -> Metres:
    """Return half the width and height, metres, of lines of which the last is in smaller type, with a little air."""
    width = max(*(text_width(text, 1.0) for text in lines[:-1]), text_width(lines[-1], 0.8)) * size / scale / 2 + 0.08
    height = 1.25 * len(lines) * size / scale / 2 + 0.04
    return (height, width) if turned else (width, height)


def _middle_of(room: Polygon) -> Metres:
    centroid = room.centroid
    if room.buffer(-0.25).contains(centroid):
        return float(centroid.x), float(centroid.y)
    circle = shapely.maximum_inscribed_circle(room, tolerance=0.05)
    return float(circle.coords[0][0]), float(circle.coords[0][1])


def _breaks(name: str) -> list[tuple[str, ...]]:
    """Return the name on one line and, where it is long, on two: at the blank nearest the middle, or between characters."""
    choices: list[tuple[str, ...]] = [(name,)]
    blanks = [index for index, char in enumerate(name) if char == " "]
    if blanks:
        cut = min(blanks, key=lambda index: abs(index - len(name) / 2))
        choices.append((name[:cut], name[cut + 1 :]))
    elif len(name) > 4 and not name.isascii():
        cut = (len(name) + 1) // 2
        choices.append((name[:cut], name[cut:]))
    return choices


def _fitting(room: Polygon, at: Metres, lines: tuple[str, ...], scale: float, largest: float, turned: bool) -> float:
    """Return the largest type size (pixels) at which a block of these lines lies inside the room."""
    low, high = 0.0, largest
    for size in (largest, *([None] * 6)):
        tried = size if size is not None else (low + high) / 2
        half_x, half_y = _half_size(lines, tried, scale, turned=turned)
        block = LineString([(at[0] - half_x, at[1] - half_y), (at[0] + half_x, at[1] + half_y)]).envelope
        if room.covers(block):
            low = tried
        else:
            high = tried
        if low == largest:
            break
    return low
