"""In which forms is a review handed over? Text, JSON, SVG plan, PDF checklist, by the suffix of the file. No Qt, no VTK.

A new form is a module and a line of the table. The writers are loaded when they are asked for, so that a check in a terminal
does not wait for the PDF library.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from showroom.domain.errors import InputError, Problem
from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.formats.writing import write_aside

Pictures = Mapping[str, bytes]
"""PNG or JPEG bytes by requirement id."""
Writer = Callable[[Review, str, Pictures], bytes]


def _pdf(review: Review, language: str, pictures: Pictures) -> bytes:
    from showroom.reports.pdf import checklist_pdf

    return checklist_pdf(review, language, pictures)


def _json(review: Review, language: str, pictures: Pictures) -> bytes:  # noqa: ARG001 - JSON speaks every language at once
    from showroom.reports.json import json_report

    return json_report(review).encode()


def _text(review: Review, language: str, pictures: Pictures) -> bytes:  # noqa: ARG001
    from showroom.reports.text import text_report

    return text_report(review, language).encode()


def _svg(review: Review, language: str, pictures: Pictures) -> bytes:  # noqa: ARG001
    from showroom.reports.svg import plan_svg

    open_ones = [found for found in review.findings if found.outcome not in (Outcome.MET, Outcome.NOT_APPLICABLE)]
    return plan_svg(review.plan, findings=open_ones, language=language).encode()


WRITERS: dict[str, Writer] = {".pdf": _pdf, ".json": _json, ".svg": _svg, ".txt": _text}
"""Which function writes which suffix."""


def write(review: Review, path: Path, language: str, pictures: Pictures | None = None) -> None:
    """Write the review to `path` in the form its suffix names, as a whole or not at all.

    `pictures` are shown beside the findings of the requirement they are named by, where the form has pictures.

    Raises:
        InputError: the suffix is none of the table, or the file cannot be written.
        NotAvailableError: something the form needs is missing on this machine.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(sorted(WRITERS))
        found = f'a report cannot be written as "{path.suffix}"' if path.suffix else "the name has no suffix"
        raise InputError(Problem(str(path), found, f"choose one of {known}"))
    write_aside(path, writer(review, language, pictures or {}))
