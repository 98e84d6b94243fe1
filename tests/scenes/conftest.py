"""The authoring scripts, importable as they see each other, for the time of one test."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

AUTHORING = Path(__file__).resolve().parents[2] / "assets" / "authoring"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Import an authoring script by its name; what was imported is forgotten afterwards."""
    monkeypatch.syspath_prepend(str(AUTHORING))
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if str(AUTHORING) in str(getattr(sys.modules[name], "__file__", None)):
            del sys.modules[name]
