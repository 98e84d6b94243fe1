"""Which rooms are drawn, and what are they called? Closed outlines on space layers, named by the texts inside them."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import shapely

from showroom.domain.plan import Origin
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import limits
from showroom.formats.drawing import Floats, Label, Stroke
from showroom.formats.drawing_words import names_exit

SMALLEST = 0.25
"""An outline of less than this (square metres) is a symbol or a scrap, not a room."""
CLOSING_GAP = 0.01
_NUMBER = re.compile(r"[0-9]{1,3}|[0-9]{1,2}[-.][0-9]{1,3}")
"""A room's number; longer ones are dimensions."""


@dataclass(frozen=True, eq=False)
class Room:
    """A room as drawn: its outline's id, its floor, the text in it and the use that text means."""

    id: str
    floor: shapely.Polygon
    name: str = ""
    use: str = "other"
    proposal: bool = False
    origin: Origin | None = None


def find_rooms(outlines: Sequence[Stroke], left_over: Counter[tuple[str, str]]) -> list[Room]:
    """Return the rooms that outlines (metres) draw, in drawing order; what is not a room is counted in `left_over`."""
    floors: list[tuple[Stroke, shapely.Polygon]] = []
    for stroke in outlines:
        points = _tidy(stroke.points)
        closed = stroke.closed or (len(stroke.points) > 3 and np.hypot(*(stroke.points[0] - stroke.points[-1])) < CLOSING_GAP)
        if not closed or len(points) < 3:
            left_over["open-outline", stroke.layer] += 1
            continue
        floor = _simple(shapely.Polygon(points))
        if floor is not None and len(points) > limits.ROOM_CORNERS:
            floor = _simple(shapely.Polygon(floor.exterior.simplify(0.002).coords))
        if floor is None:
            left_over["crossed-outline", stroke.layer] += 1
        elif floor.area < SMALLEST:
            left_over["small-outline", stroke.layer] += 1
        else:
            floors.append((stroke, floor))
    return _apart(floors, left_over)


def _tidy(points: Floats) -> Floats:
    """Take away points that repeat the one before them."""
    step = np.hypot(*(points - np.roll(points, 1, axis=0)).T)
    kept: Floats = points[step > 1e-6]
    return kept


def _simple(floor: shapely.Polygon) -> shapely.Polygon | None:
    """Return the polygon, mended where that changes less than 0.5 % of it; `None` where it crosses itself."""
    if floor.is_valid:
        return floor
    parts = shapely.get_parts(shapely.make_valid(floor))
    areas = shapely.area(parts)
    largest = parts[int(np.argmax(areas))] if len(parts) else None
    return largest if isinstance(largest, shapely.Polygon) and largest.area > 0.995 * float(areas.sum()) else None


def _apart(floors: list[tuple[Stroke, shapely.Polygon]], left_over: Counter[tuple[str, str]]) -> list[Room]:
    """Leave out outlines drawn twice and outlines round other rooms; cut islands out of the room they stand in."""
    polygons = [floor for _, floor in floors]
    tree = shapely.STRtree(polygons)
    inside: dict[int, list[int]] = {}
    gone: set[int] = set()
    for index, floor in enumerate(polygons):
        for other in (int(hit) for hit in tree.query(floor, predicate="intersects") if hit != index):
            if other in gone or index in gone:
                continue
            shared = floor.intersection(polygons[other]).area
            if shared > 0.98 * max(floor.area, polygons[other].area):
                gone.add(max(index, other))
                left_over["outline-twice", floors[max(index, other)][0].layer] += 1
            elif shared > 0.98 * polygons[other].area and polygons[other].area < floor.area:
                inside.setdefault(index, []).append(other)
    rooms = []
    for index, (stroke, floor) in enumerate(floors):
        if index in gone:
            continue
        islands = [polygons[other] for other in inside.get(index, ()) if other not in gone]
        covered = shapely.union_all(islands).area if islands else 0.0
        if len(islands) > 1 and covered > 0.5 * floor.area:
            left_over["outline-round-rooms", stroke.layer] += 1
            continue
        rest = floor.difference(shapely.union_all(islands)) if islands else floor
        whole = rest if isinstance(rest, shapely.Polygon) and not rest.is_empty else floor
        rooms.append(Room(stroke.id, whole, origin=Origin(found="outline", layer=stroke.layer)))
    return rooms


def name_rooms(rooms: Sequence[Room], labels: Sequence[Label], vocabulary: Vocabulary) -> tuple[list[Room], set[str]]:
    """Return the rooms named by their texts, and the ids of the texts that were used.

    A text whose words mean a use goes before one that does not, words before a mere room number, then the larger, then the one
    written first.
    """
    tree = shapely.STRtree([room.floor for room in rooms])
    use_of = _quick_use_of(vocabulary)
    inside: dict[int, list[Label]] = {}
    hits: dict[int, int] = {}
    places = shapely.points(np.array([label.at for label in labels]).reshape(-1, 2))
    for number, hit in tree.query(places, predicate="intersects").T.tolist():
        if number not in hits or rooms[hit].floor.area < rooms[hits[number]].floor.area:
            hits[number] = hit
    for number, label in enumerate(labels):
        if number in hits:
            inside.setdefault(hits[number], []).append(label)
    named, used = [], set()
    for index, room in enumerate(rooms):
        choice = _best(inside.get(index, []), use_of)
        if choice is None:
            named.append(room)
            continue
        label, use = choice
        used.add(label.id)
        named.append(replace(room, name=label.text, use=use or "other"))
    return named, used


def _quick_use_of(vocabulary: Vocabulary) -> Callable[[str], str | None]:
    """Return `vocabulary.use_of`, spared for texts in which no known word stands: a drawing may hold thousands of notes."""
    words = {word for use, term in vocabulary.uses.items() for word in (use, *term.label.root.values(), *term.words)}
    known = re.compile("|".join(re.escape(word) for word in sorted(words)), re.IGNORECASE)
    return lru_cache(maxsize=None)(lambda text: vocabulary.use_of(text) if known.search(text) else None)


def _best(labels: Sequence[Label], use_of: Callable[[str], str | None]) -> tuple[Label, str | None] | None:
    candidates = []
    for place, label in enumerate(labels):
        use = use_of(label.text)
        worded = any(character.isalpha() for character in label.text)
        if use is None and (names_exit(label.text) or not (worded or _NUMBER.fullmatch(label.text))):
            continue
        candidates.append(((use is None, not worded, -round(label.height, 3), place), label, use))
    return min(candidates, key=lambda one: one[0])[1:] if candidates else None
