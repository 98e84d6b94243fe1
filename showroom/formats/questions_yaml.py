"""What does the lobby ask to find the right permit? Reads `requirements/questions.yaml`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from showroom.domain.guidance import Questionnaire
from showroom.formats.mistakes import choice
from showroom.formats.yaml_file import read_value
from showroom.home import requirements

FILE = "questions.yaml"


def read_questions(folder: Path | None = None) -> Questionnaire:
    """Return the questions of a register, of the one in use where no folder is given.

    Raises:
        InputError: with every mistake at its line; a register without the file has no questions.
    """
    path = (folder or requirements()) / FILE
    return read_value(path, Questionnaire, noun="list of questions", checks=(sound_questions,)) if path.exists() else _NONE


def sound_questions(read: Questionnaire) -> Iterator[tuple[Sequence[str | int], str, str]]:
    """Yield every id given twice, and every `asked_if` that names no earlier question or none of its answers."""
    earlier: dict[str, tuple[str, ...]] = {}
    for number, question in enumerate(read.questions):
        here = ("questions", number)
        if question.id in earlier:
            yield (*here, "id"), f'is "{question.id}", which is already given above', "give each question its own id"
        for name, fitting in question.asked_if.items():
            if name not in earlier:
                yield (*here, "asked_if", name), "is no question asked before this one", choice(name, tuple(earlier))
                continue
            for place, answer in enumerate(fitting):
                if answer not in earlier[name]:
                    yield (
                        (*here, "asked_if", name, place),
                        f'is "{answer}", which is no answer to it',
                        choice(answer, earlier[name]),
                    )
        ids = tuple(answer.id for answer in question.answers)
        for place, id_ in enumerate(ids):
            if id_ in ids[:place]:
                yield (*here, "answers", place, "id"), f'is "{id_}", which is already given above', "give each answer its own id"
        earlier[question.id] = ids


_NONE = Questionnaire(questions=())
