"""What did the visitor tell about their premises, and what need they not read because of it?

The answers are kept for the whole visit. They only hide; a check looks at every requirement all the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from showroom.domain.application import Application
from showroom.domain.guidance import Guidance
from showroom.domain.permit import Permit
from showroom.domain.situation import left_out

if TYPE_CHECKING:
    from showroom.app.kiosk.surroundings import Surroundings


@dataclass(frozen=True)
class Situation:
    """The answers given, by question; the question asked again though it is answered; and whether all is shown all the same."""

    given: tuple[tuple[str, tuple[str, ...]], ...] = ()
    asking: str | None = None
    show_all: bool = False

    @property
    def answers(self) -> dict[str, tuple[str, ...]]:
        """The ids of the answers by id of the question."""
        return dict(self.given)

    def answered(self, question: str, answers: tuple[str, ...]) -> "Situation":
        """Return the situation with one question answered, by `()` not at all; the next open one is asked then."""
        kept = {**self.answers, question: answers}
        return replace(self, given=tuple(kept.items()), asking=None)

    def again(self, question: str) -> "Situation":
        """Return the situation with that question asked again."""
        return replace(self, asking=question)


@dataclass(frozen=True)
class Relevance:
    """What of a permit does not address the visitor."""

    reasons: Mapping[str, str]
    """The requirements that do not, each with the question whose answer says so."""
    answers: Mapping[str, str]
    """What was answered to these questions, in the visitor's language, in the order they are asked."""
    show_all: bool = False

    @property
    def hidden(self) -> frozenset[str]:
        """The requirements left out; none where all is shown all the same."""
        return frozenset() if self.show_all else frozenset(self.reasons)

    def because(self, requirement_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the answers that leave these requirements out."""
        questions = {self.reasons[name] for name in requirement_ids if name in self.reasons}
        return tuple(words for question, words in self.answers.items() if question in questions)


def guidance_now(around: "Surroundings") -> Guidance:
    """Return where the visitor's answers lead."""
    return around.catalogue.questions.guide(around.holder.visit.situation.answers)


def relevance(around: "Surroundings", permit: Permit) -> Relevance:
    """Return what of `permit` does not address the visitor, and which answers say so."""
    situation = around.holder.visit.situation
    if not situation.given:
        return Relevance({}, {})
    guidance, language = guidance_now(around), around.language
    found = left_out(permit, guidance)
    nothing = QCoreApplication.translate("Situation", "{question} None of these")
    answers = {
        question.id: "、".join(answer.text.in_(language) for answer in guidance.said[question.id])
        or nothing.format(question=question.text.in_(language))
        for question in guidance.asked
        if question.id in found.values()
    }
    return Relevance(found, answers, situation.show_all)


def trade_of(around: "Surroundings", permit: Permit) -> Situation:
    """Return the situation of a visitor who has chosen a permit: the first question is answered by that, where one answer fits."""
    situation = around.holder.visit.situation
    first = next(iter(around.catalogue.questions.questions), None)
    if first is None:
        return situation
    fitting = tuple(answer.id for answer in first.answers if answer.permits is not None and permit.id in answer.permits)
    known = set(situation.answers.get(first.id, ()))
    return situation if len(fitting) != 1 or known == set(fitting) else situation.answered(first.id, fitting)


def application_told(around: "Surroundings", beside: Application) -> Application:
    """Return what an application beside a plan says, and for the rest what the visitor told."""
    told = guidance_now(around).application.model_dump(exclude_unset=True)
    return Application.model_validate(_over(told, beside.model_dump(exclude_unset=True, exclude_none=True)))


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    both = {key: _over(below[key], value) if isinstance(below.get(key), dict) else value for key, value in above.items()}
    return {**below, **both}
