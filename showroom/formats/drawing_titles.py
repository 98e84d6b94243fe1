"""Which storey is drawn where on the sheet? Titles such as 一层平面图, 首层, 2F, B1 or GROUND FLOOR PLAN say so.

Where a sheet shows several storeys side by side, what is drawn is parted at the gaps between them, and every part goes to the
nearest title. A sheet without a title has a level nobody knows. Lengths are metres.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from showroom.formats.drawing import Drawing, Floats, Label, Stroke, Symbol

APART = 1.5
"""Plans of two storeys lie at least this far (metres) from each other on the sheet."""

_CHINESE = {character: number for number, character in enumerate("零一二三四五六七八九十")} | {"首": 1, "底": 1, "两": 2}
_NUMBER = "[一二三四五六七八九十两]{1,3}|[0-9]{1,2}"
_FLOOR = (
    re.compile(rf"(?P<below>地下|负)(?P<number>{_NUMBER})层"),
    re.compile(rf"(?P<number>首|底|{_NUMBER})层"),
    re.compile(r"(?<![A-Z0-9])(?P<number>[1-9][0-9]?)F(?![A-Z0-9])", re.IGNORECASE),
    re.compile(r"(?<![A-Z0-9])(?P<below>B)(?P<number>[1-9])F?(?![A-Z0-9])", re.IGNORECASE),
    re.compile(r"(?<![A-Z])(?:LEVEL|FLOOR) *0?(?P<number>[1-9][0-9]?)(?![0-9])", re.IGNORECASE),
)
_NAMED = {"ground": 1, "basement": -1, "first": 2, "second": 3, "third": 4, "fourth": 5}
_ENGLISH = re.compile(rf"(?<![a-z])({'|'.join(_NAMED)})(?: floor)?(?![a-z])", re.IGNORECASE)
_PLAN = re.compile(r"平面|布置图|(?<![a-z])plan(?![a-z])", re.IGNORECASE)
_REST = re.compile(r"[\s()（）_:：/\-.]|(?<![a-z])floor(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Part:
    """One storey's share of a drawing, its level and id, and the texts that are titles."""

    drawing: Drawing
    level: int | None
    id: str
    titles: frozenset[str]


def level_of(text: str) -> tuple[int, bool] | None:
    """Return the level a text means and whether it says that it is a plan's title; `None` where it names no storey."""
    for pattern in _FLOOR:
        if found := pattern.search(text):
            number = _read(found["number"])
            if number is None:
                return None
            level = -number if "below" in found.groupdict() and found["below"] else number
            return _sure(text, found, level)
    if (found := _ENGLISH.search(text)) and ("floor" in text.lower() or _PLAN.search(text)):
        return _sure(text, found, _NAMED[found[1].lower()])
    return None


def _sure(text: str, found: re.Match[str], level: int) -> tuple[int, bool] | None:
    """A title says 平面 or plan; a text that is nothing but the storey's name may be one too."""
    if _PLAN.search(text):
        return level, True
    return (level, False) if not _REST.sub("", text[: found.start()] + text[found.end() :]) else None


def _read(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    if len(written) == 1:
        return _CHINESE[written]
    tens, _, ones = written.partition("十")
    if "十" not in written or len(tens) > 1 or len(ones) > 1:
        return None
    return (_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[ones] if ones else 0)


def parts_of(drawing: Drawing) -> list[Part]:
    """Return the storeys of a drawing (metres), the lowest first; one part of unknown level where no title says more."""
    if not any(level_of(label.text) for label in drawing.labels):
        return [Part(drawing, None, "F1", frozenset())]
    clusters = _clusters([*drawing.outlines, *drawing.walls])
    titles = _titles(drawing.labels, clusters)
    levels = {level for _, level in titles}
    ids = frozenset(label.id for label, _ in titles)
    if len(levels) != len(titles) or len(clusters) < len(titles) or len(titles) < 2:
        level = levels.pop() if len(levels) == 1 else None
        return [Part(drawing, level, _id(level), ids if level is not None else frozenset())]
    owner = [min(range(len(titles)), key=lambda one: _away(titles[one][0], box)) for box in clusters]
    if set(owner) != set(range(len(titles))):
        return [Part(drawing, None, "F1", frozenset())]
    tree = shapely.STRtree(clusters)
    parts = [Part(_share(drawing, tree, owner, number), level, _id(level), ids) for number, (_, level) in enumerate(titles)]
    return sorted(parts, key=lambda part: part.level or 0)


def _id(level: int | None) -> str:
    return "F1" if level is None else f"F{level}" if level > 0 else f"B{-level}"


def _titles(labels: Sequence[Label], clusters: Sequence[shapely.Polygon]) -> list[tuple[Label, int]]:
    """Return the labels that are titles: those that say so, else those outside every plan that are only a storey's name."""
    read = [(label, found) for label in labels if label.height > 0 and (found := level_of(label.text))]
    sure = [(label, level) for label, (level, is_title) in read if is_title]
    if not sure:
        inside = shapely.union_all(clusters)
        sure = [(label, level) for label, (level, _) in read if not inside.intersects(shapely.Point(label.at))]
    british = any(label.text.lower().startswith(("ground", "basement")) for label, _ in sure)
    return [(label, level if british or not _counts_from_one(label.text) else level - 1) for label, level in sure]


def _counts_from_one(text: str) -> bool:
    """FIRST FLOOR is level 2 only beside a ground floor; alone, or in an American drawing, it is the lowest."""
    found = _ENGLISH.search(text)
    return found is not None and found[1].lower() not in ("ground", "basement") and all(one.search(text) is None for one in _FLOOR)


def _clusters(strokes: Sequence[Stroke]) -> list[shapely.Polygon]:
    """Return the boxes of what is drawn apart: everything nearer to each other than `APART` is one plan."""
    boxes = [shapely.box(*stroke.points.min(axis=0), *stroke.points.max(axis=0)).buffer(APART / 2) for stroke in strokes]
    whole = shapely.union_all([shapely.box(*part.bounds) for part in shapely.get_parts(shapely.union_all(boxes))])
    return [shapely.box(*part.bounds) for part in shapely.get_parts(whole)]


def _away(title: Label, box: shapely.Polygon) -> float:
    """How far a title is from a plan: below or above its middle is nearer than beside it."""
    left, _, right, _ = box.bounds
    aside = abs(float(title.at[0]) - (left + right) / 2)
    return float(box.distance(shapely.Point(title.at))) + 0.5 * aside


def _share(drawing: Drawing, tree: shapely.STRtree, owner: Sequence[int], number: int) -> Drawing:
    """Return what belongs to one storey: everything that lies in or nearest to its parts of the sheet."""

    def mine(at: Floats) -> bool:
        return owner[int(np.atleast_1d(tree.nearest(shapely.Point(at)))[0])] == number

    def strokes(some: Sequence[Stroke]) -> list[Stroke]:
        return [one for one in some if mine((one.points.min(axis=0) + one.points.max(axis=0)) / 2)]

    def symbols(some: Sequence[Symbol]) -> list[Symbol]:
        return [one for one in some if mine(one.middle)]

    return replace(
        drawing,
        walls=strokes(drawing.walls), columns=strokes(drawing.columns), outlines=strokes(drawing.outlines),
        doors=symbols(drawing.doors), windows=symbols(drawing.windows), fixtures=symbols(drawing.fixtures),
        door_lines=strokes(drawing.door_lines), window_lines=strokes(drawing.window_lines),
        stairs=strokes(drawing.stairs), told_walls=strokes(drawing.told_walls),
        labels=[label for label in drawing.labels if mine(label.at)],
    )  # fmt: skip
