"""What stands at this place of a glTF's JSON, and is it of the kind it must be?

Every look-up goes through `Item`, which knows its own place, so a wrong type never travels further than the sentence that names it.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from showroom.domain.errors import InputError, Problem
from showroom.formats import limits

_REQUIRED = object()


def refuse(place: str, reason: str, remedy: str) -> NoReturn:
    """Raise the `InputError` of one problem."""
    raise InputError(Problem(place, reason, remedy))


@dataclass(frozen=True)
class Item:
    """An object of the JSON (always a dict) and where it stands: `shop.glb: nodes[3]`."""

    value: dict[str, Any]
    place: str

    def at(self, key: str) -> str:
        """Return the place of `key` in words."""
        return f"{self.place}: {key}" if self.place.endswith((".glb", ".gltf")) else f"{self.place}.{key}"

    def wrong(self, key: str, expected: str) -> NoReturn:
        """Refuse what stands under `key`."""
        shown = json.dumps(self.value[key], ensure_ascii=False)[:60] if key in self.value else "missing"
        refuse(self.at(key), f"is {shown}, {expected} was expected", "export the model again as glTF 2.0")

    def child(self, key: str) -> "Item | None":
        """Return the object under `key`, or `None` where there is none."""
        if key not in self.value:
            return None
        if not isinstance(self.value[key], dict):
            self.wrong(key, "an object")
        return Item(self.value[key], self.at(key))

    def children(self, key: str) -> list["Item"]:
        """Return the objects of the list under `key`; none where it is missing."""
        return [self._nth(key, index, value) for index, value in enumerate(self._list(key))]

    def nth(self, key: str, index: int, asked_at: str) -> "Item":
        """Return object number `index` of the list under `key`; `asked_at` is the place that refers to it."""
        found = self._list(key)
        if not 0 <= index < len(found):
            refuse(asked_at, f"refers to {key}[{index}], but there are {len(found)}", "export the model again")
        return self._nth(key, index, found[index])

    def whole(self, key: str, default: object = _REQUIRED) -> int:
        """Return the whole number from 0 to 2^53 under `key`."""
        value = self.value.get(key, default)
        if value is _REQUIRED or isinstance(value, bool) or not isinstance(value, (int, float)):
            self.wrong(key, "a whole number")
        if not 0 <= value <= 2**53 or value != int(value):
            self.wrong(key, "a whole number not below zero")
        return int(value)

    def whole_or_none(self, key: str) -> int | None:
        """Return the whole number under `key`, or `None` where it is missing."""
        return self.whole(key) if key in self.value else None

    def wholes(self, key: str) -> Iterator[int]:
        """Return the whole numbers of the list under `key`."""
        listed = Item({str(i): value for i, value in enumerate(self._list(key))}, self.at(key))
        return (listed.whole(name) for name in listed.value)

    def numbers(self, key: str, count: int, default: tuple[float, ...]) -> tuple[float, ...]:
        """Return the `count` finite numbers under `key`."""
        if key not in self.value:
            return default
        values = self._list(key)
        if len(values) != count or not all(_is_number(value) for value in values):
            self.wrong(key, f"{count} finite numbers")
        return tuple(float(value) for value in values)

    def number(self, key: str, default: float) -> float:
        """Return the finite number under `key`."""
        value = self.value.get(key, default)
        if not _is_number(value):
            self.wrong(key, "a finite number")
        return float(value)

    def text(self, key: str, default: str = "") -> str:
        """Return the text under `key`."""
        value = self.value.get(key, default)
        if not isinstance(value, str):
            self.wrong(key, "text")
        return value

    def texts(self, key: str) -> list[str]:
        """Return the texts of the list under `key`."""
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            self.wrong(key, "a list of texts")
        return [str(value) for value in values]

    def flag(self, key: str) -> bool:
        """Return whether `key` is there and true."""
        value = self.value.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, "true or false")
        return value

    def extension(self, name: str) -> "Item | None":
        """Return the extension of this name, or `None`."""
        extensions = self.child("extensions")
        return extensions.child(name) if extensions else None

    def _list(self, key: str) -> list[Any]:
        found = self.value.get(key, [])
        if not isinstance(found, list):
            self.wrong(key, "a list")
        return found

    def _nth(self, key: str, index: int, value: object) -> "Item":
        place = f"{self.at(key)}[{index}]"
        if not isinstance(value, dict):
            refuse(place, "is not an object", "export the model again as glTF 2.0")
        return Item(value, place)


def parse(data: bytes, path: Path) -> Item:
    """Return the JSON of a glTF. Raises `InputError` where it is none, is too long or nested too deeply."""
    place = path.name
    if len(data) > limits.GLTF_JSON_BYTES:
        refuse(place, f"its JSON is longer than {limits.GLTF_JSON_BYTES >> 20} MB", "split the model or join its nodes")
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        refuse(place, f"its JSON cannot be read ({str(error)[:80]})", "export the model again as glTF 2.0")
    if not isinstance(value, dict):
        refuse(place, "its JSON is not an object", "export the model again as glTF 2.0")
    return Item(value, place)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False
