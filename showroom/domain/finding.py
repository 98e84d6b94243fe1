"""A finding: what one rule measured for one requirement, and what that means.

Outcome and binding are two things: `outcome` says what was measured, `binding` what it weighs.
"""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.quantities import Limit, Quantity
from showroom.domain.text import Text


class Outcome(StrEnum):
    """What was measured."""

    MET = "met"
    NOT_MET = "not_met"
    TO_CONFIRM = "to_confirm"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"


class Reason(StrEnum):
    """Why a finding is `to_confirm`."""

    FACT_MISSING = "fact-missing"
    DRAWING_SILENT = "drawing-silent"
    WITHIN_UNCERTAINTY = "within-uncertainty"
    INSPECTOR = "inspector"


class Binding(StrEnum):
    """What a verdict weighs. A missed advisory row is still `not_met`; it changes no exit status."""

    MANDATORY = "mandatory"
    ADVISORY = "advisory"


class Standing(StrEnum):
    """How sure we are of the legal text behind a requirement."""

    VERIFIED = "verified"
    RECALLED = "recalled"
    LOCAL_PRACTICE = "local-practice"


class Citation(Document):
    """The legal source as shown beside a finding."""

    instrument: str
    clause: str = ""
    standing: Standing


class Geometry(Document):
    """A witness in GeoJSON's words, metres, in the storey's axes."""

    type: Literal["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]
    coordinates: Annotated[tuple[Any, ...], Field(min_length=1)]


FactValue = bool | int | float | str | tuple[str, ...] | None
"""What a fact holds: a number, a word, several words, or nothing where nobody said it."""


class Fact(Document):
    """One fact a verdict rests on, and where it comes from.

    `key` is a key of the application file (`premises.storey_level`), a plan's thing with its attribute (`D3.width`), or a
    parameter of the rule (`at_least`), whose figure stands in the register, in a district's decisions, or is the rule's default.
    """

    key: str
    value: FactValue = None
    origin: Literal["application", "plan", "district", "register", "default"]


class Finding(Document):
    """One verdict, opened: requirement, rule, measured against required, margin, where, whom it concerns and what causes it."""

    requirement: str
    rule: str | None
    outcome: Outcome
    binding: Binding
    reason: Reason | None = None
    measured: Quantity | None = None
    required: Limit | None = None
    margin: float | None = None
    affected: tuple[str, ...] = ()
    causing: tuple[str, ...] = ()
    storey: str | None = None
    geometry: Geometry | None = None
    text: Text
    source: Citation
    remedy: Text | None = None
    facts: tuple[Fact, ...] = ()
    """What the verdict rests on: the rule's figures, what was read of the application, what the plan says of the things named."""
