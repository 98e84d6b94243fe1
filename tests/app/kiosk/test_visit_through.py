"""A whole visit, driven by the mouse: lobby, permit, showroom, tour, own plan, findings, checklist."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from showroom.app.kiosk.visit import Visit
from showroom.domain.errors import InputError, Problem
from showroom.reports.why import plain_facts
from showroom.view.stage import Pose

PERMIT, SCENE = "food-catering", "hot-food-shop"


def press(kiosk: Any, name: str) -> None:
    """Press the button of that name with the mouse."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"no visible {name}"
    kiosk.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    kiosk.settle()


def shows(kiosk: Any, name: str) -> bool:
    """Tell whether something of that name is visible."""
    return any(w.isVisible() for w in kiosk.window.findChildren(QWidget, name))


def own_plan(kiosk: Any, plan_path: Path) -> None:
    """Go from the lobby to the result of a plan."""
    press(kiosk, f"permit-{PERMIT}")
    press(kiosk, "check")
    kiosk.window.page.take(plan_path)
    kiosk.settle()
    press(kiosk, "check-now")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "result" or bool(kiosk.visit.own.trouble), timeout=60_000)
    kiosk.settle()


def test_from_the_lobby_to_the_saved_checklist(kiosk: Any, tmp_path: Path) -> None:
    """One visitor goes all the way, and leaves with a PDF."""
    press(kiosk, f"permit-{PERMIT}")
    press(kiosk, "documents")
    assert kiosk.visit.part == "documents"
    press(kiosk, "walk")
    kiosk.qtbot.waitUntil(lambda: kiosk.window.page.overlays is not None, timeout=20_000)
    kiosk.settle()
    page = kiosk.window.page
    x, y, z = next(iter(page.showing.places.values()))
    kiosk.window.stage_widget.fly_to(Pose.looking((x + 1.5, y + 1.5, 1.6), (x, y, z)), 0)
    kiosk.settle()
    disc = next(disc for disc in page.points.layer.discs.values() if disc.isVisible())
    kiosk.qtbot.mouseClick(disc, Qt.MouseButton.LeftButton, pos=disc.rect().center())
    kiosk.settle()
    if kiosk.visit.walk.hotspot is None:
        press(kiosk, f"list-{kiosk.visit.walk.listed[0]}")
    assert shows(kiosk, "card-title")
    press(kiosk, "card-close")
    assert not shows(kiosk, "card-title")
    press(kiosk, "back")
    press(kiosk, "check")
    press(kiosk, "sample-plan")
    press(kiosk, "check-now")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "result", timeout=60_000)
    kiosk.settle()
    review = kiosk.visit.own.review
    assert review.findings
    press(kiosk, f"finding-{next(line.index for line in kiosk.window.page.lines)}")
    assert shows(kiosk, "finding-detail")
    press(kiosk, "take-home")
    press(kiosk, "take-usb")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.take.told == "saved", timeout=60_000)
    kiosk.settle()
    assert shows(kiosk, "message")
    checklist = tmp_path / "核查表-2026-11-23.pdf"
    assert checklist.read_bytes().startswith(b"%PDF")


def test_the_tour_plays_pauses_and_moves_on(kiosk: Any) -> None:
    """Guided tour: captions are shown, the next stop flies on, pause holds, the end clears it away."""
    kiosk.open_showroom()
    guide, count = kiosk.window.page.guide, kiosk.window.page.guide.count
    press(kiosk, "tour-tour")
    assert kiosk.visit.walk.motion == "playing"
    assert kiosk.window.page.overlays.caption.words.text()
    guide.advance(500)
    press(kiosk, "tour-next")
    assert kiosk.visit.walk.stop == min(1, count - 1)
    press(kiosk, "tour-toggle")
    assert kiosk.visit.walk.motion == "paused"
    guide.advance(600_000)
    assert kiosk.visit.walk.stop == min(1, count - 1)
    press(kiosk, "tour-toggle")
    for _ in range(4000):
        guide.advance(400)
    kiosk.settle()
    assert kiosk.visit.walk.motion == "stopped"
    assert not kiosk.window.page.overlays.caption.isVisible()


def test_reading_a_key_point_pauses_the_tour(kiosk: Any) -> None:
    """Nobody is led away while reading."""
    kiosk.open_showroom()
    press(kiosk, "tour-tour")
    kiosk.window.page.points.pick(next(iter(kiosk.window.page.showing.spots)))
    kiosk.settle()
    assert kiosk.visit.walk.motion == "paused"
    assert not kiosk.window.page.guide.player.playing


def test_every_key_point_can_be_reached_by_next(kiosk: Any) -> None:
    """Pressing next goes through all key points of the permit and comes round again."""
    kiosk.open_showroom()
    page = kiosk.window.page
    first = next(iter(page.showing.spots))
    page.points.pick(first)
    seen = []
    for _ in page.showing.spots:
        kiosk.settle()
        seen.append(kiosk.visit.walk.hotspot)
        press(kiosk, "card-next")
    assert seen == list(page.showing.spots)
    assert kiosk.visit.walk.hotspot == first


def test_every_gesture_has_a_button(kiosk: Any) -> None:
    """The pad turns and steps the eye without a drag; the views are buttons too."""
    kiosk.open_showroom()
    arrow = Qt.MouseButton.LeftButton
    for name in ("move-turn-left", "move-forward", "move-up"):
        before = kiosk.stage.pose
        button = kiosk.window.findChild(QWidget, name)
        kiosk.qtbot.mouseClick(button, arrow)
        kiosk.qtbot.waitUntil(lambda before=before: kiosk.stage.pose != before, timeout=5000)
        kiosk.qtbot.waitUntil(lambda: not kiosk.window.stage_widget.moving, timeout=5000)
    for view in ("dollhouse", "plan", "inside"):
        press(kiosk, view)
        assert kiosk.stage.view == view
        assert kiosk.visit.walk.view == view


def test_tapping_the_radar_walks_there(kiosk: Any) -> None:
    """The little plan answers with the place of the floor that was tapped."""
    kiosk.open_showroom()
    radar = kiosk.window.page.overlays.radar
    told: list[tuple[float, float]] = []
    radar.tapped.connect(lambda x, y: told.append((x, y)))
    kiosk.qtbot.mouseClick(radar, Qt.MouseButton.LeftButton, pos=radar.rect().center())
    west, south, east, north = -5.0, -5.0, 60.0, 60.0
    assert west < told[0][0] < east
    assert south < told[0][1] < north


def test_the_language_can_change_in_the_middle_of_everything(kiosk: Any) -> None:
    """Switching language keeps the card that is open and says it in the other language."""
    kiosk.open_showroom()
    spot = next(iter(kiosk.window.page.showing.spots.values()))
    kiosk.window.page.points.pick(spot.id)
    kiosk.settle()
    kiosk.languages.choose("en")
    kiosk.settle()
    titles = [w.text() for w in kiosk.window.findChildren(QWidget, "card-title") if w.isVisible()]
    assert titles == [spot.card.title.in_("en")]


def test_the_showroom_can_be_left_and_entered_again(kiosk: Any) -> None:
    """The second time nothing is loaded, and the visitor stands at the entrance again, with everything over the stage."""
    kiosk.open_showroom()
    first = kiosk.stage.pose
    press(kiosk, "move-forward")
    press(kiosk, "home")
    press(kiosk, f"permit-{PERMIT}")
    press(kiosk, "walk")
    assert kiosk.window.page.overlays is not None
    assert kiosk.stage.pose == first
    assert shows(kiosk, "tour-list")
    assert kiosk.visit.walk.placed


def test_home_forgets_what_was_done_and_keeps_how_one_reads(kiosk: Any) -> None:
    """Home drops the visit but not large print; starting over drops that too."""
    press(kiosk, f"permit-{PERMIT}")
    press(kiosk, "large-print")
    press(kiosk, "home")
    assert kiosk.visit == Visit(comfort=kiosk.visit.comfort)
    assert kiosk.visit.comfort.large_print
    press(kiosk, "help")
    press(kiosk, "start-over")
    assert kiosk.visit == Visit()


def test_a_file_that_cannot_be_read_is_told_in_plain_words(kiosk: Any, tmp_path: Path) -> None:
    """A broken drawing: the questions stay, a sentence says what to do, no folder of the machine is named."""
    broken = tmp_path / "shop.dxf"
    broken.write_text("not a drawing", encoding="utf-8")
    own_plan(kiosk, broken)
    assert kiosk.visit.page == "questions"
    assert kiosk.visit.own.trouble
    assert str(tmp_path) not in "\n".join(kiosk.visit.own.trouble)
    assert "shop.dxf：这不是 DXF 图纸" in "\n".join(kiosk.visit.own.trouble)


def test_a_check_can_be_cancelled(make_kiosk: Callable[..., Any], tmp_path: Path) -> None:
    """A check given up brings no result, and the button can be pressed again."""
    go_on = Event()

    def slow(*_: object) -> None:
        go_on.wait(20)
        raise InputError(Problem("x", "too late"))

    kiosk = make_kiosk(make_check=lambda _path: slow)
    kiosk.go(page="questions", permit_id=PERMIT)
    kiosk.around.holder.own(plan_path=tmp_path / "a.dxf")
    press(kiosk, "check-now")
    kiosk.qtbot.waitUntil(lambda: shows(kiosk, "cancel-check"), timeout=5000)
    press(kiosk, "cancel-check")
    go_on.set()
    assert kiosk.around.jobs.wait(5000)
    kiosk.settle()
    assert kiosk.visit.own.trouble == ()
    assert kiosk.window.page._start.isEnabled()


def test_a_cancelled_check_stops_the_reading(make_kiosk: Callable[..., Any], tmp_path: Path) -> None:
    """Whoever reads the file is told, while it reads, that nobody waits for it any more."""
    told: list[bool] = []
    given_up = Event()

    def reading(_permit: object, _application: object, _day: object, waiting: Callable[[float], bool]) -> None:
        while waiting(0.0):
            given_up.wait(0.01)
        told.append(True)
        raise InputError(Problem("x", "reading was cancelled"))

    kiosk = make_kiosk(make_check=lambda _path: reading)
    kiosk.go(page="questions", permit_id=PERMIT)
    kiosk.around.holder.own(plan_path=tmp_path / "a.dxf")
    press(kiosk, "check-now")
    kiosk.qtbot.waitUntil(lambda: shows(kiosk, "cancel-check"), timeout=5000)
    assert not told
    press(kiosk, "cancel-check")
    assert kiosk.around.jobs.wait(5000)
    assert told


def test_the_reader_is_ready_before_a_file_is_chosen(make_kiosk: Callable[..., Any]) -> None:
    """The page where a plan is chosen starts the process that will read it; closing the window ends one left over."""
    asked: list[str] = []
    kiosk = make_kiosk(expect_file=lambda: asked.append("expected"), expect_none=lambda: asked.append("no more"))
    assert asked == []
    kiosk.go(page="plans", permit_id=PERMIT)
    assert asked == ["expected"]
    kiosk.window.close()
    assert asked == ["expected", "no more"]


def test_a_verdict_says_which_facts_it_rests_on(kiosk: Any) -> None:
    """An opened finding lists the questions answered, or left open, and what was read from the drawing."""
    press(kiosk, f"permit-{PERMIT}")
    press(kiosk, "check")
    press(kiosk, "sample-plan")
    press(kiosk, "check-now")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.page == "result", timeout=60_000)
    vocabulary = kiosk.around.catalogue.vocabulary
    for origin in ("application", "plan"):
        line = next(
            line
            for line in kiosk.window.page.lines
            if any(fact.origin == origin for fact in line.finding.facts) and plain_facts(line.finding, vocabulary)
        )
        kiosk.around.holder.own(finding=line.index)
        kiosk.settle()
        shown = {label.text() for label in kiosk.window.page._detail.findChildren(QLabel)}
        name, said = plain_facts(line.finding, vocabulary)[0]
        assert {name.in_("zh_CN"), said.in_("zh_CN")} <= shown


def test_the_application_beside_a_plan_is_used(make_kiosk: Callable[..., Any], shared_data: Path) -> None:
    """`shop.application.yaml` beside `shop.dxf` answers the questions before they are asked."""
    kiosk = make_kiosk()
    kiosk.go(page="plans", permit_id=PERMIT)
    kiosk.window.page.take(shared_data / "plans-drawn" / "food-base.clean.dxf")
    kiosk.settle()
    assert kiosk.visit.own.application.people.seats == 30
    press(kiosk, "count-seats-plus")
    press(kiosk, "answer-storey-2")
    assert kiosk.visit.own.application.people.seats == 35
    assert kiosk.visit.own.application.premises.storey_level == 2


def test_a_real_drawing_is_checked_and_its_witness_shown(kiosk: Any, shared_data: Path) -> None:
    """A DXF from outside goes through to findings; choosing one with a witness zooms the plan to it."""
    own_plan(kiosk, shared_data / "plans-drawn" / "food-base.clean.dxf")
    page = kiosk.window.page
    measured = (line for line in page.lines if line.finding.geometry is not None)
    line = next(line for line in measured if line.finding.geometry.type == "LineString")
    kiosk.around.holder.own(finding=line.index)
    kiosk.settle()
    assert page.plan_view.selected is not None
    kiosk.qtbot.waitUntil(lambda: page.plan_view._shown.width() < page.plan_view.width(), timeout=5000)


def test_a_scene_that_cannot_be_read_leaves_a_way_back(make_kiosk: Callable[..., Any], catalogue: Any) -> None:
    """When the model is broken the visitor is told so, and can go back to the requirements."""

    class Broken(type(catalogue)):  # type: ignore[misc]
        def load_premises(self, exhibit: object) -> Any:  # noqa: ARG002
            raise InputError(Problem("scene.glb", "broken"))

    kiosk = make_kiosk(catalogue=Broken(catalogue.permits, catalogue.exhibits, catalogue.vocabulary))
    kiosk.go(page="showroom", permit_id=PERMIT, scene_id=SCENE)
    kiosk.qtbot.waitUntil(lambda: shows(kiosk, "loading-cancel"), timeout=5000)
    press(kiosk, "loading-cancel")
    assert kiosk.visit.page == "permit"


@pytest.mark.parametrize("page", ["lobby", "permit", "plans", "questions"])
def test_every_control_can_be_reached_by_tab(kiosk: Any, page: str) -> None:
    """Tab goes through every enabled button of a screen, and the focused one shows its ring."""
    from PySide6.QtWidgets import QAbstractButton

    kiosk.go(page=page, permit_id=PERMIT)
    with kiosk.qtbot.waitActive(kiosk.window, timeout=5000):
        kiosk.window.activateWindow()
    wanted = {
        b
        for b in kiosk.window.findChildren(QAbstractButton)
        if b.isVisible() and b.isEnabled() and not (b.group() and not b.isChecked())
    }
    reached = set()
    for _ in range(len(wanted) * 2 + 20):
        kiosk.qtbot.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused)
        if hasattr(focused, "ringed"):
            assert focused.ringed
    assert not [b.objectName() or b.text() for b in wanted - reached]


def test_help_closes_by_escape_and_by_tapping_beside_it(kiosk: Any) -> None:
    """The help never traps anybody."""
    press(kiosk, "help")
    assert shows(kiosk, "help-sheet")
    kiosk.qtbot.keyClick(kiosk.window, Qt.Key.Key_Escape)
    kiosk.settle()
    assert not shows(kiosk, "help-sheet")
    press(kiosk, "help")
    kiosk.qtbot.mouseClick(kiosk.window._sheet, Qt.MouseButton.LeftButton, pos=QPoint(8, 500))
    kiosk.settle()
    assert not shows(kiosk, "help-sheet")
