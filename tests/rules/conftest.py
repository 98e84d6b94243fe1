"""Which findings does a case file expect? Reads `# expect:` comments beside the culprit, and the application beside the plan.

`# expect: REQUIREMENT OUTCOME [mandatory|advisory] [margin NUMBER] [reason REASON] [required NUMBER] [asks QUESTION] [about THING]
[on STOREY] [shown GEOMETRY]`. A comment on the line of a thing (`{id: D3, …}`) expects that thing among those affected or causing.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from showroom.domain.application import Application
from showroom.domain.finding import Finding, Reason
from showroom.domain.permit import Permit
from showroom.domain.plan import Plan
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import permit_ids, read_application, read_permit, read_plan, read_vocabulary
from showroom.formats.register import read_requirement_file
from showroom.home import requirements
from showroom.rules import check

AS_OF = date(2026, 11, 23)
FOLDER = Path(__file__).parent
KNOWN_FACTS = Application.model_validate(
    {
        "items": ["hot-food"],
        "premises": {"building_use": "commercial", "high_rise": False, "fire_class": 1, "sprinklered": False},
        "people": {"seats": 20, "staff": 4},
        "site": {"nearby": []},
        "declared": {"ware_cleaning": "chemical"},
    }
)
"""The application of every case that has none beside it."""
_EXPECT = re.compile(r"#\s*expect:\s*(?P<row>\S+)\s+(?P<outcome>\w+)(?P<rest>[^#]*)")
_THING = re.compile(r"\{\s*id:\s*([^,\s}]+)")


_SAID: dict[str, Callable[[Finding, str], bool]] = {
    "margin": lambda finding, said: finding.margin is not None and abs(finding.margin - float(said)) <= 5e-5,
    "reason": lambda finding, said: finding.reason is not None and finding.reason.value == said,
    "required": lambda finding, said: finding.required is not None and abs(finding.required.value - float(said)) <= 5e-5,
    "asks": lambda finding, said: finding.reason is Reason.FACT_MISSING and f"({said})" in finding.text.in_("en"),
    "about": lambda finding, said: said in finding.affected,
    "on": lambda finding, said: finding.storey == said,
    "shown": lambda finding, said: finding.geometry is not None and finding.geometry.type == said,
}
"""The words of an expectation that take another one after them."""


@dataclass(frozen=True)
class Expected:
    """One finding a case file expects."""

    row: str
    outcome: str
    thing: str | None
    words: tuple[str, ...]
    line: int

    def fits(self, finding: Finding) -> bool:
        """Tell whether this finding is the one."""
        if (finding.requirement, finding.outcome.value) != (self.row, self.outcome):
            return False
        if self.thing is not None and self.thing not in (*finding.affected, *finding.causing):
            return False
        words = iter(self.words)
        for word in words:
            if word in ("mandatory", "advisory"):
                if finding.binding.value != word:
                    return False
            elif word not in _SAID:
                raise ValueError(f"line {self.line}: {word!r} is no word of an expectation")
            elif not _SAID[word](finding, next(words)):
                return False
        return True


@dataclass(frozen=True)
class Case:
    """A case file: the plan, its application, and what is expected."""

    path: Path
    expected: tuple[Expected, ...]

    @property
    def plan(self) -> Plan:
        """The plan of the case."""
        return read_plan(self.path)

    @property
    def application(self) -> Application:
        """The application beside the plan, or the facts every case knows."""
        beside = self.path.with_name(self.path.name.replace(".plan.yaml", ".application.yaml"))
        return read_application(beside) if beside.exists() else KNOWN_FACTS


def read_case(path: Path) -> Case:
    """Read the expectations of a case file."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        thing = _THING.search(line.split("#")[0])
        found.extend(
            Expected(match["row"], match["outcome"], thing[1] if thing else None, tuple(match["rest"].split()), number)
            for match in _EXPECT.finditer(line)
        )
    return Case(path, tuple(found))


@cache
def rows_of(names: tuple[str, ...]) -> Permit:
    """A permit that holds only these requirements, taken from the register as they stand there."""
    known = {
        row.id: row for row in read_requirement_file(requirements() / "common.yaml").requirements
    }  # those no district uses, too
    known |= {row.id: row for permit_id in permit_ids() for row in read_permit(permit_id).requirements}
    return read_permit("food-catering").revise(requirements=tuple(known[name] for name in names))


def findings(plan: Plan, application: Application, rows: Sequence[str]) -> tuple[Finding, ...]:
    """Check a plan against some requirements of the register."""
    permit = rows_of(tuple(dict.fromkeys(rows)))
    return check(plan, application, permit, vocabulary=read_vocabulary(), as_of=AS_OF)


CASE_FILES = sorted(FOLDER.glob("*/*.plan.yaml"))


@pytest.fixture
def vocabulary() -> Vocabulary:
    """The words of the register."""
    return read_vocabulary()
