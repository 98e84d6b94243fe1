"""Have the premises an entrance of their own, reached straight from the public way?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.contradiction import contradicted
from showroom.rules.egress import unknown_doors
from showroom.rules.measure import Measurement, absent, ask, held, lines, missed, phrase, to_confirm
from showroom.rules.registry import rule

HOUSING = frozenset(("residential", "mixed"))


@rule("own-entrance")
def own_entrance(case: Case) -> Iterator[Measurement]:
    """A door leads out of the premises, and the application says it leads to the street."""
    doors = [placed for floor in case.floors for placed in floor.final_exits]
    doubtful = [placed for floor in case.floors for placed in unknown_doors(floor)]
    premises = case.application.premises
    witness = lines([placed.line for placed in doors]) if doors else None
    if not doors and not doubtful:
        yield absent(0, 1, phrase("图上没有通向室外的门。", "The plan shows no door to the outside."))
    elif premises.entrance_to is None:
        yield ask("premises.entrance_to", causing=[placed.id for placed in doors or doubtful], witness=witness)
    elif premises.entrance_to == "lobby":
        yield missed(phrase("入口开在公共门厅里。", "The entrance opens to a common lobby."), witness=witness)
    elif premises.entrance_to == "yard" and premises.building_use in HOUSING:
        yield missed(phrase("入口开在小区院内。", "The entrance opens to the yard of an estate."), witness=witness)
    elif premises.entrance_to == "yard":
        text = phrase("入口开在院内，请看院子是不是公共通路。", "The entrance opens to a yard; see whether that is a public way.")
        yield to_confirm(text, Reason.INSPECTOR, witness=witness)
    elif premises.own_exit is False and doors:
        drawn = phrase("图上通向室外的门", "the door to the outside on the plan")
        yield contradicted("premises.own_exit", drawn, causing=[placed.id for placed in doors], witness=witness)
    elif not doors:
        text = phrase(
            "申报入口临街，但图上看不出是哪扇门。",
            "The entrance is said to face the street, but the plan does not show which door.",
        )
        yield to_confirm(text, Reason.DRAWING_SILENT, causing=[placed.id for placed in doubtful])
    else:
        text = phrase("有自己的门通到街上。", "A door of its own leads to the street.")
        yield held(text, relies_on=[placed.id for placed in doors[:1]], witness=witness)
