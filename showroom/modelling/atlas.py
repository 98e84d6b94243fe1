"""Where in the light atlas does every triangle lie, and which point of which surface does a texel show?

The second set of UVs comes from xatlas; vertices are welded first, so that a wall is one chart. Texels are found by drawing the
UV triangles, a little fattened, so that thin parts get theirs too.
"""

from dataclasses import dataclass, replace

import numpy as np
import xatlas
from numpy.typing import NDArray

from showroom.modelling.model import Mesh, Model, Node

Array = NDArray[np.float64]
Ints = NDArray[np.int64]

PADDING = 3


@dataclass(frozen=True, eq=False)
class Atlas:
    """A model with light UVs and its triangles in one list.

    corners (t, 3, 3) metres, round_normals (t, 3, 3) at the corners, uv (t, 3, 2) texels, mesh (t,) index into `meshes` (node
    number, mesh number).
    """

    model: Model
    size: int
    corners: Array
    round_normals: Array
    uv: Array
    base_uv: Array
    mesh: Ints
    meshes: tuple[tuple[int, int], ...]

    @property
    def normals(self) -> Array:
        """Return the unit normal of every triangle (t, 3)."""
        raw = np.cross(self.corners[:, 1] - self.corners[:, 0], self.corners[:, 2] - self.corners[:, 0])
        return np.asarray(raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-12))


def unwrap(model: Model, size: int, *, density: dict[str, float], skip: frozenset[str]) -> Atlas:
    """Return the model with light UVs for an atlas of `size` texels; `density` weighs groups, `skip` names groups left unlit."""
    packer = xatlas.Atlas()
    chosen: list[tuple[int, int]] = []
    for number, node in enumerate(model.nodes):
        if node.group in skip:
            continue
        for place, mesh in enumerate(node.meshes):
            points, triangles = welded(mesh)
            scale = np.float32(density.get(node.group, 1.0))
            packer.add_mesh(np.ascontiguousarray(points * scale), np.ascontiguousarray(triangles))
            chosen.append((number, place))
    charts, packing = xatlas.ChartOptions(), xatlas.PackOptions()
    charts.max_iterations = 1
    charts.normal_deviation_weight = 4.0
    charts.max_cost = 1.2
    packing.padding, packing.resolution, packing.bilinear, packing.rotate_charts = PADDING, size, True, True
    packer.generate(charts, packing)
    wide, high = packer.width, packer.height
    nodes: list[Node] = list(model.nodes)
    corners, uvs, bases, owners = [], [], [], []
    made: dict[int, list[Mesh]] = {number: list(node.meshes) for number, node in enumerate(model.nodes)}
    for index, (number, place) in enumerate(chosen):
        mesh = model.nodes[number].meshes[place]
        _, indices, uv = packer[index]
        lit = _with_light(mesh, np.asarray(indices, np.int64), np.asarray(uv, float))
        made[number][place] = lit
        assert lit.light_uv is not None
        triangles = lit.triangles.astype(np.int64)
        corners.append(lit.positions.astype(float)[triangles])
        uvs.append(lit.light_uv.astype(float)[triangles])
        base = lit.uv if lit.uv is not None else np.zeros((len(lit.positions), 2), np.float32)
        bases.append(base.astype(float)[triangles])
        owners.append(np.full(len(triangles), index))
    for number, node in enumerate(model.nodes):
        nodes[number] = replace(node, meshes=tuple(made[number]))
    square = (
        np.array([size, size], float)
        if max(wide, high) <= size
        else np.array([max(wide, high)] * 2, float) / max(wide, high) * size
    )
    shape = np.concatenate(corners)
    owner = np.concatenate(owners)
    return Atlas(
        Model(tuple(nodes)),
        size,
        shape,
        rounded(shape, owner),
        np.concatenate(uvs) * square,
        np.concatenate(bases),
        owner,
        tuple(chosen),
    )


def welded(mesh: Mesh) -> tuple[NDArray[np.float32], NDArray[np.uint32]]:
    """Return a mesh's points without doubles (within 0.1 mm) and its triangles."""
    key = np.round(mesh.positions.astype(float) * 1e4).astype(np.int64)
    _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
    return mesh.positions[first], inverse.reshape(-1)[mesh.triangles].astype(np.uint32)


def _with_light(mesh: Mesh, indices: Ints, uv: Array) -> Mesh:
    """Split vertices where the atlas has a seam, and give each its light UV."""
    pairs = np.stack([mesh.triangles.astype(np.int64).reshape(-1), indices.reshape(-1)], axis=1)
    unique, inverse = np.unique(pairs, axis=0, return_inverse=True)
    own, packed = unique[:, 0], unique[:, 1]
    return replace(
        mesh,
        positions=mesh.positions[own],
        triangles=inverse.reshape(-1, 3).astype(np.uint32),
        normals=None if mesh.normals is None else mesh.normals[own],
        uv=None if mesh.uv is None else mesh.uv[own],
        light_uv=uv[packed].astype(np.float32),
    )


def rounded(corners: Array, owner: Ints) -> Array:
    """Return normals at every corner (t, 3, 3), shared with neighbours of the same mesh that turn by less than 40 degrees."""
    raw = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flat = raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-12)
    key = np.column_stack([np.round(corners.reshape(-1, 3) * 1e4).astype(np.int64), owner.repeat(3)])
    _, vertex = np.unique(key, axis=0, return_inverse=True)
    vertex = vertex.reshape(-1)
    order = np.argsort(vertex, kind="stable")
    count = np.bincount(vertex)
    begin = np.cumsum(count) - count
    # every corner with every corner at the same vertex
    mine = np.repeat(np.arange(len(vertex)), count[vertex])
    step = np.arange(len(mine)) - np.repeat(np.cumsum(count[vertex]) - count[vertex], count[vertex])
    other = order[begin[vertex[mine]] + step]
    near = np.einsum("nd,nd->n", flat[mine // 3], flat[other // 3]) > 0.766
    total = np.zeros((len(vertex), 3))
    np.add.at(total, mine[near], raw[other[near] // 3])
    length = np.linalg.norm(total, axis=1, keepdims=True)
    smooth = np.where(length > 1e-12, total / np.maximum(length, 1e-12), flat.repeat(3, axis=0))
    return np.asarray(smooth.reshape(-1, 3, 3))


@dataclass(frozen=True, eq=False)
class Texels:
    """The texels that show something: flat index into the atlas, triangle, point, flat normal and rounded normal (n, 3)."""

    index: Ints
    triangle: Ints
    points: Array
    normals: Array
    round: Array


def texels(atlas: Atlas) -> Texels:
    """Return which texel shows which point; where fattened triangles overlap, the one that truly covers the texel wins."""
    size = atlas.size
    low = np.floor(atlas.uv.min(axis=1) - 1.0).astype(np.int64).clip(0, size - 1)
    high = np.ceil(atlas.uv.max(axis=1) + 1.0).astype(np.int64).clip(0, size)
    wide, tall = (high - low).T
    best = np.full(size * size, -np.inf)
    owner = np.full(size * size, -1, np.int64)
    weights = np.zeros((size * size, 3))
    order = np.argsort(wide * tall, kind="stable")
    counts = (wide * tall)[order]
    start = 0
    while start < len(order):
        stop = start + max(1, int(np.searchsorted(np.cumsum(counts[start:]), 4_000_000)))
        batch = order[start:stop]
        start = stop
        area = (wide * tall)[batch]
        triangle = np.repeat(batch, area)
        step = np.arange(area.sum()) - np.repeat(np.cumsum(area) - area, area)
        x = low[triangle, 0] + step % wide[triangle]
        y = low[triangle, 1] + step // wide[triangle]
        bary, worst = _barycentric(atlas.uv[triangle], x + 0.5, y + 0.5)
        near = worst > -0.75
        flat, triangle, bary, worst = (y * size + x)[near], triangle[near], bary[near], np.minimum(worst[near], 0.05)
        ranked = np.argsort(worst, kind="stable")
        flat, triangle, bary, worst = flat[ranked], triangle[ranked], bary[ranked], worst[ranked]
        better = worst > best[flat]
        flat, triangle, bary, worst = flat[better], triangle[better], bary[better], worst[better]
        best[flat], owner[flat], weights[flat] = worst, triangle, bary
    index = np.flatnonzero(owner >= 0)
    triangle = owner[index]
    share = np.clip(weights[index], 0.0, 1.0)
    share /= share.sum(axis=1, keepdims=True)
    points = np.einsum("nk,nkd->nd", share, atlas.corners[triangle])
    turned = np.einsum("nk,nkd->nd", share, atlas.round_normals[triangle])
    turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    return Texels(index, triangle, points, atlas.normals[triangle], turned)


def _barycentric(uv: Array, x: Array, y: Array) -> tuple[Array, Array]:
    """Barycentric coordinates (n, 3) of points, and how far inside they are in texels (negative outside)."""
    a, b, c = uv[:, 0], uv[:, 1], uv[:, 2]
    ab, ac = b - a, c - a
    twice = ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0]
    safe = np.where(np.abs(twice) < 1e-9, 1e-9, twice)
    px, py = x - a[:, 0], y - a[:, 1]
    w1 = (px * ac[:, 1] - py * ac[:, 0]) / safe
    w2 = (ab[:, 0] * py - ab[:, 1] * px) / safe
    bary = np.stack([1 - w1 - w2, w1, w2], axis=1)
    edges = np.stack([np.linalg.norm(c - b, axis=1), np.linalg.norm(ac, axis=1), np.linalg.norm(ab, axis=1)], axis=1)
    heights = np.abs(safe)[:, None] / np.maximum(edges, 1e-9)
    inside = (bary * heights).min(axis=1)
    inside = np.where(np.abs(twice) < 1e-7, -np.inf, inside)
    return bary, inside
