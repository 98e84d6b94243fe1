"""A permit and its requirements: what the law asks, in the words and order of the office.

A Requirement is what the law asks; how we measure it is a rule (`showroom.rules`), named here with its parameters.
"""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from showroom.domain.application import Item
from showroom.domain.document import Document
from showroom.domain.finding import Binding, Citation, Standing
from showroom.domain.text import Text

RequirementKind = Literal["spatial", "site", "equipment", "document", "procedure"]


class LegalSource(Document):
    """Where a requirement stands in law, how sure we are of the text, and which research note says so."""

    instrument: Annotated[str, Field(min_length=1)]
    clause: str = ""
    reference: str = ""
    standing: Standing
    grade: Literal["A", "B", "C"] | None = None
    note: str = ""

    def cite(self) -> Citation:
        """Return the short form that travels with a finding."""
        return Citation(instrument=self.instrument, clause=self.clause, standing=self.standing)


class Measure(Document):
    """Which rule measures a requirement, with its parameters; `advises` holds those of a second, advisory limit."""

    rule: Annotated[str, Field(min_length=1)]
    parameters: dict[str, Any] = Field(default_factory=dict)
    advises: dict[str, Any] | None = None


class Judgement(Document):
    """How an inspector judges what no rule can, and what evidence is wanted."""

    how: Text
    evidence: Text | None = None


class Applicability(Document):
    """Which premises a requirement addresses, in terms of the application and the plan. All stated conditions must hold."""

    items_any: tuple[Item, ...] | None = None
    fume_producing: bool | None = None
    uses_any: tuple[str, ...] | None = None
    building_use_any: tuple[str, ...] | None = None


class Requirement(Document):
    """What the law asks, once, with one id that every part of the showroom uses."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$")]
    kind: RequirementKind
    title: Text
    """A few words, for a key point, a row or a pin."""
    text: Text
    """The requirement in plain words, one or two sentences."""
    binding: Binding = Binding.ADVISORY
    source: LegalSource
    in_force_from: date | None = None
    in_force_until: date | None = None
    applies: Applicability | None = None
    measure: Measure | None = None
    judgement: Judgement | None = None
    why: Text | None = None
    common_mistake: Text | None = None
    remedy: Text | None = None
    section: str
    order: int = 0

    @model_validator(mode="after")
    def _is_decided_somehow(self) -> Self:
        if self.kind in ("spatial", "site", "equipment") and self.measure is None and self.judgement is None:
            raise ValueError("neither a rule (measure:) nor a person (judgement:) decides this requirement; write one of the two")
        return self

    def in_force(self, as_of: date) -> bool:
        """Tell whether the requirement is in force on `as_of`."""
        return (self.in_force_from or date.min) <= as_of <= (self.in_force_until or date.max)


class Section(Document):
    """A section of the office's checklist."""

    id: str
    title: Text


class PermitDocument(Document):
    """A paper the applicant hands in."""

    id: str
    title: Text
    issuer: Text | None = None
    sample: Text | None = None
    requirement: str | None = None


class Step(Document):
    """One step of the procedure, with its legal and its promised time."""

    id: str
    title: Text
    text: Text
    legal_time: Text | None = None
    promised_time: Text | None = None
    requirement: str | None = None


class Condition(Document):
    """One acceptance condition, and the requirements that stand behind it."""

    text: Text
    requirements: tuple[str, ...] = ()


class Permit(Document):
    """A permit: how it is applied for and everything it requires. `includes` names shared requirements of other files."""

    format: Literal[1] = 1
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: date
    title: Text
    summary: Text
    office: Text | None = None
    fee: Text | None = None
    validity: Text | None = None
    sections: tuple[Section, ...]
    conditions: tuple[Condition, ...] = ()
    documents: tuple[PermitDocument, ...] = ()
    procedure: tuple[Step, ...] = ()
    includes: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()

    def requirement(self, requirement_id: str) -> Requirement | None:
        """Return the requirement of that id, or `None`."""
        return next((row for row in self.requirements if row.id == requirement_id), None)


class RequirementFile(Document):
    """Requirements shared by several permits (`requirements/common.yaml`)."""

    format: Literal[1] = 1
    requirements: tuple[Requirement, ...]
