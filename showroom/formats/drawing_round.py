"""Does an outline on a space layer go round several rooms instead of one? Then walls and doors stand in the midst of it.

A room's own outline runs along its walls, and its doors stand at its edge. Lengths are metres.
"""

from collections.abc import Sequence

import numpy as np
import shapely

from showroom.domain.plan import Note
from showroom.domain.text import Text
from showroom.formats.drawing import Drawing, segments
from showroom.formats.drawing_spaces import Room

INSIDE = 0.6
"""What is this far (metres) from every edge of an outline stands in the midst of it."""
WALL = 2.0
"""Walls of less than this length (metres) in the midst of a room are piers and screens, and divide nothing."""
NOTE = Note(
    code="outline-round-rooms",
    text=Text.of(
        zh_CN="房间图层上的轮廓线包住了好几个由墙和门隔开的房间，没有当作一个房间；房间改由墙线、门窗围合得出。",
        en="The outline on the space layer goes round several rooms parted by walls and doors, and was not taken for one; "
        "the rooms were found from the walls.",
    ),
)


def go_round_walls(rooms: Sequence[Room], drawing: Drawing) -> bool:
    """Tell whether every outlined room has walls and a door in its midst, so that none of them is one room."""
    if not rooms or len(rooms) > 4 or not drawing.doors or not drawing.walls:
        return False
    lines = segments(drawing.walls)
    middles, lengths = shapely.points(lines.mean(axis=1)), np.hypot(*(lines[:, 1] - lines[:, 0]).T)
    hinges = [symbol.sweeps[0].centre if symbol.sweeps else symbol.middle for symbol in drawing.doors]
    doors = shapely.points(np.array(hinges))
    for room in rooms:
        midst = room.floor.buffer(-INSIDE)
        if lengths[shapely.intersects(midst, middles)].sum() < WALL or not shapely.intersects(midst, doors).any():
            return False
    return True
