"""Everything a scene may be wrong in has its sentence in both languages, and what takes long is found a moment later."""

from collections.abc import Callable
from typing import get_args

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from showroom.app.clerk import opening, slow_flaws
from showroom.app.clerk.problems import WORDS, complaints
from showroom.app.clerk.slow_flaws import SlowFlaws
from showroom.app.clerk.studio import Studio
from showroom.app.i18n import Languages
from showroom.domain.scene import Scene
from showroom.packages.flaws import Flaw, FlawKind


@pytest.mark.parametrize("kind", get_args(FlawKind))
def test_every_flaw_is_said_in_both_languages(kind: FlawKind, studio: Studio, languages: Languages) -> None:
    """Each kind has a sentence with its thing or detail in it, and leads to the key point it is mended at."""
    for language in ("en", "zh_CN"):
        languages.choose(language)
        said = [one for one in complaints(studio.scene, studio.register, [Flaw(kind, "THING", "DETAIL", "basin")]) if one.spot]
        [one] = [one for one in said if "THING" in one.sentence or "DETAIL" in one.sentence]
        assert one.spot == "basin"
        assert any("\u4e00" <= letter <= "\u9fff" for letter in one.sentence) == (language == "zh_CN")
    assert WORDS.keys() == set(get_args(FlawKind))


def test_slow_flaws_come_a_moment_later(qtbot: QtBot) -> None:
    """Asked again and again, it looks once, at the scene as it is then; the same flaws found again are not told again."""
    seen: list[object] = []
    scenes = [object(), object(), object()]

    def look_over(scene: object) -> list[Flaw]:
        seen.append(scene)
        return [Flaw("spot-hidden", "basin", "W1", "basin")]

    holder = QObject()
    slow = SlowFlaws(look_over, holder, patience=20)  # type: ignore[arg-type]
    for scene in scenes:
        slow.ask(scene)  # type: ignore[arg-type]
    with qtbot.waitSignal(slow.found):
        pass
    assert seen == [scenes[-1]]
    slow.ask(scenes[0])  # type: ignore[arg-type]
    with qtbot.assertNotEmitted(slow.found, wait=200):
        pass
    assert seen == [scenes[-1], scenes[0]]
    slow.end()


def test_what_is_slow_to_find_is_listed_too(
    make_studio: Callable[[], Studio], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key point behind a wall, as its viewpoint sees it, is listed soon after the scene is opened."""

    def look_over(scene: Scene) -> list[Flaw]:
        return [Flaw("spot-hidden", scene.hotspots[0].id, "W1", scene.hotspots[0].id)]

    monkeypatch.setattr(slow_flaws, "PATIENCE", 10)
    monkeypatch.setattr(SlowFlaws.__init__, "__defaults__", (10,))
    monkeypatch.setattr(opening, "_slow_flaws_of", lambda _opened: look_over)
    window = make_studio()
    qtbot.waitUntil(lambda: any("cannot be seen" in window.problems.item(row).text() for row in range(window.problems.count())))


def test_a_scene_to_look_at_only_cannot_be_typed_into(make_studio: Callable[..., Studio]) -> None:
    """With another clerk at work neither card nor requirements take an edit, whatever key point is chosen."""
    window = make_studio(writable=False)
    window.choose("basin")
    assert not any(box.isEnabled() for box in window.form.inputs.values())
    assert not window.requirements.list.isEnabled()
