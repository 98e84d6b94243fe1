"""What follows from a plan's geometry? One place to ask for the derived shapes of any thing of any storey, by its id.

Derived on first use and kept for the life of the `Layout`; make a new one for a new plan.
"""

from functools import cached_property

from shapely import MultiPolygon, Polygon

from showroom.domain.plan import Fixture, Plan, Space
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening
from showroom.geometry.routes import Routes


class Layout:
    """The derived geometry of a plan. Asking for an id the plan does not have raises `KeyError`."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary, *, level: int | None = None) -> None:
        """`level` serves a plan of one storey whose drawing does not say which."""
        self.plan = plan
        self.vocabulary = vocabulary
        self.floors: dict[str, Floor] = {storey.id: Floor(storey, level) for storey in plan.storeys}
        self._routes: dict[str, Routes] = {}

    @cached_property
    def _floor_of(self) -> dict[str, Floor]:
        found: dict[str, Floor] = {}
        for floor in self.floors.values():
            storey = floor.storey
            for things in (storey.spaces, storey.openings, storey.fixtures, storey.walls, storey.columns, storey.stairs):
                found.update((thing.id, floor) for thing in things)
        return found

    def floor_of(self, thing_id: str) -> Floor:
        """Return the floor a space, opening, fixture, wall, column or stair belongs to."""
        return self._floor_of[thing_id]

    def space(self, space_id: str) -> Space:
        """Return a space."""
        return self.floor_of(space_id).spaces[space_id]

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

    def routes(self, storey_id: str) -> Routes:
        """Return the walks of a storey."""
        if storey_id not in self._routes:
            self._routes[storey_id] = Routes(self.floors[storey_id])
        return self._routes[storey_id]

    def space_of(self, fixture_id: str) -> str | None:
        """Return the space a fixture stands in, or `None`."""
        return self.floor_of(fixture_id).space_of[fixture_id]

    def fixtures_in(self, space_id: str) -> tuple[Fixture, ...]:
        """Return the fixtures that stand in a space."""
        return self.floor_of(space_id).fixtures_in(space_id)

    def area(self, space_id: str) -> float:
        """Return the inner area of a space in square metres."""
        return float(self.polygon(space_id).area)
