"""What is a DXF block, and what does it look like where it is put in? Its role, its real name, its frame, its lines.

The lines of a block are gathered once, in its own axes, and only turned where it is used: a drawing may use one a thousand times.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from ezdxf.entities import DXFTagStorage
from ezdxf.lldxf.encoding import decode_dxf_unicode

from showroom.domain.vocabulary import Vocabulary
from showroom.formats import limits
from showroom.formats.drawing import Floats, Sweep, Symbol
from showroom.formats.drawing_fixtures import fixture_kind
from showroom.formats.drawing_leaf import drawn_as_door
from showroom.formats.drawing_words import Role, role_of
from showroom.formats.dxf_shapes import Arc, Shapes, shapes_of

_UNDECODED = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, eq=False)
class Frame:
    """Where the axes of a block went: the images of its unit vectors as columns, and of its origin."""

    axes: Floats
    origin: Floats

    def put(self, points: Floats) -> Floats:
        """Return points of the block in the axes outside it."""
        return points @ self.axes.T + self.origin

    def within(self, outer: "Frame | None") -> "Frame":
        """Return this frame as seen from outside the block it is used in."""
        return self if outer is None else Frame(outer.axes @ self.axes, outer.put(self.origin[None])[0])

    @property
    def scale(self) -> float:
        """How many times larger things are outside: the root of how much larger areas are."""
        (a, b), (c, d) = self.axes.tolist()
        return math.sqrt(abs(a * d - b * c))

    def sound(self) -> bool:
        """Tell whether it is made of numbers of reasonable size and does not flatten the block."""
        (a, b), (c, d) = self.axes.tolist()
        return all(abs(number) < limits.COORDINATE for number in (a, b, c, d, *self.origin.tolist())) and abs(a * d - b * c) > 1e-18


def frame_of(insert: Any) -> Frame:
    """Return the frame of a block reference (scale, mirror, rotation, base point and extrusion are in it)."""
    matrix = insert.matrix44()
    across, up, at = matrix.ux, matrix.uy, matrix.origin
    return Frame(np.array([[across.x, up.x], [across.y, up.y]]), np.array([at.x, at.y]))


def instances(insert: Any) -> Iterator[Any]:
    """Return the single references a reference with rows and columns stands for (itself, mostly); at most `limits.BLOCK_ROWS`."""
    if insert.mcount <= 1:
        yield insert
        return
    for number, single in enumerate(insert.multi_insert()):
        if number >= limits.BLOCK_ROWS:
            return
        yield single


@lru_cache(maxsize=4096)
def spelt(text: str) -> str:
    r"""Return a text of the file with its escapes (`\U+53A8` for 厨) written out.

    Bytes of a code page the file did not declare are read as UTF-8 or else as GB 18030.
    """
    text = str(decode_dxf_unicode(text)) if "\\U+" in text else text
    if not _UNDECODED.search(text):
        return text
    raw = text.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def layer_of(entity: Any) -> str:
    """Return the layer an entity lies on; `0` for one that does not say."""
    if isinstance(entity, DXFTagStorage):  # of a sort ezdxf does not know
        return spelt(str(entity.graphic_properties().get("layer", "0")))
    return spelt(entity.dxf.layer) if entity.dxf.hasattr("layer") else "0"


def real_name(document: Any, insert: Any) -> str:
    """Return the block's name; for an unnamed variant of a dynamic block (`*U12`) the name of its original."""
    name = str(insert.dxf.get("name", ""))
    if not name.startswith("*"):
        return spelt(name)
    block = document.blocks.get(name)
    record = block.block_record if block is not None else None
    if record is None or not record.has_xdata("AcDbBlockRepBTag"):
        return name
    handle = next((tag.value for tag in record.get_xdata("AcDbBlockRepBTag") if tag.code == 1005), None)
    original = document.entitydb.get(handle) if handle else None
    return spelt(str(original.dxf.get("name", name))) if original is not None else name


class Blocks:
    """The blocks of one document, looked at once each."""

    def __init__(self, document: Any, vocabulary: Vocabulary) -> None:
        self._document, self._vocabulary = document, vocabulary
        self._shapes: dict[str, Shapes] = {}
        self._rooms: dict[str, bool] = {}
        self._kinds: dict[str, str | None] = {}
        self._doors: dict[str, bool] = {}

    def role(self, block_name: str, name: str, layer: str, attributes: tuple[tuple[str, str], ...]) -> Role | None:
        """Return what a reference is: door, window or fixture; `None` where it is to be walked like loose lines.

        The layer decides between a name that means several things; a block that holds rooms is never a symbol.
        """
        by_name, by_layer = role_of(name), role_of(layer)
        by_name = by_name if by_name in ("door", "window") else None
        if by_layer in ("door", "window"):
            role: Role | None = by_name or by_layer
            if by_layer == "window" and by_name is None and self._sweeps_a_quarter(block_name):
                role = "door"
        elif by_layer == "opening":
            role = by_name or ("door" if self._sweeps_a_quarter(block_name) else "window")
        elif by_layer == "fixture":
            role = "fixture"
        elif by_layer == "space":
            role = by_name
        else:
            role = by_name or ("fixture" if self.kind(name, attributes) else None)
            if role is None and by_layer != "column" and self._is_door(block_name):
                role = "door"
        return None if role is not None and self._holds_rooms(block_name, ()) else role

    def kind(self, name: str, attributes: tuple[tuple[str, str], ...]) -> str | None:
        """Return the fixture kind an attribute `KIND` or else the block's name means, or `None`."""
        if attributes:
            return fixture_kind(name, attributes, self._vocabulary)
        if name not in self._kinds:
            self._kinds[name] = fixture_kind(name, (), self._vocabulary)
        return self._kinds[name]

    def symbol(self, block: str, name: str, id_: str, layer: str, frame: Frame, attributes: tuple[tuple[str, str], ...]) -> Symbol:
        """Return a block put in at `frame` as one symbol."""
        shapes = self._drawn(block, ())
        box = None
        if shapes.lines:
            points = np.concatenate([points for points, _ in shapes.lines])
            box = (points.min(axis=0), points.max(axis=0))
        sweeps = tuple(Sweep(id_, *frame.put(np.array(arc))) for arc in shapes.arcs)
        return Symbol(id_, name, layer, frame.origin, frame.axes, box, sweeps, attributes)

    def _drawn(self, name: str, inside: tuple[str, ...]) -> Shapes:
        """Return everything a block draws, nested blocks included, in its own axes."""
        if name in self._shapes:
            return self._shapes[name]
        gathered = Shapes()
        block = self._document.blocks.get(name)
        if block is None or name in inside or len(inside) > limits.SYMBOL_DEPTH:
            return gathered
        for entity in block:
            if len(gathered.lines) > limits.BLOCK_LINES:
                break
            if entity.dxftype() == "INSERT":
                inner = self._drawn(entity.dxf.get("name", ""), (*inside, name))
                for single in instances(entity):
                    _gather(gathered, inner, frame_of(single))
                    if len(gathered.lines) > limits.BLOCK_LINES:
                        break
            elif entity.dxftype() != "HATCH" and not (entity.dxf.is_supported("invisible") and entity.dxf.get("invisible", 0)):
                shapes = shapes_of(entity)
                if shapes is not None and shapes.sound():
                    _gather(gathered, shapes, None)
        self._shapes[name] = gathered
        return gathered

    def _is_door(self, name: str) -> bool:
        """Tell whether a block of unknown name is drawn as a door."""
        if name not in self._doors:
            drawn = self._drawn(name, ())
            self._doors[name] = bool(drawn.arcs) and drawn_as_door([points for points, _ in drawn.lines], drawn.arcs)
        return self._doors[name]

    def _sweeps_a_quarter(self, name: str) -> bool:
        return any(45 <= _turn(arc) <= 135 for arc in self._drawn(name, ()).arcs)

    def _holds_rooms(self, name: str, inside: tuple[str, ...]) -> bool:
        """Tell whether a block contains room outlines, so that it is a whole plan and no symbol."""
        if name not in self._rooms:
            block = self._document.blocks.get(name)
            found = False
            for entity in block if block is not None and name not in inside and len(inside) <= limits.SYMBOL_DEPTH else ():
                if entity.dxftype() == "INSERT":
                    found = self._holds_rooms(entity.dxf.get("name", ""), (*inside, name))
                elif entity.dxftype() in ("LWPOLYLINE", "POLYLINE"):
                    found = role_of(layer_of(entity)) == "space"
                if found:
                    break
            self._rooms[name] = found
        return self._rooms[name]


def _gather(into: Shapes, shapes: Shapes, frame: Frame | None) -> None:
    if frame is None:
        into.lines += shapes.lines
        into.arcs += shapes.arcs
    elif frame.sound():
        into.lines += [(frame.put(points), closed) for points, closed in shapes.lines]
        for arc in shapes.arcs:
            centre, start, end = frame.put(np.array(arc))
            into.arcs.append((centre, start, end))


def _turn(arc: Arc) -> float:
    """Return the angle between the two ends of an arc as seen from its centre, degrees."""
    centre, start, end = arc
    (ax, ay), (bx, by) = start - centre, end - centre
    return abs(math.degrees(math.atan2(ax * by - ay * bx, ax * bx + ay * by)))
