"""Limits: told to people as they are, and held in one place."""

import re
from pathlib import Path

from showroom.formats import limits

ROOT = Path(__file__).resolve().parents[2]
_IN_MEGABYTES = re.compile(r"_BYTES$|_MEMORY$")


def _said(name: str, value: float) -> str:
    return f"{value / limits.MEGABYTE:,.0f} MB" if _IN_MEGABYTES.search(name) else f"{value:,.0f}"


def test_the_documents_tell_every_limit_as_it_is() -> None:
    """The table in docs/dev/limits.md names every limit of the module, with its very value."""
    page = (ROOT / "docs" / "dev" / "limits.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]+?) \|", page, re.MULTILINE))
    held = {name: value for name, value in vars(limits).items() if name.isupper() and name != "MEGABYTE"}
    assert told == {name: _said(name, value) for name, value in held.items()}


def test_every_limit_is_used_by_a_reader() -> None:
    """No limit stands in the module that no reader asks for."""
    sources = [
        path.read_text(encoding="utf-8") for path in (ROOT / "showroom" / "formats").glob("*.py") if path.name != "limits.py"
    ]
    unused = [name for name in vars(limits) if name.isupper() and not any(re.search(rf"\b{name}\b", source) for source in sources)]
    assert unused == []


def test_no_reader_keeps_a_limit_of_its_own() -> None:
    """A reader's module gives no name such as MAX_BYTES to a figure; the one module of limits has them all."""
    own = [
        f"{path.name}: {name}"
        for path in sorted((ROOT / "showroom" / "formats").glob("*.py"))
        for name in re.findall(r"^(MAX_(?!PROBLEMS)[A-Z_]+) *=", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert own == []
