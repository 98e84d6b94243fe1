"""Which pieces of a prepared model are drawn in this frame, and in which order?

There may be two sets of the same premises: the whole one, and a draft of fewer and coarser pieces for frames drawn while the eye
moves. Glass is drawn from the whole set in both.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer, vtkRenderWindow

from showroom.view.camera import Camera
from showroom.view.loading import Batch, Picture, Prepared
from showroom.view.surfaces import actor_of, cut_at, textures_of
from showroom.view.visibility import Rooms

_HANDFUL = 3_000_000
"""Bytes of corners and textures that are handed on in one turn."""


class Lot:
    """Some batches as actors in the renderers for solid things and for glass."""

    def __init__(self, batches: Sequence[Batch], pictures: Iterable[Picture], *, mipmaps: bool) -> None:
        pictures = tuple(pictures)
        self.textures = textures_of(pictures, mipmaps=mipmaps)
        self._picture_sizes = [picture.pixels.nbytes for picture in pictures]
        self.pairs = [(batch, actor_of(batch, self.textures)) for batch in batches]
        self._lows = np.array([batch.positions.min(axis=0) for batch in batches], float).reshape(-1, 3)
        self._highs = np.array([batch.positions.max(axis=0) for batch in batches], float).reshape(-1, 3)
        self._inside = np.array([batch.layer != "caps" for batch in batches], bool)
        self._outside = np.array([batch.layer != "ceiling" for batch in batches], bool)
        self.solid = np.array([not batch.glass for batch in batches], bool)
        self._shown = np.ones(len(batches), bool)

    def wanted(self, camera: Camera, seen: frozenset[str] | None, *, outside: bool, lifted: bool) -> NDArray[np.bool_]:
        """Return which of them the camera can see, of the spaces `seen` (all where that is `None`); no ceilings where `lifted`."""
        wanted = camera.sees_boxes(self._lows, self._highs) & (self._outside if outside else self._inside)
        if lifted:
            wanted &= self._outside
        if seen is not None:
            for index in np.flatnonzero(wanted).tolist():
                space = self.pairs[index][0].space
                wanted[index] = space is None or space in seen
        return wanted

    def show(self, wanted: NDArray[np.bool_]) -> None:
        """Show these of them and no others."""
        for index in np.flatnonzero(wanted != self._shown).tolist():
            self.pairs[index][1].SetVisibility(bool(wanted[index]))
        self._shown = wanted

    def hide(self) -> None:
        """Show none of them."""
        self.show(np.zeros(len(self.pairs), bool))

    def handfuls(self) -> Iterator[NDArray[np.bool_]]:
        """Yield them a few at a time, by the bytes that are new with each."""
        few, size, met = np.zeros(len(self.pairs), bool), 0, set[int]()
        for index, (batch, _) in enumerate(self.pairs):
            few[index] = True
            size += batch.positions.nbytes * 3
            for number in {batch.texture, batch.light} - met - {None}:
                met.add(number)
                size += self._picture_sizes[number]
            if size >= _HANDFUL:
                yield few
                few, size = np.zeros(len(self.pairs), bool), 0
        if few.any():
            yield few

    def cut_at(self, height: float | None) -> None:
        """Draw nothing above this height, or all."""
        for batch, actor in self.pairs:
            cut_at(actor, batch, height)


class Pieces:
    """The actors of one prepared model in the renderers for solid things and for glass; `last` is drawn after all solid ones."""

    def __init__(self, prepared: Prepared, solid: vtkRenderer, glass: vtkRenderer, last: vtkActor, *, mipmaps: bool) -> None:
        self._solid, self._glass, self._last = solid, glass, last
        self._whole = Lot(prepared.batches, prepared.pictures, mipmaps=mipmaps)
        self._draft: Lot | None = None
        self._cut: float | None = None
        self.textures = self._whole.textures
        self._own_rooms: frozenset[str] = frozenset()
        self.seen: frozenset[str] | None = None
        """The spaces that were in sight at the last frame, `None` for all."""
        self._add(self._whole)
        glass.SetDraw(any(batch.glass for batch in prepared.batches))

    def _add(self, lot: Lot) -> None:
        for batch, actor in lot.pairs:
            (self._glass if batch.glass else self._solid).AddActor(actor)
        self._put()

    @property
    def has_draft(self) -> bool:
        """Whether there is a draft to draw."""
        return self._draft is not None

    def take_draft(self, batches: Sequence[Batch], pictures: Iterable[Picture]) -> None:
        """Have these drawn instead of all solid ones in frames that are drafts."""
        self._draft = Lot(batches, pictures, mipmaps=False)
        self._draft.hide()
        self._draft.cut_at(self._cut)
        self._add(self._draft)

    def one_after_another(self) -> Iterator[float]:
        """Show a few pieces at a time, wherever the eye is, until each was shown once; yield the share that was.

        Each turn is about as much work for what draws.
        """
        self.hide()
        turns = [(lot, few) for lot in self._lots for few in lot.handfuls()]
        for number, (lot, few) in enumerate(turns, 1):
            lot.show(few)
            yield number / len(turns)
            lot.hide()

    @property
    def _lots(self) -> list[Lot]:
        return [self._whole] if self._draft is None else [self._whole, self._draft]

    def let_go(self, window: vtkRenderWindow) -> None:
        """Take everything out of the renderers, and off the card."""
        actors = [actor for lot in self._lots for _, actor in lot.pairs]
        for renderer in (self._solid, self._glass):
            for actor in actors:
                renderer.RemoveActor(actor)
        for actor in actors:
            actor.ReleaseGraphicsResources(window)

    def cut_at(self, height: float | None) -> None:
        """Draw nothing above this height, or all."""
        self._cut = height
        for lot in self._lots:
            lot.cut_at(height)

    def hide(self) -> None:
        """Show none of them."""
        for lot in self._lots:
            lot.hide()

    def choose(self, camera: Camera, rooms: Rooms | None, *, outside: bool, draft: bool = False, lifted: bool = False) -> None:
        """Show what the camera can see, the visitor's own room first: it hides most of what lies behind."""
        self.seen, own = rooms.visible_from(camera.eye) if rooms and not outside else (None, frozenset())
        seen = self.seen
        if own != self._own_rooms and own:
            self._own_rooms = own
            self._put()
        wanted = self._whole.wanted(camera, seen, outside=outside, lifted=lifted)
        if self._draft is None:
            self._whole.show(wanted)
        elif draft:
            self._whole.show(wanted & ~self._whole.solid)
            self._draft.show(self._draft.wanted(camera, seen, outside=outside, lifted=lifted))
        else:
            self._whole.show(wanted)
            self._draft.hide()

    def _put(self) -> None:
        """Have the actors drawn in this order: those of the visitor's own rooms first.

        Only the lists are rearranged: taking an actor out of its renderer would have everything of it sent to the card again.
        """
        pairs = sorted((pair for lot in self._lots for pair in lot.pairs), key=lambda pair: pair[0].space not in self._own_rooms)
        mine = {id(actor) for _, actor in pairs} | {id(self._last)}
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
