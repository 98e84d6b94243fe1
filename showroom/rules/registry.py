"""Which rules are there, and do a requirement's parameters fit one?

A rule is a generator function registered by name. Its parameters are its typed keyword-only arguments; they are bound and validated
before any plan is looked at, so that a wrong row is refused instead of crashing a check.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from showroom.domain.errors import InputError, Problem
from showroom.domain.finding import Fact
from showroom.domain.permit import Measure
from showroom.domain.quantities import Length, PositiveLength
from showroom.domain.vocabulary import Vocabulary
from showroom.rules.case import Case
from showroom.rules.facts import figures
from showroom.rules.measure import Measurement
from showroom.rules.parameters import Area

RuleFunction = Callable[..., Iterator[Measurement]]


@dataclass(frozen=True)
class Rule:
    """A registered rule: its name and the function that measures."""

    name: str
    function: RuleFunction
    one_of: tuple[str, ...] = ()
    """Parameters of which exactly one must be given."""

    @cached_property
    def parameters(self) -> Mapping[str, inspect.Parameter]:
        """The keyword-only arguments of the function, by name."""
        found = inspect.signature(self.function).parameters
        return {name: parameter for name, parameter in found.items() if parameter.kind is inspect.Parameter.KEYWORD_ONLY}

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """What each parameter is where a requirement leaves it out; `None` where it must be given."""
        empty = inspect.Parameter.empty
        return {name: None if found.default is empty else found.default for name, found in self.parameters.items()}

    @cached_property
    def _hints(self) -> Mapping[str, Any]:
        return get_type_hints(self.function, include_extras=True)

    def unit(self, name: str) -> str:
        """Return the unit of a parameter that is a figure: `m`, `m²`, or none for numbers and all that is no figure."""
        hint = self._hints[name]
        parts = (hint, *get_args(hint))
        return "m" if any(part in (PositiveLength, Length) for part in parts) else "m²" if Area in parts else ""

    def validate(self, written: Mapping[str, Any], vocabulary: Vocabulary, place: str) -> tuple[dict[str, Any], list[Problem]]:
        """Return the parameters as the function wants them, and everything that is wrong with what was written."""
        values: dict[str, Any] = {}
        problems = [
            Problem(place, f'rule "{self.name}" has no parameter "{name}"', _choice(name, self.parameters))
            for name in written
            if name not in self.parameters
        ]
        for name, parameter in self.parameters.items():
            if name not in written:
                if parameter.default is inspect.Parameter.empty:
                    problems.append(Problem(place, f'rule "{self.name}" needs the parameter "{name}"', f"write {name}: …"))
                continue
            try:
                values[name] = _adapter(self._hints[name]).validate_python(written[name], context={"vocabulary": vocabulary})
            except ValidationError as refused:
                for mistake in refused.errors():
                    where = ".".join([name, *map(str, mistake["loc"])])
                    problems.append(
                        Problem(
                            place,
                            f'parameter "{where}" of rule "{self.name}": {mistake["msg"].removeprefix("Value error, ")}',
                            "see the rule's page",
                        )
                    )
        if self.one_of and sum(name in written for name in self.one_of) != 1:
            problems.append(Problem(place, f'rule "{self.name}" needs exactly one of {", ".join(self.one_of)}', "keep one of them"))
        return values, problems


@dataclass(frozen=True)
class BoundRule:
    """A rule with its parameters, and with those of the second, advisory limit where the requirement has one."""

    rule: Rule
    parameters: Mapping[str, Any]
    advises: Mapping[str, Any] | None
    figures: tuple[Fact, ...] = ()
    """The parameters as they were written or left at their default, and where each comes from."""

    def measure(self, case: Case) -> list[Measurement]:
        """Run the rule with the row's own limit."""
        return list(self.rule.function(case, **self.parameters))

    def measure_advice(self, case: Case) -> list[Measurement]:
        """Run the rule with the advisory limit; empty where there is none."""
        return [] if self.advises is None else list(self.rule.function(case, **{**self.parameters, **self.advises}))


@cache
def _adapter(hint: Any) -> TypeAdapter[Any]:
    """Return what validates a parameter of this type; rules that share a type share it, for it is slow to make."""
    return TypeAdapter(hint)


RULES: dict[str, Rule] = {}
"""Every rule by name; filled by importing `showroom.rules.catalogue`."""


def rule(name: str, *, one_of: tuple[str, ...] = ()) -> Callable[[RuleFunction], RuleFunction]:
    """Register a generator function as the rule of that name; `ValueError` where the name is taken.

    Of the parameters `one_of` a requirement must give exactly one.
    """

    def register(function: RuleFunction) -> RuleFunction:
        if name in RULES:
            raise ValueError(f'two rules are called "{name}"')
        RULES[name] = Rule(name, function, one_of)
        return function

    return register


def bind(measure: Measure, vocabulary: Vocabulary, place: str) -> BoundRule:
    """Return the rule a requirement names with its parameters validated; `place` says where they are written.

    Raises:
        InputError: for an unknown rule or parameter (naming the nearest) and for values that do not fit.
    """
    found = RULES.get(measure.rule)
    if found is None:
        raise InputError(Problem(place, f'there is no rule "{measure.rule}"', _choice(measure.rule, RULES)))
    parameters, problems = found.validate(measure.parameters, vocabulary, place)
    advises: dict[str, Any] | None = None
    if measure.advises is not None:
        advises, more = found.validate({**measure.parameters, **measure.advises}, vocabulary, f"{place}, advises")
        problems += [problem for problem in more if problem.reason not in {known.reason for known in problems}]
    if problems:
        raise InputError(problems)
    return BoundRule(found, parameters, advises, figures(measure, found.defaults))


def _choice(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(sorted(known)) or 'none'}"
