"""What walking into another part of the premises promises: it introduces itself, once, and never into something else."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.room_voice import RoomVoice, words_of_zones
from showroom.app.kiosk.visit import Comfort
from showroom.view.stage import Pose


def voice_of(kiosk: Any) -> RoomVoice:
    """Return the part under test."""
    return next(part for part in kiosk.window.page.parts if isinstance(part, RoomVoice))


def place_in(kiosk: Any, zone_id: str) -> tuple[float, float, float]:
    """Return an eye in a zone: where the tour stands there."""
    part = voice_of(kiosk)
    view = kiosk.window.page.exhibit.scene.viewpoint(part.words[zone_id].viewpoint)
    return view.eye


def walk_to(kiosk: Any, zone_id: str) -> None:
    """Be in another zone, as a step would bring one."""
    kiosk.window.stage_widget.fly_to(Pose(place_in(kiosk, zone_id)), 0)
    kiosk.settle()
    voice_of(kiosk).frame()


def panel(kiosk: Any) -> QWidget:
    """Return the panel with the words."""
    return kiosk.window.findChild(QWidget, "room-words")


def elsewhere(kiosk: Any) -> str:
    """Return a zone that speaks and is not the one stood in."""
    part = voice_of(kiosk)
    here = part.zones.at(kiosk.window.stage_widget.pose.eye)
    return next(zone for zone in part.words if here is None or zone != here.id)


def test_a_zone_speaks_after_a_moment_and_once_a_visit(kiosk: Any) -> None:
    """Entering it begins its words; coming back says nothing more."""
    kiosk.open_showroom()
    part, zone = voice_of(kiosk), elsewhere(kiosk)
    walk_to(kiosk, zone)
    part.advance(300)
    assert not part.speaking
    part.advance(700)
    assert part.speaking
    assert panel(kiosk).isVisible()
    assert kiosk.visit.walk.heard == {zone}
    for _ in range(600):
        part.advance(250)
    assert not part.speaking
    assert not panel(kiosk).isVisible()
    other = next(name for name in part.words if name != zone)
    walk_to(kiosk, other)
    walk_to(kiosk, zone)
    part.advance(2000)
    assert not part.speaking


def test_where_one_was_set_down_says_nothing(kiosk: Any) -> None:
    """Arriving is not entering: the lobby is still in the ear."""
    kiosk.open_showroom()
    voice_of(kiosk).advance(5000)
    assert not voice_of(kiosk).speaking
    assert kiosk.visit.walk.heard == frozenset()


def test_nothing_is_said_into_something_else(kiosk: Any) -> None:
    """With a list, a tray or a tour on, from above, or switched off, entering is silent, and it is not taken as heard."""
    kiosk.open_showroom()
    start, zone, free = kiosk.window.stage_widget.pose.eye, elsewhere(kiosk), kiosk.visit.walk
    for busy in (
        {"listed": ()},
        {"tools": True},
        {"rooms": True},
        {"motion": "paused"},
        {"view": "plan"},
        {"switched": frozenset()},
    ):
        kiosk.around.holder.walk(**busy)
        walk_to(kiosk, zone)
        voice_of(kiosk).advance(5000)
        assert not voice_of(kiosk).speaking, busy
        kiosk.window.stage_widget.fly_to(Pose(start), 0)
        kiosk.around.holder.revise(walk=free)
        kiosk.settle()
    assert kiosk.visit.walk.heard == frozenset()


def test_a_card_being_read_is_not_spoken_into_and_silences_a_zone(kiosk: Any) -> None:
    """Opening a card ends the zone's words; closing it brings none back."""
    kiosk.open_showroom()
    part = voice_of(kiosk)
    walk_to(kiosk, elsewhere(kiosk))
    part.advance(1000)
    assert part.speaking
    kiosk.around.holder.walk(hotspot=next(iter(kiosk.window.page.showing.spots)))
    kiosk.settle()
    assert not part.speaking
    assert not panel(kiosk).isVisible()
    kiosk.around.holder.walk(hotspot=None)
    part.advance(5000)
    assert not part.speaking


def test_it_is_switched_off_where_it_speaks(kiosk: Any) -> None:
    """The button beside the words silences all zones; the tray has it on again."""
    kiosk.open_showroom()
    part = voice_of(kiosk)
    walk_to(kiosk, elsewhere(kiosk))
    part.advance(1000)
    button = kiosk.window.findChild(QWidget, "room-silence")
    kiosk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    kiosk.settle()
    assert not part.speaking
    assert "narration" not in kiosk.visit.walk.switched


def test_reading_aloud_has_the_word(kiosk: Any) -> None:
    """A text being read is not spoken into, and beginning to read ends a zone's words."""
    kiosk.open_showroom()
    part = voice_of(kiosk)
    walk_to(kiosk, elsewhere(kiosk))
    part.advance(1000)
    assert part.speaking
    kiosk.around.speech.read(["一段文字。"], "zh_CN")
    assert not part.speaking


def test_every_scene_has_words_for_its_zones(catalogue: Any) -> None:
    """Of each bundled scene at least two zones speak, with the tour's words but not its greeting."""
    from showroom import formats
    from showroom.app.kiosk.room_voice import ZoneMap

    for exhibit in catalogue.exhibits:
        zones = ZoneMap(exhibit.scene, formats.read_plan(exhibit.plan_path))
        tour = exhibit.scene.tours[0]
        words = words_of_zones(tour, exhibit.scene, zones)
        assert len(words) >= 2, exhibit.scene.id
        assert tour.stops[0] not in words.values()
        assert tour.stops[-1] not in words.values()


@pytest.mark.parametrize(("size", "large"), [((1920, 1080), True), ((1080, 1920), True)])
def test_its_words_cover_nothing(make_kiosk: Callable[..., Any], size: tuple[int, int], large: bool) -> None:
    """The panel lies within the stage, off radar, views, pad and bar, and its line is whole."""
    kiosk = make_kiosk(size=size, language="en", comfort=Comfort(large_print=large))
    kiosk.open_showroom()
    part = voice_of(kiosk)
    walk_to(kiosk, elsewhere(kiosk))
    for _ in range(30):
        part.advance(400)
        if not part.speaking:
            continue
        box = panel(kiosk).geometry()
        assert kiosk.window.stage_widget.rect().contains(box)
        over = [t for t in kiosk.window.page.overlays.all[1:] if t.isVisible() and t.geometry().intersects(box)]
        assert not over
        words = kiosk.window.findChild(QWidget, "room-caption")
        assert words.heightForWidth(words.width()) <= words.height() + 2
        assert QRect(QPoint(0, 0), box.size()).contains(words.geometry())
    assert kiosk.visit.walk.heard
