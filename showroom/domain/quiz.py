"""What is asked at the end of a tour? Questions on the scene, each answered at one of its key points.

A quiz teaches and does not examine: whatever is chosen, the answer is shown at the spot. Nothing is counted.
"""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field, model_validator

from showroom.domain.document import Document
from showroom.domain.plan import Identifier
from showroom.domain.text import Text

ASKED = 3
"""How many questions a quiz has."""


class Answer(Document):
    """One answer to choose; `right` stands at the right one."""

    text: Text
    right: bool = False


class Question(Document):
    """A question, its two to four answers, why the right one is right, and the key point where one sees it."""

    id: Identifier
    hotspot: Identifier
    text: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=4)]
    explanation: Text

    @model_validator(mode="after")
    def _one_is_right(self) -> Self:
        right = sum(answer.right for answer in self.answers)
        if right != 1:
            raise ValueError(f'question "{self.id}" has {right} right answers; write right: true at exactly one')
        if len({answer.text for answer in self.answers}) < len(self.answers):
            raise ValueError(f'question "{self.id}" offers the same answer twice')
        return self

    @property
    def right(self) -> int:
        """The place of the right answer, from 0."""
        return next(place for place, answer in enumerate(self.answers) if answer.right)


def asked(questions: Sequence[Question], turn: int) -> tuple[Question, ...]:
    """Return the questions of the quiz with that number: the next three each time, and again from the first after the last."""
    count = min(ASKED, len(questions))
    return tuple(questions[(turn * ASKED + step) % len(questions)] for step in range(count))
