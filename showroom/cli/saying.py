"""How does a command speak? Reports on standard output or into a file, messages on standard error."""

import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from showroom.domain.errors import Problem

if TYPE_CHECKING:
    from showroom.domain.plan import Note


def put(text: str, path: Path | None) -> None:
    """Write a report to standard output, or whole to `path` and say so."""
    if path is None:
        sys.stdout.write(text)
        return
    from showroom.formats.writing import write_aside

    write_aside(path, text.encode())
    say(f"{path}")


def say_notes(notes: "tuple[Note, ...]") -> None:
    """Say in both languages what of a plan was not built as drawn."""
    for note in notes:
        say(f"{note.text.in_('zh_CN')} · {note.text.in_('en')}")


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{text}\n")


def refuse(problem: Problem) -> None:
    """Say a problem in the language asked for. The command is over by then, so what was typed is looked at."""
    from showroom.formats.refusals import problem_said

    english = "--lang=en" in sys.argv or ("--lang", "en") in itertools.pairwise(sys.argv)
    for line in problem_said(problem, "en" if english else "zh_CN"):
        say(line)
