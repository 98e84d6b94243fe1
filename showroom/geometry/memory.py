"""What was worked out about a plan before, from what, and does it still hold after an edit?

Whatever is asked of a plan notes what it read: parts of the plan or answers of the application as they were given, and other things
worked out. A second `Memory`, made after the first, hands out what was known then only where everything read is as it was; where
something was worked out again and came out the same, what rests on it still holds (the red and green marks of build systems and of
incremental compilers). Nothing has to say what it depends on, so nothing can forget to.
"""

from collections.abc import Callable, Hashable
from functools import cached_property, lru_cache, wraps
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

    @cached_property
    def at_hand(self) -> "dict[object, _Known]":
        """The answers of its derived properties, by what works them out, so that they need not be looked up among all."""
        return {}


AnySubject = TypeVar("AnySubject", bound=Subject)


class _Known:
    """An answer, or a part that was given: what was read for it, and which given parts it rests on (one bit for each)."""

    __slots__ = ("key", "read", "rests_on", "value")

    def __init__(self, key: Key, value: Any, read: "tuple[_Known, ...]", rests_on: int) -> None:
        self.key, self.value, self.read, self.rests_on = key, value, read, rests_on


class Memory:
    """The answers of one plan. Subjects and givers are entered before anything is asked."""

    def __init__(self, before: "Memory | None" = None, *, lasting: bool = True) -> None:
        """Begin from what is known `before`; one that is not `lasting` notes nothing down for another after it.

        `before` answers no more: a thing of the plan before the edit must not be asked about the plan after it.
        """
        self.lasting = lasting
        self.named: Name | None = None
        """Of whose parts one asks which were read; of other givers that is noted only where the memory is lasting."""
        self.subjects: dict[Name, Subject] = {}
        self.givers: dict[Name, Callable[[str], object]] = {}
        self._known: dict[Key, _Known] = {}
        self._bits: dict[Name, dict[str, int]] = {}
        self._bit = 1
        self.reading: dict[_Known, None] = {}
        self._rests_on = 0
        self._changed: int | None = None
        self._before: dict[Key, _Known] = {}
        self._by_id: dict[int, _ById] = {}
        self._by_id_before: dict[int, _ById] = {}
        if before is not None and lasting:
            self._before, self._by_id_before, self._bits, self._bit = before._known, before._by_id, before._bits, before._bit
        if before is not None:
            before.close()

    def close(self) -> None:
        """Answer no more, and let go of everything: subjects and memory hold each other."""
        self._known, self._before, self._bits, self._by_id, self._by_id_before = {}, {}, {}, {}, {}
        for subject in self.subjects.values():
            subject.at_hand.clear()
        self.subjects, self.givers, self.reading = {}, {}, {}

    def also_given(self, giver: Callable[[str], object]) -> int:
        """Enter a giver that has no number of its own, and return the one it gets: the next in the order of coming."""
        number = 1 + max(name for name in (*self.subjects, *self.givers, 0) if isinstance(name, int))
        self.givers[number] = giver
        return number

    def given(self, name: Name, part: str) -> Any:
        """Return a part of what was given, and note that it was read."""
        return self.answer((None, name, part)) if self.lasting or name == self.named else self.givers[name](part)

    def _bit_of(self, name: Name, part: str) -> int:
        bits = self._bits.setdefault(name, {})
        bit = bits.get(part)
        if bit is None:
            bit = bits[part] = self._bit
            self._bit <<= 1
        return bit

    def parts_read(self, name: Name) -> list[str]:
        """Return the parts of one giver that the answer being worked out rests on so far."""
        rests_on = self._rests_on
        return [part for part, bit in self._bits.get(name, {}).items() if bit & rests_on]

    def answer(self, key: Key) -> Any:
        """Return the answer to a question, and note that it was asked."""
        known = self._known.get(key) or self._found(key)
        if known not in self.reading:
            self.note(known)
        return known.value

    def known(self, key: Key) -> _Known:
        """Return the answer to a question as it is kept; who uses it notes it."""
        return self._known.get(key) or self._found(key)

    def note(self, known: _Known) -> None:
        """Note that an answer was read."""
        self.reading[known] = None
        self._rests_on |= known.rests_on

    def _found(self, key: Key) -> _Known:
        """Find the answer to a question that was not asked yet; what fails is noted as read, and is no answer."""
        try:
            known = self._known[key] = self._taken(key) if key[0] is None else self._worked_out(key)
        except BaseException:
            self.reading[_Known(key, _FAILED, (), 0)] = None
            raise
        return known

    def _taken(self, key: Key) -> _Known:
        """A part as its giver has it."""
        name, part = cast("Name", key[1]), cast("str", key[2])
        bit = self._bit_of(name, part)
        self._rests_on |= bit  # also where it is not there
        value, before = self.givers[name](part), self._before.get(key)
        return before if before is not None and same(before.value, value) else _Known(key, value, (), bit)

    def _worked_out(self, key: Key) -> _Known:
        old = self._before.get(key)
        if old is not None and not old.rests_on & (self._changes() if self._changed is None else self._changed):
            return old
        reading, rests_on = self.reading, self._rests_on
        try:
            self.reading, self._rests_on = {}, 0
            if old is not None and self._holds(old):
                return _Known(key, old.value, tuple(self.reading), self._rests_on)
            self.reading, self._rests_on = {}, 0
            value = cast("Callable[..., Any]", key[0])(self.subjects[cast("Name", key[1])], *map(self._meant, key[2:]))
            read = tuple(self.reading) if self.lasting else ()
            return _Known(key, value if old is None else settled(old.value, value), read, self._rests_on)
        finally:
            self.reading, self._rests_on = reading, rests_on | self._rests_on  # also of an answer that failed

    def _meant(self, part: Hashable) -> object:
        if type(part) is _ById:
            return part.thing
        return self.subjects[part.name] if type(part) is _Named else part

    def _changes(self) -> int:
        """The bits of the given parts that are not as they were; what cannot be compared has changed."""
        rests_on, changed = self._rests_on, 0
        for name, bits in self._bits.items():
            for part, bit in bits.items():
                if not self._is_given_again((None, name, part)):
                    changed |= bit
        self._rests_on, self._changed = rests_on, changed
        return changed

    def _is_given_again(self, key: Key) -> bool:
        before = self._before.get(key)
        if before is None or key[1] not in self.givers:
            return False
        known = self._known.get(key)
        if known is None:
            try:
                known = self._known[key] = self._taken(key)
            except (KeyError, AttributeError):
                return False
        return known is before

    def _holds(self, old: _Known) -> bool:
        """Tell whether all that was read for an answer came out as it was; in the order of reading, for one decides what is next.

        Gathers what was read now and what the answer rests on: what came out the same may rest on other parts.
        """
        known_now, reading = self._known, self.reading
        for read in old.read:
            try:
                known = known_now.get(read.key) or self._found(read.key)
            except Exception:  # noqa: BLE001 - what can be asked no more has changed; who still needs it meets the failure himself
                return False
            if known.value is not read.value:
                return False
            reading[known] = None
            self._rests_on |= known.rests_on
        return True

    # ---------------------------------------------------------------- parts of questions

    def part(self, thing: object) -> Hashable:
        """Return what stands for a thing in a question; it is the same only for the very same thing, unless it is a plain value."""
        if type(thing) in _PLAIN:
            return thing
        number = id(thing)
        known = self._by_id.get(number)
        if known is not None:
            return known
        if isinstance(thing, Subject):
            return _named(thing.name)
        if type(thing) is tuple and _PLAIN.issuperset(map(type, thing)):
            return thing
        if isinstance(thing, list | dict | set):
            raise TypeError(f"a {type(thing).__name__} may change and is no part of a question")
        known = self._by_id[number] = self._by_id_before.get(number) or _ById(thing)
        return known


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


# -------------------------------------------------------------------- ways to ask


_PLAIN = frozenset((str, int, float, bool, type(None), frozenset))
"""Sorts of things that are known by their value; anything else is known by being the very same."""
_FAILED = object()


class _ById:
    """A thing as part of questions, which keeps it alive: no other thing gets its number meanwhile."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing


class _Named:
    """A subject as part of questions."""

    __slots__ = ("name",)

    def __init__(self, name: Name) -> None:
        self.name = name


@lru_cache(maxsize=1024)
def _named(name: Name) -> _Named:
    """What stands for the subject of a name: always the same thing, so that it is compared fast."""
    return _Named(name)


def kept(
    function: Callable[Concatenate[AnySubject, Asked], Found],
) -> Callable[Concatenate[AnySubject, Asked], Found]:
    """Keep what `function` finds for a subject and the same arguments; nobody may change it, and it may hold no subject."""

    @wraps(function)
    def remembered(subject: AnySubject, /, *args: Asked.args, **named: Asked.kwargs) -> Found:
        if named:
            raise TypeError("what is kept is asked for by position")
        memory = subject.memory
        if len(args) == 1:
            part = args[0]
            key: Key = (function, subject.name, part if type(part) in _PLAIN else memory.part(part))
        else:
            key = (function, subject.name, *map(memory.part, args))
        return memory.answer(key)  # type: ignore[no-any-return]

    return remembered


def kept_apart(
    function: Callable[Concatenate[AnySubject, Asked], Found],
) -> Callable[Concatenate[AnySubject, Asked], Found]:
    """Keep for after an edit, as `kept` does, what is asked for once in a check or found at once: a check made once does not."""
    remembered = kept(function)

    @wraps(function)
    def found(subject: AnySubject, /, *args: Asked.args, **named: Asked.kwargs) -> Found:
        return (remembered if subject.memory.lasting else function)(subject, *args, **named)

    return found


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
        memory, known = subject.memory, subject.at_hand.get(self)
        if known is None:
            known = subject.at_hand[self] = memory.known((self._function, subject.name))
            if not memory.lasting and not known.rests_on:  # nobody will ask what it rests on: it is an attribute from now on
                subject.__dict__[self._function.__name__] = known.value
        if known not in memory.reading:
            memory.note(known)
        return known.value  # type: ignore[no-any-return]
