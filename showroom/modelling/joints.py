"""What does every wall cover in plan, with its ends drawn on so that corners are mitred and T-joints closed?

Two walls whose ends meet share a corner: both reach the crossing of their axes, and a wedge fills what is missing to their outer
faces (cut off where the corner is sharper than about 40 degrees). A wall that ends in the middle of another reaches its axis.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, MultiPoint, Point, STRtree
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Wall

Array = NDArray[np.float64]
NEAR = 0.02
"""Walls that miss each other by less than this, metres, are taken to meet."""
_SHARPEST = 3.0
"""A corner reaches at most this many half thicknesses from the crossing of the axes."""
_PARALLEL, _STRAIGHT = 0.17, 0.004
"""Sines of the angles between axes below which they are called parallel, and one line."""


def wall_line(wall: Wall) -> tuple[Array, Array]:
    """Return the start of a wall's axis and its unit direction."""
    a, b = np.asarray(wall.axis[0], float), np.asarray(wall.axis[1], float)
    return a, (b - a) / np.linalg.norm(b - a)


def bars(walls: tuple[Wall, ...]) -> list[tuple[Wall, BaseGeometry]]:
    """Return what every wall covers, joined to its neighbours; a corner's wedge comes with the first of its two walls."""
    axes = [LineString(wall.axis) for wall in walls]
    tree = STRtree(axes)
    thickest = max((wall.thickness for wall in walls), default=0.0)
    reach: dict[tuple[int, int], float] = defaultdict(float)
    wedges: dict[int, list[BaseGeometry]] = defaultdict(list)
    for number, wall in enumerate(walls):
        for end in (0, 1):
            tip = Point(wall.axis[end])
            for other in sorted(tree.query(tip, "dwithin", thickest / 2 + wall.thickness / 2 + NEAR).tolist()):
                if other == number or axes[other].distance(tip) > walls[other].thickness / 2 + NEAR:
                    continue
                met = _meeting(wall, end, walls[other])
                if met is None:
                    continue
                reach[number, end] = max(reach[number, end], met.ahead)
                if met.other_end is not None:
                    reach[other, met.other_end] = max(reach[other, met.other_end], met.other_ahead)
                    if number < other or axes[number].distance(Point(walls[other].axis[met.other_end])) > wall.thickness / 2 + NEAR:
                        wedges[number].append(_wedge(met.at, (wall, end), (walls[other], met.other_end)))
    found: list[tuple[Wall, BaseGeometry]] = []
    for number, wall in enumerate(walls):
        origin, direction = wall_line(wall)
        far = np.asarray(wall.axis[1], float) + direction * reach[number, 1]
        bar: BaseGeometry = LineString([origin - direction * reach[number, 0], far]).buffer(wall.thickness / 2, cap_style="flat")
        for wedge in wedges[number]:
            bar = bar.union(wedge)
        found.append((wall, bar))
    return found


@dataclass(frozen=True, eq=False)
class _Meeting:
    """Where an end meets another wall, how far it is drawn on, and which end of the other it meets (if one), drawn on how far."""

    at: Array
    ahead: float
    other_end: int | None = None
    other_ahead: float = 0.0


def _meeting(wall: Wall, end: int, other: Wall) -> _Meeting | None:
    tip, (start, across) = np.asarray(wall.axis[end], float), wall_line(other)
    out = wall_line(wall)[1] * (1 if end else -1)
    sine = float(out[0] * across[1] - out[1] * across[0])
    if abs(sine) < _PARALLEL:
        return _bend(tip, out, other) if abs(sine) > _STRAIGHT else None
    gap = start - tip
    ahead = float(gap[0] * across[1] - gap[1] * across[0]) / sine
    at = tip + out * ahead
    along, length = float((at - start) @ across), float(np.linalg.norm(np.subtract(*other.axis)))
    room = wall.thickness / 2 / abs(sine) + NEAR
    beyond = max(-along, along - length)
    if beyond < -room:
        return _Meeting(at, max(ahead, 0.0))
    if beyond > max(wall.thickness, other.thickness) + NEAR:
        return None
    return _Meeting(at, max(ahead, 0.0), int(along > length / 2), max(beyond, 0.0))


def _bend(tip: Array, out: Array, other: Wall) -> _Meeting | None:
    """A corner so blunt that the crossing of the axes says little: two pieces of a curve, say."""
    for end in (0, 1):
        onwards = wall_line(other)[1] * (1 if end else -1)
        if float(np.linalg.norm(tip - np.asarray(other.axis[end], float))) < NEAR and float(out @ onwards) < 0:
            return _Meeting(tip, 0.0, end)
    return None


def _wedge(at: Array, one: tuple[Wall, int], two: tuple[Wall, int]) -> BaseGeometry:
    """The hull of both walls' ends at a corner, with the point where their outer faces meet."""
    outs = [wall_line(wall)[1] * (1 if end else -1) for wall, end in (one, two)]
    halves = [one[0].thickness / 2, two[0].thickness / 2]
    corners = [at + side * half * np.array([-out[1], out[0]]) for out, half in zip(outs, halves, strict=True) for side in (-1, 1)]
    turn = float(outs[0][0] * outs[1][1] - outs[0][1] * outs[1][0])
    # the outer face of each lies on the side that looks away from the other wall
    sides = (-np.sign(turn), np.sign(turn))
    normals = np.array([side * np.array([out[1], -out[0]]) for side, out in zip(sides, outs, strict=True)])
    outer = np.linalg.solve(normals, np.array(halves))
    sharp = float(np.linalg.norm(outer)) > _SHARPEST * max(halves)
    points = corners if sharp else [*corners, at + outer]
    return MultiPoint(points).convex_hull
