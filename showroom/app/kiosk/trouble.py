"""How is a file's trouble told to a visitor? Briefly, with what to do; the exact problem follows for whoever helps."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from showroom.domain.errors import Problem
from showroom.formats.refusals import problem_said

_MOST = 3


def words_for(problems: Iterable[object], language: str) -> tuple[str, ...]:
    """Return a sentence for a visitor, then at most three of the exact problems without folders, also in `language` if known."""
    told = [problem for problem in problems if isinstance(problem, Problem) and problem.reason]
    first = QCoreApplication.translate(
        "Trouble", "The drawing could not be read. Please save it again as DXF (R2018 or older), or ask at the counter."
    )
    return (first, *(line for problem in told[:_MOST] for line in problem_said(_short(problem), language)))


def _short(problem: Problem) -> Problem:
    return Problem(Path(problem.place).name if problem.place else "", problem.reason, problem.remedy)
