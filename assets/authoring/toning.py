"""How does linear light become the atlas that multiplies with the pictures on the walls?"""

from pathlib import Path

import numpy as np
from lighting import Engine, Light

from showroom.modelling.atlas import Atlas, texels
from showroom.modelling.model import Model
from showroom.modelling.ratio import lit
from showroom.modelling.tone import film, to_display

OWN_RAYS = 1.5
"""Factor that brings our own curve to the brightness of Cycles' film."""


def lit_model(atlas: Atlas, light: Light, engine: Engine, exposure: float, kept: Path) -> Model:
    """Return the model with its light, without normals: nobody asks for them once light is baked."""
    spots = texels(atlas)
    assert np.array_equal(spots.index, light.index), "the light belongs to another atlas; compute it again"
    wanted = to_display(film(light.radiance * OWN_RAYS * exposure))
    return lit(atlas, spots, wanted)
