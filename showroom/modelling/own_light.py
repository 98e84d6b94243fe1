"""How does the applicant's own shop get light within three seconds?

Where a point sees little of its room it is darker, under its room's lamps and windows it is lighter, and a soft sun falls in. Every
point sends the same few rays, so nothing is grainy. A scene's light (`light`) is better and takes minutes: it follows light on from
surface to surface, while here what the walls give back is one even term.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from showroom.modelling import ratio
from showroom.modelling.atlas import Atlas, Texels, texels, unwrap
from showroom.modelling.colours import drawn_colour, glow
from showroom.modelling.lamps import Daylight, Lamps, lamps
from showroom.modelling.light import DENSITY, UNLIT
from showroom.modelling.model import Mesh, Model
from showroom.modelling.rays import OFFSET, Tracer, batches, cosine
from showroom.modelling.tone import smooth

Array = NDArray[np.float64]
TEXELS_PER_METRE = 8.0
_FILLED = 0.5
"""Share of an atlas that charts cover."""
_SMALLEST, _LARGEST, _STEP = 192, 448, 64
"""Sides of the atlas in texels; the step halves often enough for gaps to be filled from coarser copies."""
MOST_TRIANGLES = 90_000
"""Beyond this, things that stand in rooms are left unlit."""
_THINGS = frozenset({"furniture", "kitchen", "signs", "other"})
_LOOKS, _SUN_LOOKS, _CHECKED = 24, 4, 3
"""Rays a point sends round about, to the sun, and to the lamps that matter most to it."""
_FAR = 1.6
"""What is farther away than this, metres, takes no light away."""
_DARKEST = 0.32
"""Light that reaches every nook; only lamps of a thing's own room are followed, and a stair has two."""
_NEAR = 0.22
"""What even the nearest thing leaves of it: walls give light back."""
_EVEN, _FROM_LAMPS, _SUN = 0.42, 0.6, 1.0
"""Light a free point has from its room at large, a floor in the middle of its lamps, and the sun adds where it shines."""


def lit(model: Model, daylight: Daylight | None = None) -> Model:
    """Return the model with soft light; one with nothing to light comes back as it is."""
    count = sum(len(mesh.triangles) for node in model.nodes for mesh in node.meshes)
    plain = UNLIT | (_THINGS if count > MOST_TRIANGLES else frozenset())
    area = sum(_area(mesh) for node in model.nodes if node.group not in plain for mesh in node.meshes)
    if area < 0.5:
        return model
    size = int(np.clip((area * TEXELS_PER_METRE**2 / _FILLED) ** 0.5, _SMALLEST, _LARGEST)) // _STEP * _STEP
    atlas = unwrap(model, size, density=DENSITY, skip=plain)
    sky = daylight or Daylight()
    spots = texels(atlas)
    light = smooth(_light(atlas, spots, lamps(model, sky), sky), spots, size, rounds=2, fine=0.35)
    materials = [model.nodes[node].meshes[mesh].material for node, mesh in atlas.meshes]
    seen = drawn_colour(atlas, materials)[spots.triangle] * (1.12 * (1 - np.exp(-2.3 * light)))
    return replace(ratio.lit(atlas, spots, np.clip(seen, 0.0, 1.0)), notes=model.notes)


def _light(atlas: Atlas, spots: Texels, lights: Lamps, sky: Daylight) -> Array:
    """Light of every texel (n, 3); 1 is a well-lit place."""
    materials = [atlas.model.nodes[node].meshes[mesh].material for node, mesh in atlas.meshes]
    solid = ~np.array([glow(material) is not None for material in materials])[atlas.mesh]
    tracer = Tracer(atlas.corners[solid])
    spaces = [atlas.model.nodes[node].space for node, _ in atlas.meshes]
    names = {name: number for number, name in enumerate(dict.fromkeys([*spaces, *lights.space]))}
    room_of = np.array([names[space] for space in spaces])[atlas.mesh][spots.triangle]
    floors = np.array([atlas.model.nodes[node].group == "floors" for node, _ in atlas.meshes])[atlas.mesh][spots.triangle]
    lamp_rooms = np.array([names[space] for space in lights.space], int)
    around = np.array([[(0.5 + k * 0.7548776662466927) % 1.0, (0.5 + k * 0.5698402909980532) % 1.0] for k in range(_LOOKS)])
    free = np.zeros(len(spots.index))
    sun = np.zeros(len(spots.index))
    direct = np.zeros((len(spots.index), 3))
    for part in batches(len(free), _LOOKS):
        origins = spots.points[part] + spots.normals[part] * OFFSET
        ways = cosine(spots.round[part], np.broadcast_to(around, (len(origins), *around.shape)))
        met = tracer.meet(np.repeat(origins, _LOOKS, axis=0), ways.reshape(-1, 3))
        far = np.where(met.triangle < 0, 1.0, _NEAR + (1 - _NEAR) * np.clip(met.distance / _FAR, 0.0, 1.0) ** 0.7)
        free[part] = far.reshape(-1, _LOOKS).mean(axis=1)
        sun[part] = _sun(tracer, origins, spots.round[part], sky)
    for room in np.unique(room_of):
        mine, own = np.flatnonzero(room_of == room), np.flatnonzero(lamp_rooms == room)
        if len(own):
            received = _from(tracer, spots, mine, lights, own)
            on_floor = received[floors[mine]].mean(axis=1)
            level = np.percentile(on_floor, 60) if len(on_floor) else np.percentile(received, 80)
            direct[mine] = received / max(float(level), 1e-6)
    down = np.clip(-spots.round[:, 2], 0.0, 1.0)
    even = _EVEN * free + 0.30 * down * free
    warmth = np.sqrt(np.asarray(sky.sun) / np.mean(sky.sun))
    light = np.asarray(even[:, None] + _FROM_LAMPS * np.minimum(direct, 1.8) + _SUN * sun[:, None] * warmth)
    return np.asarray(np.maximum(light, _DARKEST))


def _from(tracer: Tracer, spots: Texels, mine: NDArray[np.int64], lights: Lamps, own: NDArray[np.int64]) -> Array:
    """What a room's own lamps and windows send its texels (n, 3); only the strongest of them are tested for what stands between."""
    out = np.zeros((len(mine), 3))
    middle = (lights.corner + (lights.right + lights.up) / 2)[own]
    for part in batches(len(mine), len(own) * 4):
        points, normals = spots.points[mine[part]], spots.round[mine[part]]
        gap = middle[None] - points[:, None]
        distance = np.maximum(np.linalg.norm(gap, axis=2), 0.15)
        here = np.einsum("nld,nd->nl", gap, normals).clip(0.0) / distance
        there = (-np.einsum("nld,ld->nl", gap, lights.facing[own])).clip(0.0) / distance
        sent = here * there * lights.area[own] / (distance**2 + lights.area[own])
        best = np.argsort(-sent * lights.radiance[own].mean(axis=1), axis=1, kind="stable")[:, :_CHECKED]
        rows = np.arange(len(points))[:, None]
        origins = np.repeat(points + spots.normals[mine[part]] * OFFSET, best.shape[1], axis=0)
        ways = (gap[rows, best] / distance[rows, best][..., None]).reshape(-1, 3)
        hidden = tracer.blocked(origins, ways, distance[rows, best].ravel() - 0.06).reshape(best.shape)
        sent[rows, best] *= np.where(hidden, 0.12, 1.0)
        tint = np.sqrt(lights.radiance[own] / lights.radiance[own].mean(axis=1, keepdims=True))
        out[part] = sent @ (lights.radiance[own].mean(axis=1, keepdims=True) * tint)
    return out


def _sun(tracer: Tracer, origins: Array, normals: Array, sky: Daylight) -> Array:
    """The share of the sun's disc every point sees, times the cosine it falls in with (n,)."""
    towards = np.asarray(sky.towards) / np.linalg.norm(sky.towards)
    cos = normals @ towards
    facing = np.flatnonzero(cos > 0.02)
    side = np.cross(towards, (0.0, 0.0, 1.0))
    side /= np.linalg.norm(side)
    over = np.cross(side, towards)
    seen = np.zeros(len(normals))
    for a, b in ((-1, -0.4), (0.4, -1), (1, 0.4), (-0.4, 1))[:_SUN_LOOKS]:
        way = towards + sky.softness * (a * side + b * over)
        way /= np.linalg.norm(way)
        seen[facing] += ~tracer.blocked(origins[facing], np.tile(way, (len(facing), 1)), np.full(len(facing), 60.0))
    return np.asarray(seen / _SUN_LOOKS * np.clip(cos, 0.0, 1.0))


def _area(mesh: Mesh) -> float:
    a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)
