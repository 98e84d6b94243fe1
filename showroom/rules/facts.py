"""Which facts did a rule look at, and where does each come from?

Rules read the application through a `Told`, which hands out the same values and notes each key that was read, so that a finding
can name what it rests on without any rule writing it down. What the plan says of the things a finding names, and the figures the
register or a district gave the rule, are added by the engine.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, cast

from showroom.domain.application import Application
from showroom.domain.document import Document
from showroom.domain.finding import Fact, FactValue
from showroom.domain.permit import Measure
from showroom.domain.plan import Fixture, Opening, Plan, Space, Stair, Storey

_DRAWN: tuple[tuple[type[Document], tuple[str, ...]], ...] = (
    (Storey, ("level",)),
    (Space, ("use", "height")),
    (Opening, ("kind", "width", "height", "leads", "role")),
    (Fixture, ("kind",)),
    (Stair, ("width",)),
)
"""What the plan says of a thing, by the sort of thing."""


class Facts:
    """The facts one case offers: what was declared and read since `start`, and what the plan says of its things."""

    def __init__(self, plan: Plan, application: Application) -> None:
        self._plan = plan
        self._read: dict[str, object] = {}
        self._stated: dict[str, Fact] = {}
        self._drawn: dict[str, tuple[Fact, ...]] = {}
        self.application = cast("Application", _Told(application, "", self._read))

    def start(self) -> None:
        """Forget what was read so far."""
        self._read.clear()

    def declared(self) -> tuple[Fact, ...]:
        """What was read of the application since `start`, by key; `None` is what it leaves out."""
        return tuple(self._declared(key) for key in sorted(self._read))

    def _declared(self, key: str) -> Fact:
        if key not in self._stated:
            self._stated[key] = Fact(key=key, value=plain(self._read[key]), origin="application")
        return self._stated[key]

    def drawn(self, things: Iterable[str]) -> tuple[Fact, ...]:
        """What the plan says of these things, in their order, each once."""
        found: list[Fact] = []
        for thing in dict.fromkeys(things):
            found += self._drawn[thing] if thing in self._drawn else self._of(thing)
        return tuple(found)

    def _of(self, thing_id: str) -> tuple[Fact, ...]:
        thing = self._things.get(thing_id)
        says = next((names for kind, names in _DRAWN if isinstance(thing, kind)), ())
        written = ((name, getattr(thing, name)) for name in says)
        self._drawn[thing_id] = tuple(
            Fact(key=f"{thing_id}.{name}", value=plain(value), origin="plan") for name, value in written if value is not None
        )
        return self._drawn[thing_id]

    @cached_property
    def _things(self) -> dict[str, Document]:
        things: dict[str, Document] = {}
        for storey in self._plan.storeys:
            things[storey.id] = storey
            things.update(
                (thing.id, thing) for kind in (storey.spaces, storey.openings, storey.fixtures, storey.stairs) for thing in kind
            )
        return things


class _Told:
    """A document that notes which of its fields are read."""

    __slots__ = ("_document", "_parts", "_read", "_under")

    def __init__(self, document: Document, under: str, read: dict[str, object]) -> None:
        self._document, self._under, self._read = document, under, read
        self._parts: dict[str, _Told] = {}

    def __getattr__(self, name: str) -> Any:
        if name in self._parts:
            return self._parts[name]
        value = getattr(self._document, name)
        if isinstance(value, Document):
            self._parts[name] = _Told(value, f"{self._under}{name}.", self._read)
            return self._parts[name]
        if isinstance(value, dict):
            return _ToldCounts(value, f"{self._under}{name}.", self._read)
        if name in type(self._document).model_fields:
            self._read[self._under + name] = value
        return value


class _ToldCounts(dict[str, int]):
    """Counts by kind that note which kinds are asked for."""

    def __init__(self, counts: Mapping[str, int], under: str, read: dict[str, object]) -> None:
        super().__init__(counts)
        self._under, self._read = under, read

    def __getitem__(self, kind: str) -> int:
        self._note(kind)
        return super().__getitem__(kind)

    def __contains__(self, kind: object) -> bool:
        self._note(str(kind))
        return super().__contains__(kind)

    def get(self, kind: str, default: Any = None) -> Any:
        self._note(kind)
        return super().get(kind, default)

    def _note(self, kind: str) -> None:
        self._read[self._under + kind] = super().get(kind)


def figures(measure: Measure, defaults: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Return the figures a rule is given, in the order of `defaults`: each from the register, a district, or the rule itself.

    `defaults` holds every parameter of the rule with the value it has where the requirement writes none.
    """
    found = []
    for name, default in defaults.items():
        if name in measure.parameters:
            origin = "district" if name in measure.local else "register"
            found.append(Fact(key=name, value=plain(measure.parameters[name]), origin=origin))
        elif default is not None and default not in ((), frozenset()):
            found.append(Fact(key=name, value=plain(default), origin="default"))
    for name, value in (measure.advises or {}).items():
        origin = "district" if f"advises.{name}" in measure.local else "register"
        found.append(Fact(key=f"advises.{name}", value=plain(value), origin=origin))
    return tuple(found)


def plain(value: object) -> FactValue:
    """Return a value as a fact holds it: numbers and words as they are, lists as words, anything deeper as JSON."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        parts = [part if isinstance(part, str) else _written(part) for part in value]
        return tuple(sorted(parts) if isinstance(value, set | frozenset) else parts)
    return _written(value)


def _written(value: object) -> str:
    if isinstance(value, Document):
        value = value.model_dump(mode="json", exclude_none=True)
    return json.dumps(value, ensure_ascii=False, default=str)
