"""Which things are there in the premises, room by room? The model's nodes, named by the plan and the vocabulary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

import numpy as np

from showroom.domain.text import Text

if TYPE_CHECKING:
    from showroom.domain.plan import Plan
    from showroom.domain.vocabulary import Vocabulary
    from showroom.modelling.model import Model, Node, Vector

Kind = Literal["door", "window", "passage", "hatch", "wall", "column", "stair", "floor", "ceiling", "other"]
_BY_GROUP: dict[str, Kind] = {"walls": "wall", "trim": "wall", "caps": "wall", "floors": "floor", "ceiling": "ceiling"}


@dataclass(frozen=True)
class Thing:
    """One thing in a room: the plan's id or else the node's name, its nodes, its middle (metres, z up).

    `words` are its name where the vocabulary or its own name has one; else `kind` says what sort of thing it is.
    """

    id: str
    kind: Kind
    words: Text | None
    nodes: tuple[str, ...]
    middle: "Vector"


@dataclass(frozen=True)
class Room:
    """One space of the plan with its things, those with names first; `id` is `None` for what stands in no room."""

    id: str | None
    words: Text | None
    things: tuple[Thing, ...]


def rooms_of(model: "Model", plan: "Plan | None", vocabulary: "Vocabulary") -> tuple[Room, ...]:
    """Return the rooms in the plan's order, and last what stands in none."""
    spaces = {space.id: space for space in plan.spaces} if plan else {}
    order = {name: at for at, name in enumerate(spaces)}
    drawn = [node for node in model.nodes if any(len(mesh.positions) for mesh in node.meshes)]
    drawn.sort(key=lambda node: order.get(node.space or "", len(order)))
    rooms = []
    for space_id, nodes in groupby(drawn, key=lambda node: node.space if node.space in spaces else None):
        things = sorted(_things(nodes, plan, vocabulary), key=lambda thing: thing.words is None)
        space = spaces.get(space_id or "")
        words = None
        if space is not None:
            known = vocabulary.uses[space.use].label if space.use in vocabulary.uses else Text.of(space.id, space.id)
            words = Text.of(space.name or known.in_("zh_CN"), known.in_("en"))
        rooms.append(Room(space_id, words, tuple(things)))
    return tuple(rooms)


def _things(nodes: "Iterable[Node]", plan: "Plan | None", vocabulary: "Vocabulary") -> Iterator[Thing]:
    kinds, fixtures = _kinds(plan)
    together: dict[str, list[Node]] = {}
    for node in nodes:
        together.setdefault(node.plan_id or node.name, []).append(node)
    for name, parts in together.items():
        corners = np.concatenate([mesh.positions for part in parts for mesh in part.meshes if len(mesh.positions)])
        x, y, z = ((corners.min(axis=0) + corners.max(axis=0)) / 2).tolist()
        kind, words = kinds.get(name) or _BY_GROUP.get(parts[0].group, "other"), None
        if name in fixtures:
            term = vocabulary.fixtures.get(fixtures[name])
            words = term.label if term else Text.of(fixtures[name], fixtures[name])
        elif parts[0].plan_id is None:
            words = Text.of(name, name)
        yield Thing(name, kind, words, tuple(part.name for part in parts), (x, y, z))


def _kinds(plan: "Plan | None") -> tuple[dict[str, Kind], dict[str, str]]:
    """Return the sorts of the plan's openings, walls, columns and stairs by id, and the kinds of its fixtures."""
    kinds: dict[str, Kind] = {}
    fixtures: dict[str, str] = {}
    for storey in plan.storeys if plan else ():
        kinds |= {opening.id: opening.kind for opening in storey.openings}
        kinds |= {wall.id: "wall" for wall in storey.walls}
        kinds |= {column.id: "column" for column in storey.columns}
        kinds |= {stair.id: "stair" for stair in storey.stairs}
        fixtures |= {fixture.id: fixture.kind for fixture in storey.fixtures}
    return kinds, fixtures
