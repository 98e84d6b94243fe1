"""Can a key point be seen from its viewpoint, or does it lie inside something? Rays through the triangles of the model say so.

The triangles are taken up in shares, so that a window that asks is free in between. Panes of glass hide nothing. A model whose
faces look the wrong way round (its viewpoints would lie inside something too) is not asked what lies inside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from showroom.domain.scene import Hotspot, Scene
from showroom.domain.vector import Vector
from showroom.modelling.model import Model
from showroom.modelling.rays import Tracer
from showroom.packages.flaws import Flaw

Array = NDArray[np.float64]
SHARE = 40_000
"""Triangles taken up in one turn."""
NEAR = 0.2
"""Metres before the key point within which something met is the thing itself."""
_OFF = 0.02
_INSIDE = 0.8
"""The share of directions that must meet the inner side of a surface first."""


@dataclass(frozen=True)
class Look:
    """What is asked of one key point: where it is, the node it hangs on, and the eye it is seen from."""

    position: Vector
    node: str | None = None
    eye: Vector | None = None


@dataclass(frozen=True)
class Hidden:
    """Why it is not seen: something is `between`, or it lies `inside` something; which node."""

    how: Literal["between", "inside"]
    node: str


class Sight:
    """The triangles of a model, taken up by `take_up`, then ready to be asked."""

    def __init__(self, model: Model) -> None:
        self._meshes = [
            (node.name, mesh)
            for node in model.nodes
            for mesh in node.meshes
            if mesh.material.alpha == "opaque" and len(mesh.triangles)
        ]
        self._tracers: list[tuple[Tracer, Array, NDArray[np.int64]]] = []

    def take_up(self) -> Iterator[None]:
        """Take the triangles up, a share each turn."""
        corners: list[Array] = []
        owners: list[NDArray[np.int64]] = []
        held = 0
        for number, (_, mesh) in enumerate(self._meshes):
            for start in range(0, len(mesh.triangles), SHARE):
                part = mesh.positions[mesh.triangles[start : start + SHARE]].astype(float)
                corners.append(part)
                owners.append(np.full(len(part), number, np.int64))
                held += len(part)
                if held >= SHARE:
                    self._hold(corners, owners)
                    corners, owners, held = [], [], 0
                    yield
        if held:
            self._hold(corners, owners)
            yield

    def _hold(self, corners: list[Array], owners: list[NDArray[np.int64]]) -> None:
        triangles = np.concatenate(corners)
        normals = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
        self._tracers.append((Tracer(triangles), normals, np.concatenate(owners)))

    def hidden(self, looks: Sequence[Look]) -> list[Hidden | None]:
        """Return why each is not seen, `None` where it is."""
        found: list[Hidden | None] = [None] * len(looks)
        for index, name in self._between(looks):
            found[index] = Hidden("between", name)
        for index, name in self._inside([look.position for look in looks]):
            eye = looks[index].eye
            if eye is None or not self._inside([eye]):
                found[index] = Hidden("inside", name)
        return found

    def _between(self, looks: Sequence[Look]) -> list[tuple[int, str]]:
        asked = [index for index, look in enumerate(looks) if look.eye is not None]
        if not asked:
            return []
        eyes = np.array([looks[index].eye for index in asked], float)
        places = np.array([looks[index].position for index in asked], float)
        away = np.linalg.norm(places - eyes, axis=1)
        asked = [index for index, far in zip(asked, away, strict=True) if far > NEAR]
        keep = away > NEAR
        eyes, places, away = eyes[keep], places[keep], away[keep]
        distance, owner, _ = self._meet(eyes, (places - eyes) / away[:, None])
        return [
            (index, self._meshes[who][0])
            for index, met, far, who in zip(asked, distance, away, owner, strict=True)
            if met < far - NEAR and self._meshes[who][0] != looks[index].node
        ]

    def _inside(self, places: Sequence[Vector]) -> list[tuple[int, str]]:
        directions = _all_round()
        count = len(directions)
        origins = np.repeat(np.array(places, float).reshape(-1, 3), count, axis=0)
        distance, owner, inner = self._meet(origins, np.tile(directions, (len(places), 1)))
        met = np.isfinite(distance).reshape(-1, count)
        backs = (inner & np.isfinite(distance)).reshape(-1, count)
        deep = (distance > _OFF).reshape(-1, count) & backs
        found = []
        for index in np.flatnonzero((met.sum(1) > count / 2) & (deep.sum(1) >= _INSIDE * count)):
            nearest = int(np.argmin(distance.reshape(-1, count)[index]))
            found.append((int(index), self._meshes[int(owner.reshape(-1, count)[index][nearest])][0]))
        return found

    def _meet(self, origins: Array, directions: Array) -> tuple[Array, NDArray[np.int64], NDArray[np.bool_]]:
        """Return how far each ray goes, whose mesh it meets (-1: none), and whether on the inner side."""
        distance = np.full(len(origins), np.inf)
        owner = np.full(len(origins), -1, np.int64)
        inner = np.zeros(len(origins), bool)
        for tracer, normals, owners in self._tracers:
            met = tracer.meet(origins, directions)
            nearer = (met.triangle >= 0) & (met.distance < distance)
            which = met.triangle[nearer]
            distance[nearer] = met.distance[nearer]
            owner[nearer] = owners[which]
            inner[nearer] = (normals[which] * directions[nearer]).sum(1) > 0
        return distance, owner, inner


def _all_round() -> Array:
    """Return fourteen directions: along the axes and between them, none quite parallel to a wall."""
    axes = np.vstack([np.eye(3), -np.eye(3)])
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    tilted = np.vstack([axes, corners]) + np.array([0.013, 0.029, 0.017])
    return np.asarray(tilted / np.linalg.norm(tilted, axis=1)[:, None])


def look_of(spot: Hotspot, scene: Scene) -> Look | None:
    """Return what is asked of a key point; `None` where it hangs on a node or zone alone."""
    if spot.anchor.position is None:
        return None
    eye = scene.viewpoint(spot.viewpoint).eye if spot.viewpoint is not None else None
    return Look(spot.anchor.position, spot.anchor.node, eye)


def sight_flaw(spot_id: str, hidden: Hidden) -> Flaw:
    """Return as a flaw why a key point is not seen."""
    return Flaw("spot-hidden" if hidden.how == "between" else "spot-inside", spot_id, hidden.node, spot_id)


def sight_flaws(scene: Scene, model: Model) -> Iterator[Flaw]:
    """Yield the key points that cannot be seen, of a whole scene at once."""
    sight = Sight(model)
    for _ in sight.take_up():
        pass
    asked = [(spot.id, look) for spot in scene.hotspots if (look := look_of(spot, scene)) is not None]
    for (spot_id, _), hidden in zip(asked, sight.hidden([look for _, look in asked]), strict=True):
        if hidden is not None:
            yield sight_flaw(spot_id, hidden)
