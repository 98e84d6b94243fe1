"""Which travel limit holds for these premises, as far as the facts are known?

Limits are a list; the first row whose conditions all hold is taken. A fact that was not stated leaves several rows possible: the
verdict then counts only where all of them agree, and otherwise the fact is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from showroom.domain.document import Document
from showroom.geometry.memory import kept
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import is_high_rise
from showroom.rules.parameters import Uses, Width

Kind = Literal["between", "dead_end"]
Factor = Annotated[float, Field(ge=1, le=2)]


class When(Document):
    """Conditions on the premises; those left out hold always."""

    uses: Uses | None = None
    children: bool | None = None
    high_rise: bool | None = None
    fire_class: tuple[Annotated[int, Field(ge=1, le=4)], ...] | None = None


class TravelLimit(Document):
    """The greatest distance between two exits and along a dead end, in metres."""

    when: When = When()
    between: Width
    dead_end: Width


@dataclass(frozen=True)
class Possible:
    """The limits that may hold, strictest first, the questions that would tell which, and whether none of them may hold."""

    metres: tuple[float, ...]
    questions: tuple[str, ...]
    maybe_none: bool = False


@kept
def possible_limits(case: Case, limits: tuple[TravelLimit, ...], kind: Kind, sprinkler_factor: float) -> Possible:
    """Return the limits of one kind that may hold; none where no row fits these premises."""
    rows, questions, certain = [], [], False
    for row in limits:
        fits = _fits(case, row.when)
        if fits is not False:
            rows.append(getattr(row, kind))
        if isinstance(fits, Unknown):
            questions.append(fits.question)
        elif fits:
            certain = True
            break
    factors = {1.0}
    if sprinkler_factor != 1.0:
        sprinklered = case.application.premises.sprinklered
        if sprinklered is None:
            questions.append("premises.sprinklered")
        factors = {1.0, sprinkler_factor} if sprinklered is None else {sprinkler_factor if sprinklered else 1.0}
    metres = tuple(sorted({round(row * factor, 6) for row in rows for factor in factors}))
    return Possible(metres, tuple(dict.fromkeys(questions)), maybe_none=bool(metres) and not certain)


def _fits(case: Case, when: When) -> bool | Unknown:
    answers = list(_answers(case, when))
    if False in answers:
        return False
    return next((answer for answer in answers if isinstance(answer, Unknown)), True)


def _answers(case: Case, when: When) -> Iterator[bool | Unknown]:
    premises = case.application.premises
    if when.uses is not None:
        yield bool(case.spaces_of(when.uses))
    if when.children is not None:
        yield _is(case.application.people.children, when.children, "people.children")
    if when.high_rise is not None:
        yield _is(is_high_rise(case), when.high_rise, "premises.high_rise")
    if when.fire_class is not None:
        yield Unknown("premises.fire_class") if premises.fire_class is None else premises.fire_class in when.fire_class


def _is(stated: bool | Unknown | None, wanted: bool, question: str) -> bool | Unknown:
    return Unknown(question) if stated is None or isinstance(stated, Unknown) else stated == wanted
