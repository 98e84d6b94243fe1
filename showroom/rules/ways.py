"""Where does one get to from a space: by which doors, passages and open sides, and into what?"""

from collections import defaultdict
from dataclasses import dataclass

from showroom.domain.text import Text
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening, Vector
from showroom.rules.case import Case
from showroom.rules.measure import phrase


@dataclass(frozen=True)
class Way:
    """One way out of a space: what lies beyond (`None`: the outside, or nothing drawn), where, and the opening if it is one."""

    other: str | None
    line: tuple[Vector, ...]
    placed: PlacedOpening | None


def ways(case: Case, space_id: str) -> list[Way]:
    """Return the doors, passages and open sides of a space, in reading order; windows and hatches are no ways."""
    floor = case.floor_of(space_id)
    found = [
        Way(placed.other(space_id), placed.line, placed)
        for placed in floor.openings_of.get(space_id, ())
        if placed.opening.kind in ("door", "passage") and placed.joins[0] != placed.joins[1]
    ]
    return found + [Way(other, line, None) for other, line in open_sides(floor).get(space_id, ())]


@kept
def open_sides(floor: Floor) -> dict[str, list[tuple[str, tuple[Vector, ...]]]]:
    """Return the open sides of each space that has any: the space beyond, and the stretch."""
    found: dict[str, list[tuple[str, tuple[Vector, ...]]]] = defaultdict(list)
    for first, second, stretch in floor.open_sides:
        line = tuple((float(x), float(y)) for x, y in stretch.coords)
        found[first].append((second, line))
        found[second].append((first, line))
    return dict(found)


def beyond(case: Case, way: Way) -> Text:
    """Return what lies beyond a way, in words."""
    if way.other is not None:
        return case.space_name(way.other)
    out = way.placed is not None and case.floor_of(way.placed.id).leads_out(way.placed)
    return phrase("室外", "the outside") if out else phrase("未标明处", "a place not drawn")
