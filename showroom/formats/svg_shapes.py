"""Which points does an SVG shape or path draw, and how does a `transform` move them?

Curves become straight pieces. Quarter-turn arcs of a circle are also kept as sweeps, because that is how a door leaf is drawn.
"""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from showroom.formats import limits
from showroom.formats.drawing import Floats
from showroom.formats.xml_file import Element

ARC_STEP = math.radians(10)
CURVE_STEPS = 16
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_FLAGS = re.compile(rf"\s*,?\s*({_NUMBER.pattern})" * 3 + r"\s*,?\s*([01])\s*,?\s*([01])" + rf"\s*,?\s*({_NUMBER.pattern})" * 2)

Sweepers = list[tuple[Floats, Floats, Floats]]


@dataclass
class Drawn:
    """What one element draws in its own axes: polylines as (points, closed), and arcs as (centre, start, end)."""

    lines: list[tuple[Floats, bool]] = field(default_factory=list)
    arcs: Sweepers = field(default_factory=list)


def matrix_of(written: str) -> Floats:
    """Return the 3 × 3 matrix a `transform` attribute means; what cannot be read of it moves nothing."""
    matrix = np.eye(3)
    for name, numbers in _TRANSFORM.findall(written):
        values = [float(number) for number in _NUMBER.findall(numbers)]
        made = _MATRICES[name](values)
        if made is not None:
            matrix = matrix @ made
    return matrix


def _affine(a: float, b: float, c: float, d: float, e: float, f: float) -> Floats:
    return np.array([[a, c, e], [b, d, f], [0.0, 0.0, 1.0]])


def _rotation(values: list[float]) -> Floats | None:
    if len(values) not in (1, 3):
        return None
    cos, sin = math.cos(math.radians(values[0])), math.sin(math.radians(values[0]))
    turned = _affine(cos, sin, -sin, cos, 0, 0)
    if len(values) == 1:
        return turned
    x, y = values[1:]
    moved: Floats = _affine(1, 0, 0, 1, x, y) @ turned @ _affine(1, 0, 0, 1, -x, -y)
    return moved


_MATRICES: dict[str, Callable[[list[float]], Floats | None]] = {
    "matrix": lambda v: _affine(*v) if len(v) == 6 else None,
    "translate": lambda v: _affine(1, 0, 0, 1, v[0], v[1] if len(v) > 1 else 0) if v else None,
    "scale": lambda v: _affine(v[0], 0, 0, v[1] if len(v) > 1 else v[0], 0, 0) if v else None,
    "rotate": _rotation,
    "skewX": lambda v: _affine(1, 0, math.tan(math.radians(v[0])), 1, 0, 0) if v else None,
    "skewY": lambda v: _affine(1, math.tan(math.radians(v[0])), 0, 1, 0, 0) if v else None,
}


def put(points: Floats, matrix: Floats) -> Floats:
    """Return points `(n, 2)` moved by a 3 × 3 matrix."""
    moved: Floats = points @ matrix[:2, :2].T + matrix[:2, 2]
    return moved


def can_draw(name: str) -> bool:
    """Tell whether elements of this name are shapes we read."""
    return name in _SHAPES


def drawn_by(element: Element) -> Drawn:
    """Return what a shape element draws; nothing where its numbers are missing.

    Raises:
        ValueError: its numbers cannot be read.
    """
    return _SHAPES[element.name](element)


def _number(element: Element, key: str) -> float:
    found = _NUMBER.match(element.get(key).strip())
    return float(found[0]) if found else 0.0


def _rect(element: Element) -> Drawn:
    x, y, width, height = (_number(element, key) for key in ("x", "y", "width", "height"))
    corners = np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]])
    return Drawn([(corners, True)] if width > 0 and height > 0 else [])


def _line(element: Element) -> Drawn:
    x1, y1, x2, y2 = (_number(element, key) for key in ("x1", "y1", "x2", "y2"))
    return Drawn([(np.array([[x1, y1], [x2, y2]]), False)])


def _points(element: Element) -> Drawn:
    values = [float(number) for number in _NUMBER.findall(element.get("points"))]
    points = np.array(values[: len(values) // 2 * 2]).reshape(-1, 2)
    return Drawn([(points, element.name == "polygon")] if len(points) > 1 else [])


def _ellipse(element: Element) -> Drawn:
    keys = ("r", "r") if element.name == "circle" else ("rx", "ry")
    rx, ry = (_number(element, key) for key in keys)
    angles = np.linspace(0, math.tau, 36, endpoint=False)
    middle = np.array([_number(element, "cx"), _number(element, "cy")])
    points = middle + np.stack([rx * np.cos(angles), ry * np.sin(angles)], axis=1)
    return Drawn([(points, True)] if rx > 0 and ry > 0 else [])


def _path(element: Element) -> Drawn:
    data = element.get("d")
    if len(data) > 12 * limits.SVG_NUMBERS:
        raise ValueError("the path is too long")
    return _Pen().run(data)


_SHAPES: dict[str, Callable[[Element], Drawn]] = {
    "rect": _rect, "line": _line, "polyline": _points, "polygon": _points, "circle": _ellipse, "ellipse": _ellipse, "path": _path,
}  # fmt: skip


class _Pen:
    """Follows the commands of a path."""

    def __init__(self) -> None:
        self.drawn = Drawn()
        self._points: list[Floats] = []
        self._at = self._start = np.zeros(2)
        self._control: Floats | None = None
        self._last = ""

    def run(self, data: str) -> Drawn:
        for command, written in _COMMAND.findall(data):
            kind, relative = command.upper(), command.islower()
            if kind == "Z":
                self._close()
            else:
                for number, values in enumerate(_arguments(kind, written)):
                    self._step("L" if kind == "M" and number else kind, values, relative)
            self._last = kind
        self._end(closed=False)
        return self.drawn

    def _step(self, kind: str, values: list[float], relative: bool) -> None:
        base = self._at if relative else np.zeros(2)
        if kind in "HV":
            goal = self._at.copy()
            axis = 0 if kind == "H" else 1
            goal[axis] = values[0] + (self._at[axis] if relative else 0.0)
            points = [goal]
        elif kind == "A":
            self._arc(values, base + values[5:])
            self._control = None
            return
        else:
            points = [base + values[place : place + 2] for place in range(0, len(values), 2)]
        if kind == "M":
            self._end(closed=False)
            self._at = self._start = points[0]
            self._points = [points[0]]
        elif kind in "LHV":
            self._to(points[0][None])
        else:
            self._curve(kind, points)
            self._last = kind
            return
        self._control = None

    def _curve(self, kind: str, points: list[Floats]) -> None:
        """Draw a cubic or quadratic curve; the smooth forms mirror the last control point."""
        if kind in "ST":
            same = "CS" if kind == "S" else "QT"
            mirrored = 2 * self._at - self._control if self._control is not None and self._last in same else self._at
            points = [mirrored, *points]
        self._control = points[-2]
        corners = np.array([self._at, *points])
        share = np.linspace(0, 1, CURVE_STEPS + 1)[1:, None]
        degree = len(corners) - 1
        weights = [math.comb(degree, k) * share**k * (1 - share) ** (degree - k) for k in range(degree + 1)]
        self._to(sum(weight * corner for weight, corner in zip(weights, corners, strict=True)))

    def _to(self, points: Floats) -> None:
        if not self._points:
            self._points = [self._at]
        self._points += list(points)
        self._at = points[-1]

    def _arc(self, values: list[float], goal: Floats) -> None:
        """Draw an elliptic arc given by its ends (SVG 1.1, appendix F.6, worked out for the middle)."""
        rx, ry, turn = abs(values[0]), abs(values[1]), math.radians(values[2])
        large, sweep = bool(values[3]), bool(values[4])
        if rx < 1e-12 or ry < 1e-12 or float(np.abs(self._at - goal).max()) < 1e-9 * max(rx, ry):
            self._to(goal[None])
            return
        axes = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
        half = axes.T @ (self._at - goal) / 2 / (rx, ry)
        size = float(half @ half)
        if size > 1:
            rx, ry, half, size = rx * math.sqrt(size), ry * math.sqrt(size), half / math.sqrt(size), 1.0
        away = math.sqrt(max(0.0, 1 / size - 1)) * (1 if large != sweep else -1)
        middle = np.array([half[1], -half[0]]) * away
        start, end = (math.atan2(*(point - middle)[::-1]) for point in (half, -half))
        span = (end - start) % math.tau if sweep else -((start - end) % math.tau)
        angles = start + np.linspace(0, span, max(2, math.ceil(abs(span) / ARC_STEP) + 1))
        unit = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        centre = (self._at + goal) / 2 + axes @ (middle * (rx, ry))
        points = centre + (unit * (rx, ry)) @ axes.T
        points[-1] = goal
        if abs(rx - ry) < 1e-3 * rx and abs(span) < math.pi * 0.75:
            self.drawn.arcs.append((centre, self._at, goal))
        self._to(points[1:])

    def _close(self) -> None:
        self._end(closed=True)
        self._at, self._control = self._start, None

    def _end(self, *, closed: bool) -> None:
        if len(self._points) > 1:
            self.drawn.lines.append((np.array(self._points), closed))
        self._points = []


_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}


def _arguments(kind: str, written: str) -> Iterator[list[float]]:
    """Yield the numbers of each repetition of a command; the two flags of an arc may be written without a space."""
    if kind == "A":
        for found in _FLAGS.finditer(written):
            yield [float(value) for value in found.groups()]
        return
    values = [float(number) for number in _NUMBER.findall(written)]
    count = _COUNTS[kind]
    for place in range(0, len(values) - count + 1, count):
        yield values[place : place + count]
