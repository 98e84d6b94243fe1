"""How is a BCF file read back? Its topics name lines of the list by their reference links; status and comments are the answers.

A topic set to closed says its lines are met now; one in any other state says nothing about them. Comments of others are notes, and
pictures they add are photos.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note
from showroom.domain.site_result import NOTE_LENGTH, SiteResult
from showroom.formats.limits import BCF_PARTS, BCF_TOPIC_BYTES, WORKBOOK_BYTES
from showroom.formats.site_results import note, result_of
from showroom.formats.xml_file import Element, open_xml

OWN_AUTHOR, LINK = "showroom", "showroom:line/"
"""As `reports.bcf` writes them (a test compares)."""
_DONE = ("closed", "resolved", "done")
_AGAIN = "export the issues as BCF 2.1 again, with those of the showroom in it"


def read_bcf(path: Path) -> SiteResult:
    """Return what the topics of a BCF file say.

    Raises:
        InputError: it is no BCF, unpacks to more than one may, or names no line of ours.
    """
    place = str(path)
    notes: list[Note] = []
    about: dict[str, str] = {}
    answers: list[dict[str, Any]] = []
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > BCF_PARTS or sum(part.file_size for part in parts) > WORKBOOK_BYTES:
                raise InputError(Problem(place, "unpacks to more than a checklist can be", _AGAIN))
            for part in parts:
                if part.filename.rpartition("/")[2] != "markup.bcf":
                    continue
                if part.file_size > BCF_TOPIC_BYTES:
                    notes.append(note("topic-unread", "有一个问题过大，没有读入。", "One topic is too large and was left out."))
                    continue
                root = open_xml(f"{place}:{part.filename}", archive.read(part), "BCF")
                for key, said, fields in _lines(root) if root is not None else ():
                    about = about or said
                    if {**about, **said} == about:
                        answers.append({"key": key, **fields})
                    else:
                        told = "有的问题属于别的图纸，没有采用。", "Some topics are about another plan; they were not taken."
                        notes.append(note("other-plan", *told))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise InputError(Problem(place, "is no BCF file", _AGAIN)) from None
    if not about:
        raise InputError(Problem(place, "names no line of a checklist of ours", _AGAIN))
    return result_of(place, {**about, "answers": answers}, notes)


def _lines(root: Element) -> Iterator[tuple[str, dict[str, str], dict[str, Any]]]:
    """Yield each line a topic names: its key, what the list is about, and what the topic says of it."""
    topic = next((child for child in root.children if child.name == "Topic"), None)
    if topic is None:
        return
    comments = [child for child in root.children if child.name == "Comment"]
    said = " / ".join(filter(None, (_of(one, "Comment") for one in comments if _of(one, "Author") != OWN_AUTHOR)))
    fields = {"answer": "met" if topic.get("TopicStatus").lower() in _DONE else None, "note": said[:NOTE_LENGTH]}
    for child in topic.children:
        link = child.text() if child.name == "ReferenceLink" else ""
        if link.startswith(LINK):
            key, _, query = link.removeprefix(LINK).partition("?")
            yield unquote(key), dict(parse_qsl(query, keep_blank_values=True, max_num_fields=20)), fields


def _of(element: Element, name: str) -> str:
    return next((child.text() for child in element.children if child.name == name), "")
