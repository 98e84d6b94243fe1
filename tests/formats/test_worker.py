"""Reading in a process of its own: the same plan and the same problems, and an ordinary error when it takes too much or dies."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ezdxf
import pytest

from showroom.domain.errors import InputError
from showroom.formats import read_plan, table, worker
from showroom.formats.drawing import Stroke
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
    """Reading apart gives the plan that reading here gives, to the last digit, by a fresh process or by one kept warm."""
    here = table.read_plan_here(drawing)
    assert read_plan_apart(drawing) == here
    assert read_plan_apart(drawing) == here
    cool_down()
    warm_up()
    assert read_plan_apart(drawing) == here


def test_what_was_not_understood_comes_along(drawing: Path) -> None:
    """For a picture of what was not understood, its lines come back with the plan, as they do here."""
    document = ezdxf.readfile(drawing)
    document.modelspace().add_line((0, 0), (1000, 2000), dxfattribs={"layer": "SCRIBBLE"})
    document.saveas(drawing)
    plan, rest = table.read_plan_with_rest(drawing)
    rest_here: list[Stroke] = []
    here = table.read_plan_with_rest_here(drawing, rest_here)
    assert plan == here
    assert [(one.layer, one.closed, one.points.tolist()) for one in rest] == [
        (one.layer, one.closed, one.points.tolist()) for one in rest_here
    ]
    assert rest[0].layer == "SCRIBBLE"


def test_problems_are_the_same(tmp_path: Path) -> None:
    """What is wrong with a file is said in the same words."""
    path = tmp_path / "broken.dxf"
    path.write_bytes(b"no drawing at all")
    with pytest.raises(InputError) as here:
        table.read_plan_here(path)
    assert _told(path) == str(here.value)
    assert "no such file" in _told(tmp_path / "missing.dxf")


def test_too_much_memory_is_an_ordinary_error(drawing: Path) -> None:
    """A file that needs more memory than allowed ends in a sentence; this program goes on."""
    assert "memory" in _told(drawing, limits=Limits(memory=64 * 1024 * 1024))
    assert read_plan(drawing).storeys


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
    """A process killed from outside, or one that answers rubbish, is said to have stopped; the next file is read all the same."""
    real = worker._start
    for deed, said in (
        ("import os; os.kill(os.getpid(), 9)", "too much of the machine"),
        ("print('[1,')", "stopped over this file"),
        ('print(\'{"status": 0, "sizes": [9, 0]}\')', "stopped over this file"),
    ):
        command = [sys.executable, "-c", deed]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        monkeypatch.setattr(worker, "_start", lambda process=process: worker._Worker(process, os.environ.get("SHOWROOM_HOME")))
        assert said in _told(drawing)
    monkeypatch.setattr(worker, "_start", real)
    assert read_plan(drawing).storeys


def test_one_process_serves_many_files(drawing: Path, tmp_path: Path) -> None:
    """The process is started once and kept, whether a file could be read or not."""
    warm_up()
    process = worker._kept[0].process
    (tmp_path / "broken.svg").write_text("<svg")
    read_plan(drawing)
    _told(tmp_path / "broken.svg")
    read_plan(drawing)
    assert worker._kept[0].process is process


def test_no_process_is_left_behind(drawing: Path) -> None:
    """After cooling down, and after a reading that was cancelled, the processes started are gone."""
    for deed in (cool_down, lambda: _told(drawing, waiting=lambda _gone: False)):
        warm_up()
        process = worker._kept[0].process
        deed()
        assert process.poll() is not None
        assert not worker._kept
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def test_only_our_own_format_is_read_here(drawing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every drawing goes to the process, however small; plans in YAML, our own format, are read here, and no process starts."""
    asked: list[Path] = []

    def apart(path: Path, **_: Any) -> Any:
        asked.append(path)
        return table.read_plan_here(path)

    monkeypatch.setattr(table, "read_plan_apart", apart)
    own = Path(__file__).resolve().parents[2] / "scenes" / "hot-food-shop" / "premises.plan.yaml"
    others = [tmp_path / "shop.svg", tmp_path / "shop.geojson"]
    for path in others:
        table.write_plan(read_plan(own), path)
    for path in (drawing, own, *others):
        read_plan(path)
    assert asked == [drawing, *others]
    worker.expect(own)
    assert not worker._kept
    worker.expect(drawing)
    assert worker._kept


_COPIED = """
import os, sys
os.environ["OPENBLAS_NUM_THREADS"] = "1"
from pathlib import Path
from showroom.domain.errors import InputError
from showroom.formats import read_plan, table, worker
path = Path(sys.argv[1])
worker.expect(path)
process = worker._kept[0].process
assert type(process).__name__ == "Copy", process
assert read_plan(path) == table.read_plan_here(path)
assert worker._kept[0].process is process
process.kill()
process.wait()
assert read_plan(path).storeys
worker.expect(path)
worker.cool_down()
try:
    os.kill(process.pid, 0)
except ProcessLookupError:
    print("gone")
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells how many threads a program has")
def test_a_program_of_one_thread_reads_in_a_copy_of_itself(drawing: Path) -> None:
    """What both need is loaded once; the copy reads the same plan, is replaced when it dies, and is not left behind."""
    ran = subprocess.run([sys.executable, "-c", _COPIED, str(drawing)], capture_output=True, text=True, check=False)
    assert ran.stdout == "gone\n", ran.stderr


def test_a_program_of_several_threads_is_not_copied(drawing: Path) -> None:
    """A copy would have one thread of them, and wait for ever for what another holds: a fresh process reads instead."""
    held = threading.Event()
    other = threading.Thread(target=held.wait)
    other.start()
    try:
        worker.expect(drawing)
        assert isinstance(worker._kept[0].process, subprocess.Popen)
    finally:
        held.set()
        other.join()
