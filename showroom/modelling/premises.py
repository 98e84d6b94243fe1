"""How does a plan become a shop one can walk through?

`build` answers for any plan: walls with their openings, floors, ceilings, lamps, doors, windows, stairs and fixtures, one node per
thing with the plan's id, storeys above one another. What cannot be built as drawn is in the model's notes. Light is added
afterwards; without it the model is plain but complete.
"""

from collections import defaultdict
from dataclasses import replace

import numpy as np
from shapely import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from showroom.domain.plan import Opening, Plan, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling import leaves, openings, rooms, sites, stairs, walls
from showroom.modelling.footprint import Face, Footprint, Rooms, covered, faces, footprint
from showroom.modelling.furnishing import Furnishing, standing
from showroom.modelling.joints import wall_line
from showroom.modelling.mending import mended, plain_fixtures
from showroom.modelling.model import Model, Vector
from showroom.modelling.pieces import Piece, meshes, model
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body
from showroom.modelling.storeys import clear_height, floor_levels, storey_height

_APART = 2.0
"""How far storeys stand apart when they are set beside one another, metres."""


def build(plan: Plan, vocabulary: Vocabulary, *, signs: SignSheet | None = None, spread: bool = False) -> Model:
    """Return the plan as a model in metres, z up, storeys above one another; `spread` sets them side by side on one level."""
    sheet = signs or SignSheet()
    sound, notes = mended(plan)
    return replace(model(_pieces(sound, vocabulary, sheet, spread=spread), sheet), notes=notes)


def set_apart(stacked: Model, plan: Plan, vocabulary: Vocabulary) -> Model:
    """Return a model of a plan, lit as it stands, with its storeys moved side by side as `build(…, spread=True)` sets them."""
    nodes = []
    for node, moved in zip(stacked.nodes, build(plan, vocabulary, spread=True).nodes, strict=True):
        meshes_moved = []
        for mesh, other in zip(node.meshes, moved.meshes, strict=True):
            shift = other.positions.min(axis=0) - mesh.positions.min(axis=0)
            meshes_moved.append(replace(mesh, positions=mesh.positions + shift))
        nodes.append(replace(node, meshes=tuple(meshes_moved), leaf=moved.leaf))
    return replace(stacked, nodes=tuple(nodes))


def pieces(plan: Plan, vocabulary: Vocabulary, sheet: SignSheet) -> list[Piece]:
    """Return everything within a plan's walls as pieces, for a scene to add its own and its street before the model is made."""
    return [piece for piece in _pieces(mended(plan)[0], vocabulary, sheet) if piece.group != "backdrop"]


def _pieces(plan: Plan, vocabulary: Vocabulary, sheet: SignSheet, *, spread: bool = False) -> list[Piece]:
    furnishing = Furnishing(vocabulary, sheet, plain_fixtures(plan))
    levels, climbs = floor_levels(plan), stairs.climbs(plan)
    found: list[Piece] = []
    aside = 0.0
    for storey in plan.storeys:
        level = _Level(storey, levels[storey.id], storey_height(storey), climbs)
        made = [*_shell(level, vocabulary), *_openings(level, vocabulary, sheet), *_stairs(level)]
        made += furnishing.pieces(storey, level.rooms, level.base, level.height)
        if spread:
            left, _, right, _ = level.walls.whole.bounds or (0.0, 0.0, 0.0, 0.0)
            shift = (aside - left if found else 0.0, 0.0, -level.base)
            made = [_shifted(each, shift) for each in made]
            aside = right + shift[0] + _APART
        found.extend(made)
    return found


def _shifted(piece: Piece, by: Vector) -> Piece:
    leaf = piece.leaf.placed(by) if piece.leaf else None
    return Piece(piece.name, piece.body.placed(by), piece.group, piece.space, piece.plan_id, leaf)


class _Level:
    """A storey with what is worked out once: where its walls and rooms are, what its openings join, where stairs pass."""

    def __init__(self, storey: Storey, base: float, height: float, climbs: tuple[stairs.Climb, ...]) -> None:
        self.storey, self.base, self.height, self.climbs = storey, base, height, climbs
        self.walls: Footprint = covered(storey, height)
        self.rooms = Rooms(storey.spaces)
        self.sites = {o.id: sites.site(storey, o, height, self.rooms) for o in storey.openings}
        self.spans = {name: site.edges for name, site in self.sites.items()}
        self.opened: dict[str, list[Opening]] = defaultdict(list)
        for opening in storey.openings:
            self.opened[opening.wall].append(opening)
        self.wells = unary_union([climb.area for climb in climbs if climb.above == storey.id])
        self.ceilings = rooms.grounds(storey.spaces, self.walls.full)
        below = unary_union([self.wells, *(area for _, area in self.walls.low)])
        self.grounds = {name: area.difference(below) for name, area in self.ceilings.items()}
        self.up = [climb for climb in climbs if climb.below == storey.id]
        self.faces = faces(storey, self.walls)
        self._fit()
        self.tops: dict[str, float] = {}
        """How high every wall is shown from above: up to the highest ceiling beside it."""
        for face in self.faces:
            if face.plan_id and (face.space or not storey.spaces) and not face.low:
                self.tops[face.plan_id] = max(self.tops.get(face.plan_id, 0.0), self.height_of(face))

    def _fit(self) -> None:
        """Tell every opening how much wall there is beside it."""
        for face in self.faces:
            for opening, a, b in face.spans(self.opened[face.wall.id] if face.wall else ()):
                left, right = self.sites[opening.id].margins
                start, end = (a, face.length - b)
                if float(face.along @ wall_line(self.storey.wall_of[opening.wall])[1]) < 0:
                    start, end = end, start
                margins = (min(left, start), min(right, end))
                self.sites[opening.id] = replace(self.sites[opening.id], margins=margins)

    def height_of(self, face: Face) -> float:
        """Return how high a face is seen from its room: up to the ceiling, or to the top of a lower wall."""
        own = clear_height(face.space, self.height)
        return min(own, face.wall.height) if face.wall is not None and face.wall.height else own

    def unfloored(self, face: Face) -> list[walls.Gap]:
        """Return the stretches of a face that stand above a stair's well, where there is no floor."""
        line = LineString([face.start + face.normal * 0.05, face.end + face.normal * 0.05]).intersection(self.wells)
        ends = [
            sorted(float((np.asarray(end) - face.start) @ face.along) for end in (part.coords[0], part.coords[-1]))
            for part in _lines(line)
        ]
        return [walls.Gap(start - 0.06, end + 0.06, -1.0, 1.0) for start, end in ends]

    def caps(self) -> list[tuple[float, BaseGeometry]]:
        """Return the tops of the walls that reach a ceiling: height above the floor and area, the higher ones going through."""
        by_height: dict[float, list[BaseGeometry]] = defaultdict(list)
        for thing, area in self.walls.bars:
            by_height[self.tops.get(thing.id, max(self.tops.values(), default=self.height))].append(area)
        left: BaseGeometry = self.walls.full
        found = []
        for high in sorted(by_height, reverse=True):
            own = unary_union(by_height[high]).buffer(0.003, join_style="mitre")
            found.append((high, left.intersection(own)))
            left = left.difference(own)
        return found


def _lines(geometry: BaseGeometry) -> list[LineString]:
    return [part for part in getattr(geometry, "geoms", [geometry]) if isinstance(part, LineString) and not part.is_empty]


def _shell(level: _Level, vocabulary: Vocabulary) -> list[Piece]:
    """Floors, ceilings, lamps, walls with skirting, and their tops."""
    found: list[Piece] = []
    storey, base = level.storey, level.base
    passing = unary_union([climb.area for climb in level.up])
    for space in storey.spaces:
        look, ground = rooms.decor(space, vocabulary), level.grounds[space.id]
        top = base + clear_height(space, level.height)
        found.append(Piece(f"{space.id} floor", Body().flat(look.floor, ground, base), "floors", space.id, space.id))
        ceiling = level.ceilings[space.id].difference(passing)
        found.append(Piece(f"{space.id} ceiling", Body().flat(look.ceiling, ceiling, top, up=False), "ceiling", space.id, space.id))
        found.append(Piece(f"{space.id} lamps", rooms.lamps(space, look, ceiling, top), "lamps", space.id, space.id))
    if not storey.spaces:
        ground = level.walls.whole.convex_hull.difference(level.walls.whole)
        found.append(Piece(f"{storey.id} floor", Body().flat("concrete", ground, base), "floors", None, None))
    for piece in level.faces:
        space_id = piece.space.id if piece.space else None
        look = rooms.decor(piece.space, vocabulary)
        own = level.height_of(piece)
        opened = walls.gaps(piece, level.opened[piece.wall.id] if piece.wall else (), level.spans)
        body = walls.face(piece, opened, look, own, base)
        name = " ".join(filter(None, (piece.plan_id, space_id)))
        if piece.space is None and storey.spaces:
            # the outer faces of the building, and shafts: seen from outside only, never in the dollhouse
            found.append(Piece(f"{piece.plan_id} outside", body, "backdrop", None, piece.plan_id))
            continue
        found.append(Piece(name, body, "walls", space_id, piece.plan_id))
        upper = walls.band(piece, look.wall, own, level.tops.get(piece.plan_id or "", own), base)
        found.append(Piece(f"{name} upper", upper, "caps", space_id, piece.plan_id))
        found.append(
            Piece(
                f"{name} trim",
                walls.trims(piece, [*opened, *level.unfloored(piece)], look, own, base),
                "trim",
                space_id,
                piece.plan_id,
            )
        )
    for high, area in level.caps():
        found.append(Piece(f"{storey.id} caps", walls.caps(area, base + high + 0.001), "caps"))
    for high, area in level.walls.low:
        found.append(Piece(f"{storey.id} low walls", walls.caps(area, base + high, "stone"), "trim"))
    return found


def _openings(level: _Level, vocabulary: Vocabulary, sheet: SignSheet) -> list[Piece]:
    found: list[Piece] = []
    storey, base = level.storey, level.base
    taken = sites.Obstacles([*(standing(fixture) for fixture in storey.fixtures), *level.walls.whole.geoms])
    for opening in storey.openings:
        place = leaves.settled(storey, level.sites[opening.id], taken)
        (x, y), angle = sites.turned_to(storey, opening)
        parts = openings.built(place, vocabulary, sheet)
        side = place.serving or next((space for space in place.sides if space), None)
        space_id = side.id if side else None
        frame = Body().add(parts.solid, (x, y, base), angle)
        frame.add(walls.reveal(storey, opening, openings.reveal_finish(place, vocabulary), place.edges, base))
        found.append(Piece(opening.id, frame, "trim", space_id, opening.id))
        found.append(Piece(f"{opening.id} glass", Body().add(parts.glass, (x, y, base), angle), "glass", space_id, opening.id))
        for number, hung in enumerate(parts.leaves, 1):
            name, leaf = f"{opening.id} leaf {number}", hung.leaf.placed((x, y, base), angle)
            found.append(Piece(name, Body().add(hung.solid, (x, y, base), angle), "trim", space_id, opening.id, leaf))
            found.append(Piece(f"{name} glass", Body().add(hung.glass, (x, y, base), angle), "glass", space_id, opening.id, leaf))
    return found


def _stairs(level: _Level) -> list[Piece]:
    """The stairs drawn on this storey, and the balustrades and linings of the wells that end on it."""
    found: list[Piece] = []
    for climb in level.climbs:
        name, middle = climb.stair.id, climb.area.centroid
        space = level.rooms.at((middle.x, middle.y), within=0.5)
        space_id = space.id if space else None
        if climb.home == level.storey.id:
            found.append(Piece(name, stairs.built(climb), "trim", space_id, name))
        if climb.above == level.storey.id:
            goes_on = any(other.area.intersects(climb.area) for other in level.up)
            around = unary_union(list(level.grounds.values()))
            found.append(Piece(f"{name} guard", stairs.guard(climb, around, level.base, goes_on=goes_on), "trim", space_id, name))
            if climb.below is None:
                found.append(
                    Piece(f"{name} shaft", stairs.shaft(climb, climb.bottom, level.base, floor=True), "walls", space_id, name)
                )
        elif climb.below == level.storey.id:
            ceiling = level.base + clear_height(space, level.height)
            if climb.above is None:
                shaft = stairs.shaft(climb, ceiling, climb.top + stairs.HEADROOM, ceiling=True)
            else:
                shaft = stairs.shaft(climb, ceiling, climb.top)
            found.append(Piece(f"{name} shaft", shaft, "ceiling", space_id, name))
    return found


__all__ = ["Piece", "build", "footprint", "meshes", "model", "pieces", "set_apart", "standing", "storey_height"]
