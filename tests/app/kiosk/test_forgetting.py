"""Nothing of one visitor is left for the next: everything the program holds is gone through for what a visitor left."""

import functools
import gc
import types
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path, PurePath
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from benchmarks.visits import Clock, Visitor, fill_stick
from showroom.app.kiosk import stick_shelf
from showroom.app.kiosk.drives import Drive
from showroom.app.kiosk.forgetting import _remembered
from showroom.app.kiosk.own_files import OwnFiles
from showroom.app.kiosk.showing import Showing
from showroom.formats import worker

_HALVES = ("Wang", "Xiaoming7")
SCENE = "small-eatery"


def mark() -> str:
    """Return the mark, made anew each time so that the test itself never keeps it."""
    return "".join(_HALVES)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Return the folders a kiosk may write into: memory, temporary files, state, the stick."""
    found = {name: tmp_path / name for name in ("memory", "tmp", "state", "stick", "cache", "config")}
    for folder in found.values():
        folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(found["memory"]))
    monkeypatch.setenv("TMPDIR", str(found["tmp"]))
    monkeypatch.setenv("XDG_CACHE_HOME", str(found["cache"]))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(found["config"]))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(stick_shelf, "drives", lambda _: (Drive("stick", found["stick"]),))
    return found


@pytest.fixture
def visitor(make_kiosk: Callable[..., Any], places: dict[str, Path]) -> Visitor:
    """Return somebody at a hall's kiosk."""
    clock = Clock()
    choices = {"attract": True, "keyboard": True, "state_folder": places["state"], "save_folder": None}
    kiosk = make_kiosk(size=(1280, 800), choices=choices, clock=clock, own_files=OwnFiles(places["memory"]))
    return Visitor(kiosk.window, clock, places["stick"])


def visit(visitor: Visitor) -> None:
    """Make a whole visit that ends by going quiet."""
    exhibit = visitor.around.catalogue.exhibit(SCENE)
    visitor.visit(exhibit, mark(), own=True)
    visitor.around.jobs.wait()
    visitor.settle()


def holders_of(wanted: str) -> Iterator[str]:
    """Yield every object of the program that holds a text or bytes with `wanted` in it, in words."""
    as_bytes = wanted.encode()
    for holder in gc.get_objects():
        if isinstance(holder, types.FrameType) or holder is _HALVES:
            continue
        for held in gc.get_referents(holder):
            if held is wanted or held is as_bytes:
                continue
            if (type(held) is str and wanted in held) or (type(held) in (bytes, bytearray) and as_bytes in held):
                yield f"{type(holder).__module__}.{type(holder).__name__} holds {held[:80]!r} in {str(holder)[:200]}"


def shown_texts(window: QObject) -> Iterator[tuple[str, str]]:
    """Yield every text property of every Qt object of the program: titles, labels, names, tool tips, fields."""
    roots = [window, QApplication.instance(), *QApplication.topLevelWidgets()]
    for thing in {id(one): one for root in roots for one in (root, *root.findChildren(QObject))}.values():
        about = thing.metaObject()
        for index in range(about.propertyCount()):
            name = about.property(index).name()
            value = thing.property(name)
            if isinstance(value, str):
                yield f"{type(thing).__name__} {thing.objectName()}.{name}", value


def leaves(thing: Any, path: str, seen: set[int], depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield (path, value) of everything our own objects hold, from an object down."""
    if thing is None or isinstance(thing, str | bytes | int | float | bool | Enum | PurePath):
        yield path, repr(thing)
        return
    if id(thing) in seen or depth > 14:
        return
    seen.add(id(thing))
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield from leaves(value, f"{path}[{str(key)[:60]}]", seen, depth + 1)
    elif isinstance(thing, list | tuple | set | frozenset):
        yield f"{path}#", str(len(thing))
        for place, value in enumerate(thing):
            yield from leaves(value, f"{path}[{place}]", seen, depth + 1)
    elif type(thing).__module__.startswith("showroom.") and hasattr(thing, "__dict__"):
        for name, value in vars(thing).items():
            yield from leaves(value, f"{path}.{name}", seen, depth + 1)


OF_THE_HALL = (
    "window.surroundings.catalogue",
    "window.surroundings.holder.visit",  # compared with the first visit as a whole
    "window.surroundings.premises",  # the sample premises on the stage are the hall's
    "window.surroundings.clock",
    "window.surroundings.posters",
    "window.stage_widget",  # looked at apart: where one stands is set anew when the premises are entered
    "window.keyboard._dictionary",  # the register's own words, gathered once
    "window.surroundings.speech._voice",  # whether this machine has a voice is found out once
    "window.surroundings.speech.silent",
    "window.attendance.presence._last",
    "window.attendance.counts",  # numbers of the day, told apart
    "window.attendance._pad_touched",
    "window.languages._translators",
    "window.surroundings.languages._translators",
)
"""What may differ between a kiosk nobody touched and one whose visitor left: paths, with the reason why."""


def state_of(window: Any) -> dict[str, str]:
    """Return everything the window and its surroundings hold, but what is the hall's."""
    found = leaves(window, "window", set())
    return {path: value for path, value in found if not path.startswith(OF_THE_HALL)}


def test_nothing_of_a_visitor_is_left(visitor: Visitor, places: dict[str, Path]) -> None:
    """After a whole visit every value is what it was before, no text in memory and no file holds what the visitor brought or typed.

    The clipboard is empty, the process that read the drawing is gone with its memory, nobody speaks, and nothing runs.
    """
    visitor.settle()
    before = state_of(visitor.window)
    visit(visitor)
    assert_as_untouched(before, visitor)
    assert_not_in_memory(visitor)
    assert_not_on_disk(places)
    assert_at_rest(visitor)


def assert_as_untouched(before: dict[str, str], visitor: Visitor) -> None:
    """Every value that the window, its pages and their surroundings hold is what it was before the visitor came."""
    after = state_of(visitor.window)
    assert len(before) > 100
    assert visitor.holder.visit == visitor.holder.first
    paths = before.keys() | after.keys()
    assert {path: (before.get(path), after.get(path)) for path in paths if before.get(path) != after.get(path)} == {}


def assert_not_in_memory(visitor: Visitor) -> None:
    """No text of the program holds name or rooms of the drawing or words typed and read aloud, no widget shows them."""
    gc.collect()
    assert list(holders_of(mark())) == []
    assert [name for name, value in shown_texts(visitor.window) if mark() in value] == []


def assert_not_on_disk(places: dict[str, Path]) -> None:
    """Neither memory, temporary files, cache, settings nor the kiosk's own folder holds a file of theirs or one that names them."""
    left = [
        str(path.relative_to(folder.parent))
        for name, folder in places.items()
        if name != "stick"
        for path in folder.rglob("*")
        if path.is_file() and (mark() in path.name or mark().encode() in path.read_bytes())
    ]
    assert left == []
    assert list(places["memory"].iterdir()) == []
    assert list(places["tmp"].iterdir()) == []
    assert [path.name for path in (places["state"] / "counts").iterdir()] == ["2026-11-23.csv"]


def assert_at_rest(visitor: Visitor) -> None:
    """Clipboard, reader, speech and jobs."""
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text(QClipboard.Mode.Clipboard) == ""
    assert mark() not in clipboard.text(QClipboard.Mode.Selection)
    assert not [one for one in worker._kept if one.process.poll() is None]
    assert not visitor.around.speech.reading
    assert not visitor.around.jobs._running


def test_the_search_for_what_is_left_finds_what_is_left(visitor: Visitor) -> None:
    """A text kept anywhere, a value that stays changed, a label that stays: each is found, so the proof above can fail."""
    before = state_of(visitor.window)
    visitor.window.look_at_me = {"kept": [f"in a list: {mark()}"]}
    visitor.window.setWindowTitle(mark())
    assert any("dict holds" in one or "list holds" in one for one in holders_of(mark()))
    assert any(mark() in value for _, value in shown_texts(visitor.window))
    assert state_of(visitor.window).keys() - before.keys()


def test_starting_over_forgets_as_much_as_going_quiet(visitor: Visitor, places: dict[str, Path]) -> None:
    """The button in the help ends a visit in the middle of a check just as well."""
    exhibit = visitor.around.catalogue.exhibit(SCENE)
    visitor.press("begin")
    visitor.look_for(mark())
    fill_stick(visitor.stick, exhibit, mark())
    visitor.go(page="plans", permit_id=exhibit.scene.permits[0])
    visitor.wait(lambda: visitor.window.findChild(QObject, f"file-{mark()}.dxf"), "the drawing")
    visitor.press(f"file-{mark()}.dxf")
    visitor.wait(lambda: visitor.holder.visit.page == "questions", "the copy")
    visitor.window.page.start()
    visitor.go(help_open=True)
    visitor.press("start-over")
    visitor.around.jobs.wait(60_000)
    visitor.settle()
    gc.collect()
    assert visitor.holder.visit == visitor.holder.first
    assert list(places["memory"].iterdir()) == []
    assert list(holders_of(mark())) == []


def test_every_memory_of_results_is_looked_at() -> None:
    """Each function of ours that remembers results is either forgotten after a visit or remembers only the hall's own files."""
    forgotten = {f"{one.__module__}.{one.__qualname__}" for one in _remembered()}
    ours = {
        f"{one.__module__}.{one.__qualname__}"
        for one in gc.get_objects()
        if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("showroom.")
    }
    of_the_hall = (
        "showroom.app.theme.", "showroom.app.icons.", "showroom.app.kiosk.forgetting.", "showroom.modelling.", "showroom.reports.",
        "showroom.formats.register.", "showroom.formats.districts.",
        "showroom.formats.vocabulary_yaml.", "showroom.formats.refusals.",
    )  # fmt: skip
    assert ours
    assert {name for name in ours - forgotten if not name.startswith(of_the_hall)} == set()


def test_what_was_laid_over_the_stage_goes_with_its_page(visitor: Visitor) -> None:
    """The stage lives on with the window; who leaves the premises leaves nothing hanging on it, nor the premises in memory."""
    exhibit = visitor.around.catalogue.exhibit(SCENE)
    hanging = {type(one).__name__ for one in visitor.window.stage_widget.children()}
    for _ in range(2):
        visitor.go(page="showroom", permit_id=exhibit.scene.permits[0], scene_id=exhibit.scene.id)
        visitor.wait(lambda: getattr(visitor.window.page, "overlays", None) is not None, "the premises")
        visitor.go(page="permit")
    gc.collect()
    assert {type(one).__name__ for one in visitor.window.stage_widget.children()} == hanging
    assert not [one for one in gc.get_objects() if isinstance(one, Showing)]
