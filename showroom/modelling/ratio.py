"""Which atlas, multiplied with the materials' own pictures in display space, shows the colours that are wanted?

The pictures are brightened first, so that there is room for highlights; the division takes that out again.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from showroom.modelling import textures
from showroom.modelling.atlas import Atlas, Texels
from showroom.modelling.colours import brightened, drawn_colour, glow
from showroom.modelling.model import Mesh, Model, Texture
from showroom.modelling.tone import filled

Array = NDArray[np.float64]


def lit(atlas: Atlas, spots: Texels, wanted: Array, *, quality: int = 90) -> Model:
    """Return the atlas's model with light such that the texels show `wanted` (n, 3), display values 0 to 1.

    Where a surface cannot be drawn so bright it is drawn as bright as it can be; what glows is drawn plain. `quality` is that of
    the atlas's JPEG.
    """
    materials = [atlas.model.nodes[node].meshes[mesh].material for node, mesh in atlas.meshes]
    brighter = {material.name: brightened(material) for material in materials}
    drawn = drawn_colour(atlas, [brighter[material.name] for material in materials])[spots.triangle]
    glowing = np.array([glow(material) is not None for material in materials])[atlas.mesh[spots.triangle]]
    ratio = np.where(glowing[:, None], 1.0, np.clip(wanted / np.maximum(drawn, 0.02), 0.0, 1.0))
    picture = filled(ratio, spots.index, atlas.size)
    encoded = textures.encoded(np.clip(picture * 255 + 0.5, 0, 255).astype(np.uint8), quality=quality)
    light = Texture("light", encoded, repeat=False)
    finished = {name: replace(material, light=light) for name, material in brighter.items()}
    taken = set(atlas.meshes)
    nodes = []
    for number, node in enumerate(atlas.model.nodes):
        meshes: list[Mesh] = []
        for place, mesh in enumerate(node.meshes):
            meshes.append(replace(mesh, material=finished[mesh.material.name]) if (number, place) in taken else mesh)
        nodes.append(replace(node, meshes=tuple(meshes)))
    return Model(tuple(nodes))
