"""What does a validation error mean to the person who wrote the file: what was found, what was expected, what to write?"""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from showroom.formats.field_paths import spoken

_EXPECTED = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "tuple": "a list",
    "list": "a list",
    "dict": "a group of keys",
    "model": "a group of keys",
    "model_attributes": "a group of keys",
    "date": "a date",
    "date_from_datetime": "a date",
    "decimal": "a number",
    "finite": "an ordinary number",
}
_EXAMPLE = {
    "a text": 'put it in quotes: "{found}"',
    "a whole number": "write a whole number such as 4, without quotes",
    "a number": "write a number such as 0.9, without quotes",
    "true or false": "write true or false, without quotes",
    "a list": "write [ … ], or lines that begin with a dash",
    "a group of keys": 'write "key: value" pairs',
    "a date": "write it as 2026-11-01",
    "an ordinary number": "write a number such as 0.9",
}


@dataclass(frozen=True)
class Mistake:
    """One mistake: its path in the file, what is wrong, what to write; `about_whole` where a whole group disagrees with itself."""

    path: tuple[str | int, ...]
    reason: str
    remedy: str
    about_whole: bool = False


def described(error: Mapping[str, Any], known: Sequence[str]) -> Mistake:
    """Return pydantic's `error` in words; `known` are the keys allowed where it happened."""
    path = tuple(error["loc"])
    kind = str(error["type"])
    write = _KINDS.get(kind) or (_wrong_type if _expected(kind) else _as_told)
    reason, remedy = write(error, known)
    return Mistake(path, reason, remedy, about_whole=kind == "value_error" and isinstance(error["input"], dict | list))


def echo(error: Mapping[str, Any]) -> bool:
    """Tell whether `error` only repeats others: a list counted as too short because its entries were refused."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def shown(value: object) -> str:
    """Return a value as a person would recognise it in their file, shortened."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    text = text if len(text) <= 60 else text[:57] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def choice(found: object, known: Sequence[str]) -> str:
    """Return a remedy that names the nearest known word, or all of them where none is near."""
    close = difflib.get_close_matches(str(found).lower(), known, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"known here: {', '.join(known)}" if known else ""


def _expected(kind: str) -> str | None:
    for ending in ("_type", "_parsing", "_from_float", "_number", "_inexact", "_from_datetime_parsing", "_size"):
        if kind.endswith(ending) and kind.removesuffix(ending) in _EXPECTED:
            return _EXPECTED[kind.removesuffix(ending)]
    return None


def _said(error: Mapping[str, Any]) -> str:
    return spoken(error["loc"]) or "the file"


def _wrong_type(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    expected = _expected(str(error["type"])) or ""
    remedy = _EXAMPLE.get(expected, "").replace("{found}", str(error["input"])[:40])
    if error["input"] is None and expected != "a group of keys":
        remedy = "write a value, or leave the key out"
    return f"{_said(error)} is {shown(error['input'])}, {expected} was expected", remedy


def _missing(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    return f"{_said(error)} is missing", f'add "{error["loc"][-1]}: …"'


def _unknown_key(error: Mapping[str, Any], known: Sequence[str]) -> tuple[str, str]:
    return f"{_said(error)} is not a key known here", choice(error["loc"][-1], known)


def _not_among(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    words = str(error["ctx"]["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
    return f"{_said(error)} is {shown(error['input'])}, which is not one of its values", choice(error["input"], words)


_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


def _out_of_bounds(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    key, words = _BOUNDS[str(error["type"])]
    bound = error["ctx"][key]
    bound = int(bound) if float(bound).is_integer() else bound
    return f"{_said(error)} is {shown(error['input'])}, {words} {bound} was expected", "correct the number"


def _wrong_count(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    context = error["ctx"]
    few = error["type"] == "too_short"
    bound = f"at least {context['min_length']}" if few else f"at most {context['max_length']}"
    remedy = "add what is missing" if few else "take away what is too many"
    return f"{_said(error)} has {len(error['input'])} entries, but needs {bound}", remedy


def _text_length(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    if error["type"] == "string_too_short":
        return f"{_said(error)} is an empty text", "write something, or leave the key out"
    return f"{_said(error)} is longer than {error['ctx']['max_length']} characters", "write it shorter"


def _pattern(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    return (
        f"{_said(error)} is {shown(error['input'])}, which is not written as expected",
        f"it must match {error['ctx']['pattern']}",
    )


def _own_words(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    words = str(error["ctx"]["error"]) if "error" in error.get("ctx", {}) else str(error["msg"])
    reason, _, remedy = words.partition("; ")
    return (f"{_said(error)}: {reason}" if error["loc"] else reason), remedy


def _as_told(error: Mapping[str, Any], _known: Sequence[str]) -> tuple[str, str]:
    return f"{_said(error)} is {shown(error['input'])}: {error['msg']}", ""


_KINDS: dict[str, Callable[[Mapping[str, Any], Sequence[str]], tuple[str, str]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _not_among,
    "enum": _not_among,
    **dict.fromkeys(_BOUNDS, _out_of_bounds),
    "too_short": _wrong_count,
    "too_long": _wrong_count,
    "string_too_short": _text_length,
    "string_too_long": _text_length,
    "string_pattern_mismatch": _pattern,
    "value_error": _own_words,
}
