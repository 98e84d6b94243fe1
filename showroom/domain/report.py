"""What shape has the report that other programs read? That of `showroom check --format json`; `reports.json` writes it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.finding import Finding, Outcome
from showroom.domain.plan import Note

Count = Annotated[int, Field(ge=0)]


class ReportedSpace(Document):
    """One room as it was understood: the name as drawn, the use, the area in square metres."""

    id: str
    name: str
    use: str
    area_m2: float
    storey: str


class ReportedPlan(Document):
    """What was checked: the file, how sure its lengths are (metres), and the last gate it passed."""

    path: str
    sha256: str
    kind: str
    unit: str
    length_uncertainty_m: float
    gate: Literal["none", "usable", "complete", "rules"]
    storeys: Count
    spaces: tuple[ReportedSpace, ...]
    notes: tuple[Note, ...]


class ReportedPermit(Document):
    """Which permit it was held against, in which version."""

    id: str
    version: date


class Report(Document):
    """The whole report."""

    format: Literal[1] = 1
    plan: ReportedPlan
    permit: ReportedPermit
    as_of: date
    summary: dict[Outcome, Count]
    findings: tuple[Finding, ...]
