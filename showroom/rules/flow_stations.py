"""Where does food come in, where is it worked on, and where does it go out? The stations of the flow from raw to cooked."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely import Point

from showroom.domain.document import Document
from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening
from showroom.geometry.routes import Spot
from showroom.rules.case import Case
from showroom.rules.parameters import Kinds, Uses

OTHER_ROLES = frozenset(("customers", "staff", "serving", "dirty-ware"))


class Station(Document):
    """One stage of the work: spaces of these uses, or, where there are none, such fixtures in the handling area."""

    uses: Uses
    fixtures: Kinds = ()


@dataclass(frozen=True)
class Gate:
    """An opening by which food comes in or goes out, and the spot where its space begins."""

    placed: PlacedOpening
    spot: Spot


def spots(floor: Floor, station: Station, handling: frozenset[str]) -> list[Spot]:
    """Return where on a storey the work of a station is done: at its fixtures, else in the middle of its spaces."""
    rooms = [space.id for space in floor.storey.spaces if space.use in station.uses and not floor.free[space.id].is_empty]
    inside = rooms or [space.id for space in floor.storey.spaces if space.use in handling]
    found = [
        Spot(space_id, fixture.at)
        for fixture in floor.storey.fixtures
        if fixture.kind in station.fixtures
        and (space_id := floor.space_of[fixture.id]) in inside
        and space_id is not None
        and floor.free[space_id].covers(Point(fixture.at))
    ]
    served = {spot.space for spot in found}
    return found + [_middle(floor, space_id) for space_id in rooms if space_id not in served]


def _middle(floor: Floor, space_id: str) -> Spot:
    """The centre of a room, however it is turned; of a crooked one whose centre lies outside it, that of its widest part."""
    free = floor.free[space_id]
    at = free.centroid if free.covers(free.centroid) else Point(shapely.maximum_inscribed_circle(free).coords[0])
    return Spot(space_id, (float(at.x), float(at.y)))


def ways_in(floor: Floor, handling: frozenset[str]) -> list[Gate]:
    """Return the doors by which goods may come in: those marked so, else those from outside into the handling area, else any."""
    doors = [placed for placed in floor.openings.values() if any(placed.joins)]
    marked = [placed for placed in doors if placed.opening.role == "delivery"]
    outer = [placed for placed in floor.final_exits if placed.opening.role not in OTHER_ROLES]
    straight = [placed for placed in outer if _side(floor, placed, handling)]
    return [_gate(floor, placed, handling) for placed in marked or straight or outer or floor.final_exits if any(placed.joins)]


def ways_out(case: Case, floor: Floor, last: frozenset[str], handling: frozenset[str]) -> list[Gate]:
    """Return where finished food goes out: openings marked so, else hatches and doors from the last station to the guests."""
    placed_ones = [placed for placed in floor.openings.values() if placed.opening.kind != "window" and any(placed.joins)]
    marked = [placed for placed in placed_ones if placed.opening.role == "serving"]
    if marked:
        return [_gate(floor, placed, handling) for placed in marked]
    leaving = [
        placed
        for placed in placed_ones
        if placed.opening.role is None and _side(floor, placed, last) and not _both(floor, placed, handling)
    ]
    public = [placed for placed in leaving if any(_zone(case, floor, side) == "public" for side in placed.joins)]
    hatches = [placed for placed in public if placed.opening.kind == "hatch"]
    return [_gate(floor, placed, last) for placed in hatches or public or leaving]


def _zone(case: Case, floor: Floor, side: str | None) -> str | None:
    return case.vocabulary.zone_of(floor.spaces[side].use) if side is not None else None


def _side(floor: Floor, placed: PlacedOpening, uses: frozenset[str]) -> str | None:
    return next((side for side in placed.joins if side is not None and floor.spaces[side].use in uses), None)


def _both(floor: Floor, placed: PlacedOpening, uses: frozenset[str]) -> bool:
    return all(side is not None and floor.spaces[side].use in uses for side in placed.joins)


def _gate(floor: Floor, placed: PlacedOpening, preferred: Sequence[str] | frozenset[str]) -> Gate:
    side = _side(floor, placed, frozenset(preferred)) or next(side for side in placed.joins if side is not None)
    return Gate(placed, Spot(side, placed.face(placed.side_of(side))))
