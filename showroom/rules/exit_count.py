"""Has every storey enough exits, counting the small ground floor and the small upper storey that may have one?"""

from collections.abc import Iterator, Sequence

from showroom.domain.document import Document
from showroom.domain.finding import Geometry, Reason
from showroom.domain.text import Text
from showroom.geometry.floor import Floor, is_labelled_exit
from showroom.geometry.openings import PlacedOpening
from showroom.rules import measure
from showroom.rules.case import Case, Unknown
from showroom.rules.egress import unknown_doors
from showroom.rules.measure import Measurement, absent, amount, ask, held, listed, measured, phrase, points, to_confirm
from showroom.rules.parameters import Area, AtLeastOne, Number, Uses
from showroom.rules.registry import rule
from showroom.rules.small_ground_floor import is_small_ground_floor
from showroom.rules.small_upper_floor import LowBuilding, is_small_upper_floor


class SingleExit(Document):
    """When one exit is enough: a ground floor no larger and with no more persons than this."""

    area_at_most: Area
    persons_at_most: Number


class SingleStair(Document):
    """When one exit is enough upstairs: in a low building within these bounds, and without any of these uses."""

    classes: tuple[LowBuilding, ...]
    not_for: Uses | None = None


@rule("exit-count")
def exit_count(
    case: Case, *, at_least: AtLeastOne, single_if: SingleExit | None = None, upstairs_if: SingleStair | None = None
) -> Iterator[Measurement]:
    """Every storey has at least this many exits, unless it is a small ground floor or upper storey, which may have one."""
    for floor in case.floors:
        if not floor.spaces:
            continue
        there = len(floor.exits)
        allowed = there == 1 and _one_is_enough(case, floor, single_if, upstairs_if)
        if isinstance(allowed, Unknown):
            yield ask(
                allowed.question,
                affected=[floor.id],
                storey=floor.id,
                witness=exit_points(floor),
                value=there,
                limit=measure.at_least(at_least, ""),
            )
        elif allowed:
            yield held(
                allowed,
                affected=[floor.id],
                relies_on=[floor.exits[0].id, *case.guessed()],
                storey=floor.id,
                witness=exit_points(floor),
            )
        elif there >= at_least and there - len(nowhere := _leading_nowhere(floor)) < at_least:
            yield _where_to(case, floor, nowhere, at_least)
        elif there >= at_least:
            yield measured(
                there,
                measure.at_least(at_least, ""),
                phrase("本层的安全出口数", "Exits of the storey"),
                affected=[floor.id],
                relies_on=[placed.id for placed in floor.exits],
                storey=floor.id,
                witness=exit_points(floor),
            )
        elif doubtful := unknown_doors(floor):
            yield _where_to(case, floor, doubtful, at_least)
        else:
            yield absent(there, at_least, _too_few(case, floor, at_least, single_if, upstairs_if), storey=floor.id).but(
                affected=(floor.id,), geometry=exit_points(floor)
            )


def _leading_nowhere(floor: Floor) -> list[PlacedOpening]:
    """The exits that are exits by their label alone and join two rooms of which one has no other way on."""
    return [
        placed
        for placed in floor.exits
        if is_labelled_exit(placed.opening)
        and None not in placed.joins
        and not floor.leads_out(placed)
        and not any(floor.is_stair(side) for side in placed.joins if side)
        and any(_has_no_other_way(floor, placed, side) for side in placed.joins if side)
    ]


def _has_no_other_way(floor: Floor, placed: PlacedOpening, space_id: str) -> bool:
    doors = [other for other in floor.passages if other is not placed and space_id in other.joins]
    return not doors and not any(space_id in (first, second) for first, second, _ in floor.open_sides)


def _where_to(case: Case, floor: Floor, doubtful: Sequence[PlacedOpening], wanted: int) -> Measurement:
    there = len([placed for placed in floor.exits if placed not in doubtful])
    return to_confirm(
        phrase(
            "已识别 {there} 个安全出口；请确认{doors}通向哪里。",
            "{there} exits were recognised; please confirm where {doors} leads.",
            there=there,
            doors=listed([case.opening_name(placed) for placed in doubtful]),
        ),
        Reason.FACT_MISSING,
        affected=[floor.id],
        causing=[placed.id for placed in doubtful],
        storey=floor.id,
        witness=exit_points(floor),
        value=there,
        limit=measure.at_least(wanted, ""),
    )


def _one_is_enough(
    case: Case, floor: Floor, single_if: SingleExit | None, upstairs_if: SingleStair | None
) -> Text | Unknown | None:
    """Say by which exception one exit is enough, or which fact would tell; `None` where no exception holds."""
    ground = single_if and is_small_ground_floor(case, floor, single_if.area_at_most, single_if.persons_at_most)
    above = upstairs_if and is_small_upper_floor(case, floor, upstairs_if.classes, upstairs_if.not_for)
    if ground is True:
        return phrase(
            "本层有 1 个安全出口；首层面积和人数都小，允许只设一个。",
            "The storey has 1 exit; on a small ground floor one is enough.",
        )
    if above is True:
        return phrase(
            "本层有 1 个安全出口；低层小楼，允许只设一部楼梯。",
            "The storey has 1 exit; in a small low building one stair is enough.",
        )
    return next((answer for answer in (ground, above) if isinstance(answer, Unknown)), None)


def _too_few(case: Case, floor: Floor, wanted: int, single_if: SingleExit | None, upstairs_if: SingleStair | None) -> Text:
    text = phrase(
        "本层有 {there} 个安全出口，要求不少于 {wanted} 个。",
        "The storey has {there} exits, at least {wanted} are required.",
        there=len(floor.exits),
        wanted=wanted,
    )
    if single_if is None or not floor.exits:
        return text
    text = phrase(
        "{text}只设一个出口的条件（首层，面积不大于 {area}，不超过 {persons} 人）不满足：面积 {here}，至少 {people} 人。",
        "{text} The exception for one exit (ground floor, at most {area} and {persons} persons) does not hold: {here}, at least "
        "{people} persons.",
        text=text,
        area=amount(single_if.area_at_most, "m²"),
        persons=single_if.persons_at_most,
        here=amount(case.inner_area((floor,)), "m²"),
        people=case.persons_at_least,
    )
    if upstairs_if is None or case.level(floor.storey) == 1:
        return text
    return phrase(
        "{text}低层小楼单楼梯的条件也不满足。", "{text} Nor does the one for one stair in a small low building.", text=text
    )


def exit_points(floor: Floor) -> Geometry | None:
    """The exits of a storey as points, or `None` where there is none."""
    return points([placed.centre for placed in floor.exits]) if floor.exits else None
