"""What the proofs of the permits share: the counter at which plans are handed in."""

from pathlib import Path

import pytest

from tests.permits.premises import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The counter: checks plans through the command line."""
    return Desk(tmp_path, monkeypatch, capsys)
