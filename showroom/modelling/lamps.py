"""What gives light in a model: glowing surfaces, windows to the sky, the sun?

Everything is found in the model itself: parts of a glowing finish become rectangles that shine downwards, panes of glass that have
the open sky behind them become windows that shine inwards. Colours are linear.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.finishes import FINISHES
from showroom.modelling.model import Model

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Daylight:
    """The sun (direction towards it, strength, softness as the tangent of its half angle) and the sky, linear colours."""

    towards: tuple[float, float, float] = (-0.42, -0.72, 0.62)
    sun: tuple[float, float, float] = (6.4, 5.6, 4.4)
    softness: float = 0.018
    sky: tuple[float, float, float] = (2.1, 2.25, 2.45)


@dataclass(frozen=True, eq=False)
class Lamps:
    """Rectangles that shine: corner, two sides (n, 3), unit direction of shining (n, 3), radiance (n, 3), space of each."""

    corner: Array
    right: Array
    up: Array
    facing: Array
    radiance: Array
    space: tuple[str | None, ...]

    @property
    def area(self) -> Array:
        """Return the area of each, square metres."""
        return np.asarray(np.linalg.norm(np.cross(self.right, self.up), axis=1))


def lamps(model: Model, daylight: Daylight, *, power: float = 1.0) -> Lamps:
    """Return every lamp and window of a model; `power` scales the lamps, not the sky."""
    rows: list[tuple[Array, Array, Array, Array, Array, str | None]] = []
    rooms = _Indoors(model)
    for node in model.nodes:
        for mesh in node.meshes:
            finish = FINISHES.get(mesh.material.name)
            if finish is not None and finish.glow is not None:
                for low, high in _patches(mesh.positions.astype(float), mesh.triangles.astype(np.int64)):
                    corner = np.array([low[0], high[1], low[2] - 0.004])
                    right, up = np.array([high[0] - low[0], 0, 0]), np.array([0, low[1] - high[1], 0])
                    rows.append((corner, right, up, np.array([0.0, 0, -1]), np.asarray(finish.glow) * power, node.space))
            elif mesh.material.name == "glass" and node.group == "glass" and len(mesh.positions) >= 4:
                points = mesh.positions.astype(float)
                panes = (_window(points[pane[0]], rooms, node.space, daylight) for pane in mesh.triangles.reshape(-1, 2, 3))
                rows.extend(pane for pane in panes if pane is not None)
    if not rows:
        none = np.zeros((0, 3))
        return Lamps(none, none, none, none, none, ())
    columns = [np.array([row[k] for row in rows], float) for k in range(5)]
    return Lamps(columns[0], columns[1], columns[2], columns[3], columns[4], tuple(row[5] for row in rows))


def _window(
    corners: Array, rooms: "_Indoors", space: str | None, daylight: Daylight
) -> tuple[Array, Array, Array, Array, Array, str | None] | None:
    """A pane whose first triangle is corner, corner + right, corner + right + up; `None` with rooms on both sides."""
    corner, right, up = corners[0], corners[1] - corners[0], corners[2] - corners[1]
    facing = np.cross(right, up)
    facing /= max(float(np.linalg.norm(facing)), 1e-12)
    middle = corner + (right + up) / 2
    ahead, behind = (rooms.hold(middle + side * 0.4 * facing) for side in (1, -1))
    if ahead and behind:
        return None
    if behind or (not ahead and float((rooms.middle - corner) @ facing) < 0):
        facing = -facing
    return corner, right, up, facing, np.asarray(daylight.sky), space


def _patches(points: Array, triangles: NDArray[np.int64]) -> list[tuple[Array, Array]]:
    """The bounding boxes of the connected parts of a mesh."""
    parent = np.arange(len(points))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = int(parent[k])
        return k

    for a, b, c in triangles:
        parent[root(int(b))] = root(int(a))
        parent[root(int(c))] = root(int(a))
    roots = np.array([root(k) for k in range(len(points))])
    return [(points[roots == r].min(axis=0), points[roots == r].max(axis=0)) for r in np.unique(roots)]


class _Indoors:
    """Where there are floors under a roof."""

    def __init__(self, model: Model) -> None:
        floors = [
            mesh.positions.astype(float)[mesh.triangles]
            for node in model.nodes
            if node.group == "floors" and node.space
            for mesh in node.meshes
            if mesh.material.name != "paving"
        ]
        self._floors = np.concatenate(floors) if floors else np.zeros((0, 3, 3))
        low, high = model.bounds
        if len(self._floors):
            low, high = self._floors.min(axis=(0, 1)), self._floors.max(axis=(0, 1))
        self.middle = np.asarray((low + high) / 2 + (0, 0, 1.2), float)

    def hold(self, point: Array) -> bool:
        """Tell whether a floor lies under a point, less than five metres down."""
        a, b, c = (self._floors[:, k, :2] for k in range(3))
        sides = [(q - p)[:, 0] * (point[1] - p[:, 1]) - (q - p)[:, 1] * (point[0] - p[:, 0]) for p, q in ((a, b), (b, c), (c, a))]
        over = np.abs(np.sign(sides).sum(axis=0)) == 3
        drop = point[2] - self._floors[:, 0, 2]
        return bool((over & (drop > 0) & (drop < 5)).any())
