"""Do the doors of such a room close by themselves, are its windows fixed, and has it no more doors than one should?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.domain.plan import Space
from showroom.domain.text import Text
from showroom.geometry.openings import PlacedOpening, Vector
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, held, lines, listed, missed, phrase, to_confirm
from showroom.rules.parameters import AtLeastOne, Uses
from showroom.rules.registry import rule
from showroom.rules.ways import open_sides

SHARED_ROLES = frozenset(("delivery", "dirty-ware"))


@rule("closed-room")
def closed_room(
    case: Case, *, uses: Uses, self_closing: bool = True, fixed_windows: bool = True, doors_at_most: AtLeastOne | None = None
) -> Iterator[Measurement]:
    """Doors self-closing, windows not to be opened, hatches not for goods in or dirty ware, and not too many doors."""
    for space in case.spaces_of(uses):
        yield _closed(case, space, self_closing, fixed_windows, doors_at_most)


def _closed(case: Case, space: Space, self_closing: bool, fixed_windows: bool, doors_at_most: int | None) -> Measurement:
    floor, name = case.floor_of(space.id), case.space_name(space.id)
    openings = floor.openings_of.get(space.id, ())
    doors = [placed for placed in openings if placed.opening.kind in ("door", "passage")]
    open_to = [line for _, line in open_sides(floor).get(space.id, ())]
    faults: list[tuple[Text, list[PlacedOpening]]] = []
    silent: list[tuple[Text, list[PlacedOpening]]] = []
    if open_to:
        faults.append((phrase("有敞开的一侧", "a side is open"), []))
    if doors_at_most is not None and len(doors) > doors_at_most:
        faults.append((phrase("有 {n} 道门", "it has {n} doors", n=len(doors)), doors))
    if self_closing:
        loose = [placed for placed in doors if placed.opening.self_closing is False or placed.opening.kind == "passage"]
        _note(faults, phrase("门不能自闭", "doors do not close by themselves"), loose)
        unsaid = [placed for placed in doors if placed.opening.self_closing is None and placed.opening.kind == "door"]
        _note(silent, phrase("门能否自闭", "whether the doors close by themselves"), unsaid)
    windows = [placed for placed in openings if placed.opening.kind == "window"] if fixed_windows else []
    _note(faults, phrase("窗可以打开", "windows open"), [placed for placed in windows if placed.opening.openable])
    _note(silent, phrase("窗能否打开", "whether the windows open"), [one for one in windows if one.opening.openable is None])
    hatches = [placed for placed in openings if placed.opening.kind == "hatch" and placed.opening.role in SHARED_ROLES]
    _note(faults, phrase("传递口另有他用", "the hatch serves something else"), hatches)
    found = faults or silent
    things = list(dict.fromkeys(placed.id for _, several in found for placed in several))
    shown: list[tuple[Vector, ...]] = [placed.line for _, several in found for placed in several]
    shown += open_to if faults else []
    witness = lines(shown) if shown else None
    texts = listed([text for text, _ in found]) if found else phrase("门在哪里", "where its door is")
    if faults:
        text = phrase("{space}：{faults}。", "{space}: {faults}.", space=name, faults=texts)
        return missed(text, affected=[space.id], causing=things, storey=floor.id, witness=witness)
    if silent or not doors:
        text = phrase(
            "图上看不出{space}的{what}，请现场确认。", "The plan does not say of {space}: {what}.", space=name, what=texts
        )
        return to_confirm(text, Reason.DRAWING_SILENT, affected=[space.id], causing=things, storey=floor.id, witness=witness)
    text = phrase("{space}的门、窗和传递口都符合。", "Doors, windows and hatches of {space} are as asked.", space=name)
    return held(text, affected=[space.id], relies_on=[placed.id for placed in doors], storey=floor.id)


def _note(among: list[tuple[Text, list[PlacedOpening]]], text: Text, things: list[PlacedOpening]) -> None:
    if things:
        among.append((text, things))
