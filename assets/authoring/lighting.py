"""How much light falls on every texel of a scene's atlas, and how finely is it asked?

`preview` asks the showroom's own rays and takes a minute; the others ask Cycles. Both give what an eye would see: light times the
surface's colour, linear, and for polished steel what it mirrors.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from recipe import Recipe

from showroom.modelling import light as rays
from showroom.modelling.atlas import Atlas
from showroom.modelling.bench import Bench
from showroom.modelling.lamps import lamps
from showroom.modelling.model import Model

Array = NDArray[np.float64]
Eye = tuple[float, float, float]


@dataclass(frozen=True)
class Engine:
    """How finely: texels along the atlas, and Cycles' samples a texel for light, steel and panoramas; none for our own rays."""

    size: int
    samples: int = 0
    steel_size: int = 1024
    steel_samples: int = 0
    panorama_samples: int = 0


QUALITIES = {
    "preview": Engine(1024),
    "draft": Engine(1024, 24, 512, 96, 8),
    "release": Engine(2048, 64, 1024, 160, 24),
    "finest": Engine(2048, 256, 1024, 256, 96),
}


@dataclass(frozen=True, eq=False)
class Light:
    """What is seen at the texels `index` (n,) of the atlas: radiance (n, 3), linear."""

    radiance: Array
    index: NDArray[np.int64]


def light_of(atlas: Atlas, model: Model, engine: Engine, recipe: Recipe, eyes: tuple[Eye, ...], kept: Path) -> Light:
    """Return the light on an unwrapped model; `kept` is a folder for what is exchanged with Cycles."""
    bench = Bench(atlas, lamps(model, recipe.daylight, power=recipe.lamp_power), recipe.daylight, model)
    light, spots = bench.light(rays.PREVIEW, eyes)
    return Light(light * bench.own[spots.triangle], spots.index)
