"""Which plan does an SVG drawing show? Layers by Inkscape label or id, shapes with their transforms, ids kept.

A group inside a door, window or fixture layer is one symbol; a shape on a space layer is a room, named by the text in it, its
title or its label. What is hidden, or on no layer of known meaning, is counted. One unit is what the doors say, or `data-unit`.
"""

import hashlib
import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import shapely
from pydantic import ValidationError

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Plan, Source
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import limits
from showroom.formats.drawing import Drawing, Floats, Label, Stroke, Sweep, Symbol
from showroom.formats.drawing_facts import APPLICATION, read_facts
from showroom.formats.drawing_fixtures import fixture_kind
from showroom.formats.drawing_plan import plan_of
from showroom.formats.drawing_stairs import names_stair
from showroom.formats.drawing_units import UNITS
from showroom.formats.drawing_words import Role, role_of
from showroom.formats.mistakes import described
from showroom.formats.source_file import read_bytes
from showroom.formats.svg_shapes import Drawn, can_draw, drawn_by, matrix_of, put
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.formats.xml_file import Element, open_svg

_SILENT = frozenset(
    {
        "defs", "clipPath", "mask", "pattern", "symbol", "marker", "metadata", "title", "desc", "style", "script", "filter",
        "linearGradient", "radialGradient", "namedview", "animate", "cursor", "view",
    }
)  # fmt: skip
_FLIP = np.array([[1.0, 0.0, 0.0], [0.0, -1.0, 0.0], [0.0, 0.0, 1.0]])
"""SVG's y runs down, a plan's up."""


def read_svg(plan_path: Path, *, unread: list[Stroke] | None = None) -> Plan:
    """Return the plan an SVG drawing shows; its source says what was assumed and what was not understood.

    Where a list `unread` is given, lines of no known meaning are added to it, in metres.

    Raises:
        InputError: the file is no usable SVG, or shows no room.
    """
    content = read_bytes(plan_path, limit=limits.SVG_BYTES, noun="drawing")
    place = os.fspath(plan_path)
    root = open_svg(plan_path, content)
    vocabulary = read_vocabulary()
    drawing = _Walker(root, vocabulary, place).drawing
    unit = root.get("data-unit")
    drawing.declared_unit = unit if unit in UNITS else None
    source = Source(kind="svg", path=place, sha256=hashlib.sha256(content).hexdigest())
    try:
        return plan_of(drawing, vocabulary, source, name=root.get("data-name") or plan_path.stem, place_name=place, unread=unread)
    except ValidationError as error:
        wrong = [described(one, ()) for one in error.errors(include_url=False)]
        raise InputError(
            [Problem(place, mistake.reason, mistake.remedy or "look at this part of the drawing") for mistake in wrong[:20]]
        ) from None


class _Place(NamedTuple):
    """Where the walk is: the matrix to the drawing's axes, the layer and its role, how deep, and the `use`s that led here."""

    matrix: Floats
    layer: str
    role: Role | None
    depth: int
    used: tuple[str, ...]


class _Walker:
    def __init__(self, root: Element, vocabulary: Vocabulary, place: str) -> None:
        self.drawing = Drawing()
        self._vocabulary, self._place = vocabulary, place
        self._left_over: Counter[tuple[str, str]] = self.drawing.left_over
        self._by_id: dict[str, Element] = {}
        self._names: Counter[str] = Counter()
        self._visits = 0
        self._index(root)
        for child in root.children:
            self._visit(child, _Place(_FLIP, "", None, 0, ()))

    def _index(self, element: Element) -> None:
        pending = [element]
        while pending:
            one = pending.pop()
            self._by_id.setdefault(one.get("id"), one)
            pending += one.children

    def _visit(self, element: Element, place: _Place) -> None:
        self._visits += 1
        if self._visits > limits.SVG_PLACED:
            reason = f"the drawing's repeated parts put more than {limits.SVG_PLACED:,} things into it"
            raise InputError(Problem(self._place, reason, "keep only the plan of the premises"))
        if element.name in _SILENT:
            return
        if element.get("label") == APPLICATION:
            self._told_walls(element, place)
            return
        if _hidden(element):
            self._left_over["invisible", place.layer] += 1
            return
        place = place._replace(matrix=place.matrix @ matrix_of(element.get("transform")))
        if not np.all(np.abs(place.matrix) < limits.COORDINATE):
            self._left_over["bad-coordinates", place.layer] += 1
        elif element.name in ("g", "a", "svg", "switch"):
            self._group(element, place)
        elif element.name == "use":
            self._use(element, place)
        elif element.name == "text":
            self._text(element, place)
        elif can_draw(element.name):
            self._shape(element, place)
        else:
            self._left_over[element.name, place.layer] += 1

    def _group(self, element: Element, place: _Place) -> None:
        own = self._role_of(element)
        if place.depth >= limits.SVG_DEPTH:
            self._left_over["block-too-deep", place.layer] += 1
        elif place.role in ("door", "window", "fixture") and element.get("groupmode") != "layer":
            self._symbol(element, place)
        else:
            name = element.get("label") or element.get("id")
            layer, role = (name, own) if own else (place.layer or name, place.role)
            for child in element.children:
                self._visit(child, place._replace(layer=layer, role=role, depth=place.depth + 1))

    def _use(self, element: Element, place: _Place) -> None:
        href = element.get("href")
        target = self._by_id.get(href[1:]) if href.startswith("#") else None
        if target is None:
            self._left_over["xref" if href and not href.startswith("#") else "block-missing", href[:80]] += 1
        elif href in place.used:
            self._left_over["block-cycle", href[:80]] += 1
        elif len(place.used) >= limits.SVG_DEPTH:
            self._left_over["block-too-deep", href[:80]] += 1
        else:
            moved = place.matrix @ matrix_of(f"translate({element.get('x', '0')} {element.get('y', '0')})")
            held = Element("g", {**target.attributes, **element.attributes, "transform": ""}, [], [])
            held.children = target.children if target.name == "symbol" else [target]
            held.attributes.pop("href", None)
            self._group(held, place._replace(matrix=moved, used=(*place.used, href), depth=place.depth + 1))

    def _shape(self, element: Element, place: _Place) -> None:
        role = self._role_of(element) or place.role
        try:
            drawn = _moved(drawn_by(element), place.matrix)
        except (ValueError, ArithmeticError):
            self._left_over["broken", place.layer] += 1
            return
        if role is None and names_stair(place.layer):
            id_ = self._noted(element)
            self.drawing.stairs += [Stroke(id_, place.layer, points, closed) for points, closed in drawn.lines]
            return
        if role is None:
            self._left_over[element.name, place.layer] += 1
            self.drawing.unread += [Stroke("", place.layer, points, closed) for points, closed in drawn.lines]
            return
        if not all(bool(np.all(np.abs(points) < limits.COORDINATE)) for points, _ in drawn.lines):
            self._left_over["bad-coordinates", place.layer] += 1
            return
        id_, layer = self._noted(element), place.layer or element.get("label") or element.get("id")
        if role == "fixture":
            self._symbol(Element("g", {**element.attributes, "transform": ""}, [element]), place)
        elif role in ("door", "window"):
            self._opening(role, id_, layer, drawn)
        else:
            target = {"wall": self.drawing.walls, "column": self.drawing.columns}.get(role, self.drawing.outlines)
            for number, (points, closed) in enumerate(drawn.lines):
                target.append(Stroke(id_ if not number else f"{id_}-{number + 1}", layer, points, closed))
            if role == "space":
                self._name(element, id_, drawn)

    def _name(self, element: Element, id_: str, drawn: Drawn) -> None:
        """A room's own title or label is a text in it; so is its id where that is a word the vocabulary knows."""
        titles = [child.text() for child in element.children if child.name == "title"]
        id_word = element.get("id") if self._vocabulary.use_of(element.get("id")) else ""
        text = element.get("data-name") or next(iter(titles), "") or element.get("label") or id_word
        points, closed = drawn.lines[0] if drawn.lines else (np.empty((0, 2)), False)
        if not text or len(points) < 3 or not (closed or len(points) > 3):
            return
        floor = shapely.Polygon(points)
        at = floor.representative_point() if floor.is_valid else floor.centroid
        if not at.is_empty:
            self.drawing.labels.append(Label(f"{id_}-title", text, np.array([at.x, at.y]), 0.0))

    def _opening(self, role: Role, id_: str, layer: str, drawn: Drawn) -> None:
        if role == "door" and drawn.arcs:
            sweeps = tuple(Sweep(id_, *arc) for arc in drawn.arcs)
            self.drawing.doors.append(Symbol(id_, "", layer, sweeps[0].centre, np.eye(2), None, sweeps))
            return
        target = self.drawing.door_lines if role == "door" else self.drawing.window_lines
        target += [Stroke(id_, layer, points, closed) for points, closed in drawn.lines]

    def _symbol(self, element: Element, place: _Place) -> None:
        """Put a group in as one symbol: its box in its own axes, its arcs in the drawing's."""
        gathered = Drawn()
        self._gather(element, np.eye(3), gathered, 0)
        if not gathered.lines:
            self._left_over["fixture-lines" if place.role == "fixture" else f"{place.role}-lines", place.layer] += 1
            return
        points = np.concatenate([points for points, _ in gathered.lines]) * (1.0, -1.0)
        matrix = place.matrix @ _FLIP
        sweeps = tuple(Sweep(element.get("id"), *_moved(Drawn([], [arc]), place.matrix).arcs[0]) for arc in gathered.arcs)
        name = element.get("data-kind") or element.get("label") or element.get("id")
        attributes = tuple(
            (f"LABEL{number}", text) for number, text in enumerate(element.get("data-labels").split("\n"), 1) if text
        )
        kind = element.get("data-kind")
        id_ = self._noted(element)
        symbol = Symbol(
            id_, name, place.layer, matrix[:2, 2], matrix[:2, :2], (points.min(axis=0), points.max(axis=0)), sweeps,
            (("KIND", kind), *attributes) if kind else attributes,
        )  # fmt: skip
        role = place.role if place.role == "fixture" else _opening_role(name, place.role, sweeps)
        if role == "door" or role == "window":
            (self.drawing.doors if role == "door" else self.drawing.windows).append(symbol)
        else:
            self.drawing.fixtures.append(symbol)

    def _gather(self, element: Element, matrix: Floats, into: Drawn, depth: int) -> None:
        for child in element.children:
            self._visits += 1
            if child.name in _SILENT or _hidden(child) or depth > limits.SVG_DEPTH or self._visits > limits.SVG_PLACED:
                continue
            inner = matrix @ matrix_of(child.get("transform"))
            if can_draw(child.name):
                try:
                    drawn = _moved(drawn_by(child), inner)
                except (ValueError, ArithmeticError):
                    continue
                into.lines += drawn.lines
                into.arcs += drawn.arcs
            else:
                target = self._by_id.get(child.get("href")[1:]) if child.name == "use" else None
                self._gather(Element("g", {}, [target]) if target is not None else child, inner, into, depth + 1)

    def _text(self, element: Element, place: _Place) -> None:
        text = element.text()
        holder = next((one for one in (element, *element.children) if one.get("x")), element)
        numbers = matrix_of(f"translate({holder.get('x', '0').split()[0]} {(holder.get('y') or '0').split()[0]})")
        at = put(np.zeros((1, 2)), place.matrix @ numbers)[0]
        if text and np.all(np.abs(at) < limits.COORDINATE):
            size = float(element.get("data-size") or 1.0) if element.get("data-size").replace(".", "", 1).isdigit() else 1.0
            self.drawing.labels.append(Label(self._noted(element), text, at, size))

    def _role_of(self, element: Element) -> Role | None:
        """Return what an element's own label or id says it is; a fixture's word makes a fixture only on a layer that says so."""
        role = role_of(element.get("label")) or role_of(element.get("id")) or self._kind_role(element)
        return "window" if role == "opening" else role

    def _kind_role(self, element: Element) -> Role | None:
        known = element.get("data-kind") and fixture_kind(element.get("data-kind"), (), self._vocabulary)
        return "fixture" if known else None

    def _told_walls(self, layer: Element, place: _Place) -> None:
        """Keep the axes of walls of which a drawing of ours says something; nobody sees them."""
        matrix = place.matrix @ matrix_of(layer.get("transform"))
        for line in layer.children:
            lines = _moved(drawn_by(line), matrix).lines if line.name == "line" and line.get("data-facts") else []
            self.drawing.told_walls += [Stroke(self._noted(line), APPLICATION, points) for points, _ in lines]

    def _noted(self, element: Element) -> str:
        """Return the element's id, and keep what is said of it."""
        id_ = self._id(element)
        if facts := read_facts(element.get("data-facts")):
            self.drawing.facts[id_] = facts
        return id_

    def _id(self, element: Element) -> str:
        """Return the element's id, or its name and number; a number is added where an id is used twice."""
        name = element.get("id") or element.name
        self._names[name] += 1
        times = self._names[name]
        return name if times == 1 and element.get("id") else f"{name}-{times}"


def _moved(drawn: Drawn, matrix: Floats) -> Drawn:
    lines = [(put(points, matrix), closed) for points, closed in drawn.lines]
    arcs = []
    for arc in drawn.arcs:
        centre, start, end = put(np.array(arc), matrix)
        arcs.append((centre, start, end))
    return Drawn(lines, arcs)


def _opening_role(name: str, by_layer: Role | None, sweeps: tuple[Sweep, ...]) -> Role | None:
    """Return door or window as the symbol's name says, else its layer; one with a leaf's arc on a window layer is a door."""
    by_name = role_of(name)
    if by_name in ("door", "window"):
        return by_name
    return "door" if by_layer == "window" and any(_is_quarter(sweep) for sweep in sweeps) else by_layer


def _is_quarter(sweep: Sweep) -> bool:
    """Tell whether an arc turns by about a right angle, as a leaf does."""
    first, second = sweep.start - sweep.centre, sweep.end - sweep.centre
    return bool(abs(float(first @ second)) <= 0.71 * sweep.radius**2)


def _hidden(element: Element) -> bool:
    style = element.get("style").replace(" ", "")
    return "display:none" in style or "visibility:hidden" in style or element.get("display") == "none"
