"""Do the doors to the outside close by themselves, and have doors, windows and hatches screens against insects?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.geometry.memory import kept_apart
from showroom.geometry.openings import PlacedOpening
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, line, listed, missed, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule


@rule("pest-proof-openings")
def pest_proof_openings(case: Case, *, spaces: Uses) -> Iterator[Measurement]:
    """Each opening of these spaces to the outside: a door closes by itself and has a screen, a window has a screen or is fixed."""
    for floor in case.floors:
        for placed in floor.openings.values():
            inside = [side for side in placed.joins if side is not None and floor.spaces[side].use in spaces]
            if len(inside) == 1 and floor.leads_out(placed):
                yield _proof(case, placed)


@kept_apart
def _proof(case: Case, placed: PlacedOpening) -> Measurement:
    opening, name = placed.opening, case.opening_name(placed)
    facts: list[tuple[bool | None, Text, Text]] = []
    if opening.kind in ("door", "passage"):
        closing = False if opening.kind == "passage" else opening.self_closing
        facts.append((closing, phrase("不能自闭", "does not close by itself"), phrase("能否自闭", "whether it closes by itself")))
    if not (opening.kind == "window" and opening.openable is False):
        screen = opening.screen if opening.kind == "window" else opening.screen or None  # a door may have an air curtain instead
        facts.append(
            (screen, phrase("没有纱网", "has no screen"), phrase("有没有纱网或风幕", "whether it has a screen or air curtain"))
        )
    faults = [bad for fact, bad, _ in facts if fact is False]
    silent = [unclear for fact, _, unclear in facts if fact is None]
    if faults:
        text = phrase("{opening}{faults}。", "{opening} {faults}.", opening=name, faults=listed(faults))
        return missed(text, affected=[placed.id], storey=placed.storey_id, witness=line(placed.line))
    if silent:
        text = phrase("请现场确认{opening}{what}。", "Confirm on site of {opening}: {what}.", opening=name, what=listed(silent))
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[placed.id], storey=placed.storey_id, witness=line(placed.line))
    text = phrase("{opening}防蝇防鼠。", "{opening} keeps pests out.", opening=name)
    return held(text, affected=[placed.id], storey=placed.storey_id, witness=line(placed.line))
