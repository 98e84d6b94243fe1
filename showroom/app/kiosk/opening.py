"""How does the kiosk open? Application, catalogue, stage and window, put together once."""

import os
import sys
from difflib import get_close_matches
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from showroom.app.i18n import Languages
from showroom.app.kiosk.catalogue import Catalogue
from showroom.app.kiosk.crash_log import CrashLog, LastResort
from showroom.app.kiosk.heartbeat import Heartbeat, wait_for_turn
from showroom.app.kiosk.own_files import sweep
from showroom.app.kiosk.posters import draw_posters, kept_posters
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Comfort, Visit, VisitHolder
from showroom.app.kiosk.window import KioskWindow
from showroom.app.kiosk_config import KioskConfig
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.errors import InputError, NotAvailableError, Problem

_DEFAULT_WINDOW = (1600, 900)


def open_kiosk(config: KioskConfig) -> int:
    """Open the window, run until it is closed, return the exit status."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NotAvailableError(
            Problem("kiosk", "there is no display", "start it in a desktop session, or run make demo for pictures")
        )
    catalogue = Catalogue.read()
    first = first_visit(config, catalogue)
    wait_for_turn()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    sweep()
    if config.full_screen:
        LastResort(CrashLog(config.state)).install()
    surroundings = Surroundings(config, catalogue, VisitHolder(first), Languages(config.language))
    if config.full_screen:
        surroundings.own_files.take_temporary_files()
    window = KioskWindow(surroundings, StageWidget())
    _add_posters(window)
    surroundings.jobs.start(lambda _job: catalogue.index, of_hall=True)  # the first letter typed finds it made
    if config.windowed or config.size is not None:
        window.resize(*(config.size or _fitting()))
        window.show()
    else:
        window.setGeometry(window.screen().geometry())  # a bare X server has no window manager to do it
        window.showFullScreen()
    Heartbeat(window).tell_when_shown(window)
    return int(application.exec())


def _add_posters(window: KioskWindow) -> None:
    """Give every scene without pictures its posters: kept ones at once, others when they are drawn."""
    around = window.surroundings
    for exhibit in around.catalogue.exhibits:
        scene_id = exhibit.scene.id
        if exhibit.pictures:
            continue
        if kept := kept_posters(exhibit):
            window.show_posters(scene_id, kept)
            continue
        job = around.jobs.start(lambda _job, exhibit=exhibit: draw_posters(around.catalogue, exhibit), of_hall=True)
        job.done.connect(partial(window.show_posters, scene_id))


def first_visit(config: KioskConfig, catalogue: Catalogue) -> Visit:
    """Return the visit everybody begins with; a scene or permit named at the start opens at once. Raises InputError."""
    visit = Visit(comfort=Comfort(language=config.language), page="attract" if config.attracts else "lobby")
    if config.permit_id is None and config.scene_id is None:
        return visit
    permit_id = config.permit_id
    if config.scene_id is not None:
        exhibit = catalogue.exhibit(config.scene_id)
        if exhibit is None:
            raise _unknown("scene", config.scene_id, [e.scene.id for e in catalogue.exhibits])
        permit_id = permit_id or exhibit.scene.permits[0]
    if catalogue.permit(permit_id) is None:
        raise _unknown("permit", str(permit_id), [permit.id for permit in catalogue.permits])
    page = "showroom" if config.scene_id is not None else "permit"
    return visit.revise(page=page, permit_id=permit_id, scene_id=config.scene_id)


def _unknown(noun: str, name: str, known: list[str]) -> InputError:
    near = get_close_matches(name, known) or known
    return InputError(Problem(name, f"there is no such {noun}", f"known here: {', '.join(near) or 'none'}"))


def _fitting() -> tuple[int, int]:
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return _DEFAULT_WINDOW
    room = screen.availableSize()
    return min(_DEFAULT_WINDOW[0], room.width()), min(_DEFAULT_WINDOW[1], room.height())
