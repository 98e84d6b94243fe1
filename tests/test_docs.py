"""The documents: their links lead somewhere, and the commands they name exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    """A relative link or picture in a document is a file of the checkout."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_named_exists() -> None:
    """Every `showroom COMMAND` in a document is one the program has."""
    named = {name for page in PAGES for name in re.findall(r"(?:bin/|`)showroom ([a-z][a-z-]+)", page.read_text(encoding="utf-8"))}
    told = subprocess.run([sys.executable, "-m", "showroom.cli", "--help"], capture_output=True, text=True, check=True)
    assert named
    assert {name for name in named if not re.search(rf"^\W*{name}\b", told.stdout, re.MULTILINE)} == set()


def test_every_target_named_exists() -> None:
    """Every `make TARGET` in a document is one the Makefile has."""
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets
