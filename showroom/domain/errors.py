"""Errors that speak to the person who can mend them: place, what is wrong, what to do instead."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with an input.

    `place` names file and line (or entity), `reason` what is wrong, `remedy` what to write or do instead.
    """

    place: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        head = f"{self.place}: " if self.place else ""
        return f"{head}{self.reason}" + (f"; {self.remedy}" if self.remedy else "")


class ShowroomError(Exception):
    """The family of everything the program refuses on purpose; it carries all problems found, not only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class InputError(ShowroomError):
    """A file or value brought in from outside could not be used."""


class NotAvailableError(ShowroomError):
    """This machine lacks something optional (a library, a voice, a display); the problem names what and how to get it."""
