"""How does linear light become the colours of a screen?"""

import math
from pathlib import Path

import numpy as np
from blender import developed
from lighting import Engine
from numpy.typing import NDArray

from showroom.modelling.tone import film, to_display

Array = NDArray[np.float64]

OWN_RAYS, FILM_STOPS = 1.5, 0.45
"""Exposure of our own curve as a factor, and of Cycles' film in stops, for a recipe's exposure of 1."""


def shown(radiance: Array, engine: Engine, exposure: float, kept: Path) -> Array:
    """Return the display values 0 to 1 of what an eye sees (n, 3)."""
    if engine.samples:
        return developed(kept, radiance, stops=FILM_STOPS + math.log2(exposure))
    return to_display(film(radiance * OWN_RAYS * exposure))
