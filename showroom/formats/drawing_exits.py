"""Which doors lead outside? Those labelled as exits, and those between a room and the open ground round the building."""

from collections.abc import Sequence

import numpy as np
import shapely

from showroom.formats.drawing import Floats, Label
from showroom.formats.drawing_openings import Placed
from showroom.formats.drawing_spaces import Room
from showroom.formats.drawing_words import names_exit

CLOSING = 0.4
"""Gaps narrower than twice this (metres) between rooms and walls belong to the building."""
NEAR, NEAR_INSIDE = 2.5, 1.5
"""How far (metres) an exit's label may stand from a door to the outside, and from one between two rooms."""
_PROBES = (0.15, 0.3, 0.5)


class Ground:
    """The building and what is round it."""

    def __init__(self, rooms: Sequence[Room], walls: Sequence[shapely.Polygon]) -> None:
        self._rooms = [room for room in rooms if room.use != "outdoor"]
        self._tree = shapely.STRtree([room.floor for room in self._rooms])
        grown = shapely.union_all([*(room.floor for room in self._rooms), *walls]).buffer(CLOSING, join_style="mitre")
        parts = [
            part for part in shapely.get_parts(grown.buffer(-CLOSING, join_style="mitre")) if isinstance(part, shapely.Polygon)
        ]
        self._building = shapely.union_all([shapely.Polygon(part.exterior) for part in parts])
        shapely.prepare(self._building)
        self._found: dict[tuple[int, int], tuple[Placed, Room | None]] = {}

    def sides(self, placed: Placed) -> tuple[Room | None, Room | None]:
        """Return the rooms to the left and right of an opening's wall, `None` where there is none."""
        left, right = (self._room_at(placed, side) for side in (1, -1))
        return left, right

    def leads_out(self, placed: Placed) -> bool:
        """Tell whether one side is a room and the other open ground; a part of the building nobody outlined is not outside."""
        for side in (1, -1):
            if self._room_at(placed, side) is not None and self._room_at(placed, -side) is None:
                point = placed.run.at(placed.position, -side * (placed.run.thickness / 2 + 0.5))
                return not self._building.intersects(shapely.Point(point))
        return False

    def _room_at(self, placed: Placed, side: int) -> Room | None:
        key = id(placed), side
        if key not in self._found:
            self._found[key] = placed, self._look(placed, side)
        return self._found[key][1]

    def _look(self, placed: Placed, side: int) -> Room | None:
        for probe in _PROBES:
            point = shapely.Point(placed.run.at(placed.position, side * (placed.run.thickness / 2 + probe)))
            hits = self._tree.query(point, predicate="intersects")
            if len(hits):
                return min((self._rooms[int(hit)] for hit in hits), key=lambda room: room.floor.area)
        return None


def find_exits(doors: Sequence[Placed], labels: Sequence[Label], ground: Ground) -> tuple[set[str], set[str]]:
    """Return the ids of the doors that are exits, and of the labels that say so."""
    outer = [door for door in doors if ground.leads_out(door)]
    exits, used = {door.symbol.id for door in outer}, set()
    middles = [np.array([door.run.at(door.position) for door in some]).reshape(-1, 2) for some in (outer, doors)]
    for label in labels:
        if not names_exit(label.text):
            continue
        nearest = _nearest(label, outer, middles[0], NEAR) or _nearest(label, doors, middles[1], NEAR_INSIDE)
        if nearest is not None:
            exits.add(nearest.symbol.id)
            used.add(label.id)
    return exits, used


def _nearest(label: Label, doors: Sequence[Placed], middles: Floats, reach: float) -> Placed | None:
    if not doors:
        return None
    away = np.hypot(*(middles - label.at).T)
    return doors[int(np.argmin(away))] if away.min() <= reach else None
