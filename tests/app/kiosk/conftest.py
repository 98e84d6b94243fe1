"""A kiosk with the bundled register and scene, a stage that only records, a tiny model, and a clock that stands still."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showroom import formats
from showroom.app.i18n import Languages
from showroom.app.kiosk.catalogue import Catalogue, Exhibit, Premises
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Comfort, Visit, VisitHolder
from showroom.app.kiosk.voice import SilentVoice
from showroom.app.kiosk.window import KioskWindow
from showroom.app.kiosk_config import KioskConfig
from showroom.app.widgets.stage_widget import StageWidget
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.view.loading import prepare
from showroom.view.recording_stage import RecordingStage

PERMIT = "food-catering"
SCENE = "hot-food-shop"


def tiny_model() -> Model:
    """Return a floor of two triangles."""
    positions = np.array([[-20, -20, 0], [30, -20, 0], [30, 30, 0], [-20, 30, 0]], np.float32)
    mesh = Mesh(Material("floor"), positions, np.array([[0, 1, 2], [0, 2, 3]], np.uint32))
    return Model((Node("floor", (mesh,), "floors"),))


class BriefCatalogue(Catalogue):
    """The bundled catalogue, whose model is tiny."""

    def load_premises(self, exhibit: Exhibit) -> Premises:
        """Return the scene's own plan with the tiny model."""
        model = tiny_model()
        plan = formats.read_plan(exhibit.plan_path) if exhibit.own is None else exhibit.own.plan
        return Premises(exhibit, model, prepare(model), plan)


@pytest.fixture(scope="session")
def catalogue() -> BriefCatalogue:
    """Return everything bundled, read once."""
    whole = Catalogue.read()
    return BriefCatalogue(whole.permits, whole.exhibits, whole.vocabulary)


@dataclass
class Kiosk:
    """A window under test and what it stands on."""

    window: KioskWindow
    around: Surroundings
    stage: RecordingStage
    qtbot: QtBot
    languages: Languages = field(repr=False)

    @property
    def visit(self) -> Visit:
        """The visit now."""
        return self.around.holder.visit

    def go(self, **changes: object) -> None:
        """Change the visit and let the window settle."""
        self.around.holder.revise(**changes)
        self.settle()

    def settle(self) -> None:
        """Let posted events run and thrown-away widgets go."""
        for _ in range(4):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open_showroom(self) -> None:
        """Open the sample premises and wait until they are there."""
        self.go(page="showroom", permit_id=PERMIT, scene_id=SCENE)
        self.qtbot.waitUntil(lambda: getattr(self.window.page, "overlays", None) is not None, timeout=20_000)
        self.settle()


@pytest.fixture
def make_kiosk(qtbot: QtBot, catalogue: BriefCatalogue, tmp_path: Path) -> Iterator[Callable[..., Kiosk]]:
    """Return a maker of kiosks; each is closed after the test."""
    made: list[Kiosk] = []

    def make(
        size: tuple[int, int] = (1920, 1080), language: str = "zh_CN", comfort: Comfort | None = None, **more: object
    ) -> Kiosk:
        comfort = replace(comfort or Comfort(), language=language)
        choices: dict[str, object] = more.pop("choices", {})  # type: ignore[assignment]
        languages = Languages(language)
        usual: dict[str, object] = {"language": language, "windowed": True, "drive_folders": (), "save_folder": tmp_path}
        config = KioskConfig.model_validate({**usual, **choices})
        holder = VisitHolder(Visit(comfort=comfort, page="attract" if config.attracts else "lobby"))
        defaults: dict[str, object] = {"make_voice": SilentVoice, "clock_runs": False, "today": lambda: date(2026, 11, 23)}
        around = Surroundings(config, more.pop("catalogue", catalogue), holder, languages, **{**defaults, **more})  # type: ignore[arg-type]
        stage = RecordingStage()
        window = KioskWindow(around, StageWidget(stage))
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        kiosk = Kiosk(window, around, stage, qtbot, languages)
        qtbot.waitUntil(lambda: (window.width(), window.height()) == size, timeout=5000)
        kiosk.settle()
        made.append(kiosk)
        return kiosk

    yield make
    for kiosk in made:
        kiosk.window.close()
        kiosk.languages.close()
        kiosk.window.deleteLater()
        kiosk.settle()
    gc.collect()


@pytest.fixture
def kiosk(make_kiosk: Callable[..., Kiosk]) -> Kiosk:
    """Return a landscape kiosk in Chinese."""
    return make_kiosk()
