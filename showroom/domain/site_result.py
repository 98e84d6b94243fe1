"""What did the inspector find on site? One answer a line of the checklist, and which plan and permit it was given for.

A result is what a stranger's file said: it is held against the checklist it names, never taken over as it is.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from showroom.domain.document import Document
from showroom.domain.plan import Note
from showroom.domain.text import Text

Answer = Literal["met", "not_met", "not_seen"]
ANSWERS: dict[Answer, Text] = {
    "met": Text.of("符合", "Met"),
    "not_met": Text.of("不符合", "Not met"),
    "not_seen": Text.of("未查看", "Not seen"),
}
"""What an inspector may say of a line, in the words of every form."""
BYTES_AS_TEXT = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
NOTE_LENGTH, PHOTO_COUNT = 2000, 20


class Photo(Document):
    """A picture taken on site: what it is called, and the JPEG or PNG bytes where the form carried them."""

    model_config = BYTES_AS_TEXT

    name: Annotated[str, Field(max_length=200)]
    content: bytes = b""


class SiteAnswer(Document):
    """What was found for one line; `key` is that of `showroom.reports.lines.Line`."""

    key: Annotated[str, Field(min_length=1, max_length=300)]
    answer: Answer | None = None
    measured: Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)] | None = None
    """In the unit of the line's limit (m, m², a number)."""
    note: Annotated[str, Field(max_length=NOTE_LENGTH)] = ""
    photos: Annotated[tuple[Photo, ...], Field(max_length=PHOTO_COUNT)] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written on this line."""
        return self.answer is None and self.measured is None and not self.note and not self.photos


class SiteResult(Document):
    """One inspector's form, filled in."""

    model_config = BYTES_AS_TEXT

    format: Literal[1] = 1
    permit: str
    permit_version: date
    plan_sha256: str
    as_of: date
    case: Annotated[str, Field(max_length=100)] = ""
    inspector: Annotated[str, Field(max_length=100)] = ""
    day: date | None = None
    answers: tuple[SiteAnswer, ...] = ()
    signature: bytes = b""
    """The inspector's hand on the glass, PNG."""
    notes: tuple[Note, ...] = ()
    """What could not be taken over, or should be looked at: a broken seal, a formula, a photo that is none."""
