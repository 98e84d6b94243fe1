"""Asking for one reader loads that one, and nothing heavier than it needs."""

import subprocess
import sys

import pytest

from showroom import formats


def test_the_package_alone_loads_no_array_library() -> None:
    """Importing `showroom.formats` is cheap: what its functions need comes with the first call for them."""
    script = "import sys, showroom.formats; print('numpy' in sys.modules, 'pydantic' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]


def test_every_public_name_is_there() -> None:
    """Every name of `__all__` can be had, and any other is refused as of any module."""
    assert all(callable(getattr(formats, name)) for name in formats.__all__)
    with pytest.raises(AttributeError, match="read_nothing"):
        formats.read_nothing  # noqa: B018
