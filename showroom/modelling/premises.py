"""How does a plan become a shop one can walk through?

`build` answers for any plan: walls with their openings, floors, ceilings, lamps, doors, windows and fixtures, one node per thing
with the plan's id. Light is added afterwards (`light.bake`); without it the model is plain but complete.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from shapely.affinity import rotate, translate
from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from showroom.domain.plan import Fixture, Plan, Space, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling import catalogue, openings, rooms, walls
from showroom.modelling.finishes import FINISHES, PALETTE, material, swatch_uv
from showroom.modelling.footprint import faces, footprint, outline
from showroom.modelling.model import Group, Material, Mesh, Model, Node
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body, Part

DEFAULT_HEIGHT = 2.8
_SLAB = 0.3
_DRIFTING = ("oak", "walnut", "leather", "steel", "stone")
"""Finishes whose picture begins elsewhere on every part, so that no two boards are alike."""


def build(plan: Plan, vocabulary: Vocabulary, *, signs: SignSheet | None = None) -> Model:
    """Return the plan as a model in metres, z up, storeys above one another."""
    sheet = signs or SignSheet()
    return model(pieces(plan, vocabulary, sheet), sheet)


def pieces(plan: Plan, vocabulary: Vocabulary, sheet: SignSheet) -> "list[Piece]":
    """Return everything of a plan as pieces, so that a scene may add its own before the model is made."""
    found: list[Piece] = []
    base = 0.0
    for storey in plan.storeys:
        height = storey_height(storey)
        found.extend(_storey(storey, vocabulary, sheet, base, height))
        base += height + _SLAB
    return found


class Piece:
    """One thing on its way into the model: a body with its name, group, space and plan id."""

    def __init__(self, name: str, body: Body, group: Group, space: str | None = None, plan_id: str | None = None) -> None:
        self.name, self.body, self.group, self.space, self.plan_id = name, body, group, space, plan_id


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
        )
        for same in gathered.values()
    ]
    return Model(tuple(nodes))


def storey_height(storey: Storey) -> float:
    """Return the height of a storey's walls, metres."""
    drawn = [space.height for space in storey.spaces if space.height]
    return max([storey.height or 0.0, *drawn], default=0.0) or DEFAULT_HEIGHT


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


def _storey(storey: Storey, vocabulary: Vocabulary, sheet: SignSheet, base: float, height: float) -> list[Piece]:
    covered = footprint(storey)
    found: list[Piece] = []
    for space in storey.spaces:
        look = rooms.decor(space, vocabulary)
        top = base + rooms.clear_height(space, height)
        found.append(Piece(f"{space.id} floor", rooms.floor(space, covered, look, base), "floors", space.id, space.id))
        found.append(Piece(f"{space.id} ceiling", rooms.ceiling(space, covered, look, top), "ceiling", space.id, space.id))
        found.append(Piece(f"{space.id} lamps", rooms.lamps(space, look, top), "lamps", space.id, space.id))
    for piece in faces(storey, covered):
        if piece.space is None and piece.shell and storey.spaces:
            continue
        look = rooms.decor(piece.space, vocabulary)
        space_id = piece.space.id if piece.space else None
        wall_id = piece.wall.id if piece.wall else None
        name = " ".join(filter(None, (wall_id or "column", space_id)))
        own = rooms.clear_height(piece.space, height)
        if piece.wall is not None and piece.wall.height:
            own = min(own, piece.wall.height)
        body = walls.face(piece, storey.openings, look, own, base, height)
        found.append(Piece(name, body, "walls", space_id, wall_id))
        found.append(Piece(f"{name} trim", walls.skirting(piece, storey.openings, look, base, height), "trim", space_id, wall_id))
    found.append(Piece(f"{storey.id} caps", walls.caps(covered, base + height + 0.001), "caps", None, None))
    taken = unary_union([*(standing(fixture) for fixture in storey.fixtures), covered])
    for opening in storey.openings:
        place = openings.site(storey, opening, height)
        (x, y), angle = openings.turned_to(storey, opening)
        solid, glass = openings.built(place, vocabulary, sheet, openings.free_turn(storey, place, taken))
        side = place.serving or next((space for space in place.sides if space), None)
        space_id = side.id if side else None
        frame = Body().add(solid, (x, y, base), angle)
        frame.add(walls.reveal(storey, opening, openings.reveal_finish(place, vocabulary), place.edges, base))
        found.append(Piece(opening.id, frame, "trim", space_id, opening.id))
        found.append(Piece(f"{opening.id} glass", Body().add(glass, (x, y, base), angle), "glass", space_id, opening.id))
    found.extend(_fixture(fixture, storey, vocabulary, sheet, base, height) for fixture in storey.fixtures)
    return found


def _fixture(fixture: Fixture, storey: Storey, vocabulary: Vocabulary, sheet: SignSheet, base: float, height: float) -> Piece:
    space = space_at(storey, fixture.at)
    term = vocabulary.fixtures.get(fixture.kind)
    name = term.label.in_("zh_CN") if term else fixture.kind
    order = catalogue.order(fixture, name, rooms.clear_height(space, height), sheet)
    zone = vocabulary.zone_of(space.use) if space else None
    group: Group = "kitchen" if (zone or "").startswith("food") else "furniture"
    body = Body().add(catalogue.make(fixture.kind, order), (fixture.at[0], fixture.at[1], base), fixture.angle)
    return Piece(fixture.id, body, group, space.id if space else None, fixture.id)


def standing(fixture: Fixture) -> BaseGeometry:
    """Return what a fixture covers in plan."""
    width, depth = fixture.size or catalogue.USUAL.get(fixture.kind, (0.6, 0.6))
    shape = box(-width / 2, -depth / 2, width / 2, depth / 2)
    return translate(rotate(shape, fixture.angle, origin=(0, 0)), *fixture.at)


def space_at(storey: Storey, point: tuple[float, float]) -> Space | None:
    """Return the space a point lies in, or the nearest within 30 cm."""
    ranked = sorted(((outline(space).distance(Point(point)), number) for number, space in enumerate(storey.spaces)))
    return storey.spaces[ranked[0][1]] if ranked and ranked[0][0] < 0.3 else None
