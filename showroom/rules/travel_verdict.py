"""What does a measured walk mean against the limits that may hold?

A walk within the limit is met, a straight line over it is missed, and between the two the finding is advice. Where a fact that was
not stated leaves several limits possible, the verdict counts only if all of them agree.
"""

from dataclasses import dataclass

from showroom.domain.finding import Reason
from showroom.domain.quantities import Limit
from showroom.domain.text import Text
from showroom.geometry.routes import Walk
from showroom.rules.egress import Room
from showroom.rules.measure import Measurement, amount, ask, at_most, compared, line, measured, phrase, to_confirm
from showroom.rules.travel_limits import Possible


@dataclass(frozen=True)
class Travel:
    """A walk of a room (round walls, furniture ignored), the straight line between the same ends, and what it is called."""

    what: Text
    walk: Walk
    straight: float
    room: Room
    storey: str


def judged(travel: Travel, allowed: Possible) -> Measurement:
    """Hold a walk and its straight line against the limits that may hold."""
    if not allowed.metres:
        text = phrase(
            "{what}：步行 {walk}；这类建筑没有适用的限值，请人工核定。",
            "{what}: {walk} on foot; no limit is given for such a building, a person must set it.",
            what=travel.what,
            walk=amount(travel.walk.length),
        )
        return to_confirm(
            text, Reason.INSPECTOR, affected=travel.room.spaces, storey=travel.storey, witness=line(travel.walk.points)
        )
    strict, loose = at_most(allowed.metres[0]), at_most(allowed.metres[-1])
    met, advised = _weight(travel, strict)
    if (met, advised) == _weight(travel, loose) and not (allowed.maybe_none and met):
        return _against(travel, strict if met else loose)
    return ask(
        allowed.questions[0],
        affected=travel.room.spaces,
        storey=travel.storey,
        witness=line(travel.walk.points),
        value=travel.walk.length,
        limit=strict,
    )


def _weight(travel: Travel, limit: Limit) -> tuple[bool, bool]:
    """Tell whether the walk is within the limit, and if not, whether the straight line is."""
    met = limit.holds(round(travel.walk.length, 6))
    return met, not limit.holds(travel.walk.length) and limit.holds(travel.straight)


def _against(travel: Travel, limit: Limit) -> Measurement:
    what = phrase(
        "{what}，步行（直线 {straight}）",
        "{what}, on foot ({straight} in a straight line)",
        what=travel.what,
        straight=amount(travel.straight),
    )
    return measured(
        travel.walk.length,
        limit,
        what,
        affected=travel.room.spaces,
        relies_on=[placed.id for placed, _ in travel.room.doors],
        storey=travel.storey,
        witness=line(travel.walk.points),
        text=compared(what, round(travel.walk.length, 6), limit),
        advisory=_weight(travel, limit)[1],
    )
