"""Which way do guests take who use a wheelchair: from the entrance to the public spaces, and to an accessible toilet where one is?

Contracts, "Measures": the entrance, the way from it to the spaces of zone `public`, and an accessible toilet or stall where one is
drawn. Of several ways the one with the widest doors is taken (from 0.90 m on they count alike), of these the
one with the fewest doors.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from shapely import LineString

from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening, faces
from showroom.rules.case import Case

TOILET = "accessible-toilet"
STALL_WORDS = ("厕位", "隔间", "stall", "cubicle")
_ACCESSIBLE_WORDS = ("无障碍", "残", "accessible")
_GUESTS = frozenset(("public", "circulation", "training", "wet"))
_NOT_WALKED = frozenset(("stair", "lift"))
_NOT_FOR_GUESTS = frozenset(("staff", "delivery", "serving", "dirty-ware"))
_WIDE = 0.9


@dataclass(frozen=True)
class Link:
    """A way from one space into the next: a door or passage, or an open side, along a stretch."""

    into: str
    opening: PlacedOpening | None
    width: float
    out_of: str
    stretch: LineString | None = None

    @property
    def leaving(self) -> LineString:
        """Where one steps out of the space one comes from."""
        return self._on_the_side_of(self.out_of)

    @property
    def entering(self) -> LineString:
        """Where one steps into the next space."""
        return self._on_the_side_of(self.into)

    def _on_the_side_of(self, space_id: str) -> LineString:
        if self.opening is not None:
            return _face(self.opening, space_id)
        assert self.stretch is not None
        return self.stretch


@dataclass(frozen=True)
class AccessibleWay:
    """The ways of one storey: the doors they pass (the entrance first), the spaces they pass through, and what they do not reach.

    `passed` holds each space one goes through with the two lines between which one crosses it.
    """

    storey: str
    entrances: tuple[PlacedOpening, ...]
    doors: tuple[PlacedOpening, ...]
    passed: tuple[tuple[str, LineString, LineString], ...]
    unreached: tuple[str, ...]


@kept
def accessible_ways(case: Case) -> tuple[AccessibleWay, ...]:
    """Return the accessible way of every storey with a public space or an accessible toilet; where none has, the entrances alone.

    Found once for all the rules that follow it.
    """
    return tuple(_ways(case))


def _ways(case: Case) -> Iterator[AccessibleWay]:
    goals = {
        floor.id: [space_id for space_id in floor.spaces if is_public(case, space_id) or is_toilet(case, space_id)]
        for floor in case.floors
    }
    for floor in case.floors:
        if goals[floor.id] or (not any(goals.values()) and entrances(case, floor)):
            yield _way(case, floor, goals[floor.id])


def is_public(case: Case, space_id: str) -> bool:
    """Tell whether guests use a space."""
    return case.vocabulary.zone_of(case.layout.space(space_id).use) == "public"


def is_stall(case: Case, space_id: str) -> bool:
    """Tell whether a space is drawn as an accessible stall."""
    space = case.layout.space(space_id)
    name = space.name.lower()
    accessible = space.use == TOILET or any(word in name for word in _ACCESSIBLE_WORDS)
    return accessible and any(word in name for word in STALL_WORDS)


def is_toilet(case: Case, space_id: str) -> bool:
    """Tell whether a space is an accessible toilet room."""
    return case.layout.space(space_id).use == TOILET and not is_stall(case, space_id)


def entrances(case: Case, floor: Floor) -> list[tuple[PlacedOpening, str]]:
    """Return the doors by which guests come in, with the space they come into: those marked so, else those into guests' spaces."""
    exits = [
        (placed, side)
        for placed in floor.exits
        for side in placed.joins
        if side is not None and floor.spaces[side].use not in (*_NOT_WALKED, "outdoor")
    ]
    marked = [entry for entry in exits if entry[0].opening.role == "customers"]
    free = [entry for entry in exits if entry[0].opening.role not in _NOT_FOR_GUESTS]
    public = [entry for entry in free if is_public(case, entry[1])]
    guests = [entry for entry in free if case.vocabulary.zone_of(floor.spaces[entry[1]].use) in _GUESTS]
    return marked or public + [entry for entry in guests if entry not in public] or free


def _way(case: Case, floor: Floor, goals: list[str]) -> AccessibleWay:
    starts = entrances(case, floor)
    links = _links(floor)
    everywhere = frozenset(floor.spaces)
    guests = frozenset(
        space_id
        for space_id, space in floor.spaces.items()
        if case.vocabulary.zone_of(space.use) in _GUESTS and space.use not in _NOT_WALKED
    )
    came = _search(starts, links, guests | {side for _, side in starts})
    if any(goal not in came for goal in goals):
        came = {**_search(starts, links, everywhere), **came}
    doors: dict[str, PlacedOpening] = {}
    passed: dict[tuple[str, str], tuple[str, LineString, LineString]] = {}
    widest = sorted(starts, key=lambda start: (-start[0].opening.width, start[0].id))
    for goal in goals or [side for _, side in widest[:1]]:
        _trace(goal, came, doors, passed)
    used = tuple(placed for placed, _ in starts if placed.id in doors)
    rest = tuple(placed for placed in doors.values() if placed not in used)
    return AccessibleWay(floor.id, used, used + rest, tuple(passed.values()), tuple(goal for goal in goals if goal not in came))


_Came = dict[str, tuple[str | None, Link]]


def _search(starts: list[tuple[PlacedOpening, str]], links: dict[str, list[Link]], allowed: frozenset[str]) -> _Came:
    """From the entrances outward, the widest way first: for each space where one came from, and by what."""
    queue: list[tuple[float, int, str, str, str, int, str | None, Link]] = []
    for placed, side in starts:
        link = Link(side, placed, placed.opening.width, side)
        heapq.heappush(queue, (-min(link.width, _WIDE), 1, placed.id, side, "", len(queue), None, link))
    came: _Came = {}
    number = len(queue)
    while queue:
        width, hops, _, here, _, _, before, link = heapq.heappop(queue)
        if here in came:
            continue
        came[here] = (before, link)
        for onward in links.get(here, ()):
            if onward.into in allowed and onward.into not in came:
                number += 1
                by = onward.opening.id if onward.opening else ""
                narrowest = -min(-width, onward.width)
                heapq.heappush(queue, (narrowest, hops + bool(by), by, onward.into, here, number, here, onward))
    return came


def _links(floor: Floor) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for placed in floor.passages:
        first, second = placed.joins
        if first is None or second is None:
            continue
        for here, there in ((first, second), (second, first)):
            found[here].append(Link(there, placed, placed.opening.width, here))
    for first, second, side in floor.open_sides:
        for here, there in ((first, second), (second, first)):
            found[here].append(Link(there, None, inf, here, side))
    return found


def _face(placed: PlacedOpening, space_id: str) -> LineString:
    return faces([placed], [placed.side_of(space_id)])[0]


def _trace(
    goal: str, came: _Came, doors: dict[str, PlacedOpening], passed: dict[tuple[str, str], tuple[str, LineString, LineString]]
) -> None:
    """Walk back from a goal to the entrance, noting doors and the spaces passed through."""
    space: str | None = goal
    leaving: tuple[str, LineString] | None = None
    while space is not None and space in came:
        before, link = came[space]
        if leaving is not None:
            passed.setdefault((space, leaving[0]), (space, link.entering, leaving[1]))
        if link.opening is not None:
            doors.setdefault(link.opening.id, link.opening)
        leaving = (space, link.leaving)
        space = before
