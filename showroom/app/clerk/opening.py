"""How does the studio come up? One application, one language, one stage, one window."""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from showroom.app.clerk import Opened, desk
from showroom.app.clerk.studio import Studio
from showroom.app.document import SceneDocument
from showroom.app.i18n import Languages
from showroom.app.theme import font_family
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.scene import Scene
from showroom.packages.flaws import Flaw, file_flaws, placing_flaws
from showroom.view.stage import Pose


def studio(opened: Opened, stage: StageWidget, languages: Languages) -> Studio:
    """Return the window on a scene, the eye at its first viewpoint."""
    document = SceneDocument(opened.scene, opened.folder)
    window = Studio(document, opened.register, stage, languages, desk.desk_look(), _flaws_of(opened))
    stage.show_model(opened.model)
    first = opened.scene.viewpoints[0]
    stage.fly_to(Pose.looking(first.eye, first.look, first.field_of_view), 0)
    return window


def _flaws_of(opened: Opened) -> Callable[[Scene], tuple[Flaw, ...]]:
    plan, nodes = opened.plan, {node.name for node in opened.model.nodes}

    def flaws(scene: Scene) -> tuple[Flaw, ...]:
        placing = placing_flaws(scene, plan, nodes) if plan is not None else ()
        return (*file_flaws(opened.folder, scene), *placing)

    return flaws


def show(opened: Opened, language: str) -> int:
    """Show the studio and run until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    font_family()
    languages = Languages(language)
    window = studio(opened, StageWidget(), languages)
    window.resize(application.primaryScreen().availableSize())  # a screen without a window manager maximises nothing
    window.showMaximized()
    desk.size_docks(window)
    try:
        return int(application.exec())
    finally:
        languages.close()
