"""How does the studio come up? One application, one language, one stage, one window."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtWidgets import QApplication

from showroom.app.clerk import Opened, desk
from showroom.app.clerk.coverage_dock import Wanted
from showroom.app.clerk.desk_kept import DeskKept
from showroom.app.clerk.entering import AT_THE_SCREEN, Questions, enter
from showroom.app.clerk.studio import Studio
from showroom.app.clerk.things import rooms_of
from showroom.app.document import SceneDocument
from showroom.app.i18n import Languages
from showroom.app.theme import font_family
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.errors import InputError
from showroom.domain.scene import Scene
from showroom.formats import read_application, read_permit, read_vocabulary
from showroom.packages.flaws import Flaw, file_flaws, placing_flaws
from showroom.packages.languages import language_flaws
from showroom.packages.sight import sight_flaws
from showroom.packages.upkeep import (
    beside_the_point,
    budget_flaws,
    clip_flaws,
    clips_of,
    dangling_flaws,
    mistake_flaws,
    own_outcomes,
)
from showroom.view.stage import Pose


def studio(opened: Opened, stage: StageWidget, languages: Languages, *, writable: bool = True) -> Studio:
    """Return the window on a scene, the eye at its first viewpoint; not `writable`: to look at only."""
    document = SceneDocument(opened.scene, opened.folder, writable=writable)
    rooms = rooms_of(opened.model, opened.plan, read_vocabulary())
    window = Studio(
        document,
        opened.register,
        stage,
        languages,
        desk.desk_look(),
        _flaws_of(opened),
        rooms,
        _slow_flaws_of(opened),
        _wanted_of(opened),
    )
    stage.show_model(opened.model)
    first = opened.scene.viewpoints[0]
    stage.fly_to(Pose.looking(first.eye, first.look, first.field_of_view), 0)
    return window


def _flaws_of(opened: Opened) -> Callable[[Scene], tuple[Flaw, ...]]:
    plan, nodes = opened.plan, {node.name for node in opened.model.nodes}

    def flaws(scene: Scene) -> tuple[Flaw, ...]:
        placing = placing_flaws(scene, plan, nodes) if plan is not None else ()
        unwritten = (flaw for flaw in language_flaws(scene) if flaw.kind != "card-language")  # the list says it of each card
        return (*file_flaws(opened.folder, scene), *placing, *unwritten, *dangling_flaws(scene, known))

    known = {row.id for row in opened.register}
    return flaws


def _slow_flaws_of(opened: Opened) -> Callable[[Scene], Iterator[Flaw]]:
    def flaws(scene: Scene) -> Iterator[Flaw]:
        yield from sight_flaws(scene, opened.model)
        yield from budget_flaws(opened.folder, scene, opened.model)
        for clip, spot in clips_of(scene).items():
            yield from clip_flaws(opened.folder, clip, spot)
        application = opened.folder / scene.application
        if opened.plan is not None and application.is_file():
            yield from mistake_flaws(scene, opened.plan, read_application(application))

    return flaws


def _wanted_of(opened: Opened) -> Callable[[], list[Wanted]]:
    def wanted() -> list[Wanted]:
        day = datetime.now().astimezone().date()
        try:
            outcomes = own_outcomes(opened.folder, opened.scene, day)
        except InputError:  # the list of problems says what is wrong with plan or application
            outcomes = {}
        return [Wanted(read_permit(name).on(day), beside_the_point(name, outcomes)) for name in opened.scene.permits]

    return wanted


def show(opened: Opened, language: str, ask: Questions = AT_THE_SCREEN) -> int:
    """Show the studio and run until it is closed; 0 also where the clerk would rather not open a scene that is held.

    Raises:
        InputError: the scene cannot be read any more.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    font_family()
    languages = Languages(language)
    try:
        entry = enter(opened, ask)
    except InputError:
        languages.close()
        raise
    if entry is None:
        languages.close()
        return 0
    window = studio(entry.opened, StageWidget(), languages, writable=entry.hold is not None)
    if entry.recovered is not None:
        window.bring_back(entry.recovered)
    application.commitDataRequest.connect(lambda _session: window.autosave.before_risk())  # the computer is shut down
    window.resize(application.primaryScreen().availableSize())  # a screen without a window manager maximises nothing
    window.showMaximized()
    desk.size_docks(window)
    kept = DeskKept()
    kept.lay(window)
    window.leaving.connect(lambda: kept.keep(window))
    try:
        return int(application.exec())
    finally:
        if entry.hold is not None:
            entry.hold.release()
        languages.close()
