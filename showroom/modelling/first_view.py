"""Where does one stand to see a model nobody has looked at yet? On its lowest floor, looking where most is seen.

Rays go down through a grid of columns and tell the floors; from the places where a person could stand, rays go round.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.model import Model, Vector
from showroom.modelling.rays import Tracer

Array = NDArray[np.float64]

EYE = 1.6
_HEADROOM = (1.9, 8.0)
_GRID = 28
_LAYERS = 12
_ROUND = 48
_FIELD = 4
"""Rays to either side of where one looks: 30 degrees."""
_FAR, _OPEN, _NEAR = 12.0, 2.0, 0.35
"""Metres: how far is far enough, what an empty direction is worth, and how near nothing may stand."""
_STEP = 0.25
_A_PLACE = 2.5
"""Metres: what is shorter is a thing to look at, not a place to stand in."""


@dataclass(frozen=True)
class FirstView:
    """The height of the floor, the eye and the point it looks at, metres; `inside` where one stands under a ceiling."""

    floor: float
    eye: Vector
    look: Vector
    inside: bool


def first_view(model: Model) -> FirstView:
    """Return where to stand in a model (metres, z up); outside it, looking at its middle, where it cannot be stood in."""
    low, high = (np.asarray(corner, float) for corner in model.bounds)
    corners = [mesh.positions[mesh.triangles] for node in model.nodes for mesh in node.meshes if len(mesh.triangles)]
    if max(high[0] - low[0], high[1] - low[1]) < _A_PLACE or not corners:
        return _from_outside(low, high)
    tracer = Tracer(np.concatenate(corners).astype(float))
    standing, inside = _floors(tracer, low, high)
    if not len(standing):
        return _from_outside(low, high)
    floor = _lowest(standing[:, 2])
    places = standing[np.abs(standing[:, 2] - floor) <= _STEP]
    return _best(tracer, places, inside=inside) or _from_outside(low, high)


def _floors(tracer: Tracer, low: Array, high: Array) -> tuple[Array, bool]:
    """Return points (n, 3) a person could stand on, under a ceiling if there are any such, and whether there are."""
    wide, deep = np.meshgrid(*(np.linspace(low[axis], high[axis], _GRID + 2)[1:-1] for axis in (0, 1)))
    columns = np.stack([wide.ravel(), deep.ravel()], axis=1)
    top = np.full(len(columns), high[2] + 1.0)
    above = np.full(len(columns), np.inf)
    covered: list[Array] = []
    bare: list[Array] = []
    for _ in range(_LAYERS):
        met = tracer.meet(np.column_stack([columns, top]), np.tile([0.0, 0.0, -1.0], (len(columns), 1)))
        hit = met.triangle >= 0
        if not hit.any():
            break
        height = np.where(hit, top - met.distance, np.nan)
        room = above - height
        covered.append(np.column_stack([columns, height])[hit & (room >= _HEADROOM[0]) & (room <= _HEADROOM[1])])
        bare.append(np.column_stack([columns, height])[hit & (room > _HEADROOM[1])])
        columns, above, top = columns[hit], height[hit], height[hit] - 0.01
    found = np.concatenate(covered) if covered else np.zeros((0, 3))
    if len(found) >= _GRID:
        return found, True
    return (np.concatenate(bare) if bare else np.zeros((0, 3))), False


def _lowest(heights: Array) -> float:
    """Return the lowest height at which at least half as many places lie as at the commonest."""
    steps, counts = np.unique(np.round(heights / _STEP), return_counts=True)
    chosen = steps[np.flatnonzero(counts * 2 >= counts.max())[0]]
    return float(np.median(heights[np.round(heights / _STEP) == chosen]))


def _best(tracer: Tracer, places: Array, *, inside: bool) -> FirstView | None:
    turns = np.arange(_ROUND) * (2 * math.pi / _ROUND)
    flat = np.stack([np.cos(turns), np.sin(turns), np.zeros(_ROUND)], axis=1)
    eyes = places + np.array([0.0, 0.0, EYE])
    met = tracer.meet(np.repeat(eyes, _ROUND, axis=0), np.tile(flat, (len(eyes), 1)))
    away = np.where(met.triangle >= 0, met.distance, np.inf).reshape(-1, _ROUND)
    free = away.min(axis=1) >= _NEAR
    if not free.any():
        return None
    worth = np.where(np.isfinite(away), np.minimum(away, _FAR), _OPEN if inside else 0.0)
    seen = sum(np.roll(worth, shift, axis=1) for shift in range(-_FIELD, _FIELD + 1))
    seen = np.where(free[:, None], seen, -1.0)
    which, turn = np.unravel_index(int(np.argmax(seen)), seen.shape)
    place, reach = places[which], float(np.clip(worth[which, turn] * 0.6, 1.0, 5.0))
    look = eyes[which] + flat[turn] * reach + np.array([0.0, 0.0, 1.3 - EYE])
    return FirstView(float(place[2]), _vector(eyes[which]), _vector(look), inside)


def _from_outside(low: Array, high: Array) -> FirstView:
    middle, size = (low + high) / 2, max(float(np.linalg.norm(high - low)), 0.1)
    eye = middle + np.array([-0.6, -0.75, 0.35]) * size * 1.3
    return FirstView(float(low[2]), _vector(eye), _vector(middle), inside=False)


def _vector(values: Array) -> Vector:
    x, y, z = (round(float(value), 3) for value in values)
    return x, y, z
