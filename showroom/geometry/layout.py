"""What follows from a plan's geometry? One place to ask for the derived shapes of any thing of any storey, by its id.

Derived on first use and kept for the life of the `Layout`; make a new one for a new plan, after the old one where it was edited.
"""

from collections.abc import Iterable
from typing import cast

from shapely import MultiPolygon, Polygon

from showroom.domain.plan import Fixture, Plan, Space, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.floor import Floor
from showroom.geometry.memory import Memory, Subject, derived
from showroom.geometry.openings import PlacedOpening
from showroom.geometry.routes import Routes, routes_of

_STOREYS = "storeys"


class _Seen:
    """A plan that notes which of its parts are read, down to the parts of its storeys."""

    def __init__(self, layout: "Layout") -> None:
        self._layout = layout

    @property
    def storeys(self) -> tuple[Storey, ...]:
        return tuple(floor.storey for floor in self._layout.floors.values())

    spaces, openings, fixtures = Plan.spaces, Plan.openings, Plan.fixtures
    """Of the storeys above, as every plan lists them."""

    def __getattr__(self, part: str) -> object:
        return self._layout.memory.given(self._layout.name, part)


class Layout(Subject):
    """The derived geometry of a plan. Asking for an id the plan does not have raises `KeyError`."""

    name = 0

    def __init__(self, plan: Plan, vocabulary: Vocabulary, *, level: int | None = None, memory: Memory | None = None) -> None:
        """`level` serves a plan of one storey whose drawing does not say which; `memory` may follow that of the plan before."""
        self.memory = memory or Memory(lasting=False)
        self.memory.subjects[self.name] = self
        storeys = tuple(storey.id for storey in plan.storeys)
        self.memory.givers[self.name] = lambda part: storeys if part == _STOREYS else getattr(plan, part)
        self.vocabulary = vocabulary
        self._floors = {storey.id: Floor(storey, level, self.memory) for storey in plan.storeys}
        self.plan = cast("Plan", _Seen(self)) if self.memory.lasting else plan

    @property
    def floors(self) -> dict[str, Floor]:
        """The storeys by id, in reading order."""
        self.memory.given(self.name, _STOREYS)
        return self._floors

    @derived
    def _spaces_on(self) -> dict[str, str]:
        return {space.id: storey.id for storey in self.plan.storeys for space in storey.spaces}

    @derived
    def _openings_on(self) -> dict[str, str]:
        return {opening.id: storey.id for storey in self.plan.storeys for opening in storey.openings}

    @derived
    def _others_on(self) -> dict[str, str]:
        return {
            thing.id: storey.id
            for storey in self.plan.storeys
            for things in (storey.fixtures, storey.walls, storey.columns, storey.stairs)
            for thing in things
        }

    def floor_of(self, thing_id: str) -> Floor:
        """Return the floor a space, opening, fixture, wall, column or stair belongs to; a fixture moved moves no space."""
        if thing_id in self._spaces_on:
            return self._floors[self._spaces_on[thing_id]]
        return self._floors[self._openings_on.get(thing_id) or self._others_on[thing_id]]

    def space(self, space_id: str) -> Space:
        """Return a space."""
        return self.floor_of(space_id).space(space_id)

    def polygon(self, space_id: str) -> Polygon:
        """Return the inner outline of a space; empty where the drawing gives it no area."""
        return self.floor_of(space_id).polygons[space_id]

    def wall(self, wall_id: str) -> Polygon:
        """Return a wall's rectangle."""
        return self.floor_of(wall_id).walls[wall_id]

    def opening(self, opening_id: str) -> PlacedOpening:
        """Return an opening placed: middle, direction, jambs and the spaces on its two sides."""
        return self.floor_of(opening_id).openings[opening_id]

    def openings_of(self, space_id: str) -> tuple[PlacedOpening, ...]:
        """Return the openings of a space."""
        return self.floor_of(space_id).openings_of.get(space_id, ())

    def exits(self, storey_id: str) -> tuple[PlacedOpening, ...]:
        """Return the exits of a storey: doors to the outside, to a stair, or labelled as one."""
        return self.floors[storey_id].exits

    def walkable(self, storey_id: str) -> MultiPolygon:
        """Return where one can walk on a storey: the spaces, joined by their doors and passages."""
        return self.floors[storey_id].walkable

    def routes(self, storey_id: str, among: Iterable[str] | None = None) -> Routes:
        """Return the walks of a storey: all of them, or those that begin and end `among` some spaces."""
        return routes_of(self.floors[storey_id], among=among)

    def space_of(self, fixture_id: str) -> str | None:
        """Return the space a fixture stands in, or `None`."""
        return self.floor_of(fixture_id).space_of[fixture_id]

    def fixtures_in(self, space_id: str) -> tuple[Fixture, ...]:
        """Return the fixtures that stand in a space."""
        return self.floor_of(space_id).fixtures_in(space_id)

    def area(self, space_id: str) -> float:
        """Return the inner area of a space in square metres."""
        return float(self.polygon(space_id).area)
