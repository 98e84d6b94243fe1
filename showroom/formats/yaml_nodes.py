"""What does this YAML text say, and on which line does it say it?

The text is turned into plain dicts, lists and scalars straight from the parser's events, on a stack of our own: nothing recurses,
so depth, size and aliases are bounded. Booleans are those of YAML 1.2: only `true` and `false`; `on`, `yes`, `3:30` and dates
stay text. Keys are always text.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from showroom.formats import limits

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEAN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]{1,40}|0o[0-7]{1,40}|0x[0-9a-fA-F]{1,40}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_ODD_FLOAT = re.compile(r"([-+]?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_PREFIX = "tag:yaml.org,2002:"
_TEXT = _PREFIX + "str"
_TAGS = frozenset(_PREFIX + name for name in ("str", "int", "float", "bool", "null", "map", "seq"))


class YamlMistake(Exception):  # noqa: N818 - it is the writer's mistake, and never leaves this package
    """The text is not YAML we take: the line (from 1), what is wrong, what to do."""

    def __init__(self, line: int, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.line, self.reason, self.remedy = line, reason, remedy


@dataclass
class Marked:
    """Parsed data and the lines it stands on, found again by path."""

    data: Any
    lines: dict[int, tuple[int, dict[Hashable, int]]] = field(default_factory=dict)
    """`id(container)` → its own line and the line of each of its keys or items; the data keep the ids alive."""

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line (from 1) of the value at `path`, or of the nearest thing above it that exists."""
        here, line = self.data, self.lines.get(id(self.data), (1, {}))[0]
        for step in path:
            known = self.lines.get(id(here))
            if known is None or step not in known[1]:
                break
            line, here = known[1][step], here[step]
        return line

    def at(self, path: Sequence[str | int]) -> Any:
        """Return the value at `path`, or `None` where the path leads nowhere."""
        here: Any = self.data
        for step in path:
            known = self.lines.get(id(here))
            if known is None or step not in known[1]:
                return None
            here = here[step]
        return here


def scalar(text: str) -> object:
    """Return what a plain (unquoted) scalar means in YAML 1.2's core schema."""
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    if not (text[0] in "+-." or text[0].isdigit()):
        return text
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if odd := _ODD_FLOAT.fullmatch(text):
        return float("nan") if odd[1] is None else float(odd[1] + "inf")
    return text


def parse(text: str) -> Marked:
    """Return what `text` says, with lines.

    Raises:
        YamlMistake: it is not YAML, or goes beyond the limits, or repeats a key.
    """
    builder = _Builder()
    try:
        _build(builder, text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(part for part in (error.context, error.problem) if part)
        remedy = "look for a missing colon, quote or bracket here or on the line before"
        raise YamlMistake(mark.line + 1 if mark else 1, f"this cannot be read as YAML ({said})", remedy) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else 1
        raise YamlMistake(line, f"a character is not allowed in text ({error.reason})", "remove it") from None
    except yaml.YAMLError as error:
        raise YamlMistake(1, f"this cannot be read as YAML ({error})") from None
    return Marked(builder.result, builder.lines)


def _build(builder: "_Builder", text: str) -> None:
    loader = _LOADER(text)
    try:
        while type(event := loader.get_event()) is not yaml.StreamEndEvent:
            builder.take(event)
    finally:
        loader.dispose()


class _Builder:
    """Builds the data from events; `stack` holds the containers that are still open."""

    def __init__(self) -> None:
        self.result: Any = None
        self.lines: dict[int, tuple[int, dict[Hashable, int]]] = {}
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int] | None] = {}
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._open(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise YamlMistake(_line(event), "a second document begins here (---)", "keep one document a file")

    def _scalar(self, event: Any) -> None:
        tag, line, text = event.tag, event.start_mark.line + 1, event.value
        if tag is not None:
            _check_tag(event)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and parent.wants_key:
            self._count(1, line)
            parent.take_key(text, line)
            return
        plain = event.implicit[0] and tag != "!" and tag != _TEXT
        self._put(scalar(text) if plain else text, 1, line, event.anchor)

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        _check_tag(event)
        line = _line(event)
        if len(self._stack) >= limits.YAML_DEPTH:
            raise YamlMistake(line, f"this is nested more than {limits.YAML_DEPTH} deep", "write it flatter")
        if self._stack and self._stack[-1].wants_key:
            raise YamlMistake(line, "a list or a group stands where a key was expected", 'write a text key, e.g. "name: …"')
        if event.anchor:
            self._anchors[event.anchor] = None
        opened = _Open(container, line, event.anchor)
        self.lines[id(container)] = (line, opened.lines)
        self._stack.append(opened)

    def _close(self) -> None:
        done = self._stack.pop()
        self._put(done.container, done.weight + 1, done.line, done.anchor, counted=done.weight)

    def _alias(self, event: Any) -> None:
        line = _line(event)
        if self._stack and self._stack[-1].wants_key:
            raise YamlMistake(line, f'the alias "*{event.anchor}" stands where a key was expected', "write the key itself")
        if event.anchor not in self._anchors:
            raise YamlMistake(line, f'there is no anchor "&{event.anchor}" before this alias', "write the value itself")
        known = self._anchors[event.anchor]
        if known is None:
            raise YamlMistake(line, f'the alias "*{event.anchor}" contains itself', "write the value itself")
        self._put(known[0], known[1], line, None)

    def _put(self, value: Any, weight: int, line: int, anchor: str | None, *, counted: int = 0) -> None:
        self._count(weight - counted, line)
        if anchor:
            self._anchors[anchor] = (value, weight)
        if self._stack:
            self._stack[-1].take_value(value, weight, line)
        else:
            self.result = value

    def _count(self, nodes: int, line: int) -> None:
        self._nodes += nodes
        if self._nodes > limits.YAML_NODES:
            raise YamlMistake(
                line, f"this file says more than {limits.YAML_NODES} things once its aliases are written out", "write less"
            )


class _Open:
    """A list or mapping that is being filled."""

    def __init__(self, container: dict[str, Any] | list[Any], line: int, anchor: str | None) -> None:
        self.container, self.line, self.anchor = container, line, anchor
        self.lines: dict[Hashable, int] = {}
        self.weight = 0
        self.wants_key = isinstance(container, dict)
        self._key = ""

    def take_key(self, key: str, line: int) -> None:
        if key in self.lines:
            raise YamlMistake(line, f'the key "{key}" is already given on line {self.lines[key]}', "keep one of the two")
        self._key, self.wants_key = key, False
        self.lines[key] = line

    def take_value(self, value: Any, weight: int, line: int) -> None:
        self.weight += weight
        if isinstance(self.container, dict):
            self.container[self._key] = value
            self.wants_key = True
        else:
            self.lines[len(self.container)] = line
            self.container.append(value)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _check_tag(event: Any) -> None:
    if event.tag not in (None, "!") and event.tag not in _TAGS:
        raise YamlMistake(_line(event), f'the tag "{event.tag}" is not allowed', "write plain values only")
