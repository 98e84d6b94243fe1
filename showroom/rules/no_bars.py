"""Are windows and outer doors free of bars that stop people from getting out and rescuers from getting in?

Fire Protection Law, article 28.
"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.openings import PlacedOpening
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, line, lines, missed, not_applicable, phrase, to_confirm
from showroom.rules.registry import rule


@rule("no-bars")
def no_bars(case: Case, *, doors: bool = True) -> Iterator[Measurement]:
    """No window to the open, and no outer door, is barred; where the drawing does not say, somebody looks."""
    looked_at = 0
    for floor in case.floors:
        outer = [placed for placed in floor.openings.values() if _faces_out(floor, placed, doors)]
        looked_at += len(outer)
        silent = [placed for placed in outer if placed.opening.bars is None]
        for placed in outer:
            if placed.opening.bars:
                text = phrase("{window}装有栅栏。", "{window} is barred.", window=case.opening_name(placed))
                yield missed(text, affected=[placed.id], storey=floor.id, witness=line(placed.line))
            elif placed.opening.bars is False:
                text = phrase("{window}没有栅栏。", "{window} has no bars.", window=case.opening_name(placed))
                yield held(text, affected=[placed.id], storey=floor.id, witness=line(placed.line))
        if silent:
            text = phrase(
                "图上没有注明 {n} 个外窗是否装有栅栏，请现场查看。",
                "The drawing does not say whether {n} windows are barred; look on site.",
                n=len(silent),
            )
            yield to_confirm(
                text,
                Reason.DRAWING_SILENT,
                affected=[placed.id for placed in silent],
                storey=floor.id,
                witness=lines([placed.line for placed in silent]),
            )
    if not looked_at and case.floors and any(floor.spaces for floor in case.floors):
        text = phrase("图上没有画外窗，请现场查看门窗。", "No window to the open is drawn; look at doors and windows on site.")
        yield to_confirm(text, Reason.INSPECTOR)
    elif not looked_at:
        yield not_applicable(phrase("图上没有外窗。", "The plan has no window to the open."))


def _faces_out(floor: Floor, placed: PlacedOpening, doors: bool) -> bool:
    """A window with the open or nothing drawn beyond; a door only where the drawing says something about bars."""
    if placed.opening.kind == "window":
        return placed.id in floor.outer or None in placed.joins
    return doors and placed.opening.bars is not None and floor.leads_out(placed)
