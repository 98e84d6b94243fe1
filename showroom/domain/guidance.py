"""Which permit does this visitor need? A few questions whose answers narrow the permits and already say what will be applied for.

Nothing here is a chain: a question is asked where `asked_if` fits the answers given so far, and every answer only takes permits
away. So questions may be answered, changed and left open in any order.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from showroom.domain.application import Application
from showroom.domain.document import Document
from showroom.domain.text import Text

Answers = Mapping[str, tuple[str, ...]]
"""The ids of the answers given, by id of the question; a question that is not there is still open."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class Answer(Document):
    """One answer: the permits that remain possible (none named: all), and what it says for the application."""

    id: Id
    text: Text
    permits: tuple[str, ...] | None = None
    """The permits that fit this answer, the one to be proposed first."""
    application: Application = Application()
    brings: tuple[str, ...] = ()
    """Requirements that matter only where this is answered, or another answer of the question that brings them too."""


class Question(Document):
    """One question of the lobby; with `many`, several answers may be given, or none of them."""

    id: Id
    text: Text
    help: Text | None = None
    many: bool = False
    asked_if: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Ids of earlier questions with the answers that make this one worth asking; all must fit, any answer of each."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]


class Guidance(Document):
    """Where the answers lead: the permits that fit, the best first, what is known for the application, and what to ask next."""

    permits: tuple[str, ...]
    application: Application
    asked: tuple[Question, ...]
    """The questions to be shown for these answers, in order."""
    said: dict[str, tuple[Answer, ...]] = Field(default_factory=dict)
    """The answers that count, by id of the question; nothing chosen among several is said too."""
    next: Question | None = None
    """The first of them that is still open."""


class Questionnaire(Document):
    """The lobby's questions, in the order they are asked."""

    format: Literal[1] = 1
    questions: tuple[Question, ...]

    def guide(self, given: Answers) -> Guidance:
        """Return where these answers lead; answers to questions that are not asked, and unknown ones, count for nothing."""
        asked: list[Question] = []
        chosen: list[Answer] = []
        counted: dict[str, set[str]] = {}
        for question in self.questions:
            if all(counted.get(id_, set()) & set(fitting) for id_, fitting in question.asked_if.items()):
                asked.append(question)
                counted[question.id] = set(given.get(question.id, ()))
                chosen += [answer for answer in question.answers if answer.id in counted[question.id]]
        permits = tuple(dict.fromkeys(id_ for question in asked for answer in question.answers for id_ in answer.permits or ()))
        for answer in chosen:
            if answer.permits is not None:
                permits = tuple(id_ for id_ in answer.permits if id_ in permits)
        said: dict[str, Any] = {}
        for answer in chosen:
            said = _joined(said, answer.application.model_dump(exclude_unset=True))
        return Guidance(
            permits=permits,
            application=Application.model_validate(said),
            asked=tuple(asked),
            said={
                question.id: tuple(answer for answer in question.answers if answer.id in counted[question.id])
                for question in asked
                if question.id in given
            },
            next=next((question for question in asked if question.id not in given), None),
        )


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Put two applications together: lists one after the other, single facts as the later has them."""
    both = dict(first)
    for key, value in second.items():
        known = both.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            both[key] = _joined(known, value)
        elif isinstance(known, tuple) and isinstance(value, tuple):
            both[key] = (*known, *(one for one in value if one not in known))
        else:
            both[key] = value
    return both
