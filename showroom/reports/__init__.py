"""In which forms is a review handed over? A table of kind and suffix; no Qt, no VTK.

A new form is a module and a line of the table. The writers are loaded when they are asked for, so that a check in a terminal
does not wait for the PDF library.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Literal

from showroom.domain.errors import InputError, Problem
from showroom.domain.review import Review
from showroom.formats import read_vocabulary
from showroom.formats.writing import write_aside

Kind = Literal["checklist", "notice", "shots", "form"]
Pictures = Mapping[str, bytes]
"""PNG or JPEG bytes by requirement id."""


@dataclass(frozen=True)
class Handover:
    """What a form is made for: its language, the number of the case (empty where it has none yet), pictures of the places."""

    language: str
    case_number: str = ""
    pictures: Pictures = field(default_factory=dict)


Writer = Callable[[Review, Handover], bytes]


def _form(module: str, function: str) -> Writer:
    """Return what calls a writer of `module` once it is asked for: review, vocabulary, language, case number."""

    def write_form(review: Review, to: Handover) -> bytes:
        writer = getattr(import_module(f"showroom.reports.{module}"), function)
        made: bytes = writer(review, read_vocabulary(), to.language, to.case_number)
        return made

    return write_form


def _pdf(review: Review, to: Handover) -> bytes:
    from showroom.reports.pdf import checklist_pdf

    return checklist_pdf(review, to.language, to.pictures, to.case_number)


def _docx(review: Review, to: Handover) -> bytes:
    from showroom.reports.docx import checklist_docx

    return checklist_docx(review, read_vocabulary(), to.language, to.case_number, to.pictures)


def _json(review: Review, to: Handover) -> bytes:  # noqa: ARG001 - JSON speaks every language at once
    from showroom.reports.json import json_report

    return json_report(review).encode()


def _text(review: Review, to: Handover) -> bytes:
    from showroom.reports.text import text_report

    return text_report(review, to.language).encode()


def _svg(review: Review, to: Handover) -> bytes:
    from showroom.reports.lines import open_findings
    from showroom.reports.svg import plan_svg

    return plan_svg(review.plan, findings=open_findings(review), language=to.language).encode()


WRITERS: dict[Kind, dict[str, Writer]] = {
    "checklist": {
        ".pdf": _pdf,
        ".docx": _docx,
        ".xlsx": _form("xlsx", "checklist_xlsx"),
        ".html": _form("phone_html", "checklist_html"),
        ".bcfzip": _form("bcf", "checklist_bcf"),
        ".json": _json,
        ".svg": _svg,
        ".txt": _text,
    },
    "notice": {".docx": _form("notice_docx", "notice_docx"), ".pdf": _form("notice_pdf", "notice_pdf")},
    "shots": {".pdf": _form("shots_pdf", "shots_pdf")},
    "form": {".xlsx": _form("xlsform", "field_form")},
}
"""Which function writes which suffix of which kind of form."""


def write(review: Review, path: Path, to: Handover, kind: str = "checklist") -> None:
    """Write a form of the review to `path` as its suffix says, as a whole or not at all.

    Raises:
        InputError: the kind or the suffix is none of the table, or the file cannot be written.
        NotAvailableError: something the form needs is missing on this machine.
    """
    forms = {str(name): writers for name, writers in WRITERS.items()}
    if kind not in forms:
        raise InputError(Problem("--kind", f'"{kind}" is no form', f"choose one of {', '.join(forms)}"))
    writer = forms[kind].get(path.suffix.lower())
    if writer is None:
        known = ", ".join(sorted(forms[kind]))
        found = f'a {kind} cannot be written as "{path.suffix}"' if path.suffix else "the name has no suffix"
        raise InputError(Problem(str(path), found, f"choose one of {known}"))
    write_aside(path, writer(review, to))
    if kind == "form":
        _write_media(review, path, to)


def _write_media(review: Review, path: Path, to: Handover) -> None:
    """Write the plans a field form shows beside it, in a folder named as field collectors look for it."""
    from showroom.reports.xlsform import media

    folder = path.with_name(f"{path.stem}-media")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(Problem(str(folder), f"cannot be made ({error.strerror})", "choose another place")) from None
    for name, content in media(review, to.language).items():
        write_aside(folder / name, content)
