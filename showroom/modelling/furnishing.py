"""How do the fixtures of a storey become pieces, each at its place, size and angle?

Fixtures that are alike are modelled once and set up again; what a storey cannot show in detail stands there as a labelled block.
"""

from dataclasses import replace

from shapely.affinity import rotate, translate
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from showroom.domain.plan import Fixture, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling import catalogue
from showroom.modelling.catalogue import plain
from showroom.modelling.footprint import Rooms
from showroom.modelling.model import Group
from showroom.modelling.pieces import Piece
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body
from showroom.modelling.storeys import clear_height

_BESIDE = 0.3
"""A fixture this far outside a space, in a wall say, still belongs to it, metres."""


class Furnishing:
    """The fixtures of a plan on their way into rooms; `blocks` are the ids of those shown as plain blocks."""

    def __init__(self, vocabulary: Vocabulary, sheet: SignSheet, blocks: frozenset[str]) -> None:
        self._vocabulary, self._sheet, self._blocks = vocabulary, sheet, blocks
        self._made: dict[tuple[object, ...], Body] = {}

    def pieces(self, storey: Storey, rooms: Rooms, base: float, height: float) -> list[Piece]:
        """Return the fixtures of a storey whose floor is at `base` and whose walls are `height` high, metres."""
        return [self._piece(fixture, rooms, base, height) for fixture in storey.fixtures]

    def _piece(self, fixture: Fixture, rooms: Rooms, base: float, height: float) -> Piece:
        space = rooms.at(fixture.at, within=_BESIDE)
        zone = self._vocabulary.zone_of(space.use) if space else None
        group: Group = "kitchen" if (zone or "").startswith("food") else "furniture"
        own = self._body(fixture, clear_height(space, height))
        body = Body().add(own, (fixture.at[0], fixture.at[1], base), fixture.angle)
        return Piece(fixture.id, body, group, space.id if space else None, fixture.id)

    def _body(self, fixture: Fixture, ceiling: float) -> Body:
        plainly = fixture.id in self._blocks
        alike = (plainly, fixture.kind, fixture.size, fixture.height, fixture.labels, ceiling)
        if alike not in self._made:
            term = self._vocabulary.fixtures.get(fixture.kind)
            order = catalogue.order(fixture, term.label.in_("zh_CN") if term else fixture.kind, ceiling, self._sheet)
            order = replace(order, height=min(order.height, ceiling))
            self._made[alike] = plain.block(order) if plainly else catalogue.make(fixture.kind, order)
        return self._made[alike]


def standing(fixture: Fixture) -> BaseGeometry:
    """Return what a fixture covers in plan."""
    width, depth = fixture.size or catalogue.USUAL.get(fixture.kind, (0.6, 0.6))
    shape = box(-width / 2, -depth / 2, width / 2, depth / 2)
    return translate(rotate(shape, fixture.angle, origin=(0, 0)), *fixture.at)
