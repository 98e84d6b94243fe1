"""How a visitor's stick is shown: full, slow, broken, or pulled out half-way, always in words, and the kiosk goes on."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from showroom.app.kiosk import stick_shelf
from showroom.app.kiosk.drives import Drive, Found
from showroom.app.widgets.touch_button import TouchButton

PERMIT = "food-catering"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is taken for a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(stick_shelf, "drives", lambda _: (Drive("stick", folder),) if folder.exists() else ())
    return folder


def words(kiosk: Any) -> str:
    """Return everything that is written on the page."""
    seen = [w for w in kiosk.window.findChildren(QLabel) if w.isVisible()]
    seen += [w for w in kiosk.window.findChildren(QAbstractButton) if w.isVisible()]
    return "\n".join(w.text() for w in seen)


def visible(kiosk: Any, name: str) -> QWidget | None:
    """Return the visible thing of that name."""
    return next((w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()), None)


def open_page(kiosk: Any) -> None:
    """Open the page and wait until the stick was looked through."""
    kiosk.go(page="plans", permit_id=PERMIT)
    kiosk.qtbot.waitUntil(lambda: kiosk.window.page.shelf._job is None, timeout=10_000)
    kiosk.settle()


def test_a_chosen_drawing_is_copied_and_the_stick_may_go(make_kiosk: Callable[..., Any], stick: Path, shared_data: Path) -> None:
    """The copy has the drawing's name and lies in the visitor's own folder; the answers beside it come along."""
    source = shared_data / "plans-drawn" / "food-base.clean.dxf"
    (stick / source.name).write_bytes(source.read_bytes())
    beside = source.with_name("food-base.clean.application.yaml")
    (stick / beside.name).write_bytes(beside.read_bytes())
    kiosk = make_kiosk()
    open_page(kiosk)
    kiosk.qtbot.mouseClick(visible(kiosk, f"file-{source.name}"), Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "questions", timeout=10_000)
    own = kiosk.visit.own
    assert own.plan_path.name == source.name
    assert own.plan_path.parent == kiosk.around.own_files.folder()
    assert own.application.people.seats == 30
    kiosk.around.holder.reset()
    assert not own.plan_path.parent.exists()


def test_a_stick_pulled_out_before_the_drawing_was_read(make_kiosk: Callable[..., Any], stick: Path) -> None:
    """The page says so, names the file, and offers what is there; nothing else happens."""
    (stick / "shop.dxf").write_text("x", encoding="utf-8")
    kiosk = make_kiosk()
    open_page(kiosk)
    (stick / "shop.dxf").unlink()
    kiosk.qtbot.mouseClick(visible(kiosk, "file-shop.dxf"), Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: visible(kiosk, "stick-trouble") is not None, timeout=10_000)
    assert "shop.dxf" in words(kiosk)
    assert kiosk.visit.page == "plans"
    stick.rmdir()
    kiosk.window.page.shelf.search()
    kiosk.settle()
    assert visible(kiosk, "stick-trouble") is None


def test_a_long_search_says_how_far_it_is_and_can_be_ended(
    make_kiosk: Callable[..., Any], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a full stick is looked through, the count grows; "enough" shows what was found so far."""
    began, asked = Event(), []

    def slow(folder: Path, *, wanted: Callable[[], bool], progress: Callable[[int], None], **_: object) -> Found:
        progress(42_000)
        began.set()
        while wanted():
            Event().wait(0.01)
        asked.append(folder)
        return Found((stick / "shop.dxf",), 42_000, cut=True)

    monkeypatch.setattr(stick_shelf, "look_through", slow)
    kiosk = make_kiosk()
    kiosk.go(page="plans", permit_id=PERMIT)
    assert began.wait(5)
    kiosk.window.page.shelf._show_progress()
    assert "42000" in words(kiosk)
    kiosk.qtbot.mouseClick(visible(kiosk, "stop-looking"), Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: visible(kiosk, "file-shop.dxf") is not None, timeout=5000)
    assert asked == [stick]


def test_leaving_the_page_ends_the_search(make_kiosk: Callable[..., Any], stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a stick whose visitor went on."""
    ended = Event()

    def endless(folder: Path, *, wanted: Callable[[], bool], **_: object) -> Found:
        while wanted():
            Event().wait(0.01)
        ended.set()
        return Found()

    monkeypatch.setattr(stick_shelf, "look_through", endless)
    kiosk = make_kiosk()
    kiosk.go(page="plans", permit_id=PERMIT)
    kiosk.go(page="lobby")
    assert ended.wait(5)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found(unreadable=True), "读不出"),
        (Found(seen=3), "没有"),
        (Found((Path("/x/a.dxf"),), 200_000, cut=True), "更多"),
    ],
)
def test_every_state_of_a_stick_is_said(
    make_kiosk: Callable[..., Any], stick: Path, monkeypatch: pytest.MonkeyPatch, found: Found, said: str
) -> None:
    """Unreadable, without drawings, or with more than is shown: a sentence each."""
    monkeypatch.setattr(stick_shelf, "look_through", lambda *_, **__: found)
    kiosk = make_kiosk()
    open_page(kiosk)
    assert said in words(kiosk)


def test_a_dangerous_name_is_shown_harmlessly(make_kiosk: Callable[..., Any], stick: Path) -> None:
    """A name that would turn the line round is shown with a sign in its place, and still opens."""
    (stick / "shop\u202efxd.dxf").write_text("x", encoding="utf-8")
    kiosk = make_kiosk()
    open_page(kiosk)
    assert "\u202e" not in words(kiosk)
    button = next(b for b in kiosk.window.findChildren(TouchButton) if b.text().startswith("shop\ufffd"))
    assert "\u202e" not in button.accessibleName()
    kiosk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "questions", timeout=10_000)
    assert "\u202e" not in kiosk.visit.own.plan_path.name


def test_a_file_far_too_large_is_said_to_be(make_kiosk: Callable[..., Any], stick: Path) -> None:
    """A film renamed to .dxf is not copied."""
    with (stick / "film.dxf").open("wb") as file:
        file.truncate(200_000_000)
    kiosk = make_kiosk()
    open_page(kiosk)
    kiosk.qtbot.mouseClick(visible(kiosk, "file-film.dxf"), Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: visible(kiosk, "stick-trouble") is not None, timeout=10_000)
    assert kiosk.visit.page == "plans"


def test_a_hall_s_kiosk_offers_no_file_dialog_and_no_way_out(
    make_kiosk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full screen there is no button that opens a dialog of the system."""
    kiosk = make_kiosk()
    kiosk.around.config = kiosk.around.config.model_copy(update={"windowed": False})
    kiosk.go(page="plans", permit_id=PERMIT)
    assert visible(kiosk, "browse") is None


def test_nothing_in_the_windows_opens_an_address() -> None:
    """No module of the kiosk or its widgets can open a link: neither by the desktop's services nor by labels that take clicks."""
    import showroom.app

    folder = Path(showroom.app.__file__).parent
    forbidden = (
        "QDesktopServices",
        "setOpenExternalLinks",
        "openUrl",
        "webbrowser",
        "QWebEngine",
        "xdg-open",
        "LinksAccessibleByMouse",
    )
    found = [
        (path.name, word)
        for part in ("kiosk", "widgets")
        for path in (folder / part).rglob("*.py")
        for word in forbidden
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
