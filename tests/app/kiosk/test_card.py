"""The card of a key point: what is shown beyond its words."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.kiosk.card import KeyPointCard
from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.theme import Look
from showroom.app.widgets.words import Picture
from showroom.domain.mistake import Mistake
from showroom.domain.scene import Scene


def card_of(qtbot: Any, folder: Path, scene: Scene, over: QWidget) -> KeyPointCard:
    """The card of the scene's first key point."""
    spot = scene.hotspots[0]
    return KeyPointCard(Look(1920, 1080), over, "zh_CN", Exhibit(folder, scene), spot, (), number=1, count=1)


@pytest.fixture
def wrong(catalogue: Any) -> Scene:
    """A bundled scene with one mistake at its first key point."""
    scene: Scene = catalogue.exhibits[0].scene
    spot = scene.hotspots[0]
    mistake = Mistake.model_validate(
        {
            "id": "narrow",
            "title": {"zh_CN": "门太窄", "en": "Too narrow"},
            "text": {"zh_CN": "出不去。", "en": "No way out."},
            "hotspot": spot.id,
            "breaks": spot.requirements[0],
            "right": "right.png",
            "wrong": "wrong.png",
        }
    )
    return scene.revise(mistakes=(mistake,))


def test_a_mistake_is_shown_beside_the_right_thing(qtbot: Any, tmp_path: Path, wrong: Scene) -> None:
    """Two pictures named right and wrong, and in words what is wrong."""
    for name in ("right.png", "wrong.png"):
        assert QImage(8, 6, QImage.Format.Format_RGB32).save(str(tmp_path / name))
    over = QWidget()
    qtbot.addWidget(over)
    card = card_of(qtbot, tmp_path, wrong, over)
    assert [picture.accessibleName() for picture in card.findChildren(Picture)][-2:] == ["Right: 门太窄", "Wrong: 门太窄"]
    assert {"门太窄", "出不去。"} <= {words.text() for words in card.findChildren(QLabel)}


def test_a_mistake_without_pictures_is_still_told(qtbot: Any, tmp_path: Path, wrong: Scene) -> None:
    """Where a picture is missing, its half is left out and the words stay."""
    over = QWidget()
    qtbot.addWidget(over)
    card = card_of(qtbot, tmp_path, wrong, over)
    assert not [picture for picture in card.findChildren(Picture) if "门太窄" in picture.accessibleName()]
    assert "门太窄" in {words.text() for words in card.findChildren(QLabel)}
