"""A file is written as a whole or not at all."""

import os
from pathlib import Path

import pytest

from showroom.domain.errors import InputError
from showroom.formats.writing import write_aside


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The new content stands in place of the old, its mode is kept, and nothing is left beside it."""
    path = tmp_path / "a.yaml"
    path.write_text("old")
    path.chmod(0o640)
    write_aside(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails half-way the old file is as it was, nothing is left beside it, and the reason is told."""
    path = tmp_path / "a.yaml"
    path.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_aside(path, b"new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """Writing into a folder that is not there is one problem with the file's name."""
    with pytest.raises(InputError, match="could not be written"):
        write_aside(tmp_path / "no" / "a.yaml", b"x")


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """A symbolic link stays one; the file it points to is replaced."""
    (tmp_path / "real.yaml").write_text("old")
    link = tmp_path / "link.yaml"
    link.symlink_to("real.yaml")
    write_aside(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == b"new"
