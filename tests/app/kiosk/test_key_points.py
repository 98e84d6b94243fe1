"""Key points in the showroom: found, opened one after another, sifted, pointed at from the edge, told apart by zone and permit."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.hotspots import Disc
from showroom.app.kiosk.sifting import Sieve, Traits, values_of
from showroom.app.kiosk.visit import Comfort
from showroom.app.kiosk.zones import COLORS, Zones
from showroom.app.theme import Look
from showroom.view.camera import Overlook
from showroom.view.stage import Pose, Projection
from showroom.view.tints import STRENGTH

PERMIT, OTHER, SCENE = "food-catering", "small-catering", "hot-food-shop"


def press(kiosk: Any, name: str) -> None:
    """Press the visible thing of that name with the mouse."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"no visible {name}"
    kiosk.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    kiosk.settle()


def listed(kiosk: Any) -> list[str]:
    """Return the key points the open list shows."""
    names = [w.objectName() for w in kiosk.window.page.overlays.dock.findChildren(QWidget) if w.isVisibleTo(kiosk.window)]
    return [name.removeprefix("list-") for name in names if name.startswith("list-") and name != "list-all"]


def part(kiosk: Any, kind: type) -> Any:
    """Return the showroom's part of that kind."""
    return next(one for one in kiosk.window.page.parts if isinstance(one, kind))


@pytest.fixture
def shared(catalogue: Any) -> Any:
    """One scene that teaches two permits: two of its key points are of the second, one of them with a card of its own."""
    exhibit = catalogue.exhibit(SCENE)
    scene = exhibit.scene
    other = catalogue.permit(OTHER)
    rows = [row.id for row in other.requirements if row.id.startswith("small-catering.")][:2]
    spots = list(scene.hotspots)
    card = spots[0].card.revise(title={"zh_CN": "小餐饮也一样", "en": "The same for small catering"})
    spots[0] = spots[0].revise(requirements=(*spots[0].requirements, rows[0]), cards={OTHER: card})
    spots[1] = spots[1].revise(requirements=(rows[1],))
    tour = scene.tours[0]
    short = tour.revise(id="small", permits=(OTHER,), stops=tour.stops[:2])
    mistake = scene.mistakes[0].revise(hotspot=spots[0].id, permit=PERMIT, breaks=spots[0].requirements[0])
    both = scene.revise(
        permits=(PERMIT, OTHER),
        hotspots=tuple(spots[:6]),
        tours=(tour.revise(permits=(PERMIT,), stops=tuple(stop.revise(hotspots=()) for stop in tour.stops)),
               short.revise(stops=tuple(stop.revise(hotspots=()) for stop in short.stops))),
        mistakes=(mistake,),
        quiz=(),
    )  # fmt: skip
    return type(catalogue)(catalogue.permits, (Exhibit(exhibit.folder, both),), catalogue.vocabulary)


def test_ten_cards_are_opened_one_after_another_by_finger_and_mouse(kiosk: Any) -> None:
    """Two from the list by mouse and by finger, the others by the card's own button: each shows its own words and source."""
    kiosk.open_showroom()
    device = QTest.createTouchDevice()
    spots = list(kiosk.window.page.showing.spots.values())
    for number, spot in enumerate(spots[:10]):
        if number in (0, 5):
            press(kiosk, "tour-list")
            line = kiosk.window.findChild(QWidget, f"list-{spot.id}")
            kiosk.window.page.overlays.dock.body.ensureWidgetVisible(line)
            kiosk.settle()
        if number == 0:
            kiosk.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
        elif number == 5:
            place = line.mapTo(kiosk.window, line.rect().center())
            QTest.touchEvent(kiosk.window, device).press(0, place, kiosk.window).commit()
            QTest.touchEvent(kiosk.window, device).release(0, place, kiosk.window).commit()
            kiosk.qtbot.waitUntil(lambda spot=spot: kiosk.visit.walk.hotspot == spot.id, timeout=3000)
        else:
            press(kiosk, "card-next")
        kiosk.settle()
        assert kiosk.visit.walk.hotspot == spot.id
        words = {w.text() for w in kiosk.window.page.overlays.dock.findChildren(QLabel)}
        assert {spot.card.title.in_("zh_CN"), spot.card.text.in_("zh_CN")} <= words
        assert any("条文" in line or "惯例" in line for line in words)
    press(kiosk, "card-close")
    assert kiosk.visit.walk.hotspot is None


def test_a_card_says_figures_papers_and_step_and_goes_on_the_list(kiosk: Any) -> None:
    """The entrance door: measured 1.50 m against 1.10 m, the paper that shows it, the survey's step; one press lists its rows."""
    kiosk.open_showroom()
    kiosk.window.page.points.pick("entrance-door")
    key = (str(kiosk.window.page.exhibit.folder), PERMIT)
    kiosk.qtbot.waitUntil(lambda: key in kiosk.around.catalogue.measured, timeout=20_000)
    kiosk.settle()
    dock = kiosk.window.page.overlays.dock
    figure = dock.findChild(QLabel, "figure-fire.exit-door.ground-width")
    assert not figure.isHidden()
    assert "1.50 m" in figure.text()
    assert "≥ 1.10 m" in figure.text()
    words = "\n".join(w.text() for w in dock.findChildren(QLabel))
    permit = kiosk.around.permit
    assert next(paper for paper in permit.documents if paper.id == "layout-and-flow").title.in_("zh_CN") in words
    assert next(step for step in permit.procedure if step.id == "survey").title.in_("zh_CN") in words
    spot = kiosk.window.page.showing.spots["entrance-door"]
    press(kiosk, f"mark-{spot.requirements[0]}")
    assert [mark.id for mark in kiosk.visit.marked] == list(spot.requirements)


def test_a_key_point_is_shown_in_plan_and_in_the_room_again(kiosk: Any) -> None:
    """From outside the thing is brought into what the card leaves free; back inside the card is still open."""
    kiosk.open_showroom()
    kiosk.stage.show(kiosk.around.premises.model)
    kiosk.window.page.points.pick("entrance-door")
    kiosk.settle()
    press(kiosk, "card-view")
    assert kiosk.stage.view == "plan"
    seen = kiosk.stage.project(kiosk.window.page.showing.places["entrance-door"])
    dock = kiosk.window.page.overlays.dock.geometry()
    assert 0 < seen.x < dock.left()
    assert 0 < seen.y < kiosk.window.stage_widget.height()
    press(kiosk, "card-view")
    assert kiosk.stage.view == "inside"
    assert kiosk.visit.walk.hotspot == "entrance-door"


def test_the_thing_of_an_open_card_stands_out_and_a_tours_do_not_dim(kiosk: Any) -> None:
    """An open card outlines its thing and dims the rest; closing it ends both."""
    kiosk.open_showroom()
    spot = next(spot for spot in kiosk.window.page.showing.spots.values() if spot.anchor.node)
    kiosk.window.page.points.pick(spot.id)
    kiosk.settle()
    assert (kiosk.stage.highlighted, kiosk.stage.dimmed) == ((spot.anchor.node,), True)
    press(kiosk, "card-close")
    assert (kiosk.stage.highlighted, kiosk.stage.dimmed) == ((), False)
    press(kiosk, "tour-tour")
    assert not kiosk.stage.dimmed


def test_the_list_is_sifted_and_counted(kiosk: Any) -> None:
    """A chip of a facet leaves those it counts; a second facet leaves those of both; the same chip again takes it away."""
    kiosk.open_showroom()
    press(kiosk, "tour-list")
    every, traits = listed(kiosk), kiosk.window.page.showing.traits
    assert every == list(kiosk.window.page.showing.spots)
    press(kiosk, "facet-zone")
    press(kiosk, "chip-zone-handling")
    kitchen = listed(kiosk)
    assert kitchen == [spot for spot in every if "handling" in traits[spot].zone]
    press(kiosk, "facet-binding")
    chip = kiosk.window.findChild(QWidget, "chip-binding-mandatory")
    assert chip.height() >= 64
    count = int(chip.text().split()[-1])
    press(kiosk, "chip-binding-mandatory")
    assert len(listed(kiosk)) == count < len(kitchen)
    assert kiosk.window.page.overlays.dock.findChild(QLabel, "card-title") is not None
    press(kiosk, "facet-zone")
    press(kiosk, "chip-zone-handling")
    assert kiosk.visit.walk.sifted == Sieve(binding="mandatory")


def test_where_nothing_is_left_the_list_says_so_and_offers_all(kiosk: Any) -> None:
    """A sieve that leaves nothing shows a sentence and one button, which shows everything again."""
    kiosk.open_showroom()
    kiosk.around.holder.walk(listed=(), sifted=Sieve(zone="service", kind="procedure"))
    kiosk.settle()
    assert listed(kiosk) == []
    press(kiosk, "list-all")
    assert listed(kiosk) == list(kiosk.window.page.showing.spots)


def test_the_keyboard_sifts_and_keeps_its_place(kiosk: Any) -> None:
    """Space on a facet opens its chips and the focus stays on the facet; space on a line opens its card."""
    kiosk.open_showroom()
    with kiosk.qtbot.waitActive(kiosk.window, timeout=5000):
        kiosk.window.activateWindow()
    press(kiosk, "tour-list")
    facet = kiosk.window.findChild(QWidget, "facet-kind")
    facet.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(facet, Qt.Key.Key_Space)
    kiosk.settle()
    assert kiosk.visit.walk.facet == "kind"
    assert QApplication.focusWidget().objectName() == "facet-kind"
    line = kiosk.window.findChild(QWidget, f"list-{listed(kiosk)[3]}")
    line.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert kiosk.visit.walk.hotspot == list(kiosk.window.page.showing.spots)[3]


def test_values_are_counted_with_the_other_facets_as_they_are() -> None:
    """Each value of a facet says how many key points it would leave; one that leaves none is told as 0."""
    traits = {
        "a": Traits(frozenset({"front"}), frozenset({"spatial"}), frozenset({"mandatory"})),
        "b": Traits(frozenset({"front"}), frozenset({"equipment", "spatial"}), frozenset({"advisory"})),
        "c": Traits(frozenset(), frozenset(), frozenset()),
    }
    assert values_of(traits, Sieve(binding="mandatory"), "kind") == {"spatial": 1, "equipment": 0}
    assert values_of(traits, Sieve(kind="spatial"), "kind") == {"spatial": 2, "equipment": 1}
    assert [name for name, one in traits.items() if one.passes(Sieve(zone="front", kind="equipment"))] == ["b"]
    assert Sieve().toggled("zone", "front").toggled("zone", "front").idle


def test_a_scene_of_two_permits_shows_only_the_chosen_ones_and_can_be_switched(make_kiosk: Callable[..., Any], shared: Any) -> None:
    """Key points, card texts, mistakes and tour are the permit's; the list offers the other one and turns everything to it."""
    kiosk = make_kiosk(catalogue=shared)
    kiosk.open_showroom()
    first = shared.exhibits[0].scene.hotspots
    spots = list(kiosk.window.page.showing.spots)
    assert first[1].id not in spots
    press(kiosk, "tour-list")
    assert listed(kiosk) == spots
    count = kiosk.window.page.guide.count
    press(kiosk, "facet-permit")
    press(kiosk, f"chip-permit-{OTHER}")
    kiosk.qtbot.waitUntil(lambda: getattr(kiosk.window.page, "overlays", None) is not None, timeout=20_000)
    kiosk.settle()
    assert kiosk.visit.permit_id == OTHER
    assert set(listed(kiosk)) == {first[0].id, first[1].id} | {s.id for s in first if not s.requirements} | {
        spot.id for spot in first if {row.id for row in kiosk.around.permit.requirements}.intersection(spot.requirements)
    }
    assert kiosk.window.page.guide.count == 2 < count
    kiosk.window.page.points.pick(first[0].id)
    kiosk.settle()
    words = [w.text() for w in kiosk.window.page.overlays.dock.findChildren(QLabel)]
    assert "小餐饮也一样" in words
    assert shared.exhibits[0].scene.mistakes[0].title.in_("zh_CN") not in words
    rows = kiosk.window.page.showing.rows_of(first[0].id)
    assert all(row.id in {r.id for r in kiosk.around.permit.requirements} for row in rows)
    kiosk.go(permit_id=PERMIT, walk=kiosk.visit.walk)
    kiosk.settle()
    words = [w.text() for w in kiosk.window.page.overlays.dock.findChildren(QLabel)]
    assert first[0].card.title.in_("zh_CN") in words
    assert shared.exhibits[0].scene.mistakes[0].title.in_("zh_CN") in words


def test_one_permit_offers_no_switch(kiosk: Any) -> None:
    """Where the premises teach one permit alone, nobody is asked to choose."""
    kiosk.open_showroom()
    press(kiosk, "tour-list")
    assert kiosk.window.findChild(QWidget, "facet-permit") is None


def boxes(kiosk: Any) -> Iterator[Any]:
    """Return the places of all discs shown."""
    return (disc.geometry() for disc in kiosk.window.page.points.layer.discs.values() if disc.isVisible())


def test_discs_never_overlap_however_close_their_things_are(
    make_kiosk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Things put at random, many of them close together: no two discs touch, and none lies under what covers the stage."""
    kiosk = make_kiosk((1280, 720))
    kiosk.open_showroom()
    layer = kiosk.window.page.points.layer
    random = np.random.default_rng(5)
    for number, spot in enumerate(layer.discs):
        layer._places[spot] = (float(number), 0.0, 0.0)
    for _ in range(8):
        places = random.random((len(layer.discs), 2)) * (1280, 640)

        def project(place: Any, places: Any = places) -> Projection:
            x, y = places[round(place[0])]
            return Projection(float(x), float(y), 3.0, in_front=True, hidden=False)

        monkeypatch.setattr(kiosk.stage, "project", project)
        layer.place()
        shown = list(boxes(kiosk))
        assert len(shown) > 3
        assert not [pair for pair in combinations(shown, 2) if pair[0].intersects(pair[1])]
        assert not [box for box in shown for other in layer._blocked if box.intersects(other)]


def test_a_cluster_with_the_open_key_point_still_leads_to_its_neighbours(kiosk: Any) -> None:
    """The open key point's disc counts those it covers, and tapping it lists them all."""
    kiosk.open_showroom()
    layer = kiosk.window.page.points.layer
    spots = list(layer.discs)[:3]
    for spot in spots[1:]:
        layer._places[spot] = layer._places[spots[0]]
    kiosk.window.page.points.pick(spots[0])
    x, y, z = layer._places[spots[0]]
    kiosk.window.stage_widget.fly_to(Pose.looking((x + 0.5, y + 2.5, 1.6), (x, y, z)), 0)
    kiosk.settle()
    disc = layer.discs[spots[0]]
    assert disc.isVisible()
    assert set(disc.members) >= set(spots)
    kiosk.qtbot.mouseClick(disc, Qt.MouseButton.LeftButton)
    kiosk.settle()
    assert set(kiosk.visit.walk.listed) == set(disc.members)


def test_signs_count_what_is_left_right_and_behind_and_turn_there(kiosk: Any) -> None:
    """Four things round the eye: one ahead, one at each side, one behind; a press turns to the counted one; a list ends them."""
    from showroom.app.kiosk.pointers import Pointers

    kiosk.open_showroom()
    signs = part(kiosk, Pointers)
    eye = (5.0, 5.0, 1.6)
    ring = {"ahead": (8.0, 5.0), "left": (5.0, 8.0), "right": (5.0, 2.0), "behind": (2.0, 5.0)}
    showing = kiosk.window.page.showing
    showing.places.clear()
    showing.places.update({name: (x, y, 1.5) for name, (x, y) in ring.items()})
    kiosk.window.stage_widget.fly_to(Pose(eye, 0.0), 0)
    kiosk.settle()
    kiosk.window.stage_widget.frameDrawn.emit()
    assert signs.counts == {"left": 1, "right": 1, "behind": 1}
    boxes = {side: sign.geometry() for side, sign in signs.signs.items()}
    assert all(sign.isVisible() and sign.height() >= 64 for sign in signs.signs.values())
    width = kiosk.window.stage_widget.width()
    assert boxes["left"].right() < width / 3 < boxes["behind"].center().x() < 2 * width / 3 < boxes["right"].left()
    for side, name in (("left", "left"), ("behind", "right")):
        press(kiosk, f"pointer-{side}")
        kiosk.qtbot.waitUntil(lambda: not kiosk.window.stage_widget.moving, timeout=5000)
        x, y = ring[name]
        seen = kiosk.stage.project((x, y, 1.5))
        assert seen.in_front
        assert abs(seen.x - width / 2) < 5
    kiosk.around.holder.walk(listed=())
    kiosk.settle()
    assert not any(sign.isVisible() for sign in signs.signs.values())


@pytest.mark.parametrize(("yaw", "side"), [(90.0, "right"), (-90.0, "left")])
def test_the_leader_leads_to_the_edge_when_the_thing_is_out_of_the_picture(kiosk: Any, yaw: float, side: str) -> None:
    """Turned away from the open thing, the line begins at the edge nearest to it, with an arrow; facing it there is none."""
    kiosk.open_showroom()
    spot = next(iter(kiosk.window.page.showing.spots))
    kiosk.window.page.points.pick(spot)
    for places in (kiosk.window.page.showing.places, kiosk.window.page.points.layer._places):
        places[spot] = (9.0, 5.0, 1.5)
    widget, leader = kiosk.window.stage_widget, kiosk.window.page.overlays.leader
    for turn in (0.0, yaw):
        widget.fly_to(Pose((5.0, 5.0, 1.6), turn), 0)
        kiosk.settle()
        kiosk.window.stage_widget.frameDrawn.emit()
        assert leader.points_away == (turn != 0.0)
    start, end = leader.ends
    free = kiosk.window.page.overlays.dock.geometry().left()
    assert 0 < start.x() < free
    assert end.x() == free
    assert (start.x() > free / 2) == (side == "right")


def test_zones_tint_the_floors_and_are_named(kiosk: Any) -> None:
    """Switched on, every zone's floor has a colour of its own, the legend names all of them; off again nothing is left."""
    kiosk.open_showroom()
    scene = kiosk.window.page.exhibit.scene
    kiosk.around.holder.walk(switched=frozenset({"zones"}), view="plan")
    kiosk.window.stage_widget.set_view("plan", 0)
    kiosk.stage.look_over(Overlook((6.0, 5.5, 0.0), 90.0, -90.0, 13.0))
    kiosk.settle()
    zones = part(kiosk, Zones)
    spaces = sum(len(zone.spaces) for zone in scene.zones)
    assert len(kiosk.stage.tinted) == spaces
    assert len({tint.color for tint in kiosk.stage.tinted}) == len(scene.zones)
    assert zones.legend.isVisible()
    rows = [kiosk.window.findChild(QWidget, f"zone-{zone.id}") for zone in scene.zones]
    assert [zone.title.in_("zh_CN") in row.text() for zone, row in zip(scene.zones, rows, strict=True)] == [True] * len(rows)
    assert all(row.height() >= 64 for row in rows)
    kiosk.window.stage_widget.frameDrawn.emit()
    named = {sheet.id for _, sheet in zones.names.names}
    assert named == {zone.id for zone in scene.zones}
    press(kiosk, f"zone-{scene.zones[1].id}")
    assert kiosk.visit.walk.sifted.zone == scene.zones[1].id
    kiosk.around.holder.walk(switched=frozenset())
    kiosk.settle()
    assert kiosk.stage.tinted == ()
    assert not zones.names.isVisible()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("large", [False, True])
def test_legend_signs_and_all_else_over_the_stage_never_overlap(
    make_kiosk: Callable[..., Any], size: tuple[int, int], *, large: bool
) -> None:
    """With zones on and things all round, in both orientations and prints: the legend is there, and nothing lies on anything."""
    kiosk = make_kiosk(size, "en", Comfort(large_print=large))
    kiosk.open_showroom()
    page = kiosk.window.page
    around = {f"p{number}": (5.0 + x, 2.4 + y, 1.5) for number, (x, y) in enumerate(((2, 0), (0, 2), (0, -2), (-2, 0)))}
    page.showing.places.clear()
    page.showing.places.update(around)
    kiosk.around.holder.walk(switched=frozenset({"zones"}))
    kiosk.window.stage_widget.fly_to(Pose((5.0, 2.4, 1.6), 0.0), 0)
    kiosk.settle()
    kiosk.window.stage_widget.frameDrawn.emit()
    kiosk.settle()
    assert part(kiosk, Zones).legend.isVisible()
    shown = {thing.objectName() or type(thing).__name__: thing.geometry() for thing in page._over() if thing.isVisible()}
    assert {"pointer-left", "pointer-right", "pointer-behind"} <= set(shown)
    assert all(kiosk.window.stage_widget.rect().contains(box) for box in shown.values())
    pairs = [(a, b) for a, b in combinations(shown, 2) if shown[a].intersects(shown[b])]
    assert not pairs


_SEEN_AS = {
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Linear light as people with one kind of cone missing see it (Machado, Oliveira and Fernandes 2009, severity 1)."""


_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


@pytest.mark.parametrize("sight", ["every cone", *_SEEN_AS])
@pytest.mark.parametrize("floor", [(0.92, 0.92, 0.90), (0.60, 0.40, 0.20)])
def test_zones_are_told_apart_by_every_kind_of_sight(sight: str, floor: tuple[float, float, float]) -> None:
    """Of any two of the first five zones, laid on a pale or a wooden floor, the colours differ by 15 or more (CIE 1976)."""
    plain = np.array([[int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)] for color in COLORS[:5]])
    laid = plain * STRENGTH + np.array(floor) * (1.0 - STRENGTH)
    linear = np.where(laid <= 0.04045, laid / 12.92, ((laid + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ np.array(_SEEN_AS.get(sight, np.eye(3))).T, 0, 1)
    parts = seen @ _TO_XYZ.T / np.array([0.9505, 1.0, 1.089])
    curve = np.where(parts > 0.008856, np.cbrt(parts), 7.787 * parts + 16 / 116)
    lab = np.stack([116 * curve[:, 1] - 16, 500 * (curve[:, 0] - curve[:, 1]), 200 * (curve[:, 1] - curve[:, 2])], axis=1)
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(lab, 2)) >= 15


def test_the_open_disc_beats_once(qtbot: Any) -> None:
    """Opening a key point starts one beat of its disc, which ends by itself and does not begin again; in large print none."""
    over = QWidget()
    qtbot.addWidget(over)
    disc, calm = Disc(Look(), over), Disc(Look(large_print=True), over)
    for one in (disc, calm):
        one.show_as("1", "one", 40.0, faded=False, chosen=True)
    assert disc._animation.state() == disc._animation.State.Running
    assert calm._animation.state() == disc._animation.State.Stopped
    assert disc._animation.loopCount() == 1
    disc._animation.setCurrentTime(disc._animation.duration())
    disc.show_as("1", "one", 41.0, faded=False, chosen=True)
    assert disc._animation.state() == disc._animation.State.Stopped


def test_a_faded_disc_still_answers(kiosk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thing behind something has a faded disc that opens the card all the same."""
    kiosk.open_showroom()
    layer = kiosk.window.page.points.layer
    spot = next(iter(layer.discs))
    monkeypatch.setattr(kiosk.stage, "project", lambda _place: Projection(600.0, 450.0, 3.0, True, True))
    layer.place()
    disc = next(disc for disc in layer.discs.values() if disc.isVisible())
    assert disc._faded
    kiosk.qtbot.mouseClick(disc, Qt.MouseButton.LeftButton, pos=QPoint(disc.width() // 2, disc.height() // 2))
    kiosk.settle()
    assert kiosk.visit.walk.hotspot == spot or spot in kiosk.visit.walk.listed
