"""Reports by suffix."""

from pathlib import Path

import pytest

from showroom.domain.errors import InputError
from showroom.domain.review import Review
from showroom.reports import WRITERS, Handover, write

_BEGINNINGS = {".pdf": b"%PDF-", ".json": b'{\n  "format": 1', ".svg": b"<?xml", ".txt": "图纸检查结果".encode()}


def test_each_suffix_writes_its_own_form(review: Review, tmp_path: Path) -> None:
    """The suffix decides the form, whatever its case."""
    assert set(_BEGINNINGS) <= set(WRITERS["checklist"])
    for suffix, beginning in _BEGINNINGS.items():
        path = tmp_path / f"result{suffix.upper()}"
        write(review, path, Handover("zh_CN"))
        assert path.read_bytes().startswith(beginning)


def test_an_unknown_suffix_is_refused_by_name(review: Review, tmp_path: Path) -> None:
    """A suffix nobody can write is refused with those that can be, and nothing is written."""
    with pytest.raises(InputError, match=r"\.bcfzip, \.docx, \.html, \.json, \.pdf, \.svg, \.txt, \.xlsx"):
        write(review, tmp_path / "result.odt", Handover("zh_CN"))
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_refused(review: Review, tmp_path: Path) -> None:
    """A folder that is not there is refused in one sentence, and none is made."""
    with pytest.raises(InputError):
        write(review, tmp_path / "nowhere" / "result.txt", Handover("zh_CN"))
    assert not list(tmp_path.iterdir())


def test_a_report_replaces_the_old_one(review: Review, tmp_path: Path) -> None:
    """Writing again leaves the new report alone in the folder."""
    path = tmp_path / "result.txt"
    path.write_bytes(b"old")
    write(review, path, Handover("en"))
    assert path.read_text("utf-8").startswith("Result of the check")
    assert [file.name for file in tmp_path.iterdir()] == ["result.txt"]
