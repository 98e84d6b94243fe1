"""Are there enough licensed vets for the kind of clinic?"""

from collections.abc import Iterator
from typing import Literal

from showroom.rules.case import Case
from showroom.rules.measure import Measurement, ask, at_least, measured, not_applicable, phrase
from showroom.rules.parameters import AtLeastOne
from showroom.rules.registry import rule


@rule("clinic-staff")
def clinic_staff(case: Case, *, kind: Literal["clinic", "hospital"], vets: AtLeastOne) -> Iterator[Measurement]:
    """A clinic of this kind has so many vets."""
    own, there = case.application.clinic.kind, case.application.people.vets
    if own is not None and own != kind:
        yield not_applicable(phrase("不是这类诊疗机构。", "Not this kind of clinic."))
    elif own is None:
        yield ask("clinic.kind")
    elif there is None:
        yield ask("people.vets")
    else:
        yield measured(there, at_least(vets, "persons"), phrase("执业兽医师人数", "Licensed vets"))
