"""A small restaurant and a hand-made review of it, with every outcome, for the tests of reports."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from showroom.domain.application import Application
from showroom.domain.finding import Finding
from showroom.domain.permit import Permit
from showroom.domain.plan import Note, Plan
from showroom.domain.review import Checklist, ChecklistItem, ChecklistSection, Review
from showroom.domain.text import Text

_SHOP = Path(__file__).parent / "shop"


def _written(name: str) -> Any:
    return yaml.safe_load((_SHOP / name).read_text("utf-8"))


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Return a hot-food shop of 12 m by 9 m: dining, kitchen, cold dish room with lobby, ware washing, store, corridor, toilet."""
    return Plan.model_validate(_written("plan.yaml"))


@pytest.fixture(scope="session")
def permit() -> Permit:
    """Return a permit of four sections with spatial, equipment, paper and procedure rows."""
    return Permit.model_validate(_written("permit.yaml"))


@pytest.fixture(scope="session")
def findings() -> tuple[Finding, ...]:
    """Return findings of every outcome, some with a witness."""
    return tuple(Finding.model_validate(row) for row in _written("findings.yaml"))


@pytest.fixture(scope="session")
def review(plan: Plan, permit: Permit, findings: tuple[Finding, ...]) -> Review:
    """Return the review of the shop as of 23 November 2026."""
    sections = tuple(
        ChecklistSection(
            section=section,
            items=tuple(
                ChecklistItem(
                    number=f"{place}.{index}",
                    requirement=row,
                    findings=tuple(found for found in findings if found.requirement == row.id),
                )
                for index, row in enumerate((row for row in permit.requirements if row.section == section.id), 1)
            ),
        )
        for place, section in enumerate(permit.sections, 1)
    )
    note = Text.of("面积 50 m² 以下可办理小餐饮登记。", "Under 50 m² registration is possible.")
    return Review(
        plan=plan,
        permit=permit,
        application=Application(),
        as_of=date(2026, 11, 23),
        gate="rules",
        findings=findings,
        notes=(Note(code="small-catering", text=note, where="F1"),),
        checklist=Checklist(sections=sections),
    )
