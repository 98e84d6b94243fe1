"""The tray of tools, and what a visitor does with a tool in the hand, by real presses and taps."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from showroom import home
from showroom.app.kiosk.ghosts import Ghosts
from showroom.app.kiosk.tools import TOOL_OF, TOOLS, offered, taken_up
from showroom.app.kiosk.visit import Comfort
from showroom.app.widgets.touch_button import TouchButton
from showroom.view.clearance import FreeFloor
from showroom.view.stage import Pose

LOOKS = [((1920, 1080), False), ((1080, 1920), False), ((1920, 1080), True), ((1080, 1920), True)]
MIDDLE = (6.0, 2.35)
"""A place of the dining room of the hot-food shop."""


def press(kiosk: Any, name: str) -> None:
    """Press a visible button."""
    button = next(one for one in kiosk.window.findChildren(QWidget, name) if one.isVisible())
    kiosk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    kiosk.settle()


def take(kiosk: Any, tool: str) -> None:
    """Take a tool from the tray."""
    press(kiosk, "tour-tools")
    press(kiosk, f"tool-{tool}")


def tap(kiosk: Any, x: float, y: float) -> None:
    """Tap a point of the floor."""
    seen = kiosk.stage.project((x, y, 0.0))
    QTest.mouseClick(kiosk.window.stage_widget, Qt.MouseButton.LeftButton, pos=QPoint(round(seen.x), round(seen.y)))
    kiosk.settle()


@pytest.fixture
def inside(kiosk: Any) -> Any:
    """Return a kiosk that looks down at the floor of the dining room."""
    kiosk.open_showroom()
    kiosk.stage.show(kiosk.around.premises.model)
    kiosk.window.stage_widget.fly_to(Pose((6.0, 0.6, 1.6), 90.0, -40.0), 0)
    kiosk.settle()
    return kiosk


def test_every_tool_has_an_icon_and_serves_a_view() -> None:
    """The table is whole, and no group is without a name."""
    for tool in TOOLS:
        assert (home.assets() / "icons" / f"{tool.icon}.svg").is_file()
        assert tool.views
        assert any(tool in tools for view in tool.views for tools in offered(TOOLS, view).values())
    assert len({tool.id for tool in TOOLS}) == len(TOOLS)


def test_the_tray_opens_and_closes(inside: Any) -> None:
    """By its button, by Escape, and when a tool is taken; what is in the hand is marked in it."""
    press(inside, "tour-tools")
    assert inside.visit.walk.tools
    QTest.keyClick(inside.window.stage_widget, Qt.Key.Key_Escape)
    inside.settle()
    assert not inside.visit.walk.tools
    take(inside, "wheelchair")
    assert (inside.visit.walk.tool, inside.visit.walk.tools) == ("wheelchair", False)


def test_a_wheelchair_is_set_down_by_a_tap_and_nobody_walks(inside: Any) -> None:
    """It stands where the floor was tapped, to the centimetre, and its circle says what the plan says."""
    eye = inside.stage.pose.eye
    take(inside, "wheelchair")
    assert len(inside.stage.figures) == 1
    tap(inside, 6.1, 2.2)
    figure = inside.stage.figures[0]
    assert math.dist(figure.at[:2], (6.1, 2.2)) < 0.02
    assert inside.stage.pose.eye == eye
    lacks = FreeFloor(inside.around.premises.plan).around(*figure.at[:2]).lacks(0.75)
    said = inside.window.findChild(QLabel, "ghost-words").text()
    assert said == ("放得下：轮椅可在这里回转（1.50 米）" if not lacks else f"放不下：离 1.50 米，一侧还差 {lacks} 厘米")


def test_a_figure_is_moved_turned_and_taken_away_by_buttons(inside: Any) -> None:
    """Moves go by the way the visitor looks; taken away, nobody is left."""
    take(inside, "person")
    before = inside.visit.walk.stood[0]
    press(inside, "ghost-away")
    press(inside, "ghost-right")
    press(inside, "ghost-turn-left")
    after = inside.visit.walk.stood[0]
    assert (after.x - before.x, after.y - before.y) == (pytest.approx(0.05), pytest.approx(0.05))
    assert (after.yaw - before.yaw) % 360 == pytest.approx(15.0)
    press(inside, "ghost-remove")
    assert inside.stage.figures == ()
    assert inside.visit.walk.tool is None
    assert inside.window.page.overlays.bar.isVisible()


def test_a_figure_that_does_not_fit_says_so_in_word_icon_and_colour(inside: Any) -> None:
    """Beside a wall a wheelchair cannot turn; the nearest thing is named with its distance."""
    take(inside, "wheelchair")
    for _ in range(60):
        next(part for part in inside.window.page.parts if isinstance(part, Ghosts))._do("right")
    assert inside.window.findChild(QLabel, "ghost-words").text().startswith("放不下")
    assert inside.window.findChild(QLabel, "ghost-words").property("tone") == "not_met"
    assert "最近的是" in inside.window.findChild(QLabel, "ghost-more").text()
    fits = inside.window.look.color("met").redF()
    assert inside.stage.figures[0].color[0] != pytest.approx(fits)


def test_figures_stay_when_the_hand_is_empty_and_go_with_the_visitor(inside: Any) -> None:
    """Done leaves them standing and walking is possible again; another language keeps them; leaving takes them away."""
    take(inside, "wheelchair")
    press(inside, "ghost-done")
    assert len(inside.stage.figures) == 1
    assert inside.window.stage_widget.mode == "walk"
    inside.languages.choose("en")
    inside.settle()
    assert len(inside.stage.figures) == 1
    inside.go(page="permit")
    assert inside.stage.figures == ()
    inside.around.holder.reset()
    inside.settle()
    assert inside.visit.walk.stood == ()


def test_measuring_and_a_figure_are_never_in_the_hand_together(inside: Any) -> None:
    """Taking up the one lays down the other."""
    take(inside, "wheelchair")
    press(inside, "ghost-done")
    take(inside, "measure")
    assert inside.window.page.overlays.measuring.active
    inside.around.holder.walk(**taken_up(inside.visit.walk, TOOL_OF["person"]))
    inside.settle()
    assert not inside.window.page.overlays.measuring.active
    assert inside.window.stage_widget.mode == "author"


@pytest.mark.parametrize(("size", "large"), LOOKS)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_tray_and_bars_fit_and_cover_nothing(
    make_kiosk: Callable[..., Any], size: tuple[int, int], language: str, *, large: bool
) -> None:
    """In both orientations, prints and languages every word and button is whole and nothing lies on anything else."""
    kiosk = make_kiosk(size=size, language=language, comfort=Comfort(large_print=large))
    kiosk.open_showroom()
    page, stage = kiosk.window.page, kiosk.window.stage_widget
    held = [tool.id for tool in TOOLS if tool.kind == "hand"]
    for walk in ({"tools": True}, *({"tools": False, "tool": tool, "view": "inside"} for tool in held)):
        kiosk.around.holder.walk(**walk)
        kiosk.settle()
        shown = [thing for thing in page.overlays.all if thing.isVisible() and thing is not page.overlays.leader]
        boxes = {type(thing).__name__: thing.geometry() for thing in shown}
        assert [(a, b) for a in boxes for b in boxes if a < b and boxes[a].intersects(boxes[b])] == []
        assert [name for name, box in boxes.items() if not stage.rect().contains(box)] == []
        foot = page.overlays.foot
        for label in foot.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap():
                assert label.width() + 2 >= label.sizeHint().width(), label.text()
        docked = page.overlays.dock.findChildren(TouchButton) if page.overlays.dock else []
        for button in (*foot.findChildren(TouchButton), *docked):
            if button.isVisible():
                assert button.width() + 2 >= button.minimumSizeHint().width(), button.text()
