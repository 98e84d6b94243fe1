"""What of a drawing became nothing? The lines, symbols and texts that no room, wall, opening, fixture or column came from.

They are found by comparing what was drawn with the storeys read from it, so that nothing can be forgotten: a line counts as used
where a thing of the plan lies along it. A text is told as a stroke of one point with the words as its layer. Lengths are metres.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import shapely
import shapely.ops

from showroom.domain.plan import Storey
from showroom.formats.drawing import Drawing, Floats, Stroke, Symbol, segments

ALONG = 0.06
"""A wall line this near (metres) to a face of a wall or the outline of a room is a part of it."""
BESIDE = 0.15
"""Lines this near (metres) to an opening are its frame, sill or threshold."""


def rest_of(drawing: Drawing, storeys: Sequence[Storey], texts: Iterable[str]) -> list[Stroke]:
    """Return what became nothing; `texts` are the ids of the labels that were used."""
    used = {thing.id for storey in storeys for things in (storey.openings, storey.fixtures) for thing in things}
    shapes = {thing.id for storey in storeys for things in (storey.spaces, storey.columns) for thing in things}
    said = set(texts)
    openings = [ground for storey in storeys for ground in _swept(storey)]
    solid = [ground for storey in storeys for ground in _standing(storey)]
    symbols = [symbol for symbol in (*drawing.doors, *drawing.windows, *drawing.fixtures) if symbol.id not in used]
    return [
        *drawing.unread,
        *(stroke for symbol in symbols for stroke in _drawn(symbol)),
        *(stroke for stroke in (*drawing.outlines, *drawing.columns) if stroke.id not in shapes),
        *_apart(drawing.walls, [*solid, *openings]),
        *_apart([*drawing.door_lines, *drawing.window_lines], openings),
        *(Stroke(label.id, label.text, label.at[None]) for label in drawing.labels if label.height > 0 and label.id not in said),
    ]


def _standing(storey: Storey) -> Iterator[shapely.Geometry]:
    """Yield the ground of the walls, and a band along the outlines of the rooms."""
    for wall in storey.walls:
        yield shapely.LineString(wall.axis).buffer(wall.thickness / 2 + ALONG, cap_style="square")
    for space in storey.spaces:
        yield shapely.Polygon(space.outline, space.holes).boundary.buffer(ALONG)


def _swept(storey: Storey) -> Iterator[shapely.Geometry]:
    """Yield the ground each opening takes up: for a door a circle that its leaves stay in, for others a rectangle."""
    for opening in storey.openings:
        wall = storey.wall_of[opening.wall]
        axis = shapely.LineString(wall.axis)
        if opening.kind == "door":
            yield axis.interpolate(opening.at).buffer(1.15 * opening.width + BESIDE)
        stretch = shapely.ops.substring(axis, opening.at - opening.width / 2 - BESIDE, opening.at + opening.width / 2 + BESIDE)
        yield stretch.buffer(wall.thickness / 2 + BESIDE, cap_style="flat")


def _apart(strokes: Sequence[Stroke], grounds: Sequence[shapely.Geometry]) -> Iterator[Stroke]:
    """Yield the pieces of `strokes` whose middle lies on none of `grounds`."""
    tree = shapely.STRtree(grounds)
    for stroke in strokes:
        pieces = segments([stroke])
        if not len(pieces):
            continue
        hit = set(tree.query(shapely.points(pieces.mean(axis=1)), predicate="intersects")[0].tolist())
        yield from (Stroke(stroke.id, stroke.layer, piece) for number, piece in enumerate(pieces) if number not in hit)


def _drawn(symbol: Symbol) -> Iterator[Stroke]:
    """Yield the box of a symbol, or of one without a box its arcs."""
    if symbol.box is not None:
        (left, bottom), (right, top) = symbol.box
        corners: Floats = np.array([[left, bottom], [right, bottom], [right, top], [left, top]])
        yield Stroke(symbol.id, symbol.layer, symbol.at + corners @ symbol.frame.T, closed=True)
        return
    for sweep in symbol.sweeps:
        first, last = (np.arctan2(*(end - sweep.centre)[::-1]) for end in (sweep.start, sweep.end))
        turn = (last - first + np.pi) % (2 * np.pi) - np.pi
        angles = first + np.linspace(0, turn, 10)
        yield Stroke(symbol.id, symbol.layer, sweep.centre + sweep.radius * np.stack([np.cos(angles), np.sin(angles)], axis=1))
