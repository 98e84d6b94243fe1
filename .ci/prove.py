"""How hard are the tests tried by `make prove`? A pytest plugin: every property test gets many times its examples, and no deadline.

Tests that name a number of examples get so many times that number; the others get so many times hypothesis's own hundred.
`TIMES=200 make prove` tries harder still.
"""

import os

import pytest
from hypothesis import settings

TIMES = int(os.environ.get("TIMES", "50"))
_WRITTEN = "_hypothesis_internal_use_settings"
"""Where hypothesis keeps the settings a test was decorated with; there is no public way to raise them afterwards."""

settings.register_profile("prove", max_examples=100 * TIMES, deadline=None)
settings.load_profile("prove")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Raise the examples of each test that names a number; a test with many parameters is one function and is raised once."""
    functions = {id(function): function for item in items if (function := getattr(item, "function", None)) is not None}
    for function in functions.values():
        written = getattr(function, _WRITTEN, None)
        if isinstance(written, settings) and written is not settings.default:
            setattr(function, _WRITTEN, settings(written, max_examples=written.max_examples * TIMES, deadline=None))
