"""Which doors are open at this moment, and how far?

A door that is drawn shut opens for whoever comes near and shuts behind them. One that closes by itself stands as drawn until
somebody has passed it, then does the same; all others stay as drawn. There is no clock here: the caller tells the time.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from showroom.modelling.model import Leaf
from showroom.view.stage import EYE_HEIGHT, Vector

NEAR, GONE = 1.2, 1.6
"""Metres from the middle of the doorway: nearer, a door opens; farther, it shuts. Between the two it stays as it is."""
SECONDS = 0.25
_STOREY = 1.5
"""Metres of height within which a door is on the visitor's storey."""


@dataclass
class _Door:
    leaf: Leaf
    middle: Vector
    share: float = 0.0
    target: float = 0.0
    came_from: float = 0.0
    began: float = 0.0
    passed: bool = False


class Doors:
    """The doors of a model. `still` has them jump instead of swinging."""

    def __init__(self, leaves: Sequence[Leaf], *, still: bool = False) -> None:
        middles: dict[str, list[Vector]] = {}
        for leaf in leaves:
            middles.setdefault(leaf.opening, []).append(_doorway(leaf))
        self._doors = [_Door(leaf, _mean(middles[leaf.opening])) for leaf in leaves]
        self.still = still

    @property
    def moving(self) -> bool:
        """Whether a leaf is on its way."""
        return any(door.share != door.target for door in self._doors)

    def as_drawn(self) -> None:
        """Forget who passed: whoever is flown to a viewpoint finds the doors as its picture shows them."""
        for door in self._doors:
            door.passed = False

    def advance(self, eye: Vector, now: float) -> Iterator[tuple[int, float]]:
        """Tell which leaves stand elsewhere by `now`, the visitor's eye being at `eye`: number and share of the way."""
        for number, door in enumerate(self._doors):
            wanted = _wanted(door, eye)
            if wanted != door.target:
                door.target, door.came_from, door.began = wanted, door.share, now
            if door.share == door.target:
                continue
            gone = 1.0 if self.still else min(max((now - door.began) / SECONDS, 0.0), 1.0)
            share = door.target if gone >= 1.0 else door.came_from + (door.target - door.came_from) * (1.0 - (1.0 - gone) ** 3)
            if share != door.share:
                door.share = share
                yield number, share


def _wanted(door: _Door, eye: Vector) -> float:
    """The share of its way a leaf should have gone."""
    leaf = door.leaf
    opened, shut = (0.0, 1.0) if leaf.is_open else (1.0, 0.0)
    far = math.dist(eye[:2], door.middle[:2])
    if abs(eye[2] - EYE_HEIGHT - door.middle[2]) > _STOREY:
        far = math.inf
    if far <= NEAR:
        door.passed = True
        return opened
    if far <= GONE and door.passed:
        return door.target
    if leaf.is_open and not door.passed:
        return opened
    return shut


def _doorway(leaf: Leaf) -> Vector:
    """The middle of a leaf where it is shut, at the floor."""
    matrix = leaf.matrix(1.0 if leaf.is_open else 0.0)
    middle = (np.array(leaf.hinge) + np.array(leaf.tip)) / 2.0
    x, y, z = (float(value) for value in matrix[:3, :3] @ middle + matrix[:3, 3])
    return x, y, z


def _mean(points: Sequence[Vector]) -> Vector:
    x, y, z = (float(value) for value in np.mean(points, axis=0))
    return x, y, z
