"""Reading in a process of its own: the same plan and the same problems, and an ordinary error when it takes too much or dies."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showroom.domain.errors import InputError
from showroom.formats import read_plan, table, worker
from showroom.formats.worker import Limits, cool_down, read_plan_apart, warm_up


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    yield
    cool_down()


@pytest.fixture
def drawing(shop: Any, tmp_path: Path) -> Path:
    """Return a drawing that can be read."""
    path: Path = shop.draw(tmp_path / "shop.dxf")
    return path


def _told(path: Path, **options: Any) -> str:
    with pytest.raises(InputError) as caught:
        read_plan_apart(path, **options)
    assert all(problem.place.startswith(str(path)) and problem.remedy for problem in caught.value.problems)
    return str(caught.value)


def test_the_plan_is_the_same(drawing: Path) -> None:
    """Reading apart gives the plan that reading here gives, to the last digit, prepared beforehand or not."""
    here = read_plan(drawing)
    assert read_plan_apart(drawing) == here
    warm_up()
    assert read_plan_apart(drawing) == here


def test_problems_are_the_same(tmp_path: Path) -> None:
    """What is wrong with a file is said in the same words."""
    path = tmp_path / "broken.dxf"
    path.write_bytes(b"no drawing at all")
    with pytest.raises(InputError) as here:
        read_plan(path)
    assert _told(path) == str(here.value)
    assert "no such file" in _told(tmp_path / "missing.dxf")


def test_too_much_memory_is_an_ordinary_error(drawing: Path) -> None:
    """A file that needs more memory than allowed ends in a sentence; this program goes on."""
    assert "memory" in _told(drawing, limits=Limits(memory=64 * 1024 * 1024))


def test_too_long_is_an_ordinary_error(drawing: Path) -> None:
    """What takes longer than allowed is stopped."""
    assert "seconds and was stopped" in _told(drawing, limits=Limits(seconds=0.0))


def test_reading_can_be_watched_and_cancelled(drawing: Path) -> None:
    """The caller is told how long it takes, and stops it by answering no."""
    seconds: list[float] = []

    def no_longer(gone: float) -> bool:
        seconds.append(gone)
        return False

    assert "cancelled" in _told(drawing, waiting=no_longer)
    assert len(seconds) == 1


def test_a_reader_that_dies_is_an_ordinary_error(drawing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process killed from outside, or one that answers rubbish, is said to have stopped over the file."""
    for deed, said in (("import os; os.kill(os.getpid(), 9)", "stopped"), ("print('[1,')", "stopped over this file")):
        command = [sys.executable, "-c", deed]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        monkeypatch.setattr(worker, "_start", lambda process=process: process)
        assert said in _told(drawing)


def test_no_process_is_left_behind(drawing: Path) -> None:
    """After reading, and after cooling down, the processes started are gone."""
    warm_up()
    process = worker._prepared[0]
    read_plan_apart(drawing)
    assert process.poll() is not None
    warm_up()
    process = worker._prepared[0]
    cool_down()
    assert process.poll() is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_large_drawings_are_read_apart(drawing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a size on drawings go to a process of their own; plans in YAML, our own format, are always read here."""
    asked: list[Path] = []

    def apart(path: Path) -> Any:
        asked.append(path)
        return table.read_plan_here(path)

    monkeypatch.setattr(table, "read_plan_apart", apart)
    monkeypatch.setattr(table, "LARGE", 1)
    read_plan(drawing)
    read_plan(Path(__file__).resolve().parents[2] / "scenes" / "hot-food-shop" / "premises.plan.yaml")
    assert asked == [drawing]
