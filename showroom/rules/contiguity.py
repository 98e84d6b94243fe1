"""Are the rooms of some uses in one piece: can one walk between them without going outside?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.geometry.floor import Floor
from showroom.geometry.reach import OUTSIDE
from showroom.rules.case import Case
from showroom.rules.floor_area import outlines
from showroom.rules.measure import Measurement, at_most, held, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

STAIR = "stair"


@rule("contiguity")
def contiguity(case: Case, *, uses: Uses) -> Iterator[Measurement]:
    """On each storey the rooms hang together indoors, and a stair indoors joins the storeys they lie on."""
    rooms = {floor.id: [space.id for space in case.rooms_of(uses) if space.id in floor.spaces] for floor in case.floors}
    floors = [floor for floor in case.floors if rooms[floor.id]]
    if not floors:
        yield no_such_space(case, phrase("图上没有这类空间。", "The plan has no such space."))
        return
    closed = [room for floor in floors for room in rooms[floor.id] if not floor.reach.neighbours(room)]
    if closed and sum(map(len, rooms.values())) > 1:
        names = listed([case.space_name(room) for room in closed])
        text = phrase(
            "图上没有画出 {names} 的门，请确认从哪里进出。", "No door of {names} is drawn; confirm how one gets there.", names=names
        )
        yield to_confirm(text, Reason.DRAWING_SILENT, causing=closed)
        return
    guessed = case.guessed(uses) + [door.id for door in case.plan.openings if door.proposal and door.kind in ("door", "passage")]
    pieces = {floor.id: _pieces(floor, rooms[floor.id]) for floor in floors}
    worst = max(floors, key=lambda floor: len(pieces[floor.id]))
    apart = [piece[0] for piece in pieces[worst.id]]
    if len(apart) == 1 and len(floors) > 1:
        yield _joined(guessed, [floor for floor in floors if not _reaches_stair(floor, rooms[floor.id][0])])
        return
    yield measured(
        len(apart),
        at_most(1, ""),
        phrase("室内不相通的部分", "Parts with no way between them indoors"),
        causing=apart if len(apart) > 1 else (),
        relies_on=guessed,
        storey=worst.id,
        witness=outlines(case, apart) if len(apart) > 1 else None,
    )


def _joined(guessed: list[str], stairless: list[Floor]) -> Measurement:
    if not stairless:
        return held(phrase("各层之间有室内楼梯相通。", "Stairs indoors join the storeys."), relies_on=guessed)
    text = phrase(
        "图上没有画出室内楼梯通到：{storeys}，请确认各层怎么相通。",
        "No stair indoors is drawn for: {storeys}; confirm how the storeys are joined.",
        storeys="、".join(floor.id for floor in stairless),
    )
    return to_confirm(text, Reason.DRAWING_SILENT, causing=[floor.id for floor in stairless])


def _pieces(floor: Floor, rooms: list[str]) -> list[list[str]]:
    """The rooms that can be walked between indoors, piece by piece."""
    pieces: list[list[str]] = []
    left = dict.fromkeys(rooms)
    while left:
        around = _around(floor, next(iter(left)))
        pieces.append([room for room in left if room in around])
        left = {room: None for room in left if room not in around}
    return pieces


def _around(floor: Floor, room: str) -> set[str]:
    """Every space one can walk to from a room without going outside."""
    found, open_ends = {room}, [room]
    while open_ends:
        for there in floor.reach.neighbours(open_ends.pop()):
            if there not in found and there != OUTSIDE and floor.spaces[there].use != "outdoor":
                found.add(there)
                open_ends.append(there)
    return found


def _reaches_stair(floor: Floor, room: str) -> bool:
    return any(floor.spaces[there].use == STAIR for there in _around(floor, room))
