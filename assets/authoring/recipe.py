"""What does a scene's recipe say? Everything that plan, application and `scene.yaml` of the scene do not.

A recipe is one module of `recipes/`, named like the scene with underscores, that holds one `RECIPE`. docs/dev/scenes.md shows how
to write one.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dressing import Dressing
from PIL import Image

from showroom import home
from showroom.modelling.lamps import Daylight

RECIPES = Path(__file__).parent / "recipes"


@dataclass(frozen=True)
class Outside:
    """The picture seen through the windows, stood up round the premises."""

    picture: Callable[[], Image.Image]
    away: float = 10.0
    """Metres from the outer walls."""
    bottom: float = -1.2
    """Height of the picture's lower edge above the floor, metres; well below zero upstairs."""
    tall: float = 10.3


@dataclass(frozen=True)
class Recipe:
    """How a scene is dressed, lit and photographed."""

    id: str
    dress: Callable[[Dressing], None]
    without: frozenset[str] = frozenset()
    """Names of pieces of the plain model that the dressing replaces, such as "S-dining lamps"."""
    outside: Outside | None = None
    daylight: Daylight = field(default_factory=Daylight)
    lamp_power: float = 3.2
    exposure: float = 1.0
    """Factor on the light before it becomes a picture; 1 suits a room lit by its own lamps and by windows."""
    sheet: int = 2048
    """Pixels along a side of the sheet that all signs and printed pictures share."""
    pictures: tuple[str, ...] = ()
    """Viewpoints whose pictures are kept in the scene's folder, beside the dollhouse; the first shows the scene in lists."""
    panoramas: tuple[str, ...] = ()
    """Ids of the panoramas of `scene.yaml` that are computed; the others are photographs and left alone."""

    @property
    def ground(self) -> float:
        """Return the height of the ground outside above the floor, metres."""
        return self.outside.bottom if self.outside else -1.2

    @property
    def folder(self) -> Path:
        """Return the scene's folder."""
        return home.scenes() / self.id


def recipe_ids() -> list[str]:
    """Return the ids of all scenes that have a recipe."""
    return sorted(path.stem.replace("_", "-") for path in RECIPES.glob("*.py") if not path.stem.startswith("_"))


def recipe_of(scene_id: str) -> Recipe:
    """Return the recipe of a scene; ends the program where there is none."""
    if scene_id not in recipe_ids():
        raise SystemExit(f'there is no recipe for "{scene_id}"; the recipes are {", ".join(recipe_ids())}')
    found = importlib.import_module("recipes." + scene_id.replace("-", "_")).RECIPE
    assert isinstance(found, Recipe)
    if found.id != scene_id:
        raise SystemExit(f'recipes/{scene_id.replace("-", "_")}.py makes "{found.id}"; name the module as the scene')
    return found
