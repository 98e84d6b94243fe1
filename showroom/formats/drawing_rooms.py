"""Which rooms do the walls enclose, where nobody drew them as outlines? Their inner faces, doors and windows shut.

Wall lines, column outlines and a line across each opening at both faces of its wall are put together, and what they enclose is
looked at: too narrow to stand in is wall or reveal, the rest is a room. Ends that miss each other by less than 5 % of a door are
joined, and the rooms that hang on such a bridge are proposals. Lengths are metres.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from showroom.formats import limits
from showroom.formats.drawing import Floats, Stroke, segments
from showroom.formats.drawing_openings import Placed
from showroom.formats.drawing_origins import enclosed_by
from showroom.formats.drawing_spaces import Room
from showroom.formats.drawing_walls import Run
from showroom.formats.intervals import covering

NARROW = 0.3
"""What a circle of this radius (metres) does not fit into is wall, reveal or shaft, not a room."""
LEAST_AREA = 0.8
GRID = 1e-5
"""Points nearer than this (metres) are one."""
SNAP = 0.03
"""How far (metres) a line across an opening may end from the corner of its jamb."""
BRIDGE = 0.05
"""Share of the usual door's width that is a slip of the pen and not a gap."""
NOISE = 0.001
"""Gaps below this (metres) are rounding and not worth a word."""


@dataclass(frozen=True, eq=False)
class Enclosed:
    """The rooms walls enclose, the slips that were bridged to close them, and the ends of walls that stay open."""

    rooms: list[Room]
    bridges: list[Floats]
    open_ends: int


def enclosed_rooms(
    walls: Sequence[Stroke], columns: Sequence[Stroke], placed: Sequence[Placed], thickness: float, door: float
) -> Enclosed:
    """Return the rooms that `walls` enclose when every opening in `placed` is shut.

    `thickness` is above 0 where walls are drawn by centre lines: rooms then begin half of it inside the lines. `door` is the
    width of the usual door.
    """
    lines = segments([*walls, *columns])
    drawn: list[shapely.LineString] = np.asarray(shapely.linestrings(lines)).tolist()
    if not len(lines) or len(lines) > limits.WALL_LINES or _meet_too_often(drawn):
        return Enclosed([], [], 0)
    shut = _shut(lines, placed, by_centre=thickness > 0)
    net, bridges, ends = _joined([*drawn, *shut], BRIDGE * door)
    whole = shapely.union_all([net, *bridges], grid_size=GRID) if bridges else net
    solid = shapely.union_all([shapely.Polygon(stroke.points).buffer(0.02) for stroke in columns if len(stroke.points) > 2])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(whole)))
    inner = [floor for face in faces if (floor := _inner(face, thickness, solid)) is not None]
    floors = sorted(inner, key=_reading_order)
    used = [bridge for bridge in bridges if bridge.length > NOISE]
    bridge_of, floor_of = _running_along(floors, used, thickness)
    used = [used[number] for number in sorted(set(bridge_of))]
    hanging = set(floor_of)
    rooms = [
        Room(f"R{number + 1}", floor, proposal=thickness > 0 or number in hanging, origin=enclosed_by(thickness))
        for number, floor in enumerate(floors)
    ]
    return Enclosed(rooms, [np.asarray(bridge.centroid.coords)[0] for bridge in used], ends - len(bridges))


def _meet_too_often(lines: Sequence[shapely.LineString]) -> bool:
    tree, meetings = shapely.STRtree(lines), 0
    for start in range(0, len(lines), 500):
        meetings += tree.query(lines[start : start + 500]).shape[1]
        if meetings > limits.WALL_MEETINGS:
            return True
    return False


def _joined(lines: Sequence[shapely.LineString], most: float) -> tuple[shapely.Geometry, list[shapely.LineString], int]:
    """Return the lines parted where they meet, the bridges over their slips, and how many ends are loose.

    Where nothing needs a bridge, rounded points are enough; parting on a grid costs five times as much.
    """
    rounded = shapely.union_all(shapely.set_precision(lines, GRID, mode="pointwise"))
    bridges, ends = _bridges(rounded, most)
    if not bridges:
        return rounded, [], ends
    net = shapely.union_all(lines, grid_size=GRID)
    return net, *_bridges(net, most)


def _reading_order(floor: shapely.Polygon) -> tuple[float, float]:
    """From the top down in bands of a metre, each from left to right."""
    middle = floor.centroid
    return -float(round(middle.y)), float(middle.x)


def _shut(lines: Floats, placed: Sequence[Placed], *, by_centre: bool) -> list[shapely.LineString]:
    """Return a line across each opening at both faces of its wall (one, on the axis, where walls are centre lines)."""
    wanted = [
        (one.run, position, 0.0 if by_centre else side * one.run.thickness / 2, out)
        for one in placed
        for side, face in zip((-1, 1), one.run.faces, strict=True)
        if not covering(face, one.interval)
        for position, out in zip(one.interval, (-1, 1), strict=True)
    ]
    ends = np.array(_Jambs(lines).meetings(wanted)).reshape(-1, 2, 2)
    every: list[shapely.LineString] = np.asarray(shapely.linestrings(ends)).tolist()
    return every


class _Jambs:
    """The drawn lines and their ends, so arranged that what a line across an opening meets is found at once."""

    def __init__(self, lines: Floats) -> None:
        self._corners = lines.reshape(-1, 2)
        self._lines: list[shapely.LineString] = np.asarray(shapely.linestrings(lines)).tolist()
        self._corner_tree = shapely.STRtree(np.asarray(shapely.points(self._corners)).tolist())
        self._line_tree = shapely.STRtree(self._lines)

    def meetings(self, wanted: Sequence[tuple[Run, float, float, int]]) -> list[Floats]:
        """Return where lines across openings end (run, position along it and across it, which way is out of the opening).

        That is the jamb's corner, or else a little into the line it runs against.
        """
        ideal = np.array([run.at(position, across) for run, position, across, _ in wanted]).reshape(-1, 2)
        at, corner = self._corner_tree.query_nearest(shapely.points(ideal), max_distance=SNAP, all_matches=False)
        ends = dict(zip(at.tolist(), self._corners[corner], strict=True))
        return [ends[number] if number in ends else self._against(ideal[number], *one) for number, one in enumerate(wanted)]

    def _against(self, ideal: Floats, run: Run, position: float, across: float, out: int) -> Floats:
        point = shapely.Point(ideal)
        near = self._line_tree.query_nearest(point, max_distance=2 * SNAP, all_matches=False)
        if not len(near):
            return ideal
        line = self._lines[int(near[0])]
        if point.distance(line) < 0.005:
            return run.at(position + out * 0.005, across)
        met: Floats = ideal + (_foot(point, line)[1] - ideal) * 1.02
        return met


def _foot(point: shapely.Point, line: shapely.LineString) -> Floats:
    """Return the shortest way from a point to a line as two points."""
    ends: Floats = np.asarray(shapely.shortest_line(point, line).coords)
    return ends


def _bridges(net: shapely.Geometry, most: float) -> tuple[list[shapely.LineString], int]:
    """Return a line from each loose end to the nearest other line within `most`, and how many loose ends there are."""
    pieces = shapely.get_parts(net)
    ends = shapely.get_coordinates([shapely.get_point(pieces, 0), shapely.get_point(pieces, -1)])
    ends = ends.reshape(2, -1, 2).swapaxes(0, 1).reshape(-1, 2)
    _, first, count = np.unique(ends.round(5), axis=0, return_index=True, return_counts=True)
    loose = first[count == 1]
    if len(loose) > limits.LOOSE_ENDS:
        return [], len(loose)
    tree = shapely.STRtree(pieces)
    bridges: dict[tuple[float, ...], shapely.LineString] = {}
    for index in map(int, loose):
        point, own = shapely.Point(ends[index]), index // 2
        near = [hit for hit in map(int, tree.query(point, predicate="dwithin", distance=most)) if hit != own]
        if not near:
            continue
        nearest = min(near, key=lambda hit: (float(point.distance(pieces[hit])), hit))
        bridge = _to_corner(point, pieces[nearest], most)
        if 0 < bridge.length <= most:
            bridges[tuple(sorted(np.asarray(bridge.coords).round(5).ravel().tolist()))] = bridge
    return list(bridges.values()), len(loose)


def _to_corner(point: shapely.Point, piece: shapely.LineString, most: float) -> shapely.LineString:
    """Return the line from a loose end to the end of `piece`, if that is near too, else to the nearest point of it."""
    for end in (piece.coords[0], piece.coords[-1]):
        if 0 < point.distance(shapely.Point(end)) <= min(most, 1.5 * point.distance(piece) + NOISE):
            return shapely.LineString([point.coords[0], end])
    foot = _foot(point, piece)
    return shapely.LineString([foot[0], foot[1] + (foot[1] - foot[0]) * 0.02])


def _inner(floor: shapely.Polygon, thickness: float, columns: BaseGeometry) -> shapely.Polygon | None:
    """Return the floor inside the faces of its walls, islands of columns filled; `None` where it is no room."""
    holes = [hole for hole in floor.interiors if not columns.covers(shapely.Polygon(hole))]
    inner = shapely.Polygon(floor.exterior, holes)
    if thickness > 0:
        parts = shapely.get_parts(inner.buffer(-thickness / 2, join_style="mitre"))
        inner = max(parts, key=lambda part: part.area, default=shapely.Polygon())
    if inner.area < LEAST_AREA or _is_narrow(inner) or columns.covers(inner):
        return None
    return _without_spurs(inner)


def _is_narrow(floor: shapely.Polygon) -> bool:
    """Tell whether no circle of radius `NARROW` fits in: one of area by circumference always does, and is quickly told."""
    return bool(floor.area <= NARROW * floor.length and floor.buffer(-NARROW).is_empty)


def _without_spurs(floor: shapely.Polygon) -> shapely.Polygon:
    """Return the outline without corners that lie on a straight line."""
    plain = floor.simplify(1e-4)
    return plain if isinstance(plain, shapely.Polygon) and plain.is_valid and not plain.is_empty else floor


def _running_along(
    floors: Sequence[shapely.Polygon], bridges: Sequence[shapely.LineString], thickness: float
) -> tuple[list[int], list[int]]:
    """Return the pairs of bridge and floor, by number, of which the floor's outline runs along the bridge."""
    if not floors or not bridges:
        return [], []
    middles = shapely.line_interpolate_point(bridges, 0.5, normalized=True)
    outlines = shapely.STRtree(shapely.boundary(floors))
    bridge, floor = outlines.query(middles, predicate="dwithin", distance=thickness / 2 + NOISE)
    return bridge.tolist(), floor.tolist()


def renamed(rooms: Sequence[Room], taken: set[str]) -> list[Room]:
    """Return the rooms with ids that are not in `taken`."""
    return [replace(room, id=f"{room.id}-room") if room.id in taken else room for room in rooms]
