"""Which lines and arcs does one DXF entity draw, as seen from above?

Each sort of entity has one function in a table. Curves become straight pieces; arcs are also kept as sweeps, because an arc is
how a door leaf is drawn. Entities mirrored in 3D (extrusion −z) are turned into the drawing's axes here.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import ezdxf.path
import numpy as np

from showroom.formats import limits
from showroom.formats.drawing import Floats

ARC_STEP = math.radians(10)

Arc = tuple[Floats, Floats, Floats]
"""Centre, start and end."""


@dataclass
class Shapes:
    """What one entity draws: polylines as (points, closed), and arcs."""

    lines: list[tuple[Floats, bool]] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)

    def sound(self) -> bool:
        """Tell whether every line has points, and every coordinate is a number of reasonable size."""
        return all(len(points) > 0 and float(np.abs(points).max()) < limits.COORDINATE for points, _ in self.lines)


def shapes_of(entity: Any) -> Shapes | None:
    """Return what `entity` draws, or `None` where its sort is not one we read."""
    read = _READERS.get(entity.dxftype())
    return read(entity) if read else None


def width_of(entity: Any) -> float:
    """Return the width a polyline is drawn with all along; 0 where it has none, or more than one."""
    if entity.dxftype() == "LWPOLYLINE":
        if entity.dxf.hasattr("const_width"):
            return float(entity.dxf.const_width)
        widths = np.asarray(entity.lwpoints.values, dtype=float).reshape(-1, 5)[:, 2:4]
    elif entity.dxftype() == "POLYLINE":
        own = entity.dxf.get("default_start_width", 0.0), entity.dxf.get("default_end_width", 0.0)
        vertices = [(one.dxf.get("start_width", own[0]), one.dxf.get("end_width", own[1])) for one in entity.vertices]
        widths = np.array(vertices, dtype=float).reshape(-1, 2)
    else:
        return 0.0
    widths = widths if entity.is_closed else widths[:-1]
    return float(widths[0, 0]) if len(widths) and np.all(widths == widths[0, 0]) else 0.0


def can_draw(kind: str) -> bool:
    """Tell whether entities of this DXF type are read."""
    return kind in _READERS


def _line(entity: Any) -> Shapes:
    start, end = entity.dxf.start, entity.dxf.end
    return Shapes([(np.array([[start.x, start.y], [end.x, end.y]]), False)])


def _light_polyline(entity: Any) -> Shapes:
    values = np.asarray(entity.lwpoints.values, dtype=float).reshape(-1, 5)
    return _bulged(values[:, :2], values[:, 4], bool(entity.closed), entity)


def _polyline(entity: Any) -> Shapes | None:
    if entity.is_poly_face_mesh or entity.is_polygon_mesh:
        return None
    points = np.array([[vertex.dxf.location.x, vertex.dxf.location.y] for vertex in entity.vertices]).reshape(-1, 2)
    bulges = np.array([vertex.dxf.bulge for vertex in entity.vertices], dtype=float)
    return _bulged(points, bulges, bool(entity.is_closed), entity)


def _bulged(points: Floats, bulges: Floats, closed: bool, entity: Any) -> Shapes:
    """Put the arcs that bulges stand for between the points (bulge: tangent of a quarter of the arc's angle)."""
    if not bulges.any():
        return Shapes([(_world(points, entity), closed)])
    shapes, out = Shapes(), []
    for index, (point, bulge) in enumerate(zip(points, bulges, strict=True)):
        out.append(point[None])
        following = index + 1 if index + 1 < len(points) else 0
        if not bulge or (following == 0 and not closed):
            continue
        end = points[following]
        middle, chord = (point + end) / 2, end - point
        centre = middle + np.array([-chord[1], chord[0]]) * (1 - bulge * bulge) / (4 * bulge)
        turn = 4 * math.atan(bulge)
        start_angle = math.atan2(*(point - centre)[::-1])
        out.append(_arc_points(centre, float(np.hypot(*(point - centre))), start_angle, start_angle + turn)[1:-1])
        ends = _world(np.array([centre, point, end]), entity)
        shapes.arcs.append((ends[0], ends[1], ends[2]))
    shapes.lines.append((_world(np.concatenate(out), entity), closed))
    return shapes


def _arc(entity: Any) -> Shapes:
    centre = np.array([entity.dxf.center.x, entity.dxf.center.y])
    start, end = math.radians(entity.dxf.start_angle), math.radians(entity.dxf.end_angle)
    end = end if end > start else end + math.tau * math.ceil((start - end) / math.tau + 1e-12)
    points = _world(_arc_points(centre, entity.dxf.radius, start, end), entity)
    return Shapes([(points, False)], [(_world(centre[None], entity)[0], points[0], points[-1])])


def _circle(entity: Any) -> Shapes:
    centre = np.array([entity.dxf.center.x, entity.dxf.center.y])
    return Shapes([(_world(_arc_points(centre, entity.dxf.radius, 0, math.tau)[:-1], entity), True)])


def _arc_points(centre: Floats, radius: float, start: float, end: float) -> Floats:
    span = end - start
    count = max(2, math.ceil(min(abs(span), math.tau) / ARC_STEP) + 1) if math.isfinite(span) else 2
    angles = np.linspace(start, end, count)
    return centre + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def _curve(entity: Any) -> Shapes:
    path = ezdxf.path.make_path(entity)
    box = np.array([[vertex.x, vertex.y] for vertex in path.control_vertices()])
    fineness = max(float(np.ptp(box, axis=0).max()) / 500, 1e-9) if len(box) else 1.0
    points = np.array([[point.x, point.y] for point in path.flattening(fineness, segments=4)]).reshape(-1, 2)
    return Shapes([(points, bool(path.is_closed))])


def _corners(entity: Any) -> Shapes:
    corners = [entity.dxf.get(f"vtx{number}") for number in (0, 1, 3, 2)]
    points = np.array([[corner.x, corner.y] for corner in corners if corner is not None]).reshape(-1, 2)
    return Shapes([(points if entity.dxftype() == "3DFACE" else _world(points, entity), True)])


def _hatch(entity: Any) -> Shapes:
    shapes = Shapes()
    for path in ezdxf.path.from_hatch(entity):
        box = np.array([[vertex.x, vertex.y] for vertex in path.control_vertices()])
        fineness = max(float(np.ptp(box, axis=0).max()) / 500, 1e-9) if len(box) else 1.0
        shapes.lines.append((np.array([[point.x, point.y] for point in path.flattening(fineness)]).reshape(-1, 2), True))
    return shapes


def _parts(entity: Any) -> Shapes:
    shapes = Shapes()
    for part in entity.virtual_entities():
        if drawn := shapes_of(part):
            shapes.lines += drawn.lines
            shapes.arcs += drawn.arcs
    return shapes


def _world(points: Floats, entity: Any) -> Floats:
    """Turn points of an entity's own plane into the drawing's axes."""
    extrusion = entity.dxf.get("extrusion")
    if extrusion is None or (extrusion.x == 0 and extrusion.y == 0 and extrusion.z > 0):
        return points
    if extrusion.x == 0 and extrusion.y == 0 and extrusion.z < 0:
        mirrored: Floats = points * np.array([-1.0, 1.0])
        return mirrored
    height = entity.dxf.get("elevation", 0.0)
    height = height if isinstance(height, int | float) else height.z
    turned = entity.ocs().points_to_wcs((float(x), float(y), float(height)) for x, y in points)
    return np.array([[point.x, point.y] for point in turned]).reshape(-1, 2)


_READERS: dict[str, Callable[[Any], Shapes | None]] = {
    "LINE": _line,
    "LWPOLYLINE": _light_polyline,
    "POLYLINE": _polyline,
    "ARC": _arc,
    "CIRCLE": _circle,
    "ELLIPSE": _curve,
    "SPLINE": _curve,
    "SOLID": _corners,
    "TRACE": _corners,
    "3DFACE": _corners,
    "HATCH": _hatch,
    "MLINE": _parts,
}
