"""What was understood of a drawing, and what was not? As data for other programs, and as a table for people, zh_CN and en."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely

from showroom.domain.plan import Gate, Note, Opening, Origin, Plan, Storey
from showroom.domain.text import Text
from showroom.formats.gates import standing
from showroom.formats.provenance import origin_said
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.geometry.layout import Layout
from showroom.geometry.openings import PlacedOpening, place_openings

WHAT = {
    "layer-frozen": Text.of("冻结图层上的图元", "things on a frozen layer"),
    "layer-off": Text.of("关闭图层上的图元", "things on a layer that is off"),
    "layer-not-plotted": Text.of("不打印图层上的图元", "things on a layer that is never plotted"),
    "invisible": Text.of("隐藏的图元", "hidden things"),
    "paper-space": Text.of("图纸空间（布局）中的图元", "things in paper space"),
    "broken": Text.of("无法读取的图元", "things that could not be read"),
    "bad-coordinates": Text.of("坐标不是有效数字的图元", "things whose coordinates are no usable numbers"),
    "far-away": Text.of("远离房间的图元", "things far away from the rooms"),
    "block-missing": Text.of("引用了不存在的块", "uses of a block that is not in the file"),
    "block-cycle": Text.of("包含自身的块", "blocks that contain themselves"),
    "block-too-deep": Text.of("嵌套过深的块", "blocks nested too deep"),
    "block-rows": Text.of("行列过多、未全部读取的块", "uses of a block in more rows and columns than are read"),
    "xref": Text.of("外部参照（不在本文件内）", "external references, not part of this file"),
    "proxy": Text.of("天正等软件专用、没有图形的对象", "other programs' own objects that bring no picture"),
    "fixture-lines": Text.of("设备图层上不是图块的线条", "lines on a fixture layer that are not blocks"),
    "fixture-unknown": Text.of("名称不认识的设备图块", "fixture blocks of unknown name"),
    "door-lines": Text.of("门图层上不成门的线条", "lines on a door layer that make no door"),
    "window-lines": Text.of("窗图层上不是图块的线条", "lines on a window layer that are not blocks"),
    "stair-lines": Text.of("楼梯图层上看不清梯段的线条", "lines on a stair layer that show no clear flight"),
    "column-lines": Text.of("柱图层上未闭合的线条", "lines on a column layer that enclose nothing"),
    "door-without-wall": Text.of("旁边没有墙也没有房间的门", "doors with neither wall nor room beside them"),
    "window-without-wall": Text.of("不在墙上的窗", "windows that lie in no wall"),
    "door-twice": Text.of("重复绘制的门", "doors drawn twice"),
    "window-twice": Text.of("与其他门窗重叠的窗", "windows in the place of another opening"),
    "open-outline": Text.of("房间图层上未闭合的线", "lines on a space layer that are not closed"),
    "crossed-outline": Text.of("自相交的房间轮廓", "room outlines that cross themselves"),
    "small-outline": Text.of("小到不可能是房间的轮廓", "outlines too small to be rooms"),
    "outline-twice": Text.of("重复绘制的房间轮廓", "room outlines drawn twice"),
    "outline-round-rooms": Text.of("包住其他房间的轮廓", "outlines round other rooms"),
    "storey-without-rooms": Text.of("有图名但没有房间的楼层", "storeys with a title but no room"),
    "text": Text.of("未用到的文字", "texts that were not used"),
}
"""What each code of `NotUnderstood.what` means; any other code is a DXF entity type on a layer of no known meaning."""

_WORDS = {
    "title": Text.of("读图结果", "What was understood"),
    "gate-none": Text.of("第一关未过：图纸还不能用。要做的：", "Gate 1 not passed: the drawing cannot be used yet. To be done:"),
    "gate-usable": Text.of(
        "第一关已过：图纸可用。过第二关（图纸完整）要做的：",
        "Gate 1 passed: the drawing can be used. To pass gate 2 (complete), this is to be done:",
    ),
    "gate-complete": Text.of(
        "前两关已过：图纸可用、完整，可以逐条检查。",
        "Gates 1 and 2 passed: the drawing can be used and is complete; the rules can be checked.",
    ),
    "guessed": Text.of("推断，需确认", "guessed, to be confirmed"),
    "unit": Text.of("单位", "Unit"),
    "doubtful": Text.of("存疑", "doubtful"),
    "spaces": Text.of("房间", "Spaces"),
    "openings": Text.of("门窗", "Openings"),
    "fixtures": Text.of("设备", "Fixtures"),
    "notes": Text.of("说明", "Notes"),
    "not_understood": Text.of("未能理解", "Not understood"),
    "nothing": Text.of("没有", "nothing"),
    "outside": Text.of("室外", "outside"),
    "unknown": Text.of("未绘出", "not drawn"),
    "exit": Text.of("出口", "exit"),
    "walls": Text.of("墙", "Walls"),
    "entity": Text.of("{} 图元", "{} entities"),
}
_KINDS = {
    "door": Text.of("门", "door"),
    "window": Text.of("窗", "window"),
    "hatch": Text.of("传递口", "hatch"),
    "passage": Text.of("洞口", "passage"),
}


def gate_of(plan: Plan) -> Gate:
    """Return how far a plan got before any rule: `usable` with a room, `complete` with a sure scale, uses and an exit too."""
    return _standing(plan)[0]


def _standing(plan: Plan) -> tuple[Gate, tuple[Note, ...]]:
    vocabulary = read_vocabulary()
    return standing(plan, Layout(plan, vocabulary), vocabulary)


def inspection(plan: Plan) -> dict[str, Any]:
    """Return what was understood in the shape of `inspect --format json`; lengths in metres, rounded to a micrometre."""
    source = plan.source
    gate, to_do = _standing(plan)
    return {
        "format": 1,
        "plan": {
            "path": source.path,
            "sha256": source.sha256,
            "kind": source.kind,
            "unit": source.unit,
            "length_uncertainty_m": source.length_uncertainty,
            "gate": gate,
            "to_do": [_note(note) for note in to_do],
            "storeys": len(plan.storeys),
            "spaces": [
                {
                    "id": space.id,
                    "name": space.name,
                    "use": space.use,
                    "area_m2": _area(space.outline, space.holes),
                    "storey": storey.id,
                    "proposal": space.proposal,
                    "origin": _origin(space.origin),
                }
                for storey in plan.storeys
                for space in storey.spaces
            ],
            "notes": [_note(note) for note in source.notes],
        },
        "openings": [
            {
                "id": opening.id,
                "kind": opening.kind,
                "storey": storey.id,
                "wall": opening.wall,
                "width": opening.width,
                "at": [round(value, 6) + 0.0 for value in placed.centre],
                "joins": list(placed.joins),
                "leads": opening.leads,
                "serves": opening.serves,
                "swing": opening.swing,
                "hinge": opening.hinge,
                "proposal": opening.proposal,
                "origin": _origin(opening.origin),
            }
            for storey in plan.storeys
            for opening, placed in _placed(storey)
        ],
        "fixtures": [
            {
                "id": fixture.id,
                "kind": fixture.kind,
                "storey": storey.id,
                "at": list(fixture.at),
                "size": list(fixture.size) if fixture.size else None,
                "angle": fixture.angle,
                "labels": list(fixture.labels),
                "origin": _origin(fixture.origin),
            }
            for storey in plan.storeys
            for fixture in storey.fixtures
        ],
        "walls": [
            {"id": wall.id, "storey": storey.id, "thickness": wall.thickness, "origin": _origin(wall.origin)}
            for storey in plan.storeys
            for wall in storey.walls
        ],
        "not_understood": [{"what": one.what, "where": one.where, "count": one.count} for one in source.not_understood],
    }


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    """What is not said is left out."""
    return None if origin is None else origin.model_dump(mode="json", exclude_defaults=True)


def _said(origin: Origin | None, language: str) -> str:
    return "" if origin is None else origin_said(origin).in_(language)


def _note(note: Note) -> dict[str, Any]:
    return {"code": note.code, "text": dict(note.text.root), "where": note.where}


def inspection_text(plan: Plan, language: str) -> str:
    """Return the same as a table for people, in `language`."""
    source = plan.source
    doubt = "" if source.lengths_confirmed else f" ({_say('doubtful', language)})"
    walls = sum(len(storey.walls) for storey in plan.storeys)
    gate, to_do = _standing(plan)
    lines = [f"{_say('title', language)}: {source.path or plan.name}", f"  {_say(f'gate-{gate}', language)}"]
    lines += [f"  → {note.text.in_(language)}" for note in to_do]
    lines.append(f"  {_say('unit', language)}: {source.unit}{doubt}")
    lines.append(f"  {_say('walls', language)}: {walls}{_kinds_of_walls(plan, language)}")
    for head, rows in (
        ("spaces", _space_rows(plan, language)),
        ("openings", _opening_rows(plan, language)),
        ("fixtures", _fixture_rows(plan, language)),
    ):
        found = list(rows)
        lines += ["", f"{_say(head, language)}: {len(found)}", *_table(found)]
    if source.notes:
        lines += ["", f"{_say('notes', language)}:", *(f"  - {note.text.in_(language)}" for note in source.notes)]
    lines += ["", f"{_say('not_understood', language)}:"]
    lines += [f"  {one.count:>5} × {_what(one.what, language)}{_where(one.where)}" for one in source.not_understood] or [
        f"  {_say('nothing', language)}"
    ]
    return "\n".join(lines) + "\n"


def _kinds_of_walls(plan: Plan, language: str) -> str:
    """Count the walls by how they were found."""
    bare = (wall.origin.revise(layer="", entities=()) for storey in plan.storeys for wall in storey.walls if wall.origin)
    counted = Counter(origin_said(origin).in_(language) for origin in bare)
    told = "; ".join(f"{count} × {said}" for said, count in counted.most_common(6))
    return f" ({told})" if told else ""


def _space_rows(plan: Plan, language: str) -> Iterator[tuple[str, ...]]:
    uses = read_vocabulary().uses
    for space in plan.spaces:
        use = uses[space.use].label.in_(language) if space.use in uses else space.use
        guessed = _say("guessed", language) if space.proposal else ""
        yield (
            space.id,
            space.name or "—",
            use,
            f"{_area(space.outline, space.holes):.2f} m²",
            guessed,
            _said(space.origin, language),
        )


def _opening_rows(plan: Plan, language: str) -> Iterator[tuple[str, ...]]:
    names = {space.id: space.name or space.id for space in plan.spaces}
    for storey in plan.storeys:
        for opening, placed in _placed(storey):
            far = _say("outside" if opening.leads else "unknown", language)
            joins = " ↔ ".join(names.get(side, far) if side else far for side in placed.joins)
            marks = ("exit",) * bool(opening.leads) + ("guessed",) * opening.proposal
            mark = ", ".join(_say(one, language) for one in marks)
            yield (
                opening.id,
                _KINDS[opening.kind].in_(language),
                f"{opening.width:.3f} m",
                joins,
                mark,
                _said(opening.origin, language),
            )


def _fixture_rows(plan: Plan, language: str) -> Iterator[tuple[str, ...]]:
    kinds = read_vocabulary().fixtures
    for fixture in plan.fixtures:
        kind = kinds[fixture.kind].label.in_(language) if fixture.kind in kinds else fixture.kind
        yield fixture.id, kind, f"({fixture.at[0]:.2f}, {fixture.at[1]:.2f})", _said(fixture.origin, language)


def _placed(storey: Storey) -> list[tuple[Opening, PlacedOpening]]:
    ids = [space.id for space in storey.spaces]
    floors = np.array([shapely.Polygon(space.outline, space.holes) for space in storey.spaces], dtype=object)
    placed = place_openings(storey, ids, floors)
    return [(opening, placed[opening.id]) for opening in storey.openings]


def _area(outline: Sequence[Any], holes: Sequence[Any]) -> float:
    return round(float(shapely.Polygon(outline, holes).area), 6)


def _what(code: str, language: str) -> str:
    return WHAT[code].in_(language) if code in WHAT else _say("entity", language).format(code)


def _where(where: str) -> str:
    return f" [{where}]" if where else ""


def _say(word: str, language: str) -> str:
    return _WORDS[word].in_(language)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lay rows out in columns; a Chinese character is two columns wide."""
    if not rows:
        return []
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  " + "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
