"""How long is one unit of this drawing? The declared unit is believed only when it makes the doors as wide as doors are.

Where none is declared the fitting one is taken and a note says so; where the declared one is absurd the fitting one is proposed,
and lengths count as doubtful.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
import shapely

from showroom.domain.plan import Note
from showroom.domain.text import Text
from showroom.formats.drawing import Drawing, Symbol
from showroom.formats.drawing_words import role_of

UNITS = {"mm": 1e-3, "cm": 1e-2, "dm": 1e-1, "m": 1.0, "in": 0.0254, "ft": 0.3048, "yd": 0.9144, "km": 1e3, "mi": 1609.344}
DOOR_WIDTHS = (0.5, 3.0)
"""Between these (metres) the usual door of a drawing is plausible."""
LEAF_WIDTHS = (0.5, 1.4)
"""Between these (metres) the usual leaf is plausible of what only looks like doors and is not named so."""
ROOM_SPANS = (1.0, 60.0)
"""Where there are no doors: the square root of the usual room's area, metres."""
BUILDING_SPANS = (3.0, 200.0)
"""Where there are neither doors nor rooms: the longer side of all walls together, metres."""
USUAL = {DOOR_WIDTHS: 0.9, LEAF_WIDTHS: 0.9, ROOM_SPANS: 4.0, BUILDING_SPANS: 15.0}
"""What is usual (metres): among units that are plausible the one that comes nearest is taken."""
SELDOM = 0.7
"""Where there are no doors to go by, so much farther (by the logarithm) from the usual do feet and inches count."""
TOO_CLOSE = 0.25
"""Two units whose doors (by the logarithm of their width) are about equally far from the usual one cannot be told apart."""

_METRIC, _IMPERIAL = ("mm", "m", "cm"), ("in", "ft")


@dataclass(frozen=True)
class Scale:
    """The unit in use, what one of it is in metres, whether lengths can be relied on, and what people should know."""

    unit: str
    factor: float
    confirmed: bool
    notes: tuple[Note, ...] = ()


def find_scale(drawing: Drawing) -> Scale:
    """Return the unit of a drawing by what it declares and by how wide its doors (or rooms) then are."""
    named = [door for door in drawing.doors if _is_named(door)]
    doors = [door for door in named or drawing.doors if door_width(door)]
    widths = [width for width in map(door_width, doors) if width]
    leaves = DOOR_WIDTHS if named else LEAF_WIDTHS
    typical, bounds = (median(widths), leaves) if widths else _span(drawing)
    declared = drawing.declared_unit
    if typical is None:
        return _without_evidence(declared)
    fitting = [unit for unit in UNITS if bounds[0] <= typical * UNITS[unit] <= bounds[1]]
    if declared in fitting and bounds is BUILDING_SPANS:  # so wide a span agrees with several units: it refutes, but proves nothing
        return _without_evidence(declared)
    if declared in fitting:
        return Scale(declared, UNITS[declared], confirmed=True)
    system = _METRIC + _IMPERIAL if drawing.metric is None else _METRIC if drawing.metric else _IMPERIAL
    usual = median([max(_leaf_radii(door), default=door_width(door) or typical) for door in doors]) if doors else typical
    rare = 0.0 if doors else SELDOM
    away = {
        unit: abs(math.log(usual * UNITS[unit] / USUAL[bounds])) + (rare if unit in _IMPERIAL else 0.0)
        for unit in (*_METRIC, *_IMPERIAL)
        if unit in fitting
    }
    candidates = sorted(away, key=lambda unit: (unit not in system, away[unit]))
    if not candidates:
        return _without_evidence(declared)
    unit = candidates[0]
    rivals = [other for other in candidates[1:] if other in system and away[other] - away[unit] < TOO_CLOSE]
    if declared is None and widths and unit in system and not rivals:
        return Scale(unit, UNITS[unit], confirmed=True, notes=(_guessed(unit, typical * UNITS[unit]),))
    return Scale(unit, UNITS[unit], confirmed=False, notes=(_doubtful(unit, declared, typical, bool(widths)),))


def _is_named(door: Symbol) -> bool:
    """Tell whether a door is called one, by its block or its layer, and not only drawn as one."""
    return role_of(door.name) == "door" or role_of(door.layer) in ("door", "window", "opening")


def door_width(symbol: Symbol) -> float | None:
    """Return the width a door symbol draws: its leaves' arcs, else the long side of its box; in the drawing's units."""
    leaves = _leaf_radii(symbol)
    if leaves:
        return sum(leaves)
    size = symbol.size
    return max(size) if size and max(size) > 0 else None


def _leaf_radii(symbol: Symbol) -> Sequence[float]:
    """Return the radii of the widest arc, or of the two where a second of similar size meets it at another hinge."""
    sweeps = sorted(symbol.sweeps, key=lambda sweep: -sweep.radius)
    if len(sweeps) > 1:
        first, second = sweeps[:2]
        apart = float(np.hypot(*(first.centre - second.centre)))
        both = first.radius + second.radius
        if second.radius > 0.25 * first.radius and abs(apart - both) < 0.1 * both:
            return (first.radius, second.radius)
    return [sweep.radius for sweep in sweeps[:1]]


def _span(drawing: Drawing) -> tuple[float | None, tuple[float, float]]:
    """Return how far the usual room goes, or where none is drawn all the walls, in the drawing's units; and what is plausible."""
    rooms = _room_span(drawing)
    if rooms is not None or not drawing.walls:
        return rooms, ROOM_SPANS
    points = np.concatenate([stroke.points for stroke in drawing.walls])
    return float(np.ptp(points, axis=0).max()), BUILDING_SPANS


def _room_span(drawing: Drawing) -> float | None:
    closed = [stroke.points for stroke in drawing.outlines if stroke.closed and len(stroke.points) > 2]
    areas = [float(shapely.Polygon(points).area) for points in closed]
    return math.sqrt(median(areas)) if areas else None


def _without_evidence(declared: str | None) -> Scale:
    unit = declared or "mm"
    text = Text.of(
        zh_CN=f"图中没有可用来核对单位的门或房间，按 {unit} 读取；凡与长度有关的结论都需确认。",
        en=f"Nothing drawn (door or room) confirms the unit; it was read as {unit}, and verdicts on lengths are to be confirmed.",
    )
    return Scale(unit, UNITS[unit], confirmed=False, notes=(Note(code="unit-doubtful", text=text),))


def _guessed(unit: str, width: float) -> Note:
    text = Text.of(
        zh_CN=f"图纸没有注明单位，按 {unit} 读取：这样一般门宽为 {width:.2f} 米。",
        en=f"The drawing declares no unit; it was read in {unit}, which makes its usual door {width:.2f} m wide.",
    )
    return Note(code="unit-guessed", text=text, where="$INSUNITS")


def _doubtful(unit: str, declared: str | None, typical: float, by_doors: bool) -> Note:
    thing_zh, thing_en = (
        ("门宽", "door would be {:.4g} m wide") if by_doors else ("房间或建筑边长", "room or building would be {:.4g} m across")
    )
    said_zh = (
        f"图纸注明的单位是 {declared}，但一般{thing_zh}会是 {typical * UNITS[declared]:.4g} 米" if declared else "图纸没有注明单位"
    )
    said_en = (
        f"The drawing declares {declared}, but then its usual {thing_en.format(typical * UNITS[declared])}"
        if declared
        else "The drawing declares no unit"
    )
    text = Text.of(
        zh_CN=f"{said_zh}；暂按 {unit} 读取，凡与长度有关的结论都需确认。",
        en=f"{said_en}; it was read in {unit} for now, and verdicts that hang on lengths are to be confirmed.",
    )
    return Note(code="unit-doubtful", text=text, where="$INSUNITS")
