"""Which fields has a district's decision about a requirement? Those of the schema, and the parameters of the row's rule.

A field knows how it is shown as text, what its text means, and what the register itself has. Qt knows nothing of this.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Literal, get_args

from showroom.domain.district import Switch
from showroom.domain.errors import InputError, Problem
from showroom.domain.finding import Binding
from showroom.domain.permit import Requirement
from showroom.domain.text import LANGUAGES, Text
from showroom.formats.yaml_nodes import YamlMistake, parse
from showroom.formats.yaml_text import one_line
from showroom.register.overlay import Wish
from showroom.rules import RULES
from showroom.rules.pages import meanings

Kind = Literal["choice", "figure", "words"]


@dataclass(frozen=True)
class Field:
    """A field of the form: the switch's field, the parameter or language within it, and what the register has there."""

    name: str
    part: str
    kind: Kind
    own: Any
    meaning: Text | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the input."""
        return f"{self.name}.{self.part}" if self.part else self.name

    def value(self, wish: Wish) -> Any:
        """Return what holds: the district's, else the register's own."""
        decided = self._decided(wish)
        return self.own if decided is None else decided

    def differs(self, wish: Wish) -> bool:
        """Tell whether the overlay decides it."""
        return self._decided(wish) is not None

    def _decided(self, wish: Wish) -> Any:
        held = getattr(wish.switch, self.name) if wish.switch is not None else None
        if held is None:
            return None
        if self.kind == "words":
            said = held.root.get(self.part, "")
            return said if said != self.own else None
        if self.kind == "figure":
            found = held.get(self.part)
            return found if self.name == "parameters" or found != self.own else None  # a second limit is decided as a whole
        return held

    def put(self, row: Requirement, wish: Wish, value: Any) -> Any:
        """Return what the switch's field becomes with `value` here (`None`: the register's own); `None` where nothing is left.

        Raises:
            InputError: a text would be without its Chinese.
        """
        held = getattr(wish.switch, self.name) if wish.switch is not None else None
        if self.kind == "choice":
            return value
        if self.kind == "words":
            return self._text(row, held, value)
        if self.name == "advises":
            own = _own_figures(row, self.name)
            whole = {**own, **(held or {}), self.part: self.own if value is None else value}
            return None if whole == own else whole
        kept = {key: one for key, one in (held or {}).items() if key != self.part}
        if value is not None and value != self.own:
            kept[self.part] = value
        return kept or None

    def _text(self, row: Requirement, held: Text | None, value: str | None) -> Text | None:
        own: Text | None = getattr(row, self.name)
        said = dict((held or own or Text({"zh_CN": "-"})).root if held or own else {})
        said[self.part] = value if value is not None else self.own
        said = {language: words for language, words in said.items() if words}
        if not said or (own is not None and said == own.root):
            return None
        if not said.get("zh_CN", "").strip():
            raise InputError(Problem(self.id, "zh_CN is missing", "write the Chinese text first"))
        return Text(said)

    def shown(self, value: Any) -> str:
        """Return a value as it is typed."""
        if value is None:
            return ""
        return value if self.kind == "words" else one_line(_plain(value))

    def read(self, typed: str) -> Any:
        """Return what was typed as a value; nothing typed means the register's own.

        Raises:
            InputError: it cannot be read.
        """
        if self.kind == "words":
            return typed
        if not typed.strip():
            return None
        try:
            return parse(f"v: {typed}").data["v"]
        except YamlMistake as mistake:
            raise InputError(Problem(self.id, mistake.reason, mistake.remedy)) from None


def fields_of(row: Requirement) -> Iterator[Field]:
    """Yield every field a district may decide of this requirement, in the schema's order."""
    for name, about in Switch.model_fields.items():
        wanted = get_args(about.annotation)
        if bool in wanted:
            yield Field(name, "", "choice", row.in_use, choices=("true", "false"))
        elif Binding in wanted:
            yield Field(name, "", "choice", row.binding, choices=tuple(one.value for one in Binding))
        elif Text in wanted:
            own: Text | None = getattr(row, name)
            yield from (Field(name, language, "words", own.root.get(language, "") if own else "") for language in LANGUAGES)
        elif row.measure is not None and wanted:
            yield from _figures(row, name)


def read_day(typed: str) -> date | None:
    """Return the day typed, `None` for nothing. Raises InputError."""
    try:
        return date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        raise InputError(Problem("", f'"{typed}" is not a date', "write it as 2027-01-01")) from None


def _figures(row: Requirement, name: str) -> Iterator[Field]:
    assert row.measure is not None
    rule, own = RULES.get(row.measure.rule), _own_figures(row, name)
    if rule is None:
        return
    said = meanings(rule.name)
    for parameter in rule.parameters if name == "parameters" else own:
        has = own.get(parameter, rule.defaults.get(parameter))
        yield Field(name, parameter, "figure", has, said.get(parameter), rule.unit(parameter))


def _own_figures(row: Requirement, name: str) -> dict[str, Any]:
    return dict(getattr(row.measure, name) or {}) if row.measure is not None else {}


def _plain(value: Any) -> Any:
    """A default of a rule as a file would have it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
