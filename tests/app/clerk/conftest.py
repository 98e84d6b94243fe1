"""A scene in a folder, a stage without a screen, and the studio on them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from showroom import formats
from showroom.app.clerk import Opened, opening
from showroom.app.clerk.studio import Studio
from showroom.app.i18n import Languages
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.finding import Standing
from showroom.domain.permit import Judgement, LegalSource, Requirement
from showroom.domain.text import Text
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.view.recording_stage import RecordingStage

SCENE = """
format: 1
id: small-shop
title: {zh_CN: 小店, en: Small shop}
permits: [food-catering]
model: scene.glb
plan: premises.plan.yaml
application: premises.application.yaml
viewpoints:
  - {id: entrance, title: {zh_CN: 入口, en: Entrance}, eye: [0, 0, 1.6], look: [3, 0, 1.6]}
  - {id: back, title: {zh_CN: 后门, en: Back door}, eye: [2, 1, 1.6], look: [0, 0, 1.2]}
hotspots:
  - id: basin
    requirements: [food-catering.hand-basin]
    anchor: {position: [3, 1, 1.2], normal: [-1, 0, 0]}
    viewpoint: entrance
    card: {title: {zh_CN: 洗手池, en: Hand basin}, text: {zh_CN: 入口旁有洗手池。, en: A basin by the entrance.}}
  - id: lamp
    requirements: [food-catering.fly-lamp]
    anchor: {position: [3, -1, 2.2], normal: [-1, 0, 0]}
    viewpoint: back
    card: {title: {zh_CN: 灭蝇灯, en: Fly lamp}, text: {zh_CN: 门口有灭蝇灯。, en: A fly lamp by the door.}}
tours:
  - id: guided
    title: {zh_CN: 导览, en: Tour}
    stops:
      - {viewpoint: entrance, hotspots: [basin, lamp], script: {zh_CN: 您好。, en: Hello.}}
      - {viewpoint: entrance, hotspots: [lamp], script: {zh_CN: 请看。, en: Look.}}
licence: MIT
"""


def _row(name: str, chinese: str, english: str) -> Requirement:
    return Requirement(
        id=name,
        kind="equipment",
        title=Text.of(chinese, english),
        text=Text.of(f"{chinese}应当设置。", f"{english} is needed."),
        source=LegalSource(instrument="审查通则", clause="第一条", standing=Standing.VERIFIED),
        judgement=Judgement(how=Text.of("看一看。", "Look.")),
        section="equipment",
    )


REGISTER = (
    _row("food-catering.hand-basin", "洗手池", "Hand basin"),
    _row("food-catering.fly-lamp", "灭蝇灯", "Fly lamp"),
    _row("fire.door.clear-width", "疏散门净宽", "Clear width of doors"),
)


def _wall(name: str, x: float) -> Node:
    """Return a wall across the view at `x`, facing the entrance."""
    corners = np.array([[x, -6, 0], [x, 6, 0], [x, 6, 4], [x, -6, 4]], np.float32)
    triangles = np.array([[0, 2, 1], [0, 3, 2]], np.uint32)
    mesh = Mesh(Material("paint", double_sided=True), corners, triangles)
    return Node(name, (mesh,), "walls", plan_id=name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a scene in the program's own hand."""
    place = tmp_path / "small-shop"
    place.mkdir()
    (place / "scene.yaml").write_text(SCENE, encoding="utf-8")
    formats.write_scene(formats.read_scene(place), place)
    return place


@pytest.fixture
def languages(qapp: object) -> Iterator[Languages]:
    """Speak English: the words of the source."""
    spoken = Languages("en")
    yield spoken
    spoken.close()


@pytest.fixture
def make_studio(qtbot: QtBot, folder: Path, languages: Languages) -> Iterator[Callable[..., Studio]]:
    """Return what opens a studio on the scene; unsaved changes are thrown away at the end."""
    made: list[Studio] = []

    def make(*, writable: bool = True) -> Studio:
        stage = StageWidget(RecordingStage())
        opened = Opened(folder, formats.read_scene(folder), Model((_wall("W1", 3.0),)), REGISTER)
        window = opening.studio(opened, stage, languages, writable=writable)
        window.ask = lambda: "discard"
        window.resize(1400, 900)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        made.append(window)
        return window

    yield make
    for window in made:
        window.ask = lambda: "discard"
        window.close()


@pytest.fixture
def studio(make_studio: Callable[[], Studio]) -> Studio:
    """Return a studio on the scene."""
    return make_studio()
