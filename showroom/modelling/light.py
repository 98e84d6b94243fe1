"""How does light fall in a model? Lamps, sky and sun with soft shadows, then bounces from surface to surface, baked into one atlas.

The atlas is made to be multiplied with the materials' own pictures in display space: it holds (tone-mapped light × colour) divided by
the picture that will be drawn. Same model and quality, same bytes. The finest quality takes minutes, the quickest seconds.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from showroom.modelling import textures
from showroom.modelling.atlas import Atlas, Texels, texels, unwrap
from showroom.modelling.finishes import FINISHES
from showroom.modelling.lamps import Daylight, Lamps, lamps
from showroom.modelling.model import Material, Mesh, Model, Texture
from showroom.modelling.rays import OFFSET, Tracer, batches, cosine, hashed, spread
from showroom.modelling.tone import filled, film, sampled, smooth, to_display, to_linear

Array = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Quality:
    """How fine: atlas size, shadow rays a texel, sun rays, gathering rays, bounces, and how much coarser the bounces are computed."""

    size: int
    shadow: int
    sun: int
    gather: int
    bounces: int
    coarser: int = 2
    mirror: int = 24
    smoothing: int = 3


QUICK = Quality(512, 4, 1, 12, 1, 2, 4, 2)
PREVIEW = Quality(1024, 8, 2, 24, 2, 2, 12, 3)
FINAL = Quality(2048, 20, 8, 64, 4, 2, 48, 3)

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
    exposure: float = 1.0,
    eyes: tuple[tuple[float, float, float], ...] = (),
) -> Model:
    """Return the model with a light atlas. `eyes` are places from which polished steel is seen (the viewpoints)."""
    sky = daylight or Daylight()
    atlas = unwrap(model, quality.size, density=DENSITY, skip=UNLIT)
    bench = _Bench(atlas, lamps(model, sky, power=power), sky, model)
    light, shown = bench.light(quality, eyes)
    return _finished(bench, shown, light * exposure)


class _Bench:
    """The model laid out for baking: triangles, their colours, lamps and a tracer."""

    def __init__(self, atlas: Atlas, lights: Lamps, sky: Daylight, model: Model) -> None:
        self.atlas, self.lights, self.sky = atlas, lights, sky
        self.normals = atlas.normals
        self.materials = [model.nodes[n].meshes[m].material for n, m in atlas.meshes]
        self.spaces = [model.nodes[n].space for n, _ in atlas.meshes]
        glow = np.array([_glow(material) is not None for material in self.materials])
        self.glowing = glow[atlas.mesh]
        self.gloss = np.array([_gloss(material) for material in self.materials])[atlas.mesh]
        self.own = reflectance(atlas, self.materials)
        self.outside = np.array([material.name == "paving" for material in self.materials])[atlas.mesh]
        self.solid = np.flatnonzero(~self.glowing)
        self.tracer = Tracer(atlas.corners[self.solid])
        self.spot = np.array([{space: k for k, space in enumerate(dict.fromkeys(self.spaces))}[space] for space in self.spaces])[
            atlas.mesh
        ]
        known = {space: k for k, space in enumerate(dict.fromkeys(self.spaces))}
        self.lamp_spot = np.array([known.get(space, -1) for space in lights.space], np.int64)

    def light(self, quality: Quality, eyes: tuple[tuple[float, float, float], ...]) -> tuple[Array, Texels]:
        fine = texels(self.atlas)
        small_size = quality.size // quality.coarser
        small_atlas = replace(self.atlas, size=small_size, uv=self.atlas.uv / quality.coarser)
        small = texels(small_atlas)
        direct_small = self.direct(small, max(4, quality.shadow // 2), max(1, quality.sun // 2))
        total = direct_small
        bounced = np.zeros_like(total)
        for _ in range(quality.bounces):
            picture = filled(total, small.index, small_size)
            bounced = self.gathered(small, picture, small_size, quality.gather)
            bounced = smooth(bounced, small, small_size, rounds=quality.smoothing, fine=0.5)
            total = direct_small + bounced
        direct = self.direct(fine, quality.shadow, quality.sun)
        direct = smooth(direct, fine, quality.size, rounds=max(1, quality.smoothing - 1), fine=0.35)
        y, x = np.divmod(fine.index, quality.size)
        indirect = sampled(filled(bounced, small.index, small_size), (x + 0.5) / quality.coarser, (y + 0.5) / quality.coarser)
        light = direct + indirect
        if eyes:
            picture = filled(total, small.index, small_size)
            light = self.polished(fine, light, picture, small_size, quality, eyes)
        return light, fine

    def direct(self, spots: Texels, rays: int, sun_rays: int) -> Array:
        """Light that comes straight from lamps, windows and sun, as irradiance over π (n, 3)."""
        out = np.zeros((len(spots.index), 3))
        for part in batches(len(out), max(rays, 3 * len(self.lights.corner))):
            points = spots.points[part] + spots.normals[part] * OFFSET
            normals = spots.normals[part]
            out[part] += self._from_lamps(points, normals, self.spot[spots.triangle[part]], spots.index[part], rays)
            out[part] += self._from_sun(points, normals, spots.index[part], sun_rays)
        return out

    def _from_lamps(self, points: Array, normals: Array, rooms: Ints, numbers: Ints, rays: int) -> Array:
        lights = self.lights
        count = len(lights.corner)
        if not count:
            return np.zeros_like(points)
        middle = lights.corner + (lights.right + lights.up) / 2
        gap = (middle[None] - points[:, None]).astype(np.float32)
        square = np.einsum("nld,nld->nl", gap, gap) + 0.02
        strength = (lights.radiance.mean(axis=1) * lights.area)[None]
        near = np.clip(np.einsum("nld,nd->nl", gap, normals.astype(np.float32)) + 0.3, 0, None)
        away = np.clip(-np.einsum("nld,ld->nl", gap, lights.facing.astype(np.float32)) + 0.05, 0, None)
        guess = strength * near * away / square**2 * np.where(rooms[:, None] == self.lamp_spot[None], 1.0, 0.06)
        guess += 1e-9
        chance = guess / guess.sum(axis=1, keepdims=True)
        ladder = np.cumsum(chance, axis=1)
        offset = hashed(numbers * 7 + 3)[:, :1]
        wanted = (np.arange(rays)[None] + offset) / rays
        chosen = (wanted[:, :, None] > ladder[:, None, :]).sum(axis=2).clip(0, count - 1)
        place = spread(rays, numbers)
        target = lights.corner[chosen] + lights.right[chosen] * place[..., :1] + lights.up[chosen] * place[..., 1:]
        ray = target - points[:, None]
        distance = np.linalg.norm(ray, axis=2)
        ray /= np.maximum(distance, 1e-6)[..., None]
        cos_here = np.einsum("nkd,nd->nk", ray, normals).clip(0)
        cos_there = (-np.einsum("nkd,nkd->nk", ray, lights.facing[chosen])).clip(0)
        odds = np.take_along_axis(chance, chosen, axis=1)
        arriving = (
            cos_here * cos_there * lights.area[chosen] / np.maximum(distance, 0.05) ** 2 / np.maximum(odds, 1e-9) / rays / np.pi
        )
        live = arriving > 1e-7
        origins = np.broadcast_to(points[:, None], ray.shape)[live]
        shade = np.zeros(arriving.shape, bool)
        shade[live] = self.tracer.blocked(origins, ray[live], distance[live] - 0.012)
        arriving = np.where(shade, 0.0, arriving)
        return np.asarray(np.einsum("nk,nkd->nd", arriving, lights.radiance[chosen]))

    def _from_sun(self, points: Array, normals: Array, numbers: Ints, rays: int) -> Array:
        towards = np.asarray(self.sky.towards) / np.linalg.norm(self.sky.towards)
        out = np.zeros_like(points)
        facing = np.flatnonzero(normals @ towards > 0.01)
        if not rays or not len(facing):
            return out
        disc = spread(rays, numbers[facing]) - 0.5
        side = np.cross(towards, (0.0, 0, 1))
        side /= np.linalg.norm(side)
        over = np.cross(side, towards)
        ray = towards + 2 * self.sky.softness * (disc[..., :1] * side + disc[..., 1:] * over)
        ray /= np.linalg.norm(ray, axis=2, keepdims=True)
        origins = np.broadcast_to(points[facing][:, None], ray.shape).reshape(-1, 3)
        clear = ~self.tracer.blocked(origins, ray.reshape(-1, 3), np.full(len(origins), 60.0)).reshape(ray.shape[:2])
        cos = np.einsum("nkd,nd->nk", ray, normals[facing]).clip(0)
        out[facing] = (clear * cos).mean(axis=1)[:, None] * np.asarray(self.sky.sun) / np.pi
        return out

    def gathered(self, spots: Texels, picture: Array, size: int, rays: int) -> Array:
        """Light that other surfaces send, given the light they receive; under the open sky also the sky's."""
        out = np.zeros((len(spots.index), 3))
        for part in batches(len(out), rays):
            normals = spots.normals[part]
            directions = cosine(normals, spread(rays, spots.index[part])).reshape(-1, 3)
            origins = np.repeat(spots.points[part] + normals * OFFSET, rays, axis=0)
            colour, missed = self.seen(origins, directions, picture, size)
            open_air = np.repeat(self.outside[spots.triangle[part]], rays)
            colour[missed & open_air] = self.sky.sky
            out[part] = colour.reshape(-1, rays, 3).mean(axis=1)
        return out

    def seen(self, origins: Array, directions: Array, picture: Array, size: int) -> tuple[Array, NDArray[np.bool_]]:
        """What light comes back along rays (n, 3), and which met nothing."""
        met = self.tracer.meet(origins, directions)
        missed = met.triangle < 0
        triangle = self.solid[np.where(missed, 0, met.triangle)]
        corners = self.atlas.uv[triangle] * (size / self.atlas.size)
        place = corners[:, 0] + (corners[:, 1] - corners[:, 0]) * met.u[:, None] + (corners[:, 2] - corners[:, 0]) * met.v[:, None]
        x, y = np.clip(place.astype(np.int64), 0, size - 1).T
        front = np.einsum("nd,nd->n", self.normals[triangle], directions) < 0
        colour = picture[y, x] * self.own[triangle]
        colour[missed | ~front] = 0.0
        return colour, missed

    def polished(
        self, spots: Texels, light: Array, picture: Array, size: int, quality: Quality, eyes: tuple[tuple[float, float, float], ...]
    ) -> Array:
        """Mix into steel what it mirrors for a person at the nearest of `eyes`: a broad, brushed reflection."""
        gloss = self.gloss[spots.triangle]
        shiny = np.flatnonzero(gloss > 0)
        stands = np.asarray(eyes, float)
        mesh = self.atlas.mesh[spots.triangle[shiny]]
        centres = {int(m): spots.points[shiny][mesh == m].mean(axis=0) for m in np.unique(mesh)}
        nearest = {m: stands[np.argmin(np.linalg.norm(stands - centre, axis=1))] for m, centre in centres.items()}
        eye = np.array([nearest[int(m)] for m in mesh])
        mirrored = np.zeros((len(shiny), 3))
        rays = quality.mirror
        for part in batches(len(shiny), rays):
            own = shiny[part]
            normals, points = spots.normals[own], spots.points[own]
            look = points - eye[part]
            look /= np.maximum(np.linalg.norm(look, axis=1, keepdims=True), 1e-9)
            look = np.where(np.einsum("nd,nd->n", look, normals)[:, None] > 0, -look, look)
            bounce = look - 2 * np.einsum("nd,nd->n", look, normals)[:, None] * normals
            wobble = cosine(bounce, spread(rays, spots.index[own]))
            directions = bounce[:, None] * 0.9 + wobble * 0.5
            directions /= np.linalg.norm(directions, axis=2, keepdims=True)
            below = np.einsum("nkd,nd->nk", directions, normals)
            directions -= np.where(below < 0.02, below - 0.02, 0)[..., None] * normals[:, None]
            origins = np.repeat(points + normals * OFFSET, rays, axis=0)
            colour, missed = self.seen(origins, directions.reshape(-1, 3), picture, size)
            colour[missed] = np.asarray(self.sky.sky) * 0.5
            mirrored[part] = np.minimum(colour, 3.0).reshape(-1, rays, 3).mean(axis=1)
        subset = Texels(spots.index[shiny], spots.triangle[shiny], spots.points[shiny], spots.normals[shiny])
        mirrored = smooth(mirrored, subset, quality.size, rounds=2, fine=0.4)
        share = gloss[shiny][:, None]
        out = light.copy()
        out[shiny] = light[shiny] * (1 - share) + mirrored * share * 1.45
        return out


def _finished(bench: _Bench, spots: Texels, light: Array) -> Model:
    """Tone-map, divide by the pictures that will be drawn, and hand every material its atlas."""
    atlas = bench.atlas
    brightened = {material.name: _brightened(material) for material in bench.materials}
    drawn = drawn_colour(atlas, [brightened[material.name] for material in bench.materials])
    wanted = to_display(film(light * bench.own[spots.triangle]))
    ratio = wanted / np.maximum(drawn[spots.triangle], 0.02)
    ratio = np.where(bench.glowing[spots.triangle][:, None], 1.0, np.clip(ratio, 0.0, 1.0))
    picture = filled(ratio, spots.index, atlas.size)
    encoded = textures.encoded(np.clip(picture * 255 + 0.5, 0, 255).astype(np.uint8), quality=90)
    map_ = Texture("light", encoded, repeat=False)
    lit = {name: replace(material, light=map_) for name, material in brightened.items()}
    taken = set(atlas.meshes)
    nodes = []
    for number, node in enumerate(atlas.model.nodes):
        meshes: list[Mesh] = []
        for place, mesh in enumerate(node.meshes):
            meshes.append(replace(mesh, material=lit[mesh.material.name]) if (number, place) in taken else mesh)
        nodes.append(replace(node, meshes=tuple(meshes)))
    return Model(tuple(nodes))


def _glow(material: Material) -> tuple[float, float, float] | None:
    finish = FINISHES.get(material.name)
    return finish.glow if finish else None


def _gloss(material: Material) -> float:
    finish = FINISHES.get(material.name)
    return finish.gloss if finish else 0.0


@lru_cache(maxsize=64)
def _decoded(data: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def drawn_colour(atlas: Atlas, materials: list[Material]) -> Array:
    """Return the display colour of every triangle (t, 3): the mean of a tiled picture, the spot of an untiled one."""
    out = np.ones((len(atlas.corners), 3))
    for number, material in enumerate(materials):
        mine = atlas.mesh == number
        colour = np.asarray(material.color[:3])
        if material.texture is None:
            out[mine] = colour
            continue
        pixels = _decoded(material.texture.data).astype(float) / 255
        if material.texture.repeat:
            out[mine] = colour * pixels.mean(axis=(0, 1))
        else:
            middle = atlas.base_uv[mine].mean(axis=1)
            high, wide = pixels.shape[:2]
            spots = pixels[
                np.clip((middle[:, 1] * high).astype(int), 0, high - 1), np.clip((middle[:, 0] * wide).astype(int), 0, wide - 1)
            ]
            out[mine] = colour * (spots if material.name == "palette" else np.full(3, 0.92))
    return out


def reflectance(atlas: Atlas, materials: list[Material]) -> Array:
    """Return the linear reflectance of every triangle (t, 3), never above 0.86."""
    return np.minimum(to_linear(drawn_colour(atlas, materials)), 0.86)


@lru_cache(maxsize=64)
def _brightened(material: Material) -> Material:
    """Return a material whose picture leaves room for highlights: tiled ones up to white, plain colours each to their brightest."""
    if material.texture is None or material.name == "signs":
        return material
    pixels = _decoded(material.texture.data).astype(float)
    if material.name == "palette":
        gain = np.minimum(250 / np.maximum(pixels.max(axis=2, keepdims=True), 1), 4.0)
        return replace(
            material, texture=replace(material.texture, data=textures.encoded((pixels * gain).astype(np.uint8), lossless=True))
        )
    if not material.texture.repeat:
        return material
    gain = float(min(252 / max(np.percentile(pixels, 99.5), 1), 4.0))
    data = textures.encoded(np.clip(pixels * gain + 0.5, 0, 255).astype(np.uint8), quality=84)
    return replace(material, texture=replace(material.texture, data=data))
