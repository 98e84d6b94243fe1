"""Which pieces of a prepared model are drawn in this frame, and in which order?"""

import numpy as np
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer, vtkRenderWindow

from showroom.view.camera import Camera
from showroom.view.loading import Batch, Prepared
from showroom.view.surfaces import actor_of, textures_of
from showroom.view.visibility import Rooms


class Pieces:
    """The actors of one prepared model in the renderers for solid things and for glass; `last` is drawn after all solid ones."""

    def __init__(self, prepared: Prepared, solid: vtkRenderer, glass: vtkRenderer, last: vtkActor, *, mipmaps: bool) -> None:
        self._solid, self._glass, self._last = solid, glass, last
        self.textures = textures_of(prepared, mipmaps=mipmaps)
        self._actors = [(batch, actor_of(batch, self.textures)) for batch in prepared.batches]
        self._lows = np.array([batch.positions.min(axis=0) for batch in prepared.batches], float).reshape(-1, 3)
        self._highs = np.array([batch.positions.max(axis=0) for batch in prepared.batches], float).reshape(-1, 3)
        self._own_rooms: frozenset[str] = frozenset()
        for batch, actor in self._actors:
            (glass if batch.glass else solid).AddActor(actor)
        self._put(self._actors)
        glass.SetDraw(any(batch.glass for batch in prepared.batches))

    def let_go(self, window: vtkRenderWindow) -> None:
        """Take everything out of the renderers, and off the card."""
        for renderer in (self._solid, self._glass):
            for _, actor in self._actors:
                renderer.RemoveActor(actor)
        for _, actor in self._actors:
            actor.ReleaseGraphicsResources(window)

    def hide(self) -> None:
        """Show none of them."""
        for _, actor in self._actors:
            actor.SetVisibility(False)

    def choose(self, camera: Camera, rooms: Rooms | None, *, outside: bool) -> None:
        """Show what the camera can see, the visitor's own room first: it hides most of what lies behind."""
        seen, own = rooms.visible_from(camera.eye) if rooms and not outside else (None, frozenset())
        if own != self._own_rooms and own:
            self._own_rooms = own
            self._put(
                [pair for pair in self._actors if pair[0].space in own]
                + [pair for pair in self._actors if pair[0].space not in own]
            )
        if not self._actors:
            return
        in_picture = camera.sees_boxes(self._lows, self._highs)
        for (batch, actor), inside in zip(self._actors, in_picture.tolist(), strict=True):
            shown = inside and (batch.layer == "always" or (batch.layer == "caps") == outside)
            actor.SetVisibility(shown and (seen is None or batch.space is None or batch.space in seen))

    def _put(self, pairs: list[tuple[Batch, vtkActor]]) -> None:
        """Have the actors drawn in this order.

        Only the lists are rearranged: taking an actor out of its renderer would have everything of it sent to the card again.
        """
        mine = {id(actor) for _, actor in self._actors} | {id(self._last)}
        for renderer in (self._solid, self._glass):
            props = renderer.GetViewProps()
            others = [props.GetItemAsObject(index) for index in range(props.GetNumberOfItems())]
            props.RemoveAllItems()
            for batch, actor in pairs:
                if batch.glass == (renderer is self._glass):
                    props.AddItem(actor)
            for other in others:
                if id(other) not in mine:
                    props.AddItem(other)
        self._solid.GetViewProps().AddItem(self._last)
