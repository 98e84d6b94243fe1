"""By which gaps without a door must a part of a room be left?

A gap nobody drew an opening into is a way out like a door: the break in a partition, or the short stretch by which two rooms
touch. It matters only where what lies behind it has no other way out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely import LineString, Point, Polygon

from showroom.geometry.floor import OPEN_SIDE_GAP, OPEN_SIDE_WIDTH, Floor
from showroom.geometry.memory import kept
from showroom.geometry.outlines import largest, parts
from showroom.geometry.passage import Passage, narrowest_passage
from showroom.rules.egress import UNOCCUPIED, is_way_out

_WIDEST = 1.0
"""Gaps wider than this, in metres, are looked at by no rule."""
_SLIT = 0.15
"""Stretches shorter than this, in metres, are taken for walls drawn carelessly."""
_ROOMY = 0.25
"""What is left of a part, in square metres, when half a metre is taken off all round: less is a recess, and nobody stays there."""
_JOINT = 0.05
"""How far a joint of two spaces is drawn out along itself, in metres, for walls beside it shorten it; walls are taken off again."""


@dataclass(frozen=True)
class Gap:
    """The narrowest place between a part of a room and its ways out, and the spaces that lie behind it."""

    passage: Passage
    behind: tuple[str, ...]


def slits_between(floor: Floor, space_id: str, other: str) -> list[LineString]:
    """Return the stretches by which two spaces touch with no wall between that are too narrow to walk through, from 0.15 m on."""
    shared = floor.polygons[space_id].exterior.intersection(floor.polygons[other].buffer(OPEN_SIDE_GAP, join_style="mitre"))
    walls = [
        wall.buffer(OPEN_SIDE_GAP * 1.5, join_style="mitre")
        for wall in floor.walls.values()
        if wall.distance(shared) < OPEN_SIDE_GAP
    ]
    left = shapely.line_merge(shared.difference(shapely.union_all(walls))) if not shared.is_empty else shared
    pieces = [piece for piece in getattr(left, "geoms", (left,)) if isinstance(piece, LineString)]
    return [piece for piece in pieces if _SLIT <= piece.length < OPEN_SIDE_WIDTH]


@kept
def gaps(floor: Floor) -> tuple[Gap, ...]:
    """Return the gaps of a storey by which an occupied part of its open spaces has to be left, in reading order."""
    return tuple(gap for members in _open_spaces(floor) for gap in _gaps(floor, members))


def _open_spaces(floor: Floor) -> Iterator[list[str]]:
    """Spaces open to each other, together; a space by itself only where it is not seen all over from everywhere."""
    beside: dict[str, list[str]] = {}
    for first, second, _ in floor.open_sides:
        beside.setdefault(first, []).append(second)
        beside.setdefault(second, []).append(first)
    known: set[str] = set()
    for space_id in floor.spaces:
        if space_id in known or (space_id not in beside and floor.plain[space_id]):
            continue
        members = [space_id]
        for here in members:
            members += [other for other in dict.fromkeys(beside.get(here, ())) if other not in members]
        known.update(members)
        yield members


def _gaps(floor: Floor, members: list[str]) -> Iterator[Gap]:
    ground = _ground(floor, members)
    roomy = [part for part in parts(ground.buffer(-_WIDEST / 2)) if part.area > _ROOMY]
    if len(roomy) < 2:
        return
    doors = [
        Point(placed.face(placed.side_of(space_id)))
        for space_id in members
        for placed in floor.openings_of.get(space_id, ())
        if placed.opening.kind in ("door", "passage") and is_way_out(floor, placed, space_id)
    ]
    with_door = {min(range(len(roomy)), key=lambda number: roomy[number].distance(at)) for at in doors}
    for number, part in enumerate(roomy):
        behind = tuple(space_id for space_id in members if _is_used(floor, space_id, part))
        if number in with_door or not behind:
            continue
        ways = [narrowest_passage(ground, (), [_spot(part), _spot(roomy[other])]) for other in sorted(with_door)]
        widest = max((way for way in ways if way is not None), key=lambda way: way.width, default=None)
        if widest is not None:
            yield Gap(widest, behind)


def _ground(floor: Floor, members: list[str]) -> Polygon:
    """What can be walked on in these spaces, joined where they are open to each other."""
    joints = [
        _drawn_out(stretch).buffer(OPEN_SIDE_GAP, cap_style="flat")
        for first, second, stretch in floor.open_sides
        if first in members and second in members
    ]
    beside = [wall for wall in floor.walls.values() if any(wall.intersects(joint) for joint in joints)]
    bridged = shapely.union_all(joints).difference(shapely.union_all(beside)) if joints else Polygon()
    return largest(shapely.union_all([*(floor.free[space_id] for space_id in members), bridged]))


def _drawn_out(stretch: LineString) -> LineString:
    (x0, y0), (x1, y1) = stretch.coords[0], stretch.coords[-1]
    dx, dy = (x1 - x0) / stretch.length * _JOINT, (y1 - y0) / stretch.length * _JOINT
    return LineString([(x0 - dx, y0 - dy), (x1 + dx, y1 + dy)])


def _is_used(floor: Floor, space_id: str, part: Polygon) -> bool:
    """Tell whether people stay in a space, and it lies in this part."""
    return floor.spaces[space_id].use not in UNOCCUPIED and floor.free[space_id].intersection(part).area > _ROOMY / 2


def _spot(part: Polygon) -> LineString:
    middle = part.representative_point()
    return LineString([middle, middle])
