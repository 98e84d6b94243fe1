"""How does the matrix of what a scene teaches read in a terminal, for a program, and in a table of another program?"""

import csv
import io
import json
from collections.abc import Iterator, Sequence

from showroom.domain.text import Text
from showroom.packages.coverage import PART_NAMES, PARTS, Coverage, Row, State
from showroom.reports.words import columns_of, pad

MARKS: dict[State, str] = {"present": "√", "missing": "×", "unwanted": "·"}
_TITLE = 40
_W = {
    "head": Text.of("{scene} · {permit} · {rows} 项要求，缺 {gaps} 处", "{scene} · {permit} · {rows} requirements, {gaps} gaps"),
    "legend": Text.of("√ 有  × 缺  · 不需要", "√ there  × missing  · not wanted"),
    "requirement": Text.of("要求", "Requirement"),
    "sum": Text.of("有 / 应有", "There / wanted"),
    "gaps": Text.of("缺口", "Gaps"),
    "none": Text.of("没有缺口。", "There is no gap."),
    "at": Text.of("在", "at"),
}
_LISTED = 4
"""How many places a gap names; the rest are counted."""


def coverage_text(found: Sequence[Coverage], language: str, *, gaps_only: bool = False) -> str:
    """Return the matrices as aligned text (a Chinese character takes two columns), each followed by its gaps and where they are."""
    return "\n".join("\n".join(line.rstrip() for line in _lines(one, language, gaps_only=gaps_only)) + "\n" for one in found)


def coverage_json(found: Sequence[Coverage]) -> str:
    """Return the matrices for a program: every cell with its state and ids, states and parts as they are called in the code."""
    value = [
        {
            "scene": one.scene,
            "permit": one.permit,
            "counts": {part: dict(zip(("present", "wanted"), one.counts(part), strict=True)) for part in PARTS},
            "requirements": [
                {
                    "id": row.requirement.id,
                    "title": row.requirement.title.root,
                    "kind": row.requirement.kind,
                    "cells": {
                        cell.part: {"state": cell.state, "where": list(cell.where), "lacking": list(cell.lacking)}
                        for cell in row.cells
                    },
                }
                for row in one.rows
            ],
        }
        for one in found
    ]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def coverage_csv(found: Sequence[Coverage], language: str) -> str:
    """Return one line a requirement; a byte-order mark lets a spreadsheet know the Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["scene", "permit", "requirement", "title", *PARTS, "gaps"])
    for one in found:
        for row in one.rows:
            title = row.requirement.title.in_(language)
            states = [cell.state for cell in row.cells]
            writer.writerow([one.scene, one.permit, row.requirement.id, title, *states, row.gaps])
    return "\ufeff" + out.getvalue()


def _lines(one: Coverage, language: str, *, gaps_only: bool) -> Iterator[str]:
    heads = [PART_NAMES[part].in_(language) for part in PARTS]
    widths = [max(columns_of(head), 5) + 2 for head in heads]
    gaps = sum(row.gaps for row in one.rows)
    yield _W["head"].in_(language).format(scene=one.scene, permit=one.permit, rows=len(one.rows), gaps=gaps)
    yield _W["legend"].in_(language)
    yield ""
    yield _line(_W["requirement"].in_(language), heads, widths)
    yield "─" * (_TITLE + 2 + sum(widths))
    for row in one.rows:
        if row.gaps or not gaps_only:
            yield _line(row.requirement.title.in_(language), [MARKS[cell.state] for cell in row.cells], widths)
    yield "─" * (_TITLE + 2 + sum(widths))
    counts = [one.counts(part) for part in PARTS]
    yield _line(_W["sum"].in_(language), [f"{there}/{wanted}" for there, wanted in counts], widths)
    yield ""
    yield _W["gaps"].in_(language) if gaps else _W["none"].in_(language)
    for row in one.rows:
        if row.gaps:
            yield f"  {row.requirement.id}  {_missing(row, language)}"


def _line(title: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    return pad(_short(title), _TITLE + 2) + "".join(pad(cell, width) for cell, width in zip(cells, widths, strict=True))


def _short(title: str) -> str:
    if columns_of(title) <= _TITLE:
        return title
    while columns_of(title) > _TITLE - 1:
        title = title[:-1]
    return title + "…"


def _missing(row: Row, language: str) -> str:
    said = []
    for cell in row.cells:
        if cell.state == "missing":
            more = f" +{len(cell.lacking) - _LISTED}" if len(cell.lacking) > _LISTED else ""
            places = f" ({_W['at'].in_(language)} {', '.join(cell.lacking[:_LISTED])}{more})" if cell.lacking else ""
            said.append(PART_NAMES[cell.part].in_(language) + places)
    return ("、" if language == "zh_CN" else ", ").join(said)
