"""What has one district decided about the register: which requirements are looked at, how they bind, and with which figures?

Laws are the same everywhere; local figures are not. A district keeps its own in one file and touches no other.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.finding import Binding
from showroom.domain.permit import LOCAL_WORDS, Local, Permit, Requirement
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
    title: Text | None = None
    """The district's own words, in place of the register's; they bind nobody to other figures."""
    text: Text | None = None
    why: Text | None = None
    common_mistake: Text | None = None
    remedy: Text | None = None

    @property
    def decides(self) -> bool:
        """Tell whether anything is decided."""
        return any(getattr(self, name) is not None for name in type(self).model_fields if name != "requirement")

    def on(self, row: Requirement) -> Requirement:
        """Return the requirement with what this switch says put in."""
        return self.between(None, None).on(row)

    def between(self, first: date | None, last: date | None) -> Local:
        """Return what is decided, as it holds from the first day to the last."""
        return Local(
            in_force_from=first,
            in_force_until=last,
            in_use=self.use,
            binding=self.binding,
            parameters=self.parameters,
            advises=self.advises,
            **{name: getattr(self, name) for name in LOCAL_WORDS},
        )


class Decision(Document):
    """Who decided what, when and why, about some requirements; with a first or last day it holds for that time only."""

    by: Text
    decided: date
    in_force_from: date | None = None
    in_force_until: date | None = None
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
        """Return the permit as this district applies it; what it does not look at is gone, and nothing points to it.

        Decisions for some time only travel with their rows and take effect when the permit is taken on a day.
        """
        rows = {row.id: row for row in permit.requirements}
        for decision in self.decisions:
            always = decision.in_force_from is None and decision.in_force_until is None
            for switch in decision.rows:
                if (row := rows.get(switch.requirement)) is not None:
                    local = switch.between(decision.in_force_from, decision.in_force_until)
                    rows[row.id] = switch.on(row) if always else row.revise(locally=(*row.locally, local))
        return permit.revise(requirements=tuple(rows.values()), district=self.id).in_use()
