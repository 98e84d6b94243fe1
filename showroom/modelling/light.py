"""How does light get into a model? Computed on its surfaces, tone-mapped, and baked into one atlas.

The atlas is made to be multiplied with the materials' own pictures in display space: it holds (tone-mapped light × colour) divided
by the picture that will be drawn. Same model and quality, same bytes. The finest quality takes minutes, the quickest seconds.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from showroom.modelling import textures
from showroom.modelling.atlas import Texels, unwrap
from showroom.modelling.bench import FINAL, PREVIEW, QUICK, Bench, Quality
from showroom.modelling.colours import brightened, drawn_colour
from showroom.modelling.lamps import Daylight, lamps
from showroom.modelling.model import Mesh, Model, Texture
from showroom.modelling.tone import filled, film, to_display

Array = NDArray[np.float64]

UNLIT = frozenset({"glass", "caps", "backdrop"})
DENSITY = {
    "walls": 1.0,
    "floors": 1.1,
    "ceiling": 0.6,
    "lamps": 0.45,
    "trim": 0.8,
    "furniture": 0.95,
    "kitchen": 0.95,
    "signs": 0.6,
    "other": 0.3,
}


def bake(
    model: Model,
    quality: Quality,
    *,
    daylight: Daylight | None = None,
    power: float = 3.2,
    exposure: float = 1.5,
    eyes: tuple[tuple[float, float, float], ...] = (),
) -> Model:
    """Return the model with a light atlas. `eyes` are places from which polished steel is seen (the viewpoints)."""
    sky = daylight or Daylight()
    atlas = unwrap(model, quality.size, density=DENSITY, skip=UNLIT)
    bench = Bench(atlas, lamps(model, sky, power=power), sky, model)
    light, shown = bench.light(quality, eyes)
    return _finished(bench, shown, light * exposure)


def _finished(bench: Bench, spots: Texels, light: Array) -> Model:
    """Tone-map, divide by the pictures that will be drawn, and hand every material its atlas."""
    atlas = bench.atlas
    brighter = {material.name: brightened(material) for material in bench.materials}
    drawn = drawn_colour(atlas, [brighter[material.name] for material in bench.materials])
    wanted = to_display(film(light * bench.own[spots.triangle]))
    ratio = wanted / np.maximum(drawn[spots.triangle], 0.02)
    ratio = np.where(bench.glowing[spots.triangle][:, None], 1.0, np.clip(ratio, 0.0, 1.0))
    picture = filled(ratio, spots.index, atlas.size)
    encoded = textures.encoded(np.clip(picture * 255 + 0.5, 0, 255).astype(np.uint8), quality=90)
    map_ = Texture("light", encoded, repeat=False)
    lit = {name: replace(material, light=map_) for name, material in brighter.items()}
    taken = set(atlas.meshes)
    nodes = []
    for number, node in enumerate(atlas.model.nodes):
        meshes: list[Mesh] = []
        for place, mesh in enumerate(node.meshes):
            meshes.append(replace(mesh, material=lit[mesh.material.name]) if (number, place) in taken else mesh)
        nodes.append(replace(node, meshes=tuple(meshes)))
    return Model(tuple(nodes))


__all__ = ["FINAL", "PREVIEW", "QUICK", "UNLIT", "Daylight", "Quality", "bake"]
