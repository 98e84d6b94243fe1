"""Is there enough room for each seat?"""

from collections.abc import Iterator

from showroom.domain.application import Item
from showroom.domain.document import Document
from showroom.domain.finding import Outcome, Reason
from showroom.rules.case import Case
from showroom.rules.contradiction import contradicted, more_chairs_than_seats
from showroom.rules.floor_area import area_of, edge_of, outlines
from showroom.rules.measure import Measurement, amount, ask, measured, not_applicable, phrase, to_confirm
from showroom.rules.measure import at_least as limit_of
from showroom.rules.parameters import Area, Uses
from showroom.rules.registry import rule


class OnlyItems(Document):
    """Another figure for premises that sell nothing but these items."""

    items: tuple[Item, ...]
    at_least: Area


@rule("area-per-seat")
def area_per_seat(
    case: Case, *, uses: Uses, at_least: Area, some_kinds: Area | None = None, only: OnlyItems | None = None
) -> Iterator[Measurement]:
    """The spaces of these uses have this area for each declared seat; between two figures the kind of shop decides."""
    spaces = case.spaces_of(uses)
    seats = case.application.people.seats
    if not spaces or seats == 0:
        yield not_applicable(phrase("没有座位。", "There are no seats."))
        return
    if seats is None:
        yield ask("people.seats")
        return
    each = at_least
    if only is not None and case.application.items and set(case.application.items) <= set(only.items):
        each, some_kinds = only.at_least, None
    area, spread = area_of(case, uses), edge_of(case, uses)
    what = phrase(
        "{seats} 个座位、每座 {each} 的面积", "Area for {seats} seats of {each} each", seats=seats, each=amount(each, "m²")
    )
    shown = outlines(case, [space.id for space in spaces])
    found = measured(area, limit_of(each * seats, "m²"), what, relies_on=case.guessed(uses), spread=spread, witness=shown)
    if found.outcome is Outcome.MET and more_chairs_than_seats(case):
        chairs = phrase("图上的座椅数", "the number of chairs on the plan")
        yield contradicted("people.seats", chairs, witness=shown)
        return
    if found.outcome is Outcome.MET or some_kinds is None or not limit_of(some_kinds * seats, "m²").holds(area):
        yield found
        return
    text = phrase(
        "{found}若是快餐或食堂，每座 {some} 即可，请确认业态。",
        "{found} In fast food and canteens {some} a seat is enough; confirm the kind of shop.",
        found=found.text,
        some=amount(some_kinds, "m²"),
    )
    yield to_confirm(text, Reason.INSPECTOR, witness=shown, value=area, limit=found.required)
