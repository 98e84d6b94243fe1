"""How does light get into a model? Computed on its surfaces, tone-mapped, and baked into one atlas.

The atlas is made to be multiplied with the materials' own pictures in display space: it holds (tone-mapped light × colour) divided
by the picture that will be drawn. Same model and quality, same bytes. The finest quality takes minutes, the quickest seconds.
"""

from showroom.modelling.atlas import unwrap
from showroom.modelling.bench import FINAL, PREVIEW, QUICK, Bench, Quality
from showroom.modelling.lamps import Daylight, lamps
from showroom.modelling.model import Model
from showroom.modelling.ratio import lit
from showroom.modelling.tone import film, to_display

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
    return lit(atlas, shown, to_display(film(light * exposure * bench.own[shown.triangle])))


__all__ = ["FINAL", "PREVIEW", "QUICK", "UNLIT", "Daylight", "Quality", "bake"]
