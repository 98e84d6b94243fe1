"""What being led promises: a tour to its end by an injected clock, its stops as a list, and its speeds."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.tour_player import SPEEDS


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name with the mouse."""
    found = next(w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible())
    kiosk.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    kiosk.settle()


def shows(kiosk: Any, name: str) -> bool:
    """Tell whether something of that name is visible."""
    return any(w.isVisible() for w in kiosk.window.findChildren(QWidget, name))


def lead(kiosk: Any, until: Callable[[], bool], most: int = 4000) -> None:
    """Let the tour's time pass, a quarter of a second a tick, until it is so."""
    guide = kiosk.window.page.guide
    for _ in range(most):
        if until():
            return
        guide.advance(250)
    raise AssertionError("the tour did not get there")


def test_a_tour_runs_to_its_end_by_the_clock_alone(kiosk: Any) -> None:
    """Every stop is told once, in order, with captions and the note of silence, and the quiz follows."""
    kiosk.open_showroom()
    page = kiosk.window.page
    press(kiosk, "tour-tour")
    stops: list[int] = [kiosk.visit.walk.stop]
    lines: list[str] = []
    page.guide.player.stopped_at.connect(stops.append)
    page.guide.caption.connect(lines.append)
    assert page.overlays.caption.isVisible()
    lead(kiosk, lambda: kiosk.visit.walk.motion == "stopped")
    assert stops == list(range(page.guide.count))
    told = "".join(lines)
    for stop in page.guide.tour.stops[1:]:
        assert stop.script.in_("zh_CN").strip()[-6:] in told
    assert kiosk.visit.walk.quiz is not None


def test_a_faster_tour_takes_less_of_the_clock(kiosk: Any) -> None:
    """Pressing the speed goes round 1, 1.25, 1.5, 0.75; the button says it and the player obeys."""
    kiosk.open_showroom()
    press(kiosk, "tour-tour")
    seen = []
    for _ in SPEEDS:
        press(kiosk, "tour-speed")
        seen.append(kiosk.visit.walk.speed)
        found = next(w for w in kiosk.window.findChildren(QWidget, "tour-speed") if w.isVisible())
        assert found.text() == f"{kiosk.visit.walk.speed:g}×"
        assert kiosk.window.page.guide.player.speed == kiosk.visit.walk.speed
    assert seen == [1.25, 1.5, 0.75, 1.0]
    assert kiosk.visit.walk.motion == "playing"


def test_a_stop_is_chosen_from_the_list(kiosk: Any) -> None:
    """The list names every stop, marks the one told now, goes where it is pressed, from a pause too, and closes."""
    kiosk.open_showroom()
    press(kiosk, "tour-tour")
    press(kiosk, "tour-chapters")
    chapters = kiosk.window.page.overlays.dock
    assert len(chapters.buttons) == kiosk.window.page.guide.count
    assert all(button.accessibleName() for button in chapters.buttons)
    assert [button.isChecked() for button in chapters.buttons].index(True) == 0
    press(kiosk, "chapter-2")
    assert (kiosk.visit.walk.stop, kiosk.visit.walk.motion) == (2, "playing")
    assert kiosk.window.page.overlays.dock is chapters
    assert chapters.buttons[2].isChecked()
    lead(kiosk, lambda: kiosk.visit.walk.stop == 3)
    assert chapters.buttons[3].isChecked()
    press(kiosk, "card-close")
    assert not shows(kiosk, "chapter-0")
    assert kiosk.visit.walk.motion == "playing"
    press(kiosk, "tour-toggle")
    press(kiosk, "tour-chapters")
    press(kiosk, "chapter-4")
    assert (kiosk.visit.walk.stop, kiosk.visit.walk.motion) == (4, "playing")


def test_a_language_chosen_on_the_way_goes_on_at_the_same_stop(kiosk: Any) -> None:
    """Stop, speed and motion are the visit's, the words the new language's; who ends the tour early is asked nothing."""
    kiosk.open_showroom()
    press(kiosk, "tour-tour")
    press(kiosk, "tour-next")
    press(kiosk, "tour-speed")
    kiosk.languages.choose("en")
    kiosk.settle()
    assert (kiosk.visit.walk.stop, kiosk.visit.walk.speed, kiosk.visit.walk.motion) == (1, 1.25, "playing")
    words = kiosk.window.page.overlays.caption.words.text()
    assert words
    assert words in kiosk.window.page.guide.tour.stops[1].script.in_("en")
    assert kiosk.window.page.guide.player.speed == 1.25
    press(kiosk, "tour-end")
    assert kiosk.visit.walk.motion == "stopped"
    assert kiosk.visit.walk.quiz is None


@pytest.mark.parametrize("scene", ["small-eatery", "animal-clinic", "arts-school"])
def test_every_scene_names_its_stops(catalogue: Any, scene: str) -> None:
    """In both languages, by the stop's title or its viewpoint's."""
    from showroom.app.kiosk.chapters import titles

    exhibit = catalogue.exhibit(scene)
    for language in ("zh_CN", "en"):
        named = titles(exhibit.scene.tours[0], exhibit.scene, language)
        assert not [name for name in named if name.isdigit()]
