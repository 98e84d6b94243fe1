"""How much light falls on every texel of a scene's atlas, and how finely is it asked?

`preview` asks the showroom's own rays and takes a minute; the others ask Cycles. Both give what an eye would see: light times the
surface's colour, linear, and for polished steel what it mirrors.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from blender import denoised, run
from numpy.typing import NDArray
from recipe import Recipe

from showroom.formats import read_scene
from showroom.modelling import light as rays
from showroom.modelling.atlas import Atlas, Texels, texels
from showroom.modelling.bench import Bench
from showroom.modelling.lamps import Daylight, Lamps, lamps
from showroom.modelling.model import Model
from showroom.modelling.tone import filled, sampled, smooth

Array = NDArray[np.float64]
Ints = NDArray[np.int64]
Eye = tuple[float, float, float]

CLEAR, INWARDS = 0.002, 0.004
"""How far points are held off their surface, and from the edge of their triangle, metres: no ray begins within a wall."""
HEAD, FROM_ABOVE = 1.9, 0.3
"""What lies above one's head and faces up is seen in the dollhouse alone, where the ceiling is off: it gets at least this light."""


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
    "draft": Engine(1024, 24, 512, 64, 4),
    "release": Engine(1280, 24, 640, 96, 6),
    "finest": Engine(2048, 256, 1024, 256, 96),
}


def eyes(recipe: Recipe) -> tuple[Eye, ...]:
    """Return where visitors stand."""
    return tuple(view.eye for view in read_scene(recipe.folder).viewpoints)


def computed(atlas: Atlas, model: Model, engine: Engine, recipe: Recipe, kept: Path) -> None:
    """Compute the light on an unwrapped model, as it comes, into files of the folder `kept`."""
    bench = _bench(atlas, model, recipe)
    if not engine.samples:
        light, spots = bench.light(rays.PREVIEW, eyes(recipe))
        np.save(kept / "light.npy", light.astype(np.float32))
        return
    spots, steel = texels(atlas), _steel(atlas, bench, engine)
    stands = np.asarray(eyes(recipe), float)
    around, dark = shell(model, recipe.ground)
    asked = {
        "samples": np.array(engine.samples),
        "steel_samples": np.array(engine.steel_samples),
        "corners": np.concatenate([atlas.corners[bench.solid], around]),
        "own": np.concatenate([bench.own[bench.solid], dark]),
        "points": held_clear(spots, atlas),
        "normals": spots.round,
        "steel_points": held_clear(steel, atlas),
        "steel_normals": steel.round,
        "steel_eye": nearest_eye(steel, atlas, stands),
        "eyes": stands,
        **lamps_and_sky(bench.lights, recipe.daylight),
    }
    np.savez(kept / "bake.npz", **asked)
    run("bake.py", kept)


def radiance_of(atlas: Atlas, spots: Texels, model: Model, engine: Engine, recipe: Recipe, kept: Path) -> Array:
    """Return what an eye sees at texels (n, 3), linear, from the light computed into `kept`, freed of its noise."""
    bench = _bench(atlas, model, recipe)
    light = np.load(kept / "light.npy").astype(float)
    if len(light) != len(spots.index):
        raise SystemExit("the light belongs to another model; do the step `light` again")
    if engine.samples:
        clean = denoised(kept, "light", _spread(light, spots, engine.size), _spread(spots.round, spots, engine.size))
        light = clean.reshape(-1, 3)[spots.index]
    light = smooth(light, spots, engine.size, rounds=3, fine=0.1)
    above = (spots.normals[:, 2] > 0.5) & (spots.points[:, 2] > HEAD)
    light[above] = np.maximum(light[above], FROM_ABOVE)
    radiance = light * bench.own[spots.triangle]
    steel = _steel(atlas, bench, engine)
    return _with_steel(radiance, spots, steel, bench, engine, kept) if engine.samples and len(steel.index) else radiance


def _bench(atlas: Atlas, model: Model, recipe: Recipe) -> Bench:
    return Bench(atlas, lamps(model, recipe.daylight, power=recipe.lamp_power), recipe.daylight, model)


def _steel(atlas: Atlas, bench: Bench, engine: Engine) -> Texels:
    """Return the texels of polished steel, in an atlas of fewer."""
    small = replace(atlas, size=engine.steel_size, uv=atlas.uv * (engine.steel_size / engine.size))
    return _part(texels(small), bench.gloss > 0)


def held_clear(spots: Texels, atlas: Atlas) -> Array:
    """Return the points of texels (n, 3), a little off their surface and off the edges of their triangle."""
    corners = atlas.corners[spots.triangle]
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    twice = np.maximum(np.linalg.norm(np.cross(b - a, c - a), axis=1), 1e-12)
    facing = np.stack(
        [np.cross(c - b, spots.points - b), np.cross(a - c, spots.points - c), np.cross(b - a, spots.points - a)], axis=1
    )
    share = np.linalg.norm(facing, axis=2) / twice[:, None]
    sides = np.stack([np.linalg.norm(c - b, axis=1), np.linalg.norm(a - c, axis=1), np.linalg.norm(b - a, axis=1)], axis=1)
    share = np.maximum(share, np.minimum(INWARDS * sides / twice[:, None], 0.3))
    share /= share.sum(axis=1, keepdims=True)
    return np.einsum("nk,nkd->nd", share, corners) + spots.normals * CLEAR


def shell(model: Model, ground: float) -> tuple[Array, Array]:
    """Return triangles (t, 3, 3) and their reflectance (t, 3) that keep stray light out: wall tops, lid, base; and the ground."""
    lit = [mesh.positions for node in model.nodes if node.group not in ("backdrop", "other") for mesh in node.meshes]
    (x0, y0, z0), (x1, y1, z1) = (reduce(np.concatenate(lit).astype(float), axis=0) for reduce in (np.min, np.max))
    caps = [mesh.positions.astype(float)[mesh.triangles] for node in model.nodes if node.group == "caps" for mesh in node.meshes]
    flats = [
        _level(x0, y0, x1, y1, z1 + 0.02),
        _level(x0, y0, x1, y1, min(z0, 0.0) - 0.05),
        _level(x0 - 90, y0 - 90, x1 + 90, y1 + 90, ground),
    ]
    corners = np.concatenate([*caps, *flats])
    own = np.full((len(corners), 3), 0.2)
    own[-2:] = 0.32
    return corners, own


def _level(x0: float, y0: float, x1: float, y1: float, z: float) -> Array:
    return np.array([[[x0, y0, z], [x1, y0, z], [x1, y1, z]], [[x0, y0, z], [x1, y1, z], [x0, y1, z]]])


def nearest_eye(spots: Texels, atlas: Atlas, eyes: Array) -> Ints:
    """Return for every texel of steel the eye it is seen from: the nearest to its thing that stands before the surface."""
    mesh = atlas.mesh[spots.triangle]
    chosen = np.zeros(len(mesh), np.int64)
    for number in np.unique(mesh):
        mine = np.flatnonzero(mesh == number)
        order = np.argsort(np.linalg.norm(eyes - spots.points[mine].mean(axis=0), axis=1))
        chosen[mine] = order[0]
        unseen = np.ones(len(mine), bool)
        for eye in order:
            before = unseen & (np.einsum("nd,nd->n", eyes[eye] - spots.points[mine], spots.normals[mine]) > 0.02)
            chosen[mine[before]] = eye
            unseen &= ~before
    return chosen


def lamps_and_sky(lights: Lamps, daylight: Daylight) -> dict[str, Array]:
    """Return what gives light, as arrays: lamps, the windows among them, sun and sky."""
    through = np.isclose(lights.radiance, np.asarray(daylight.sky)).all(axis=1)
    return {
        **{f"lamp_{name}": getattr(lights, name) for name in ("corner", "right", "up", "facing", "radiance")},
        "lamp_window": through,
        "sun": np.asarray(daylight.sun),
        "sun_towards": np.asarray(daylight.towards),
        "sun_softness": np.array(daylight.softness),
        "sky": np.asarray(daylight.sky),
    }


def _with_steel(radiance: Array, spots: Texels, steel: Texels, bench: Bench, engine: Engine, kept: Path) -> Array:
    """Mix into the steel what it mirrors, computed at fewer texels with more samples."""
    size = engine.steel_size
    clean = denoised(kept, "steel", _spread(np.load(kept / "steel.npy"), steel, size), _spread(steel.round, steel, size))
    shiny = np.flatnonzero(bench.gloss[spots.triangle] > 0)
    y, x = np.divmod(spots.index[shiny], engine.size)
    share = size / engine.size
    mirrored = sampled(clean, (x + 0.5) * share, (y + 0.5) * share)
    gloss = bench.gloss[spots.triangle[shiny]][:, None]
    out = radiance.copy()
    out[shiny] = radiance[shiny] * (1 - gloss) + mirrored * gloss
    return out


def _part(spots: Texels, wanted: NDArray[np.bool_]) -> Texels:
    """Return the texels whose triangle is wanted."""
    mine = wanted[spots.triangle]
    return Texels(spots.index[mine], spots.triangle[mine], spots.points[mine], spots.normals[mine], spots.round[mine])


def _spread(values: Array, spots: Texels, size: int) -> Array:
    """Return values of texels as a full picture."""
    return filled(np.asarray(values, float), spots.index, size)
