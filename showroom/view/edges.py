"""Where are the sharp edges of a thing, and which corner or edge did somebody mean who touched near it?"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from showroom.view.stage import Hit, Projection, Vector

_SHARP = math.cos(math.radians(25.0))
"""Two faces that turn less than this into each other are one rounded surface."""
_GRAIN = 1e-4
"""Metres; corners nearer than this are one."""
Segments = NDArray[np.float64]
Kind = Literal["corner", "edge", "surface"]


@dataclass(frozen=True)
class Mark:
    """A point somebody set, and what it was drawn to."""

    point: Vector
    kind: Kind


def sharp_edges(positions: NDArray[np.floating], triangles: NDArray[np.integer]) -> Segments:
    """Return the edges (m, 2, 3) at which the triangles (k, 3) over positions (n, 3) end or turn sharply."""
    if not len(triangles):
        return np.zeros((0, 2, 3))
    used, inverse = np.unique(np.round(positions[triangles.ravel()] / _GRAIN).astype(np.int64), axis=0, return_inverse=True)
    faces = inverse.reshape(-1, 3)
    points = used * _GRAIN
    normals = np.cross(points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]])
    lengths = np.linalg.norm(normals, axis=1)
    solid = lengths > 1e-12
    faces, normals = faces[solid], normals[solid] / lengths[solid, None]
    if not len(faces):
        return np.zeros((0, 2, 3))
    ends = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    owner = np.tile(np.arange(len(faces)), 3)
    edges, which, count = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(which.ravel(), kind="stable")
    starts = np.concatenate([[0], np.cumsum(count)[:-1]])
    first = normals[owner[order[starts]]]
    last = normals[owner[order[starts + count - 1]]]
    sharp = (count != 2) | ((first * last).sum(axis=1) < _SHARP)
    return np.asarray(points[edges[sharp]], float)


def snapped(
    hits: Iterable[Hit],
    edges_of: Callable[[str], Segments],
    project: Callable[[Vector], Projection],
    at: tuple[float, float],
    *,
    pixels: float,
    metre_pixels: Callable[[float], float],
) -> Mark | None:
    """Return the corner, else the edge, else the surface meant by a touch at the place `at` of the picture.

    `hits` are what lies under that place (first) and round about it; a corner or an edge counts within `pixels` of the place, where
    it can be seen. `metre_pixels(distance)` tells how many pixels a metre is, that far away.
    """  # fmt: skip
    found = list(hits)
    if not found:
        return None
    best: dict[Kind, tuple[float, Vector]] = {}
    for hit in {(hit.node, round(hit.distance, 2)): hit for hit in found}.values():
        reach = 1.6 * pixels / max(metre_pixels(hit.distance), 1e-6)
        segments = edges_of(hit.node)
        here = np.array(hit.position)
        if not len(segments):
            continue
        near = _nearest_on(segments, here)
        close = np.linalg.norm(near - here, axis=1) <= reach
        corners = segments.reshape(-1, 3)
        corners = corners[np.linalg.norm(corners - here, axis=1) <= reach]
        for kind, points in (("corner", corners), ("edge", near[close])):
            for point in np.unique(np.round(points, 4), axis=0)[:24]:
                place = (float(point[0]), float(point[1]), float(point[2]))
                seen = project(place)
                away = math.dist((seen.x, seen.y), at)
                if seen.in_front and not seen.hidden and away <= pixels and away < best.get(kind, (math.inf,))[0]:  # type: ignore[call-overload]
                    best[kind] = (away, place)  # type: ignore[index]
    for kind in ("corner", "edge"):
        if kind in best:
            return Mark(best[kind][1], kind)  # type: ignore[index,arg-type]
    return Mark(found[0].position, "surface")


def _nearest_on(segments: Segments, point: NDArray[np.float64]) -> NDArray[np.float64]:
    start, way = segments[:, 0], segments[:, 1] - segments[:, 0]
    share = ((point - start) * way).sum(axis=1) / np.maximum((way * way).sum(axis=1), 1e-12)
    return np.asarray(start + np.clip(share, 0.0, 1.0)[:, None] * way)
