"""How does a scene built before leaves were things of their own get them? Face by face, without another light.

`make scenes STEP=leaves` reads `scene.glb`, builds the plan anew without light, and moves every triangle of a door that lies where
a leaf's lies into a node for that leaf. Points, pictures, light and atlas stay what they are; a file that has its leaves is left
alone.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.model import Mesh, Model, Node

_GRID = 2e-4
"""Metres within which two corners are the same."""
Array = NDArray[np.float64]


def with_leaves(baked: Model, plain: Model) -> Model:
    """Return `baked` with the leaves of `plain`, the same premises without light, as nodes of their own.

    Raises `SystemExit` where a triangle of a leaf has no fellow in `baked`: the file is then of another plan.
    """
    if any(node.leaf for node in baked.nodes):
        return baked
    nodes: list[Node] = []
    leaves = [node for node in plain.nodes if node.leaf is not None]
    for node in baked.nodes:
        nodes += _split(node, [leaf for leaf in leaves if leaf.plan_id == node.plan_id and leaf.group == node.group])
    hung = {node.name for node in nodes}
    for leaf in leaves:
        if leaf.name not in hung:
            raise SystemExit(f'"{leaf.name}" is not in the baked model; build the scene again (make scenes)')
    return replace(baked, nodes=tuple(nodes))


def _split(node: Node, leaves: list[Node]) -> list[Node]:
    """The node without what belongs to these leaves, and a node for each leaf found in it."""
    rest, found = node, []
    for leaf in leaves:
        wanted = np.concatenate([_keys(mesh) for mesh in leaf.meshes])
        taken, kept = [], []
        for mesh in rest.meshes:
            inside = np.isin(_keys(mesh), wanted)
            taken += [_part(mesh, inside)] if inside.any() else []
            kept += [_part(mesh, ~inside)] if not inside.all() else []
        total = sum(len(mesh.triangles) for mesh in taken)
        if total == 0:
            continue
        if total != len(wanted):
            raise SystemExit(f'"{node.name}" has {total} of the {len(wanted)} faces of "{leaf.name}"; build the scene again')
        rest = replace(rest, meshes=tuple(kept))
        found.append(replace(leaf, meshes=tuple(taken), space=node.space))
    return [*([rest] if rest.meshes else []), *found]


def _keys(mesh: Mesh) -> NDArray[np.void]:
    """Every triangle by where its corners are, whatever their order."""
    corners = np.round(mesh.positions.astype(float)[mesh.triangles.astype(np.int64)] / _GRID).astype(np.int64)
    packed = (corners[..., 0] * 1_000_003 + corners[..., 1]) * 1_000_003 + corners[..., 2]
    rows = np.ascontiguousarray(np.sort(packed, axis=1))
    return rows.view(f"V{rows.shape[1] * 8}").ravel()


def _part(mesh: Mesh, chosen: NDArray[np.bool_]) -> Mesh:
    """These triangles of a mesh, and the points they need."""
    triangles = mesh.triangles[chosen]
    used, number = np.unique(triangles, return_inverse=True)
    each = {name: None if (part := getattr(mesh, name)) is None else part[used] for name in ("normals", "uv", "light_uv")}
    return replace(mesh, positions=mesh.positions[used], triangles=number.reshape(-1, 3).astype(np.uint32), **each)
