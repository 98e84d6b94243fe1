"""A review: one plan held against one permit, with every finding and the checklist that follows from them."""

from datetime import date

from showroom.domain.application import Application
from showroom.domain.document import Document
from showroom.domain.finding import Binding, Finding, Outcome, Reason
from showroom.domain.permit import Permit, Requirement, Section
from showroom.domain.plan import Gate, Note, Plan


class ChecklistItem(Document):
    """One line of the office's list: the requirement and what was found for it (none for papers and procedure)."""

    number: str
    requirement: Requirement
    findings: tuple[Finding, ...] = ()

    @property
    def outcome(self) -> Outcome | None:
        """The worst outcome among the findings, or `None` where nothing was measured."""
        order = (Outcome.NOT_MET, Outcome.NOT_CHECKED, Outcome.TO_CONFIRM, Outcome.MET, Outcome.NOT_APPLICABLE)
        return min((finding.outcome for finding in self.findings), key=order.index, default=None)


class ChecklistSection(Document):
    """A section of the office's list with its lines, in the office's order."""

    section: Section
    items: tuple[ChecklistItem, ...]


class Checklist(Document):
    """The office's own list, pre-answered."""

    sections: tuple[ChecklistSection, ...]


class Review(Document):
    """Everything one check says. Same plan, permit, application and date: the same review."""

    plan: Plan
    permit: Permit
    application: Application
    as_of: date
    gate: Gate
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...] = ()
    checklist: Checklist

    def count(self, outcome: Outcome) -> int:
        """Return how many findings have this outcome."""
        return sum(finding.outcome is outcome for finding in self.findings)

    @property
    def exit_status(self) -> int:
        """0 every mandatory row that applies is met or waits only for the inspector; 1 one is not met; 3 one is undecided."""
        mandatory = [finding for finding in self.findings if finding.binding is Binding.MANDATORY]
        if any(finding.outcome is Outcome.NOT_MET for finding in mandatory):
            return 1
        undecided = any(
            finding.outcome is Outcome.NOT_CHECKED
            or (finding.outcome is Outcome.TO_CONFIRM and finding.reason is not Reason.INSPECTOR)
            for finding in mandatory
        )
        return 3 if undecided else 0
