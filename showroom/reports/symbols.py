"""How does an architect draw each fixture? A light symbol by kind, in metres, turned and placed where the fixture stands.

Symbols are drawn in the fixture's own frame: x along its width, y along its depth, the back (where a wall usually is) at +y.
Kinds without an entry in the table get their plain outline, so an unknown thing is still seen where it stands.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from showroom.domain.plan import Fixture

Metres = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """One line or area of a symbol: its points in metres, closed or open, filled with white, dashed for overhead things."""

    points: tuple[Metres, ...]
    closed: bool = True
    filled: bool = False
    dashed: bool = False
    solid: bool = False
    """Filled with the line's own colour."""


Symbol = Callable[[float, float], Iterator[Mark]]
"""From width and depth in metres to marks about the origin."""


def box(west: float, south: float, east: float, north: float, *, filled: bool = False, dashed: bool = False) -> Mark:
    """Return a rectangle."""
    return Mark(((west, south), (east, south), (east, north), (west, north)), filled=filled, dashed=dashed)


def ellipse(x: float, y: float, half_width: float, half_depth: float, *, filled: bool = False, solid: bool = False) -> Mark:
    """Return an ellipse as a polygon of 28 corners."""
    turns = (2 * math.pi * step / 28 for step in range(28))
    points = tuple((x + half_width * math.cos(turn), y + half_depth * math.sin(turn)) for turn in turns)
    return Mark(points, filled=filled, solid=solid)


def line(*points: Metres, dashed: bool = False) -> Mark:
    """Return an open line."""
    return Mark(points, closed=False, dashed=dashed)


def _plain(w: float, d: float) -> Iterator[Mark]:
    yield box(-w / 2, -d / 2, w / 2, d / 2, filled=True)


def _basin(w: float, d: float) -> Iterator[Mark]:
    yield from _plain(w, d)
    yield ellipse(0, -d * 0.06, w * 0.36, d * 0.32)
    yield ellipse(0, d * 0.38, min(w, d) * 0.05, min(w, d) * 0.05, solid=True)


def _sink(w: float, d: float) -> Iterator[Mark]:
    yield from _plain(w, d)
    bowls = max(1, round(w / 0.75))
    bowl = w / bowls
    rim = min(bowl, d) * 0.12
    for index in range(bowls):
        west = -w / 2 + bowl * index
        yield box(west + rim, -d / 2 + rim, west + bowl - rim, d / 2 - rim * 1.7)
        drain = min(bowl, d) * 0.06
        yield ellipse(west + bowl / 2, 0, drain, drain)


def _stove(w: float, d: float) -> Iterator[Mark]:
    yield from _plain(w, d)
    burners = max(1, round(w / 0.6))
    pitch = w / burners
    radius = min(pitch, d) * 0.33
    for index in range(burners):
        x = -w / 2 + pitch * (index + 0.5)
        yield ellipse(x, 0, radius, radius)
        yield ellipse(x, 0, radius * 0.45, radius * 0.45)


def _overhead(w: float, d: float) -> Iterator[Mark]:
    yield box(-w / 2, -d / 2, w / 2, d / 2, dashed=True)
    yield line((-w / 2, -d / 2), (w / 2, d / 2), dashed=True)
    yield line((-w / 2, d / 2), (w / 2, -d / 2), dashed=True)


def _cabinet(w: float, d: float) -> Iterator[Mark]:
    yield from _plain(w, d)
    yield line((-w / 2, -d / 2), (w / 2, d / 2))


def _shelf(w: float, d: float) -> Iterator[Mark]:
    yield from _plain(w, d)
    yield line((-w / 2, -d / 2), (w / 2, d / 2))
    yield line((-w / 2, d / 2), (w / 2, -d / 2))


def _worktop(w: float, d: float) -> Iterator[Mark]:
    yield from _plain(w, d)
    yield line((-w / 2, d / 2 - d * 0.12), (w / 2, d / 2 - d * 0.12))


def _chair(w: float, d: float) -> Iterator[Mark]:
    yield _rounded(-w / 2, -d / 2, w / 2, d / 2, min(w, d) * 0.28, filled=True)
    yield line((-w * 0.42, d * 0.3), (w * 0.42, d * 0.3))


def _table(w: float, d: float) -> Iterator[Mark]:
    yield _rounded(-w / 2, -d / 2, w / 2, d / 2, min(w, d) * 0.1, filled=True)


def _wc(w: float, d: float) -> Iterator[Mark]:
    yield box(-w / 2, d / 2 - d * 0.26, w / 2, d / 2, filled=True)
    yield ellipse(0, -d * 0.13, w * 0.42, d * 0.37, filled=True)


def _drain(w: float, d: float) -> Iterator[Mark]:
    radius = min(w, d, 0.2) / 2
    yield ellipse(0, 0, radius, radius, filled=True)
    yield line((-radius, 0), (radius, 0))
    yield line((0, -radius), (0, radius))


def _bin(w: float, d: float) -> Iterator[Mark]:
    yield ellipse(0, 0, w / 2, d / 2, filled=True)
    yield ellipse(0, 0, w * 0.32, d * 0.32)


def _device(w: float, d: float) -> Iterator[Mark]:
    """A small thing on a wall or ceiling: a square with a dot."""
    yield from _plain(min(w, 0.3), min(d, 0.3))
    yield ellipse(0, 0, 0.05, 0.05, solid=True)


def _bed(w: float, d: float) -> Iterator[Mark]:
    yield _rounded(-w / 2, -d / 2, w / 2, d / 2, min(w, d) * 0.12, filled=True)
    yield _rounded(-w * 0.38, -d * 0.38, w * 0.38, d * 0.38, min(w, d) * 0.1)


def _rounded(west: float, south: float, east: float, north: float, radius: float, *, filled: bool = False) -> Mark:
    corners = ((east - radius, north - radius, 0), (west + radius, north - radius, 90), (west + radius, south + radius, 180),
               (east - radius, south + radius, 270))  # fmt: skip
    points = tuple(
        (x + radius * math.cos(math.radians(start + step)), y + radius * math.sin(math.radians(start + step)))
        for x, y, start in corners
        for step in (0, 22.5, 45, 67.5, 90)
    )
    return Mark(points, filled=filled)


SYMBOLS: dict[str, Symbol] = {
    "hand-basin": _basin,
    "sink": _sink, "sink-vegetable": _sink, "sink-meat": _sink, "sink-aquatic": _sink, "sink-ware": _sink, "sink-mop": _sink,
    "stove": _stove,
    "hood": _overhead, "fume-purifier": _overhead, "shadowless-lamp": _overhead, "air-conditioner": _overhead,
    "refrigerator": _cabinet, "freezer": _cabinet, "disinfection-cabinet": _cabinet, "ware-cabinet": _cabinet,
    "medicine-cabinet": _cabinet,
    "shelf": _shelf, "cage": _shelf,
    "worktop": _worktop, "worktop-raw": _worktop, "worktop-cooked": _worktop, "reception-desk": _worktop, "desk": _worktop,
    "chair": _chair, "table": _table, "wc": _wc, "floor-drain": _drain, "grease-trap": _shelf, "waste-bin": _bin,
    "waste-container": _bin, "exam-table": _bed, "operating-table": _bed,
    "fly-lamp": _device, "uv-lamp": _device, "camera": _device, "extinguisher": _device, "exit-sign": _device,
    "emergency-light": _device, "evacuation-map": _device,
}  # fmt: skip

SIZES: dict[str, Metres] = {
    "hand-basin": (0.5, 0.45), "sink": (0.7, 0.6), "stove": (1.2, 0.8), "refrigerator": (0.8, 0.75), "table": (1.2, 0.7),
    "chair": (0.45, 0.45), "wc": (0.4, 0.7), "floor-drain": (0.2, 0.2), "waste-bin": (0.4, 0.4), "shelf": (1.2, 0.45),
    "worktop": (1.5, 0.7),
}  # fmt: skip
"""What is drawn where the plan gives no size, metres: a picture only, never measured."""

OVERHEAD = frozenset({"hood", "fume-purifier", "shadowless-lamp", "air-conditioner", "uv-lamp", "fly-lamp"})
"""Kinds that hang above others and are drawn last."""


def marks_of(fixture: Fixture) -> tuple[Mark, ...]:
    """Return the symbol of a fixture in the storey's axes, metres."""
    width, depth = fixture.size or SIZES.get(fixture.kind, (0.4, 0.4))
    turn = math.radians(fixture.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    x, y = fixture.at

    def placed(point: Metres) -> Metres:
        return x + point[0] * cos - point[1] * sin, y + point[0] * sin + point[1] * cos

    symbol = SYMBOLS.get(fixture.kind, _plain)
    return tuple(
        Mark(tuple(map(placed, mark.points)), mark.closed, mark.filled, mark.dashed, mark.solid) for mark in symbol(width, depth)
    )
