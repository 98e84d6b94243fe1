"""How do the faces of walls, their skirting and their tops become triangles, with every opening cut exactly?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from showroom.domain.plan import Opening, Storey
from showroom.modelling.footprint import Face
from showroom.modelling.rooms import Decor
from showroom.modelling.solids import Body, Part, triangulated

DOOR_HEIGHT = 2.05
WINDOW_SILL, WINDOW_HEIGHT = 0.9, 1.4
HATCH_SILL, HATCH_HEIGHT = 0.95, 0.9
_CASING = 0.09
"""What a casing needs between the head of an opening and the ceiling, metres."""
_RAILED = {"wainscot": "walnut", "acoustic": "oak"}
"""Which wainscots end in a rail, and of what."""


@dataclass(frozen=True)
class Span:
    """The lower and upper edge of an opening above the floor, metres."""

    low: float
    high: float


def span(opening: Opening, ceiling: float) -> Span:
    """Return how high an opening lies; what is not drawn gets a usual measure. Its casing stays below the ceiling."""
    usual = {"window": (WINDOW_SILL, WINDOW_HEIGHT), "hatch": (HATCH_SILL, HATCH_HEIGHT)}
    sill, height = usual.get(opening.kind, (0.0, DOOR_HEIGHT))
    low = opening.sill if opening.sill is not None else sill
    high = low + (opening.height or height)
    low = min(max(low, 0.0), ceiling - 0.5)
    return Span(low, max(low + 0.2, min(high, ceiling - _CASING)))


@dataclass(frozen=True)
class Gap:
    """What an opening leaves open in a face: from `start` to `end` along it, between `low` and `high` above the floor, metres."""

    start: float
    end: float
    low: float
    high: float


def gaps(piece: Face, openings: Iterable[Opening], spans: Mapping[str, Span]) -> list[Gap]:
    """Return what is open in a face; `spans` tells how high each opening lies."""
    return [Gap(a, b, spans[o.id].low, spans[o.id].high) for o, a, b in piece.spans(openings)]


def face(piece: Face, opened: list[Gap], look: Decor, height: float, base: float) -> Body:
    """Return a wall face with its openings cut out, in bands where the room has a wainscot."""
    body = Body()
    holes = [box(gap.start, gap.low, gap.end, gap.high) for gap in opened]
    remaining: BaseGeometry = box(0, 0, piece.length, height)
    if holes:
        remaining = remaining.difference(unary_union(holes))
    if look.wainscot is None or look.wainscot[1] >= height:
        return upright(body, look.wall, piece, remaining, base)
    finish, top = look.wainscot
    upright(body, finish, piece, remaining.intersection(box(0, 0, piece.length, top)), base)
    upright(body, look.wall, piece, remaining.intersection(box(0, top, piece.length, height)), base)
    return body


def band(piece: Face, finish: str, low: float, high: float, base: float) -> Body:
    """Return a stretch of a face between two heights above the floor; nothing where there is none between them."""
    body = Body()
    return upright(body, finish, piece, box(0, low, piece.length, high), base) if high > low + 1e-3 else body


def trims(piece: Face, opened: list[Gap], look: Decor, height: float, base: float) -> Body:
    """Return the skirting of a face and the rail its wainscot ends in, left out where a door stands."""
    body = Body()
    finish, top = look.wainscot or ("", 0.0)
    if finish in _RAILED and top < height:
        for a, b in _free(piece, opened, top):
            _rail(body, _RAILED[finish], piece, a, b, base + top - 0.03, 0.05, 0.022)
    if look.skirting is not None:
        for a, b in _free(piece, opened, 0.04):
            _rail(body, look.skirting, piece, a, b, base, 0.09, 0.014)
    return body


def caps(walls: BaseGeometry, z: float, finish: str = "cap") -> Body:
    """Return the tops of walls: dark ones for the dollhouse, or the real ones of walls lower than the room."""
    return Body().flat(finish, walls, z)


def reveal(storey: Storey, opening: Opening, finish: str, edges: Span, base: float) -> Body:
    """Return jambs, head and sill of an opening through the thickness of its wall."""
    wall = storey.wall_of[opening.wall]
    a, b = np.asarray(wall.axis[0], float), np.asarray(wall.axis[1], float)
    along = (b - a) / np.linalg.norm(b - a)
    across = np.array([-along[1], along[0]]) * wall.thickness
    middle = a + along * opening.at
    left, right = middle - along * opening.width / 2, middle + along * opening.width / 2
    low, tall = base + edges.low, edges.high - edges.low
    x, u = _lift(along * opening.width, 0), _lift(across, 0)
    up = (0.0, 0.0, tall)
    body = Body()
    body.quad(finish, _lift(left - across / 2, low), u, up)
    body.quad(finish, _lift(right + across / 2, low), (-u[0], -u[1], 0.0), up)
    body.quad(finish, _lift(left - across / 2, low + tall), u, x)
    if edges.low > 0:
        body.quad(finish, _lift(left - across / 2, low), x, u)
    return body


def upright(body: Body, finish: str, piece: Face, area: BaseGeometry, base: float) -> Body:
    """Add a polygon drawn on a face (metres along it, metres up) as triangles that look out of the wall."""
    start = float(piece.start @ np.abs(piece.along))
    sign = 1.0 if float(piece.along @ np.abs(piece.along)) > 0 else -1.0
    for points, triangles in triangulated(area):
        flat = piece.start + points[:, :1] * piece.along
        positions = np.column_stack([flat, points[:, 1] + base])
        uv = np.column_stack([start * sign + points[:, 0], -points[:, 1]])
        body.parts.append(Part(finish, positions, triangles, uv))
    return body


def _free(piece: Face, opened: list[Gap], z: float) -> list[tuple[float, float]]:
    """The stretches of a face where nothing is open at height `z` (casings of 6 cm kept clear)."""
    free = [(0.0, piece.length)]
    for gap in opened:
        if gap.low < z < gap.high:
            free = [
                stretch
                for start, end in free
                for stretch in ((start, min(end, gap.start - 0.06)), (max(start, gap.end + 0.06), end))
                if stretch[1] - stretch[0] > 0.02
            ]
    return free


def _rail(body: Body, finish: str, piece: Face, a: float, b: float, z: float, high: float, thick: float) -> None:
    """Three faces of a bar laid on a wall: front, top and bottom."""
    p, q = piece.start + piece.along * a, piece.start + piece.along * b
    out = piece.normal * thick
    run, step = _lift(q - p, 0), _lift(out, 0)
    body.quad(finish, _lift(p + out, z), run, (0.0, 0.0, high), grain=int(np.argmax(np.abs(run))))
    body.quad(finish, _lift(p + out, z + high), run, (-step[0], -step[1], 0.0), grain=int(np.argmax(np.abs(run))))
    if z > 0.1:
        body.quad(finish, _lift(p, z), run, step, grain=int(np.argmax(np.abs(run))))
    for end, side in ((p, -1.0), (q, 1.0)):
        corner = end if side < 0 else end + out
        body.quad(finish, _lift(corner, z), (side * -step[0], side * -step[1], 0.0), (0.0, 0.0, high))


def _lift(flat: np.ndarray[tuple[int], np.dtype[np.float64]], z: float) -> tuple[float, float, float]:
    return float(flat[0]), float(flat[1]), float(z)
