"""The tray of tools, and what a visitor does with a tool in the hand, by real presses and taps."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from shapely import LineString, Point, Polygon

from showroom import formats, home
from showroom.app.kiosk.catalogue import Catalogue, Exhibit, Premises
from showroom.app.kiosk.floors import Floors
from showroom.app.kiosk.tools import TOOL_OF, TOOLS, offered, taken_up
from showroom.app.kiosk.visit import Comfort
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.plan import Plan
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.view.clearance import FreeFloor
from showroom.view.loading import prepare
from showroom.view.stage import Pose

LOOKS = [
    ((1920, 1080), "zh_CN", False),
    ((1080, 1920), "en", False),
    ((1920, 1080), "en", True),
    ((1080, 1920), "en", True),
    ((1080, 1920), "zh_CN", True),
]
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
    inside.around.holder.walk(stood=(replace(inside.visit.walk.stood[0], x=11.1, y=2.4),))
    inside.settle()
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


@pytest.mark.parametrize(("size", "language", "large"), LOOKS)
def test_tray_and_bars_fit_and_cover_nothing(
    make_kiosk: Callable[..., Any], size: tuple[int, int], language: str, *, large: bool
) -> None:
    """In both orientations, prints and languages every word and button is whole and nothing lies on anything else."""
    kiosk = make_kiosk(size=size, language=language, comfort=Comfort(large_print=large))
    kiosk.open_showroom()
    page, stage = kiosk.window.page, kiosk.window.stage_widget
    held = [tool.id for tool in TOOLS if tool.kind == "hand"]
    shown_as = {"section": "dollhouse"}
    opened = [{"tools": True}, {"tools": False, "rooms": True}]
    for walk in (*opened, *({"rooms": False, "tool": tool, "view": shown_as.get(tool, "inside")} for tool in held)):
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


# -- rooms, walks, cuts, storeys ---------------------------------------------------------------------------------


class HurriedClock:
    """A clock that is a fiftieth of a second later each time it is asked: walks take little of the test's own time."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return seconds."""
        self.now += 0.02
        return self.now


def walls_of(plan: Plan) -> shapely.Geometry:
    """The walls of a plan without their doorways."""
    (storey,) = plan.storeys
    solid = [LineString(wall.axis).buffer(wall.thickness / 2, cap_style="flat") for wall in storey.walls]
    open_ways = []
    for opening in storey.openings:
        if opening.kind in ("door", "passage"):
            wall = storey.wall_of[opening.wall]
            ends = [LineString(wall.axis).interpolate(opening.at + side * opening.width / 2) for side in (-1, 1)]
            open_ways.append(LineString(ends).buffer(wall.thickness / 2 + 0.05, cap_style="flat"))
    return shapely.union_all(solid).difference(shapely.union_all(open_ways))


def watched(kiosk: Any) -> list[tuple[float, float]]:
    """Every place the eye comes by from now on."""
    places: list[tuple[float, float]] = [kiosk.stage.pose.eye[:2]]
    kiosk.window.stage_widget.poseChanged.connect(lambda pose: places.append(pose.eye[:2]))
    return places


def test_a_tap_on_the_radar_walks_from_the_door_to_the_kitchen_past_no_wall(inside: Any) -> None:
    """By a real press on the little plan; every place on the way is checked against the plan."""
    widget, plan = inside.window.stage_widget, inside.around.premises.plan
    widget._clock = HurriedClock()
    radar = inside.window.page.overlays.radar
    kitchen = next(space for space in plan.spaces if space.use == "cooking")
    goal = widget.walker.nearest(Polygon(kitchen.outline).representative_point().coords[0])
    places = watched(inside)
    at = radar._on_widget(*goal)
    inside.qtbot.mouseClick(radar, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    inside.qtbot.waitUntil(lambda: not widget.moving and len(places) > 5, timeout=20_000)
    assert Polygon(kitchen.outline).contains(Point(places[-1]))
    walls = walls_of(plan)
    assert walls.distance(shapely.MultiPoint(places)) > 0.15
    assert not walls.intersects(LineString(places))


def test_the_list_of_rooms_leads_into_rooms_through_doors(inside: Any) -> None:
    """One press a room, from whatever room one is in; the room reached is marked, and no wall is passed."""
    widget, plan = inside.window.stage_widget, inside.around.premises.plan
    widget._clock = HurriedClock()
    take(inside, "rooms")
    assert set(inside.window.page.overlays.dock.buttons) == {space.id for space in plan.spaces}
    walls = walls_of(plan)
    for space in (space for space in plan.spaces if space.use in ("cooking", "toilet", "food-storage")):
        places = watched(inside)
        dock = inside.window.page.overlays.dock
        dock.buttons[space.id].click()
        inside.qtbot.waitUntil(lambda: not widget.moving, timeout=20_000)
        here = Point(inside.stage.pose.eye[:2])
        assert Polygon(space.outline).buffer(0.02).covers(here), space.id
        assert dock.buttons[space.id].isChecked()
        assert not walls.intersects(LineString([*places, inside.stage.pose.eye[:2]])), space.id
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    inside.settle()
    assert not inside.visit.walk.rooms


def test_the_premises_are_cut_open_from_above_by_buttons(inside: Any) -> None:
    """The tool shows the model from above, cut at the middle step; other steps, whole walls, and done."""
    take(inside, "section")
    assert (inside.stage.view, inside.stage.cut) == ("dollhouse", pytest.approx(1.2))
    press(inside, "cut-2.0")
    assert inside.stage.cut == pytest.approx(2.0)
    press(inside, "plan")
    assert inside.visit.walk.tool == "section"
    press(inside, "cut-done")
    assert inside.stage.cut == pytest.approx(2.0)
    take(inside, "section")
    press(inside, "cut-whole")
    assert inside.stage.cut is None
    press(inside, "inside")
    assert inside.visit.walk.tool is None


def test_the_ceiling_comes_off_and_on_and_is_back_for_the_next(inside: Any) -> None:
    """A switch in the tray, while one is inside; leaving the premises puts it back."""
    take(inside, "ceiling")
    assert inside.stage.lifted
    press(inside, "tool-ceiling")
    assert not inside.stage.lifted
    press(inside, "tool-ceiling")
    inside.go(page="permit")
    assert not inside.stage.lifted


def two_storeys(plan: Plan) -> Plan:
    """The plan with a storey like its own above it, joined by nothing."""
    (storey,) = plan.storeys

    def renamed(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(thing.revise(id=f"2-{thing.id}") for thing in things)

    openings = tuple(
        one.revise(id=f"2-{one.id}", wall=f"2-{one.wall}", serves=f"2-{one.serves}" if one.serves else None)
        for one in storey.openings
    )
    above = storey.revise(
        id="F2",
        level=2,
        walls=renamed(storey.walls),
        spaces=renamed(storey.spaces),
        fixtures=renamed(storey.fixtures),
        columns=renamed(storey.columns),
        openings=openings,
    )
    return plan.revise(storeys=(storey, above))


class TwoStoreys(Catalogue):
    """The bundled catalogue, whose premises have a second storey."""

    def load_premises(self, exhibit: Exhibit) -> Premises:
        """Return the scene's plan twice over, with a floor for a model."""
        corners = np.array([[-20, -20, 0], [30, -20, 0], [30, 30, 0], [-20, 30, 0]], np.float32)
        mesh = Mesh(Material("floor"), corners, np.array([[0, 1, 2], [0, 2, 3]], np.uint32))
        model = Model((Node("floor", (mesh,), "floors"),))
        return Premises(exhibit, model, prepare(model), two_storeys(formats.read_plan(exhibit.plan_path)))


@pytest.mark.parametrize(("size", "large"), [((1920, 1080), False), ((1080, 1920), True)])
def test_premises_of_two_storeys_have_a_button_for_each(
    make_kiosk: Callable[..., Any], catalogue: Any, size: tuple[int, int], *, large: bool
) -> None:
    """Inside it leads up, and radar and ground follow; from above it shows the storey without those over it."""
    tall = TwoStoreys(catalogue.permits, catalogue.exhibits, catalogue.vocabulary)
    kiosk = make_kiosk(size=size, comfort=Comfort(large_print=large), catalogue=tall)
    kiosk.open_showroom()
    page, widget = kiosk.window.page, kiosk.window.stage_widget
    press(kiosk, "F2")
    assert kiosk.stage.pose.eye[2] > 4.0
    assert widget.walker.floor > 3.0
    assert page.overlays.radar._storey == "F2"
    (buttons,) = next(part for part in page.parts if isinstance(part, Floors)).widgets
    others = [thing for thing in page.overlays.all if thing.isVisible() and thing is not page.overlays.leader]
    assert [type(thing).__name__ for thing in others if thing.geometry().intersects(buttons.geometry())] == []
    press(kiosk, "dollhouse")
    assert kiosk.stage.cut is None
    press(kiosk, "F1")
    assert 2.5 < kiosk.stage.cut < 3.4
    press(kiosk, "inside")
    press(kiosk, "F2")
    press(kiosk, "F1")
    assert kiosk.stage.pose.eye[2] == pytest.approx(1.6)
