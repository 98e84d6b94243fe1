"""Where does an opening lie, and which two spaces does it join?

Side 0 is to the left of the wall's axis (where its normal points), side 1 to the right. A side is a space's id, or `None` for
the outside and for anything that was not drawn as a space.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, STRtree

from showroom.domain.plan import Opening, Storey
from showroom.geometry.outlines import Geometries

Vector = tuple[float, float]

DRAFTING_SLACK = 0.3
"""How far beyond the wall's face, in metres, a space's outline may lie and still be the side of an opening."""
_SAME_DOOR = 0.1
"""Two openings of one wall that overlap by more than this, in metres, are one opening drawn twice."""
_NEAR, _FAR = (0.02,), (0.10, 0.20, DRAFTING_SLACK)


@dataclass(frozen=True)
class PlacedOpening:
    """An opening in the plan's axes: middle on the wall's axis, unit vectors, jambs, and the spaces on its two sides.

    `depths` says per side how far from the axis the space begins (half the wall's thickness, more where it was drawn aside).
    """

    opening: Opening
    storey_id: str
    centre: Vector
    along: Vector
    normal: Vector
    thickness: float
    joins: tuple[str | None, str | None]
    depths: tuple[float, float]

    @cached_property
    def id(self) -> str:
        """The opening's id."""
        return self.opening.id

    @cached_property
    def line(self) -> tuple[Vector, Vector]:
        """The two jambs, on the wall's axis."""
        return self.at(-self.opening.width / 2), self.at(self.opening.width / 2)

    def at(self, along: float, across: float = 0.0) -> Vector:
        """Return the point `along` the wall from the middle and `across` it (positive on side 0), in metres."""
        return (
            self.centre[0] + self.along[0] * along + self.normal[0] * across,
            self.centre[1] + self.along[1] * along + self.normal[1] * across,
        )

    def face(self, side: int, along: float = 0.0) -> Vector:
        """Return the point of the opening where the space of that side begins."""
        return self.at(along, self.depths[0] if side == 0 else -self.depths[1])

    def other(self, space_id: str) -> str | None:
        """Return what lies on the side that is not `space_id`."""
        return self.joins[1] if self.joins[0] == space_id else self.joins[0]

    def side_of(self, space_id: str) -> int:
        """Return the side (0 or 1) on which `space_id` lies."""
        return 0 if self.joins[0] == space_id else 1


def faces(several: Sequence[PlacedOpening], sides: Sequence[int]) -> list[LineString]:
    """Return the stretch, from jamb to jamb, where the space on a side of each opening begins."""
    ends = [
        (placed.face(side, -placed.opening.width / 2), placed.face(side, placed.opening.width / 2))
        for placed, side in zip(several, sides, strict=True)
    ]
    return list(shapely.linestrings(ends)) if ends else []


def place_openings(storey: Storey, space_ids: Sequence[str], polygons: Geometries) -> dict[str, PlacedOpening]:
    """Return every opening of a storey placed, by id; `polygons` are the spaces in the order of `space_ids`."""
    if not storey.openings:
        return {}
    frames = np.array([_frame(storey, opening) for opening in storey.openings])
    centre, along, half = frames[:, 0:2], frames[:, 2:4], frames[:, 4]
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    width = np.array([opening.width for opening in storey.openings])
    found = np.full((len(frames), 2), -1)
    depth = np.repeat(half[:, None], 2, axis=1)
    if len(polygons):
        tree, areas = STRtree(polygons), shapely.area(polygons)
        for reaches, shifts in ((_NEAR, (0.0,)), (_FAR, (0.0,)), (_NEAR + _FAR, (-0.35, 0.35))):
            for shift in shifts:
                for reach in reaches:
                    rows, sides = np.nonzero(found < 0)
                    if not len(rows):
                        break
                    sign = np.where(sides == 0, 1.0, -1.0)[:, None]
                    points = (
                        centre[rows]
                        + along[rows] * (shift * width[rows])[:, None]
                        + normal[rows] * sign * (half[rows] + reach)[:, None]
                    )
                    hits = _smallest_containing(tree, areas, points)
                    found[rows, sides] = hits
                    aside = (hits >= 0) & (reach > _NEAR[0])
                    depth[rows[aside], sides[aside]] += reach
        hidden = np.nonzero((found[:, 0] >= 0) & (found[:, 0] == found[:, 1]))[0]
        if len(hidden):
            found[hidden] = _uncovered(
                tree, areas, found[hidden], centre[hidden], normal[hidden] * (half[hidden] + _NEAR[0])[:, None]
            )
    names = [*space_ids, None]  # the last one is what -1 stands for
    return {
        opening.id: PlacedOpening(
            opening, storey.id, (cx, cy), (ax, ay), (nx, ny), thickness, (names[first], names[second]), (near, far)
        )
        for opening, (cx, cy), (ax, ay), (nx, ny), thickness, (first, second), (near, far) in zip(
            storey.openings,
            *(column.tolist() for column in (centre, along, normal, 2 * half, found, depth)),
            strict=True,
        )
    }


def _uncovered(
    tree: STRtree,
    areas: NDArray[np.float64],
    found: NDArray[np.int64],
    centre: NDArray[np.float64],
    aside: NDArray[np.float64],
) -> NDArray[np.int64]:
    """The sides of openings that lie under one space drawn across them, as two other spaces have them if there are two."""
    result = found.copy()
    for row, (over, at, step) in enumerate(zip(found[:, 0].tolist(), centre, aside, strict=True)):
        below = []
        for point in (at + step, at - step):
            hits = [int(hit) for hit in tree.query(shapely.points(point), predicate="intersects") if hit != over]
            below.append(min(hits, key=lambda hit: float(areas[hit]), default=-1))
        if below[0] != below[1] and min(below) >= 0:
            result[row] = below
    return result


def distinct(several: Sequence[PlacedOpening]) -> list[PlacedOpening]:
    """Return the openings in their order, of those that take up the same piece of wall only the narrowest."""
    if len(several) < 2:
        return list(several)
    kept: list[PlacedOpening] = []
    for placed in sorted(several, key=lambda one: (one.opening.width, one.id)):
        if not any(same_place(placed, other) for other in kept):
            kept.append(placed)
    ids = {placed.id for placed in kept}
    return [placed for placed in several if placed.id in ids]


def same_place(one: PlacedOpening, other: PlacedOpening) -> bool:
    """Tell whether two openings take up the same piece of wall: one drawn twice."""
    east, north = other.centre[0] - one.centre[0], other.centre[1] - one.centre[1]
    shared = (one.opening.width + other.opening.width) / 2 - abs(east * one.along[0] + north * one.along[1])
    aside = abs(east * one.normal[0] + north * one.normal[1])
    parallel = abs(one.along[0] * other.along[1] - one.along[1] * other.along[0]) < 0.1
    return parallel and shared > _SAME_DOOR and aside <= max(one.thickness, other.thickness)


def _frame(storey: Storey, opening: Opening) -> tuple[float, float, float, float, float]:
    """Middle, direction of the wall's axis, half the wall's thickness."""
    wall = storey.wall_of[opening.wall]
    (ax, ay), (bx, by) = wall.axis
    length = math.hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    return ax + ux * opening.at, ay + uy * opening.at, ux, uy, wall.thickness / 2


def _smallest_containing(tree: STRtree, areas: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Per point the smallest polygon that contains it (a toilet drawn inside a kitchen counts as the toilet), or -1."""
    best = np.full(len(points), -1)
    asked, hit = tree.query(shapely.points(points), predicate="intersects")
    order = np.argsort(-areas[hit], kind="stable")
    best[asked[order]] = hit[order]
    return best
