"""Which walls are drawn as one thick line? A polyline with the width of a wall is turned into the outline it covers, metres.

Thinner ones are only drawn boldly, and stay lines. All are put together first, so that nothing runs through the wall where
two meet.
"""

from dataclasses import replace

import numpy as np
import shapely

from showroom.formats.drawing import Drawing, Stroke

WIDTHS = (0.07, 0.65)
"""A polyline at least and at most as wide as this (metres) is a wall of that thickness."""


def with_wide_walls(drawing: Drawing) -> Drawing:
    """Return the drawing with its wide polylines on wall layers as outlines of the ground they cover."""
    wide = [stroke for stroke in drawing.walls if WIDTHS[0] <= stroke.width <= WIDTHS[1] and len(stroke.points) > 1]
    if not wide:
        return drawing
    covered = shapely.union_all([_covered(stroke) for stroke in wide])
    parts = [part for part in shapely.get_parts(covered) if isinstance(part, shapely.Polygon)]
    outlines = [
        Stroke("", wide[0].layer, np.asarray(ring.coords)[:-1], closed=True)
        for part in parts
        for ring in (part.exterior, *part.interiors)
    ]
    known = {id(stroke) for stroke in wide}
    return replace(drawing, walls=[*(stroke for stroke in drawing.walls if id(stroke) not in known), *outlines])


def _covered(stroke: Stroke) -> shapely.Geometry:
    points = np.concatenate([stroke.points, stroke.points[:1]]) if stroke.closed else stroke.points
    line = shapely.LinearRing(points) if stroke.closed and len(stroke.points) > 2 else shapely.LineString(points)
    return line.buffer(stroke.width / 2, cap_style="flat", join_style="mitre")
