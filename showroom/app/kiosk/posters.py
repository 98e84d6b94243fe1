"""What is shown of a scene that brings no pictures? Two of its viewpoints, drawn once and kept in the machine's cache.

A scene is then complete with files alone; the drawing is done in a worker and the lobby waits for nothing.
"""

import hashlib
import logging
from pathlib import Path

from platformdirs import user_cache_path

from showroom.app.kiosk.catalogue import Catalogue, Exhibit
from showroom.domain.errors import ShowroomError
from showroom.view.pictures import render
from showroom.view.stage import Pose

_log = logging.getLogger(__name__)
_SIZE = (1600, 1100)
_CHOSEN = (0, 2)
"""Which viewpoints are drawn: the first, and one further in."""


def poster_folder(exhibit: Exhibit) -> Path:
    """Return where a scene's posters are kept; another model or other viewpoints have another folder."""
    model = exhibit.model_path.stat()
    views = [view.model_dump_json() for view in exhibit.scene.viewpoints]
    key = hashlib.sha256(repr((exhibit.scene.id, model.st_size, model.st_mtime_ns, views)).encode()).hexdigest()[:16]
    return user_cache_path("approval-showroom") / "posters" / f"{exhibit.scene.id}-{key}"


def kept_posters(exhibit: Exhibit) -> tuple[Path, ...]:
    """Return the posters drawn earlier."""
    try:
        return tuple(sorted(poster_folder(exhibit).glob("*.jpg")))
    except OSError:
        return ()


def draw_posters(catalogue: Catalogue, exhibit: Exhibit) -> tuple[Path, ...]:
    """Draw and keep a scene's posters; none where the machine cannot draw or the scene cannot be read."""
    try:
        model = catalogue.load_premises(exhibit).model
        folder = poster_folder(exhibit)
        folder.mkdir(parents=True, exist_ok=True)
        views = exhibit.scene.viewpoints
        for number in sorted({min(index, len(views) - 1) for index in _CHOSEN}):
            view = views[number]
            path = folder / f"{number}.jpg"
            aside = folder / f".{number}.jpg"
            render(model, aside, pose=Pose.looking(view.eye, view.look, view.field_of_view), size=_SIZE)
            aside.replace(path)
    except (ShowroomError, OSError) as error:
        _log.info("no posters of %s: %s", exhibit.scene.id, error)
    return kept_posters(exhibit)
