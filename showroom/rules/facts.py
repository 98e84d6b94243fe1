"""Which facts did a rule look at, and where does each come from?

Rules read the application through a `Told`, which hands out the same values and notes each key that was read, so that a finding
can name what it rests on without any rule writing it down. What the plan says of the things a finding names, and the figures the
register or a district gave the rule, are added by the engine.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from typing import Any, cast

from showroom.domain.application import Application
from showroom.domain.document import Document
from showroom.domain.finding import Fact, FactValue
from showroom.domain.permit import Measure
from showroom.domain.plan import Fixture, Opening, Plan, Space, Stair
from showroom.geometry.layout import Layout
from showroom.geometry.memory import Memory, Subject, kept

_DRAWN: tuple[tuple[type[Document], tuple[str, ...]], ...] = (
    (Space, ("use", "height")),
    (Opening, ("kind", "width", "height", "leads", "role")),
    (Fixture, ("kind",)),
    (Stair, ("width",)),
)
"""What the plan says of a thing, by the sort of thing; of a storey its level."""


_WHOLES = frozenset(("", "declared.equipment"))
"""Keys under which the whole application, or all counts of it, are read; no fact is called so."""


class Facts(Subject):
    """The facts one case offers: what was declared, noted as it is read, and what the plan says of its things."""

    name = 2

    def __init__(self, layout: Layout, plan: Plan, application: Application) -> None:
        """`plan` is the plan of the layout, as it was drawn."""
        self._layout, self._plan, self.memory = layout, plan, layout.memory
        self.memory.subjects[self.name] = self
        self.memory.givers[self.name] = partial(_answer, application)
        self.memory.named = self.name
        self._number = self.memory.also_given(self._things.get)
        self.application = cast("Application", _Told(application, "", self.memory))

    def declared(self) -> tuple[Fact, ...]:
        """What was read of the application for the question being answered, by key; `None` is what it leaves out."""
        return self._declared(tuple(sorted(key for key in self.memory.parts_read(self.name) if key not in _WHOLES)))

    @kept
    def _declared(self, keys: tuple[str, ...]) -> tuple[Fact, ...]:
        return tuple(self._stated(key) for key in keys)

    @kept
    def _stated(self, key: str) -> Fact:
        return Fact.trusted(key=key, value=plain(self.memory.given(self.name, key)), origin="application")

    def drawn(self, things: Iterable[str]) -> tuple[Fact, ...]:
        """What the plan says of these things, in their order, each once."""
        return tuple([fact for thing in dict.fromkeys(things) for fact in self._of(thing)])

    @kept
    def _of(self, thing_id: str) -> tuple[Fact, ...]:
        if thing_id in self._layout.floors:
            written: list[tuple[str, object]] = [("level", self._layout.floors[thing_id].storey.level)]
        else:
            thing = self.thing(thing_id)
            says = next((names for kind, names in _DRAWN if isinstance(thing, kind)), ())
            written = [(name, getattr(thing, name)) for name in says]
        return tuple(
            [
                Fact.trusted(key=f"{thing_id}.{name}", value=plain(value), origin="plan")
                for name, value in written
                if value is not None
            ]
        )

    def thing(self, thing_id: str) -> Document | None:
        """Return a space, opening, fixture, wall or stair as it is drawn; each is read by itself."""
        return self.memory.given(self._number, thing_id)  # type: ignore[no-any-return]

    @cached_property
    def _things(self) -> dict[str, Document]:
        """The things a fact may be about; each is read by itself, so that an edit of one leaves the facts of the others."""
        return {
            thing.id: thing
            for storey in self._plan.storeys
            for kind in (storey.spaces, storey.openings, storey.fixtures, storey.walls, storey.stairs)
            for thing in kind
        }


def _answer(application: Application, key: str) -> object:
    """What the application says at a key (`premises.storey_level`); all of it where the key is empty."""
    found: Any = application
    for part in key.split(".") if key else ():
        found = found.get(part) if isinstance(found, Mapping) else getattr(found, part)
    return found


class _Told:
    """A document that notes which of its fields are read."""

    __slots__ = ("_document", "_memory", "_parts", "_under")

    def __init__(self, document: Document, under: str, memory: Memory) -> None:
        self._document, self._under, self._memory = document, under, memory
        self._parts: dict[str, _Told] = {}

    def __getattr__(self, name: str) -> Any:
        if name in self._parts:
            return self._parts[name]
        if name not in type(self._document).model_fields:
            self._memory.given(Facts.name, "")
            return getattr(self._document, name)
        key, value = self._under + name, getattr(self._document, name)
        if isinstance(value, Document):
            self._parts[name] = _Told(value, f"{key}.", self._memory)
            return self._parts[name]
        value = self._memory.given(Facts.name, key)
        if isinstance(value, dict):
            return _ToldCounts(value, f"{key}.", self._memory)
        return value


class _ToldCounts(dict[str, int]):
    """Counts by kind that note which kinds are asked for."""

    def __init__(self, counts: Mapping[str, int], under: str, memory: Memory) -> None:
        super().__init__(counts)
        self._under, self._memory = under, memory

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
        self._memory.given(Facts.name, self._under + kind)


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
