"""What has been drawn, before anybody asks what it means? The neutral value every drawing format is first turned into.

Points are `(n, 2)` arrays in the drawing's own units until `scaled` turns them into metres. Nothing here knows DXF or SVG.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
"""An array of points, shape `(n, 2)`, or one point, shape `(2,)`."""


@dataclass(frozen=True, eq=False)
class Stroke:
    """A line of straight pieces; `closed` joins the last point to the first."""

    id: str
    layer: str
    points: Floats
    closed: bool = False
    width: float = 0.0
    """How thick it is drawn; 0 for a plain line."""


@dataclass(frozen=True, eq=False)
class Sweep:
    """A circular arc: what a door leaf sweeps. Its centre is the hinge; one of its ends lies in the wall."""

    id: str
    centre: Floats
    start: Floats
    end: Floats

    @property
    def radius(self) -> float:
        """The distance from centre to start."""
        return math.dist(self.start, self.centre)


@dataclass(frozen=True, eq=False)
class Symbol:
    """A block put into the drawing: its name, attributes, where its own axes went, and its lines in the drawing's axes.

    `frame` has the images of the symbol's unit vectors as columns; `box` is (least, greatest corner) in the symbol's own axes.
    """

    id: str
    name: str
    layer: str
    at: Floats
    frame: Floats
    box: tuple[Floats, Floats] | None = None
    sweeps: tuple[Sweep, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def attribute(self, *tags: str) -> str:
        """Return the first non-empty attribute with one of these tags, regardless of case."""
        return next((text for tag, text in self.attributes if tag.upper() in tags and text.strip()), "")

    @property
    def middle(self) -> Floats:
        """The middle of the symbol's box in the drawing's axes, or where it was put in."""
        return self.at if self.box is None else self.at + self.frame @ ((self.box[0] + self.box[1]) / 2)

    @property
    def size(self) -> tuple[float, float] | None:
        """Width and depth of the box, in the drawing's units, before turning."""
        if self.box is None:
            return None
        extent = (self.box[1] - self.box[0]) * np.hypot(self.frame[0], self.frame[1])
        return float(extent[0]), float(extent[1])

    @property
    def angle(self) -> float:
        """The direction of the symbol's own x axis, degrees counter-clockwise."""
        return float(np.degrees(np.arctan2(self.frame[1, 0], self.frame[0, 0])))


@dataclass(frozen=True, eq=False)
class Label:
    """A text and where it was put; its height is 0 where it is not written but implied, as by a shape's own title."""

    id: str
    text: str
    at: Floats
    height: float


Thing = TypeVar("Thing", Stroke, Symbol, Label)


@dataclass
class Drawing:
    """Everything drawn, sorted by what its layer or block name says it is; the rest is counted in `left_over`."""

    walls: list[Stroke] = field(default_factory=list)
    columns: list[Stroke] = field(default_factory=list)
    outlines: list[Stroke] = field(default_factory=list)
    doors: list[Symbol] = field(default_factory=list)
    windows: list[Symbol] = field(default_factory=list)
    fixtures: list[Symbol] = field(default_factory=list)
    door_lines: list[Stroke] = field(default_factory=list)
    window_lines: list[Stroke] = field(default_factory=list)
    """Loose lines on door and window layers: leaves beside their arcs, sliding leaves, panes."""
    stairs: list[Stroke] = field(default_factory=list)
    """All lines on layers of stairs."""
    told_walls: list[Stroke] = field(default_factory=list)
    """Axes of walls of which something is said in `facts`."""
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is said in words of the thing with an id (`drawing_facts`)."""
    labels: list[Label] = field(default_factory=list)
    unread: list[Stroke] = field(default_factory=list)
    """Lines of no known meaning, kept only for a picture of what was not understood."""
    left_over: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(what, where) → how many; `what` is a key of `inspection.WHAT`."""
    declared_unit: str | None = None
    metric: bool | None = None

    def scaled(self, factor: float, origin: Floats) -> "Drawing":
        """Return the drawing in metres: every point less `origin`, times `factor`."""
        return replace(
            self,
            walls=[_moved(stroke, factor, origin) for stroke in self.walls],
            columns=[_moved(stroke, factor, origin) for stroke in self.columns],
            outlines=[_moved(stroke, factor, origin) for stroke in self.outlines],
            doors=[_moved_symbol(symbol, factor, origin) for symbol in self.doors],
            windows=[_moved_symbol(symbol, factor, origin) for symbol in self.windows],
            fixtures=[_moved_symbol(symbol, factor, origin) for symbol in self.fixtures],
            door_lines=[_moved(stroke, factor, origin) for stroke in self.door_lines],
            window_lines=[_moved(stroke, factor, origin) for stroke in self.window_lines],
            stairs=[_moved(stroke, factor, origin) for stroke in self.stairs],
            told_walls=[_moved(stroke, factor, origin) for stroke in self.told_walls],
            unread=[_moved(stroke, factor, origin) for stroke in self.unread],
            labels=[replace(label, at=(label.at - origin) * factor, height=label.height * factor) for label in self.labels],
        )

    def within(self, reach: float) -> "Drawing":
        """Return the drawing without what lies farther than `reach` from the origin on either axis; that is counted."""
        return replace(
            self,
            walls=self._near("walls", self.walls, reach),
            columns=self._near("columns", self.columns, reach),
            outlines=self._near("outlines", self.outlines, reach),
            doors=self._near("doors", self.doors, reach),
            windows=self._near("windows", self.windows, reach),
            fixtures=self._near("fixtures", self.fixtures, reach),
            door_lines=self._near("door lines", self.door_lines, reach),
            window_lines=self._near("window lines", self.window_lines, reach),
            stairs=self._near("stairs", self.stairs, reach),
            told_walls=self._near("walls", self.told_walls, reach),
            labels=self._near("labels", self.labels, reach),
        )

    def _near(self, noun: str, things: list[Thing], reach: float) -> list[Thing]:
        if not things or float(np.abs(np.concatenate([_where(thing) for thing in things], axis=None)).max()) <= reach:
            return things
        kept = [thing for thing in things if float(np.abs(_where(thing)).max()) <= reach]
        if gone := len(things) - len(kept):
            self.left_over["far-away", noun] += gone
        return kept

    def corner(self) -> Floats:
        """Return the least x and y of the rooms, or of the walls where no room is drawn, `(2,)`; zero where there is nothing."""
        points = [stroke.points for stroke in self.outlines or self.walls]
        least: Floats = np.min(np.concatenate(points), axis=0) if points else np.zeros(2)
        return least


def segments(strokes: Sequence[Stroke]) -> Floats:
    """Return every straight piece of these strokes as one array `(n, 2, 2)`, pieces without length left out."""
    return owned_segments(strokes)[0]


def owned_segments(strokes: Sequence[Stroke]) -> tuple[Floats, NDArray[np.intp]]:
    """Return what `segments` does, and for each piece the number of the stroke it is of."""
    chains: list[Floats] = []
    for stroke in strokes:
        chains += [stroke.points, stroke.points[:1]] if stroke.closed else [stroke.points]
    if not chains:
        return np.empty((0, 2, 2)), np.empty(0, dtype=np.intp)
    points = np.concatenate(chains)
    owners = np.repeat(np.arange(len(strokes)), [len(stroke.points) + stroke.closed for stroke in strokes])
    starts = np.nonzero(owners[1:] == owners[:-1])[0]  # from the end of one stroke to the start of the next is no piece
    every = np.stack([points[starts], points[starts + 1]], axis=1)
    kept = np.hypot(*(every[:, 1] - every[:, 0]).T) > 1e-9
    return every[kept], owners[starts[kept]]


def _where(thing: Stroke | Symbol | Label) -> Floats:
    """Return points that say where a thing is: all of a stroke, the corners of a symbol, the place of a label."""
    if isinstance(thing, Stroke):
        return thing.points
    if isinstance(thing, Label) or thing.box is None:
        return thing.at
    return thing.at + np.array(thing.box) @ thing.frame.T


def _moved(stroke: Stroke, factor: float, origin: Floats) -> Stroke:
    return Stroke(stroke.id, stroke.layer, (stroke.points - origin) * factor, stroke.closed, stroke.width * factor)


def _moved_symbol(symbol: Symbol, factor: float, origin: Floats) -> Symbol:
    sweeps = tuple(
        Sweep(sweep.id, (sweep.centre - origin) * factor, (sweep.start - origin) * factor, (sweep.end - origin) * factor)
        for sweep in symbol.sweeps
    )
    return replace(symbol, at=(symbol.at - origin) * factor, frame=symbol.frame * factor, sweeps=sweeps)
