"""A stage without a screen: it remembers what it was told, and answers where points and things are by arithmetic alone."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.model import Leaf, Model
from showroom.view.camera import Camera, Overlook, framing
from showroom.view.edges import sharp_edges
from showroom.view.figures import Figure
from showroom.view.loading import moving_leaf
from showroom.view.panorama import Surround
from showroom.view.stage import FROM_OUTSIDE, Hit, Pose, Projection, Vector, View
from showroom.view.tints import Tint


class RecordingStage:
    """A `Stage` for tests. `said` lists every verb with its arguments; picks are exact, by every triangle, and slow."""

    def __init__(self, width: int = 640, height: int = 360) -> None:
        self.said: list[tuple[Any, ...]] = []
        self.highlighted: tuple[str, ...] = ()
        self.dimmed = False
        self.tinted: tuple[Tint, ...] = ()
        self.surrounded: Surround | None = None
        self.shares: dict[int, float] = {}
        self.figures: tuple[Figure, ...] = ()
        self.lifted = False
        self.cut: float | None = None
        self.closed = False
        self.frames = 0
        self._frame = (width, height)
        self._model = Model(())
        self._size = (width, height)
        self._pose, self._view = Pose((0.0, 0.0, 1.6)), "inside"
        self._overlooks: dict[str, Overlook] = {}
        self._invalid: Callable[[], None] | None = None

    def show(self, model: Model) -> None:
        """Replace what is shown by `model`."""
        self._model, self.highlighted, self.tinted, self._overlooks, self.shares = model, (), (), {}, {}
        self._tell("show", model)

    def resize(self, width: int, height: int) -> None:
        """Say how large the widget is, logical pixels."""
        if (width, height) != self._size:
            self._size = (width, height)
            self._tell("resize", width, height)

    @property
    def pose(self) -> Pose:
        """The present pose of the eye."""
        return self._pose

    def look_from(self, pose: Pose) -> None:
        """Move the eye at once."""
        if pose != self._pose:
            self._pose = pose
            self._tell("look_from", pose)

    @property
    def view(self) -> View:
        """The present view."""
        return self._view  # type: ignore[return-value]

    def set_view(self, view: View) -> None:
        """Show the inside, the dollhouse or the plan."""
        if view != self._view:
            self._view = view
            self._tell("set_view", view)

    def surround(self, surround: Surround | None) -> None:
        """Remember the picture all round."""
        self.surrounded = surround
        self._tell("surround", surround)

    @property
    def overlook(self) -> Overlook:
        """How the dollhouse or the plan is looked at."""
        view: View = "plan" if self._view == "plan" else "dollhouse"
        lowest, highest = (corner.astype(float) for corner in self._model.bounds)
        return self._overlooks.get(view) or framing(view, lowest, highest, *self._size)

    def look_over(self, overlook: Overlook | None) -> None:
        """Look over the whole like this; `None` frames everything again."""
        if self._view not in FROM_OUTSIDE:
            return
        self._overlooks.pop(self._view, None)
        if overlook is not None:
            self._overlooks[self._view] = overlook
        self._tell("look_over", overlook)

    @property
    def camera(self) -> Camera:
        """The camera of the present view."""
        if self._view not in FROM_OUTSIDE:
            return Camera.inside(self._pose, *self._size)
        return Camera.over(self.overlook, *self._size, parallel=self._view == "plan")

    def pick(self, x: float, y: float) -> Hit | None:
        """Return what is under a place of the widget, or `None`."""
        start, direction = self.camera.ray(x, y)
        return self._first(start, direction, glass=True)

    def cast(self, start: Vector, direction: Vector) -> Hit | None:
        """Return what a ray meets first, glass aside."""
        return self._first(np.array(start), np.array(direction), glass=False)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves that can be moved."""
        return tuple(dict.fromkeys(leaf for node in self._model.nodes if (leaf := moving_leaf(node)) is not None))

    def move_leaf(self, number: int, share: float) -> None:
        """Remember where a leaf was brought."""
        self.shares[number] = share
        self._tell("move_leaf", number, share)

    def carried(self, opening: str, point: Vector) -> Vector:
        """Return where a point of an opening is now."""
        on = [(leaf, self.shares.get(number, 0.0)) for number, leaf in enumerate(self.leaves) if leaf.opening == opening]
        return next((leaf.carried(point, share) for leaf, share in on if share and leaf.carries(point)), point)

    def lift_ceiling(self, *, lifted: bool) -> None:
        """Remember whether the ceilings are off."""
        self.lifted = lifted
        self._tell("lift_ceiling", lifted)

    def cut_at(self, height: float | None, faces: NDArray[np.float32] | None = None) -> None:  # noqa: ARG002
        """Remember where it is cut open."""
        self.cut = height
        self._tell("cut_at", height)

    def set_down(self, figures: Sequence[Figure]) -> None:
        """Remember who stands where."""
        self.figures = tuple(figures)
        self._tell("set_down", self.figures)

    def edges_of(self, node: str) -> NDArray[np.float64]:
        """Return the sharp edges of the thing of that name."""
        meshes = [mesh for one in self._model.nodes if one.name == node for mesh in one.meshes]
        return np.concatenate([sharp_edges(mesh.positions, mesh.triangles) for mesh in meshes] or [np.zeros((0, 2, 3))])

    def _first(self, start: NDArray[np.float64], direction: NDArray[np.float64], *, glass: bool) -> Hit | None:
        best, pane = None, None
        for distance, normal, node, is_glass in self._crossed(start, direction):
            point = start + distance * direction
            hit = Hit(tuple(map(float, point)), tuple(map(float, normal)), node.name, node.plan_id, float(distance))  # type: ignore[arg-type]
            if is_glass:
                pane = pane or (hit if glass else None)
                continue
            best = hit
            break
        return best or pane

    def project(self, point: Vector) -> Projection:
        """Return where `point` appears on the widget."""
        x, y, distance, in_front = self.camera.place(point)
        hidden = False
        if in_front:
            start, direction = self.camera.ray(x, y)
            way = float((np.array(point) - start) @ direction) - 0.03
            hidden = any(distance < way and not glass for distance, _, _, glass in self._crossed(start, direction))
        return Projection(x, y, distance, in_front, hidden)

    def highlight(self, nodes: Sequence[str], *, dimmed: bool = False) -> None:
        """Remember what is to be outlined."""
        if (tuple(nodes), dimmed) != (self.highlighted, self.dimmed):
            self.highlighted, self.dimmed = tuple(nodes), dimmed
            self._tell("highlight", tuple(nodes))

    def tint(self, tints: Sequence[Tint]) -> None:
        """Remember which floors are coloured."""
        self.tinted = tuple(tints)
        self._tell("tint", self.tinted)

    def on_invalid(self, call: Callable[[], None] | None) -> None:
        """Call `call` whenever what is shown no longer is what should be shown."""
        self._invalid = call

    def picture(self, width: int, height: int) -> NDArray[np.uint8]:
        """Return an even picture: blue inside, grey from above."""
        color = (185, 211, 234) if self._view == "inside" else (223, 230, 236)
        return np.full((height, width, 3), color, np.uint8)

    def draw(self, width: int, height: int, shift: tuple[float, float] = (0.0, 0.0), *, draft: bool = False) -> None:  # noqa: ARG002
        """Remember that a frame was drawn."""
        self._frame = (width, height)
        self.frames += 1

    def pixels(self) -> NDArray[np.uint8]:
        """Return the even picture as RGBA, rows from the bottom."""
        width, height = self._frame
        return np.dstack([self.picture(width, height), np.full((height, width), 255, np.uint8)])

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed, self._invalid = True, None
        self.said.append(("close",))

    def _tell(self, *said: Any) -> None:
        self.said.append(said)
        if self._invalid is not None:
            self._invalid()

    def _crossed(self, start: NDArray[np.float64], direction: NDArray[np.float64]) -> list[tuple[float, Any, Any, bool]]:
        """Everything shown that a ray crosses, nearest first: distance, normal towards the eye, node, glass."""
        hidden = ("caps",) if self._view not in FROM_OUTSIDE else ("ceiling", "lamps", "backdrop")
        found = []
        for node in self._model.nodes:
            if node.group in hidden:
                continue
            for mesh in node.meshes:
                a, b, c = (mesh.positions[mesh.triangles[:, corner]].astype(float) for corner in range(3))
                glass = mesh.material.alpha == "blend"
                normals = np.cross(b - a, c - a)
                slope = normals @ direction
                with np.errstate(divide="ignore", invalid="ignore"):
                    along = ((a - start) * normals).sum(axis=1) / slope
                    point = start + along[:, None] * direction
                    inside = np.all(
                        [(np.cross(q - p, point - p) * normals).sum(axis=1) >= 0.0 for p, q in ((a, b), (b, c), (c, a))], axis=0
                    )
                seen = inside & np.isfinite(along) & (along > 0.0)
                if not (mesh.material.double_sided or glass):
                    seen &= slope < 0.0
                for index in np.flatnonzero(seen):
                    normal = normals[index] / np.linalg.norm(normals[index])
                    found.append((float(along[index]), normal if slope[index] < 0 else -normal, node, glass))
        return sorted(found, key=lambda crossing: crossing[0])
