"""A permit and its requirements: what the law asks, in the words and order of the office.

A Requirement is what the law asks; how we measure it is a rule (`showroom.rules`), named here with its parameters.
"""

from collections.abc import Collection
from datetime import date
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import Field, model_validator

from showroom.domain.application import Application, Item
from showroom.domain.document import Document
from showroom.domain.finding import Binding, Citation, Outcome, Standing
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
        return Citation.trusted(instrument=self.instrument, clause=self.clause, standing=self.standing)


class Change(Document):
    """Parameters that take the place of those written before, from a day on."""

    since: date
    parameters: dict[str, Any] = Field(default_factory=dict)
    advises: dict[str, Any] | None = None
    note: str = ""


class Measure(Document):
    """Which rule measures a requirement, with its parameters; `advises` holds those of a second, advisory limit."""

    rule: Annotated[str, Field(min_length=1)]
    parameters: dict[str, Any] = Field(default_factory=dict)
    advises: dict[str, Any] | None = None
    changes: tuple[Change, ...] = ()
    """Later figures, the earliest first; a parameter that a change does not name stays as it was."""
    local: tuple[str, ...] = ()
    """The figures a district decided (`at_least`, `advises.at_least`); set when the permit is read, never written in a file."""

    def on(self, day: date) -> Self:
        """Return the measure as it holds on `day`, without what was before and comes after."""
        parameters, advises = self.parameters, self.advises
        for change in self.changes:
            if change.since <= day:
                parameters = {**parameters, **change.parameters}
                advises = advises if change.advises is None else change.advises
        return self.revise(parameters=parameters, advises=advises, changes=())

    def with_figures(self, parameters: dict[str, Any] | None, advises: dict[str, Any] | None) -> Self:
        """Return the measure with these figures put in on every day."""
        put = parameters or {}
        changes = tuple(
            change.revise(parameters={**change.parameters, **put}, advises=advises if advises is not None else change.advises)
            for change in self.changes
        )
        local = (*put, *(f"advises.{name}" for name in advises or {}))
        return self.revise(
            parameters={**self.parameters, **put},
            advises=advises if advises is not None else self.advises,
            changes=changes,
            local=tuple(dict.fromkeys((*self.local, *local))),
        )


LOCAL_WORDS = ("title", "text", "why", "common_mistake", "remedy")
"""The texts of a requirement that a district may put in its own words."""


class Local(Document):
    """What a district decided about a requirement for some time; what is left out stays as the register has it."""

    in_force_from: date | None = None
    in_force_until: date | None = None
    in_use: bool | None = None
    binding: Binding | None = None
    parameters: dict[str, Any] | None = None
    advises: dict[str, Any] | None = None
    title: Text | None = None
    text: Text | None = None
    why: Text | None = None
    common_mistake: Text | None = None
    remedy: Text | None = None

    def in_force(self, day: date) -> bool:
        """Tell whether the decision holds on `day`; its first and last day are included."""
        return (self.in_force_from or date.min) <= day <= (self.in_force_until or date.max)

    def on(self, row: "AnyRequirement") -> "AnyRequirement":
        """Return the requirement with what was decided put in."""
        changes: dict[str, Any] = {name: text for name in LOCAL_WORDS if (text := getattr(self, name)) is not None}
        if self.in_use is not None:
            changes["in_use"] = self.in_use
        if self.binding is not None:
            changes["binding"] = self.binding
        if row.measure is not None and (self.parameters is not None or self.advises is not None):
            changes["measure"] = row.measure.with_figures(self.parameters, self.advises)
        return row.revise(**changes) if changes else row


class Example(Document):
    """One case written beside a requirement: a plan, what is declared, and what the check must say."""

    name: Text
    plan: Annotated[str, Field(min_length=1)]
    """A plan file, named from the folder of the register: `examples/one-door.plan.yaml`."""
    application: Application = Application()
    outcome: Outcome
    """The worst of what is found for the requirement."""
    margin: float | None = None
    """The least margin among the findings of that outcome, in the unit of the limit; left out, it may be any."""
    as_of: date | None = None
    """The day of the check; left out, the day of the register's version."""


NoRule = Literal["on-site", "papers", "other-rows", "open-figure", "guidance"]
"""Why no rule decides a requirement: it shows on site alone; a paper must be read; other requirements decide it; no figure is
settled; it only guides whoever plans."""


class Judgement(Document):
    """How an inspector judges what no rule can, and what evidence is wanted."""

    because: NoRule | None = None
    """Why a person judges it; needed where there is no rule."""
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
    examples: tuple[Example, ...] = ()
    in_use: bool = True
    """Whether the requirement is looked at where a district has not decided about it."""
    locally: tuple[Local, ...] = ()
    """What a district decided for some time only; set when the permit is read, never written in a file."""
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

    @property
    def decided_by(self) -> Literal["rule", "person", "paper"]:
        """Who decides it: a rule, a person looking at the premises, or nobody but the line on the checklist (papers, procedure)."""
        if self.measure is not None:
            return "rule"
        return "person" if self.kind in ("spatial", "site", "equipment") else "paper"

    def in_force(self, as_of: date) -> bool:
        """Tell whether the requirement is in force on `as_of`."""
        return (self.in_force_from or date.min) <= as_of <= (self.in_force_until or date.max)

    def on(self, day: date) -> Self:
        """Return the requirement with the figures that hold on `day`, and what a district decided for that day."""
        row = self
        for decision in self.locally:
            row = decision.on(row) if decision.in_force(day) else row
        if row.measure is not None and row.measure.changes:
            row = row.revise(measure=row.measure.on(day))
        return row.revise(locally=()) if row.locally else row


class Section(Document):
    """A section of the office's checklist."""

    id: str
    title: Text


PaperForm = Literal["form", "plan", "card", "contract", "certificate", "table", "text"]
"""What a paper looks like, for the sample drawn of it."""


class PermitDocument(Document):
    """A paper the applicant hands in."""

    id: str
    title: Text
    form: PaperForm = "text"
    issuer: Text | None = None
    sample: Text | None = None
    requirement: str | None = None
    concerns: tuple[RequirementKind, ...] = ()
    """Which kinds of requirements the paper shows; their key points name it."""


class Step(Document):
    """One step of the procedure, with its legal and its promised time."""

    id: str
    title: Text
    text: Text
    legal_time: Text | None = None
    promised_time: Text | None = None
    requirement: str | None = None
    concerns: tuple[RequirementKind, ...] = ()
    """Which kinds of requirements are looked at in this step; their key points name it."""


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
    asks: tuple[str, ...] = ()
    """Which plain questions the kiosk asks before a check, by application key (`premises.building_use`); empty: all it knows."""
    requirements: tuple[Requirement, ...] = ()
    district: str | None = None
    """The district whose decisions have been put in; set when the permit is read, never written in a file."""

    def on(self, day: date) -> Self:
        """Return the permit as it stands on `day`: the requirements in force, with the figures and decisions of that day."""
        rows = tuple(row.on(day) for row in self.requirements if row.in_force(day))
        decided = {row.id for row in self.requirements if row.locally}
        stands = self if rows == self.requirements else self.revise(requirements=rows)
        return stands._without({row.id for row in rows if row.id in decided and not row.in_use})

    def in_use(self) -> Self:
        """Return the permit without the requirements that are off on every day; no condition, paper or step points to one."""
        return self._without({row.id for row in self.requirements if not row.in_use and not any(one.in_use for one in row.locally)})

    def _without(self, off: Collection[str]) -> Self:
        if not off:
            return self
        return self.revise(
            requirements=tuple(row for row in self.requirements if row.id not in off),
            conditions=tuple(
                condition.revise(requirements=tuple(id_ for id_ in condition.requirements if id_ not in off))
                for condition in self.conditions
            ),
            documents=tuple(paper.revise(requirement=None) if paper.requirement in off else paper for paper in self.documents),
            procedure=tuple(step.revise(requirement=None) if step.requirement in off else step for step in self.procedure),
        )

    def requirement(self, requirement_id: str) -> Requirement | None:
        """Return the requirement of that id, or `None`."""
        return next((row for row in self.requirements if row.id == requirement_id), None)


AnyRequirement = TypeVar("AnyRequirement", bound=Requirement)


class RequirementFile(Document):
    """Requirements shared by several permits (`requirements/common.yaml`)."""

    format: Literal[1] = 1
    requirements: tuple[Requirement, ...]
