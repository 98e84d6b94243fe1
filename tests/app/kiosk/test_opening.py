"""How the kiosk opens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from showroom.app.kiosk.opening import first_visit
from showroom.app.kiosk.posters import draw_posters, kept_posters
from showroom.app.kiosk.voice import SilentVoice, best_voice
from showroom.app.kiosk_config import KioskConfig
from showroom.domain.errors import InputError


def test_a_scene_named_at_the_start_opens_at_once(catalogue: Any) -> None:
    """`--scene` opens the showroom with the scene's first permit; `--permit` opens that permit's page; else it begins anew."""
    visit = first_visit(KioskConfig(scene_id="hot-food-shop"), catalogue)
    assert (visit.page, visit.permit_id, visit.scene_id) == ("showroom", "food-catering", "hot-food-shop")
    assert first_visit(KioskConfig(permit_id="food-catering"), catalogue).page == "permit"
    assert first_visit(KioskConfig(), catalogue).page == "attract"
    assert first_visit(KioskConfig(windowed=True), catalogue).page == "lobby"


@pytest.mark.parametrize(
    ("config", "near"), [(KioskConfig(scene_id="hot-shop"), "hot-food-shop"), (KioskConfig(permit_id="food"), "food-")]
)
def test_an_unknown_name_is_refused_with_the_nearest(catalogue: Any, config: KioskConfig, near: str) -> None:
    """A scene or permit that does not exist is named, with what does."""
    with pytest.raises(InputError, match=near):
        first_visit(config, catalogue)


def test_posters_are_drawn_once_and_kept(catalogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scene without pictures gets two of its viewpoints drawn, which are found again the next time."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    exhibit = catalogue.exhibits[0]
    assert kept_posters(exhibit) == ()
    drawn = draw_posters(catalogue, exhibit)
    assert len(drawn) == 2
    assert kept_posters(exhibit) == drawn
    assert all(path.read_bytes().startswith(b"\xff\xd8") for path in drawn)


def test_posters_just_drawn_appear_in_the_lobby(make_kiosk: Callable[..., Any], tmp_path: Path) -> None:
    """The lobby shows a picture as soon as there is one."""
    kiosk = make_kiosk()
    before = kiosk.window.page
    kiosk.window.show_posters("hot-food-shop", (tmp_path / "0.jpg",))
    kiosk.settle()
    assert kiosk.window.page is not before
    assert kiosk.around.pictures(kiosk.around.catalogue.exhibits[0])


def test_a_machine_without_sound_is_silent_without_complaint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where neither a sound server nor a sound card is there, nobody speaks and Qt is not even asked."""
    if Path("/dev/snd").exists():
        pytest.skip("this machine has a sound card")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    assert isinstance(best_voice(), SilentVoice)
