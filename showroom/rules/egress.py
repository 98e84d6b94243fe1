"""By which doors can each room be left, and which doors are exits?

A door is a way out of a space if stepping through it leads to an exit without coming back through that space; so the door into a
store room is none. Spaces open to each other count as one room.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening, distinct, same_place
from showroom.rules.case import Case

UNOCCUPIED = frozenset(
    (
        "storage",
        "food-storage",
        "ware-storage",
        "plant",
        "waste",
        "clinical-waste",
        "cleaning-tools",
        "lift",
        "toilet",
        "accessible-toilet",
        "outdoor",
    )
)
"""Uses nobody stays in; a door that serves only such spaces is no escape door."""
CIRCULATION = frozenset(("corridor", "lobby", "stair", "lift"))
"""Uses one walks through; not rooms."""


@dataclass(frozen=True)
class Room:
    """Spaces that are one room, and the doors by which it can be left: each door with the space of the room it is in."""

    spaces: tuple[str, ...]
    doors: tuple[tuple[PlacedOpening, str], ...]

    @cached_property
    def ways_out(self) -> tuple[tuple[PlacedOpening, str], ...]:
        """The doors, each once (one drawn twice too), with the space of the room it is in."""
        found = {placed.id: (placed, space_id) for placed, space_id in self.doors}
        return tuple([found[placed.id] for placed in distinct([placed for placed, _ in found.values()])])


def is_way_out(floor: Floor, placed: PlacedOpening, space_id: str) -> bool:
    """Tell whether a space can be left by this door or passage. A far side that was not drawn is taken to lead out."""
    other = placed.other(space_id)
    if other is None or placed.id in floor.exit_ids:
        return True
    return floor.reach.leads_out(space_id, other) if floor.reach.has_exit else True


def escape_doors(case: Case) -> Iterator[tuple[Floor, PlacedOpening]]:
    """Every door by which an occupied space can be left, in reading order."""
    return ((floor, placed) for floor in case.floors for placed in _escape_doors(floor))


@kept
def _escape_doors(floor: Floor) -> tuple[PlacedOpening, ...]:
    return tuple(
        placed
        for placed in floor.passages
        if placed.opening.kind == "door"
        and any(
            side is not None and floor.spaces[side].use not in UNOCCUPIED and is_way_out(floor, placed, side)
            for side in placed.joins
        )
    )


@kept
def rooms(floor: Floor) -> tuple[Room, ...]:
    """The occupied rooms of a storey with their ways out, in reading order. Corridors, lobbies and stairs are no rooms."""
    found: list[Room] = []
    for members in _clusters(floor):
        if all(floor.spaces[space_id].use in CIRCULATION | UNOCCUPIED for space_id in members):
            continue
        doors = tuple(
            (placed, space_id)
            for space_id in members
            for placed in floor.openings_of.get(space_id, ())
            if placed.opening.kind in ("door", "passage")
            and placed.other(space_id) not in members
            and is_way_out(floor, placed, space_id)
        )
        found.append(Room(tuple(members), doors))
    return tuple(found)


def _clusters(floor: Floor) -> list[list[str]]:
    """Spaces joined by open sides, or by a passage between two rooms."""
    group = {space_id: space_id for space_id in floor.spaces}

    def root(space_id: str) -> str:
        while group[space_id] != space_id:
            group[space_id] = group[group[space_id]]
            space_id = group[space_id]
        return space_id

    pairs = [(first, second) for first, second, _ in floor.open_sides]
    for placed in floor.passages:
        first, second = placed.joins
        if placed.opening.kind != "passage" or first is None or second is None:
            continue
        if not {floor.spaces[first].use, floor.spaces[second].use} & CIRCULATION:
            pairs.append((first, second))
    for first, second in pairs:
        group[root(second)] = root(first)
    members: dict[str, list[str]] = {}
    for space_id in floor.spaces:
        members.setdefault(root(space_id), []).append(space_id)
    return list(members.values())


def unknown_doors(floor: Floor) -> list[PlacedOpening]:
    """The doors of which one side was not drawn and which are not exits, and those said to be exits against the drawing."""
    doubtful = floor.doubtful_exits
    one_sided = [
        placed
        for placed in floor.passages
        if None in placed.joins
        and floor.barred.isdisjoint(placed.joins)
        and placed not in doubtful
        and placed.id not in floor.exit_ids
        and not any(same_place(placed, known) for known in floor.exits)
    ]
    return [*one_sided, *doubtful]
