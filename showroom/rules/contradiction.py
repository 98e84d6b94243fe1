"""What is to be said where the application contradicts the plan, or itself?

Neither side is believed: the question behind the answer is asked again, with what speaks against it.
"""

from collections.abc import Iterable, Sequence

from showroom.domain.finding import Geometry, Reason
from showroom.domain.text import Text
from showroom.rules.case import Case, Unknown
from showroom.rules.measure import Measurement, phrase, to_confirm
from showroom.rules.questions import question

NO_DWELLINGS = frozenset(("commercial", "public", "industrial"))
"""Uses of a building that holds no dwellings."""
DINING = frozenset(("dining", "private-dining"))
"""Uses of spaces in which every chair is a seat."""
CERTAINLY_HIGH = 13
"""A building of so many storeys is over 27 m tall, for no storey is under 2.1 m clear: no answer makes it a low one."""


def contradicted(
    key: str, against: Text, *, causing: Sequence[str] = (), storey: str | None = None, witness: Geometry | None = None
) -> Measurement:
    """Return that an answer does not agree with what is said in `against`, naming its question (`premises.own_exit`)."""
    text = phrase(
        "申报与{against}不符，请核对：{question}（{key}）",
        "The application does not agree with {against}; please settle: {question} ({key})",
        against=against,
        question=question(key),
        key=key,
    )
    return to_confirm(text, Reason.FACT_MISSING, causing=causing, storey=storey, witness=witness)


def building_use_contradicted(case: Case) -> Measurement | None:
    """Return that a building said to hold no dwellings is also said to have them next to the premises; `None` where all agrees."""
    premises = case.application.premises
    if premises.building_use not in NO_DWELLINGS or not premises.adjoins_dwelling:
        return None
    return contradicted("premises.building_use", phrase("“与住宅相邻”的回答", "the answer that dwellings adjoin the storey"))


def denied(case: Case, kinds: Iterable[str]) -> Measurement | None:
    """Return that things of a kind are drawn which the application says are not there; `None` where it says nothing of the sort."""
    counts = case.application.declared.equipment
    for kind in kinds:
        drawn = case.fixtures_of(frozenset((kind,))) if counts.get(kind) == 0 else []
        if drawn:
            text = phrase(
                "图上画了{kind}，申报却说没有，请核对（declared.equipment.{key}）。",
                "The plan shows {kind}, which the application says is not there; please settle which (declared.equipment.{key}).",
                kind=case.kind_name(kind),
                key=kind,
            )
            return to_confirm(text, Reason.FACT_MISSING, causing=[fixture.id for fixture in drawn])
    return None


def surgery_drawn(case: Case) -> list[str]:
    """The operating rooms and tables of the plan: where operations are done."""
    rooms = [space.id for space in case.spaces_of(frozenset(("surgery",)))]
    return rooms + [table.id for table in case.fixtures_of(frozenset(("operating-table",)))]


def is_high_rise(case: Case) -> bool | Unknown | None:
    """Tell whether the building is a high-rise, as stated; `Unknown` where it is said not to be one and has too many storeys."""
    premises = case.application.premises
    if premises.high_rise is not False:
        return premises.high_rise
    levels = [level for floor in case.floors if not isinstance(level := case.level(floor.storey), Unknown)]
    return Unknown("premises.high_rise") if max([premises.building_storeys or 0, *levels]) >= CERTAINLY_HIGH else False


def more_chairs_than_seats(case: Case) -> Unknown | None:
    """Return the question of the seats where more chairs are drawn in the dining areas than seats are declared."""
    seats = case.application.people.seats
    if seats is None or len(case.fixtures_of(frozenset(("chair",)), DINING)) <= seats:
        return None
    return Unknown("people.seats")
