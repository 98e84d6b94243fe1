"""What does one storey of a drawing show? Rooms, walls, doors, windows, fixtures, columns and exits put together, in metres.

The steps are in the order a person reads a drawing: which rooms, which walls, which doors in them, what stands there, what
leads out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

import numpy as np
import shapely

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Column, Note, Opening, Origin, Point, Space, Storey, Wall
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.formats.drawing import Drawing, Floats, Stroke, segments
from showroom.formats.drawing_exits import Ground, find_exits
from showroom.formats.drawing_facts import with_facts
from showroom.formats.drawing_fixtures import find_fixtures
from showroom.formats.drawing_gaps import between, plain_gaps, without_doubles
from showroom.formats.drawing_heights import with_heights
from showroom.formats.drawing_loose import place_loose, with_double_doors
from showroom.formats.drawing_openings import Placed, Walls, is_threshold, place, width_notes
from showroom.formats.drawing_origins import opening_origin, traced
from showroom.formats.drawing_rooms import Enclosed, enclosed_rooms
from showroom.formats.drawing_spaces import Room, find_rooms, name_rooms
from showroom.formats.drawing_stairs import find_stairs
from showroom.formats.drawing_swing import hang
from showroom.formats.drawing_titles import Part
from showroom.formats.drawing_walls import Run, boxes, bridged, find_runs
from showroom.formats.intervals import Interval
from showroom.formats.wall_ends import Wallline, met

USUAL_DOOR = 0.9
"""How wide (metres) the usual door is where none is drawn: what a slip of the pen is measured by."""


Stretches = Sequence[tuple[Run, list[Interval]]]
Share = tuple[float, float, str]
"""Where a wall starts and ends along its run, and its id."""


@dataclass(frozen=True)
class Floor:
    """One storey as read, what people should know about it, and the ids of the texts that were used."""

    storey: Storey
    notes: tuple[Note, ...]
    texts: frozenset[str]


def floor_of(part: Part, vocabulary: Vocabulary, left_over: Counter[tuple[str, str]], *, prefix: str, place_name: str) -> Floor:
    """Return the storey a part of a drawing (metres) shows; ids made here begin with `prefix`, things of no use are counted.

    Raises:
        InputError: no room is drawn. `place_name` is the file's name for the message.
    """
    drawing = replace(part.drawing, doors=with_double_doors(part.drawing.doors))
    rooms = find_rooms(drawing.outlines, left_over)
    runs = find_runs(segments(drawing.walls), [room.floor for room in rooms])
    placed = _placed(drawing, runs, rooms, left_over)
    enclosed = Enclosed([], [], 0)
    gaps = plain_gaps(runs, placed, prefix, outlined=bool(rooms))
    placed += between(gaps, rooms) if rooms else gaps
    if not rooms:
        enclosed = _enclosed(drawing, runs, placed)
        rooms = [replace(room, id=prefix + room.id) for room in enclosed.rooms]
    placed = without_doubles(placed)
    if not rooms:
        raise InputError(_no_rooms(drawing, enclosed, place_name))
    rooms, names = name_rooms(rooms, [label for label in drawing.labels if label.id not in part.titles], vocabulary)
    runs = [run for run in runs if not is_threshold(run, placed)] + [one.run for one in placed if not one.run.pieces]
    whole = _bridged(runs, placed)
    ground = Ground(rooms, [box for run, stretches in whole for box in boxes(run, stretches)])
    exits, exit_labels = find_exits([one for one in placed if one.kind == "door"], drawing.labels, ground)
    walls, owners = _walls(whole, prefix)
    storey = with_facts(
        Storey(
            id=part.id,
            level=part.level,
            walls=traced(walls, [run for run, stretches in whole for _ in stretches], drawing.walls),
            openings=tuple(_opening(one, owners, ground.sides(one), one.symbol.id in exits) for one in placed),
            spaces=tuple(_space(room) for room in rooms),
            fixtures=find_fixtures(drawing.fixtures, vocabulary, left_over),
            columns=_columns(drawing.columns, left_over),
            stairs=find_stairs(drawing, prefix, left_over),
        ),
        drawing,
    )
    storey, height_notes, heights = with_heights(storey, drawing.labels)
    used = names | exit_labels | part.titles | heights | drawing.facts.keys()
    unread = sum(label.height > 0 and label.id not in used for label in drawing.labels)
    if unread:
        left_over["text", ""] += unread
    return Floor(storey, (*_room_notes(enclosed), *_wall_notes(runs, placed), *width_notes(placed), *height_notes), frozenset(used))


def _enclosed(drawing: Drawing, runs: Sequence[Run], placed: Sequence[Placed]) -> Enclosed:
    """Return the rooms the walls enclose; walls drawn mostly by single lines count as centre lines."""
    single = sum(end - start for run in runs if run.assumed for start, end in run.pieces)
    double = sum(end - start for run in runs if not run.assumed for start, end in run.pieces)
    widths = [one.width for one in placed if one.kind == "door"]
    thickness = max((run.thickness for run in runs if run.assumed), default=0.0) if single > double else 0.0
    return enclosed_rooms(drawing.walls, drawing.columns, placed, thickness, median(widths) if widths else USUAL_DOOR)


def _no_rooms(drawing: Drawing, enclosed: Enclosed, place_name: str) -> Problem:
    drawn = f"{len(drawing.walls)} wall lines and {len(drawing.doors)} doors, but " if drawing.walls or drawing.doors else ""
    ends = f"; {enclosed.open_ends} ends of walls meet nothing" if enclosed.open_ends > 0 else ""
    remedy = (
        "draw one closed polyline for each room on a layer named SPACE, ROOM or 房间 and put the room's name inside it as a text, "
        "or draw walls on a layer named WALL or 墙 that close round each room but for its doors and windows"
    )
    return Problem(place_name, f"{drawn}no room was found in this drawing{ends}", remedy)


def _placed(drawing: Drawing, runs: Sequence[Run], rooms: Sequence[Room], left_over: Counter[tuple[str, str]]) -> list[Placed]:
    """Put doors, then windows, into walls; two symbols in one gap are one opening."""
    placed: list[Placed] = []
    walls = Walls(runs)
    taken: dict[int, list[Placed]] = {}
    kinds: tuple[tuple[Literal["door", "window"], Sequence], ...] = (("door", drawing.doors), ("window", drawing.windows))  # type: ignore[type-arg]
    for kind, symbols in kinds:
        for symbol in symbols:
            one = place(symbol, kind, walls, rooms)
            if one is None:
                left_over[f"{kind}-without-wall", symbol.name or symbol.layer] += 1
            elif any(
                abs(other.position - one.position) < 0.5 * max(other.width, one.width) for other in taken.get(id(one.run), ())
            ):
                left_over[f"{kind}-twice", symbol.name or symbol.layer] += 1
            else:
                placed.append(one)
                taken.setdefault(id(one.run), []).append(one)
    return placed + place_loose(drawing, walls, runs, rooms, placed, left_over)


def _bridged(runs: Sequence[Run], placed: Sequence[Placed]) -> Stretches:
    """Return the runs with the stretches that are walls, led over the openings in them."""
    openings: dict[int, list[Interval]] = {}
    for one in placed:
        openings.setdefault(id(one.run), []).append(one.interval)
    return [(run, bridged(run, openings.get(id(run), ()))) for run in runs]


def _walls(whole: Stretches, prefix: str) -> tuple[tuple[Wall, ...], dict[int, list[Share]]]:
    """Return the walls, their ends led to where axes meet, and by run the stretches that are walls, with their ids."""
    lines = [Wallline(run.along, run.offset, run.thickness, stretch) for run, stretches in whole for stretch in stretches]
    runs = [run for run, stretches in whole for _ in stretches]
    walls: list[Wall] = []
    owners: dict[int, list[Share]] = {}
    for number, (run, (start, end)) in enumerate(zip(runs, met(lines), strict=True), 1):
        axis = (_point(run.at(start)), _point(run.at(end)))
        walls.append(Wall(id=f"{prefix}W{number}", axis=axis, thickness=round(run.thickness, 6)))
        owners.setdefault(id(run), []).append((start, end, f"{prefix}W{number}"))
    return tuple(walls), owners


def _opening(one: Placed, owners: Mapping[int, Sequence[Share]], sides: tuple[Room | None, Room | None], is_exit: bool) -> Opening:
    """Return an opening; a gap in an outer wall that nobody drew anything into may be a door or a window, and is a proposal."""
    hung = hang(one, sides)
    start, wall = next((start, wall) for start, end, wall in owners[id(one.run)] if start - 0.01 <= one.position <= end + 0.01)
    return Opening(
        id=one.symbol.id,
        kind=one.kind,
        wall=wall,
        at=round(one.position - start, 6),
        width=round(one.width, 6),
        hinge=hung.hinge,
        swing=hung.swing,
        serves=hung.serves,
        leads="outside" if is_exit else None,
        labels=tuple(text for _, text in one.symbol.attributes if text.strip()),
        proposal=one.kind == "passage" and None in sides,
        origin=opening_origin(one),
    )


def _space(room: Room) -> Space:
    floor = shapely.orient_polygons(room.floor)
    return Space(
        id=room.id,
        name=room.name,
        use=room.use,
        proposal=room.proposal,
        origin=room.origin,
        outline=tuple(_point(corner) for corner in np.asarray(floor.exterior.coords)[:-1]),
        holes=tuple(tuple(_point(corner) for corner in np.asarray(hole.coords)[:-1]) for hole in floor.interiors),
    )


def _columns(strokes: Sequence[Stroke], left_over: Counter[tuple[str, str]]) -> tuple[Column, ...]:
    columns = []
    for stroke in strokes:
        floor = shapely.Polygon(stroke.points) if len(stroke.points) > 2 else shapely.Polygon()
        if stroke.closed and floor.is_valid and floor.area > 1e-4:
            outline = tuple(_point(corner) for corner in stroke.points)
            columns.append(Column(id=stroke.id, outline=outline, origin=Origin(found="outline", layer=stroke.layer)))
        else:
            left_over["column-lines", stroke.layer] += 1
    return tuple(columns)


def _room_notes(enclosed: Enclosed) -> list[Note]:
    notes = []
    if enclosed.rooms:
        text = Text.of(
            zh_CN=f"图中没有房间轮廓线；{len(enclosed.rooms)} 个房间由墙线、门窗围合得出，面积算到墙的内表面。",
            en=f"No room outlines are drawn; {len(enclosed.rooms)} rooms were found from what walls, doors and windows enclose, "
            "measured to the inner faces.",
        )
        notes.append(Note(code="rooms-from-walls", text=text))
    if enclosed.bridges:
        where = "; ".join(f"{x:.2f}, {y:.2f}" for x, y in enclosed.bridges[:20])
        text = Text.of(
            zh_CN=f"墙线有 {len(enclosed.bridges)} 处小缺口，已接上；相关房间为推断，需确认。",
            en=f"{len(enclosed.bridges)} small gaps in wall lines were closed as slips; the rooms there are proposals.",
        )
        notes.append(Note(code="gap-bridged", text=text, where=where))
    return notes


def _wall_notes(runs: Sequence[Run], placed: Sequence[Placed]) -> list[Note]:
    made = [one.symbol.id for one in placed if not one.run.pieces]
    assumed = sum(run.assumed for run in runs if run.pieces)
    notes = []
    if made:
        text = Text.of(
            zh_CN=f"{len(made)} 扇门处没有画墙，已按两侧房间补出一段墙。",
            en=f"{len(made)} doors stand where no wall is drawn; a piece of wall was put between the rooms there.",
        )
        notes.append(Note(code="wall-made-for-door", text=text, where=", ".join(made[:20])))
    if assumed:
        text = Text.of(
            zh_CN=f"{assumed} 段墙只画了一条线，墙厚为假定值。",
            en=f"{assumed} walls are drawn as one line; their thickness is assumed.",
        )
        notes.append(Note(code="wall-thickness-assumed", text=text))
    return notes


def _point(point: Floats) -> Point:
    return round(float(point[0]), 6) + 0.0, round(float(point[1]), 6) + 0.0
