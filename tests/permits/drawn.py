"""Small plans drawn in a line or two each, for attacks on single verdicts."""

from datetime import date
from functools import cache
from typing import Any

from showroom.domain.application import Application
from showroom.domain.finding import Finding
from showroom.domain.permit import Requirement
from showroom.domain.plan import Plan
from showroom.formats import permit_ids, read_permit, read_vocabulary
from showroom.rules import check

Thing = dict[str, Any]

KNOWN: dict[str, Any] = {
    "items": ["hot-food"],
    "premises": {
        "storey_level": 1, "building_use": "commercial", "high_rise": False, "fire_class": 1, "sprinklered": False,
        "own_exit": True, "shared_passage": False, "entrance_to": "street",
    },
    "people": {"seats": 20, "staff": 4, "students": 20, "children": False},
    "clinic": {"kind": "clinic"},
    "site": {"nearby": []},
    "declared": {"ware_cleaning": "chemical"},
}  # fmt: skip
"""An application that leaves no question open."""


def box(x0: float, y0: float, x1: float, y1: float) -> list[list[float]]:
    """The outline of a rectangle, counter-clockwise."""
    return [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]


def wall(name: str, start: list[float], end: list[float], thickness: float = 0.2) -> Thing:
    """A wall by its axis."""
    return {"id": name, "axis": [start, end], "thickness": thickness}


def walls_round(x0: float, y0: float, x1: float, y1: float, prefix: str = "") -> list[Thing]:
    """Four walls of 0.2 m round an inner rectangle: S, E, N, W."""
    a, b, c, d = x0 - 0.1, y0 - 0.1, x1 + 0.1, y1 + 0.1
    return [
        wall(prefix + "S", [a, b], [c, b]), wall(prefix + "E", [c, b], [c, d]), wall(prefix + "N", [c, d], [a, d]),
        wall(prefix + "W", [a, d], [a, b]),
    ]  # fmt: skip


def door(name: str, in_wall: str, at: float, width: float = 1.2, **more: Any) -> Thing:
    """A door; `kind` may be given."""
    return {"id": name, "kind": "door", "wall": in_wall, "at": at, "width": width, "height": 2.1, **more}


def space(identifier: str, use: str, outline: list[list[float]], **more: Any) -> Thing:
    """A space, named as its use unless a `name` is given."""
    return {"id": identifier, "use": use, "name": use, "outline": outline, **more}


def fixture(name: str, kind: str, x: float, y: float, size: tuple[float, float] = (0.5, 0.5)) -> Thing:
    """A fixture by its middle."""
    return {"id": name, "kind": kind, "at": [x, y], "size": list(size)}


def storey(
    walls: list[Thing], openings: list[Thing], spaces: list[Thing], fixtures: list[Thing] | None = None, **more: Any
) -> Thing:
    """A storey, on the ground unless a `level` is given."""
    return {"id": "F1", "level": 1, "walls": walls, "openings": openings, "spaces": spaces, "fixtures": fixtures or [], **more}


@cache
def _row(name: str) -> Requirement:
    return next(row for permit in permit_ids() if (row := read_permit(permit).requirement(name)) is not None)


def verdicts(row: str, *storeys: Thing, source: Thing | None = None, **answers: Any) -> tuple[Finding, ...]:
    """Check storeys against one requirement; `answers` change the application section by section."""
    application = {
        key: {**value, **answers.get(key, {})} if isinstance(value, dict) else answers.get(key, value)
        for key, value in KNOWN.items()
    }
    plan = Plan.model_validate({"storeys": list(storeys), "source": source or {}})
    permit = read_permit("food-catering").revise(requirements=(_row(row),))
    return check(plan, Application.model_validate(application), permit, vocabulary=read_vocabulary(), as_of=date(2026, 11, 23))


def outcomes(row: str, *storeys: Thing, source: Thing | None = None, **answers: Any) -> set[str]:
    """The outcomes of the findings of one requirement."""
    return {finding.outcome.value for finding in verdicts(row, *storeys, source=source, **answers)}


def everything(permit: str, *storeys: Thing) -> tuple[Finding, ...]:
    """Check storeys against all of a permit, without a file between."""
    plan = Plan.model_validate({"storeys": list(storeys)})
    return check(
        plan, Application.model_validate(KNOWN), read_permit(permit), vocabulary=read_vocabulary(), as_of=date(2026, 11, 23)
    )
