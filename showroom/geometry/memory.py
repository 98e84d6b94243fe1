"""What was worked out about a plan before, from what, and does it still hold after an edit?

Whatever is asked of a plan notes what it read: parts of the plan or answers of the application as they were given, and other things
worked out. A second `Memory`, made after the first, hands out what was known then only where everything read is as it was; where
something was worked out again and came out the same, what rests on it still holds (the red and green marks of build systems and of
incremental compilers). Nothing has to say what it depends on, so nothing can forget to.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

import numpy as np

Name = str | int
"""Whom a question is put to: a storey by its id, other things by a number of their own."""
Key = tuple[Hashable, ...]
"""A question: the function that answers it (`None`: it was given), whom it asks, and the rest."""

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


class Subject:
    """Something questions are put to: the memory of its whole plan, and what it is called in questions."""

    memory: "Memory"
    name: Name


AnySubject = TypeVar("AnySubject", bound=Subject)


@dataclass(slots=True)
class _Known:
    """An answer, what was read for it, and which given parts it rests on, directly or not: one bit for each."""

    value: Any
    read: tuple[Key, ...]
    rests_on: int


class Memory:
    """The answers of one plan. Subjects and givers are entered before anything is asked."""

    def __init__(self, before: "Memory | None" = None, *, lasting: bool = True) -> None:
        """Begin from what is known `before`; one that is not `lasting` notes nothing down for another after it.

        `before` answers no more: a thing of the plan before the edit must not be asked about the plan after it.
        """
        self._lasting = lasting
        self.subjects: dict[Name, Subject] = {}
        self.givers: dict[Name, Callable[[str], object]] = {}
        self._known: dict[Key, _Known] = {}
        self._given: dict[Key, object] = {}
        self._bits: dict[Name, dict[str, int]] = {}
        self._bit = 1
        self._reading: dict[Key, None] = {}
        self._rests_on = 0
        self._changed: int | None = None
        self._unchanged: dict[Key, bool] = {}
        self._known_before: dict[Key, _Known] = {}
        self._given_before: dict[Key, object] = {}
        if before is not None and lasting:
            self._known_before, self._given_before, self._bits = before._known, before._given, before._bits
            self._bit = before._bit
        if before is not None:
            before.close()

    def close(self) -> None:
        """Answer no more, and let go of everything: subjects and memory hold each other."""
        self._known, self._given, self._known_before, self._given_before, self._bits = {}, {}, {}, {}, {}
        self.subjects, self.givers, self._reading, self._unchanged = {}, {}, {}, {}

    def also_given(self, giver: Callable[[str], object]) -> int:
        """Enter a giver that has no number of its own, and return the one it gets: the next in the order of coming."""
        number = 1 + max(name for name in (*self.subjects, *self.givers, 0) if isinstance(name, int))
        self.givers[number] = giver
        return number

    def given(self, name: Name, part: str) -> Any:
        """Return a part of what was given, and note that it was read."""
        key = (None, name, part)
        if self._lasting:
            self._reading[key] = None
        self._rests_on |= self._bit_of(name, part)
        if key not in self._given:
            self._given[key] = self.givers[name](part)
        return self._given[key]

    def _bit_of(self, name: Name, part: str) -> int:
        bits = self._bits.setdefault(name, {})
        bit = bits.get(part)
        if bit is None:
            bit = bits[part] = self._bit
            self._bit <<= 1
        return bit

    def parts_read(self, name: Name) -> list[str]:
        """Return the parts of one giver that the answer being worked out rests on so far."""
        return [part for part, bit in self._bits.get(name, {}).items() if bit & self._rests_on]

    def ask(self, key: Key) -> Any:
        """Return the answer to a question, and note that it was asked."""
        if self._lasting:
            self._reading[key] = None
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._found(key)
        self._rests_on |= known.rests_on
        return known.value

    def _found(self, key: Key) -> _Known:
        old = self._known_before.get(key)
        if old is not None and not old.rests_on & self._changes():
            return old
        reading, rests_on = self._reading, self._rests_on
        try:
            self._reading, self._rests_on = {}, 0
            if old is not None and self._holds(old):
                return _Known(old.value, old.read, self._rests_on)
            self._reading, self._rests_on = {}, 0
            value = cast("Callable[..., Any]", key[0])(self.subjects[cast("Name", key[1])], *map(self._meant, key[2:]))
            return _Known(value if old is None else settled(old.value, value), tuple(self._reading), self._rests_on)
        finally:
            self._reading, self._rests_on = reading, rests_on | self._rests_on  # also of an answer that failed

    def _meant(self, part: Hashable) -> object:
        if type(part) is _ById:
            return part.thing
        return self.subjects[part.name] if type(part) is _Named else part

    def _changes(self) -> int:
        """The bits of the given parts that are not as they were; what cannot be compared has changed."""
        if self._changed is None:
            self._changed = 0
            for name, bits in self._bits.items():
                for part, bit in bits.items():
                    if not self._is_given_again((None, name, part)):
                        self._changed |= bit
        return self._changed

    def _is_given_again(self, key: Key) -> bool:
        giver = self.givers.get(cast("Name", key[1]))
        if key not in self._given_before or giver is None:
            return False
        try:
            if key not in self._given:
                self._given[key] = giver(cast("str", key[2]))
        except (KeyError, AttributeError):
            return False
        return same(self._given_before[key], self._given[key])

    def _holds(self, old: _Known) -> bool:
        """Tell whether all that was read for an answer came out as it was; in the order of reading, for one decides what is next.

        Gathers what the answer rests on now: what came out the same may rest on other parts.
        """
        for key in old.read:
            unchanged = self._unchanged.get(key)
            if unchanged is None:
                unchanged = self._unchanged[key] = self._compared(key)
            if not unchanged:
                return False
            self._rests_on |= self._bits[key[1]][key[2]] if key[0] is None else self._known[key].rests_on  # type: ignore[index]
        return True

    def _compared(self, key: Key) -> bool:
        if key[0] is None:
            return self._is_given_again(key)
        try:
            self.ask(key)
        except Exception:  # noqa: BLE001 - what can be asked no more has changed; who still needs it meets the failure himself
            return False
        before = self._known_before.get(key)
        return before is not None and self._known[key].value is before.value


def same(old: object, new: object) -> bool:
    """Tell whether two answers are alike in every part; where that is not certain, they are not."""
    if old is new:
        return True
    if type(old) is not type(new):
        return False
    if isinstance(old, np.ndarray) and isinstance(new, np.ndarray):
        return old.shape == new.shape and old.dtype == new.dtype and bool(np.all(old == new))
    if isinstance(old, tuple | list) and isinstance(new, tuple | list):
        return len(old) == len(new) and all(map(same, old, new))
    if isinstance(old, dict) and isinstance(new, dict):
        return list(old) == list(new) and all(same(value, new[key]) for key, value in old.items())
    return bool(old == new)


def settled(old: object, new: object) -> object:
    """Return `new`, with whatever in it is alike taken from `old`, so that it is known again by being the same object."""
    if type(old) is not type(new):
        return new
    if isinstance(old, dict) and isinstance(new, dict):
        merged = {key: settled(old[key], value) if key in old else value for key, value in new.items()}
        return old if list(old) == list(merged) and all(merged[key] is old[key] for key in old) else merged
    if type(old) is tuple and type(new) is tuple and len(old) == len(new):
        parts = tuple(map(settled, old, new))
        return old if all(a is b for a, b in zip(old, parts, strict=True)) else parts
    return old if same(old, new) else new


class _ById:
    """A thing as part of a question that is the same question only for the very same thing."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.thing is self.thing


# -------------------------------------------------------------------- ways to ask


_PLAIN = frozenset((str, int, float, bool, type(None), frozenset))
"""Sorts of things that are known by their value; anything else is known by being the very same."""


class _Named:
    """A subject as part of a question."""

    __slots__ = ("name",)

    def __init__(self, name: Name) -> None:
        self.name = name

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named) and other.name == self.name


def _put(thing: object) -> Hashable:
    if type(thing) in _PLAIN:
        return thing
    if isinstance(thing, Subject):
        return _Named(thing.name)
    if type(thing) is tuple and _PLAIN.issuperset(map(type, thing)):
        return thing
    if isinstance(thing, list | dict | set):
        raise TypeError(f"a {type(thing).__name__} may change and is no part of a question")
    return _ById(thing)


def kept(
    function: Callable[Concatenate[AnySubject, Asked], Found],
) -> Callable[Concatenate[AnySubject, Asked], Found]:
    """Keep what `function` finds for a subject and the same arguments; nobody may change it, and it may hold no subject."""

    @wraps(function)
    def remembered(subject: AnySubject, /, *args: Asked.args, **named: Asked.kwargs) -> Found:
        if named:
            raise TypeError("what is kept is asked for by position")
        return subject.memory.ask((function, subject.name, *map(_put, args)))  # type: ignore[no-any-return]

    return remembered


class derived(Generic[AnySubject, Found]):  # noqa: N801 - used as `property` is
    """A property that is worked out on first use and kept; nobody may change it, and it may hold no subject."""

    def __init__(self, function: Callable[[AnySubject], Found]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, subject: None, owner: type) -> "derived[AnySubject, Found]": ...
    @overload
    def __get__(self, subject: AnySubject, owner: type) -> Found: ...
    def __get__(self, subject: AnySubject | None, owner: type) -> "Found | derived[AnySubject, Found]":
        if subject is None:
            return self
        return subject.memory.ask((self._function, subject.name))  # type: ignore[no-any-return]
