"""What has one district decided about the register: which requirements are looked at, how they bind, and with which figures?

Laws are the same everywhere; local figures are not. A district keeps its own in one file and touches no other.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.finding import Binding
from showroom.domain.permit import Permit, Requirement
from showroom.domain.text import Text


class Switch(Document):
    """What changes for one requirement; what is left out stays as the register has it."""

    requirement: Annotated[str, Field(min_length=1)]
    use: bool | None = None
    """`false`: not looked at in this district; `true`: looked at, also where the register has it off."""
    binding: Binding | None = None
    parameters: dict[str, Any] | None = None
    """Figures put in place of those of the requirement's measure; the others stay."""
    advises: dict[str, Any] | None = None

    def on(self, row: Requirement) -> Requirement:
        """Return the requirement with what this switch says put in."""
        changes: dict[str, Any] = {}
        if self.use is not None:
            changes["in_use"] = self.use
        if self.binding is not None:
            changes["binding"] = self.binding
        if row.measure is not None and (self.parameters is not None or self.advises is not None):
            changes["measure"] = row.measure.with_figures(self.parameters, self.advises)
        return row.revise(**changes) if changes else row


class Decision(Document):
    """Who decided what, when and why, about some requirements."""

    by: Text
    decided: date
    why: Text
    rows: Annotated[tuple[Switch, ...], Field(min_length=1)]


class District(Document):
    """A district's decisions. One district of a register is the default."""

    format: Literal[1] = 1
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: date
    title: Text
    default: bool = False
    decisions: tuple[Decision, ...] = ()

    def switches(self) -> Iterator[Switch]:
        """Every switch, in the order written."""
        for decision in self.decisions:
            yield from decision.rows

    def put_into(self, permit: Permit) -> Permit:
        """Return the permit as this district applies it; what it does not look at is gone, and nothing points to it."""
        switches = {switch.requirement: switch for switch in self.switches()}
        rows = tuple(switches[row.id].on(row) if row.id in switches else row for row in permit.requirements)
        return in_use(permit.revise(requirements=rows, district=self.id))


def in_use(permit: Permit) -> Permit:
    """Return the permit without the requirements that are off, and with no condition, paper or step pointing to one."""
    off = {row.id for row in permit.requirements if not row.in_use}
    if not off:
        return permit
    return permit.revise(
        requirements=tuple(row for row in permit.requirements if row.in_use),
        conditions=tuple(
            condition.revise(requirements=tuple(id_ for id_ in condition.requirements if id_ not in off))
            for condition in permit.conditions
        ),
        documents=tuple(paper.revise(requirement=None) if paper.requirement in off else paper for paper in permit.documents),
        procedure=tuple(step.revise(requirement=None) if step.requirement in off else step for step in permit.procedure),
    )
