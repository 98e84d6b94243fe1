"""Preparing a machine: what was done once is not done again, and what failed leaves no mark."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the bootstrap program, working on an empty folder."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", sys.dont_write_bytecode)
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / ".ci" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def append(path: Path) -> list[str]:
    """Return a command that adds a line to a file."""
    return [sys.executable, "-c", f"open({str(path)!r}, 'a').write('ran\\n')"]


def test_a_step_runs_once_for_a_state(bootstrap: ModuleType, tmp_path: Path) -> None:
    """The same state again runs nothing; another state runs the step again."""
    record = tmp_path / "record"
    for state in ("one", "one", "two", "two"):
        bootstrap.once("step", state, [append(record)], "")
    assert record.read_text().count("ran") == 2


def test_a_step_that_fails_is_tried_again(bootstrap: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A failing command ends with status 2, is named, and leaves no stamp that would call it done."""
    with pytest.raises(SystemExit) as stopped:
        bootstrap.once("step", "one", [[sys.executable, "-c", "raise SystemExit(7)"]], "")
    assert stopped.value.code == 2
    assert "status 7" in capfd.readouterr().err
    assert not list(tmp_path.glob("stamp-*"))


def test_the_state_hangs_on_every_byte_and_on_the_order(bootstrap: ModuleType, tmp_path: Path) -> None:
    """A changed lock is another state, and so are the same words cut differently."""
    lock = tmp_path / "lock"
    lock.write_text("a==1\n")
    before = bootstrap.digest(lock, "x")
    lock.write_text("a==2\n")
    assert bootstrap.digest(lock, "x") != before
    assert bootstrap.digest("ab", "c") != bootstrap.digest("a", "bc")


def test_a_python_too_old_is_refused_in_words(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With Python 3.10 nothing is begun; the message says which Python to use and how."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit) as stopped:
        bootstrap.need_python()
    assert stopped.value.code == 2
    assert "make install PYTHON=python3.11" in capsys.readouterr().err
