"""Does food move one way, from delivery through the stations of the kitchen to serving, without crossing or coming back?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import numpy as np
import shapely
from pydantic import Field
from shapely import LineString, Point

from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.geometry.floor import Floor
from showroom.geometry.memory import kept
from showroom.geometry.openings import PlacedOpening, Vector
from showroom.geometry.outlines import Geometries
from showroom.geometry.routes import Field as WalkField
from showroom.geometry.routes import Spot
from showroom.rules.case import Case
from showroom.rules.flow_stations import Gate, Station, spots, ways_in, ways_out
from showroom.rules.measure import Measurement, at_most, lines, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

_TOUCH = 0.3
"""Two legs may meet this near the station that joins them, in metres."""
_INSIDE = 0.05
_MEETING = 1e-6
_Stations = Annotated[tuple[Station, ...], Field(min_length=2)]


@dataclass(frozen=True)
class _Leg:
    start: Spot
    end: Spot
    points: tuple[Vector, ...]

    @cached_property
    def line(self) -> LineString:
        return LineString(self.points if len(self.points) > 1 else self.points * 2)


@dataclass(frozen=True)
class _Fault:
    text: Text
    things: tuple[str, ...]
    legs: tuple[_Leg, ...]


@rule("one-way-flow")
def one_way_flow(case: Case, *, stations: _Stations, handling: Uses) -> Iterator[Measurement]:
    """The shortest walk over the stations enters no earlier station again, uses no opening twice and does not cross itself."""
    last = stations[-1]
    floor = next((floor for floor in case.floors if spots(floor, last, handling)), None)
    if floor is None:
        yield no_such_space(case, phrase("图上没有加工食品的地方。", "The plan has no place where food is worked on."))
        return
    found = [spots(floor, station, handling) for station in stations]
    starts, ends = ways_in(floor, handling), ways_out(case, floor, last.uses, handling)
    missing = [_station_name(case, station) for station, there in zip(stations, found, strict=True) if not there]
    missing += [] if starts else [phrase("进料口", "delivery door")]
    missing += [] if ends else [phrase("出菜口", "serving opening")]
    if not starts or not ends or sum(map(bool, found)) < 2:
        yield _silent(missing, floor)
        return
    goals = [*filter(None, found), [gate.spot for gate in ends]]
    routes = case.layout.routes(floor.id, {spot.space for there in goals for spot in there} | {gate.spot.space for gate in starts})
    fields = [routes.field(there) for there in goals]
    tried = [(gate, legs, _faults(case, floor, legs)) for gate in starts if (legs := _legs(gate, fields))]
    if not tried:
        yield to_confirm(
            phrase(
                "图上从进料口走不到出菜口，请现场确认流线。",
                "On the plan no way leads from delivery to serving; confirm the flow on site.",
            ),
            Reason.DRAWING_SILENT,
            storey=floor.id,
        )
        return
    yield _verdict(case, floor, tried, missing)


def _verdict(case: Case, floor: Floor, tried: list[tuple[Gate, list[_Leg], list[_Fault]]], missing: list[Text]) -> Measurement:
    gate, legs, faults = min(tried, key=lambda one: len(one[2]))
    clean = [one[0] for one in tried if not one[2]]
    shown = [leg for fault in faults for leg in fault.legs] or legs
    witness = lines([leg.points if len(leg.points) > 1 else leg.points * 2 for leg in dict.fromkeys(shown)])
    if clean and len(clean) < len(tried):
        return to_confirm(
            phrase(
                "请先确认进料走哪扇门：从{good}进料不交叉，从其他门则会交叉或折返。",
                "Confirm first by which door goods come in: from {good} nothing crosses, from others it does.",
                good=listed([case.opening_name(one.placed) for one in clean]),
            ),
            Reason.FACT_MISSING,
            causing=[one[0].placed.id for one in tried],
            storey=floor.id,
            witness=witness,
        )
    if not faults and missing:
        return _silent(missing, floor)
    what = phrase("从进料到出菜的交叉和折返", "Crossings and returns from delivery to serving")
    found = measured(len(faults), at_most(0, ""), what, relies_on=[gate.placed.id], storey=floor.id, witness=witness)
    if not faults:
        return found.but(
            text=phrase("从进料到出菜一路不交叉、不折返。", "From delivery to serving nothing crosses and nothing comes back.")
        )
    names = listed([fault.text for fault in faults])
    text = phrase(
        "从进料到出菜有 {n} 处交叉或折返：{names}。",
        "From delivery to serving, {n} crossings or returns: {names}.",
        n=len(faults),
        names=names,
    )
    return found.but(text=text, causing=tuple(dict.fromkeys(thing for fault in faults for thing in fault.things)))


def _silent(missing: list[Text], floor: Floor) -> Measurement:
    text = phrase(
        "图上没有标明：{missing}。请对照实际流线确认。",
        "Not shown on the plan: {missing}. Confirm the flow on site.",
        missing=listed(missing),
    )
    return to_confirm(text, Reason.DRAWING_SILENT, storey=floor.id)


def _station_name(case: Case, station: Station) -> Text:
    return case.use_name(min(station.uses))


def _legs(start: Gate, fields: list[WalkField]) -> list[_Leg]:
    """The walk from station to station, each time to the nearest spot of the next; empty where one cannot be reached."""
    legs: list[_Leg] = []
    here = start.spot
    for field in fields:
        walk = field.walk(here)
        if walk is None:
            return []
        there = field.goals[walk.goal]
        legs.append(_Leg(here, there, walk.points))
        here = there
    return legs


def _faults(case: Case, floor: Floor, legs: list[_Leg]) -> list[_Fault]:
    return [*_entered_again(case, floor, legs), *_used_twice(case, floor, legs)] or _crossed(legs)


def _entered_again(case: Case, floor: Floor, legs: list[_Leg]) -> Iterator[_Fault]:
    """Stations, or other rooms of their use, passed after they were left; the serving opening may not lie in one either."""
    for number, leg in enumerate(legs):
        allowed = {leg.start.space} if leg is legs[-1] else {leg.start.space, leg.end.space}
        left = {floor.spaces[one.end.space].use for one in legs[: max(number - 1, 0)]}
        left -= {floor.spaces[space_id].use for space_id in allowed}
        for space_id in sorted(space_id for space_id, space in floor.spaces.items() if space.use in left):
            if leg.line.intersection(floor.free[space_id]).length > _INSIDE:
                text = phrase("又经过{space}", "{space} is passed again", space=case.space_name(space_id))
                yield _Fault(text, (space_id,), (leg,))


def _used_twice(case: Case, floor: Floor, legs: list[_Leg]) -> Iterator[_Fault]:
    """Doors, passages and open sides that two legs go through."""
    doors, gates = _gates(floor)
    walked = [leg for leg in legs if leg.line.length > _INSIDE]
    if len(walked) < 2 or not len(gates):
        return
    met = shapely.distance(gates[:, None], np.array([leg.line for leg in walked])[None, :]) < _MEETING
    for row in np.nonzero(met.sum(axis=1) > 1)[0].tolist():
        through = tuple(leg for leg, there in zip(walked, met[row], strict=True) if there and not _ends_at(leg, gates[row]))
        if len(through) < 2:
            continue
        if row < len(doors):
            text = phrase("两次经过{door}", "{door} is passed twice", door=case.opening_name(doors[row]))
            yield _Fault(text, (doors[row].id,), through)
        else:
            first, second, _ = floor.open_sides[row - len(doors)]
            both = listed([case.space_name(first), case.space_name(second)])
            yield _Fault(phrase("在{both}之间往返", "it goes to and fro between {both}", both=both), (first, second), through)


@kept
def _gates(floor: Floor) -> tuple[list[PlacedOpening], Geometries]:
    """The doors and passages between two spaces, and the lines of these and after them of the open sides."""
    doors = [placed for placed in floor.passages if None not in placed.joins]
    across = shapely.linestrings([placed.line for placed in doors]) if doors else ()
    lines_of = [*across, *(stretch for _, _, stretch in floor.open_sides)]
    return doors, np.array([*lines_of, None], dtype=object)[:-1]


def _ends_at(leg: _Leg, gate: LineString) -> bool:
    """Tell whether a leg only begins or ends at an opening, as one to a serving hatch does."""
    crossing = leg.line.intersection(gate)
    return any(Point(spot.at).distance(crossing) < _INSIDE for spot in (leg.start, leg.end))


def _crossed(legs: list[_Leg]) -> list[_Fault]:
    """Where the way of finished food, the last leg, crosses that of raw food."""
    found: list[_Fault] = []
    out = legs[-1]
    for leg in legs[:-1]:
        meeting = shapely.intersection(leg.line, out.line)
        if not meeting.is_empty and meeting.hausdorff_distance(Point(out.start.at)) > _TOUCH:
            found.append(_Fault(phrase("出菜的路与进料的路交叉", "the way out crosses the way in"), (), (leg, out)))
    return found
