"""What easy mode and calling a clerk promise: one switch that changes all that is hard, and a person within one press."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from showroom.app.kiosk.visit import Comfort, Visit
from showroom.app.widgets.stage_widget import StageWidget
from showroom.view.recording_stage import RecordingStage
from showroom.view.stage import Pose

PERMIT = "food-catering"


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name with the mouse."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"no visible {name}"
    kiosk.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    kiosk.settle()


@pytest.mark.parametrize("page", ["lobby", "permit", "plans", "questions", "list", "takeaway", "rating"])
def test_one_switch_on_every_screen_turns_easy_mode_on_and_off(kiosk: Any, page: str) -> None:
    """Type half as large again, a calm camera and reading aloud come and go together, and the page stays the same."""
    kiosk.go(page=page, permit_id=PERMIT)
    before = kiosk.window.look.px(100)
    press(kiosk, "large-print")
    assert kiosk.visit.comfort == Comfort(large_print=True, read_aloud=True)
    assert kiosk.window.look.px(100) == round(before * 1.5)
    assert kiosk.window.stage_widget._travel.calm
    assert kiosk.visit.page == page
    press(kiosk, "large-print")
    assert kiosk.visit.comfort == Comfort()
    assert not kiosk.window.stage_widget._travel.calm


def test_calm_means_there_at_once_instead_of_flying(qtbot: Any) -> None:
    """A far viewpoint is simply there; only turning on the spot is still seen."""
    stage = RecordingStage()
    widget = StageWidget(stage)
    qtbot.addWidget(widget)
    widget.set_calm(calm=True)
    widget.fly_to(Pose((5.0, 5.0, 1.6), 90.0), 1200)
    assert stage.pose.eye == (5.0, 5.0, 1.6)
    assert not widget.moving
    widget.fly_to(Pose((5.0, 5.0, 1.6), 180.0), 1200)
    assert widget.moving
    widget.shut()


def test_calm_walks_take_longer() -> None:
    """The same walk is three fifths as fast, and ends at the same place."""
    from showroom.app.widgets.stage_travel import Travel

    poses = {}
    for calm in (False, True):
        stage = RecordingStage()
        travel = Travel(stage, lambda: 100)
        travel.calm = calm
        travel.walk((10.0, 0.0, 0.0), now=0.0)
        seconds = travel.motion[0].seconds if travel.motion else 0.0
        assert travel.advance(seconds * 0.99, 0.0) is False
        poses[calm] = (travel.advance(seconds * 1.01, 0.0), travel.advance(seconds * 2, 0.0) or stage.pose.eye[:2])
    assert poses[False][0] is True
    assert poses[True][0] is False


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("comfort", [Comfort(), Comfort(large_print=True)], ids=["usual", "easy"])
def test_help_and_a_clerk_are_always_in_the_same_corner(
    make_kiosk: Callable[..., Any], size: tuple[int, int], comfort: Comfort
) -> None:
    """On every screen the two last buttons at the upper right are the clerk and the help, at the very same place."""
    kiosk = make_kiosk(size=size, comfort=comfort)
    places = set()
    for page in ("permit", "plans", "questions", "list", "takeaway", "rating"):
        kiosk.go(page=page, permit_id=PERMIT)
        bar = kiosk.window._bar
        places.add(
            tuple(kiosk.window.mapFromGlobal(b.mapToGlobal(b.rect().bottomRight())).toTuple() for b in (bar.clerk, bar.help))
        )
    assert len(places) == 1
    ((clerk, help_),) = places
    assert clerk[0] < help_[0]
    assert size[0] - help_[0] <= kiosk.window.look.px(41)


def clerk_says(kiosk: Any) -> str:
    """Return the large words of the clerk's screen."""
    return kiosk.window.findChild(QLabel, "clerk-title").text()


def test_without_a_command_the_screen_asks_to_wave(kiosk: Any) -> None:
    """Nobody was called, so nothing claims it: the visitor is asked to wave, and goes on by one press."""
    kiosk.go(page="permit", permit_id=PERMIT)
    press(kiosk, "clerk")
    assert clerk_says(kiosk) == "请向工作人员招手"
    press(kiosk, "clerk-close")
    assert kiosk.visit == Visit(page="permit", permit_id=PERMIT)


def test_the_halls_command_is_run_and_only_then_a_clerk_was_called(kiosk: Any, tmp_path: Path) -> None:
    """The command runs without a shell, is told nothing of the visit, and the screen says when it went well."""
    note = tmp_path / "a file; with a name"
    code = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(' '.join(sys.argv[2:]))"
    kiosk.around.config = kiosk.around.config.revise(call_clerk=(sys.executable, "-c", code, str(note)))
    press(kiosk, "clerk")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.clerk == "called", timeout=20_000)
    kiosk.settle()
    assert clerk_says(kiosk) == "已经呼叫工作人员"
    assert note.read_text() == ""


@pytest.mark.parametrize("command", [("/no/such/program",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_a_call_that_fails_is_not_called_a_call(kiosk: Any, command: tuple[str, ...]) -> None:
    """A missing or failing command: the screen says that the call did not get through, and what to do."""
    kiosk.around.config = kiosk.around.config.revise(call_clerk=command)
    press(kiosk, "clerk")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.clerk == "unheard", timeout=20_000)
    kiosk.settle()
    assert clerk_says(kiosk) == "请向工作人员招手"
    kiosk.qtbot.keyClick(kiosk.window, Qt.Key.Key_Escape)
    kiosk.settle()
    assert kiosk.visit.clerk == ""


def test_a_late_answer_does_not_open_the_screen_again(kiosk: Any) -> None:
    """Whoever closed the screen, or whoever came next, is not surprised by it."""
    kiosk.around.config = kiosk.around.config.revise(call_clerk=(sys.executable, "-c", "pass"))
    press(kiosk, "clerk")
    kiosk.around.holder.reset()
    assert kiosk.around.jobs.wait()
    kiosk.settle()
    assert kiosk.visit == Visit()


@pytest.mark.parametrize("opener", ["help", "clerk"])
def test_the_keyboard_stays_within_a_sheet_and_returns_to_the_bar(kiosk: Any, opener: str) -> None:
    """Tab goes round among the sheet's own buttons; when it closes, the keyboard is back at the bar."""
    with kiosk.qtbot.waitActive(kiosk.window, timeout=5000):
        kiosk.window.activateWindow()
    press(kiosk, opener)
    sheet = kiosk.window._sheet
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        kiosk.qtbot.keyClick(QApplication.focusWidget(), key)
        assert sheet.isAncestorOf(QApplication.focusWidget())
    kiosk.qtbot.keyClick(kiosk.window, Qt.Key.Key_Escape)
    kiosk.settle()
    assert kiosk.window._bar.isAncestorOf(QApplication.focusWidget())
