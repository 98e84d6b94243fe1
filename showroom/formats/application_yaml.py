"""What does the applicant declare? Reads `*.application.yaml` (or JSON)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from showroom.domain.application import Application
from showroom.formats.mistakes import choice
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.formats.yaml_file import read_value


def read_application(path: Path) -> Application:
    """Return the application a file holds.

    Raises:
        InputError: with every mistake at its line.
    """
    return read_value(path, Application, noun="application", checks=(_known_equipment,))


def _known_equipment(application: Application) -> Iterator[tuple[Sequence[str | int], str, str]]:
    kinds = tuple(read_vocabulary().fixtures)
    for kind in application.declared.equipment:
        if kind not in kinds:
            yield ("declared", "equipment", kind), "is not a known kind of equipment", choice(kind, kinds)
