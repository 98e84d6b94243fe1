"""Do the examples written beside requirements come out as they say?

An example is checked against its own requirement alone, as the register writes it, without any district's decisions.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from showroom.domain.errors import InputError, Problem
from showroom.domain.finding import Finding, Outcome
from showroom.domain.permit import Example, Permit, Requirement
from showroom.formats.plan_yaml import read_plan_yaml
from showroom.formats.register import permit_ids, read_permit_file, shared_requirements
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.home import requirements
from showroom.rules import check

_WORST_FIRST = (Outcome.NOT_MET, Outcome.NOT_CHECKED, Outcome.TO_CONFIRM, Outcome.MET, Outcome.NOT_APPLICABLE)
_CLOSE = 1e-3
"""How far a margin may be from the one written, in its unit."""


@dataclass(frozen=True)
class ExampleRun:
    """One example and what the check said: the worst outcome with its least margin; no outcome where nothing was found."""

    requirement: Requirement
    example: Example
    outcome: Outcome | None
    margin: float | None

    @property
    def agrees(self) -> bool:
        """Tell whether the check said what the example says."""
        wanted = self.example.margin
        return self.outcome is self.example.outcome and (
            wanted is None or (self.margin is not None and abs(self.margin - wanted) <= _CLOSE)
        )


def run_examples(path: Path | None = None) -> tuple[ExampleRun, ...]:
    """Run every example of the register in the folder `path` (of the one in use where none is given), by file and row.

    A file names its own rows' examples alone.

    Raises:
        InputError: a file or plan cannot be used, or a requirement does not fit its rule.
    """
    path = path or requirements()
    folder = path.parent if path.is_file() else path
    permits = [read_permit_file(folder / f"{id_}.yaml") for id_ in permit_ids(folder)]
    if not permits:
        raise InputError(Problem(f"{folder}", "there is no permit here", "name a folder with permits as YAML files"))
    day = max(permit.version for permit in permits)
    files = {"common": (*shared_requirements(folder),), **{permit.id: permit.requirements for permit in permits}}
    chosen = {path.stem: files.get(path.stem, ())} if path.is_file() else files
    return tuple(
        _run(folder, permits[0], row, example, day) for rows in chosen.values() for row in rows for example in row.examples
    )


def run_row(folder: Path, permit: Permit, row: Requirement) -> tuple[ExampleRun, ...]:
    """Run the examples of one row as it is handed in, a district's decisions in it or not; `permit` is one it belongs to.

    Raises:
        InputError: a plan cannot be used, or the row does not fit its rule.
    """
    return tuple(_run(folder, permit, row, example, permit.version) for example in row.examples)


def _run(folder: Path, permit: Permit, row: Requirement, example: Example, day: date) -> ExampleRun:
    findings = check(
        read_plan_yaml(folder / example.plan),
        example.application,
        permit.revise(requirements=(row,)),
        vocabulary=read_vocabulary(),
        as_of=example.as_of or day,
    )
    worst = min((finding.outcome for finding in findings), key=_WORST_FIRST.index, default=None)
    return ExampleRun(row, example, worst, _least_margin([finding for finding in findings if finding.outcome is worst]))


def _least_margin(findings: list[Finding]) -> float | None:
    return min((finding.margin for finding in findings if finding.margin is not None), default=None)
