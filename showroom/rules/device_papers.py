"""Is there a device whose papers an inspector has to see?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, ask, listed, not_applicable, phrase, points, to_confirm
from showroom.rules.parameters import Kinds
from showroom.rules.registry import rule


@rule("device-papers")
def device_papers(case: Case, *, fixtures: Kinds) -> Iterator[Measurement]:
    """Where such a device is drawn, or imaging is declared, an inspector sees its papers; where there is none nothing is asked."""
    devices = case.fixtures_of(frozenset(fixtures))
    imaging = case.application.clinic.imaging
    kinds = listed([case.kind_name(kind) for kind in fixtures])
    if devices:
        text = phrase("图上有{kinds}，请看许可证。", "The plan shows {kinds}; see the licence.", kinds=kinds)
        witness = points([device.at for device in devices])
        yield to_confirm(text, Reason.INSPECTOR, causing=[device.id for device in devices], witness=witness)
    elif imaging:
        text = phrase(
            "申报有影像设备；若是{kinds}，请看许可证。", "Imaging is declared; if it is {kinds}, see the licence.", kinds=kinds
        )
        yield to_confirm(text, Reason.INSPECTOR)
    elif imaging is None:
        yield ask("clinic.imaging")
    elif declared := [kind for kind in fixtures if case.application.declared.equipment.get(kind)]:
        names = listed([case.kind_name(kind) for kind in declared])
        text = phrase("申报了{kinds}，请看许可证。", "{kinds} is declared; see the licence.", kinds=names)
        yield to_confirm(text, Reason.INSPECTOR)
    else:
        yield not_applicable(phrase("没有影像设备。", "There is no imaging."))
