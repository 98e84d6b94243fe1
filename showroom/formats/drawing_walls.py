"""Where do the walls run, given only their drawn lines? Pairs of parallel faces become axes with a thickness.

Lines are first gathered into faces (all that lie on one straight line), then the closest faces are paired, each stretch of a face
once. Pieces on one axis form a run; the gaps of a run are where doors and windows are. Lengths are metres.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

import numpy as np
import shapely

from showroom.formats.drawing import Floats
from showroom.formats.intervals import Interval, covering, covers, joined, overlap, without

THICKNESS = (0.03, 0.65)
"""Faces this far apart (metres) can be the two sides of one wall."""
ON_LINE = 0.004
"""Lines whose distance differs by less than this (metres) lie on one face."""
PARALLEL = math.radians(0.3)
SHORTEST = 0.03
STOUT = 0.3
"""Faces farther apart than this (metres) make a wall only where one piece of it is longer than it is thick."""
LONE_LINE = 0.4
"""A line without a partner that is at least this long (metres) is a wall drawn by its centre line."""
ASSUMED_THICKNESS = 0.1
"""A lone line among walls drawn by their faces is a light partition of this thickness (metres)."""
MASONRY = 0.2
"""Walls drawn by centre lines throughout, with no room to measure them against, are as thick as a masonry wall."""


@dataclass(eq=False)
class Face:
    """All wall lines on one straight line: its distance from the origin along the normal, and where it is drawn."""

    offset: float
    drawn: list[Interval]
    free: list[Interval] = field(default_factory=list)


@dataclass(eq=False)
class Run:
    """Wall on one axis: unit vector along it, distance along the normal, thickness, where it is solid, and its two faces."""

    along: Floats
    offset: float
    thickness: float
    pieces: list[Interval]
    faces: tuple[list[Interval], list[Interval]]
    crossings: Floats = field(default_factory=lambda: np.empty(0))
    """Where along the axis other wall lines cross the wall: jambs and the faces of other walls."""
    assumed: bool = False

    normal: Floats = field(init=False)
    """The unit vector to the left of the axis."""

    def __post_init__(self) -> None:
        self.normal = np.array([-self.along[1], self.along[0]])

    def at(self, position: float, across: float = 0.0) -> Floats:
        """Return the point at `position` along the axis and `across` it (positive on the left)."""
        point: Floats = self.along * position + self.normal * (self.offset + across)
        return point

    def drawn_through(self, position: float) -> bool:
        """Tell whether both faces are drawn at `position`, as a wall's are, or a threshold's."""
        return all(covers(face, position) for face in self.faces) and any(self.faces)

    def gap(self, position: float, slack: float) -> Interval | None:
        """Return the clear gap around `position` from jamb to jamb, or `None` where there is no jamb.

        Ends of the faces and lines across the wall are jambs (across alone, where both faces are drawn through); the narrowest
        is the clear width. `slack` is how near to `position` nothing is taken for a jamb.
        """
        open_faces = [face for face in self.faces if not covers(face, position)]
        ends = [end for face in open_faces for interval in face for end in interval]
        every = np.concatenate([np.array(ends), self.crossings])
        left, right = every[every < position - slack], every[every > position + slack]
        return (float(left.max()), float(right.min())) if len(left) and len(right) else None


def find_runs(segments: Floats, rooms: Sequence[shapely.Polygon]) -> list[Run]:
    """Return the walls that lines of shape `(n, 2, 2)` draw; what lies inside a room is never the inside of a wall."""
    tree = shapely.STRtree([room.buffer(-0.02) for room in rooms])
    runs: list[Run] = []
    paired = lone = 0.0
    leftovers: list[tuple[Floats, Face]] = []
    for along, members in _directions(segments):
        faces = _faces(along, members)
        for run in _runs(along, _paired(along, faces, tree)):
            runs.append(run)
            paired += 2 * sum(end - start for start, end in run.pieces)
        lone += sum(end - start for face in faces for start, end in face.free)
        leftovers += [(along, face) for face in faces]
    by_centre_lines = lone > 2 * paired
    runs += _lone_runs(leftovers, runs, by_centre_lines, rooms)
    _cross(runs, segments)
    return runs


def _directions(segments: Floats) -> Iterator[tuple[Floats, Floats]]:
    """Yield each direction in use (a unit vector) with its lines, the longest first by reading order of angle."""
    if not len(segments):
        return
    vectors = segments[:, 1] - segments[:, 0]
    angles = np.mod(np.arctan2(vectors[:, 1], vectors[:, 0]) + PARALLEL, math.pi)
    order = np.argsort(angles, kind="stable")
    splits = np.nonzero(np.diff(angles[order]) > PARALLEL)[0] + 1
    for group in np.split(order, splits):
        doubled = 2 * angles[group]
        lengths = np.hypot(*vectors[group].T)
        mean = math.atan2(float(np.sum(lengths * np.sin(doubled))), float(np.sum(lengths * np.cos(doubled)))) / 2 - PARALLEL
        along = np.array([math.cos(mean), math.sin(mean)])
        along[np.abs(along) < 1e-9] = 0.0
        if along[0] < 0 or (along[0] == 0 and along[1] < 0):
            along = -along
        yield along, segments[group]


def _faces(along: Floats, members: Floats) -> list[Face]:
    normal = np.array([-along[1], along[0]])
    offsets = members.mean(axis=1) @ normal
    positions = np.sort(members @ along, axis=1)
    order = np.argsort(offsets, kind="stable")
    faces = []
    for group in np.split(order, np.nonzero(np.diff(offsets[order]) > ON_LINE)[0] + 1):
        drawn = joined([(float(start), float(end)) for start, end in positions[group]], 0.002)
        weights = positions[group, 1] - positions[group, 0] + 1e-9
        faces.append(Face(float(np.average(offsets[group], weights=weights)), drawn, list(drawn)))
    return faces


Piece = tuple[Face, Face, Interval]


def _paired(along: Floats, faces: list[Face], tree: shapely.STRtree) -> list[Piece]:
    """Pair stretches of faces, the closest first; every stretch is one side of at most one wall."""
    candidates: list[tuple[float, float, int, int, Interval]] = []
    for first, face in enumerate(faces):
        for second in range(first + 1, len(faces)):
            apart = faces[second].offset - face.offset
            if apart > THICKNESS[1]:
                break
            if apart >= THICKNESS[0]:
                both = overlap(face.drawn, faces[second].drawn)
                longest = max((end - start for start, end in both), default=0.0)
                if apart > STOUT and longest <= apart:
                    continue
                candidates += [
                    (round(apart, 3), start - end, first, second, (start, end)) for start, end in both if end - start > SHORTEST
                ]
    normal = np.array([-along[1], along[0]])
    outlined = len(tree.geometries) > 0
    pieces: list[Piece] = []
    for _, _, first, second, interval in sorted(candidates, key=lambda one: one[:4]):
        low, high = faces[first], faces[second]
        for start, end in overlap(overlap([interval], low.free), high.free):
            if end - start <= SHORTEST:
                continue
            middle = along * (start + end) / 2 + normal * (low.offset + high.offset) / 2
            if outlined and len(tree.query(shapely.Point(middle), predicate="intersects")):
                continue
            low.free, high.free = without(low.free, (start, end)), without(high.free, (start, end))
            pieces.append((low, high, (start, end)))
    return pieces


def _runs(along: Floats, pieces: list[Piece]) -> list[Run]:
    """Put pieces with one axis and thickness together."""
    ordered = sorted(pieces, key=lambda piece: ((piece[0].offset + piece[1].offset) / 2, piece[2]))
    groups: list[list[Piece]] = []
    for piece in ordered:
        low, high, _ = piece
        for group in reversed(groups[-8:]):
            same_axis = abs((group[0][0].offset + group[0][1].offset) - (low.offset + high.offset)) / 2 < 0.008
            if same_axis and abs((group[0][1].offset - group[0][0].offset) - (high.offset - low.offset)) < 0.02:
                group.append(piece)
                break
        else:
            groups.append([piece])
    runs = []
    for group in groups:
        low, high, _ = max(group, key=lambda piece: piece[2][1] - piece[2][0])
        lows, highs = (joined([interval for face in _once(group, side) for interval in face.drawn], 0) for side in (0, 1))
        solid = joined([piece[2] for piece in group], 0.005)
        runs.append(Run(along, (low.offset + high.offset) / 2, high.offset - low.offset, solid, (lows, highs)))
    return runs


def _once(pieces: Sequence[Piece], side: Literal[0, 1]) -> list[Face]:
    """Return the faces on one side of pieces of wall, each once."""
    return list({id(piece[side]): piece[side] for piece in pieces}.values())


def _lone_runs(
    leftovers: list[tuple[Floats, Face]], runs: list[Run], by_centre_lines: bool, rooms: Sequence[shapely.Polygon]
) -> list[Run]:
    """Turn long lines without a partner into walls of their own, unless they lie in or on a wall already found.

    Among centre lines a short piece beside a long one is the nib between a door and the corner.
    """
    solid = shapely.STRtree([box for run in runs for box in boxes(run, run.pieces)])
    lone = []
    for along, face in leftovers:
        normal = np.array([-along[1], along[0]])
        longest = max((end - start for start, end in face.free), default=0.0)
        least = SHORTEST if by_centre_lines and longest >= LONE_LINE else LONE_LINE
        for start, end in face.free:
            middle = shapely.Point(along * (start + end) / 2 + normal * face.offset)
            if end - start >= least and not len(solid.query(middle, predicate="dwithin", distance=0.02)):
                lone.append(
                    Run(along, face.offset, ASSUMED_THICKNESS, [(start, end)], ([(start, end)], [(start, end)]), assumed=True)
                )
    if by_centre_lines and lone:
        thickness = _distance_to_rooms(lone, rooms)
        for run in lone:
            run.thickness = thickness or MASONRY
            run.assumed = thickness is None
        return list(_same_axis(lone))
    return lone


def _same_axis(lone: list[Run]) -> Iterator[Run]:
    """Put centre lines on one axis together, so that the gaps between them are gaps of one run."""
    kept: list[Run] = []
    for run in lone:
        for other in kept:
            if abs(other.offset - run.offset) < 0.008 and abs(float(other.along @ run.normal)) < PARALLEL:
                other.pieces = joined([*other.pieces, *run.pieces], 0.005)
                other.faces = (other.pieces, other.pieces)
                break
        else:
            kept.append(run)
    yield from kept


def _distance_to_rooms(lone: list[Run], rooms: Sequence[shapely.Polygon]) -> float | None:
    """Return the thickness that makes centre lines reach the rooms on their sides, or `None` where no room is near."""
    if not rooms:
        return None
    edges = shapely.union_all([room.boundary for room in rooms])
    middles = shapely.points([run.at((run.pieces[0][0] + run.pieces[0][1]) / 2) for run in lone])
    near = np.atleast_1d(shapely.distance(edges, middles))
    near = near[(near > 0.01) & (near < THICKNESS[1] / 2)]
    return round(float(2 * median(near)), 4) if len(near) else None


def _cross(runs: Sequence[Run], segments: Floats) -> None:
    """Tell each run where lines cross it; for the runs of one direction the lines are turned into its axes once."""
    same: dict[bytes, list[Run]] = {}
    for run in runs:
        same.setdefault(run.along.tobytes(), []).append(run)
    for group in same.values():
        positions, offsets = segments @ group[0].along, segments @ group[0].normal
        low, high = offsets.min(axis=1), offsets.max(axis=1)
        for run in group:
            deep = 0.35 * run.thickness
            near = (low <= run.offset + deep) & (high >= run.offset - deep)
            run.crossings = _crossings(run, positions[near], offsets[near] - run.offset)


def _crossings(run: Run, positions: Floats, across: Floats) -> Floats:
    """Return where lines, given along and across the axis, cross the inner part of the wall, as sorted positions along it."""
    found = []
    for level in (-0.35 * run.thickness, 0.0, 0.35 * run.thickness):
        first, second = across[:, 0] - level, across[:, 1] - level
        hit = (first * second <= 0) & (np.abs(first - second) > 0.5 * min(0.05, run.thickness))
        share = first[hit] / (first[hit] - second[hit])
        found.append(positions[hit, 0] + share * (positions[hit, 1] - positions[hit, 0]))
    return np.array(sorted({*np.concatenate(found).round(6).tolist()}))


def boxes(run: Run, intervals: Sequence[Interval]) -> list[shapely.Polygon]:
    """Return the ground that stretches of a run stand on, one rectangle each."""
    if not intervals:
        return []
    ends = np.array(intervals)[:, [0, 1, 1, 0]]
    across = np.array([-1.0, -1.0, 1.0, 1.0]) * run.thickness / 2 + run.offset
    corners = ends[..., None] * run.along + across[None, :, None] * run.normal
    every: list[shapely.Polygon] = np.asarray(shapely.polygons(corners)).tolist()
    return every


def bridged(run: Run, openings: Sequence[Interval]) -> list[Interval]:
    """Return the stretches of a run as whole walls: joined over its openings and where another wall meets one face only."""
    tees = []
    pieces = sorted(run.pieces)
    for (_, end), (start, _) in itertools.pairwise(pieces):
        middle_solid = any(covering(face, (end, start)) for face in run.faces)
        if start - end <= THICKNESS[1] + 0.05 and middle_solid:
            tees.append((end, start))
    return joined([*pieces, *openings, *tees], 0.02)
