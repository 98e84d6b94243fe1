"""Where do the leaves of doors hang now, and what does a ray meet of those that have moved?

Leaves that can move are drawn by a few actors of their own, in whole frames and in drafts alike; a matrix moves them, so only a
leaf that is moving costs anything. Light stays as it was baked.
"""

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkCommonMath import vtkMatrix4x4
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer, vtkRenderWindow, vtkTexture

from showroom.modelling.model import Leaf, Vector
from showroom.view.camera import Camera
from showroom.view.loading import Batch, Hanging, Prepared
from showroom.view.surfaces import actor_of, cut_at

Array = NDArray[np.float64]


class Hangings:
    """The movable leaves of one prepared model, each at a share of its way: 0 as drawn, 1 at its other end."""

    def __init__(self, prepared: Prepared, textures: list[vtkTexture], solid: vtkRenderer, glass: vtkRenderer) -> None:
        self._prepared, self._solid, self._glass = prepared, solid, glass
        self._shares = [0.0] * len(prepared.leaves)
        self._held: frozenset[str] = frozenset()
        self._actors: list[list[tuple[Batch, vtkActor]]] = []
        for hanging in prepared.leaves:
            self._actors.append([(batch, actor_of(batch, textures)) for batch in hanging.batches])
        for batch, actor in self._all:
            (glass if batch.glass else solid).AddActor(actor)
        if any(batch.glass for batch, _ in self._all):
            glass.SetDraw(True)
        boxes = [_swept(hanging) for hanging in prepared.leaves]
        self._lows, self._highs = (np.array([box[end] for box in boxes], float).reshape(-1, 3) for end in (0, 1))
        self._corners: dict[int, Array] = {}

    @property
    def _all(self) -> list[tuple[Batch, vtkActor]]:
        return [pair for pairs in self._actors for pair in pairs]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """What can be moved, in the order of the numbers `move` takes."""
        return tuple(hanging.leaf for hanging in self._prepared.leaves)

    def move(self, number: int, share: float) -> bool:
        """Bring a leaf this share of its way; return whether anything is to be drawn anew. A held leaf stays as drawn."""
        share = 0.0 if self.leaves[number].opening in self._held else share
        if share == self._shares[number]:
            return False
        self._shares[number] = share
        self._corners.pop(number, None)
        matrix = vtkMatrix4x4()
        matrix.DeepCopy(self.leaves[number].matrix(share).ravel())
        for _, actor in self._actors[number]:
            actor.SetUserMatrix(None if share == 0.0 else matrix)
        return True

    def carried(self, opening: str, point: Vector) -> Vector:
        """Return where a point of an opening is now: with its leaf, where it is on one that has moved."""
        for number in self.moved:
            leaf = self.leaves[number]
            if leaf.opening == opening and leaf.carries(point):
                return leaf.carried(point, self._shares[number])
        return point

    def hold(self, names: frozenset[str]) -> None:
        """Have the leaves of these openings, or nodes, stand as drawn: what is pointed out is where it is told to be."""
        self._held = names | {leaf.opening for leaf in self.leaves if any(name.startswith(f"{leaf.opening} ") for name in names)}
        for number, leaf in enumerate(self.leaves):
            if leaf.opening in self._held:
                self.move(number, 0.0)

    def choose(self, camera: Camera, seen: frozenset[str] | None) -> None:
        """Show what the camera can see, of the spaces `seen` (all where that is `None`)."""
        if not self._actors:
            return
        wanted = camera.sees_boxes(self._lows, self._highs).tolist()
        for pairs, inside in zip(self._actors, wanted, strict=True):
            for batch, actor in pairs:
                actor.SetVisibility(inside and (seen is None or batch.space is None or batch.space in seen))

    def cut_at(self, height: float | None) -> None:
        """Draw nothing above this height, or all."""
        for batch, actor in self._all:
            cut_at(actor, batch, height)

    def hide(self) -> None:
        """Show none of them."""
        for _, actor in self._all:
            actor.SetVisibility(False)

    def let_go(self, window: vtkRenderWindow) -> None:
        """Take them out of the renderers, and off the card."""
        for batch, actor in self._all:
            (self._glass if batch.glass else self._solid).RemoveActor(actor)
            actor.ReleaseGraphicsResources(window)

    # rays

    @property
    def moved(self) -> frozenset[int]:
        """The leaves that do not hang as drawn."""
        return frozenset(number for number, share in enumerate(self._shares) if share)

    def meet(self, start: Array, direction: Array, reach: float) -> tuple[int, Array, Array, float] | None:
        """Return what a ray meets first of the moved leaves: the leaf, the point, the normal towards the start, the distance."""
        best: tuple[int, Array, Array, float] | None = None
        for number in self.moved:
            met = _first(self._moved_corners(number), start, direction, best[3] if best else reach)
            if met is not None:
                best = (number, *met)
        return best

    def _moved_corners(self, number: int) -> Array:
        """The solid triangles of a leaf where it hangs now, (k, 3, 3)."""
        if number not in self._corners:
            hanging = self._prepared.leaves[number]
            drawn = [batch.positions[batch.triangles].astype(float) for batch in hanging.batches if not batch.glass]
            matrix = hanging.leaf.matrix(self._shares[number])
            self._corners[number] = np.concatenate(drawn or [np.zeros((0, 3, 3))]) @ matrix[:3, :3].T + matrix[:3, 3]
        return self._corners[number]


def _swept(hanging: Hanging) -> tuple[Array, Array]:
    """The box of all places a leaf comes by."""
    points = np.concatenate([batch.positions for batch in hanging.batches]).astype(float)
    way = [hanging.leaf.matrix(share) for share in np.linspace(0.0, 1.0, 7)]
    places = np.concatenate([points @ matrix[:3, :3].T + matrix[:3, 3] for matrix in way])
    return places.min(axis=0) - 0.05, places.max(axis=0) + 0.05


def _first(corners: Array, start: Array, direction: Array, reach: float) -> tuple[Array, Array, float] | None:
    """The nearest crossing of a ray with triangles (k, 3, 3) seen from their front (Möller and Trumbore, 1997)."""
    a, ab, ac = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    across = np.cross(direction, ac)
    slope = np.einsum("kd,kd->k", ab, across)
    with np.errstate(divide="ignore", invalid="ignore"):
        to = start - a
        u = np.einsum("kd,kd->k", to, across) / slope
        turned = np.cross(to, ab)
        v = turned @ direction / slope
        along = np.einsum("kd,kd->k", ac, turned) / slope
        crossed = (slope > 1e-12) & (u >= 0.0) & (v >= 0.0) & (u + v <= 1.0) & (along > 0.0) & (along < reach)
    if not crossed.any():
        return None
    nearest = int(np.argmin(np.where(crossed, along, np.inf)))
    normal = np.cross(ab[nearest], ac[nearest])
    return start + along[nearest] * direction, normal / np.linalg.norm(normal), float(along[nearest])
