"""What does a DXF document draw, sorted by layer and block words? Blocks are followed wherever they are put in.

A block whose name or layer says door, window or fixture becomes one symbol, and nothing inside it counts again. Any other block
is walked as if its lines lay in the drawing themselves. What is hidden or not read is counted, never dropped.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from ezdxf.entities import ACADProxyEntity, DXFTagStorage

from showroom.domain.errors import InputError, Problem
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import limits
from showroom.formats.drawing import Drawing, Floats, Label, Stroke, Sweep, Symbol
from showroom.formats.drawing_facts import APPLICATION, read_facts
from showroom.formats.drawing_stairs import names_stair
from showroom.formats.drawing_words import Role, role_of
from showroom.formats.dxf_blocks import Blocks, Frame, frame_of, instances, layer_of, real_name, spelt
from showroom.formats.dxf_file import PARSER_ERRORS
from showroom.formats.dxf_shapes import Shapes, can_draw, shapes_of, width_of

_TEXTS = frozenset({"TEXT", "MTEXT", "ATTRIB"})
_SILENT = frozenset({"VIEWPORT", "SEQEND", "ATTDEF"})


class _Place(NamedTuple):
    """Where the walk is: the frame and layer of the block it is in, the handles and the names that led there."""

    frame: Frame | None
    layer: str
    handles: tuple[str, ...]
    names: tuple[str, ...]


@dataclass
class _Layers:
    """Which layers are shown; the answer is kept by name."""

    hidden: dict[str, str]

    @classmethod
    def of(cls, document: Any) -> "_Layers":
        hidden = {}
        for layer in document.layers:
            if layer.is_frozen():
                hidden[spelt(layer.dxf.name).lower()] = "layer-frozen"
            elif layer.is_off():
                hidden[spelt(layer.dxf.name).lower()] = "layer-off"
        hidden["defpoints"] = "layer-not-plotted"
        return cls(hidden)


def walk(document: Any, vocabulary: Vocabulary, place: str, *, keep_unread: bool = False) -> Drawing:
    """Return everything the model space of `document` draws; `place` is the file's name for the error.

    With `keep_unread` lines of no known meaning are kept as well, for a picture.

    Raises:
        InputError: the blocks together put more into the drawing than can be read.
    """
    walker = _Walker(document, vocabulary, place)
    walker.keep_unread = keep_unread
    for entity in document.modelspace():
        walker.visit(entity, _Place(None, "0", (), ()))
    for layout in document.layouts:
        if layout.name != "Model":
            count = sum(entity.dxftype() != "VIEWPORT" for entity in layout)
            walker.count("paper-space", layout.name, count)
    drawing = walker.drawing
    drawing.left_over = walker.left_over
    return drawing


class _Walker:
    def __init__(self, document: Any, vocabulary: Vocabulary, place: str) -> None:
        self.drawing = Drawing()
        self.left_over: Counter[tuple[str, str]] = Counter()
        self._blocks = Blocks(document, vocabulary)
        self._document, self._place = document, place
        self._hidden = _Layers.of(document).hidden
        self._visits = 0
        self.keep_unread = False
        self._names: dict[str, int] = {}

    def count(self, what: str, where: str, number: int = 1) -> None:
        if number > 0:
            self.left_over[what, spelt(where)] += number

    def visit(self, entity: Any, place: _Place) -> None:
        self._visits += 1
        if self._visits > limits.DXF_PLACED:
            reason = f"the blocks of this drawing put more than {limits.DXF_PLACED:,} things into it"
            raise InputError(Problem(self._place, reason, "keep only the plan of the premises and purge the rest"))
        layer = layer_of(entity)
        layer = place.layer if layer == "0" else layer
        try:
            self._sort(entity, layer, place)
        except PARSER_ERRORS:
            self.count("broken", layer)

    def _sort(self, entity: Any, layer: str, place: _Place) -> None:
        kind = entity.dxftype()
        if kind == "LINE" and entity.has_xdata(APPLICATION):
            self._told_wall(entity, layer, place)
        elif hidden := self._hidden.get(layer.lower()):
            self.count(hidden, layer)
        elif entity.dxf.hasattr("invisible") and entity.dxf.invisible:
            self.count("invisible", layer)
        elif kind == "INSERT":
            self._insert(entity, layer, place)
        elif kind in _TEXTS:
            self._text(entity, kind, place)
        elif isinstance(entity, DXFTagStorage | ACADProxyEntity):
            self._proxy(entity, kind, layer, place)
        elif kind not in _SILENT:
            self._strokes(entity, kind, layer, place)

    def _told_wall(self, entity: Any, layer: str, place: _Place) -> None:
        shapes, id_ = shapes_of(entity), self._id(place.handles, entity)
        if shapes is not None and shapes.sound():
            self._note_facts(id_, entity)
            self.drawing.told_walls += [Stroke(id_, layer, _put(points, place.frame)) for points, _ in shapes.lines]

    def _note_facts(self, id_: str, entity: Any) -> None:
        """Keep what one of our own drawings says of an entity (`drawing_facts`)."""
        if entity.has_xdata(APPLICATION):
            text = "".join(str(tag.value) for tag in entity.get_xdata(APPLICATION) if tag.code == 1000)
            if facts := read_facts(text):
                self.drawing.facts[id_] = facts

    def _proxy(self, entity: Any, kind: str, layer: str, place: _Place) -> None:
        """Read the picture another program's own object brings along; one without is counted, by that program where it is known."""
        parts = list(entity.virtual_entities()) if entity.proxy_graphic else []
        if not parts:
            ours = kind == "ACAD_PROXY_ENTITY" or kind.startswith("TCH_")
            self.count("proxy" if ours else kind, layer)
        inner = place._replace(layer=layer, handles=(*place.handles, entity.dxf.get("handle", None) or "?"))
        for part in parts:
            part.dxf.layer = layer
            self.visit(part, inner)

    def _strokes(self, entity: Any, kind: str, layer: str, place: _Place) -> None:
        role = role_of(layer)
        if role == "opening":
            role = "door" if kind == "ARC" else "window" if "窗" in layer else None
        stairs = role is None and names_stair(layer) and can_draw(kind)
        if not stairs and (role is None or role == "fixture" or not can_draw(kind)):
            self.count("fixture-lines" if role == "fixture" else kind, layer)
            if self.keep_unread and (shapes := shapes_of(entity)) is not None and shapes.sound():
                self.drawing.unread += [Stroke("", layer, _put(points, place.frame), closed) for points, closed in shapes.lines]
            return
        shapes = shapes_of(entity)
        if shapes is None or not shapes.sound():
            self.count("bad-coordinates" if shapes else kind, layer)
            return
        id_ = self._id(place.handles, entity)
        self._note_facts(id_, entity)
        if stairs:
            self.drawing.stairs += [Stroke(id_, layer, _put(points, place.frame), closed) for points, closed in shapes.lines]
            return
        assert role is not None
        target = {"wall": self.drawing.walls, "column": self.drawing.columns, "space": self.drawing.outlines}.get(role)
        if target is None:
            self._opening_lines(role, id_, layer, shapes, place.frame)
            return
        width = width_of(entity) * (place.frame.scale if place.frame else 1.0) if role == "wall" else 0.0
        for points, closed in shapes.lines:
            target.append(Stroke(id_, layer, _put(points, place.frame), closed, width))

    def _opening_lines(self, role: Role, id_: str, layer: str, shapes: Shapes, frame: Frame | None) -> None:
        """A loose arc on a door layer is a door by itself; its leaf is the line beside it."""
        if role != "door" or not shapes.arcs:
            lines = self.drawing.door_lines if role == "door" else self.drawing.window_lines
            lines += [Stroke(id_, layer, _put(points, frame), closed) for points, closed in shapes.lines]
            return
        for arc in shapes.arcs:
            centre, start, end = (_put(point[None], frame)[0] for point in arc)
            sweep = Sweep(id_, centre, start, end)
            self.drawing.doors.append(Symbol(id_, "", layer, centre, np.eye(2), None, (sweep,)))

    def _text(self, entity: Any, kind: str, place: _Place) -> None:
        _shorten(entity, kind)
        if kind == "MTEXT":
            text, at, height = entity.plain_text(), entity.dxf.insert, entity.dxf.get("char_height", 1.0)
        else:
            text, height = entity.dxf.get("text", ""), entity.dxf.get("height", 1.0)
            text = entity.plain_text() if "%%" in text or "^" in text else text
            at = entity.get_placement()[1] or entity.dxf.insert
        text = " ".join(spelt(text).split())
        where = _put(np.array([[at.x, at.y]]), place.frame)[0] if at is not None else np.array([np.nan, np.nan])
        if not np.all(np.isfinite(where)):
            self.count("bad-coordinates", layer_of(entity))
        elif text:
            id_ = self._id(place.handles, entity)
            self._note_facts(id_, entity)
            self.drawing.labels.append(Label(id_, text, where, float(height)))

    def _insert(self, insert: Any, layer: str, place: _Place) -> None:
        name = real_name(self._document, insert)
        block = self._document.blocks.get(insert.dxf.get("name", ""))
        if block is None:
            self.count("block-missing", name)
        elif block.block is not None and block.block.is_xref:
            self.count("xref", block.block.dxf.get("xref_path", "") or name)
        elif insert.dxf.name in place.names:
            self.count("block-cycle", name)
        elif len(place.names) >= limits.BLOCK_DEPTH:
            self.count("block-too-deep", name)
        else:
            self.count("block-rows", name, insert.mcount - limits.BLOCK_ROWS)
            for single in instances(insert):
                self._single(single, insert.dxf.name, name, layer, place)

    def _single(self, insert: Any, block_name: str, name: str, layer: str, place: _Place) -> None:
        frame = frame_of(insert).within(place.frame)
        if not frame.sound():
            self.count("bad-coordinates", layer)
            return
        id_ = self._id(place.handles, insert)
        attributes = tuple((spelt(attrib.dxf.tag), spelt(attrib.dxf.text)) for attrib in insert.attribs)
        role = self._blocks.role(block_name, name, layer, attributes)
        if role is not None:
            self._note_facts(id_, insert)
            self._add_symbol(role, self._blocks.symbol(block_name, name, id_, layer, frame, attributes))
            return
        for attrib in insert.attribs:
            self.visit(attrib, place._replace(layer=layer))
        inner = _Place(frame, layer, (*place.handles, insert.dxf.get("handle", "") or "?"), (*place.names, block_name))
        for entity in self._document.blocks.get(block_name):
            self.visit(entity, inner)

    def _add_symbol(self, role: Role, symbol: Symbol) -> None:
        {"door": self.drawing.doors, "window": self.drawing.windows}.get(role, self.drawing.fixtures).append(symbol)

    def _id(self, handles: tuple[str, ...], entity: Any) -> str:
        """Return the handles that lead to the entity, joined by dots; a number is added where that is not unique."""
        id_ = ".".join((*handles, entity.dxf.get("handle", None) or entity.dxftype().lower()))
        times = self._names.get(id_, 0)
        self._names[id_] = times + 1
        return id_ if not times else f"{id_}-{times + 1}"


def _shorten(entity: Any, kind: str) -> None:
    """Cut off what stands beyond the limit before anything looks for codes in it."""
    if kind == "MTEXT":
        entity.text = entity.text[: limits.TEXT]
    elif len(entity.dxf.get("text", "")) > limits.TEXT:
        entity.dxf.text = entity.dxf.text[: limits.TEXT]


def _put(points: Floats, frame: Frame | None) -> Floats:
    return points if frame is None else frame.put(points)
