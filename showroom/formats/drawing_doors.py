"""How may a door or window symbol stand in a wall, and how wide does it say it is?

An arc has two ends, either of which may be the closed one; a box has two sides. Each way is a stance; the walls decide.
"""

from dataclasses import dataclass

import numpy as np

from showroom.formats.drawing import Floats, Sweep, Symbol
from showroom.formats.drawing_words import width_in_name, width_in_text, width_tags

PAIR_SLACK = 0.1
LEAF = (0.3, 3.0)
"""Arcs of these radii (metres) are door leaves; smaller ones are handles, larger ones are not doors."""


@dataclass(frozen=True, eq=False)
class Stance:
    """One way a symbol may stand: its middle, the direction of the wall, its width, hinges, and where its leaf opens to."""

    middle: Floats
    along: Floats
    width: float | None
    hinges: tuple[Floats, ...] = ()
    opens: Floats | None = None


@dataclass(frozen=True)
class ToldWidths:
    """What a symbol says about its width, metres: its drawing, its attribute, its name; `None` where it says nothing."""

    drawn: float | None
    attribute: float | None
    name: float | None

    @property
    def first(self) -> float | None:
        """The first of the three that is there."""
        return self.drawn or self.attribute or self.name


def stances(symbol: Symbol) -> list[Stance]:
    """Return the ways a symbol (metres) may stand, the likeliest first."""
    leaves = leaf_pair(symbol.sweeps) or _single_leaf(symbol.sweeps)
    if len(leaves) == 2:
        return [_double(*leaves)]
    if leaves:
        return sorted(_single(leaves[0]), key=lambda stance: -abs(float(stance.along @ _unit(symbol.frame[:, 0]))))
    return _boxes(symbol)


def told_widths(symbol: Symbol) -> ToldWidths:
    """Return the widths a symbol (metres) tells."""
    leaves = leaf_pair(symbol.sweeps) or _single_leaf(symbol.sweeps)
    size = symbol.size
    box = max(size) if size and max(size) > 0 else None
    drawn = sum(leaf.radius for leaf in leaves) if leaves else box
    attribute = symbol.attribute(*width_tags())
    return ToldWidths(drawn, width_in_text(attribute) if attribute else None, width_in_name(symbol.name))


def leaf_pair(sweeps: tuple[Sweep, ...]) -> tuple[Sweep, ...]:
    """Return the two leaves of a double door, whose hinges are as far apart as both are long; empty where there are not two."""
    widest = sorted((sweep for sweep in sweeps if sweep.radius > 0), key=lambda sweep: -sweep.radius)[:4]
    for index, first in enumerate(widest):
        for second in widest[index + 1 :]:
            both = first.radius + second.radius
            apart = float(np.hypot(*(first.centre - second.centre)))
            if abs(apart - both) < PAIR_SLACK * both and second.radius > 0.25 * first.radius:
                return (first, second)
    return ()


def _single_leaf(sweeps: tuple[Sweep, ...]) -> tuple[Sweep, ...]:
    leaves = [sweep for sweep in sweeps if LEAF[0] <= sweep.radius <= LEAF[1]]
    return (max(leaves, key=lambda sweep: sweep.radius),) if leaves else ()


def _single(leaf: Sweep) -> list[Stance]:
    ways = []
    for closed, opened in ((leaf.start, leaf.end), (leaf.end, leaf.start)):
        along = closed - leaf.centre
        length = float(np.hypot(*along))
        if length > 0:
            ways.append(Stance((leaf.centre + closed) / 2, along / length, length, (leaf.centre,), opened - leaf.centre))
    return ways


def _double(first: Sweep, second: Sweep) -> Stance:
    apart = second.centre - first.centre
    width = float(np.hypot(*apart))
    along = apart / width
    normal = np.array([-along[1], along[0]])
    opened = max((first.start, first.end), key=lambda end: abs(float((end - first.centre) @ normal)))
    return Stance((first.centre + second.centre) / 2, along, width, (first.centre, second.centre), opened - first.centre)


def _boxes(symbol: Symbol) -> list[Stance]:
    first, second = _unit(symbol.frame[:, 0]), _unit(symbol.frame[:, 1])
    size = symbol.size
    if size is None:
        return [Stance(symbol.at, first, None), Stance(symbol.at, second, None)]
    sides = [(size[0], first), (size[1], second)]
    return [Stance(symbol.middle, along, length or None) for length, along in sorted(sides, key=lambda side: -side[0])]


def _unit(vector: Floats) -> Floats:
    length = float(np.hypot(*vector))
    return vector / length if length > 0 else np.array([1.0, 0.0])
