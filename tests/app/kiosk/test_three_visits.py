"""Three people come to the kiosk: one in a hurry, one who wants to know everything, one who is old. Each goes all the way."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from showroom import formats, home
from showroom.app.kiosk import saving, stick_shelf
from showroom.app.kiosk.drives import Drive
from showroom.app.kiosk.voice import SilentVoice
from showroom.domain.finding import Outcome
from showroom.view.stage import Pose

PERMIT, SCENE = "food-catering", "hot-food-shop"
SIZES = [pytest.param((1280, 720), id="landscape"), pytest.param((720, 1280), id="portrait")]


def button(kiosk: Any, name: str) -> QWidget | None:
    """Return the visible widget of that name."""
    return next((w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()), None)


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name with the mouse."""
    found = button(kiosk, name)
    assert found is not None, f"no visible {name}"
    kiosk.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    kiosk.settle()


def words(kiosk: Any, name: str) -> str:
    """Return what the visible label of that name says."""
    label = button(kiosk, name)
    assert isinstance(label, QLabel), f"no visible {name}"
    return label.text()


def enter(kiosk: Any) -> None:
    """Walk into the showroom and wait until it stands."""
    press(kiosk, "walk")
    kiosk.qtbot.waitUntil(lambda: getattr(kiosk.window.page, "overlays", None) is not None, timeout=20_000)
    kiosk.settle()


@pytest.mark.parametrize("size", SIZES)
def test_the_hurried_visit(make_kiosk: Callable[..., Any], size: tuple[int, int]) -> None:
    """Lobby, permit, showroom, tour: four presses until the tour speaks, a few more to its end, and home."""
    kiosk = make_kiosk(size=size)
    press(kiosk, f"permit-{PERMIT}")
    enter(kiosk)
    press(kiosk, "tour-tour")
    assert kiosk.visit.walk.motion == "playing"
    guide = kiosk.window.page.guide
    heard = set()
    for _ in range(guide.count):
        heard.add(kiosk.window.page.overlays.caption.words.text())
        guide.advance(800)
        if kiosk.visit.walk.stop < guide.count - 1:
            press(kiosk, "tour-next")
    assert len(heard) >= guide.count // 2
    press(kiosk, "tour-end")
    assert kiosk.visit.walk.motion == "stopped"
    press(kiosk, "home")
    assert kiosk.visit.page == "lobby"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a stick with a drawing of the sample shop whose doors are all 0.6 m wide."""
    folder = tmp_path / "stick"
    folder.mkdir()
    plan = formats.read_plan(home.scenes() / SCENE / "premises.plan.yaml")
    storeys = tuple(
        storey.revise(openings=tuple(o.revise(width=0.6) if o.kind == "door" else o for o in storey.openings))
        for storey in plan.storeys
    )
    formats.write_plan(plan.revise(storeys=storeys), folder / "shop.plan.yaml")
    for module in (stick_shelf, saving):
        monkeypatch.setattr(module, "drives", lambda _roots: (Drive("stick", folder),))
    return folder


@pytest.mark.parametrize("size", SIZES)
def test_the_thorough_visit(make_kiosk: Callable[..., Any], size: tuple[int, int], stick: Path) -> None:
    """Questions, showroom, a card on the list, a length measured, an own plan, its findings, the list, and a PDF on the stick."""
    kiosk = make_kiosk(size=size)
    for said in ("guidance", "said-trade-food", "said-area-over", "said-items-hot-food", "guidance-continue"):
        press(kiosk, said)
    press(kiosk, "guidance-result-now")
    press(kiosk, f"permit-{PERMIT}")
    enter(kiosk)
    card_marks_its_requirements(kiosk)
    measure(kiosk)
    press(kiosk, "back")
    press(kiosk, "check")
    kiosk.qtbot.waitUntil(lambda: button(kiosk, "file-shop.plan.yaml") is not None, timeout=10_000)
    press(kiosk, "file-shop.plan.yaml")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "questions", timeout=10_000)
    kiosk.settle()
    press(kiosk, "check-now")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "result", timeout=60_000)
    kiosk.settle()
    missed = next(line for line in kiosk.window.page.lines if line.finding.outcome is Outcome.NOT_MET)
    press(kiosk, f"finding-{missed.index}")
    assert button(kiosk, "finding-detail") is not None
    before = len(kiosk.visit.marked)
    press(kiosk, f"mark-{missed.finding.requirement}")
    assert len(kiosk.visit.marked) == before + 1
    press(kiosk, "my-list")
    press(kiosk, "take-away")
    assert button(kiosk, "qr-code") is not None
    press(kiosk, "take-usb")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.take.told == "saved", timeout=60_000)
    pages = "".join(page.extract_text() for page in PdfReader(stick / "我的清单-2026-11-23.pdf").pages)
    assert missed.title in pages
    assert "0.60 m" in pages
    assert (stick / "核查表-2026-11-23.pdf").read_bytes().startswith(b"%PDF")
    assert not list(stick.glob(".*"))


def card_marks_its_requirements(kiosk: Any) -> None:
    """Open the first key point from the list and put it on the visitor's list."""
    press(kiosk, "tour-list")
    first = next(iter(kiosk.window.page.showing.spots))
    press(kiosk, f"list-{first}")
    assert words(kiosk, "card-title")
    mark = next(w for w in kiosk.window.findChildren(QWidget) if w.objectName().startswith("mark-") and w.isVisible())
    press(kiosk, mark.objectName())
    assert kiosk.visit.marked
    press(kiosk, "card-close")


def measure(kiosk: Any) -> None:
    """Measure one and a half metres on the floor of the dining room."""
    kiosk.stage.show(kiosk.around.premises.model)
    press(kiosk, "tour-tools")
    press(kiosk, "tool-measure")
    kiosk.window.stage_widget.fly_to(Pose((6.0, 0.6, 1.6), 90.0, -40.0), 0)
    kiosk.settle()
    for x, y in ((5.9, 2.2), (6.6, 2.2)):
        seen = kiosk.stage.project((x, y, 0.0))
        QTest.mouseClick(kiosk.window.stage_widget, Qt.MouseButton.LeftButton, pos=QPoint(round(seen.x), round(seen.y)))
        kiosk.settle()
    assert words(kiosk, "measure-words").startswith("长度：0.")
    press(kiosk, "measure-done")


class Clock:
    """Seconds that pass when told."""

    now = 1000.0

    def __call__(self) -> float:
        """Return the seconds now."""
        return self.now


class Reader(SilentVoice):
    """A voice that remembers what it said."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str, language: str) -> bool:  # noqa: ARG002 - the protocol's
        """Speak, and be done at once."""
        self.said.append(text)
        return True


@pytest.mark.parametrize("size", SIZES)
def test_the_elderly_visit(make_kiosk: Callable[..., Any], size: tuple[int, int]) -> None:
    """Easy mode, pages read aloud, a tour that is paused, a question after a quiet while answered once, then forgotten."""
    clock, voice = Clock(), Reader()
    kiosk = make_kiosk(size=size, clock=clock, make_voice=lambda: voice, choices={"attract": True})
    first = kiosk.visit
    kiosk.go(page="lobby")
    press(kiosk, "large-print")
    assert kiosk.visit.comfort.large_print
    assert kiosk.visit.comfort.read_aloud
    press(kiosk, f"permit-{PERMIT}")
    assert voice.said
    enter(kiosk)
    press(kiosk, "tour-tour")
    press(kiosk, "tour-next")
    scene = kiosk.around.premises.exhibit.scene
    here = scene.viewpoint(scene.tours[0].stops[1].viewpoint)
    assert kiosk.stage.pose.eye == pytest.approx(here.eye), "in easy mode one is there at once, without a flight"
    press(kiosk, "tour-toggle")
    stop = kiosk.visit.walk.stop
    kiosk.window.page.guide.advance(600_000)
    assert (kiosk.visit.walk.motion, kiosk.visit.walk.stop) == ("paused", stop)
    quiet(kiosk, clock, 90)
    assert button(kiosk, "stay-cover") is not None
    press(kiosk, "stay")
    assert button(kiosk, "stay-cover") is None
    assert kiosk.visit.walk.stop == stop
    quiet(kiosk, clock, 90)
    assert button(kiosk, "stay-cover") is not None
    quiet(kiosk, clock, 31)
    assert kiosk.visit == first
    assert not kiosk.window.look.large_print


def quiet(kiosk: Any, clock: Clock, seconds: float) -> None:
    """Let so many seconds pass without a touch, what was being read having come to its end."""
    kiosk.around.speech.stop()
    clock.now += seconds
    kiosk.window.attendance.tick()
    kiosk.settle()
