"""How is a compliant plan changed by one fact, and what does the command line say of it?

A `Draft` is a plan and an application as they are written; it is changed by id and checked through `showroom check`.
"""

import copy
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from showroom import cli

ROOT = Path(__file__).resolve().parents[2]
PLANS = Path(__file__).parent / "plans"
SHOP = ROOT / "scenes" / "hot-food-shop" / "premises.plan.yaml"
PERMITS = ("food-catering", "small-catering", "animal-clinic", "arts-training")
AS_OF = "2026-11-23"

Finding = dict[str, Any]


def compliant_plan(permit: str) -> Path:
    """The compliant plan of a permit, its application beside it."""
    return PLANS / f"{permit}.compliant.plan.yaml"


@dataclass
class Draft:
    """A plan and an application as written, to be changed."""

    plan: dict[str, Any]
    application: dict[str, Any]

    @property
    def storey(self) -> dict[str, Any]:
        """The first storey."""
        return self.plan["storeys"][0]

    def change(self, *ids: str, **fields: Any) -> "Draft":
        """Give things other values; `None` takes a key away."""
        for name in ids:
            thing = next(thing for kind in self._kinds() for thing in kind if thing["id"] == name)
            thing.update(fields)
            for key in [key for key, value in thing.items() if value is None]:
                del thing[key]
        return self

    def remove(self, *ids: str) -> "Draft":
        """Take things away; every one must be there."""
        for name in ids:
            kind = next(kind for kind in self._kinds() if any(thing["id"] == name for thing in kind))
            kind[:] = [thing for thing in kind if thing["id"] != name]
        return self

    def add(self, kind: str, /, **fields: Any) -> "Draft":
        """Add a thing: `walls`, `openings`, `spaces`, `fixtures`."""
        self.storey.setdefault(kind, []).append(fields)
        return self

    def declare(self, key: str, value: Any) -> "Draft":
        """Answer a question of the application: `premises.storey_level`."""
        place = self.application
        *path, last = key.split(".")
        for name in path:
            place = place.setdefault(name, {})
        place[last] = value
        return self

    def _kinds(self) -> list[list[dict[str, Any]]]:
        return [things for things in self.storey.values() if isinstance(things, list)]


def draft(plan: Path) -> Draft:
    """Read a plan and the application beside it, to be changed."""
    beside = plan.with_name(plan.name.replace(".plan.yaml", ".application.yaml"))
    return Draft(yaml.safe_load(plan.read_text(encoding="utf-8")), yaml.safe_load(beside.read_text(encoding="utf-8")))


@dataclass
class Desk:
    """The counter: checks plans through the command line as a person would, and remembers what it said of compliant ones."""

    folder: Path
    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]
    _count: int = field(default=0)

    def run(self, *words: object) -> tuple[int, str, str]:
        """Run `showroom …` and return exit status, standard output and standard error."""
        self.patch.setattr(sys, "argv", ["showroom", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        captured = self.capture.readouterr()
        return int(stop.value.code or 0), captured.out, captured.err

    def check(self, plan: Path, permit: str, application: Path | None = None) -> tuple[int, list[Finding], str]:
        """Check a plan file; return exit status, findings (none where it was refused) and standard error."""
        words: list[object] = ["check", plan, "--permit", permit, "--as-of", AS_OF, "--format", "json"]
        if application is not None:
            words += ["--application", application]
        status, out, err = self.run(*words)
        return status, json.loads(out)["findings"] if out else [], err

    def check_draft(self, changed: Draft, permit: str) -> tuple[int, list[Finding], str]:
        """Write a draft down and check it."""
        self._count += 1
        plan, application = (self.folder / f"draft-{self._count}.{name}.yaml" for name in ("plan", "application"))
        plan.write_text(yaml.safe_dump(copy.deepcopy(changed.plan), allow_unicode=True), encoding="utf-8")
        application.write_text(yaml.safe_dump(copy.deepcopy(changed.application), allow_unicode=True), encoding="utf-8")
        return self.check(plan, permit, application)


def rows(findings: list[Finding], *outcomes: str) -> set[str]:
    """The requirements with a finding of one of these outcomes."""
    return {finding["requirement"] for finding in findings if finding["outcome"] in outcomes}


def said(findings: list[Finding], *requirements: str) -> list[tuple[str, str, str]]:
    """What was found of some requirements, for a failing test's message."""
    return [
        (finding["requirement"], finding["outcome"], finding["text"]["en"])
        for finding in findings
        if finding["requirement"] in requirements
    ]
