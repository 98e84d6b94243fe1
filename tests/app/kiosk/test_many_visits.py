"""Visitor after visitor, and a kiosk that is killed: a few here, many in `make prove`."""

import gc
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from enum import EnumType
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap, QPixmapCache

from benchmarks.visits import Clock, Visitor
from showroom.app.kiosk import stick_shelf
from showroom.app.kiosk.drives import Drive
from showroom.app.kiosk.own_files import OwnFiles

ROOT = Path(__file__).resolve().parents[3]
_SCENES = 4
"""The visits go round the scenes, which are of different sizes: memory is compared round by round."""


@pytest.fixture
def proving(request: pytest.FixtureRequest) -> bool:
    """Tell whether this is `make prove`."""
    return bool(request.config.pluginmanager.hasplugin("prove"))


def soak(*arguments: str) -> dict[str, Any]:
    """Run the real kiosk, apart, and return what was measured."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.soak", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def alive(window: QObject) -> Counter[str]:
    """Return how many objects of ours there are, by class, and how many of Qt's hang on the window."""
    gc.collect()
    ours = Counter(type(one).__name__ for one in gc.get_objects() if str(type(one).__module__).startswith("showroom.app."))
    return ours + Counter(f"Qt's {type(one).__name__}" for one in window.findChildren(QObject))


def test_ten_visits_in_a_row_leave_as_many_objects_as_two(
    make_kiosk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some walk, some have a plan checked, all look around and leave: nothing piles up, and no file is left."""
    stick, memory = tmp_path / "stick", tmp_path / "memory"
    for folder in (stick, memory):
        folder.mkdir()
    monkeypatch.setattr(stick_shelf, "drives", lambda _: (Drive("stick", stick),))
    clock = Clock()
    choices = {"attract": True, "keyboard": True, "state_folder": tmp_path / "state"}
    kiosk = make_kiosk(size=(640, 360), choices=choices, clock=clock, own_files=OwnFiles(memory))
    visitor = Visitor(kiosk.window, clock, stick)
    exhibit = visitor.around.catalogue.exhibit("small-eatery")
    counted = []
    for number in range(10):
        visitor.visit(exhibit, f"Mark{number}", walks=number in (0, 1, 8), checks=number in (0, 1, 9))
        visitor.around.jobs.wait()
        visitor.settle()
        assert list(memory.iterdir()) == []
        counted.append(alive(kiosk.window))
    assert counted[-1] - counted[1] == Counter()


def test_gestures_of_pages_long_gone_leave_no_classes(make_kiosk: Callable[..., Any]) -> None:
    """Every scrolled column has a gesture with a number of its own: what Qt's binding makes of the number goes with the visitor."""
    kiosk = make_kiosk(size=(640, 360))
    counted = []
    for _ in range(2):
        for page in ("search", "list", "search", "list"):
            kiosk.go(page=page)
        kiosk.around.holder.reset()
        kiosk.settle()
        gc.collect()
        counted.append(sum(isinstance(one, EnumType) and one.__name__ == "GestureType" for one in gc.get_objects()))
    assert counted[1] <= counted[0] <= 8


def test_pictures_of_pages_long_gone_are_not_kept(make_kiosk: Callable[..., Any]) -> None:
    """Whatever Qt keeps of pictures that were painted goes with the visitor: up to 10 MB of icons nobody asks for again."""
    kiosk = make_kiosk(size=(640, 360))
    kiosk.go(page="permit", permit_id="food-catering")
    QPixmapCache.insert("of a visitor", QPixmap(8, 8))
    assert not QPixmapCache.find("of a visitor").isNull()
    kiosk.around.holder.reset()
    kiosk.settle()
    assert not QPixmapCache.find("of a visitor")


def test_many_visits_in_a_row_need_no_more_memory(proving: bool) -> None:
    """Two hundred visits with the real stage: after the twentieth, memory stays within 5 %, and nothing is left on disk."""
    if not proving:
        pytest.skip("takes most of an hour: run by `make prove`")
    told = soak("200")
    rounds = [sum(told["memory_mb"][at : at + _SCENES]) / _SCENES for at in range(0, 200, _SCENES)]
    assert told["visits"] == 200
    assert told["left"] == []
    after_twenty = rounds[20 // _SCENES - 1]
    assert max(rounds[20 // _SCENES :]) <= 1.05 * after_twenty


def test_a_killed_kiosk_comes_back(proving: bool) -> None:
    """Killed without warning, the kiosk is there again with its first picture, and nothing is left; in `make prove` within 5 s."""
    told = soak("--kills", "20") if proving else soak("--kills", "2", "--pause", "0")
    assert len(told["back_after_s"]) == told["kills"]
    assert told["left"] == []
    if proving:
        assert max(told["back_after_s"]) <= 5.0
