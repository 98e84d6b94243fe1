"""How is a value written as YAML that people like to read and that changes little when the value changes little?

Keys keep the order of the model, defaults are left out, points and short groups stay on one line, lengths are rounded to a
micrometre and a text is quoted only where it would otherwise be read as something else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from showroom.formats.yaml_nodes import scalar

WIDTH = 132
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<][^\n\t\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_NEEDS_QUOTES = re.compile(r":(?:\s|$)|\s#|[,\[\]{}]|\s$")
_CONTROL = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True)
class Layout:
    """Which groups stand on one line whatever their length: paths such as `walls[]`, matched at their end."""

    flow: tuple[str, ...] = ()

    def one_line(self, path: str) -> bool:
        """Tell whether the group at `path` is written on one line."""
        return any(path == ending or path.endswith("." + ending) for ending in self.flow)


def to_yaml(value: BaseModel, layout: Layout) -> str:
    """Return `value` as YAML text, UTF-8, ending in a line break; `format` stands first even where it is the default."""
    written = plain(value)
    head = {"format": written.pop("format", 1)} if "format" in type(value).model_fields else {}
    lines: list[str] = []
    _group(lines, {**head, **written}, "", "", layout)
    return "\n".join(lines) + "\n"


def plain(value: BaseModel) -> dict[str, Any]:
    """Return a model as plain data in field order, defaults left out (an id-like field that equals its default too)."""
    data: dict[str, Any] = value.model_dump(mode="json", exclude_defaults=True)
    return data


def one_line(value: Any) -> str:
    """Return plain data as YAML on one line: `25 m`, `{chemical: 3, heat: 2}`."""
    return _flow(value)


def _group(lines: list[str], group: Mapping[str, Any], indent: str, path: str, layout: Layout) -> None:
    for key, value in group.items():
        here = f"{path}.{key}" if path else key
        head = f"{indent}{_text(key)}:"
        if _fits(head, value, here, layout):
            lines.append(f"{head} {_flow(value)}")
        elif isinstance(value, Mapping):
            lines.append(head)
            _group(lines, value, indent + "  ", here, layout)
        else:
            lines.append(head)
            _list(lines, value, indent + "  ", here + "[]", layout)


def _list(lines: list[str], values: list[Any], indent: str, path: str, layout: Layout) -> None:
    for value in values:
        head = f"{indent}-"
        if not isinstance(value, Mapping) or not value or _fits(head, value, path, layout):
            lines.append(f"{head} {_flow(value)}")
        else:
            inner: list[str] = []
            _group(inner, value, indent + "  ", path, layout)
            lines.append(f"{head} {inner[0].lstrip()}")
            lines.extend(inner[1:])


def _fits(head: str, value: Any, path: str, layout: Layout) -> bool:
    """Scalars and empty things always fit; flat groups and lists of numbers do when short; others where the layout says so."""
    if not isinstance(value, Mapping | list) or not value or layout.one_line(path):
        return True
    parts = value.values() if isinstance(value, Mapping) else value
    if any(isinstance(part, Mapping) for part in parts) or (
        isinstance(value, Mapping) and any(isinstance(part, list) for part in parts)
    ):
        return False
    return len(head) + 1 + len(_flow(value)) <= WIDTH


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(key)}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    return _number(value) if isinstance(value, int | float) else _text(value)


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    rounded = round(value, 6)
    if rounded == int(rounded) and abs(rounded) < 1e15:
        return str(int(rounded))
    return f"{rounded:.6f}".rstrip("0") if abs(rounded) < 1e15 else repr(value)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and not _CONTROL.search(text) and not _NEEDS_QUOTES.search(text) and isinstance(scalar(text), str):
        return text
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    escaped = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}" if found[0] not in _ESCAPES else _ESCAPES[found[0]], escaped)
    return f'"{escaped}"'
