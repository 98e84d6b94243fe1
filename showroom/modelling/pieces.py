"""How do single things become the nodes and meshes of a model?

A `Piece` is one body with its name, group and plan id on its way into the model; pieces of one name, group and space become one
node, with one mesh a material.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.finishes import FINISHES, PALETTE, material, swatch_uv
from showroom.modelling.model import Group, Leaf, Material, Mesh, Model, Node
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body, Part

_DRIFTING = ("oak", "walnut", "leather", "steel", "stone")
"""Finishes whose picture begins elsewhere on every part, so that no two boards are alike."""


class Piece:
    """One thing on its way into the model: a body with its name, group, space, plan id, and how it moves if it is a leaf."""

    def __init__(
        self, name: str, body: Body, group: Group, space: str | None = None, plan_id: str | None = None, leaf: Leaf | None = None
    ) -> None:
        self.name, self.body, self.group, self.space, self.plan_id, self.leaf = name, body, group, space, plan_id, leaf


def model(things: Iterable[Piece], sheet: SignSheet) -> Model:
    """Return pieces as a model; pieces of one name, group and space become one node."""
    gathered: dict[tuple[str, str, str | None], list[Piece]] = defaultdict(list)
    for piece in things:
        if piece.body.parts:
            gathered[(piece.name, piece.group, piece.space)].append(piece)
    lettered = sheet.material()
    nodes = [
        Node(
            same[0].name,
            meshes((part for piece in same for part in piece.body.parts), lettered),
            same[0].group,
            same[0].space,
            same[0].plan_id,
            same[0].leaf,
        )
        for same in gathered.values()
    ]
    return Model(tuple(nodes))


def meshes(parts: Iterable[Part], lettered: Material) -> tuple[Mesh, ...]:
    """Return parts as one mesh per material; `uv` becomes repeats of the picture. `lettered` shows the finished sign sheet."""
    grouped: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        grouped["palette" if part.finish in PALETTE else part.finish].append(part)
    out = []
    for finish, same in grouped.items():
        positions = np.concatenate([part.positions for part in same]).astype(np.float32)
        starts = np.cumsum([0, *(len(part.positions) for part in same[:-1])])
        triangles = np.concatenate([part.triangles + start for part, start in zip(same, starts, strict=True)]).astype(np.uint32)
        uv = np.concatenate([_texture_uv(part, number) for number, part in enumerate(same)]).astype(np.float32)
        made = lettered if finish == "signs" else material(finish)
        out.append(Mesh(made, positions, triangles, uv=uv))
    return tuple(out)


def _texture_uv(part: Part, number: int) -> NDArray[np.float64]:
    if part.finish in PALETTE:
        return np.tile(np.asarray(swatch_uv(part.finish)), (len(part.positions), 1))
    known = FINISHES.get(part.finish)
    if known is None:
        return np.asarray(part.uv)
    uv = part.uv / np.asarray(known.repeat)
    if part.finish in _DRIFTING:
        key = zlib.crc32(np.round(part.positions[0], 3).tobytes() + bytes([number % 251]))
        uv = uv + np.array([(key & 0xFFFF) / 65536, (key >> 16) / 65536])
    return np.asarray(uv - np.floor(uv.min(axis=0)))
