"""Can this be read as XML without harm? Its elements as a tree, with nothing in it that reaches outside or blows up.

Entities are refused, whatever they stand for; nothing external is ever fetched. Depth, number of elements and bytes are limited.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from showroom.domain.errors import InputError, Problem
from showroom.formats import limits

_INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
_XLINK = "http://www.w3.org/1999/xlink"


@dataclass(eq=False)
class Element:
    """One element: its name without namespace, attributes (`label` is Inkscape's), texts and children in order."""

    name: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def get(self, key: str, other: str = "") -> str:
        """Return an attribute, or `other`."""
        return self.attributes.get(key, other)

    def text(self) -> str:
        """Return all text in the element and below, spaces folded; a part that begins a line of its own is set off by one."""
        parts = [*self.texts, *((" " if child.get("y") or child.get("dy") else "") + child.text() for child in self.children)]
        return " ".join("".join(parts).split())


class _Refusal(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def open_svg(path: Path, content: bytes) -> Element:
    """Return the root element of an SVG.

    Raises:
        InputError: it is no SVG, not well formed, declares entities, or is too deep or too large.
    """
    root = open_xml(os.fspath(path), content, "SVG")
    if root is None or root.name != "svg":
        raise InputError(Problem(os.fspath(path), "this is not an SVG drawing", "export the plan as SVG and check the file"))
    return root


def open_xml(place: str, content: bytes, kind: str) -> Element | None:
    """Return the root element of some XML, `None` where there is none; `kind` is what it should be.

    Raises:
        InputError: it is not well formed, declares entities, or is too deep or too large.
    """
    builder = _Builder()
    try:
        builder.parser.Parse(content, True)
    except _Refusal as refusal:
        raise InputError(Problem(place, refusal.reason, refusal.remedy)) from None
    except expat.ExpatError as error:
        reason = f"this is no well-formed {kind} ({expat.ErrorString(error.code)})"
        raise InputError(Problem(f"{place}:{error.lineno}", reason, "export it again, completely")) from None
    return builder.root


class _Builder:
    """Builds the tree while expat reads, and stops it where something is not wanted."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.EntityDeclHandler = self._entity
        self.parser.ExternalEntityRefHandler = self._external
        self.parser.buffer_text = True
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > limits.SVG_ELEMENTS:
            raise _Refusal(f"the file holds more than {limits.SVG_ELEMENTS:,} elements", "keep only what belongs to the premises")
        if len(self._open) >= limits.XML_DEPTH:
            raise _Refusal(f"groups are nested more than {limits.XML_DEPTH} deep", "ungroup it and save it again")
        element = Element(name.rpartition(" ")[2], {_key(key): value for key, value in attributes.items()})
        if self._open:
            self._open[-1].children.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _data(self, data: str) -> None:
        if self._open and data.strip():
            self._open[-1].texts.append(data)

    def _entity(self, *_declared: object) -> None:
        raise _Refusal("the file declares XML entities, which are not needed", "save it again without them")

    def _external(self, *_wanted: object) -> int:
        raise _Refusal("the file refers to another file through an XML entity", "save it again without it")


def _key(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    if namespace in (_INKSCAPE, _XLINK) and local in ("label", "href", "groupmode"):
        return local
    return local if not namespace else name
