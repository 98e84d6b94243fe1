"""Is a fact that only the applicant knows as it should be?"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.rules.case import Case, Unknown
from showroom.rules.contradiction import building_use_contradicted, contradicted, surgery_drawn
from showroom.rules.measure import Measurement, ask, held, missed, not_applicable, phrase, to_confirm
from showroom.rules.registry import rule

Fact = Literal["premises.shared_passage", "premises.building_use", "clinic.surgery"]
Value = bool | Literal["commercial", "residential", "mixed", "public", "industrial"]

FACT_NAMES: dict[str, Text] = {
    "premises.shared_passage": Text.of("与同楼其他用户共用通道", "passage shared with other users of the building"),
    "premises.building_use": Text.of("所在建筑的用途", "use of the building"),
    "clinic.surgery": Text.of("做手术", "operations are done"),
}
VALUE_NAMES: dict[object, Text] = {
    True: Text.of("是", "yes"),
    False: Text.of("否", "no"),
    "commercial": Text.of("商业", "commercial"),
    "residential": Text.of("住宅", "residential"),
    "mixed": Text.of("商住综合", "mixed with dwellings"),
    "public": Text.of("公共建筑", "public"),
    "industrial": Text.of("工业", "industrial"),
}


@rule("declared-fact")
def declared_fact(
    case: Case,
    *,
    fact: Fact,
    good: Annotated[tuple[Value, ...], Field(min_length=1)],
    doubtful: tuple[Value, ...] = (),
    clinic: Literal["clinic", "hospital"] | None = None,
    lowest: int | None = None,
) -> Iterator[Measurement]:
    """The declared value is among the good ones, and no storey lies under `lowest`; a doubtful value is left to the inspector."""
    kind = case.application.clinic.kind
    if clinic is not None and kind != clinic:
        yield ask("clinic.kind") if kind is None else not_applicable(phrase("不是这类诊疗机构。", "Not this kind of clinic."))
        return
    part, key = fact.split(".")
    value = getattr(getattr(case.application, part), key)
    if value is None:
        yield ask(fact)
        return
    if fact == "premises.building_use" and (contradiction := building_use_contradicted(case)):
        yield contradiction
        return
    if fact == "clinic.surgery" and value is False and (signs := surgery_drawn(case)):
        yield contradicted(fact, phrase("图上的手术室或手术台", "the operating room or table on the plan"), causing=signs)
        return
    text = phrase("申报：{name}——{value}。", "Declared: {name}: {value}.", name=FACT_NAMES[fact], value=VALUE_NAMES[value])
    levels = [] if lowest is None else [case.level(floor.storey) for floor in case.floors]
    if any(not isinstance(level, Unknown) and lowest is not None and level < lowest for level in levels):
        yield missed(phrase("{text}场所在地下。", "{text} The premises are below ground.", text=text))
    elif value in good and (unknown := next((level for level in levels if isinstance(level, Unknown)), None)):
        yield ask(unknown.question)
    elif value in good:
        yield held(text)
    elif value in doubtful:
        yield to_confirm(text, Reason.INSPECTOR)
    else:
        yield missed(text)
