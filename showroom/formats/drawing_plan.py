"""What plan does a drawing show? Its unit, its storeys, each read by itself, and what was not understood of it.

Every reader of drawings (DXF, SVG) ends here.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import replace

import numpy as np

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note, NotUnderstood, Plan, Source
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import limits
from showroom.formats.drawing import Drawing, Stroke
from showroom.formats.drawing_floor import Floor, floor_of
from showroom.formats.drawing_rest import rest_of
from showroom.formats.drawing_round import NOTE, go_round_walls
from showroom.formats.drawing_spaces import find_rooms
from showroom.formats.drawing_storeys import stacked
from showroom.formats.drawing_titles import Part, parts_of
from showroom.formats.drawing_units import Scale, find_scale
from showroom.formats.drawing_wide import with_wide_walls

FAR = 1000.0
"""A drawing farther than this (metres) from the origin is moved near it."""


def plan_of(
    drawing: Drawing, vocabulary: Vocabulary, source: Source, *, name: str, place_name: str, unread: list[Stroke] | None = None
) -> Plan:
    """Return the plan `drawing` shows; `source` is completed with unit, notes and what was not understood.

    Where a list `unread` is given, what became nothing is added to it, in metres (`drawing_rest`); that is all where no room is.
    Storeys then stay where they lie on the sheet, for a picture of it; otherwise they are laid over each other (`drawing_storeys`).

    Raises:
        InputError: no room is drawn. `place_name` is the file's name for the message.
    """
    if len(drawing.doors) + len(drawing.windows) > limits.OPENINGS:
        reason = f"the drawing shows more than {limits.OPENINGS:,} doors and windows"
        raise InputError(Problem(place_name, reason, "keep only the plan of the premises and purge the rest"))
    scale = find_scale(drawing)
    drawing, moved = _near_origin(drawing, scale)
    drawing = with_wide_walls(drawing)
    left_over = Counter(drawing.left_over)
    floors: list[Floor] = []
    parts = parts_of(drawing)
    for part in parts:
        prefix = f"{part.id}-" if len(parts) > 1 else ""
        try:
            with np.errstate(divide="ignore", invalid="ignore"):  # corners of no angle, drawn by accident
                floors.append(_floor(part, vocabulary, left_over, prefix, place_name))
        except InputError:
            if part is parts[-1] and not floors:
                if unread is not None:
                    unread += rest_of(drawing, [], [])
                raise
            left_over["storey-without-rooms", part.id] += 1
    storeys = tuple(floor.storey for floor in floors)
    stacking: tuple[Note, ...] = ()
    if len(storeys) > 1 and unread is None:
        storeys, stacking = stacked(storeys)
    notes = (*source.notes, *scale.notes, *moved, *stacking, *_once([note for floor in floors for note in floor.notes]))
    if unread is not None:
        unread += rest_of(drawing, [floor.storey for floor in floors], [text for floor in floors for text in floor.texts])
    return Plan(
        name=name,
        source=source.revise(
            unit=scale.unit,
            lengths_confirmed=scale.confirmed,
            notes=notes,
            not_understood=tuple(
                NotUnderstood(what=what, where=where, count=count) for (what, where), count in sorted(left_over.items())
            ),
        ),
        storeys=storeys,
    )


def _floor(part: Part, vocabulary: Vocabulary, left_over: Counter[tuple[str, str]], prefix: str, place_name: str) -> Floor:
    """Return the storey a part shows; outlines that go round rooms parted by walls are left out where the walls tell more rooms."""
    outlined = find_rooms(part.drawing.outlines, Counter())
    if go_round_walls(outlined, part.drawing):
        counted = Counter(left_over)
        plain = replace(part, drawing=replace(part.drawing, outlines=[]))
        with suppress(InputError):
            floor = floor_of(plain, vocabulary, counted, prefix=prefix, place_name=place_name)
            if len(floor.storey.spaces) > len(outlined):
                left_over.update(counted - left_over)
                left_over["outline-round-rooms", part.drawing.outlines[0].layer] += len(part.drawing.outlines)
                return replace(floor, notes=(NOTE, *(note for note in floor.notes if note.code != "rooms-from-walls")))
    return floor_of(part, vocabulary, left_over, prefix=prefix, place_name=place_name)


def _once(notes: list[Note]) -> list[Note]:
    """Leave out notes that say the same of every storey."""
    return list({(note.code, note.text.in_("en"), note.where): note for note in notes}.values())


def _near_origin(drawing: Drawing, scale: Scale) -> tuple[Drawing, tuple[Note, ...]]:
    corner = drawing.corner() * scale.factor
    if float(np.abs(corner).max()) <= FAR:
        return drawing.scaled(scale.factor, np.zeros(2)).within(limits.FROM_ORIGIN_M), ()
    shift = np.floor(corner)
    text = Text.of(
        zh_CN=f"图形离原点很远，已整体平移：坐标 ({shift[0]:.0f}, {shift[1]:.0f}) 米处作为原点。",
        en=f"The drawing lies far from its origin and was moved: ({shift[0]:.0f}, {shift[1]:.0f}) m became the origin.",
    )
    return drawing.scaled(scale.factor, shift / scale.factor).within(limits.FROM_ORIGIN_M), (Note(code="origin-moved", text=text),)
