"""The pictures all round: offered, entered, stepped through, left, and refused where they are broken."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.kiosk.visit import Comfort
from showroom.domain.scene import Panorama, Scene
from showroom.view.stage import Pose

SPOTS = ((6.0, 2.35, 1.6), (3.0, 2.0, 1.6))


def shots_in(folder: Path, *contents: bytes | tuple[int, int]) -> tuple[Panorama, ...]:
    """Return panoramas at `SPOTS` with these files: bytes as they are, or pictures of that size."""
    found = []
    for number, content in enumerate(contents):
        path = folder / f"round-{number}.jpg"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            Image.new("RGB", content, (90, 120, 150)).save(path)
        shot = {"id": f"r{number}", "title": {"zh_CN": f"第{number}张", "en": f"Shot {number}"}, "image": path.name}
        found.append(Panorama.model_validate({**shot, "position": SPOTS[number], "heading": 0, "credit": "A. Photographer"}))
    return tuple(found)


@pytest.fixture
def with_panoramas(make_kiosk: Callable[..., Any], catalogue: Any, tmp_path: Path) -> Callable[..., Any]:
    """Return a maker of open showrooms whose scene has these panoramas."""

    def make(*contents: bytes | tuple[int, int], **more: Any) -> Any:
        exhibit = catalogue.exhibit("hot-food-shop")
        shots = tuple(
            shot.model_copy(update={"image": str(tmp_path / shot.image)}) for shot in shots_in(tmp_path, *contents)
        )  # an absolute name stands for itself whatever the folder
        scene: Scene = exhibit.scene.model_copy(update={"panoramas": shots})
        others = tuple(replace(one, scene=scene) if one.scene.id == scene.id else one for one in catalogue.exhibits)
        kiosk = make_kiosk(catalogue=type(catalogue)(catalogue.permits, others, catalogue.vocabulary), **more)
        kiosk.open_showroom()
        return kiosk

    return make


def views_of(kiosk: Any) -> dict[str, Any]:
    """Return the buttons of the views."""
    return dict(kiosk.window.page.overlays.views.buttons)


def enter(kiosk: Any) -> None:
    """Press the panorama's button and wait until the picture is there."""
    kiosk.qtbot.mouseClick(views_of(kiosk)["panorama"], Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: kiosk.stage.view == "panorama", timeout=5000)
    kiosk.settle()


def words_of(kiosk: Any) -> str:
    """Return what the sign says."""
    return str(kiosk.window.findChild(QLabel, "panorama-words").text())


def test_a_scene_without_panoramas_offers_none(with_panoramas: Callable[..., Any]) -> None:
    """The button is there only where there is a picture."""
    assert list(views_of(with_panoramas())) == ["inside", "dollhouse", "plan"]


def test_the_bundled_scene_has_a_panorama(kiosk: Any) -> None:
    """It is shown where it was taken, and says what it is, that it was captured here, and who made it."""
    kiosk.open_showroom()
    enter(kiosk)
    (shot,) = kiosk.window.page.exhibit.scene.panoramas
    assert kiosk.stage.pose.eye == shot.position
    assert kiosk.visit.walk.view == "panorama"
    assert words_of(kiosk) == f"{shot.title.in_('zh_CN')} · 取景于此处 · {shot.credit_in('zh_CN')}"


def test_one_steps_between_panoramas_by_mark_by_radar_by_tap_and_by_button(with_panoramas: Callable[..., Any]) -> None:
    """The nearest is entered; the mark on the floor, a tap beside it, the radar and the sign's button lead to the other."""
    kiosk = with_panoramas((512, 256), (512, 256))
    page, widget = kiosk.window.page, kiosk.window.stage_widget
    widget.fly_to(Pose((2.8, 2.1, 1.6)), 0)
    enter(kiosk)
    assert page.panoramas.here == 1
    assert words_of(kiosk) == "第1张 · 取景于此处 · A. Photographer"

    def arrive(number: int) -> None:
        kiosk.qtbot.waitUntil(lambda: page.panoramas.here == number, timeout=5000)
        kiosk.settle()

    widget.fly_to(Pose.looking(SPOTS[1], (SPOTS[0][0], SPOTS[0][1], 0.9)), 0)
    page._frame()
    mark = kiosk.window.findChild(QWidget, "panorama-0")
    assert mark.isVisible()
    kiosk.qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    arrive(0)
    assert not mark.isVisible()
    page._radar_tapped(2.5, 2.0)
    arrive(1)
    kiosk.qtbot.mouseClick(kiosk.window.findChild(QWidget, "panorama-next"), Qt.MouseButton.LeftButton)
    arrive(0)
    widget.fly_to(Pose.looking(SPOTS[0], (3.2, 2.2, 0.0)), 0)
    seen = kiosk.stage.project((3.2, 2.2, 0.0))
    kiosk.stage.show(kiosk.around.premises.model)
    spot = widget.rect().center()
    spot.setX(round(seen.x))
    spot.setY(round(seen.y))
    for disc in page.points.layer.discs.values():
        disc.hide()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    arrive(1)


def test_the_keyboard_looks_round_and_zooms(kiosk: Any) -> None:
    """Arrow keys turn, plus and minus zoom; the eye stays."""
    kiosk.open_showroom()
    enter(kiosk)
    before = kiosk.stage.pose
    widget = kiosk.window.stage_widget
    for key, changed in ((Qt.Key.Key_Left, "yaw"), (Qt.Key.Key_PageUp, "pitch"), (Qt.Key.Key_Plus, "field_of_view")):
        QTest.keyClick(kiosk.window, key)
        kiosk.qtbot.waitUntil(lambda: not widget.moving, timeout=5000)
        assert getattr(kiosk.stage.pose, changed) != getattr(before, changed)
    assert kiosk.stage.pose.eye == before.eye


def test_the_pad_zooms_where_nobody_can_walk(kiosk: Any) -> None:
    """In a panorama ahead and back are nearer and farther, by name too; outside it they are steps again."""
    kiosk.open_showroom()
    enter(kiosk)
    ahead, aside = (kiosk.window.findChild(QWidget, f"move-{way}") for way in ("forward", "left"))
    assert (ahead.accessibleName(), ahead.icon_name, aside.isVisible()) == ("拉近", "plus", False)
    kiosk.qtbot.mouseClick(ahead, Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: kiosk.stage.pose.field_of_view < 60, timeout=5000)
    kiosk.window.page._choose_view("inside")
    kiosk.settle()
    assert (ahead.accessibleName(), ahead.icon_name, aside.isVisible()) == ("前进", "arrow-up", True)


def test_a_key_point_is_turned_to_within_the_panorama(kiosk: Any) -> None:
    """Choosing a key point turns the eye; nobody leaves the picture."""
    kiosk.open_showroom()
    enter(kiosk)
    page = kiosk.window.page
    spot = next(iter(page.showing.places))
    kiosk.around.holder.walk(hotspot=spot)
    kiosk.qtbot.waitUntil(lambda: not kiosk.window.stage_widget.moving, timeout=5000)
    assert kiosk.stage.view == "panorama"
    assert kiosk.stage.project(page.showing.places[spot]).in_front


def test_the_panorama_outlasts_a_change_of_language_and_ends_with_the_visit(kiosk: Any) -> None:
    """Read in English the visitor is where they were; the next visitor begins inside."""
    kiosk.open_showroom()
    enter(kiosk)
    kiosk.around.holder.comfort(language="en")
    kiosk.settle()
    assert kiosk.window.page.panoramas.here == 0
    assert "captured at this spot" in words_of(kiosk)
    kiosk.around.holder.reset()
    kiosk.settle()
    kiosk.open_showroom()
    assert (kiosk.stage.view, kiosk.visit.walk.view) == ("inside", "inside")


@pytest.mark.logs_warnings
@pytest.mark.parametrize("content", [b"", b"not a picture", (400, 300)])
def test_a_broken_panorama_is_left_out_and_named_in_the_log(
    with_panoramas: Callable[..., Any], caplog: pytest.LogCaptureFixture, content: bytes | tuple[int, int]
) -> None:
    """The scene opens without it; whoever keeps the kiosk reads file and reason."""
    kiosk = with_panoramas(content)
    assert "panorama" not in views_of(kiosk)
    assert "round-0.jpg" in caplog.text


@pytest.mark.logs_warnings
def test_a_panorama_that_breaks_off_gives_way_to_the_next(
    with_panoramas: Callable[..., Any], caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """A picture that is found broken only while it is read is named in the log, and the other one is shown."""
    kiosk = with_panoramas((512, 256), (512, 256))
    whole = (tmp_path / "round-0.jpg").read_bytes()
    (tmp_path / "round-0.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    kiosk.window.stage_widget.fly_to(Pose((6.0, 2.3, 1.6)), 0)
    enter(kiosk)
    assert kiosk.window.page.panoramas.here == 1
    assert "breaks off" in caplog.text


@pytest.mark.logs_warnings
def test_where_the_only_panorama_breaks_off_the_view_stays(with_panoramas: Callable[..., Any], tmp_path: Path) -> None:
    """The button springs back and the visitor still sees the premises."""
    kiosk = with_panoramas((512, 256))
    whole = (tmp_path / "round-0.jpg").read_bytes()
    (tmp_path / "round-0.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    kiosk.qtbot.mouseClick(views_of(kiosk)["panorama"], Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(views_of(kiosk)["inside"].isChecked, timeout=5000)
    assert kiosk.stage.view == "inside"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_sign_of_a_panorama_covers_nothing(with_panoramas: Callable[..., Any], size: tuple[int, int], *, large: bool) -> None:
    """With its button, in both orientations and prints, with a card and without."""
    kiosk = with_panoramas((512, 256), (512, 256), size=size, language="en", comfort=Comfort(large_print=large))
    enter(kiosk)
    page = kiosk.window.page
    for walk in ({}, {"hotspot": next(iter(page.showing.spots))}):
        kiosk.around.holder.walk(**walk)
        kiosk.settle()
        sign = page.overlays.sign
        assert sign.isVisible()
        assert kiosk.window.stage_widget.rect().contains(sign.geometry())
        assert sign.words.width() >= min(sign.words.sizeHint().width(), sign.words.minimumSizeHint().width())
        others = [t for t in page.overlays.all if t.isVisible() and t not in (sign, page.overlays.leader)]
        assert [type(t).__name__ for t in others if t.geometry().intersects(sign.geometry())] == []
