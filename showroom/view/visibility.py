"""Which rooms can be seen from which?

Rays from many places of a room's floor, at the height of eyes, say so. A room is hidden only when the room the visitor stands in
never saw it; in a doorway, or outside of every room, everything is drawn.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from showroom.view.loading import Prepared
from showroom.view.stage import Vector

if TYPE_CHECKING:
    from embreex.rtcore_scene import EmbreeScene

EYES, RAYS = 48, 1500
_TOGETHER = 4
"""Eyes whose rays are sent at once: they do not let go of the interpreter, and a window may be waiting for it."""
_HEIGHTS = (1.0, 1.6, 2.0)
_REACH_AROUND = 0.45
"""Metres: standing so near to another room's floor, what that room sees is drawn as well."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Rooms:
    """What is seen from each space, and the floor triangles by which the visitor's space is found."""

    floors: dict[str, Array]
    seen: dict[str, frozenset[str]]

    def visible_from(self, eye: Vector) -> tuple[frozenset[str] | None, frozenset[str]]:
        """Return the spaces that may be seen from `eye` (or `None` for all), and those it is in."""
        far = self._distances(eye)
        near = [space for space, distance in far.items() if distance <= _REACH_AROUND]
        inside = frozenset(space for space in near if far[space] <= 1e-9)
        return (frozenset().union(*(self.seen[space] for space in near)) if inside else None), inside

    @cached_property
    def _corners(self) -> tuple[Array, NDArray[np.int64], Array]:
        """All floor triangles (k, 3, 2) one after the other, where each space's begin, and how high each space's floor is."""
        starts = np.cumsum([0, *(len(floor) for floor in self.floors.values())])[:-1]
        heights = np.array([float(floor[:, :, 2].min()) for floor in self.floors.values()])
        return np.concatenate([floor[:, :, :2] for floor in self.floors.values()]), starts, heights

    def _distances(self, eye: Vector) -> dict[str, float]:
        """Horizontal distances from `eye` to every floor; 0 above it, infinite on another storey."""
        corners, starts, heights = self._corners
        far = np.minimum.reduceat(_distances(corners, eye), starts)
        far[(eye[2] - heights < -0.2) | (eye[2] - heights > 4.0)] = np.inf
        return dict(zip(self.floors, far.tolist(), strict=True))


def see_rooms(prepared: Prepared) -> Rooms | None:
    """Return which rooms see which, or `None` where there are fewer than two. Takes about 0.1 s a room; needs no screen."""
    if len(prepared.floors) < 2:
        return None
    from embreex import rtcore_scene
    from embreex.mesh_construction import TriangleMesh

    solid = ~prepared.glass & (prepared.layer_of != 2) & (prepared.leaf_of < 0)  # a shut door may open
    scene = rtcore_scene.EmbreeScene()
    TriangleMesh(scene, prepared.positions[prepared.triangles[solid]])
    spaces = sorted({thing.space for thing in prepared.things if thing.space is not None})
    number = {space: index for index, space in enumerate(spaces)}
    of_thing = np.array([number.get(thing.space or "", -1) for thing in prepared.things])
    of_cell = of_thing[prepared.thing_of[solid]]
    glass = _glass_rooms(prepared, of_thing)
    directions = _sphere(RAYS)
    seen = {}
    for space, floor in prepared.floors.items():
        eyes = _eyes(floor.astype(float))
        met = np.concatenate([_met(scene, eyes[at : at + _TOGETHER], directions) for at in range(0, len(eyes), _TOGETHER)])
        rooms = np.unique(of_cell[met[met >= 0]])
        direct = {spaces[room] for room in rooms if room >= 0} | {space}
        seen[space] = frozenset(direct | {spaces[room] for room in glass})
    return Rooms({space: floor.astype(float) for space, floor in prepared.floors.items()}, seen)


def _met(scene: "EmbreeScene", eyes: Array, directions: Array) -> NDArray[np.int64]:
    """The triangles met by rays from every eye in every direction."""
    starts = np.repeat(eyes, len(directions), axis=0).astype(np.float32)
    return np.asarray(scene.run(starts, np.tile(directions, (len(eyes), 1)).astype(np.float32)))


def _glass_rooms(prepared: Prepared, of_thing: NDArray[np.int64]) -> set[int]:
    """Spaces that have nothing but glass to be met by a ray; those are always drawn."""
    cells = of_thing[prepared.thing_of]
    with_glass, with_solid = set(cells[prepared.glass].tolist()), set(cells[~prepared.glass].tolist())
    return {room for room in with_glass - with_solid if room >= 0}


def _eyes(floor: Array) -> Array:
    """Places of eyes spread evenly over a floor, (k, 3)."""
    random = np.random.default_rng(11)
    areas = np.linalg.norm(np.cross(floor[:, 1] - floor[:, 0], floor[:, 2] - floor[:, 0]), axis=1)
    if not areas.sum():
        return floor[:1].mean(axis=1)
    chosen = floor[random.choice(len(floor), EYES, p=areas / areas.sum())]
    a, b = random.random((2, EYES, 1))
    over = a + b > 1.0
    a, b = np.where(over, 1.0 - a, a), np.where(over, 1.0 - b, b)
    places = chosen[:, 0] + a * (chosen[:, 1] - chosen[:, 0]) + b * (chosen[:, 2] - chosen[:, 0])
    places[:, 2] += np.resize(_HEIGHTS, EYES)
    return np.asarray(places)


def _sphere(count: int) -> Array:
    """Directions spread evenly (a golden spiral), more of them near the horizon."""
    index = np.arange(count) + 0.5
    z = np.sin(np.pi * (index / count - 0.5)) * np.abs(2.0 * index / count - 1.0) ** 0.3
    turn = np.pi * (1.0 + 5.0**0.5) * index
    flat = np.sqrt(np.maximum(1.0 - z * z, 0.0))
    return np.stack([flat * np.cos(turn), flat * np.sin(turn), z], axis=1)


def _distances(start: Array, eye: Vector) -> Array:
    """Horizontal distances (k) from `eye` to triangles (k, 3, 2); 0 above them."""
    side = np.roll(start, -1, axis=1) - start
    to = np.array(eye[:2]) - start
    cross = side[..., 0] * to[..., 1] - side[..., 1] * to[..., 0]
    within = (cross >= 0).all(axis=1) | (cross <= 0).all(axis=1)
    along = np.clip((to * side).sum(axis=2) / np.maximum((side**2).sum(axis=2), 1e-12), 0.0, 1.0)
    beside = to - along[..., None] * side
    return np.where(within, 0.0, np.sqrt((beside**2).sum(axis=2).min(axis=1)))
