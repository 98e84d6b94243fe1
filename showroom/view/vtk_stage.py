"""The stage that really draws: VTK behind the verbs of `Stage`.

Nothing is drawn by changing it. A presenter (or `picture`) asks for a frame with `draw`; what to show is worked out then, once.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray
from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkUnsignedCharArray
from vtkmodules.vtkRenderingCore import vtkCamera, vtkRenderWindow

from showroom.modelling.model import Leaf, Model
from showroom.view.backdrop import Backdrop
from showroom.view.camera import NEAR, Camera, Overlook, framing
from showroom.view.cuts import CutFaces
from showroom.view.dimming import Dimming
from showroom.view.draft import Draft, lightened
from showroom.view.edges import sharp_edges
from showroom.view.figures import Figure, Figures
from showroom.view.hangings import Hangings
from showroom.view.loading import ATLAS_PIXELS, TILED_PIXELS, Prepared, prepare
from showroom.view.outline import Outline
from showroom.view.panorama import Globe, Surround
from showroom.view.picking import REACH, Meeting, Picker
from showroom.view.pieces import Pieces
from showroom.view.presenting import shifts
from showroom.view.stage import FROM_OUTSIDE, Hit, Pose, Projection, Vector, View
from showroom.view.tints import Tint, Tints
from showroom.view.visibility import Rooms
from showroom.view.windows import graphics, new_layer, off_screen_window, presenter_for

_PICTURE_SAMPLES = 16
_WARMING = (32, 18)
"""Pixels of the frames nobody sees."""
_NOTHING = Model(())
_HIDDEN_BY = 0.03
"""Metres by which something must stand before a point to hide it: a hotspot lies on its own thing's surface."""


class VtkStage:
    """A stage on `window`, or on an off-screen window of its own. Use it from the thread that made it.

    `software` says that no graphics card stands behind the window: textures are then kept small and without mipmaps.
    """

    def __init__(self, window: vtkRenderWindow | None = None, *, software: bool | None = None) -> None:
        self._own_window = window is None
        self.window = window or off_screen_window()
        self._size = (1280, 720)
        self._camera_vtk = vtkCamera()
        self._solid, self._glass, self._marks = (new_layer(self.window, self._camera_vtk, number) for number in range(3))
        self._dimming, self._outline, self._tints = Dimming(self._glass), Outline(self._marks), Tints(self._glass)
        self._backdrop = Backdrop(self._solid)
        if software is None and self._own_window:
            self.window.Render()
            software = presenter_for(graphics(self.window)) == "image"
        self.software = True if software is None else software
        self._pixels = vtkUnsignedCharArray()
        self._invalid: Callable[[], None] | None = None
        self._pose, self._view = Pose((0.0, 0.0, 1.6)), cast(View, "inside")
        self._overlooks: dict[View, Overlook] = {}
        self._highlighted: tuple[frozenset[str], bool] = (frozenset(), False)
        self._globe = Globe(self._solid)
        self._figures = Figures(self._solid, self._glass)
        self._cut: float | None = None
        self._cut_faces = CutFaces(self._solid)
        self._pieces: Pieces | None = None
        self._closed = False
        self._rooms: Rooms | None = None
        self._draft: Draft | None = None
        self._camera_made: tuple[object, Camera] | None = None
        self._hidden: dict[Vector, bool] = {}
        self._hidden_from: tuple[Vector, View, Picker] | None = None
        self._install(prepare(_NOTHING))

    # what is shown

    def show(self, model: Model) -> None:
        """Replace what is shown by `model`. Raises `InputError` for a texture that cannot be decoded."""
        limits = (TILED_PIXELS, ATLAS_PIXELS) if self.software else (4096, 8192)
        self.show_prepared(prepare(model, tiled_pixels=limits[0], atlas_pixels=limits[1]))

    def show_prepared(self, prepared: Prepared) -> None:
        """Replace what is shown by a model made ready before."""
        self._install(prepared)
        self._highlighted = (frozenset(), False)
        self._overlooks = {}
        self._invalidate()

    def _install(self, prepared: Prepared) -> None:
        if self._pieces is not None:
            self._pieces.let_go(self.window)
            self._hangings.let_go(self.window)
            if self._own_window:  # software keeps what its finished frames used, until it happens to reuse them
                self.window.Finalize()
        self._prepared, self._picker = prepared, Picker(prepared)
        self._pieces = Pieces(prepared, self._solid, self._glass, self._backdrop.actor, mipmaps=not self.software)
        self._hangings = Hangings(prepared, self._pieces.textures, self._solid, self._glass)
        self._outline.show(prepared.positions, np.zeros((0, 3), np.int64))
        self._dimming.show((), [], np.zeros((0, 3, 3), np.float32))
        self._tints.show(())
        self._lighten(prepared)
        self._edges: dict[str, NDArray[np.float64]] = {}

    def lighten(self, *, wait: bool = False) -> None:
        """Find out in a thread beside what makes frames cheap: which rooms see which, and a draft for moving. `wait` for its end.

        From then on rooms out of sight are not drawn, nor, in software, anything but the draft while something moves.
        """
        prepared = self._prepared
        if prepared.draft is not None:
            return

        def work() -> None:
            light = lightened(prepared)
            if self._prepared is prepared:
                self._lighten(light)

        thread = threading.Thread(target=work, name="lighten", daemon=True)
        thread.start()
        if wait:
            thread.join()

    def _lighten(self, light: Prepared) -> None:
        self._rooms, self._draft = light.rooms, light.draft if self.software else None

    def warm_up(self) -> Iterator[float]:
        """Hand everything to what draws, a little at each turn: it would all come at once, at the first sight of it.

        Yields the share that is done. Does nothing where a window system draws: it would have to be asked for every turn.
        """
        if not self._own_window:
            return
        self._meet_draft()
        yield 0.0
        for share in self._pieces.one_after_another():
            self.window.SetSize(*_WARMING)
            self.window.Render()
            yield share
        self._picker.build()
        self._invalidate()

    def _meet_draft(self) -> None:
        if self._draft is not None and not self._pieces.has_draft:
            self._pieces.take_draft(self._draft.batches, self._draft.pictures)

    def resize(self, width: int, height: int) -> None:
        """Say how large the widget is, logical pixels."""
        size = (max(width, 1), max(height, 1))
        if size != self._size:
            self._size = size
            self._invalidate()

    # where it is looked from

    @property
    def pose(self) -> Pose:
        """The present pose of the eye."""
        return self._pose

    def look_from(self, pose: Pose) -> None:
        """Move the eye (inside view) at once."""
        if pose != self._pose:
            self._pose = pose
            if not self._outside:
                self._invalidate()

    @property
    def middle(self) -> Vector:
        """The middle of all rooms, metres."""
        return _vector((self._prepared.lowest + self._prepared.highest) / 2.0)

    @property
    def view(self) -> View:
        """The present view."""
        return self._view

    def set_view(self, view: View) -> None:
        """Show the inside, the dollhouse or the plan; each keeps how it was last looked at."""
        if view != self._view:
            self._view = view
            self._invalidate()

    @property
    def _outside(self) -> bool:
        return self._view in FROM_OUTSIDE

    def surround(self, surround: Surround | None) -> None:
        """Take the picture the panorama view shows; `None` lets it go."""
        self._globe.hang(surround, self.window, mipmaps=not self.software)
        self._invalidate()

    @property
    def overlook(self) -> Overlook:
        """How the dollhouse or the plan (the present view) is looked at; the dollhouse's from inside."""
        view: View = self._view if self._outside else "dollhouse"
        return self._overlooks.get(view) or framing(view, self._prepared.lowest, self._prepared.highest, *self._size)

    def look_over(self, overlook: Overlook | None) -> None:
        """Look over the whole like this; `None` frames everything again."""
        if not self._outside:
            return
        if overlook is None:
            self._overlooks.pop(self._view, None)
        else:
            self._overlooks[self._view] = overlook
        self._invalidate()

    @property
    def camera(self) -> Camera:
        """The camera of the present view, in logical pixels of the widget."""
        key = (self._view, self._pose, self._overlooks.get(self._view), self._size, id(self._prepared))
        if self._camera_made is None or self._camera_made[0] != key:
            self._camera_made = (key, self._camera(*self._size))
        return self._camera_made[1]

    def _camera(self, width: int, height: int) -> Camera:
        if not self._outside:
            return Camera.inside(self._pose, width, height)
        overlook = self._overlooks.get(self._view) or framing(
            self._view, self._prepared.lowest, self._prepared.highest, width, height
        )
        return Camera.over(overlook, width, height, parallel=self._view == "plan")

    # what is where

    def pick(self, x: float, y: float) -> Hit | None:
        """Return what is under a place of the widget, or `None`."""
        return self._first(*self.camera.ray(x, y), outside=self._outside, glass=True)

    def cast(self, start: Vector, direction: Vector) -> Hit | None:
        """Return what a ray meets first of all that stands inside, glass aside."""
        return self._first(np.array(start), np.array(direction), outside=False, glass=False)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves of doors that can be moved."""
        return self._hangings.leaves

    def move_leaf(self, number: int, share: float) -> None:
        """Bring one of `leaves` this share of its way."""
        if self._hangings.move(number, share):
            self._picker.gone = self._hangings.moved
            self._hidden.clear()
            self._invalidate()

    def carried(self, opening: str, point: Vector) -> Vector:
        """Return where a point of an opening is now."""
        return self._hangings.carried(opening, point)

    def lift_ceiling(self, *, lifted: bool) -> None:
        """Show the inside without ceilings and lamps, or with them."""
        if lifted != self._picker.lifted:
            self._picker.lifted = lifted
            self._invalidate()

    def cut_at(self, height: float | None, faces: NDArray[np.float32] | None = None) -> None:
        """From outside, show nothing above this height, with these cut faces on it; `None` shows all again."""
        self._cut = height
        self._cut_faces.show(np.zeros((0, 3, 3), np.float32) if faces is None or height is None else faces)
        self._invalidate()

    def _suit_cut(self) -> None:
        """Cut what is drawn and what rays meet, from outside only."""
        height = self._cut if self._outside else None
        self._cut_faces.suit(shown=height is not None)
        if height != self._picker.cut:
            self._picker.cut = height
            self._pieces.cut_at(height)
            self._hangings.cut_at(height)

    def set_down(self, figures: Sequence[Figure]) -> None:
        """Show these figures and no others."""
        self._figures.show(figures, self.window)
        self._draw_glass()

    def _first(
        self, start: NDArray[np.float64], direction: NDArray[np.float64], *, outside: bool, glass: bool, reach: float = REACH
    ) -> Hit | None:
        """What a ray meets first: of all that hangs as it was drawn, and of the leaves that have moved."""
        self._suit_cut()
        met = self._picker.meet(start, direction, outside=outside, glass=glass, reach=reach)
        leaf = self._hangings.meet(start, direction, met.distance if met is not None else reach)
        if leaf is None:
            return None if met is None else self._hit(met)
        number, point, normal, distance = leaf
        thing = next(thing for thing in self._prepared.things if thing.leaf == number)
        return Hit(_vector(point), _vector(normal), thing.name, thing.plan_id, distance)

    def _hit(self, met: Meeting) -> Hit:
        thing = self._prepared.things[self._prepared.thing_of[met.cell]]
        return Hit(_vector(met.point), _vector(met.normal), thing.name, thing.plan_id, met.distance)

    def edges_of(self, node: str) -> NDArray[np.float64]:
        """Return the sharp edges (m, 2, 3) of the thing of that name."""
        if node not in self._edges:
            cells = self._prepared.cells_of(frozenset({node}))
            self._edges[node] = sharp_edges(self._prepared.positions, self._prepared.triangles[cells])
        return self._edges[node]

    def project(self, point: Vector) -> Projection:
        """Return where `point` appears on the widget, and whether something (glass aside) hides it."""
        camera = self.camera
        x, y, distance, in_front = camera.place(point)
        if not in_front:
            return Projection(x, y, distance, in_front, hidden=False)
        if self._hidden_from != (seen_from := (camera.eye, self._view, self._picker)):
            self._hidden_from, self._hidden = seen_from, {}
        if point not in self._hidden:  # who only turns sees the same things hidden
            start, direction = camera.ray(x, y)
            reach = float((np.array(point) - start) @ direction) - _HIDDEN_BY
            hit = reach > 0 and self._first(start, direction, outside=self._outside, glass=False, reach=reach)
            self._hidden[point] = bool(hit)
        return Projection(x, y, distance, in_front, self._hidden[point])

    def highlight(self, nodes: Sequence[str], *, dimmed: bool = False) -> None:
        """Outline the nodes of these names (or plan ids), `dimmed` with all else dimmed; an empty sequence ends it."""
        wanted = (frozenset(nodes), dimmed and bool(nodes))
        if wanted == self._highlighted:
            return
        self._highlighted = wanted
        prepared = self._prepared
        triangles = prepared.triangles[prepared.cells_of(wanted[0]) if wanted[0] else np.zeros(0, np.int64)]
        self._hangings.hold(wanted[0])
        self._picker.gone = self._hangings.moved
        self._hidden.clear()
        corners = prepared.positions[triangles if wanted[1] else triangles[:0]]
        self._dimming.show(prepared.every_batch, self._pieces.textures, corners)
        self._outline.show(prepared.positions, triangles)
        self._draw_glass()

    def tint(self, tints: Sequence[Tint]) -> None:
        """Colour these floors; an empty sequence ends it."""
        self._tints.show(tints)
        self._draw_glass()

    def _draw_glass(self) -> None:
        if self._tints.any or self._dimming.any or self._figures.any:
            self._glass.SetDraw(True)
        self._invalidate()

    # frames

    def on_invalid(self, call: Callable[[], None] | None) -> None:
        """Call `call` whenever what is shown no longer is what should be shown."""
        self._invalid = call

    def _invalidate(self) -> None:
        if self._invalid is not None and not self._closed:
            self._invalid()

    def draw(self, width: int, height: int, shift: tuple[float, float] = (0.0, 0.0), *, draft: bool = False) -> None:
        """Draw one frame of width × height pixels, shifted by a part of a pixel (for averaging), or its `draft` (for moving)."""
        if self.window.GetSize() != (width, height):
            self.window.SetSize(width, height)
        self.arrange(width, height, shift, draft=draft)
        self.window.Render()

    def arrange(self, width: int, height: int, shift: tuple[float, float] = (0.0, 0.0), *, draft: bool = False) -> None:
        """Set camera and what is visible for a frame of this many pixels, without drawing it."""
        logical = self._size if self._own_window else (width, height)
        camera = self._camera(*logical)
        self._aim(camera, width, height, shift)
        self._outline.fit(width, height, height / max(self._size[1], 1))
        self._dimming.suit(inside=self._view == "inside")
        self._tints.suit(panorama=self._view == "panorama")
        self._figures.suit(panorama=self._view == "panorama")
        self._backdrop.suit(self._view)
        self._suit_cut()
        if self._globe.show(self._view == "panorama"):
            self._pieces.hide()
            self._hangings.hide()
        else:
            if draft:
                self._meet_draft()
            self._pieces.choose(camera, self._rooms, outside=self._outside, draft=draft, lifted=self._picker.lifted)
            self._hangings.choose(camera, self._pieces.seen)

    def _aim(self, camera: Camera, width: int, height: int, shift: tuple[float, float]) -> None:
        vtk = self._camera_vtk
        ahead, up = camera.axes[2], camera.axes[1]
        vtk.SetPosition(*camera.eye)
        vtk.SetFocalPoint(*(np.array(camera.eye) + ahead))
        vtk.SetViewUp(*up)
        vtk.SetParallelProjection(camera.parallel)
        vtk.SetParallelScale(camera.span / 2.0)
        vtk.SetViewAngle(camera.field_of_view)
        vtk.SetWindowCenter(2.0 * shift[0] / width, 2.0 * shift[1] / height)
        middle = (self._prepared.lowest + self._prepared.highest) / 2.0
        radius = float(np.linalg.norm(self._prepared.highest - self._prepared.lowest)) / 2.0 + 60.0
        distance = float(np.linalg.norm(np.array(camera.eye) - middle))
        vtk.SetClippingRange(NEAR if not self._outside else max(0.1, distance - radius), distance + radius + 1.0)

    def pixels(self) -> NDArray[np.uint8]:
        """Return the frame just drawn as RGBA (height, width, 4), rows from the bottom; overwritten by the next call."""
        width, height = self.window.GetSize()
        self.window.GetRGBACharPixelData(0, 0, width - 1, height - 1, 0, self._pixels)
        return vtk_to_numpy(self._pixels).reshape(height, width, 4)

    def picture(self, width: int, height: int) -> NDArray[np.uint8]:
        """Return the present view as an antialiased picture (height, width, 3), rows from the top."""
        before, self._size = self._size, (width, height)
        total = np.zeros((height, width, 3), np.uint32)
        try:
            for dx, dy in shifts(_PICTURE_SAMPLES):
                self.draw(width, height, (dx, dy))
                total += self.pixels()[..., :3]
        finally:
            self._size = before
        return np.ascontiguousarray(((total + _PICTURE_SAMPLES // 2) // _PICTURE_SAMPLES)[::-1].astype(np.uint8))

    def close(self) -> None:
        """Let go of everything; the stage cannot be used afterwards."""
        if self._closed:
            return
        self._closed, self._invalid = True, None
        self._install(prepare(_NOTHING))
        self._globe.hang(None, self.window, mipmaps=False)
        self._figures.let_go(self.window)
        for renderer in (self._marks, self._glass, self._solid):
            renderer.RemoveAllObservers()
            self.window.RemoveRenderer(renderer)
        if self._own_window:
            self.window.Finalize()


def _vector(values: NDArray[np.float64]) -> Vector:
    x, y, z = (float(value) for value in values)
    return x, y, z
