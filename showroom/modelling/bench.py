"""How much light does every texel receive? Lamps, sky and sun with soft shadows, then bounces, then what steel mirrors.

Light is irradiance over π, linear: times the reflectance of a surface it is what an eye sees.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.atlas import Atlas, Texels, texels
from showroom.modelling.colours import gloss, glow, reflectance
from showroom.modelling.lamps import Daylight, Lamps
from showroom.modelling.model import Model
from showroom.modelling.rays import OFFSET, Tracer, batches, cosine, hashed, spread
from showroom.modelling.tone import filled, sampled, smooth

Array = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Quality:
    """How fine: atlas size, rays a texel to lamps, to the sun and to gather, bounces, how much coarser those are."""

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
FINAL = Quality(2048, 16, 8, 64, 3, 2, 40, 3)

METAL_LEVEL = 0.74
"""How bright polished steel is beside what it mirrors."""


class Bench:
    """The model laid out for baking: triangles, their colours, lamps and a tracer."""

    def __init__(self, atlas: Atlas, lights: Lamps, sky: Daylight, model: Model) -> None:
        self.atlas, self.lights, self.sky = atlas, lights, sky
        self.normals = atlas.normals
        self.materials = [model.nodes[n].meshes[m].material for n, m in atlas.meshes]
        glows = np.array([glow(material) is not None for material in self.materials])
        self.glowing = glows[atlas.mesh]
        self.gloss = np.array([gloss(material) for material in self.materials])[atlas.mesh]
        self.own = reflectance(atlas, self.materials)
        self.outside = np.array([material.name == "paving" for material in self.materials])[atlas.mesh]
        self.solid = np.flatnonzero(~self.glowing)
        self.tracer = Tracer(atlas.corners[self.solid])
        self.seen_lamps = np.ones((0, len(lights.corner)), bool)

    def light(self, quality: Quality, eyes: tuple[tuple[float, float, float], ...]) -> tuple[Array, Texels]:
        """Return the light of every texel (n, 3) and the texels; `eyes` see the polished steel."""
        fine = texels(self.atlas)
        small_size = quality.size // quality.coarser
        small_atlas = replace(self.atlas, size=small_size, uv=self.atlas.uv / quality.coarser)
        small = texels(small_atlas)
        self.seen_lamps = self.visible(small)
        nearest = np.full(small_size * small_size, -1, np.int64)
        nearest[small.index] = np.arange(len(small.index))
        own = np.arange(len(small.index))
        direct_small = self.direct(small, own, max(4, quality.shadow // 2), max(1, quality.sun // 2))
        total = direct_small
        bounced = np.zeros_like(total)
        for _ in range(quality.bounces):
            picture = filled(total, small.index, small_size)
            bounced = self.gathered(small, picture, small_size, quality.gather)
            bounced = smooth(bounced, small, small_size, rounds=quality.smoothing + 1, fine=0.8)
            total = direct_small + bounced
        y, x = np.divmod(fine.index, quality.size)
        coarse = nearest[(y // quality.coarser) * small_size + x // quality.coarser]
        direct = self.direct(fine, coarse, quality.shadow, quality.sun)
        direct = smooth(direct, fine, quality.size, rounds=max(1, quality.smoothing - 1), fine=0.35)
        indirect = sampled(filled(bounced, small.index, small_size), (x + 0.5) / quality.coarser, (y + 0.5) / quality.coarser)
        light = direct + indirect
        if eyes:
            picture = filled(total, small.index, small_size)
            light = self.polished(fine, light, picture, small_size, quality, eyes)
        return light, fine

    def visible(self, spots: Texels) -> NDArray[np.bool_]:
        """Tell which lamps may be seen from which texel (n, lamps): one ray to a point of each, to aim the shadow rays by."""
        lights = self.lights
        count = len(lights.corner)
        out = np.ones((len(spots.index), count), bool)
        for part in batches(len(out), max(1, count)):
            place = spread(1, spots.index[part])
            target = lights.corner[None] + lights.right[None] * place[..., :1] + lights.up[None] * place[..., 1:]
            origins = spots.points[part][:, None] + spots.normals[part][:, None] * OFFSET
            ray = target - origins
            distance = np.linalg.norm(ray, axis=2)
            ray /= np.maximum(distance, 1e-6)[..., None]
            ahead = np.einsum("nld,nd->nl", ray, spots.normals[part]) > 0
            seen = np.zeros(ahead.shape, bool)
            start = np.broadcast_to(origins, ray.shape)[ahead]
            seen[ahead] = ~self.tracer.blocked(start, ray[ahead], distance[ahead] - 0.012)
            out[part] = seen
        return out

    def direct(self, spots: Texels, coarse: Ints, rays: int, sun_rays: int) -> Array:
        """Light that comes straight from lamps, windows and sun (n, 3); `coarse` is each texel's row of `visible`."""
        out = np.zeros((len(spots.index), 3))
        for part in batches(len(out), max(rays, 3 * len(self.lights.corner))):
            points = spots.points[part] + spots.normals[part] * OFFSET
            known = np.where((coarse[part] >= 0)[:, None], self.seen_lamps[coarse[part]], True)
            out[part] += self._from_lamps(points, spots.round[part], known, spots.index[part], rays)
            out[part] += self._from_sun(points, spots.round[part], spots.index[part], sun_rays)
        return out

    def _from_lamps(self, points: Array, normals: Array, known: NDArray[np.bool_], numbers: Ints, rays: int) -> Array:
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
        guess = strength * near * away / square**2 * np.where(known, 1.0, 0.1)
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
        arriving = np.minimum(arriving, 2.5 / np.maximum(lights.radiance[chosen].max(axis=2), 1e-6) / rays)
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
            directions = cosine(spots.round[part], spread(rays, spots.index[part])).reshape(-1, 3)
            origins = np.repeat(spots.points[part] + spots.normals[part] * OFFSET, rays, axis=0)
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
        studio = np.zeros(len(shiny))
        rays = quality.mirror
        for part in batches(len(shiny), rays):
            own = shiny[part]
            normals, points = spots.round[own], spots.points[own]
            look = points - eye[part]
            look /= np.maximum(np.linalg.norm(look, axis=1, keepdims=True), 1e-9)
            look = np.where(np.einsum("nd,nd->n", look, normals)[:, None] > 0, -look, look)
            bounce = look - 2 * np.einsum("nd,nd->n", look, normals)[:, None] * normals
            wobble = cosine(bounce, spread(rays, spots.index[own]))
            directions = bounce[:, None] + wobble * 0.34
            directions /= np.linalg.norm(directions, axis=2, keepdims=True)
            below = np.einsum("nkd,nd->nk", directions, normals)
            directions -= np.where(below < 0.02, below - 0.02, 0)[..., None] * normals[:, None]
            origins = np.repeat(points + spots.normals[own] * OFFSET, rays, axis=0)
            colour, missed = self.seen(origins, directions.reshape(-1, 3), picture, size)
            colour[missed] = np.asarray(self.sky.sky) * 0.5
            mirrored[part] = np.minimum(colour, 3.0).reshape(-1, rays, 3).mean(axis=1)
            studio[part] = _studio(directions.reshape(-1, 3)).reshape(-1, rays).mean(axis=1)
        # a white room gives metal little to mirror: a studio's dark floor and bright horizon are mixed in, at the room's own level
        mirrored *= (0.15 + 0.85 * studio / studio.mean())[:, None] * METAL_LEVEL
        subset = Texels(spots.index[shiny], spots.triangle[shiny], spots.points[shiny], spots.normals[shiny], spots.round[shiny])
        mirrored = smooth(mirrored, subset, quality.size, rounds=2, fine=0.4)
        share = gloss[shiny][:, None]
        out = light.copy()
        out[shiny] = light[shiny] * (1 - share) + mirrored * share
        return out


def _studio(directions: Array) -> Array:
    """How bright a photographer's studio is in each direction (n,): dark floor, bright horizon, soft boxes round about."""
    rise = np.clip(directions[:, 2], -1, 1)
    height = np.interp(rise, [-1.0, -0.45, -0.12, 0.06, 0.3, 0.65, 1.0], [0.30, 0.42, 0.62, 1.35, 1.0, 0.72, 1.15])
    around = np.arctan2(directions[:, 1], directions[:, 0])
    boxes = 1 + (0.34 * np.cos(3 * around + 0.7) + 0.16 * np.cos(7 * around + 2.0)) * np.sqrt(np.clip(1 - rise**2, 0, 1))
    return np.asarray(height * boxes)
