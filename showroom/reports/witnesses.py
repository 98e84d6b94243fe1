"""How is what a finding measured shown on the plan? Its line, point or area in the outcome's colour, and a numbered disc.

Discs and the numbers measured look for a free place near their witness, so that neighbours stay readable; a thin leader ties a disc
that was moved to its place.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import numpy as np

from showroom.domain.finding import Finding, Geometry, Outcome
from showroom.reports import palette, words
from showroom.reports.sheet import Metres, Pixels, Sheet, text_width

Box = tuple[float, float, float, float]
_AWAY = np.array([(math.cos(math.radians(turn)), math.sin(math.radians(turn))) for turn in (-45, -135, 45, 135, -90, 90, 0, 180)])
"""Directions in which a free place is looked for, the ones liked best first."""


@dataclass(frozen=True)
class Pin:
    """A numbered disc on the picture: its number, its middle and radius in pixels, and the finding it stands for."""

    number: str
    x: float
    y: float
    radius: float
    finding: Finding


def parts_of(geometry: Geometry) -> Iterator[tuple[str, list[Metres]]]:
    """Yield every simple part of a witness as `point`, `line` or `area` with its points in metres (of an area the outer ring)."""
    coordinates: Any = geometry.coordinates
    single = {"MultiPoint": "Point", "MultiLineString": "LineString", "MultiPolygon": "Polygon"}
    kind = single.get(geometry.type, geometry.type)
    for part in coordinates if geometry.type in single else (coordinates,):
        if kind == "Point":
            yield "point", [_point(part)]
        elif kind == "LineString":
            yield "line", [_point(point) for point in part]
        else:
            yield "area", [_point(point) for point in part[0]]


def _point(written: Any) -> Metres:
    x, y = cast("Sequence[float]", written)[:2]
    return float(x), float(y)


def points_of(finding: Finding) -> list[Metres]:
    """Return every point of a finding's witness, metres; empty where it has none."""
    return [point for _, points in parts_of(finding.geometry) for point in points] if finding.geometry else []


class WitnessPainter:
    """Draws witnesses on one sheet and remembers what is taken, so that the next number finds free ground."""

    def __init__(self, sheet: Sheet, taken: Sequence[Box], *, unit: float, language: str) -> None:
        """Draw on `sheet`, keep off the boxes `taken` (pixels); `unit` is the size of ordinary type."""
        self._sheet = sheet
        self._taken = list(taken)
        self._unit = unit
        self._language = language

    def trace(self, finding: Finding, *, strong: bool) -> None:
        """Draw the witness itself: an area tinted, a line with end ticks over a white halo, a point as a ring."""
        assert finding.geometry is not None
        colour = palette.OUTCOME[finding.outcome]
        for kind, points in parts_of(finding.geometry):
            on_sheet = [self._sheet.px(point) for point in points]
            if kind == "area":
                self._area(on_sheet, colour, strong=strong)
            elif kind == "line" and len(on_sheet) > 1:
                self._line(on_sheet, colour, strong=strong)
            else:
                self._ring(on_sheet[0], colour, strong=strong)

    def _area(self, ring: list[Pixels], colour: str, *, strong: bool) -> None:
        opacity = 0.28 if strong else 0.16
        self._sheet.path(
            [ring], fill=colour, fill_opacity=opacity, stroke=colour, stroke_width=self._unit * (0.2 if strong else 0.12)
        )

    def _line(self, points: list[Pixels], colour: str, *, strong: bool) -> None:
        width = self._unit * (0.28 if strong else 0.2)
        look: dict[str, str | float] = {"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}
        ticks = [_tick(points[0], points[1], self._unit * 0.5), _tick(points[-1], points[-2], self._unit * 0.5)]
        self._sheet.path([points, *ticks], closed=False, stroke=palette.PAPER, stroke_width=width * 2.4, stroke_opacity=0.9, **look)
        self._sheet.path([points, *ticks], closed=False, stroke=colour, stroke_width=width, **look)
        self._taken += [_around(point, self._unit * 0.3) for leg in pairwise(points) for point in _along(*leg, self._unit)]

    def _ring(self, at: Pixels, colour: str, *, strong: bool) -> None:
        x, y = at
        radius = self._unit * (0.6 if strong else 0.45)
        self._sheet.draw(
            "circle", cx=x, cy=y, r=radius, fill=colour, fill_opacity=0.25, stroke=colour, stroke_width=self._unit * 0.16
        )

    def annotate(self, finding: Finding, number: str, *, value: bool, strong: bool) -> Pin:
        """Write the number measured beside the witness and set its numbered disc; return where the disc is."""
        assert finding.geometry is not None
        colour = palette.OUTCOME[finding.outcome]
        anchor = self._sheet.px(_anchor_of(finding.geometry))
        radius = self._unit * (0.95 if strong else 0.8)
        half_width = max(radius, text_width(number, radius * 1.15) / 2 + radius * 0.45)
        x, y = self._free_place(anchor, half_width, radius, start=radius * 1.9)
        if math.dist((x, y), anchor) > radius * 1.2:
            self._sheet.path([[anchor, (x, y)]], closed=False, fill="none", stroke=colour, stroke_width=self._unit * 0.09)
        self._sheet.draw(
            "rect", x=x - half_width, y=y - radius, width=half_width * 2, height=radius * 2, rx=radius, ry=radius,
            fill=colour, stroke=palette.PAPER, stroke_width=self._unit * 0.16,
        )  # fmt: skip
        self._sheet.text((x, y), number, size=radius * 1.15, fill=palette.PAPER, bold=True)
        if value and finding.measured is not None and finding.measured.unit:
            self._value(finding, anchor, colour)
        return Pin(number, x, y, max(radius, half_width), finding)

    def _value(self, finding: Finding, anchor: Pixels, colour: str) -> None:
        assert finding.measured is not None
        shown = words.measured(finding, self._language)
        size = self._unit * 0.92
        half_width, half_height = text_width(shown, size) / 2 + size * 0.35, size * 0.72
        x, y = self._free_place(anchor, half_width, half_height, start=size * 1.2)
        self._sheet.draw(
            "rect", x=x - half_width, y=y - half_height, width=half_width * 2, height=half_height * 2, rx=half_height * 0.4,
            ry=half_height * 0.4, fill=palette.PAPER, fill_opacity=0.94, stroke=colour, stroke_width=self._unit * 0.08,
        )  # fmt: skip
        self._sheet.text((x, y), shown, size=size, fill=colour, bold=True)

    def _free_place(self, anchor: Pixels, half_width: float, half_height: float, *, start: float) -> Pixels:
        """Return the middle of the first free box about `anchor` (the nearest one where none is free) and take it."""
        taken = np.array(self._taken, dtype=float).reshape(-1, 4)
        best: tuple[float, Pixels] | None = None
        for ring in range(10):
            reach = start + ring * half_height * 1.5
            x = np.clip(
                anchor[0] + _AWAY[:, 0] * (reach + half_width - half_height), half_width + 2, self._sheet.width - half_width - 2
            )
            y = np.clip(anchor[1] + _AWAY[:, 1] * reach, half_height + 2, self._sheet.height - half_height - 2)
            wide = np.minimum(x[:, None] + half_width, taken[:, 2]) - np.maximum(x[:, None] - half_width, taken[:, 0])
            tall = np.minimum(y[:, None] + half_height, taken[:, 3]) - np.maximum(y[:, None] - half_height, taken[:, 1])
            clashes = (wide.clip(0) * tall.clip(0)).sum(axis=1)
            for clash, at in zip(clashes.tolist(), zip(x.tolist(), y.tolist(), strict=True), strict=True):
                if best is None or clash < best[0] - 1e-6:
                    best = clash, at
            if best is not None and best[0] < 1e-6:
                break
        assert best is not None
        x_, y_ = best[1]
        self._taken.append((x_ - half_width, y_ - half_height, x_ + half_width, y_ + half_height))
        return best[1]


def _anchor_of(geometry: Geometry) -> Metres:
    """Return the point a disc is tied to: the middle of the first line's longest leg, the middle of an area, or the point."""
    kind, points = next(parts_of(geometry))
    if kind == "line" and len(points) > 1:
        (ax, ay), (bx, by) = max(pairwise(points), key=lambda leg: math.dist(*leg))
        return (ax + bx) / 2, (ay + by) / 2
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _along(start: Pixels, end: Pixels, pace: float) -> list[Pixels]:
    """Return points a pace apart along a leg, both ends included; at most 200 of them."""
    steps = max(1, min(200, round(math.dist(start, end) / pace)))
    return [(start[0] + (end[0] - start[0]) * i / steps, start[1] + (end[1] - start[1]) * i / steps) for i in range(steps + 1)]


def _around(point: Pixels, half: float) -> Box:
    return point[0] - half, point[1] - half, point[0] + half, point[1] + half


def _tick(end: Pixels, towards: Pixels, half: float) -> list[Pixels]:
    length = math.dist(end, towards) or 1.0
    nx, ny = -(towards[1] - end[1]) / length * half, (towards[0] - end[0]) / length * half
    return [(end[0] - nx, end[1] - ny), (end[0] + nx, end[1] + ny)]


def drawn_last(finding: Finding) -> int:
    """Return the key by which findings are drawn: the worst last, so that it lies on top."""
    return -words.WORST_FIRST.index(finding.outcome)


def shown(findings: Sequence[Finding], storey_id: str | None, *, only: bool) -> list[tuple[int, Finding]]:
    """Return the findings with a witness on this storey, with their place in `findings`; `only` when the plan has one storey."""
    return [
        (index, finding)
        for index, finding in enumerate(findings)
        if finding.geometry is not None
        and finding.outcome is not Outcome.NOT_APPLICABLE
        and (finding.storey == storey_id or (finding.storey is None and only))
    ]
