"""What may a rule ask about the plan and the application it is looking at?

A `Case` is what stands before the office: the plan, its derived geometry, the application and the vocabulary. A fact nobody
stated is `Unknown` and carries the question to be asked; it is never taken as yes or no.
"""

import math
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from showroom.domain.application import Application
from showroom.domain.plan import Fixture, Opening, Plan, Space, Storey
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.floor import Floor
from showroom.geometry.layout import Layout
from showroom.geometry.memory import Memory, Subject, derived, kept
from showroom.geometry.openings import PlacedOpening
from showroom.geometry.outlines import parts
from showroom.rules.facts import Facts
from showroom.rules.measure import phrase

UNRECOGNISED = "other"
_SPOT = 2
"""Decimals of a metre to which two fixtures of a kind lie on one spot."""
_OPENING_KINDS = {"door": ("门", "door"), "passage": ("洞口", "passage"), "hatch": ("传递口", "hatch"), "window": ("窗", "window")}


@dataclass(frozen=True)
class Unknown:
    """A fact that was not stated; `question` is the key of the application that would state it."""

    question: str


class Case(Subject):
    """One plan with one application, as the rules see them."""

    name = 1
    layout: Layout
    vocabulary: Vocabulary

    def __init__(self, plan: Plan, application: Application, vocabulary: Vocabulary, *, memory: Memory | None = None) -> None:
        """`memory` may follow that of the case before an edit, with the same vocabulary."""
        level = application.premises.storey_level if len(plan.storeys) == 1 else None
        self.vocabulary = vocabulary
        self.layout = Layout(plan, vocabulary, level=level, memory=memory)
        self.plan = self.layout.plan
        self.memory = self.layout.memory
        self.memory.subjects[self.name] = self
        self.facts = Facts(self.layout, plan, application)
        self.application = self.facts.application

    # ---------------------------------------------------------------- things

    @property
    def floors(self) -> tuple[Floor, ...]:
        """The storeys with their derived geometry, in reading order."""
        return tuple(self.layout.floors.values())

    def floor_of(self, thing_id: str) -> Floor:
        """The floor a thing belongs to."""
        return self.layout.floor_of(thing_id)

    def spaces_of(self, uses: frozenset[str]) -> list[Space]:
        """The spaces of these uses, in reading order."""
        found = [place for use in uses for place in self._spaces_by_use.get(use, ())]
        return [space for _, space in sorted(found, key=lambda place: place[0])]

    def rooms_of(self, uses: frozenset[str]) -> list[Space]:
        """The spaces of these uses that have an area: a name on a line is no room."""
        return [space for space in self.spaces_of(uses) if self.layout.area(space.id) > 0]

    def guessed(self, uses: frozenset[str] | None = None) -> list[str]:
        """The ids of the spaces (of these uses) that were guessed, for verdicts that rely on their area."""
        return [space.id for space in self.plan.spaces if space.proposal and (uses is None or space.use in uses)]

    @derived
    def _spaces_by_use(self) -> dict[str, list[tuple[int, Space]]]:
        """The spaces of each use, with their place in reading order."""
        found: dict[str, list[tuple[int, Space]]] = {}
        for place, space in enumerate(self.plan.spaces):
            found.setdefault(space.use, []).append((place, space))
        return found

    @derived
    def unrecognised(self) -> list[Space]:
        """The spaces whose use was not recognised (not those that were named "other" on purpose)."""
        meant = {text.lower() for text in self.vocabulary.uses[UNRECOGNISED].label.root.values()}
        return [
            space
            for space in self.plan.spaces
            if space.use not in self.vocabulary.uses or (space.use == UNRECOGNISED and space.name.strip().lower() not in meant)
        ]

    def is_unrecognised(self, space_id: str) -> bool:
        """Tell whether the use of a space is not known."""
        return space_id in self._unrecognised_ids

    @derived
    def _unrecognised_ids(self) -> frozenset[str]:
        return frozenset(space.id for space in self.unrecognised)

    def is_guessed(self, thing_id: str) -> bool:
        """Tell whether a space or opening needed a guess and was not accepted yet."""
        thing = self.facts.thing(thing_id)
        return isinstance(thing, Space | Opening) and thing.proposal

    def own_uncertainty(self, thing_id: str) -> float:
        """By how much (metres) the lengths of a thing may be off, where the drawing says so of this thing; else 0."""
        origin = getattr(self.facts.thing(thing_id), "origin", None)
        return float(origin.length_uncertainty or 0.0) if origin else 0.0

    def fixtures_of(self, kinds: frozenset[str], uses: frozenset[str] | None = None) -> list[Fixture]:
        """The fixtures of these kinds in a space (of these uses), in reading order; one drawn twice on a spot counts once."""
        found = [place for kind in kinds for place in self._fixtures_by_kind.get(kind, ())]
        return [
            fixture
            for _, fixture in sorted(found, key=lambda place: place[0])
            if (use := self._use_around(fixture)) is not None and (uses is None or use in uses)
        ]

    def strays(self, kinds: frozenset[str]) -> list[Fixture]:
        """The fixtures of these kinds that stand in no space: of a legend, or of a room that was not drawn."""
        found = [place for kind in kinds for place in self._fixtures_by_kind.get(kind, ())]
        return [fixture for _, fixture in sorted(found, key=lambda place: place[0]) if self._use_around(fixture) is None]

    @derived
    def _fixtures_by_kind(self) -> dict[str, list[tuple[int, Fixture]]]:
        """The fixtures of each kind, with their place in reading order; of those on one spot the first."""
        found: dict[str, list[tuple[int, Fixture]]] = {}
        spots: set[tuple[str, str, float, float]] = set()
        for place, fixture in enumerate(self.plan.fixtures):
            spot = (fixture.kind, self.floor_of(fixture.id).id, round(fixture.at[0], _SPOT), round(fixture.at[1], _SPOT))
            if spot not in spots:
                spots.add(spot)
                found.setdefault(fixture.kind, []).append((place, fixture))
        return found

    def _use_around(self, fixture: Fixture) -> str | None:
        space_id = self.layout.space_of(fixture.id)
        return self.layout.space(space_id).use if space_id else None

    # ---------------------------------------------------------------- names

    def use_name(self, use: str) -> Text:
        """What a use is called."""
        term = self.vocabulary.uses.get(use)
        return term.label if term else Text.of(use, use)

    def kind_name(self, kind: str) -> Text:
        """What a kind of fixture is called."""
        term = self.vocabulary.fixtures.get(kind)
        return term.label if term else Text.of(kind, kind)

    @kept
    def space_name(self, space_id: str) -> Text:
        """What a space is called: the text drawn in it, in English with its use, or its use alone."""
        space = self.layout.space(space_id)
        use = self.use_name(space.use)
        if not space.name:
            return phrase("{use}（{id}）", "{use} ({id})", use=use, id=space.id)
        return (
            phrase("“{name}”", "“{name}” ({use})", name=space.name, use=use)
            if space.use != UNRECOGNISED
            else phrase("“{name}”", "“{name}”", name=space.name)
        )

    def opening_name(self, placed: PlacedOpening) -> Text:
        """What an opening is called: its id and the spaces it joins."""
        return self._named_opening(placed.id)

    @kept
    def _named_opening(self, opening_id: str) -> Text:
        placed = self.floor_of(opening_id).opening(opening_id)
        zh, en = _OPENING_KINDS[placed.opening.kind]
        first, second = (self._side_name(placed, side) for side in (0, 1))
        return phrase(zh + " {id}（{first}—{second}）", en + " {id} ({first} – {second})", id=placed.id, first=first, second=second)

    def _side_name(self, placed: PlacedOpening, side: int) -> Text:
        space_id = placed.joins[side]
        if space_id is not None:
            return self.space_name(space_id)
        outside = self.floor_of(placed.id).leads_out(placed)
        return Text.of("室外", "outside") if outside else Text.of("未标明处", "not drawn")

    # ---------------------------------------------------------------- facts

    def level(self, storey: Storey) -> int | Unknown:
        """The storey's level (1 on the ground); the application serves a plan of one storey that has none drawn."""
        stated = self.application.premises.storey_level if len(self.plan.storeys) == 1 else None
        if storey.level is None:
            return Unknown("premises.storey_level") if stated is None else stated
        return storey.level if stated is None or stated == storey.level else Unknown("premises.storey_level")

    @property
    def fume_producing(self) -> bool | Unknown:
        """Whether cooking fumes arise: hot food among the items, or a stove drawn."""
        items = self.application.items
        if "hot-food" in (items or ()) or any(fixture.kind == "stove" for fixture in self.plan.fixtures):
            return True
        return Unknown("items") if items is None else False

    @property
    def persons(self) -> int | Unknown:
        """Seats and staff, or students and staff."""
        people = self.application.people
        guests = [count for count in (people.seats, people.students) if count is not None]
        if not guests:
            training = any(self.vocabulary.zone_of(space.use) == "training" for space in self.plan.spaces)
            return Unknown("people.students" if training else "people.seats")
        return Unknown("people.staff") if people.staff is None else sum(guests) + people.staff

    @property
    def persons_at_least(self) -> int:
        """How many persons are there for sure."""
        people = self.application.people
        return sum(count for count in (people.seats, people.students, people.staff) if count is not None)

    # ---------------------------------------------------------------- areas

    def inner_area(self, floors: tuple[Floor, ...] | None = None) -> float:
        """The area of all spaces but outdoor ones, in square metres; what is drawn twice counts once."""
        return math.fsum(_indoors(floor).area for floor in floors or self.floors)

    def gross_area(self, floors: tuple[Floor, ...] | None = None) -> float:
        """The inner area with the walls."""
        return math.fsum(_with_walls(floor).area for floor in floors or self.floors)

    def area_spread(self, floors: tuple[Floor, ...] | None = None) -> float:
        """By how many square metres the inner area is off for each metre of length uncertainty."""
        return math.fsum(part.length for floor in floors or self.floors for part in parts(_indoors(floor)))


@kept
def _indoors(floor: Floor) -> BaseGeometry:
    return shapely.union_all([shape for space_id, shape in floor.polygons.items() if floor.spaces[space_id].use != "outdoor"])


@kept
def _with_walls(floor: Floor) -> BaseGeometry:
    return shapely.union_all([_indoors(floor), *floor.walls.values()])
