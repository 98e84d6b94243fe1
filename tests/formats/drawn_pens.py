"""How are lines, arcs, texts and symbols put into a DXF or an SVG? Two pens with the same verbs, points in metres.

A pen moves, turns and mirrors what it is given (`Put`) and writes it in the drawing's own unit. Symbols are blocks or groups.
"""

import logging
import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import ezdxf
import numpy as np

Point = tuple[float, float]
PER_METRE = {"mm": 1000.0, "cm": 100.0, "m": 1.0, "in": 1 / 0.0254}
logging.getLogger("ezdxf").setLevel(logging.ERROR)  # it warns that R12 knows no unit
INSUNITS = {"in": 1, "mm": 4, "cm": 5, "m": 6}


@dataclass(frozen=True)
class Put:
    """Where the premises lie on the sheet: turned by degrees, mirrored at the y axis first, moved by metres."""

    turn: float = 0.0
    mirror: bool = False
    at: Point = (0.0, 0.0)

    @property
    def matrix(self) -> Any:
        """The turn and the mirror as a matrix."""
        angle, flip = math.radians(self.turn), -1.0 if self.mirror else 1.0
        return np.array([[math.cos(angle) * flip, -math.sin(angle)], [math.sin(angle) * flip, math.cos(angle)]])

    def points(self, points: Any) -> Any:
        """Return points `(n, 2)` of the premises on the sheet, metres."""
        return np.atleast_2d(np.asarray(points, dtype=float)) @ self.matrix.T + np.array(self.at)


@dataclass(frozen=True)
class Sign:
    """What a symbol draws in its own axes, metres: polylines (points, closed), arcs (centre, radius, from, to in degrees)."""

    lines: tuple[tuple[tuple[Point, ...], bool], ...] = ()
    arcs: tuple[tuple[Point, float, float, float], ...] = ()


class Pen(ABC):
    """What every pen can do."""

    def __init__(self, put: Put, unit: str) -> None:
        self.put, self.scale = put, PER_METRE[unit]

    def px(self, points: Any) -> list[Point]:
        """Return points of the premises in the drawing's unit."""
        return [(float(x), float(y)) for x, y in self.put.points(points) * self.scale]

    @abstractmethod
    def line(self, layer: str, points: Sequence[Point], *, closed: bool = False) -> None:
        """Draw a polyline."""

    @abstractmethod
    def arc(self, layer: str, centre: Point, radius: float, start: float, end: float) -> None:
        """Draw an arc counter-clockwise from one angle to the other (degrees, before the sheet is turned)."""

    @abstractmethod
    def text(self, layer: str, words: str, at: Point, height: float) -> None:
        """Write a text."""

    @abstractmethod
    def symbol(self, layer: str, name: str, at: Point, turn: float, sign: Sign, *, depth: int = 1) -> None:
        """Put a symbol in, turned by degrees, its lines inside `depth` blocks."""

    @abstractmethod
    def save(self, path: Path) -> Path:
        """Write the file."""


class DxfPen(Pen):
    """Draws a DXF; `inside` is how many blocks the whole premises lie in."""

    def __init__(
        self,
        put: Put,
        unit: str,
        *,
        declared: str | None,
        metric: bool | None,
        version: str = "R2010",
        inside: int = 0,
    ) -> None:
        super().__init__(put if not inside else Put(), unit)
        self._doc = ezdxf.new(version)
        self._old = version == "R12"
        self._signs: dict[str, tuple[Sign, int]] = {}
        for key, value in (("$INSUNITS", INSUNITS.get(declared or "")), ("$MEASUREMENT", None if metric is None else int(metric))):
            if value is not None and version != "R12":
                self._doc.header[key] = value
            elif key in self._doc.header:
                del self._doc.header[key]
        self._sheet = self._nested(put, inside) if inside else self._doc.modelspace()

    def _nested(self, put: Put, inside: int) -> Any:
        """Put the premises into blocks that lie in each other; the outermost is turned, mirrored and moved."""
        around = self._doc.modelspace()
        for level in range(inside):
            block = self._doc.blocks.new(f"PART_{level}")
            x, y = (float(value) * self.scale for value in put.at) if level == 0 else (0.0, 0.0)
            flip = -1.0 if put.mirror and level == 0 else 1.0
            place = {"rotation": put.turn if level == 0 else 90.0 if level == 1 else -90.0, "xscale": flip}
            around.add_blockref(f"PART_{level}", (x, y), dxfattribs=place)
            around = block
        if inside == 2:  # the one quarter turn has nothing to take it back
            outer = self._doc.blocks.get("PART_0")
            next(iter(outer)).dxf.rotation = 0
        return around

    def line(self, layer: str, points: Sequence[Point], *, closed: bool = False) -> None:
        """Draw a polyline, or single lines where the dialect has them."""
        self._line(self._sheet, layer, self.px(points), closed)

    def _line(self, sheet: Any, layer: str, points: list[Point], closed: bool) -> None:
        if len(points) == 2:
            sheet.add_line(*points, dxfattribs={"layer": layer})
        elif self._old:
            sheet.add_polyline2d(points, close=closed, dxfattribs={"layer": layer})
        else:
            sheet.add_lwpolyline(points, close=closed, dxfattribs={"layer": layer})

    def arc(self, layer: str, centre: Point, radius: float, start: float, end: float) -> None:
        """Draw an arc; mirrored it runs the other way."""
        (x, y), matrix = self.px([centre])[0], self.put.matrix
        angles = [math.degrees(math.atan2(*(matrix @ _unit(angle))[::-1])) for angle in (start, end)]
        first, last = reversed(angles) if self.put.mirror else angles
        self._sheet.add_arc((x, y), radius * self.scale, first, last, dxfattribs={"layer": layer})

    def text(self, layer: str, words: str, at: Point, height: float) -> None:
        """Write a text at its insertion point."""
        place = {"layer": layer, "insert": self.px([at])[0], "rotation": self.put.turn}
        self._sheet.add_text(words, height=height * self.scale, dxfattribs=place)

    def symbol(self, layer: str, name: str, at: Point, turn: float, sign: Sign, *, depth: int = 1) -> None:
        """Put a block in; a name used for another sign gets a number."""
        own = name
        while self._signs.setdefault(own, (sign, depth)) != (sign, depth):
            own = f"{name}${len(self._signs)}"
        if own not in self._doc.blocks:
            block = self._doc.blocks.new(own)
            for level in range(1, depth):
                inner = self._doc.blocks.new(f"{own}_IN{level}" if own.isascii() else f"IN{len(self._doc.blocks)}")
                block.add_blockref(inner.name, (0, 0))
                block = inner
            for points, closed in sign.lines:
                self._line(block, "0", [(x * self.scale, y * self.scale) for x, y in points], closed)
            for (x, y), radius, start, end in sign.arcs:
                block.add_arc((x * self.scale, y * self.scale), radius * self.scale, start, end)
        flip = -1.0 if self.put.mirror else 1.0
        rotation = self.put.turn + (-turn if self.put.mirror else turn)
        self._sheet.add_blockref(own, self.px([at])[0], dxfattribs={"layer": layer, "rotation": rotation, "xscale": flip})

    def save(self, path: Path) -> Path:
        """Write the DXF."""
        self._doc.saveas(path)
        return path


class SvgPen(Pen):
    """Draws an SVG; layers are groups with an Inkscape label, y runs down, the sheet is turned by groups round the whole."""

    def __init__(self, put: Put, unit: str, *, declared: str | None, inside: int = 0) -> None:
        super().__init__(put if not inside else Put(), unit)
        self._around, self._inside, self._declared = put, inside, declared
        self._layers: dict[str, list[str]] = {}
        self._number = 0

    def _xy(self, points: Any) -> list[Point]:
        return [(x, -y) for x, y in self.px(points)]

    def _add(self, layer: str, text: str) -> None:
        self._layers.setdefault(layer, []).append(text)

    def line(self, layer: str, points: Sequence[Point], *, closed: bool = False) -> None:
        """Draw a path."""
        self._add(layer, f'<path d="{_data(self._xy(points), closed)}"/>')

    def arc(self, layer: str, centre: Point, radius: float, start: float, end: float) -> None:
        """Draw an arc as a path."""
        ends = [(centre[0] + radius * _unit(angle)[0], centre[1] + radius * _unit(angle)[1]) for angle in (start, end)]
        self._add(layer, _arc(*self._xy(ends), radius * self.scale, sweep=1 if self.put.mirror else 0))

    def text(self, layer: str, words: str, at: Point, height: float) -> None:
        """Write a text."""
        ((x, y),) = self._xy([at])
        self._add(layer, f'<text x="{x:.6f}" y="{y:.6f}" font-size="{height * self.scale:.4f}">{escape(words)}</text>')

    def symbol(self, layer: str, name: str, at: Point, turn: float, sign: Sign, *, depth: int = 1) -> None:
        """Put a group in."""
        self._number += 1
        drawn = [_data([(x * self.scale, -y * self.scale) for x, y in points], closed) for points, closed in sign.lines]
        inside = "".join(f'<path d="{data}"/>' for data in drawn)
        for (x, y), radius, start, end in sign.arcs:
            ends = [((x + radius * _unit(a)[0]) * self.scale, -(y + radius * _unit(a)[1]) * self.scale) for a in (start, end)]
            inside += _arc(*ends, radius * self.scale, sweep=0)
        ((x, y),) = self._xy([at])
        rotation = self.put.turn + (-turn if self.put.mirror else turn)
        place = f"translate({x:.6f} {y:.6f}) rotate({-rotation:.9f})" + (" scale(-1 1)" if self.put.mirror else "")
        for _ in range(1, depth):
            inside = f"<g>{inside}</g>"
        self._add(layer, f'<g id="s{self._number}" inkscape:label={quoteattr(name)} transform="{place}">{inside}</g>')

    def save(self, path: Path) -> Path:
        """Write the SVG."""
        body = "".join(
            f'<g inkscape:groupmode="layer" inkscape:label={quoteattr(layer)}>{"".join(lines)}</g>'
            for layer, lines in self._layers.items()
        )
        if self._inside:
            (a, c), (b, d) = self._around.matrix
            x, y = (value * self.scale for value in self._around.at)
            body = f'<g transform="matrix({a:.12f} {-b:.12f} {-c:.12f} {d:.12f} {x:.6f} {-y:.6f})">{body}</g>'
            for level in range(1, self._inside):
                body = f'<g id="part{level}" transform="translate({level} 0)"><g transform="translate({-level} 0)">{body}</g></g>'
        unit = f' data-unit="{self._declared}"' if self._declared else ""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"{unit}>'
        path.write_text(f"{head}{body}</svg>", encoding="utf-8")
        return path


def _unit(degrees: float) -> Any:
    return np.array([math.cos(math.radians(degrees)), math.sin(math.radians(degrees))])


def _data(points: list[Point], closed: bool) -> str:
    return "M" + "L".join(f"{x:.6f} {y:.6f}" for x, y in points) + ("Z" if closed else "")


def _arc(start: Point, end: Point, radius: float, *, sweep: int) -> str:
    return f'<path d="M{start[0]:.6f} {start[1]:.6f}A{radius:.6f} {radius:.6f} 0 0 {sweep} {end[0]:.6f} {end[1]:.6f}"/>'
