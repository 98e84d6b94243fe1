"""The studio refuses what it cannot open, before any window shows."""

from pathlib import Path

import pytest

from showroom.app import clerk


def test_an_unknown_scene_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A scene nobody has is refused in one sentence with exit status 2."""
    assert clerk.run("no-such-scene") == 2
    said = capsys.readouterr().err
    assert "no-such-scene" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", "scene.yaml"),
        ("format: 1\nid: x\ntitle: {zh_CN: 店}\nsurprise: 1\n", "surprise"),
        ("format: 1\nid: [", "scene.yaml"),
    ],
    ids=["empty", "unknown key", "broken"],
)
def test_a_bad_scene_is_refused_by_place(tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, expected: str) -> None:
    """A scene file that cannot be read is refused by file and reason with exit status 2."""
    (tmp_path / "scene.yaml").write_text(written, encoding="utf-8")
    assert clerk.run(tmp_path) == 2
    assert expected in capsys.readouterr().err


def test_a_scene_without_its_model_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A scene whose model is missing is refused by the model's name with exit status 2."""
    assert clerk.run(folder) == 2
    assert "scene.glb" in capsys.readouterr().err
