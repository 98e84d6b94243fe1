"""Are the premises within an area bound?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.domain.quantities import Limit
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.floor_area import enclosed_area
from showroom.rules.measure import Measurement, amount, asked, measured, phrase, to_confirm
from showroom.rules.parameters import Area
from showroom.rules.questions import question
from showroom.rules.registry import rule


@rule("premises-area", one_of=("less_than", "at_least"))
def premises_area(case: Case, *, less_than: Area | None = None, at_least: Area | None = None) -> Iterator[Measurement]:
    """The sum of the inner areas is below (or not below) the bound; between inner and gross area a person confirms."""
    limit = Limit(op="<", value=less_than, unit="m²") if less_than is not None else measure.at_least(at_least or 0.0, "m²")
    inner = case.inner_area()
    what = phrase("经营场所室内面积", "Inner area of the premises")
    walls_decide_nothing = limit.holds(inner) == (limit.op == ">=")  # with them it is no less
    gross = inner if walls_decide_nothing else max(case.gross_area(), enclosed_area(case.floors))
    if limit.holds(inner) == limit.holds(gross):
        yield measured(inner, limit, what, relies_on=case.guessed(), spread=case.area_spread())
        return
    text = phrase(
        "{what} {inner}，连墙体和没有画的部分 {gross}，要求{limit}。{question}",
        "{what} {inner}, with walls and what was not drawn {gross}, required {limit}. {question}",
        what=what,
        inner=amount(inner, "m²"),
        gross=amount(gross, "m²"),
        limit=asked(limit),
        question=question("premises.area"),
    )
    yield to_confirm(text, Reason.FACT_MISSING, value=inner, limit=limit)
