"""Are the premises large enough for the kind of clinic they are to be?"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from showroom.domain.finding import Outcome
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, ask
from showroom.rules.parameters import Area
from showroom.rules.premises_area import premises_area
from showroom.rules.registry import rule

ClinicKind = Literal["clinic", "hospital"]


@rule("clinic-area")
def clinic_area(case: Case, *, at_least: Annotated[dict[ClinicKind, Area], Field(min_length=1)]) -> Iterator[Measurement]:
    """The premises reach the area of their kind; the kind is asked for only where it decides."""
    kind = case.application.clinic.kind
    if kind is not None:
        if kind in at_least:
            yield from premises_area(case, at_least=at_least[kind])
        return
    verdicts = {least: next(premises_area(case, at_least=least)) for least in sorted(at_least.values())}
    hardest, easiest = verdicts[max(verdicts)], verdicts[min(verdicts)]
    if hardest.outcome is Outcome.MET or easiest.outcome is Outcome.NOT_MET:
        yield hardest if hardest.outcome is Outcome.MET else easiest
    else:
        yield ask("clinic.kind", value=case.inner_area(), limit=hardest.required)
